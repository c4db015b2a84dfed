"""Rival datings: where the sentences of one event place it at times that cannot all be right, a bracket joins them."""

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from timeline_app.chart.arrangement import MIN_BAR
from timeline_app.chart.columns import bounds_of, drawn
from timeline_app.chart.hit import BAR
from timeline_app.gui.timeline.ink import pen
from timeline_app.gui.timeline.scene import Frame
from timeline_app.model.calendar import DAY

_MOST = 400  # events in view whose sentences are looked at
_DROP = 4.0  # pixels from a bar down to the bracket


def paint_rivals(painter: QPainter, frame: Frame) -> None:
    """A hollow bar at each rival time, in the row of its event, and a thin bracket below that joins them."""
    columns, ink = frame.scene.columns, frame.ink
    if len(frame.events) > _MOST:
        return
    for row, event_row in zip(frame.rows.tolist(), frame.events.tolist(), strict=True):
        times = frame.scene.rivals(event_row)
        if not times:
            continue
        y, colour = frame.y(row), ink.mix(ink.lane_colour(int(columns.lane[event_row])), 0.8)
        bounds = np.array([bounds_of(time, columns.zone) for time in times]) / DAY - columns.origin
        begin, end = drawn(bounds)
        middles = [(float(columns.begin[event_row]) + float(columns.end[event_row])) / 2]
        painter.setPen(pen(colour, 1.0, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for left, right in zip(begin.tolist(), end.tolist(), strict=True):
            x = frame.view.x(left)
            painter.drawRoundedRect(QRectF(x, y - BAR / 2, max(frame.view.x(right) - x, MIN_BAR), BAR), 2, 2)
            middles.append((left + right) / 2)
        painter.setPen(pen(colour, 1.0))
        at = [frame.view.x(middle) for middle in middles]
        floor = y + BAR / 2 + _DROP
        painter.drawLine(QLineF(min(at), floor, max(at), floor))
        painter.drawLines([QLineF(QPointF(x, y + BAR / 2 + 1), QPointF(x, floor)) for x in at])
