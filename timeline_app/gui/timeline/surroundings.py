"""Paints what stands around the events: lane headers, axis, and what the marker lines mean."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.ground import upright
from timeline_app.gui.timeline.ink import Ink, pen
from timeline_app.gui.timeline.markers import MarkerGroup
from timeline_app.gui.timeline.primitives import draw_rects
from timeline_app.gui.timeline.wording import gap_words, lanes_by_words

AXIS = 44.0  # height of the axis, pixels
MARKER_STRIP = 20.0  # room under the lanes for the labels of marker lines, pixels
_BETWEEN = 14.0  # pixels between the words of two lines


def paint_axis(painter: QPainter, frame: Frame) -> None:
    """The two ranks of tick labels; the name of a stretch that began before the view stays in sight."""
    ink, view = frame.ink, frame.view
    upper, lower = (AXIS / 2 - ink.line) / 2 + 2, AXIS / 2 + (AXIS / 2 - ink.line) / 2 - 1
    uprights = [QLineF(0, AXIS - 1, view.width, AXIS - 1)]
    labels: list[tuple[float, float, str, bool]] = []
    for ticks, top, strong in ((frame.ticks.major, upper, True), (frame.ticks.minor, lower, False)):
        places = [view.x(tick.days) for tick in ticks]
        for tick, x, limit in zip(ticks, places, [*places[1:], view.width], strict=True):
            if x > 0:
                uprights.append(upright(x, 4, AXIS / 2 + 2) if strong else upright(x, AXIS / 2 + 2, AXIS))
            left = (max(x, 0.0) if strong else x) + 6
            if left >= 5.5 and left + ink.width(tick.label, strong) <= min(limit, view.width) - (2 if strong else 0):
                labels.append((left, top, tick.label, strong))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen(ink.palette.hairline))
    painter.drawLines(uprights)
    ink.write_all(painter, labels)


def paint_marker_labels(painter: QPainter, frame: Frame, top: float) -> None:
    """What the marker lines mean, in the strip that starts at `top`; lines too close for words of their own share."""
    ink, view = frame.ink, frame.view
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    for is_now in (False, True):
        x = np.array([round(view.x(m.days)) for m in frame.markers if m.is_now is is_now], dtype=np.float64)
        painter.setBrush(QColor(ink.palette.now if is_now else ink.palette.published))
        draw_rects(painter, x, top, 1.0, 5.0)
    taken = []
    for words, left in _marker_words(frame):
        ink.write(painter, QPointF(left, top + (MARKER_STRIP - ink.line) / 2), words, ink.muted)
        taken.append((left, left + ink.width(words) + _BETWEEN))
    _paint_gap_labels(painter, frame, top, taken)


def _marker_words(frame: Frame) -> list[tuple[str, float]]:
    """The words of the markers in view and their left edges; none meets the next."""
    ink, view = frame.ink, frame.view
    groups: list[MarkerGroup] = []
    edge = 0.0  # where the words of the last group's first line end
    for marker in frame.markers:
        x = view.x(marker.days)
        if groups and x < edge:
            groups[-1].add(marker)
        else:
            groups.append(MarkerGroup(x, marker))
            edge = x + ink.width(groups[-1].words) + _BETWEEN
    placed: list[tuple[MarkerGroup, str, float]] = []
    for group in groups:
        while True:
            words = ink.cut(group.words, view.width - 8)
            width = ink.width(words)
            left = group.x + 5 if group.x + 5 + width <= view.width - 4 else max(group.x - 5 - width, 4.0)
            if not placed or placed[-1][2] + ink.width(placed[-1][1]) + _BETWEEN <= left:
                break
            group, later = placed.pop()[0], group
            group.join(later)
        placed.append((group, words, left))
    return [(words, left) for _, words, left in placed]


def _paint_gap_labels(painter: QPainter, frame: Frame, top: float, taken: list[tuple[float, float]]) -> None:
    """How long each labelled gap is, in the middle of it, with a line from end to end; publication dates go first."""
    ink, view = frame.ink, frame.view
    y = top + MARKER_STRIP / 2
    for begin, end in frame.gaps:
        left, right = max(view.x(begin), 0.0), min(view.x(end), view.width)
        words = gap_words(end - begin)
        width = ink.width(words)
        x = (left + right - width) / 2
        if width + 16 > right - left or any(x - 8 < b and a < x + width + 8 for a, b in taken):
            continue
        if not any(left < b and a < right for a, b in taken):
            painter.setPen(pen(ink.palette.border))
            painter.drawLine(QLineF(left + 3, y, x - 6, y))
            painter.drawLine(QLineF(x + width + 6, y, right - 3, y))
        ink.write(painter, QPointF(x, y - ink.line / 2), words, ink.muted)


def paint_corner(painter: QPainter, ink: Ink, width: float, lanes_by: str, zone: str) -> None:
    """Above the lane headers: what lanes are made of (a menu opens there) and the clock that times are shown on."""
    upper, lower = (AXIS / 2 - ink.line) / 2 + 2, AXIS / 2 + (AXIS / 2 - ink.line) / 2 - 1
    by = lanes_by_words(lanes_by)
    ink.write(painter, QPointF(8, upper), by, ink.muted)
    x = 8 + ink.width(by) + 6
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(ink.muted, 1.4))
    y = upper + ink.line / 2 + 0.5
    painter.drawPolyline([QPointF(x, y - 1.5), QPointF(x + 3, y + 1.5), QPointF(x + 6, y - 1.5)])
    times_in = QCoreApplication.translate("Timeline", "times in {}").format(zone)
    ink.write(painter, QPointF(8, lower), ink.cut(times_in, width - 16), ink.muted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen(ink.palette.hairline))
    painter.drawLine(QLineF(0, AXIS - 1, width, AXIS - 1))
    painter.drawLine(upright(width - 1, 0, AXIS))


def paint_empty(painter: QPainter, frame: Frame, has_events: bool, awaited: str = "") -> None:
    """What to do where nothing is drawn; `awaited` names the project that is being opened."""
    ink = frame.ink
    if has_events:
        words = QCoreApplication.translate(
            "Timeline",
            "No dated events are shown.\nUndated ones wait in the list of documents; a filter may hide others.",
        )
    elif awaited:
        words = QCoreApplication.translate("Timeline", "Opening {project} …").format(project=ink.cut(awaited, 400))
    else:
        words = QCoreApplication.translate(
            "Timeline", "No events yet.\nOpen reports, or drag here with Ctrl held to draw the first event."
        )
    whole = QRectF(0, 0, frame.view.width, frame.height)
    taken = ink.metrics.boundingRect(whole, Qt.AlignmentFlag.AlignCenter, words)
    painter.fillRect(taken.adjusted(-10, -6, 10, 6), ink.background)
    painter.setFont(ink.plain)
    painter.setPen(ink.muted)
    painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, words)
