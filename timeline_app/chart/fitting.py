"""The viewport that shows all events with room for the labels at its edges."""

import numpy as np

from timeline_app.chart.arrangement import GAP, MIN_BAR, TAIL
from timeline_app.chart.columns import EventColumns, Floats, Look
from timeline_app.chart.viewport import Viewport, fitting

_MARGIN = 24.0  # pixels left and right of everything


def fit_events(columns: EventColumns, width: float, label_width: Floats, most: float = 0.22) -> Viewport:
    """All events in `width` pixels, with at most the share `most` of it beyond the last event for labels.

    `label_width` is in pixels; labels that find no room there can stand left of their bars.  Without events: the two
    weeks from the origin.
    """
    extent = columns.extent
    if extent is None:
        return fitting(-1.0, 13.0, width)
    begin, end = extent
    if end - begin < 1.0:  # a single instant reads best inside its day
        begin, end = begin - 0.5, end + 0.5
    look = columns.look
    left = _MARGIN + (TAIL if bool((look & Look.OPEN_START).any()) else 0.0)
    tail = np.where(look & Look.OPEN_END, TAIL, 0.0)
    right = _MARGIN
    for _ in range(4):
        scale = max(width - left - right, width * 0.3) / (end - begin)
        bar_end = np.maximum(columns.end, columns.begin + MIN_BAR / scale)
        needed = tail + label_width + 3 * GAP - (end - bar_end) * scale
        right = min(max(float(needed.max()), _MARGIN), width * most)
    return fitting(begin, end, width, left=left, right=right)
