"""Trees put together from smaller ones in the same way in every language."""

from dataclasses import replace

from timeline_app.model.expression import Base, DayPart, Direction, Expression, Fields, Nth, PartOfDay, Relative, Season
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.values import Month, Weekday


def date_in_year(date: Fields, year: Relative) -> Expression:
    """A month, day or season of a year that is counted: "August of that year", "May of last year"."""
    if year.count == 0 and (date.month is None or year.base is not Base.PREVIOUS):
        direction = None if year.base is Base.PREVIOUS else Direction.THIS
        return replace(date, base=year.base, direction=direction)
    if date.month is None:
        return replace(date, base=year.base, direction=Direction.LAST if year.count < 0 else Direction.NEXT)
    month = Nth(date.month, Granularity.MONTH, year)
    return month if date.day is None else Nth(date.day, Granularity.DAY, month)


def named(name: Weekday | Month | Season | DayPart) -> Expression:
    """The tree of a calendar name that recurs: "every Friday", "each spring"."""
    match name:
        case Weekday():
            return Fields(weekday=name.n)
        case Month():
            return Fields(month=name.n)
        case Season():
            return Fields(season=name)
        case _:
            return PartOfDay(name)
