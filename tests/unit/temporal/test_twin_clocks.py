"""One hour on two clocks shows the zone of the place that is told of."""

import pytest

from timeline_app.model.bounds import begin_until
from timeline_app.model.source import DocumentKind, PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences


def read(text: str, time_zone: str | None = None) -> list[str | None]:
    """The begin of every phrase of a text published on 9 June 2018."""
    context = PublicationContext(TimeValue.day(2018, 6, 9), time_zone, document_kind=DocumentKind.NEWS)
    found = resolve_all(find_expressions("s", text, split_sentences(text)), context)
    return [begin_until(e.time)[0] if e.time is not None else None for e in found]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("A bomb went off at 7:10 a.m. (0410 GMT).", ["2018-06-09T07:10+03:00", "2018-06-09T04:10Z"]),
        ("A bomb went off at 7:10 a.m. local time, 0410 GMT.", ["2018-06-09T07:10+03:00", "2018-06-09T04:10Z"]),
        ("A bomb went off at 0410 GMT (7:10 a.m.).", ["2018-06-09T04:10Z", "2018-06-09T07:10+03:00"]),
        ("The quake struck at 11:30 (0545 UTC).", ["2018-06-09T11:30+05:45", "2018-06-09T05:45Z"]),
        ("Polls closed at 7 p.m. (2300 GMT).", ["2018-06-09T19:00-04:00", "2018-06-09T23:00Z"]),
        ("Flares were seen at 3 p.m. (0200 GMT).", ["2018-06-09T15:00+13:00", "2018-06-09T02:00Z"]),
    ],
)
def test_an_hour_has_the_zone_that_its_twin_shows(text: str, begins: list[str]) -> None:
    assert read(text) == begins


def test_the_twin_of_a_small_hour_is_of_the_day_before() -> None:
    begins = read("The dam broke at 1 a.m. on Friday (2200 GMT).")
    assert begins == ["2018-06-08T01:00+03:00", "2018-06-07T22:00Z"]


def test_other_hours_of_the_text_share_the_zone_that_all_pairs_show() -> None:
    begins = read("A bomb went off at 7:10 a.m. (0410 GMT). Police came at 8 a.m. local time and left at 9:30 a.m.")
    assert begins[2:] == ["2018-06-09T08:00+03:00", "2018-06-09T09:30+03:00"]


def test_where_pairs_differ_each_has_its_own() -> None:
    text = "He flew at 7:10 a.m. (0410 GMT). He landed at 9 a.m. (0700 GMT). He spoke at 11 a.m. and left at noon."
    assert read(text)[::2] == ["2018-06-09T07:10+03:00", "2018-06-09T09:00+02:00", "2018-06-09T11:00"]


def test_a_zone_that_is_named_stays() -> None:
    assert read("A bomb went off at 7:10 a.m. (0410 GMT). It met at 9 a.m. EDT.")[2] == "2018-06-09T09:00-04:00"


def test_the_pair_outweighs_the_zone_of_the_paper() -> None:
    assert read("A bomb went off at 7:10 a.m. (0410 GMT).", "Europe/London")[0] == "2018-06-09T07:10+03:00"


@pytest.mark.parametrize(
    "text",
    [
        "The shop opens at 8 a.m. It was 0410 GMT when the bomb went off.",  # two sentences
        "He called at 7:10 a.m. and again at 0410 GMT.",
        "He slept until 7:10 a.m. (0423 GMT).",  # no zone is 2 h 47 min off
    ],
)
def test_two_hours_that_are_no_pair_show_nothing(text: str) -> None:
    assert [begin for begin in read(text) if begin is not None and "+" in begin] == []


def test_the_explanation_names_the_local_time() -> None:
    text = "A bomb went off at 7:10 a.m. (0410 GMT)."
    context = PublicationContext(TimeValue.day(2018, 6, 9), document_kind=DocumentKind.NEWS)
    first = resolve_all(find_expressions("s", text, split_sentences(text)), context)[0]
    assert first.reading is not None
    assert "local time UTC+03:00" in first.reading.explanation


def test_the_story_goes_on_from_the_hour_of_the_place_and_not_its_twin() -> None:
    text = "Nine died on Friday. A bomb went off at 7:10 a.m. (0410 GMT). Police came at 8 a.m."
    context = PublicationContext(TimeValue.day(2018, 6, 9), document_kind=DocumentKind.NEWS)
    later = resolve_all(find_expressions("s", text, split_sentences(text)), context)[3]
    assert later.reading is not None
    assert later.reading.anchor.value == "2018-06-08T07:10+03:00"
