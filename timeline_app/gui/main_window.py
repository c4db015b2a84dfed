"""MainWindow: the panes in their places, sharing one document, one selection and one filter."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QTabWidget, QToolBar, QWidget

from timeline_app.gui.actions import SUBMENUS, Actions
from timeline_app.gui.command_palette import CommandPalette
from timeline_app.gui.dialogs.help import AboutDialog, ShortcutsDialog
from timeline_app.gui.docks import PaneDock
from timeline_app.gui.event_commands import EventCommands
from timeline_app.gui.event_file_commands import EventFileCommands
from timeline_app.gui.export_commands import ExportCommands
from timeline_app.gui.file_commands import SUFFIX, FileCommands
from timeline_app.gui.filter_strip import FilterStrip, ViewsButton
from timeline_app.gui.icons import application_icon
from timeline_app.gui.import_commands import ImportCommands
from timeline_app.gui.inspector.pane import Inspector
from timeline_app.gui.palette import Palette
from timeline_app.gui.preferences import Preferences
from timeline_app.gui.query_field import QueryField
from timeline_app.gui.review import ReadingOrder
from timeline_app.gui.review_queue import ReviewQueue
from timeline_app.gui.source_commands import SourceCommands
from timeline_app.gui.sources_pane import SourcesPane
from timeline_app.gui.status_line import StatusLine
from timeline_app.gui.table_pane import TablePane
from timeline_app.gui.text_pane.pane import TextPane
from timeline_app.gui.theme import Dresser
from timeline_app.gui.timeline_pane import TimelinePane
from timeline_app.gui.tool_bar import ToolBar
from timeline_app.workspace import operations
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.filter_control import FilterControl
from timeline_app.workspace.finder import Finder
from timeline_app.workspace.jobs import AnalysisJobs
from timeline_app.workspace.pair_queue import PairQueue
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.settings import AppSettings, Theme
from timeline_app.workspace.store import DocumentStore

_SIZE = QSize(1600, 1000)  # where the screen has room
_SOURCES_WIDTH = 296  # pixels
_INSPECTOR_WIDTH = 400
_TIMELINE_SHARE = 0.4  # of the height of the window
_STATE_VERSION = 2  # of the panes; another arrangement takes the next number


class MainWindow(QMainWindow):
    """The window.  It is handed its parts; `shown_first` tells once that it was painted, `closed` that it is gone."""

    shown_first = Signal()
    closed = Signal()

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
        self.filter = FilterControl(store, order, self)
        self.finder = Finder(store, self)
        self.text = TextPane(store, selection, order)
        self.queue, self.pairs = ReviewQueue(store, order, reading, self), PairQueue(store, self)
        self.sources = SourcesPane(store, selection, order, reading, self.queue, self.pairs)
        self.inspector = Inspector(store, selection)
        self.table = TablePane(store, selection, order)
        self.timeline = TimelinePane(store, selection, order)
        self.status = StatusLine(store, order, reading)
        self.events = EventCommands(store, selection, self.text, self.inspector, self.queue, self.status.tell)
        self.settling = SourceCommands(
            self, store, selection, jobs, self.text, self.sources, self.events, self.pairs, self.status.tell
        )
        self.imports = ImportCommands(self, store, selection, jobs, settings, reading, self.status.tell)
        self.files = FileCommands(self, store, jobs, self.imports, settings, self.status.tell)
        name = lambda: self.files.file_name  # noqa: E731
        self.event_files = EventFileCommands(self, store, settings, self.status.tell)
        self.exports = ExportCommands(self, store, selection, order, settings, name, self.status.tell)
        self._place_panes()
        self._make_menus()
        self._make_toolbar()
        self.preferences = Preferences(self, settings, dresser)
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
            "sources": self._dock("sources", self.tr("Sources"), self.sources, area.LeftDockWidgetArea),
            "inspector": self._dock("inspector", self.tr("Inspector"), self.inspector, area.RightDockWidgetArea),
            "timeline": self._dock("timeline", self.tr("Timeline"), self.timeline, area.BottomDockWidgetArea),
            "table": self._dock("table", self.tr("Table"), self.table, area.BottomDockWidgetArea),
        }
        self.tabifyDockWidget(self.docks["timeline"], self.docks["table"])
        self.docks["timeline"].raise_()

    def _dock(self, name: str, title: str, pane: QWidget, area: Qt.DockWidgetArea) -> PaneDock:
        dock = PaneDock(name, title, pane, self)
        self.addDockWidget(area, dock)
        return dock

    def _make_menus(self) -> None:
        submenus = self.actions_.fill_menus(self.menuBar())
        self._recent: QMenu = submenus["recent>"]
        self._recent.aboutToShow.connect(self._fill_recent)
        for dock in self.docks.values():
            submenus["panes>"].addAction(dock.toggleViewAction())
            place = submenus["move>"].addMenu(dock.windowTitle())
            place.aboutToShow.connect(lambda dock=dock, place=place: (place.clear(), dock.fill_menu(place)))
        self.views = ViewsButton(self.store, self.order, self.filter)
        submenus["views>"].aboutToShow.connect(lambda: self.views.fill(submenus["views>"]))
        submenus["columns>"].aboutToShow.connect(lambda: self.table.fill_menu(submenus["columns>"]))
        choices = QActionGroup(self)
        for theme in Theme:
            action = self.actions_[f"theme_{theme.value}"]
            action.setChecked(theme is self._dresser.choice)
            action.triggered.connect(lambda _checked=False, choice=theme: self.preferences.choose_theme(choice))
            choices.addAction(action)

    def _make_toolbar(self) -> None:
        self.search = QueryField(self.store, self.order, self.filter)
        self.addToolBar(ToolBar(self.actions_, (self.search, self.views), SUBMENUS["export>"][1]))
        self.addToolBarBreak()
        self.strip = FilterStrip(self.order, self.filter)
        below = QToolBar(self.tr("Filter"))
        below.setObjectName("filter")
        below.setProperty("role", "strip")
        below.setMovable(False)
        holder = below.addWidget(self.strip)
        self.filter.changed.connect(lambda: self._show_strip(below))
        holder.setVisible(True)
        below.hide()
        self.addToolBar(below)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _show_strip(self, bar: QToolBar) -> None:
        bar.setVisible(self.strip.is_needed)

    def _connect(self) -> None:
        handlers = (self.files, self.imports, self.event_files, self.exports, self.events, self.settling)
        self.actions_.connect_all({k: do for part in handlers for k, do in part.handlers().items()} | self._handlers())
        self.strip.save_requested.connect(self.views.ask_name)
        self.filter.lanes_wanted.connect(lambda lanes: operations.edit_settings(self.store, lanes_by=lanes))
        self.filter.changed.connect(self._on_filter)
        self.store.modified_changed.connect(self._refresh_title)
        self.store.path_changed.connect(self._refresh_title)
        self.store.reset.connect(self._on_reset)
        self.store.undo_stack.indexChanged.connect(self._refresh_actions)
        self.selection.changed.connect(self._refresh_actions)
        self._dresser.changed.connect(self._take_colours)
        for pane in (self.text, self.sources):
            pane.context_requested.connect(self.settling.edit_context)
            pane.import_requested.connect(self.imports.ask_import)
        self.text.phrase_selected.connect(self.inspector.show_phrase)
        self.text.paste_requested.connect(self.imports.ask_paste)
        self.files.about_to_write.connect(self.inspector.commit)
        self.exports.about_to_write.connect(self.inspector.commit)
        self.imports.date_wanted.connect(self.text.ask_for_date)
        self.text.sample_requested.connect(self.files.open_sample)
        self.sources.remove_requested.connect(self._remove_source)
        self.sources.queue.correct_requested.connect(self.events.correct)
        self.sources.queue.accept_all_requested.connect(self.events.accept_all)
        self.sources.compare_requested.connect(self.settling.compare)
        self.sources.settle_requested.connect(self.settling.settle_dates)
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
        self.status.clear_filter_requested.connect(self.filter.clear)
        self.status.show_rejected_requested.connect(lambda: self.filter.show_rejected(True))

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "quit": self.close,
            "undo": self._undo,
            "accept_all": self.sources.queue.offer_accept_all,
            "redo": self.store.undo_stack.redo,
            "find": self._focus_search,
            "select_all": lambda: self.selection.select_events(self.order.ids),
            "remove_source": lambda: self._remove_source(self.text.source_id or ""),
            "fit": self.timeline.fit_all,
            "palette": self.open_palette,
            "settings": self.preferences.open,
            "find_text": self.text.open_find,
            "correct_phrase": self._correct_phrase,
            "larger": lambda: self.text.view.set_size(self.text.view.font().pixelSize() + 1),
            "smaller": lambda: self.text.view.set_size(self.text.view.font().pixelSize() - 1),
            "clear_filter": self.filter.clear,
            "save_view": self.views.ask_name,
            "show_rejected": lambda: self.filter.show_rejected(self.actions_["show_rejected"].isChecked()),
            "reset_window": self.reset_panes,
            "shortcuts": lambda: ShortcutsDialog(self).exec(),
            "about": lambda: AboutDialog(self).exec(),
        }

    def start(self, project: Path | None, files: Sequence[Path]) -> None:
        """Opens or imports what the program was called with."""
        if project is not None:
            self.files.open(project)
        if files:
            self.imports.import_files(files)

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
        self.preferences.remember()
        self._settings.sync()
        event.accept()
        self.closed.emit()

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
            self.imports.import_files(files)
        elif text.strip():
            self.imports.import_text(text.strip().splitlines()[0][:80], text)

    def _correct_phrase(self) -> None:
        if not self.text.correct_phrase():
            self.status.tell(self.tr("Click a time phrase or an event’s sentence first, then press Shift+T."))

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

    def open_palette(self) -> None:
        """Opens the line that finds every action, event and source."""
        actions = [action for action in self.actions_.all() if action.objectName() != "palette"]
        palette = CommandPalette(
            actions, self.store, self.selection, self.finder, self.filter, self._dresser.colours, self
        )
        palette.open()

    def _on_filter(self) -> None:
        self.actions_["show_rejected"].setChecked(self.filter.shows_rejected)
        self.status.refresh()

    def reset_panes(self) -> None:
        """Gives every pane its first place and size."""
        area = Qt.DockWidgetArea
        places = {
            "sources": area.LeftDockWidgetArea,
            "inspector": area.RightDockWidgetArea,
            "timeline": area.BottomDockWidgetArea,
            "table": area.BottomDockWidgetArea,
        }
        for name, place in places.items():
            self.docks[name].move_to(place)
        self.tabifyDockWidget(self.docks["timeline"], self.docks["table"])
        self.docks["timeline"].raise_()
        self._settings.window_state = QByteArray()
        self.share_space()

    def refresh_words(self) -> None:
        """Writes every date anew, in another format."""
        self.sources.refresh()
        self.inspector.refresh()
        self.text.refresh_header()
        self.table.view.viewport().update()
        self.timeline.set_palette_colors(self._dresser.colours)

    def _take_colours(self, palette: Palette) -> None:
        for part in (self.actions_, self.text, self.sources, self.inspector, self.timeline, self.strip):
            part.set_palette_colors(palette)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.recent_files:
            action = self._recent.addAction(path.name, lambda path=path: self.files.open(path))
            action.setToolTip(str(path))
        if self._recent.isEmpty():
            self._recent.addAction("No project was opened yet").setEnabled(False)

    def _on_reset(self) -> None:
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


def _dropped_files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
