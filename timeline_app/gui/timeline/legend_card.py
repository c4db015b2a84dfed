"""LegendCard: what the ways of drawing mean, opened by the button below the lane headers."""

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from timeline_app.gui.timeline.ink import pen
from timeline_app.gui.timeline.legend import all_entries, legend_height, legend_width, paint_legend

if TYPE_CHECKING:
    from timeline_app.gui.timeline.canvas import TimelineCanvas

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
        width = self._legend_width()
        height = legend_height(self._canvas.ink, self._entries, width, aligned=True)
        self.setFixedSize(ceil(width + 2 * _MARGIN), ceil(height + 2 * _MARGIN))
        self.move(at.x(), at.y() - self.height())
        self.show()

    def _legend_width(self) -> float:
        return legend_width(self._canvas.ink, self._entries, columns=2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the samples with the canvas's own painting."""
        ink = self._canvas.ink
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(ink.palette.background))
        painter.setPen(pen(ink.palette.border))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.translate(_MARGIN, _MARGIN)
        paint_legend(painter, ink, self._entries, self._legend_width(), aligned=True)
        painter.end()
