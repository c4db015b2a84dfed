"""The window in German, walked as a user would: no English word is left in panes, menus, dialogs, news and undo names.

English words are those of the English texts of the catalogues that no German text uses; words of the project's own
texts are set aside.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDockWidget,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.conftest import fill
from timeline_app.gui.assembly import build_window
from timeline_app.gui.command_palette import CommandPalette
from timeline_app.gui.date_setting import use_dates
from timeline_app.gui.dialogs.compare import CompareDialog
from timeline_app.gui.dialogs.context_editor import ContextDialog
from timeline_app.gui.dialogs.export import ExportDialog
from timeline_app.gui.dialogs.help import AboutDialog, ShortcutsDialog
from timeline_app.gui.dialogs.import_events import ImportEventsDialog
from timeline_app.gui.dialogs.import_report import ImportReport
from timeline_app.gui.dialogs.messages import show_problem
from timeline_app.gui.dialogs.paste_text import PasteDialog
from timeline_app.gui.dialogs.settings import SettingsDialog, zone_names
from timeline_app.gui.export_formats import FORMATS
from timeline_app.gui.language import LANGUAGES, install_language
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.text_pane.explain import explain_html
from timeline_app.model.annotation import Modality
from timeline_app.model.change import Insert
from timeline_app.model.date_style import GERMAN, DateStyle
from timeline_app.model.pair import Pair
from timeline_app.model.time_value import TimeValue
from timeline_app.resources import resource
from timeline_app.workspace import operations
from timeline_app.workspace.dates import use_style
from timeline_app.workspace.retelling import patterns, retold
from timeline_app.workspace.settings import LANGUAGE, AppSettings

WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = set(  # of formats, programs, people, places and zones: the same in every language
    "csv json timelinejs timesketch icalendar markwhen edtf timeml excel word markdown png svg pdf zip vis timeline"
    " knight lab lines dpi px inter sil open font license mit english utc iana gmt eu us iso version txt eml docx iso"
).union({"js", "html", "ics", "xlsx", "tl", "id", "mm", "dd", "yyyy", "dmy", "mdy", "ymd"})
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.StatusTipRole,
)
DEEDS: tuple[Callable[[MainWindow, list[str]], object], ...] = (
    lambda w, ids: operations.accept_events(w.store, ids[:1]),
    lambda w, ids: operations.reject_events(w.store, ids[:2]),
    lambda w, ids: operations.edit_events(w.store, ids[:1], title="Oslo"),
    lambda w, ids: operations.edit_events(w.store, ids[:3], modality=Modality.PLANNED),
    lambda w, ids: operations.set_time(w.store, ids[:1], "2024-05-01"),
    lambda w, ids: (operations.set_time(w.store, ids[:1], "2025"), operations.clear_override(w.store, ids[:1])),
    lambda w, ids: operations.merge_events(w.store, ids[:2]),
    lambda w, ids: operations.delete_events(w.store, list(w.store.document.events)[:2]),
    lambda w, ids: operations.edit_settings(w.store, display_zone="Asia/Tokyo"),
    lambda w, ids: operations.edit_settings(w.store, lanes_by="place"),
    lambda w, ids: operations.edit_source(w.store, "bridge", publisher="Tavna"),
    lambda w, ids: operations.set_context(
        w.store,
        "bridge",
        replace(w.store.document.sources["bridge"].context, published=TimeValue.day(2024, 10, 16)),
    ),
    lambda w, ids: operations.remove_source(w.store, "ferry"),
)


def words_of(texts: Iterator[str]) -> set[str]:
    return {word.casefold() for text in texts for word in WORD.findall(re.sub(r"\{[^}]*\}|<[^>]*>", " ", text))}


def english_words() -> set[str]:
    """Words of the English texts that no German text uses."""
    english, german = [], []
    for message in ET.parse(resource("translations", "timeline_app_de.ts")).iter("message"):
        english.append(message.findtext("source") or "")
        translation = message.find("translation")
        german += list(translation.itertext()) if translation is not None else []
    told = patterns("de")
    english += [pattern.template for pattern in told]
    german += [pattern.translation for pattern in told]
    german += [*GERMAN.months, *GERMAN.short_months, *GERMAN.weekdays, *GERMAN.parts.values(), GERMAN.undated]
    return words_of(iter(english)) - words_of(iter(german)) - NAMES


ENGLISH = english_words()


def texts_in(root: QWidget) -> Iterator[str]:
    """Everything that a widget and those in it say: words, hints, names for screen readers, rows, menus."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        yield from (text for action in widget.actions() for text in (action.text(), action.toolTip()))
        match widget:
            case QAbstractButton() | QLabel():
                yield widget.text().replace("&", "")  # before the letter that Alt goes with
            case QLineEdit():
                yield from (widget.text(), widget.placeholderText())
            case QPlainTextEdit():
                yield widget.placeholderText()
            case QComboBox():
                yield from (widget.itemText(number) for number in range(widget.count()))
            case QTabBar():
                yield from (widget.tabText(number) for number in range(widget.count()))
            case QMenu() | QGroupBox():
                yield widget.title()
            case QHeaderView():
                model = widget.model()
                for section in range(min(widget.count(), 40)):
                    yield str(model.headerData(section, widget.orientation()) or "")
            case QAbstractItemView() if widget.model() is not None:
                yield from rows_of(widget.model())


def rows_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(QModelIndex()), 60)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())):
            yield from (str(model.index(row, column).data(role) or "") for role in ROLES)


@pytest.fixture
def window(settings: AppSettings, qtbot: QtBot) -> Iterator[MainWindow]:
    """The German window on the test project."""
    settings.set_value(LANGUAGE, "de")
    made = build_window(["true"], settings)
    made.shown_first.disconnect()
    qtbot.addWidget(made, before_close_func=lambda w: w.store.undo_stack.setClean())
    made.show()
    fill(made.store, TimeValue.day(2024, 10, 14), TimeValue.day(2024, 10, 17))
    made.files.select_first_source()
    yield made
    install_language("en")
    settings.set_value(LANGUAGE, "")
    use_dates(settings)
    use_style(DateStyle())


def own_texts(window: MainWindow) -> set[str]:
    """What the documents say, word by word."""
    document = window.store.document
    told = [text for source in document.sources.values() for text in (source.text, source.name, source.publisher)]
    told += [event.title for event in document.events.values()]
    return words_of(iter(told))


def english_in(texts: Iterator[str], own: set[str]) -> list[str]:
    """The texts that hold an English word, each once."""
    found = (text for text in texts if words_of(iter([text])) & (ENGLISH - own))
    return sorted({f"{sorted(words_of(iter([text])) & (ENGLISH - own))}: {text[:160]}" for text in found})


@pytest.mark.parametrize("state", ["nothing", "event", "several", "phrase", "filter", "problem", "undated", "empty"])
def test_the_panes_are_german(window: MainWindow, state: str) -> None:
    own, ids = own_texts(window), list(window.store.document.events)
    match state:
        case "event" | "several":
            operations.set_time(window.store, ids[:1], "letzten Freitag")
            window.selection.select_events(ids[:1] if state == "event" else ids[:3])
            window.inspector.history.toggle.setChecked(True)
        case "filter":
            window.filter.type("-stand:abgelehnt art:none wann:heute")
            window.filter.enter()
            window.text.open_find()
        case "problem":
            window.filter.type("stufe:Z")
            window.filter.apply()
        case "phrase":
            expression = next(e for e in window.store.document.expressions.values() if "6/7" in e.phrase)
            window.inspector.show_phrase(expression.id)
        case "undated":
            window.store.new()
            fill(window.store, None, None)
        case "empty":
            window.store.new()
    window.docks["table"].raise_()
    assert english_in(texts_in(window), own) == []


def test_menus_that_come_up_are_german(window: MainWindow) -> None:
    window.timeline.load()
    window.timeline.view.load()
    menus = [window.sources.source_menu("bridge")]
    for dock in window.findChildren(QDockWidget):
        menus.append(QMenu(dock))
        dock.fill_menu(menus[-1])  # type: ignore[attr-defined]
    for menu in window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        menus.append(menu)
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
        menus.append(menu)
    assert english_in((text for menu in menus for text in texts_in(menu)), own_texts(window)) == []


def test_news_of_the_status_bar_are_german(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    tell = window.status.message.setText
    monkeypatch.setattr(window.status.message, "setText", lambda text: (told.append(text), tell(text))[1])
    own, ids = own_texts(window), list(window.store.document.events)
    commands = "new_event link unlink correct merge split accept reject next previous compare read_in settle save_view"
    silent = ("settle", "save_view")
    for chosen in ((), ids[:1], ids[:2]):
        for command in commands.split():
            if command not in silent:
                window.selection.select_events(list(chosen))
                window.actions_[command].trigger()
                window.store.undo_stack.setIndex(0)
    window.events.delete(ids[:2])
    window.remove_source("bridge")
    window.correct_phrase()
    assert len(set(told)) > 8
    assert english_in(iter(told), own) == []


def test_undo_names_are_german(window: MainWindow) -> None:
    own = own_texts(window) | {"asia", "tokyo"}
    for deed in DEEDS:
        deed(window, list(window.store.document.events))
        stack = window.store.undo_stack
        texts = [window.actions_["undo"].text(), window.status.undo_hint.text()]
        assert stack.undoText(), "it was done"
        assert english_in(iter(texts), own) == []
        assert retold(stack.undoText()) != stack.undoText()
        stack.undo()
        assert english_in(iter([window.actions_["redo"].text()]), own) == []


def test_hover_cards_are_german(window: MainWindow) -> None:
    document, own = window.store.document, own_texts(window)
    texts = [explain_html(document, e, list(document.events)[:2]) for e in document.expressions.values()]
    window.timeline.load()
    window.timeline.view.load()
    card = window.timeline.view.card
    for event_id in document.events:
        card.show_event(event_id)
        texts += list(texts_in(card))
    assert english_in(iter(texts), own) == []


def test_dialogs_are_german(window: MainWindow, settings: AppSettings, qtbot: QtBot, tmp_path: Path) -> None:
    store, own = window.store, own_texts(window)
    same = {*zone_names(), *LANGUAGES.values()}  # in every language
    table = tmp_path / "brenn.csv"
    table.write_text("A;B;C\n6/7/2021;Brenn;Lund\nTavna;Brenn;Oslo\n")
    keys = list(store.document.mentions)
    pair = Pair(keys[0], keys[1], "the numbers differ: 3, 4", contradicts=True)
    refusal = "Could not read a.zip: it is an archive, which is not read; unpack it and import the folder."
    passed = "d: 2 files of other kinds were passed over (2 .bin)."
    skipped = [("b", "b has the same text as c, which is in the project already; it was not imported again.")]
    dialogs: list[QWidget] = [
        SettingsDialog(settings, store, window),
        AboutDialog(window),
        ShortcutsDialog(window),
        PasteDialog(window),
        ContextDialog(store.document, ["bridge"], parent=window),
        ContextDialog(store.document, ["bridge", "ferry"], parent=window),
        ImportEventsDialog(store.document, table, window),
        ImportReport(2, [("a.zip", refusal)], [], skipped, [passed], window),
    ]
    line = (store, window.selection, window.finder, window.filter, window._dresser.colours, window)
    dialogs.append(CommandPalette(window.actions_.all(), *line))
    store.apply(Insert(pair), "Pair")
    dialogs.append(CompareDialog(store, window.pairs, window.selection, window))
    ids = list(store.document.events)
    dialogs += [ExportDialog(store.document, ids, [], settings, kind.id, parent=window) for kind in FORMATS]
    show_problem(window, refusal)
    dialogs += window.findChildren(QMessageBox)
    found = []
    for dialog in dialogs:
        if isinstance(dialog, ExportDialog):
            dialog._show_preview()
        found += english_in((t for t in texts_in(dialog) if "\n" not in t and t not in same), own)
        assert isinstance(dialog, QDialog)
        dialog.close()
    assert sorted(set(found)) == []
