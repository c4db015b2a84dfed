"""Quotes: the sentences that tell an event, each leading to its place in the text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.gui.palette import Palette, palette_for
from timeline_app.gui.parts import GRID, button, label
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, LinkRole, SourceLink

_SHOWN = 30  # quotes; an event that more sentences tell says how many are left out


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

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._colours = palette
        for card in self._cards:
            card.colours = palette
            card.update()

    def show_event(self, document: TimelineDocument, event: Event, current: str | None) -> None:
        """Shows the sentences of an event; the one that is lit in the text has a stronger bar."""
        told = {(link.source_id, link.sentence): link for link in reversed(document.links_of_event(event.id))}
        links = [link for link in document.links_of_event(event.id) if link in told.values()]  # each sentence once
        key = [(link, document.sources[link.source_id].publisher, event.credibility) for link in links]
        if key != self._key:
            self._rebuild(document, event, links)
            self._key = key
        for card in self._cards:
            card.is_current = card.link_id == current and len(self._cards) > 1
            card.update()

    def _rebuild(self, document: TimelineDocument, event: Event, links: Sequence[SourceLink]) -> None:
        while item := self._layout.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._cards = [_Quote(document, event, link, self._colours) for link in links[:_SHOWN]]
        for card in self._cards:
            card.opened.connect(self.opened)
            card.unlinked.connect(self.unlinked)
            self._layout.addWidget(card)
        if len(links) > _SHOWN:
            self._layout.addWidget(label(f"and {len(links) - _SHOWN} more sentences", "small"))
        if not links:
            hint = "No sentence is linked. Select text on the left and press L to link it."
            self._layout.addWidget(label(hint, "muted", wrap=True))


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
        self.setAccessibleName(f"Quote from {name}: {quote}")
        self.setToolTip("Show this sentence in its text")
        role = "contradicts · " if link.role is LinkRole.CONTRADICTS else ""
        grade = f"{source.reliability}{event.credibility}"
        meta = label(f"{role}{name if len(name) <= 40 else name[:39] + '…'} · {grade}", "small")
        meta.setToolTip(f"{source.title or source.name}\nsource {source.reliability}, claim {event.credibility}")
        row = QHBoxLayout()
        row.addWidget(meta, 1)
        row.addWidget(button("unlink", lambda: self.unlinked.emit(link.id), "small", name=f"Unlink quote from {name}"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID + 4, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label(f"“{quote}”", wrap=True))
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
