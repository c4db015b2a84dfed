"""Furnishing: builds the panes, menus and tools of the window and puts them in their places."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow, QTabWidget, QToolBar, QWidget

from timeline_app.gui.actions import SUBMENUS, Actions
from timeline_app.gui.core import Core
from timeline_app.gui.docks import PaneDock
from timeline_app.gui.event_commands import EventCommands
from timeline_app.gui.event_file_commands import EventFileCommands
from timeline_app.gui.export_commands import ExportCommands
from timeline_app.gui.file_commands import FileCommands
from timeline_app.gui.filter_strip import FilterStrip, ViewsButton
from timeline_app.gui.finding_commands import FindingCommands
from timeline_app.gui.icons import application_icon
from timeline_app.gui.import_commands import ImportCommands
from timeline_app.gui.inspector.pane import Inspector
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.pane_sizes import PaneSizes
from timeline_app.gui.preferences import Preferences
from timeline_app.gui.query_field import QueryField
from timeline_app.gui.review import ReadingOrder
from timeline_app.gui.review_queue import ReviewQueue
from timeline_app.gui.source_commands import SourceCommands
from timeline_app.gui.sources_pane import SourcesPane
from timeline_app.gui.status_line import StatusLine
from timeline_app.gui.table_pane import TablePane
from timeline_app.gui.text_pane.pane import TextPane
from timeline_app.gui.tool_bar import ToolBar
from timeline_app.workspace.filter_control import FilterControl
from timeline_app.workspace.finder import Finder
from timeline_app.workspace.jobs import AnalysisJobs
from timeline_app.workspace.pair_queue import PairQueue
from timeline_app.workspace.settings import AppSettings, Theme

translate = QCoreApplication.translate


def make_panes(window: MainWindow, core: Core) -> Iterator[None]:
    """Makes the panes, one a step, and the commands that act on them."""
    store, selection, order, reading = core.store, core.selection, core.order, core.reading
    window.actions_ = Actions(window)
    window.filter = FilterControl(store, order, window)
    window.finder = Finder(store, window)
    window.text = TextPane(store, selection, order)
    yield
    window.queue, window.pairs = ReviewQueue(store, order, reading, window), PairQueue(store, window)
    window.sources = SourcesPane(store, selection, order, reading, window.queue, window.pairs, window.filter)
    yield
    window.inspector = Inspector(store, selection)
    yield
    window.table = TablePane(store, selection, order)
    window.status = StatusLine(store, order, reading)
    _make_commands(window, reading, core.jobs, core.settings)
    yield


def place_panes(window: MainWindow, core: Core) -> None:
    """Puts the panes in their places, with menus and tools."""
    window.setWindowIcon(application_icon())
    _place_panes(window)
    _make_menus(window, core.dresser.choice)
    _make_toolbar(window)
    window.preferences = Preferences(window, core.settings, core.dresser)


def _make_commands(window: MainWindow, reading: ReadingOrder, jobs: AnalysisJobs, settings: AppSettings) -> None:
    store, selection, tell = window.store, window.selection, window.status.tell
    window.events = EventCommands(store, selection, window.text, window.inspector, window.queue, tell)
    window.settling = SourceCommands(
        window, store, selection, jobs, window.text, window.sources, window.events, window.pairs, tell
    )
    window.imports = ImportCommands(window, store, selection, jobs, settings, reading, tell)
    window.files = FileCommands(window, store, jobs, window.imports, settings, tell)
    window.event_files = EventFileCommands(window, store, settings, tell)
    window.finding = FindingCommands(window)
    window.exports = ExportCommands(
        window,
        store,
        selection,
        window.order,
        settings,
        lambda: window.files.file_name,
        tell,
        lambda: window.timeline.visible_period,
    )


def _place_panes(window: MainWindow) -> None:
    window.setCentralWidget(window.text)
    window.setStatusBar(window.status)
    window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks)
    area = Qt.DockWidgetArea
    window.setCorner(Qt.Corner.BottomRightCorner, area.RightDockWidgetArea)  # an event's quotes fit without scrolling
    window.setTabPosition(area.BottomDockWidgetArea, QTabWidget.TabPosition.North)
    window.docks = {
        "sources": _dock(
            window, "sources", translate("MainWindow", "Sources"), window.sources, area.LeftDockWidgetArea
        ),
        "inspector": _dock(
            window, "inspector", translate("MainWindow", "Inspector"), window.inspector, area.RightDockWidgetArea
        ),
        "timeline": _dock(
            window, "timeline", translate("MainWindow", "Timeline"), window.timeline, area.BottomDockWidgetArea
        ),
        "table": _dock(window, "table", translate("MainWindow", "Table"), window.table, area.BottomDockWidgetArea),
    }
    window.tabifyDockWidget(window.docks["timeline"], window.docks["table"])
    window.docks["timeline"].raise_()
    window.sizes = PaneSizes(window, window.docks)


def _dock(window: MainWindow, name: str, title: str, pane: QWidget, area: Qt.DockWidgetArea) -> PaneDock:
    dock = PaneDock(name, title, pane, window)
    window.addDockWidget(area, dock)
    return dock


def _make_menus(window: MainWindow, choice: Theme) -> None:
    submenus = window.actions_.fill_menus(window.menuBar())
    window.recent = submenus["recent>"]
    window.recent.aboutToShow.connect(window.fill_recent)
    for dock in window.docks.values():
        submenus["panes>"].addAction(dock.toggleViewAction())
        place = submenus["move>"].addMenu(dock.windowTitle())
        place.aboutToShow.connect(lambda dock=dock, place=place: (place.clear(), dock.fill_menu(place)))
    window.views = ViewsButton(window.store, window.order, window.filter)
    submenus["views>"].aboutToShow.connect(lambda: window.views.fill(submenus["views>"]))
    submenus["lanes>"].aboutToShow.connect(lambda: window.timeline.fill_lanes_menu(submenus["lanes>"]))
    submenus["columns>"].aboutToShow.connect(lambda: window.table.fill_menu(submenus["columns>"]))
    choices = QActionGroup(window)
    for theme in Theme:
        action = window.actions_[f"theme_{theme.value}"]
        action.setChecked(theme is choice)
        action.triggered.connect(lambda _checked=False, theme=theme: window.preferences.choose_theme(theme))
        choices.addAction(action)


def _make_toolbar(window: MainWindow) -> None:
    window.search = QueryField(window.store, window.order, window.filter)
    window.addToolBar(ToolBar(window.actions_, (window.search, window.views), SUBMENUS["export>"][1]))
    window.addToolBarBreak()
    window.strip = FilterStrip(window.order, window.filter)
    below = QToolBar(translate("MainWindow", "Filter"))
    below.setObjectName("filter")
    below.setProperty("role", "strip")
    below.setMovable(False)
    holder = below.addWidget(window.strip)
    window.filter.changed.connect(lambda: below.setVisible(window.strip.is_needed))
    holder.setVisible(True)
    below.hide()
    window.addToolBar(below)
    window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
