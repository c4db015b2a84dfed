"""ProjectLock: says beside a project's file who has it open for writing, so that a second window is told."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

from timeline_app.formats.atomic import fitting_name


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open: a process and the machine that it runs on."""

    process: int
    machine: str

    @property
    def is_here(self) -> bool:
        """Whether that is this machine, so that the process was seen to run."""
        return self.machine in ("", QSysInfo.machineHostName())

    def __str__(self) -> str:
        where = f" on {self.machine}" if self.machine else ""
        return f"another window{where} (process {self.process})"


class ProjectLock:
    """Holds the lock of one project at a time.  A lock left by a process that is gone does not count."""

    def __init__(self) -> None:
        self._lock: QLockFile | None = None
        self._path: Path | None = None

    @property
    def is_held(self) -> bool:
        """Whether a lock is held."""
        return self._lock is not None

    def take(self, path: Path) -> Holder | None:
        """Takes the lock of a project, giving up the one held before; returns who has it where it is taken.

        Where no lock can be made, in a folder that may not be written to, nobody can save there either: None.
        """
        place = lock_place(path)
        if self._path == place:
            return None
        lock = QLockFile(str(place))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            if lock.error() is QLockFile.LockError.LockFailedError:
                process, machine, _program = lock.getLockInfo()
                return Holder(process, machine)
            return None
        self.release()
        self._lock, self._path = lock, place
        return None

    def seize(self, path: Path) -> None:
        """Takes the lock of a project from a window of another machine that the user says is gone.

        One that is still there counts: the lock stays with it.
        """
        QLockFile(str(lock_place(path))).removeStaleLockFile()
        self.take(path)

    def holder_of(self, path: Path) -> Holder | None:
        """Who else has a project open for writing, without taking its lock."""
        place = lock_place(path)
        if place == self._path:
            return None
        trial = ProjectLock()
        holder = trial.take(path)
        trial.release()
        return holder

    def release(self) -> None:
        """Gives up the lock that is held."""
        if self._lock is not None:
            self._lock.unlock()
        self._lock = self._path = None


def lock_place(path: Path) -> Path:
    """The lock file of a project: hidden, beside it."""
    real = path.resolve()
    return real.with_name(fitting_name(".", real.name, ".lock"))
