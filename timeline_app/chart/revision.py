"""Columns after a change of a few events, without reading all the others."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from timeline_app.chart.columns import (
    EventColumns,
    Floats,
    Ints,
    Look,
    Shown,
    bounds_of,
    by_lane,
    drawn,
    look_of,
    weight_of,
)
from timeline_app.chart.grouping import OTHER, lane_key
from timeline_app.model.calendar import DAY
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, LinkRole

_BOUNDS = ("outer_start", "inner_start", "inner_end", "outer_end")
_PLACING = ("begin", "end", "lane", "title_length")
_OPEN = Look.OPEN_START | Look.OPEN_END


def revise_columns(
    columns: EventColumns, document: TimelineDocument, changed: Iterable[str], shown: Shown
) -> EventColumns | None:
    """The columns with some events as the document has them now: changed, come or gone.

    None where a lane comes or goes, and where there were no events: then all are to be read.
    """
    come = [e for i in sorted(changed) if (e := document.events.get(i)) is not None and shown.includes(e)]
    gone = np.array(sorted(columns.rows_of(changed)), dtype=np.int64)
    lane = _lanes_of(columns, document, come)
    if not len(columns) or lane is None:
        return None
    counts = np.bincount(columns.lane, minlength=len(columns.lanes))
    counts += np.bincount(lane, minlength=len(counts)) - np.bincount(columns.lane[gone], minlength=len(counts))
    if not counts.all():
        return None
    bounds = np.array([bounds_of(event.time, columns.zone) for event in come], dtype=np.float64).reshape(-1, 4)
    bounds = bounds / DAY - columns.origin
    rows = [columns.row_of(event.id) for event in come]
    if len(gone) == len(come) and all(row is not None for row in rows):
        kept = np.array(rows, dtype=np.int64)
        if _stands_still(columns, kept, bounds, lane):
            return _restyled(columns, kept, come, document)
    return _replaced(columns, gone, come, bounds, lane, document)


def _stands_still(columns: EventColumns, rows: Ints, bounds: Floats, lane: Ints) -> bool:
    old = np.stack([getattr(columns, name)[rows] for name in _BOUNDS], axis=1)
    return bool(np.array_equal(old, bounds) and np.array_equal(columns.lane[rows], lane))


def _restyled(columns: EventColumns, rows: Ints, events: list[Event], document: TimelineDocument) -> EventColumns:
    """The columns with another look and label of some events that stand where they stood."""
    look, length, weight = columns.look.copy(), columns.title_length.copy(), columns.weight.copy()
    look[rows], length[rows], weight[rows] = _appearance(events, document)
    return replace(columns, look=look, title_length=length, weight=weight)


def _appearance(events: list[Event], document: TimelineDocument) -> tuple[Ints, Ints, Floats]:
    """Look, length of the title and weight of events."""
    look = np.array([look_of(e, _is_contradicted(document, e)) for e in events], dtype=np.int64)
    length = np.array([len(e.title) for e in events], dtype=np.int64)
    return look, length, np.array([weight_of(e) for e in events], dtype=np.float64)


def same_places(one: EventColumns, other: EventColumns) -> bool:
    """Whether events stand in the same rows with the same extents and room for labels."""
    return (
        len(one) == len(other)
        and one.lanes == other.lanes
        and all(_equal(getattr(one, name), getattr(other, name)) for name in _PLACING)
        and bool(np.array_equal(one.look & _OPEN, other.look & _OPEN))
    )


def _equal(one: Floats | Ints, other: Floats | Ints) -> bool:
    return one is other or bool(np.array_equal(one, other))


def _lanes_of(columns: EventColumns, document: TimelineDocument, events: list[Event]) -> Ints | None:
    number = {lane.key: i for i, lane in enumerate(columns.lanes)}
    other = number.get(OTHER, -1)
    lanes = [number.get(lane_key(document, event, document.settings.lanes_by), other) for event in events]
    return None if -1 in lanes else np.array(lanes, dtype=np.int64)


def _replaced(
    columns: EventColumns, gone: Ints, come: list[Event], bounds: Floats, lane: Ints, document: TimelineDocument
) -> EventColumns:
    """The columns without the rows `gone`, and with the events that `come` in their places."""
    begin, end = drawn(bounds)
    at = _places(np.delete(columns.begin, gone), np.delete(columns.end, gone), begin, end)
    for i, event in enumerate(come):
        row = columns.row_of(event.id)
        if row is not None and (columns.begin[row], columns.end[row]) == (begin[i], end[i]):
            at[i] = row - int(np.searchsorted(gone, row))  # nothing moved: it keeps its row among its equals
    order = np.lexsort((end, begin, at))
    come, at = [come[i] for i in order.tolist()], at[order]
    look, length, weight = _appearance(come, document)
    new = dict(zip(_BOUNDS, bounds[order].T, strict=True))
    new |= {"begin": begin[order], "end": end[order], "lane": lane[order]}
    new |= {"look": look, "title_length": length, "weight": weight}
    made = {name: np.insert(np.delete(getattr(columns, name), gone), at, value) for name, value in new.items()}
    ids = columns.ids.without(gone).inserted(at, [event.id for event in come])
    return replace(columns, ids=ids, by_lane=by_lane(made["lane"]), **made)  # type: ignore[arg-type]  # names of arrays


def _places(begin: Floats, end: Floats, new_begin: Floats, new_end: Floats) -> Ints:
    """Where new rows go among rows that are sorted by begin, then end."""
    low = np.searchsorted(begin, new_begin, side="left")
    high = np.searchsorted(begin, new_begin, side="right")
    inside = [np.searchsorted(end[a:b], value, side="right") for a, b, value in zip(low, high, new_end, strict=True)]
    return low + np.array(inside, dtype=np.int64)


def _is_contradicted(document: TimelineDocument, event: Event) -> bool:
    return any(link.role is LinkRole.CONTRADICTS for link in document.links_of_event(event.id))
