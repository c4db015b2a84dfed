"""Amounts of time and what recurs: for two years, the past three months, recent weeks, every Friday."""

from dataclasses import replace

from timeline_app.model.annotation import Anchor, AnchorKind, Reading, TimexType
from timeline_app.model.calendar import DAY
from timeline_app.model.expression import Amount, AnchoredDuration, Base, Duration, Recurring
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Tense
from timeline_app.temporal.resolution.core import ANAPHORIC, DEICTIC, EXPLICIT, GUESSED, reading, resolve
from timeline_app.temporal.resolution.shift import moved
from timeline_app.temporal.resolution.situation import Situation, Unanchored
from timeline_app.temporal.resolution.timex3 import duration_value
from timeline_app.temporal.resolution.unknown import unknown_value


@resolve.register
def _(tree: Duration, situation: Situation) -> Reading:
    return reading(None, duration_value(tree.amount), kind=TimexType.DURATION)


@resolve.register
def _(tree: AnchoredDuration, situation: Situation) -> Reading:
    value = duration_value(tree.amount)
    try:
        time, anchor, confidence = _interval(tree, situation)
    except Unanchored as reason:
        return reading(None, value, confidence=GUESSED, kind=TimexType.DURATION, warning=str(reason))
    return reading(time, value, anchor, confidence, kind=TimexType.DURATION)


def _interval(tree: AnchoredDuration, situation: Situation) -> tuple[TimeValue, Anchor, float]:
    """The stretch that ends (or begins) with the anchor; of a number unknown, only that edge."""
    if tree.of is not None:
        base = resolve(tree.of, situation)
        day = None if base.time is None else base.time.first_day if tree.sign < 0 else base.time.last_day
        if day is None:
            raise Unanchored("the time counted from is unknown")
        anchor, confidence = base.anchor, base.confidence
    else:
        day, anchor = _base(tree, situation)
        confidence = DEICTIC if anchor == situation.now_anchor else ANAPHORIC
    here = TimeValue.days(day, day)
    if tree.amount.count is None or tree.vague:
        return (here.until() if tree.sign < 0 else here.since()), anchor, confidence
    if tree.of is not None:
        return _edge_of(tree, day), anchor, confidence
    time = _stretch(tree, day)
    if tree.sign > 0 and anchor.kind is AnchorKind.PREVIOUS and tree.amount.unit is Granularity.DAY:
        start = (day + 1) * DAY  # "broke out on 3 April ... for the next three days"
        time = replace(time, earliest_start=start, latest_start=start)
    return time, anchor, confidence


def _base(tree: AnchoredDuration, situation: Situation) -> tuple[int, Anchor]:
    """What the stretch is counted from: what a past verb tells goes on from the time told just before.

    "In 2006 the group bought the mine and invested two billion over the next four years."  What follows a month or year
    told last begins somewhere in it.
    """
    told = situation.told[-1] if situation.told else None
    vague = told is not None and told.time.granularity.rank > Granularity.DAY.rank and told.moves_story
    if vague and told is not None and tree.sign > 0 and tree.base is Base.PREVIOUS:
        return told.time.first_day or 0, told.anchor
    goes_on = tree.sign > 0 and tree.base is Base.PUBLICATION and situation.tense is Tense.PAST
    if (
        goes_on
        and told is not None
        and situation.adjoins(told)
        and told.moves_story
        and (told.says_day or not told.deictic)
    ):
        return told.time.first_day or 0, told.anchor
    return situation.base(tree.base, Granularity.DAY)


def _edge_of(tree: AnchoredDuration, day: int) -> TimeValue:
    """The first six months of 2021, its last two weeks: `day` is the period's first or last, and one of them."""
    edge = day + 1 if tree.sign < 0 else day
    near = moved(edge, tree.amount, tree.sign)
    far = near if tree.amount.high is None else moved(edge, replace(tree.amount, count=tree.amount.high), tree.sign)
    unit = tree.amount.unit if tree.amount.unit.rank > Granularity.DAY.rank else Granularity.DAY
    inner, outer = sorted((near * DAY, far * DAY))
    if tree.sign < 0:
        return TimeValue(inner, outer, edge * DAY, edge * DAY, unit)
    return TimeValue(edge * DAY, edge * DAY, inner, outer, unit)


def _stretch(tree: AnchoredDuration, day: int) -> TimeValue:
    near = moved(day, tree.amount, tree.sign)
    far = near if tree.amount.high is None else moved(day, replace(tree.amount, count=tree.amount.high), tree.sign)
    unit = tree.amount.unit if tree.amount.unit.rank > Granularity.DAY.rank else Granularity.DAY
    if tree.sign < 0:
        end, first = (day + 1) * DAY, unit.rank <= Granularity.FORTNIGHT.rank  # today is one of "the past three days"
        return TimeValue((min(near, far) + first) * DAY, (max(near, far) + first) * DAY, end, end, unit)
    start = day * DAY
    return TimeValue(start, start, (min(near, far) + 1) * DAY, (max(near, far) + 1) * DAY, unit)


@resolve.register
def _(tree: Recurring, situation: Situation) -> Reading:
    value = duration_value(tree.of) if isinstance(tree.of, Amount) else unknown_value(tree.of)
    found = reading(None, value, confidence=EXPLICIT, kind=TimexType.SET)
    return replace(found, quant=tree.quantifier, freq=tree.frequency)
