"""Weekdays and weekends: Friday, last Friday, this weekend, the following Monday."""

from dataclasses import replace

from timeline_app.model.annotation import Alternative, Reading
from timeline_app.model.calendar import weekday
from timeline_app.model.display import describe_weekdays
from timeline_app.model.expression import Base, Direction, Fields
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Aside, Tense
from timeline_app.temporal.resolution import units
from timeline_app.temporal.resolution.core import ANAPHORIC, DEICTIC, DIRECTED_BY_TENSE, GUESSED, reading
from timeline_app.temporal.resolution.directions import choose
from timeline_app.temporal.resolution.occurrences import Choice
from timeline_app.temporal.resolution.situation import Situation, Told, Unanchored
from timeline_app.temporal.resolution.timex3 import unit_value

_WEDNESDAY, _SATURDAY = 2, 5
_WEEK, _OLD, _LONG_AGO = 7, 14, 21  # days
_MIDWAY = 4  # days ahead, where the same weekday is three days back
_SEVERAL = 2  # days told of one week or two


def resolve_weekday(tree: Fields, situation: Situation) -> Reading:
    """A weekday without a date.  Without a cue or with a past verb the latest, today included; ahead the next."""
    wanted = tree.weekday or 0
    if tree.direction is Direction.THIS and tree.base is Base.PUBLICATION and situation.counts_from_now:
        choice = _this_weekday(wanted, situation)
    elif (said := _said_with_its_date(tree, situation)) is not None:
        choice = said
    elif (
        tree.direction is None
        and tree.base is Base.PUBLICATION
        and (ordered := _after_order(wanted, situation)) is not None
    ):
        choice = ordered
    elif (
        tree.direction is None
        and tree.base is Base.PUBLICATION
        and (then := _of_long_ago(wanted, situation)) is not None
    ):
        choice = then
    elif (
        tree.direction is None
        and tree.base is Base.PUBLICATION
        and (next_day := _going_on(wanted, situation)) is not None
    ):
        choice = next_day
    elif tree.base is Base.PREVIOUS and tree.direction is None and (told := situation.explicit(Granularity.DAY)):
        choice = _beside_day(wanted, told, situation)
    else:
        if situation.is_of_today and (story := situation.story) and story.time.granularity.rank > Granularity.WEEK.rank:
            situation = replace(situation, narrative=False)  # no weekday is counted from a month
        # Weeks are counted from a Monday long ago, so that every index is one occurrence.
        choice = choose(
            lambda k: TimeValue.days(7 * k + wanted - 3, 7 * k + wanted - 3),
            lambda day: (day + 3) // 7,
            Granularity.DAY,
            situation,
            tree.direction,
            tree.base,
        )
    return reading(
        choice.time,
        unit_value(choice.time),
        choice.anchor,
        choice.confidence,
        alternatives=_others(tree, choice, situation),
    )


def _said_with_its_date(tree: Fields, situation: Situation) -> Choice | None:
    """Monday, right after "Monday, Sept. 6": the same day, where nothing says that it is another."""
    if tree.direction is not None or situation.is_future or situation.narrative:
        return None
    if tree.base is Base.PUBLICATION and (near := _in_week_told(tree.weekday or 0, situation)) is not None:
        return near
    if situation.opens:
        return None
    for told in reversed(situation.told):
        if told.paragraph != situation.paragraph or not situation.adjoins(told):
            break
        if told.says_weekday and (day := told.time.first_day) is not None and weekday(day) == tree.weekday:
            return Choice(TimeValue.days(day, day), told.anchor, ANAPHORIC)
    return None


def _after_order(wanted: int, situation: Situation) -> Choice | None:
    """ "ordered them on Sunday to leave by Monday": the first after the order, though it is over now."""
    told = situation.told[-1] if situation.told else None
    if told is None or not situation.is_future or situation.of_now or situation.narrative or situation.now is None:
        return None
    first, today = told.time.first_day, situation.now.first_day
    if told.sentence != situation.sentence or told.ahead or told.time.granularity is not Granularity.DAY:
        return None
    if first is None or today is None or not 0 < today - first < _WEEK:
        return None
    day = first + ((wanted - weekday(first)) % _WEEK or _WEEK)
    if day >= today:
        return None
    return Choice(TimeValue.days(day, day), told.anchor, ANAPHORIC, TimeValue.days(day + _WEEK, day + _WEEK))


def _in_week_told(wanted: int, situation: Situation) -> Choice | None:
    """Monday or Tuesday after "Monday 28 September", told of what is long over: within the week from that day on."""
    if situation.now is None or situation.now.first_day is None or situation.aside is Aside.BEFORE:
        return None
    week: Told | None = None
    for told in situation.told:
        if told.paragraph != situation.paragraph or told.time.first_day is None:
            continue
        if told.says_weekday:
            week = told
        elif week is not None and not 0 <= told.time.first_day - (week.time.first_day or 0) < _WEEK:
            week = None  # the paragraph has moved on
    if week is None or situation.now.first_day - (week.time.first_day or 0) <= _OLD:
        return None
    first = week.time.first_day or 0
    day = first + (wanted - weekday(first)) % _WEEK
    return Choice(TimeValue.days(day, day), week.anchor, ANAPHORIC)


def _of_long_ago(wanted: int, situation: Situation) -> Choice | None:
    """A weekday in a report of what is long over, which has told nothing of late: the one nearest to the day told.

    One day told is too little to tell by: the weekday may be of the report's own week.
    Raises Unanchored where it may be before the day told or after it.
    """
    if situation.narrative or situation.tense is not Tense.PAST or situation.lead is not None or situation.in_quote:
        return None
    days = [t for t in situation.told if t.time.granularity.rank <= Granularity.DAY.rank and not t.since]
    if not days or any(situation.is_fresh(told, _LONG_AGO) for told in days):
        return None
    scenes = [told for told in days if told.is_scene]
    last = scenes[-1] if scenes else None
    if last is None or last.time.first_day is None or abs((days[-1].time.first_day or 0) - last.time.first_day) > _OLD:
        return None
    around = {t.time.first_day for t in scenes if abs((t.time.first_day or 0) - last.time.first_day) <= _OLD}
    if len(around) < _SEVERAL and not last.says_weekday:
        return None
    ahead = (wanted - weekday(last.time.first_day)) % _WEEK
    if ahead == _MIDWAY:
        raise Unanchored("it may be the one before or after the day told")
    day = last.time.first_day + (ahead if ahead < _MIDWAY else ahead - _WEEK)
    return Choice(TimeValue.days(day, day), last.anchor, ANAPHORIC)


def _going_on(wanted: int, situation: Situation) -> Choice | None:
    """ "The following morning he flew back ... On Sunday the mutiny spread": the next, where the story counts its days.

    Not in the week of publication itself, whose days are told by their names.
    """
    told = situation.told[-1] if situation.told else None
    if told is None or situation.now is None or situation.tense is not Tense.PAST or situation.in_quote:
        return None
    start, today = told.time.first_day, situation.now.first_day
    near = told.goes_on and told.moves_story and told.paragraph == situation.paragraph and situation.opens
    if not near or start is None or today is None or told.time.granularity.rank > Granularity.DAY.rank:
        return None
    day = start + ((wanted - weekday(start)) % _WEEK or _WEEK)
    if day >= today - _WEEK:
        return None
    latest = today - (today - wanted + 3) % _WEEK
    return Choice(TimeValue.days(day, day), told.anchor, ANAPHORIC, TimeValue.days(latest, latest))


def _beside_day(wanted: int, told: Told, situation: Situation) -> Choice:
    """On the Thursday: the one after the day told, in what had gone before the one before it."""
    start = told.time.first_day or 0
    ahead = (wanted - weekday(start)) % 7
    day = start + ahead - (7 if ahead and situation.aside is Aside.BEFORE else 0)
    other = TimeValue.days(day - 7, day - 7) if day > start else TimeValue.days(day + 7, day + 7)
    return Choice(TimeValue.days(day, day), told.anchor, ANAPHORIC, other)


def _this_weekday(wanted: int, situation: Situation) -> Choice:
    """this Friday: that of P's own week, moved a week where the tense contradicts it."""
    today = situation.today()
    day = today - weekday(today) + wanted
    if situation.tense is Tense.PAST and day > today:
        day -= 7
    elif situation.is_future and day < today:
        day += 7
    return Choice(TimeValue.days(day, day), situation.now_anchor, DEICTIC)


def _others(tree: Fields, choice: Choice, situation: Situation) -> tuple[Alternative, ...]:
    """The weekday one week off, where readers disagree: last Friday within this week, next Friday, no tense."""
    day, today = choice.time.first_day or 0, situation.now.first_day if situation.now else None
    if today is None or tree.base is Base.PREVIOUS or situation.narrative:
        return ()
    same_week = units.week(day) == units.week(today)
    if tree.direction is Direction.LAST and same_week:
        return (_alternative(TimeValue.days(day - 7, day - 7), "counted from the week before"),)
    if tree.direction is Direction.NEXT:
        return (_alternative(TimeValue.days(day + 7, day + 7), "counted from the following week"),)
    return (_alternative(choice.other, "counted the other way"),) if choice.other else ()


def resolve_weekend(tree: Fields, situation: Situation) -> Reading:
    """A weekend: of a base and a direction, the running one counting as over only for "last"."""
    if tree.base is Base.PREVIOUS and (told := situation.previous(Granularity.WEEK)) is not None:
        step = {Direction.LAST: -1, Direction.NEXT: 1}.get(tree.direction, 0) if tree.direction else 0
        time = units.weekend(told.time.first_day or 0, step)
        return reading(time, unit_value(time), told.anchor)
    today = situation.today()
    running = weekday(today) >= _SATURDAY
    step, confidence, others = _weekend_step(tree.direction, running, situation, today)
    time = units.weekend(today, step)
    alternatives = tuple(_alternative(units.weekend(today, other), why) for other, why in others)
    return reading(time, unit_value(time), situation.now_anchor, confidence, alternatives=alternatives)


def _weekend_step(
    direction: Direction | None, running: bool, situation: Situation, today: int
) -> tuple[int, float, list[tuple[int, str]]]:
    """Weeks from P's own weekend to the one meant, how sure, and the other readings with why."""
    if direction is Direction.LAST:
        return -1, DEICTIC, []
    if direction is Direction.NEXT:
        return (1, DEICTIC, []) if running else (0, DIRECTED_BY_TENSE, [(1, "counted from the following week")])
    if running or situation.is_future:
        return 0, DEICTIC, []
    early = weekday(today) <= _WEDNESDAY
    if situation.tense is Tense.PAST:
        return -1, DEICTIC if early else DIRECTED_BY_TENSE, [(0, "counted as the coming one")]
    if direction is None:
        return -1, GUESSED, [(0, "counted as the coming one")]
    return 0, GUESSED, [(-1, "counted as the one just over")]


def _alternative(time: TimeValue, why: str) -> Alternative:
    return Alternative(time, unit_value(time), f"{why} → {describe_weekdays(time)}.")
