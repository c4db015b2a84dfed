"""Which of many is meant: the May, Friday or third quarter that a direction, a tense or a story picks."""

from collections.abc import Callable
from dataclasses import replace

from timeline_app.model.expression import Base, Direction
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Tense
from timeline_app.temporal.resolution.continuing import (
    JUST_NOW,
    RECENTLY,
    SOON,
    beside,
    dated_story,
    in_chapter,
    recurring_day,
    resumed,
    today_of,
)
from timeline_app.temporal.resolution.core import ANAPHORIC, DEICTIC, DIRECTED_BY_TENSE, GUESSED
from timeline_app.temporal.resolution.occurrences import (
    BACKWARD,
    Choice,
    Occurrence,
    find,
    first_of,
    in_story,
    last_of,
    later_that_year,
)
from timeline_app.temporal.resolution.situation import Situation, Unanchored

_BACKWARD_AT_ONCE = 2  # a day back, where the next sentence begins with it
_LONG_AGO = 240  # days


def choose(
    at: Occurrence,
    index: Callable[[int], int],
    unit: Granularity,
    situation: Situation,
    direction: Direction | None,
    base: Base,
    *,
    may_continue: bool = False,
) -> Choice:
    """Picks among occurrences `at(0)`, `at(1)`, ... in time order; `index(day)` is one near a day.

    `may_continue` lets a bare date follow one of another year that was told just before.

    Raises Unanchored when there is nothing to count from.
    """
    from_now = situation.is_of_today and (direction in (Direction.LAST, Direction.NEXT) or situation.of_now)
    if may_continue and direction is None and (situation.is_of_year or situation.narrative):
        found = in_chapter(at, index, None, situation)
        if found is not None:
            return found
    tells_on = base is Base.PREVIOUS or (situation.narrative and not from_now)
    if tells_on and situation.told:
        return _told_on(at, index, unit, situation, direction, base)
    if situation.narrative and not from_now:
        raise Unanchored("the story has told no time yet to count from")
    if situation.now is None and direction is None and may_continue and situation.story is not None:
        return replace(in_story(at, index, dated_story(situation), None), confidence=GUESSED)
    today = today_of(situation, unit, of_a_year=may_continue)
    near = index(today)
    if direction is Direction.LAST:
        return _counted(at, near, -1, lambda t: last_of(t) < today, situation)
    if direction is Direction.NEXT:
        return _counted(at, near, 1, lambda t: first_of(t) > today, situation)
    past = find(at, near, -1, lambda t: first_of(t) <= today)
    coming = find(at, near, 1, lambda t: last_of(t) >= today)
    chosen = _nearer(past, coming, today, unit, situation)
    if may_continue and (found := _gone_on(at, index, unit, chosen, today - first_of(chosen), situation)) is not None:
        return found
    later = coming if coming != past else find(at, near, 1, lambda t: first_of(t) > today)
    other = past if chosen != past else later
    confidence = GUESSED if situation.tense is None else DIRECTED_BY_TENSE
    return Choice(chosen, situation.now_anchor, confidence, other)


def _told_on(
    at: Occurrence,
    index: Callable[[int], int],
    unit: Granularity,
    situation: Situation,
    direction: Direction | None,
    base: Base,
) -> Choice:
    """The occurrence that the story goes on to: "that December", and every bare date of a narrative."""
    told = next((told for told in reversed(situation.told) if not told.since), situation.told[-1])
    pointed = told if base is Base.PREVIOUS and situation.adjoins(told) and not told.deictic else situation.story
    if base is not Base.PREVIOUS and (year := situation.year_insisted_on) is not None:
        pointed = year
    at_once = pointed is not None and situation.adjoins(pointed) and (situation.opens or unit is Granularity.DAY)
    is_that = base is Base.PREVIOUS and direction in (None, Direction.THIS) and unit.rank >= Granularity.MONTH.rank
    if is_that and situation.adjoins(situation.told[-1]) and situation.told[-1].since:
        pointed = situation.told[-1]  # "since May 8, 2018. Sanctions came back that November"
    if is_that and pointed is not None and (later := later_that_year(at, index, pointed.time)) is not None:
        return Choice(later, pointed.anchor, ANAPHORIC)  # "on 14 January ... that December"
    inside = in_story(at, index, pointed, direction, _BACKWARD_AT_ONCE if at_once else BACKWARD)
    if direction is not None or pointed is None:
        return inside
    back = first_of(pointed.time) - first_of(inside.time)
    recurring = recurring_day(at, index, unit, inside.time, back, situation, pointed) if back > 0 else None
    return recurring or resumed(at, index, pointed, inside, situation)


def _nearer(past: TimeValue, coming: TimeValue, today: int, unit: Granularity, situation: Situation) -> TimeValue:
    """Which of the last and the next is meant: as the tense says, but for what lies much nearer."""
    chosen = _by_tense(past, coming, today, situation.tense)
    near_units = (Granularity.DAY, Granularity.WEEK, *((Granularity.MONTH,) if situation.tense is None else ()))
    if unit in near_units and situation.tense in (None, Tense.FUTURE):
        return _much_closer(past, coming, today, situation) or chosen
    if unit in (Granularity.QUARTER, Granularity.HALF):
        if situation.tense is None and _is_much_nearer(coming, past, today):
            return coming
        if situation.is_future and _is_just_over(past, coming, today):
            return past
    return chosen


def _gone_on(
    at: Occurrence, index: Callable[[int], int], unit: Granularity, chosen: TimeValue, away: int, situation: Situation
) -> Choice | None:
    """What a date without its year goes on from, rather than from publication, `away` days from the one `chosen`."""
    if not situation.of_now and (found := beside(at, index, unit, chosen, situation)) is not None:
        return found
    if not situation.of_now and (found := in_chapter(at, index, chosen, situation)) is not None:
        return found
    return recurring_day(at, index, unit, chosen, away, situation) if away > RECENTLY else None


def _by_tense(past: TimeValue, coming: TimeValue, today: int, tense: Tense | None) -> TimeValue:
    """Past and no cue look back, the future ahead, today's own included; a plain present takes the nearer."""
    if tense is Tense.FUTURE:
        return coming
    if tense is Tense.PRESENT:
        return coming if first_of(coming) - today < today - last_of(past) else past
    return past


def _much_closer(past: TimeValue, coming: TimeValue, today: int, situation: Situation) -> TimeValue | None:
    """The day that lies near, where the other is most of a year away and its year would have been said.

    Without a cue "the Nov. 6 election" of an October is ahead; "planned for 26 August" at its end was just missed.
    """
    gone, ahead = today - last_of(past), first_of(coming) - today
    if situation.is_future:
        return past if ahead > _LONG_AGO and gone <= JUST_NOW else None
    return coming if gone > _LONG_AGO and ahead < SOON else None


def _is_much_nearer(coming: TimeValue, past: TimeValue, today: int) -> bool:
    """Whether the coming quarter is meant without a verb: reports tell the one just over, forecasts the next."""
    return (first_of(coming) - today) * 3 < today - last_of(past)


def _is_just_over(past: TimeValue, coming: TimeValue, today: int) -> bool:
    """Whether the quarter just over is meant beside a verb that looks ahead: "will report second-quarter earnings"."""
    return (today - last_of(past)) * 3 < first_of(coming) - today


def _counted(at: Occurrence, near: int, step: int, wanted: Callable[[TimeValue], bool], situation: Situation) -> Choice:
    chosen = find(at, near, step, wanted)
    return Choice(chosen, situation.now_anchor, DEICTIC)
