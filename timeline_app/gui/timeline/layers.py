"""Layers: the few graphics items of the timeline, one for each kind of thing and none per event."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget


class Layer(QGraphicsItem):
    """A rectangle in pixels that a function paints."""

    def __init__(self, paint: Callable[[QPainter], None], parent: QGraphicsItem | None = None, z: float = 0.0) -> None:
        super().__init__(parent)
        self._paint = paint
        self._rect = QRectF()
        self._shown: tuple[object, ...] = ()
        self.setZValue(z)
        if parent is None:
            self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsToShape)

    def keep_picture(self) -> None:
        """Paints from a picture until `update` is called: for what stays as it is while the view moves."""
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_state(self, *state: object) -> None:
        """Paints anew if anything it depends on is another object, or by value for numbers and bytes."""
        known, self._shown = self._shown, state
        same = len(known) == len(state) and all(
            new is old or (isinstance(new, float | bytes) and new == old) for new, old in zip(state, known, strict=True)
        )
        if not same:
            self.update()

    def set_rect(self, rect: QRectF) -> None:
        """Stands at the rectangle's corner, so that the function paints from (0, 0)."""
        self.prepareGeometryChange()
        self.setPos(rect.topLeft())
        self._rect = QRectF(0, 0, rect.width(), rect.height())

    def boundingRect(self) -> QRectF:
        """The rectangle in the layer's own pixels."""
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Calls the function."""
        self._paint(painter)
