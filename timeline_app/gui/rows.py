"""Rows of a list: a title and lines of detail, some of them in a warning colour, made when they are looked at."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from timeline_app.model.token import Span
from timeline_app.workspace.plain_tips import plain_tip

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_FEW = 64  # rows that come or go one by one


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its title, the details below it, and what is wrong with it.

    `aside` is a short mark at the right of the title, `meant` what it stands for; `lit` is what was searched for, as
    a part of the last detail.
    """

    title: str
    details: tuple[str, ...] = ()
    warning: str = ""
    tip: str = ""
    is_strong: bool = False
    aside: str = ""
    meant: str = ""
    lit: Span | None = None

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        return ", ".join(part for part in (self.title, *self.details, self.meant, self.warning) if part)


class RowRole(IntEnum):
    """What else than its texts a model tells of a row."""

    ROW = Qt.ItemDataRole.UserRole


class RowModel(QAbstractListModel):
    """Keys, and a function that makes the row of a key when it is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[str] = []
        self._make: Callable[[str], Row] = Row
        self._made: dict[str, Row] = {}

    def set_rows(
        self, keys: Sequence[str], make: Callable[[str], Row], stale: Collection[str] | None = None
    ) -> Iterable[int]:
        """Shows other rows; of those that were shown, only the `stale` ones are made anew, with None all.

        A few rows that come or go are told one stretch at a time, so that a long list stays where it is.  Answers the
        numbers of the rows that are new or made anew.
        """
        keys, self._make = list(keys), make
        if stale is None:
            self._made = {}
        for key in stale or ():
            self._made.pop(key, None)
        head = _common(self.keys, keys)
        tail = _common(self.keys[head:][::-1], keys[head:][::-1])
        gone, come = len(self.keys) - head - tail, len(keys) - head - tail
        if gone > _FEW or come > _FEW:
            self.beginResetModel()
            self.keys = keys
            self.endResetModel()
            return range(len(keys))
        if gone:
            self.beginRemoveRows(QModelIndex(), head, head + gone - 1)
            del self.keys[head : head + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), head, head + come - 1)
            self.keys = keys
            self.endInsertRows()
        if keys and (stale or stale is None):
            self.dataChanged.emit(self.index(0), self.index(len(keys) - 1))
        if stale is None:
            return range(len(keys))
        return chain(range(head, head + come), (number for number, key in enumerate(keys) if key in stale))

    def row(self, number: int) -> Row:
        """A row as it was when the rows were set."""
        key = self.keys[number]
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self.keys)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's title, tool tip, spoken form or the Row itself."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.row(index.row()).title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.row(index.row()).spoken
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.row(index.row()).tip) or None
            case RowRole.ROW:
                return self.row(index.row())
            case _:
                return None


def _common(one: list[str], other: list[str]) -> int:
    """How many first keys two lists share; found by halves, since slices are compared fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
