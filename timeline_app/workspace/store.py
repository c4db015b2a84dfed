"""DocumentStore: the open document, its undo stack and its file; the one place through which a document changes."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from timeline_app.formats.atomic import keep_backup
from timeline_app.formats.backups import Backups
from timeline_app.formats.deeds import Deed
from timeline_app.formats.errors import FormatError
from timeline_app.formats.file_state import FileState, outside_change
from timeline_app.formats.history import HistoryEntry
from timeline_app.formats.project_file import OpenedProject, open_project, read_history, save_project
from timeline_app.formats.project_open import is_older_format
from timeline_app.formats.project_snapshot import Snapshot
from timeline_app.model.change import Change, Insert, Remove
from timeline_app.model.document import TimelineDocument
from timeline_app.workspace.apply_change import ApplyChange, Join
from timeline_app.workspace.carrying import Carrying
from timeline_app.workspace.change_summary import flatten, step_key, summarise
from timeline_app.workspace.collector import set_aside
from timeline_app.workspace.fitting import Fitting, refuse_unwritable
from timeline_app.workspace.saving import NotKeptError, Saving
from timeline_app.workspace.turns import Turns, as_step

_MANY = 16  # documents, from which views share the turns of the event loop


class Keeper(Protocol):
    """Whoever keeps a crash-safe copy of the document as it is edited, to be saved from."""

    def snapshot(self) -> "Future[Snapshot | None]":
        """What was edited until now, to be saved by any thread; None where there is no copy of it."""

    def history_of(self, record_id: str) -> list[HistoryEntry] | None:
        """The history of a record, oldest first; None where there is no copy that knows it."""


class DocumentStore(QObject):
    """Holds one document.  Everything that changes it is an `ApplyChange` on the undo stack, which has no limit.

    `changed` carries a `ChangeSummary` after each change, undo and redo, `carried_out` the `Deed` that it was; `reset`
    tells that another document is open, `saved` that the file holds what is in the document, `damaged`, once, that a
    record of a project that was opened at once cannot be read.  A large change of those
    that may be joined is carried out in slices, `changed` being told of each and `carried_out` at the end; whatever
    else is done has the rest of it carried out first.  `turns` does what can wait a moment.
    """

    changed = Signal(object)
    carried_out = Signal(object)
    saved = Signal()
    reset = Signal()
    path_changed = Signal()
    modified_changed = Signal(bool)
    damaged = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = TimelineDocument()
        self._path: Path | None = None
        self._state: FileState | None = None  # of the file when it was last read or written
        self._read_only: str | None = None
        self._spared: str | None = None
        self._is_damaged = False  # as far as records of the open document were read
        self._known_history: list[HistoryEntry] | None = None  # where the file does not tell
        self._deeds: list[Deed] = []  # since the file was last read or written
        self._saving: Saving | None = None
        self._revision = 0
        self._deeds_saved = 0  # of `_deeds`, that the running save writes
        self._was_modified = False  # when that was last told
        self._was_clean = True  # whether the document was as its file when that began
        self.keeper: Keeper | None = None
        self.backups: Backups | None = None
        self.turns = Turns(self)
        self._carrying: tuple[Carrying, str, object | None] | None = None  # what is left of a large change, with label
        self._undo_stack = QUndoStack(self)
        self._undo_stack.cleanChanged.connect(self._tell_modified)

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
    def read_only(self) -> str | None:
        """Why the project's file must not be written, as a sentence; None where it may."""
        return self._read_only

    @property
    def spared(self) -> str | None:
        """Why the project's file must not be written by any window, as a sentence: it holds more than the document."""
        return self._spared

    @property
    def is_modified(self) -> bool:
        """Whether the document differs from its file, or may yet, while it is being saved."""
        return self._saving is not None or not self._undo_stack.isClean()

    @property
    def revision(self) -> int:
        """A number that is another one after whatever happened to the document."""
        return self._revision

    @property
    def unsaved_deeds(self) -> int:
        """How many changes were carried out since the file was last read or written."""
        return len(self._deeds)

    def apply(
        self,
        change: Change,
        label: str,
        initiator: object | None = None,
        join: Join | None = None,
        *,
        is_writable: bool = False,
        is_fitting: bool = False,
    ) -> None:
        """Carries out one undoable change, called `label` in the menu.

        Changes whose `join` has an equal key and that follow each other directly are one step in the history: an
        import that comes in document by document is taken back at once.  Raises ChangeError, with document
        and history untouched, when the change does not fit the document, and FormatError when a record in it could
        not be read back once it is saved; `is_writable` says that `refuse_unwritable` has looked at them, `is_fitting`
        that `Fitting` has looked at the change since anything happened to the document.
        """
        was_settled = self.is_settled
        if _changed(self._carry_out_rest()) & {step_key(step) for step in flatten(change)}:
            raise FormatError("That was just changed by the import. Nothing else was done; look at it and do it again.")
        if not (is_fitting and was_settled):
            Fitting(self._document).look_at(change)
        if not is_writable:
            refuse_unwritable(self._document, [s.record for s in flatten(change) if not isinstance(s, Remove)])
        self._undo_stack.push(ApplyChange(self, change, label, initiator, join))

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left of a large change."""
        return self._carrying is None

    @property
    def shares_turns(self) -> bool:
        """Whether an import, its undo or redo goes on, so that views take in one after the other what has changed.

        In a project of many documents also for a while after.
        """
        is_held = self.turns.is_held or not self.is_settled
        return is_held or (len(self._document.sources) > _MANY and self.turns.is_lively)

    def soon(self, key: object, deed: Callable[[], object]) -> None:
        """Has a view take in what has changed, now, or while `shares_turns` in a turn of its own.

        Of deeds with the same key that wait, one is done: it looks at everything as it is by then.
        """
        self.in_turns(key, as_step(deed))

    def in_turns(self, key: object, steps: Iterator[object]) -> None:
        """The same for what a view takes in step by step; steps that wait with the same key give way to these."""
        if self.shares_turns:
            self.turns.anew(key, steps)
        else:
            self.turns.forget(key)
            for _ in steps:
                pass

    def settle(self) -> bool:
        """Carries out what is left of a large change, at once; answers whether nothing was."""
        return not self._carry_out_rest()

    def _carry_out_rest(self) -> list[Change]:
        """What was left of a large change, now carried out."""
        rest = []
        while self._carrying is not None:
            rest.append(self._carry_on())
        return rest

    def would_undo(self, key: object) -> bool:
        """Whether undo would now take back the step of the changes whose `join` has this key."""
        stack = self._undo_stack
        last = stack.command(stack.index() - 1) if stack.index() else None
        return isinstance(last, ApplyChange) and last.is_of(key)

    def new(self) -> None:
        """Opens an empty document without a file."""
        self.adopt(TimelineDocument(), None)

    def open(self, path: Path, read_only: str | None = None) -> OpenedProject:
        """Opens a project file; raises FormatError with a sentence for the user, the open document untouched.

        `read_only` says why the file must not be written, where somebody else has it open.
        """
        state = FileState.of(path)
        opened = open_project(path)
        self._put(opened.document, path, modified=False)
        if opened.shelf is not None:
            opened.shelf.on_damage = self._on_damage
        self._state, self._spared = state, opened.read_only
        self._read_only = read_only or opened.read_only
        self.reset.emit()
        return opened

    def save(self, path: Path | None = None, *, overwrite: bool = False) -> None:
        """Writes the document to `path`, or to its own file, and returns when that is done.

        Raises FormatError with a sentence for the user: OutsideChange where the file is not as it was left, unless it
        is to be overwritten.  Raises ValueError when there is no file to write to.
        """
        saving = self.begin_save(path, overwrite=overwrite)
        is_saved = False
        try:
            try:
                saving.run()
            except NotKeptError:
                save_project(self._document, saving.target, self.kept_history())
            is_saved = True
        finally:
            self.end_save(saving, is_saved=is_saved)

    def begin_save(self, path: Path | None = None, *, overwrite: bool = False) -> Saving:
        """What saves the document as it is now, in any thread; `end_save` is told when that is over.

        Raises what `save` raises.  Until it is over, the document counts as modified.
        """
        target = path or self._path
        if target is None:
            raise ValueError("a document that was never saved needs a path")
        if self._saving is not None:
            raise FormatError(f"{target} is being saved already. Wait until that is done.")
        self.settle()
        is_own = target == self._path
        if is_own and self._read_only is not None:
            raise FormatError(self._read_only)
        left = self._state if is_own and not overwrite else None
        if left is not None and (change := outside_change(target, left)):
            raise change
        taken = self.keeper.snapshot() if self.keeper is not None else _nothing()
        saving = self._saving = Saving(target, taken, left, lambda: self._keep_what_is_replaced(target, is_own))
        self._deeds_saved, self._was_clean = len(self._deeds), self._undo_stack.isClean()
        self._undo_stack.setClean()  # what the file will hold, whatever is edited meanwhile
        self._tell_modified()
        return saving

    def end_save(self, saving: Saving, *, is_saved: bool) -> bool:
        """A save is over; one that was begun with another document changes nothing here, and the answer is False."""
        if saving is not self._saving:
            return False
        self._saving = None
        if is_saved:
            self._state, self._read_only, self._spared = FileState.of(saving.target), None, None
            self._known_history = None
            del self._deeds[: self._deeds_saved]
            self._set_path(saving.target)
            self.saved.emit()
        else:
            if self.backups is not None:
                self.backups.take_back(saving.target)
            if not self._was_clean:
                self._undo_stack.resetClean()
        self._tell_modified()
        return True

    def adopt(
        self,
        document: TimelineDocument,
        path: Path | None,
        *,
        modified: bool = False,
        history: list[HistoryEntry] | None = None,
        spared: str | None = None,
    ) -> None:
        """Puts another document in place with nothing to undo; `modified` where it differs from its file.

        `history` is what was done to it so far, where its file does not tell; `spared` says why that file must not be
        written.
        """
        self._put(document, path, modified=modified)
        self._spared = self._read_only = spared
        self._known_history = history
        self.reset.emit()

    def history_of(self, record_id: str) -> list[HistoryEntry]:
        """What was done to a record, oldest first, from the project's file and since."""
        self.settle()
        if self.keeper is not None and (kept := self.keeper.history_of(record_id)) is not None:
            return kept
        return [entry for entry in self.kept_history(record_id) if entry.record_id == record_id]

    def kept_history(self, record_id: str | None = None) -> list[HistoryEntry]:
        """The history so far, of one record at least or of all, oldest first."""
        self.settle()
        before = self._known_history
        if before is None:
            before = read_history(self._path, record_id) if self._path is not None else []
        return [*before, *(entry for deed in self._deeds for entry in deed.entries())]

    def _on_damage(self, sentence: str) -> None:
        """Something of the open document could not be read, by whoever asks for it now: that is told after its turn."""
        document = self._document
        if not self._is_damaged:
            self._is_damaged = True
            QTimer.singleShot(0, self, lambda: self.damaged.emit(sentence) if self._document is document else None)

    def _keep_what_is_replaced(self, target: Path, is_own: bool) -> None:
        """A backup of the file, and one beside it where it is of an older format, whose program may still be in use."""
        if is_own and is_older_format(target):
            keep_backup(target)
        if self.backups is not None:
            self.backups.keep(target)

    def _put(self, document: TimelineDocument, path: Path | None, *, modified: bool) -> None:
        self._document = document
        self._saving = self._carrying = None
        self._is_damaged = False
        self._deeds.clear()
        self._known_history = None
        self._read_only = self._spared = None
        self._state = FileState.of(path) if path is not None else None
        self._undo_stack.clear()
        if modified:
            self._undo_stack.resetClean()
        else:
            self._undo_stack.setClean()
        self._tell_modified()
        self._set_path(path)

    def carry_out(self, change: Change, label: str, initiator: object | None, *, in_slices: bool) -> Carrying:
        """Carries out a step of the history, for `ApplyChange`, once nothing is left of the one before."""
        self.settle()
        carrying = Carrying(self._document, change, in_slices=in_slices)
        self._carrying = carrying, label, initiator
        self._carry_on()
        if not carrying.is_done:
            self.turns.begin(carrying, self._carrying_on(carrying))
        return carrying

    def _carrying_on(self, carrying: Carrying) -> Iterator[None]:
        """What is left of a large change, a slice in each step."""
        while self._carrying is not None and self._carrying[0] is carrying:
            self._carry_on()
            yield
            set_aside()  # what takes it back stays; no full search has to look at a thousand documents at once
            yield

    def _carry_on(self) -> Change:
        """Carries out the next slice, which is all of a small change; answers it."""
        assert self._carrying is not None
        carrying, label, initiator = self._carrying
        change, inverse = carrying.carry_on()
        self._revision += 1
        if carrying.is_done:
            self._carrying = None
            now = datetime.now(UTC).isoformat(timespec="seconds")
            deed = Deed(carrying.change, carrying.inverse, label, now)
            self._deeds.append(deed)
            self.carried_out.emit(deed)  # first, so that it is kept whatever a view makes of it
        self.changed.emit(summarise(change, inverse, initiator, is_slice=carrying.is_large))
        return change

    def _set_path(self, path: Path | None) -> None:
        if path != self._path:
            self._path = path
            self.path_changed.emit()

    def _tell_modified(self, _clean: bool = True) -> None:
        if self.is_modified != self._was_modified:
            self._was_modified = self.is_modified
            self.modified_changed.emit(self._was_modified)


def _nothing() -> "Future[Snapshot | None]":
    nothing: Future[Snapshot | None] = Future()
    nothing.set_result(None)
    return nothing


def _changed(changes: list[Change]) -> set[tuple[type, str]]:
    """Type and id of the records that were there before and are others now, or gone."""
    return {step_key(step) for change in changes for step in flatten(change) if not isinstance(step, Insert)}
