"""Whether two times may be of one event: on one clock, where the zones are known."""

from dataclasses import replace

from timeline_app.extraction.corroboration.verdict import Verdict
from timeline_app.extraction.dating import intersection
from timeline_app.model.annotation import Mention
from timeline_app.model.calendar import DAY, HOUR, MINUTE
from timeline_app.model.time_value import TimeValue

WEEK = 7 * DAY
PUT_OFF = 4 * DAY  # from the day that a plan names to what came of it
_UTC = ("UTC", "GMT", "Z")
_MOMENT = 5 * MINUTE
_NEAR = 40 * MINUTE  # between what two reporters tell of one moment
_NEAR_PART = 2 * HOUR  # from what is called the morning
_LONGER = 1.5
_FARTHEST = 14 * HOUR  # between a clock on Earth and UTC


def compare_times(one: TimeValue | None, other: TimeValue | None) -> Verdict:
    """SAME for intervals that are equal or as good as equal, NEVER where they exclude each other."""
    if one is None or other is None:
        return Verdict.LIKELY
    other = _on_clock_of(one, other)
    if one == other:
        return Verdict.SAME if length(one) is not None else Verdict.LIKELY
    if intersection(one, other) is None:
        return Verdict.LIKELY if _clocks_may_differ(one, other) else Verdict.NEVER
    lengths = (length(one), length(other))
    if lengths[0] is None or lengths[1] is None:
        return Verdict.LIKELY
    return Verdict.SAME if max(lengths[0], lengths[1]) <= WEEK else Verdict.LIKELY


def put_off(plan: TimeValue | None, done: TimeValue | None) -> int | None:
    """Seconds between the end of the day that a plan names and what was done a few days later; None otherwise."""
    if plan is None or done is None or (length(plan) or WEEK) > DAY or (length(done) or WEEK) > DAY:
        return None
    gap = (done.earliest_start or 0) - (plan.latest_end or 0)
    return gap if 0 <= gap < PUT_OFF else None


def are_other_periods(one: TimeValue | None, other: TimeValue | None) -> bool:
    """Whether two last long, and one much longer: what a year and one of its quarters brought is counted apart."""
    lengths = [length(time) or 0 for time in (one, other) if time is not None]
    return len(lengths) > 1 and min(lengths) > WEEK and max(lengths) > _LONGER * min(lengths)


def agree_in_time(one: Mention, other: Mention) -> bool:
    """Whether two dated mentions may be of one day."""
    return one.time is not None and other.time is not None and compare_times(one.time, other.time) is not Verdict.NEVER


def are_near(one: TimeValue | None, other: TimeValue | None) -> bool:
    """Whether two times within a day are so near that two reporters may have told one moment: 10:50, 10:57; 05:10, "in
    the morning".
    """
    if one is None or other is None:
        return False
    other = _on_clock_of(one, other)
    lengths = length(one), length(other)
    if any(long is None or long >= DAY for long in lengths):
        return False
    gap = max(one.earliest_start or 0, other.earliest_start or 0) - min(one.latest_end or 0, other.latest_end or 0)
    return gap <= (_NEAR if max(long or 0 for long in lengths) <= _MOMENT else _NEAR_PART)


def _on_clock_of(one: TimeValue, other: TimeValue) -> TimeValue:
    """A clock reading as the clock of another shows it, where both zones are known: 05:10 CET is 04:10 UTC."""
    if not (one.is_clock and other.is_clock) or one.offset is None or other.offset in (None, one.offset):
        return other
    return replace(other.moved((one.offset - (other.offset or 0)) * MINUTE), zone=one.zone, offset=one.offset)


def _clocks_may_differ(one: TimeValue, other: TimeValue) -> bool:
    """Whether one is told in UTC and the other on a clock that nobody names, no farther off than clocks are."""
    for utc, local in ((one, other), (other, one)):
        if utc.zone in _UTC and local.offset is None and length(utc) is not None and length(local) is not None:
            (first, last), (begin, end) = utc.utc, local.utc
            gap = max((begin or 0) - (last or 0), (first or 0) - (end or 0))
            return gap < _FARTHEST and max(length(utc) or 0, length(local) or 0) <= DAY
    return False


def length(time: TimeValue) -> int | None:
    """Seconds between the outer bounds; None where one is open."""
    if time.earliest_start is None or time.latest_end is None:
        return None
    return time.latest_end - time.earliest_start
