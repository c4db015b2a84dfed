"""Times as EDTF, as outer bounds and as words: what the files, the command line and the window show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.bounds import begin_until
from timeline_app.model.calendar import DAY, HOUR, MINUTE, day_number
from timeline_app.model.display import describe, describe_published
from timeline_app.model.edtf import from_edtf, to_edtf
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

NUMBERS = st.integers(day_number(-9998), day_number(9998))
COARSE = [unit for unit in Granularity if unit.rank >= Granularity.DAY.rank]


@st.composite
def day_values(draw: st.DrawFn) -> TimeValue:
    """Days and coarser, with soft edges, flags and open sides."""
    edges = sorted(draw(st.lists(NUMBERS, min_size=4, max_size=4, unique=True)))
    a, b, c, d = edges if draw(st.booleans()) else (edges[0], edges[2], edges[1], edges[3])
    open_side = draw(st.sampled_from(["none", "none", "start", "end"]))
    starts = (None, None) if open_side == "start" else (a * DAY, b * DAY)
    ends = (None, None) if open_side == "end" else (c * DAY, d * DAY)
    return TimeValue(*starts, *ends, draw(st.sampled_from(COARSE)), draw(st.booleans()), draw(st.booleans()))


@st.composite
def clock_values(draw: st.DrawFn) -> TimeValue:
    """Minutes, in a zone or none, alone or as a range."""
    start = draw(NUMBERS) * DAY + draw(st.integers(0, 1439)) * MINUTE
    length = draw(st.sampled_from([1, 1, 30, 1440]))
    zone, offset = draw(st.sampled_from([(None, None), ("UTC", 0), ("+03:00", 180), ("-04:30", -270)]))
    return TimeValue.interval(start, start + length * MINUTE, Granularity.MINUTE, zone=zone, offset=offset)


TIMES = st.one_of(day_values(), clock_values())
YEARS = st.integers(-9998, 9998)
UNITS = st.one_of(
    st.builds(TimeValue.year, YEARS),
    st.builds(TimeValue.month, YEARS, st.integers(1, 12)),
    NUMBERS.map(lambda number: TimeValue.days(number, number)),
    clock_values(),
)


@given(UNITS)
def test_calendar_units_and_clock_readings_survive_edtf_unchanged(value: TimeValue) -> None:
    assert from_edtf(to_edtf(value)) == value


@given(TIMES)
def test_edtf_keeps_the_outer_bounds_and_flags_of_any_time(value: TimeValue) -> None:
    text = to_edtf(value)
    again = from_edtf(text)
    assert begin_until(again) == begin_until(value)
    assert (again.approximate, again.uncertain) == (value.approximate, value.uncertain)
    assert to_edtf(again) == text or value.granularity is not Granularity.DAY


@given(TIMES)
def test_any_time_can_be_told_in_words(value: TimeValue) -> None:
    words = describe(value)
    assert words
    assert "None" not in words
    assert describe(value, "Asia/Kolkata")


@pytest.mark.parametrize(
    "text",
    [
        "2018",
        "2018-05",
        "2018-05-28",
        "-0043",
        "-0043-03-15",
        "Y12018",
        "199X",
        "18XX",
        "2018-22",
        "2018-24",
        "2018-35",
        "2018-41",
        "2018~",
        "2018-05?",
        "2018-05-28%",
        "2018-05-26/2018-05-27",
        "../2018-05-28",
        "2018-04/..",
        "2011/2014",
        "2018-05-28T13:30:00Z",
        "2018-05-28T13:30:00",
        "2018-05-28T13:30:00+03:00/2018-05-28T15:00:00+03:00",
    ],
)
def test_edtf_is_written_as_it_was_read(text: str) -> None:
    assert to_edtf(from_edtf(text)) == text


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2018-XX", ("2018-01-01", "2018-12-31")),
        ("2018-05-XX", ("2018-05-01", "2018-05-31")),
        ("?2004-06-~11", ("2004-06-11", "2004-06-11")),
        ("[2018-05-03..2018-05-09]", ("2018-05-03", "2018-05-09")),
        ("[2018-05-03, 2018-05-09]", ("2018-05-03", "2018-05-09")),
        ("[..2018-05-03]", (None, "2018-05-03")),
        ("2018-05-28T24:00", ("2018-05-29T00:00", "2018-05-29T00:00")),
        ("/2018", (None, "2018-12-31")),
    ],
)
def test_other_programs_edtf_is_read(text: str, bounds: tuple[str | None, str | None]) -> None:
    assert begin_until(from_edtf(text)) == bounds


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "2018-13", "2018-02-30", "05/2018/06", "..", "../..", "2018-05-28T25:00", "2018-05T13:30"),
        *("XXXX-05-10", "2018/2017", "tomorrow", "Y" + "9" * 40, "[]", "2018-05-28T13:30+99:00", "2018-00"),
        *("2" * 500, "٢٠١٨"),
    ],
)
def test_what_is_no_edtf_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_edtf(text)


@given(st.text(alphabet="0123456789-/XYTZ:.~?%[]{}, +", max_size=40))
def test_hostile_edtf_is_read_or_refused_and_nothing_else(text: str) -> None:
    try:
        value = from_edtf(text)
    except ValueError:
        return
    assert describe(value)


def part_of_day(first_hour: int, last_hour: int) -> TimeValue:
    friday = day_number(2018, 5, 25) * DAY
    return TimeValue.interval(friday + first_hour * HOUR, friday + last_hour * HOUR, Granularity.DAYPART)


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        (None, (None, None)),
        (from_edtf("2018-05-26/2018-05-27"), ("2018-05-26", "2018-05-27")),
        (from_edtf("2018-04"), ("2018-04-01", "2018-04-30")),
        (part_of_day(6, 12), ("2018-05-25", "2018-05-25")),
        (part_of_day(20, 29), ("2018-05-25", "2018-05-25")),
        (part_of_day(20, 32), ("2018-05-25", "2018-05-26")),
        (from_edtf("2018-05-28T13:30Z"), ("2018-05-28T13:30Z", "2018-05-28T13:30Z")),
        (from_edtf("2018-05-28T13:30+03:00"), ("2018-05-28T13:30+03:00", "2018-05-28T13:30+03:00")),
        (from_edtf("2018-05-28T13:30"), ("2018-05-28T13:30", "2018-05-28T13:30")),
        (from_edtf("2018-05-28T13:30Z").until(), (None, "2018-05-28T13:30Z")),
        (from_edtf("2018-05-28").since(), ("2018-05-28", None)),
        (from_edtf("-0043"), ("-0043-01-01", "-0043-12-31")),
    ],
)
def test_outer_bounds_are_inclusive(value: TimeValue | None, bounds: tuple[str | None, str | None]) -> None:
    assert begin_until(value) == bounds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-05-26/2018-05-27", "26–27 May 2018"),
        ("2018-05", "May 2018"),
        ("2018-05-28", "28 May 2018"),
        ("2018-05-28T13:30Z", "28 May 2018 13:30 UTC"),
        ("2018-05-28T13:30", "28 May 2018 13:30"),
        ("../2018-05-28", "no later than 28 May 2018"),
        ("2018-04/..", "since April 2018"),
        ("../2018", "no later than 2018"),
        ("2018-04-28/2018-05-03", "28 April – 3 May 2018"),
        ("2017-12-30/2018-01-02", "30 December 2017 – 2 January 2018"),
        ("2018-03/2018-05", "March–May 2018"),
        ("2018-35", "Q3 2018"),
        ("2018-40", "first half of 2018"),
        ("2011/2014", "2011–2014"),
        ("199X", "1990s"),
        ("18XX", "19th century"),
        ("-0043", "44 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("2018~", "about 2018"),
        ("2018-05?", "May 2018?"),
        ("2018-05-28T13:30Z/2018-05-28T15:00Z", "28 May 2018 13:30–15:00 UTC"),
        ("2018-05-28T23:30Z/2018-05-29T01:00Z", "28 May 2018 23:30 – 29 May 2018 01:00 UTC"),
    ],
)
def test_times_read_as_a_person_would_write_them(text: str, words: str) -> None:
    assert describe(from_edtf(text)) == words


def test_no_time_is_undated() -> None:
    assert describe(None) == "undated"


def test_only_clock_readings_with_a_zone_move_to_the_display_zone() -> None:
    assert describe(from_edtf("2018-05-28T22:30Z"), "Europe/Kyiv") == "29 May 2018 01:30 Europe/Kyiv"
    assert describe(from_edtf("2018-05-28T22:30"), "Europe/Kyiv") == "28 May 2018 22:30"
    assert describe(from_edtf("2018-05-28"), "Asia/Tokyo") == "28 May 2018"


def test_early_mid_and_late_show_where_the_core_is_that_third() -> None:
    june = TimeValue.month(2018, 6)
    start, end = june.earliest_start, june.latest_end
    assert start is not None
    assert end is not None
    third = (end - start) // 3
    early = TimeValue(start, start, start + third, end, Granularity.MONTH)
    late = TimeValue(start, end - third, end, end, Granularity.MONTH)
    assert (describe(early), describe(late)) == ("early June 2018", "late June 2018")


def test_publication_shows_weekday_and_zone() -> None:
    assert describe_published(from_edtf("2018-05-28")) == "Mon 28 May 2018 (UTC)"
    assert describe_published(from_edtf("2018-05-28"), "Europe/Kyiv") == "Mon 28 May 2018 (Europe/Kyiv)"
    assert describe_published(from_edtf("2018-05-28T13:30+03:00")) == "Mon 28 May 2018 13:30 (+03:00)"
    assert describe_published(from_edtf("2018-05")) == "May 2018"


def test_until_a_minute_is_written_to_the_minute() -> None:
    until = TimeValue(None, None, 1_615_721_460, 1_615_721_460, Granularity.MINUTE, zone="UTC", offset=0)
    assert to_edtf(until) == "../2021-03-14T11:30:00Z"
    assert from_edtf(to_edtf(until)) == until
