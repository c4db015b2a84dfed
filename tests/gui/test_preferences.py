"""Settings take effect as they are chosen and are remembered; panes move, hide and come back."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import WORKER
from timeline_app.gui.assembly import build_window
from timeline_app.gui.dialogs.settings import SettingsDialog
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.palette import palette_for
from timeline_app.model.date_style import DateStyle
from timeline_app.model.event import Event
from timeline_app.workspace.dates import use_style
from timeline_app.workspace.settings import AppSettings

Find = Callable[[str], Event]


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> SettingsDialog:
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(SettingsDialog)
    assert found is not None
    return found


def choose(box: QComboBox, words: str) -> None:
    """Chooses an item as a click in the list does."""
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_look_changes_at_once_and_is_remembered(
    window: MainWindow, dialog: SettingsDialog, settings: AppSettings, qtbot: QtBot
) -> None:
    choose(dialog.theme, "Dark")
    assert window.grab().toImage().pixelColor(3, 3).name() == palette_for(True).panel
    assert window.actions_["theme_dark"].isChecked()
    roomy = window.table.view.rowHeight(0)
    choose(dialog.density, "Compact")
    assert window.table.view.rowHeight(0) < roomy
    choose(dialog.text_size, "20 pixels")
    assert window.text.view.font().pixelSize() == 20
    again = build_window(["true"], settings)
    qtbot.addWidget(again)
    assert again.text.view.font().pixelSize() == 20
    choose(dialog.theme, "Light")


def test_dates_are_written_as_chosen(window: MainWindow, dialog: SettingsDialog, event_like: Find) -> None:
    try:
        index = window.table.model.index_of(event_like("council").id)
        assert index.data() == "21 October 2024"
        choose(dialog.dates, "2018-05-28")
        assert index.data() == "2024-10-21"
        choose(dialog.dates, "May 28, 2018")
        assert index.data() == "October 21, 2024"
        assert index.data(Qt.ItemDataRole.EditRole) == "21 October 2024", "what is edited is read again"
    finally:
        use_style(DateStyle())


def test_the_zone_of_the_project_is_an_undoable_step(window: MainWindow, dialog: SettingsDialog) -> None:
    choose(dialog.zone, "Asia/Tokyo")
    assert window.store.document.settings.display_zone == "Asia/Tokyo"
    window.store.undo_stack.undo()
    assert window.store.document.settings.display_zone == "UTC"


def test_what_is_assumed_of_new_reports_reaches_the_import(
    dialog: SettingsDialog, settings: AppSettings, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[object] = []
    monkeypatch.setattr(window._jobs, "start_text", lambda name, text, options: given.append(options))
    choose(dialog.source_order, "6/7/2018 is June 7")
    choose(dialog.source_half, "the south: summer in January")
    choose(dialog.source_week, "Sunday")
    window.imports.import_text("note", "The dam broke on 6/7/2018.")
    assert given == [{"date_order": "MDY", "hemisphere": "south", "week_start": 6}]


def test_a_pane_is_moved_by_its_menu_and_put_back(window: MainWindow) -> None:
    dock = window.docks["sources"]
    menu = QMenu()
    dock.fill_menu(menu)
    next(a for a in menu.actions() if a.text() == "Move to the right").trigger()
    assert window.dockWidgetArea(dock) is Qt.DockWidgetArea.RightDockWidgetArea
    menu.clear()
    dock.fill_menu(menu)
    next(a for a in menu.actions() if a.text() == "Float").trigger()
    assert dock.isFloating()
    window.docks["inspector"].hide()
    window.actions_["reset_window"].trigger()
    assert window.dockWidgetArea(dock) is Qt.DockWidgetArea.LeftDockWidgetArea
    assert not dock.isFloating()
    assert window.docks["inspector"].isVisible()


def drag(start: QWidget, from_: QPoint, to: QPoint) -> None:
    """A drag with the left button, as a hand does it: in steps.  Both points are global."""
    QTest.mousePress(start, Qt.MouseButton.LeftButton, pos=start.mapFromGlobal(from_))
    for step in range(1, 9):
        QTest.mouseMove(start, start.mapFromGlobal(from_ + (to - from_) * step / 8))
        QTest.qWait(5)
    QTest.mouseRelease(start, Qt.MouseButton.LeftButton, pos=start.mapFromGlobal(to))


def test_a_pane_is_dragged_to_the_other_side_by_its_grip(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1400, 900)
    dock, other = window.docks["sources"], window.docks["inspector"]
    grip = dock.titleBarWidget()
    start = grip.mapToGlobal(grip.rect().center())
    drag(grip, start, other.mapToGlobal(other.rect().center()))
    area = Qt.DockWidgetArea
    qtbot.waitUntil(lambda: dock.isFloating() or window.dockWidgetArea(dock) is area.RightDockWidgetArea)


def test_the_edge_of_a_pane_is_dragged_and_its_width_comes_back(
    window: MainWindow, settings: AppSettings, qtbot: QtBot
) -> None:
    window.resize(1400, 900)
    dock = window.docks["sources"]
    before = dock.width()
    edge = dock.mapToGlobal(QPoint(dock.width(), dock.height() // 2))
    drag(window, edge, edge + QPoint(90, 0))
    wide = dock.width()
    assert wide >= before + 60
    again = restarted(window, settings, qtbot)
    qtbot.waitUntil(lambda: abs(again.docks["sources"].width() - wide) <= 2)


def test_the_timeline_keeps_its_height_whatever_the_table_behind_it_had(
    window: MainWindow, settings: AppSettings, qtbot: QtBot
) -> None:
    window.resize(1400, 900)
    QTest.qWait(1)
    height = window.docks["timeline"].height()
    assert height > 200
    again = restarted(window, settings, qtbot)
    QTest.qWait(50)  # panes behind a tab are laid out later
    assert abs(again.docks["timeline"].height() - height) <= 2


def restarted(window: MainWindow, settings: AppSettings, qtbot: QtBot) -> MainWindow:
    """The window of the next start, of the same size."""
    window.close()
    again = build_window(WORKER, settings)
    again.shown_first.disconnect()
    again.shown_first.connect(again.share_space)
    again.resize(1400, 900)  # the screen of a test is smaller
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.shown_first):
        again.show()
    return again


def test_panes_of_a_larger_screen_leave_the_text_room_on_a_small_one(window: MainWindow) -> None:
    docks = window.docks
    window.resize(1000, 700)
    kept = json.dumps(
        {"window": [2560, 1440], "sources": [700, 900], "inspector": [800, 1300], "timeline": [1500, 700]}
    )
    window.sizes.restore(kept)
    QTest.qWait(1)
    assert docks["sources"].width() <= 330
    assert docks["inspector"].width() <= 420
    assert window.text.width() >= 240
    assert docks["timeline"].height() <= 400
    window.sizes.restore("nothing of ours")


def test_panes_come_back_when_a_window_made_small_is_made_large_again(
    window: MainWindow, qtbot: QtBot, event_like: Find
) -> None:
    window.selection.select_events([event_like("Inspectors").id])
    window.resize(1600, 1000)
    docks = window.docks
    qtbot.waitUntil(lambda: (docks["sources"].width(), docks["inspector"].width()) == (296, 400))
    height = docks["timeline"].height()
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: docks["inspector"].width() <= 328)
    assert window.text.width() >= 440
    window.resize(1600, 1000)
    qtbot.waitUntil(lambda: (docks["sources"].width(), docks["inspector"].width()) == (296, 400))
    qtbot.waitUntil(lambda: abs(docks["timeline"].height() - height) <= 2)
    edge = docks["sources"].mapToGlobal(QPoint(docks["sources"].width(), docks["sources"].height() // 2))
    drag(window, edge, edge + QPoint(90, 0))
    window.resize(1000, 640)
    qtbot.waitUntil(lambda: docks["sources"].width() < 340)
    window.resize(1600, 1000)
    qtbot.waitUntil(lambda: abs(docks["sources"].width() - 386) <= 4)


def test_every_pane_can_be_moved_and_floated(window: MainWindow) -> None:
    for dock in window.docks.values():
        assert dock.features() & dock.DockWidgetFeature.DockWidgetMovable
        assert dock.features() & dock.DockWidgetFeature.DockWidgetFloatable
        assert dock.titleBarWidget().height() >= 8
