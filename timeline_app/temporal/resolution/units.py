"""Calendar units as periods: the week, season, fiscal year or decade that holds a day, and the one n units on.

Weeks run Monday to Sunday (ISO 8601) unless the source says otherwise.  A winter belongs to the year of its January,
as meteorologists count; so does a southern summer.  Decades and centuries before year 1 count backwards: -48 is the
480s BC, -4 the fourth century BC.
"""

from timeline_app.model.calendar import civil, day_number, weekday
from timeline_app.model.expression import Season
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import Hemisphere
from timeline_app.model.time_value import TimeValue

_FIRST_MONTH = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 0}
_SEASONS = (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)


def period(unit: Granularity, day: int, steps: int = 0, week_start: int = 0) -> TimeValue:
    """The calendar unit that holds `day`, or the one `steps` units after it; units finer than a day give the day."""
    match unit:
        case Granularity.WEEK:
            return week(day + 7 * steps, week_start)
        case Granularity.FORTNIGHT:
            first = week(day, week_start).first_day or 0
            return TimeValue.days(first + 14 * steps - (7 if steps else 0), first + 14 * steps + 6, unit)
        case Granularity.WEEKEND:
            return weekend(day, steps)
        case Granularity.DECADE:
            return decade(decade_of(civil(day).year) + steps)
        case Granularity.CENTURY:
            return century(century_of(civil(day).year) + steps)
    if unit.months is None:
        return TimeValue.days(day + steps, day + steps)
    origin = -1 if unit is Granularity.SEASON else 0
    year, month, _ = civil(day)
    index = (year * 12 + month - 1 - origin) // unit.months + steps
    return months(0, index * unit.months + origin + 1, unit.months, unit)


def months(year: int, month: int, count: int, unit: Granularity) -> TimeValue:
    """`count` months from the first of `month`, which may run outside 1-12."""
    return TimeValue.days(day_number(year, month), day_number(year, month + count) - 1, unit)


def week(day: int, week_start: int = 0) -> TimeValue:
    """The week that holds a day."""
    first = day - (weekday(day) - week_start) % 7
    return TimeValue.days(first, first + 6, Granularity.WEEK)


def weekend(day: int, steps: int = 0) -> TimeValue:
    """The Saturday and Sunday of the ISO week that holds `day`, or of the one `steps` weeks on."""
    saturday = day - weekday(day) + 5 + 7 * steps
    return TimeValue.days(saturday, saturday + 1, Granularity.WEEKEND)


def season(year: int, name: Season, hemisphere: Hemisphere) -> TimeValue:
    """A season of a year in its hemisphere."""
    shift = 0 if hemisphere is Hemisphere.NORTH else 6
    month = (_FIRST_MONTH[name] + shift) % 12
    return months(year, month, 3, Granularity.SEASON)


def season_of(time: TimeValue, hemisphere: Hemisphere) -> tuple[int, Season]:
    """Year and name of the season that a season-long period is."""
    year, month, _ = civil((time.first_day or 0) + 31)  # a month in, so that a December start counts as next year's
    index = (month % 12) // 3 if hemisphere is Hemisphere.NORTH else ((month + 6) % 12) // 3
    return year, _SEASONS[index]


def fiscal_year(year: int, first_month: int) -> TimeValue:
    """The fiscal year named `year`: the one that ends in that calendar year, or is it where it starts in January."""
    start = year if first_month == 1 else year - 1
    return months(start, first_month, 12, Granularity.YEAR)


def decade(index: int) -> TimeValue:
    """Decade 199 is the 1990s, -48 the 480s BC."""
    first, last = (index * 10, index * 10 + 9) if index >= 0 else (10 * index - 8, 10 * index + 1)
    return _years(first, last, Granularity.DECADE)


def decade_of(year: int) -> int:
    """Index of the decade that holds an astronomical year."""
    return year // 10 if year > 0 else -((1 - year) // 10)


def century(index: int) -> TimeValue:
    """Century 19 is the 1900s, -4 the fourth century BC."""
    first = index * 100 if index >= 0 else index * 100 + 1
    return _years(first, first + 99, Granularity.CENTURY)


def century_of(year: int) -> int:
    """Index of the century that holds an astronomical year."""
    return year // 100 if year > 0 else -(-year // 100 + 1)


def _years(first: int, last: int, unit: Granularity) -> TimeValue:
    return TimeValue.days(day_number(first), day_number(last + 1) - 1, unit)
