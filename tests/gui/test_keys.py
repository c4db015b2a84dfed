"""Every key: dialogs have a letter for each button and field, and the cheat sheet lists what the keys do."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from timeline_app.gui.actions import ACTIONS
from timeline_app.gui.dialogs import file_questions, messages
from timeline_app.gui.dialogs.compare import CompareDialog
from timeline_app.gui.dialogs.context_editor import ContextDialog
from timeline_app.gui.dialogs.diagnostics import DiagnosticsDialog
from timeline_app.gui.dialogs.export import ExportDialog
from timeline_app.gui.dialogs.help import AboutDialog, ShortcutsDialog
from timeline_app.gui.dialogs.import_events import ImportEventsDialog
from timeline_app.gui.dialogs.import_report import ImportReport
from timeline_app.gui.dialogs.paste_text import PasteDialog
from timeline_app.gui.dialogs.settings import SettingsDialog
from timeline_app.gui.export_progress import ask_to_abandon
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.mnemonics import give_letters, letter_of
from timeline_app.gui.parts import button, native_keys
from timeline_app.workspace.project_lock import Holder


def dialogs_of(window: MainWindow, folder: Path) -> Iterator[QDialog]:
    table = folder / "t.csv"
    table.write_text("when,what\n3 May 2018,The dam broke\n")
    document, settings = window.store.document, window._settings
    ids = list(document.events)
    yield SettingsDialog(settings, window.store, window)
    yield AboutDialog(window)
    yield ShortcutsDialog(window)
    yield PasteDialog(window)
    yield DiagnosticsDialog("Python", window)
    yield ContextDialog(document, ["bridge"], parent=window)
    yield ImportEventsDialog(document, table, window)
    yield ImportReport(2, [("a.zip", "It is an archive.")], parent=window)
    yield CompareDialog(window.store, window.pairs, window.selection, window)
    yield ExportDialog(document, ids, ids[:1], settings, "docx", parent=window)


def test_every_button_of_a_dialog_has_a_letter_of_its_own(window: MainWindow, tmp_path: Path) -> None:
    for dialog in dialogs_of(window, tmp_path):
        assert_letters(dialog)
        dialog.close()


@pytest.mark.parametrize(
    "ask",
    [
        lambda window: messages.ask_about_changes(window, "Case"),
        lambda window: messages.ask_to_stop_reading(window, 2, "Case"),
        lambda window: file_questions.ask_about_conflict(window, "The file was changed."),
        lambda window: file_questions.ask_about_holder(window, Path("case.tline"), Holder(1, "elsewhere")),
        lambda window: ask_to_abandon(window, "case.docx"),
    ],
)
def test_every_answer_to_a_question_has_a_letter_of_its_own(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, ask: Callable[[MainWindow], object]
) -> None:
    asked: list[QMessageBox] = []

    def look(box: QMessageBox) -> int:
        asked.append(box)
        box.show()
        assert_letters(box)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    ask(window)
    assert len(asked) == 1


def test_alt_and_the_letter_press_the_button(window: MainWindow, qtbot: QtBot) -> None:
    def discard() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        QTimer.singleShot(2_000, box.reject)  # rather than wait for ever
        qtbot.waitUntil(box.isActiveWindow)
        letter = letter_of(box.button(QMessageBox.StandardButton.Discard).text())
        qtbot.keyClick(box, getattr(Qt.Key, f"Key_{letter.upper()}"), Qt.KeyboardModifier.AltModifier)

    QTimer.singleShot(0, discard)
    assert messages.ask_about_changes(window, "Case") is messages.Answer.DISCARD


def assert_letters(dialog: QDialog) -> None:
    """Buttons have letters; a field may lack one where every letter of its name is taken."""
    buttons = [b for b in dialog.findChildren(QPushButton) if b.text() not in ("", "←") and not b.isHidden()]
    fields = [label for label in dialog.findChildren(QLabel) if label.buddy() is not None and not label.isHidden()]
    letters = [letter_of(part.text()) for part in (*buttons, *fields)]
    assert all(letters[: len(buttons)]), letters
    given = [letter for letter in letters if letter]
    assert len(set(given)) == len(given), letters
    for field in fields:
        assert letter_of(field.text()) or {c for c in field.text().casefold() if c.isalpha()} <= set(given)
    assert not any("&" in part.accessibleName() for part in (*buttons, *fields))


def test_letters_stand_where_they_are_looked_for(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    for number, words in enumerate(("Save", "Select all", "Smith && Sons", "&Stay", "ßß 3", "One  K")):
        made = button(words, dialog.accept)
        made.setParent(dialog)
        made.move(0, number * 20)
    give_letters(dialog)
    found = [made.text() for made in dialog.findChildren(QPushButton)]
    assert found == ["S&ave", "S&elect all", "S&mith && Sons", "&Stay", "ßß 3", "One  K"]


def test_the_sheet_lists_every_key(window: MainWindow) -> None:
    sheet = ShortcutsDialog(window)
    told = {label.text() for label in sheet.findChildren(QLabel)}
    missing = [spec.id for spec in ACTIONS if spec.keys and native_keys(spec.keys[0]) not in told]
    assert missing == []
    assert sheet.sizeHint().height() <= 740, "it fits a small screen"
    sheet.close()
