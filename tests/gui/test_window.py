"""The window as a whole: names, keys, themes, what happens when something goes wrong."""

import sys

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.conftest import fill
from timeline_app.gui.actions import ACTIONS, MENUS, SUBMENUS
from timeline_app.gui.assembly import CalmHook, build_window
from timeline_app.gui.diagnostics import FaultLog
from timeline_app.gui.dialogs.help import AboutDialog, ShortcutsDialog
from timeline_app.gui.dialogs.paste_text import PasteDialog
from timeline_app.gui.language import install_language
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.palette import palette_for
from timeline_app.gui.preferences import use_dates
from timeline_app.model.date_style import DateStyle
from timeline_app.workspace.dates import use_style
from timeline_app.workspace.settings import LANGUAGE, AppSettings, Theme

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


def unnamed(root: QWidget) -> list[str]:
    """Visible controls that a screen reader could not name."""
    return [
        f"{type(child).__name__} {child.objectName()}"
        for child in root.findChildren(QWidget)
        if isinstance(child, CONTROLS)
        and child.isVisibleTo(root)
        and not child.objectName().startswith("qt_")
        and not (child.accessibleName() or getattr(child, "text", str)())
    ]


def test_a_new_window_and_its_title_bar_fit_on_a_small_screen(empty_window: MainWindow) -> None:
    screen = empty_window.screen().availableSize()
    assert screen.height() < 1000, "the screen of the tests is small"
    assert empty_window.height() + 40 <= screen.height(), "the status line is not below the screen"


def test_every_control_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    window.selection.select_events(list(window.store.document.events)[:1])
    assert unnamed(window) == []
    for dialog in (ShortcutsDialog(window), AboutDialog(window), PasteDialog(window)):
        qtbot.addWidget(dialog)
        assert unnamed(dialog) == []


def test_every_action_is_in_a_menu_and_no_key_has_two() -> None:
    ids = {spec.id for spec in ACTIONS}
    shown = {i for _, names in MENUS for i in names.split()} | {i for _, inner in SUBMENUS.values() for i in inner}
    assert ids <= shown
    keys = [QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_letters_typed_into_fields_are_letters(window: MainWindow, qtbot: QtBot) -> None:
    window.selection.select_events(list(window.store.document.events)[:1])
    before = window.store.document.events.copy()
    fields = (window.search, window.inspector.time.field.edit, window.inspector.details.place)
    for field in fields:
        field.setFocus()
        qtbot.keyClicks(field, "xanmst")
        assert field.text() == "xanmst"
        field.clear()
    assert window.store.document.events == before


def test_theme_is_changed_and_remembered(window: MainWindow, settings: AppSettings, qtbot: QtBot) -> None:
    window.actions_["theme_dark"].trigger()
    assert settings.theme is Theme.DARK
    assert window.grab().toImage().pixelColor(3, 3).name() == palette_for(True).panel
    window.actions_["theme_light"].trigger()
    assert window.grab().toImage().pixelColor(3, 3).name() == palette_for(False).panel


def test_panes_come_back_as_they_were_left(window: MainWindow, settings: AppSettings, qtbot: QtBot) -> None:
    window.docks["sources"].hide()
    window.store.undo_stack.setClean()
    window.close()
    again = build_window([sys.executable, "-c", ""], settings)
    qtbot.addWidget(again)
    assert again.docks["sources"].isHidden()
    assert not again.docks["inspector"].isHidden()


def test_panes_keep_their_widths_in_another_language(settings: AppSettings, qtbot: QtBot) -> None:
    widths = []
    try:
        for language in ("en", "de", "en"):
            settings.set_value(LANGUAGE, language)
            settings.geometry = QByteArray()  # the screen of a test may be smaller than the window
            window = build_window([sys.executable, "-c", ""], settings)
            window.shown_first.disconnect()
            qtbot.addWidget(window)
            window.setFixedSize(1500, 900)
            with qtbot.waitExposed(window):
                window.show()
            qtbot.wait(50)
            fill(window.store, None, None)
            window.selection.select_events([next(iter(window.store.document.events))])
            qtbot.wait(50)
            widths.append((window.docks["sources"].width(), window.docks["inspector"].width()))
            window.close()
    finally:
        install_language("en")
        settings.set_value(LANGUAGE, "")
        use_dates(settings)
        use_style(DateStyle())
    assert widths == [widths[0]] * 3


def test_unexpected_fault_is_told_calmly_and_once(window: MainWindow, capsys: pytest.CaptureFixture[str]) -> None:
    hook = CalmHook(window, FaultLog())
    for _ in range(2):
        try:
            raise KeyError("lost")
        except KeyError as error:
            hook(type(error), error, error.__traceback__)
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert "still open" in boxes[0].text()
    assert "Traceback" not in boxes[0].text()
    assert "KeyError" in capsys.readouterr().err
    boxes[0].close()


def test_help_lists_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    texts = [child.text() for child in dialog.findChildren(type(window.status.counts))]
    assert {"A", "Accept", "Alt+→", "wheel"} <= set(texts)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
