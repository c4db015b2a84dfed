"""The documents that imported rows name: found in the project, or made of the sentences that came along.

A row lists its documents and its sentences, but not which sentence stands in which document.  The documents are put in
one order that fits every row; each document of a row is given one sentence, the last one the rest.  Read out again in
that order, a row says what it said.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from timeline_app.formats.cells import split
from timeline_app.formats.imports.rows import ImportedEvent
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import SourceLink
from timeline_app.model.ids import new_id, text_sha256
from timeline_app.model.source import Segment, SegmentKind, Source
from timeline_app.model.token import Span

_GRADES = "ABCDEF"
_Key = tuple[str, str, int]  # title, reliability, and which of that name in one row


@dataclass
class _Draft:
    """A document that is being put together."""

    key: _Key
    id: str = field(default_factory=new_id)
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, sentence: str) -> Span:
        """Appends a sentence on a line of its own and answers where it stands."""
        start = self.length
        self.parts.append(sentence)
        self.length += len(sentence) + 1
        return Span(start, start + len(sentence))


class QuotedSources:
    """Links imported events to documents, making those that the project lacks."""

    def __init__(self, document: TimelineDocument, events: Iterable[ImportedEvent], file_name: str) -> None:
        self._file_name = file_name
        self._known: dict[str, list[Source]] = {}
        for source in document.ordered_sources():
            for name in dict.fromkeys((source.title, source.name)):
                self._known.setdefault(name, []).append(source)
        self._first = max((source.position for source in document.sources.values()), default=-1) + 1
        told = list(events)
        rows = [self._keys(event) for event in told]
        self._drafts = _ordered(rows, _ties(told, rows))

    def links(self, event_id: str, event: ImportedEvent) -> list[SourceLink]:
        """The links of one new event."""
        sentences = split(event.cells.get("sentences", ""))
        keys = self._keys(event)
        if not keys:
            return []
        shared = sentences or [""]
        spread = [*(shared[i : i + 1] or [""] for i in range(len(keys) - 1)), shared[len(keys) - 1 :] or [""]]
        made: list[SourceLink] = []
        drafts = self._matching(keys)
        for key, said in zip(keys, spread, strict=True):
            known = self._containing(key, said)
            draft = next(drafts)
            for sentence in said:
                if known is not None:
                    start = known.text.index(sentence)
                    source_id, span = known.id, Span(start, start + len(sentence))
                else:
                    source_id, span = draft.id, draft.add(sentence)
                made.append(SourceLink(new_id(), event_id, source_id, span, made_by="import"))
        return made

    def made(self) -> list[Source]:
        """The documents that had to be made, in their order."""
        used = [draft for draft in self._drafts if draft.parts]
        return [self._source(draft, number) for number, draft in enumerate(used, self._first)]

    def _keys(self, event: ImportedEvent) -> list[_Key]:
        names = split(event.cells.get("sources", ""))
        if not names and event.cells.get("sentences"):
            names = [self._file_name]
        grades = split(event.cells.get("source_reliability", ""))
        seen: dict[tuple[str, str], int] = {}
        keys = []
        for number, name in enumerate(names):
            grade = grades[number] if number < len(grades) and grades[number] in tuple(_GRADES) else "F"
            seen[name, grade] = seen.get((name, grade), -1) + 1
            keys.append((name, grade, seen[name, grade]))
        return keys

    def _containing(self, key: _Key, sentences: list[str]) -> Source | None:
        """A document of the project with that name and all these words."""
        named = self._known.get(key[0], ())
        return next((one for one in named if all(sentence and sentence in one.text for sentence in sentences)), None)

    def _matching(self, keys: list[_Key]) -> Iterator[_Draft]:
        """The drafts of a row, in the order of all."""
        drafts = iter(self._drafts)
        for key in keys:
            yield next(draft for draft in drafts if draft.key == key)

    def _source(self, draft: _Draft, position: int) -> Source:
        text = "\n".join(draft.parts)
        title, grade, _ = draft.key
        segments = (Segment(SegmentKind.BODY, Span(0, len(text))),) if text else ()
        return Source(
            draft.id,
            title,
            title,
            text,
            text_sha256(text),
            segments=segments,
            reliability=grade,
            position=position,
            warnings=(f"Only the sentences quoted in {self._file_name} came along.",),
        )


def _ordered(rows: list[list[_Key]], ties: list[tuple[_Key, _Key]]) -> list[_Draft]:
    """Drafts in an order of which every row is a part; `ties` should stand in order too, where that can be."""
    pairs = [pair for keys in rows for pair in pairwise(keys)]
    for wanted in ([*pairs, *ties], pairs):
        before: dict[_Key, set[_Key]] = {key: set() for keys in rows for key in keys}
        for earlier, later in wanted:
            before[later].add(earlier)
        try:
            return [_Draft(key) for key in TopologicalSorter(before).static_order()]
        except CycleError:
            continue
    return _merged(rows)


def _ties(events: list[ImportedEvent], rows: list[list[_Key]]) -> list[tuple[_Key, _Key]]:
    """The first documents of neighbouring rows of one time: a table puts those in the order of the documents."""
    told = [
        (event.time.sort_key if event.time is not None else None, keys[0])
        for event, keys in zip(events, rows, strict=True)
        if keys
    ]
    return [(one[1], two[1]) for one, two in pairwise(told) if one[0] == two[0] and one[1] != two[1]]


def _merged(rows: list[list[_Key]]) -> list[_Draft]:
    """Documents of one name that stand for different ones: as many as are needed."""
    merged: list[_Key] = []
    for keys in {tuple(keys): None for keys in rows}:
        place = 0
        for key in keys:
            if key in merged[place:]:
                place = merged.index(key, place) + 1
            else:
                merged.insert(place, key)
                place += 1
    return [_Draft(key) for key in merged]
