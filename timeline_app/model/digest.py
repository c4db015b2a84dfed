"""EventDigest: what every view needs of all events at once, as arrays, so that a large project opens at once."""

from collections.abc import Sequence
from dataclasses import dataclass
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
)
DTYPE = np.dtype([(name, kind) for name, kind in COLUMNS])


@dataclass(frozen=True, slots=True)
class EventDigest:
    """One row for each event, in the order of `ids`; `rows[name]` is the column `name` of `COLUMNS`."""

    ids: tuple[str, ...]
    source_ids: tuple[str, ...]
    rows: NDArray[Any]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def is_dated(self) -> NDArray[np.bool_]:
        """Which events have a time."""
        return np.asarray(self.rows["unit"] >= 0)

    def has_status(self, statuses: Sequence[Status] | frozenset[Status]) -> NDArray[np.bool_]:
        """Which events stand at one of these in the review."""
        return np.isin(self.rows["status"], [STATUSES.index(status) for status in statuses])
