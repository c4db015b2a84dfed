"""Words: a label laid out once, of which as much is drawn as there is room for.

Laying words out costs more than all else that a label needs, and a zoom changes how many of them fit with each frame:
so that is decided on what was laid out before.
"""

import unicodedata
from bisect import bisect_right
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout

if TYPE_CHECKING:
    from timeline_app.gui.timeline.ink import Ink

_LEAST_DETAIL = 5  # letters of the muted words that are worth drawing
_TO_THE_LEFT = {"R", "AL"}


class Words:
    """A title and the muted detail after it on one line; needs a QGuiApplication."""

    def __init__(self, ink: "Ink", title: str, detail: str = "", *, strong: bool = False) -> None:
        self._layout = QTextLayout(title + detail, ink.plain)
        end, whole = _units(title), _units(title + detail)
        self._units = whole
        self._layout.setFormats([_range(0, end, ink, ink.text, strong), _range(end, whole, ink, ink.muted, False)])
        self._layout.setCacheEnabled(True)  # else every question below would shape the letters anew
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._layout.endLayout()
        self.width: float = self._line.naturalTextWidth() + 1.0
        rise = ceil(self._line.ascent() - ink.metrics.ascent())  # of letters higher than those of our typeface
        self._drop = max(-rise, 0)
        self.above = max(rise, 0)  # pixels that stand over a line of them, and lift the upper edge
        self.height: float = max(self._line.height() + self.above - rise, ink.line)
        self._title_end: float = self._x(end) if detail else self.width
        self._least_detail = end + _LEAST_DETAIL
        self._edges: list[float] = []  # of the letters, once the words had to be cut
        self.can_be_cut = not any(unicodedata.bidirectional(c) in _TO_THE_LEFT for c in title + detail)

    def _x(self, unit: int) -> float:
        x: object = self._line.cursorToX(unit)
        return float(x[0] if isinstance(x, tuple) else 0.0)  # the stubs know no tuple

    def shown(self, room: float, ellipsis: float) -> tuple[float, bool]:
        """How many pixels to draw in `room` pixels, and whether an ellipsis (so wide) stands for the rest.

        The title alone goes without: the muted words are told elsewhere too.
        """
        if self.width <= room + 1.0:
            return self.width, False
        if not self._edges:
            self._edges = [self._x(unit) for unit in range(self._units + 1)]
        unit = max(bisect_right(self._edges, room - ellipsis) - 1, 0)
        if self._title_end <= room and unit < self._least_detail:
            return self._title_end, False
        return self._edges[unit], True

    def paint(self, painter: QPainter) -> None:
        """Paints all of the words with their upper left corner at the painter's origin."""
        self._layout.draw(painter, QPointF(0, self._drop))


def _units(text: str) -> int:
    """UTF-16 code units, in which Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _range(begin: int, end: int, ink: "Ink", colour: QColor, strong: bool) -> QTextLayout.FormatRange:
    made, style = QTextLayout.FormatRange(), QTextCharFormat()
    style.setForeground(colour)
    if strong:
        style.setFont(ink.strong)
    made.start, made.length, made.format = begin, end - begin, style
    return made
