"""Autosave: every edit goes into a working copy as it is made, in a thread of its own; saves are copies of it.

The thread alone touches the database.  The window hands it changes, whose records never change, and hears back
through signals.
"""

import sqlite3
import time
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from timeline_app.formats.deeds import Deed
from timeline_app.formats.errors import FormatError
from timeline_app.formats.file_state import FileState
from timeline_app.formats.history import HistoryEntry
from timeline_app.formats.project_check import database_fault
from timeline_app.formats.project_file import OpenedProject, history_in, salvage_working
from timeline_app.formats.project_open import is_current_format, open_working
from timeline_app.formats.project_records import RecordError
from timeline_app.formats.project_snapshot import Snapshot
from timeline_app.formats.working_copy import SUFFIX, WorkingCopy, discard_files
from timeline_app.model.codec import CodecError
from timeline_app.workspace.courtesy import Courtesy
from timeline_app.workspace.store import DocumentStore

_RETRY_MS = 30_000  # after a failure, until the copy is made anew
_WAIT_SECONDS = 120  # for the thread

_LOOKS_AFTER = 3.0  # seconds from opening a large project until it is looked through

_Make = Callable[[Path], WorkingCopy]


@dataclass(frozen=True, slots=True)
class _Task:
    """Something for the thread to do with its working copy; where an `answer` is waited for, it hurries until then."""

    do: Callable[["_Keeping"], object]
    answer: "Future[Any] | None" = None


class _Keeping:
    """What the thread holds: the working copy, None before it is made and after it failed."""

    def __init__(self) -> None:
        self.copy: WorkingCopy | None = None
        self.given_up: list[Path] = []  # that could not be written; kept until another holds what is in them


class Autosave(QObject):
    """Keeps the working copy of a store's document in `folder`.

    `failed` carries a sentence when edits can no longer be kept (once, until they are again); `damaged` one about a
    project that was found broken after it was opened; `kept` tells how many edits are safe.
    """

    failed = Signal(str)
    damaged = Signal(str)
    kept = Signal(int)
    _broke = Signal(int, str)

    def __init__(self, store: DocumentStore, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._folder = folder
        self._tasks: SimpleQueue[_Task | Deed | None] = SimpleQueue()
        self._generation = 0  # of working copies: news of an older one is no news
        self._is_healthy = False
        self._was_told = False
        self._path: Path | None = None
        self._lock: QLockFile | None = None
        self.written = 0  # deeds that are on the disk
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._retry.timeout.connect(self._begin_anew)
        self._broke.connect(self._on_broke)
        self._courtesy = Courtesy(self)
        self._thread = Thread(target=self._run, name="autosave", daemon=True)
        self._thread.start()
        store.keeper = self
        store.carried_out.connect(self._on_carried_out)
        store.reset.connect(self._begin)
        store.saved.connect(self._on_saved)
        self._begin()

    @property
    def path(self) -> Path | None:
        """The working copy's file."""
        return self._path

    @property
    def is_healthy(self) -> bool:
        """Whether edits are being kept."""
        return self._is_healthy

    def snapshot(self) -> "Future[Snapshot | None]":
        """What was edited until now, to be saved by any thread; None where there is no copy in step with it."""
        self._store.settle()
        answer: Future[Snapshot | None] = Future()
        if self._is_healthy:
            self._ask(lambda keeping: keeping.copy.snapshot() if keeping.copy is not None else None, answer)
        else:
            answer.set_result(None)
        return answer

    def history_of(self, record_id: str) -> list[HistoryEntry] | None:
        """The history of a record, oldest first; None while there is no working copy to ask."""
        if not self._is_healthy or self._path is None:
            return None
        self.wait()
        try:
            with closing(open_working(self._path)) as connection:
                return history_in(connection, record_id)
        except sqlite3.Error:
            return None

    def salvage(self) -> tuple[OpenedProject, list[HistoryEntry]] | None:
        """What can be read of the working copy, all edits in it, and its history; None where nothing can."""
        if not self._is_healthy or self._path is None:
            return None
        self.wait()
        try:
            return salvage_working(self._path, self._store.path or self._path)
        except FormatError:
            return None

    def wait(self) -> None:
        """Returns when every edit made so far is on the disk, or cannot be put there."""
        answer: Future[object] = Future()
        self._ask(lambda keeping: None, answer)
        answer.result(_WAIT_SECONDS)

    def stop(self) -> None:
        """Ends the thread and deletes the working copy: what was not saved was given up."""
        self._retry.stop()
        self._store.keeper = None
        self._let_go()
        self._tasks.put(None)
        with self._courtesy.hurried():
            self._thread.join(_WAIT_SECONDS)

    # ---- in the window's thread

    def _ask(self, do: Callable[[_Keeping], object], answer: Future[Any]) -> None:
        """Has the thread do something that is waited for, after all that it was given before."""
        self._courtesy.hurry()
        self._tasks.put(_Task(do, answer))

    def _begin(self) -> None:
        """Another document is open: a working copy of it takes the place of the last one."""
        path, document = self._store.path, self._store.document
        state = FileState.of(path) if path is not None else None
        is_large = document.digest is not None
        is_in_file = not self._store.is_modified and self._store.spared is None
        if path is not None and state is not None and is_in_file and is_current_format(path):
            self._start(lambda place: _copied(path, state, place, self._info(path)), check=is_large)
        else:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Makes the working copy from what is in the document."""
        self._store.settle()
        taken = self._store.document.snapshot()
        path, is_modified = self._store.path, self._store.is_modified
        info = self._info(path) | ({"unsaved": "1", "changed": _now()} if is_modified else {})
        history = self._store.kept_history()
        self._start(lambda place: WorkingCopy.of_document(taken, place, info, history))

    def _start(self, make: _Make, check: bool = False) -> None:
        self._retry.stop()
        self._generation += 1
        generation = self._generation
        self._let_go()
        self._is_healthy = False
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            self._on_broke(generation, str(error.strerror or error))
            return
        place = self._folder / f"{uuid.uuid4().hex}{SUFFIX}"
        self._lock = lock_of(place)
        if not self._lock.tryLock(0):  # without it the next window would take the copy for one that a crash left
            self._on_broke(generation, f"no lock can be made in {self._folder}")
            return
        self._path = place
        self._is_healthy = True
        self.written = 0
        self._tasks.put(_Task(lambda keeping: self._made(keeping, make, place, generation)))
        if check:
            self._tasks.put(_Task(lambda keeping: self._look_through(keeping, generation)))

    def _info(self, path: Path | None) -> dict[str, str]:
        project, spared = str(path.absolute()) if path is not None else "", self._store.spared or ""
        return {"project": project, "spared": spared, "started": _now()}

    def _let_go(self) -> None:
        """Has the thread delete the working copy, and only then give up the lock on it."""
        lock, self._lock = self._lock, None

        def discard(keeping: _Keeping) -> None:
            _discard(keeping)
            if lock is not None:
                lock.unlock()

        self._tasks.put(_Task(discard))

    def _on_carried_out(self, deed: object) -> None:
        if self._is_healthy and isinstance(deed, Deed):
            self._courtesy.begin()
            self._tasks.put(deed)

    def _on_saved(self) -> None:
        if self._is_healthy:
            info = self._info(self._store.path) | {"unsaved": str(self._store.unsaved_deeds)}  # made during the save
            self._tasks.put(_Task(lambda keeping: keeping.copy.tell(info) if keeping.copy is not None else None))
        else:
            self._begin()

    def _on_broke(self, generation: int, reason: str) -> None:
        if generation != self._generation:
            return
        self._is_healthy = False
        self._retry.start()
        if not self._was_told:
            self._was_told = True
            self.failed.emit(f"Your edits are not being kept as you make them ({reason}). Save often until they are.")

    # ---- in the thread

    def _run(self) -> None:
        keeping = _Keeping()
        waiting: _Task | Deed | None = None
        while True:
            item = waiting if waiting is not None else self._tasks.get()
            waiting = None
            if item is None:
                return
            if isinstance(item, _Task):
                self._do(keeping, item)
                continue
            deeds = [item]
            while not self._tasks.empty():
                following = self._tasks.get()
                if not isinstance(following, Deed):
                    waiting = following if following is not None else _Task(_discard)
                    if following is None:
                        self._tasks.put(None)
                    break
                deeds.append(following)
            self._do(keeping, _Task(lambda keeping, deeds=deeds: self._write(keeping, deeds)))  # type: ignore[misc]
            for _ in deeds:
                self._courtesy.end()

    def _do(self, keeping: _Keeping, task: _Task) -> None:
        generation = self._generation
        try:
            result = task.do(keeping)
        except Exception as error:  # whatever it is, the thread must live, and it must be told
            _give_up(keeping)
            self._broke.emit(generation, _reason(error))
            if task.answer is not None:
                task.answer.set_exception(error)
        else:
            if task.answer is not None:
                task.answer.set_result(result)
        finally:
            if task.answer is not None:
                self._courtesy.relax()

    def _made(self, keeping: _Keeping, make: _Make, place: Path, generation: int) -> None:
        if generation == self._generation:
            keeping.copy = make(place)
            while keeping.given_up:
                discard_files(keeping.given_up.pop())

    def _write(self, keeping: _Keeping, deeds: list[Deed]) -> None:
        if keeping.copy is not None:
            keeping.copy.write(deeds, self._courtesy.each)
            self.written += len(deeds)
            self.kept.emit(self.written)

    def _look_through(self, keeping: _Keeping, generation: int) -> None:
        """Has a large project that was opened at once looked through, in the copy that nobody else changes."""
        if keeping.copy is not None:
            named = self._store.path or keeping.copy.path
            Thread(target=self._check, args=(keeping.copy.path, named, generation), daemon=True).start()

    def _check(self, place: Path, named: Path, generation: int) -> None:
        time.sleep(_LOOKS_AFTER)  # the window has other things to do first
        try:
            with closing(open_working(place)) as connection:
                fault = database_fault(connection, named, pause=lambda: generation != self._generation)
        except (sqlite3.Error, OSError):
            return  # another document is open by now
        if fault is not None and generation == self._generation:
            self.damaged.emit(fault)


def _copied(project: Path, state: FileState, place: Path, info: dict[str, str]) -> WorkingCopy:
    """A working copy of a project file, if the file is still the one that was opened."""
    copy = WorkingCopy.of_file(project, place, info)
    if FileState.of(project) != state:
        copy.discard()
        raise OSError("the project's file was changed meanwhile")
    return copy


def _discard(keeping: _Keeping) -> None:
    copy, keeping.copy = keeping.copy, None
    if copy is not None:
        copy.discard()


def _give_up(keeping: _Keeping) -> None:
    """Leaves a working copy that cannot be written."""
    copy, keeping.copy = keeping.copy, None
    if copy is not None:
        keeping.given_up.append(copy.path)
        copy.close()


def lock_of(working: Path) -> QLockFile:
    """The lock that says whether a working copy is in use; one of a process that is gone does not count."""
    lock = QLockFile(str(working.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    return lock


def _reason(error: Exception) -> str:
    """Why edits cannot be kept; of what nobody foresaw only the kind, since a message may quote a text."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    foreseen = isinstance(error, (sqlite3.Error, CodecError, RecordError, FormatError))
    return str(error) if foreseen else type(error).__name__


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
