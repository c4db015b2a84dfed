"""What an analyst sets for a source changes how its phrases are read: order, kind, hemisphere, years, weeks, zone."""

import pytest

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.bounds import begin_until
from timeline_app.model.edtf import from_edtf
from timeline_app.model.source import DateOrder, DocumentKind, Hemisphere, PublicationContext
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences

SUNDAY, SATURDAY = 6, 5


def read(text: str, published: str = "2018-05-28", **settings: object) -> list[TimeExpression]:
    context = PublicationContext(from_edtf(published), **settings)  # type: ignore[arg-type]
    return resolve_all(find_expressions("s", text, split_sentences(text)), context)


def bounds(text: str, published: str = "2018-05-28", **settings: object) -> str:
    found = read(text, published, **settings)[-1]
    assert found.time is not None, found.reading
    return "..".join(edge or "" for edge in begin_until(found.time))


@pytest.mark.parametrize(
    ("phrase", "monday", "sunday", "saturday"),
    [
        ("last week", "2018-05-21..2018-05-27", "2018-05-20..2018-05-26", "2018-05-19..2018-05-25"),
        ("this week", "2018-05-28..2018-06-03", "2018-05-27..2018-06-02", "2018-05-26..2018-06-01"),
        ("next week", "2018-06-04..2018-06-10", "2018-06-03..2018-06-09", "2018-06-02..2018-06-08"),
    ],
)
def test_weeks_begin_where_the_source_says(phrase: str, monday: str, sunday: str, saturday: str) -> None:
    text = f"The ferry was closed {phrase}."
    assert bounds(text) == monday
    assert bounds(text, week_start=SUNDAY) == sunday
    assert bounds(text, week_start=SATURDAY) == saturday


@pytest.mark.parametrize(
    ("phrase", "north", "south"),
    [
        ("the summer of 2017", "2017-06-01..2017-08-31", "2016-12-01..2017-02-28"),
        ("last summer", "2017-06-01..2017-08-31", "2017-12-01..2018-02-28"),
        ("last winter", "2017-12-01..2018-02-28", "2017-06-01..2017-08-31"),
    ],
)
def test_seasons_are_those_of_the_hemisphere(phrase: str, north: str, south: str) -> None:
    text = f"The dam was closed in {phrase}."
    assert bounds(text) == north
    assert bounds(text, hemisphere=Hemisphere.SOUTH) == south


@pytest.mark.parametrize(
    ("phrase", "calendar", "october"),
    [
        ("fiscal 2019", "2019-01-01..2019-12-31", "2018-10-01..2019-09-30"),
        ("FY2017", "2017-01-01..2017-12-31", "2016-10-01..2017-09-30"),
        ("last fiscal year", "2017-01-01..2017-12-31", "2016-10-01..2017-09-30"),
        ("the fiscal second quarter of 2018", "2018-04-01..2018-06-30", "2018-01-01..2018-03-31"),
        ("the first fiscal quarter of 2018", "2018-01-01..2018-03-31", "2017-10-01..2017-12-31"),
    ],
)
def test_fiscal_years_start_where_the_source_says(phrase: str, calendar: str, october: str) -> None:
    text = f"Losses grew in {phrase}."
    assert bounds(text) == calendar
    assert bounds(text, fiscal_year_start=10) == october


def test_figures_follow_the_date_order_and_are_ambiguous_without_one() -> None:
    text = "The pact was signed on 6/7/2017."
    assert bounds(text, date_order=DateOrder.MDY) == "2017-06-07..2017-06-07"
    assert bounds(text, date_order=DateOrder.DMY) == "2017-07-06..2017-07-06"
    (unsure,) = read(text)
    assert unsure.reading is not None
    assert {unsure.reading.value, *(other.value for other in unsure.reading.alternatives)} == {
        "2017-06-07",
        "2017-07-06",
    }
    assert "date order" in (unsure.reading.warning or "")


def test_the_kind_decides_what_a_bare_date_continues() -> None:
    text = "The town fell in June 1916. On 3 July the bridge was blown up."
    assert bounds(text, document_kind=DocumentKind.NARRATIVE) == "1916-07-03..1916-07-03"
    assert bounds("On 3 July the bridge was blown up.", document_kind=DocumentKind.NEWS) == "2017-07-03..2017-07-03"


@pytest.mark.parametrize(
    ("written", "zone", "expected"),
    [
        ("13:30 IST", "Asia/Kolkata", "2018-05-28T13:30+05:30"),
        ("13:30 IST", "Asia/Jerusalem", "2018-05-28T13:30+02:00"),
        ("13:30 EST", None, "2018-05-28T13:30-05:00"),
        ("13:30 EST", "Australia/Sydney", "2018-05-28T13:30+10:00"),
        ("1:30 p.m. EDT", "Europe/Kyiv", "2018-05-28T13:30-04:00"),
        ("13:30 UTC+05:30", "Europe/Kyiv", "2018-05-28T13:30+05:30"),
        ("1:30 p.m. Moscow time", "Europe/London", "2018-05-28T13:30+03:00"),
        ("1:30 p.m. Toronto time", None, "2018-05-28T13:30-04:00"),
    ],
)
def test_a_clock_reading_has_the_zone_that_it_names(written: str, zone: str | None, expected: str) -> None:
    found = read(f"The power failed at {written}.", time_zone=zone)[0]
    assert found.reading is not None
    assert found.reading.value == expected


def test_local_time_is_the_sources_own_with_its_summer_time() -> None:
    kyiv = {"time_zone": "Europe/Kyiv"}
    assert bounds("The power failed at 13:30 local time.", **kyiv) == "2018-05-28T13:30+03:00..2018-05-28T13:30+03:00"
    winter = bounds("The power failed at 13:30 local time.", "2018-01-15", **kyiv)
    assert winter == "2018-01-15T13:30+02:00..2018-01-15T13:30+02:00"


def test_an_abbreviation_of_several_zones_keeps_the_others() -> None:
    (found,) = read("The power failed at 13:30 IST.", time_zone="Asia/Kolkata")
    assert found.reading is not None
    assert {other.value for other in found.reading.alternatives} >= {"2018-05-28T13:30+02:00", "2018-05-28T13:30+01:00"}
