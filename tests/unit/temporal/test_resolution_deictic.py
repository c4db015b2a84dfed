"""Phrases counted from publication: each reading as a person at the publisher's desk would take it."""

import pytest

from timeline_app.model.annotation import AnchorKind, Reading, TimeExpression, TimexType
from timeline_app.model.bounds import begin_until
from timeline_app.model.edtf import from_edtf
from timeline_app.model.expression import (
    Amount,
    AnchoredDuration,
    Clock,
    DayPart,
    Direction,
    Expression,
    Fields,
    Modified,
    NamedDay,
    Nth,
    NumericDate,
    Part,
    PartOfDay,
    Range,
    Reference,
    Relative,
    Season,
    Shift,
    Vague,
)
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import DateOrder, Hemisphere, PublicationContext
from timeline_app.model.token import Span, Tense
from timeline_app.temporal.resolution import resolve_all

WEEKEND = Granularity.WEEKEND
LAST, THIS, NEXT = Direction.LAST, Direction.THIS, Direction.NEXT
WEEK, MONTH, YEAR, DAY = Granularity.WEEK, Granularity.MONTH, Granularity.YEAR, Granularity.DAY
MONDAY = "2018-05-28"


def read(
    tree: Expression,
    published: str | None = MONDAY,
    tense: Tense | None = Tense.PAST,
    phrase: str = "phrase",
    **context: object,
) -> Reading:
    """The reading of one phrase in a source published at a time."""
    when = None if published is None else from_edtf(published)
    expression = TimeExpression("s:t0-6", "s", Span(0, 6), phrase, tree, (), Span(0, 40), tense)
    (found,) = resolve_all([expression], PublicationContext(when, **context))  # type: ignore[arg-type]
    assert found.reading is not None
    return found.reading


def bounds(
    tree: Expression, published: str | None = MONDAY, tense: Tense | None = Tense.PAST, **context: object
) -> str:
    """The outer bounds of the reading, one day or minute written once."""
    begin, until = begin_until(read(tree, published, tense, **context).time)
    return f"{begin}" if begin == until else f"{begin}..{until}"


@pytest.mark.parametrize(
    ("tree", "published", "tense", "expected"),
    [
        (Fields(weekday=0), MONDAY, Tense.PAST, "2018-05-28"),
        (Fields(weekday=0), MONDAY, Tense.FUTURE, "2018-05-28"),
        (Fields(weekday=4), MONDAY, Tense.PAST, "2018-05-25"),
        (Fields(weekday=4), MONDAY, None, "2018-05-25"),
        (Fields(weekday=4), MONDAY, Tense.FUTURE, "2018-06-01"),
        (Fields(weekday=1), MONDAY, Tense.PRESENT, "2018-05-29"),
        (Fields(weekday=4), MONDAY, Tense.PRESENT, "2018-05-25"),
        (Fields(weekday=4, direction=LAST), MONDAY, Tense.PAST, "2018-05-25"),
        (Fields(weekday=0, direction=LAST), MONDAY, Tense.PAST, "2018-05-21"),
        (Fields(weekday=0, direction=NEXT), MONDAY, Tense.FUTURE, "2018-06-04"),
        (Fields(weekday=2, direction=THIS), MONDAY, Tense.FUTURE, "2018-05-30"),
        (Fields(weekday=2, direction=THIS), MONDAY, Tense.PAST, "2018-05-23"),
        (Fields(month=5, day=10), MONDAY, Tense.PAST, "2018-05-10"),
        (Fields(month=6, day=10), MONDAY, Tense.PAST, "2017-06-10"),
        (Fields(month=6, day=10), MONDAY, Tense.FUTURE, "2018-06-10"),
        (Fields(month=6, day=10), MONDAY, Tense.PRESENT, "2018-06-10"),
        (Fields(month=5, day=10), MONDAY, Tense.FUTURE, "2019-05-10"),
        (Fields(month=12, day=30), "2018-01-02", Tense.PAST, "2017-12-30"),
        (Fields(month=2, day=29), MONDAY, Tense.PAST, "2016-02-29"),
        (Fields(month=5), MONDAY, Tense.PAST, "2018-05-01..2018-05-31"),
        (Fields(month=6), MONDAY, Tense.PAST, "2017-06-01..2017-06-30"),
        (Fields(month=5), MONDAY, Tense.FUTURE, "2018-05-01..2018-05-31"),
        (Fields(month=11, direction=LAST), MONDAY, Tense.PAST, "2017-11-01..2017-11-30"),
        (Fields(month=11, direction=LAST), "2018-11-20", Tense.PAST, "2017-11-01..2017-11-30"),
        (Fields(month=11, direction=LAST), "2018-12-01", Tense.PAST, "2018-11-01..2018-11-30"),
        (Fields(month=5, direction=NEXT), MONDAY, Tense.FUTURE, "2019-05-01..2019-05-31"),
        (Fields(month=3, direction=THIS), MONDAY, Tense.PAST, "2018-03-01..2018-03-31"),
        (Fields(quarter=1), MONDAY, Tense.PAST, "2018-01-01..2018-03-31"),
        (Fields(quarter=4), MONDAY, Tense.PAST, "2017-10-01..2017-12-31"),
        (Fields(season=Season.SUMMER, direction=LAST), MONDAY, Tense.PAST, "2017-06-01..2017-08-31"),
        (Fields(season=Season.WINTER, direction=THIS), "2018-11-20", Tense.FUTURE, "2018-12-01..2019-02-28"),
        (Fields(season=Season.WINTER, direction=LAST), MONDAY, Tense.PAST, "2017-12-01..2018-02-28"),
    ],
)
def test_tense_and_direction_pick_the_occurrence(
    tree: Expression, published: str, tense: Tense | None, expected: str
) -> None:
    assert bounds(tree, published, tense) == expected


@pytest.mark.parametrize(
    ("count", "published", "tense", "expected"),
    [
        (-1, "2018-05-28", Tense.PAST, "2018-05-26..2018-05-27"),
        (-1, "2018-06-01", Tense.PAST, "2018-05-26..2018-05-27"),
        (-1, "2018-05-26", Tense.PAST, "2018-05-19..2018-05-20"),
        (-1, "2018-05-27", Tense.PAST, "2018-05-19..2018-05-20"),
        (0, "2018-05-28", Tense.PAST, "2018-05-26..2018-05-27"),
        (0, "2018-05-30", Tense.PAST, "2018-05-26..2018-05-27"),
        (0, "2018-05-28", Tense.FUTURE, "2018-06-02..2018-06-03"),
        (0, "2018-05-31", Tense.FUTURE, "2018-06-02..2018-06-03"),
        (0, "2018-05-27", Tense.PAST, "2018-05-26..2018-05-27"),
        (0, "2018-05-26", Tense.FUTURE, "2018-05-26..2018-05-27"),
        (1, "2018-05-28", Tense.FUTURE, "2018-06-02..2018-06-03"),
        (1, "2018-05-26", Tense.FUTURE, "2018-06-02..2018-06-03"),
    ],
)
def test_weekends_count_as_over_or_coming(count: int, published: str, tense: Tense, expected: str) -> None:
    assert bounds(Relative(WEEKEND, count), published, tense) == expected


@pytest.mark.parametrize(
    ("tree", "value", "expected"),
    [
        (Relative(DAY, 0), "2018-05-28", "2018-05-28"),
        (Relative(DAY, -1), "2018-05-27", "2018-05-27"),
        (Relative(WEEK, -1), "2018-W21", "2018-05-21..2018-05-27"),
        (Relative(WEEK, 0), "2018-W22", "2018-05-28..2018-06-03"),
        (Relative(MONTH, -1), "2018-04", "2018-04-01..2018-04-30"),
        (Relative(Granularity.QUARTER, -1), "2018-Q1", "2018-01-01..2018-03-31"),
        (Relative(Granularity.HALF, -1), "2017-H2", "2017-07-01..2017-12-31"),
        (Relative(YEAR, 1), "2019", "2019-01-01..2019-12-31"),
        (Relative(Granularity.DECADE, -1), "200", "2000-01-01..2009-12-31"),
        (Relative(Granularity.CENTURY, -1), "19", "1900-01-01..1999-12-31"),
        (Relative(WEEKEND, -1), "2018-W21-WE", "2018-05-26..2018-05-27"),
        (Reference(Vague.PRESENT), "PRESENT_REF", "2018-05-28"),
        (Reference(Vague.PAST), "PAST_REF", "None..2018-05-28"),
        (Reference(Vague.FUTURE), "FUTURE_REF", "None"),
        (AnchoredDuration(Amount(None, WEEK), -1, vague=True), "PXW", "None..2018-05-28"),
        (AnchoredDuration(Amount(2, YEAR), -1), "P2Y", "2016-05-28..2018-05-28"),
        (AnchoredDuration(Amount(3, MONTH), 1), "P3M", "2018-05-28..2018-08-28"),
        (Shift(Amount(3, WEEK), -1), "2018-W19", "2018-05-07..2018-05-13"),
        (Shift(Amount(2, WEEK), -1, exact=True), "2018-W20", "2018-05-14"),
        (Shift(Amount(2, DAY), -1), "2018-05-26", "2018-05-26"),
        (Shift(Amount(1, MONTH), -1), "2018-04", "2018-04-01..2018-04-30"),
        (Shift(Amount(5, YEAR), -1), "2013", "2013-01-01..2013-12-31"),
        (Shift(Amount(1, Granularity.FORTNIGHT), -1), "2018-W20", "2018-05-14..2018-05-20"),
        (Shift(Amount(1.5, YEAR), -1), "2016", "2016-01-01..2016-12-31"),
        (Shift(Amount(None, DAY), -1), "PAST_REF", "None..2018-05-28"),
        (Shift(Amount(2, WEEK), -1, of=NamedDay("christmas", Fields(year=2018))), "2018-12-11", "2018-12-11"),
        (Nth(1, WEEK, Fields(month=5)), "2018-W18", "2018-05-01..2018-05-06"),
        (Nth(-1, WEEK, Fields(year=2009, month=3)), "2009-W13", "2009-03-23..2009-03-29"),
        (Nth(-1, DAY, Fields(month=3), weekday=4), "2018-03-30", "2018-03-30"),
        (Nth(2, Granularity.HALF, Fields(year=2008)), "2008-H2", "2008-07-01..2008-12-31"),
        (Nth(1, Granularity.QUARTER, Relative(YEAR, -1)), "2017-Q1", "2017-01-01..2017-03-31"),
        (Nth(1, WEEK, Fields(month=5, day=14)), "2018-W20", "2018-05-14..2018-05-20"),
        (Nth(1, WEEKEND, Fields(month=5, day=12)), "2018-W19-WE", "2018-05-12..2018-05-13"),
        (Fields(fiscal=True, direction=LAST), "FY2017", "2017-01-01..2017-12-31"),
        (Nth(10, DAY, Nth(10, MONTH, Relative(YEAR, 1))), "2019-10-10", "2019-10-10"),
        (PartOfDay(DayPart.NIGHT, Fields(weekday=4)), "2018-05-25TNI", "2018-05-25"),
        (PartOfDay(DayPart.NIGHT, Relative(DAY, -1)), "2018-05-27TNI", "2018-05-27"),
        (PartOfDay(DayPart.MORNING), "2018-05-28TMO", "2018-05-28"),
        (PartOfDay(DayPart.DAWN), "2018-05-28TMO", "2018-05-28"),
        (PartOfDay(DayPart.OVERNIGHT), "2018-05-27TNI", "2018-05-27..2018-05-28"),
        (PartOfDay(DayPart.OVERNIGHT, Fields(weekday=4)), "2018-05-25TNI", "2018-05-25..2018-05-26"),
        (Range(Fields(month=5, day=3), Fields(month=5, day=7)), "2018-05-03/2018-05-07", "2018-05-03..2018-05-07"),
        (Range(Fields(month=12, day=30), Fields(month=1, day=2)), "2017-12-30/2018-01-02", "2017-12-30..2018-01-02"),
        (Range(Fields(weekday=4), None), "2018-05-25/..", "2018-05-25..None"),
        (NamedDay("easter"), "2018-04-01", "2018-04-01"),
        (NamedDay("thanksgiving", Fields(year=2018)), "2018-11-22", "2018-11-22"),
        (NamedDay("memorial_day_us", Fields(year=2018)), "2018-05-28", "2018-05-28"),
        (NamedDay("ramadan"), "2018-05-16", "2018-05-16..2018-06-14"),
        (NamedDay("nine_eleven"), "2001-09-11", "2001-09-11"),
        (NamedDay("orthodox_easter", Fields(year=2018)), "2018-04-08", "2018-04-08"),
        (NamedDay("chinese_new_year", Fields(year=2018)), "2018-02-16", "2018-02-16"),
    ],
)
def test_phrases_of_a_monday(tree: Expression, value: str, expected: str) -> None:
    assert (read(tree).value, bounds(tree)) == (value, expected)


def test_a_distance_is_certain_nowhere_unless_it_is_exact() -> None:
    vague = read(Shift(Amount(3, WEEK), -1)).time
    exact = read(Shift(Amount(3, WEEK), -1, exact=True)).time
    assert vague is not None
    assert exact is not None
    assert vague.core is None
    assert exact.core is not None


@pytest.mark.parametrize("mod", ["START", "MID", "END"])
def test_early_mid_and_late_keep_the_unit_and_shrink_what_is_certain_to_a_third(mod: str) -> None:
    whole, part = read(Fields(year=2011)), read(Part(mod, Fields(year=2011)))
    assert (part.value, part.mod) == ("2011", mod)
    assert begin_until(part.time) == begin_until(whole.time)
    assert part.time is not None
    assert part.time.core is not None
    start, end = part.time.core
    assert 121 * 86_400 <= end - start <= 122 * 86_400


def test_about_is_a_modifier_and_marks_the_time_as_approximate() -> None:
    reading = read(Modified("APPROX", Fields(year=1914)))
    assert (reading.value, reading.mod) == ("1914", "APPROX")
    assert reading.time is not None
    assert reading.time.approximate


@pytest.mark.parametrize(
    ("order", "expected"),
    [(DateOrder.DMY, "2018-07-06"), (DateOrder.MDY, "2018-06-07"), (DateOrder.YMD, "2018-06-07"), (None, "2018-06-07")],
)
def test_numeric_dates_follow_the_sources_order(order: DateOrder | None, expected: str) -> None:
    assert bounds(NumericDate(6, 7, 2018), date_order=order) == expected


def test_a_numeric_date_of_unknown_order_keeps_its_other_reading_and_warns() -> None:
    reading = read(NumericDate(6, 7, 2018))
    assert [begin_until(a.time) for a in reading.alternatives] == [("2018-07-06", "2018-07-06")]
    assert reading.warning is not None
    assert "order" in reading.warning
    assert read(NumericDate(25, 12, 2018)).warning is None


def test_two_digit_years_lie_near_publication() -> None:
    assert bounds(Fields(year=98, two_digit=True)) == "1998-01-01..1998-12-31"
    assert bounds(Fields(year=25, two_digit=True)) == "2025-01-01..2025-12-31"
    assert bounds(Fields(decade=7, two_digit=True)) == "1970-01-01..1979-12-31"


def test_seasons_follow_the_hemisphere_and_fiscal_years_their_start() -> None:
    assert bounds(Fields(year=2018, season=Season.SUMMER), hemisphere=Hemisphere.SOUTH) == "2017-12-01..2018-02-28"
    fiscal = Fields(year=2018, fiscal=True)
    assert read(fiscal, fiscal_year_start=10).value == "FY2018"
    assert bounds(fiscal, fiscal_year_start=10) == "2017-10-01..2018-09-30"
    assert bounds(Fields(year=2018, quarter=1, fiscal=True), fiscal_year_start=10) == "2017-10-01..2017-12-31"


@pytest.mark.parametrize(
    ("tree", "value", "expected"),
    [
        (Fields(year=-43, month=3, day=15), "BC0044-03-15", "-0043-03-15"),
        (Fields(year=-43), "BC0044", "-0043-01-01..-0043-12-31"),
        (Fields(decade=-48), "BC048", "-0488-01-01..-0479-12-31"),
        (Fields(century=-4), "BC03", "-0399-01-01..-0300-12-31"),
        (Fields(century=18), "18", "1800-01-01..1899-12-31"),
        (Fields(decade=199), "199", "1990-01-01..1999-12-31"),
    ],
)
def test_history_has_years_before_year_1(tree: Expression, value: str, expected: str) -> None:
    assert (read(tree).value, bounds(tree)) == (value, expected)


@pytest.mark.parametrize(
    ("tree", "published", "expected"),
    [
        (Clock(13, 30, zone="GMT"), MONDAY, "2018-05-28T13:30Z"),
        (Clock(13, 30, zone="EDT"), MONDAY, "2018-05-28T13:30-04:00"),
        (Clock(13, 30, zone="+03:00"), MONDAY, "2018-05-28T13:30+03:00"),
        (Clock(18, 40, zone="GMT +8"), MONDAY, "2018-05-28T18:40+08:00"),
        (Clock(6, 0, zone="Moscow time"), MONDAY, "2018-05-28T06:00+03:00"),
        (Clock(24, 0, zone="UTC"), MONDAY, "2018-05-29T00:00Z"),
        (Clock(13, 30), MONDAY, "2018-05-28T13:30"),
        (Clock(13, 30, zone="GMT"), "2018-05-28T12:00Z", "2018-05-27T13:30Z"),
        (Clock(11, 30, zone="GMT"), "2018-05-28T12:00Z", "2018-05-28T11:30Z"),
        (Clock(21, 30, zone="GMT"), "2018-05-28T01:00+03:00", "2018-05-27T21:30Z"),
        (Clock(15, 0, day=Relative(DAY, -1)), MONDAY, "2018-05-27T15:00"),
    ],
)
def test_clock_readings_keep_their_zone_and_lie_before_a_known_publication_time(
    tree: Expression, published: str, expected: str
) -> None:
    assert bounds(tree, published) == expected
    assert read(tree, published).type is TimexType.TIME


def test_a_clock_reading_ahead_may_come_later_the_same_day() -> None:
    assert bounds(Clock(20, 0, zone="GMT"), "2018-05-28T12:00Z", Tense.FUTURE) == "2018-05-28T20:00Z"
    assert bounds(Clock(10, 0, zone="GMT"), "2018-05-28T12:00Z", Tense.FUTURE) == "2018-05-29T10:00Z"
    assert bounds(Clock(0, 0), "2018-05-28", Tense.FUTURE) == "2018-05-29T00:00"


def test_clock_readings_without_a_zone_have_the_sources_own() -> None:
    for zone in (None, "local time"):
        assert bounds(Clock(6, 0, zone=zone), time_zone="Europe/Kyiv") == "2018-05-28T06:00+03:00"


@pytest.mark.parametrize(
    ("zone", "own", "expected"),
    [
        ("IST", None, "+05:30"),
        ("IST", "Asia/Jerusalem", "+02:00"),
        ("IST", "Europe/Dublin", "+01:00"),
        ("CST", None, "-06:00"),
        ("CST", "Asia/Shanghai", "+08:00"),
        ("EST", "Australia/Sydney", "+10:00"),
        ("BST", "Asia/Dhaka", "+06:00"),
        ("AST", "Asia/Riyadh", "+03:00"),
    ],
)
def test_shared_abbreviations_are_read_by_the_sources_zone(zone: str, own: str | None, expected: str) -> None:
    reading = read(Clock(13, 30, zone=zone), time_zone=own)
    assert begin_until(reading.time)[0] == f"2018-05-28T13:30{expected}"
    assert reading.alternatives


@pytest.mark.parametrize(
    ("tree", "value"),
    [
        (Fields(month=5, day=10), "XXXX-05-10"),
        (Fields(weekday=4), "XXXX-WXX-5"),
        (Relative(WEEKEND, -1), "XXXX-WXX-WE"),
        (Relative(MONTH, -1), "XXXX-XX"),
        (Clock(13, 30, zone="GMT"), "XXXX-XX-XXT13:30Z"),
        (Part("END", Fields(weekday=4)), "XXXX-WXX-5"),
        (Shift(Amount(3, WEEK), -1), "XXXX-WXX"),
        (PartOfDay(DayPart.NIGHT, Fields(weekday=4)), "XXXX-WXX-5TNI"),
        (NamedDay("christmas"), "XXXX-XX-XX"),
        (AnchoredDuration(Amount(None, WEEK), -1, vague=True), "PXW"),
        (Reference(Vague.PAST), "PAST_REF"),
    ],
)
def test_without_a_publication_date_relative_phrases_have_no_time_but_a_warning(tree: Expression, value: str) -> None:
    reading = read(tree, None)
    assert (reading.value, reading.time) == (value, None)
    assert reading.warning == "the publication date is unknown"
    assert reading.anchor.kind is AnchorKind.NONE


def test_without_a_publication_date_explicit_dates_are_read_all_the_same() -> None:
    assert bounds(Fields(year=2017, month=11), None) == "2017-11-01..2017-11-30"
    assert bounds(NumericDate(25, 12, 2018), None) == "2018-12-25"


def test_a_publication_month_serves_months_and_years_but_no_days() -> None:
    assert bounds(Relative(MONTH, -1), "2018-05") == "2018-04-01..2018-04-30"
    reading = read(Relative(DAY, -1), "2018-05")
    assert reading.time is None
    assert reading.warning == "the publication date is known only to the month"


@pytest.mark.parametrize(
    ("tree", "phrase", "sentence"),
    [
        (
            Relative(WEEKEND, -1),
            "last weekend",
            '"last weekend" + published Mon 28 May 2018 (UTC) → Sat 26 – Sun 27 May 2018.',
        ),
        (
            Fields(weekday=4),
            "Friday",
            '"Friday" + published Mon 28 May 2018 (UTC) + past verb → Fri 25 May 2018.',
        ),
        (Fields(year=2011), "2011", '"2011" → 2011.'),
        (
            Clock(13, 30, zone="GMT"),
            "1330\nGMT",
            '"1330 GMT" + published Mon 28 May 2018 (UTC) → 28 May 2018 13:30 UTC.',
        ),
    ],
)
def test_every_reading_is_explained_in_a_sentence(tree: Expression, phrase: str, sentence: str) -> None:
    assert read(tree, phrase=phrase).explanation == sentence


def test_the_anchor_names_publication_and_its_date() -> None:
    anchor = read(Relative(MONTH, -1)).anchor
    assert (anchor.kind, anchor.value) == (AnchorKind.PUBLICATION, "2018-05-28")
    assert read(Fields(year=2011)).anchor.kind is AnchorKind.NONE


def test_readings_on_which_readers_disagree_keep_the_other() -> None:
    friday = read(Fields(weekday=4, direction=NEXT), tense=Tense.FUTURE)
    assert [begin_until(a.time)[0] for a in friday.alternatives] == ["2018-06-08"]
    same_week = read(Fields(weekday=1, direction=LAST), "2018-05-31")
    assert bounds(Fields(weekday=1, direction=LAST), "2018-05-31") == "2018-05-29"
    assert [begin_until(a.time)[0] for a in same_week.alternatives] == ["2018-05-22"]


def test_a_weekday_said_with_a_date_picks_the_year_or_month_in_which_it_fits() -> None:
    assert bounds(Fields(month=6, day=12, weekday=1)) == "2018-06-12"
    assert bounds(Fields(month=6, day=12, weekday=0)) == "2017-06-12"
    assert bounds(Fields(day=13, weekday=4)) == "2018-04-13"
    assert read(Fields(month=5, day=10, weekday=4)).warning == "that day was a Thu, not a Fri"


def test_a_winter_named_by_its_first_december_is_the_other_reading() -> None:
    winter = read(Fields(year=1914, season=Season.WINTER))
    assert (winter.value, begin_until(winter.time)) == ("1914-WI", ("1913-12-01", "1914-02-28"))
    assert [begin_until(a.time) for a in winter.alternatives] == [("1914-12-01", "1915-02-28")]
    assert read(Fields(year=1914, season=Season.SPRING)).alternatives == ()


def test_a_weekday_that_contradicts_its_date_is_reported() -> None:
    reading = read(Fields(year=2018, month=5, day=10, weekday=4))
    assert begin_until(reading.time)[0] == "2018-05-10"
    assert reading.warning == "that day was a Thu, not a Fri"


def test_a_weekday_settles_the_order_of_day_and_month_in_figures() -> None:
    friday, thursday = NumericDate(6, 7, 2018, weekday=4), NumericDate(6, 7, 2018, weekday=3)
    assert (read(friday).value, read(friday).warning) == ("2018-07-06", None)
    assert (read(thursday).value, read(thursday).warning) == ("2018-06-07", None)
    sunday = read(NumericDate(6, 7, 2018, weekday=6))  # neither: both are kept
    assert sunday.warning is not None
    assert sunday.alternatives


def test_a_part_or_hour_of_an_ambiguous_day_has_the_other_day_among_its_alternatives() -> None:
    friday_night = read(PartOfDay(DayPart.NIGHT, Fields(weekday=4)))
    at_nine = read(Clock(21, day=Fields(weekday=4)))
    assert (friday_night.value, [a.value for a in friday_night.alternatives]) == ("2018-05-25TNI", ["2018-06-01TNI"])
    assert (at_nine.value, [a.value for a in at_nine.alternatives]) == ("2018-05-25T21:00", ["2018-06-01T21:00"])
    assert friday_night.alternatives[0].explanation == "counted the other way → Fri 1 June 2018, night."


def test_beside_a_verb_that_looks_ahead_a_quarter_just_over_is_the_one_reported_on() -> None:
    second = Fields(quarter=2)
    assert read(second, "1990-08-15", Tense.FUTURE).value == "1990-Q2"  # "will report second-quarter earnings"
    assert read(second, "1990-02-15", Tense.FUTURE).value == "1990-Q2"
    assert read(Fields(quarter=4), "1990-08-15", Tense.FUTURE).value == "1990-Q4"
