"""Finding anything: the query line with its chips and views, and the command palette."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.conftest import FERRY, analysis_of
from timeline_app.gui.command_palette import CommandPalette
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.text_pane.source_view import SourceView
from timeline_app.model.change import Batch, Insert
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.views import save_view

Find = Callable[[str], Event]
Press = Callable[..., None]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def palette(window: MainWindow, press: Press) -> CommandPalette:
    """The palette, opened by its key."""
    press(Qt.Key.Key_K, CTRL)
    found = window.findChild(CommandPalette)
    assert found is not None
    assert found.isVisible()
    return found


def words(palette: CommandPalette, group: str) -> list[str]:
    return [row.words for row in palette.found.rows if row.group == group]


def test_a_word_of_a_sentence_finds_its_event(window: MainWindow, qtbot: QtBot, press: Press) -> None:
    press(Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(window.search, "council permit")
    qtbot.waitUntil(lambda: len(window.order) == 1)
    assert window.status.hidden.text() == "4 events hidden by filter — show all"
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert len(window.order) == 5
    assert not window.search.hasFocus()


def test_enter_makes_chips_and_a_click_takes_one_away(window: MainWindow, qtbot: QtBot, press: Press) -> None:
    press(Qt.Key.Key_F, CTRL)
    window.search.setText("modality:planned source:bridge")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert [chip.text().strip() for chip in window.strip.chips] == ["modality: planned", "source: bridge"]
    assert window.search.text() == ""
    assert len(window.order) == 1
    assert window.strip.isVisible()
    assert window.strip.count.text() == "1 of 5 events"
    qtbot.mouseClick(window.strip.chips[0], Qt.MouseButton.LeftButton)
    assert len(window.order) == 3
    window.search.setFocus()
    qtbot.keyClick(window.search, Qt.Key.Key_Backspace)
    assert window.search.text() == "source:bridge", "Backspace takes the last chip back into the line"


def test_fields_and_values_are_completed(window: MainWindow, qtbot: QtBot, press: Press) -> None:
    press(Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(window.search, "moda")
    assert window.search._words.stringList() == ["modality:"]
    qtbot.keyClick(window.search, Qt.Key.Key_Tab)
    assert window.search.text() == "modality:"
    qtbot.keyClicks(window.search, "pl")
    assert window.search._words.stringList() == ["planned"]
    qtbot.keyClick(window.search, Qt.Key.Key_Tab)
    assert [chip.text().strip() for chip in window.strip.chips] == ["modality: planned"]
    assert len(window.order) == 1


def test_what_cannot_be_understood_is_told(window: MainWindow, qtbot: QtBot) -> None:
    window.search.setText("grade:Z")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.search.property("invalid") is True
    assert "A–F" in window.strip.problem.text()
    assert len(window.order) == 5


def test_rejected_events_are_counted_and_shown_by_a_click(window: MainWindow, qtbot: QtBot, event_like: Find) -> None:
    assert not window.status.hidden.isVisible()
    operations.reject_events(window.store, [event_like("council").id])
    window.filter.type("ferries")
    window.filter.apply()
    assert window.status.hidden.text() == "3 events hidden by filter — show all", "the rejected one is not among them"
    window.filter.clear()
    assert window.status.hidden.text() == "1 rejected, not shown — show"
    qtbot.mouseClick(window.status.hidden, Qt.MouseButton.LeftButton)
    assert len(window.order) == 5
    assert window.actions_["show_rejected"].isChecked()


def test_a_view_is_saved_shown_and_forgotten(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window.search.setText("modality:planned")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Plans", True))
    window.actions_["save_view"].trigger()
    assert window.store.undo_stack.undoText() == "Save the view “Plans”"
    window.actions_["clear_filter"].trigger()
    assert len(window.order) == 5
    menu = QMenu()
    window.views.fill(menu)
    menu.actions()[0].trigger()
    assert len(window.order) == 1
    (forget,) = menu.findChildren(QMenu)
    forget.actions()[0].trigger()
    assert window.store.document.settings.views == ()
    window.actions_["undo"].trigger()
    assert [view.name for view in window.store.document.settings.views] == ["Plans"]


def test_the_palette_makes_lanes(window: MainWindow, palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "lanes place")
    assert words(palette, "Actions") == ["Timeline lanes: By place"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.store.document.settings.lanes_by == "place"


def test_the_palette_does_an_action(
    window: MainWindow, palette: CommandPalette, qtbot: QtBot, event_like: Find
) -> None:
    qtbot.keyClicks(palette.field, "show rej")
    assert words(palette, "Actions") == ["Show rejected events"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.actions_["show_rejected"].isChecked()


def test_the_palette_finds_events_and_sources(
    window: MainWindow, palette: CommandPalette, qtbot: QtBot, event_like: Find
) -> None:
    qtbot.keyClicks(palette.field, "ferries")
    assert words(palette, "Sources") == ["Ferries run again"]
    assert words(palette, "Events") == [event_like("Ferries").title]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.selection.event_ids == (event_like("Ferries").id,)
    assert window.text.source_id == "ferry"


def test_the_palette_says_which_choice_an_action_is(palette: CommandPalette) -> None:
    palette.search("dark")
    assert words(palette, "Actions") == ["Theme: Dark"]


def test_an_empty_line_offers_what_can_be_asked(window: MainWindow, qtbot: QtBot, press: Press) -> None:
    press(Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(lambda: "place:" in window.search._words.stringList())


def test_the_palette_offers_only_what_can_be_done(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "merge the selected")
    assert words(palette, "Actions") == []
    qtbot.keyClicks(palette.field, " zzz")
    assert palette.nothing.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_the_palette_follows_edits_and_many_events(
    window: MainWindow, palette: CommandPalette, event_like: Find
) -> None:
    palette.search("inspectors")
    event = event_like("Inspectors")
    operations.edit_events(window.store, [event.id], title="Zebra crossing painted")
    many = [replace(event, id=f"x{n}", title=f"Quay {n} repaired") for n in range(500)]
    window.store.apply(Batch(tuple(Insert(each) for each in many)), "Add")
    palette.search("zebra")
    assert words(palette, "Events") == ["Zebra crossing painted"]
    palette.search("quay 499")
    assert words(palette, "Events") == ["Quay 499 repaired"]
    palette.search("quay")
    assert len(words(palette, "Events")) == 40
    window.store.undo_stack.undo()
    palette.search("quay")
    assert words(palette, "Events") == []


def test_question_mark_opens_the_cheat_sheet(window: MainWindow, press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("timeline_app.gui.dialogs.help.ShortcutsDialog.exec", lambda self: opened.append("sheet"))
    window.text.view.setFocus()
    press(Qt.Key.Key_Question)
    press(Qt.Key.Key_Question, SHIFT)
    assert opened == ["sheet", "sheet"]
    assert QApplication.activeModalWidget() is None


def test_words_are_found_in_all_texts_and_shown_there(window: MainWindow, qtbot: QtBot, press: Press) -> None:
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    palette = next(found for found in window.findChildren(CommandPalette) if found.isVisible())
    qtbot.keyClicks(palette.field, "second ferry")
    qtbot.waitUntil(lambda: len(palette.found.rows) == 1)
    row = palette.found.rows[0]
    assert row.lit is not None
    assert row.words[row.lit.start : row.lit.end].casefold() == "second"
    assert row.aside == "Ferries run again"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.text.source_id == "ferry"
    chosen = window.text.selected_span()
    assert chosen is not None
    assert window.store.document.sources["ferry"].text[chosen.start : chosen.end] == "second"


def test_the_palette_finds_words_of_the_texts_too(window: MainWindow, qtbot: QtBot, press: Press) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = next(found for found in window.findChildren(CommandPalette) if found.isVisible())
    qtbot.keyClicks(palette.field, "comments")
    qtbot.waitUntil(lambda: [row.group for row in palette.found.rows] == ["Texts"])
    palette.field.setText("no such words anywhere")
    assert palette.nothing.isVisible()


def test_the_palette_says_which_events_the_filter_hides(window: MainWindow, qtbot: QtBot, press: Press) -> None:
    window.filter.type("ferries")
    window.filter.apply()
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = next(found for found in window.findChildren(CommandPalette) if found.isVisible())
    palette.field.setText("inspectors")
    event = next(row for row in palette.found.rows if row.group == "Events")
    assert event.aside.endswith("hidden by the filter")


def test_plain_words_find_what_no_event_tells_in_the_texts(window: MainWindow, qtbot: QtBot, press: Press) -> None:
    press(Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(window.search, "ferries run")  # a headline, which tells no event
    qtbot.waitUntil(lambda: len(window.order) == 0)
    qtbot.waitUntil(lambda: window.strip.passages.text() == "1 passage in 1 text")
    assert window.strip.count.text() == "0 of 5 events"
    assert window.sources._titles[0].text() == "SOURCES · 1 of 2"
    row = window.sources.sources.rows[window.sources.sources.keys.index("ferry")]
    assert row.details[-1] == "Ferries run again"
    assert row.lit is not None
    assert row.details[-1][row.lit.start : row.lit.end] == "Ferries"
    qtbot.mouseClick(window.strip.passages, Qt.MouseButton.LeftButton)
    palette = next(found for found in window.findChildren(CommandPalette) if found.isVisible())
    assert words(palette, "Texts") == ["Ferries run again"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.text.source_id == "ferry"
    assert window.text.view.textCursor().selectedText() == "Ferries"
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.sources._titles[0].text() == "SOURCES · 2"
    assert window.sources.sources.rows[1].lit is None


def test_a_click_on_a_source_shows_the_first_passage_with_the_words_lit(
    window: MainWindow, qtbot: QtBot, press: Press
) -> None:
    long = FERRY + "\n\nNothing of note.\n" * 200 + "\n\n🚧 The old ferryman 🚧 wept.\n"
    operations.import_analyses(window.store, [analysis_of("long", long, (), TimeValue.day(2024, 10, 20))], [])
    window.filter.type("ferryman")
    window.filter.apply()
    qtbot.waitUntil(lambda: "long" in window.filter.passages)
    qtbot.waitUntil(lambda: "long" in window.sources.sources.keys)
    rows = window.sources.sources
    row = rows.visualRect(rows.model().index(rows.keys.index("long"), 0))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    view = window.text.view
    assert window.text.source_id == "long"
    place = view.rect_of(long.index("ferryman"))
    assert view.viewport().rect().contains(place.center())
    assert window._dresser.colours.hit in colours_below(view, place)
    window.filter.clear()
    assert window._dresser.colours.hit not in colours_below(view, place)


def colours_below(view: SourceView, place: QRect) -> set[str]:
    """The colours about the letters of a word, and in them."""
    image, ratio = view.viewport().grab().toImage(), view.devicePixelRatio()
    points = [(place.left() + x, y) for x in range(40) for y in range(place.top() + 2, place.bottom() - 2)]
    return {image.pixelColor(round(x * ratio), round(y * ratio)).name() for x, y in points}


def test_the_events_of_texts_that_hold_the_words_can_be_shown_too(
    window: MainWindow, qtbot: QtBot, press: Press
) -> None:
    press(Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(window.search, "ferries run")
    qtbot.waitUntil(lambda: window.strip.wider.text() == "Show 2 more events of these texts")
    qtbot.mouseClick(window.strip.wider, Qt.MouseButton.LeftButton)
    assert len(window.order) == 2
    assert not window.strip.wider.isVisible()
    assert [chip.text().strip() for chip in window.strip.chips] == ["in whole texts"]
    qtbot.mouseClick(window.strip.chips[0], Qt.MouseButton.LeftButton)
    assert len(window.order) == 0
    window.search.setText("in:texts ferries -bridge")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert len(window.order) == 2
    assert window.search.text() == "ferries -bridge"
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert len(window.order) == 5


def test_a_view_remembers_that_whole_texts_are_searched(window: MainWindow, qtbot: QtBot) -> None:
    window.filter.type("in:texts run")
    window.filter.enter()
    save_view(window.store, window.order, "runs")
    window.filter.clear()
    window.filter.show_view(window.store.document.settings.views[0])
    assert window.filter.whole_texts
    qtbot.waitUntil(lambda: len(window.order) == 2)


def test_what_is_found_but_hidden_says_so_and_is_shown_by_a_click(
    window: MainWindow, qtbot: QtBot, event_like: Find
) -> None:
    notice = window.inspector.hidden
    window.filter.type("ferry")
    window.filter.apply()
    chosen = event_like("Inspectors")
    window.selection.select_events([chosen.id])
    assert notice.isVisible()
    assert notice.text.text() == "The filter hides this event."
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert window.order.is_shown(chosen.id)
    assert not notice.isVisible()
    assert window.selection.event_ids == (chosen.id,)
    operations.reject_events(window.store, [chosen.id])
    window.selection.select_events([chosen.id])
    assert notice.text.text() == "Rejected events are not shown."
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert window.order.is_shown(chosen.id)


@pytest.mark.parametrize("place", ["search", "title", "date"])
def test_keys_of_the_window_work_in_its_lines(
    window: MainWindow, qtbot: QtBot, press: Press, event_like: Find, place: str
) -> None:
    window.selection.select_events([event_like("Inspectors").id])
    fields = {"search": window.search, "title": window.inspector.title, "date": window.inspector.time.field.edit}
    fields[place].setFocus()
    export = window.actions_["export_csv"].triggered
    export.disconnect()  # the dialog is another test's
    with qtbot.waitSignal(export, timeout=2_000):
        qtbot.keyClick(fields[place], Qt.Key.Key_E, CTRL)
    qtbot.keyClick(fields[place], Qt.Key.Key_A, CTRL)
    assert len(window.selection.event_ids) == 1, "Ctrl+A is the line's own"


def test_the_strip_has_its_height_from_the_first_time(window: MainWindow, qtbot: QtBot) -> None:
    window.filter.type("ferry")
    window.filter.apply()
    bar = window.strip.parentWidget()
    assert bar is not None
    qtbot.waitUntil(lambda: window.strip.isVisible() and bar.height() == bar.sizeHint().height())
    first_height = bar.height()
    window.filter.clear()
    window.filter.type("operator")
    window.filter.apply()
    qtbot.waitUntil(lambda: bar.height() == bar.sizeHint().height())
    assert bar.height() == first_height
