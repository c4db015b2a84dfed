"""TextPane: the source's title and publication, a question where the date is missing, and the text."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.palette import Palette
from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.text_pane.correction import CorrectionCard, add_readings
from timeline_app.gui.text_pane.find_bar import FindBar
from timeline_app.gui.text_pane.header import Header
from timeline_app.gui.text_pane.margin import EventMargin, Overview, markers_of
from timeline_app.gui.text_pane.marks import expression_at, links_at, rejected_events
from timeline_app.gui.text_pane.source_view import SourceView
from timeline_app.model.annotation import TimeExpression
from timeline_app.model.event import SourceLink, Status
from timeline_app.model.source import Source
from timeline_app.model.token import Span
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.translation import mark, translated

_HINT = mark(
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
    menu_filled = Signal(object, object)  # the context menu and the code point below it: others may add to it

    def __init__(
        self, store: DocumentStore, selection: Selection, order: EventOrder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._selection, self._order = store, selection, order
        self._source_id: str | None = None
        self._headed: str | None = None  # the source that the header is about: just before its text, the next one
        self._told: frozenset[str] = frozenset()  # the events that the text tells
        self._rejected: frozenset[str] = frozenset()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = SourceView()
        self.view.is_shown = order.is_shown
        self.margin, self.overview = EventMargin(self.view), Overview(self.view)
        self.find_bar = FindBar()
        self._header = Header()
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.find_bar)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty_page())
        self._stack.addWidget(page)
        self._header.change.clicked.connect(lambda: self._ask_context(""))
        self._header.date.committed.connect(self._ask_context)
        self._header.date.left.connect(self.view.setFocus)
        self._header.set_date.clicked.connect(lambda: self._ask_context(self._header.date.text))
        self.view.clicked.connect(self._on_clicked)
        self.view.menu_requested.connect(self._open_menu)
        self.margin.chosen.connect(self._choose_link)
        self.find_bar.found.connect(self.view.show_hits)
        self.find_bar.closed.connect(self.view.setFocus)
        order.visibility_changed.connect(self._on_visibility)
        selection.changed.connect(self._on_selection)
        order.visibility_changed.connect(self._light_words)
        store.changed.connect(self._on_changed)
        store.reset.connect(self._show_source)
        self.setFocusProxy(self.view)
        self._show_source()

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        for part in (self.view, self.margin, self.overview):
            part.set_palette_colors(palette)

    def refresh_header(self) -> None:
        """Writes the date of publication anew."""
        self._show_header(self._source_id)

    def _show_header(self, source_id: str | None) -> None:
        self._headed = source_id
        source = self._store.document.sources.get(source_id or "")
        if source is not None:
            self._header.show_source(source)

    def open_find(self) -> None:
        """Searches the text that is shown."""
        source = self._store.document.sources.get(self._source_id or "")
        if source is not None:
            chosen = self.view.selected_span()
            self.find_bar.open_bar(source.text, source.text[chosen.start : chosen.end] if chosen else "")

    def correct_phrase(self) -> bool:
        """Opens the card of the phrase that is selected, or of the one that dates the lit sentence."""
        expression = self._phrase_at_hand()
        if expression is None:
            return False
        self._open_card(expression)
        return True

    def _phrase_at_hand(self) -> TimeExpression | None:
        if self._source_id is None:
            return None
        document = self._store.document
        chosen = self.view.selected_span()
        if chosen is not None:
            return expression_at(document, self._source_id, chosen.start)
        link = document.links.get(self._selection.link_id or "")
        if link is None or link.source_id != self._source_id:
            return None
        inside = [e for e in document.expressions_of_source(self._source_id) if link.sentence.contains(e.span)]
        return next((e for e in inside if e.span == link.phrase), next(iter(inside), None))

    def _open_card(self, expression: TimeExpression) -> None:
        self.view.reveal(expression.span)
        corner = self.view.viewport().mapToGlobal(self.view.rect_of(expression.span.start).bottomLeft())
        CorrectionCard(self._store, expression, corner + QPoint(0, GRID), self).open()

    def _open_menu(self, offset: int | None, at: QPoint) -> None:
        menu = self.menu_at(offset)
        menu.exec(at)

    def menu_at(self, offset: int | None) -> QMenu:
        """The menu about a place in the text: what its phrase can mean, and what can be done with the selection."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        document = self._store.document
        if offset is not None and self._source_id is not None:
            expression = expression_at(document, self._source_id, offset)
            if expression is not None:
                add_readings(menu, self._store, expression, lambda: self._open_card(expression))
        chosen = self.view.textCursor().selectedText().replace("\u2029", "\n")
        menu.addSeparator()
        copy = menu.addAction(self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(chosen))
        copy.setEnabled(bool(chosen))
        menu.addAction(self.tr("Find in the text…"), self.open_find)
        self.menu_filled.emit(menu, offset)
        return menu

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

    def show_place(self, source_id: str, place: Span) -> None:
        """Shows a stretch of a source, selected."""
        self._selection.clear(self)
        self._selection.select_source(source_id)
        self.view.light(None)
        self.view.reveal(place)
        self.view.select_span(place)
        self.view.setFocus()

    def take_keys(self) -> None:
        """Takes the focus out of a field in which someone types, so that A, X and the arrows mean events again."""
        focus = QApplication.focusWidget()
        types = isinstance(focus, QLineEdit | QPlainTextEdit) and not focus.isReadOnly()
        if focus is not None and types and self.window().isAncestorOf(focus):
            self.view.setFocus()

    def tell_reading(self, done: int, total: int, name: str) -> None:
        """Says on the empty page that reports are being read."""
        words = self.tr("Reading {number} of {total}: {name}\nThe window stays usable meanwhile.")
        self._hint.setText(words.format(number=min(done + 1, total), total=total, name=name))
        self._start.setText(self.tr("Reading the reports…"))
        self._offers.hide()

    def end_reading(self) -> None:
        """Offers to start again, where nothing came of it."""
        self._hint.setText(translated(_HINT))
        self._start.setText(self.tr("Start with the reports"))
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
        document, pairs = self._store.document, self.view.pairs
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

    def _choose_link(self, link_id: str) -> None:
        self._selection.select_link(link_id, self)
        self.view.light(self._store.document.links[link_id].sentence)

    def _on_visibility(self) -> None:
        self._store.soon((self, "marks"), self._show_marks)

    def _show_marks(self) -> None:
        self.view.refresh_marks(only_if_changed=True)
        self._mark_margins()

    def _light_words(self) -> None:
        """Lights what is searched for in the query line."""
        self.view.light_words([word for word, absent in self._order.filter.words if not absent])

    def _mark_margins(self) -> None:
        source = self._store.document.sources.get(self._source_id or "")
        markers = markers_of(self.view.pairs)
        self._told = frozenset(marker.event_id for marker in markers)
        self.margin.show_markers(self._store.document, markers)
        self.overview.show_markers(markers, len(source.text) if source is not None else 1)
        self._select_markers()

    def _select_markers(self) -> None:
        selected = frozenset(self._selection.event_ids)
        self.margin.select(selected)
        self.overview.select(selected)

    def _on_clicked(self, offset: int) -> None:
        if self._source_id is None:
            return
        links = links_at(self._store.document, self._source_id, offset, self.view.is_shown)
        if not links:
            expression = expression_at(self._store.document, self._source_id, offset)
            self._show_phrase(expression)
            return
        ids = [link.id for link in links]
        current = self._selection.link_id
        chosen = ids[(ids.index(current) + 1) % len(ids)] if current in ids else ids[0]
        self._choose_link(chosen)

    def _on_selection(self, initiator: object) -> None:
        if initiator is self:
            self._select_markers()
            return
        self._store.in_turns((self, "selection"), self._following())

    def _following(self) -> Iterator[None]:
        """Shows the selected source, and lights the sentence in it."""
        if self._selection.source_id != self._source_id or self._headed != self._source_id:
            yield from self._showing_source()
        self.view.light(self._sentence_to_light())
        self._select_markers()

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
            self._source_id = None
            self._store.soon((self, "source"), self._show_source)
            return
        if self._concerns_marks(summary) or self._told & summary.events:
            self._store.soon((self, "marks"), self._show_marks)
        if self._source_id in summary.touched(Source):
            self.refresh_header()

    def _concerns_marks(self, summary: ChangeSummary) -> bool:
        """Whether a change may move marks: sentences and phrases, and events that are rejected or taken back."""
        if any(summary.touched(kind) for kind in (Source, TimeExpression, SourceLink)):
            return True
        events = self._store.document.events
        was_rejected, self._rejected = self._rejected, self._rejected - summary.events
        self._rejected |= {i for i in summary.events if i in events and events[i].status is Status.REJECTED}
        return was_rejected != self._rejected

    def _show_source(self) -> None:
        for _ in self._showing_source():
            pass

    def _showing_source(self) -> Iterator[None]:
        """Shows the selected source, or the first, first its header and then its text."""
        document = self._store.document
        wanted = self._selection.source_id
        if wanted not in document.sources:
            ordered = document.source_heads()
            wanted = ordered[0].id if ordered else None
        self._stack.setCurrentIndex(0 if wanted is None else 1)
        self._show_header(wanted)
        if wanted is not None:
            yield
        if wanted not in document.sources:
            wanted = None  # by now; another selection follows
        self._source_id = wanted
        if self._headed != wanted:  # what was shown until now changed meanwhile
            self._show_header(wanted)
        self._rejected = rejected_events(document)
        self.view.show_source(document, wanted)
        self.find_bar.set_text(document.sources[wanted].text if wanted is not None else "")
        self._mark_margins()

    def _ask_context(self, text: str) -> None:
        if self._source_id is not None:
            self.context_requested.emit(self._source_id, text)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(GRID * 2)
        layout.addStretch(1)
        self._start = label(self.tr("Start with the reports"), "title")
        self._hint = label(translated(_HINT), "muted", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._offers = QWidget()
        row = QHBoxLayout(self._offers)
        row.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(button(self.tr("Import reports…"), self.import_requested.emit, "primary"))
        row.addWidget(button(self.tr("Paste text…"), self.paste_requested.emit))
        row.addWidget(button(self.tr("Open the sample"), self.sample_requested.emit))
        layout.addWidget(self._start, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._hint)
        layout.addWidget(self._offers, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        return page
