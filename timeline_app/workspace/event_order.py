"""EventOrder: which events are shown and in which order, shared by the table and the timeline.

`EventSlots` knows what the events sort by and hold; `_order` are the shown slots in order.  A full sort is one
`lexsort`; a single edit finds its new place by bisection and tells about that row only.
"""

from bisect import bisect_left
from collections.abc import Collection, Generator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from timeline_app.model.change import ProjectSettings
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.event_columns import ColumnId
from timeline_app.workspace.event_facets import Facet, Field, Test
from timeline_app.workspace.event_filter import Condition, EventFilter
from timeline_app.workspace.event_keys import WORDS
from timeline_app.workspace.event_slots import EventSlots
from timeline_app.workspace.filter_values import test_of
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.text_search import TextSearch
from timeline_app.workspace.turns import whole

_MANY = 64  # events changed at once, from which one full sort is cheaper than single moves
_SEARCHED = 20_000  # events in which a word is looked for in one step


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
    visibility_changed = Signal()  # other events are shown or hidden, or the filter is another

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._filter = EventFilter()
        self.texts = TextSearch(store, self)
        self.texts.grown.connect(self._on_texts)
        self._column = ColumnId.TIME
        self._descending = False
        self._visibility_moved = False
        self._hidden: frozenset[str] | None = None  # events, as long as few are asked for
        self._rebuild()
        store.changed.connect(self._on_changed)
        store.reset.connect(self._on_reset)

    def __len__(self) -> int:
        return len(self._order)

    @property
    def ids(self) -> list[str]:
        """The shown events in order."""
        return [self._slots.ids[slot] for slot in self._order.tolist()]

    def id_at(self, row: int) -> str:
        """The event in a row."""
        return self._slots.ids[int(self._order[row])]

    def row_of(self, event_id: str) -> int:
        """The row of an event, -1 when it is hidden or not in the document."""
        slot = self._slots.get(event_id)
        return -1 if slot is None else self._row_of_slot(slot)

    def is_shown(self, event_id: str) -> bool:
        """Whether the filter shows an event of the document."""
        if not self._slots.is_indexed:  # the hidden ones are fewer than all
            if self._hidden is None:
                self._hidden = frozenset(self._slots.ids[slot] for slot in np.flatnonzero(~self._shown).tolist())
            return event_id not in self._hidden
        slot = self._slots.get(event_id)
        return slot is not None and bool(self._shown[slot])

    @property
    def hidden_count(self) -> int:
        """How many events the filter hides."""
        return len(self._slots) - len(self._order)

    @property
    def hidden_by_filter(self) -> int:
        """How many events the conditions hide, beside those that are out of sight because they were rejected."""
        statuses = self._filter.allowed_statuses
        if statuses is None:
            return self.hidden_count
        alive = list(self._slots.all.values())
        eligible = self.facet(Field.STATUS).select(statuses.__contains__, len(self._shown))[alive]
        return int(np.count_nonzero(eligible)) - len(self._order)

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
        self._column, self._descending = column, descending
        self._sort()
        self.was_sorted.emit()

    def set_filter(self, event_filter: EventFilter) -> None:
        """Shows the events that meet the conditions."""
        if event_filter == self._filter:
            return
        self._filter = event_filter
        self._filter_anew()

    def _filter_anew(self) -> None:
        self.about_to_reset.emit()
        self._set_all_shown()
        self._sort()
        self.was_reset.emit()
        self.visibility_changed.emit()

    def _on_texts(self) -> None:
        """More texts can be searched now."""
        if self._filter.asks_texts:
            self._filter_anew()

    @property
    def _document(self) -> TimelineDocument:
        return self._store.document

    # ---- what is shown

    def _rebuild(self) -> None:
        self._slots = EventSlots(self._document)
        self._hidden = None
        self._shown: NDArray[np.bool_] = np.zeros(self._slots.capacity, np.bool_)
        digest, allowed = self._document.digest, self._filter.allowed_statuses
        if digest is None or self._filter.words or self._filter.conditions:
            self._set_all_shown()
        else:  # told without reading a single event
            self._shown = np.ones(len(digest), np.bool_) if allowed is None else digest.has_status(allowed)
        self._sort()

    def _fill(self, slots: Sequence[int], events: Sequence[Event]) -> None:
        """Reads anew what some slots sort by, and whether they are shown."""
        self._slots.read(slots, events)
        if len(slots) > _MANY:
            self._set_all_shown()
        else:
            self._shown[slots] = [self._filter.matches(event, self._document, self.texts.holding) for event in events]

    def counting_in_whole_texts(self) -> Generator[None, None, int]:
        """How many more events would be shown if words were looked for in the whole texts of their sources.

        Told step by step, in between which no event nor the filter may change.
        """
        if self._filter.whole_texts or not self._filter.query:
            return 0
        wider = yield from self._showing(replace(self._filter, whole_texts=True))
        return int(np.count_nonzero(wider)) - len(self._order)

    def _set_all_shown(self) -> None:
        self._shown = whole(self._showing(self._filter))

    def _showing(self, event_filter: EventFilter) -> Generator[None, None, NDArray[np.bool_]]:
        """Decides for every slot whether a filter shows it, each condition in one pass and a step of its own."""
        size = len(self._shown)
        shown = np.zeros(size, np.bool_)
        shown[list(self._slots.all.values())] = True
        statuses = event_filter.allowed_statuses
        if statuses is not None:
            shown &= self.facet(Field.STATUS).select(statuses.__contains__, size)
        for (field, negated), conditions in event_filter.grouped().items():
            facet, met = self.facet(field), np.zeros(size, np.bool_)
            for condition in conditions:
                if condition.asks_for_none:
                    met |= facet.missing(size)
                else:
                    met |= facet.select(self._test_of(condition), size)
                yield
            shown &= ~met if negated else met
        for word, absent in event_filter.words:
            texts = self._slots.searched_texts()
            rows = np.flatnonzero(shown)
            held = np.zeros(len(rows), np.bool_)
            for start in range(0, len(rows), _SEARCHED):
                some = rows[start : start + _SEARCHED].tolist()
                held[start : start + len(some)] = [word in texts[slot] for slot in some]
                yield
            if event_filter.whole_texts:
                held |= self.facet(Field.SOURCE).select(self.texts.holding(word).__contains__, size)[rows]
                yield
            shown[rows] = ~held if absent else held
        return shown

    def _test_of(self, condition: Condition) -> Test:
        return test_of(condition.field, condition.value, self._document, self.texts.holding)

    def facet(self, field: Field) -> Facet:
        """What the events hold in a field."""
        return self._slots.facet(field)

    def prepare_some(self) -> bool:
        """Reads for some milliseconds what searches, conditions and sorts will look at; False when all is read."""
        return self._slots.prepare_some()

    def _slot_for(self, event_id: str) -> int:
        """The slot of an event, a new one for a new event."""
        known = self._slots.all.get(event_id)
        if known is not None:
            return known
        slot = self._slots.claim(event_id)
        more = self._slots.capacity - len(self._shown)
        if more:
            self._shown = np.concatenate([self._shown, np.zeros(more, np.bool_)])
            self._set_order(self._order)
        self._visibility_moved = True
        return slot

    def _release(self, event_id: str) -> None:
        self._shown[self._slots.release(event_id)] = False
        self._visibility_moved = True

    # ---- order

    def _sort(self) -> None:
        words = self._slots.words_of(self._column)
        by_time = self._slots.in_order_of_time()
        order = by_time[self._shown[by_time]]
        if self._column is not ColumnId.TIME:  # lexsort leaves equals as they are, so in the order of time
            order = order[np.lexsort([words[order, word] for word in reversed(range(WORDS))])]
        if self._descending:
            order = order[::-1]
        filled = words[order, 0] > 0
        self._set_order(np.concatenate([order[filled], order[~filled]]))

    def _set_order(self, order: NDArray[np.intp]) -> None:
        self._order = order
        self._rows: NDArray[np.intp] | None = None

    def _row_of_slot(self, slot: int) -> int:
        if self._rows is None:
            self._rows = np.full(len(self._shown), -1, np.intp)
            self._rows[self._order] = np.arange(len(self._order))
        return int(self._rows[slot])

    def _place_in(self, order: NDArray[np.intp], slot: int) -> int:
        """The row at which a slot belongs in an order that lacks it."""
        words = self._slots.words_of(self._column)
        filled = int(np.count_nonzero(words[order, 0]))
        low, high = (0, filled) if words[slot, 0] else (filled, len(order))
        target = self._key(slot)

        def is_after(row: int) -> bool:
            key = self._key(int(order[row]))
            return key < target if self._descending else key > target

        return bisect_left(range(len(order)), True, low, high, key=is_after)

    def _key(self, slot: int) -> tuple[list[int], list[int], int]:
        return self._slots.words_of(self._column)[slot].tolist(), self._slots.time_key(slot), slot

    # ---- changes

    def _on_reset(self) -> None:
        self.about_to_reset.emit()
        self._rebuild()
        self.was_reset.emit()
        self.visibility_changed.emit()

    def _on_changed(self, summary: ChangeSummary) -> None:
        self._visibility_moved = False
        touched = set(summary.events)
        for source_id in summary.touched(Source):  # its title and position are its events'
            touched.update(link.event_id for link in self._document.links_of_source(source_id))
        if len(touched) > _MANY or summary.touched(ProjectSettings):
            self._update_many(touched)
        else:
            for event_id in sorted(touched):
                self._update_one(event_id)
        if self._visibility_moved:
            self.visibility_changed.emit()

    def _update_many(self, event_ids: Collection[str]) -> None:
        self.about_to_reset.emit()
        events = self._document.events
        for event_id in event_ids:
            if event_id not in events and event_id in self._slots.all:
                self._release(event_id)
        there = [event_id for event_id in event_ids if event_id in events]
        slots = [self._slot_for(event_id) for event_id in there]
        self._fill(slots, [events[event_id] for event_id in there])
        self._sort()
        self._visibility_moved = True
        self.was_reset.emit()

    def _update_one(self, event_id: str) -> None:
        event = self._document.events.get(event_id)
        row = self.row_of(event_id)
        if event is None:
            self._take_row(row)
            if event_id in self._slots.all:
                self._release(event_id)
            return
        slot = self._slot_for(event_id)
        before = self._key(slot)
        self._fill([slot], [event])
        if not self._shown[slot]:
            self._take_row(row)
        elif row < 0:
            self._put_row(slot)
        elif before == self._key(slot):
            self.rows_changed.emit([row])
        else:
            self._move_row(row, slot)

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
