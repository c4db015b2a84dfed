"""Positions between code points and UTF-16, and the look of a source's text."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.gui.conftest import BRIDGE
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.text_pane.correction import CorrectionCard
from timeline_app.gui.text_pane.explain import explain_html
from timeline_app.gui.text_pane.offsets import ShownText
from timeline_app.gui.text_pane.source_view import SourceView
from timeline_app.model.change import Insert, Remove
from timeline_app.model.display import describe
from timeline_app.model.document import TimelineDocument
from timeline_app.model.ids import text_sha256
from timeline_app.model.source import Source
from timeline_app.model.token import Span
from timeline_app.workspace import operations

SAMPLES = [
    "",
    "plain",
    "a🚧b",
    "🚧🚧",
    "one\r\ntwo\rthree\n",
    "é\u2028\u2029x",
    "\ud800 lone",
    "nul\x00nul",
    "x" * 50_001,
]


@pytest.mark.parametrize("text", SAMPLES)
def test_qt_shows_as_many_positions_as_are_counted(text: str, qtbot: QtBot) -> None:
    shown = ShownText(text)
    editor = QPlainTextEdit()
    qtbot.addWidget(editor)
    editor.setPlainText(shown.shown)
    assert editor.document().characterCount() - 1 == shown.to_qt(len(text))


@given(st.text(alphabet=st.sampled_from("ab \r\n🚧é\x00\ud800"), max_size=60))
def test_positions_round_trip(text: str) -> None:
    shown = ShownText(text)
    units = [shown.to_qt(i) for i in range(len(text) + 1)]
    assert units == sorted(units)
    for offset, unit in enumerate(units):
        hidden = (
            text[offset - 1 : offset + 1] == "\r\n" and offset > 0
        )  # the line feed of a pair has no place of its own
        assert shown.to_source(unit) == offset + hidden


def test_long_lines_are_broken_at_blanks() -> None:
    shown = ShownText("word " * 9_000)
    lines = shown.shown.split("\n")
    assert len(lines) == 3
    assert all(line.endswith(" ") for line in lines)


def pixels_at(window: MainWindow, words: str) -> set[str]:
    """The colours of the line below some words of the text, as they are on the screen."""
    view = window.text.view
    text = window.store.document.sources[window.text.source_id or ""].text
    start = text.index(words)
    view.reveal(Span(start, start + len(words)))
    first, last = view.rect_of(start), view.rect_of(start + len(words))
    image = view.viewport().grab().toImage()
    below = range(first.top() + first.height() // 2, min(first.bottom() + 4, image.height()))
    return {image.pixelColor(x, y).name() for x in range(first.left() + 1, last.left() - 1) for y in below}


def dots_at(window: MainWindow, words: str, colour: str) -> float:
    """Which share of the line below some words, as far as they stand on one line, is drawn."""
    view = window.text.view
    text = window.store.document.sources[window.text.source_id or ""].text
    start = text.index(words)
    first, last = view.rect_of(start), view.rect_of(start + len(words))
    if last.top() != first.top():
        last = view.rect_of(start + words.index(" "))
    image = view.viewport().grab().toImage()
    rows = [
        [image.pixelColor(x, y).name() == colour for x in range(first.left() + 1, last.left() - 1)]
        for y in range(first.top(), min(first.bottom() + 4, image.height()))
    ]
    return max(sum(row) / len(row) for row in rows)


def test_resolved_ambiguous_and_unresolved_look_different(window: MainWindow) -> None:
    colours = window.text.view._colours
    assert dots_at(window, "21 October 2024", colours.timex_date) > 0.9
    assert dots_at(window, "this weekend", colours.timex_date) > 0.9, "another reading alone is not unclear"
    window.selection.select_source("ferry")
    assert 0.1 < dots_at(window, "6/7/2025", colours.timex_date) < 0.8, "an unclear reading is dotted"


@pytest.mark.usefixtures("undated")
def test_without_a_publication_date_relative_phrases_are_red(empty_window: MainWindow) -> None:
    colours = empty_window.text.view._colours
    assert dots_at(empty_window, "last Wednesday", colours.unresolved) > 0
    assert dots_at(empty_window, "21 October 2024", colours.timex_date) > 0.9


def test_boilerplate_is_paler_than_the_text(window: MainWindow) -> None:
    text = window.text.view._colours.text
    assert text in pixels_at(window, "council")
    assert text not in pixels_at(window, "26 comments")


def test_the_filter_takes_bands_and_markers_away(window: MainWindow) -> None:
    view = window.text.view
    assert len(view.marks.bands) == 3
    assert len(window.text.margin.placed()) == 3
    window.filter.type("inspectors")
    window.filter.apply()
    (band,) = view.marks.bands
    assert BRIDGE[band.start : band.end].startswith("Inspectors met")
    assert len(window.text.margin.placed()) == 1


def test_a_marker_selects_its_event(window: MainWindow, qtbot: QtBot) -> None:
    margin = window.text.margin
    middle, marker, _ = margin.placed()[1]
    qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    assert window.selection.event_ids == (marker.event_id,)
    assert window.text.view.lit is not None


def test_find_in_the_text_counts_and_goes_round(window: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    window.text.view.setFocus()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    bar = window.text.find_bar
    qtbot.keyClicks(bar.field, "the operator")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 2"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 2"
    qtbot.keyClick(bar.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "2 of 2"
    bar.field.setText("zeppelin")
    bar.search()
    assert bar.count.text() == "not found"
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert window.text.view.hasFocus()


def test_a_phrase_is_corrected_by_two_clicks(window: MainWindow) -> None:
    menu = window.text.menu_at(BRIDGE.index("this weekend") + 2)
    texts = [action.text() for action in menu.actions()]
    assert "Sat 12 – Sun 13 October 2024" in texts
    other = next(a for a in menu.actions() if a.text().startswith("Sat 19"))
    other.trigger()
    event = next(e for e in window.store.document.events.values() if "Inspectors" in e.title)
    assert describe(event.time) == "19–20 October 2024"
    window.store.undo_stack.undo()
    assert describe(window.store.document.events[event.id].time) == "12–13 October 2024"


def test_a_phrase_is_corrected_by_keys(window: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    event = next(e for e in window.store.document.events.values() if "Inspectors" in e.title)
    window.selection.select_events([event.id])
    window.text.view.setFocus()
    press(Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    card = window.text.findChild(CorrectionCard)
    qtbot.keyClicks(card.field.edit, "1 October")
    assert card.field.reading.text() == "→ 1 October 2024"
    qtbot.keyClick(card.field.edit, Qt.Key.Key_Return)
    assert describe(window.store.document.events[event.id].time) == "1 October 2024"


def test_letters_grow_and_the_place_is_kept(window: MainWindow, press: Callable[..., None]) -> None:
    view = window.text.view
    before = view.font().pixelSize()
    press(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.font().pixelSize() == before + 1


def test_text_from_right_to_left_is_marked_where_it_stands(window: MainWindow) -> None:
    text = "שלום לכולם היום\n"
    like = window.store.document.sources["ferry"]
    source = replace(like, id="rtl", text=text, sha256=text_sha256(text), segments=(), position=5)
    window.store.apply(Insert(source), "Add")
    window.selection.select_source("rtl")
    view = window.text.view
    first, last = view.rect_of(0), view.rect_of(len(text) - 1)
    assert first.left() > last.left() > 0, "the text runs to the left"
    assert first.left() > view.viewport().width() // 2, "and begins at the right"
    assert view.offset_at(QPoint(first.left() - 3, first.center().y())) == 0
    view.light(Span(0, 4))
    image = view.viewport().grab().toImage()
    lit = view._colours.event_band_selected
    row = [x for x in range(image.width()) if image.pixelColor(x, first.top() - 1).name() == lit]
    assert row
    assert min(row) > last.left(), "only the first word is lit, at the right"
    right = view.rect_of(0).right()
    for wider in (60, 0, 60, 0):  # a pane that is dragged, and back
        window.resizeDocks([window.docks["sources"]], [300 + wider], Qt.Orientation.Horizontal)
        QTest.qWait(5)
        view.viewport().grab()
    view.resize(view.width() - 1, view.height())
    view._forget_layout()
    view.viewport().grab()
    view._forget_layout()
    view.viewport().grab()
    assert abs(view.rect_of(0).right() - right) <= 30, "it stays at the right edge, in view"


def test_hover_explains(window: MainWindow) -> None:
    document = window.store.document
    weekend = next(e for e in document.expressions.values() if e.phrase == "this weekend")
    event = next(e for e in document.events.values() if "Inspectors" in e.title)
    html = explain_html(document, weekend, [event.id])
    assert "“this weekend” →" in html
    assert "12–13 October 2024" in html
    assert event.title in html


def test_hover_shows_markup_of_documents_as_text(window: MainWindow) -> None:
    event_id = next(iter(window.store.document.events))
    operations.edit_events(window.store, [event_id], title="<img src=x> & co")
    assert "&lt;img src=x&gt; &amp; co" in explain_html(window.store.document, None, [event_id])


def test_a_source_that_an_undo_has_just_taken_away_has_no_marks(qtbot: QtBot) -> None:
    document, view = TimelineDocument(), SourceView()
    qtbot.addWidget(view)
    document.apply(Insert(Source("s", "s.txt", "", "The dam held.", text_sha256("The dam held."))))
    view.show_source(document, "s")
    document.apply(Remove(Source, "s"))
    view.refresh_marks(only_if_changed=True)
    assert view.pairs == []
