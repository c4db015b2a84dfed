"""From one time to another, and times written out: between 3 and 7 May, 2011 to 2014, since Friday, EDTF."""

from dataclasses import replace

from timeline_app.model.annotation import Reading
from timeline_app.model.edtf import from_edtf
from timeline_app.model.expression import Fixed, Range
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Tense
from timeline_app.temporal.resolution.core import EXPLICIT, reading, resolve
from timeline_app.temporal.resolution.situation import Situation, Unanchored
from timeline_app.temporal.resolution.timex3 import unit_value


@resolve.register
def _(tree: Range, situation: Situation) -> Reading:
    if tree.begin is None and tree.end is None:
        raise Unanchored("the range names neither its begin nor its end")
    if tree.begin is None:
        end = resolve(tree.end, situation)
        return replace(end, time=_open(end, since=False), value=f"../{end.value}")
    begin = resolve(tree.begin, situation)
    if tree.end is None:
        return replace(begin, time=_open(begin, since=True), value=f"{begin.value}/..")
    if begin.time is None:
        raise Unanchored("the begin of the range is unknown")
    end = resolve(tree.end, situation)
    if _ends_too_soon(begin, end):
        end = resolve(tree.end, situation.seen_from(begin.time, Tense.FUTURE))
    if end.time is None or _ends_too_soon(begin, end):
        raise Unanchored("the range ends before it begins")
    confidence = min(begin.confidence, end.confidence)
    return reading(
        begin.time.spanning(end.time), f"{begin.value}/{end.value}", begin.anchor, confidence, kind=begin.type
    )


def _open(edge: Reading, *, since: bool) -> TimeValue:
    """The time from an edge on, or up to it."""
    bound = None if edge.time is None else edge.time.earliest_start if since else edge.time.latest_end
    if edge.time is None or bound is None:
        raise Unanchored("the begin of the range is unknown" if since else "the end of the range is unknown")
    return edge.time.since() if since else edge.time.until()


def _ends_too_soon(begin: Reading, end: Reading) -> bool:
    if begin.time is None or end.time is None or begin.time.earliest_start is None or end.time.latest_end is None:
        return False
    return end.time.latest_end <= begin.time.earliest_start


@resolve.register
def _(tree: Fixed, situation: Situation) -> Reading:
    try:
        time = from_edtf(tree.edtf)
    except ValueError as reason:
        raise Unanchored(str(reason)) from reason
    return reading(time, unit_value(time, situation.context.hemisphere), confidence=EXPLICIT)
