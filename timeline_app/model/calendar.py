"""The proleptic Gregorian calendar on plain integers, because `datetime` ends at year 1 and history does not.

Coordinates: a *day number* counts days from 1970-01-01 (day 0); *seconds* count wall-clock seconds from
1970-01-01T00:00.  Years are astronomical: year 0 is 1 BC, year -43 is 44 BC (ISO 8601-1:2019, 4.3.2).
"""

from typing import NamedTuple

DAY = 86_400
HOUR = 3_600
MINUTE = 60

_JULIAN_EPOCH = 2_440_588  # Julian Day Number of 1970-01-01
_CUMULATIVE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Civil(NamedTuple):
    """A calendar day: astronomical year, month 1-12, day of month 1-31."""

    year: int
    month: int
    day: int


def is_leap(year: int) -> bool:
    """Whether the astronomical `year` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Number of days in a month (1-12)."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Days from 1970-01-01 to the given day; `month` may run outside 1-12 and carries into the year."""
    carry, index = divmod(month - 1, 12)
    year += carry
    before = year - 1
    leap_days = before // 4 - before // 100 + before // 400
    in_year = _CUMULATIVE[index] + (1 if index > 1 and is_leap(year) else 0)
    return before * 365 + leap_days + in_year + day - 1 - 719_162


def civil(number: int) -> Civil:
    """The calendar day of a day number."""
    shifted = number + 719_468  # days from 0000-03-01, so that the leap day ends the year
    era, day_of_era = divmod(shifted, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month_index = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month_index + 2) // 5 + 1
    month = month_index + 3 if month_index < 10 else month_index - 9
    return Civil(year_of_era + era * 400 + (month <= 2), month, day)


def julian_day(year: int, month: int, day: int) -> int:
    """Day number of a date of the Julian calendar."""
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    return day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32_083 - _JULIAN_EPOCH


def islamic_day(year: int, month: int, day: int) -> int:
    """Day number of a date of the arithmetic ("civil") Islamic calendar of eleven leap years in thirty."""
    months = (59 * (month - 1) + 1) // 2
    return day + months + (year - 1) * 354 + (3 + 11 * year) // 30 + 1_948_439 - _JULIAN_EPOCH


def weekday(number: int) -> int:
    """Day of the week of a day number, Monday 0 to Sunday 6."""
    return (number + 3) % 7


def week_start(number: int) -> int:
    """Day number of the Monday on or before `number`."""
    return number - weekday(number)


def iso_week(number: int) -> tuple[int, int]:
    """ISO 8601 week-numbering year and week (1-53) that hold the day."""
    thursday = week_start(number) + 3
    year = civil(thursday).year
    return year, (thursday - day_number(year)) // 7 + 1


def iso_week_start(year: int, week: int) -> int:
    """Day number of the Monday that opens ISO week `week` of `year`."""
    return week_start(day_number(year, 1, 4)) + 7 * (week - 1)


def add_months(number: int, months: int) -> int:
    """The same day of month `months` later, clipped to that month's last day."""
    year, month, day = civil(number)
    carry, index = divmod(month - 1 + months, 12)
    year, month = year + carry, index + 1
    return day_number(year, month, min(day, days_in_month(year, month)))
