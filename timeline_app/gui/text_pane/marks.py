"""Which stretches of a source's text are lit, underlined or greyed, and why: plain data, no widget."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from timeline_app.model.annotation import TimeExpression, TimexType
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.token import Span

_LONGEST_PHRASE = 400  # code points
_SURE = 0.75  # confidence from which a reading with alternatives counts as clear


class Certainty(StrEnum):
    """How well a time expression could be placed."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


class Marks(NamedTuple):
    """What is marked in a text, each layer in text order; bands and greyed stretches do not overlap."""

    bands: tuple[Span, ...] = ()
    greyed: tuple[Span, ...] = ()
    phrases: tuple[TimeExpression, ...] = ()

    def within(self, start: int, end: int) -> "Marks":
        """The marks that touch a stretch of the text; phrases in greyed text are left out."""
        bands, greyed = touching(self.bands, start, end), touching(self.greyed, start, end)
        low = bisect_left(self.phrases, start - _LONGEST_PHRASE, key=_start)
        near = self.phrases[low : bisect_left(self.phrases, end, key=_start)]
        told = [p for p in near if p.span.end > start and not any(g.start <= p.span.start < g.end for g in greyed)]
        return Marks(bands, greyed, tuple(told))


def touching(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Those of some ordered stretches that do not overlap which touch a stretch."""
    first = max(0, bisect_right(spans, start, key=lambda span: span.start) - 1)
    last = bisect_left(spans, end, key=lambda span: span.start)
    return tuple(span for span in spans[first:last] if span.end > start)


def _start(phrase: TimeExpression) -> int:
    return phrase.span.start


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


Shown = Callable[[str], bool]
"""Whether the filter of the window shows an event."""


def shown_links(
    document: TimelineDocument, source_id: str, is_shown: Shown | None = None
) -> list[tuple[SourceLink, Event]]:
    """A source's links with their events in text order: those of events that are shown, else all but rejected ones."""
    pairs = [(link, document.events.get(link.event_id)) for link in document.links_of_source(source_id)]
    found = [(link, event) for link, event in pairs if event is not None]
    if is_shown is not None:
        return [(link, event) for link, event in found if is_shown(event.id)]
    return [(link, event) for link, event in found if event.status is not Status.REJECTED]


def marks_of(document: TimelineDocument, source_id: str, pairs: Iterable[tuple[SourceLink, Event]]) -> Marks:
    """What is marked in a source: the sentences of its shown links, time phrases, and what carries no events."""
    greyed = [s.span for s in document.sources[source_id].segments if not s.kind.carries_events]
    bands = [link.sentence for link, _ in pairs]
    return Marks(united(bands), united(greyed), tuple(document.expressions_of_source(source_id)))


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The stretches that some spans cover together, in order."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: s.start):
        if found and span.start <= found[-1].end:
            if span.end > found[-1].end:
                found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def expression_at(document: TimelineDocument, source_id: str, offset: int) -> TimeExpression | None:
    """The shortest time expression that holds a code point."""
    found = [e for e in document.expressions_of_source(source_id) if e.span.start <= offset < e.span.end]
    return min(found, key=lambda e: len(e.span), default=None)


def links_at(
    document: TimelineDocument, source_id: str, offset: int, is_shown: Shown | None = None
) -> list[SourceLink]:
    """Links whose sentence holds a code point; those nearest to it (phrase or mention's clause) first."""

    def distance(link: SourceLink) -> tuple[bool, int, int]:
        mention = document.mentions.get(link.mention) if link.mention else None
        spans = [s for s in (link.phrase, mention.clause if mention else None) if s is not None]
        inside = any(s.start <= offset < s.end for s in spans)
        head = mention.head.start if mention else link.sentence.start
        return not inside, abs(head - offset), link.sentence.start

    pairs = shown_links(document, source_id, is_shown)
    return sorted((link for link, _ in pairs if link.sentence.start <= offset < link.sentence.end), key=distance)


def rejected_events(document: TimelineDocument) -> frozenset[str]:
    """Ids of the events that were rejected, whose sentences may be lit no more."""
    if (digest := document.digest) is not None:
        return digest.rejected_ids
    return frozenset(event.id for event in document.events.values() if event.status is Status.REJECTED)
