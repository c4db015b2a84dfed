# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Named days: Christmas, Easter 2018, last Thanksgiving, the eve of Ramadan."""

from timeline_app.model.expression import Direction, Fields, NamedDay, Relative
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.rules import rule, that
from timeline_app.temporal.values import Holiday, Year


@rule(Holiday, reads=("Christmas", "New Year's Eve", "Ramadan", "9/11"))
def named_day(holiday: Holiday) -> NamedDay:
    return NamedDay(holiday.name)


@rule(Holiday, ",|of?", Year, reads=("Christmas 2017", "Easter of 1916"))
def named_day_year(holiday: Holiday, year: Year) -> NamedDay:
    return NamedDay(holiday.name, Fields(year=year.year, two_digit=year.two_digit))


@rule(
    Holiday, "of|in|,?", that(Relative, lambda r: r.unit is Granularity.YEAR),
    reads=("Thanksgiving of next year", "Christmas last year", "Easter this year"),
)  # fmt: skip
def named_day_of_year(holiday: Holiday, year: Relative) -> NamedDay:
    return NamedDay(holiday.name, year)


@rule("last|previous", Holiday, reads=("last Christmas",))
def last_named_day(holiday: Holiday) -> NamedDay:
    return NamedDay(holiday.name, direction=Direction.LAST)


@rule("next|coming", Holiday, reads=("next Easter",))
def next_named_day(holiday: Holiday) -> NamedDay:
    return NamedDay(holiday.name, direction=Direction.NEXT)


@rule("this", Holiday, reads=("this Thanksgiving",))
def this_named_day(holiday: Holiday) -> NamedDay:
    return NamedDay(holiday.name, direction=Direction.THIS)
