"""Pages copied as a whole, menus and all: where their story begins, what it is called and of which day it is."""

import pytest

from timeline_app.extraction.imprint import title_of
from timeline_app.extraction.publication import ContextOptions, publication_context
from timeline_app.extraction.quick_sentences import rule_sentences
from timeline_app.extraction.segmentation import segment
from timeline_app.model.calendar import civil
from timeline_app.model.source import PublicationContext, SegmentKind
from timeline_app.temporal.tagger import find_expressions

MENU = """Meridian Online
Get the free Meridian app now
Log in
Your account settings
World
Ostria
Business
Markets
2024 Elections
2024 Elections
Shipping and Trade News
2024 Elections
Harbour Picture Galleries
Weather
Opinion
More"""
TITLE = "Ferry runs aground off Salva"
STORY = (
    "A ferry with 40 people on board ran aground off Salva on Monday, the coast guard said.\n"
    "All of them were brought ashore by two fishing boats within an hour of the first call.\n"
    "The ministry sent a tug on Tuesday, and the ferry was towed to Kelva in the afternoon.\n"
)
FOOT = "Most read\nMinister resigns over port deal\nTwo held after fire in Kelva\n© 2019 Meridian Media"


def page(*top: str) -> str:
    return "\n".join((MENU, *top, STORY, FOOT))


def context(text: str) -> PublicationContext:
    return publication_context(text, segment(text), ContextOptions())


def day(text: str) -> tuple[int, int, int] | None:
    published = context(text).published
    return None if published is None else tuple(civil(published.first_day))


TOPS = [
    (TITLE, "By Jane Roe", "Updated 9:22 PM EST, Tue March 12, 2019", "Share this"),
    ("Port Report March 12, 2019, 5:00PM EST", TITLE, "By Jane Roe"),
    ("Updated: March 12, 2019, 5:02 PM ET", TITLE, "Who left the lights of the mole dark?", "By Jane Roe"),
    (TITLE, "Jane Roe | Mar. 12, 2019, 3:17 PM | 1,209 | 5", "x", "Email Sent!"),
    (TITLE, "March 12, 2019 -- Updated 0203 GMT (1003 HKT)"),
    (TITLE, "by Jane Roe", "12 Mar 2019", "Comments: 9"),
    (TITLE, "By JANE ROE 3/12/19 09:19 PM ET"),
    (TITLE, "Forty people are brought ashore by fishermen after the grounding of the ferry", "9:39AM BST 12 Mar 2019"),
]


@pytest.mark.parametrize("top", TOPS)
def test_the_headline_stands_beside_what_dates_it(top: tuple[str, ...]) -> None:
    text = page(*top)
    parts = segment(text)
    assert title_of(text, parts) == TITLE
    assert day(text) == (2019, 3, 12)
    told = "".join(text[p.span.start : p.span.end] for p in parts if p.kind.carries_events)
    assert "Harbour Picture Galleries" not in told
    assert "free Meridian app" not in told
    assert all(line in told for line in STORY.splitlines())


def test_the_day_on_which_a_page_was_looked_at_is_not_its_own() -> None:
    text = "Friday, March 15, 2019\n" + page(TITLE, "By Jane Roe", "12 March 2019")
    assert day(text) == (2019, 3, 12)
    assert day("Friday, March 15, 2019\n" + page(TITLE, "By Jane Roe")) == (2019, 3, 15)  # the best that there is


def test_films_between_headline_and_story_tell_nothing() -> None:
    films = [line for n in range(8) for line in (f"Watch how ferry number {n} sank near the port", f"0{n % 3}:1{n}")]
    text = page(TITLE, "By Jane Roe", "Updated 9:22 PM EST, Tue March 12, 2019", *films, "See more films of the port")
    told = [part for part in segment(text) if part.kind.carries_events]
    assert SegmentKind.UPDATE not in {part.kind for part in told}
    assert not any("number 4" in text[part.span.start : part.span.end] for part in told)


def test_a_list_that_tells_is_no_menu() -> None:
    lines = [f"{year} Quay number {year - 1990} is built" for year in range(1991, 2001)]
    text = "\n".join(["Port of Salva", *lines, "Published 12 March 2019", STORY])
    told = "".join(text[p.span.start : p.span.end] for p in segment(text) if p.kind.carries_events)
    assert all(line in told for line in lines)


def test_a_text_without_menus_is_left_as_it_is() -> None:
    text = f"{TITLE}\n\nBy Jane Roe\n\n12 March 2019\n\n{STORY}"
    assert title_of(text, segment(text)) == TITLE
    assert day(text) == (2019, 3, 12)


@pytest.mark.parametrize(
    ("stamp", "zone"),
    [("Updated 9:22 PM EST, Tue March 12, 2019", "-05:00"), ("Updated 12 March 2019 21:22 GMT", None)],
)
def test_the_zone_of_a_visible_stamp_is_that_of_the_page(stamp: str, zone: str | None) -> None:
    assert context(page(TITLE, "By Jane Roe", stamp)).time_zone == zone


def test_lengths_of_songs_are_no_hours_and_a_log_of_the_night_is_one() -> None:
    songs = ["Tears of the Port 3:06", "Deadlock 2:21", "A Raw Deal 2:25", "Standing in the Sunset 8:16", "Bottom 2:30"]
    text = "\n".join((STORY, *songs, STORY.replace("ferry", "barge")))
    assert "Deadlock" not in "".join(text[p.span.start : p.span.end] for p in segment(text) if p.kind.carries_events)
    log = [
        "Alarm raised at 1:06",
        "Tug called at 1:21",
        "Tug sails at 2:25",
        "Tug arrives at 3:16",
        "Ferry afloat at 4:30",
    ]
    text = "\n".join((STORY, *log, STORY.replace("ferry", "barge")))
    assert "Tug sails" in "".join(text[p.span.start : p.span.end] for p in segment(text) if p.kind.carries_events)


def test_the_length_of_a_film_heads_no_entry() -> None:
    films = ["03:29 - Source: Meridian", "02:12 - Source: Meridian", "01:22 - Source: Meridian"]
    text = "\n\n".join((TITLE, films[0], STORY, films[1], STORY.replace("ferry", "barge"), films[2], "Then it sailed."))
    assert SegmentKind.UPDATE not in {part.kind for part in segment(text)}


def headers(text: str) -> list[str]:
    """The days that head a section, as written."""
    segments = segment(text)
    found = find_expressions("s", text, rule_sentences(text, segments, "en"), segments)
    return [text[e.span.start : e.span.end] for e in found if e.is_header]


LINKED = "Related articles\nTwo held after fire in Kelva\n25 February 2019\nTug for Salva is built\n21 February 2019\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n12 March 2019\n\n{STORY}\n{LINKED}\nThe owner said that the lamps had been dark for an hour.\n",
        "\n".join((MENU, "May 04, 2019", "Tug for Salva", "May 02, 2019", MENU, TITLE, "By Jane Roe", "", STORY)),
    ],
)
def test_the_day_of_another_story_dates_nothing_of_this_one(text: str) -> None:
    assert not any("February" in day or "May" in day for day in headers(text))


def test_the_days_of_a_chronology_date_what_stands_below_them() -> None:
    text = f"{TITLE}\n\n4 March 2019\n\n{STORY}\n\n5 March 2019\n\n{STORY.replace('ferry', 'barge')}\n"
    assert headers(text) == ["4 March 2019", "5 March 2019"]
