"""Paints clusters: a pill with the number of events that have no bar of their own at this zoom."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from timeline_app.chart.arrangement import CELL, Arrangement
from timeline_app.chart.columns import Floats, Ints
from timeline_app.chart.hit import cluster_extents
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.ink import Ink, Medium, pen
from timeline_app.gui.timeline.stamps import Stamp, Stamps

PILL = 18  # height, pixels
_LONGEST = round(2 * CELL) + 8  # width that the picture of a pill has, pixels
_CAP = 9  # width of a pill's rounded end, pixels
_LEVELS = 2.0  # strengths for each power of ten of the number
_SHORTENED = 1000  # from which number on a count may be told in thousands
_EXACT, _SHORT = -1, -2  # counts, where else strengths stand
_SIDES = 13.0  # pixels that a count leaves free of its pill


def paint_clusters(painter: QPainter, frame: Frame) -> None:
    """Clusters with their counts, stronger the more they hold."""
    seen = clusters_in_view(frame)
    if not len(seen):
        return
    arrangement, ink = frame.arrangement, frame.ink
    left, right = cluster_extents(arrangement, seen, frame.view)
    left, width = np.round(left), np.clip(np.round(right - left), 2, _LONGEST)
    top = np.round(arrangement.row_y[arrangement.cluster_row[seen]] - frame.scroll - PILL / 2)
    if ink.medium is not Medium.PIXELS:
        size, lane = arrangement.cluster_size()[seen], arrangement.cluster_lane[seen]
        _paint_shapes(painter, ink, np.stack((left, top, width), axis=1), size, lane)
        return
    stamps = ink.stamps(painter.device().devicePixelRatio())
    pills = stamps.kept(arrangement, lambda: _Pills(arrangement))
    pills.learn(ink, stamps, seen)
    for pieces in pills.pieces(stamps, seen, left, top, width, ink.line):
        stamps.draw(painter, pieces)


def _paint_shapes(painter: QPainter, ink: Ink, places: Floats, size: Ints, lane: Ints) -> None:
    """The same, without pictures."""
    for (x, y, width), number, kind in zip(places.tolist(), size.tolist(), lane.tolist(), strict=True):
        colour, text = ink.palette.category(kind), cluster_count(ink, number, width - _SIDES)
        paint_pill(painter, ink, QRectF(x, y, width, PILL), colour, _level(number))
        at = QPointF(x + (width - ink.width(text, True)) / 2, y + (PILL - ink.line) / 2)
        ink.write(painter, at, text, ink.text, strong=True)


def _level(size: int) -> int:
    return int(np.floor(np.log10(size) * _LEVELS))


def paint_pill(painter: QPainter, ink: Ink, rect: QRectF, colour: str, level: int) -> None:
    """The pill of a cluster, without its number; stronger the higher the level of that."""
    painter.setPen(pen(ink.mix(colour, 0.6), 1.0))
    painter.setBrush(ink.mix(colour, round(0.16 + 0.06 * level / _LEVELS, 2)))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class _Pills:
    """Numbers of the stamps of an arrangement's clusters, found as they come into view."""

    def __init__(self, arrangement: Arrangement) -> None:
        self._size, self._lane = arrangement.cluster_size(), arrangement.cluster_lane
        self._body = np.full(len(self._size), -1, dtype=np.int64)
        self._exact, self._short = self._body.copy(), self._body.copy()

    def learn(self, ink: Ink, stamps: Stamps, seen: Ints) -> None:
        """Makes the stamps that clusters lack."""
        new = seen[self._body[seen] < 0]
        if not len(new):
            return
        known = stamps.kept(ink, dict[tuple[int, int], int])  # numbers of bodies, of exact and of short counts
        sizes, lanes = self._size[new].tolist(), self._lane[new].tolist()
        levels = np.floor(np.log10(self._size[new]) * _LEVELS).astype(np.int64).tolist()
        for size, lane, level in zip(sizes, lanes, levels, strict=True):
            if (lane, level) not in known:
                known[lane, level] = _body(ink, stamps, ink.palette.category(lane), level).number
            if (size, _EXACT) not in known:
                short = f"{size:,}" if size < _SHORTENED else cluster_count(ink, size, 0.0)
                known[size, _EXACT] = _count(ink, stamps, f"{size:,}").number
                known[size, _SHORT] = _count(ink, stamps, short).number
        self._body[new] = [known[key] for key in zip(lanes, levels, strict=True)]
        self._exact[new] = [known[size, _EXACT] for size in sizes]
        self._short[new] = [known[size, _SHORT] for size in sizes]

    def pieces(
        self, stamps: Stamps, seen: Ints, left: Floats, top: Floats, width: Floats, line: float
    ) -> tuple[Floats, Floats]:
        """Two pieces for each pill, all of it from the left end of a long one and the right end of that; its count.

        Counts are exact where they fit, as `cluster_count` tells them.
        """
        places, ratio, many = stamps.places, stamps.ratio, len(seen)
        made = np.empty((3, many, 6))
        made[:, :, 1] = top
        body = places[self._body[seen]]
        cap = np.minimum(_CAP, width / 2) * ratio
        made[0, :, 0], made[0, :, 2:] = left, body
        made[0, :, 4] = width * ratio - cap
        made[1, :, 0], made[1, :, 2:] = left + width - cap / ratio, body
        made[1, :, 2] += body[:, 2] - cap
        made[1, :, 4] = cap
        exact = self._exact[seen]
        fits = places[exact, 2] <= (width - _SIDES) * ratio
        made[2, :, 2:] = places[np.where(fits, exact, self._short[seen])]
        made[2, :, 0] = np.round(left + (width - made[2, :, 4] / ratio) / 2)
        made[2, :, 1] = np.round(top + (PILL - line) / 2)
        return made[:2].reshape(-1, 6), made[2]


def _body(ink: Ink, stamps: Stamps, colour: str, level: int) -> Stamp:
    """The picture of the longest pill of a colour and strength."""
    whole = QRectF(0, 0, _LONGEST, PILL)
    return stamps.stamp(
        ("pill", colour, level), _LONGEST, PILL, lambda painter: paint_pill(painter, ink, whole, colour, level)
    )


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
    if not len(arrangement.cluster_row):
        return arrangement.cluster_row
    reach = 40.0 / view.scale
    y = arrangement.row_y[arrangement.cluster_row] - frame.scroll
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
