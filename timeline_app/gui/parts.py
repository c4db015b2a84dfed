"""Small parts that every pane is put together from."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QSizePolicy, QTableView, QWidget

GRID = 8  # pixels; every distance in the window is a multiple of half of it
_LEAST_WRAPPED = 120  # pixels; a wrapped label asks for the height that it would need at its least width


def label(text: str, role: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """Plain text, never markup: what documents say is shown as they say it."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        made.setMinimumWidth(_LEAST_WRAPPED)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        made.setProperty("role", role)
    return made


def button(text: str, action: Callable[[], Any], role: str = "", *, name: str = "", tip: str = "") -> QPushButton:
    """A push button; `name` is what a screen reader says where the text alone would not do."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setAccessibleName(name or text)
    made.setToolTip(tip)
    if role:
        made.setProperty("role", role)
    made.clicked.connect(lambda _checked=False: action())
    return made


def line() -> QFrame:
    """A horizontal hairline."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class LetterSafeComboBox(QComboBox):
    """A combo box in which letters pick an item rather than trigger the window's one-letter shortcuts."""

    def event(self, event: QEvent) -> bool:
        """Claims printable keys while it has the focus, and leaves the wheel to the pane that scrolls."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.text().strip():
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain:
                event.accept()
                return True
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box and a chevron in the colour of its text, which the style sheet cannot recolour."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.4))
        x, y = self.width() - 13.0, self.height() / 2
        painter.drawPolyline([QPointF(x - 3.5, y - 1.75), QPointF(x, y + 1.75), QPointF(x + 3.5, y - 1.75)])
        painter.end()


class WholeRowTable(QTableView):
    """A table whose top row is always whole; Qt's own cuts it at the end, to show the last row at the very bottom."""

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scrolls, then puts the top row where it belongs."""
        super().scrollContentsBy(dx, dy)
        bar = self.verticalScrollBar()
        if dy and bar.value() == bar.maximum():
            self.verticalHeader().setOffsetToSectionPosition(bar.value())
            self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands: one that has nothing to do just now must not jump to a row that begins with it."""


def native_keys(keys: str) -> str:
    """A shortcut as this system and language write it: "Strg+Z", "Alt+↓"."""
    for name, arrow in {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}.items():
        if keys.endswith(name):  # the arrow keys have long names in some languages
            before = QKeySequence(keys.replace(name, "A")).toString(QKeySequence.SequenceFormat.NativeText)
            return before[:-1] + arrow
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
