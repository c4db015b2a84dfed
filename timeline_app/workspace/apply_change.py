"""ApplyChange: one step of the history; several changes that belong together may become one."""

from typing import NamedTuple, Protocol

from PySide6.QtGui import QUndoCommand

from timeline_app.model.change import Batch, Change
from timeline_app.workspace.carrying import Carrying

_JOINING = 1  # the id of commands that may be joined, of one kind for all


class Join(NamedTuple):
    """What changes have in common that are one step in the history; a later one that `renames` gives it its label."""

    key: object
    renames: bool = False


class Carrier(Protocol):
    """Whoever carries changes out: the store."""

    def carry_out(self, change: Change, label: str, initiator: object | None, *, in_slices: bool) -> Carrying:
        """Begins to carry out a change, in slices if it is large and may be; of an earlier one nothing is left then."""

    def settle(self) -> bool:
        """Carries out what is left of a large change."""


class ApplyChange(QUndoCommand):
    """One change on the undo stack: `redo` applies it and keeps the inverse that `undo` applies."""

    def __init__(
        self, store: Carrier, change: Change, label: str, initiator: object | None, join: Join | None = None
    ) -> None:
        super().__init__(label)
        self._store = store
        self._changes = [change]
        self._carried: list[Carrying] = []
        self._initiator = initiator
        self._join = join

    def id(self) -> int:
        """Tells Qt to ask `mergeWith` about two commands that follow each other."""
        return -1 if self._join is None else _JOINING

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Takes in a command that was carried out already and belongs to this one."""
        if not isinstance(other, ApplyChange) or self._join is None or other._join is None:
            return False
        if other._join.key != self._join.key:
            return False
        self._changes += other._changes
        self._carried += other._carried
        if other._join.renames:
            self.setText(other.text())
        return True

    def is_of(self, key: object) -> bool:
        """Whether its changes are joined by this key."""
        return self._join is not None and self._join.key == key

    def redo(self) -> None:
        """Carries the change out."""
        label = f"Redo {self.text()}" if self._carried else self.text()
        self._carried = [self._carry_out(_as_one(self._changes), label, self._initiator)]
        self._initiator = None  # an undo or redo later concerns the initiator like everyone else

    def undo(self) -> None:
        """Takes it back."""
        self._store.settle()
        if self._carried:
            self._carry_out(_as_one([done.inverse for done in self._carried[::-1]]), f"Undo {self.text()}", None)

    def _carry_out(self, change: Change, label: str, initiator: object | None) -> Carrying:
        return self._store.carry_out(change, label, initiator, in_slices=self._join is not None)


def _as_one(changes: list[Change]) -> Change:
    return changes[0] if len(changes) == 1 else Batch(tuple(changes))
