"""FileCommands: projects opened, saved and left."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from textwrap import shorten

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_app.formats.atomic import remove_abandoned
from timeline_app.formats.errors import FormatError
from timeline_app.formats.file_state import OutsideChange
from timeline_app.formats.history import HistoryEntry
from timeline_app.gui.dialogs.file_questions import (
    Conflict,
    Elsewhere,
    ask_about_conflict,
    ask_about_holder,
    open_elsewhere,
)
from timeline_app.gui.dialogs.messages import Answer, ask_about_changes, ask_to_stop_reading, show_problem
from timeline_app.gui.import_commands import ImportCommands
from timeline_app.model.document import TimelineDocument
from timeline_app.workspace.jobs import AnalysisJobs
from timeline_app.workspace.project_lock import ProjectLock
from timeline_app.workspace.retelling import retold
from timeline_app.workspace.saver import Saver
from timeline_app.workspace.saving import SavingCancelled
from timeline_app.workspace.settings import FOLDER, AppSettings
from timeline_app.workspace.store import DocumentStore

SUFFIX = ".tline"
_LONGEST_NAME = 60  # characters of a title that a file is named after


class FileCommands(QObject):
    """Carries out the actions of the File menu; problems are told in one sentence.

    `about_to_write` tells that what is being typed should be ended now, so that it is saved too; `saving` how far a
    save is that takes long, and of which project, until `save_ended`.
    """

    about_to_write = Signal()
    saving = Signal(int, int, str)
    save_ended = Signal()

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
        self._saver = Saver(store, self)
        self.was_saved = False  # by the last save that is over
        self._is_wanted_again = self._is_leaving = False
        self._saver.progress.connect(lambda done, total: self.saving.emit(done, total, self.project_name))
        self._saver.ended.connect(self._on_saved)
        store.reset.connect(self._follow_lock)
        store.reset.connect(self._sweep)
        store.saved.connect(self._follow_lock)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action of the window does, by its id."""
        return {
            "new": self.new,
            "open": self.ask_open,
            "save": self.begin_save,
            "save_as": self.save_as,
            "sample": self.open_sample,
        }

    @property
    def project_name(self) -> str:
        """What the window calls the project."""
        return self._store.path.stem if self._store.path else self._store.document.settings.title or self.tr("Untitled")

    def new(self) -> None:
        """Opens an empty project."""
        if self.may_replace():
            self._store.new()

    def ask_open(self) -> None:
        """Lets a project be chosen and opens it."""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open project"), self._folder(), self._kinds)
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> bool:
        """Opens a project, after asking about unsaved changes; tells whether it is open now."""
        if not self.may_replace():
            return False
        holder = self._lock.holder_of(path)
        if holder is not None:
            answer = ask_about_holder(self._window, path, holder)
            if answer is Elsewhere.CANCEL:
                return False
            if answer is Elsewhere.WRITE:
                self._lock.seize(path)
                holder = self._lock.holder_of(path)
        try:
            opened = self._store.open(path, open_elsewhere(path, holder) if holder is not None else None)
        except (FormatError, OSError) as error:
            self._follow_lock()  # of the project that stays open
            self._settings.remove_recent(path)
            show_problem(self._window, _sentence(error, path), self.tr("The project could not be opened"))
            return False
        self._remember(path)
        self.select_first_source()
        if opened.is_partial and opened.read_only is not None:
            show_problem(self._window, opened.read_only, self.tr("Part of the project cannot be read"))
        elif self._store.read_only is not None:
            self._tell(self._store.read_only)
        return True

    def adopt(
        self, document: TimelineDocument, path: Path | None, history: list[HistoryEntry], spared: str | None = None
    ) -> None:
        """Shows a document that is not in its file yet; `spared` says why that must not be written."""
        self._store.adopt(document, path, modified=True, history=history, spared=spared)
        self.select_first_source()

    @property
    def is_saving(self) -> bool:
        """Whether a save is running."""
        return self._saver.is_running

    def begin_save(self) -> bool:
        """Begins to save to the project's file, or asks for one; tells whether it was begun.

        The window goes on meanwhile; asked again while a save runs, another follows it.
        """
        if self._saver.is_running:
            self._is_wanted_again = True
            return True
        return self._save(self._store.path) if self._store.path is not None else self.save_as()

    def save(self) -> bool:
        """As `begin_save`, but returns when the save is over; tells whether it was saved."""
        self.wait()
        return self.begin_save() and self.wait()

    def save_as(self) -> bool:
        """Asks for a file and begins to save to it."""
        self.wait()
        start = str(Path(self._folder()) / f"{self.file_name}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save project"), start, self._kinds)
        return bool(name) and self._save(_with_suffix(Path(name), SUFFIX))

    def wait(self) -> bool:
        """Waits for the save that is running, if any; tells whether the last one was carried out."""
        if self._saver.is_running:
            from timeline_app.gui.dialogs.saving import SavingDialog

            dialog = SavingDialog(self._saver, self.project_name, self._window)
            self._saver.wait()
            dialog.close()
            dialog.deleteLater()
        return self.was_saved

    def cancel_save(self) -> None:
        """Gives up the save that is running; the file stays as it was."""
        self._is_wanted_again = False
        self._saver.cancel()

    def may_leave(self) -> bool:
        """Waits for a running save and asks about unsaved changes; tells whether the document may be replaced."""
        if self._is_leaving:
            return False  # that is being asked already
        self._is_leaving = True
        try:
            self.wait()
            self.about_to_write.emit()
            unread = self._jobs.unread
            if unread and not ask_to_stop_reading(self._window, unread, self.project_name):
                return False
            while self._store.is_modified:
                answer = ask_about_changes(self._window, self.project_name)
                if answer is Answer.DISCARD:
                    return True
                if answer is Answer.CANCEL or not self.save():
                    return False
            return True
        finally:
            self._is_leaving = False

    def may_replace(self) -> bool:
        """As `may_leave`, but never while reports are being read: they belong to this document."""
        if self._jobs.is_running:
            self._tell(self.tr("An import is running; wait for it, or cancel it first."))
            return False
        return self.may_leave()

    def open_sample(self) -> None:
        """Imports the bundled sample reports into a new project."""
        if self.may_replace():
            self._store.new()
            self._imports.import_sample()

    def select_first_source(self) -> None:
        """Shows the first source of the document, with its first event to review."""
        sources = self._store.document.source_heads()
        if sources:
            self._imports.begin_review(sources[0].id)

    def _save(self, path: Path, *, overwrite: bool = False) -> bool:
        """Begins to save, after every question; tells whether it was begun."""
        self.was_saved = False
        self.about_to_write.emit()
        holder = self._lock.holder_of(path)
        if path == self._store.path and self._store.read_only is not None:
            show_problem(self._window, self._store.read_only, self.tr("Save under another name"))
            return self.save_as()
        if holder is not None:
            way_out = self.tr("Close it there, or save under another name.")
            sentence = f"{open_elsewhere(path, holder)} {way_out}"
            show_problem(self._window, sentence, self.tr("The project could not be saved"))
            return False
        try:
            self._saver.start(path, overwrite=overwrite)
        except OutsideChange as change:
            return self._settle(path, str(change))
        except (FormatError, OSError) as error:
            self._tell_unsaved(path, error)
            return False
        return True

    def _on_saved(self, path: Path, error: Exception | None) -> None:
        """A save is over."""
        self.was_saved = error is None
        self.save_ended.emit()
        if isinstance(error, OutsideChange):
            self._settle(path, str(error))
        elif isinstance(error, SavingCancelled):
            self._tell(self.tr("Saving was cancelled; {name} is as it was before.").format(name=path.name))
        elif error is not None:
            self._tell_unsaved(path, error)
        else:
            self._remember(path)
            self._tell(self.tr("Saved to {name}.").format(name=path.name))
        is_wanted_again, self._is_wanted_again = self._is_wanted_again and error is None, False
        if is_wanted_again and self._store.is_modified:
            self._save(path)

    def _tell_unsaved(self, path: Path, error: Exception) -> None:
        show_problem(self._window, _sentence(error, path), self.tr("The project could not be saved"))

    def _settle(self, path: Path, sentence: str) -> bool:
        """Another program changed the file: asks what to do, and does it."""
        answer = ask_about_conflict(self._window, sentence)
        if answer is Conflict.OVERWRITE:
            return self._save(path, overwrite=True)
        return answer is Conflict.SAVE_AS and self.save_as()

    def end(self) -> None:
        """Gives the project up to other windows."""
        self._lock.release()

    def _follow_lock(self) -> None:
        """Locks the project that is open, unless it is for reading only."""
        if self._store.path is None or self._store.read_only is not None:
            self._lock.release()
        else:
            self._lock.take(self._store.path)

    def _sweep(self) -> None:
        """Removes what a killed save left beside the project, if it is this window that may write it."""
        if self._store.path is not None and self._lock.is_held:
            with suppress(OSError):
                remove_abandoned(self._store.path.resolve())

    def _remember(self, path: Path) -> None:
        self._settings.add_recent(path)
        self._settings.set_value(FOLDER, str(path.absolute().parent))

    @property
    def file_name(self) -> str:
        """What a file of this project is first called.

        Its own name, else that of the folder that was imported, else the title of its first source.
        """
        sources = self._store.document.source_heads()
        if self._store.path is not None or self._store.document.settings.title or not sources:
            return self.project_name
        if self._imports.folder_name:
            return self._imports.folder_name
        words = re.sub(r"[^\w\s-]", "", sources[0].title or sources[0].name).split()
        title = " ".join(words)
        return shorten(title, _LONGEST_NAME, placeholder="") or title[:_LONGEST_NAME] or self.project_name

    @property
    def _kinds(self) -> str:
        return self.tr("Timeline projects ({pattern})").format(pattern=f"*{SUFFIX}")

    def _folder(self) -> str:
        folder = self._settings.value(FOLDER)
        return folder if folder and Path(folder).is_dir() else str(Path.home())


def _sentence(error: Exception, path: Path) -> str:
    """What to tell the user of an error."""
    if isinstance(error, OSError):
        words = QCoreApplication.translate("FileCommands", "{name} could not be used: {reason}. Choose another place.")
        return words.format(name=path.name, reason=retold(error.strerror or str(error)))
    return str(error)


def _with_suffix(path: Path, suffix: str) -> Path:
    if path.suffix.lower() == suffix:
        return path
    return path.with_name(path.name + suffix)
