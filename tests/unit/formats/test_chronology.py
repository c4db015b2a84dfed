"""The chronology reads well, fits the terminal and lets nothing through that controls it."""

from dataclasses import replace

import pytest

from timeline_app.formats.chronology import chronology
from timeline_app.formats.plain_text import clean, columns, wrap
from timeline_app.model.change import Insert, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.ids import text_sha256
from timeline_app.model.source import Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span

EXPECTED = """\
Port Ellery · 2 events · 1 undated · 2 documents
════════════════════════════════════════════════════════════════════════════════════════
[1] Report — published Mon 18 March 2024 (Europe/Lisbon)
[2] Letter — published Mon 18 March 2024 (Europe/Lisbon)

  15 March 2024               ● The ferry Maren ran aground
                                Port Ellery · according to the mayor · “last Friday” · 2
                                documents · 2 origins
                                [1] “The ferry Maren ran aground last Friday.”
                                [2] “The Maren ran aground on 15 March; the owner denies
                                    it.”

  2 April 2024 09:00          ○ =HYPERLINK repairs begin
  Europe/Lisbon                 planned · time set by the analyst
                                [2] “Repairs will begin next month.”

Undated
────────────────────────────────────────────────────────────────────────────────────────
  ✗ The owner denies it

● happened  ○ planned  ✗ denied
"""


def test_it_reads_like_this(document: TimelineDocument) -> None:
    assert chronology(document, 88) == EXPECTED


@pytest.mark.parametrize("width", [1, 60, 79, 120, 400])
def test_no_line_is_too_wide(document: TimelineDocument, width: int) -> None:
    event = document.events["e1"]
    document.apply(Replace(replace(event, title="港" * 90 + " Donaudampfschifffahrtsgesellschaft" * 9, place="y" * 99)))
    assert max(map(columns, chronology(document, width).splitlines())) <= max(60, min(width, 120))


def test_nothing_controls_the_terminal(document: TimelineDocument) -> None:
    event = document.events["e1"]
    title = "\x1b[31mred\x1b]0;title\x07 \u202egnp.exe\r\n\x9b2Jend\x00"
    document.apply(Replace(replace(event, title=title, phrase="\x1b[2J", place="\x07")))
    shown = chronology(document)
    assert all(c == "\n" or c.isprintable() for c in shown)
    assert "● red gnp.exe end" in shown


def test_a_long_sentence_is_quoted_around_its_time(document: TimelineDocument) -> None:
    text = "word " * 60 + "in May 2019 the last crane fell " + "word " * 60
    start = text.index("May 2019")
    document.apply(Insert(Source("x", "long.txt", "Long", text, text_sha256(text), position=2)))
    document.apply(Insert(Event("e9", "The last crane fell", resolved=TimeValue.month(2019, 5))))
    document.apply(Insert(SourceLink("k9", "e9", "x", Span(0, len(text)), Span(start, start + 8))))
    shown = " ".join(chronology(document).split())
    assert "[3] “… word" in shown
    assert "word in May 2019 the last crane fell word" in shown
    assert "word …” " in shown


def test_an_empty_project_says_so() -> None:
    assert "No events were found." in chronology(TimelineDocument())


def test_plain_text() -> None:
    assert clean("  a\tb\x1b[0m\nc ") == "a b c"
    assert columns("港e\u0301") == 3
    assert wrap("aa bb cccccc", 5) == ["aa bb", "ccccc", "c"]
    assert wrap("", 5) == []
