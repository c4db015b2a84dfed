"""How many events there are along the whole period: the overview bar."""

import numpy as np

from timeline_app.chart.columns import EventColumns, Floats


def density(columns: EventColumns, begin: float, end: float, bins: int) -> Floats:
    """Events that touch each of `bins` equal stretches from `begin` to `end` (days)."""
    counts = np.zeros(bins + 1)
    if not len(columns) or end <= begin or bins < 1:
        return counts[:bins]
    scale = bins / (end - begin)
    first = np.clip(np.floor((columns.begin - begin) * scale), 0, bins - 1).astype(np.int64)
    last = np.clip(np.ceil((columns.end - begin) * scale) - 1, first, bins - 1).astype(np.int64)
    outside = (columns.end < begin) | (columns.begin > end)
    counts += np.bincount(first[~outside], minlength=bins + 1)
    counts -= np.bincount(last[~outside] + 1, minlength=bins + 1)
    filled: Floats = np.cumsum(counts)[:bins]
    return filled
