"""GoToDate: a line for a date in words, to which the timeline then goes."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from timeline_app.gui.parts import GRID, label
from timeline_app.gui.time_field import TimeField
from timeline_app.model.source import PublicationContext
from timeline_app.model.time_value import TimeValue

_WIDTH = 360  # pixels


class GoToDate(QDialog):
    """Enter goes there, Escape goes back.  `chosen` carries the TimeValue; phrases count from today."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setWindowTitle(self.tr("Go to date"))
        self.field = TimeField(self.tr("Date to go to"), self.tr("28 May 2018, last week, summer 1999…"))
        self.field.set_context(PublicationContext(published=today()))
        self.field.committed.connect(self._go)
        self.field.left.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2 - 4, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(label(self.windowTitle(), "strong"))
        layout.addWidget(self.field)
        self.setFixedWidth(_WIDTH)
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - _WIDTH) // 2, corner.y() + 96)
        self.field.setFocus()

    def _go(self, _text: str) -> None:
        value = self.field.value
        self.accept()
        self.chosen.emit(value)


def today() -> TimeValue:
    """The day on the clock of this computer."""
    now = datetime.now().astimezone()
    return TimeValue.day(now.year, now.month, now.day)
