"""A time's first and last moment as calendar fields, for formats that know neither soft edges nor zones."""

from typing import NamedTuple

from timeline_app.model.bounds import outer_days
from timeline_app.model.calendar import DAY, HOUR, MINUTE, civil, day_number
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import to_zone


class Moment(NamedTuple):
    """A point on the calendar down to the unit that is told; finer fields are None.  Years are astronomical."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None


def moments(time: TimeValue, zone: str) -> tuple[Moment | None, Moment | None]:
    """The first and the last moment of a time, both included and equally fine; an open side is None.

    Clock readings whose zone is known are moved to `zone`, others stand as they are.
    """
    if time.is_clock:
        step = 1 if time.granularity is Granularity.SECOND else MINUTE
        start, end = time.earliest_start, time.latest_end
        return _clock(start, time, zone), _clock(None if end is None else end - step, time, zone)
    first, last = outer_days(time)
    if time.granularity.rank >= Granularity.YEAR.rank and _opens(first, last, years=True):
        return _fields(first, 1), _fields(last, 1)
    if time.granularity.rank >= Granularity.MONTH.rank and _opens(first, last, years=False):
        return _fields(first, 2), _fields(last, 2)
    return _fields(first, 3), _fields(last, 3)


def day_span(time: TimeValue) -> tuple[Moment | None, Moment | None]:
    """The first and last day of a time, both included."""
    first, last = outer_days(time)
    return _fields(first, 3), _fields(last, 3)


def iso(moment: Moment) -> str:
    """ISO 8601; years outside 0-9999 in the six-digit form that ECMAScript reads."""
    year = f"{moment.year:04d}" if 0 <= moment.year <= 9999 else f"{moment.year:+07d}"
    text = "-".join([year, *(f"{part:02d}" for part in moment[1:3] if part is not None)])
    if moment.hour is None:
        return text
    return f"{text}T{moment.hour:02d}:{moment.minute or 0:02d}:{moment.second or 0:02d}"


def day_after(moment: Moment) -> Moment:
    """The day after the last day of what the moment names: a day, a month or a year."""
    if moment.month is None:
        return Moment(moment.year + 1, 1, 1)
    if moment.day is None:
        return Moment(*civil(day_number(moment.year, moment.month + 1)))
    return Moment(*civil(day_number(moment.year, moment.month, moment.day) + 1))


def _clock(seconds: int | None, time: TimeValue, zone: str) -> Moment | None:
    if seconds is None:
        return None
    if time.offset is not None:
        seconds, _ = to_zone(seconds, time.offset, zone)
    day, rest = divmod(seconds, DAY)
    return Moment(*civil(day), rest // HOUR, rest % HOUR // MINUTE, rest % MINUTE)


def _fields(number: int | None, count: int) -> Moment | None:
    return None if number is None else Moment(*civil(number)[:count])


def _opens(first: int | None, last: int | None, *, years: bool) -> bool:
    """Whether the days are whole months, or whole years."""

    def starts(number: int | None) -> bool:
        if number is None:
            return True
        _, month, day = civil(number)
        return day == 1 and (month == 1 or not years)

    return starts(first) and starts(None if last is None else last + 1)
