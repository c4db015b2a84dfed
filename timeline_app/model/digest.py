"""EventDigest: what every view needs of all events at once, as arrays, so that a large project opens at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.annotation import Modality
from timeline_app.model.calendar import MINUTE
from timeline_app.model.event import Status
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import Source

OPEN = -(2**62)
"""Stands for None in the integer columns: an open bound, an unknown offset."""

UNITS: tuple[Granularity, ...] = tuple(Granularity)
STATUSES: tuple[Status, ...] = tuple(Status)
MODALITIES: tuple[Modality, ...] = tuple(Modality)

COLUMNS: tuple[tuple[str, str], ...] = (  # the widest first, so that each begins where its values may be read at once
    ("earliest_start", "<i8"),  # seconds of the time's own clock; OPEN where open or undated
    ("latest_start", "<i8"),
    ("earliest_end", "<i8"),
    ("latest_end", "<i8"),
    ("offset", "<i8"),  # minutes ahead of UTC, OPEN where unknown
    ("number", "<i8"),  # that orders the events as the file does
    ("confidence", "<f8"),
    ("tie", "<u4"),  # CRC-32 of the id: what orders events that nothing else does
    ("source", "<i4"),  # of the first link: index in the list of sources, -1 without links
    ("sentence", "<i4"),  # where that link's sentence starts, in code points
    ("head", "<i4"),  # where the first mention's head starts, else that sentence: the order of reading
    ("title_length", "<i4"),  # code points
    ("origins", "<i4"),
    ("unit", "<i2"),  # index in UNITS, -1 undated
    ("status", "<i2"),  # index in STATUSES
    ("modality", "<i2"),  # index in MODALITIES
    ("approximate", "<i2"),
    ("contradicted", "<i2"),  # whether a linked sentence contradicts it
)
LINK_DTYPE = np.dtype([("event", "<i4"), ("source", "<i4")])
AWAITING = (Status.SUGGESTED, Status.STALE)
"""Where events stand that the analyst has still to look at."""

LAST = np.iinfo(np.int64).max
"""What undated events, and those that no source tells, sort by: after all others."""

_FEW = 8  # ids that are looked for one by one
_FARTHEST = 2**30  # a position beyond which sources count as equally far down the list; `<< 32` fits 64 bits

Column = NDArray[Any]


@dataclass(frozen=True)
class EventDigest:
    """`columns` has a value for each event, in the order of `ids`, under each name of `COLUMNS`.

    The events may stand in the order of time, and do where a file tells of them.  `sources` are all sources in the
    order of the list, without their texts, segments and pages.  `links` has a row for each event and source that tells
    it: the index of each.
    """

    ids: tuple[str, ...]
    sources: tuple[Source, ...]
    columns: Mapping[str, Column]
    links: NDArray[Any]

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def source_ids(self) -> tuple[str, ...]:
        """The ids of the sources."""
        return tuple(source.id for source in self.sources)

    @cached_property
    def rows(self) -> "RowFinder":
        """Finds the row of an id."""
        return RowFinder(self.ids)

    @cached_property
    def counts_by_source(self) -> dict[str, tuple[int, int]]:
        """For each source how many events it tells, rejected ones left out, and how many of them await review."""
        event, source, size = self.links["event"], self.links["source"], len(self.sources)
        shown, waiting = ~self.has_status((Status.REJECTED,)), self.has_status(AWAITING)
        counts = (np.bincount(source[mask[event]], minlength=size).tolist() for mask in (shown, waiting))
        return {source.id: told for source, told in zip(self.sources, zip(*counts, strict=True), strict=True)}

    @cached_property
    def rejected_ids(self) -> frozenset[str]:
        """The events that the analyst rejected."""
        return frozenset(self.ids[row] for row in np.flatnonzero(self.has_status((Status.REJECTED,))).tolist())

    @property
    def is_dated(self) -> NDArray[np.bool_]:
        """Which events have a time."""
        return np.asarray(self.columns["unit"] >= 0)

    def has_status(self, statuses: Iterable[Status]) -> NDArray[np.bool_]:
        """Which events stand at one of these in the review."""
        wanted = frozenset(statuses)
        return np.asarray(np.array([status in wanted for status in STATUSES])[self.columns["status"]])

    def positions(self, nowhere: int) -> NDArray[np.int64]:
        """For each event the position of the source that tells it first, `nowhere` where none does."""
        positions = np.array([*(source.position for source in self.sources), nowhere], np.int64)
        found: NDArray[np.int64] = positions[self.columns["source"]]  # -1, no source, is the last
        return found

    @cached_property
    def time_keys(self) -> tuple[NDArray[np.int64], ...]:
        """What orders the events in time, the first first.

        Begin and end in UTC seconds, where they are told, and what decides when all else is the same.
        """
        columns, dated = self.columns, self.is_dated
        is_clock = np.array([unit.is_clock for unit in UNITS])[columns["unit"]]
        shift = np.where(is_clock & (columns["offset"] != OPEN), columns["offset"], 0) * MINUTE
        start, end = columns["earliest_start"], columns["latest_end"]
        low = np.where(start != OPEN, start - shift, np.where(end != OPEN, end - shift, 0))
        high = np.where(end != OPEN, end - shift, low)
        told = np.array([*(told_at(source.position, 0) for source in self.sources), 0], np.int64)[columns["source"]]
        return (
            np.where(dated, low, LAST),
            np.where(dated, high, LAST),
            np.where(columns["source"] >= 0, told + columns["sentence"], LAST),
            columns["tie"].astype(np.int64),
        )


class RowFinder:
    """Finds the place of an id among many, the first few by looking through them: a dictionary of all takes longer."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = ids
        self._asked = 0

    @cached_property
    def all(self) -> dict[str, int]:
        """The place of every id: one dictionary of many, to be copied by whoever changes it."""
        return dict(zip(self._ids, range(len(self._ids)), strict=True))

    def get(self, id_: str) -> int | None:
        """The place of an id, None where it is not among them."""
        self._asked += 1
        if self._asked > _FEW or "all" in self.__dict__:
            return self.all.get(id_)
        try:
            return self._ids.index(id_)
        except ValueError:
            return None


def told_at(position: int, start: int) -> int:
    """The place of a sentence in all texts: one number for the position of its source and where in it it starts."""
    return (max(-_FARTHEST, min(position, _FARTHEST)) << 32) + start


def order_of(keys: tuple[Column, ...]) -> NDArray[np.intp]:
    """The order of rows by some columns, the first first, equal rows as they are.

    Rows that are in order already, as those of a digest may be, are only looked through.
    """
    return np.arange(len(keys[0])) if _are_sorted(keys) else np.lexsort(keys[::-1])


def _are_sorted(keys: tuple[Column, ...]) -> bool:
    equal: NDArray[np.intp] | slice = slice(None)  # rows that are equal to the next one in every key so far
    for key in keys:
        one, following = key[:-1][equal], key[1:][equal]
        if (one > following).any():
            return False
        same = np.flatnonzero(one == following)
        equal = same if isinstance(equal, slice) else equal[same]
    return True
