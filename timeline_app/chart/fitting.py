"""The viewport that shows all events with room for the labels at its edges."""

import numpy as np

from timeline_app.chart.arrangement import GAP, MIN_BAR, TAIL
from timeline_app.chart.columns import EventColumns, Floats, Look
from timeline_app.chart.viewport import Viewport, fitting

_MARGIN = 24.0  # pixels left and right of everything
_MOST = 0.22  # of the width, for labels of the last events; longer ones stand left of their bars


def fit_events(columns: EventColumns, width: float, label_width: Floats) -> Viewport:
    """All events in `width` pixels, their labels (widths in pixels) inside as far as a fifth of the width allows.

    Without events: the two weeks from the origin.
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
        right = min(max(float(needed.max()), _MARGIN), width * _MOST)
    return fitting(begin, end, width, left=left, right=right)
