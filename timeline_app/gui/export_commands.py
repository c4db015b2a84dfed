"""ExportCommands: events and pictures out, by one dialog; what takes long is written beside the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_app.formats.errors import FormatError
from timeline_app.formats.exports.export import Export, ExportFormat, write_export
from timeline_app.gui.dialogs.messages import show_problem
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.export_job import ExportJob, ExportOrder
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.settings import FOLDER, AppSettings
from timeline_app.workspace.store import DocumentStore

_AT_ONCE = 300  # events that every format is made of in less time than another process needs to start


class ExportCommands(QObject):
    """Carries out the export actions; `about_to_write` tells that what is being typed should be ended now."""

    about_to_write = Signal()

    def __init__(
        self,
        window: QWidget,
        store: DocumentStore,
        selection: Selection,
        order: EventOrder,
        settings: AppSettings,
        name: Callable[[], str],
        tell: Callable[[str], None],
        visible_period: Callable[[], tuple[float, float] | None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._selection, self._order = window, store, selection, order
        self._settings, self._name, self._tell = settings, name, tell
        self._visible_period = visible_period
        self._running: list[ExportJob] = []
        window.installEventFilter(self)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action of the window does, by its id."""
        return {"export_csv": self.ask, "export_png": lambda: self.ask("png")}

    def ask(self, wanted: str = "") -> None:
        """Asks what is to leave, then where to, and writes it."""
        from timeline_app.gui.dialogs.export import ExportDialog

        self.about_to_write.emit()
        store, period = self._store, self._visible_period()
        shown, selected = self._order.ids, self._selection.event_ids
        name = store.path.stem if store.path is not None else ""
        dialog = ExportDialog(store.document, shown, selected, self._settings, wanted, period, self._window, name=name)
        if not dialog.exec():
            return
        kind = dialog.format
        folder = self._settings.value(FOLDER)
        start = Path(folder if folder and Path(folder).is_dir() else Path.home()) / f"{self._name()}{kind.suffix}"
        files = f"{kind.name} (*{kind.suffix})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export"), str(start), files)
        if not chosen:
            return
        path = _with_suffix(Path(chosen), kind.suffix)
        if dialog.count <= _AT_ONCE:
            self.write(dialog.export, kind, path)
        else:
            self.begin(ExportOrder(kind.id, path, dialog.event_ids, dialog.options, name), dialog.count)

    @property
    def running(self) -> tuple[ExportJob, ...]:
        """What is being written beside the window."""
        return tuple(self._running)

    def begin(self, order: ExportOrder, count: int) -> ExportJob | None:
        """Has a large export written by a process of its own; None where its file is being written already."""
        from timeline_app.gui.export_progress import ExportProgress

        if any(job.order.path == order.path for job in self._running):
            self._tell(self.tr("{name} is being written already.").format(name=order.path.name))
            return None
        job = ExportJob(self._store, order, self._settings, self)
        self._running.append(job)
        job.finished.connect(lambda notes: self._on_finished(job, notes))
        job.failed.connect(lambda sentence: self._on_failed(job, sentence))
        job.cancelled.connect(lambda: self._on_cancelled(job))
        ExportProgress(job, count, self._window)
        job.start()
        return job

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Asks before the window is closed on an export that is still being written."""
        from timeline_app.gui.export_progress import ask_to_abandon

        if event.type() is QEvent.Type.Close and self._running:
            names = ", ".join(job.order.path.name for job in self._running)
            if not ask_to_abandon(self._window, names):
                event.ignore()
                return True
            for job in self.running:
                job.cancel_at_once()
        return super().eventFilter(watched, event)

    def write(self, export: Export, kind: ExportFormat, path: Path) -> bool:
        """Writes a file and tells what the format left out; tells whether it was written."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            notes = write_export(export, kind, path)
        except FormatError as error:
            QGuiApplication.restoreOverrideCursor()
            show_problem(self._window, str(error), self.tr("The export did not work"))
            return False
        QGuiApplication.restoreOverrideCursor()
        self._tell_written(path, notes)
        return True

    def _tell_written(self, path: Path, notes: Sequence[str]) -> None:
        self._settings.set_value(FOLDER, str(path.absolute().parent))
        self._tell(" ".join([self.tr("Wrote {name}.").format(name=path.name), *notes]))

    def _on_finished(self, job: ExportJob, notes: Sequence[str]) -> None:
        self._forget(job)
        self._tell_written(job.order.path, notes)

    def _on_failed(self, job: ExportJob, sentence: str) -> None:
        self._forget(job)
        show_problem(self._window, sentence, self.tr("The export did not work"))

    def _on_cancelled(self, job: ExportJob) -> None:
        self._forget(job)
        self._tell(self.tr("{name} was not written.").format(name=job.order.path.name))

    def _forget(self, job: ExportJob) -> None:
        self._running.remove(job)
        job.deleteLater()


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
