"""EventDigest: what every view needs of all events at once, as arrays, so that a large project opens at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.annotation import Modality
from timeline_app.model.event import Status
from timeline_app.model.granularity import Granularity

OPEN = -(2**62)
"""Stands for None in the integer columns: an open bound, an unknown offset."""

UNITS: tuple[Granularity, ...] = tuple(Granularity)
STATUSES: tuple[Status, ...] = tuple(Status)
MODALITIES: tuple[Modality, ...] = tuple(Modality)

COLUMNS: tuple[tuple[str, str], ...] = (
    ("earliest_start", "<i8"),  # seconds of the time's own clock; OPEN where open or undated
    ("latest_start", "<i8"),
    ("earliest_end", "<i8"),
    ("latest_end", "<i8"),
    ("offset", "<i8"),  # minutes ahead of UTC, OPEN where unknown
    ("source", "<i4"),  # of the first link: index in the list of source ids, -1 without links
    ("sentence", "<i4"),  # where that link's sentence starts, in code points
    ("head", "<i4"),  # where the first mention's head starts, else that sentence: the order of reading
    ("unit", "<i2"),  # index in UNITS, -1 undated
    ("status", "<i2"),  # index in STATUSES
    ("modality", "<i2"),  # index in MODALITIES
    ("title_length", "<i4"),  # code points
    ("confidence", "<f8"),
    ("origins", "<i4"),
    ("approximate", "<i2"),
    ("contradicted", "<i2"),  # whether a linked sentence contradicts it
    ("tie", "<i8"),  # CRC-32 of the id: what orders events that nothing else does
)
DTYPE = np.dtype([(name, kind) for name, kind in COLUMNS])


LINK_DTYPE = np.dtype([("event", "<i4"), ("source", "<i4")])
AWAITING = (Status.SUGGESTED, Status.STALE)
"""Where events stand that the analyst has still to look at."""


@dataclass(frozen=True)
class EventDigest:
    """One row for each event, in the order of `ids`; `rows[name]` is the column `name` of `COLUMNS`.

    `links` has a row for each link, with the index of its event and of its source.
    """

    ids: tuple[str, ...]
    source_ids: tuple[str, ...]
    rows: NDArray[Any]
    links: NDArray[Any]

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The row of each id: one dictionary of many, to be copied by whoever changes it."""
        return dict(zip(self.ids, range(len(self.ids)), strict=True))

    @cached_property
    def counts_by_source(self) -> dict[str, tuple[int, int]]:
        """For each source how many events it tells, rejected ones left out, and how many of them await review."""
        size = len(self.source_ids)
        numbered = self.links["event"].astype(np.int64) * max(size, 1) + self.links["source"]
        event, source = np.divmod(np.unique(numbered), max(size, 1))  # an event may have two sentences in one source
        shown = ~self.has_status((Status.REJECTED,))[event]
        waiting = self.has_status(AWAITING)[event]
        counts = (np.bincount(source[shown], minlength=size), np.bincount(source[waiting], minlength=size))
        return dict(zip(self.source_ids, zip(*(count.tolist() for count in counts), strict=True), strict=True))

    @cached_property
    def rejected_ids(self) -> frozenset[str]:
        """The events that the analyst rejected."""
        return frozenset(self.ids[row] for row in np.flatnonzero(self.has_status((Status.REJECTED,))).tolist())

    @property
    def is_dated(self) -> NDArray[np.bool_]:
        """Which events have a time."""
        return np.asarray(self.rows["unit"] >= 0)

    def has_status(self, statuses: Iterable[Status]) -> NDArray[np.bool_]:
        """Which events stand at one of these in the review."""
        return np.isin(self.rows["status"], [STATUSES.index(status) for status in statuses])
