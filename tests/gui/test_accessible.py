"""Every control is named for a screen reader and is reached by the Tab key."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.gui.command_palette import CommandPalette
from timeline_app.gui.dialogs.compare import CompareDialog
from timeline_app.gui.dialogs.context_editor import ContextDialog
from timeline_app.gui.dialogs.export import ExportDialog
from timeline_app.gui.dialogs.go_to_date import GoToDate
from timeline_app.gui.dialogs.help import AboutDialog, ShortcutsDialog
from timeline_app.gui.dialogs.import_report import ImportReport
from timeline_app.gui.dialogs.paste_text import PasteDialog
from timeline_app.gui.dialogs.settings import SettingsDialog
from timeline_app.gui.main_window import MainWindow
from timeline_app.workspace.settings import AppSettings

ROLE = QAccessible.Role
CONTROLS = {
    ROLE.Button,
    ROLE.CheckBox,
    ROLE.RadioButton,
    ROLE.ComboBox,
    ROLE.EditableText,
    ROLE.List,
    ROLE.Table,
    ROLE.Tree,
    ROLE.PageTab,
    ROLE.MenuItem,
    ROLE.ButtonMenu,
    ROLE.SpinBox,
    ROLE.Slider,
}
_OF_QT = ("qt_",)


def walk(interface: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """An accessible object and all below it; cells of tables are left out."""
    yield interface
    if depth > 24 or interface.role() in (ROLE.Table, ROLE.List, ROLE.Tree):
        return
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from walk(child, depth + 1)


def unnamed(root: QWidget) -> list[str]:
    """The controls that a screen reader could not name."""
    found = []
    for interface in walk(QAccessible.queryAccessibleInterface(root)):
        state, thing = interface.state(), interface.object()
        if interface.role() not in CONTROLS or state.invisible:
            continue
        if thing is not None and thing.objectName().startswith(_OF_QT):
            continue
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{interface.role().name} {type(thing).__name__}")
    return found


@pytest.mark.parametrize("state", ["nothing", "event", "several", "phrase", "filter", "empty"])
def test_every_control_of_the_window_has_a_name(window: MainWindow, state: str) -> None:
    ids = list(window.store.document.events)
    if state in ("event", "several"):
        window.selection.select_events(ids[:1] if state == "event" else ids[:3])
        window.inspector.history.toggle.setChecked(True)
    elif state == "filter":
        window.search.setText("modality:planned")
        window.filter.type("modality:planned")
        window.filter.enter()
        window.text.open_find()
    elif state == "phrase":
        expression = next(e for e in window.store.document.expressions.values() if "6/7" in e.phrase)
        window.inspector.show_phrase(expression.id)
    elif state == "empty":
        window.store.new()
    assert unnamed(window) == []


def test_every_control_of_the_dialogs_has_a_name(window: MainWindow, settings: AppSettings, qtbot: QtBot) -> None:
    palette = CommandPalette(
        window.actions_.all(),
        window.store,
        window.selection,
        window.finder,
        window.filter,
        window._dresser.colours,
        window,
    )
    document, ids = window.store.document, list(window.store.document.events)
    dialogs = (
        SettingsDialog(settings, window.store, window),
        AboutDialog(window),
        ShortcutsDialog(window),
        palette,
        GoToDate(window),
        PasteDialog(window),
        ContextDialog(document, ["bridge", "ferry"], parent=window),
        ExportDialog(document, ids, ids[:1], settings, parent=window),
        ImportReport(1, [("a.zip", "it is an archive")], parent=window),
        CompareDialog(window.store, window.pairs, window.selection, window),
    )
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        assert unnamed(dialog) == []
        dialog.close()


def test_tab_reaches_every_pane(window: MainWindow, qtbot: QtBot) -> None:
    window.selection.select_events(list(window.store.document.events)[:1])
    window.text.view.setFocus()
    seen: list[QWidget] = []
    for _ in range(120):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    panes = {
        name: [widget for widget in seen if pane.isAncestorOf(widget) or widget is pane]
        for name, pane in (
            ("text", window.text),
            ("sources", window.sources),
            ("inspector", window.inspector),
            ("tools", window.search.parentWidget()),
        )
    }
    assert all(panes.values()), {name: len(found) for name, found in panes.items()}


def test_the_focus_is_seen_on_every_control_that_tab_reaches(window: MainWindow, qtbot: QtBot) -> None:
    window.selection.select_events(list(window.store.document.events)[:1])
    window.text.view.setFocus()
    unseen, before = [], None
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        with_focus = window.grab(frame_of(focus, window)).toImage()
        frame = frame_of(focus, window)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is before:
            break
        before = before or focus
        if frame == frame_of(focus, window) and window.grab(frame).toImage() == with_focus:
            unseen.append(f"{type(focus).__name__} {focus.accessibleName()!r}")
    assert unseen == []


def frame_of(widget: QWidget, window: MainWindow) -> QRect:
    """The place of a widget in the window, with a little room around it."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-2, -2, 2, 2)
