"""Which labels are drawn and where: beside their bars, never over another bar or label, never cut at an edge."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

import numpy as np

from timeline_app.chart.arrangement import GAP, MIN_BAR, TAIL
from timeline_app.chart.columns import EventColumns, Floats, Ints, Look
from timeline_app.chart.viewport import Viewport

MIN_LABEL = 42.0  # pixels under which a label says nothing
MAX_LABELS = 320  # in one frame
_ENOUGH = 0.7  # of a label, to move it left of its bar where it is cut all the same


class Side(Enum):
    """Where a label stands with respect to its bar."""

    RIGHT = "right"
    LEFT = "left"
    OVER = "over"  # on the bar itself, which fills the view


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for the label of `event` (a row of the columns): from pixel `x`, `width` wide."""

    event: int
    row: int
    x: float
    width: float
    side: Side


def place_labels(
    columns: EventColumns,
    events: Ints,
    rows: Ints,
    view: Viewport,
    measure: Callable[[int], float],
    *,
    important: frozenset[int] = frozenset(),
    reach: Mapping[int, tuple[float, float]] = MappingProxyType({}),
) -> list[Slot]:
    """Slots for the labels of `events` (in view, sorted by row and begin), the heavier events first where too many.

    `measure` tells the width in pixels of an event's whole label; `important` rows (the selected) go before all.
    What else is drawn for an event may `reach` over its bar: from pixel, to pixel.
    """
    if not len(events):
        return []
    left, right = bar_pixels(columns, events, view)
    for event, (first, last) in reach.items():
        at = np.flatnonzero(events == event)
        left[at], right[at] = np.minimum(left[at], first), np.maximum(right[at], last)
    following = np.append(left[1:], np.inf)
    last_of_row = np.append(rows[1:] != rows[:-1], True)
    room_right = np.where(last_of_row, np.inf, following) - right - 2 * GAP
    likely = np.flatnonzero((room_right >= MIN_LABEL) | (right > view.width - MIN_LABEL))
    if len(likely) > MAX_LABELS:
        likely = _heaviest(columns, events, likely, important)
    slots: list[Slot] = []
    occupied: dict[int, float] = {}  # right edge of what was drawn last, by row
    for i in likely.tolist():
        event, row = int(events[i]), int(rows[i])
        width = measure(event)
        before = -np.inf if i == 0 or rows[i - 1] != row else float(right[i - 1])
        free_left = max(before + GAP, occupied.get(row, 0.0) + GAP, 4.0)
        slot = _slot(event, row, (float(left[i]), float(right[i])), float(room_right[i]), free_left, width, view)
        if slot:
            slots.append(slot)
            occupied[row] = slot.x + slot.width
    return slots


def bar_pixels(columns: EventColumns, events: Ints, view: Viewport) -> tuple[Floats, Floats]:
    """Left and right pixels of what is drawn for each event, open ends included."""
    left = (columns.begin[events] - view.begin) * view.scale
    right = (columns.end[events] - view.begin) * view.scale
    look = columns.look[events]
    right = np.where(look & (Look.OPEN_START | Look.OPEN_END), right, np.maximum(right, left + MIN_BAR))
    return left - np.where(look & Look.OPEN_START, TAIL, 0.0), right + np.where(look & Look.OPEN_END, TAIL, 0.0)


def _heaviest(columns: EventColumns, events: Ints, likely: Ints, important: frozenset[int]) -> Ints:
    weight = columns.weight[events[likely]].copy()
    if important:
        weight[np.isin(events[likely], list(important))] += 100.0
    kept = np.argpartition(-weight, MAX_LABELS)[:MAX_LABELS]
    return np.sort(likely[kept])


def _slot(
    event: int,
    row: int,
    bar: tuple[float, float],
    room_right: float,
    free_left: float,
    wanted: float,
    view: Viewport,
) -> Slot | None:
    left, right = bar
    if right < 0 or left > view.width:
        return None
    to_edge = view.width - right - GAP - 4.0
    room = min(room_right, to_edge)
    if room >= wanted:
        return Slot(event, row, right + GAP, wanted, Side.RIGHT)
    if to_edge < room_right:  # the edge of the view is in the way: the other side may do better
        room_left = left - GAP - free_left
        if room_left >= wanted:
            return Slot(event, row, left - GAP - wanted, wanted, Side.LEFT)
        inside = min(right, view.width) - max(left, 0.0) - 2 * GAP
        if inside >= max(room, room_left, MIN_LABEL):
            return Slot(event, row, max(left, free_left) + GAP, min(inside, wanted), Side.OVER)
        if room < MIN_LABEL <= room_left or room_left > max(room, _ENOUGH * wanted):
            return Slot(event, row, left - GAP - room_left, room_left, Side.LEFT)
    if room >= MIN_LABEL:
        return Slot(event, row, right + GAP, min(room, wanted), Side.RIGHT)
    return None
