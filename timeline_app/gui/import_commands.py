"""ImportCommands: reports in, by menu, drop, paste or folder, and what is told of an import when it ends."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QThreadPool, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_app.formats.private_folder import PrivateFolder
from timeline_app.gui.review import ReadingOrder
from timeline_app.gui.wording import counted
from timeline_app.resources import resource
from timeline_app.workspace import operations
from timeline_app.workspace.apply_change import Join
from timeline_app.workspace.arrivals import Arrival
from timeline_app.workspace.jobs import AnalysisJobs
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.settings import FOLDER, AppSettings
from timeline_app.workspace.store import DocumentStore

if TYPE_CHECKING:
    from timeline_app.formats.readers import FoundFiles


@dataclass
class _Run:
    """What one import brought so far: from the first file given while nothing ran to the last one read."""

    key: object = field(default_factory=object)
    sources: list[str] = field(default_factory=list)
    events: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)  # with the name that they have in the project
    skipped: list[tuple[str, str]] = field(default_factory=list)  # with the sentence on why
    notes: list[str] = field(default_factory=list)
    left: int = 0  # not read, because the import was cancelled
    tables: list[Path] = field(default_factory=list)  # files of events that lay among the reports


class ImportCommands(QObject):
    """Hands files and texts to the worker and brings in what it answers, document after document.

    `date_wanted` tells that the source shown was imported without a publication date, `tables_found` carries the files
    of events (a list of paths) that lay among the reports, once these are in.
    """

    date_wanted = Signal()
    tables_found = Signal(object)
    _found = Signal(object)  # what a folder holds, from another thread

    def __init__(
        self,
        window: QWidget,
        store: DocumentStore,
        selection: Selection,
        jobs: AnalysisJobs,
        settings: AppSettings,
        reading: ReadingOrder,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._selection = window, store, selection
        self._jobs, self._settings, self._reading, self._tell = jobs, settings, reading, tell
        self._run = _Run()
        self._is_sample = False
        self.folder_name = ""  # of the one folder that all reports of this document came from
        self._pasted: PrivateFolder | None = None
        self._found.connect(self._on_found)
        jobs.imported.connect(self._on_imported)
        jobs.reread.connect(self._on_reread)
        jobs.duplicate.connect(lambda name, same: self._run.duplicates.append((name, same)))
        jobs.failed.connect(lambda name, message: self._run.failures.append((name, message)))
        jobs.cancelled.connect(self._on_cancelled)
        jobs.finished.connect(self._on_finished)
        store.reset.connect(self._forget_folder)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action of the window does, by its id."""
        return {"import": self.ask_import, "import_folder": self.ask_folder, "paste": self.ask_paste}

    def ask_import(self) -> None:
        """Lets reports be chosen and imports them."""
        from timeline_app.formats.readers import SUFFIXES

        endings = " ".join(sorted(f"*{suffix}" for suffix in SUFFIXES))
        kinds = self.tr("Reports ({endings});;All files (*)").format(endings=endings)
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import reports"), self._folder(), kinds)
        self.import_files([Path(name) for name in names])

    def ask_folder(self) -> None:
        """Lets a folder be chosen and imports every report in it."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder"), self._folder())
        if name:
            self.import_files([Path(name)])

    def import_files(self, paths: Sequence[Path], *, is_sample: bool = False) -> None:
        """Imports reports, and those in folders, in the worker; the window stays usable."""
        if not paths:
            return
        self._is_sample = is_sample
        if not is_sample:
            self._settings.set_value(FOLDER, str(paths[0].absolute().parent))
        is_first = not self._store.document.sources and not self._jobs.is_running
        self.folder_name = paths[0].name if is_first and len(paths) == 1 and paths[0].is_dir() else ""
        if any(path.is_dir() or _may_hold_events(path) for path in paths):
            self._tell(self.tr("Looking for reports…"))
            QThreadPool.globalInstance().start(lambda: self._look(list(paths)))
        else:
            self._jobs.start_files(list(paths), self._settings.report_options)

    def import_sample(self) -> None:
        """Imports the bundled sample reports."""
        self.import_files(sorted(resource("sample").glob("*.txt")), is_sample=True)

    def ask_paste(self) -> None:
        """Imports what is on the clipboard: files as they are, a text after it was looked at."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where there is no clipboard
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data is not None else []
        if files:
            self.import_files(files)
            return
        from timeline_app.gui.dialogs.paste_text import PasteDialog

        dialog = PasteDialog(self._window)
        if dialog.exec():
            self.import_text(dialog.source_name, dialog.text)

    def import_text(self, name: str, text: str) -> None:
        """Imports a text that is in no file."""
        from timeline_app.gui.dialogs.paste_text import is_web_page

        self._is_sample = False
        if is_web_page(text):
            self._jobs.start_files([self._as_file(name, text)], self._settings.report_options)
        else:
            self._jobs.start_text(name, text, self._settings.report_options)

    def _as_file(self, name: str, text: str) -> Path:
        """A page that was pasted, as a file in a folder of this run, so that it is read as safely as any other."""
        from timeline_app.formats.atomic import write_text_atomically

        if self._pasted is None:
            self._pasted = PrivateFolder()
        stem = "" if name.startswith("<") else re.sub(r"[^\w -]", "", name).strip()[:60]
        path = Path(self._pasted.name) / f"{stem or self.tr('Pasted page')}.html"
        write_text_atomically(path, text)
        return path

    def end(self) -> None:
        """Deletes what was pasted, when the window closes."""
        if self._pasted is not None:
            self._pasted.cleanup()
            self._pasted = None

    def end_if_undone(self) -> None:
        """Ends an import that is running where what has come in is what undo would take back now."""
        if self._jobs.is_running and self._store.would_undo(self._run.key):
            self._run = _Run()
            self._jobs.drop()
            self._tell(self.tr("The import was ended, and what had come in is taken back. Redo brings that in again."))

    def begin_review(self, source_id: str) -> None:
        """Shows a source, with its first event to review where its date is known."""
        document = self._store.document
        self._selection.select_source(source_id)
        if document.sources[source_id].context.published is None:
            return
        waiting = self._reading.first_waiting_in(source_id)
        if waiting is None:  # it may tell on of what others were the first to tell
            own = {link.event_id for link in document.links_of_source(source_id)}
            waiting = next((event_id for event_id in self._reading.waiting() if event_id in own), None)
        if waiting is not None:
            self._selection.select_events([waiting])

    def _forget_folder(self) -> None:
        self.folder_name = ""

    def _look(self, paths: list[Path]) -> None:
        """Looks into folders; called in another thread, since a disk may take its time."""
        from timeline_app.formats.imports.detect import kind_of
        from timeline_app.formats.readers import find_files

        found = find_files(paths)
        tables = [path for path in (*found.files, *found.others) if _may_hold_events(path) and kind_of(path)]
        reports = tuple(path for path in found.files if path not in tables)
        self._found.emit((replace(found, files=reports), tables))

    def _on_found(self, answer: tuple["FoundFiles", list[Path]]) -> None:
        found, tables = answer
        files, notes = list(found.files), list(found.notes)
        if files:
            self._run.notes += notes
        self._run.tables += tables
        if files:
            self._tell("")
            self._jobs.start_files(files, self._settings.report_options)
        elif tables:
            self._tell("")
            if not self._jobs.is_running:  # else when that import ends
                self._offer_tables(self._run)
        else:
            self._tell(notes[0] if notes else self.tr("There are no reports in that folder."))

    def _on_imported(self, arrival: Arrival) -> None:
        self._jobs.work_off(arrival.analysis.source.name, self._take_in(arrival))

    def _take_in(self, arrival: Arrival) -> Iterator[None]:
        run, count = self._run, len(self._run.sources) + 1
        label = "" if count == 1 else self.tr("Import {count} documents").format(count=f"{count:,}")
        join = Join(run.key, renames=True)
        result = yield from operations.import_in_steps(
            self._store, [arrival.analysis], arrival.groups, arrival.pairs, label=label, join=join
        )
        name = arrival.analysis.source.name
        run.skipped += [(name, sentence) for sentence in result.skipped]
        run.sources += result.source_ids
        run.events += len(result.event_ids)
        if result.source_ids and count == 1 and not self._selection.event_ids:
            self.begin_review(result.source_ids[0])

    def _on_reread(self, arrival: Arrival, why: object) -> None:
        join = why if isinstance(why, Join) else None
        if operations.reread(self._store, arrival.analysis, arrival.groups, arrival.pairs, join):
            self._tell(self.tr("The text was read again. What you decided stayed as it was."))

    def _on_cancelled(self, left: int) -> None:
        self._run.left += left

    def _on_finished(self) -> None:
        run, self._run = self._run, _Run()
        document = self._store.document
        if self._is_sample and len(run.sources) == len(document.sources) and self._store.undo_stack.count() == 1:
            self._store.undo_stack.setClean()  # nothing of the analyst's own is in it, and it can be opened again
        if len(run.sources) == 1 and run.sources[0] == self._selection.source_id and not self._selection.event_ids:
            source = document.sources.get(run.sources[0])
            if source is not None and source.context.published is None:
                self.date_wanted.emit()
        told = []
        if run.sources:
            told.append(self.tr("{sources} read").format(sources=counted(len(run.sources), "source")))
            told.append(self.tr("{events} suggested").format(events=counted(run.events, "event")))
        if known := len(run.duplicates) + len(run.skipped):
            told.append(self.tr("{count} already in the project").format(count=f"{known:,}"))
        if run.failures:
            told.append(self.tr("{count} not imported").format(count=f"{len(run.failures):,}"))
        if run.left:
            told.append(self.tr("{count} not read").format(count=f"{run.left:,}"))
            told[0] = self.tr("Import cancelled: {what}").format(what=told[0])
        if told:
            hint = self.tr(" A accepts, X rejects.") if run.events else ""
            self._tell(f"{', '.join(told)}.{hint}")
        if run.failures:
            from timeline_app.gui.dialogs.import_report import ImportReport

            report = ImportReport(len(run.sources), run.failures, run.duplicates, run.skipped, run.notes, self._window)
            report.open()
        self._offer_tables(run)

    def _offer_tables(self, run: _Run) -> None:
        tables, run.tables = run.tables, []
        if tables:  # a dialog, and whoever else hears of the end comes first
            QTimer.singleShot(0, self, partial(self.tables_found.emit, tables))

    def _folder(self) -> str:
        folder = self._settings.value(FOLDER)
        return folder if folder and Path(folder).is_dir() else str(Path.home())


def _may_hold_events(path: Path) -> bool:
    """Whether a file's ending is one of those that tables and lists of events have, and no report's."""
    from timeline_app.formats.imports.detect import SUFFIXES
    from timeline_app.formats.readers import SUFFIXES as REPORTS

    return path.suffix.lower() in SUFFIXES and path.suffix.lower() not in REPORTS
