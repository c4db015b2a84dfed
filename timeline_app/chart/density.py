"""How many events there are along the whole period: the overview bar."""

import numpy as np

from timeline_app.chart.columns import EventColumns, Floats, Ints


def density(columns: EventColumns, begin: float, end: float, bins: int) -> Floats:
    """Events that touch each of `bins` equal stretches from `begin` to `end` (days)."""
    counts = np.zeros(bins + 1)
    if not len(columns) or end <= begin or bins < 1:
        return counts[:bins]
    scale = bins / (end - begin)
    inside = np.flatnonzero((columns.end >= begin) & (columns.begin <= end))
    some: Ints | slice = slice(None) if len(inside) == len(columns) else inside
    first = np.maximum((columns.begin[some] - begin) * scale, 0.0).astype(np.int64)  # cut off, which rounds down
    last = np.ceil((columns.end[some] - begin) * scale).astype(np.int64) - 1
    first = np.minimum(first, bins - 1)
    counts += np.bincount(first, minlength=bins + 1)
    counts -= np.bincount(np.maximum(np.minimum(last, bins - 1), first) + 1, minlength=bins + 1)
    filled: Floats = np.cumsum(counts)[:bins]
    return filled
