"""Words of the query are lit wherever the text that is in view holds them."""

import hashlib
from typing import Any

import pytest
from PySide6.QtGui import QColor

from timeline_app.gui.palette import palette_for
from timeline_app.gui.text_pane.source_view import SourceView
from timeline_app.model.document import TimelineDocument
from timeline_app.model.source import Source


@pytest.fixture
def lit(qtbot: Any) -> Any:
    def show(text: str, words: list[str], scrolled: int = 0) -> list[int]:
        """The heights at which something is lit, in pixels of a view of 300 × 200."""
        document = TimelineDocument()
        document.sources["s"] = Source("s", "n", "t", text, hashlib.sha256(text.encode()).hexdigest())
        view = SourceView()
        qtbot.addWidget(view)
        view.is_shown = lambda _event: True
        colours = palette_for(False)
        view.set_palette_colors(colours)
        view.resize(300, 200)
        view.show_source(document, "s")
        view.show()
        view.verticalScrollBar().setValue(scrolled)
        view.light_words(words)
        image, hit = view.viewport().grab().toImage(), QColor(colours.hit)
        return [y for y in range(image.height()) if any(image.pixelColor(x, y) == hit for x in range(image.width()))]

    return show


@pytest.mark.parametrize("first", ["", "\U0001f600\U0001f600 "])
def test_a_paragraph_of_many_screens_is_lit_where_it_is_in_view(lit: Any, first: str) -> None:
    text = first + "here we see the seven men " * 2_000
    top, further = lit(text, ["seven", "see  the"]), lit(text, ["seven"], 500)
    for rows in (top, further):
        assert rows[0] < 60
        assert rows[-1] > 140
    assert lit(text, ["eight"]) == []


def test_places_behind_letters_of_two_units_are_found_one_after_the_other(lit: Any) -> None:
    text = "\n\n".join("\U0001f600 one " * count + "here" for count in (1, 3))
    assert lit(text, ["here"])
    assert lit(text, ["one"])
    assert lit(text, ["\U0001f600 here"]) == []
