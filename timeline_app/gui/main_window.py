"""MainWindow: the panes in their places, sharing one document, one selection and one filter."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QMenu

from timeline_app.gui.palette import is_dark, palette_for
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.settings import AppSettings

if TYPE_CHECKING:
    from timeline_app.gui.actions import Actions
    from timeline_app.gui.core import Core
    from timeline_app.gui.docks import PaneDock
    from timeline_app.gui.drop_hint import DropHint
    from timeline_app.gui.event_commands import EventCommands
    from timeline_app.gui.event_file_commands import EventFileCommands
    from timeline_app.gui.export_commands import ExportCommands
    from timeline_app.gui.file_commands import FileCommands
    from timeline_app.gui.filter_strip import FilterStrip, ViewsButton
    from timeline_app.gui.finding_commands import FindingCommands
    from timeline_app.gui.import_commands import ImportCommands
    from timeline_app.gui.inspector.pane import Inspector
    from timeline_app.gui.palette import Palette
    from timeline_app.gui.pane_sizes import PaneSizes
    from timeline_app.gui.preferences import Preferences
    from timeline_app.gui.query_field import QueryField
    from timeline_app.gui.review_queue import ReviewQueue
    from timeline_app.gui.source_commands import SourceCommands
    from timeline_app.gui.sources_pane import SourcesPane
    from timeline_app.gui.status_line import StatusLine
    from timeline_app.gui.table_pane import TablePane
    from timeline_app.gui.text_pane.pane import TextPane
    from timeline_app.gui.timeline_pane import TimelinePane
    from timeline_app.workspace.filter_control import FilterControl
    from timeline_app.workspace.finder import Finder
    from timeline_app.workspace.pair_queue import PairQueue

_SIZE = QSize(1600, 1000)  # where the screen has room
_FRAME = QSize(8, 48)  # at most what a desktop draws around a window: its title bar
_STATE_VERSION = 2  # of the panes; another arrangement takes the next number


class MainWindow(QMainWindow):
    """The window.  Made bare, so that it is painted at once, then furnished with its parts.

    `painted` tells once that it was painted, `shown_first` that it is furnished and shown, `closed` that it is gone.
    """

    painted = Signal()
    shown_first = Signal()
    closed = Signal()

    # what `gui.furnishing` puts in
    actions_: "Actions"
    filter: "FilterControl"
    finder: "Finder"
    text: "TextPane"
    queue: "ReviewQueue"
    pairs: "PairQueue"
    sources: "SourcesPane"
    inspector: "Inspector"
    table: "TablePane"
    timeline: "TimelinePane"
    status: "StatusLine"
    events: "EventCommands"
    settling: "SourceCommands"
    imports: "ImportCommands"
    files: "FileCommands"
    event_files: "EventFileCommands"
    exports: "ExportCommands"
    finding: "FindingCommands"
    preferences: "Preferences"
    docks: "dict[str, PaneDock]"
    sizes: "PaneSizes"
    views: "ViewsButton"
    search: "QueryField"
    strip: "FilterStrip"
    recent: QMenu

    def __init__(self, settings: AppSettings) -> None:
        super().__init__()
        self._settings = settings
        self._is_furnished = self._was_shown = self._was_painted = False
        self._drop_hint: DropHint | None = None
        self.reopens = False  # once closed
        self.setWindowTitle("Timeline")
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))  # the status line stays on the screen
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)

    def furnish(self, core: "Core") -> Iterator[None]:
        """Puts the panes, menus and tools in, step by step; once, after the first paint where there is a hurry.

        Nothing of it is seen before all of it is.
        """
        self.store, self.selection, self.order, self.timeline = core.store, core.selection, core.order, core.timeline
        self._jobs, self._dresser = core.jobs, core.dresser
        from timeline_app.gui.furnishing import make_panes, place_panes
        from timeline_app.gui.wiring import connect

        yield from make_panes(self, core)
        if self._was_shown:
            self.setUpdatesEnabled(False)  # until the panes have their sizes: nothing jumps before the eyes
        self.setAcceptDrops(True)
        place_panes(self, core)
        connect(self, core.jobs, core.dresser)
        self._restore()
        self.take_colours(core.dresser.colours)
        self.refresh_actions()
        self.refresh_title()
        self._is_furnished = True
        if self._was_shown:
            self._begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Before it is furnished, the bare ground; then tells, once, that the window was painted."""
        super().paintEvent(event)
        if not self._is_furnished:
            painter = QPainter(self)
            painter.fillRect(event.rect(), QColor(palette_for(is_dark(self._settings.theme)).panel))
            painter.end()
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def start(self, project: Path | None, files: Sequence[Path]) -> None:
        """Opens or imports what the program was called with."""
        if project is not None:
            self.files.open(project)
            self.timeline.await_project("")
        if files:
            self.imports.import_files(files)

    def showEvent(self, event: QShowEvent) -> None:
        """Tells, once it is furnished too, that heavier parts may be loaded."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            if self._is_furnished:
                self._begin()

    def _begin(self) -> None:
        self.text.setFocus()
        QTimer.singleShot(0, self._on_first_shown)

    def _on_first_shown(self) -> None:
        self.share_space()
        self.setUpdatesEnabled(True)
        self.shown_first.emit()

    def share_space(self) -> None:
        """Gives the panes their first sizes, or those that the user left them with."""
        self.sizes.begin()
        if not self._settings.window_state.isEmpty():
            self.preferences.restore_panes()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks about unsaved changes, then remembers the window and ends the worker."""
        if self._is_furnished and not self.files.may_leave():
            event.ignore()
            return
        if not self._is_furnished:
            event.accept()
            return
        self._jobs.shutdown()
        self._settings.geometry = self.saveGeometry()
        self._settings.window_state = self.saveState(_STATE_VERSION)
        self.preferences.remember()
        self._settings.sync()
        event.accept()
        self.closed.emit()

    def restart(self) -> None:
        """Closes, unless the user stays, and asks for a new window on the same project (`reopens`)."""
        self.reopens = True
        self.reopens = self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files and text, as copies: who lets them be moved would delete them afterwards."""
        from timeline_app.gui.drop_hint import DropHint, dropped_files

        if dropped_files(event.mimeData()) or event.mimeData().hasText():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._drop_hint = self._drop_hint or DropHint(self)
            self._drop_hint.show_for(event.mimeData())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Takes the words about dropping away."""
        self._end_drag()
        super().dragLeaveEvent(event)

    def _end_drag(self) -> None:
        if self._drop_hint is not None:
            self._drop_hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens a project, imports anything else."""
        from timeline_app.gui.drop_hint import dropped_files

        self._end_drag()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.drop(dropped_files(event.mimeData()), event.mimeData().text())

    def drop(self, files: Sequence[Path], text: str) -> None:
        """What dropping files, or else text, does: a project is opened, and reports are imported into it."""
        from timeline_app.gui.file_commands import SUFFIX

        projects = [path for path in files if path.suffix.lower() == SUFFIX]
        reports = [path for path in files if path not in projects]
        if projects and not self.files.open(projects[0]):
            return
        if reports:
            self.imports.import_files(reports)
        elif not projects and text.strip():
            self.imports.import_text(text.strip().splitlines()[0][:80], text)

    def correct_phrase(self) -> None:
        """Asks what the phrase in the text that was clicked last means."""
        if not self.text.correct_phrase():
            self.status.tell(self.tr("Click a time phrase or an event’s sentence first, then press Shift+T."))

    def undo(self) -> None:
        """Takes the last deed back; what is being typed counts as one, and an import that is running ends with it."""
        self.inspector.commit()
        self.imports.end_if_undone()
        self.store.undo_stack.undo()

    def focus_search(self) -> None:
        """Puts the cursor into the query line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def remove_source(self, source_id: str) -> None:
        """Takes a source out of the project and says how it comes back."""
        source = self.store.document.sources.get(source_id)
        if source is not None:
            from timeline_app.workspace import operations

            operations.remove_source(self.store, source_id)
            told = self.tr("“{title}” is out of the project. Ctrl+Z brings it back.")
            self.status.tell(told.format(title=source.title or source.name))

    def set_lanes(self, lanes: str) -> None:
        """Sorts the events into other lanes."""
        from timeline_app.workspace import operations

        operations.edit_settings(self.store, lanes_by=lanes)

    def show_shortcuts(self) -> None:
        """Opens the list of keys and gestures."""
        from timeline_app.gui.dialogs.help import ShortcutsDialog

        ShortcutsDialog(self).exec()

    def show_about(self) -> None:
        """Tells what this program is."""
        from timeline_app.gui.dialogs.help import AboutDialog

        AboutDialog(self).exec()

    def follow_filter(self) -> None:
        """Shows in menus and status bar what is hidden."""
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

    @property
    def colours(self) -> "Palette":
        """The colours of the theme."""
        return self._dresser.colours

    def refresh_words(self) -> None:
        """Writes every date anew, in another format."""
        self.sources.refresh()
        self.inspector.refresh()
        self.text.refresh_header()
        self.table.view.viewport().update()
        self.timeline.set_palette_colors(self._dresser.colours)

    def take_colours(self, palette: "Palette") -> None:
        """Gives every pane the colours of a theme."""
        for part in (self.actions_, self.text, self.sources, self.inspector, self.timeline, self.strip):
            part.set_palette_colors(palette)

    def fill_recent(self) -> None:
        """Lists the projects that were opened last."""
        self.recent.clear()
        for path in self._settings.recent_files:
            action = self.recent.addAction(path.name, lambda path=path: self.files.open(path))
            action.setToolTip(plain_tip(str(path)))
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("No project was opened yet")).setEnabled(False)

    def follow_reset(self) -> None:
        """Shows another document."""
        self.refresh_title()
        self.refresh_actions()
        self.timeline.show_first()

    def refresh_title(self, _modified: object = None) -> None:
        """Names the project in the title of the window."""
        told = self.tr("{project}[*] — Timeline")
        if self.store.read_only is not None:
            told = self.tr("{project}[*] (read only) — Timeline")
        name = self.files.project_name.replace("[*]", "[*][*]")  # Qt puts its mark for changes in place of a single one
        self.setWindowTitle(told.format(project=name))
        self.setWindowModified(self.store.is_modified)

    def refresh_actions_soon(self, _cause: object = None) -> None:
        """Offers what can be done by then."""
        self.store.soon(self.actions_, self.refresh_actions)

    def refresh_actions(self) -> None:
        """Offers what can be done now."""
        from timeline_app.workspace.retelling import retold

        stack, chosen = self.store.undo_stack, len(self.selection.event_ids)
        self.actions_.offer(
            "undo", stack.canUndo(), self.tr("Undo {deed}").format(deed=retold(stack.undoText())).rstrip()
        )
        self.actions_.offer(
            "redo", stack.canRedo(), self.tr("Redo {deed}").format(deed=retold(stack.redoText())).rstrip()
        )
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
        if not self._settings.window_state.isEmpty():
            self.restoreState(self._settings.window_state, _STATE_VERSION)
