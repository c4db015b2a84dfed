"""LegendCard: what the ways of drawing mean, opened by the button below the lane headers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from timeline_app.gui.timeline.ink import pen
from timeline_app.gui.timeline.legend import all_entries, legend_height, paint_legend

if TYPE_CHECKING:
    from timeline_app.gui.timeline.canvas import TimelineCanvas

_WIDTH = 560.0  # pixels
_MARGIN = 14.0


class LegendCard(QWidget):
    """A popup with a sample of each way of drawing; any click or key closes it."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        super().__init__(canvas, Qt.WindowType.Popup)
        self._canvas = canvas
        self._entries = all_entries()
        self.setAccessibleName(self.tr("Legend"))
        self.setAccessibleDescription("; ".join(entry.meaning for entry in self._entries))

    def open_above(self, at: QPoint) -> None:
        """Opens with its lower left corner at a point of the screen."""
        height = legend_height(self._canvas.ink, self._entries, _WIDTH - 2 * _MARGIN, aligned=True) + 2 * _MARGIN
        self.setFixedSize(round(_WIDTH), round(height))
        self.move(at.x(), at.y() - self.height())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the samples with the canvas's own painting."""
        ink = self._canvas.ink
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(ink.palette.background))
        painter.setPen(pen(ink.palette.border))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.translate(_MARGIN, _MARGIN)
        paint_legend(painter, ink, self._entries, _WIDTH - 2 * _MARGIN, aligned=True)
        painter.end()
