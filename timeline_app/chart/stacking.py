"""Stacks intervals on tracks so that none overlaps another of its track."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]


def apart(lane: Ints, begin: Floats, end: Floats) -> tuple[Floats, Floats]:
    """The intervals with each lane moved beyond the one before, so that all lanes are computed on at once."""
    if not len(begin):
        return begin, end
    low = float(begin.min())
    span = float(end.max()) - low + 1.0
    shift = lane * span - low
    return begin + shift, end + shift


def depths(lane: Ints, begin: Floats, end: Floats, lanes: int) -> Ints:
    """The greatest number of intervals that overlap at once, for each of `lanes` lanes."""
    depth = np.zeros(lanes, dtype=np.int64)
    if len(begin):
        starts, ends = apart(lane, begin, end)
        order = np.argsort(starts, kind="stable")
        ended = np.searchsorted(np.sort(ends), starts[order], side="right")
        np.maximum.at(depth, lane[order], np.arange(1, len(starts) + 1) - ended)
    return depth


def first_fit(begin: Floats, end: Floats, limit: int) -> Ints:
    """The topmost free track of each interval, -1 for those that find none among `limit`.

    `begin` is sorted, and every interval ends after it begins.  Greedy by start needs no more tracks than the depth.
    """
    track = np.full(len(begin), -1, dtype=np.int64)
    rest = np.arange(len(begin))
    for level in range(limit):
        if not len(rest):
            break
        following: list[int] = np.searchsorted(begin[rest], end[rest], side="left").tolist()
        chosen = []
        at, count = 0, len(following)
        while at < count:
            chosen.append(at)
            at = following[at]
        track[rest[chosen]] = level
        rest = np.delete(rest, chosen)
    return track
