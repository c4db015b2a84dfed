"""Recovery: the working copies that a crash or a power cut left, and what is in them."""

import contextlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile

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

    @property
    def name(self) -> str:
        """What to call it."""
        return self.project.stem if self.project is not None else "Untitled"

    def differences(self) -> list[Difference]:
        """What it holds that the project's file does not; raises FormatError where it cannot be read."""
        there = self.project is not None and self.project.is_file()
        return compare_projects(self.project if there else None, self.working)

    def load(self) -> tuple[OpenedProject, list[HistoryEntry]]:
        """The recovered document, without what cannot be read of it, and its history; raises FormatError otherwise."""
        opened = open_whole(self.working, self.project or self.working)
        with closing(open_for_reading(self.working)) as connection:
            return opened, history_in(connection)

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
        if not lock.tryLock(0):
            continue
        info = working_info(working)
        if info is None or info.get("unsaved", "0") == "0":
            with contextlib.suppress(OSError):
                discard_files(working)
            lock.unlock()
            continue
        with contextlib.suppress(sqlite3.Error):  # shown all the same; what is wrong is told when it is opened
            settle(working)
        project = Path(info["project"]) if info.get("project") else None
        found.append(Found(working, project, info.get("changed", ""), lock, info.get("spared") or None))
    _sweep(folder)
    return sorted(found, key=lambda one: one.changed, reverse=True)


def _sweep(folder: Path) -> None:
    """Deletes what is left of a working copy when its deletion was cut short: it may hold what was removed."""
    for beside in folder.glob(f"*{SUFFIX}-*") if folder.is_dir() else []:
        if not beside.with_name(beside.name.partition(SUFFIX)[0] + SUFFIX).exists():
            with contextlib.suppress(OSError):
                beside.unlink()
