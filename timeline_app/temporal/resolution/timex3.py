"""TIMEX3 notation: the `value` of calendar units, clock readings and amounts (TimeML 1.2.1; TIDES 2005)."""

from dataclasses import replace

from timeline_app.model.bounds import iso_offset
from timeline_app.model.calendar import DAY, HOUR, MINUTE, civil, iso_week
from timeline_app.model.expression import Amount, DayPart
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import Hemisphere
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution import units

UNKNOWN_DAY = "XXXX-XX-XX"
UNKNOWN_UNIT = {
    Granularity.WEEKEND: "XXXX-WXX-WE",
    Granularity.WEEK: "XXXX-WXX",
    Granularity.FORTNIGHT: "XXXX-WXX",
    Granularity.MONTH: "XXXX-XX",
    Granularity.QUARTER: "XXXX-QX",
    Granularity.HALF: "XXXX-HX",
    Granularity.SEASON: "XXXX",
    Granularity.YEAR: "XXXX",
    Granularity.DECADE: "XXX",
    Granularity.CENTURY: "XX",
    Granularity.MILLENNIUM: "X",
}
_PART_CODE = {DayPart.OVERNIGHT: "NI", DayPart.DAWN: "MO", DayPart.DUSK: "EV", DayPart.SMALL_HOURS: "MO"}
_DATE_LETTER = {
    Granularity.DAYPART: "D",
    Granularity.DAY: "D",
    Granularity.WEEKEND: "WE",
    Granularity.WEEK: "W",
    Granularity.MONTH: "M",
    Granularity.QUARTER: "Q",
    Granularity.YEAR: "Y",
    Granularity.DECADE: "DE",
    Granularity.CENTURY: "CE",
    Granularity.MILLENNIUM: "ML",
}
_CLOCK_LETTER = {Granularity.HOUR: "H", Granularity.MINUTE: "M", Granularity.SECOND: "S"}
_AS_MULTIPLE = {
    Granularity.FORTNIGHT: (2, Granularity.WEEK),
    Granularity.SEASON: (3, Granularity.MONTH),
    Granularity.HALF: (6, Granularity.MONTH),
}


def year_text(year: int) -> str:
    """An astronomical year: `2018`, `BC0044`."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def day_text(number: int) -> str:
    """A day: `2018-05-10`, `BC0044-03-15`."""
    year, month, day = civil(number)
    return f"{year_text(year)}-{month:02d}-{day:02d}"


def unit_value(time: TimeValue, hemisphere: Hemisphere = Hemisphere.NORTH) -> str:
    """The value of a calendar unit by its granularity, from the day on which it begins."""
    number = time.first_day
    if number is None:
        return UNKNOWN_UNIT.get(time.granularity, UNKNOWN_DAY)
    year, month, _ = civil(number)
    match time.granularity:
        case Granularity.WEEK | Granularity.FORTNIGHT:
            return "{}-W{:02d}".format(*_week(number + 3))
        case Granularity.WEEKEND:
            return "{}-W{:02d}-WE".format(*_week(number))
        case Granularity.MONTH:
            return f"{year_text(year)}-{month:02d}"
        case Granularity.SEASON:
            year, name = units.season_of(time, hemisphere)
            return f"{year_text(year)}-{name}"
        case Granularity.QUARTER:
            return f"{year_text(year)}-Q{(month + 2) // 3}"
        case Granularity.HALF:
            return f"{year_text(year)}-H{1 if month < 7 else 2}"
        case Granularity.YEAR:
            return year_text(year)
        case Granularity.DECADE:
            return decade_text(units.decade_of(civil(number + 1000).year))
        case Granularity.CENTURY:
            return century_text(units.century_of(civil(number + 1000).year))
        case Granularity.MILLENNIUM:
            return str(year // 1000)
        case Granularity.DAY | Granularity.DAYPART:
            return day_text(number)
    return clock_value(time)


def _week(number: int) -> tuple[str, int]:
    year, week = iso_week(number)
    return year_text(year), week


def decade_text(index: int) -> str:
    """`199` for the 1990s, `BC048` for the 480s BC."""
    return f"{index:03d}" if index >= 0 else f"BC{-index:03d}"


def century_text(index: int) -> str:
    """`19` for the 1900s, `BC03` for the fourth century BC."""
    return f"{index:02d}" if index >= 0 else f"BC{-index - 1:02d}"


def clock_value(time: TimeValue, *, zone_said: bool = True) -> str:
    """A clock reading: `2018-05-28T13:30`, with `Z` or an offset where the phrase names its zone."""
    start = time.earliest_start or 0
    clock = clock_text(start % DAY, seconds=time.granularity is Granularity.SECOND)
    return f"{day_text(start // DAY)}T{clock}{iso_offset(time.offset) if zone_said else ''}"


def clock_text(second: int, *, seconds: bool = False) -> str:
    """A second of the day as `13:30`, or `13:30:15` where there are `seconds` or they were said."""
    tail = f":{second % MINUTE:02d}" if seconds or second % MINUTE else ""
    return f"{second // HOUR:02d}:{second % HOUR // MINUTE:02d}{tail}"


def part_code(part: DayPart) -> str:
    """TIMEX3's code of a part of the day; it has none of its own for dawn, dusk and overnight."""
    return _PART_CODE.get(part, part.value)


def duration_value(amount: Amount) -> str:
    """An amount: `P3D`, `P2.5Y`, `PT36H`, `PXM` where the number is not known, `P1DT12H` in several units."""
    if amount.rest is not None:
        return _joined(duration_value(replace(amount, rest=None)), duration_value(amount.rest))
    count, unit = amount.count, amount.unit
    if unit in _AS_MULTIPLE:
        factor, unit = _AS_MULTIPLE[unit]
        count = None if count is None else count * factor
    if unit is Granularity.HOUR and count is not None and 0 < count < 1:
        count, unit = count * 60, Granularity.MINUTE  # half an hour
    number = "X" if count is None else f"{count:g}" if abs(count) < 1e6 else str(int(count))
    if unit in _CLOCK_LETTER:
        return f"PT{number}{_CLOCK_LETTER[unit]}"
    return f"P{number}{_DATE_LETTER[unit]}"


def _joined(large: str, small: str) -> str:
    """`P2Y` and `P3M` as `P2Y3M`; the T stands once."""
    if "T" in large:
        return large + small.removeprefix("PT")
    return large + small.removeprefix("P")
