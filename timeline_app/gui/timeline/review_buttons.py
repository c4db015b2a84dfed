"""The two buttons beside a suggested event under the cursor: accept and reject."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from timeline_app.chart.columns import Look
from timeline_app.chart.hit import bar_extent
from timeline_app.chart.labels import Side
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.ink import pen

_SIZE = 18.0  # pixels
_MARKS = {
    "accept": [(-4, 0), (-1, 3), (4, -3)],
    "reject": [(-3, -3), (3, 3), (0, 0), (3, -3), (-3, 3)],
}


class Verdict(Enum):
    """What a button decides."""

    ACCEPT = "accept"
    REJECT = "reject"


def review_buttons(frame: Frame) -> dict[Verdict, QRectF]:
    """Where the buttons are, in pixels of the event area; none unless a suggested event is under the cursor."""
    row = frame.hovered
    columns = frame.scene.columns
    if row is None or row in frame.moving or not int(columns.look[row]) & Look.SUGGESTED:
        return {}
    place = (frame.events == row).nonzero()[0]
    if not len(place):
        return {}
    slot = next((s for s in frame.slots if s.event == row and s.side is Side.RIGHT), None)
    right = slot.x + slot.width if slot else bar_extent(columns, row, frame.view)[1]
    left = min(right + 4, _room_end(frame, int(place[0])) - 2 * _SIZE - 7)
    top = frame.y(int(frame.rows[place[0]])) - _SIZE / 2
    return {
        Verdict.ACCEPT: QRectF(left, top, _SIZE, _SIZE),
        Verdict.REJECT: QRectF(left + _SIZE + 3, top, _SIZE, _SIZE),
    }


def _room_end(frame: Frame, place: int) -> float:
    """The pixel up to which the row of an event is its own: there begins the next bar, or the edge of the view."""
    end = frame.view.width
    following = place + 1
    if following < len(frame.events) and frame.rows[following] == frame.rows[place]:
        end = min(end, bar_extent(frame.scene.columns, int(frame.events[following]), frame.view)[0])
    here = bar_extent(frame.scene.columns, int(frame.events[place]), frame.view)[1]
    return max(end, here + 2 * _SIZE + 11)


def paint_review_buttons(painter: QPainter, frame: Frame) -> None:
    """A tick and a cross, each on a small card."""
    ink = frame.ink
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    spots = review_buttons(frame)
    for spot in spots.values():  # they may stand on the end of the event's own label
        painter.fillRect(spot.adjusted(-3, 0, 3, 0), ink.background)
    for verdict, spot in spots.items():
        painter.setPen(pen(ink.palette.border))
        painter.setBrush(QColor(ink.palette.raised))
        painter.drawRoundedRect(spot.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(pen(ink.palette.success if verdict is Verdict.ACCEPT else ink.palette.error, 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([spot.center() + QPointF(x, y) for x, y in _MARKS[verdict.value]]))
