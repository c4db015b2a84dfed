"""Units counted from now or from the time told before: last week, today, the next day, that year; now and soon."""

from dataclasses import replace

from timeline_app.model.annotation import Anchor, Reading, TimexType
from timeline_app.model.calendar import DAY, weekday
from timeline_app.model.expression import Base, Direction, Fields, Reference, Relative, Vague
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Tense
from timeline_app.temporal.resolution import units
from timeline_app.temporal.resolution.core import ANAPHORIC, DEICTIC, GUESSED, reading, resolve
from timeline_app.temporal.resolution.shift import day_within, reported_on
from timeline_app.temporal.resolution.situation import Situation, Unanchored
from timeline_app.temporal.resolution.timex3 import unit_value

_FRIDAY = 4
_DIRECTIONS = {-1: Direction.LAST, 0: Direction.THIS, 1: Direction.NEXT}


@resolve.register
def _(tree: Relative, situation: Situation) -> Reading:
    if tree.unit is Granularity.WEEKEND and tree.count == 1 and tree.base is Base.PREVIOUS:
        return _following_weekend(situation)
    if tree.unit is Granularity.WEEKEND and abs(tree.count) <= 1:
        return resolve(Fields(weekend=True, direction=_DIRECTIONS[tree.count], base=tree.base), situation)
    if tree.unit is Granularity.QUARTER and tree.count in (0, -1, -4) and tree.base is Base.PREVIOUS:
        return _quarter_under_discussion(tree.count, situation)
    if tree.unit.is_clock:
        return _clock_unit(tree, situation)
    if tree.base is Base.PREVIOUS and tree.unit is Granularity.DAY and (told := situation.overtaking(tree.unit)):
        return day_within(told, situation)
    if tree.unit is Granularity.DAY and tree.count == 0 and tree.base is Base.PUBLICATION:
        if situation.narrative and situation.tense in (None, Tense.PRESENT):  # "Today little remains of the walls."
            return resolve(Reference(Vague.PRESENT), situation)
        day, anchor = situation.today(), situation.now_anchor  # "today" is the writer's, in stories too
    elif tree.unit is Granularity.YEAR and tree.count == 0 and _base(tree, situation) is Base.PREVIOUS:
        day, anchor = _year_told(situation)
    else:
        day, anchor = situation.base(_base(tree, situation), tree.unit, step=tree.count)
    time = units.period(tree.unit, day, tree.count, situation.context.week_start)
    if tree.nearest and day - (time.first_day or 0) > (time.last_day or 0) - day:
        time = units.period(tree.unit, day, tree.count + 1, situation.context.week_start)
    confidence = DEICTIC if tree.base is Base.PUBLICATION else ANAPHORIC
    value = unit_value(time, situation.context.hemisphere)
    part = _elapsed(time, day) if tree.elapsed else _remaining(time, day) if tree.remaining else time
    return reading(part, value, anchor, confidence)


def _following_weekend(situation: Situation) -> Reading:
    """The first weekend after the day told; from a Friday on, that is no longer the one at hand."""
    day, anchor = situation.base(Base.PREVIOUS, Granularity.WEEKEND, step=1)
    time = units.weekend(day, int(weekday(day) >= _FRIDAY))
    return reading(time, unit_value(time), anchor, ANAPHORIC)


def _elapsed(time: TimeValue, day: int) -> TimeValue:
    """A unit up to a day within it."""
    if time.latest_end is None or not (time.first_day or 0) < day:
        return time
    end = min(time.latest_end, (day + 1) * DAY)
    return replace(time, earliest_end=end, latest_end=end)


def _remaining(time: TimeValue, day: int) -> TimeValue:
    """A unit from the day after one within it."""
    if time.latest_end is None or not (time.first_day or day) <= day < (time.last_day or 0):
        return time
    return replace(time, earliest_start=(day + 1) * DAY, latest_start=(day + 1) * DAY)


def _year_told(situation: Situation) -> tuple[int, Anchor]:
    """that year: the one of the last time told with a date of its own."""
    told = situation.explicit(Granularity.YEAR)
    if told is not None and told.time.first_day is not None:
        return told.time.first_day, told.anchor
    return situation.base(Base.PREVIOUS, Granularity.YEAR)


def _base(tree: Relative, situation: Situation) -> Base:
    """Outside stories, "the end of the year" beside a verb that does not look back is this year's.

    Not so what was to come then: "signed in March 2018. It obliged them to leave by 15 October of that year".
    """
    told = situation.told[-1] if situation.told else None
    of_then = told is not None and (told.is_scene or told.time.granularity is Granularity.YEAR)
    of_then = of_then and told is not None and not (situation.of_now or told.deictic) and situation.adjoins(told)
    ahead = situation.tense is not None and situation.tense is not Tense.PAST and not situation.narrative
    ahead = (ahead and not of_then) or (situation.of_now and situation.counts_from_now)
    coarse = tree.count == 0 and tree.unit.rank >= Granularity.WEEK.rank
    return Base.PUBLICATION if coarse and ahead else tree.base


def _quarter_under_discussion(steps: int, situation: Situation) -> Reading:
    """the quarter: the one told last, else the last completed one; the previous one before it, the year-ago four."""
    quarters = (t for t in reversed(situation.told) if t.time.granularity is Granularity.QUARTER)
    told = next((t for t in quarters if t.moves_story), None)
    if told is not None and told.time.first_day is not None:
        time = units.period(Granularity.QUARTER, told.time.first_day, steps)
        return reading(time, unit_value(time), told.anchor, ANAPHORIC)
    time = units.period(Granularity.QUARTER, situation.today(Granularity.QUARTER), steps - 1)
    return reading(time, unit_value(time), situation.now_anchor, GUESSED)


def _clock_unit(tree: Relative, situation: Situation) -> Reading:
    """this hour, the next minute: needs a clock reading to count from, else the day stands for it."""
    now = situation.clock_now()
    if now is None:
        day = situation.today()
        return reading(TimeValue.days(day, day), unit_value(TimeValue.days(day, day)) + "TXX", kind=TimexType.TIME)
    start = (now // tree.unit.seconds + tree.count) * tree.unit.seconds
    zone, offset = (situation.now.zone, situation.now.offset) if situation.now else (None, None)
    time = TimeValue.interval(start, start + tree.unit.seconds, tree.unit, zone=zone, offset=offset)
    return reading(time, unit_value(time), situation.now_anchor, DEICTIC)


@resolve.register
def _(tree: Reference, situation: Situation) -> Reading:
    if tree.under_discussion and (told := reported_on(situation)) is not None:
        return reading(told.time, unit_value(told.time), told.anchor, ANAPHORIC)
    if tree.then and situation.told and situation.is_near(situation.told[-1]):
        told = situation.told[-1]
        return reading(told.time, tree.kind.value, told.anchor, ANAPHORIC, kind=TimexType.DATE)
    if tree.kind is Vague.FUTURE:
        return reading(None, tree.kind.value, situation.now_anchor, DEICTIC)
    try:
        day = situation.today()
    except Unanchored as reason:
        return replace(reading(None, tree.kind.value, confidence=GUESSED), warning=str(reason))
    time = TimeValue.days(day, day)
    if tree.kind is Vague.PAST:
        time = time.until()
    return reading(time, tree.kind.value, situation.now_anchor, DEICTIC)
