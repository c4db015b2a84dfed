"""Stretches of time in which nothing happened, between the first event and the last."""

import numpy as np

from timeline_app.chart.columns import EventColumns, Floats
from timeline_app.chart.viewport import Viewport

_NARROWEST = 90.0  # pixels under which a gap is not worth a label
_MOST = 12  # in view


def gaps(columns: EventColumns) -> tuple[Floats, Floats]:
    """Begins and ends (days) of the stretches that no event touches, in order of time."""
    if not len(columns):
        return np.zeros(0), np.zeros(0)
    reached = np.maximum.accumulate(columns.end)[:-1]
    following = columns.begin[1:]
    empty = np.flatnonzero(following > reached)
    return reached[empty], following[empty]


def gaps_in_view(found: tuple[Floats, Floats], view: Viewport) -> list[tuple[float, float]]:
    """The longest of the gaps that can be seen and are wide enough for a label, in order of time (days)."""
    begin, end = found
    seen = (end > view.begin) & (begin < view.end)
    wide = (np.minimum(end, view.end) - np.maximum(begin, view.begin)) * view.scale >= _NARROWEST
    chosen = np.flatnonzero(seen & wide)
    longest = np.sort(chosen[np.argsort(begin[chosen] - end[chosen], kind="stable")[:_MOST]])
    return list(zip(begin[longest].tolist(), end[longest].tolist(), strict=True))


def length_words(days: float) -> tuple[int, str]:
    """A length in the unit that a person would tell it in: (3, "day"), (14, "month")."""
    if days < 2:
        return max(round(days * 24), 1), "hour"
    if days < 60:
        return round(days), "day"
    if days < 731:
        return round(days / 30.436875), "month"
    return round(days / 365.2425), "year"
