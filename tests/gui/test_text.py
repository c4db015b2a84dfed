"""Positions between code points and UTF-16, and the look of a source's text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.text_pane.explain import explain_html
from timeline_app.gui.text_pane.offsets import ShownText
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


def underline_at(window: MainWindow, words: str) -> tuple[QTextCharFormat.UnderlineStyle, str]:
    """Style and colour of the underline of some words."""
    view = window.text.view
    text = window.store.document.sources[window.text.source_id or ""].text
    cursor = view.textCursor()
    cursor.setPosition(ShownText(text).to_qt(text.index(words)) + 1)
    return cursor.charFormat().underlineStyle(), cursor.charFormat().underlineColor().name()


def test_resolved_ambiguous_and_unresolved_look_different(window: MainWindow) -> None:
    colours = window.text.view._colours
    solid = (QTextCharFormat.UnderlineStyle.SingleUnderline, colours.timex_date)
    assert underline_at(window, "21 October 2024") == solid
    assert underline_at(window, "this weekend") == solid, "another reading alone does not make a phrase unclear"
    window.selection.select_source("ferry")
    assert underline_at(window, "6/7/2025")[0] is QTextCharFormat.UnderlineStyle.DotLine


@pytest.mark.usefixtures("undated")
def test_without_a_publication_date_relative_phrases_are_red(empty_window: MainWindow) -> None:
    colours = empty_window.text.view._colours
    assert underline_at(empty_window, "last Wednesday") == (
        QTextCharFormat.UnderlineStyle.WaveUnderline,
        colours.unresolved,
    )
    assert underline_at(empty_window, "21 October 2024")[1] == colours.timex_date


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
