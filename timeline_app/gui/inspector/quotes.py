"""Quotes: the sentences that tell an event, each leading to its place in the text."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from timeline_app.gui.clearing import clear
from timeline_app.gui.palette import Palette, palette_for
from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.text_pane.marks import expression_at
from timeline_app.gui.wording import weekdays_of
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, LinkRole, SourceLink
from timeline_app.model.source import Source
from timeline_app.workspace.plain_tips import plain_tip

_SHOWN = 8  # quotes; an event that more sentences tell offers as many again


class Quotes(QWidget):
    """The quotes of one event.  `opened` and `unlinked` carry a link's id."""

    opened = Signal(str)
    unlinked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = palette_for(False)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._cards: list[_Quote] = []
        self._key: object = None
        self._current: str | None = None
        self._event_id = ""
        self._shown = _SHOWN

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._colours = palette
        for card in self._cards:
            card.colours = palette
            card.update()

    def show_event(self, document: TimelineDocument, event: Event, current: str | None) -> None:
        """Shows the sentences of an event; the one that is lit in the text has a stronger bar."""
        told: dict[object, SourceLink] = {}  # each sentence once
        for link in document.links_of_event(event.id):
            told.setdefault((link.source_id, link.sentence), link)
        if event.id != self._event_id:
            self._event_id, self._shown = event.id, _SHOWN
        links = list(told.values())
        shown = links[: self._shown] + [link for link in links[self._shown :] if link.id == current]
        left = len(links) - len(shown)
        key = [
            left,
            *(
                (link, document.sources[link.source_id].publisher, event.credibility, phrase_of(document, link))
                for link in shown
            ),
        ]
        self._current = current
        if key != self._key:
            self._rebuild(document, event, shown, left)
            self._key = key
        for card in self._cards:
            card.is_current = card.link_id == current and len(self._cards) > 1
            card.update()

    def _rebuild(self, document: TimelineDocument, event: Event, links: Sequence[SourceLink], left: int) -> None:
        clear(self._layout)
        self._cards = [_Quote(document, event, link, self._colours) for link in links]
        for card in self._cards:
            card.opened.connect(self.opened)
            card.unlinked.connect(self.unlinked)
            self._layout.addWidget(card)
        if left:
            more = self.tr("and %n more sentence(s)", "", left)
            self._layout.addWidget(button(more, lambda: self._show_more(document, event.id), "link"))
        if not links:
            hint = self.tr("No sentence is linked. Select text on the left and press L to link it.")
            self._layout.addWidget(label(hint, "muted", wrap=True))

    def _show_more(self, document: TimelineDocument, event_id: str) -> None:
        """Shows as many quotes again."""
        self._shown += _SHOWN
        self._key = None
        if event_id in document.events:
            self.show_event(document, document.events[event_id], self._current)


class _Quote(QFrame):
    opened = Signal(str)
    unlinked = Signal(str)

    def __init__(self, document: TimelineDocument, event: Event, link: SourceLink, colours: Palette) -> None:
        super().__init__()
        self.link_id, self.colours, self.is_current = link.id, colours, False
        source = document.sources[link.source_id]
        quote = " ".join(source.text[link.sentence.start : link.sentence.end].split())
        name = source.publisher or source.title or source.name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Quote from {name}: {quote}").format(name=name, quote=quote))
        self.setToolTip(self.tr("Show this sentence in its text"))
        role = self.tr("contradicts") + " · " if link.role is LinkRole.CONTRADICTS else ""
        grade = f"{source.reliability}{event.credibility}"
        number = source.page_at(link.sentence.start)
        page = self.tr("page {number}").format(number=number) + " · " if number is not None else ""
        meta = label(f"{role}{name if len(name) <= 40 else name[:39] + '…'} · {page}{grade}", "small")
        meta.setMinimumWidth(1)  # a long name is cut rather than the pane
        grades = self.tr("source {reliability}, claim {credibility}").format(
            reliability=source.reliability, credibility=event.credibility
        )
        meta.setToolTip(plain_tip(f"{source.title or source.name}\n{grades}"))
        row = QHBoxLayout()
        row.addWidget(meta, 1)
        unlink = self.tr("Unlink quote from {name}").format(name=name)
        row.addWidget(button(self.tr("unlink"), lambda: self.unlinked.emit(link.id), "small", name=unlink))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID + 4, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(_quoted(source, link))
        if told := phrase_of(document, link):
            layout.addWidget(label(told, "small", wrap=True))
        layout.addLayout(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the sentence."""
        self.opened.emit(self.link_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens the sentence."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.link_id)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the focus."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides the focus."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar at the left: thin, thicker where its sentence is lit, in the accent colour with the focus."""
        painter = QPainter(self)
        strong = self.is_current or self.hasFocus()
        painter.fillRect(0, 0, 4 if strong else 2, self.height(), self._bar())
        painter.end()

    def _bar(self) -> str:
        return self.colours.accent if self.is_current or self.hasFocus() else self.colours.timex_time


def _quoted(source: Source, link: SourceLink) -> QLabel:
    """The sentence with its time phrase underlined."""
    start, end = link.sentence.start, link.sentence.end
    text = source.text
    if link.phrase is not None and link.sentence.contains(link.phrase):
        first, last = link.phrase.start, link.phrase.end
        words = f"{escape(text[start:first])}<u>{escape(text[first:last])}</u>{escape(text[last:end])}"
    else:
        words = escape(text[start:end])
    shown = label("", wrap=True)
    shown.setTextFormat(Qt.TextFormat.RichText)
    shown.setText(f"“{' '.join(words.split())}”")
    return shown


def phrase_of(document: TimelineDocument, link: SourceLink) -> str:
    """What a link's own phrase was read as: "“last Wednesday” → Wed 9 October 2024", or nothing."""
    if link.phrase is None:
        return ""
    expression = expression_at(document, link.source_id, link.phrase.start)
    if expression is None:
        return ""
    return f"“{' '.join(expression.phrase.split())}” → {weekdays_of(expression.time)}"
