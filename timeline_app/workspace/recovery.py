"""Recovery: the working copies that a crash or a power cut left, and what is in them."""

import contextlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile

from timeline_app.formats.errors import FormatError
from timeline_app.formats.history import HistoryEntry
from timeline_app.formats.project_compare import Difference, compare_projects
from timeline_app.formats.project_file import OpenedProject, history_in, open_whole
from timeline_app.formats.project_open import open_for_reading
from timeline_app.formats.working_copy import SUFFIX, discard_files, settle, working_info
from timeline_app.workspace.autosave import lock_of


@dataclass(frozen=True, slots=True)
class Found:
    """A working copy with edits that were in no file: the project it belongs to, and when it was last changed.

    Its lock is held, so that no other window offers it too.
    """

    working: Path
    project: Path | None
    changed: str  # UTC, ISO 8601
    lock: QLockFile
    spared: str | None = None  # why the project's file must not be written, as a sentence
    fault: str | None = None  # why it cannot be read now, as a sentence

    @property
    def name(self) -> str:
        """What to call it."""
        return self.project.stem if self.project is not None else "Untitled"

    def differences(self) -> list[Difference]:
        """What it holds that the project's file does not; raises FormatError where it cannot be read."""
        self._check()
        there = self.project is not None and self.project.is_file()
        return compare_projects(self.project if there else None, self.working)

    def load(self) -> tuple[OpenedProject, list[HistoryEntry]]:
        """The recovered document, without what cannot be read of it, and its history; raises FormatError otherwise."""
        self._check()
        opened = open_whole(self.working, self.project or self.working)
        with closing(open_for_reading(self.working)) as connection:
            return opened, history_in(connection)

    def _check(self) -> None:
        if self.fault is not None:
            raise FormatError(self.fault)

    def discard(self) -> None:
        """Deletes it for good."""
        discard_files(self.working)
        self.lock.unlock()

    def keep(self) -> None:
        """Leaves it for the next start."""
        self.lock.unlock()


def find_left_behind(folder: Path) -> list[Found]:
    """The working copies in `folder` that hold unsaved edits and that no running window uses, newest first.

    Others that nobody uses are deleted: there is nothing in them that is not in a file.
    """
    found = []
    for working in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []:
        lock = lock_of(working)
        if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
            continue
        one = _look_at(working, lock)
        if one is not None:
            found.append(one)
            continue
        with contextlib.suppress(OSError):
            discard_files(working)
        lock.unlock()
    _sweep(folder)
    return sorted(found, key=lambda one: one.changed, reverse=True)


def _look_at(working: Path, lock: QLockFile) -> Found | None:
    """What is in a working copy that nobody uses, None where all of it is in a file.

    One that cannot be read now, on a full disk for example, may hold edits all the same.
    """
    info: dict[str, str] = {}
    fault = None
    try:
        info = working_info(working)
        if info.get("unsaved", "0") == "0":
            return None
        settle(working)
    except (sqlite3.Error, OSError) as error:
        fault = (
            f"The unsaved edits in {working} cannot be read ({error}). Decide later; make room on the disk, and start "
            "the program again."
        )
    project = Path(info["project"]) if info.get("project") else None
    return Found(working, project, info.get("changed", ""), lock, info.get("spared") or None, fault)


def _sweep(folder: Path) -> None:
    """Deletes what is left of a working copy whose making or deletion was cut short: it may hold what was removed."""
    for beside in folder.glob(f"*{SUFFIX}-*") if folder.is_dir() else []:
        whole = beside.with_name(beside.name.partition(SUFFIX)[0] + SUFFIX)
        lock = lock_of(whole)
        if not whole.exists() and lock.tryLock(0):  # else it is being made
            with contextlib.suppress(OSError):
                beside.unlink()
            lock.unlock()
