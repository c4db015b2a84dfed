"""Stamps: many small pictures kept side by side in few large ones, and drawn together in few calls.

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

_WIDTH = 2048  # of a page, device pixels
_HEIGHT = 512
_PAGES = 10  # that are kept from one frame to the next
_OWNERS = 8  # of whose stamps something is kept
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a picture lies, device pixels; pages are counted as if each lay under the one before."""

    left: int
    top: int
    width: int
    height: int
    number: int  # row of `Stamps.places`


class Stamps:
    """Pages of pictures for one device pixel ratio, filled row by row as they are asked for.

    A page is small, because a larger sheet would take tens of milliseconds to make; what has filled the oldest is
    forgotten when there are many.
    """

    def __init__(self, ratio: float) -> None:
        self.ratio = ratio
        self._painter: QPainter | None = None  # named before the pages: it must be gone before what it paints on
        self._pages: dict[int, QPixmap] = {0: _blank()}  # the last one is being filled
        self._keys: dict[int, list[object]] = {0: []}  # of the pictures on each
        self._known: dict[object, Stamp] = {}
        self._places = np.zeros((256, 4))
        self._unused: list[int] = []  # numbers of forgotten pictures
        self._kept: list[tuple[object, object]] = []
        self._left = self._top = self._row = 0

    @property
    def widest(self) -> float:
        """Logical pixels that a stamp may be wide."""
        return _WIDTH / self.ratio

    def tidy(self) -> None:
        """Forgets the oldest pages where there are many; to be called before the stamps of a frame are asked for."""
        while len(self._pages) > _PAGES:
            oldest = next(iter(self._pages))
            del self._pages[oldest]
            self._unused += [self._known.pop(key).number for key in self._keys.pop(oldest)]
            self._kept.clear()

    @property
    def places(self) -> Floats:
        """Left, top, width and height of every stamp, device pixels, in the order of their numbers."""
        return self._places

    def kept(self, owner: object, make: Callable[[], _Made]) -> _Made:
        """What was made of an owner's stamps, until some are forgotten; for few owners, the last one first."""
        for at, (known, made) in enumerate(self._kept):
            if known is owner:
                self._kept.insert(0, self._kept.pop(at))
                return cast(_Made, made)
        made = make()
        self._kept[:] = [(owner, made), *self._kept[: _OWNERS - 1]]
        return made

    def stamp(self, key: object, width: float, height: float, paint: Callable[[QPainter], None]) -> Stamp:
        """The picture of a key, painted once; `width` and `height` in logical pixels, cut to those of a page."""
        found = self._known.get(key)
        if found is None:
            found = self._free(min(ceil(width * self.ratio), _WIDTH), min(ceil(height * self.ratio), _HEIGHT))
            self._paint(found, paint)
            self._known[key] = found
            self._keys[found.top // _HEIGHT].append(key)
        return found

    def _paint(self, stamp: Stamp, paint: Callable[[QPainter], None]) -> None:
        if self._painter is None:
            self._painter = QPainter(self._pages[stamp.top // _HEIGHT])
        top = stamp.top % _HEIGHT
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setClipRect(stamp.left, top, stamp.width, stamp.height)
        self._painter.translate(stamp.left, top)
        self._painter.scale(self.ratio, self.ratio)
        try:
            paint(self._painter)
        except BaseException:
            self._close()
            raise
        self._painter.restore()

    def _close(self) -> None:
        """Ends the painting of new pictures, which takes longer to begin than a picture takes."""
        if self._painter is not None:
            self._painter.end()
            self._painter = None

    def draw(self, painter: QPainter, pieces: Floats) -> None:
        """Draws pieces of the pages: a row each of x, y (upper left, logical pixels), left, top, width, height.

        They come page by page: pieces that lie over others are to be drawn in a call of their own.
        """
        self._close()
        if not len(pieces):
            return
        pages = pieces[:, 3] // _HEIGHT
        first, last = int(pages.min()), int(pages.max())
        for number in range(first, last + 1):
            some = pieces if first == last else pieces[pages == number]
            if len(some):
                draw_pieces(painter, self._pages[number], some, self.ratio, number * _HEIGHT)

    def _free(self, width: int, height: int) -> Stamp:
        """Room for a picture, right of the last or under it, or on a new page."""
        if self._left + width > _WIDTH:
            self._left, self._top, self._row = 0, self._top + self._row, 0
        page = next(reversed(self._pages))
        if self._top + height > _HEIGHT:
            self._close()
            self._left = self._top = self._row = 0
            page += 1
            self._pages[page], self._keys[page] = _blank(), []
        number = self._unused.pop() if self._unused else len(self._known)
        if number >= len(self._places):
            self._places = np.concatenate((self._places, np.zeros_like(self._places)))
        made = Stamp(self._left, page * _HEIGHT + self._top, width, height, number)
        self._places[number] = made.left, made.top, made.width, made.height
        self._left, self._row = self._left + width, max(self._row, height)
        return made


def _blank() -> QPixmap:
    made = QPixmap(_WIDTH, _HEIGHT)
    made.fill(Qt.GlobalColor.transparent)
    return made
