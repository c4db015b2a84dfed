"""FilterControl: the query line, the chips and the saved views, all leading to the one filter of every pane."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.formats.text_index import Passages, place_in
from timeline_app.model.change import SavedView
from timeline_app.model.token import Span
from timeline_app.workspace.collector import set_aside
from timeline_app.workspace.event_filter import SHOWN_STATUSES, Condition, EventFilter
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.event_query import read_query
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.views import filter_of, order_of

_DELAY_MS = 120  # between the last letter typed and the search
_LOOK_MS = 250  # between that and a look at what the texts of sources hold
_IDLE_MS = 60  # between two readings ahead
_TURNS = 20  # of reading ahead, after which what was read is set aside from the garbage collector


class FilterControl(QObject):
    """Chips hold conditions; the line holds what is being typed.  `changed` tells that either is another.

    `problem` says why part of the line cannot be used.  Plain words are looked for in the texts of all sources too:
    `passages` says which paragraphs of each source hold them, `offered` how many more events would be shown if
    those of such sources were, both once `texts_searched` told so.
    """

    changed = Signal()
    texts_searched = Signal()
    lanes_wanted = Signal(str)  # by a saved view

    def __init__(self, store: DocumentStore, order: EventOrder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._order = store, order
        self._chips: tuple[Condition, ...] = ()
        self._line = ""
        self._shows_rejected = self._whole_texts = False
        self.problem = ""
        self.passages: dict[str, Passages] = {}
        self.offered = 0
        self._turns = 0  # of reading ahead
        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self.apply)
        self._idle = QTimer(self, interval=_IDLE_MS)
        self._idle.timeout.connect(self._read_ahead)
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self._search_texts)
        order.texts.grown.connect(self._look.start)
        store.reset.connect(self._on_reset)

    @property
    def chips(self) -> tuple[Condition, ...]:
        """The conditions in force that are no longer in the line."""
        return self._chips

    @property
    def line(self) -> str:
        """What is typed in the query line."""
        return self._line

    @property
    def whole_texts(self) -> bool:
        """Whether words are looked for in the whole texts of sources."""
        return self._order.filter.whole_texts

    @property
    def query(self) -> str:
        """The words and "phrases" that are searched for."""
        return self._order.filter.query

    def first_place(self, source_id: str) -> Span:
        """Where a source of the `passages` first holds what is searched for."""
        return place_in(self._store.document.sources[source_id].text, self.passages[source_id].first, self.query)

    @property
    def shows_rejected(self) -> bool:
        """Whether rejected events are shown too."""
        return self._shows_rejected

    def shows(self, event_id: str) -> bool:
        """Whether the filter in force shows an event."""
        return self._order.is_shown(event_id)

    def type(self, line: str) -> None:
        """Takes what is being typed; the filter follows after a moment."""
        if line != self._line:
            self._line = line
            self._timer.start()

    def enter(self) -> None:
        """Makes chips of the conditions in the line; words stay in it."""
        query = read_query(self._line, self._store.document, EventFilter(conditions=self._chips))
        if not query.problem:
            self._chips, self._line = query.filter.conditions, query.filter.text
            self._whole_texts = query.filter.whole_texts
        self.apply()

    def add(self, condition: Condition) -> None:
        """Adds a chip, unless it is there."""
        if condition not in self._chips:
            self._chips = (*self._chips, condition)
        self.apply()

    def remove(self, condition: Condition) -> None:
        """Takes a chip away."""
        self._chips = tuple(chip for chip in self._chips if chip != condition)
        self.apply()

    def show_rejected(self, shown: bool) -> None:
        """Shows rejected events too, or hides them again."""
        self._shows_rejected = shown
        self.apply()

    def search_whole_texts(self, whole: bool) -> None:
        """Looks for words in the whole texts of sources, or only in what tells an event."""
        self._whole_texts = whole
        self.apply()

    def clear(self) -> None:
        """Shows every event again; rejected ones as before."""
        self._chips, self._line, self._whole_texts = (), "", False
        self.apply()

    def show_view(self, view: SavedView) -> None:
        """Shows what a saved view shows, in its order and lanes."""
        wanted = filter_of(view, self._store.document)
        self._chips, self._line, self._shows_rejected = wanted.conditions, wanted.text, view.shows_rejected
        self._whole_texts = wanted.whole_texts
        self.apply()
        column, descending = order_of(view)
        if (column, descending) != (self._order.column, self._order.descending):
            self._order.sort_by(column, descending)
        if view.lanes_by and view.lanes_by != self._store.document.settings.lanes_by:
            self.lanes_wanted.emit(view.lanes_by)

    def apply(self) -> None:
        """Filters now."""
        self._timer.stop()
        statuses = None if self._shows_rejected else SHOWN_STATUSES
        base = EventFilter(statuses=statuses, conditions=self._chips, whole_texts=self._whole_texts)
        query = read_query(self._line, self._store.document, base)
        if not query.filter.words:
            self._whole_texts = False
            query = replace(query, filter=replace(query.filter, whole_texts=False))
        self.problem, self.offered = query.problem, 0
        self._order.set_filter(query.filter)
        self.changed.emit()
        if query.filter.words:
            self._look.start()
        else:
            self._store.turns.forget(self)
            self._tell_of_texts({}, 0)

    def _search_texts(self) -> None:
        """Finds out, a moment after the last letter, where the words stand in the texts."""
        self._store.turns.anew(self, self._searching())

    def _searching(self) -> Iterator[None]:
        """The steps of that; all anew after a moment where the filter or the document changed between two of them."""
        wanted, revision = self._order.filter, self._store.revision
        passages = self._order.texts.passages(wanted.query) if wanted.query else {}
        yield
        counting = self._order.counting_in_whole_texts()
        while (self._order.filter, self._store.revision) == (wanted, revision):
            try:
                yield next(counting)
            except StopIteration as end:
                self._tell_of_texts(passages, end.value)
                return
        self._look.start()

    def _tell_of_texts(self, passages: dict[str, Passages], offered: int) -> None:
        if (passages, offered) != (self.passages, self.offered):
            self.passages, self.offered = passages, offered
            self.texts_searched.emit()

    def prepare(self) -> None:
        """Begins to read ahead, in idle moments, what searches and sorts will look at."""
        self._idle.start()

    def _read_ahead(self) -> None:
        if not self._order.prepare_some():
            self._idle.stop()
            self._order.texts.begin()
            set_aside()
        elif self._turns % _TURNS == 0:
            set_aside()
        self._turns += 1

    def _on_reset(self) -> None:
        self._shows_rejected = False
        self.clear()
        if self._idle.isActive() or self._store.document.events:
            self._idle.start()
