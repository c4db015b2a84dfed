"""TextPane: the source's title and publication, a question where the date is missing, and the text."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from timeline_app.gui.palette import Palette
from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.text_pane.marks import expression_at, links_at, shown_links
from timeline_app.gui.text_pane.source_view import COLUMN, SourceView
from timeline_app.gui.time_field import TimeField, read
from timeline_app.gui.wording import proposals, publication_line
from timeline_app.model.annotation import TimeExpression
from timeline_app.model.display import describe
from timeline_app.model.event import SourceLink, Status
from timeline_app.model.source import PublicationContext, Source
from timeline_app.model.token import Span
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

_PROPOSALS = 3  # dates offered at most
_HINT = (
    "Drop files anywhere in this window, or import them.\n"
    "Their events appear on the timeline below, each with the sentence that it was read from."
)


class TextPane(QWidget):
    """Follows the selection and tells it what is clicked.

    `context_requested` asks for the dialog of a source's publication, with a date to put into it.
    """

    context_requested = Signal(str, str)
    import_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()
    phrase_selected = Signal(object)  # id of a time expression, or None

    def __init__(self, store: DocumentStore, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._selection = store, selection
        self._source_id: str | None = None
        self._rejected: frozenset[str] = frozenset()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = SourceView()
        self._header = _Header()
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self.view, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty_page())
        self._stack.addWidget(page)
        self._header.change.clicked.connect(lambda: self._ask_context(""))
        self._header.date.committed.connect(self._ask_context)
        self._header.set_date.clicked.connect(lambda: self._ask_context(self._header.date.text))
        self.view.clicked.connect(self._on_clicked)
        selection.changed.connect(self._on_selection)
        store.changed.connect(self._on_changed)
        store.reset.connect(self._show_source)
        self.setFocusProxy(self.view)
        self._show_source()

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self.view.set_palette_colors(palette)

    @property
    def source_id(self) -> str | None:
        """The source shown."""
        return self._source_id

    def selected_span(self) -> Span | None:
        """The text selection, in code points of the source."""
        return self.view.selected_span() if self._source_id else None

    def ask_for_date(self) -> None:
        """Puts the cursor into the question for the source's publication date."""
        self._header.date.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_reading(self, done: int, total: int, name: str) -> None:
        """Says on the empty page that reports are being read."""
        self._hint.setText(f"Reading {min(done + 1, total)} of {total}: {name}\nThe window stays usable meanwhile.")
        self._start.setText("Reading the reports…")
        self._offers.hide()

    def end_reading(self) -> None:
        """Offers to start again, where nothing came of it."""
        self._hint.setText(_HINT)
        self._start.setText("Start with the reports")
        self._offers.show()

    def step(self, forward: bool) -> None:
        """Goes to the next or previous event sentence or time expression of the text."""
        if self._source_id is None:
            return
        stops = self._stops(self._source_id)
        here = self._position()
        if forward:
            stop = next((s for s in stops if s[0].start > here), None)
        else:
            stop = next((s for s in reversed(stops) if s[0].start < here), None)
        if stop is None:
            return
        span, link_id = stop
        if link_id is not None:
            self._selection.select_link(link_id, self)
            self.view.clear_selection()
            self.view.light(self._store.document.links[link_id].sentence)
        else:
            self._show_phrase(expression_at(self._store.document, self._source_id, span.start))

    def _show_phrase(self, expression: TimeExpression | None) -> None:
        """Selects a phrase that stands in no event's sentence, or nothing."""
        self._selection.clear(self)
        self.view.light(None)
        if expression is not None:
            self.view.reveal(expression.span)
            self.view.select_span(expression.span)
        self.phrase_selected.emit(expression.id if expression is not None else None)

    def _position(self) -> int:
        chosen = self.view.selected_span()
        if chosen is not None:
            return chosen.start
        link = self._store.document.links.get(self._selection.link_id or "")
        if link is None or link.source_id != self._source_id:
            return -1
        return self._start_of(link.id)

    def _start_of(self, link_id: str) -> int:
        link = self._store.document.links[link_id]
        mention = self._store.document.mentions.get(link.mention or "")
        return mention.head.start if mention is not None else link.sentence.start

    def _stops(self, source_id: str) -> list[tuple[Span, str | None]]:
        document = self._store.document
        pairs = shown_links(document, source_id)
        stops: list[tuple[Span, str | None]] = []
        for link, _ in pairs:
            start = self._start_of(link.id)
            stops.append((Span(start, start + 1), link.id))
        lit = [link.sentence for link, _ in pairs]
        stops += [
            (e.span, None)
            for e in document.expressions_of_source(source_id)
            if not any(sentence.contains(e.span) for sentence in lit)
        ]
        return sorted(stops, key=lambda s: (s[0].start, s[1] or ""))

    def _on_clicked(self, offset: int) -> None:
        if self._source_id is None:
            return
        links = links_at(self._store.document, self._source_id, offset)
        if not links:
            expression = expression_at(self._store.document, self._source_id, offset)
            self._show_phrase(expression)
            return
        ids = [link.id for link in links]
        current = self._selection.link_id
        chosen = ids[(ids.index(current) + 1) % len(ids)] if current in ids else ids[0]
        self._selection.select_link(chosen, self)
        self.view.light(self._store.document.links[chosen].sentence)

    def _on_selection(self, initiator: object) -> None:
        if initiator is self:
            return
        if self._selection.source_id != self._source_id:
            self._show_source()
        self.view.light(self._sentence_to_light())

    def _sentence_to_light(self) -> Span | None:
        """The lit sentence, or of several selected events that of the last one that this source tells."""
        document = self._store.document
        link = document.links.get(self._selection.link_id or "")
        if link is None:
            links = (link for i in reversed(self._selection.event_ids) for link in document.links_of_event(i))
            link = next((link for link in links if link.source_id == self._source_id), None)
        return link.sentence if link is not None and link.source_id == self._source_id else None

    def _on_changed(self, summary: ChangeSummary) -> None:
        if self._source_id is None or self._source_id in summary.removed.get(Source, frozenset()):
            self._show_source()
            return
        if self._concerns_marks(summary):
            self.view.refresh_marks(only_if_changed=True)
        if self._source_id in summary.touched(Source):
            self._header.show_source(self._store.document.sources[self._source_id])

    def _concerns_marks(self, summary: ChangeSummary) -> bool:
        """Whether a change may move marks: sentences and phrases, and events that are rejected or taken back."""
        if any(summary.touched(kind) for kind in (Source, TimeExpression, SourceLink)):
            return True
        events = self._store.document.events
        was_rejected, self._rejected = self._rejected, self._rejected - summary.events
        self._rejected |= {i for i in summary.events if i in events and events[i].status is Status.REJECTED}
        return was_rejected != self._rejected

    def _show_source(self) -> None:
        document = self._store.document
        wanted = self._selection.source_id
        if wanted not in document.sources:
            ordered = document.ordered_sources()
            wanted = ordered[0].id if ordered else None
        self._source_id = wanted
        events = document.events.values()
        self._rejected = frozenset(event.id for event in events if event.status is Status.REJECTED)
        self._stack.setCurrentIndex(0 if wanted is None else 1)
        self.view.show_source(document, wanted)
        if wanted is not None:
            self._header.show_source(document.sources[wanted])

    def _ask_context(self, text: str) -> None:
        if self._source_id is not None:
            self.context_requested.emit(self._source_id, text)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.setSpacing(GRID * 2)
        self._start = label("Start with the reports", "title")
        self._hint = label(_HINT, "muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._offers = QWidget()
        row = QHBoxLayout(self._offers)
        row.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(button("Import reports…", self.import_requested.emit, "primary"))
        row.addWidget(button("Paste text…", self.paste_requested.emit))
        row.addWidget(button("Open the sample", self.sample_requested.emit))
        for part in (self._start, self._hint, self._offers):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignCenter)
        return page


class _Header(QWidget):
    """Title and publication of the source, in the column of its text."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "title", wrap=True, selectable=True)
        self.meta = label("", "muted")
        self.change = button("Change…", lambda: None, "link", name="Change publication date and zone")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.meta)
        row.addWidget(self.change)
        row.addStretch(1)
        self.date = TimeField("Publication date", "for example 28 May 2018")
        self.set_date = button("Set date…", lambda: None, "primary", name="Set the publication date")
        self.proposals = QVBoxLayout()
        self.banner = self._make_banner()
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.title)
        self._layout.addLayout(row)
        self._layout.addWidget(self.banner)
        self._proposed: list[tuple[str, str]] = []
        self.date.changed.connect(lambda: self.set_date.setEnabled(self.date.value is not None))

    def _make_banner(self) -> QFrame:
        banner = QFrame()
        banner.setProperty("role", "banner")
        question = label("When was this published?", "strong")
        why = label("The text does not say, so phrases such as “last weekend” have no date yet.", "muted", wrap=True)
        self.date.setMaximumWidth(320)
        self.set_date.setEnabled(False)
        row = QHBoxLayout()
        row.addWidget(self.date, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.set_date, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        layout = QVBoxLayout(banner)
        layout.setContentsMargins(GRID * 2 - 4, GRID, GRID, GRID)
        layout.addWidget(question)
        layout.addWidget(why)
        layout.addLayout(row)
        layout.addLayout(self.proposals)
        return banner

    def _show_proposals(self, source: Source) -> None:
        found = proposals(source)[:_PROPOSALS]
        if found == self._proposed:
            return
        self._proposed = found
        while item := self.proposals.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for date, where in found:
            value, _ = read(date, PublicationContext())
            text = f"Use {describe(value) if value is not None else date} — {where}"
            self.proposals.addWidget(
                button(text, partial(self.date.set_text, date), "link"), 0, Qt.AlignmentFlag.AlignLeft
            )

    def show_source(self, source: Source) -> None:
        """Fills the header."""
        self.title.setText(source.title or source.name)
        self.meta.setText(publication_line(source))
        missing = source.context.published is None
        if missing and not self.banner.isVisibleTo(self):
            self.date.set_text("")
        self._show_proposals(source)
        self.banner.setVisible(missing)
        self.change.setVisible(not missing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps to the column of the text."""
        side = max(GRID * 3, (self.width() - COLUMN) // 2)
        self._layout.setContentsMargins(side + GRID, GRID * 3, side, GRID)
        super().resizeEvent(event)
