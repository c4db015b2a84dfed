"""What sort of time a tree tells, for patterns that ask for "a day" or "a period" however it was written."""

from timeline_app.model.expression import (
    Clock,
    Expression,
    Fields,
    Modified,
    NamedDay,
    Nth,
    NumericDate,
    Part,
    PartOfDay,
    Relative,
    Shift,
)
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.rules import that
from timeline_app.temporal.values import Pair

DATE_TYPES = (Fields, Relative, NamedDay, NumericDate, Nth)


def grain(tree: Expression) -> Granularity | None:
    """The unit that a tree speaks in, None for references, durations and sets."""
    match tree:
        case Fields():
            return _fields_grain(tree)
        case Relative(unit=unit) | Nth(unit=unit):
            return unit
        case NamedDay() | NumericDate():
            return Granularity.DAY
        case Clock():
            return Granularity.MINUTE
        case PartOfDay():
            return Granularity.DAYPART
        case Part(of=of) | Modified(of=of):
            return grain(of)
        case Shift(amount=amount):
            return amount.unit
        case _:
            return None


def _fields_grain(tree: Fields) -> Granularity:
    if tree.day is not None or tree.weekday is not None:
        return Granularity.DAY
    if tree.weekend:
        return Granularity.WEEKEND
    for said, unit in (
        (tree.week, Granularity.WEEK),
        (tree.month, Granularity.MONTH),
        (tree.season, Granularity.SEASON),
        (tree.quarter, Granularity.QUARTER),
        (tree.half, Granularity.HALF),
        (tree.year, Granularity.YEAR),
        (tree.decade, Granularity.DECADE),
    ):
        if said is not None:
            return unit
    return Granularity.CENTURY


def is_day(tree: Expression) -> bool:
    """Whether the tree names a day."""
    return grain(tree) is Granularity.DAY


def is_period(tree: Expression) -> bool:
    """Whether the tree names a period longer than a day."""
    unit = grain(tree)
    return unit is not None and unit.rank > Granularity.DAY.rank


def is_day_and_month(pair: Pair) -> bool:
    """Whether two numbers can be a day and a month, in either order."""
    return 1 <= min(pair.first, pair.second) <= 12 and 1 <= max(pair.first, pair.second) <= 31


def said_fields(tree: Fields) -> frozenset[str]:
    """Names of the calendar fields that the phrase said."""
    names = ("year", "month", "day", "weekday", "week", "quarter", "half", "season", "decade", "century")
    said = {name for name in names if getattr(tree, name) is not None}
    return frozenset(said | ({"weekend"} if tree.weekend else set()))


DAY = that(DATE_TYPES, is_day)
PERIOD = that(DATE_TYPES, is_period)
DATE = that(DATE_TYPES, lambda tree: is_day(tree) or is_period(tree))
