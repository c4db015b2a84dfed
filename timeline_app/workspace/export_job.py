"""ExportJob: one file written by a process of its own, while the window and its document live on.

The process reads a copy of the project as it was when the job began.  A thread would not do: whatever computes in
Python holds the interpreter, and painting waits for it at every call.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from timeline_app.formats.atomic import remove_abandoned
from timeline_app.formats.errors import FormatError
from timeline_app.formats.exports.export import ExportOptions
from timeline_app.formats.private_folder import PrivateFolder
from timeline_app.formats.project_file import save_project
from timeline_app.resources import own_command
from timeline_app.workspace.saving import NotKeptError, Saving, SavingCancelled
from timeline_app.workspace.settings import AppSettings
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.worker_process import WorkerProcess


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be written, and where."""

    format: str  # its id
    path: Path
    events: tuple[str, ...] | None  # ids; None for all that were not rejected
    options: ExportOptions
    name: str  # of the project


class ExportJob(QObject):
    """Writes one file.  `progressed` carries how many of how many events are done (of 0: nobody knows); then comes
    `finished` with what the format left out, `failed` with a sentence, or `cancelled`.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    _copied = Signal(object)  # why there is no copy of the project, None where there is one

    def __init__(
        self,
        store: DocumentStore,
        order: ExportOrder,
        settings: AppSettings,
        parent: QObject | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.order = order
        self._store, self._document, self._settings = store, store.document, settings
        self._process = WorkerProcess(list(command or own_command("exporter")), self)
        self._process.received.connect(self._on_received)
        self._process.died.connect(lambda reason: self._fail(f"Could not write {order.path}: {reason}."))
        self._folder: PrivateFolder | None = None
        self._copied.connect(self._on_copied)
        self._saving: Saving | None = None
        self._is_copying = self._is_over = False

    def start(self) -> None:
        """Begins; returns at once."""
        self._folder = PrivateFolder()
        if self._store.keeper is None:
            self._copy_records()
            return
        self._saving = Saving(self._copy, self._store.keeper.snapshot(), None, lambda: None)
        self._copy_by(self._saving.run)

    def cancel(self) -> None:
        """Ends it; the file stays as it was.  `cancelled` comes when nothing is left beside it."""
        if not self._is_over:
            self._end(self.cancelled.emit)

    def cancel_at_once(self) -> None:
        """Ends it, and returns when nothing is left: the program closes."""
        if not self._is_over:
            self._is_over = True
            self._give_up_copy()
            self._process.kill()
            self._remove_rest()
            if not self._is_copying and self._folder is not None:
                self._folder.cleanup()
            self.cancelled.emit()

    @property
    def _copy(self) -> Path:
        assert self._folder is not None
        return Path(self._folder.name) / "project.tline"

    def _copy_by(self, save: Callable[[], None]) -> None:
        """Makes the copy in a thread, which mostly waits for the disk."""

        def run() -> None:
            result: Exception | None = None
            try:
                save()
            except (FormatError, OSError, NotKeptError, SavingCancelled) as error:
                result = error
            with suppress(RuntimeError):  # the window has gone meanwhile
                self._copied.emit(result)

        self._is_copying = True
        Thread(target=run, name="export", daemon=True).start()

    def _copy_records(self) -> None:
        """Makes the copy from the document's own records: its edits are not kept elsewhere."""
        taken, target = self._document.snapshot(), self._copy
        self._copy_by(lambda: save_project(taken, target))

    def _on_copied(self, error: Exception | None) -> None:
        self._is_copying = False
        if self._is_over:
            self._clean_up()
        elif error is None:
            self._ask()
        elif isinstance(error, NotKeptError):
            self._copy_records()
        else:
            self._fail(str(error))

    def _ask(self) -> None:
        self._settings.sync()
        order = self.order
        self._process.send(
            {
                "project": str(self._copy),
                "output": str(order.path.absolute()),
                "format": order.format,
                "events": order.events,
                "options": asdict(order.options),
                "name": order.name,
                "settings": str(self._settings.path),
            }
        )

    def _on_received(self, answer: dict[str, Any]) -> None:
        match answer.get("event"):
            case "progress":
                self.progressed.emit(int(answer["done"]), int(answer["total"]))
            case "done":
                self._end()
                self.finished.emit(tuple(map(str, answer["notes"])))
            case "failed":
                self._fail(str(answer["message"]))

    def _fail(self, sentence: str) -> None:
        if not self._is_over:
            self._end()
            self.failed.emit(sentence)

    def _end(self, then: Callable[[], object] = lambda: None) -> None:
        """Ends the process without waiting for it: the window must not stand still until its memory is given back."""
        self._is_over = True
        self._give_up_copy()

        def gone() -> None:
            self._remove_rest()
            if not self._is_copying:
                self._clean_up()
            with suppress(RuntimeError):  # the window has gone meanwhile
                then()

        self._process.abandon(gone)

    def _give_up_copy(self) -> None:
        if self._saving is not None:
            self._saving.cancel()

    def _remove_rest(self) -> None:
        with suppress(OSError):
            remove_abandoned(self.order.path.absolute())

    def _clean_up(self) -> None:
        """Deletes the copy of the project in a thread: a large file takes its time to go."""
        if self._folder is not None:
            Thread(target=self._folder.cleanup, name="export clean-up").start()
