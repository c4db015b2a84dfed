"""FileCommands: projects opened, saved and left."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_app.formats.errors import FormatError
from timeline_app.formats.file_state import OutsideChange
from timeline_app.formats.history import HistoryEntry
from timeline_app.gui.dialogs.file_questions import Conflict, ask_about_conflict, ask_read_only, open_elsewhere
from timeline_app.gui.dialogs.messages import Answer, ask_about_changes, show_problem
from timeline_app.gui.import_commands import ImportCommands
from timeline_app.model.document import TimelineDocument
from timeline_app.workspace.jobs import AnalysisJobs
from timeline_app.workspace.project_lock import ProjectLock
from timeline_app.workspace.settings import FOLDER, AppSettings
from timeline_app.workspace.store import DocumentStore

SUFFIX = ".tline"
_PROJECTS = f"Timeline projects (*{SUFFIX})"


class FileCommands(QObject):
    """Carries out the actions of the File menu; problems are told in one sentence.

    `about_to_write` tells that what is being typed should be ended now, so that it is saved too.
    """

    about_to_write = Signal()

    def __init__(
        self,
        window: QWidget,
        store: DocumentStore,
        jobs: AnalysisJobs,
        imports: ImportCommands,
        settings: AppSettings,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs, self._imports = window, store, jobs, imports
        self._settings, self._tell = settings, tell
        self._lock = ProjectLock()
        store.reset.connect(self._follow_lock)
        store.saved.connect(self._follow_lock)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action of the window does, by its id."""
        return {
            "new": self.new,
            "open": self.ask_open,
            "save": self.save,
            "save_as": self.save_as,
            "sample": self.open_sample,
        }

    @property
    def project_name(self) -> str:
        """What the window calls the project."""
        return self._store.path.stem if self._store.path else self._store.document.settings.title or "Untitled"

    def new(self) -> None:
        """Opens an empty project."""
        if self.may_replace():
            self._store.new()

    def ask_open(self) -> None:
        """Lets a project be chosen and opens it."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Open project", self._folder(), _PROJECTS)
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> bool:
        """Opens a project, after asking about unsaved changes; tells whether it is open now."""
        if not self.may_replace():
            return False
        holder = self._lock.holder_of(path)
        if holder is not None and not ask_read_only(self._window, path, holder):
            return False
        try:
            opened = self._store.open(path, open_elsewhere(path, holder) if holder is not None else None)
        except (FormatError, OSError) as error:
            self._settings.remove_recent(path)
            show_problem(self._window, _sentence(error, path), "The project could not be opened")
            return False
        self._remember(path)
        self.select_first_source()
        if opened.is_partial and opened.read_only is not None:
            show_problem(self._window, opened.read_only, "Part of the project cannot be read")
        elif self._store.read_only is not None:
            self._tell(self._store.read_only)
        return True

    def adopt(
        self, document: TimelineDocument, path: Path | None, history: list[HistoryEntry], spared: str | None = None
    ) -> None:
        """Shows a document that is not in its file yet; `spared` says why that must not be written."""
        self._store.adopt(document, path, modified=True, history=history, spared=spared)
        self.select_first_source()

    def save(self) -> bool:
        """Saves to the project's file, or asks for one; tells whether it was saved."""
        return self._save(self._store.path) if self._store.path is not None else self.save_as()

    def save_as(self) -> bool:
        """Asks for a file and saves to it."""
        start = str(Path(self._folder()) / f"{self.file_name}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._window, "Save project", start, _PROJECTS)
        return bool(name) and self._save(_with_suffix(Path(name), SUFFIX))

    def may_leave(self) -> bool:
        """Asks about unsaved changes; tells whether the document may be replaced."""
        self.about_to_write.emit()
        if not self._store.is_modified:
            return True
        answer = ask_about_changes(self._window, self.project_name)
        return answer is Answer.DISCARD or (answer is Answer.SAVE and self.save())

    def may_replace(self) -> bool:
        """As `may_leave`, but never while reports are being read: they belong to this document."""
        if self._jobs.is_running:
            self._tell("An import is running; wait for it, or cancel it first.")
            return False
        return self.may_leave()

    def open_sample(self) -> None:
        """Imports the bundled sample reports into a new project."""
        if self.may_replace():
            self._store.new()
            self._imports.import_sample()

    def select_first_source(self) -> None:
        """Shows the first source of the document, with its first event to review."""
        sources = self._store.document.ordered_sources()
        if sources:
            self._imports.begin_review(sources[0].id)

    def _save(self, path: Path, *, overwrite: bool = False) -> bool:
        self.about_to_write.emit()
        holder = self._lock.holder_of(path)
        if path == self._store.path and self._store.read_only is not None:
            show_problem(self._window, self._store.read_only, "Save under another name")
            return self.save_as()
        if holder is not None:
            sentence = f"{open_elsewhere(path, holder)} Close it there, or save under another name."
            show_problem(self._window, sentence, "The project could not be saved")
            return False
        try:
            self._store.save(path, overwrite=overwrite)
        except OutsideChange as change:
            return self._settle(path, str(change))
        except (FormatError, OSError) as error:
            show_problem(self._window, _sentence(error, path), "The project could not be saved")
            return False
        self._remember(path)
        self._tell(f"Saved to {path.name}.")
        return True

    def _settle(self, path: Path, sentence: str) -> bool:
        """Another program changed the file: asks what to do, and does it."""
        answer = ask_about_conflict(self._window, sentence)
        if answer is Conflict.OVERWRITE:
            return self._save(path, overwrite=True)
        return answer is Conflict.SAVE_AS and self.save_as()

    def _follow_lock(self) -> None:
        """Locks the project that is open, unless it is for reading only."""
        if self._store.path is None or self._store.read_only is not None:
            self._lock.release()
        else:
            self._lock.take(self._store.path)

    def _remember(self, path: Path) -> None:
        self._settings.add_recent(path)
        self._settings.set_value(FOLDER, str(path.absolute().parent))

    @property
    def file_name(self) -> str:
        """What a file of this project is first called: its own name, else the title of its first source."""
        sources = self._store.document.ordered_sources()
        if self._store.path is not None or self._store.document.settings.title or not sources:
            return self.project_name
        words = re.sub(r"[^\w\s-]", "", sources[0].title or sources[0].name).split()
        return " ".join(words)[:60].strip() or self.project_name

    def _folder(self) -> str:
        folder = self._settings.value(FOLDER)
        return folder if folder and Path(folder).is_dir() else str(Path.home())


def _sentence(error: Exception, path: Path) -> str:
    """What to tell the user of an error."""
    if isinstance(error, OSError):
        return f"{path.name} could not be used: {error.strerror or error}. Choose another place."
    return str(error)


def _with_suffix(path: Path, suffix: str) -> Path:
    if path.suffix.lower() == suffix:
        return path
    return path.with_name(path.name + suffix)
