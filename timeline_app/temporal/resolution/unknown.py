"""The TIMEX3 value of a phrase whose context is unknown: what it says, with X for what it leaves open."""

from timeline_app.model.expression import (
    AnchoredDuration,
    Clock,
    Duration,
    Expression,
    Fields,
    Modified,
    NamedDay,
    Nth,
    NumericDate,
    Part,
    PartOfDay,
    Reference,
    Relative,
    Shift,
    Vague,
)
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.resolution.timex3 import (
    UNKNOWN_DAY,
    UNKNOWN_UNIT,
    clock_text,
    duration_value,
    part_code,
    year_text,
)

_UTC = ("GMT", "UTC", "Z")


def unknown_value(tree: Expression | None) -> str:
    """The partly specified value of a phrase: `XXXX-05-10`, `XXXX-WXX-5`, `XXXX-XX-XXT13:30`."""
    match tree:
        case Fields():
            return _fields(tree)
        case Relative(unit) | Nth(_, unit):
            return UNKNOWN_UNIT.get(unit, UNKNOWN_DAY)
        case Shift(amount, sign):
            if amount.count is None:
                return (Vague.PAST if sign < 0 else Vague.FUTURE).value
            return UNKNOWN_UNIT.get(amount.unit, UNKNOWN_DAY)
        case Clock():
            seconds = tree.hour * 3600 + (tree.minute or 0) * 60 + (tree.second or 0)
            zone = "Z" if tree.zone in _UTC else ""
            return f"{unknown_value(tree.day)}T{clock_text(seconds, seconds=tree.second is not None)}{zone}"
        case PartOfDay():
            return f"{unknown_value(tree.day)}T{part_code(tree.part)}"
        case Part(_, of) | Modified(_, of):
            return unknown_value(of)
        case NamedDay(_, Fields(year=int(year))):
            return f"{year_text(year)}-XX-XX"
        case NumericDate(_, _, int(year)) if year >= 100:
            return f"{year_text(year)}-XX-XX"
        case Duration(amount) | AnchoredDuration(amount):
            return duration_value(amount)
        case Reference(kind):
            return kind.value
    return UNKNOWN_DAY


def _fields(tree: Fields) -> str:
    year = "XXXX" if tree.year is None or tree.two_digit else year_text(tree.year)
    if tree.weekend:
        return f"{year}-WXX-WE"
    if tree.month is not None:
        return f"{year}-{tree.month:02d}" + ("" if tree.day is None else f"-{tree.day:02d}")
    if tree.day is not None:
        return f"{year}-XX-{tree.day:02d}"
    if tree.weekday is not None:
        return f"{year}-WXX-{tree.weekday + 1}"
    if tree.season is not None:
        return f"{year}-{tree.season}"
    if tree.quarter is not None:
        return f"{year}-Q{tree.quarter}"
    if tree.half is not None:
        return f"{year}-H{tree.half}"
    if tree.week is not None:
        return f"{year}-W{tree.week:02d}"
    return UNKNOWN_UNIT[Granularity.YEAR] if tree.year is None else year
