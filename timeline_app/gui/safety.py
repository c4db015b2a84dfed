"""Safety: keeps the window's edits as they are made, offers what a crash left, and tells of what it cannot keep."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from timeline_app.formats.backups import Backups
from timeline_app.formats.errors import FormatError
from timeline_app.formats.places import place_warning
from timeline_app.formats.private_folder import remove_left_folders
from timeline_app.formats.project_file import open_whole
from timeline_app.gui.diagnostics import FaultLog, report
from timeline_app.gui.dialogs.diagnostics import DiagnosticsDialog
from timeline_app.gui.dialogs.messages import show_problem
from timeline_app.gui.dialogs.recovery import Choice, RecoveryDialog
from timeline_app.gui.main_window import MainWindow
from timeline_app.workspace.autosave import Autosave
from timeline_app.workspace.recovery import Found, find_left_behind


class Safety(QObject):
    """Looks after one window; `folder` is the program's own, for working copies and backups."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._store = window.store
        self._working = folder / "working"
        self.faults = FaultLog()
        self._left_behind = find_left_behind(self._working)  # before this window's own
        remove_left_folders()
        self._store.backups = self.backups = Backups(folder / "backups")
        self.autosave = Autosave(self._store, self._working, self)
        self.autosave.failed.connect(self._on_failed)
        self.autosave.damaged.connect(self._on_damaged)
        self._store.damaged.connect(self._on_damaged)
        self._store.path_changed.connect(self._warn_of_place)
        window.closed.connect(self.autosave.stop)
        window.actions_.connect_all({"diagnostics": self.show_diagnostics, "open_backup": self.ask_backup})

    @property
    def has_left_behind(self) -> bool:
        """Whether a crash left edits that were not decided about yet."""
        return bool(self._left_behind)

    def begin(self, project: Path | None) -> Path | None:
        """Offers what a crash left; answers what is still to be opened of the project the program was called with."""
        opened = self.offer_recovery()
        if opened is None or project is None or opened.resolve() != project.resolve():
            return project
        return None

    def offer_recovery(self) -> Path | None:
        """Shows what a crash left, if anything, until it is decided about or put off; the project that is open then."""
        while self._left_behind:
            dialog = RecoveryDialog(self._left_behind, self._window)
            dialog.exec()
            if dialog.choice is Choice.LATER:
                for found in self._left_behind:
                    found.keep()
                self._left_behind = []
            elif dialog.choice is Choice.DISCARD:
                dialog.chosen.discard()
                self._left_behind.remove(dialog.chosen)
            elif not self._window.files.may_replace() or self._open(dialog.chosen, dialog.choice):
                return self._store.path
        return None

    def show_diagnostics(self) -> None:
        """Shows what a diagnostic report holds, to be copied."""
        text = report(self._store.document, self.faults, self.autosave.is_healthy)
        DiagnosticsDialog(text, self._window).exec()

    def ask_backup(self) -> None:
        """Lets a backup of the open project be chosen and opens it in the project's place, unsaved."""
        path = self._store.path
        if path is None or not self.backups.of(path):
            self._window.status.tell(self.tr("There is no backup of this project yet."))
            return
        folder = str(self.backups.folder_of(path))
        title = self.tr("Open a backup of {name}").format(name=path.stem)
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, "*.tline")
        if name and self._window.files.may_replace():
            try:
                opened = open_whole(Path(name))
            except FormatError as error:
                show_problem(self._window, str(error), self.tr("The backup could not be opened"))
                return
            self._store.adopt(opened.document, path, modified=True, spared=opened.read_only)
            self._window.files.select_first_source()
            told = self.tr("This is the backup; saving puts it in the project's place.")
            self._window.status.tell(opened.read_only or told)

    def _open(self, found: Found, choice: Choice) -> bool:
        """Opens a recovered project, or its file; tells whether that worked."""
        if choice is Choice.OPEN_FILE:
            return found.project is not None and self._window.files.open(found.project)
        try:
            opened, history = found.load()
        except FormatError as error:
            show_problem(self._window, str(error), self.tr("The unsaved edits could not be opened"))
            return False
        self._window.files.adopt(opened.document, found.project, history, opened.read_only or found.spared)
        self.autosave.wait()  # they are in this window's own working copy now
        if opened.read_only is not None:
            found.keep()  # it holds more than could be read
        elif self.autosave.is_healthy:
            found.discard()
        self._left_behind.remove(found)
        told = self.tr("These are the unsaved edits; save the project to keep them.")
        self._window.status.tell(opened.read_only or found.spared or told)
        return True

    def _warn_of_place(self) -> None:
        if self._store.path is not None and (sentence := place_warning(self._store.path)):
            self._window.status.tell(sentence)

    def _on_failed(self, sentence: str) -> None:
        show_problem(self._window, sentence, self.tr("Edits are not being kept"))

    def _on_damaged(self, sentence: str) -> None:
        """A large project was found broken after it was opened: what can be read of it, and all edits, stay open."""
        salvaged, is_modified = self.autosave.salvage(), self._store.is_modified
        if salvaged is None or not salvaged[0].is_partial:
            self._store.new()
            show_problem(self._window, sentence, self.tr("The project was closed"))
            return
        opened, history = salvaged
        path, told = self._store.path, opened.read_only
        self._store.adopt(opened.document, path, modified=is_modified, history=history, spared=told)
        self._window.files.select_first_source()
        show_problem(self._window, told or sentence, self.tr("Part of the project cannot be read"))
