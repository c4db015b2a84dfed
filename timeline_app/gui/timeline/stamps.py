"""Stamps: many small pictures kept side by side in one, and drawn together in one call.

Where hundreds of things look alike but for their place, this costs a tenth of drawing each; the pictures are made by
the same painting code that draws a single one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.chart.columns import Floats

_WIDTH = 1024  # of the sheet, device pixels


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a picture lies on the sheet, device pixels."""

    left: int
    top: int
    width: int
    height: int


class Stamps:
    """A sheet of pictures for one device pixel ratio, filled row by row as they are asked for."""

    def __init__(self, ratio: float) -> None:
        self._ratio = ratio
        self._sheet = _blank(256)
        self._known: dict[object, Stamp] = {}
        self._left = self._top = self._row = 0

    def stamp(self, key: object, width: float, height: float, paint: Callable[[QPainter], None]) -> Stamp:
        """The picture of a key, painted once; `width` and `height` in logical pixels."""
        if key not in self._known:
            self._known[key] = made = self._free(ceil(width * self._ratio), ceil(height * self._ratio))
            painter = QPainter(self._sheet)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(made.left, made.top)
            painter.scale(self._ratio, self._ratio)
            paint(painter)
            painter.end()
        return self._known[key]

    def draw(self, painter: QPainter, pieces: Floats) -> None:
        """Draws pieces of the sheet: a row each of x, y (upper left, logical pixels), left, top, width, height."""
        from pyqtgraph.Qt.internals import PrimitiveArray

        fragments = PrimitiveArray(QPainter.PixmapFragment, 10)
        fragments.resize(len(pieces))
        table = fragments.ndarray()
        table[:, 0:2] = pieces[:, 0:2] + pieces[:, 4:6] / (2 * self._ratio)  # Qt wants centres
        table[:, 2:6] = pieces[:, 2:6]
        table[:, 6:10] = (1 / self._ratio, 1 / self._ratio, 0.0, 1.0)
        painter.drawPixmapFragments(*fragments.drawargs(), self._sheet)  # type: ignore[call-arg]  # stubs lack it

    def _free(self, width: int, height: int) -> Stamp:
        if self._left + width > _WIDTH:
            self._left, self._top, self._row = 0, self._top + self._row, 0
        while self._top + height > self._sheet.height():
            larger = _blank(2 * self._sheet.height())
            painter = QPainter(larger)
            painter.drawPixmap(0, 0, self._sheet)
            painter.end()
            self._sheet = larger
        made = Stamp(self._left, self._top, width, height)
        self._left, self._row = self._left + width, max(self._row, height)
        return made


def _blank(height: int) -> QPixmap:
    made = QPixmap(_WIDTH, height)
    made.fill(Qt.GlobalColor.transparent)
    return made
