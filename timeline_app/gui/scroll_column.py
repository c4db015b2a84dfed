"""ScrollColumn: a column that scrolls up and down, and is never so narrow that its right edge is cut."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QStyle, QWidget

_WIDEST_LEAST = 360  # pixels; no content makes a pane wider than this


class ScrollColumn(QScrollArea):
    """Shows `body` as wide as the column is."""

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self._least = 0  # pixels: what was needed once stays, lest the window be laid out anew for each event
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the body, whose words differ by language, and the bar beside it."""
        self._least = max(self._least, self._needed())
        return super().minimumSizeHint().expandedTo(QSize(self._least, 0))

    def _needed(self) -> int:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        return min(self._body.minimumSizeHint().width() + bar + 2 * self.frameWidth(), _WIDEST_LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tells the layout around when the body needs more width than it ever did."""
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest and self._needed() > self._least:
            self.updateGeometry()
        return super().eventFilter(watched, event)
