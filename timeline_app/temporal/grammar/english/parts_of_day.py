# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Morning, afternoon, evening, night: alone, with a day, and with last, this, that, the next."""

from dataclasses import replace

from timeline_app.model.expression import Base, DayPart, Expression, Fields, NumericDate, Part, PartOfDay, Relative
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.english.context import part_alone, stands_as_noun
from timeline_app.temporal.grammar.english.dates import DAY_NUMBER, day_of
from timeline_app.temporal.grammar.kinds import DAY, is_day_and_month, said_fields
from timeline_app.temporal.rules import maybe, rule, that
from timeline_app.temporal.values import Number, Ordinal, Pair, Stage, Weekday

DATED = that(PartOfDay, lambda p: p.day is not None or p.base is Base.PREVIOUS)
UNSTAGED = that(PartOfDay, lambda p: p.mod is None)
LONG_NIGHT = that(DayPart, lambda p: p in (DayPart.NIGHT, DayPart.OVERNIGHT))
NIGHT = that(DayPart, lambda p: p is DayPart.NIGHT)
DAY_AND_MONTH = that(Fields, lambda f: said_fields(f) in ({"month", "day"}, {"month", "day", "year"}))
WEEKDAY_PART = that(
    PartOfDay, lambda p: isinstance(p.day, Fields) and said_fields(p.day) == {"weekday"} and p.day.direction is None
)
MONTH = that(Fields, lambda f: said_fields(f) in ({"month"}, {"month", "year"}) and f.direction is None)
NUMBERED_DAY = that(Ordinal, lambda o: o.digits)
_BOTH_DAYS = DayPart.OVERNIGHT  # a night told with the day that it ends on belongs to both
NIGHT_JOINTS = "-|–|/|to|and"
TODAY = Relative(Granularity.DAY, 0)
SAME_DAY = Relative(Granularity.DAY, 0, Base.PREVIOUS)


@rule("tonight", reads=("tonight",))
def tonight() -> PartOfDay:
    return PartOfDay(DayPart.NIGHT, TODAY)


@rule("overnight", reads=("overnight",))
def overnight() -> PartOfDay:
    return PartOfDay(DayPart.OVERNIGHT)


@rule("this", DayPart, reads=("this morning", "this afternoon"))
def this_part(part: DayPart) -> PartOfDay:
    return PartOfDay(part, TODAY)


@rule("last", DayPart, reads=("last night", "last evening"))
def last_part(part: DayPart) -> PartOfDay:
    return PartOfDay(part, Relative(Granularity.DAY, -1))


@rule("that", "same?", DayPart, reads=("that night", "that afternoon"))
def that_part(part: DayPart) -> PartOfDay:
    return PartOfDay(part, SAME_DAY, Base.PREVIOUS)


@rule("the", "same", DayPart, reads=("the same evening",))
def same_part(part: DayPart) -> PartOfDay:
    return PartOfDay(part, SAME_DAY, Base.PREVIOUS)


@rule("the", "next|following", DayPart, reads=("the next morning", "the following night"))
def next_part(part: DayPart) -> PartOfDay:
    return PartOfDay(part, Relative(Granularity.DAY, 1, Base.PREVIOUS), Base.PREVIOUS)


@rule("the", "previous|preceding", DayPart, reads=("the previous night",))
def previous_part(part: DayPart) -> PartOfDay:
    return PartOfDay(part, Relative(Granularity.DAY, -1, Base.PREVIOUS), Base.PREVIOUS)


@rule(
    "the",
    that(DayPart, lambda p: p in (DayPart.NIGHT, DayPart.EVENING)),
    "before",
    "last",
    reads=("the night before last",),
)
def part_before_last(part: DayPart) -> PartOfDay:
    return PartOfDay(part, Relative(Granularity.DAY, -2))


@rule("the", DayPart, "before", reads=("the night before",))
def part_before(part: DayPart) -> PartOfDay:
    return PartOfDay(part, Relative(Granularity.DAY, -1, Base.PREVIOUS), Base.PREVIOUS)


@rule(
    DAY,
    ",?",
    "at|in?",
    "the?",
    DayPart,
    reads=("Friday night", "tomorrow morning", "14 May in the evening", "yesterday afternoon"),
)
def day_part(day: Expression, part: DayPart) -> PartOfDay:
    return PartOfDay(part, day)


@rule(
    WEEKDAY_PART, ",?", DAY_AND_MONTH,
    reads=("Tuesday morning, March 19", "late Friday night, May 31, 2019", "Tuesday afternoon 19 March"),
)  # fmt: skip
def part_of_dated_weekday(part: PartOfDay, date: Fields) -> PartOfDay:
    assert isinstance(part.day, Fields)
    return replace(part, day=replace(date, weekday=part.day.weekday))


@rule(
    DAY, ",?", that(PartOfDay, lambda p: p.day is None and p.mod is not None),
    reads=("Monday early in the morning",), when=lambda c: "in" in (token.lower for token in c.tokens[c.start : c.end]),
)  # fmt: skip
def day_staged_part(day: Expression, part: PartOfDay) -> PartOfDay:
    return replace(part, day=day)


@rule("the?", DayPart, "of", "the", NUMBERED_DAY, reads=("on ⟨the night of the 12th⟩", "⟨the morning of the 3rd⟩"))
def part_of_numbered_day(part: DayPart, day: Ordinal) -> PartOfDay:
    return PartOfDay(part, Fields(day=day.n))


@rule(
    "the?", LONG_NIGHT, "of|on?", "the?", NUMBERED_DAY, NIGHT_JOINTS, NUMBERED_DAY,
    reads=("on ⟨the night of 4th/5th⟩", "on ⟨the night of the 11th-12th⟩"),
    skips=("the night of 4th/9th",),
)  # fmt: skip
def night_of_ordinals(_part: DayPart, first: Ordinal, second: Ordinal) -> PartOfDay | None:
    return PartOfDay(_BOTH_DAYS, Fields(day=first.n)) if second.n == first.n + 1 or second.n == 1 else None


@rule(
    that(Pair, is_day_and_month), "in?", "the?", that(DayPart, lambda p: p is not DayPart.OVERNIGHT),
    reads=("28/08 afternoon", "27/11 in the morning"),
)  # fmt: skip
def pair_part(date: Pair, part: DayPart) -> PartOfDay:
    return PartOfDay(part, NumericDate(date.first, date.second))


@rule("the?", DayPart, "hours?", "of|on?", DAY, reads=("the night of 14 May", "the morning of May 3", "dawn on Friday"))
def part_of_day(part: DayPart, day: Expression) -> PartOfDay:
    return PartOfDay(part, day)


@rule(
    "the?", LONG_NIGHT, "of|on|from|between?", DAY_NUMBER, NIGHT_JOINTS, DAY_AND_MONTH,
    reads=("the night of 4-5 March", "the night of 30 to 31 May 2018", "the night between 4 and 5 March"),
)  # fmt: skip
def night_of_days(_part: DayPart, first: Number | Ordinal, second: Fields) -> PartOfDay | None:
    day = day_of(first)
    return PartOfDay(_BOTH_DAYS, replace(second, day=day)) if second.day == day + 1 else None


@rule(
    "the?", LONG_NIGHT, "of|on?", DAY_AND_MONTH, NIGHT_JOINTS, DAY_NUMBER,
    reads=("the night of March 4-5",),
)  # fmt: skip
def night_of_month_days(_part: DayPart, first: Fields, second: Number | Ordinal) -> PartOfDay | None:
    return PartOfDay(_BOTH_DAYS, first) if day_of(second) == (first.day or 0) + 1 else None


@rule(
    "the?", LONG_NIGHT, "of|on|from|between?", DAY_AND_MONTH, NIGHT_JOINTS, DAY_AND_MONTH,
    reads=("the night of 14 March to 15 March", "the night between April 30 and May 1, 2019"),
)  # fmt: skip
def night_of_dates(_part: DayPart, first: Fields, second: Fields) -> PartOfDay | None:
    is_next = second.day == 1 if first.month != second.month else second.day == (first.day or 0) + 1
    return PartOfDay(_BOTH_DAYS, replace(first, year=first.year or second.year)) if is_next else None


@rule(
    "the?", LONG_NIGHT, "of|on?", that(Pair, lambda p: p.second == p.first + 1), MONTH,
    reads=("the night of 14/15 March", "on ⟨the night of 14/15 March 2018⟩"),
)  # fmt: skip
def night_of_pair(_part: DayPart, days: Pair, month: Fields) -> PartOfDay:
    return PartOfDay(_BOTH_DAYS, replace(month, day=days.first))


@rule(
    LONG_NIGHT, "of|on|from?",
    that(Weekday, lambda w: not w.plural), "to|into|-|–|/", that(Weekday, lambda w: not w.plural),
    reads=("overnight Tuesday into Wednesday", "the ⟨night of Sunday to Monday⟩"),
)  # fmt: skip
def night_of_weekdays(_part: DayPart, first: Weekday, second: Weekday) -> PartOfDay | None:
    return PartOfDay(_BOTH_DAYS, Fields(weekday=first.n)) if second.n == (first.n + 1) % 7 else None


@rule(
    "the?", LONG_NIGHT, "to|into", that(Weekday, lambda w: not w.plural),
    reads=("in ⟨the night to Saturday⟩", "⟨overnight into Friday⟩"), skips=("the night to remember",),
)  # fmt: skip
def night_to_weekday(_part: DayPart, last: Weekday) -> PartOfDay:
    return PartOfDay(_BOTH_DAYS, Fields(weekday=(last.n - 1) % 7))


@rule(Stage, "in|on?", DATED, reads=("early Friday morning", "late last night", "early in the morning of 9 May"))
def staged_part(stage: Stage, part: PartOfDay) -> PartOfDay:
    return replace(part, mod=stage.mod)


@rule(
    DAY,
    ",?",
    "in|at?",
    "the?",
    Stage,
    DayPart,
    "hours?",
    reads=("Friday in the early afternoon", "Monday late evening"),
)
def early_part_after_day(day: Expression, stage: Stage, part: DayPart) -> PartOfDay:
    return PartOfDay(part, day, mod=stage.mod)


@rule(
    "later|earlier", "in?", that(PartOfDay, lambda p: p.mod is None and p.part is not DayPart.OVERNIGHT),
    reads=("later this afternoon", "earlier tonight", "later in the evening"),
)  # fmt: skip
def within_part(part: PartOfDay) -> PartOfDay:
    return part


@rule(
    "the?", Stage, "-|in?", "the?", DayPart, "hours?",
    reads=("the early morning hours", "late in the afternoon", "by ⟨mid-afternoon⟩"),
)  # fmt: skip
def early_part(stage: Stage, part: DayPart) -> PartOfDay:
    return PartOfDay(part, mod=stage.mod)


@rule(
    "the", "early|small|wee", "hours|hour", "of|on?", maybe(DAY),
    reads=("in ⟨the early hours of Sunday⟩", "in ⟨the small hours⟩"), skips=("the early hours of the war",),
    when=lambda c: c.last.lower not in ("of", "on") and (c.last.lower != "hours" or c.after() != "of"),
)  # fmt: skip
def small_hours(day: Expression | None) -> PartOfDay:
    return PartOfDay(DayPart.SMALL_HOURS, day, mod="START")


@rule(
    "the", "early|small|wee", "hours", "of|on", that(PartOfDay, lambda p: p.part is DayPart.MORNING and p.mod is None),
    reads=("the early hours of this morning", "the small hours of Sunday morning"),
)  # fmt: skip
def small_hours_of_morning(morning: PartOfDay) -> PartOfDay:
    return replace(morning, part=DayPart.SMALL_HOURS, mod="START")


@rule("the?", "early|late|small", DayPart, "hours?", "of|on", DAY, reads=("the early morning hours of 29 April",))
def early_part_of_day(part: DayPart, day: Expression) -> PartOfDay:
    return PartOfDay(part, day)


@rule(Stage, "on", DAY, reads=("early on Friday", "late on Monday"), skips=())
def stage_on_day(stage: Stage, day: Expression) -> Expression:
    return Part(stage.mod, day)


@rule(
    "all", NIGHT, "long?", reads=("it rained ⟨all night⟩.",), skips=("all night clubs", "all nights"),
    when=lambda c: stands_as_noun(c) and c.tokens[c.start + 1].lower == "night",
)  # fmt: skip
def all_night(part: DayPart) -> PartOfDay:
    return PartOfDay(part)


@rule(
    "the|one?", that(DayPart, lambda p: p is not DayPart.OVERNIGHT),
    reads=("in ⟨the morning⟩", "by ⟨nightfall⟩", "at ⟨night⟩"), skips=("a night club",),
    when=part_alone,
)  # fmt: skip
def day_part_alone(part: DayPart) -> PartOfDay:
    return PartOfDay(part)


@rule("the?", "election", "night", reads=("on ⟨election night⟩",))
def event_night() -> PartOfDay:
    return PartOfDay(DayPart.NIGHT, SAME_DAY, Base.PREVIOUS)
