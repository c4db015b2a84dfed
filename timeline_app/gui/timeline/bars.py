"""Paints one event's bar: solid core, fading edges, open ends, outlines and hatches."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from timeline_app.chart.arrangement import MIN_BAR, TAIL
from timeline_app.chart.columns import EventColumns, Floats, Look
from timeline_app.chart.hit import BAR
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.ink import Ink, Medium, pen

SOFT_SHARE = 0.2  # of the colour, where an event may or may not have been
SUGGESTED_SHARE = 0.62
_FAR = 4_000.0  # pixels beyond the view to which bars are cut: gradients and dashes cost by length
OUTLINED = Look.PLANNED | Look.POSSIBLE | Look.DENIED | Look.DISPUTED | Look.REJECTED


@dataclass(frozen=True, slots=True)
class Bar:
    """One event's bounds in pixels with its look and colour; also what a ghost is made of while dragging."""

    left: float
    inner_left: float
    inner_right: float
    right: float
    look: int
    colour: str


def bar_of(columns: EventColumns, event: int, frame: Frame) -> Bar:
    """The bar of an event in a frame."""
    view = frame.view
    colour = frame.scene.facts.colour(frame.ink, event)

    def pixel(bound: Floats, missing: float) -> float:
        days = float(bound[event])
        return view.x(days) if np.isfinite(days) else missing

    left, end = view.x(float(columns.begin[event])), view.x(float(columns.end[event]))
    inner_left, inner_right = pixel(columns.inner_start, left), pixel(columns.inner_end, end)
    look = int(columns.look[event])
    right = end if look & (Look.OPEN_START | Look.OPEN_END) else max(end, left + MIN_BAR)
    inner_right += right - end  # a bar that was widened to be seen has no softer end for that
    a, b, c, d = (min(max(x, -_FAR), view.width + _FAR) for x in (left, inner_left, inner_right, right))
    return Bar(a, b, c, d, look, colour)


def paint_bar(painter: QPainter, ink: Ink, bar: Bar, y: float) -> None:
    """One bar centred on `y`."""
    look = bar.look
    rect = QRectF(bar.left, y - BAR / 2, bar.right - bar.left, BAR)
    if look & Look.OPEN_START:
        rect.setLeft(rect.left() - TAIL)
    if look & Look.OPEN_END:
        rect.setRight(rect.right() + TAIL)
    base = ink.palette.neutral if look & Look.REJECTED else bar.colour
    share = SUGGESTED_SHARE if look & Look.SUGGESTED else 1.0
    brush = _brush(ink, bar, rect, base, share)
    if look & OUTLINED:
        _paint_outlined(painter, ink, bar, rect, base, brush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRoundedRect(rect, 2, 2)
    if look & Look.APPROXIMATE:
        painter.setPen(pen(base, 1.2, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5), 3, 3)
    if look & Look.NO_CORE:
        painter.setPen(pen(base, 1.6))
        painter.setBrush(ink.background)
        painter.drawEllipse(rect.center(), 4.0, 4.0)
    if look & (Look.OPEN_START | Look.OPEN_END):
        _paint_arrow(painter, rect, ink.mix(base, 0.8), to_left=bool(look & Look.OPEN_START))


def _brush(ink: Ink, bar: Bar, rect: QRectF, base: str, share: float) -> QBrush:
    """Solid in the core, fading to a fifth at soft edges and to nothing at open ends."""
    solid, soft = ink.mix(base, share), ink.mix(base, SOFT_SHARE)
    look = bar.look
    if look & Look.NO_CORE:
        return QBrush(soft)
    if not look & (Look.SOFT | Look.OPEN_START | Look.OPEN_END):
        return QBrush(solid)
    gone = QColor(solid)
    gone.setAlpha(0)
    if ink.medium is not Medium.PIXELS:
        gone = ink.background  # viewers differ in what they make of a transparent stop
    stops = [
        (rect.left(), gone if look & Look.OPEN_START else (soft if bar.inner_left > bar.left else solid)),
        (bar.inner_left, solid),
        (bar.inner_right, solid),
        (rect.right(), gone if look & Look.OPEN_END else (soft if bar.inner_right < bar.right else solid)),
    ]
    gradient = QLinearGradient(rect.left(), 0, rect.right(), 0)
    for x, colour in stops:
        gradient.setColorAt(min(max((x - rect.left()) / rect.width(), 0.0), 1.0), colour)
    return QBrush(gradient)


def _paint_outlined(painter: QPainter, ink: Ink, bar: Bar, rect: QRectF, base: str, brush: QBrush) -> None:
    """Planned: outline; possible: dashed; denied or disputed: hatched; rejected: dotted."""
    look = bar.look
    fades = brush.gradient() is not None and ink.medium is Medium.PIXELS  # SVG and PDF know no pen that fades
    outline = QPen(brush if fades else QBrush(ink.mix(base, 0.85)), 1.4)
    inside = rect.adjusted(0.7, 0.7, -0.7, -0.7)
    if look & Look.REJECTED:
        outline.setStyle(Qt.PenStyle.DotLine)
    elif look & Look.POSSIBLE:
        outline.setStyle(Qt.PenStyle.CustomDashLine)
        outline.setDashPattern([3.0, 2.2])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.background if look & Look.PLANNED else ink.mix(base, 0.12))
    painter.drawRoundedRect(inside, 2, 2)
    if look & (Look.DENIED | Look.DISPUTED):
        _hatch(painter, inside, ink.mix(base, 0.75))
    painter.setPen(outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, 2, 2)


def _hatch(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Slanted lines five pixels apart, in step with the canvas so that they do not crawl; only where visible.

    They are cut here and not by a clip, which some of Qt's vector formats do not know.
    """
    left, right = max(rect.left(), -20.0), min(rect.right(), _FAR)
    if right <= left:
        return
    painter.setPen(pen(colour, 1.3))
    first = left - rect.height() - (left - rect.left()) % 5
    lines = []
    for x in np.arange(first, right, 5.0).tolist():
        begin, end = max(x, left), min(x + rect.height(), right)
        lines.append(QLineF(begin, rect.bottom() - (begin - x), end, rect.bottom() - (end - x)))
    painter.drawLines(lines)


def _paint_arrow(painter: QPainter, rect: QRectF, colour: QColor, *, to_left: bool) -> None:
    x, y, way = (rect.left(), rect.center().y(), 1) if to_left else (rect.right(), rect.center().y(), -1)
    painter.setPen(pen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x + way * 4, y - 3.5), QPointF(x, y), QPointF(x + way * 4, y + 3.5)]))
