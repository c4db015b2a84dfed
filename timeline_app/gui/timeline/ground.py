"""Paints what lies under the events: weekends, gaps, grid lines, lines between lanes and marker lines.

All that stands upright looks alike in every row of pixels: on a screen a few rows are painted and laid over the whole
height.
"""

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from timeline_app.chart.columns import Floats
from timeline_app.gui.timeline.ink import Ink, Medium, pen
from timeline_app.gui.timeline.markers import Marker
from timeline_app.gui.timeline.primitives import draw_rects
from timeline_app.gui.timeline.scene import Frame

_ROWS = 16  # of pixels that are laid over the height: enough that laying them costs little


def paint_ground(painter: QPainter, frame: Frame) -> None:
    """Weekends, gaps, grid lines, lines between lanes and marker lines."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if frame.ink.medium is Medium.PIXELS:
        _lay_strip(painter, frame)
    else:
        _paint_uprights(painter, frame)
    for marker in frame.lines:
        painter.setPen(pen(marker_colour(frame.ink, marker), 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(upright(frame.view.x(marker.days), 0, frame.height))


def _lay_strip(painter: QPainter, frame: Frame) -> None:
    """The uprights as one short picture, laid over the height."""
    ratio = painter.device().devicePixelRatio()
    width = max(round(frame.view.width * ratio), 1)
    row = np.full(width, QColor(frame.ink.background).rgb(), dtype=np.uint32)
    for begin, end, colour in _stretches(frame):
        row[round(begin * ratio) : round(end * ratio)] = colour.rgb()
    for colour, lines in _lines(frame):  # hairlines: a device pixel at any ratio
        row[np.minimum(np.round(lines * ratio).astype(np.int64), width - 1)] = colour.rgb()
    rows = np.broadcast_to(row, (_ROWS, width)).copy()
    strip = QPixmap.fromImage(QImage(rows.data, width, _ROWS, 4 * width, QImage.Format.Format_RGB32))
    strip.setDevicePixelRatio(ratio)
    painter.drawTiledPixmap(QRectF(0, 0, frame.view.width, frame.height), strip)
    edges = lane_edges(frame)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(frame.ink.palette.hairline))
    draw_rects(painter, np.zeros(len(edges)), edges, frame.view.width, 1 / ratio)


def _paint_uprights(painter: QPainter, frame: Frame) -> None:
    """The same as shapes."""
    for begin, end, colour in _stretches(frame):
        painter.fillRect(QRectF(begin, 0, end - begin, frame.height), colour)
    for colour, lines in _lines(frame):
        painter.setPen(pen(colour))
        painter.drawLines([upright(x, 0, frame.height) for x in lines.tolist()])
    painter.drawLines([QLineF(0, edge, frame.view.width, edge) for edge in lane_edges(frame).tolist()])


def _stretches(frame: Frame) -> list[tuple[int, int, QColor]]:
    """Weekends and gaps: first pixel, last pixel and colour."""
    view, ink = frame.view, frame.ink
    found = [(*stretch, QColor(ink.palette.weekend)) for stretch in frame.ticks.weekends]
    found += [(*stretch, ink.mix(ink.palette.muted, 0.07)) for stretch in frame.gaps]
    return [
        (round(max(view.x(begin), 0.0)), round(min(view.x(end), view.width)), colour)
        for begin, end, colour in found
        if end > view.begin and begin < view.end
    ]


def _lines(frame: Frame) -> list[tuple[QColor, Floats]]:
    """Grid lines at minor ticks, stronger ones at major ticks: colour and pixels."""
    view, palette = frame.view, frame.ink.palette
    lines: list[tuple[QColor, Floats]] = []
    for colour, some in ((palette.grid, frame.ticks.minor), (palette.hairline, frame.ticks.major)):
        x = np.round((np.array([tick.days for tick in some]) - view.begin) * view.scale)
        lines.append((QColor(colour), x[(x >= 0) & (x < view.width)]))
    return lines


def upright(x: float, top: float, bottom: float) -> QLineF:
    """A line down a column of pixels."""
    return QLineF(round(x), top, round(x), bottom)


def lane_edges(frame: Frame) -> Floats:
    """Lower edges of the lanes in view, pixels."""
    arrangement = frame.arrangement
    edges = arrangement.lane_top + arrangement.lane_height - frame.scroll
    rounded: Floats = np.round(edges[(edges > 0) & (edges <= frame.height)])
    return rounded


def marker_colour(ink: Ink, marker: Marker) -> QColor:
    """The colour of the line at a publication date, or at the present."""
    return QColor(ink.palette.now if marker.is_now else ink.palette.published)
