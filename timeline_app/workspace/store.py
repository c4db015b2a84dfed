"""DocumentStore: the open document, its undo stack and its file; the one place through which a document changes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from timeline_app.formats.project_file import load_project, save_project
from timeline_app.model.change import Batch, Change, Insert, Remove
from timeline_app.model.document import ChangeError, TimelineDocument
from timeline_app.workspace.change_summary import flatten, step_key, summarise

_JOINING = 1  # the id of commands that may be joined, of one kind for all


class DocumentStore(QObject):
    """Holds one document.  Everything that changes it is an `ApplyChange` on the undo stack, which has no limit.

    `changed` carries a `ChangeSummary` after each change, undo and redo; `reset` tells that another document is open.
    """

    changed = Signal(object)
    reset = Signal()
    path_changed = Signal()
    modified_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = TimelineDocument()
        self._path: Path | None = None
        self._undo_stack = QUndoStack(self)
        self._undo_stack.cleanChanged.connect(self._on_clean_changed)

    @property
    def document(self) -> TimelineDocument:
        """The open document.  For reading; changes go through `apply`."""
        return self._document

    @property
    def undo_stack(self) -> QUndoStack:
        """The history of this document since it was opened."""
        return self._undo_stack

    @property
    def path(self) -> Path | None:
        """The project's file, None before it was first saved."""
        return self._path

    @property
    def is_modified(self) -> bool:
        """Whether the document differs from its file."""
        return not self._undo_stack.isClean()

    def apply(self, change: Change, label: str, initiator: object | None = None, join: object | None = None) -> None:
        """Carries out one undoable change, called `label` in the menu.

        Changes with an equal `join` that follow each other directly are one step in the history, called as the last of
        them: an import that comes in document by document is taken back at once.  Raises ChangeError, with document
        and history untouched, when the change does not fit the document.
        """
        _check(self._document, change)
        self._undo_stack.push(ApplyChange(self, change, label, initiator, join))

    def new(self) -> None:
        """Opens an empty document without a file."""
        self.adopt(TimelineDocument(), None)

    def open(self, path: Path) -> None:
        """Opens a project file; raises FormatError with a sentence for the user, the open document untouched."""
        self.adopt(load_project(path), path)

    def save(self, path: Path | None = None) -> None:
        """Writes the document to `path`, or to its own file.

        Raises FormatError with a sentence for the user, and ValueError when there is no file to write to.
        """
        target = path or self._path
        if target is None:
            raise ValueError("a document that was never saved needs a path")
        save_project(self._document, target)
        self._set_path(target)
        self._undo_stack.setClean()

    def adopt(self, document: TimelineDocument, path: Path | None, *, modified: bool = False) -> None:
        """Puts another document in place with a fresh history; `modified` where it differs from its file."""
        self._document = document
        self._undo_stack.clear()
        if modified:
            self._undo_stack.resetClean()
        else:
            self._undo_stack.setClean()
        self._set_path(path)
        self.reset.emit()

    def _carry_out(self, change: Change, initiator: object | None) -> Change:
        inverse = self._document.apply(change)
        self.changed.emit(summarise(change, inverse, initiator))
        return inverse

    def _set_path(self, path: Path | None) -> None:
        if path != self._path:
            self._path = path
            self.path_changed.emit()

    def _on_clean_changed(self, clean: bool) -> None:
        self.modified_changed.emit(not clean)


class ApplyChange(QUndoCommand):
    """One change on the undo stack: `redo` applies it and keeps the inverse that `undo` applies."""

    def __init__(
        self, store: DocumentStore, change: Change, label: str, initiator: object | None, join: object | None = None
    ) -> None:
        super().__init__(label)
        self._store = store
        self._changes = [change]
        self._inverses: list[Change] = []
        self._initiator = initiator
        self._join = join

    def id(self) -> int:
        """Tells Qt to ask `mergeWith` about two commands that follow each other."""
        return -1 if self._join is None else _JOINING

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Takes in a command that was carried out already and belongs to this one."""
        if not isinstance(other, ApplyChange) or other._join != self._join:
            return False
        self._changes += other._changes
        self._inverses += other._inverses
        self.setText(other.text())
        return True

    def redo(self) -> None:
        """Carries the change out."""
        self._inverses = [self._store._carry_out(_as_one(self._changes), self._initiator)]
        self._initiator = None  # an undo or redo later concerns the initiator like everyone else

    def undo(self) -> None:
        """Takes it back."""
        if self._inverses:
            self._store._carry_out(_as_one(self._inverses[::-1]), None)


def _as_one(changes: list[Change]) -> Change:
    return changes[0] if len(changes) == 1 else Batch(tuple(changes))


def _check(document: TimelineDocument, change: Change) -> None:
    """Raises ChangeError if `change` does not fit: Qt swallows what is raised inside `redo`, so look first."""
    there: dict[tuple[type, str], bool] = {}
    for step in flatten(change):
        kind, id_ = key = step_key(step)
        exists = there.get(key, id_ in document.table(kind))
        if exists == isinstance(step, Insert):
            raise ChangeError(f"{kind.__name__} {id_} is {'already' if exists else 'not'} in the document")
        there[key] = not isinstance(step, Remove)
