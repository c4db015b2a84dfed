"""Rotating backups of project files, in a folder of the program's own.

A backup is what a save is about to replace.  Backups of one project are at least ten minutes apart; the ten newest and
the last one of each of the fourteen newest days are kept.
"""

import contextlib
import hashlib
import os
import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from timeline_app.formats.atomic import remove_all_abandoned, write_atomically
from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_file import SUFFIX
from timeline_app.formats.project_open import has_project_header

_APART = timedelta(minutes=10)
_NEWEST = 10
_DAYS = 14
_STAMP = "%Y-%m-%dT%H%M%SZ"


class Backups:
    """The backups under one folder, which is made when the first is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def folder_of(self, project: Path) -> Path:
        """Where the backups of a project lie; projects of one name in two folders have two."""
        place = os.path.realpath(project)
        name = re.sub(r"[^\w.-]+", "_", project.stem)[:60] or "project"
        return self._folder / f"{name}-{hashlib.sha256(os.fsencode(place)).hexdigest()[:8]}"

    def of(self, project: Path) -> list[Path]:
        """The backups of a project, newest first."""
        found = self.folder_of(project).glob(f"*{SUFFIX}")
        return sorted((path for path in found if _time_of(path) is not None), key=lambda path: path.name, reverse=True)

    def keep(self, project: Path, now: datetime | None = None) -> Path | None:
        """Keeps what a project file holds, unless that was done a moment ago; returns the backup.

        Never raises: a save must not fail for want of a backup; None then, and where there is nothing to keep.
        """
        now = now or datetime.now(UTC)
        with contextlib.suppress(OSError, FormatError):
            if not has_project_header(project):
                return None
            self.take_back(project)
            newest = next((taken for path in self.of(project) if (taken := _time_of(path))), None)
            if newest is not None and timedelta(0) <= now - newest < _APART:
                return None
            folder = self.folder_of(project)
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            remove_all_abandoned(folder)
            backup = folder / f"{now.strftime(_STAMP)}{SUFFIX}"
            _keep(project, backup)
            self._thin_out(project, backup)
            return backup
        return None

    def take_back(self, project: Path) -> None:
        """Removes a backup that a save kept which then did not happen: it is the very file that the project is."""
        with contextlib.suppress(OSError):
            for backup in self.of(project):
                if backup.samefile(project):
                    backup.unlink()

    def _thin_out(self, project: Path, made: Path) -> None:
        """Deletes old backups, never the one just made: those of a clock that was set back may all be newer."""
        kept = self.of(project)
        last_of_day: dict[str, Path] = {}
        for path in kept:
            last_of_day.setdefault(path.name[:10], path)
        spared = {made, *kept[:_NEWEST], *list(last_of_day.values())[:_DAYS]}
        for path in kept:
            if path not in spared:
                path.unlink(missing_ok=True)


def _keep(project: Path, backup: Path) -> None:
    """Gives what the project file holds a second name where the disk can: the save takes the first one away.

    A file with several names keeps one of them after the save, by which other programs may change it: it is copied.
    """
    with contextlib.suppress(OSError):  # a disk without such names
        if project.stat().st_nlink == 1:
            os.link(os.path.realpath(project), backup)
            return
    write_atomically(backup, lambda temporary: shutil.copyfile(project, temporary))
    backup.chmod(0o600)


def _time_of(backup: Path) -> datetime | None:
    try:
        return datetime.strptime(backup.stem, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
