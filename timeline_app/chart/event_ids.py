"""EventIds: which event stands in which row, so that a change of one need not touch the ids of all the others."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.digest import RowFinder

Ints = NDArray[np.int64]
_ABSENT = -1


class _Pool:
    """A growing list of ids, and where each stands in it, which is looked up when it is first asked for."""

    def __init__(self, ids: Sequence[str], finder: RowFinder | None) -> None:
        self.ids = list(ids)
        self._finder = finder or RowFinder(ids)

    @cached_property
    def number(self) -> dict[str, int]:
        """The place of each id."""
        return dict(self._finder.all)

    def find(self, event_id: str) -> int | None:
        """The place of an id, None where it is not in the list."""
        return (self.number if "number" in self.__dict__ else self._finder).get(event_id)

    def add(self, event_id: str) -> None:
        """Puts an id in at the end, unless it is there."""
        if event_id not in self.number:
            self.number[event_id] = len(self.ids)
            self.ids.append(event_id)


class EventIds(Sequence[str]):
    """The ids of rows in order.  Revisions share one growing pool of ids and differ in a column of numbers."""

    def __init__(self, pool: _Pool, at: Ints) -> None:
        self._pool, self._at = pool, at
        self._row: Ints | None = None  # by place in the pool, made when it is first asked for

    @classmethod
    def of(cls, ids: Sequence[str], at: Ints | None = None, finder: RowFinder | None = None) -> "EventIds":
        """Ids, all different, in the order of their rows; or those that stand `at` places among the ids.

        `finder` finds the place of each id among them, where there is one already.
        """
        return cls(_Pool(ids, finder), np.arange(len(ids)) if at is None else at)

    def __len__(self) -> int:
        return len(self._at)

    def __getitem__(self, row: Any) -> Any:
        """The id of a row, or the ids of a slice of rows."""
        if isinstance(row, slice):
            return [self._pool.ids[i] for i in self._at[row].tolist()]
        return self._pool.ids[self._at.item(row)]

    def rows_of(self, ids: Iterable[str]) -> list[int]:
        """Rows of those of the ids that have one, in the order of the ids."""
        wanted = list(ids)
        if not wanted:
            return []
        known = [number for event_id in wanted if (number := self._pool.find(event_id)) is not None]
        if not known:
            return []
        if self._row is None or len(self._row) <= max(known):  # later revisions let the pool grow
            self._row = np.full(len(self._pool.ids), _ABSENT, dtype=np.int64)
            self._row[self._at] = np.arange(len(self._at))
        found: list[int] = self._row[known].tolist()
        return [i for i in found if i != _ABSENT]

    def taken(self, rows: Ints) -> "EventIds":
        """The ids of some rows."""
        return EventIds(self._pool, self._at[rows])

    def without(self, rows: Ints) -> "EventIds":
        """The ids of the other rows."""
        return EventIds(self._pool, np.delete(self._at, rows))

    def inserted(self, at: Ints, ids: Sequence[str]) -> "EventIds":
        """With ids put in before the rows `at`, as `numpy.insert` does."""
        for event_id in ids:
            self._pool.add(event_id)
        return EventIds(self._pool, np.insert(self._at, at, [self._pool.number[event_id] for event_id in ids]))
