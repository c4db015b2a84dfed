"""Stacks intervals on tracks so that none overlaps another of its track."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def apart(lane: Ints, begin: Floats, end: Floats) -> tuple[Floats, Floats]:
    """The intervals with each lane moved beyond the one before, so that all lanes are computed on at once."""
    if not len(begin):
        return begin, end
    low = float(begin.min())
    span = float(end.max()) - low + 1.0
    shift = lane * span - low
    return begin + shift, end + shift


def crowds(lane: Ints, begin: Floats, end: Floats, limit: int) -> Bools:
    """Which intervals take part where more than `limit` of their lane overlap.  They are sorted by lane and begin."""
    starts, ends = apart(lane, begin, end)
    numbers = np.arange(len(starts))
    overlapping = numbers + 1 - np.searchsorted(np.sort(ends), starts, side="right")
    over = np.flatnonzero(overlapping > limit)
    edges = np.zeros(len(starts) + 1, dtype=np.int64)  # those that began last are the ones that overlap here
    np.add.at(edges, np.maximum(over + 1 - overlapping[over], 0), 1)
    np.add.at(edges, over + 1, -1)
    return np.cumsum(edges[:-1]) > 0


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
