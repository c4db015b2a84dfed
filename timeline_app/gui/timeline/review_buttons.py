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
_ROOM = 2 * _SIZE + 11  # for both, and beside them
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
    left = _left(frame, int(place[0]))
    top = frame.y(int(frame.rows[place[0]])) - _SIZE / 2
    return {
        Verdict.ACCEPT: QRectF(left, top, _SIZE, _SIZE),
        Verdict.REJECT: QRectF(left + _SIZE + 3, top, _SIZE, _SIZE),
    }


def _left(frame: Frame, place: int) -> float:
    """Where the buttons begin: right of an event's label, else left of its bar, else on the end of its label."""
    event, row, view = int(frame.events[place]), int(frame.rows[place]), frame.view
    extents = {
        at: bar_extent(frame.scene.columns, int(frame.events[at]), view)
        for at in (place - 1, place, place + 1)
        if 0 <= at < len(frame.events) and frame.rows[at] == row
    }
    slots = {slot.event: slot for slot in frame.slots if slot.row == row}
    own = slots.get(event)
    right = own.x + own.width if own is not None and own.side is Side.RIGHT else extents[place][1]
    end = min(extents[place + 1][0], view.width) if place + 1 in extents else view.width
    if right + _ROOM <= end:
        return right + 4
    before = extents[place - 1][1] if place - 1 in extents else 0.0
    said = slots.get(int(frame.events[place - 1])) if place - 1 in extents else None
    taken = max(before, said.x + said.width if said is not None else 0.0, 0.0)
    if (own is None or own.side is not Side.LEFT) and taken + _ROOM <= extents[place][0]:
        return extents[place][0] - _ROOM
    return max(end - _ROOM + 4, extents[place][1] + 4)


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
