"""True calendar ticks from minutes to millennia, in two ranks: "October 2024" above "Sat 5, Sun 6".

Years are astronomical inside and historical on labels: year 0 is "1 BC".  Ticks of years fall on the round numbers of
each era (200 BC, 100 BC, AD 1, 100), because that is what readers count by.
"""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from timeline_app.model.calendar import DAY, add_months, civil, day_number, iso_week, week_start
from timeline_app.model.date_style import PLAIN, DateStyle

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MAX_TICKS = 2_000
_WEEKENDS_FROM = 5.0  # pixels per day


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at `days` since the origin; its label names the stretch until the next tick of its rank."""

    days: float
    label: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """Ticks for a stretch of time: `major` opens at or before its begin; `weekends` are (begin, end) in days."""

    begin: float  # days
    end: float
    minor: tuple[Tick, ...]
    major: tuple[Tick, ...]
    weekends: tuple[tuple[float, float], ...]
    whole: "Ticks | None" = None  # those that they were cut out of

    def within(self, begin: float, end: float) -> "Ticks":
        """Those of a part: each rank from the last tick at or before its begin."""
        return Ticks(
            begin,
            end,
            minor=_between(self.minor, begin, end),
            major=_between(self.major, begin, end),
            weekends=tuple(w for w in self.weekends if w[1] > begin and w[0] < end),
            whole=self,
        )


def _between(ticks: tuple[Tick, ...], begin: float, end: float) -> tuple[Tick, ...]:
    first = max(bisect_right(ticks, begin, key=_days) - 1, 0)
    return ticks[first : bisect_right(ticks, end, lo=first, key=_days)]


_days = attrgetter("days")

Label = Callable[[int, DateStyle], str]


@dataclass(frozen=True, slots=True)
class _Unit:
    """Steps along the calendar in seconds: `floor` finds the step at or before, `after` the next."""

    floor: Callable[[int], int]
    after: Callable[[int], int]


@dataclass(frozen=True, slots=True)
class _Level:
    """A minor unit with its label, the major unit above it, and the room that a minor label needs (pixels)."""

    seconds: float  # mean length of the minor unit
    pixels: float
    minor: _Unit
    label: Label
    major: _Unit
    major_label: Label


def ticks(
    origin: int, begin: float, end: float, width: float, *, character: float = 6.6, style: DateStyle = PLAIN
) -> Ticks:
    """Ticks for `begin` to `end` (days since the day number `origin`) drawn `width` pixels wide."""
    first, last = math.floor((begin + origin) * DAY), math.ceil((end + origin) * DAY)
    scale = width / (end - begin)
    level = _LEVELS[_level_at(scale, character)]

    def named(unit: _Unit, start: int, label: Label) -> tuple[Tick, ...]:
        return tuple(Tick(s / DAY - origin, label(s, style)) for s in _walk(unit, start, last))

    return Ticks(
        begin,
        end,
        minor=named(level.minor, level.minor.floor(first), level.label),
        major=named(level.major, level.major.floor(first), level.major_label),
        weekends=tuple(_weekends(origin, first, last, scale)),
    )


def detail_of(scale: float, character: float) -> tuple[int, bool]:
    """What ticks depend on at a scale in pixels per day: as long as it stays, those of a wider stretch serve a part."""
    return _level_at(scale, character), scale >= _WEEKENDS_FROM


def _level_at(scale: float, character: float) -> int:
    pixels_per_second, stretch = scale / DAY, character / 6.6
    fitting = (n for n, each in enumerate(_LEVELS) if each.seconds * pixels_per_second >= each.pixels * stretch)
    return next(fitting, len(_LEVELS) - 1)


def _walk(unit: _Unit, start: int, last: int) -> Iterator[int]:
    at = start
    for _ in range(MAX_TICKS):
        if at > last:
            return
        yield at
        at = unit.after(at)


def _weekends(origin: int, first: int, last: int, pixels_per_day: float) -> Iterator[tuple[float, float]]:
    if pixels_per_day < _WEEKENDS_FROM:
        return
    saturday = week_start(first // DAY) + 5
    while saturday * DAY < last:
        yield float(saturday - origin), float(saturday + 2 - origin)
        saturday += 7


def _seconds_unit(step: int) -> _Unit:
    """Steps of a length that divides a day."""
    return _Unit(lambda s: s // step * step, lambda s: s + step)


def _month_unit(step: int) -> _Unit:
    def floor(seconds: int) -> int:
        day = civil(seconds // DAY)
        return day_number(day.year, (day.month - 1) // step * step + 1) * DAY

    return _Unit(floor, lambda s: add_months(s // DAY, step) * DAY)


def _year_unit(step: int) -> _Unit:
    """Years on the round numbers of their era, and AD 1 in place of the year 0 that readers do not know."""

    def floor_year(year: int) -> int:
        if year > 0:
            return max(year // step * step, 1)
        return 1 - math.ceil((1 - year) / step) * step

    def after_year(year: int) -> int:
        if year > 0:
            return year // step * step + step
        following = year + step
        return 1 if following > 0 else following

    def floor(seconds: int) -> int:
        return day_number(floor_year(civil(seconds // DAY).year)) * DAY

    return _Unit(floor, lambda s: day_number(after_year(civil(s // DAY).year)) * DAY)


_WEEK = _Unit(lambda s: week_start(s // DAY) * DAY, lambda s: s + 7 * DAY)
_DAY = _seconds_unit(DAY)
_MONTH = _month_unit(1)


def _clock(seconds: int, _: DateStyle) -> str:
    minutes = seconds % DAY // 60
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _full_day(seconds: int, style: DateStyle) -> str:
    return style.weekday_day(seconds // DAY)


def _weekday_and_day(seconds: int, style: DateStyle) -> str:
    number = seconds // DAY
    return f"{style.weekday(number)} {style.words.day.format(civil(number).day)}"


def _day(seconds: int, _: DateStyle) -> str:
    return str(civil(seconds // DAY).day)


def _week(seconds: int, style: DateStyle) -> str:
    return f"{_day_of_month(seconds, style)} · {style.words.week.format(iso_week(seconds // DAY)[1])}"


def _day_of_month(seconds: int, style: DateStyle) -> str:
    return style.day_of_month(seconds // DAY, short=True)


def _month_and_year(seconds: int, style: DateStyle) -> str:
    day = civil(seconds // DAY)
    return f"{style.words.months[day.month - 1]} {style.year(day.year)}"


def _month(seconds: int, style: DateStyle) -> str:
    return style.words.short_months[civil(seconds // DAY).month - 1]


def _initial(seconds: int, style: DateStyle) -> str:
    return _month(seconds, style)[0]


def _quarter(seconds: int, _: DateStyle) -> str:
    return f"Q{(civil(seconds // DAY).month + 2) // 3}"


def _year(seconds: int, style: DateStyle) -> str:
    year = civil(seconds // DAY).year
    return style.words.after_christ.format(1) if year == 1 else style.year(year)


def _years(step: int) -> Label:
    """Names the stretch from a tick to the next as its first and last year; decades as "2020s"."""

    def label(seconds: int, style: DateStyle) -> str:
        first = civil(seconds // DAY).year
        if first > 0:
            if step == 10 and first >= 1000:
                return style.words.decade.format(first)
            years = f"{first}–{first // step * step + step - 1}"
            return years if first >= 1000 else style.words.after_christ.format(years)
        return style.words.before_christ.format(f"{1 - first:,}–{2 - first - step:,}")

    return label


def _millennia(seconds: int, style: DateStyle) -> str:
    return style.words.years_after if civil(seconds // DAY).year > 0 else style.words.years_before


_ERA = _Unit(
    lambda s: day_number(1) * DAY if s >= day_number(1) * DAY else day_number(-(10**11)) * DAY,
    lambda s: day_number(1) * DAY if s < day_number(1) * DAY else day_number(10**11) * DAY,
)
_MEAN_YEAR = 365.2425 * DAY

_LEVELS = (
    *(_Level(60 * n, 46, _seconds_unit(60 * n), _clock, _DAY, _full_day) for n in (1, 2, 5, 10, 15, 30)),
    *(_Level(3600 * n, 46, _seconds_unit(3600 * n), _clock, _DAY, _full_day) for n in (1, 2, 3, 6, 12)),
    _Level(DAY, 52, _DAY, _weekday_and_day, _MONTH, _month_and_year),
    _Level(DAY, 23, _DAY, _day, _MONTH, _month_and_year),
    _Level(7 * DAY, 84, _WEEK, _week, _month_unit(1), _month_and_year),
    _Level(7 * DAY, 50, _WEEK, _day_of_month, _year_unit(1), _year),
    _Level(_MEAN_YEAR / 12, 32, _MONTH, _month, _year_unit(1), _year),
    _Level(_MEAN_YEAR / 12, 15, _MONTH, _initial, _year_unit(1), _year),
    _Level(_MEAN_YEAR / 4, 26, _month_unit(3), _quarter, _year_unit(1), _year),
    _Level(_MEAN_YEAR, 40, _year_unit(1), _year, _year_unit(10), _years(10)),
    *(_Level(_MEAN_YEAR * n, 44, _year_unit(n), _year, _year_unit(100), _years(100)) for n in (2, 5, 10, 20)),
    *(_Level(_MEAN_YEAR * n, 58, _year_unit(n), _year, _year_unit(1000), _years(1000)) for n in (50, 100, 200)),
    *(_Level(_MEAN_YEAR * n, 66, _year_unit(n), _year, _ERA, _millennia) for n in (500, 1000, 2000, 5000)),
    *(
        _Level(_MEAN_YEAR * n * 10**power, 96, _year_unit(n * 10**power), _year, _ERA, _millennia)
        for power in range(4, 9)
        for n in (1, 2, 5)
    ),
)
