"""Paints what lies under the events: weekends, gaps, grid lines, lines between lanes and marker lines.

All that stands upright looks alike in every row of pixels: on a screen a few rows are painted and laid over the whole
height.
"""

from math import floor, isclose

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from timeline_app.chart.columns import Floats
from timeline_app.chart.ticks import Ticks
from timeline_app.chart.viewport import Viewport
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.ink import Ink, Medium, pen
from timeline_app.gui.timeline.markers import Marker
from timeline_app.gui.timeline.primitives import draw_rects

_ROWS = 16  # of pixels that are laid over the height: enough that laying them costs little
_EXACT = 0.01  # pixels that are none


def paint_ground(painter: QPainter, frame: Frame) -> None:
    """Weekends, gaps, grid lines, lines between lanes and marker lines."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if frame.ink.medium is Medium.PIXELS:
        _lay_strip(painter, frame)
    else:
        _paint_uprights(painter, frame)
    for marker in frame.lines:
        draw_dashes(painter, marker_colour(frame.ink, marker), frame.view.x(marker.days), 0, frame.height)


def _lay_strip(painter: QPainter, frame: Frame) -> None:
    """The uprights as one short picture, laid over the height."""
    stamps = frame.ink.stamps(painter.device().devicePixelRatio())
    strip = stamps.kept(frame.ticks.whole or frame.ticks, lambda: _Strip(stamps.ratio))
    strip.lay(painter, frame)
    edges = lane_edges(frame)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(frame.ink.palette.hairline))
    draw_rects(painter, np.zeros(len(edges)), edges, frame.view.width, 1 / stamps.ratio)


class _Strip:
    """The uprights of a stretch of time at a scale, wider than the view as soon as the scale stays: a pan shifts it."""

    def __init__(self, ratio: float) -> None:
        self._ratio = ratio
        self._view: Viewport | None = None
        self._gaps: object = None
        self._picture = QPixmap()

    def lay(self, painter: QPainter, frame: Frame) -> None:
        """Paints over the event area."""
        left = self._left(frame)
        if left is None:
            self._make(frame)
            left = self._left(frame) or 0
        painter.drawTiledPixmap(QRectF(0, 0, frame.view.width, frame.height), self._picture, QPointF(left, 0))

    def _left(self, frame: Frame) -> int | None:
        """Where the view begins on the picture, None where that is not on it or not on a pixel of its own."""
        view, known = frame.view, self._view
        if known is None or not isclose(known.scale, view.scale, rel_tol=1e-9) or self._gaps != frame.gaps:
            return None
        left = known.x(view.begin)
        at = round(left)
        return at if abs(left - at) < _EXACT and 0 <= at <= known.width - view.width + _EXACT else None

    def _make(self, frame: Frame) -> None:
        view, ratio = frame.view, self._ratio
        stays = self._view is not None and isclose(self._view.scale, view.scale, rel_tol=1e-9)
        ticks = (frame.ticks.whole if stays else None) or frame.ticks
        before, after = floor(-view.x(ticks.begin)), floor(view.x(ticks.end) - view.width)
        before, after = max(before, 0), max(after, 0)  # whole pixels
        wide = Viewport(view.days(-before), view.days(view.width + after), view.width + before + after)
        width = max(round(wide.width * ratio), 1)
        row = np.full(width, QColor(frame.ink.background).rgb(), dtype=np.uint32)
        for begin, end, colour in _stretches(frame.ink, wide, ticks, frame.gaps):
            row[round(begin * ratio) : round(end * ratio)] = colour.rgb()
        for colour, lines in _lines(frame.ink, wide, ticks):  # hairlines: a device pixel at any ratio
            row[np.minimum(np.round(lines * ratio).astype(np.int64), width - 1)] = colour.rgb()
        rows = np.broadcast_to(row, (_ROWS, width)).copy()
        image = QImage(rows.data, width, _ROWS, 4 * width, QImage.Format.Format_RGB32)
        self._picture = QPixmap.fromImage(image.copy())  # else the pixels may stay those of the array, which goes
        self._picture.setDevicePixelRatio(ratio)
        self._view, self._gaps = wide, frame.gaps


def _paint_uprights(painter: QPainter, frame: Frame) -> None:
    """The same as shapes."""
    for begin, end, colour in _stretches(frame.ink, frame.view, frame.ticks, frame.gaps):
        painter.fillRect(QRectF(begin, 0, end - begin, frame.height), colour)
    for colour, lines in _lines(frame.ink, frame.view, frame.ticks):
        painter.setPen(pen(colour))
        painter.drawLines([upright(x, 0, frame.height) for x in lines.tolist()])
    painter.drawLines([QLineF(0, edge, frame.view.width, edge) for edge in lane_edges(frame).tolist()])


def _stretches(
    ink: Ink, view: Viewport, ticks: Ticks, gaps: tuple[tuple[float, float], ...]
) -> list[tuple[int, int, QColor]]:
    """Weekends and gaps: first pixel, last pixel and colour."""
    weekend, gap = QColor(ink.palette.weekend), ink.mix(ink.palette.muted, 0.07)
    found = [(*stretch, weekend) for stretch in ticks.weekends] + [(*stretch, gap) for stretch in gaps]
    return [
        (round(max(view.x(begin), 0.0)), round(min(view.x(end), view.width)), colour)
        for begin, end, colour in found
        if end > view.begin and begin < view.end
    ]


def _lines(ink: Ink, view: Viewport, ticks: Ticks) -> list[tuple[QColor, Floats]]:
    """Grid lines at minor ticks, stronger ones at major ticks: colour and pixels."""
    palette = ink.palette
    lines: list[tuple[QColor, Floats]] = []
    for colour, some in ((palette.grid, ticks.minor), (palette.hairline, ticks.major)):
        x = np.round((np.array([tick.days for tick in some]) - view.begin) * view.scale)
        lines.append((QColor(colour), x[(x >= 0) & (x < view.width)]))
    return lines


def upright(x: float, top: float, bottom: float) -> QLineF:
    """A line down a column of pixels."""
    return QLineF(round(x), top, round(x), bottom)


def draw_dashes(painter: QPainter, colour: QColor | str, x: float, top: float, bottom: float) -> None:
    """A dashed line down a column of logical pixels: as wide and as long in its dashes on any screen."""
    painter.setPen(pen(colour, 1.0, Qt.PenStyle.DashLine, cosmetic=False))
    painter.drawLine(upright(x, top, bottom).translated(0.5, 0))


def lane_edges(frame: Frame) -> Floats:
    """Lower edges of the lanes in view, pixels."""
    arrangement = frame.arrangement
    edges = arrangement.lane_top + arrangement.lane_height - frame.scroll
    rounded: Floats = np.round(edges[(edges > 0) & (edges <= frame.height)])
    return rounded


def marker_colour(ink: Ink, marker: Marker) -> QColor:
    """The colour of the line at a publication date, or at the present."""
    return QColor(ink.palette.now if marker.is_now else ink.palette.published)
