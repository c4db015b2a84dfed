"""Paints events: solid cores, fading edges, open ends, outlines and hatches, and the ring of the selected."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from timeline_app.chart.arrangement import MIN_BAR, TAIL
from timeline_app.chart.columns import Bools, EventColumns, Floats, Look
from timeline_app.chart.hit import BAR, Part, edge_pixels
from timeline_app.chart.labels import bar_pixels
from timeline_app.gui.timeline.clusters import paint_clusters, ring_clusters
from timeline_app.gui.timeline.ink import Ink, Medium, pen
from timeline_app.gui.timeline.rivals import paint_rivals
from timeline_app.gui.timeline.scene import Frame

FEW = 60  # bars in view up to which each is painted for itself; above, narrow ones are pictures of their like
PLAIN = 120  # bars in view above which plain ones are rectangles, in one call per colour
MANY = 400  # bars of a special look above which they too are painted as plain rectangles
SOFT_SHARE = 0.2  # of the colour, where an event may or may not have been
SUGGESTED_SHARE = 0.62
_FAR = 4_000.0  # pixels beyond the view to which bars are cut: gradients and dashes cost by length
_SPRITE = 40.0  # widest bar kept as a picture, pixels
_GRADED = Look.SOFT | Look.OPEN_START | Look.OPEN_END
_OUTLINED = Look.PLANNED | Look.POSSIBLE | Look.DENIED | Look.DISPUTED | Look.REJECTED


def paint_bars(painter: QPainter, frame: Frame) -> None:
    """All bars and clusters of a frame, the selected ones ringed."""
    columns = frame.scene.columns
    shown = ~np.isin(frame.events, list(frame.moving))
    crowd = np.zeros(len(frame.events), dtype=bool)
    if len(frame.events) > PLAIN:
        crowd = (columns.look[frame.events] & ~Look.SUGGESTED) == 0
        if np.count_nonzero(~crowd) > MANY:
            crowd[:] = True
        _paint_plain(painter, frame, shown & crowd)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at in np.flatnonzero(shown & ~crowd).tolist():
        bar, y = bar_of(columns, int(frame.events[at]), frame), frame.y(int(frame.rows[at]))
        alike = frame.ink.medium is Medium.PIXELS and len(frame.events) > FEW
        if alike and bar.right - bar.left <= _SPRITE and not bar.look & _GRADED:
            _paint_sprite(painter, frame.ink, bar, y)
        else:
            paint_bar(painter, frame.ink, bar, y)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_folded(painter, frame)
    paint_clusters(painter, frame)
    paint_rivals(painter, frame)
    _paint_rings(painter, frame)


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
    colour = frame.ink.lane_colour(int(columns.lane[event]), frame.scene.event(event).colour)

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
    if look & _OUTLINED:
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


def _paint_sprite(painter: QPainter, ink: Ink, bar: Bar, y: float) -> None:
    """A narrow bar from a picture of it."""
    width, ratio = round(bar.right - bar.left), painter.device().devicePixelRatio()

    def paint(own: QPainter) -> None:
        paint_bar(own, ink, Bar(4.0, 4.0, 4.0 + width, 4.0 + width, bar.look, bar.colour), BAR / 2 + 4)

    sprite = ink.sprite((bar.look, bar.colour), width + 8, round(BAR + 8), ratio, paint)
    painter.drawPixmap(QPointF(round(bar.left) - 4, round(y - BAR / 2) - 4), sprite)


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


def _paint_plain(painter: QPainter, frame: Frame, some: Bools) -> None:
    """Many bars as rectangles, one call per lane and strength."""
    columns, ink = frame.scene.columns, frame.ink
    events, rows = frame.events[some], frame.rows[some]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    left, right = bar_pixels(columns, events, frame.view)
    left, right = np.clip(left, -10.0, None), np.clip(right, None, frame.view.width + 10.0)
    y = frame.arrangement.row_y[rows] - frame.scroll - BAR / 2
    look, lane = columns.look[events], columns.lane[events]
    share = np.where(look & Look.SUGGESTED, SUGGESTED_SHARE, 1.0)
    share = np.where(look & (Look.NO_CORE | _OUTLINED), 0.35, share)
    for number in np.unique(lane).tolist():
        for strength in np.unique(share[lane == number]).tolist():
            alike = (lane == number) & (share == strength)
            painter.setBrush(ink.mix(ink.palette.category(number), strength))
            draw_rects(painter, left[alike], y[alike], right[alike] - left[alike], BAR)


def draw_rects(painter: QPainter, x: Floats, y: Floats, width: Floats, height: float | Floats) -> None:
    """Many rectangles in one call, without a Python object each."""
    from pyqtgraph.Qt.internals import PrimitiveArray

    rects = PrimitiveArray(QRectF, 4)
    rects.resize(len(x))
    table = rects.ndarray()
    table[:, 0], table[:, 1], table[:, 2], table[:, 3] = x, y, width, height
    painter.drawRects(*rects.drawargs())


def _paint_folded(painter: QPainter, frame: Frame) -> None:
    """The events of folded lanes as a strip of ticks."""
    columns, arrangement = frame.scene.columns, frame.arrangement
    folded = [i for i, lane in enumerate(columns.lanes) if lane.key in frame.scene.folding.collapsed]
    for number in folded:
        y = float(arrangement.lane_top[number] + arrangement.lane_height[number] / 2) - frame.scroll
        if not -20 < y < frame.height + 20:
            continue
        view = frame.view
        some = np.flatnonzero((columns.lane == number) & (columns.end >= view.begin) & (columns.begin <= view.end))
        left, right = bar_pixels(columns, some, view)
        spans = np.unique(
            np.stack((np.floor(np.maximum(left, -9)), np.ceil(np.minimum(right, view.width + 9)))), axis=1
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(frame.ink.mix(frame.ink.palette.category(number), 0.5))
        widths = np.maximum(spans[1] - spans[0], 2.0)
        draw_rects(painter, spans[0], np.full(spans.shape[1], y - 3), widths, 6.0)


def _paint_rings(painter: QPainter, frame: Frame) -> None:
    """A ring around selected events, thinner around the one under the cursor; clusters that hide a selected one too."""
    columns, ink = frame.scene.columns, frame.ink
    wanted = set(frame.selected) | ({frame.hovered} if frame.hovered is not None else set())
    if not wanted:
        return
    found = np.flatnonzero(np.isin(frame.events, list(wanted)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for at in found.tolist():
        event = int(frame.events[at])
        if event in frame.moving:
            continue
        left, right = bar_pixels(columns, frame.events[at : at + 1], frame.view)
        x0, x1 = max(float(left[0]), -20.0), min(float(right[0]), frame.view.width + 20.0)
        rect = QRectF(x0, frame.y(int(frame.rows[at])) - BAR / 2, x1 - x0, BAR)
        chosen = event in frame.selected
        painter.setPen(pen(ink.accent if chosen else ink.mix(ink.palette.accent, 0.5), 1.8 if chosen else 1.2))
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 4, 4)
        if frame.selected == {event}:
            _paint_handles(painter, frame, event, rect)
    if frame.selected:
        ring_clusters(painter, frame)


def _paint_handles(painter: QPainter, frame: Frame, event: int, rect: QRectF) -> None:
    """Grips on the edges that can be dragged: squares on outer bounds, lines on the inner bounds of soft edges."""
    ink = frame.ink
    for part, x in edge_pixels(frame.scene.columns, event, frame.view).items():
        painter.setPen(pen(ink.accent, 1.4))
        if part in (Part.OUTER_START, Part.OUTER_END):
            painter.setBrush(ink.background)
            painter.drawRoundedRect(QRectF(x - 2.5, rect.center().y() - 4, 5, 8), 1.5, 1.5)
        else:
            painter.drawLine(QPointF(x, rect.top() - 2), QPointF(x, rect.bottom() + 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
