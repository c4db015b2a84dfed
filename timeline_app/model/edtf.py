"""EDTF (ISO 8601-2:2019): times as archives and other programs exchange them.

Written: years to days, seasons, quarters and halves (level 2 codes 33-36, 40-41), decades and centuries (``199X``),
intervals with open ends, approximate ``~`` and uncertain ``?``, instants with their offset.  Read: the same, plus
qualifiers at any place, unspecified digits, ``Y`` years and one-of sets.  Soft edges have no EDTF form: the outer
bounds are written.  Weeks neither: their days are (`from_edtf` gives days back).
"""

import re

from timeline_app.model.bounds import iso_day, iso_minute, iso_offset, iso_year, outer_days
from timeline_app.model.calendar import DAY, HOUR, MINUTE, civil, day_number, days_in_month
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

_SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 0, 25: 3, 26: 6, 27: 9, 28: 0, 29: 9, 30: 0, 31: 3, 32: 6}
_MAX_YEAR_DIGITS = 9

_YEAR = r"(?:Y(?P<long>-?\d{5,12})|(?P<year>-?\d{4}|-?\d{3}X|-?\d\dXX))"
_DATE = re.compile(rf"{_YEAR}(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?$", re.ASCII)
_CLOCK = re.compile(
    r"(?P<date>[^T]+)T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?"
    r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?$",
    re.ASCII,
)


def to_edtf(value: TimeValue) -> str:
    """The outer bounds of a time in EDTF, as one unit where they are exactly one, else as an interval."""
    mark = {(True, True): "%", (True, False): "~", (False, True): "?", (False, False): ""}[
        value.approximate, value.uncertain
    ]
    start, end = value.earliest_start, value.latest_end
    if value.is_clock:
        return _clock_text(value, mark)
    unit = _unit_text(start, end, value.granularity)
    if unit is not None:
        return unit + mark
    first, last = _edges(*outer_days(value), value.granularity)
    if first is not None and first == last:
        return first + mark
    return "/".join(".." if part is None else part + mark for part in (first, last))


def _clock_text(value: TimeValue, mark: str) -> str:
    """Clock readings: seconds always, one instant for one minute or second."""
    zone, start, end = iso_offset(value.offset), value.earliest_start, value.latest_end
    step = 1 if value.granularity is Granularity.SECOND or (end or 0) % MINUTE else MINUTE
    last = None if end is None else end - step if start is None else max(end - step, start)
    if start is not None and start == last:
        return _instant(start) + zone + mark
    return "/".join(".." if edge is None else _instant(edge) + zone + mark for edge in (start, last))


def _instant(seconds: int) -> str:
    clock = iso_minute(seconds).rpartition("T")[2]
    return f"{_day(seconds // DAY)}T{clock}:{seconds % MINUTE:02d}"


def _unit_text(start: int | None, end: int | None, granularity: Granularity) -> str | None:
    """The one-unit form of sharp calendar units, None where the bounds are not exactly one."""
    if start is None or end is None or granularity.months is None or start % DAY or end % DAY:
        return None
    year, month, day = civil(start // DAY)
    if day != 1 or end != day_number(year, month + granularity.months) * DAY:
        return None
    match granularity:
        case Granularity.MONTH:
            return f"{_year(year)}-{month:02d}"
        case Granularity.SEASON if month % 3 == 0:
            return f"{_year(year + (month == 12))}-{ {3: 21, 6: 22, 9: 23, 12: 24}[month] }"
        case Granularity.QUARTER if month % 3 == 1:
            return f"{_year(year)}-{33 + month // 3}"
        case Granularity.HALF if month in (1, 7):
            return f"{_year(year)}-{40 + month // 7}"
        case Granularity.YEAR if month == 1:
            return _year(year)
        case Granularity.DECADE if month == 1 and year % 10 == 0 and 0 <= year < 10_000:
            return f"{year // 10:03d}X"
        case Granularity.CENTURY if month == 1 and year % 100 == 0 and 0 <= year < 10_000:
            return f"{year // 100:02d}XX"
    return None


def _edges(first: int | None, last: int | None, granularity: Granularity) -> tuple[str | None, str | None]:
    """First and last part of an interval, at the coarsest of year, month and day that states both exactly."""
    if granularity.rank >= Granularity.YEAR.rank and _on_boundary(first, last, "year"):
        return tuple(None if n is None else _year(civil(n).year) for n in (first, last))  # type: ignore[return-value]
    if granularity.rank >= Granularity.MONTH.rank and _on_boundary(first, last, "month"):
        return tuple(None if n is None else _month(n) for n in (first, last))  # type: ignore[return-value]
    return (None if first is None else _day(first), None if last is None else _day(last))


def _on_boundary(first: int | None, last: int | None, unit: str) -> bool:
    def opens(number: int) -> bool:
        _, month, day = civil(number)
        return day == 1 and (unit == "month" or month == 1)

    return (first is None or opens(first)) and (last is None or opens(last + 1))


def _year(year: int) -> str:
    return iso_year(year) if -9999 <= year <= 9999 else f"Y{year}"


def _month(number: int) -> str:
    year, month, _ = civil(number)
    return f"{_year(year)}-{month:02d}"


def _day(number: int) -> str:
    year = civil(number).year
    return iso_day(number) if -9999 <= year <= 9999 else f"Y{year}" + iso_day(number)[len(iso_year(year)) :]


def from_edtf(text: str) -> TimeValue:
    """Reads EDTF; raises ValueError with a reason that a person can act on."""
    text = text.strip()
    if not text or len(text) > 80:
        raise ValueError("an EDTF date has 1 to 80 characters")
    if text[0] in "[{" and text[-1] in "]}":
        return _from_set(text[1:-1])
    if "/" in text:
        return _from_interval(text)
    return _from_single(text)


def _from_set(body: str) -> TimeValue:
    """One of several dates: the outer bounds, with nothing certain between."""
    parts = [part for item in body.split(",") for part in item.strip().split("..")]
    values = [_from_single(part) for part in parts if part]
    if not values:
        raise ValueError("the set holds no date")
    starts = [v.earliest_start for v in values if v.earliest_start is not None]
    ends = [v.latest_end for v in values if v.latest_end is not None]
    first = None if body.startswith("..") else min(starts)
    last = None if body.endswith("..") else max(ends)
    unit = min((v.granularity for v in values), key=lambda g: g.rank)
    latest_start = None if first is None else max(starts)
    earliest_end = None if last is None else min(ends)
    return TimeValue(first, latest_start, earliest_end, last, unit, uncertain=True)


def _from_interval(text: str) -> TimeValue:
    begin, end, *rest = text.split("/")
    if rest:
        raise ValueError(f"{text} has more than one slash")
    first = None if begin in ("", "..") else _from_single(begin)
    last = None if end in ("", "..") else _from_single(end)
    if first is not None and last is not None:
        return first.spanning(last)
    if first is not None:
        return first.since()
    if last is not None:
        return last.until()
    raise ValueError(f"{text} names no date")


def _from_single(text: str) -> TimeValue:
    approximate, uncertain = any(c in text for c in "~%"), any(c in text for c in "?%")
    bare = re.sub(r"[~?%]", "", text)
    value = _from_clock(bare) if "T" in bare else _from_date(bare)
    return TimeValue(
        value.earliest_start,
        value.latest_start,
        value.earliest_end,
        value.latest_end,
        value.granularity,
        approximate,
        uncertain,
        value.zone,
        value.offset,
    )


def _from_clock(text: str) -> TimeValue:
    match = _CLOCK.match(text)
    if match is None:
        raise ValueError(f"{text} is not a date and time such as 2018-05-28T13:30Z")
    day = _from_date(match["date"])
    if day.granularity is not Granularity.DAY or day.earliest_start is None:
        raise ValueError(f"{text} has a clock time without a day")
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        raise ValueError(f"there is no clock time {hour:02d}:{minute:02d}:{second:02d}")
    start = day.earliest_start + hour * HOUR + minute * MINUTE + second
    unit = Granularity.SECOND if second else Granularity.MINUTE
    zone, offset = _offset(match["zone"])
    return TimeValue.interval(start, start + unit.seconds, unit, zone=zone, offset=offset)


def _offset(zone: str | None) -> tuple[str | None, int | None]:
    if zone is None:
        return None, None
    if zone == "Z":
        return "UTC", 0
    digits = zone[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    if minutes > 18 * 60:
        raise ValueError(f"{zone} is not an offset from UTC")
    offset = -minutes if zone[0] == "-" else minutes
    return ("UTC" if offset == 0 else iso_offset(offset)), offset


def _from_date(text: str) -> TimeValue:
    match = _DATE.match(text)
    if match is None:
        raise ValueError(f"{text or 'nothing'} is not a date such as 2018, 2018-05 or 2018-05-28")
    if (long := match["long"]) is not None:
        if len(long.lstrip("-")) > _MAX_YEAR_DIGITS:
            raise ValueError(f"the year {long} is too far away")
        year = int(long)
    elif "X" in match["year"]:
        return _unspecified_year(match["year"], match["month"])
    else:
        year = int(match["year"])
    month, day = match["month"], match["day"]
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError(f"{text} has a day without a month")
        return TimeValue.year(year)
    if day in (None, "XX"):
        return _division(year, int(month), text)
    return TimeValue.day(year, int(month), int(day))


def _unspecified_year(text: str, month: str | None) -> TimeValue:
    if month is not None or text.startswith("-"):
        raise ValueError(f"{text} leaves digits of the year open, so nothing may follow or precede it")
    digits = text.rstrip("X")
    width = 10 ** (4 - len(digits))
    first = int(digits) * width
    unit = Granularity.DECADE if width == 10 else Granularity.CENTURY
    return TimeValue.days(day_number(first), day_number(first + width) - 1, unit)


def _division(year: int, code: int, text: str) -> TimeValue:
    """A month, or one of EDTF's codes for seasons, quarters, quadrimesters and halves."""
    if 1 <= code <= 12:
        last = day_number(year, code, days_in_month(year, code))
        return TimeValue.days(day_number(year, code), last, Granularity.MONTH)
    if code in _SEASON_MONTH:
        return _months(year, _SEASON_MONTH[code], 3, Granularity.SEASON)
    if 33 <= code <= 36:
        return _months(year, 3 * (code - 33) + 1, 3, Granularity.QUARTER)
    if 37 <= code <= 39:
        return _months(year, 4 * (code - 37) + 1, 4, Granularity.MONTH)
    if code in (40, 41):
        return _months(year, 6 * (code - 40) + 1, 6, Granularity.HALF)
    raise ValueError(f"{text}: there is no month {code:02d}")


def _months(year: int, month: int, count: int, unit: Granularity) -> TimeValue:
    return TimeValue.days(day_number(year, month), day_number(year, month + count) - 1, unit)
