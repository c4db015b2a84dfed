"""Where dragged times come to rest, and times moved or resized by a drag."""

from dataclasses import replace
from enum import StrEnum

from timeline_app.chart.hit import Part
from timeline_app.model.calendar import DAY, HOUR, MINUTE, add_months
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

_CLOCK_STEPS = (MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY)
_STEP_PIXELS = 4.0
_WHOLE_UNIT_PIXELS = 600.0  # a month or year drawn narrower than this moves by whole units


class Edge(StrEnum):
    """How a drag of an edge treats a sharp edge."""

    MOVE = "move"
    SOFTEN = "soften"


def step(value_is_clock: bool, scale: float) -> int:
    """Seconds between resting places at `scale` pixels per day; days and coarser rest on days."""
    if not value_is_clock:
        return DAY
    return next((s for s in _CLOCK_STEPS if s * scale / DAY >= _STEP_PIXELS), DAY)


def snap(seconds: float, unit: int) -> int:
    """The nearest multiple of `unit`."""
    return round(seconds / unit) * unit


def whole_units(value: TimeValue, delta: float, scale: float) -> int | None:
    """Whole months, years ... that a drag of `delta` seconds moves a value told in them; None to move by days."""
    months = value.granularity.months
    if months is None or value.granularity.seconds * scale / DAY > _WHOLE_UNIT_PIXELS:
        return None
    return round(delta / value.granularity.seconds) * months


def shifted_months(value: TimeValue, months: int) -> TimeValue:
    """The value with every bound moved by calendar months."""

    def shift(bound: int | None) -> int | None:
        return None if bound is None else add_months(bound // DAY, months) * DAY + bound % DAY

    return replace(
        value,
        earliest_start=shift(value.earliest_start),
        latest_start=shift(value.latest_start),
        earliest_end=shift(value.earliest_end),
        latest_end=shift(value.latest_end),
    )


def resized(value: TimeValue, part: Part, delta: float, unit: int, edge: Edge = Edge.MOVE) -> TimeValue:
    """The value with one edge dragged by `delta` seconds to a multiple of `unit`, never through the other edge.

    A sharp edge moves whole, or with SOFTEN leaves one of its bounds behind; of a soft edge only the named bound moves.
    """
    low, high = value.earliest_start, value.latest_start
    begins = part in (Part.OUTER_START, Part.INNER_START)
    if not begins:
        low, high = value.earliest_end, value.latest_end
    if low is None or high is None:
        return value
    moves_low = part in (Part.OUTER_START, Part.INNER_END)
    target = snap((low if moves_low else high) + delta, unit)
    if low == high:
        if edge is Edge.SOFTEN:
            low, high = min(low, target), max(high, target)
        else:
            low = high = target
    elif moves_low:
        low = min(target, high)
    else:
        high = max(target, low)
    return _with_edge(value, low, high, unit, begins=begins)


def _with_edge(value: TimeValue, low: int, high: int, unit: int, *, begins: bool) -> TimeValue:
    """The value with new bounds of one edge, kept a step away from the other side."""
    if begins:
        limit = value.latest_end
        if limit is not None:
            low, high = min(low, limit - unit), min(high, limit)
        changed = replace(value, earliest_start=low, latest_start=high)
    else:
        limit = value.earliest_start
        if limit is not None:
            low, high = max(low, limit), max(high, limit + unit)
        changed = replace(value, earliest_end=low, latest_end=high)
    if changed != value and changed.granularity.rank > Granularity.DAY.rank:
        return replace(changed, granularity=Granularity.DAY)  # no longer the whole month, week ...
    return changed


def signed_length(seconds: int) -> str:
    """A move in words: "+3 d", "−2 h 15 min", "0"."""
    if seconds == 0:
        return "0"
    sign, rest = ("+" if seconds > 0 else "−"), abs(seconds)
    days, rest = divmod(rest, DAY)
    hours, minutes = rest // HOUR, rest % HOUR // MINUTE
    parts = [f"{days:,} d" if days else "", f"{hours} h" if hours else "", f"{minutes} min" if minutes else ""]
    return sign + " ".join(part for part in parts if part)


def signed_months(months: int) -> str:
    """A move by calendar months: "+2 months", "−1 year"."""
    if months == 0:
        return "0"
    sign, count = ("+" if months > 0 else "−"), abs(months)
    number, unit = (count // 12, "year") if count % 12 == 0 else (count, "month")
    return f"{sign}{number:,} {unit}{'' if number == 1 else 's'}"
