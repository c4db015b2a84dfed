"""Dates without their year that go on from a time told before, rather than from publication."""

from collections.abc import Callable
from dataclasses import replace

from timeline_app.model.expression import Direction
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Aside, Tense
from timeline_app.temporal.resolution.core import GUESSED
from timeline_app.temporal.resolution.occurrences import (
    BACKWARD,
    Choice,
    Occurrence,
    distance,
    first_of,
    in_story,
    last_of,
)
from timeline_app.temporal.resolution.situation import Situation, Told, Unanchored

SOON, JUST_NOW, RECENTLY = 100, 14, 30  # days
_BACKWARD_IN_NEWS = 10  # a day back, where a date of the writer's own time goes without its year
_BESIDE = 7  # days
_FAR = 5  # so many times as far as the day told before
_ADJOINING = 3  # so many times as far from publication may a date be that was told in the sentence before
_A_WHILE = 300  # days: less than a year, so that only another year counts


def dated_story(situation: Situation) -> Told | None:
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


def beside(
    at: Occurrence, index: Callable[[int], int], unit: Granularity, chosen: TimeValue, situation: Situation
) -> Choice | None:
    """A date of another year told just before ("on 3 March 2011 ... on 15 March") when that lies nearer than today."""
    year = situation.year_beside
    if year is not None and (situation.tense in (None, Tense.PAST) or year.sentence == situation.sentence):
        inside = in_story(at, index, year, None)
        if first_of(inside.time) <= today_of(situation, unit, of_a_year=True):
            return replace(inside, confidence=GUESSED, other=chosen)
    if unit is Granularity.DAY and (day := _beside_season(at, index, chosen, situation)) is not None:
        return day
    told = situation.line_told(Granularity.MONTH)
    if told is None or not told.moves_story or not (situation.is_near(told) or situation.goes_on_from(told)):
        return None
    if _is_back_at_news(told, situation):
        return None
    if situation.told[-1].deictic and not told.deictic:
        return None  # "in August 2020 ... last year and in June": the writer's own time has been named since
    if told.aside is not None and situation.aside is None and _goes_on_without(told, chosen, situation):
        return None  # "on 1 May it fell apart. The pact of June 2013 had promised a line. On 17 June"
    goes_on = situation.goes_on_from(told)
    looks_back = situation.retells and situation.aside is not None  # "in March, after it had come into use in May"
    continued = in_story(at, index, told, None, _BACKWARD_IN_NEWS if goes_on and not looks_back else BACKWARD)
    left = _left_for(told, situation)
    if left is not None and in_story(at, index, left, None).time != continued.time:
        return None  # "in May 2018 ... in the spring of 2020 ... on 21 June"
    gone_before = situation.aside is Aside.BEFORE and situation.adjoins(told)  # "in May 2016 ... had left in November"
    if gone_before and unit is Granularity.MONTH and first_of(continued.time) > last_of(told.time):
        continued = in_story(at, index, told, Direction.LAST)
    if continued.time == chosen or abs(first_of(continued.time) - first_of(chosen)) < _A_WHILE:
        return None
    is_retold = situation.retells and told.paragraph == situation.paragraph
    before_it = situation.aside is Aside.BEFORE and situation.incident is not None  # "The gearbox had been replaced on"
    if first_of(told.time) - last_of(continued.time) > JUST_NOW and not (is_retold or gone_before or before_it):
        return None  # "listed on 25 March 2019 ... Images of 16 February show": nobody goes back so far without a year
    today = today_of(situation, unit, of_a_year=True)
    if _is_ahead_of(told, continued.time, situation):
        return replace(continued, confidence=GUESSED, other=chosen)
    if (first_of(continued.time) > today) is not situation.is_future:
        return None  # a past verb tells nothing that is still to come
    gap, now = abs(first_of(continued.time) - first_of(told.time)), abs(first_of(chosen) - today)
    reach = now * _ADJOINING if goes_on else now
    if gap < reach or told.sentence == situation.sentence:
        return replace(continued, confidence=GUESSED, other=chosen)
    return None


def in_chapter(
    at: Occurrence, index: Callable[[int], int], chosen: TimeValue | None, situation: Situation
) -> Choice | None:
    """The date within the year that stands as a heading above it: a line "2021", then "In January"."""
    chapter = situation.chapter
    if chapter is None or _has_own_year(chapter, situation):
        return None
    inside = in_story(at, index, chapter, None)
    is_there = first_of(chapter.time) <= first_of(inside.time) <= last_of(chapter.time)
    return replace(inside, other=chosen if chosen != inside.time else None) if is_there else None


def _has_own_year(chapter: Told, situation: Situation) -> bool:
    """Whether the text under a heading goes on by itself: in its year, or from another that was just told."""
    told, story = situation.told[-1] if situation.told else None, situation.story
    has_begun = story is not None and story.aside is None and story.time.granularity.rank < Granularity.YEAR.rank
    if situation.narrative and story is not None and has_begun and _is_within(story, chapter):
        return True
    if told is None or told.aside is not None or not told.moves_story or not situation.adjoins(told):
        return False
    return not _is_within(told, chapter)


def _is_within(told: Told, chapter: Told) -> bool:
    return first_of(chapter.time) <= first_of(told.time) <= last_of(chapter.time)


def recurring_day(
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
        days = [told for told in days if told is stepped_back or first_of(told.time) > last_of(stepped_back.time)]
    alone = min((abs(first_of(told.time) - first_of(chosen)) for told in days), default=0)
    goes_on = stepped_back is None and bool(days) and 0 <= first_of(chosen) - first_of(days[-1].time) < SOON
    if alone <= RECENTLY or goes_on:
        return None
    for told in reversed(days):
        near = in_story(at, index, told, None)
        gap = abs(first_of(near.time) - first_of(told.time))
        reach, factor = (SOON, _ADJOINING) if situation.retells and not situation.narrative else (RECENTLY, _FAR)
        if gap <= _BESIDE or (gap <= reach and gap * factor < min(alone, away)):
            return replace(near, confidence=GUESSED, other=chosen)
    return None


def resumed(at: Occurrence, index: Callable[[int], int], told: Told, inside: Choice, situation: Situation) -> Choice:
    """The date that goes on from the scene that a step back left, where that lies nearer to it."""
    scene = situation.left_for(told)
    if scene is None or first_of(inside.time) >= first_of(told.time):
        return inside
    resumed = in_story(at, index, scene, None)
    if resumed.time == inside.time:
        return inside
    gap = distance(resumed.time, first_of(scene.time), BACKWARD)
    own = distance(inside.time, first_of(told.time), BACKWARD)
    reach = gap * _ADJOINING if situation.adjoins(told) else gap
    return replace(resumed, confidence=GUESSED, other=inside.time) if reach < own else inside


def _beside_season(
    at: Occurrence, index: Callable[[int], int], chosen: TimeValue, situation: Situation
) -> Choice | None:
    """The day in a season told just before, or right after it, that the writer's own time is far from.

    "They fought in the autumn of 2020. The war ended on 10 November", told in 2022.
    """
    told, now = situation.season_beside, situation.now
    if told is None or now is None or situation.is_future or last_of(now) - last_of(chosen) < SOON:
        return None
    day = in_story(at, index, told, None)
    is_there = first_of(told.time) <= first_of(day.time) <= min(last_of(told.time) + JUST_NOW, last_of(now))
    return replace(day, confidence=GUESSED, other=chosen) if is_there else None


def today_of(situation: Situation, unit: Granularity, *, of_a_year: bool) -> int:
    """Day number of "now".

    Which year a date of a year is of, a publication known only to its month decides too: what is past may lie in it.
    """
    if not of_a_year or situation.now is None or situation.now.granularity is not Granularity.MONTH:
        return situation.today(unit)
    return situation.today(Granularity.MONTH) if situation.is_future else last_of(situation.now)


def _is_ahead_of(told: Told, time: TimeValue, situation: Situation) -> bool:
    """Whether a time lies ahead as seen from the day that its sentence tells: "on 6 January 2022 ... by 4 February"."""
    seen_then = situation.is_future and not situation.of_now and told.sentence == situation.sentence
    return seen_then and not told.deictic and first_of(time) > last_of(told.time)


def _goes_on_without(aside: Told, time: TimeValue, situation: Situation) -> bool:
    """Whether the story that an aside left goes on to a time soon after it."""
    story = next((t for t in reversed(situation.told) if t.is_scene and t is not aside), None)
    return story is not None and 0 <= first_of(time) - first_of(story.time) < SOON


def _is_back_at_news(told: Told, situation: Situation) -> bool:
    """ "The war began in March 2019. ¶ She met him in April": a new paragraph of news is of the writer's year."""
    if situation.lead is None or situation.retells or situation.narrative or told.paragraph == situation.paragraph:
        return False
    return not situation.adjoins(told)


def _left_for(told: Told, situation: Situation) -> Told | None:
    """The season, quarter or year that the story has told since, and that does not hold the time told."""
    day = first_of(told.time)
    since = situation.told[situation.told.index(told) + 1 :]
    return next((t for t in since if t.moves_story and not first_of(t.time) <= day <= last_of(t.time)), None)
