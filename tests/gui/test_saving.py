"""The window while a large project is saved: usable, told, and never closed over an unfinished save."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from timeline_app.formats import atomic
from timeline_app.formats.atomic import Disk
from timeline_app.formats.project_file import load_project
from timeline_app.gui.dialogs.saving import SavingDialog
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.safety import Safety
from timeline_app.model.event import Event
from timeline_app.workspace import operations, saver

Find = Callable[[str], Event]


class SlowDisk(Disk):
    """A disk that takes each file only when it is told to."""

    def __init__(self) -> None:
        self.goes_on = threading.Event()

    def sync_file(self, path: Path) -> None:
        assert self.goes_on.wait(60)
        super().sync_file(path)


@pytest.fixture
def project(window: MainWindow, tmp_path: Path) -> Iterator[Path]:
    """The file of the open project, saved once; the window keeps its edits as the program does."""
    safety = Safety(window, tmp_path / "program")
    window.store.save(tmp_path / "case.tline")
    yield tmp_path / "case.tline"
    window.files.wait()
    safety.autosave.stop()


@pytest.fixture
def slow(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    disk = SlowDisk()
    monkeypatch.setattr(atomic, "DISK", disk)
    monkeypatch.setattr(saver, "_QUIET_SECONDS", 0)
    yield disk
    disk.goes_on.set()


def press_save(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_the_window_is_edited_while_it_saves(
    window: MainWindow, project: Path, slow: SlowDisk, qtbot: QtBot, event_like: Find
) -> None:
    event = event_like("Ferries").id
    operations.edit_events(window.store, [event], notes="one")
    press_save(window, qtbot)
    qtbot.waitUntil(window.status.saving.isVisible, timeout=60_000)
    assert "case" in window.status.saving.text.text()
    assert window.isWindowModified()
    operations.edit_events(window.store, [event], notes="two")
    window.selection.select_events([event])
    assert window.inspector.details.notes.toPlainText() == "two"
    slow.goes_on.set()
    assert window.files.wait()
    assert not window.status.saving.isVisible()
    assert load_project(project).events[event].notes == "one"
    assert window.isWindowModified(), "the second edit is in no file yet"
    window.store.undo_stack.undo()
    assert not window.isWindowModified()


def test_saving_again_meanwhile_saves_what_was_edited_since(
    window: MainWindow, project: Path, slow: SlowDisk, qtbot: QtBot, event_like: Find
) -> None:
    event = event_like("Ferries").id
    operations.edit_events(window.store, [event], notes="one")
    press_save(window, qtbot)
    operations.edit_events(window.store, [event], notes="two")
    press_save(window, qtbot)
    slow.goes_on.set()
    qtbot.waitUntil(lambda: not window.isWindowModified(), timeout=60_000)
    assert load_project(project).events[event].notes == "two"


def test_a_click_on_cancel_leaves_the_file_as_it_was(
    window: MainWindow, project: Path, slow: SlowDisk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, event_like: Find
) -> None:
    before = project.read_bytes()
    keeps, goes_on = window.store._keep_what_is_replaced, threading.Event()

    def keep(target: Path, is_own: bool) -> None:
        keeps(target, is_own)
        assert goes_on.wait(60)

    monkeypatch.setattr(window.store, "_keep_what_is_replaced", keep)
    operations.edit_events(window.store, [event_like("Ferries").id], notes="one")
    press_save(window, qtbot)
    window.status.saving.cancel.click()
    goes_on.set()
    slow.goes_on.set()
    assert not window.files.wait()
    assert project.read_bytes() == before
    assert "cancelled" in window.status.message.text()
    assert window.isWindowModified()


def test_closing_waits_for_the_save(
    window: MainWindow, project: Path, slow: SlowDisk, qtbot: QtBot, event_like: Find
) -> None:
    event = event_like("Ferries").id
    operations.edit_events(window.store, [event], notes="one")
    press_save(window, qtbot)
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SavingDialog):
            QTimer.singleShot(20, look)
            return
        seen.append(dialog.labelText() or dialog.windowTitle())
        assert window.isVisible()
        slow.goes_on.set()

    QTimer.singleShot(0, look)
    assert window.close()
    assert seen
    assert load_project(project).events[event].notes == "one"


def test_closing_asks_about_what_was_edited_during_the_save(
    window: MainWindow, project: Path, slow: SlowDisk, qtbot: QtBot, event_like: Find
) -> None:
    event = event_like("Ferries").id
    operations.edit_events(window.store, [event], notes="one")
    press_save(window, qtbot)
    operations.edit_events(window.store, [event], notes="two")

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.button(QMessageBox.StandardButton.Save).click()
        else:
            slow.goes_on.set()
            QTimer.singleShot(20, answer)

    QTimer.singleShot(0, answer)
    assert window.close()
    assert load_project(project).events[event].notes == "two"
