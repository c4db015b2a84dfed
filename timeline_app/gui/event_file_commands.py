"""EventFileCommands: events of other programs in, by one dialog."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_app.formats.errors import FormatError
from timeline_app.gui.dialogs.messages import show_problem
from timeline_app.workspace import operations
from timeline_app.workspace.retelling import retold
from timeline_app.workspace.settings import FOLDER, AppSettings
from timeline_app.workspace.store import DocumentStore


class EventFileCommands(QObject):
    """Carries out the action that imports events."""

    def __init__(
        self, window: QWidget, store: DocumentStore, settings: AppSettings, tell: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._settings, self._tell = window, store, settings, tell

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action of the window does, by its id."""
        return {"import_events": self.ask}

    def ask(self) -> None:
        """Lets a file be chosen and imports it."""
        from timeline_app.formats.imports.detect import SUFFIXES

        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = self.tr("Events ({endings});;All files (*)").format(endings=endings)
        folder = self._settings.value(FOLDER)
        start = folder if folder and Path(folder).is_dir() else str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import events"), start, kinds)
        if name:
            self._settings.set_value(FOLDER, str(Path(name).absolute().parent))
            self.import_file(Path(name))

    def import_files(self, paths: Sequence[Path]) -> None:
        """Shows one file after the other and imports it, until one is left out."""
        for path in paths:
            if not self.import_file(path):
                return

    def import_file(self, path: Path) -> bool:
        """Shows what a file's rows would become and imports them; tells whether it did."""
        from timeline_app.gui.dialogs.import_events import ImportEventsDialog

        try:
            dialog = ImportEventsDialog(self._store.document, path, self._window)
        except FormatError as error:
            show_problem(self._window, str(error), self.tr("The events could not be imported"))
            return False
        if not dialog.exec():
            return False
        operations.import_events(self._store, dialog.plan, path.name)
        self._tell(self.tr("Events of {name}: {summary}.").format(name=path.name, summary=retold(dialog.plan.summary)))
        return True
