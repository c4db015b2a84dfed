"""SegmentButton: over a greyed stretch of the text, one click that has it read like the rest."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton

from timeline_app.gui.text_pane.source_view import SourceView
from timeline_app.model.source import Segment, Source

_HIDE_MS = 600  # after the pointer left the stretch


class SegmentButton(QPushButton):
    """Floats at the right of the greyed stretch under the pointer; `wanted` carries that segment."""

    wanted = Signal(object)

    def __init__(self, view: SourceView, shown_source: Callable[[], Source | None]) -> None:
        super().__init__(view.viewport())
        self._view, self._shown_source = view, shown_source
        self._segment: Segment | None = None
        self.setText(self.tr("Read this part"))
        self.setToolTip(self.tr("It was left out as page furniture; its events are found once it is read."))
        self.setProperty("role", "chip")
        self.setAutoDefault(False)
        self.hide()
        self._hide_timer = QTimer(self, singleShot=True, interval=_HIDE_MS)
        self._hide_timer.timeout.connect(self._leave)
        self.clicked.connect(self._on_clicked)
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self.hide())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the pointer over the text."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and not event.buttons():
            self.follow(event.position().toPoint())
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.MouseButtonPress):
            self._hide_timer.start()
        return False

    def follow(self, point: QPoint) -> None:
        """Shows itself where the pointer is over a greyed stretch, and goes a moment after it left."""
        source, offset = self._shown_source(), self._view.offset_at(point)
        segment = source.segment_at(offset) if source is not None and offset is not None else None
        if segment is None or segment.kind.carries_events:
            if self.isVisible() and not self._hide_timer.isActive():
                self._hide_timer.start()
            return
        self._hide_timer.stop()
        if segment != self._segment or not self.isVisible():
            self._segment = segment
            self.adjustSize()
            room = self._view.viewport()
            right = room.width() - self.width() - 4
            self.move(max(0, right), max(0, min(point.y() - self.height() // 2, room.height() - self.height())))
            self.show()
            self.raise_()

    def _leave(self) -> None:
        if not self.underMouse():
            self.hide()
            self._segment = None

    def _on_clicked(self) -> None:
        segment, self._segment = self._segment, None
        self.hide()
        if segment is not None:
            self.wanted.emit(segment)
