"""SourcesPane: the documents, the events that wait for review, and the tray of undated ones."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from timeline_app.gui.palette import Palette
from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.review import ReadingOrder
from timeline_app.gui.row_list import Row, RowList
from timeline_app.gui.wording import counted, is_shown, needs_review, publication_line, published_evidence, when
from timeline_app.model.annotation import Modality
from timeline_app.model.change import ProjectSettings
from timeline_app.model.display import describe_published
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

_MANY = 64  # events changed at once, from which all rows are made anew
_REVIEWED = "Nothing waits for review."
_GONE = Row("")  # of a record that just left the document, until the list is told


class SourcesPane(QWidget):
    """Three lists that follow the selection and lead it."""

    context_requested = Signal(str, str)
    remove_requested = Signal(str)
    import_requested = Signal()

    def __init__(
        self,
        store: DocumentStore,
        selection: Selection,
        order: EventOrder,
        reading: ReadingOrder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._selection, self._order, self._reading = store, selection, order, reading
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sources = RowList("Sources")
        self.review = RowList("Events to review", several=True)
        self.undated = RowList("Undated events", several=True)
        self._titles = [label("", "section") for _ in range(3)]
        self._nothing = label("No reports yet.", "muted", wrap=True)
        self._reviewed = label(_REVIEWED, "muted", wrap=True)
        self._build()
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
        self.refresh()

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        for rows in (self.sources, self.review, self.undated):
            rows.set_palette_colors(palette)

    def refresh(self, _cause: object = None) -> None:
        """Reads the document anew."""
        self._show(stale=None)

    def _on_changed(self, summary: ChangeSummary) -> None:
        document = self._store.document
        if summary.removed.get(Source) or summary.touched(ProjectSettings) or len(summary.events) > _MANY:
            self.refresh()
            return
        links = [link for event_id in summary.events for link in document.links_of_event(event_id)]
        sources = {link.source_id for link in links} | summary.touched(Source)
        if summary.removed.get(SourceLink) or summary.replaced.get(SourceLink):
            sources |= document.sources.keys()
        self._show(summary.events | sources)

    def _on_visibility(self) -> None:
        if self._order.filter != self._filter or self._filter.hides_more_than_rejected:
            self._show(frozenset())

    def _show(self, stale: frozenset[str] | None) -> None:
        """Shows what the lists hold now; rows that are not `stale` stay as they are."""
        self._filter = self._order.filter
        sources = self._store.document.ordered_sources()
        waiting, undated = self._reading.waiting(), self._reading.undated()
        if self._filter.hides_more_than_rejected:
            shown = set(self._order.ids)
            waiting, undated = ([i for i in ids if i in shown] for ids in (waiting, undated))
        self.sources.set_rows([source.id for source in sources], self._source_row, stale)
        self.review.set_rows(waiting, self._event_row, stale, uniform=True)
        self.undated.set_rows(undated, self._undated_row, stale, uniform=True)
        counts = {"SOURCES": len(sources), "TO REVIEW": len(waiting), "UNDATED": len(undated)}
        for title, (name, count) in zip(self._titles, counts.items(), strict=True):
            title.setText(f"{name} · {count:,}" if count else name)
        self._nothing.setVisible(not sources)
        hidden = len(self._reading.waiting()) - len(waiting)
        self._reviewed.setText(f"{counted(hidden, 'event')} hidden by the filter." if hidden else _REVIEWED)
        self._reviewed.setVisible(bool(sources) and not waiting)
        self._titles[1].setVisible(bool(sources))
        self._titles[2].setVisible(bool(undated))
        self.sources.setVisible(bool(sources))
        self.review.setVisible(bool(waiting))
        self.undated.setVisible(bool(undated))
        self._on_selection(None)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID + 4, 0, 0)
        layout.setSpacing(GRID // 2)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, GRID, 0)
        head.addWidget(self._titles[0])
        head.addStretch(1)
        head.addWidget(button("Import…", self.import_requested.emit, "link", name="Import reports"))
        layout.addLayout(head)
        layout.addWidget(self._nothing)
        layout.addWidget(self.sources, 4)
        layout.addSpacing(GRID)
        layout.addWidget(self._titles[1])
        layout.addWidget(self._reviewed)
        layout.addWidget(self.review, 5)
        layout.addSpacing(GRID)
        layout.addWidget(self._titles[2])
        layout.addWidget(self.undated, 3)
        layout.addStretch(0)
        for text in (*self._titles, self._nothing, self._reviewed):
            text.setContentsMargins(GRID * 2, 0, GRID, 0)

    def _source_row(self, source_id: str) -> Row:
        source = self._store.document.sources.get(source_id)
        return source_row(self._store.document, source) if source is not None else _GONE

    def _event_row(self, event_id: str) -> Row:
        event = self._store.document.events.get(event_id)
        if event is None:
            return _GONE
        modality = "" if event.modality is Modality.HAPPENED else f" · {event.modality.value}"
        stale = " · its source’s date changed since you edited it" if event.status is Status.STALE else ""
        return Row(event.title, (when(event) + modality + stale,), tip=event.title)

    def _undated_row(self, event_id: str) -> Row:
        event = self._store.document.events.get(event_id)
        return Row(event.title, tip=event.title) if event is not None else _GONE

    def _on_source(self, *_: object) -> None:
        keys = self.sources.selected_keys()
        if keys and keys[0] != self._selection.source_id:
            self._selection.select_source(keys[0], self)

    def _on_events(self, view: RowList) -> None:
        keys = view.selected_keys()
        if keys:
            other = self.undated if view is self.review else self.review
            other.select_keys(keys)
            self._selection.select_events(keys, self)
            self._select_source()

    def _on_selection(self, initiator: object) -> None:
        if initiator is self:
            return
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
        if not keys:
            return
        menu = QMenu(self)
        menu.addAction("Publication date and zone…", lambda: self.context_requested.emit(keys[0], ""))
        menu.addAction("Remove from the project", lambda: self.remove_requested.emit(keys[0]))
        menu.exec(self.sources.viewport().mapToGlobal(position))


def source_row(document: TimelineDocument, source: Source) -> Row:
    """A source with its publisher, date and where that was read, and counts of events."""
    events = _events_of(document, source)
    waiting = sum(needs_review(e) for e in events)
    grade = f"{source.reliability} · " if source.reliability != "F" else ""
    counts = grade + counted(len(events), "event") + (f" · {waiting} to review" if waiting else "")
    published, evidence = source.context.published, published_evidence(source)
    parts = [source.publisher] if source.publisher else []
    if published is not None:
        parts.append(describe_published(published, source.context.time_zone))
    details = tuple(part for part in (" · ".join(parts), counts) if part)
    warning = "" if published is not None else "date missing — double-click to set it"
    if evidence is not None and published is not None and evidence.confidence < 0.5:
        warning = f"date proposed from the {evidence.where}"
    tip = "\n".join([source.name, publication_line(source), *source.warnings])
    return Row(source.title or source.name, details, warning, tip, is_strong=True)


def _events_of(document: TimelineDocument, source: Source) -> list[Event]:
    ids = {link.event_id for link in document.links_of_source(source.id)}
    return [document.events[i] for i in ids if i in document.events and is_shown(document.events[i])]
