"""How fine a time is told: the unit that a reading speaks in."""

from enum import StrEnum


class Granularity(StrEnum):
    """Units from fine to coarse; `rank` orders them, `TIME` readings are those finer than a day."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    @property
    def rank(self) -> int:
        """Position from fine (0) to coarse."""
        return _ORDER[self]

    @property
    def is_clock(self) -> bool:
        """Whether the unit names a clock reading (an instant that a zone moves)."""
        return self.rank <= Granularity.HOUR.rank

    @property
    def months(self) -> int | None:
        """Length in calendar months, None for units counted in days or seconds."""
        return _MONTHS.get(self)

    @property
    def seconds(self) -> int:
        """Length in seconds, the mean Gregorian length for months and longer."""
        return _SECONDS[self]


_ORDER = {unit: index for index, unit in enumerate(Granularity)}
_MONTHS = {
    Granularity.MONTH: 1,
    Granularity.SEASON: 3,
    Granularity.QUARTER: 3,
    Granularity.HALF: 6,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1200,
    Granularity.MILLENNIUM: 12_000,
}
_MEAN_MONTH = 2_629_746  # a 400-year Gregorian cycle of 146,097 days over its 4,800 months
_SECONDS = {
    Granularity.SECOND: 1,
    Granularity.MINUTE: 60,
    Granularity.HOUR: 3_600,
    Granularity.DAYPART: 21_600,
    Granularity.DAY: 86_400,
    Granularity.WEEKEND: 172_800,
    Granularity.WEEK: 604_800,
    Granularity.FORTNIGHT: 1_209_600,
} | {unit: months * _MEAN_MONTH for unit, months in _MONTHS.items()}
