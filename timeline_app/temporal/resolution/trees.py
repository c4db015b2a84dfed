"""What kind of time a phrase tells, read from its tree: a day, a weekday, what counts on from a time before."""

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.expression import Base, Clock, Expression, Fields, Modified, Part, PartOfDay, Relative, Shift
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

_LONGEST_LABEL = 24  # code points beside a date: "Published", "Report issued on"


def counts_on(tree: Expression | None) -> bool:
    """Whether a phrase counts on from a time told before: "the next day", "two weeks later", "the next morning"."""
    match tree:
        case Shift(of=None) | Relative():
            return tree.base is Base.PREVIOUS and (tree.sign > 0 if isinstance(tree, Shift) else tree.count >= 0)
        case PartOfDay(day=inner) | Clock(day=inner) | Modified(of=inner) | Part(of=inner):
            return counts_on(inner)
    return False


def counts_back(tree: Expression | None) -> bool:
    """Whether a phrase counts back from a time told before: "a year earlier"."""
    return isinstance(tree, Shift) and tree.of is None and tree.base is Base.PREVIOUS and tree.sign < 0


def says_weekday_and_date(tree: Expression) -> bool:
    """Whether a phrase gives a date with its weekday: "Monday, Sept. 6"."""
    match tree:
        case Clock(day=inner) | PartOfDay(day=inner):
            return inner is not None and says_weekday_and_date(inner)
        case Fields(weekday=int(), day=int(), month=int()):
            return True
    return False


def names_day(tree: Expression) -> bool:
    """Whether a phrase names a day of a month: "August 15"."""
    return isinstance(tree, Fields) and tree.month is not None and tree.day is not None


def is_year(tree: Expression) -> bool:
    """Whether a phrase is a year and no more."""
    return isinstance(tree, Fields) and tree == Fields(year=tree.year) and tree.year is not None


def is_weekday(tree: Expression) -> bool:
    """Whether a phrase is a bare weekday, or an hour or part of one."""
    match tree:
        case Clock(day=inner) | PartOfDay(day=inner):
            return inner is not None and is_weekday(inner)
        case Fields(weekday=int(), day=None, direction=None):
            return True
    return False


def tells_day(tree: Expression) -> bool:
    """Whether a phrase is a day, or an hour or part of one that it says: "Monday", "yesterday at 5 p.m."."""
    match tree:
        case Clock(day=inner) | PartOfDay(day=inner):
            return inner is not None and tells_day(inner)
        case Relative():
            return tree.unit is Granularity.DAY
        case Fields():
            return tree.day is not None or tree.weekday is not None
    return False


def dates_page(expression: TimeExpression, published: TimeValue | None) -> bool:
    """ "Published 13 March 2020": a line that says when a report came out is no part of what it tells."""
    time, tree = expression.time, expression.tree
    whole = isinstance(tree, Fields) and tree.year is not None and tree.day is not None
    if time is None or published is None or not whole or expression.tense is not None:
        return False
    is_line = len(expression.sentence) <= len(expression.span) + _LONGEST_LABEL
    return is_line and time.first_day == published.first_day
