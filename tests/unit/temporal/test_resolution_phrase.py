"""What an analyst types into a date field, and what is answered when it is no date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.bounds import begin_until
from timeline_app.model.display import describe
from timeline_app.model.edtf import from_edtf
from timeline_app.model.source import DateOrder, PublicationContext
from timeline_app.model.token import Tense
from timeline_app.temporal.phrase import PhraseError, read_time

CONTEXT = PublicationContext(from_edtf("2018-05-28"))


def typed(text: str, tense: Tense | None = None, context: PublicationContext = CONTEXT) -> str:
    begin, until = begin_until(read_time(text, context, tense))
    return f"{begin}" if begin == until else f"{begin}..{until}"


def test_the_small_hours_are_those_before_dawn() -> None:
    small, dawn = read_time("the early hours of 27 May", CONTEXT), read_time("dawn on 27 May", CONTEXT)
    assert [(edge or 0) // 3600 % 24 for edge in (small.earliest_start, small.latest_end)] == [0, 6]
    assert (describe(small), describe(dawn)) == ("27 May 2018, early hours", "27 May 2018, dawn")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28 May 2018", "2018-05-28"),
        ("May 28, 2018", "2018-05-28"),
        ("  28   May  2018 ", "2018-05-28"),
        ("28 May 2018 1330 GMT", "2018-05-28T13:30Z"),
        ("2018-05-28T13:30Z", "2018-05-28T13:30Z"),
        ("2018-05-28 13:30", "2018-05-28T13:30"),
        ("2018-05-28 13:30 +02:00", "2018-05-28T13:30+02:00"),
        ("2018-05-28 13:30Z", "2018-05-28T13:30Z"),
        ("28 May 2018 13:30 +02:00", "2018-05-28T13:30+02:00"),
        ("2018-05-28", "2018-05-28"),
        ("2018-05", "2018-05-01..2018-05-31"),
        ("2018", "2018-01-01..2018-12-31"),
        ("2011/2014", "2011-01-01..2014-12-31"),
        ("../2018-05-28", "None..2018-05-28"),
        ("199X", "1990-01-01..1999-12-31"),
        ("last weekend", "2018-05-26..2018-05-27"),
        ("two weeks ago", "2018-05-14..2018-05-20"),
        ("yesterday evening", "2018-05-27"),
        ("between 3 and 7 May", "2018-05-03..2018-05-07"),
        ("from 12 to 15 April 2018", "2018-04-12..2018-04-15"),
        ("10-12 May 2018", "2018-05-10..2018-05-12"),
        ("2014 to 2016", "2014-01-01..2016-12-31"),
        ("last Friday to Sunday", "2018-05-25..2018-05-27"),
        ("since Friday", "2018-05-25..None"),
        ("26.9.", "2017-09-26"),
        ("28/05", "2018-05-28"),
        ("9 p.m. Montreal time", "2018-05-28T21:00-04:00"),
        ("9 p.m. Buenos Aires time", "2018-05-28T21:00-03:00"),
        ("Purim 2018", "2018-03-01"),
        ("the week beginning 14 May", "2018-05-14..2018-05-20"),
        ("week 3 of 2027", "2027-01-18..2027-01-24"),
        ("half past 3 pm", "2018-05-28T15:30"),
        ("until 3 May", "None..2018-05-03"),
        ("no later than 3 May", "None..2018-05-03"),
        ("early 2011", "2011-01-01..2011-12-31"),
        ("44 BC", "-0043-01-01..-0043-12-31"),
    ],
)
def test_dates_are_read_as_they_are_typed(text: str, expected: str) -> None:
    assert typed(text) == expected


def test_what_is_typed_about_a_plan_looks_ahead() -> None:
    assert typed("10 June", Tense.FUTURE) == "2018-06-10"
    assert typed("10 June", Tense.PAST) == "2017-06-10"


def test_numeric_dates_follow_the_source() -> None:
    american = PublicationContext(CONTEXT.published, date_order=DateOrder.MDY)
    british = PublicationContext(CONTEXT.published, date_order=DateOrder.DMY)
    assert (typed("6/7/2018", context=american), typed("6/7/2018", context=british)) == ("2018-06-07", "2018-07-06")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Type a date"),
        ("   ", "Type a date"),
        ("hello world", "no date that can be read"),
        ("two years", "length of time"),
        ("every Friday", "recurs"),
        ("31 February 2024", "there is no day 31 in February 2024"),
        ("7 May to 3 May 2018", "the end lies before the begin"),
        ("soon", "no date"),
        ("28 May 2018 or so they say", "leave out the rest"),
        ("x" * 1000, "too long"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(PhraseError, match=reason):
        read_time(text, CONTEXT)


def test_relative_phrases_need_a_publication_date() -> None:
    with pytest.raises(PhraseError, match="the publication date is unknown"):
        read_time("last weekend", PublicationContext())
    assert typed("28 May 2018", context=PublicationContext()) == "2018-05-28"


@given(st.text(max_size=30) | st.text(alphabet="0123456789 -/:.,MayThursdaylastweekendto", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        value = read_time(text, CONTEXT)
    except PhraseError as reason:
        assert str(reason).endswith((".", "…"))  # noqa: PT017 - a refusal is as good an answer as a time
        return
    assert describe(value)


def test_day_and_month_in_figures_follow_the_date_order() -> None:
    american = PublicationContext(from_edtf("2018-05-28"), date_order=DateOrder.MDY)
    european = PublicationContext(from_edtf("2018-05-28"), date_order=DateOrder.DMY)
    assert (typed("4/5", context=american), typed("4/5", context=european)) == ("2018-04-05", "2018-05-04")
    with pytest.raises(PhraseError, match="cannot be placed"):
        typed("31.9.")


def test_a_german_clock_time_keeps_its_offset() -> None:
    time = read_time("14. Oktober 2024 13:30 +02:00", CONTEXT, language="de")
    assert begin_until(time)[0] == "2024-10-14T13:30+02:00"
