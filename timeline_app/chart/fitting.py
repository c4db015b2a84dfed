"""The viewport that shows all events with room for the labels at its edges."""

from math import ceil

import numpy as np

from timeline_app.chart.arrangement import GAP, MIN_BAR, PILL, TAIL
from timeline_app.chart.columns import EventColumns, Floats, Ints, Look
from timeline_app.chart.viewport import MIN_SPAN, Viewport, fitting

_BULK = 0.85  # of the events
_SQUEEZED = 8.0  # times the bulk's span, from which the bulk is shown alone at first
_DAYS_ASIDE = 1.0  # from the bulk, for what belongs to it all the same
_MARGIN = 24.0  # pixels left and right of everything


def bulk_of(columns: EventColumns) -> Ints | None:
    """Rows of the shortest stretch with the bulk of the events; None where all take less than eight times as long."""
    extent = columns.extent
    held = ceil(len(columns) * _BULK)
    if extent is None or held >= len(columns):
        return None
    middle = np.sort((columns.begin + columns.end) / 2)
    spans = middle[held - 1 :] - middle[: len(middle) - held + 1]
    first = int(np.argmin(spans))
    low, high = middle[first], middle[first + held - 1]
    inside = np.flatnonzero((columns.begin >= low - _DAYS_ASIDE) & (columns.end <= high + _DAYS_ASIDE))
    if not len(inside):
        return None
    span = float(columns.end[inside].max() - columns.begin[inside].min())
    return inside if span * _SQUEEZED < extent[1] - extent[0] else None


def fit_events(
    columns: EventColumns,
    width: float,
    label_width: Floats,
    most: float = 0.22,
    rows: Ints | None = None,
    also: tuple[float, float] | None = None,
) -> Viewport:
    """All events, or some `rows`, in `width` pixels, with at most the share `most` of it beyond them for labels; and
    the days `also`.

    `label_width` is in pixels; labels that find no room there can stand left of their bars.  Without events: the month
    from the origin.
    """
    if not len(columns):
        return fitting(0.0, 31.0, width)
    chosen: Ints | slice = slice(None) if rows is None else rows
    begin, end = float(columns.begin[chosen].min()), float(columns.end[chosen].max())
    if also is not None:
        begin, end = min(begin, also[0]), max(end, also[1])
    if end - begin < MIN_SPAN:  # a single instant reads best inside its day
        begin, end = begin - 0.5, end + 0.5
    look, label_width = columns.look[chosen], label_width[chosen]
    left = _MARGIN + (TAIL if np.bitwise_or.reduce(look) & Look.OPEN_START else 0.0)
    least = max(width * (1.0 - most) - left, width * 0.3) / (end - begin)  # scale, pixels a day
    longest = (TAIL + MIN_BAR + float(label_width.max()) + 3 * GAP) / least
    late = np.flatnonzero(columns.end[chosen] >= end - longest)  # the others end too early to need room at the edge
    begins, ends = columns.begin[chosen][late], columns.end[chosen][late]
    tail, label_width = np.where(look[late] & Look.OPEN_END, TAIL, 0.0), label_width[late]
    right = _MARGIN
    for _ in range(4):
        scale = max(width - left - right, width * 0.3) / (end - begin)
        bar_end = np.maximum(ends, begins + MIN_BAR / scale)
        needed = tail + label_width + 3 * GAP - (end - bar_end) * scale
        known, right = right, min(float(needed.max(initial=_MARGIN)), width * most)
        if abs(right - known) < 0.5:
            break
    return fitting(begin, end, width, left=left, right=right)


def fit_crowd(columns: EventColumns, width: float) -> Viewport:
    """All of so many events that they stand in clusters: no room is kept for labels, but for the pills at both ends."""
    begin, end = columns.extent or (0.0, 31.0)
    return fitting(begin, end, width, left=PILL + GAP, right=PILL + TAIL)
