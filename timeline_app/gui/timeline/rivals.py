"""Rival datings: where the sentences of one event place it at times that cannot all be right, a bracket joins them."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from timeline_app.chart.hit import BAR
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.ink import pen

_DROP = 4.0  # pixels from a bar down to the bracket


def paint_rivals(painter: QPainter, frame: Frame) -> None:
    """A hollow bar at each rival time, in the row of its event, and a thin bracket below that joins them."""
    columns, ink, view = frame.scene.columns, frame.ink, frame.view
    row_of = dict(zip(frame.events.tolist(), frame.rows.tolist(), strict=True)) if frame.rivals else {}
    for event, extents in frame.rivals.items():
        own = view.x((float(columns.begin[event]) + float(columns.end[event])) / 2)
        colour = ink.mix(ink.lane_colour(int(columns.lane[event])), 0.8)
        paint_bracket(painter, colour, own, extents, frame.y(row_of[event]))


def paint_bracket(painter: QPainter, colour: QColor, own: float, extents: list[tuple[float, float]], y: float) -> None:
    """The hollow bars of other datings around pixel `y`, and what joins them with pixel `own`."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(colour, 1.0, Qt.PenStyle.DashLine, cosmetic=False))
    for left, right in extents:
        painter.drawRoundedRect(QRectF(left, y - BAR / 2, right - left, BAR), 2, 2)
    at = [own, *((left + right) / 2 for left, right in extents)]
    floor = y + BAR / 2 + _DROP
    painter.setPen(pen(colour, 1.0, cosmetic=False))
    painter.drawLine(QLineF(min(at), floor, max(at), floor))
    painter.drawLines([QLineF(QPointF(x, y + BAR / 2 + 1), QPointF(x, floor)) for x in at])
