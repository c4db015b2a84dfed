"""Primitives: tables of numbers that Qt reads as its own rectangles and pieces of a picture, without Python objects."""

import numpy as np
import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.chart.columns import Floats

_LEAST = 256  # rows


class _Table:
    """Rows of doubles in one piece of memory, and that memory as the first of many C++ objects.

    The memory is kept and only ever grows: Qt must not read what Python has given away, and an address that another
    object may get later must not stay known as one of these.
    """

    def __init__(self, kind: type, fields: int) -> None:
        self._kind = kind
        self._rows = np.empty((0, fields))
        self._first: object = None

    def rows(self, number: int) -> Floats:
        """The first rows, to be filled."""
        if number > len(self._rows):
            self._first = None  # before its memory goes
            self._rows = np.empty((max(2 * len(self._rows), number, _LEAST), self._rows.shape[1]))
            self._first = shiboken6.wrapInstance(self._rows.ctypes.data, self._kind)
        return self._rows[:number]

    @property
    def first(self) -> object:
        """The first object, behind which the others lie."""
        return self._first


_RECTS = _Table(QRectF, 4)
_PIECES = _Table(QPainter.PixmapFragment, 10)


def draw_rects(painter: QPainter, x: Floats, y: Floats | float, width: Floats | float, height: Floats | float) -> None:
    """Many rectangles in one call, with the painter's pen and brush."""
    if not len(x):
        return
    rows = _RECTS.rows(len(x))
    rows[:, 0], rows[:, 1], rows[:, 2], rows[:, 3] = x, y, width, height
    painter.drawRects(_RECTS.first, len(x))  # type: ignore[call-overload]  # stubs know no address


def draw_pieces(painter: QPainter, sheet: QPixmap, pieces: Floats, ratio: float, above: int = 0) -> None:
    """Pieces of a picture: a row each of x, y (upper left, logical pixels), left, top, width, height (its own).

    Tops are counted from so many pixels `above` the picture.
    """
    if not len(pieces):
        return
    rows = _PIECES.rows(len(pieces))
    half = 0.5 / ratio
    rows[:, 0:2] = pieces[:, 4:6]
    rows[:, 0:2] *= half  # Qt wants centres
    rows[:, 0:2] += pieces[:, 0:2]
    rows[:, 2:6] = pieces[:, 2:6]
    if above:
        rows[:, 3] -= above
    rows[:, 6:8] = 2 * half
    rows[:, 8], rows[:, 9] = 0.0, 1.0
    painter.drawPixmapFragments(_PIECES.first, len(pieces), sheet)  # type: ignore[arg-type]  # stubs know no address
