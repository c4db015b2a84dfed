"""SourcesPane: the documents, the events that wait for review, and the tray of undated ones."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from timeline_app.gui.grades import RELIABILITY
from timeline_app.gui.list_room import height_beside, share_room
from timeline_app.gui.notice import Notice
from timeline_app.gui.palette import Palette
from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.review import ReadingOrder
from timeline_app.gui.review_pane import ReviewPane
from timeline_app.gui.review_queue import ReviewQueue
from timeline_app.gui.row_list import RowList
from timeline_app.gui.rows import Row
from timeline_app.gui.section_heading import SectionHeading
from timeline_app.gui.source_rows import lines_below, namesakes, source_row
from timeline_app.model.change import ProjectSettings
from timeline_app.model.event import SourceLink
from timeline_app.model.source import Source
from timeline_app.workspace import operations
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.filter_control import FilterControl
from timeline_app.workspace.pair_queue import PairQueue
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.settling import DateState, date_state
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.translation import translated

translate = QCoreApplication.translate
_MANY = 64  # events changed at once, from which all rows are made anew
_LEAST_WIDTH = 200  # pixels
_COME_MS = 220  # documents of an import that come within are shown together, not in one turn with the timeline
_GONE = Row("")  # of a record that just left the document, until the list is told


class SourcesPane(QWidget):
    """Three lists that follow the selection and lead it."""

    context_requested = Signal(str, str)
    remove_requested = Signal(str)
    passage_chosen = Signal(str, object)  # a source and the Span of the first place that holds what is searched for
    import_requested = Signal()
    settle_requested = Signal()
    compare_requested = Signal()

    def __init__(
        self,
        store: DocumentStore,
        selection: Selection,
        order: EventOrder,
        reading: ReadingOrder,
        queue: ReviewQueue,
        pairs: PairQueue,
        control: FilterControl,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._selection, self._order, self._reading = store, selection, order, reading
        self._pairs, self._control = pairs, control
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sources = RowList(self.tr("Sources"))
        self.queue = ReviewPane(store, queue)
        self.review = self.queue.list
        self.undated = RowList(self.tr("Undated events"), several=True)
        self.dates = Notice(self.tr("Settle…"), self.tr("Settle publication dates"))
        self.alike = Notice(self.tr("Compare…"), self.tr("Compare events that may be one"))
        # of the height that they share: the queue is the work, and first to take what the others leave
        self._weights = {self.review: 7, self.sources: 4, self.undated: 1}
        self._titles = [SectionHeading() for _ in range(2)]
        self._nothing = label(self.tr("No reports yet."), "muted", wrap=True)
        self._headings = {"sources": self._titles[0], "review": self.queue.title, "undated": self._titles[1]}
        self._build()
        for heading in self._headings.values():
            heading.toggled.connect(lambda _folded: self._on_folded())
        self.sources.selectionModel().selectionChanged.connect(self._on_source)
        self.sources.clicked.connect(self._on_source)
        self.sources.doubleClicked.connect(self._ask_context)
        self.sources.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.sources.customContextMenuRequested.connect(self._source_menu)
        for events in (self.review, self.undated):
            events.selectionModel().selectionChanged.connect(lambda *_, view=events: self._on_events(view))
            events.clicked.connect(lambda *_, view=events: self._on_events(view))
        selection.changed.connect(self._on_selection)
        store.changed.connect(self._on_changed)
        store.reset.connect(self.refresh)
        order.visibility_changed.connect(self._on_visibility)
        queue.changed.connect(self._on_queue)
        control.texts_searched.connect(self._on_found)
        pairs.changed.connect(lambda: store.soon((self, "pairs"), self._show_pairs))
        self.dates.clicked.connect(self.settle_requested)
        self.alike.clicked.connect(self.compare_requested)
        self._unsettled: dict[str, DateState] = {}
        self._stale: frozenset[str] = frozenset()
        self._heads: dict[str, Source] = {}  # as the list was last made
        self._namesakes: frozenset[str] = frozenset()  # sources with the title of another
        self._come = QTimer(self, singleShot=True, interval=_COME_MS)
        self._come.timeout.connect(lambda: store.turns.once(self, self._show_stale))
        self.refresh()

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        for part in (self.sources, self.queue, self.undated):
            part.set_palette_colors(palette)
        for heading in self._titles:
            heading.set_palette_colors(palette)

    @property
    def unsettled(self) -> dict[str, DateState]:
        """The sources whose publication date is missing or in conflict."""
        return self._unsettled

    @property
    def folded(self) -> tuple[str, ...]:
        """Names of the lists that are folded away, to be kept between runs."""
        return tuple(name for name, heading in self._headings.items() if heading.isChecked())

    def fold(self, names: Collection[str]) -> None:
        """Folds these lists away, and no others."""
        for name, heading in self._headings.items():
            heading.setChecked(name in names)

    def _on_folded(self) -> None:
        self._show(frozenset())
        self._share_room()

    def refresh(self, _cause: object = None) -> None:
        """Reads the document anew."""
        self._come.stop()
        self._stale = frozenset()
        self._unsettled = {}
        self._look_at_dates({source.id: source for source in self._store.document.source_heads()})
        self._show(stale=None)
        self._show_pairs()

    def _look_at_dates(self, sources: Mapping[str, Source | None]) -> None:
        """Finds out which of some sources, None for one that is gone, have no date, or several."""
        for source_id, source in sources.items():
            state = date_state(source) if source is not None else DateState.SETTLED
            if state is DateState.SETTLED:
                self._unsettled.pop(source_id, None)
            else:
                self._unsettled[source_id] = state

    def _show_dates(self) -> None:
        """Says how many sources have no date, or several."""
        states = list(self._unsettled.values())
        missing, several = states.count(DateState.MISSING), states.count(DateState.CONFLICT)
        told = [self.tr("%n source(s) without a date", "", missing)] if missing else []
        told += [self.tr("%n source(s) with several dates", "", several)] if several else []
        self.dates.show_text(" · ".join(told))

    def _show_pairs(self) -> None:
        """Says how many pairs of events may be one."""
        waiting, against = len(self._pairs), self._pairs.contradictions
        told = [self.tr("%n pair(s) may be one event", "", waiting - against)] if waiting > against else []
        told += [self.tr("%n contradiction(s)", "", against)] if against else []
        self.alike.show_text(" · ".join(told))

    def _on_queue(self) -> None:
        self._show(frozenset())

    def _on_found(self) -> None:
        """Lists the sources that hold the words in their texts, with the first place, or all of them again."""
        self._show(frozenset(self._heads))

    def _on_changed(self, summary: ChangeSummary) -> None:
        document = self._store.document
        self._look_at_dates({id_: document.sources.get(id_) for id_ in summary.touched(Source)})
        if summary.touched(ProjectSettings) or len(summary.events) > _MANY:
            self.refresh()
            return
        links = [link for event_id in summary.events for link in document.links_of_event(event_id)]
        sources = {link.source_id for link in links} | summary.touched(Source)
        if summary.removed.get(SourceLink) or summary.replaced.get(SourceLink):
            sources |= {source.id for source in document.source_heads()}
        self._stale |= summary.events | sources
        comes = summary.inserted.get(Source) and len(document.sources) > _MANY
        if comes or not self._store.is_settled or self._come.isActive():  # an import or its undoing: more will follow
            if not self._come.isActive():
                self._come.start()
        else:
            self._store.soon(self, self._show_stale)

    def _show_stale(self) -> None:
        self._come.stop()
        stale, self._stale = self._stale, frozenset()
        self._show(stale)

    def _on_visibility(self) -> None:
        if self._order.filter != self._filter or self._filter.hides_more_than_rejected:
            self._store.soon((self, "filter"), lambda: self._show(frozenset()))

    def _show(self, stale: frozenset[str] | None) -> None:
        """Shows what the lists hold now; rows that are not `stale` stay as they are."""
        self._filter = self._order.filter
        self._show_dates()
        heads = self._heads = {source.id: source for source in self._store.document.source_heads()}
        alike = namesakes(heads.values())
        stale = stale if stale is None else stale | (alike ^ self._namesakes)
        self._namesakes = alike
        found = self._control.passages
        undated = self._reading.undated()
        if self._filter.hides_more_than_rejected:
            shown = set(self._order.ids)
            undated = [event_id for event_id in undated if event_id in shown]
        keys = list(heads)
        if found:
            keys = [id_ for id_ in keys if id_ in found or id_ == self._selection.source_id]
        self.sources.set_rows(keys, self._source_row, stale, lines=self._source_lines)
        self.queue.show_queue(stale)
        self.undated.set_rows(undated, self._undated_row, stale, uniform=True)
        counts = {self.tr("SOURCES"): len(heads), self.tr("UNDATED"): len(undated)}
        for title, (name, count) in zip(self._titles, counts.items(), strict=True):
            title.show_text(f"{name} · {count:,}" if count else name, folds=count > 0)
        if found:
            told = self.tr("{list} · {some:,} of {all:,}")
            told = told.format(list=self.tr("SOURCES"), some=len(found), all=len(heads))
            self._titles[0].show_text(told, folds=True)
        self._nothing.setVisible(not heads)
        self._titles[1].setVisible(bool(undated))
        self.sources.setVisible(bool(heads) and not self._titles[0].is_folded)
        self.undated.setVisible(bool(undated) and not self._titles[1].is_folded)
        self._follow()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID + 4, 0, 0)
        layout.setSpacing(GRID // 2)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, GRID, 0)
        head.addWidget(self._titles[0])
        head.addStretch(1)
        head.addWidget(button(self.tr("Import…"), self.import_requested.emit, "link", name=self.tr("Import reports")))
        layout.addLayout(head)
        layout.addWidget(self._nothing)
        layout.addWidget(self.sources)
        layout.addWidget(self.dates)
        layout.addSpacing(GRID)
        layout.addWidget(self.queue)
        layout.addWidget(self.alike)
        layout.addSpacing(GRID)
        layout.addWidget(self._titles[1])
        layout.addWidget(self.undated)
        layout.addStretch(1)
        self._nothing.setContentsMargins(GRID * 2, 0, GRID, 0)
        self.setMinimumWidth(max(_LEAST_WIDTH, *(one.minimumSizeHint().width() for one in (self.dates, self.alike))))

    def event(self, event: QEvent) -> bool:
        """Shares the height anew when a part of the column came, went or changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_room()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the new height."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        layout = self.layout()
        lists = [(one, weight) for one, weight in self._weights.items() if not one.isHidden()]
        if layout is not None and lists:
            share_room(self.height() - height_beside(layout, list(self._weights), self.width()), lists)

    def _source_row(self, source_id: str) -> Row:
        source = self._heads.get(source_id)
        if source is None:
            return _GONE
        passages = self._control.passages.get(source_id)
        return source_row(
            self._store.document, source, passages, self._control.query, is_namesake=source_id in self._namesakes
        )

    def _source_lines(self, source_id: str) -> int:
        source = self._heads.get(source_id)
        if source is None:
            return 0
        return lines_below(source, source_id in self._control.passages, is_namesake=source_id in self._namesakes)

    def _undated_row(self, event_id: str) -> Row:
        event = self._store.document.events.get(event_id)
        return Row(event.title, tip=event.title) if event is not None else _GONE

    def _on_source(self, *_: object) -> None:
        keys = self.sources.selected_keys()
        if not keys:
            return
        if keys[0] != self._selection.source_id:
            self._selection.select_source(keys[0], self)
        if keys[0] in self._control.passages:
            self.passage_chosen.emit(keys[0], self._control.first_place(keys[0]))

    def _on_events(self, view: RowList) -> None:
        keys = view.selected_keys()
        if keys:
            other = self.undated if view is self.review else self.review
            other.select_keys(keys)
            self._selection.select_events(keys, self)
            self._select_source()

    def _on_selection(self, initiator: object) -> None:
        if initiator is not self:
            self._store.soon((self, "selection"), self._follow)

    def _follow(self) -> None:
        """Shows what is selected."""
        self._select_source()
        for view in (self.review, self.undated):
            view.select_keys(self._selection.event_ids)

    def _select_source(self) -> None:
        shown = self._selection.source_id
        if shown is None and self.sources.keys:
            shown = self.sources.keys[0]  # the text pane shows the first one too
        self.sources.select_keys([shown] if shown else [])

    def _ask_context(self, _index: object = None) -> None:
        keys = self.sources.selected_keys()
        if keys:
            self.context_requested.emit(keys[0], "")

    def _source_menu(self, position: QPoint) -> None:
        keys = self.sources.selected_keys()
        if keys:
            self.source_menu(keys[0]).exec(self.sources.viewport().mapToGlobal(position))

    def source_menu(self, source_id: str) -> QMenu:
        """What can be done with a source: its publication, its grade, taking it out."""
        menu = QMenu(self)
        menu.addAction(self.tr("Publication date and zone…"), lambda: self.context_requested.emit(source_id, ""))
        grades = menu.addMenu(self.tr("Reliability of the publisher"))
        current = self._store.document.sources[source_id].reliability
        for grade, name in RELIABILITY.items():
            action = grades.addAction(translated(name), lambda grade=grade: self._grade(source_id, grade))
            action.setCheckable(True)
            action.setChecked(grade == current)
        menu.addAction(self.tr("Remove from the project"), lambda: self.remove_requested.emit(source_id))
        return menu

    def _grade(self, source_id: str, grade: str) -> None:
        operations.edit_source(self._store, source_id, reliability=grade)
