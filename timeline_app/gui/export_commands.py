"""ExportCommands: events and pictures out, by one dialog."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_app.formats.errors import FormatError
from timeline_app.formats.exports.export import Export, ExportFormat, write_export
from timeline_app.gui.dialogs.messages import show_problem
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.settings import FOLDER, AppSettings
from timeline_app.workspace.store import DocumentStore


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
        kind, export = dialog.format, dialog.export
        folder = self._settings.value(FOLDER)
        start = Path(folder if folder and Path(folder).is_dir() else Path.home()) / f"{self._name()}{kind.suffix}"
        files = f"{kind.name} (*{kind.suffix})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export"), str(start), files)
        if chosen:
            self.write(export, kind, _with_suffix(Path(chosen), kind.suffix))

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
        self._settings.set_value(FOLDER, str(path.absolute().parent))
        self._tell(" ".join([self.tr("Wrote {name}.").format(name=path.name), *notes]))
        return True


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
