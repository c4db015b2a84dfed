"""EventIds: which event stands in which row, so that a change of one need not touch the ids of all the others."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
_ABSENT = -1


class EventIds(Sequence[str]):
    """The ids of rows in order.  Revisions share one growing list of ids and differ in a column of numbers."""

    def __init__(self, pool: list[str], number: dict[str, int], at: Ints) -> None:
        self._pool, self._number, self._at = pool, number, at

    @classmethod
    def of(cls, ids: Sequence[str]) -> "EventIds":
        """Ids, all different, in the order of their rows."""
        return cls(list(ids), {event_id: i for i, event_id in enumerate(ids)}, np.arange(len(ids)))

    def __len__(self) -> int:
        return len(self._at)

    def __getitem__(self, row: Any) -> Any:
        """The id of a row, or the ids of a slice of rows."""
        if isinstance(row, slice):
            return [self._pool[i] for i in self._at[row].tolist()]
        return self._pool[self._at.item(row)]

    def rows_of(self, ids: Iterable[str]) -> list[int]:
        """Rows of those of the ids that have one, in the order of the ids."""
        known = [number for event_id in ids if (number := self._number.get(event_id)) is not None]
        if not known:
            return []
        row = np.full(len(self._pool), _ABSENT, dtype=np.int64)
        row[self._at] = np.arange(len(self._at))
        found: list[int] = row[known].tolist()
        return [i for i in found if i != _ABSENT]

    def taken(self, rows: Ints) -> "EventIds":
        """The ids of some rows."""
        return EventIds(self._pool, self._number, self._at[rows])

    def inserted(self, at: Ints, ids: Sequence[str]) -> "EventIds":
        """With ids put in before the rows `at`, as `numpy.insert` does."""
        for event_id in ids:
            if event_id not in self._number:
                self._number[event_id] = len(self._pool)
                self._pool.append(event_id)
        return EventIds(self._pool, self._number, np.insert(self._at, at, [self._number[event_id] for event_id in ids]))
