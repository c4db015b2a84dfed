"""Saver: saves of the open document in a thread, so that the window goes on meanwhile."""

import time
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QEventLoop, QObject, Signal

from timeline_app.formats.errors import FormatError
from timeline_app.workspace.saving import NotKeptError, Saving, SavingCancelled
from timeline_app.workspace.store import DocumentStore

_QUIET_SECONDS = 0.3  # most saves are over by then, and nothing need be told of them
_TELL_SECONDS = 0.04  # between two times that it is told how far a save is


class Saver(QObject):
    """Runs one save at a time.

    `progress` tells how many parts of how many are written; `ended` carries the file's path and what went wrong:
    FormatError, OSError, SavingCancelled, or None where all is well.
    """

    progress = Signal(int, int)
    ended = Signal(object, object)
    _ran = Signal(object, object)

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._saving: Saving | None = None
        self._ran.connect(self._on_ran)
        store.reset.connect(self.cancel)  # another document is open: what was begun is in nobody's interest

    @property
    def is_running(self) -> bool:
        """Whether a save is running."""
        return self._saving is not None

    def start(self, path: Path | None = None, *, overwrite: bool = False) -> None:
        """Begins to save, as `DocumentStore.begin_save`, and raises what that raises; `ended` follows."""
        if self._saving is not None:
            raise RuntimeError("a save is running")
        saving = self._saving = self._store.begin_save(path, overwrite=overwrite)
        Thread(target=self._run, args=(saving,), name="save", daemon=False).start()

    def cancel(self) -> None:
        """Gives up the save that is running."""
        if self._saving is not None:
            self._saving.cancel()

    def wait(self) -> None:
        """Returns when no save is running; events go on meanwhile."""
        while self._saving is not None:
            loop = QEventLoop()
            self.ended.connect(loop.quit)
            loop.exec()

    def _run(self, saving: Saving) -> None:
        told = time.monotonic() + _QUIET_SECONDS - _TELL_SECONDS

        def tell(done: int, total: int) -> None:
            nonlocal told
            if time.monotonic() - told > _TELL_SECONDS:
                told = time.monotonic()
                self.progress.emit(done, total)

        error: Exception | None = FormatError(f"{saving.target} was not saved: the program failed. Try again.")
        try:
            saving.run(tell)
            error = None
        except (FormatError, OSError, NotKeptError, SavingCancelled) as caught:
            error = caught
        finally:  # whatever happens, nobody waits for ever
            self._ran.emit(saving, error)

    def _on_ran(self, saving: Saving, error: Exception | None) -> None:
        is_same_document = self._store.end_save(saving, is_saved=error is None)
        if isinstance(error, NotKeptError):
            error = self._save_whole(saving) if is_same_document else SavingCancelled()
        self._saving = None
        self.ended.emit(saving.target, error)

    def _save_whole(self, saving: Saving) -> Exception | None:
        """Edits cannot be kept as they are made, so the document is saved here and now."""
        try:
            self._store.save(saving.target, overwrite=True)
        except (FormatError, OSError) as error:
            return error
        return None
