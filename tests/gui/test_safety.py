"""What a crash left is compared and chosen; a second window is told; another program's change is asked about."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from timeline_app.formats import project_file, project_snapshot
from timeline_app.formats.backups import Backups
from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_file import load_project, save_project
from timeline_app.gui import file_commands
from timeline_app.gui import safety as safety_module
from timeline_app.gui.assembly import CalmHook, build_window
from timeline_app.gui.dialogs.diagnostics import DiagnosticsDialog
from timeline_app.gui.dialogs.recovery import RecoveryDialog
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.safety import Safety
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.workspace import operations
from timeline_app.workspace.project_lock import ProjectLock, lock_place
from timeline_app.workspace.recovery import find_left_behind
from timeline_app.workspace.settings import AppSettings

Find = Callable[[str], Event]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "program"


@pytest.fixture
def safety(window: MainWindow, folder: Path) -> Iterator[Safety]:
    made = Safety(window, folder)
    yield made
    made.autosave.stop()


def in_dialog(kind: type[QDialog], do: Callable[[QDialog], object]) -> None:
    """Does something in the dialog that comes up next."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind), f"{dialog!r} came up"
        do(dialog)

    QTimer.singleShot(0, act)


def press_button(words: str) -> Callable[[QDialog], object]:
    def press(box: QDialog) -> None:
        assert isinstance(box, QMessageBox)
        next(button for button in box.buttons() if words in button.text().replace("&", "")).click()

    return press


@pytest.fixture
def left(window: MainWindow, safety: Safety, folder: Path, tmp_path: Path, event_like: Find) -> Path:
    """The program's folder as a crash leaves it: one title edited since the project was saved."""
    window.store.save(tmp_path / "case.tline")
    operations.edit_events(window.store, [event_like("Ferries").id], title="Ferries run again, late")
    safety.autosave.wait()
    return shutil.copytree(folder, tmp_path / "left", ignore=shutil.ignore_patterns("*.lock"))


@pytest.fixture
def next_start(left: Path, qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[MainWindow, Safety]]:
    """The window that is opened after the crash."""
    window = build_window(["true"], AppSettings(tmp_path / "other.ini"))
    window.shown_first.disconnect()
    qtbot.addWidget(window, before_close_func=lambda w: w.store.undo_stack.setClean())
    safety = Safety(window, left)
    window.show()
    yield window, safety
    safety.autosave.stop()


def test_what_was_recovered_is_not_opened_again_from_its_file(
    next_start: tuple[MainWindow, Safety], window: MainWindow, tmp_path: Path
) -> None:
    """The program was started with the very project that a crash left edits of."""
    _other, safety = next_start
    window.files._lock.release()
    in_dialog(RecoveryDialog, lambda dialog: dialog.recover.click())  # type: ignore[attr-defined]
    assert safety.begin(tmp_path / "somewhere" / ".." / "case.tline") is None
    assert safety.begin(tmp_path / "case.tline") == tmp_path / "case.tline", "nothing is left to be offered"


def test_as_many_differences_are_told_as_are_listed(
    window: MainWindow, safety: Safety, folder: Path, tmp_path: Path, event_like: Find, qtbot: QtBot
) -> None:
    window.store.save(tmp_path / "case.tline")
    operations.edit_events(window.store, [event_like("Ferries").id], title="Ferries, late", notes="seen", place="Brenn")
    operations.add_event(window.store, title="One more")
    safety.autosave.wait()
    left = shutil.copytree(folder, tmp_path / "left", ignore=shutil.ignore_patterns("*.lock"))
    dialog = RecoveryDialog(find_left_behind(left / "working"))
    qtbot.addWidget(dialog)
    rows = dialog.table.rowCount()
    assert rows > 2, "a record with several fields has several rows"
    assert f"{rows} differences" in dialog.summary.text()
    assert dialog.table.horizontalHeader().defaultAlignment() & Qt.AlignmentFlag.AlignLeft


def test_what_was_found_is_compared_and_opened(
    next_start: tuple[MainWindow, Safety], window: MainWindow, left: Path, tmp_path: Path
) -> None:
    other, safety = next_start
    shown: list[list[str]] = []

    def look_and_recover(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        table = dialog.table
        shown.extend([table.item(row, column).text() for column in range(4)] for row in range(table.rowCount()))
        dialog.recover.click()

    in_dialog(RecoveryDialog, look_and_recover)
    safety.offer_recovery()
    assert shown[0] == [
        "Event “Ferries run again, late”", "title", "Ferries left Brenn on 16 October 2024", "Ferries run again, late",
    ]  # fmt: skip
    assert other.store.document == window.store.document
    assert other.isWindowModified()
    assert other.store.path == tmp_path / "case.tline"
    safety.autosave.wait()
    assert len(list((left / "working").glob("*.working"))) == 1, "only this window's own is left"
    other.files._lock.release()
    window.files._lock.release()
    assert other.files.save()
    assert load_project(tmp_path / "case.tline") == window.store.document


@pytest.mark.parametrize("deed", ["open_file", "discard", "later"])
def test_what_was_found_can_be_left_or_deleted(
    next_start: tuple[MainWindow, Safety], window: MainWindow, left: Path, tmp_path: Path, deed: str
) -> None:
    other, safety = next_start
    window.files._lock.release()

    def choose(dialog: QDialog) -> None:
        getattr(dialog, deed).click()
        if deed == "discard":
            assert dialog.isVisible(), "one press asks"
            getattr(dialog, deed).click()

    in_dialog(RecoveryDialog, choose)
    safety.offer_recovery()
    safety.autosave.wait()
    copies = list((left / "working").glob("*.working"))
    assert len(copies) == (1 if deed == "discard" else 2)
    if deed == "open_file":
        assert other.store.document == load_project(tmp_path / "case.tline")
        assert not other.isWindowModified()


def broken(path: Path, source: int = 1) -> bytes:
    """Makes the record of the first source, or another, hold a value that nobody can read; returns the file."""
    with closing(sqlite3.connect(path)) as connection:
        wrong = '"context":{"week_start":"keep",'
        change = "UPDATE source SET record = replace(record, '\"context\":{', ?) WHERE rowid = ?"
        connection.execute(change, (wrong, source))
        connection.commit()
    return path.read_bytes()


def test_a_broken_record_is_told_and_the_rest_is_saved_under_another_name(
    window: MainWindow, safety: Safety, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event_like: Find
) -> None:
    path, other = tmp_path / "case.tline", tmp_path / "rest.tline"
    window.store.save(path)
    events = set(window.store.document.events)
    before = broken(path)
    told: list[str] = []
    monkeypatch.setattr(file_commands, "show_problem", lambda parent, sentence, title: told.append(sentence))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    assert window.files.open(path)
    assert "case.tline is damaged: it was opened without 1 value" in told[0]
    assert "save it under another name" in told[0]
    assert set(window.store.document.events) == events
    operations.edit_events(window.store, [event_like("Ferries").id], title="Edited")
    assert window.files.save()
    assert path.read_bytes() == before
    assert load_project(other) == window.store.document
    assert window.store.path == other


def test_what_a_crash_left_opens_without_a_broken_record(
    next_start: tuple[MainWindow, Safety], window: MainWindow, left: Path, tmp_path: Path
) -> None:
    other, safety = next_start
    window.files._lock.release()
    [working] = (one.working for one in safety._left_behind)
    broken(working)
    in_dialog(RecoveryDialog, lambda dialog: dialog.recover.click())  # type: ignore[attr-defined]
    safety.offer_recovery()
    assert {e.title for e in other.store.document.events.values()} >= {"Ferries run again, late"}
    assert "damaged" in str(other.store.read_only)
    assert working.exists(), "it holds more than could be read"
    assert load_project(tmp_path / "case.tline"), "the file is as it was"


def test_a_large_project_found_broken_later_stays_open_with_its_edits(
    window: MainWindow, safety: Safety, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event_like: Find
) -> None:
    path = tmp_path / "case.tline"
    window.store.save(path)
    before = broken(path)
    told: list[str] = []
    monkeypatch.setattr(safety_module, "show_problem", lambda parent, sentence, title: told.append(sentence))
    window.store.adopt(window.store.document, path)  # as it would be, read in part: the flaw is in the file alone
    safety.autosave.wait()
    operations.edit_events(window.store, [event_like("Ferries").id], title="Edited early")
    safety._on_damaged("the file is damaged")
    assert "reading only" in told[0]
    assert window.store.path == path
    assert window.store.is_modified
    assert event_like("Edited early")
    with pytest.raises(FormatError, match="another name"):
        window.store.save()
    assert path.read_bytes() == before


def test_a_large_project_is_mended_when_what_is_broken_in_it_is_asked_for(
    window: MainWindow, safety: Safety, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "case.tline"
    events, sources = set(window.store.document.events), window.store.document.ordered_sources()
    monkeypatch.setattr(project_snapshot, "MANY_EVENTS", 1)
    monkeypatch.setattr(project_file, "_LARGE", 1)
    window.store.save(path)
    before = broken(path, source=2)
    told: list[str] = []
    monkeypatch.setattr(safety_module, "show_problem", lambda parent, sentence, title: told.append(sentence))
    assert window.files.open(path)
    assert window.store.document.digest is not None
    assert window.sources.sources.rows[0].title == sources[0].title
    safety.autosave.wait()
    assert told == []
    with qtbot.capture_exceptions() as raised:  # in the panes that asked
        window.selection.select_source(sources[1].id)
        qtbot.waitUntil(lambda: bool(told))
        QApplication.processEvents()
    for kind, error, trace in raised:
        CalmHook(window, safety.faults)(kind, error, trace)
    assert window.findChild(QMessageBox) is None
    assert len(told) == 1
    assert "reading only" in told[0]
    assert set(window.store.document.events) == events
    window.selection.select_source(sources[1].id)
    assert window.text.source_id == sources[1].id
    assert path.read_bytes() == before


def test_a_second_window_is_told_and_may_read(
    window: MainWindow, safety: Safety, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event_like: Find
) -> None:
    path = tmp_path / "case.tline"
    save_project(window.store.document, path)
    first = ProjectLock()
    assert first.take(path) is None
    in_dialog(QMessageBox, press_button("Cancel"))
    assert not window.files.open(path)
    in_dialog(QMessageBox, press_button("Open for reading only"))
    assert window.files.open(path)
    assert "case.tline is open in another window" in (window.store.read_only or "")
    assert window.windowTitle() == "case[*] (read only) — Timeline"
    operations.edit_events(window.store, [event_like("Ferries").id], notes="mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "mine"), ""))
    before = path.read_bytes()
    assert window.files.save()
    assert path.read_bytes() == before
    assert load_project(tmp_path / "mine.tline") == window.store.document
    first.release()
    window.findChild(QMessageBox).close()


def test_a_lock_of_a_process_that_is_gone_does_not_count(window: MainWindow, safety: Safety, tmp_path: Path) -> None:
    path = tmp_path / "case.tline"
    save_project(window.store.document, path)
    other = ProjectLock()
    other.take(path)
    lines = lock_place(path).read_text().splitlines()
    other.release()
    lock_place(path).write_text("\n".join(["4194303", *lines[1:]]) + "\n")
    assert window.files.open(path)
    assert window.store.read_only is None


def test_a_lock_of_another_computer_is_passed_over_by_who_knows_that_it_is_gone(
    window: MainWindow, safety: Safety, tmp_path: Path
) -> None:
    """Such a lock comes with a synchronised folder, and stays when that computer crashed or was renamed."""
    path = tmp_path / "case.tline"
    save_project(window.store.document, path)
    other = ProjectLock()
    other.take(path)
    process, name, _machine, *rest = lock_place(path).read_text().splitlines()
    other.release()
    lock_place(path).write_text("\n".join([process, name, "laptop-of-somebody", *rest]) + "\n")
    in_dialog(QMessageBox, press_button("Cancel"))
    assert not window.files.open(path)
    in_dialog(QMessageBox, press_button("It is gone"))
    assert window.files.open(path)
    assert window.store.read_only is None
    assert ProjectLock().take(path) is not None, "it is this window's now"


def test_a_lock_of_this_computer_cannot_be_passed_over(window: MainWindow, safety: Safety, tmp_path: Path) -> None:
    path = tmp_path / "case.tline"
    save_project(window.store.document, path)
    first = ProjectLock()
    first.take(path)

    def look(box: QDialog) -> None:
        assert isinstance(box, QMessageBox)
        assert not [button.text() for button in box.buttons() if "gone" in button.text()]
        press_button("Cancel")(box)

    in_dialog(QMessageBox, look)
    assert not window.files.open(path)
    ProjectLock().seize(path)
    assert ProjectLock().take(path) is not None
    first.release()


def test_what_a_killed_save_left_goes_when_the_project_is_opened(
    window: MainWindow, safety: Safety, tmp_path: Path
) -> None:
    path = tmp_path / "case.tline"
    save_project(window.store.document, path)
    left, running, other = (
        tmp_path / name
        for name in (".case-4194303-abc.partial.tline", f".case-{os.getpid()}-abc.partial.tline", ".case-note.tline")
    )
    for file in (left, running, other):
        file.touch()
    holder = ProjectLock()
    holder.take(path)
    in_dialog(QMessageBox, press_button("Open for reading only"))
    assert window.files.open(path)
    assert left.exists(), "who has it open may be saving on another computer"
    holder.release()
    assert window.files.open(path)
    assert [file.exists() for file in (left, running, other)] == [False, True, True]


@pytest.mark.parametrize(("words", "saved"), [("Overwrite", True), ("Cancel", False)])
def test_a_file_changed_by_another_program_is_asked_about(
    window: MainWindow, safety: Safety, tmp_path: Path, event_like: Find, words: str, saved: bool
) -> None:
    path = tmp_path / "case.tline"
    window.store.save(path)
    save_project(TimelineDocument(), path)
    operations.edit_events(window.store, [event_like("Ferries").id], notes="mine")
    in_dialog(QMessageBox, press_button(words))
    assert window.files.save() is saved
    assert (load_project(path) == window.store.document) is saved


def test_a_backup_is_opened_in_the_projects_place(
    window: MainWindow, safety: Safety, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event_like: Find
) -> None:
    path = tmp_path / "case.tline"
    window.actions_["open_backup"].trigger()
    window.store.save(path)
    first = load_project(path)
    operations.edit_events(window.store, [event_like("Ferries").id], notes="mine")
    window.store.save()
    [backup] = Backups(tmp_path / "program" / "backups").of(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(backup), ""))
    window.actions_["open_backup"].trigger()
    assert window.store.document == first
    assert window.isWindowModified()
    assert window.store.path == path


def test_the_diagnostic_report_shows_all_it_holds_and_nothing_of_the_sources(
    window: MainWindow, safety: Safety, qtbot: QtBot
) -> None:
    try:
        raise ValueError("Inspectors met the operator this weekend in Brenn.")
    except ValueError as error:
        CalmHook(window, safety.faults)(type(error), error, error.__traceback__)
    window.findChild(QMessageBox).close()

    def copy(dialog: QDialog) -> None:
        assert isinstance(dialog, DiagnosticsDialog)
        dialog.copy.click()
        assert dialog.body.toPlainText() == QGuiApplication.clipboard().text()
        dialog.reject()

    in_dialog(DiagnosticsDialog, copy)
    window.actions_["diagnostics"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError at" in copied
    assert "2 sources, 5 events" in copied
    words = {word for source in window.store.document.sources.values() for word in source.text.split() if len(word) > 6}
    assert [word for word in words if word in copied] == []


def test_a_fault_is_printed_without_what_was_read(
    window: MainWindow, safety: Safety, capsys: pytest.CaptureFixture[str]
) -> None:
    error = KeyError("Inspectors met the operator")
    CalmHook(window, safety.faults)(KeyError, error, None)
    box = window.findChild(QMessageBox)
    assert "Inspectors" not in capsys.readouterr().err + box.text()
    box.close()
