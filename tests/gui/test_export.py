"""Exports through the window: the dialog, what it shows, what it remembers, what it writes."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from timeline_app.formats.exports.export import ExportOptions
from timeline_app.gui import export_commands
from timeline_app.gui.dialogs.export import ExportDialog, Scope
from timeline_app.gui.export_formats import FORMATS
from timeline_app.gui.export_progress import ExportProgress
from timeline_app.gui.main_window import MainWindow
from timeline_app.model.event import Event
from timeline_app.workspace import export_job
from timeline_app.workspace.export_job import ExportOrder

Find = Callable[[str], Event]


def during(action: Callable[[ExportDialog], None]) -> list[ExportDialog]:
    """Does something in the export dialog when it opens."""
    met: list[ExportDialog] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        met.append(dialog)
        try:
            action(dialog)
        except BaseException:
            dialog.reject()
            raise

    QTimer.singleShot(0, act)
    return met


def choose(dialog: ExportDialog, format_id: str) -> None:
    dialog.formats.setCurrentRow([kind.id for kind in FORMATS].index(format_id))


def saved_as(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path) if path else "", ""))


def test_a_format_is_chosen_and_written(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved_as(monkeypatch, tmp_path / "case")

    def act(dialog: ExportDialog) -> None:
        choose(dialog, "icalendar")
        dialog.accept()

    during(act)
    window.actions_["export_csv"].trigger()
    assert (tmp_path / "case.ics").read_bytes().count(b"BEGIN:VEVENT") == 4
    assert "Wrote case.ics. 1 undated event left out" in window.status.message.text()


def test_the_selection_alone_leaves(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event_like: Find
) -> None:
    saved_as(monkeypatch, tmp_path / "two.csv")
    window.selection.select_events([event_like("Ferries").id, event_like("Inspectors").id])

    def act(dialog: ExportDialog) -> None:
        assert dialog.scopes.checkedId() == Scope.SELECTION.value
        choose(dialog, "csv")
        dialog.accept()

    during(act)
    window.actions_["export_csv"].trigger()
    lines = (tmp_path / "two.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 3


def test_the_preview_shows_what_would_be_written(window: MainWindow, qtbot: QtBot) -> None:
    def act(dialog: ExportDialog) -> None:
        choose(dialog, "markdown")
        qtbot.waitUntil(lambda: "Inspectors met the operator" in dialog.preview_text.toPlainText())
        assert "“" in dialog.preview_text.toPlainText()

        dialog.quotes.setChecked(False)
        qtbot.waitUntil(lambda: "“" not in dialog.preview_text.toPlainText())
        choose(dialog, "docx")  # what is no text is shown as the text that says the same
        qtbot.waitUntil(lambda: dialog.preview_text.toPlainText().startswith("# "))
        dialog.reject()

    met = during(act)
    window.actions_["export_csv"].trigger()
    assert met


def test_the_title_that_it_would_have_is_told(window: MainWindow, qtbot: QtBot) -> None:
    def act(dialog: ExportDialog) -> None:
        choose(dialog, "markdown")
        qtbot.waitUntil(lambda: dialog.preview_text.toPlainText().startswith("# "))
        heading = dialog.preview_text.toPlainText().splitlines()[0]
        assert dialog.title.placeholderText() == heading.removeprefix("# ") == "Bridge at Tavna closed 🚧"
        dialog.reject()

    met = during(act)
    window.actions_["export_csv"].trigger()
    assert met


def test_a_picture_is_previewed_and_written(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved_as(monkeypatch, tmp_path / "picture")

    def act(dialog: ExportDialog) -> None:
        assert dialog.format.id == "png"
        qtbot.waitUntil(lambda: dialog.preview_picture.pixmap().width() > 100, timeout=10_000)
        assert dialog.width_.isEnabled()
        assert not dialog.quotes.isEnabled()
        dialog.accept()

    during(act)
    window.actions_["export_png"].trigger()
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")


def test_a_picture_of_the_visible_part(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.timeline.load()
    qtbot.waitUntil(lambda: window.timeline.view is not None)
    assert window.timeline.view is not None
    window.timeline.view.load()
    window.timeline.fit_all()
    written = []
    for part in (False, True):
        saved_as(monkeypatch, tmp_path / f"{part}.svg")

        def act(dialog: ExportDialog, part: bool = part) -> None:
            choose(dialog, "svg")
            dialog.visible_part.setChecked(part)
            period = dialog.export.options.period
            assert (period is not None) is part
            choose(dialog, "csv")
            assert dialog.export.options.period is None
            assert not dialog.visible_part.isEnabled()
            choose(dialog, "svg")
            dialog.accept()

        met = during(act)
        window.actions_["export_png"].trigger()
        assert met
        written.append((tmp_path / f"{part}.svg").read_bytes())
        window.timeline.view.canvas.camera.zoom(8.0, 50.0)
    assert written[0] != written[1]


def test_the_last_choice_is_remembered(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    saved_as(monkeypatch, None)

    def first(dialog: ExportDialog) -> None:
        choose(dialog, "timesketch-csv")
        dialog.notes.setChecked(False)
        dialog.accept()

    def second(dialog: ExportDialog) -> None:
        assert (dialog.format.id, dialog.notes.isChecked(), dialog.quotes.isChecked()) == (
            "timesketch-csv",
            False,
            True,
        )
        dialog.reject()

    for act in (first, second):
        met = during(act)
        window.actions_["export_csv"].trigger()
        assert met


@pytest.mark.parametrize("stored", ["", "{", "[]", '{"width": "x", "quotes": 3, "format": "gone"}'])
def test_a_damaged_memory_is_forgotten(window: MainWindow, stored: str) -> None:
    from timeline_app.workspace.settings import EXPORT

    window._settings.set_value(EXPORT, stored)

    def act(dialog: ExportDialog) -> None:
        assert dialog.format.id == "csv"
        assert dialog.quotes.isChecked()
        dialog.reject()

    met = during(act)
    window.actions_["export_csv"].trigger()
    assert met


def test_what_cannot_be_written_is_said(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved_as(monkeypatch, tmp_path / "gone" / "case.csv")
    during(QDialog.accept)
    window.actions_["export_csv"].trigger()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Could not write" in box.text()
    box.close()


def test_everything_in_the_dialog_has_a_name(window: MainWindow) -> None:
    def act(dialog: ExportDialog) -> None:
        named = (dialog.formats, dialog.title, dialog.group_by, dialog.width_, dialog.dpi, dialog.preview_text)
        assert all(widget.accessibleName() for widget in named)
        assert all(box.text() for box in dialog.findChildren(QCheckBox))
        dialog.reject()

    met = during(act)
    window.actions_["export_csv"].trigger()
    assert met


def test_a_large_export_is_written_beside_the_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_commands, "_AT_ONCE", 2)
    saved_as(monkeypatch, tmp_path / "case")

    def act(dialog: ExportDialog) -> None:
        choose(dialog, "icalendar")
        dialog.accept()

    during(act)
    window.actions_["export_csv"].trigger()
    [box] = window.findChildren(ExportProgress)
    assert box.isVisible()
    assert not box.isModal()  # the window can be used
    assert "case.ics" in box.labelText()
    before = len(window.store.document.events)
    window.selection.select_events([next(iter(window.store.document.events))])
    window.actions_["delete"].trigger()
    qtbot.waitUntil(lambda: not window.exports.running, timeout=60_000)
    assert (tmp_path / "case.ics").read_bytes().count(b"BEGIN:VEVENT") == 4  # as it was when the export began
    assert "Wrote case.ics. 1 undated event left out" in window.status.message.text()
    assert len(window.store.document.events) <= before
    qtbot.waitUntil(lambda: not window.findChildren(ExportProgress))


def test_cancel_and_close_leave_no_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = "import sys; sys.stdin.readline(); sys.stdin.read()"
    monkeypatch.setattr(export_job, "own_command", lambda *_: [sys.executable, "-c", stuck])
    order = ExportOrder("docx", tmp_path / "case.docx", None, ExportOptions(), "case")
    assert window.exports.begin(order, 5) is not None
    assert window.exports.begin(order, 5) is None  # the same file a second time
    assert "being written already" in window.status.message.text()
    [box] = window.findChildren(ExportProgress)
    box.findChild(QPushButton).click()
    assert not window.exports.running
    assert "case.docx was not written" in window.status.message.text()

    assert window.exports.begin(order, 5) is not None
    answers = ["Wait", "Close without it"]

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        assert "case.docx" in question.text()
        wanted = answers.pop(0)
        next(button for button in question.buttons() if button.text().replace("&", "") == wanted).click()

    QTimer.singleShot(0, answer)
    assert not window.close()
    assert window.exports.running
    window.store.undo_stack.setClean()
    QTimer.singleShot(0, answer)
    window.close()
    assert not window.exports.running
    assert list(tmp_path.glob("*case*")) == []
