"""Times as a person would write them: "26–27 May 2018", "early June 2018", "28 May 2018 13:30 UTC"."""

from timeline_app.model.bounds import iso_offset, outer_days
from timeline_app.model.calendar import DAY, HOUR, MINUTE, civil, weekday
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import to_zone

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
UNDATED = "undated"

# Hours at which the parts of a day begin, latest first.
_PARTS = ((20, "night"), (18, "evening"), (14, "afternoon"), (12, "afternoon"), (11, "midday"), (6, "morning"), (0, ""))


def describe(value: TimeValue | None, zone: str | None = None) -> str:
    """A time in words, in `zone` where it is a clock reading whose own zone is known."""
    if value is None:
        return UNDATED
    words = _clock(value, zone) if value.is_clock else _days(value)
    return ("about " if value.approximate else "") + words + ("?" if value.uncertain else "")


def describe_published(value: TimeValue, zone: str | None = None) -> str:
    """A publication time with weekday and zone, "Mon 28 May 2018 (UTC)"; where no zone is known, UTC stands in."""
    zone = zone or value.zone or "UTC"
    if value.is_clock and value.earliest_start is not None:
        return f"{weekday_day(value.earliest_start // DAY)} {_time(value.earliest_start)} ({zone})"
    if value.granularity is Granularity.DAY and value.first_day is not None:
        return f"{weekday_day(value.first_day)} ({zone})"
    return describe(value)


def weekday_day(number: int) -> str:
    """A day number with its weekday: "Mon 28 May 2018"."""
    return f"{WEEKDAYS[weekday(number)]} {_day(number)}"


def describe_weekdays(value: TimeValue) -> str:
    """As `describe`, with weekdays where days are told: "Sat 26 – Sun 27 May 2018"."""
    first, last = outer_days(value)
    if value.granularity.rank > Granularity.FORTNIGHT.rank or first is None or last is None or value.is_clock:
        return describe(value)
    edge = _edge_word(value)
    if first == last:
        part = _part_of_day(value)
        return edge + weekday_day(first) + (f", {part}" if part else "")
    return f"{edge}{WEEKDAYS[weekday(first)]} {_shared(first, last)} – {weekday_day(last)}"


def _shared(first: int, last: int) -> str:
    """The first day without what it shares with the last: "26", "30 April", "30 December 2018"."""
    (year, month, day), (last_year, last_month, _) = civil(first), civil(last)
    if year != last_year:
        return _day(first)
    return str(day) if month == last_month else f"{day} {MONTHS[month - 1]}"


def _days(value: TimeValue) -> str:
    first, last = outer_days(value)
    if first is None and last is None:
        return "at an unknown time"
    if first is None or last is None:
        return f"until {_edge(last, value, closing=True)}" if first is None else f"since {_edge(first, value)}"
    edge = _edge_word(value)
    unit = _whole_unit(first, last)
    if unit is not None and value.granularity.rank > Granularity.DAY.rank:
        return edge + unit
    if first == last:
        part = _part_of_day(value)
        return edge + _day(first) + (f", {part}" if part else "")
    if value.granularity.rank >= Granularity.MONTH.rank and _opens_month(first) and _opens_month(last + 1):
        return edge + _months(first, last)
    (year, month, day), end = civil(first), civil(last)
    if (year, month) == end[:2]:
        return f"{edge}{day}–{_day(last)}"
    return f"{edge}{_shared(first, last)} – {_day(last)}" if year == end.year else f"{edge}{_day(first)} – {_day(last)}"


def _edge(number: int | None, value: TimeValue, *, closing: bool = False) -> str:
    """One end of a half-open time, at the granularity that it is told in."""
    assert number is not None
    year, month, _ = civil(number)
    boundary = number + 1 if closing else number
    if value.granularity.rank >= Granularity.YEAR.rank and civil(boundary)[1:] == (1, 1):
        return _year(year)
    if value.granularity.rank >= Granularity.MONTH.rank and _opens_month(boundary):
        return f"{MONTHS[month - 1]} {_year(year)}"
    return _day(number)


def _whole_unit(first: int, last: int) -> str | None:
    """The name of a calendar month, quarter, half, year, decade or century that the days are exactly."""
    if not (_opens_month(first) and _opens_month(last + 1)):
        return None
    start, stop = civil(first), civil(last + 1)
    months = (stop.year - start.year) * 12 + stop.month - start.month
    match months, start.month:
        case 1, month:
            return f"{MONTHS[month - 1]} {_year(start.year)}"
        case 3, (1 | 4 | 7 | 10):
            return f"Q{start.month // 3 + 1} {_year(start.year)}"
        case 6, (1 | 7):
            return f"{'first' if start.month == 1 else 'second'} half of {_year(start.year)}"
        case 12, 1:
            return _year(start.year)
        case 120, 1 if start.year % 10 == 0 and start.year > 0:
            return f"{start.year}s"
        case 1200, 1 if start.year % 100 == 0 and start.year >= 0:
            return f"{_ordinal(start.year // 100 + 1)} century"
    return None


def _months(first: int, last: int) -> str:
    start, end = civil(first), civil(last)
    if start.month == 1 and end.month == 12:
        return f"{_year(start.year)}–{_year(end.year)}"
    if start.year == end.year:
        return f"{MONTHS[start.month - 1]}–{MONTHS[end.month - 1]} {_year(end.year)}"
    return f"{MONTHS[start.month - 1]} {_year(start.year)} – {MONTHS[end.month - 1]} {_year(end.year)}"


def _edge_word(value: TimeValue) -> str:
    """early, mid or late, where the certain core is that third of the outer bounds."""
    start, end, core = value.earliest_start, value.latest_end, value.core
    if start is None or end is None or core is None or value.granularity is Granularity.DAYPART:
        return ""
    third = (end - start) // 3
    if core == (start, start + third):
        return "early "
    if core == (end - third, end):
        return "late "
    return "mid-" if core == (start + third, end - third) else ""


def _part_of_day(value: TimeValue) -> str:
    if value.granularity is not Granularity.DAYPART or value.earliest_start is None:
        return ""
    hour = value.earliest_start % DAY // HOUR
    return next((name for begins, name in _PARTS if hour >= begins), "")


def _clock(value: TimeValue, zone: str | None) -> str:
    start, end, offset, name = value.earliest_start, value.latest_end, value.offset, value.zone
    step = 1 if value.granularity is Granularity.SECOND else MINUTE
    last = None if end is None else end - step
    if zone and offset is not None:
        anywhere = offset
        start, last = (None if s is None else to_zone(s, anywhere, zone)[0] for s in (start, last))
        name = zone
    suffix = f" {name or iso_offset(offset)}".rstrip()
    if start is None:
        return "at an unknown time" if last is None else f"until {_instant(last)}{suffix}"
    if last is None:
        return f"since {_instant(start)}{suffix}"
    if last <= start:
        return _instant(start) + suffix
    until = f"–{_time(last)}" if start // DAY == last // DAY else f" – {_instant(last)}"
    return _instant(start) + until + suffix


def _instant(seconds: int) -> str:
    return f"{_day(seconds // DAY)} {_time(seconds)}"


def _time(seconds: int) -> str:
    hour, rest = divmod(seconds % DAY, HOUR)
    tail = f":{rest % MINUTE:02d}" if rest % MINUTE else ""
    return f"{hour:02d}:{rest // MINUTE:02d}{tail}"


def _day(number: int) -> str:
    year, month, day = civil(number)
    return f"{day} {MONTHS[month - 1]} {_year(year)}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _opens_month(number: int) -> bool:
    return civil(number).day == 1


def _ordinal(n: int) -> str:
    tail = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{tail}"
