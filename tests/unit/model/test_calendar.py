"""The calendar agrees with `datetime` wherever `datetime` reaches, and goes on where it ends."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import calendar

EPOCH = date(1970, 1, 1)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
NUMBERS = st.integers(-5_000_000, 5_000_000)


@given(DAYS)
def test_day_numbers_count_as_datetime_does(day: date) -> None:
    number = calendar.day_number(day.year, day.month, day.day)
    assert number == (day - EPOCH).days
    assert calendar.civil(number) == (day.year, day.month, day.day)


@given(DAYS)
def test_weekdays_and_iso_weeks_are_those_of_datetime(day: date) -> None:
    number = calendar.day_number(day.year, day.month, day.day)
    assert calendar.weekday(number) == day.weekday()
    iso = day.isocalendar()
    assert calendar.iso_week(number) == (iso.year, iso.week)
    if iso.year > 1 and day > date(1, 1, 14):
        assert calendar.iso_week_start(iso.year, iso.week) == number - day.weekday()


@given(NUMBERS)
def test_every_day_number_has_one_calendar_day(number: int) -> None:
    day = calendar.civil(number)
    assert calendar.day_number(*day) == number
    assert calendar.civil(number + 1) > day


@given(NUMBERS, st.integers(-5000, 5000))
def test_adding_months_keeps_the_day_or_clips_to_the_months_last(number: int, months: int) -> None:
    start, end = calendar.civil(number), calendar.civil(calendar.add_months(number, months))
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == min(start.day, calendar.days_in_month(end.year, end.month))


def test_the_year_before_year_1_is_a_leap_year_0() -> None:
    assert calendar.civil(calendar.day_number(1) - 1) == (0, 12, 31)
    assert calendar.is_leap(0)
    assert calendar.day_number(1) - calendar.day_number(0) == 366


@pytest.mark.parametrize(("month", "expected"), [(0, (2017, 12)), (13, (2019, 1)), (-11, (2017, 1))])
def test_months_outside_the_year_carry_into_it(month: int, expected: tuple[int, int]) -> None:
    assert calendar.civil(calendar.day_number(2018, month))[:2] == expected


def test_a_week_starts_on_the_monday_on_or_before() -> None:
    monday = calendar.day_number(2018, 5, 28)
    assert [calendar.week_start(monday + n) for n in range(7)] == [monday] * 7
    assert date(2018, 5, 28) == EPOCH + timedelta(days=monday)
