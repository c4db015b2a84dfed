"""Paints clusters: a pill with the number of events that have no bar of their own at this zoom."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from timeline_app.chart.arrangement import CELL
from timeline_app.chart.columns import Floats, Ints
from timeline_app.chart.hit import cluster_extents
from timeline_app.gui.timeline.ink import Ink, Medium, pen
from timeline_app.gui.timeline.scene import Frame
from timeline_app.gui.timeline.stamps import Stamp, Stamps, places_of

_PILL = 18  # height, pixels
_LONGEST = round(2 * CELL) + 8  # width that the picture of a pill has, pixels
_CAP = 9  # width of a pill's rounded end, pixels
_LEVELS = 2.0  # strengths for each power of ten of the number
_SHORTENED = 1000  # from which number on a count may be told in thousands
_MOST_LEVELS = 64  # more than any number of events has
_SIDES = 13.0  # pixels that a count leaves free of its pill


def paint_clusters(painter: QPainter, frame: Frame) -> None:
    """Clusters with their counts, stronger the more they hold."""
    seen = clusters_in_view(frame)
    if not len(seen):
        return
    arrangement, ink = frame.arrangement, frame.ink
    left, right = cluster_extents(arrangement, seen, frame.view)
    left, width = np.round(left), np.clip(np.round(right - left), 2, _LONGEST)
    top = np.round(arrangement.row_y[arrangement.cluster_row[seen]] - frame.scroll - _PILL / 2)
    size, lane = arrangement.cluster_size()[seen], arrangement.cluster_lane[seen]
    if ink.medium is not Medium.PIXELS:
        _paint_shapes(painter, ink, np.stack((left, top, width), axis=1), size, lane)
        return
    stamps = ink.stamps(painter.device().devicePixelRatio())
    stamps.draw(painter, _bodies(ink, stamps, left, top, width, size, lane))
    stamps.draw(painter, _counts(ink, stamps, left, top, width, size))


def _paint_shapes(painter: QPainter, ink: Ink, places: Floats, size: Ints, lane: Ints) -> None:
    """The same, without pictures."""
    for (x, y, width), number, kind in zip(places.tolist(), size.tolist(), lane.tolist(), strict=True):
        colour, text = ink.palette.category(kind), cluster_count(ink, number, width - _SIDES)
        _paint_pill(painter, ink, QRectF(x, y, width, _PILL), colour, _level(number))
        at = QPointF(x + (width - ink.width(text, True)) / 2, y + (_PILL - ink.line) / 2)
        ink.write(painter, at, text, ink.text, strong=True)


def _level(size: int) -> int:
    return int(np.floor(np.log10(size) * _LEVELS))


def _paint_pill(painter: QPainter, ink: Ink, rect: QRectF, colour: str, level: int) -> None:
    painter.setPen(pen(ink.mix(colour, 0.6), 1.0))
    painter.setBrush(ink.mix(colour, round(0.16 + 0.06 * level / _LEVELS, 2)))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def _bodies(ink: Ink, stamps: Stamps, left: Floats, top: Floats, width: Floats, size: Ints, lane: Ints) -> Floats:
    """Two pieces for each pill: all of it from the left end of a long one, and the right end of that."""
    level = np.floor(np.log10(size) * _LEVELS).astype(np.int64)
    kinds, kind = np.unique(lane * _MOST_LEVELS + level, return_inverse=True)
    made = [
        _body(ink, stamps, ink.palette.category(a), b) for a, b in (divmod(k, _MOST_LEVELS) for k in kinds.tolist())
    ]
    sheet = places_of(made)[kind]
    ratio = sheet[:, 2] / _LONGEST
    cap = np.minimum(_CAP, width / 2) * ratio
    pieces = np.empty((2, len(left), 6))
    pieces[0] = np.stack((left, top, sheet[:, 0], sheet[:, 1], width * ratio - cap, sheet[:, 3]), axis=1)
    right = left + width - cap / ratio
    pieces[1] = np.stack((right, top, sheet[:, 0] + sheet[:, 2] - cap, sheet[:, 1], cap, sheet[:, 3]), axis=1)
    return pieces.reshape(-1, 6)


def _body(ink: Ink, stamps: Stamps, colour: str, level: int) -> Stamp:
    """The picture of the longest pill of a colour and strength."""
    whole = QRectF(0, 0, _LONGEST, _PILL)
    return stamps.stamp(
        ("pill", colour, level), _LONGEST, _PILL, lambda painter: _paint_pill(painter, ink, whole, colour, level)
    )


def _counts(ink: Ink, stamps: Stamps, left: Floats, top: Floats, width: Floats, size: Ints) -> Floats:
    """The counts in the middle of their pills: exact where they fit, as `cluster_count` tells them."""
    sizes, which = np.unique(size, return_inverse=True)
    sheet = places_of([_count(ink, stamps, f"{number:,}") for number in sizes.tolist()])[which]
    cramped = (size >= _SHORTENED) & (sheet[:, 2] > (width - _SIDES) * stamps.ratio)
    for at in np.flatnonzero(cramped).tolist():
        sheet[at] = places_of([_count(ink, stamps, cluster_count(ink, int(size[at]), 0.0))])
    x = np.round(left + (width - sheet[:, 2] / stamps.ratio) / 2)
    y = np.round(top + (_PILL - ink.line) / 2)
    return np.concatenate((np.stack((x, y), axis=1), sheet), axis=1)


def _count(ink: Ink, stamps: Stamps, text: str) -> Stamp:
    return stamps.stamp(
        text,
        ink.width(text, True),
        ink.line,
        lambda painter: ink.write(painter, QPointF(0, 0), text, ink.text, strong=True),
    )


def cluster_count(ink: Ink, size: int, room: float) -> str:
    """A count that fits `room` pixels: "3,412", else "3.4k"."""
    exact = f"{size:,}"
    if size < _SHORTENED or ink.width(exact, True) <= room:
        return exact
    return f"{size / 1000:.1f}k" if size < 1_000_000 else f"{size / 1e6:.1f}M"


def clusters_in_view(frame: Frame) -> Ints:
    """Numbers of the clusters that a frame shows."""
    arrangement, view = frame.arrangement, frame.view
    y = arrangement.row_y[arrangement.cluster_row] - frame.scroll
    reach = 40.0 / view.scale
    return np.flatnonzero(
        (arrangement.cluster_end >= view.begin - reach)
        & (arrangement.cluster_begin <= view.end + reach)
        & (y > -20)
        & (y < frame.height + 20)
    )


def ring_clusters(painter: QPainter, frame: Frame) -> None:
    """A ring around each cluster that hides a selected event."""
    arrangement = frame.arrangement
    if not len(arrangement.cluster_members):
        return
    holds = np.logical_or.reduceat(frame.chosen[arrangement.cluster_members], arrangement.cluster_start[:-1])
    seen = clusters_in_view(frame)
    hiding = seen[holds[seen]]
    painter.setPen(pen(frame.ink.accent, 1.8))
    left, right = cluster_extents(arrangement, hiding, frame.view)
    for at, x0, x1 in zip(hiding.tolist(), left.tolist(), right.tolist(), strict=True):
        y = frame.y(int(arrangement.cluster_row[at]))
        painter.drawRoundedRect(QRectF(x0 - 2, y - 11, x1 - x0 + 4, 22), 11, 11)
