"""The n-th of something within something: the first week of May, the last Friday of March, the second half of 2008."""

from dataclasses import replace

from timeline_app.model.annotation import Reading
from timeline_app.model.calendar import DAY, add_months, civil, weekday
from timeline_app.model.expression import Nth
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution import units
from timeline_app.temporal.resolution.core import reading, resolve
from timeline_app.temporal.resolution.situation import Situation, Unanchored
from timeline_app.temporal.resolution.timex3 import unit_value

# By which weekday a week or weekend belongs to a period: ISO 8601 takes the Thursday for years.
_MARKER = {Granularity.WEEK: 3, Granularity.WEEKEND: 5}


@resolve.register
def _(tree: Nth, situation: Situation) -> Reading:
    if tree.within is None:
        raise Unanchored("the text does not say of what it is the first, second or last")
    whole = resolve(tree.within, situation)
    if whole.time is None or whole.time.first_day is None or whole.time.last_day is None:
        raise Unanchored("the period it belongs to is unknown")
    first, last = whole.time.first_day, whole.time.last_day
    if tree.n == -1 and tree.unit is Granularity.YEAR and _is_shorter(first, last, tree.unit):
        return _year_until(last, whole)
    time = _within(tree, first, last)
    if time is None:
        raise Unanchored("the period it belongs to is not that long")
    value = unit_value(time, situation.context.hemisphere)
    found = reading(_inside(time, tree.unit, first, last), value, whole.anchor, whole.confidence)
    return replace(found, alternatives=(), warning=whole.warning)


def _inside(time: TimeValue, unit: Granularity, first: int, last: int) -> TimeValue:
    """A week without its days in another month: "the last week of January" ends with January."""
    if unit is not Granularity.WEEK or time.first_day is None or time.last_day is None:
        return time
    if time.first_day > last or time.last_day < first or (time.first_day <= first and time.last_day >= last):
        return time
    return TimeValue.days(max(time.first_day, first), min(time.last_day, last), unit)


def _year_until(last: int, whole: Reading) -> Reading:
    """The year that ends with a day, named as the calendar year of that day: "the year ended 31 March 2018"."""
    time = TimeValue.days(add_months(last + 1, -12), last, Granularity.YEAR)
    found = reading(time, unit_value(units.period(Granularity.YEAR, last)), whole.anchor, whole.confidence)
    return replace(found, warning=whole.warning)


def _within(tree: Nth, first: int, last: int) -> TimeValue | None:
    """The n-th unit between two days, None where there are fewer."""
    if tree.n == 1 and tree.weekday is None and _is_shorter(first, last, tree.unit):
        is_long_weekend = tree.unit is Granularity.WEEKEND and weekday(first) == 0
        return units.period(tree.unit, first - is_long_weekend)  # "the week of 14 May", "Labor Day weekend"
    marker = tree.weekday if tree.weekday is not None else _MARKER.get(tree.unit)
    if marker is not None:
        day = nth_weekday(tree.n, marker, first, last)
        unit = Granularity.DAY if tree.weekday is not None else tree.unit
        return None if day is None else units.period(unit, day)
    if tree.unit.months is None:
        day = first + tree.n - 1 if tree.n > 0 else last + tree.n + 1
        return TimeValue.days(day, day) if first <= day <= last else None
    return _nth_months(tree.n, tree.unit, tree.unit.months, first, last)


def _is_shorter(first: int, last: int, unit: Granularity) -> bool:
    """Whether days that are to hold a unit lie within one instead."""
    return unit.rank > Granularity.DAY.rank and (last - first + 1) * DAY < unit.seconds


def nth_weekday(n: int, wanted: int, first: int, last: int) -> int | None:
    """Day number of the n-th (from 1, -1 the last) given weekday between two days."""
    if n > 0:
        day = first + (wanted - weekday(first)) % 7 + 7 * (n - 1)
    else:
        day = last - (weekday(last) - wanted) % 7 + 7 * (n + 1)
    return day if first <= day <= last else None


def _nth_months(n: int, unit: Granularity, length: int, first: int, last: int) -> TimeValue | None:
    """Months and what is made of them, counted from the period's own start (a fiscal year's too) or end."""
    year, month, _ = civil(first if n > 0 else last + 1)
    time = units.months(year, month + length * (n - 1 if n > 0 else n), length, unit)
    inside = time.first_day is not None and time.last_day is not None and first <= time.first_day <= last
    return time if inside and time.last_day is not None and time.last_day <= last else None
