"""What documents and names say is shown as they say it: no view takes it for markup, no picture is fetched for it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.gui.dialogs.messages import show_problem
from timeline_app.gui.main_window import MainWindow
from timeline_app.model.annotation import Participant
from timeline_app.workspace import operations

MARK = '<img src="file:///etc/hostname">'
HOSTILE = f"<b>{MARK}</b>"


@pytest.fixture
def hostile(window: MainWindow) -> MainWindow:
    """The test project with markup wherever a document, a file or an analyst can put it."""
    store = window.store
    for source_id in list(store.document.sources):
        operations.edit_source(store, source_id, title=f"{HOSTILE} {source_id}", publisher=HOSTILE)
    for number, event_id in enumerate(list(store.document.events)):
        fields = {"place": HOSTILE, "notes": HOSTILE, "tags": (HOSTILE,), "kind": HOSTILE, "lane": HOSTILE}
        people = (Participant(HOSTILE, "agent"),)
        operations.edit_events(store, [event_id], title=f"{HOSTILE} {number}", participants=people, **fields)
    window.store.undo_stack.undo()
    return window


def is_taken_for_markup(text: str) -> bool:
    return MARK in text and GuiQt.mightBeRichText(text)  # an escaped one does not hold it


def told(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of a widget that Qt would render as markup if it looks like it."""
    yield f"tool tip of {widget.objectName() or type(widget).__name__}", widget.toolTip()
    if isinstance(widget, QLabel) and widget.textFormat() in (Qt.TextFormat.AutoText, Qt.TextFormat.RichText):
        yield f"label {widget.objectName()} in {type(widget.parent()).__name__}", widget.text()
    if isinstance(widget, QMessageBox) and widget.textFormat() is Qt.TextFormat.AutoText:
        yield "message", widget.text()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for index in cells(widget.model()):
            yield f"tool tip in {type(widget).__name__}", str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


def cells(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(min(model.rowCount(QModelIndex()), 20)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
        for column in range(columns):
            yield model.index(row, column, QModelIndex())


def test_no_pane_takes_text_for_markup(hostile: MainWindow, qtbot: QtBot) -> None:
    found: set[str] = set()
    for event_id in [None, *hostile.store.document.events]:
        if event_id:
            hostile.selection.select_events([event_id])
        qtbot.wait(5)
        for widget in hostile.findChildren(QWidget):
            for where, text in told(widget):
                if is_taken_for_markup(text):
                    found.add(where)
        for action in hostile.findChildren(QAction):
            if is_taken_for_markup(action.toolTip()):
                found.add(f"tool tip of the action {action.objectName()}")
    assert found == set()


def test_no_message_takes_text_for_markup(hostile: MainWindow) -> None:
    show_problem(hostile, f"Could not open {HOSTILE}.")
    box = hostile.findChild(QMessageBox)
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.close()
