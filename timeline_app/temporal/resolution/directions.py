"""Which of many is meant: the May, Friday or third quarter that a direction, a tense or a story picks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from timeline_app.model.annotation import Anchor
from timeline_app.model.calendar import civil
from timeline_app.model.expression import Base, Direction
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Tense
from timeline_app.temporal.resolution.core import (
    ANAPHORIC,
    DEICTIC,
    DIRECTED_BY_TENSE,
    GUESSED,
)
from timeline_app.temporal.resolution.situation import Situation, Told, Unanchored

Occurrence = Callable[[int], TimeValue | None]
_BACKWARD = 1.4  # a day back counts as so many days ahead: stories mostly move on
_BACKWARD_AT_ONCE = 2  # the same, where the next sentence begins with it
_BACKWARD_IN_NEWS = 10  # the same, where a date of the writer's own time goes without its year
_LONG_AGO, _SOON, _JUST_NOW = 240, 100, 14  # days
_BESIDE, _RECENTLY = 7, 30  # days
_FAR = 5  # so many times as far as the day told before
_ADJOINING = 3  # so many times as far from publication may a date be that was told in the sentence before
_A_WHILE = 300  # days: less than a year, so that only another year counts
_SEARCH = 12  # occurrences looked at on either side: a 29 February is at most eight years away, Friday 13 May eleven


@dataclass(frozen=True, slots=True)
class Choice:
    """The occurrence chosen, what it was chosen by, and the runner-up where a reader could think of it."""

    time: TimeValue
    anchor: Anchor
    confidence: float
    other: TimeValue | None = None


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
    in_story = base is Base.PREVIOUS or (situation.narrative and not from_now)
    if in_story and situation.told:
        told = next((told for told in reversed(situation.told) if not told.since), situation.told[-1])
        pointed = told if base is Base.PREVIOUS and situation.adjoins(told) and not told.deictic else situation.story
        at_once = pointed is not None and situation.adjoins(pointed) and (situation.opens or unit is Granularity.DAY)
        is_that = base is Base.PREVIOUS and direction in (None, Direction.THIS) and unit.rank >= Granularity.MONTH.rank
        if is_that and situation.adjoins(situation.told[-1]) and situation.told[-1].since:
            pointed = situation.told[-1]  # "since May 8, 2018. Sanctions came back that November"
        if is_that and pointed is not None and (later := _later_that_year(at, index, pointed.time)) is not None:
            return Choice(later, pointed.anchor, ANAPHORIC)  # "on 14 January ... that December"
        inside = _in_story(at, index, pointed, direction, _BACKWARD_AT_ONCE if at_once else _BACKWARD)
        if direction is not None or pointed is None:
            return inside
        back = _first(pointed.time) - _first(inside.time)
        recurring = _recurring(at, index, unit, inside.time, back, situation, pointed) if back > 0 else None
        return recurring or _resumed(at, index, pointed, inside, situation)
    if situation.narrative and not from_now:
        raise Unanchored("the story has told no time yet to count from")
    if situation.now is None and direction is None and may_continue and situation.story is not None:
        return replace(_in_story(at, index, _dated_story(situation), None), confidence=GUESSED)
    today = _today(situation, unit, of_a_year=may_continue)
    near = index(today)
    if direction is Direction.LAST:
        return _counted(at, near, -1, lambda t: _last(t) < today, situation)
    if direction is Direction.NEXT:
        return _counted(at, near, 1, lambda t: _first(t) > today, situation)
    past = _find(at, near, -1, lambda t: _first(t) <= today)
    coming = _find(at, near, 1, lambda t: _last(t) >= today)
    chosen = _by_tense(past, coming, today, situation.tense)
    near_units = (Granularity.DAY, Granularity.WEEK, *((Granularity.MONTH,) if situation.tense is None else ()))
    if unit in near_units and situation.tense in (None, Tense.FUTURE):
        chosen = _much_closer(past, coming, today, situation) or chosen
    if (
        situation.tense is None
        and unit in (Granularity.QUARTER, Granularity.HALF)
        and _is_much_nearer(coming, past, today)
    ):
        chosen = coming
    if situation.is_future and unit in (Granularity.QUARTER, Granularity.HALF) and _is_just_over(past, coming, today):
        chosen = past
    if may_continue and not situation.of_now and (aside := _beside(at, index, unit, chosen, situation)) is not None:
        return aside
    if may_continue and (away := today - _first(chosen)) > _RECENTLY:
        recurring = _recurring(at, index, unit, chosen, away, situation)
        if recurring is not None:
            return recurring
    later = coming if coming != past else _find(at, near, 1, lambda t: _first(t) > today)
    other = past if chosen != past else later
    confidence = GUESSED if situation.tense is None else DIRECTED_BY_TENSE
    return Choice(chosen, situation.now_anchor, confidence, other)


def _dated_story(situation: Situation) -> Told | None:
    """Where a text without a date stands: a bare year of another sentence dates nothing ("said that in 2013 ...")."""
    told = situation.story
    is_bare = told is not None and told.time.granularity.rank >= Granularity.YEAR.rank
    if told is None or not is_bare or told.sentence == situation.sentence or (told.opens and situation.adjoins(told)):
        return told
    finer = (t for t in reversed(situation.told) if t.is_scene)
    found = next(finer, None)
    if found is None:
        raise Unanchored("the publication date is unknown")
    return found


def _beside(
    at: Occurrence, index: Callable[[int], int], unit: Granularity, chosen: TimeValue, situation: Situation
) -> Choice | None:
    """A date of another year told just before ("on 3 March 2011 ... on 15 March") when that lies nearer than today."""
    year = situation.year_beside
    if year is not None and (situation.tense in (None, Tense.PAST) or year.sentence == situation.sentence):
        inside = _in_story(at, index, year, None)
        if _first(inside.time) <= _today(situation, unit, of_a_year=True):
            return replace(inside, confidence=GUESSED, other=chosen)
    if unit is Granularity.DAY and (day := _beside_season(at, index, chosen, situation)) is not None:
        return day
    told = situation.line_told(Granularity.MONTH)
    if told is None or not told.moves_story or not (situation.is_near(told) or situation.goes_on_from(told)):
        return None
    if situation.told[-1].deictic and not told.deictic:
        return None  # "in August 2020 ... last year and in June": the writer's own time has been named since
    if told.aside is not None and situation.aside is None and _goes_on_without(told, chosen, situation):
        return None  # "on 1 May it fell apart. The pact of June 2013 had promised a line. On 17 June"
    if _has_moved_on(told, situation):
        return None  # "in May 2018 ... in the spring of 2020 ... on 21 June"
    goes_on = situation.goes_on_from(told)
    looks_back = situation.retells and situation.aside is not None  # "in March, after it had come into use in May"
    continued = _in_story(at, index, told, None, _BACKWARD_IN_NEWS if goes_on and not looks_back else _BACKWARD)
    if continued.time == chosen or abs(_first(continued.time) - _first(chosen)) < _A_WHILE:
        return None
    is_retold = situation.retells and told.paragraph == situation.paragraph
    if _first(told.time) - _last(continued.time) > _JUST_NOW and not is_retold:
        return None  # "listed on 25 March 2019 ... Images of 16 February show": nobody goes back so far without a year
    today = _today(situation, unit, of_a_year=True)
    if _is_ahead_of(told, continued.time, situation):
        return replace(continued, confidence=GUESSED, other=chosen)
    if (_first(continued.time) > today) is not situation.is_future:
        return None  # a past verb tells nothing that is still to come
    gap, now = abs(_first(continued.time) - _first(told.time)), abs(_first(chosen) - today)
    reach = now * _ADJOINING if goes_on else now
    if gap < reach or told.sentence == situation.sentence:
        return replace(continued, confidence=GUESSED, other=chosen)
    return None


def _recurring(
    at: Occurrence,
    index: Callable[[int], int],
    unit: Granularity,
    chosen: TimeValue,
    away: int,
    situation: Situation,
    stepped_back: Told | None = None,
) -> Choice | None:
    """The day told before with its year, or one right beside it, where the date would else be far from all told.

    "On 17 July 2014 it was shot down ... A video uploaded on 17 July shows" is of that year, whatever was told since.
    `away` is how far the day chosen lies from what it was counted from; one `stepped_back` to is left for later days.
    """
    if unit is not Granularity.DAY or (situation.is_future and not situation.narrative):
        return None
    days = [told for told in situation.told if told.is_scene and told.time.granularity.rank <= unit.rank]
    days = [told for told in days if not told.deictic]
    if stepped_back is not None:
        days = [told for told in days if told is stepped_back or _first(told.time) > _last(stepped_back.time)]
    alone = min((abs(_first(told.time) - _first(chosen)) for told in days), default=0)
    goes_on = stepped_back is None and bool(days) and 0 <= _first(chosen) - _first(days[-1].time) < _SOON
    if alone <= _RECENTLY or goes_on:
        return None
    for told in reversed(days):
        near = _in_story(at, index, told, None)
        gap = abs(_first(near.time) - _first(told.time))
        reach, factor = (_SOON, _ADJOINING) if situation.retells and not situation.narrative else (_RECENTLY, _FAR)
        if gap <= _BESIDE or (gap <= reach and gap * factor < min(alone, away)):
            return replace(near, confidence=GUESSED, other=chosen)
    return None


def _resumed(at: Occurrence, index: Callable[[int], int], told: Told, inside: Choice, situation: Situation) -> Choice:
    """The date that goes on from the scene that a step back left, where that lies nearer to it."""
    scene = situation.left_for(told)
    if scene is None or _first(inside.time) >= _first(told.time):
        return inside
    resumed = _in_story(at, index, scene, None)
    if resumed.time == inside.time:
        return inside
    gap = _distance(resumed.time, _first(scene.time), _BACKWARD)
    own = _distance(inside.time, _first(told.time), _BACKWARD)
    reach = gap * _ADJOINING if situation.adjoins(told) else gap
    return replace(resumed, confidence=GUESSED, other=inside.time) if reach < own else inside


def _beside_season(
    at: Occurrence, index: Callable[[int], int], chosen: TimeValue, situation: Situation
) -> Choice | None:
    """The day in a season told just before, or right after it, that the writer's own time is far from.

    "They fought in the autumn of 2020. The war ended on 10 November", told in 2022.
    """
    told, now = situation.season_beside, situation.now
    if told is None or now is None or situation.is_future or _last(now) - _last(chosen) < _SOON:
        return None
    day = _in_story(at, index, told, None)
    is_there = _first(told.time) <= _first(day.time) <= min(_last(told.time) + _JUST_NOW, _last(now))
    return replace(day, confidence=GUESSED, other=chosen) if is_there else None


def _today(situation: Situation, unit: Granularity, *, of_a_year: bool) -> int:
    """Day number of "now".

    Which year a date of a year is of, a publication known only to its month decides too: what is past may lie in it.
    """
    if not of_a_year or situation.now is None or situation.now.granularity is not Granularity.MONTH:
        return situation.today(unit)
    return situation.today(Granularity.MONTH) if situation.is_future else _last(situation.now)


def _is_ahead_of(told: Told, time: TimeValue, situation: Situation) -> bool:
    """Whether a time lies ahead as seen from the day that its sentence tells: "on 6 January 2022 ... by 4 February"."""
    seen_then = situation.is_future and not situation.of_now and told.sentence == situation.sentence
    return seen_then and not told.deictic and _first(time) > _last(told.time)


def _goes_on_without(aside: Told, time: TimeValue, situation: Situation) -> bool:
    """Whether the story that an aside left goes on to a time soon after it."""
    story = next((t for t in reversed(situation.told) if t.is_scene and t is not aside), None)
    return story is not None and 0 <= _first(time) - _first(story.time) < _SOON


def _has_moved_on(told: Told, situation: Situation) -> bool:
    """Whether the story has since told a season, quarter or year that does not hold this time."""
    day = _first(told.time)
    since = situation.told[situation.told.index(told) + 1 :]
    return any(t.moves_story and not _first(t.time) <= day <= _last(t.time) for t in since)


def _by_tense(past: TimeValue, coming: TimeValue, today: int, tense: Tense | None) -> TimeValue:
    """Past and no cue look back, the future ahead, today's own included; a plain present takes the nearer."""
    if tense is Tense.FUTURE:
        return coming
    if tense is Tense.PRESENT:
        return coming if _first(coming) - today < today - _last(past) else past
    return past


def _much_closer(past: TimeValue, coming: TimeValue, today: int, situation: Situation) -> TimeValue | None:
    """The day that lies near, where the other is most of a year away and its year would have been said.

    Without a cue "the Nov. 6 election" of an October is ahead; "planned for 26 August" at its end was just missed.
    """
    gone, ahead = today - _last(past), _first(coming) - today
    if situation.is_future:
        return past if ahead > _LONG_AGO and gone <= _JUST_NOW else None
    return coming if gone > _LONG_AGO and ahead < _SOON else None


def _is_much_nearer(coming: TimeValue, past: TimeValue, today: int) -> bool:
    """Whether the coming quarter is meant without a verb: reports tell the one just over, forecasts the next."""
    return (_first(coming) - today) * 3 < today - _last(past)


def _is_just_over(past: TimeValue, coming: TimeValue, today: int) -> bool:
    """Whether the quarter just over is meant beside a verb that looks ahead: "will report second-quarter earnings"."""
    return (today - _last(past)) * 3 < _first(coming) - today


def _counted(at: Occurrence, near: int, step: int, wanted: Callable[[TimeValue], bool], situation: Situation) -> Choice:
    chosen = _find(at, near, step, wanted)
    return Choice(chosen, situation.now_anchor, DEICTIC)


def _in_story(
    at: Occurrence,
    index: Callable[[int], int],
    told: Told | None,
    direction: Direction | None,
    backward: float = _BACKWARD,
) -> Choice:
    """The occurrence that continues the story: after what was `told`, before it, or the nearest, time moving on."""
    if told is None:
        raise Unanchored("the story has told no time yet to count from")
    first = told.time.first_day
    if first is None:
        raise Unanchored("the time told before has no beginning")
    last = told.time.last_day if told.time.last_day is not None else first  # hours later: open
    near = index(first)
    if direction is Direction.NEXT:
        chosen = _find(at, near, 1, lambda t: _first(t) > last)
    elif direction is Direction.LAST:
        chosen = _find(at, near, -1, lambda t: _last(t) < first)
    else:
        nearby = list(_around(at, near))
        inside = [t for t in nearby if _first(t) >= first and _last(t) <= last]
        nearest = sorted(nearby, key=lambda t: _distance(t, first, backward))
        if len(nearest) < 2:
            raise Unanchored("there is no such day near the time told before")
        if not inside:
            return Choice(nearest[0], told.anchor, ANAPHORIC, nearest[1])
        chosen = inside[0]
    return Choice(chosen, told.anchor, ANAPHORIC)


def _later_that_year(at: Occurrence, index: Callable[[int], int], told: TimeValue) -> TimeValue | None:
    """The month or season that follows a time told within its year."""
    first, last = told.first_day, told.last_day
    if first is None or last is None or told.granularity.rank > Granularity.MONTH.rank:
        return None
    year = civil(first).year
    coming = _around(at, index(first))
    return next((t for t in coming if civil(_first(t)).year == year and _first(t) > last), None)


def _distance(time: TimeValue, day: int, backward: float) -> float:
    """Days away from a day of the story; what lies behind counts more, since stories mostly move on."""
    gap = _first(time) - day
    return gap if gap >= 0 else -gap * backward


def _around(at: Occurrence, near: int) -> Iterator[TimeValue]:
    for step in range(-_SEARCH, _SEARCH + 1):
        if (time := at(near + step)) is not None:
            yield time


def _find(at: Occurrence, near: int, step: int, wanted: Callable[[TimeValue], bool]) -> TimeValue:
    """The first occurrence in the direction of `step` that is wanted, starting on the other side of `near`."""
    for k in range(-2, _SEARCH + 1):
        time = at(near + k * step)
        if time is not None and wanted(time):
            return time
    raise Unanchored("there is no such day near the publication date")


def _first(time: TimeValue) -> int:
    return time.first_day if time.first_day is not None else 0


def _last(time: TimeValue) -> int:
    return time.last_day if time.last_day is not None else 0
