"""What lies under a pixel: an event, one of its edges, a cluster, or nothing."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from timeline_app.chart.arrangement import MIN_BAR, PILL, ROW, TAIL, Arrangement
from timeline_app.chart.columns import EventColumns, Floats, Ints, Look
from timeline_app.chart.viewport import Viewport

REACH = 3.0  # pixels beside a bar that still hit it
EDGE = 5.0  # pixels from an end of a bar that grab its handle
BAR = 10.0  # height of a bar, pixels


class Part(StrEnum):
    """The part of an event that was hit; the inner edges are those of a soft start or end."""

    BODY = "body"
    OUTER_START = "outer start"
    INNER_START = "inner start"
    INNER_END = "inner end"
    OUTER_END = "outer end"


@dataclass(frozen=True, slots=True)
class Hit:
    """An event (its row of the columns) or a cluster (its number)."""

    event: int | None = None
    cluster: int | None = None
    part: Part = Part.BODY


def bar_extent(columns: EventColumns, event: int, view: Viewport) -> tuple[float, float]:
    """Left and right pixel of what is drawn for an event, open ends included."""
    left, right = view.x(float(columns.begin[event])), view.x(float(columns.end[event]))
    look = int(columns.look[event])
    right = right if look & (Look.OPEN_START | Look.OPEN_END) else max(right, left + MIN_BAR)
    return left - (TAIL if look & Look.OPEN_START else 0.0), right + (TAIL if look & Look.OPEN_END else 0.0)


def hit_test(columns: EventColumns, arrangement: Arrangement, view: Viewport, x: float, y: float) -> Hit | None:
    """What is at pixel (x, y), y counted from the top of the first lane; None over empty canvas."""
    if not len(arrangement.row_y):
        return None
    row = int(np.argmin(np.abs(arrangement.row_y - y)))
    if abs(float(arrangement.row_y[row]) - y) > ROW / 2:
        return None
    cluster = _cluster_at(arrangement, view, row, x)
    if cluster is not None:
        return Hit(cluster=cluster)
    return _event_at(columns, arrangement, view, row, x)


def _cluster_at(arrangement: Arrangement, view: Viewport, row: int, x: float) -> int | None:
    first, last = np.searchsorted(arrangement.cluster_row, (row, row + 1))
    if first == last:
        return None
    at = int(first + np.searchsorted(arrangement.cluster_begin[first:last], view.days(x + REACH), side="right")) - 1
    if at < first:
        return None
    left, right = cluster_extent(arrangement, at, view)
    return at if left - REACH <= x <= right + REACH else None


def cluster_extents(arrangement: Arrangement, clusters: Ints, view: Viewport) -> tuple[Floats, Floats]:
    """Left and right pixels of clusters' pills: room for the count, but never into the next one of the row."""
    left = (arrangement.cluster_begin[clusters] - view.begin) * view.scale
    right = np.maximum((arrangement.cluster_end[clusters] - view.begin) * view.scale, left + PILL)
    following = np.minimum(clusters + 1, len(arrangement.cluster_row) - 1)
    beside = (following > clusters) & (arrangement.cluster_row[following] == arrangement.cluster_row[clusters])
    next_left = (arrangement.cluster_begin[following] - view.begin) * view.scale
    right = np.where(beside, np.minimum(right, next_left - 1.0), right)
    return left, np.maximum(right, left + MIN_BAR)


def cluster_extent(arrangement: Arrangement, cluster: int, view: Viewport) -> tuple[float, float]:
    """Left and right pixel of one cluster's pill."""
    left, right = cluster_extents(arrangement, np.array([cluster]), view)
    return float(left[0]), float(right[0])


def _event_at(columns: EventColumns, arrangement: Arrangement, view: Viewport, row: int, x: float) -> Hit | None:
    first, last = int(arrangement.row_start[row]), int(arrangement.row_start[row + 1])
    begins = columns.begin[arrangement.events[first:last]]
    # an open start reaches left of its begin, so the next event may be the one under the cursor
    after = first + int(np.searchsorted(begins, view.days(x), side="right"))
    for at in (after, after - 1):
        if not first <= at < last:
            continue
        event = int(arrangement.events[at])
        left, right = bar_extent(columns, event, view)
        if left - REACH <= x <= right + REACH:
            return Hit(event=event, part=part_at(columns, event, view, x))
    return None


def part_at(columns: EventColumns, event: int, view: Viewport, x: float) -> Part:
    """The part of an event's bar at pixel `x`."""
    pixels = edge_pixels(columns, event, view)
    nearest = min(pixels, key=lambda part: abs(pixels[part] - x), default=Part.BODY)
    return nearest if nearest in pixels and abs(pixels[nearest] - x) <= EDGE else Part.BODY


def edge_pixels(columns: EventColumns, event: int, view: Viewport) -> dict[Part, float]:
    """Pixels of the edges that can be grabbed: the outer bounds, and the inner ones of soft edges.

    Empty where the bar is too narrow to be grabbed by its edges.
    """
    days = {Part.OUTER_START: float(columns.outer_start[event]), Part.OUTER_END: float(columns.outer_end[event])}
    if columns.inner_start[event] != columns.outer_start[event]:
        days[Part.INNER_START] = float(columns.inner_start[event])
    if columns.inner_end[event] != columns.outer_end[event]:
        days[Part.INNER_END] = float(columns.inner_end[event])
    pixels = {part: view.x(at) for part, at in days.items() if np.isfinite(at)}
    if len(pixels) > 1 and max(pixels.values()) - min(pixels.values()) < 4 * EDGE:
        return {}
    return pixels
