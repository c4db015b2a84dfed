"""Which stretches of a source's text are lit, underlined or greyed, and why: plain data, no widget."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from timeline_app.model.annotation import TimeExpression, TimexType
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.token import Span

_SURE = 0.75  # confidence from which a reading with alternatives counts as clear


class Certainty(StrEnum):
    """How well a time expression could be placed."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


class Look(NamedTuple):
    """What a stretch of text looks like, all layers together."""

    faint: bool = False
    band: bool = False
    timex: TimexType | None = None
    certainty: Certainty | None = None


_PLAIN = Look()


class Run(NamedTuple):
    """A stretch of one look, in code points."""

    start: int
    end: int
    look: Look


def certainty_of(expression: TimeExpression) -> Certainty:
    """How well a time expression could be placed; a bare duration or set needs no place on the calendar.

    Another possible reading alone makes no phrase ambiguous: the reading must be unsure too.
    """
    reading = expression.reading
    if expression.correction is not None:
        return Certainty.RESOLVED
    if reading is None:
        return Certainty.UNRESOLVED
    if reading.time is None and reading.type in (TimexType.DATE, TimexType.TIME):
        return Certainty.UNRESOLVED
    unsure = reading.warning is not None or (bool(reading.alternatives) and reading.confidence < _SURE)
    return Certainty.AMBIGUOUS if unsure else Certainty.RESOLVED


def shown_links(document: TimelineDocument, source_id: str) -> list[tuple[SourceLink, Event]]:
    """A source's links with their events, rejected ones left out, in text order."""
    pairs = [(link, document.events.get(link.event_id)) for link in document.links_of_source(source_id)]
    return [(link, event) for link, event in pairs if event is not None and event.status is not Status.REJECTED]


def runs_of(document: TimelineDocument, source_id: str) -> list[Run]:
    """The marked stretches of a source, in order, without overlap; unmarked text is left out."""
    source = document.sources[source_id]
    length = len(source.text)
    greyed = [s.span for s in source.segments if not s.kind.carries_events]
    bands = [link.sentence for link, _ in shown_links(document, source_id)]
    expressions = document.expressions_of_source(source_id)
    edges = {0, length}
    for span in (*greyed, *bands, *(e.span for e in expressions)):
        edges.update((min(span.start, length), min(span.end, length)))
    is_grey, is_band = _Cover(greyed), _Cover(bands)
    timex = {}
    for expression in expressions:
        kind = expression.reading.type if expression.reading else TimexType.DATE
        timex[expression.span.start] = (expression.span.end, kind, certainty_of(expression))
    return _sweep(sorted(edges), is_grey, is_band, timex)


def _sweep(
    edges: list[int],
    greyed: "_Cover",
    bands: "_Cover",
    timex: dict[int, tuple[int, TimexType, Certainty]],
) -> list[Run]:
    runs: list[Run] = []
    current: tuple[int, TimexType, Certainty] | None = None
    for start, end in pairwise(edges):
        if current is not None and start >= current[0]:
            current = None
        current = timex.get(start, current)
        faint = greyed.holds(start)
        look = Look(faint, bands.holds(start), *((current[1], current[2]) if current and not faint else (None, None)))
        if look != _PLAIN:
            runs.append(Run(start, end, look))
    return runs


class _Cover:
    """Answers, for ascending offsets, whether some span holds the offset."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda s: s.start)
        self._next = 0
        self._end = -1

    def holds(self, offset: int) -> bool:
        while self._next < len(self._spans) and self._spans[self._next].start <= offset:
            self._end = max(self._end, self._spans[self._next].end)
            self._next += 1
        return offset < self._end


def expression_at(document: TimelineDocument, source_id: str, offset: int) -> TimeExpression | None:
    """The shortest time expression that holds a code point."""
    found = [e for e in document.expressions_of_source(source_id) if e.span.start <= offset < e.span.end]
    return min(found, key=lambda e: len(e.span), default=None)


def links_at(document: TimelineDocument, source_id: str, offset: int) -> list[SourceLink]:
    """Links whose sentence holds a code point; those nearest to it (phrase or mention's clause) first."""

    def distance(link: SourceLink) -> tuple[bool, int, int]:
        mention = document.mentions.get(link.mention) if link.mention else None
        spans = [s for s in (link.phrase, mention.clause if mention else None) if s is not None]
        inside = any(s.start <= offset < s.end for s in spans)
        head = mention.head.start if mention else link.sentence.start
        return not inside, abs(head - offset), link.sentence.start

    pairs = shown_links(document, source_id)
    return sorted((link for link, _ in pairs if link.sentence.start <= offset < link.sentence.end), key=distance)
