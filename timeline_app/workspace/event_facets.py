"""Facets: what events can be filtered by, as small values that few or many events share."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event

Value = Hashable
Values = tuple[Value, ...]
Test = Callable[[Any], bool]
Holding = Callable[[str], frozenset[str]]
"""Answers the ids of the sources whose text holds a word."""


class Field(StrEnum):
    """The fields of a query, by the name that a person types."""

    SOURCE = "source"
    TEXT = "text"  # the whole text of its documents, where plain words look at its own sentences only
    PLACE = "place"
    PERSON = "person"
    KIND = "kind"
    MODALITY = "modality"
    STATUS = "status"
    GRADE = "grade"
    TAG = "tag"
    PERIOD = "when"
    CONFIDENCE = "confidence"


def values_of(field: Field, events: Sequence[Event], document: TimelineDocument) -> list[Values]:
    """What a field holds for each event; nothing where the event has no such thing.

    Sources are told by id, grades as (reliability, credibility), periods as UTC seconds (None open).
    """
    if field in (Field.SOURCE, Field.TEXT):
        return list(_sources_of(events, document))
    if field is Field.GRADE:
        grade = {source.id: source.reliability for source in document.sources.values()}
        rows = zip(events, _sources_of(events, document), strict=True)
        return [tuple((grade.get(id_, ""), e.credibility) for id_ in ids) or (("", e.credibility),) for e, ids in rows]
    read = _READERS[field]
    return [read(event) for event in events]


_READERS: dict[Field, Callable[[Event], Values]] = {
    Field.PLACE: lambda event: (event.place,) if event.place else (),
    Field.PERSON: lambda event: tuple(participant.text for participant in event.participants),
    Field.KIND: lambda event: (event.kind,) if event.kind else (),
    Field.MODALITY: lambda event: (event.modality.value,),
    Field.STATUS: lambda event: (event.status.value,),
    Field.TAG: lambda event: event.tags,
    Field.PERIOD: lambda event: (event.time.utc,) if event.time is not None else (),
    Field.CONFIDENCE: lambda event: (event.confidence,),
}


def _sources_of(events: Sequence[Event], document: TimelineDocument) -> Iterable[tuple[str, ...]]:
    """The sources of each event, each once."""
    if len(events) < len(document.links) // 8:
        for event in events:
            yield tuple(dict.fromkeys(link.source_id for link in document.links_of_event(event.id)))
        return
    found: dict[str, tuple[str, ...]] = {}
    for link in document.links.values():
        known = found.get(link.event_id, ())
        if link.source_id not in known:
            found[link.event_id] = (*known, link.source_id)
    for event in events:
        yield found.get(event.id, ())


class Facet:
    """One field of all slots: each value once, and which slots hold it; a test is made once for each value."""

    def __init__(self) -> None:
        self._codes: dict[Value, int] = {}
        self._rows: list[tuple[int, ...]] = []
        self._flat: tuple[NDArray[np.intp], NDArray[np.intp]] | None = None

    @property
    def values(self) -> Collection[Value]:
        """The values that are held, or were."""
        return self._codes.keys()

    def put(self, slots: Sequence[int], values: Sequence[Values]) -> None:
        """Says what some slots hold now."""
        codes, rows = self._codes, self._rows
        if slots:
            rows += [()] * (max(slots) + 1 - len(rows))
        for slot, held in zip(slots, values, strict=True):
            rows[slot] = tuple([codes.setdefault(value, len(codes)) for value in held])
        self._flat = None

    def select(self, test: Test, size: int) -> NDArray[np.bool_]:
        """Which of `size` slots hold a value that passes."""
        slots, codes = self._flattened()
        passes = np.fromiter((test(value) for value in self._codes), np.bool_, len(self._codes))
        found = np.zeros(size, np.bool_)
        if len(codes):
            found[slots[passes[codes]]] = True
        return found

    def missing(self, size: int) -> NDArray[np.bool_]:
        """Which of `size` slots hold nothing."""
        found = np.ones(size, np.bool_)
        found[self._flattened()[0]] = False
        return found

    def _flattened(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Slot and code of every value held."""
        if self._flat is None:
            counts = np.fromiter(map(len, self._rows), np.intp, len(self._rows))
            codes = np.fromiter((code for row in self._rows for code in row), np.intp, int(counts.sum()))
            self._flat = np.repeat(np.arange(len(self._rows)), counts), codes
        return self._flat
