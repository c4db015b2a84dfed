"""Paints all events of a frame: bars one by one or from pictures, clusters, and the ring of the selected."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from timeline_app.chart.arrangement import MIN_BAR
from timeline_app.chart.columns import Bools, Floats, Ints, Look
from timeline_app.chart.hit import BAR, Part, edge_pixels
from timeline_app.chart.labels import bar_pixels
from timeline_app.gui.timeline.bars import OUTLINED, SUGGESTED_SHARE, Bar, bar_of, paint_bar
from timeline_app.gui.timeline.clusters import paint_clusters, ring_clusters
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.ink import Ink, Medium, pen
from timeline_app.gui.timeline.primitives import draw_rects
from timeline_app.gui.timeline.rivals import paint_rivals
from timeline_app.gui.timeline.stamps import Stamp, Stamps

PLAIN = 120  # bars of a picture above which plain ones are rectangles, in one call per colour
_WIDEST = 40  # pixels of the widest bar of a special look that is kept as a picture
_CAP = 4  # pixels of the rounded ends of a plain bar, which its picture lends to longer ones
_MARGIN = 4  # pixels around a bar in its picture, for what is drawn around it
_GRADED = Look.SOFT | Look.OPEN_START | Look.OPEN_END


def paint_events(painter: QPainter, frame: Frame) -> None:
    """All bars and clusters of a frame, the selected ones ringed."""
    shown = np.ones(len(frame.events), dtype=bool)
    if frame.moving:
        shown = ~np.isin(frame.events, list(frame.moving))
    paint_alike = _paint_from_pictures if frame.ink.medium is Medium.PIXELS else _paint_crowd
    single = paint_alike(painter, frame, shown)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at in np.flatnonzero(single).tolist():
        bar, y = bar_of(frame.scene.columns, int(frame.events[at]), frame), frame.y(int(frame.rows[at]))
        paint_bar(painter, frame.ink, bar, y)
    _paint_folded(painter, frame)
    paint_clusters(painter, frame)
    paint_rivals(painter, frame)
    _paint_rings(painter, frame)


def _paint_crowd(painter: QPainter, frame: Frame, shown: Bools) -> Bools:
    """Paints plain bars as rectangles where there are many; tells which bars are left."""
    crowd = np.zeros(len(frame.events), dtype=bool)
    if len(frame.events) > PLAIN:
        crowd = (frame.scene.columns.look[frame.events] & ~Look.SUGGESTED) == 0
        if np.count_nonzero(~crowd) > frame.scene.most_looks:
            crowd[:] = True
        _paint_plain(painter, frame, shown & crowd)
    return shown & ~crowd


def _paint_from_pictures(painter: QPainter, frame: Frame, shown: Bools) -> Bools:
    """Paints plain bars, and narrow ones without fading ends, from pictures; tells which bars are left."""
    if not len(frame.events):
        return shown
    columns = frame.scene.columns
    look = columns.look[frame.events]
    left, right = (np.round(np.clip(x, -_WIDEST, frame.view.width + _WIDEST)) for x in _drawn(frame))
    width = np.maximum(right - left, MIN_BAR)
    plain = (look & ~Look.SUGGESTED) == 0
    alike = shown & ((look & _GRADED) == 0) & (plain | (width <= _WIDEST))
    rest: Bools = shown & ~alike
    if np.count_nonzero(rest) > frame.scene.most_looks:
        _paint_plain(painter, frame, rest)
        rest = np.zeros_like(rest)
    some = np.flatnonzero(alike)
    if len(some):
        top = np.round(frame.arrangement.row_y[frame.rows[some]] - frame.scroll - BAR / 2)
        _paint_alike(painter, frame, frame.events[some], left[some], top, width[some])
    return rest


def _drawn(frame: Frame) -> tuple[Floats, Floats]:
    return bar_pixels(frame.scene.columns, frame.events, frame.view)


def _paint_alike(painter: QPainter, frame: Frame, events: Ints, left: Floats, top: Floats, width: Floats) -> None:
    """Bars from their pictures, wide ones from both ends of a picture and a rectangle between."""
    ink, ratio = frame.ink, painter.device().devicePixelRatio()
    stamps = ink.stamps(ratio)
    number = _stamp_numbers(frame, stamps, events, np.minimum(width, _WIDEST))
    wide = np.flatnonzero(width > _WIDEST)
    pieces = np.empty((len(events) + len(wide), 6))
    whole, ends = pieces[: len(events)], pieces[len(events) :]
    whole[:, 0], whole[:, 1] = left - _MARGIN, top - _MARGIN
    whole[:, 2:] = stamps.places[number]
    if len(wide):
        _paint_middles(painter, frame, events[wide], number[wide], left[wide], top[wide], width[wide])
        shift = (_MARGIN + _CAP) * ratio
        ends[:] = whole[wide]
        ends[:, 0] = left[wide] + width[wide] - _CAP
        ends[:, 2] += ends[:, 4] - shift
        ends[:, 4] = shift
        whole[wide, 4] = shift
    stamps.draw(painter, pieces)


def _stamp_numbers(frame: Frame, stamps: Stamps, events: Ints, width: Floats) -> Ints:
    """The stamps of bars of these widths, made where there are none yet."""
    ink, scene = frame.ink, frame.scene
    known = stamps.kept(scene.facts.own_colours, dict[tuple[int, int, int], int])
    numbers = []
    colours = scene.facts.colour_numbers(ink, events).tolist()
    for key in zip(colours, scene.columns.look[events].tolist(), width.tolist(), strict=True):
        number = known.get(key)
        if number is None:
            colour, look, pixels = key
            number = known[key] = _picture(ink, stamps, scene.facts.colour_name(ink, colour), look, int(pixels)).number
        numbers.append(number)
    return np.array(numbers, dtype=np.int64)


def _paint_middles(
    painter: QPainter, frame: Frame, events: Ints, number: Ints, left: Floats, top: Floats, width: Floats
) -> None:
    """What lies between the ends of wide plain bars, one call for each colour and strength."""
    ink, scene = frame.ink, frame.scene
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    colours, looks = scene.facts.colour_numbers(ink, events).tolist(), scene.columns.look[events].tolist()
    brushes = dict(zip(number.tolist(), zip(colours, looks, strict=True), strict=True))
    for each, (colour, look) in brushes.items():
        same = number == each
        share = SUGGESTED_SHARE if look & Look.SUGGESTED else 1.0
        painter.setBrush(ink.mix(scene.facts.colour_name(ink, colour), share))
        draw_rects(painter, left[same] + _CAP - 1, top[same], width[same] - 2 * (_CAP - 1), BAR)


def _picture(ink: Ink, stamps: Stamps, colour: str, look: int, width: int) -> Stamp:
    """The picture of a bar of a colour, look and width, with a margin around it."""

    def paint(painter: QPainter) -> None:
        left, right = float(_MARGIN), float(_MARGIN + width)
        paint_bar(painter, ink, Bar(left, left, right, right, look, colour), BAR / 2 + _MARGIN)

    return stamps.stamp(("bar", colour, look, width), width + 2 * _MARGIN, BAR + 2 * _MARGIN, paint)


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
    share = np.where(look & (Look.NO_CORE | OUTLINED), 0.35, share)
    for number in np.unique(lane).tolist():
        for strength in np.unique(share[lane == number]).tolist():
            alike = (lane == number) & (share == strength)
            painter.setBrush(ink.mix(ink.palette.category(number), strength))
            draw_rects(painter, left[alike], y[alike], right[alike] - left[alike], BAR)


def _paint_folded(painter: QPainter, frame: Frame) -> None:
    """The events of folded lanes as a strip of ticks."""
    columns, arrangement, view = frame.scene.columns, frame.arrangement, frame.view
    if frame.scene.folding.collapsed.isdisjoint(lane.key for lane in columns.lanes):
        return
    edges = columns.lane_starts
    for number, lane in enumerate(columns.lanes):
        y = float(arrangement.lane_top[number] + arrangement.lane_height[number] / 2) - frame.scroll
        if lane.key not in frame.scene.folding.collapsed or not -20 < y < frame.height + 20:
            continue
        some = columns.by_lane[edges[number] : edges[number + 1]]
        some = some[: int(np.searchsorted(columns.begin[some], view.end, side="right"))]
        some = some[columns.end[some] >= view.begin]
        first, width = _covered(*bar_pixels(columns, some, view), round(view.width))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(frame.ink.mix(frame.ink.palette.category(number), 0.5))
        draw_rects(painter, first, round(y) - 3.0, width, 6.0)


def _covered(left: Floats, right: Floats, width: int) -> tuple[Floats, Floats]:
    """First pixels and lengths of the stretches of `width` pixels that any of the bars touches, at least two long."""
    first = np.clip(np.floor(left), 0, width).astype(np.int64)
    last = np.clip(np.maximum(np.ceil(right), first + 2), first, width).astype(np.int64)
    edges = np.bincount(first, minlength=width + 1) - np.bincount(last, minlength=width + 1)
    inside = np.concatenate(([0], (np.cumsum(edges)[:width] > 0).astype(np.int64), [0]))
    begins, ends = np.flatnonzero(np.diff(inside) > 0), np.flatnonzero(np.diff(inside) < 0)
    return begins.astype(np.float64), (ends - begins).astype(np.float64)


def _paint_rings(painter: QPainter, frame: Frame) -> None:
    """A ring around selected events, thinner around the one under the cursor; clusters that hide a selected one too."""
    columns, ink = frame.scene.columns, frame.ink
    found = np.flatnonzero(frame.chosen[frame.events] | (frame.events == frame.hovered))
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
