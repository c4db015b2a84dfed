"""Times as a person would write them: "26–27 May 2018", "early June 2018", "28 May 2018 13:30 UTC"."""

from timeline_app.model.bounds import iso_offset, outer_days
from timeline_app.model.calendar import DAY, HOUR, MINUTE, civil
from timeline_app.model.date_style import PLAIN, DateStyle
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import to_zone

# Hours at which the parts of a day begin, latest first.
_PARTS = (
    (20, "night"), (18, "evening"), (14, "afternoon"), (12, "afternoon"), (11, "midday"), (6, "morning"), (4, "dawn"),
    (0, "early hours"),
)  # fmt: skip


def describe(value: TimeValue | None, zone: str | None = None, style: DateStyle = PLAIN) -> str:
    """A time in words, in `zone` where it is a clock reading whose own zone is known."""
    if value is None:
        return style.words.undated
    words = _clock(value, zone, style) if value.is_clock else _days(value, style)
    return (style.words.about.format(words) if value.approximate else words) + ("?" if value.uncertain else "")


def describe_published(value: TimeValue, zone: str | None = None, style: DateStyle = PLAIN) -> str:
    """A publication time with weekday and zone, "Mon 28 May 2018 (UTC)"; where no zone is known, UTC stands in."""
    zone = zone or value.zone or "UTC"
    if value.is_clock and value.earliest_start is not None:
        return f"{style.weekday_day(value.earliest_start // DAY)} {_time(value.earliest_start)} ({zone})"
    if value.granularity is Granularity.DAY and value.first_day is not None:
        return f"{style.weekday_day(value.first_day)} ({zone})"
    return describe(value, style=style)


def weekday_day(number: int, style: DateStyle = PLAIN) -> str:
    """A day number with its weekday: "Mon 28 May 2018"."""
    return style.weekday_day(number)


def describe_weekdays(value: TimeValue, style: DateStyle = PLAIN) -> str:
    """As `describe`, with weekdays where days are told: "Sat 26 – Sun 27 May 2018"."""
    first, last = outer_days(value)
    if value.granularity.rank > Granularity.FORTNIGHT.rank or first is None or last is None or value.is_clock:
        return describe(value, style=style)
    if first == last:
        return _part_of_day(value, _edged(value, style.weekday_day(first), style), style)
    return _edged(value, style.weekdays(first, last), style)


def _days(value: TimeValue, style: DateStyle) -> str:
    first, last = outer_days(value)
    words = style.words
    if first is None and last is None:
        return words.unknown
    if first is None:
        return words.until.format(_edge(last, value, style, closing=True))
    if last is None:
        return words.since.format(_edge(first, value, style))
    unit = _whole_unit(first, last, style)
    if unit is not None and value.granularity.rank > Granularity.DAY.rank:
        return _edged(value, unit, style)
    if first == last:
        return _part_of_day(value, _edged(value, style.day(first), style), style)
    if value.granularity.rank >= Granularity.MONTH.rank and _opens_month(first) and _opens_month(last + 1):
        return _edged(value, _months(first, last, style), style)
    return _edged(value, style.days(first, last), style)


def _edge(number: int | None, value: TimeValue, style: DateStyle, *, closing: bool = False) -> str:
    """One end of a half-open time, at the granularity that it is told in."""
    assert number is not None
    year, month, _ = civil(number)
    boundary = number + 1 if closing else number
    if value.granularity.rank >= Granularity.YEAR.rank and civil(boundary)[1:] == (1, 1):
        return style.year(year)
    if value.granularity.rank >= Granularity.MONTH.rank and _opens_month(boundary):
        return style.month(year, month)
    return style.day(number)


def _whole_unit(first: int, last: int, style: DateStyle) -> str | None:
    """The name of a calendar month, quarter, half, year, decade or century that the days are exactly."""
    if not (_opens_month(first) and _opens_month(last + 1)):
        return None
    start, stop = civil(first), civil(last + 1)
    months = (stop.year - start.year) * 12 + stop.month - start.month
    match months, start.month:
        case 1, month:
            return style.month(start.year, month)
        case 3, (1 | 4 | 7 | 10):
            return f"Q{start.month // 3 + 1} {style.year(start.year)}"
        case 6, (1 | 7):
            half = style.words.first_half if start.month == 1 else style.words.second_half
            return half.format(style.year(start.year))
        case 12, 1:
            return style.year(start.year)
        case 120, 1 if start.year % 10 == 0 and start.year > 0:
            return style.words.decade.format(start.year)
        case 1200, 1 if start.year % 100 == 0 and start.year >= 0:
            return style.century(start.year // 100 + 1)
    return None


def _months(first: int, last: int, style: DateStyle) -> str:
    start, end = civil(first), civil(last)
    if start.month == 1 and end.month == 12:
        return f"{style.year(start.year)}–{style.year(end.year)}"
    opening, closing = style.month(start.year, start.month), style.month(end.year, end.month)
    if start.year == end.year and closing.startswith(style.words.months[end.month - 1]):
        return f"{style.words.months[start.month - 1]}–{closing}"
    return f"{opening} – {closing}"


def _edged(value: TimeValue, words: str, style: DateStyle) -> str:
    """The words said to be early, in the middle or late, where the certain core is that third of the outer bounds."""
    start, end, core = value.earliest_start, value.latest_end, value.core
    if start is None or end is None or core is None or value.granularity is Granularity.DAYPART:
        return words
    third = (end - start) // 3
    if core == (start, start + third):
        return style.words.early.format(words)
    if core == (end - third, end):
        return style.words.late.format(words)
    return style.words.middle.format(words) if core == (start + third, end - third) else words


def _part_of_day(value: TimeValue, words: str, style: DateStyle) -> str:
    """The words with the part of the day that is told, if any."""
    if value.granularity is not Granularity.DAYPART or value.earliest_start is None:
        return words
    hour = value.earliest_start % DAY // HOUR
    part = next((name for begins, name in _PARTS if hour >= begins), "")
    return f"{words}, {style.words.parts[part]}" if part else words


def _clock(value: TimeValue, zone: str | None, style: DateStyle) -> str:
    start, end, offset, name = value.earliest_start, value.latest_end, value.offset, value.zone
    step = 1 if value.granularity is Granularity.SECOND else MINUTE
    last = None if end is None else end - step
    if zone and offset is not None:
        anywhere = offset
        start, last = (None if s is None else to_zone(s, anywhere, zone)[0] for s in (start, last))
        name = zone
    suffix = f" {name or iso_offset(offset)}".rstrip()
    if start is None:
        return style.words.unknown if last is None else style.words.until.format(_instant(last, style) + suffix)
    if last is None:
        return style.words.since.format(_instant(start, style) + suffix)
    if last <= start:
        return _instant(start, style) + suffix
    until = f"–{_time(last)}" if start // DAY == last // DAY else f" – {_instant(last, style)}"
    return _instant(start, style) + until + suffix


def _instant(seconds: int, style: DateStyle) -> str:
    return f"{style.day(seconds // DAY)} {_time(seconds)}"


def _time(seconds: int) -> str:
    hour, rest = divmod(seconds % DAY, HOUR)
    tail = f":{rest % MINUTE:02d}" if rest % MINUTE else ""
    return f"{hour:02d}:{rest // MINUTE:02d}{tail}"


def _opens_month(number: int) -> bool:
    return civil(number).day == 1
