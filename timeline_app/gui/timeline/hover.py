"""HoverCard: what an event is, when, who says so and how its date was read, beside the cursor."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from timeline_app.gui.palette import Palette
from timeline_app.gui.timeline.wording import event_date, event_quote, event_state
from timeline_app.workspace.reasons import event_told
from timeline_app.workspace.retelling import quoted

if TYPE_CHECKING:
    from timeline_app.gui.timeline.canvas import TimelineCanvas

_DELAY = 400  # milliseconds of rest before the card opens
_WIDTH = 360
_LONG_WORD = re.compile(r"\S{36}(?=\S)")


class HoverCard(QFrame):
    """Opens while the cursor rests on an event of the canvas; all its text is shown plain."""

    def __init__(self, canvas: "TimelineCanvas", palette: Palette) -> None:
        super().__init__(canvas, Qt.WindowType.ToolTip)
        self._canvas = canvas
        self._event_id: str | None = None
        self.setObjectName("hoverCard")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAccessibleName(self.tr("Event under the cursor"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(4)
        self.title, self.date, self.quote, self.source, self.reading = (self._label(name) for name in _NAMES)
        for label in (self.title, self.date, self.quote, self.source, self.reading):
            layout.addWidget(label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._open)
        canvas.hovered.connect(self._on_hovered)
        canvas.range_changed.connect(self.hide)
        canvas.selection.changed.connect(self._on_selection)
        self.set_palette_colors(palette)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFixedWidth(_WIDTH)
        return label

    def set_palette_colors(self, palette: Palette) -> None:
        """Wears other colours."""
        self.setStyleSheet(
            f"#hoverCard {{ background: {palette.raised}; border: 1px solid {palette.border}; border-radius: 6px; }}"
            f"#hoverCard QLabel {{ color: {palette.text}; background: transparent; }}"
            f"#hoverCard #title {{ font-weight: 600; }}"
            f"#hoverCard #source, #hoverCard #reading {{ color: {palette.muted}; }}"
        )

    def show_event(self, event_id: str) -> None:
        """Fills the card with an event."""
        document = self._canvas.store.document
        event = document.events.get(event_id)
        if event is None:
            return
        quote, source = event_quote(document, event)
        self.title.setText(_breakable(event.title))
        self.date.setText(f"{event_date(document, event)} · {event_state(event)}")
        self.quote.setText(_breakable(quoted(quote) if quote else ""))
        self.source.setText(_breakable(source))
        typed = self.tr("your date: {}").format(event.override_text)
        reading = typed if event.override_text else event_told(document, event)
        phrase = quoted(event.phrase) if event.phrase else ""
        tells_phrase = phrase in reading or not reading
        self.reading.setText(_breakable(reading if tells_phrase else f"{phrase}: {reading}"))
        for label in (self.quote, self.source, self.reading):
            label.setVisible(bool(label.text()))
        self.adjustSize()

    def _on_hovered(self, event_id: str | None) -> None:
        self._event_id = event_id
        self.hide()
        if event_id is None:
            self._timer.stop()
        else:
            self._timer.start()

    def _on_selection(self, _initiator: object) -> None:
        self._timer.stop()
        self.hide()

    def _open(self) -> None:
        if self._event_id is None or not self._canvas.isVisible():
            return
        self.show_event(self._event_id)
        at = QCursor.pos() + QPoint(14, 18)
        screen = self._canvas.screen().availableGeometry()
        if at.y() + self.height() > screen.bottom():
            at.setY(QCursor.pos().y() - self.height() - 12)
        at.setX(max(min(at.x(), screen.right() - self.width()), screen.left()))
        self.move(at)
        self.show()


_NAMES = ("title", "date", "quote", "source", "reading")


def _breakable(text: str) -> str:
    """The text with places at which a line may break inside words that are wider than the card."""
    return _LONG_WORD.sub("\\g<0>\u200b", text)
