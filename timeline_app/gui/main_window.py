"""MainWindow: the panes in their places, sharing one document, one selection and one filter."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QTabWidget,
    QToolBar,
    QToolButton,
    QWidget,
)

from timeline_app.gui.actions import Actions
from timeline_app.gui.dialogs.context_editor import ContextDialog, apply_edit
from timeline_app.gui.dialogs.help import AboutDialog, ShortcutsDialog
from timeline_app.gui.event_commands import EventCommands
from timeline_app.gui.file_commands import SUFFIX, FileCommands
from timeline_app.gui.icons import application_icon
from timeline_app.gui.inspector.pane import Inspector
from timeline_app.gui.palette import Palette
from timeline_app.gui.review import ReadingOrder
from timeline_app.gui.sources_pane import SourcesPane
from timeline_app.gui.status_line import StatusLine
from timeline_app.gui.table_pane import TablePane
from timeline_app.gui.text_pane.pane import TextPane
from timeline_app.gui.theme import Dresser
from timeline_app.gui.timeline_pane import TimelinePane
from timeline_app.gui.wording import counted
from timeline_app.workspace import operations
from timeline_app.workspace.event_filter import SHOWN_STATUSES, EventFilter
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.jobs import AnalysisJobs
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.settings import AppSettings, Theme
from timeline_app.workspace.store import DocumentStore

_FIND_DELAY_MS = 120
_SIZE = QSize(1600, 1000)  # where the screen has room
_SOURCES_WIDTH = 296  # pixels
_INSPECTOR_WIDTH = 400
_TIMELINE_SHARE = 0.4  # of the height of the window
_STATE_VERSION = 1  # of the panes; another arrangement takes the next number
_TOOLBAR = ("open", "save", "", "import", "", "new_event", "link", "merge", "split", "delete", "", "undo", "redo")
_WITH_TEXT = ("import", "new_event", "link", "merge", "split")


class MainWindow(QMainWindow):
    """The window.  It is handed its parts; `shown_first` tells once that it was painted."""

    shown_first = Signal()

    def __init__(
        self,
        store: DocumentStore,
        selection: Selection,
        order: EventOrder,
        reading: ReadingOrder,
        jobs: AnalysisJobs,
        settings: AppSettings,
        dresser: Dresser,
    ) -> None:
        super().__init__()
        self.store, self.selection, self.order = store, selection, order
        self._jobs, self._settings, self._dresser = jobs, settings, dresser
        self._was_shown = False
        self.setWindowIcon(application_icon())
        self.setAcceptDrops(True)
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        self.actions_ = Actions(self)
        self.text = TextPane(store, selection)
        self.sources = SourcesPane(store, selection, order, reading)
        self.inspector = Inspector(store, selection)
        self.table = TablePane(store, selection, order)
        self.timeline = TimelinePane(store, selection, order)
        self.status = StatusLine(store, order, reading)
        self.events = EventCommands(store, selection, self.text, self.inspector, reading, self.status.tell)
        self.files = FileCommands(self, store, selection, jobs, settings, reading, self.status.tell)
        self._place_panes()
        self._make_menus()
        self._make_toolbar()
        self._connect()
        self._restore()
        self._take_colours(dresser.colours)
        self._refresh_actions()
        self._refresh_title()

    def _place_panes(self) -> None:
        self.setCentralWidget(self.text)
        self.setStatusBar(self.status)
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks)
        area = Qt.DockWidgetArea
        self.setCorner(Qt.Corner.BottomRightCorner, area.RightDockWidgetArea)  # an event's quotes fit without scrolling
        self.setTabPosition(area.BottomDockWidgetArea, QTabWidget.TabPosition.North)
        self.docks = {
            "sources": self._dock("sources", "Sources", self.sources, area.LeftDockWidgetArea),
            "inspector": self._dock("inspector", "Inspector", self.inspector, area.RightDockWidgetArea),
            "timeline": self._dock("timeline", "Timeline", self.timeline, area.BottomDockWidgetArea),
            "table": self._dock("table", "Table", self.table, area.BottomDockWidgetArea),
        }
        self.tabifyDockWidget(self.docks["timeline"], self.docks["table"])
        self.docks["timeline"].raise_()

    def _dock(self, name: str, title: str, pane: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setTitleBarWidget(QWidget())  # the panes name themselves; the View menu shows and hides them
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        dock.setWidget(pane)
        self.addDockWidget(area, dock)
        return dock

    def _make_menus(self) -> None:
        submenus = self.actions_.fill_menus(self.menuBar())
        self._recent: QMenu = submenus["recent>"]
        self._recent.aboutToShow.connect(self._fill_recent)
        for dock in self.docks.values():
            submenus["panes>"].addAction(dock.toggleViewAction())
        choices = QActionGroup(self)
        for theme in Theme:
            action = self.actions_[f"theme_{theme.value}"]
            action.setChecked(theme is self._dresser.choice)
            action.triggered.connect(lambda _checked=False, choice=theme: self._choose_theme(choice))
            choices.addAction(action)

    def _make_toolbar(self) -> None:
        bar = QToolBar("Tools")
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(16, 16))
        for action_id in _TOOLBAR:
            if not action_id:
                bar.addSeparator()
                continue
            bar.addAction(self.actions_[action_id])
            tool = bar.widgetForAction(self.actions_[action_id])
            if isinstance(tool, QToolButton) and action_id in _WITH_TEXT:
                tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spacer)
        self.search = _FindField()
        bar.addWidget(self.search)
        self._export = QToolButton()
        self._export.setText("Export ▾")
        self._export.setAccessibleName("Export")
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._export)
        menu.addActions([self.actions_["export_csv"], self.actions_["export_png"]])
        self._export.setMenu(menu)
        bar.addWidget(self._export)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.addToolBar(bar)

    def _connect(self) -> None:
        self.actions_.connect_all({**self.files.handlers(), **self.events.handlers(), **self._handlers()})
        self._find_timer = QTimer(self, singleShot=True, interval=_FIND_DELAY_MS)
        self._find_timer.timeout.connect(self._apply_filter)
        self.search.textChanged.connect(self._restart_find)
        self.store.modified_changed.connect(self._refresh_title)
        self.store.path_changed.connect(self._refresh_title)
        self.store.reset.connect(self._on_reset)
        self.store.undo_stack.indexChanged.connect(self._refresh_actions)
        self.selection.changed.connect(self._refresh_actions)
        self._dresser.changed.connect(self._take_colours)
        for pane in (self.text, self.sources):
            pane.context_requested.connect(self.edit_context)
            pane.import_requested.connect(self.files.ask_import)
        self.text.phrase_selected.connect(self.inspector.show_phrase)
        self.text.paste_requested.connect(self.files.ask_paste)
        self.files.about_to_write.connect(self.inspector.commit)
        self.files.date_wanted.connect(self.text.ask_for_date)
        self.text.sample_requested.connect(self.files.open_sample)
        self.sources.remove_requested.connect(self._remove_source)
        for name in ("accept", "reject", "merge", "split", "next"):
            getattr(self.inspector, f"{name}_requested").connect(self.actions_[name].trigger)
        self.inspector.failed.connect(self.status.tell)
        self.table.failed.connect(self.status.tell)
        self.timeline.edit_requested.connect(lambda _id: self.inspector.edit_title())
        self.timeline.create_requested.connect(self.events.new_event_over)
        self.timeline.delete_requested.connect(self.events.delete)
        self._connect_import()

    def _connect_import(self) -> None:
        self._jobs.progress.connect(self.status.show_progress)
        self._jobs.progress.connect(self.text.tell_reading)
        for ended in (self.status.end_progress, self.text.end_reading):
            self._jobs.finished.connect(ended)
        self._jobs.degraded.connect(self.status.tell_degraded)
        self.status.cancel_requested.connect(self._jobs.cancel)
        self.status.clear_filter_requested.connect(self.search.clear)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "quit": self.close,
            "undo": self._undo,
            "redo": self.store.undo_stack.redo,
            "find": self._focus_search,
            "select_all": lambda: self.selection.select_events(self.order.ids),
            "context": lambda: self.edit_context(self.text.source_id or "", ""),
            "remove_source": lambda: self._remove_source(self.text.source_id or ""),
            "fit": self.timeline.fit_all,
            "show_rejected": self._apply_filter,
            "shortcuts": lambda: ShortcutsDialog(self).exec(),
            "about": lambda: AboutDialog(self).exec(),
        }

    def edit_context(self, source_id: str, published: str) -> None:
        """Opens the dialog of a source's publication, `published` put into its date field."""
        if source_id not in self.store.document.sources:
            self.status.tell("Import a report first.")
            return
        dialog = ContextDialog(self.store.document, source_id, published, self)
        if dialog.exec() and (edit := dialog.edit()) is not None:
            merged = apply_edit(self.store, source_id, edit)
            if not self.selection.event_ids:
                self.events.go_to_next()
            if merged:
                self.status.tell(f"{counted(merged, 'suggestion')} told the same as another and joined it.")

    def start(self, project: Path | None, files: Sequence[Path]) -> None:
        """Opens or imports what the program was called with."""
        if project is not None:
            self.files.open(project)
        if files:
            self.files.import_files(files)

    def showEvent(self, event: QShowEvent) -> None:
        """Tells, once painted, that heavier parts may be loaded."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.text.setFocus()
            QTimer.singleShot(0, self._on_first_shown)

    def _on_first_shown(self) -> None:
        self.share_space()
        self.shown_first.emit()

    def share_space(self) -> None:
        """Gives the panes their first sizes, unless the user's own were restored."""
        if self._settings.window_state.isEmpty():
            sides = [self.docks["sources"], self.docks["inspector"]]
            self.resizeDocks(sides, [_SOURCES_WIDTH, _INSPECTOR_WIDTH], Qt.Orientation.Horizontal)
            height = round(self.height() * _TIMELINE_SHARE)
            self.resizeDocks([self.docks["timeline"]], [height], Qt.Orientation.Vertical)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks about unsaved changes, then remembers the window and ends the worker."""
        if not self.files.may_leave():
            event.ignore()
            return
        self._jobs.shutdown()
        self._settings.geometry = self.saveGeometry()
        self._settings.window_state = self.saveState(_STATE_VERSION)
        self._settings.sync()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files and text."""
        if _dropped_files(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens a project, imports anything else."""
        event.acceptProposedAction()
        self.drop(_dropped_files(event.mimeData()), event.mimeData().text())

    def drop(self, files: Sequence[Path], text: str) -> None:
        """What dropping files, or else text, does."""
        projects = [path for path in files if path.suffix.lower() == SUFFIX]
        if projects:
            self.files.open(projects[0])
        elif files:
            self.files.import_files(files)
        elif text.strip():
            self.files.import_text(text.strip().splitlines()[0][:80], text)

    def _undo(self) -> None:
        self.inspector.commit()
        self.store.undo_stack.undo()

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _remove_source(self, source_id: str) -> None:
        source = self.store.document.sources.get(source_id)
        if source is not None:
            operations.remove_source(self.store, source_id)
            self.status.tell(f"“{source.title or source.name}” is out of the project. Ctrl+Z brings it back.")

    def _restart_find(self, _text: str) -> None:
        self._find_timer.start()

    def _apply_filter(self) -> None:
        statuses = None if self.actions_["show_rejected"].isChecked() else SHOWN_STATUSES
        self.order.set_filter(EventFilter(text=self.search.text().strip(), statuses=statuses))
        self.status.refresh()

    def _choose_theme(self, theme: Theme) -> None:
        self._settings.theme = theme
        self._dresser.choose(theme)

    def _take_colours(self, palette: Palette) -> None:
        for part in (self.actions_, self.text, self.sources, self.inspector, self.timeline):
            part.set_palette_colors(palette)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.recent_files:
            action = self._recent.addAction(path.name, lambda path=path: self.files.open(path))
            action.setToolTip(str(path))
        if self._recent.isEmpty():
            self._recent.addAction("No project was opened yet").setEnabled(False)

    def _on_reset(self) -> None:
        self.search.clear()
        self._refresh_title()
        self._refresh_actions()
        self.timeline.show_first()

    def _refresh_title(self, _modified: object = None) -> None:
        self.setWindowTitle(f"{self.files.project_name}[*] — Timeline")
        self.setWindowModified(self.store.is_modified)

    def _refresh_actions(self, _cause: object = None) -> None:
        stack, chosen = self.store.undo_stack, len(self.selection.event_ids)
        self.actions_.offer("undo", stack.canUndo(), f"Undo {stack.undoText()}".rstrip())
        self.actions_.offer("redo", stack.canRedo(), f"Redo {stack.redoText()}".rstrip())
        document = self.store.document
        only = self.selection.event_ids[0] if chosen == 1 else ""
        for action_id in ("delete", "title", "clear_time"):
            self.actions_[action_id].setEnabled(chosen > 0)
        self.actions_["merge"].setEnabled(chosen > 1)
        self.actions_["split"].setEnabled(chosen == 1 and len(document.links_of_event(only)) > 1)
        for action_id in ("context", "remove_source"):
            self.actions_[action_id].setEnabled(bool(document.sources))
        for action_id in ("export_csv", "export_png"):
            self.actions_[action_id].setEnabled(bool(document.events))

    def _restore(self) -> None:
        if not self._settings.geometry.isEmpty():
            self.restoreGeometry(self._settings.geometry)
        if not self._settings.window_state.isEmpty():
            self.restoreState(self._settings.window_state, _STATE_VERSION)


class _FindField(QLineEdit):
    """Filters the events as one types; Escape shows all again."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Find events   Ctrl+F")
        self.setAccessibleName("Find events")
        self.setClearButtonEnabled(True)
        self.setFixedWidth(260)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field and leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.clearFocus()
        else:
            super().keyPressEvent(event)


def _dropped_files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
