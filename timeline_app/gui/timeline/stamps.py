"""Stamps: many small pictures kept side by side in one, and drawn together in one call.

Where hundreds of things look alike but for their place, this costs a tenth of drawing each; the pictures are made by
the same painting code that draws a single one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import TypeVar, cast

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.chart.columns import Floats
from timeline_app.gui.timeline.primitives import draw_pieces

_WIDTH = 2048  # of the sheet, device pixels
_LOWEST = 512
_HIGHEST = 4096  # of the sheet, device pixels
_OWNERS = 8  # of whose stamps something is kept
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a picture lies on the sheet, device pixels."""

    left: int
    top: int
    width: int
    height: int
    number: int  # row of `Stamps.places`


class Stamps:
    """A sheet of pictures for one device pixel ratio, filled row by row as they are asked for."""

    def __init__(self, ratio: float) -> None:
        self.ratio = ratio
        self._sheet = _blank(_LOWEST)
        self._painter: QPainter | None = None
        self._known: dict[object, Stamp] = {}
        self._places = np.zeros((256, 4))
        self._kept: list[tuple[object, object]] = []
        self._left = self._top = self._row = 0

    @property
    def widest(self) -> float:
        """Logical pixels that a stamp may be wide."""
        return _WIDTH / self.ratio

    def tidy(self) -> None:
        """Begins anew where the sheet has grown large; to be called before the stamps of a frame are asked for."""
        if self._sheet.height() > _HIGHEST:
            self._close()
            self._sheet = _blank(_LOWEST)
            self._known.clear()
            self._kept.clear()
            self._left = self._top = self._row = 0

    @property
    def places(self) -> Floats:
        """Left, top, width and height of every stamp, device pixels, in the order of their numbers."""
        return self._places

    def kept(self, owner: object, make: Callable[[], _Made]) -> _Made:
        """What was made of an owner's stamps, until the sheet begins anew; for few owners, the last one first."""
        for at, (known, made) in enumerate(self._kept):
            if known is owner:
                self._kept.insert(0, self._kept.pop(at))
                return cast(_Made, made)
        made = make()
        self._kept[:] = [(owner, made), *self._kept[: _OWNERS - 1]]
        return made

    def stamp(self, key: object, width: float, height: float, paint: Callable[[QPainter], None]) -> Stamp:
        """The picture of a key, painted once; `width` (cut to that of the sheet) and `height` in logical pixels."""
        found = self._known.get(key)
        if found is None:
            found = self._free(min(ceil(width * self.ratio), _WIDTH), ceil(height * self.ratio))
            self._known[key] = found
            if found.number >= len(self._places):
                self._places = np.concatenate((self._places, np.zeros_like(self._places)))
            self._places[found.number] = found.left, found.top, found.width, found.height
            if self._painter is None:
                self._painter = QPainter(self._sheet)
            self._painter.save()
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painter.setClipRect(found.left, found.top, found.width, found.height)
            self._painter.translate(found.left, found.top)
            self._painter.scale(self.ratio, self.ratio)
            try:
                paint(self._painter)
            except BaseException:
                self._close()
                raise
            self._painter.restore()
        return found

    def _close(self) -> None:
        """Ends the painting of new pictures, which takes longer to begin than a picture takes."""
        if self._painter is not None:
            self._painter.end()
            self._painter = None

    def draw(self, painter: QPainter, pieces: Floats) -> None:
        """Draws pieces of the sheet: a row each of x, y (upper left, logical pixels), left, top, width, height."""
        self._close()
        draw_pieces(painter, self._sheet, pieces, self.ratio)

    def _free(self, width: int, height: int) -> Stamp:
        if self._left + width > _WIDTH:
            self._left, self._top, self._row = 0, self._top + self._row, 0
        while self._top + height > self._sheet.height():
            self._close()
            larger = _blank(2 * self._sheet.height())
            painter = QPainter(larger)
            painter.drawPixmap(0, 0, self._sheet)
            painter.end()
            self._sheet = larger
        made = Stamp(self._left, self._top, width, height, len(self._known))
        self._left, self._row = self._left + width, max(self._row, height)
        return made


def _blank(height: int) -> QPixmap:
    made = QPixmap(_WIDTH, height)
    made.fill(Qt.GlobalColor.transparent)
    return made
