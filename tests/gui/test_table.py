"""The table: sorted, arranged, edited and copied by keys and mouse."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from timeline_app.gui.assembly import build_window
from timeline_app.gui.main_window import MainWindow
from timeline_app.model.display import describe
from timeline_app.model.event import Event
from timeline_app.workspace.event_columns import COLUMNS, ColumnId
from timeline_app.workspace.settings import AppSettings

Find = Callable[[str], Event]
NUMBER = {column.id: number for number, column in enumerate(COLUMNS)}


def titles(window: MainWindow) -> list[str]:
    return [window.table.model.index(row, NUMBER[ColumnId.TITLE]).data() for row in range(len(window.order))]


def click_header(window: MainWindow, qtbot: QtBot, column: ColumnId) -> None:
    header = window.table.view.horizontalHeader()
    x = header.sectionViewportPosition(NUMBER[column]) + 20
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2))


def test_every_column_sorts_both_ways(window: MainWindow, qtbot: QtBot) -> None:
    window.docks["table"].raise_()
    window.table.view.resize(2400, 400)
    for column in ColumnId:
        click_header(window, qtbot, column)
        first = window.order.descending
        assert window.order.column is column
        click_header(window, qtbot, column)
        assert window.order.descending is not first
    click_header(window, qtbot, ColumnId.TITLE)
    assert titles(window) == sorted(titles(window), key=str.casefold)


def test_the_top_row_is_whole(window: MainWindow) -> None:
    window.docks["table"].raise_()
    view = window.table.view
    view.setFixedHeight(100)
    for value in range(view.verticalScrollBar().maximum() + 1):
        view.verticalScrollBar().setValue(value)
        assert view.rowViewportPosition(view.rowAt(2)) == 0


def test_columns_are_hidden_by_the_menu_and_remembered(window: MainWindow, settings: AppSettings, qtbot: QtBot) -> None:
    menu = QMenu()
    window.table.fill_menu(menu)
    next(a for a in menu.actions() if a.text() == "Kind").trigger()
    assert ColumnId.KIND not in [column.id for column in window.table.columns]
    assert not next(a for a in menu.actions() if a.text() == "Event").isEnabled(), "a row needs a name"
    window.table.view.horizontalHeader().moveSection(NUMBER[ColumnId.PLACE], 0)
    window.store.undo_stack.setClean()
    window.close()
    again = build_window(["true"], settings)
    qtbot.addWidget(again)
    shown = [column.id for column in again.table.columns]
    assert ColumnId.KIND not in shown
    assert shown[0] is ColumnId.PLACE
    again.table.reset_columns()
    assert [column.id for column in again.table.columns] == list(ColumnId)


def test_a_cell_is_edited_in_place_for_all_that_are_selected(
    window: MainWindow, qtbot: QtBot, event_like: Find
) -> None:
    window.docks["table"].raise_()
    ids = [event_like(words).id for words in ("Inspectors", "council")]
    window.selection.select_events(ids)
    view = window.table.view
    index = window.table.model.index_of(ids[-1], ColumnId.PLACE)
    view.selectionModel().setCurrentIndex(index, view.selectionModel().SelectionFlag.NoUpdate)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Tavna")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {window.store.document.events[i].place for i in ids} == {"Tavna"})
    assert window.store.undo_stack.count() == 1


def test_a_time_typed_into_a_cell_turns_red_where_it_is_none(
    window: MainWindow, qtbot: QtBot, event_like: Find
) -> None:
    window.docks["table"].raise_()
    event_id = event_like("Ferries").id
    view = window.table.view
    window.selection.select_events([event_id])
    view.setCurrentIndex(window.table.model.index_of(event_id, ColumnId.TIME))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "the day of")
    assert editor.property("invalid") is True
    editor.clear()
    qtbot.keyClicks(editor, "last Friday")
    assert editor.property("invalid") is False
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: describe(event_like("Ferries").time) == "11 October 2024")
    assert event_like("Ferries").override_text == "last Friday"


def test_selected_rows_are_copied_as_they_stand(window: MainWindow, qtbot: QtBot, event_like: Find) -> None:
    window.docks["table"].raise_()
    window.selection.select_events([event_like("Ferries").id, event_like("closed").id])
    for column in COLUMNS:
        window.table.view.setColumnHidden(NUMBER[column.id], column.id not in (ColumnId.TIME, ColumnId.TITLE))
    window.table.view.setFocus()
    qtbot.keyClick(window.table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0] == "Time\tEvent"
    assert [line.split("\t")[0] for line in lines[1:]] == ["9 October 2024", "16 October 2024"]
