"""Distances: three weeks ago, in two days, three days later, two weeks before Christmas, a year earlier."""

from dataclasses import replace

from timeline_app.model.annotation import Anchor, Reading, TimexType
from timeline_app.model.calendar import DAY, add_months, civil
from timeline_app.model.expression import Amount, Base, Shift, Vague
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Tense
from timeline_app.temporal.resolution import units
from timeline_app.temporal.resolution.core import ANAPHORIC, DEICTIC, EXPLICIT, GUESSED, reading, resolve
from timeline_app.temporal.resolution.situation import NO_ANCHOR, Situation, Told, Unanchored, day_of
from timeline_app.temporal.resolution.timex3 import clock_value, day_text, unit_value

_FURTHEST = 100_000_000 * Granularity.YEAR.seconds  # before that there are no calendars of anything
_CONFIDENCE = {Base.PUBLICATION: DEICTIC, Base.PREVIOUS: ANAPHORIC}


@resolve.register
def _(tree: Shift, situation: Situation) -> Reading:
    if tree.year_earlier and (found := _same_period(tree, situation)) is not None:
        return found
    if tree.of is not None:
        return resolve(tree.of, situation) if tree.year_earlier else _from_phrase(tree, situation)
    if tree.amount.unit.is_clock and tree.amount.count is not None:
        return _clock_shift(tree, situation)
    if (told := _told_beside(tree, situation)) is not None:
        return _from_period(tree, told, situation)
    day, anchor = situation.base(tree.base, tree.amount.unit, step=tree.sign)
    if tree.amount.count is None:
        return _vague(tree, day, anchor)
    return _counted(tree, day, anchor, _CONFIDENCE[tree.base], situation)


def moved(day: int, amount: Amount, sign: int) -> int:
    """The day `amount` away from `day`, fractions of months to the nearest day; an unknown count moves one unit."""
    if amount.rest is not None:
        return moved(moved(day, replace(amount, rest=None), sign), amount.rest, sign)
    count = amount.count if amount.count is not None else 1
    if count * amount.unit.seconds > _FURTHEST:
        raise Unanchored("that is too far away for a calendar")
    if amount.unit.months is None:
        return day + round(sign * count * amount.unit.seconds / DAY)
    whole = int(count * amount.unit.months)
    rest = count * amount.unit.months - whole
    return add_months(day, sign * whole) + round(sign * rest * 30)


def day_within(told: Told, situation: Situation) -> Reading:
    """A day counted from a month or longer, of which no more can be said than that it lies about there."""
    value = unit_value(told.time, situation.context.hemisphere)
    filled = {Granularity.MONTH: f"{value}-XX", Granularity.YEAR: f"{value}-XX-XX"}
    time = soft(told.time)
    return reading(time, filled.get(told.time.granularity, value), told.anchor, GUESSED, kind=TimexType.DATE)


def _told_beside(tree: Shift, situation: Situation) -> Told | None:
    """The month or year told last that is coarser than what is counted from it, in the sentence or since all finer."""
    told = situation.told[-1] if situation.told else None
    if told is None or tree.base is not Base.PREVIOUS or tree.amount.count is None or tree.amount.high is not None:
        return None
    coarse = told.time.granularity.rank > max(tree.amount.unit.rank, Granularity.DAY.rank)
    beside = told.sentence == situation.sentence and told.aside is None and not (told.since or told.deictic)
    if coarse and beside:
        return told
    if coarse and _is_only_one_here(told, situation):
        return told
    return situation.overtaking(tree.amount.unit)


def _is_only_one_here(told: Told, situation: Situation) -> bool:
    """ "It came to light in late 2016, when ... Ferro resigned a month later.": its paragraph tells nothing finer."""
    if told.paragraph != situation.paragraph or not situation.adjoins(told) or told.aside is not None or told.since:
        return False
    return all(other.paragraph != told.paragraph for other in situation.told if other is not told)


def _from_period(tree: Shift, told: Told, situation: Situation) -> Reading:
    """In September ... two weeks later: from the distance after its first day to that after its last."""
    first, last = told.time.first_day, told.time.last_day
    if first is None or last is None:
        raise Unanchored("the time told before has no beginning or no end")
    edges = [_counted(tree, day, told.anchor, GUESSED, situation) for day in (first, last)]
    times = [edge.time for edge in edges if edge.time is not None]
    return replace(edges[0], time=soft(times[0].spanning(times[-1])))


def _counted(tree: Shift, day: int, anchor: Anchor, confidence: float, situation: Situation) -> Reading:
    """The unit that the distance ends in, its edges soft by half a unit; the very day where the phrase is exact."""
    amount = tree.amount
    target = moved(day, amount, tree.sign)
    if amount.high is not None:
        return _between(tree, day, target, anchor, situation)
    unit = Granularity.WEEK if amount.unit is Granularity.FORTNIGHT else _finest(amount)
    time = units.period(unit, target, 0, situation.context.week_start)
    value = unit_value(time, situation.context.hemisphere)
    is_day = tree.exact or unit.rank <= Granularity.DAY.rank
    return reading(TimeValue.days(target, target) if is_day else soft(time), value, anchor, confidence)


def _finest(amount: Amount) -> Granularity:
    """The smallest unit that an amount counts in, no smaller than a day."""
    unit = amount.unit if amount.rest is None else _finest(amount.rest)
    return Granularity.DAY if unit.is_clock else unit


def soft(time: TimeValue) -> TimeValue:
    """The same outer bounds, with edges that are soft by half their distance: certain nowhere."""
    start, end = time.earliest_start, time.latest_end
    if start is None or end is None:
        return time
    middle = (start + end) // 2
    return replace(time, latest_start=middle, earliest_end=middle)


def _between(tree: Shift, day: int, near: int, anchor: Anchor, situation: Situation) -> Reading:
    """two to three weeks ago: from the one distance to the other."""
    far = moved(day, replace(tree.amount, count=tree.amount.high), tree.sign)
    unit = tree.amount.unit if tree.amount.unit.rank > Granularity.DAY.rank else Granularity.DAY
    first, last = (units.period(unit, d) for d in sorted((near, far)))
    value = unit_value(units.period(unit, near), situation.context.hemisphere)
    return reading(soft(first.spanning(last)), value, anchor, GUESSED, mod="APPROX")


def _vague(tree: Shift, day: int, anchor: Anchor) -> Reading:
    """days ago, a few months later: on one side of the anchor, no one can say how far; hours later: about that day."""
    here = TimeValue.days(day, day)
    if tree.amount.unit.is_clock:
        near = replace(here, approximate=True)
        return reading(near, f"{day_text(day)}TXX", anchor, GUESSED, kind=TimexType.TIME)
    if tree.sign < 0:
        return reading(here.until(), Vague.PAST.value, anchor, GUESSED)
    time = here.since() if tree.base is Base.PREVIOUS else None
    return reading(time, Vague.FUTURE.value, anchor, GUESSED)


def _same_period(tree: Shift, situation: Situation) -> Reading | None:
    """a year earlier, in accounts of results: the same quarter or half, or the month told just before, of that year."""
    told = reported_on(situation)
    if told is None or told.time.first_day is None:
        return None
    if tree.base is Base.PUBLICATION and (told.time.granularity is Granularity.MONTH or not situation.adjoins(told)):
        return None  # "a year ago" is the writer's own, but beside the quarter that is reported on
    amount = tree.amount
    if tree.of is not None:
        year = resolve(tree.of, situation).time
        if year is None or year.first_day is None:
            return None
        amount = replace(amount, count=float(civil(told.time.first_day).year - civil(year.first_day).year))
    day = moved(told.time.first_day, amount, tree.sign)
    time = units.period(told.time.granularity, day)
    return reading(time, unit_value(time), told.anchor, ANAPHORIC)


def reported_on(situation: Situation) -> Told | None:
    """The quarter, half or month that an account reports on: of those told in one sentence the last in time."""
    found: Told | None = None
    for told in reversed(situation.told):
        if found is not None and told.sentence != found.sentence:
            break
        if _is_reported_on(told, situation) and (found is None or told.time.sort_key > found.time.sort_key):
            found = told
    return found


def _is_reported_on(told: Told, situation: Situation) -> bool:
    if told.time.granularity is Granularity.MONTH:
        return not situation.narrative and situation.is_near(told)
    return told.time.granularity in (Granularity.QUARTER, Granularity.HALF)


def _clock_shift(tree: Shift, situation: Situation) -> Reading:
    """ten minutes ago, two hours later: a clock reading where the anchor is one, else the day it falls on."""
    seconds = tree.sign * _seconds(tree.amount)
    told = situation.previous(tree.amount.unit) if tree.base is Base.PREVIOUS else None
    if tree.base is Base.PREVIOUS and (coarse := _coarse_told(situation)) is not None:
        value = unit_value(coarse.time, situation.context.hemisphere)
        return reading(coarse.time, f"{value}TXX", coarse.anchor, GUESSED, kind=TimexType.TIME)
    base, anchor = (told.time, told.anchor) if told else (situation.now, situation.now_anchor)
    if told is None and tree.base is Base.PREVIOUS and tree.sign > 0 and situation.tense is Tense.PAST:
        raise Unanchored("the text has told no time before it to count from")
    if base is None or base.earliest_start is None:
        raise Unanchored("the publication date is unknown")
    if base.is_clock:
        start = base.earliest_start + seconds
        is_hour = tree.amount.unit is Granularity.HOUR and tree.amount.rest is None
        unit = Granularity.HOUR if is_hour and not tree.exact else Granularity.MINUTE
        time = TimeValue.instant(start, zone=base.zone, offset=base.offset)
        value = clock_value(time, zone_said=base.offset is not None)
        return reading(time, value, anchor, DEICTIC if unit is Granularity.MINUTE else ANAPHORIC)
    day = situation.today() if told is None else day_of(told.time)
    if day is None:
        raise Unanchored("the time counted from is not exact enough")
    if base.granularity is Granularity.DAYPART and base.latest_end is not None and seconds % DAY:
        middle = (base.earliest_start + base.latest_end) // 2  # "late in the evening ... three hours later"
        return _on_day((middle + seconds) // DAY - seconds // DAY, seconds, anchor)
    return _on_day(day, seconds, anchor)


def _coarse_told(situation: Situation) -> Told | None:
    """The month or year told last, shortly before: "in April ... twenty minutes later" stays within it."""
    told, finer = situation.told[-1] if situation.told else None, situation.previous(Granularity.DAY)
    if told is None or not situation.is_near(told) or (finer is not None and situation.is_near(finer)):
        return None
    return told if told.moves_story else None


def _seconds(amount: Amount) -> int:
    """The length of an amount of clock units."""
    own = round((amount.count or 1) * amount.unit.seconds)
    return own if amount.rest is None else own + _seconds(amount.rest)


def _on_day(day: int, seconds: int, anchor: Anchor) -> Reading:
    """Hours from a time known only to the day: whole days move it, less stays on it."""
    target, rest = (day + seconds // DAY, 0) if seconds % DAY == 0 else (day, 1)
    value = day_text(target) + ("TXX" if rest else "")
    kind = TimexType.TIME if rest else TimexType.DATE
    return reading(TimeValue.days(target, target), value, anchor, GUESSED, kind=kind)


def _from_phrase(tree: Shift, situation: Situation) -> Reading:
    """two weeks before Christmas, the day after the vote of 3 May: counted from the phrase's own anchor."""
    assert tree.of is not None
    base = resolve(tree.of, situation)
    anchored = replace(base, confidence=min(base.confidence, EXPLICIT))
    time = anchored.time
    edge = None if time is None else (time.last_day if tree.sign > 0 else time.first_day)
    if edge is None or time is None:
        raise Unanchored("the time counted from is unknown")
    if tree.amount.count is None:
        here = TimeValue.days(edge, edge)
        value = Vague.PAST.value if tree.sign < 0 else Vague.FUTURE.value
        return reading(here.until() if tree.sign < 0 else here.since(), value, base.anchor, GUESSED)
    if tree.amount.unit.is_clock:
        return _clock_from(tree, base)
    if tree.exact and time.granularity in (Granularity.WEEK, Granularity.MONTH):  # twenty years ago this month
        same = units.period(time.granularity, moved(time.first_day or edge, tree.amount, tree.sign))
        return replace(base, time=same, value=unit_value(same))
    exact = time.granularity.rank <= Granularity.DAY.rank and tree.amount.unit.seconds <= 31 * DAY
    day_shift = replace(tree, exact=exact or tree.exact, of=None)
    found = _counted(day_shift, edge, base.anchor, base.confidence, situation)
    if exact and found.time is not None:
        return replace(found, value=unit_value(found.time))
    return found


def counted_from(base: TimeValue, amount: Amount, sign: int, context: PublicationContext) -> TimeValue | None:
    """The time `amount` after (`sign` 1) or before (-1) another; None where either has no bound to count by.

    Hours from a day are about that day, and hours that nobody counted are only after or before a time of day.
    """
    first, last = base.first_day, base.last_day
    if first is None or last is None:
        return None
    if amount.unit.is_clock and not base.is_clock and (amount.count is None or _seconds(amount) < DAY):
        return replace(base, approximate=True)
    if amount.count is None:
        return base.since() if sign > 0 else base.until()
    if amount.unit.is_clock and base.is_clock:
        return base.moved(sign * _seconds(amount))
    exact = base.granularity.rank <= Granularity.DAY.rank and amount.unit.seconds <= 31 * DAY
    tree, situation = Shift(amount, sign, exact=exact), Situation(context)
    try:
        ends = [_counted(tree, day, NO_ANCHOR, GUESSED, situation).time for day in dict.fromkeys((first, last))]
        found = [time for time in ends if time is not None]
        return found[0].spanning(found[-1]) if len(found) > 1 else found[0]
    except (Unanchored, ValueError, OverflowError):
        return None


def stretch_from(base: TimeValue, amount: Amount, sign: int) -> TimeValue | None:
    """The stretch of an amount that begins after another time (`sign` 1), or ends before it (-1); None if unknown."""
    first, last = base.first_day, base.last_day
    if first is None or last is None:
        return None
    if sign > 0:
        return TimeValue.days(last + 1, moved(last, amount, 1))
    return TimeValue.days(moved(first, amount, -1), first - 1)


def begun_with(base: TimeValue, amount: Amount) -> TimeValue | None:
    """The stretch of an amount that begins with another time; hours that nobody counted, or from a day, stay on it."""
    first, last = base.first_day, base.last_day
    if first is None or last is None:
        return None
    if not amount.unit.is_clock:
        return TimeValue.days(first, moved(last, amount, 1)) if amount.count is not None else base.since()
    if base.is_clock and base.earliest_start is not None and amount.count is not None:
        return base.spanning(base.moved(_seconds(amount)))
    return replace(TimeValue.days(first, last), approximate=True)


def _clock_from(tree: Shift, base: Reading) -> Reading:
    """two hours before midnight; minutes before a day are on that day."""
    time = base.time
    if time is None or time.earliest_start is None:
        raise Unanchored("the time counted from is unknown")
    if not time.is_clock:
        return replace(
            base, type=TimexType.TIME, value=day_text(time.earliest_start // DAY) + "TXX", confidence=GUESSED
        )
    shifted = time.moved(tree.sign * _seconds(tree.amount))
    return replace(base, time=shifted, value=clock_value(shifted))
