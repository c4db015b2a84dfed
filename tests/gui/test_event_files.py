"""Events of other programs through the window: the preview, the columns, one step to take back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from timeline_app.formats.event_csv import write_csv
from timeline_app.gui.dialogs.import_events import ImportEventsDialog
from timeline_app.gui.main_window import MainWindow
from timeline_app.model.display import describe

TABLE = "A;B;C\n6/7/2021;Strike;Lund\n7/7/2021;Talks;Oslo\n"


def during(action: Callable[[ImportEventsDialog], None]) -> list[ImportEventsDialog]:
    """Does something in the dialog when it opens."""
    met: list[ImportEventsDialog] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportEventsDialog)
        met.append(dialog)
        try:
            action(dialog)
        except BaseException:
            dialog.reject()
            raise

    QTimer.singleShot(0, act)
    return met


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))


def cells(dialog: ImportEventsDialog, column: int) -> list[str]:
    items = [dialog.table.item(row, column) for row in range(dialog.table.rowCount())]
    return [item.text() for item in items if item is not None]


def test_columns_are_told_and_events_come(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "table.csv").write_text(TABLE)
    chosen(monkeypatch, tmp_path / "table.csv")
    before = set(window.store.document.events)

    def act(dialog: ImportEventsDialog) -> None:
        assert cells(dialog, 1) == ["left out", "left out"]  # nothing is known of A, B and C
        assert not dialog.import_button.isEnabled()
        for field, column in (("start", "A"), ("title", "B"), ("place", "C")):
            dialog.columns[field].setCurrentText(column)
        qtbot.waitUntil(lambda: cells(dialog, 2) == ["6 July 2021", "7 July 2021"])
        assert "6/7/2021 was read with the day first" in dialog.remark.text()
        dialog.order.setCurrentText("6/7 = June 7")
        qtbot.waitUntil(lambda: cells(dialog, 2) == ["7 June 2021", "7 July 2021"])
        assert cells(dialog, 3) == ["Strike", "Talks"]
        assert cells(dialog, 4) == ["Lund", "Oslo"]
        assert dialog.summary.text() == "Events: 2 new."
        dialog.accept()

    met = during(act)
    window.actions_["import_events"].trigger()
    assert met
    new = [event for id_, event in window.store.document.events.items() if id_ not in before]
    assert sorted(describe(event.time) for event in new) == ["7 July 2021", "7 June 2021"]
    assert window.store.undo_stack.undoText() == "Import “table.csv”"
    window.store.undo_stack.undo()
    assert set(window.store.document.events) == before


def test_a_colleagues_changes_come_back(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "events.csv"
    write_csv(window.store.document, path)
    path.write_text(path.read_text("utf-8-sig").replace("Inspectors met the operator", "Inspectors saw them"), "utf-8")
    chosen(monkeypatch, path)

    def act(dialog: ImportEventsDialog) -> None:
        assert sorted(cells(dialog, 1)) == ["changed", *["unchanged"] * 4]
        assert [remark for remark in cells(dialog, 5) if remark] == ["title"]
        assert not dialog.columns  # our own table needs no telling
        dialog.accept()

    met = during(act)
    window.actions_["import_events"].trigger()
    assert met
    assert any(event.title.startswith("Inspectors saw them") for event in window.store.document.events.values())


def test_a_file_without_events_is_refused_in_a_sentence(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "note.txt").write_text("It rained.")
    chosen(monkeypatch, tmp_path / "note.txt")
    window.actions_["import_events"].trigger()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "holds no events" in box.text()
    box.close()
