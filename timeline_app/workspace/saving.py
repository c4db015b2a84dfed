"""Saving: one save of a document as it was when it began, in whatever thread, while the document is edited on."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from threading import Event

from timeline_app.formats.file_state import FileState, outside_change
from timeline_app.formats.project_snapshot import Snapshot, Told

_TAKING_SECONDS = 120  # that the edits made until now may need to be kept, before a save is done without them


class SavingCancelled(Exception):  # noqa: N818 - it was wanted
    """The save was given up; the file is as it was before."""


class NotKeptError(Exception):
    """There is no working copy in step with the document, so that it must be saved from its own records."""


class Saving:
    """Writes what was edited until it was made.

    `left` is the state in which the file was left, None where it may be written over in any; `keep_replaced` keeps a
    backup of the file.
    """

    def __init__(
        self,
        target: Path,
        taken: "Future[Snapshot | None]",
        left: FileState | None,
        keep_replaced: Callable[[], object],
    ) -> None:
        self.target = target
        self.state: FileState | None = None  # of the file, once it is saved
        self._taken, self._left, self._keep_replaced = taken, left, keep_replaced
        self._is_cancelled = Event()

    def cancel(self) -> None:
        """Has `run` give up, unless the file has its name already."""
        self._is_cancelled.set()

    def run(self, told: Told = lambda done, total: None) -> None:
        """Saves, in the calling thread; `told` hears how far it is.

        Raises FormatError, OutsideChange among them, NotKeptError and SavingCancelled; the file is as it was then.
        """
        snapshot = self._take()
        try:
            self._check()
            self._keep_replaced()
        except BaseException:
            if snapshot is not None:
                snapshot.close()
            raise
        if snapshot is None:
            raise NotKeptError
        snapshot.save_to(self.target, lambda done, total: self._tell(told, done, total))
        self.state = FileState.of(self.target)

    def _take(self) -> Snapshot | None:
        with suppress(Exception):  # whatever went wrong with the copy, the document can be saved from its records
            return self._taken.result(_TAKING_SECONDS)
        return None

    def _tell(self, told: Told, done: int, total: int) -> None:
        self._check()
        told(done, total)

    def _check(self) -> None:
        """Goes on only where that is wanted and the file is still as it was left."""
        if self._is_cancelled.is_set():
            raise SavingCancelled
        if self._left is not None and (change := outside_change(self.target, self._left)):
            raise change
