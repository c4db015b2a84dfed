"""Paints what stands around the events: grid and weekends, lane headers, axis, marker lines and labels.

The background itself is the canvas's or the image's own.
"""

from math import ceil

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from timeline_app.chart.labels import Side, Slot
from timeline_app.gui.timeline.ink import Ink, Medium, pen
from timeline_app.gui.timeline.scene import Frame, Marker
from timeline_app.gui.timeline.wording import gap_words, lane_name, lanes_by_words
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace.dates import describe

AXIS = 44.0  # height of the axis, pixels
_NEW_PICTURES = 16  # of labels made in one frame: drawing from one is faster, making one slower than drawing the words
MARKER_STRIP = 20.0  # room under the lanes for the labels of marker lines, pixels


def paint_ground(painter: QPainter, frame: Frame) -> None:
    """Weekends, grid lines, lines between lanes and marker lines."""
    ink, view, height = frame.ink, frame.view, frame.height
    for begin, end in frame.ticks.weekends:
        left, right = max(view.x(begin), 0.0), min(view.x(end), view.width)
        if right > left:
            painter.fillRect(QRectF(left, 0, right - left, height), QColor(ink.palette.weekend))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for begin, end in frame.gaps:
        left, right = max(view.x(begin), 0.0), min(view.x(end), view.width)
        painter.fillRect(QRectF(left, 0, right - left, height), ink.mix(ink.palette.muted, 0.07))
    painter.setPen(pen(ink.palette.grid))
    painter.drawLines([_upright(view.x(t.days), 0, height) for t in frame.ticks.minor if view.x(t.days) >= 0])
    painter.setPen(pen(ink.palette.hairline))
    painter.drawLines([_upright(view.x(t.days), 0, height) for t in frame.ticks.major if view.x(t.days) >= 0])
    for bottom in lane_edges(frame):
        painter.drawLine(QLineF(0, bottom, view.width, bottom))
    for marker in frame.scene.markers:
        x = view.x(marker.days)
        if 0 <= x <= view.width:
            painter.setPen(pen(_marker_colour(ink, marker), 1.0, Qt.PenStyle.DashLine))
            painter.drawLine(_upright(x, 0, height))


def _upright(x: float, top: float, bottom: float) -> QLineF:
    return QLineF(round(x), top, round(x), bottom)


def lane_edges(frame: Frame) -> list[float]:
    """Lower edges of the lanes in view, pixels."""
    arrangement = frame.arrangement
    edges = arrangement.lane_top + arrangement.lane_height - frame.scroll
    return [round(float(edge)) for edge in edges if 0 < edge <= frame.height]


def _marker_colour(ink: Ink, marker: Marker) -> QColor:
    return QColor(ink.palette.now if marker.is_now else ink.palette.published)


def paint_labels(painter: QPainter, frame: Frame) -> None:
    """The labels of events in their slots; marker lines give way to them, and so does a bar that fills the view."""
    lines = [x for x in (frame.view.x(marker.days) for marker in frame.scene.markers) if 0 <= x <= frame.view.width]
    new = 0
    for slot in frame.slots:
        if slot.event not in frame.moving:
            crossing = [x for x in lines if slot.x - 3 < x < slot.x + slot.width + 3]
            new += _paint_label(painter, frame, slot, crossing, may_keep=new < _NEW_PICTURES)


def _paint_label(painter: QPainter, frame: Frame, slot: Slot, crossing: list[float], *, may_keep: bool) -> bool:
    """One label, from its picture where there is one; tells whether a new picture was made."""
    ink = frame.ink
    strong = slot.event in frame.selected
    title = frame.scene.event(slot.event).title
    y = frame.y(slot.row) - ink.line / 2
    shown = ink.cut(title, slot.width, strong)
    left = slot.x + ink.width(shown, strong)
    detail = ink.cut(frame.scene.detail(slot.event), slot.x + slot.width - left + 1) if shown == title else ""
    if len(detail) < 5:
        detail = ""
    end = left + (ink.width(detail) if detail else 0.0)
    if slot.side is Side.OVER:
        painter.fillRect(QRectF(slot.x - 3, y, end - slot.x + 6, ink.line), ink.background)
    for x in crossing:
        if slot.x - 2 <= x <= end + 2:
            painter.fillRect(QRectF(round(x) - 2, y, 5, ink.line), _ground_at(frame, x))
    at = QPointF(round(slot.x), round(y))
    key = ("label", shown, detail, strong)
    width, ratio = ceil(end - slot.x), painter.device().devicePixelRatio()
    known = ink.has_sprite(key, width, ceil(ink.line), ratio)
    if ink.medium is Medium.PIXELS and (known or may_keep):

        def paint(own: QPainter) -> None:
            _paint_words(own, ink, QPointF(0, 0), shown, detail, strong=strong)

        painter.drawPixmap(at, ink.sprite(key, width, ceil(ink.line), ratio, paint))
    else:
        _paint_words(painter, ink, at, shown, detail, strong=strong)
    return not known


def _paint_words(painter: QPainter, ink: Ink, at: QPointF, title: str, detail: str, *, strong: bool) -> None:
    ink.write(painter, at, title, ink.text, strong=strong)
    if detail:
        ink.write(painter, at + QPointF(ink.width(title, strong), 0), detail, ink.muted)


def _ground_at(frame: Frame, x: float) -> QColor:
    """The colour of the bare canvas at a pixel."""
    days = frame.view.days(x)
    weekend = any(begin <= days < end for begin, end in frame.ticks.weekends)
    return QColor(frame.ink.palette.weekend) if weekend else frame.ink.background


def paint_axis(painter: QPainter, frame: Frame, *, reserved: float = 0.0) -> None:
    """The two ranks of tick labels; `reserved` pixels at the right of the upper rank stay free."""
    ink, view = frame.ink, frame.view
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen(ink.palette.hairline))
    painter.drawLine(QLineF(0, AXIS - 1, view.width, AXIS - 1))
    upper, lower = (AXIS / 2 - ink.line) / 2 + 2, AXIS / 2 + (AXIS / 2 - ink.line) / 2 - 1
    for number, tick in enumerate(frame.ticks.major):
        x = view.x(tick.days)
        following = frame.ticks.major[number + 1 : number + 2]
        limit = min(view.x(following[0].days) if following else view.width, view.width - reserved)
        left = max(x, 0.0) + 6
        if x > 0:
            painter.setPen(pen(ink.palette.hairline))
            painter.drawLine(_upright(x, 4, AXIS / 2 + 2))
        if left + ink.width(tick.label, True) <= limit - 2:
            ink.write(painter, QPointF(left, upper), tick.label, ink.text, strong=True)
    for number, tick in enumerate(frame.ticks.minor):
        x = view.x(tick.days)
        following = frame.ticks.minor[number + 1 : number + 2]
        limit = min(view.x(following[0].days) if following else view.width, view.width)
        if x < -0.5:
            continue
        painter.setPen(pen(ink.palette.hairline))
        painter.drawLine(_upright(x, AXIS / 2 + 2, AXIS))
        if x + 6 + ink.width(tick.label) <= limit:
            ink.write(painter, QPointF(x + 6, lower), tick.label, ink.muted)


def paint_marker_labels(painter: QPainter, frame: Frame, top: float) -> None:
    """What the marker lines mean, in the strip that starts at `top`; lines too close for words of their own share."""
    ink, view = frame.ink, frame.view
    seen = [(view.x(marker.days), marker) for marker in sorted(frame.scene.markers, key=lambda m: m.days)]
    groups: list[list[tuple[float, Marker]]] = []
    for x, marker in seen:
        if not 0 <= x <= view.width:
            continue
        painter.setPen(pen(_marker_colour(ink, marker), 1.0))
        painter.drawLine(_upright(x, top, top + 5))
        if groups and x < _label_left(ink, view.width, groups[-1]) + ink.width(marker_words(groups[-1])) + 14:
            if not marker.is_now:  # its line tells enough where there is no room for its word
                groups[-1].append((x, marker))
        else:
            groups.append([(x, marker)])
    free, taken = 0.0, []
    for group in groups:
        words = ink.cut(marker_words(group), view.width - 8)
        left = _label_left(ink, view.width, group)
        if left >= free:
            ink.write(painter, QPointF(left, top + (MARKER_STRIP - ink.line) / 2), words, ink.muted)
            free = left + ink.width(words) + 14
            taken.append((left, free))
    _paint_gap_labels(painter, frame, top, taken)


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


def _label_left(ink: Ink, width: float, group: list[tuple[float, Marker]]) -> float:
    """Right of the group's first line, or left of it near the right edge."""
    x, words = group[0][0], ink.width(marker_words(group))
    return x + 5 if x + 5 + words <= width - 4 else max(x - 5 - words, 4.0)


def marker_words(group: list[tuple[float, Marker]]) -> str:
    """One label for lines that stand close together: "3 sources published 12–15 October 2024, now"."""
    if len(group) == 1:
        return group[0][1].label
    published = [marker for _, marker in group if marker.sources]
    words = [marker.label for marker in published]
    if len(published) > 1:
        days = [marker.day for marker in published]
        sources = sum(marker.sources for marker in published)
        several = QCoreApplication.translate("Timeline", "{} sources published {}")
        words = [several.format(sources, describe(TimeValue.days(days[0], days[-1])))]
    return ", ".join(words + [marker.label for _, marker in group if marker.is_now])


def paint_headers(painter: QPainter, frame: Frame, width: float, *, foldable: bool = True) -> None:
    """Lane names with their counts, in a column `width` pixels wide."""
    ink, arrangement = frame.ink, frame.arrangement
    by = frame.scene.document.settings.lanes_by
    for number, lane in enumerate(frame.scene.columns.lanes):
        top = float(arrangement.lane_top[number]) - frame.scroll
        bottom = top + float(arrangement.lane_height[number])
        if bottom < 0 or top > frame.height:
            continue
        y = min(max(top, 0.0), max(bottom - 26, top)) + 13 - ink.line / 2  # stays in sight while its lane does
        count = f"{int(arrangement.lane_count[number]):,}"
        room = width - 30 - ink.width(count) - 12
        if foldable:
            _paint_fold_mark(painter, ink, y + ink.line / 2, folded=lane.key in frame.scene.folding.collapsed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink.palette.category(number)))
        painter.drawRoundedRect(QRectF(18, y + ink.line / 2 - 4, 4, 8), 1, 1)
        most = max(min(int((bottom - y - 6) / ink.line), 3), 1)
        for line, words in enumerate(ink.lines(lane_name(lane, by), room, most, strong=True)):
            ink.write(painter, QPointF(28, y + line * ink.line), words, ink.text, strong=True)
        ink.write(painter, QPointF(width - 10 - ink.width(count), y), count, ink.muted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen(ink.palette.hairline))
    for edge in lane_edges(frame):
        painter.drawLine(QLineF(0, edge, width, edge))
    painter.drawLine(QLineF(width - 1, 0, width - 1, frame.height))


def _paint_fold_mark(painter: QPainter, ink: Ink, y: float, *, folded: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(ink.muted, 1.4))
    points = [(8, -3), (11, 0), (8, 3)] if folded else [(6.5, -1.5), (9.5, 1.5), (12.5, -1.5)]
    painter.drawPolyline([QPointF(x, y + dy) for x, dy in points])


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
    painter.drawLine(_upright(width - 1, 0, AXIS))


def paint_empty(painter: QPainter, frame: Frame, has_events: bool) -> None:
    """What to do where nothing is drawn."""
    ink = frame.ink
    words = (
        QCoreApplication.translate(
            "Timeline",
            "No dated events are shown.\nUndated ones wait in the list of documents; a filter may hide others.",
        )
        if has_events
        else QCoreApplication.translate(
            "Timeline", "No events yet.\nOpen reports, or drag here with Ctrl held to draw the first event."
        )
    )
    painter.setFont(ink.plain)
    painter.setPen(ink.muted)
    painter.drawText(QRectF(0, 0, frame.view.width, frame.height), Qt.AlignmentFlag.AlignCenter, words)
