"""Parts of days and of periods: Friday night, this morning, late Friday, early June, about three weeks."""

from collections.abc import Callable
from dataclasses import replace

from timeline_app.model.annotation import Alternative, Anchor, Reading, TimexType
from timeline_app.model.calendar import DAY, HOUR
from timeline_app.model.display import describe_weekdays
from timeline_app.model.expression import Base, DayPart, Modified, Part, PartOfDay, Shift
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Tense
from timeline_app.temporal.resolution.core import ANAPHORIC, DEICTIC, GUESSED, reading, resolve
from timeline_app.temporal.resolution.shift import moved
from timeline_app.temporal.resolution.situation import Situation, Told, Unanchored, day_of
from timeline_app.temporal.resolution.timex3 import day_text, part_code

# Hours from the day's midnight; edges as TIDES 2005 draws them.  Night ends in the small hours of the next day,
# overnight with its morning.
_HOURS = {
    DayPart.DAWN: (4, 8),
    DayPart.MORNING: (6, 12),
    DayPart.MIDDAY: (11, 14),
    DayPart.AFTERNOON: (12, 18),
    DayPart.EVENING: (18, 24),
    DayPart.DUSK: (17, 21),
    DayPart.NIGHT: (20, 29),
    DayPart.OVERNIGHT: (20, 32),
    DayPart.DAYTIME: (6, 18),
    DayPart.SMALL_HOURS: (0, 6),
}
APPROX = "APPROX"
_LESS = "LESS_THAN"
_HALF = 0.5
_LATE = 15 * HOUR  # of the day: a dawn told after it is the next


@resolve.register
def _(tree: PartOfDay, situation: Situation) -> Reading:
    if tree.day is None:
        day, anchor, confidence = _day(tree, situation)
        time, value = _part_of(tree, day)
        return reading(time, value, anchor, confidence, kind=TimexType.TIME, mod=tree.mod)
    own = resolve(tree.day, situation)
    own_day = day_of(own.time)
    if own_day is None:
        raise Unanchored("the day is not exact enough")
    time, value = _part_of(tree, own_day)
    others = on_other_days(own, lambda other: _part_of(tree, other))
    kind = TimexType.TIME
    return reading(time, value, own.anchor, own.confidence, kind=kind, mod=tree.mod, alternatives=others)


def _part_of(tree: PartOfDay, day: int) -> tuple[TimeValue, str]:
    """The part of a day, and its TIMEX3 value."""
    start, end = (day * DAY + hour * HOUR for hour in _HOURS[tree.part])
    time = TimeValue.interval(start, end, Granularity.DAYPART)
    if tree.mod is not None and tree.part is not DayPart.SMALL_HOURS:  # early as they are
        time = third(time, tree.mod)
    return time, f"{day_text(day)}T{part_code(tree.part)}"


def on_other_days(own: Reading, at: Callable[[int], tuple[TimeValue, str]]) -> tuple[Alternative, ...]:
    """What a part or hour of a day would be on the other readings of that day."""
    days = ((day_of(other.time), other.explanation.partition(" → ")[0]) for other in own.alternatives)
    return tuple(
        Alternative(time, value, f"{why} → {describe_weekdays(time)}.")
        for day, why in days
        if day is not None
        for time, value in (at(day),)
    )


def _day(tree: PartOfDay, situation: Situation) -> tuple[int, Anchor, float]:
    """The day whose part it is: the story's, or the anchor's; a night that is over began the day before."""
    told = situation.previous(Granularity.DAY) if tree.base is Base.PREVIOUS else situation.scene()
    if told is not None and _continues(tree, told, situation):
        day = day_of(told.time)
        if day is not None and not situation.is_to_come(day):
            return (
                day + _is_next_morning(tree, told, situation) - _is_after_dark(tree, told, situation),
                told.anchor,
                ANAPHORIC,
            )
    if situation.narrative:
        raise Unanchored("the story has told no day yet")
    today = situation.today()
    if tree.part is DayPart.OVERNIGHT and not situation.is_future:
        return today - 1, situation.now_anchor, DEICTIC
    return today, situation.now_anchor, DEICTIC if tree.base is Base.PUBLICATION else GUESSED


def _is_next_morning(tree: PartOfDay, told: Told, situation: Situation) -> bool:
    """Whether a story that told of a night, or went on from an afternoon, has come to the next day's dawn."""
    if _is_after_night(tree, told.time):
        return True
    start = told.time.earliest_start
    is_late = told.time.granularity.rank < Granularity.DAY.rank and start is not None and start % DAY >= _LATE
    goes_on = told.aside is None and situation.aside is None and not told.stated
    return is_late and goes_on and _is_bare_morning(tree) and told.sentence != situation.sentence


def _is_bare_morning(tree: PartOfDay) -> bool:
    return tree.part in (DayPart.DAWN, DayPart.MORNING) and tree.base is Base.PUBLICATION


def _is_after_night(tree: PartOfDay, told: TimeValue) -> bool:
    """Whether a morning follows a night told before, whose day ended at midnight: "overnight ... at dawn"."""
    start, end = told.earliest_start, told.latest_end
    if told.granularity is not Granularity.DAYPART or start is None or end is None:
        return False
    return _is_bare_morning(tree) and end > (start // DAY + 1) * DAY


def _is_after_dark(tree: PartOfDay, told: Told, situation: Situation) -> bool:
    """Whether "overnight" is the night before what was told: "resumed at 7:30 after being suspended overnight".

    So it is before the day on which somebody told of it: "said on Wednesday that shots had been fired overnight".
    """
    start = told.time.earliest_start
    if tree.part is not DayPart.OVERNIGHT or situation.is_future or start is None:
        return False
    is_day = told.time.granularity is Granularity.DAY
    today = situation.now.first_day if situation.now is not None else None
    if is_day and (told.stated or (told.time.first_day == today and situation.tense is Tense.PAST)):
        return True
    return told.time.granularity.rank < Granularity.DAY.rank and start % DAY < _HOURS[DayPart.EVENING][0] * HOUR


def _continues(tree: PartOfDay, told: Told, situation: Situation) -> bool:
    """Whether the part belongs to the day told last: "that night", a narrative, a day told shortly before."""
    if tree.base is Base.PREVIOUS or situation.narrative or told.sentence == situation.sentence:
        return True
    return tree.part is not DayPart.OVERNIGHT and situation.is_near(told)


def third(time: TimeValue, mod: str) -> TimeValue:
    """Early, mid or late: the outer bounds stay, what is certain shrinks to that third."""
    start, end = time.earliest_start, time.latest_end
    if start is None or end is None:
        return time
    length = (end - start) // 3
    core = {"START": (start, start + length), "END": (end - length, end)}.get(mod, (start + length, end - length))
    return replace(time, latest_start=core[0], earliest_end=core[1])


@resolve.register
def _(tree: Part, situation: Situation) -> Reading:
    whole = resolve(tree.of, situation)
    time = whole.time if whole.time is None else third(whole.time, tree.mod)
    return replace(whole, time=time, mod=tree.mod)


@resolve.register
def _(tree: Modified, situation: Situation) -> Reading:
    whole = resolve(tree.of, situation)
    time = whole.time
    if time is not None and tree.mod == APPROX:
        time = replace(time, approximate=True)
    if time is not None and tree.mod == _LESS and isinstance(tree.of, Shift):
        time = _not_so_long_ago(tree.of, situation) or time
    return replace(whole, time=time, mod=tree.mod)


def _not_so_long_ago(tree: Shift, situation: Situation) -> TimeValue | None:
    """ "nearly two years ago": within the half year after the day two years ago, and not in the year before it."""
    count, now = tree.amount.count, situation.now
    ago = tree.sign < 0 and tree.base is Base.PUBLICATION and tree.of is None
    if not ago or count is None or tree.amount.unit is not Granularity.YEAR or now is None or now.first_day is None:
        return None
    first, last = (moved(now.first_day, replace(tree.amount, count=c), -1) for c in (count, count - _HALF))
    return replace(TimeValue.days(first, last), approximate=True)
