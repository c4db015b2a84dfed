"""Projects, reports and exports through the window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from timeline_app.gui.dialogs.import_report import ImportReport
from timeline_app.gui.dialogs.paste_text import PasteDialog
from timeline_app.gui.drop_hint import DropHint
from timeline_app.gui.main_window import MainWindow
from timeline_app.model.change import Replace
from timeline_app.model.event import Event
from timeline_app.workspace import operations
from timeline_app.workspace.jobs import AnalysisJobs

Find = Callable[[str], Event]
REPORT = (
    "NAIROBI, 14 October 2024 - The operator closed the bridge last Wednesday. "
    "Inspectors met the minister this weekend in Brenn.\n"
)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Answers file dialogs with a path."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([str(path)], ""))


def answer(button: QMessageBox.StandardButton) -> list[str]:
    """Clicks a button of the next message box; answers what the box said."""
    said: list[str] = []

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        box.button(button).click()

    QTimer.singleShot(0, click)
    return said


def test_save_open_and_title(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event_like: Find
) -> None:
    operations.edit_events(window.store, [event_like("Ferries").id], notes="seen twice")
    assert window.isWindowModified()
    choose(monkeypatch, tmp_path / "tavna")
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.files.wait()
    assert (tmp_path / "tavna.tline").exists()
    assert window.windowTitle() == "tavna[*] — Timeline"
    assert not window.isWindowModified()
    saved = window.store.document
    window.actions_["new"].trigger()
    assert not window.store.document.events
    assert window.windowTitle() == "Untitled[*] — Timeline"
    window.fill_recent()
    window.recent.actions()[0].trigger()
    assert window.store.document == saved
    assert window.text.view.toPlainText().startswith("Bridge at Tavna")


@pytest.mark.parametrize(
    ("button", "closes"),
    [(QMessageBox.StandardButton.Cancel, False), (QMessageBox.StandardButton.Discard, True)],
)
def test_unsaved_changes_are_asked_about(
    window: MainWindow, event_like: Find, button: QMessageBox.StandardButton, closes: bool
) -> None:
    operations.edit_events(window.store, [event_like("Ferries").id], notes="seen twice")
    said = answer(button)
    assert window.close() is closes
    assert said == ["Save the changes to “Untitled”?"]


def test_what_is_being_typed_is_not_lost_at_closing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event_like: Find
) -> None:
    window.selection.select_events([event_like("Ferries").id])
    window.inspector.details.notes.setFocus()
    qtbot.keyClicks(window.inspector.details.notes, "half a thought")
    choose(monkeypatch, tmp_path / "a.tline")
    answer(QMessageBox.StandardButton.Save)
    assert window.close()
    window.files.open(tmp_path / "a.tline")
    assert event_like("Ferries").notes == "half a thought"


def test_what_is_being_typed_is_saved_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event_like: Find
) -> None:
    window.selection.select_events([event_like("Ferries").id])
    window.inspector.details.notes.setFocus()
    qtbot.keyClicks(window.inspector.details.notes, "half a thought")
    choose(monkeypatch, tmp_path / "a.tline")
    qtbot.keyClick(window.inspector.details.notes, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert event_like("Ferries").notes == "half a thought"
    assert window.files.wait()
    assert not window.isWindowModified()


def test_a_file_that_is_no_project_is_told_in_one_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.tline").write_text("not a project")
    choose(monkeypatch, tmp_path / "broken.tline")
    window.actions_["open"].trigger()
    box = window.findChild(QMessageBox)
    assert "broken.tline" in box.text()
    assert "Traceback" not in box.text()
    assert len(window.store.document.events) == 5, "the open project stays"
    box.close()


def test_files_dropped_on_the_window_are_read_in_the_worker(
    empty_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = empty_window
    (tmp_path / "report.txt").write_text(REPORT)
    (tmp_path / "empty.pdf").write_bytes(b"%PDF-1.4\x00\x01")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("report.txt", "empty.pdf")])
    drop = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window._jobs.finished, timeout=60_000):
        window.dropEvent(drop)
        assert window.status.progress.isVisible()
    assert not window.status.progress.isVisible()
    (source,) = window.store.document.sources.values()
    assert source.context.published is not None
    assert any("Inspectors" in event.title for event in window.store.document.events.values())
    assert window.text.view.toPlainText().startswith("NAIROBI")
    report = window.findChild(ImportReport)
    ((name, why),) = report.rows
    assert name == "empty.pdf"
    assert str(tmp_path) not in why
    assert why[0].isupper()
    assert report.heading.text().startswith("1 file could not be imported.")
    qtbot.mouseClick(report.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == f"{name}\t{why}"
    report.close()
    window.actions_["undo"].trigger()
    assert not window.store.document.sources
    window._jobs.shutdown()


def test_new_user_is_told_where_to_start(empty_window: MainWindow) -> None:
    texts = [child.text() for child in empty_window.findChildren(type(empty_window.status.counts)) if child.isVisible()]
    assert "Start with the reports" in texts
    assert "Nothing is selected." in texts
    assert "No events yet" in texts


def test_a_project_that_cannot_be_opened_is_not_awaited_any_longer(
    empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(empty_window.files, "open", lambda path: False)
    empty_window.timeline.load()
    empty_window.timeline.await_project("case.tline")
    assert empty_window.timeline.view is not None
    assert empty_window.timeline.view.canvas.awaited == "case.tline"
    empty_window.start(tmp_path / "case.tline", [])
    assert empty_window.timeline.view.canvas.awaited == ""


def test_a_web_page_that_is_pasted_is_read_as_a_page(empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Path] = []
    monkeypatch.setattr(empty_window._jobs, "start_files", lambda files, options: given.extend(files))
    page = "<!DOCTYPE html>\n<html><head><title>Bridge</title></head><body><p>It was closed.</p></body></html>"
    empty_window.imports.import_text(page.split("\n", 1)[0], page)
    assert [path.suffix for path in given] == [".html"]
    assert given[0].read_text("utf-8") == page


def test_pasting_works_where_there_is_no_clipboard(empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    class NoClipboard:
        def mimeData(self) -> None:
            return None

        def text(self) -> str:
            return ""

    asked: list[PasteDialog] = []
    for module in ("import_commands", "dialogs.paste_text"):
        monkeypatch.setattr(f"timeline_app.gui.{module}.QGuiApplication", SimpleNamespace(clipboard=NoClipboard))
    monkeypatch.setattr(PasteDialog, "exec", lambda dialog: asked.append(dialog) or 0)
    empty_window.actions_["paste"].trigger()
    assert len(asked) == 1


def test_a_piece_of_a_page_is_pasted_as_the_text_that_is_seen(qtbot: QtBot) -> None:
    data = QMimeData()
    data.setHtml("<p>The <b>bridge</b> was closed.</p><p>It rained.</p>")
    QGuiApplication.clipboard().setMimeData(data)
    dialog = PasteDialog()
    qtbot.addWidget(dialog)
    assert dialog.text == "The bridge was closed.\nIt rained."
    QGuiApplication.clipboard().clear()  # Qt would free it after Python has


def test_what_is_dragged_is_copied_never_moved_and_the_window_says_what_a_drop_does(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.txt", "b.txt")])
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    enter = QDragEnterEvent(QPoint(50, 50), both, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    empty_window.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert enter.dropAction() is Qt.DropAction.CopyAction
    hint = empty_window.findChild(DropHint)
    assert hint is not None
    assert hint.isVisible()
    assert "2 files" in hint.text()
    empty_window.dragLeaveEvent(QDragLeaveEvent())
    assert not hint.isVisible()


def test_a_table_of_events_among_reports_is_offered_once_they_are_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    table = folder / "ports.csv"
    table.write_text("id,title,start\np1,Harbour closed,2024-10-03\np2,Harbour open,2024-10-05\n", encoding="utf-8")
    (folder / "shopping.csv").write_text("milk;2\nbread;1\n", encoding="utf-8")
    (folder / "note.txt").write_text("The ferry sank on 2 October 2024.", encoding="utf-8")
    offered: list[Path] = []
    monkeypatch.setattr(window.event_files, "import_file", lambda path: bool(offered.append(path)))
    started: list[list[str]] = []
    monkeypatch.setattr(
        window.imports._jobs, "start_files", lambda paths, _options: started.append([path.name for path in paths])
    )
    window.imports.import_files([folder])
    qtbot.waitUntil(lambda: bool(started))
    assert started == [["note.txt"]]
    assert not offered
    window.imports._on_finished()
    qtbot.waitUntil(lambda: offered == [table])
    run = window.imports._run
    window.imports.import_files([table])
    qtbot.waitUntil(lambda: offered == [table, table])
    assert len(started) == 1
    assert window.imports._run is run, "a table alone ends no import that runs"


@pytest.mark.parametrize("leaves", [True, False])
def test_closing_during_an_import_says_what_is_not_read_yet(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, leaves: bool
) -> None:
    told: list[str] = []

    def click(box: QMessageBox) -> int:
        told.append(box.text())
        box.show()
        words = "Close without them" if leaves else "Go on reading"
        next(button for button in box.buttons() if button.text().replace("&", "") == words).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click)
    monkeypatch.setattr(AnalysisJobs, "unread", 3)
    window.store.undo_stack.setClean()
    assert window.files.may_leave() is leaves
    assert told == ["Not read yet: 3 files. Without them, “Untitled” lacks what they tell."]


@pytest.mark.parametrize(
    ("title", "proposed"),
    [
        (
            "Ministry says that the northern bridge will reopen before winter comes",
            "Ministry says that the northern bridge will reopen before",
        ),
        ("橋" * 80, "橋" * 60),
    ],
)
def test_a_file_is_named_after_whole_words(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, title: str, proposed: str
) -> None:
    source = min(window.store.document.sources.values(), key=lambda one: one.position)
    window.store.apply(Replace(replace(source, title=title)), "Rename")
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args, **_: (asked.append(args[2]), ("", ""))[1])
    window.actions_["save_as"].trigger()
    assert [Path(path).stem for path in asked] == [proposed]
