"""EventOrder: which events are shown and in which order, shared by the table and the timeline.

Events live in numbered slots; NumPy arrays over the slots hold what they sort by, and `_order` the shown slots in
order.  A full sort is one `lexsort`; a single edit finds its new place by bisection and tells about that row only.
"""

from bisect import bisect_left
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from timeline_app.model.change import ProjectSettings
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.event_columns import COLUMN, ColumnId, sort_words
from timeline_app.workspace.event_filter import EventFilter
from timeline_app.workspace.store import DocumentStore

_MANY = 64  # events changed at once, from which one full sort is cheaper than single moves
_UNDATED = np.iinfo(np.int64).max


class EventOrder(QObject):
    """The shown events in the order of one column; empty cells come last whichever way it runs.

    Signals come in pairs, before and after, as item models need them.  A moved row's target is the row before which
    it will stand, counted before the move (as in `QAbstractItemModel.beginMoveRows`).
    """

    about_to_reset = Signal()
    was_reset = Signal()
    about_to_sort = Signal()
    was_sorted = Signal()
    about_to_insert = Signal(int)
    was_inserted = Signal()
    about_to_remove = Signal(int)
    was_removed = Signal()
    about_to_move = Signal(int, int)
    was_moved = Signal()
    rows_changed = Signal(object)  # list of rows
    visibility_changed = Signal()  # other events are shown, or the filter is another

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._filter = EventFilter()
        self._column = ColumnId.TIME
        self._descending = False
        self._visibility_moved = False
        self._rebuild()
        store.changed.connect(self._on_changed)
        store.reset.connect(self._on_reset)

    def __len__(self) -> int:
        return len(self._order)

    @property
    def ids(self) -> list[str]:
        """The shown events in order."""
        return [self._ids[slot] for slot in self._order.tolist()]

    def id_at(self, row: int) -> str:
        """The event in a row."""
        return self._ids[int(self._order[row])]

    def row_of(self, event_id: str) -> int:
        """The row of an event, -1 when it is hidden or not in the document."""
        slot = self._slots.get(event_id)
        return -1 if slot is None else self._row_of_slot(slot)

    @property
    def hidden_count(self) -> int:
        """How many events the filter hides."""
        return len(self._slots) - len(self._order)

    @property
    def filter(self) -> EventFilter:
        """The conditions in force."""
        return self._filter

    @property
    def column(self) -> ColumnId:
        """The column that is sorted by."""
        return self._column

    @property
    def descending(self) -> bool:
        """Whether the last comes first."""
        return self._descending

    def sort_by(self, column: ColumnId, descending: bool = False) -> None:
        """Sorts by a column; equal cells are in order of time, then of the text."""
        self.about_to_sort.emit()
        if column is not self._column:
            self._column = column
            for event_id, slot in self._slots.items():
                self._set_words(slot, self._document.events[event_id])
        self._descending = descending
        self._sort()
        self.was_sorted.emit()

    def set_filter(self, event_filter: EventFilter) -> None:
        """Shows the events that meet the conditions."""
        if event_filter == self._filter:
            return
        self.about_to_reset.emit()
        self._filter = event_filter
        for event_id, slot in self._slots.items():
            self._shown[slot] = event_filter.matches(self._document.events[event_id], self._document)
        self._sort()
        self.was_reset.emit()
        self.visibility_changed.emit()

    @property
    def _document(self) -> TimelineDocument:
        return self._store.document

    def _rebuild(self) -> None:
        events = self._document.events
        self._ids = list(events)
        self._slots = {event_id: slot for slot, event_id in enumerate(self._ids)}
        self._free: list[int] = []
        self._allocate(len(self._ids))
        for slot, event in enumerate(events.values()):
            self._fill(slot, event)
        self._sort()

    def _allocate(self, size: int) -> None:
        self._words: NDArray[np.uint64] = np.zeros((size, 3), np.uint64)
        self._times: NDArray[np.int64] = np.zeros((size, 3), np.int64)  # begin, end, place in the texts
        self._empty: NDArray[np.bool_] = np.zeros(size, np.bool_)
        self._shown: NDArray[np.bool_] = np.zeros(size, np.bool_)

    def _grow(self) -> None:
        """Makes room for half as many slots again."""
        more = max(64, len(self._shown) // 2)
        for name in ("_words", "_times", "_empty", "_shown"):
            old = getattr(self, name)
            setattr(self, name, np.concatenate([old, np.zeros((more, *old.shape[1:]), old.dtype)]))

    def _fill(self, slot: int, event: Event) -> None:
        begin, end = event.time.sort_key if event.time is not None else (_UNDATED, _UNDATED)
        self._times[slot] = begin, end, self._text_place(event.id)
        self._shown[slot] = self._filter.matches(event, self._document)
        self._set_words(slot, event)

    def _text_place(self, event_id: str) -> int:
        """Where in the sources, in their order, an event is first told; drawn events come last."""
        links = self._document.links_of_event(event_id)
        if not links:
            return int(_UNDATED)
        source = self._document.sources.get(links[0].source_id)
        return ((source.position if source else 0) << 32) + links[0].sentence.start

    def _set_words(self, slot: int, event: Event) -> None:
        words = sort_words(COLUMN[self._column], event, self._document)
        self._empty[slot] = words is None
        self._words[slot] = words or 0

    def _sort(self) -> None:
        slots = np.flatnonzero(self._shown)
        words, times = self._words[slots], self._times[slots]
        keys: list[NDArray[Any]] = [times[:, 2], times[:, 1], times[:, 0]]
        if self._column is not ColumnId.TIME:
            keys += [words[:, 2], words[:, 1], words[:, 0]]
        order = slots[np.lexsort(keys)]
        if self._descending:
            order = order[::-1]
        empty = self._empty[order]
        self._set_order(np.concatenate([order[~empty], order[empty]]))

    def _set_order(self, order: NDArray[np.int64]) -> None:
        self._order = order
        self._rows: NDArray[np.int64] | None = None

    def _row_of_slot(self, slot: int) -> int:
        if self._rows is None:
            self._rows = np.full(len(self._shown), -1, np.int64)
            self._rows[self._order] = np.arange(len(self._order))
        return int(self._rows[slot])

    def _place_in(self, order: NDArray[np.int64], slot: int) -> int:
        """The row at which a slot belongs in an order that lacks it."""
        filled = len(order) - int(np.count_nonzero(self._empty[order]))
        low, high = (filled, len(order)) if self._empty[slot] else (0, filled)
        target = self._key(slot)

        def is_after(row: int) -> bool:
            key = self._key(int(order[row]))
            return key < target if self._descending else key > target

        return bisect_left(range(len(order)), True, low, high, key=is_after)

    def _key(self, slot: int) -> tuple[list[int], list[int], int]:
        words = [] if self._column is ColumnId.TIME else self._words[slot].tolist()
        return words, self._times[slot].tolist(), slot

    def _on_reset(self) -> None:
        self.about_to_reset.emit()
        self._rebuild()
        self.was_reset.emit()
        self.visibility_changed.emit()

    def _on_changed(self, summary: ChangeSummary) -> None:
        if summary.touched(ProjectSettings) or len(summary.events) > _MANY:
            self._update_many(summary)
            return
        self._visibility_moved = False
        for event_id in sorted(summary.events):
            self._update_one(event_id)
        if renamed := summary.touched(Source):
            self._update_sources(renamed)
        if self._visibility_moved:
            self.visibility_changed.emit()

    def _update_many(self, summary: ChangeSummary) -> None:
        self.about_to_reset.emit()
        self._rebuild()
        self.was_reset.emit()
        if summary.events:
            self.visibility_changed.emit()

    def _update_sources(self, source_ids: frozenset[str]) -> None:
        """A source's title is a cell of its events, and sorts them."""
        links = [link for id_ in source_ids for link in self._document.links_of_source(id_)]
        for event_id in sorted({link.event_id for link in links}):
            self._update_one(event_id)

    def _update_one(self, event_id: str) -> None:
        event = self._document.events.get(event_id)
        slot = self._slots.get(event_id)
        row = -1 if slot is None else self._row_of_slot(slot)
        if event is None:
            if slot is not None:
                self._take_row(row)
                self._release(event_id, slot)
            return
        if slot is None:
            slot = self._claim(event_id)
        before = self._key(slot), bool(self._empty[slot])
        self._fill(slot, event)
        if not self._shown[slot]:
            self._take_row(row)
        elif row < 0:
            self._put_row(slot)
        elif before == (self._key(slot), bool(self._empty[slot])):
            self.rows_changed.emit([row])
        else:
            self._move_row(row, slot)

    def _claim(self, event_id: str) -> int:
        if not self._free and len(self._ids) == len(self._shown):
            self._grow()
            self._rows = None
        if self._free:
            slot = self._free.pop()
            self._ids[slot] = event_id
        else:
            slot = len(self._ids)
            self._ids.append(event_id)
        self._slots[event_id] = slot
        self._visibility_moved = True
        return slot

    def _release(self, event_id: str, slot: int) -> None:
        del self._slots[event_id]
        self._ids[slot] = ""
        self._shown[slot] = False
        self._free.append(slot)
        self._visibility_moved = True

    def _take_row(self, row: int) -> None:
        if row >= 0:
            self.about_to_remove.emit(row)
            self._set_order(np.delete(self._order, row))
            self.was_removed.emit()
            self._visibility_moved = True

    def _put_row(self, slot: int) -> None:
        row = self._place_in(self._order, slot)
        self.about_to_insert.emit(row)
        self._set_order(np.insert(self._order, row, slot))
        self.was_inserted.emit()
        self._visibility_moved = True

    def _move_row(self, row: int, slot: int) -> None:
        rest = np.delete(self._order, row)
        target = self._place_in(rest, slot)
        if target != row:
            self.about_to_move.emit(row, target if target < row else target + 1)
            self._set_order(np.insert(rest, target, slot))
            self.was_moved.emit()
        self.rows_changed.emit([target])
