"""Clock readings: 1330 GMT, 1:30 p.m. EDT, 0600 local, 18:00 UTC on Tuesday."""

from dataclasses import replace
from itertools import takewhile

from timeline_app.model.annotation import Alternative, Anchor, Reading, TimexType
from timeline_app.model.calendar import DAY, HOUR, MINUTE
from timeline_app.model.display import describe
from timeline_app.model.expression import Clock
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Aside, Tense
from timeline_app.model.zone import to_zone, utc_offset
from timeline_app.temporal.resolution.core import ANAPHORIC, DEICTIC, GUESSED, reading, resolve
from timeline_app.temporal.resolution.parts import on_other_days
from timeline_app.temporal.resolution.situation import Situation, Told, Unanchored, day_of
from timeline_app.temporal.resolution.timex3 import clock_value
from timeline_app.temporal.resolution.zones import ZoneReading, read_zone, source_zone

_BACKGROUND = 2  # days before the news: what lies nearer may lead up to it
_HALF_DAY = 12 * HOUR
_FIRST_MORNING_HOUR = 6 * HOUR  # of those that are told without their half
_NIGHTFALL = 20 * HOUR
_LATE, _NEXT_MORNING = 22 * HOUR, 9 * HOUR
_EVENING, _SMALL_HOURS = (
    17 * HOUR,
    6 * HOUR,
)  # an hour before the second, after one from the first on, is of the next day
_JUST_BEFORE, _MUCH_LATER = 2 * HOUR, 9 * HOUR  # "at half past two ... they had come at a quarter to two"
_SHORTLY = HOUR // 2
_LONG_AGO = 60  # days
_OLD = 14  # days after which a day told is no longer that of the news


@resolve.register
def _(tree: Clock, situation: Situation) -> Reading:
    zone = read_zone(tree.zone, situation)
    second = tree.hour * HOUR + (tree.minute or 0) * MINUTE + (tree.second or 0)
    other_half: int | None = None
    if tree.twelve:
        second, other_half = _on_twelve(second, situation)
    elif tree.day is None and tree.zone is None:
        second = _in_part_told(second, situation)
    unit = Granularity.MINUTE if tree.second is None else Granularity.SECOND
    others: tuple[Alternative, ...] = ()
    if tree.day is None:
        day, anchor, confidence = _day(situation, second, zone.zone, zone_said=_says_zone(tree))
    else:
        own = resolve(tree.day, situation)
        own_day = day_of(own.time)
        if own_day is None:
            raise Unanchored("the day is not exact enough")
        day, anchor, confidence = own_day, own.anchor, own.confidence
        others = on_other_days(own, lambda other: _with_value(tree, other, second, unit, zone.zone))
    if other_half is not None and not others:
        others = (_in_other_half(tree, day, other_half, unit, zone.zone),)
        confidence = min(confidence, GUESSED)
    time = _at(day, second, unit, zone.zone)
    value = clock_value(time, zone_said=tree.zone is not None)
    if tree.nearly:
        time = _leading_up_to(time)
    return reading(
        time,
        value,
        anchor,
        confidence,
        kind=TimexType.TIME,
        alternatives=(*_other_zones(day, second, unit, zone), *others),
        warning=_warning(tree, zone),
    )


def _says_zone(tree: Clock) -> bool:
    """Whether an hour is told with a zone other than its place's own."""
    return tree.zone is not None and not tree.zone.lower().startswith("local")


def _at(day: int, second: int, unit: Granularity, zone: str | None) -> TimeValue:
    start = day * DAY + second
    offset = None if zone is None else utc_offset(zone, start)
    return TimeValue.interval(start, start + unit.seconds, unit, zone=zone, offset=offset)


def _leading_up_to(time: TimeValue) -> TimeValue:
    """The last half hour before a time: what happened shortly before midnight is of the day that it ends."""
    start = time.earliest_start or 0
    return replace(time, earliest_start=start - _SHORTLY, latest_start=start, earliest_end=start, latest_end=start)


def _on_twelve(second: int, situation: Situation) -> tuple[int, int | None]:
    """The second of the day of an hour told without its half, and that of the other half where either may be meant.

    After an hour told shortly before it is the next on the clock; within a part of a day told before, the one there.
    Else the hours from one to five are of the afternoon, as people tell them, and the rest as they are told.
    """
    early, late = second % _HALF_DAY, second % _HALF_DAY + _HALF_DAY
    told = situation.scenes.previous(Granularity.DAY)
    if told is not None and situation.is_near(told) and told.aside is None and told.time.earliest_start is not None:
        if told.time.granularity is Granularity.DAYPART:
            within = [s for s in (early, late) if _holds(told.time, s) or _holds(told.time, s + DAY)]
            if len(within) == 1:
                return within[0], None
        elif told.time.is_clock:
            before = told.time.earliest_start % DAY
            following = next((s for s in (early, late) if s >= before), early)
            just_before = next((s for s in (early, late) if 0 < before - s <= _JUST_BEFORE), following)
            return (just_before if following - before > _MUCH_LATER else following), None
    if early < _FIRST_MORNING_HOUR and early >= HOUR:
        return late, early
    return second, late if second == early else early


def _in_part_told(second: int, situation: Situation) -> int:
    """The second of "the afternoon ... at 4:40": of two halves of a day the one that lies in the part just told."""
    told = situation.told[-1] if situation.told else None
    if told is None or told.sentence != situation.sentence or told.time.granularity is not Granularity.DAYPART:
        return second
    late = second + _HALF_DAY
    fits = HOUR <= second < _HALF_DAY and _holds(told.time, late) and not _holds(told.time, second)
    return late if fits and not _holds(told.time, second + DAY) else second


def _in_other_half(tree: Clock, day: int, second: int, unit: Granularity, zone: str | None) -> Alternative:
    time, value = _with_value(tree, day, second, unit, zone)
    return Alternative(time, value, f"in the other half of the day → {describe(time)}.")


def _with_value(tree: Clock, day: int, second: int, unit: Granularity, zone: str | None) -> tuple[TimeValue, str]:
    time = _at(day, second, unit, zone)
    return time, clock_value(time, zone_said=tree.zone is not None)


def _other_zones(day: int, second: int, unit: Granularity, zone: ZoneReading) -> tuple[Alternative, ...]:
    times = (_at(day, second, unit, other) for other in zone.others)
    return tuple(Alternative(t, clock_value(t), f"with the zone as UTC{t.zone} → {describe(t)}.") for t in times)


def _warning(tree: Clock, zone: ZoneReading) -> str | None:
    if zone.zone is None and tree.zone is not None:
        return f"the time zone “{tree.zone}” is unknown; set the zone of the source"
    return None


def _day(situation: Situation, second: int, zone: str | None, *, zone_said: bool) -> tuple[int, Anchor, float]:
    """The day of a clock reading that says none: its twin's, the story's where that is near, else the anchor's."""
    if situation.twin is not None and (day := _day_of_twin(situation.twin.time, zone)) is not None:
        return day, situation.twin.anchor, ANAPHORIC
    part = _part_holding(second, situation)
    told = part or situation.scene()
    if situation.narrative and told is not None and _is_vague_since(told, situation):
        raise Unanchored("the text tells no day for it")
    goes_on = part is not None and situation.adjoins(part)  # "escaped that night.¶ An alarm sounded at 11.52pm"
    is_background = told is not None and _is_background(told, situation) and not goes_on
    if told is not None and (is_background or _is_night_of_lead(told, situation)):
        told = situation.lead
    near = told is not None and (situation.narrative or situation.is_near(told) or _is_still(told, situation))
    if told is not None and (near or (told in (situation.lead, situation.incident) and not zone_said)):
        day = day_of(told.time)
        if day is not None and not _is_elsewhere(day, told, situation, zone_said):
            by_the_clock = situation.aside is Aside.BEFORE and told.time.is_clock
            if by_the_clock and (before := _day_before(situation, second)) is not None:
                return before, told.anchor, ANAPHORIC
            in_bracket = (
                situation.aside is not None and told.sentence == situation.sentence
            )  # "4am local (midnight GMT)"
            next_day = (_is_next_day(told.time, second) and not in_bracket) or _passes_midnight(told, second, situation)
            next_day = next_day and not _is_ahead(day + 1, situation)
            return day + next_day, told.anchor, ANAPHORIC
    if situation.narrative:
        raise Unanchored("the story has told no day yet")
    if situation.lead is not None and not zone_said and situation.tense is Tense.PAST:
        day = day_of(situation.lead.time)
        if day is not None:
            return day, situation.lead.anchor, GUESSED
    if not zone_said and _is_of_long_ago(situation):
        raise Unanchored("the text tells no day for it")
    return _day_of_now(situation, second, zone)


def _day_of_twin(twin: TimeValue, zone: str | None) -> int | None:
    """The day of "1 a.m. (2200 GMT)" in the zone of the second."""
    if twin.earliest_start is None or twin.offset is None or zone is None:
        return None
    return to_zone(twin.earliest_start, twin.offset, zone)[0] // DAY


def _is_background(told: Told, situation: Situation) -> bool:
    """Whether the paragraph before told of days before the news: "The line was cut last week.¶ He entered at eight"."""
    lead = day_of(situation.lead.time) if situation.lead is not None else None
    day = day_of(told.time)
    if lead is None or day is None or situation.narrative or situation.tense is not Tense.PAST:
        return False
    return told.paragraph != situation.paragraph and lead - day > _BACKGROUND


def _is_night_of_lead(told: Told, situation: Situation) -> bool:
    """Whether the lead told of a day and the night after it, and a new paragraph goes back to where it began."""
    lead = situation.lead
    same = lead is not None and lead is not told and lead.sentence == told.sentence
    return same and told.time.granularity is Granularity.DAYPART and told.paragraph != situation.paragraph


def _is_ahead(day: int, situation: Situation) -> bool:
    """Whether what is told as past would lie after the day of publication."""
    now = situation.now.last_day if situation.now is not None else None
    return situation.tense is Tense.PAST and now is not None and day > now


def _day_before(situation: Situation, second: int) -> int | None:
    """ "ran aground at 4:12. The mate had left at 22:00": the last such hour before the one told.

    What lies nearer after it goes on: "struck a rock at 22:47. By 23:10 water had flooded the hold".
    """
    hours = (t.time.earliest_start for t in reversed(situation.told) if t.time.is_clock and t.aside is None)
    start = next(hours, None)
    return None if start is None else start // DAY - (second - start % DAY > _HALF_DAY)


def _is_still(told: Told, situation: Situation) -> bool:
    """Whether a report of what is long over still tells of the day told last, however far above: no news is so old."""
    if situation.now is None or situation.now.first_day is None or situation.is_future:
        return False
    day, scenes = day_of(told.time), situation.scenes.told
    last = next((t for t in reversed(scenes) if not t.stated), scenes[-1])
    return day is not None and told in (last, scenes[-1]) and situation.now.first_day - day > _OLD


def _is_vague_since(told: Told, situation: Situation) -> bool:
    """Whether the story has just moved on from a day to a time that is no day: "a week later ... at three o'clock"."""
    last = situation.told[-1]
    moved_on = last.moves_story and (last.time.first_day or 0) > (told.time.last_day or 0)
    return moved_on and last.aside is None and situation.adjoins(last)


def _is_of_long_ago(situation: Situation) -> bool:
    """Whether an hour belongs to a month or year told just before, long before publication."""
    last = situation.told[-1] if situation.told else None
    if (
        last is None
        or last.since
        or last.time.last_day is None
        or situation.now is None
        or situation.now.first_day is None
    ):
        return False
    is_vague = last.time.granularity.rank > Granularity.DAY.rank and last.paragraph == situation.paragraph
    return is_vague and situation.adjoins(last) and situation.now.first_day - last.time.last_day > _LONG_AGO


def _is_elsewhere(day: int, told: Told, situation: Situation, zone_said: bool) -> bool:
    """Whether the day told before is not that of an hour in the news.

    What has happened was on no day still to come; and an hour with its zone ("up 6.8% at 1040 GMT") is of the news
    itself, not of a day weeks ago that another sentence told, unless a past verb goes on from it.
    """
    if situation.narrative or situation.now is None or situation.now.first_day is None:
        return False
    if situation.is_to_come(day):
        return True
    days = {day_of(t.time) for t in situation.scenes.told if not t.time.is_clock}
    retells = situation.tense is Tense.PAST and _is_still(told, situation) and len(days - {None}) > 1
    right_before = told.paragraph == situation.paragraph and situation.adjoins(told) and told.is_scene and told.opens
    retells = retells or (situation.tense is Tense.PAST and right_before and not told.stated)
    goes_on = told.sentence == situation.sentence or retells
    return zone_said and not goes_on and situation.now.first_day - day > _OLD


def _part_holding(second: int, situation: Situation) -> Told | None:
    """The part of a day told shortly before that this hour lies in: "before dawn on Wednesday ... at 4:12 a.m."."""
    last = day_of(situation.told[-1].time) if situation.told else None  # an hour leads on itself, another day elsewhere
    since = takewhile(lambda told: not told.time.is_clock and day_of(told.time) == last, reversed(situation.told))
    parts = (t for t in since if t.time.granularity is Granularity.DAYPART and situation.is_near(t))
    return next((told for told in parts if _holds(told.time, second) or _holds(told.time, second + DAY)), None)


def _holds(part: TimeValue, second: int) -> bool:
    if part.earliest_start is None or part.latest_end is None:
        return False
    return part.earliest_start <= part.earliest_start // DAY * DAY + second < part.latest_end


def _is_next_day(told: TimeValue, second: int) -> bool:
    """Whether the hour lies beyond the midnight that ends the day told: midnight itself, the small hours of a night."""
    if told.earliest_start is None or told.earliest_start % DAY == 0:
        return False
    in_night = told.granularity is Granularity.DAYPART and not _holds(told, second) and _holds(told, second + DAY)
    return second == 0 or in_night


def _passes_midnight(told: Told, second: int, situation: Situation) -> bool:
    """Whether a story runs on past midnight: "moved up at dusk ... complete at 3.30 a.m.", "the night ... by noon"."""
    start = told.time.earliest_start
    if start is None or situation.aside is not None or told.aside is not None or situation.tense is Tense.FUTURE:
        return False
    if told.time.granularity is Granularity.DAYPART:
        night_is_over = start % DAY >= _NIGHTFALL and _SMALL_HOURS <= second < _EVENING
        return night_is_over or (start % DAY >= _EVENING and second < _SMALL_HOURS and not _holds(told.time, second))
    late = start % DAY >= _LATE and second < _NEXT_MORNING  # "fell at 23:40 ... At 07:15 the office said"
    return told.time.is_clock and ((start % DAY >= _EVENING and second < _SMALL_HOURS) or late)


def _day_of_now(situation: Situation, second: int, zone: str | None) -> tuple[int, Anchor, float]:
    """Now's day on the clock of `zone`.

    Where now's own time is known, a past verb's reading that it has not reached is the day before's, and a future
    one's that it has passed the next day's.  Midnight ahead is the end of the day, not its beginning.
    """
    now, anchor = situation.clock_now(), situation.now_anchor
    if now is None:
        return situation.today() + (situation.is_future and second == 0), anchor, DEICTIC
    own = source_zone(situation)
    offset = situation.now.offset if situation.now is not None else None
    if offset is None and own is not None:
        offset = utc_offset(own, now)
    if zone is not None and offset is not None:
        now, _ = to_zone(now, offset, zone)
    day = now // DAY
    if day * DAY + second > now and situation.tense is Tense.PAST:
        return day - 1, anchor, GUESSED
    if day * DAY + second < now and situation.is_future:
        return day + 1, anchor, GUESSED
    return day, anchor, DEICTIC
