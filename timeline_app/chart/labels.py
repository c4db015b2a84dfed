"""Which labels are drawn and where: beside their bars, never over another bar or label, never cut at an edge."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from timeline_app.chart.arrangement import GAP, MIN_BAR, TAIL
from timeline_app.chart.columns import EventColumns, Floats, Ints, Look
from timeline_app.chart.viewport import Viewport

MIN_LABEL = 42.0  # pixels under which a label says nothing
MAX_LABELS = 320  # in one frame
_NONE: Ints = np.zeros(0, dtype=np.int64)
_ENOUGH = 0.7  # of a label, to move it left of its bar where it is cut all the same


class Side(Enum):
    """Where a label stands with respect to its bar."""

    RIGHT = "right"
    LEFT = "left"
    OVER = "over"  # on the bar itself, which fills the view


class Slot(NamedTuple):
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
    measure: Callable[[Ints], Floats],
    *,
    important: Ints = _NONE,
    reach: Mapping[int, tuple[float, float]] = MappingProxyType({}),
    most: int = MAX_LABELS,
) -> list[Slot]:
    """Slots for the labels of `events` (in view, sorted by row and begin), the heavier first where more than `most`.

    `measure` tells the widths in pixels of whole labels; `important` events (the selected) go before all.
    What else is drawn for an event may `reach` over its bar: from pixel, to pixel.
    """
    if not len(events):
        return []
    left, right = bar_pixels(columns, events, view)
    for event, (first, last) in reach.items():
        at = np.flatnonzero(events == event)
        left[at], right[at] = np.minimum(left[at], first), np.maximum(right[at], last)
    same_row = rows[1:] == rows[:-1]
    before = np.concatenate(([-np.inf], np.where(same_row, right[:-1], -np.inf)))
    room_right = np.append(np.where(same_row, left[1:], np.inf), np.inf) - right - 2 * GAP
    likely = np.flatnonzero((room_right >= MIN_LABEL) | (right > view.width - MIN_LABEL))
    if len(likely) > most:
        likely = _heaviest(columns, events, likely, important, most)
    places = _Places(
        events[likely],
        rows[likely],
        left[likely],
        right[likely],
        before[likely],
        room_right[likely],
        measure(events[likely]),
    )
    return places.slots(view)


@dataclass(frozen=True, slots=True)
class _Places:
    """What is known of each event that may get a label, sorted by row and begin."""

    event: Ints
    row: Ints
    left: Floats  # of the bar, pixels
    right: Floats
    before: Floats  # where the bar before it in its row ends
    room_right: Floats  # up to the bar after it
    wanted: Floats

    def slots(self, view: Viewport) -> list[Slot]:
        """Right of each bar where that will do; where the view's edge is in the way, the other side may do better."""
        to_edge = view.width - self.right - GAP - 4.0
        room = np.minimum(self.room_right, to_edge)
        seen = (self.right >= 0) & (self.left <= view.width)
        at_edge = seen & (room < self.wanted) & (to_edge < self.room_right)
        beside = seen & ~at_edge & (room >= np.minimum(self.wanted, MIN_LABEL))
        width = np.minimum(room, self.wanted)
        some = np.flatnonzero(beside | at_edge)
        known = (self.event, self.row, self.right + GAP, width, at_edge, room)
        slots: list[Slot] = []
        for i, event, row, x, pixels, is_at_edge, left in zip(
            some.tolist(), *(each[some].tolist() for each in known), strict=True
        ):
            if is_at_edge:
                slot = self._slot_at_edge(i, slots[-1] if slots else None, left, view)
            else:
                slot = Slot(event, row, x, pixels, Side.RIGHT)
            if slot:
                slots.append(slot)
        return slots

    def _slot_at_edge(self, i: int, last: Slot | None, room: float, view: Viewport) -> Slot | None:
        event, row, wanted = self.event.item(i), self.row.item(i), self.wanted.item(i)
        left, right = self.left.item(i), self.right.item(i)
        taken = last.x + last.width + GAP if last is not None and last.row == row else GAP
        free_left = max(self.before.item(i) + GAP, taken, 4.0)
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


def bar_pixels(columns: EventColumns, events: Ints, view: Viewport) -> tuple[Floats, Floats]:
    """Left and right pixels of what is drawn for each event, open ends included."""
    left = (columns.begin[events] - view.begin) * view.scale
    right = (columns.end[events] - view.begin) * view.scale
    look = columns.look[events]
    right = np.where(look & (Look.OPEN_START | Look.OPEN_END), right, np.maximum(right, left + MIN_BAR))
    return left - np.where(look & Look.OPEN_START, TAIL, 0.0), right + np.where(look & Look.OPEN_END, TAIL, 0.0)


def _heaviest(columns: EventColumns, events: Ints, likely: Ints, important: Ints, most: int) -> Ints:
    weight = columns.weight[events[likely]].copy()
    weight[np.isin(events[likely], important)] += 100.0
    kept = np.argpartition(-weight, most)[:most]
    return np.sort(likely[kept])
