# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Weekdays and weekends: alone, and with last, this, next."""

from dataclasses import replace

from timeline_app.model.expression import (
    Amount,
    AnchoredDuration,
    Base,
    DayPart,
    Direction,
    Expression,
    Fields,
    Modified,
    Nth,
    Relative,
    Shift,
)
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.english.context import stands_as_noun
from timeline_app.temporal.grammar.kinds import DAY, said_fields
from timeline_app.temporal.rules import maybe, rule, that
from timeline_app.temporal.values import Number, Unit, Weekday

_ARTICLES = frozenset(("a", "an", "one"))
SINGLE = that(Weekday, lambda w: not w.plural)
UNDATED = that(
    Fields,
    lambda tree: tree.direction is None and said_fields(tree) in ({"weekday"}, {"month"}, {"season"}, {"month", "day"}),
)


@rule(SINGLE, reads=("on ⟨Monday⟩", "a ⟨Thursday⟩ meeting"), skips=("the Sun reported",))
def weekday_alone(weekday: Weekday) -> Fields:
    return Fields(weekday=weekday.n)


@rule("last|past", UNDATED, reads=("last Friday", "last November", "last summer"))
def last_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.LAST)


@rule("this", "past|last", UNDATED, reads=("this past Friday", "this past summer"))
def this_past_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.LAST)


@rule("this|the?", "coming|upcoming", UNDATED, reads=("this coming Friday", "coming Thursday"))
def this_coming_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.NEXT)


@rule("this", UNDATED, reads=("this Friday", "this spring", "this November"))
def this_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.THIS)


@rule(UNDATED, "after", "next", reads=("Friday after next", "March after next"))
def after_next_named(date: Fields) -> Shift:
    ahead = replace(date, direction=Direction.NEXT)
    unit = Granularity.WEEK if date.weekday is not None else Granularity.YEAR
    return Shift(Amount(1.0, unit), 1, of=ahead, exact=True)


@rule("next", UNDATED, reads=("next Friday", "next June", "next spring"))
def next_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.NEXT)


@rule("the", "following|next|subsequent", UNDATED, reads=("the following Monday", "the next spring"))
def following_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.NEXT, base=Base.PREVIOUS)


@rule("the?", "previous|preceding", UNDATED, reads=("the previous November", "the preceding Friday", "previous Friday"))
def previous_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.LAST, base=Base.PREVIOUS)


@rule("that", "same?", UNDATED, reads=("that Friday", "that summer", "that same spring"))
def that_named(date: Fields) -> Fields:
    return replace(date, base=Base.PREVIOUS)


_LEADS_TO_DAYS = frozenset(("on", "by", "until", "till", "since", "before"))
_SPANS = frozenset("once twice times days in within inside for".split())  # noqa: SIM905 -- "in a week" is a length
_ONE_DAY, _ONE_WEEK = Amount(1.0, Granularity.DAY), Amount(1.0, Granularity.WEEK)


@rule(
    "the", SINGLE, reads=("on ⟨the Thursday⟩ he", "until ⟨the Tuesday⟩."), skips=("on the Thursday train",),
    when=lambda c: c.before() in _LEADS_TO_DAYS and stands_as_noun(c),
)  # fmt: skip
def the_weekday(weekday: Weekday) -> Fields:
    return Fields(weekday=weekday.n, base=Base.PREVIOUS)


@rule(
    "the", SINGLE, "after|following", DAY,
    reads=("the Monday after Thanksgiving", "the Sunday following 4 May"), skips=("the Monday after next",),
)  # fmt: skip
def weekday_after_day(weekday: Weekday, day: Expression) -> Nth:
    return _nearest_weekday(weekday, day, 1)


@rule(
    "a", that(Unit, lambda u: u.unit is Granularity.WEEK and not u.plural), "on", SINGLE,
    reads=("coming ⟨a week on Thursday⟩",), skips=("twice a week on Thursday", "the second time in a week on Thursday"),
    when=lambda c: c.before() not in _SPANS,
)  # fmt: skip
def week_on_weekday(_week: Unit, weekday: Weekday) -> Shift:
    return Shift(Amount(1.0, Granularity.WEEK), 1, of=Fields(weekday=weekday.n, direction=Direction.NEXT), exact=True)


@rule("the", SINGLE, "before", DAY, reads=("the Friday before Christmas 2017",), skips=("the Friday before last",))
def weekday_before_day(weekday: Weekday, day: Expression) -> Nth:
    return _nearest_weekday(weekday, day, -1)


def _nearest_weekday(weekday: Weekday, day: Expression, sign: int) -> Nth:
    """The first such weekday after a day, or the last before it: in the week that adjoins it."""
    week = AnchoredDuration(_ONE_WEEK, sign, of=Shift(_ONE_DAY, sign, of=day, exact=True))
    return Nth(1, Granularity.DAY, week, weekday.n)


SOME_MONTH = that(Fields, lambda f: said_fields(f) in ({"month"}, {"month", "year"}, {"season", "year"}, {"year"}))


@rule(
    "a|an|one?", SINGLE, maybe(DayPart), "in|of", SOME_MONTH,
    reads=("on ⟨a Monday in April 2021⟩", "on a damp ⟨Monday morning in April 2021⟩"), skips=("on Monday in April",),
    when=lambda c: c.first.lower in _ARTICLES or not _ARTICLES.isdisjoint((c.before(), c.before(2))),
)  # fmt: skip
def some_weekday(_weekday: Weekday, _part: DayPart | None, within: Fields) -> Modified:
    return Modified("APPROX", within)  # one of its four or five


SOME_WEEK = that(Relative, lambda r: r.unit is Granularity.WEEK)
FEW = that(Number, lambda n: n.whole is not None and 1 <= n.whole <= 52)
MANY_DAYS = that(Weekday, lambda w: w.plural)


@rule(
    SINGLE, ",?", "of|in?", SOME_WEEK,
    reads=("Friday next week", "Tuesday of last week", "Monday of this week", "Wednesday of that week"),
)  # fmt: skip
def weekday_of_week(weekday: Weekday, week: Relative) -> Nth:
    return Nth(1, Granularity.DAY, week, weekday.n)


@rule(SOME_WEEK, ",?", "on?", SINGLE, reads=("next week on Tuesday", "last week Monday"))
def week_then_weekday(week: Relative, weekday: Weekday) -> Nth:
    return Nth(1, Granularity.DAY, week, weekday.n)


@rule(SINGLE, that(Unit, lambda u: u.unit is Granularity.WEEK and not u.plural), reads=("on ⟨Monday week⟩",))
def weekday_week(weekday: Weekday, _week: Unit) -> Shift:
    return Shift(Amount(1.0, Granularity.WEEK), 1, of=Fields(weekday=weekday.n, direction=Direction.NEXT), exact=True)


@rule(FEW, MANY_DAYS, "ago|back", reads=("two Sundays ago", "two Thursdays back"))
def weekdays_ago(count: Number, weekday: Weekday) -> Shift:
    return _weeks_from(count, Fields(weekday=weekday.n, direction=Direction.LAST), -1)


@rule(FEW, MANY_DAYS, "from", "now", reads=("two Fridays from now",))
def weekdays_ahead(count: Number, weekday: Weekday) -> Shift:
    return _weeks_from(count, Fields(weekday=weekday.n, direction=Direction.NEXT), 1)


def _weeks_from(count: Number, of: Fields, sign: int) -> Shift:
    return Shift(Amount((count.value or 1) - 1, Granularity.WEEK), sign, of=of, exact=True)


@rule(
    that(Amount, lambda a: a.unit is Granularity.WEEK and a.count is not None and a.count <= 52), "ago", "on|last?",
    SINGLE, reads=("a week ago Monday", "a week ago last Friday", "three weeks ago Monday"),
)  # fmt: skip
def weeks_ago_weekday(weeks: Amount, weekday: Weekday) -> Shift:
    return Shift(weeks, -1, of=Fields(weekday=weekday.n, direction=Direction.LAST), exact=True)
