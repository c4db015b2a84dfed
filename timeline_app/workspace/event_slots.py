"""EventSlots: what sorting, conditions and searches look at, of every event of a document, in numbered slots.

NumPy arrays and lists over the slots hold it; a slot that an event leaves is taken by the next one that comes.  What is
not needed yet is read when it is first asked for, or ahead, in idle moments.
"""

import time
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.digest import RowFinder, order_of
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.workspace.event_columns import ColumnId
from timeline_app.workspace.event_facets import Facet, Field, values_of
from timeline_app.workspace.event_filter import searched_texts
from timeline_app.workspace.event_keys import (
    TIMES,
    WORDS,
    TimeKeys,
    Words,
    column_words,
    digest_time_keys,
    digest_time_words,
    time_keys,
)

_TURN_SECONDS = 0.006  # of reading ahead in an idle moment
_PORTION = 100  # events, between two looks at the clock
_FACETS = {Field.TEXT: Field.SOURCE}  # fields that are asked of what another holds


class EventSlots:
    """The slots of one document; `read` takes in what changed, `claim` and `release` what came and went.

    A large project tells in its digest what is needed first, so that no event need be read.
    """

    def __init__(self, document: TimelineDocument) -> None:
        self._document = document
        digest = document.digest
        self._ids = list(digest.ids if digest is not None else document.events)
        self._finder = digest.rows if digest is not None else RowFinder(self._ids)
        self._known: dict[str, int] | None = None
        self._free: list[int] = []
        self._times: TimeKeys = np.zeros((len(self._ids), TIMES), np.int64)
        self._by_time: NDArray[np.intp] | None = None
        self._words: dict[ColumnId, Words] = {}
        self._texts: list[str] | None = None
        self._facets: dict[Field, Facet] = {}
        self._preparing: Iterator[None] | None = None
        if digest is not None:
            self._times = digest_time_keys(digest)
            self._words[ColumnId.TIME] = digest_time_words(digest)
        else:
            self.read(range(len(self._ids)), self._events())

    def __len__(self) -> int:
        """How many events there are."""
        return len(self._ids) - len(self._free)

    @property
    def capacity(self) -> int:
        """How many slots there are, free ones included."""
        return len(self._times)

    @property
    def ids(self) -> Sequence[str]:
        """The event of each slot that was ever taken."""
        return self._ids

    @property
    def is_indexed(self) -> bool:
        """Whether more than a few events were asked for, so that each is found at once."""
        return self._known is not None

    @property
    def all(self) -> Mapping[str, int]:
        """The slot of each event, made when more is asked than where a few are."""
        return self._index

    @property
    def _index(self) -> dict[str, int]:
        if self._known is None:
            self._known = dict(self._finder.all)
        return self._known

    def get(self, event_id: str) -> int | None:
        """The slot of an event, None where the document lacks it."""
        return (self._finder if self._known is None else self._known).get(event_id)

    # ---- what comes, changes and goes

    def read(self, slots: Sequence[int], events: Sequence[Event]) -> None:
        """Reads anew what is kept of the events in some slots."""
        where = np.asarray(slots, np.intp)
        self._times[where] = time_keys(events, self._document)
        self._by_time = self._preparing = None  # what is being read ahead would not know of this
        for column, words in self._words.items():
            words[where] = column_words(column, events, self._document)
        if self._texts is not None:
            self._texts += [""] * (len(self._ids) - len(self._texts))
            for slot, text in zip(slots, searched_texts(events, self._document), strict=True):
                self._texts[slot] = text
        for field, facet in self._facets.items():
            facet.put(slots, values_of(field, events, self._document))

    def claim(self, event_id: str) -> int:
        """A slot for a new event, which has still to be read."""
        if self._free:
            slot = self._free.pop()
            self._ids[slot] = event_id
        else:
            slot = len(self._ids)
            self._ids.append(event_id)
            if slot == self.capacity:
                self._grow()
        self._index[event_id] = slot
        return slot

    def release(self, event_id: str) -> int:
        """Frees the slot of an event that has gone; answers which it was."""
        slot = self._index.pop(event_id)
        self._ids[slot] = ""
        self._free.append(slot)
        self._preparing = None
        return slot

    def _grow(self) -> None:
        """Makes room for half as many slots again."""
        more = max(64, self.capacity // 2)
        self._times = np.concatenate([self._times, np.zeros((more, TIMES), np.int64)])
        for column, words in self._words.items():
            self._words[column] = np.concatenate([words, np.zeros((more, WORDS), np.uint64)])

    # ---- what is known of each

    def time_key(self, slot: int) -> list[int]:
        """What one event sorts by in time."""
        told: list[int] = self._times[slot].tolist()
        return told

    def in_order_of_time(self) -> NDArray[np.intp]:
        """Every slot in the order of time, kept until an event changes."""
        if self._by_time is None:
            self._by_time = order_of(tuple(self._times.T))
        return self._by_time

    def words_of(self, column: ColumnId) -> Words:
        """The words of a column that is sorted by, kept from the first time they are needed."""
        if column not in self._words:
            words = np.zeros((self.capacity, WORDS), np.uint64)
            words[list(self._index.values())] = column_words(column, self._events(), self._document)
            self._words[column] = words
        return self._words[column]

    def facet(self, field: Field) -> Facet:
        """What the events hold in a field; read once, when it is first asked for."""
        field = _FACETS.get(field, field)
        if field not in self._facets:
            facet = self._facets[field] = Facet()
            facet.put(list(self._index.values()), values_of(field, self._events(), self._document))
        return self._facets[field]

    def searched_texts(self) -> list[str]:
        """What a search looks at, by slot."""
        if self._texts is None:
            self._texts = [""] * len(self._ids)
            found = searched_texts(self._events(), self._document)
            for slot, text in zip(self._index.values(), found, strict=True):
                self._texts[slot] = text
        return self._texts

    def _events(self) -> list[Event]:
        """The events in the order of the index."""
        events = self._document.events
        return [events[event_id] for event_id in self._index]

    # ---- reading ahead

    def prepare_some(self) -> bool:
        """Reads for some milliseconds what will be looked at; False when all is read.

        For idle moments, so that the first letter typed finds as fast as the second.
        """
        end = time.monotonic() + _TURN_SECONDS
        if self._document.read_on(end):
            return True
        if self._preparing is None:
            self._preparing = self._prepare()
        for _portion in self._preparing:
            if time.monotonic() >= end:
                return True
        self._preparing = None
        return False

    def _prepare(self) -> Iterator[None]:
        """Makes what is missing, some events at a step; each part is of use once it is whole."""
        if self._texts is None:
            texts = [""] * len(self._ids)
            for slots, events in self._portions():
                for slot, text in zip(slots, searched_texts(events, self._document), strict=True):
                    texts[slot] = text
                yield
            self._texts = texts
        for field in Field:
            if field not in self._facets and field not in _FACETS:
                facet = Facet()
                for slots, events in self._portions():
                    facet.put(slots, values_of(field, events, self._document))
                    yield
                self._facets[field] = facet
        for column in ColumnId:
            if column not in self._words:
                words = np.zeros((self.capacity, WORDS), np.uint64)
                for slots, events in self._portions():
                    words[slots] = column_words(column, events, self._document)
                    yield
                self._words[column] = words

    def _portions(self) -> Iterator[tuple[list[int], list[Event]]]:
        """Slots with their events, some at a time."""
        events, each = self._document.events, list(self._index.items())
        for start in range(0, len(each), _PORTION):
            some = each[start : start + _PORTION]
            yield [slot for _id, slot in some], [events[event_id] for event_id, _slot in some]
