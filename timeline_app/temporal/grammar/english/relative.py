# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Units counted from publication or from the time told before: last week, the next day, today."""

from dataclasses import replace

from timeline_app.model.expression import Base, Direction, Fields, Relative
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.kinds import said_fields
from timeline_app.temporal.rules import rule, that
from timeline_app.temporal.values import Unit

WHOLE = that(Unit, lambda u: not u.plural and u.unit.rank >= Granularity.DAY.rank)
LONG = that(Unit, lambda u: not u.plural and u.unit.rank > Granularity.DAY.rank)
PREVIOUS = Base.PREVIOUS


@rule("today", reads=("today",))
def today() -> Relative:
    return Relative(Granularity.DAY, 0)


@rule("yesterday", reads=("yesterday",))
def yesterday() -> Relative:
    return Relative(Granularity.DAY, -1)


@rule("tomorrow", reads=("tomorrow",))
def tomorrow() -> Relative:
    return Relative(Granularity.DAY, 1)


@rule("the", "day", "before", "yesterday", reads=("the day before yesterday",))
def before_yesterday() -> Relative:
    return Relative(Granularity.DAY, -2)


@rule("the", "day", "after", "tomorrow", reads=("the day after tomorrow",))
def after_tomorrow() -> Relative:
    return Relative(Granularity.DAY, 2)


@rule("earlier|later", that(Relative, lambda r: r.unit is Granularity.DAY), reads=("earlier today", "later today"))
def within_today(day: Relative) -> Relative:
    return day


@rule("last|past", LONG, reads=("last week", "last year", "last weekend"))
def last_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, -1)


@rule("this", "past|last", LONG, reads=("this past week", "this past weekend"))
def this_past_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, -1)


@rule("this", "entire|whole|current?", WHOLE, reads=("this week", "this year", "this weekend"))
def this_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0)


@rule("the", "current|present", LONG, reads=("the current year",))
def current_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0)


@rule("next", LONG, reads=("next week", "next year"))
def next_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 1)


@rule("the|this", "coming|upcoming", LONG, reads=("the coming week", "this coming weekend"))
def coming_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 1)


@rule("the", "next|following|subsequent|ensuing", WHOLE, reads=("the next day", "the following week"))
def following_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 1, PREVIOUS)


@rule("the", "previous|preceding|prior", WHOLE, reads=("the previous year", "the preceding day"))
def previous_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, -1, PREVIOUS)


@rule("the", WHOLE, "before|previous|earlier", reads=("the day before", "the year previous"))
def unit_before(unit: Unit) -> Relative:
    return Relative(unit.unit, -1, PREVIOUS)


@rule("the", WHOLE, "after|following|afterwards", reads=("the day after", "the day following"))
def unit_after(unit: Unit) -> Relative:
    return Relative(unit.unit, 1, PREVIOUS)


@rule("that|the", "very|same?", "same", WHOLE, reads=("that same day", "the same year", "the very same day"))
def same_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0, PREVIOUS)


@rule("that", "very?", WHOLE, reads=("that day", "that year"))
def that_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0, PREVIOUS)


@rule(
    "earlier|later|late|early", "in|on?", that(Relative, lambda r: r.count == 0 and r.unit is not Granularity.DAY),
    reads=("earlier this week", "later that year", "later this month"),
)  # fmt: skip
def within_unit(unit: Relative) -> Relative:
    return unit


@rule("earlier|later", "in|on?", that(Fields, lambda f: said_fields(f) <= {"year", "month"}), reads=("later in 1998",))
def within_fields(period: Fields) -> Fields:
    return period


@rule(
    that(Fields, lambda f: said_fields(f) in ({"month"}, {"month", "day"}, {"season"})),
    "of|in?",
    that(Relative, lambda r: r.unit is Granularity.YEAR),
    reads=("August of that year", "May of last year", "June 10 of that year", "spring next year"),
)
def fields_of_year(date: Fields, year: Relative) -> Fields:
    if year.base is PREVIOUS and year.count == 0:
        return replace(date, base=PREVIOUS)
    direction = {-1: Direction.LAST, 0: Direction.THIS, 1: Direction.NEXT}[year.count]
    return replace(date, direction=direction, base=year.base)
