"""Outer bounds of a time as text: the `begin` and `until` that the command line, exports and checks speak."""

from timeline_app.model.calendar import DAY, HOUR, MINUTE, civil
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

# A night belongs to the evening's day; only what lasts beyond the small hours ("overnight") touches the next day.
NIGHT_ENDS = 6 * HOUR


def begin_until(value: TimeValue | None) -> tuple[str | None, str | None]:
    """Outer bounds of a time, both inclusive; an open side is None.

    Days and coarser give the first and last day; a part of a day its day (overnight: two); a clock reading its
    minutes, with ``Z`` or an offset where the zone is known.  BC years are astronomical: 44 BC is ``-0043``.
    """
    if value is None:
        return None, None
    start, end = value.earliest_start, value.latest_end
    if value.is_clock:
        last = None if end is None else (end - 1) // MINUTE * MINUTE
        return _minute(start, value.offset), _minute(last, value.offset)
    first, final = outer_days(value)
    return _day(first), _day(final)


def outer_days(value: TimeValue) -> tuple[int | None, int | None]:
    """Day numbers of the first and last day that a time belongs to; a night belongs to its evening's day."""
    first, last, end = value.first_day, value.last_day, value.latest_end
    if value.granularity is Granularity.DAYPART and end is not None:
        last = (end - 1 - NIGHT_ENDS) // DAY
        last = last if first is None else max(first, last)
    return first, last


def iso_day(number: int) -> str:
    """A day number as ISO 8601 text."""
    year, month, day = civil(number)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def iso_year(year: int) -> str:
    """An astronomical year as ISO 8601 text: at least four digits, a sign before year 0."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_minute(seconds: int) -> str:
    """Wall-clock seconds as ISO 8601 text to the minute, without a zone."""
    day, second = divmod(seconds, DAY)
    return f"{iso_day(day)}T{second // HOUR:02d}:{second % HOUR // MINUTE:02d}"


def iso_offset(offset: int | None) -> str:
    """Minutes ahead of UTC as ``Z`` or ``+05:30``; empty where no zone is known."""
    if offset is None:
        return ""
    if offset == 0:
        return "Z"
    sign, minutes = ("-", -offset) if offset < 0 else ("+", offset)
    return f"{sign}{minutes // 60:02d}:{minutes % 60:02d}"


def _day(number: int | None) -> str | None:
    return None if number is None else iso_day(number)


def _minute(seconds: int | None, offset: int | None) -> str | None:
    return None if seconds is None else iso_minute(seconds) + iso_offset(offset)
