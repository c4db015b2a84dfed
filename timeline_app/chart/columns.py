"""The dated events of a document as arrays, sorted by time: what every other part of the chart computes on."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.chart.event_ids import EventIds
from timeline_app.chart.grouping import Lane, lane_key, lanes_of
from timeline_app.model.annotation import Modality
from timeline_app.model.calendar import DAY
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, LinkRole, Status
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import to_zone, utc_offset

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_FEW = 64  # events whose own links are looked at, instead of all links


class Look:
    """How an event's bar differs from a plain solid one: bits of a plain integer, tested many times in each frame."""

    PLAIN = 0
    OPEN_START = 1
    OPEN_END = 2
    NO_CORE = 4  # an instant somewhere in an interval
    SOFT = 8  # an edge known only within bounds
    APPROXIMATE = 16
    PLANNED = 32
    DENIED = 64
    POSSIBLE = 128
    SUGGESTED = 256
    REJECTED = 512
    DISPUTED = 1024  # a linked sentence contradicts it


@dataclass(frozen=True, slots=True)
class EventColumns:
    """Events sorted by drawn begin.  Times are days since `origin` (a day number) on the clock of `zone`.

    `outer_start <= inner_start` and `inner_end <= outer_end` are the four bounds, infinite where open;
    `begin` and `end` are the finite stretch to draw, without the tail of an open end.
    """

    origin: int
    zone: str
    lanes: tuple[Lane, ...]
    ids: EventIds
    outer_start: Floats
    inner_start: Floats
    inner_end: Floats
    outer_end: Floats
    begin: Floats
    end: Floats
    lane: Ints
    by_lane: Ints  # rows sorted by lane, then by begin
    look: Ints  # of Look
    title_length: Ints  # characters
    weight: Floats  # which labels matter more

    def __len__(self) -> int:
        return len(self.begin)

    @property
    def extent(self) -> tuple[float, float] | None:
        """First begin and last end in days, None without events."""
        return (float(self.begin.min()), float(self.end.max())) if len(self) else None

    @property
    def lane_starts(self) -> Ints:
        """Where each lane begins in `by_lane`, one more entry than lanes."""
        return np.searchsorted(self.lane[self.by_lane], np.arange(len(self.lanes) + 1))

    def rows_of(self, ids: Iterable[str]) -> list[int]:
        """Rows of those of the ids that are drawn, in the order of the ids."""
        return self.ids.rows_of(ids)

    def row_of(self, event_id: str) -> int | None:
        """Row of an event, None when it is not drawn."""
        return next(iter(self.rows_of((event_id,))), None)


EventRow = tuple[tuple[float, float, float, float], str, int, int, float, bool]
"""What columns hold of an event: four bounds, key of the lane, look, letters of the title, weight; whether rejected."""


def build_columns(
    document: TimelineDocument,
    *,
    visible: frozenset[str] | None = None,
    show_rejected: bool = False,
    origin: int | None = None,
    known: dict[str, EventRow | None] | None = None,
) -> EventColumns:
    """Columns of the document's dated events; `visible` keeps only these ids, `origin` fixes day 0 of the axis.

    `known` holds what was read of events before, None for one that cannot be drawn, and takes what is read now.
    """
    zone, by = usable_zone(document.settings.display_zone), document.settings.lanes_by
    known = {} if known is None else known
    unknown = [event_id for event_id in document.events if event_id not in known]
    contradicted = _contradicted(document, unknown)
    for event_id in unknown:
        known[event_id] = _row_of(document, document.events[event_id], event_id in contradicted, zone, by)
    rows: dict[str, EventRow] = {}
    for event_id in document.events:
        row = known[event_id]
        if row is not None and (show_rejected or not row[-1]) and (visible is None or event_id in visible):
            rows[event_id] = row
    bounds = np.array([row[0] for row in rows.values()], dtype=np.float64).reshape(len(rows), 4)
    origin = origin_of(bounds) if origin is None else origin
    bounds = bounds / DAY - origin
    order = np.lexsort(drawn(bounds)[::-1])
    ids, made = list(rows), list(rows.values())
    made = [made[i] for i in order.tolist()]
    lanes, number = lanes_of(document, Counter(row[1] for row in made), by)
    return assembled(
        origin,
        zone,
        lanes,
        EventIds.of([ids[i] for i in order.tolist()]),
        bounds[order],
        np.array([number[row[1]] for row in made], dtype=np.int64),
        np.array([row[2] for row in made], dtype=np.int64),
        np.array([row[3] for row in made], dtype=np.int64),
        np.array([row[4] for row in made], dtype=np.float64),
    )


def _contradicted(document: TimelineDocument, event_ids: list[str]) -> set[str]:
    """Those of some events that a linked sentence contradicts."""
    several = len(event_ids) > _FEW
    links = document.links.values() if several else (link for id_ in event_ids for link in document.links_of_event(id_))
    return {link.event_id for link in links if link.role is LinkRole.CONTRADICTS}


def _row_of(document: TimelineDocument, event: Event, contradicted: bool, zone: str, by: str) -> EventRow | None:
    if not Shown(show_rejected=True).includes(event):
        return None
    return (
        bounds_of(event.time, zone),
        lane_key(document, event, by),
        look_of(event, contradicted),
        len(event.title),
        weight_of(event),
        event.status is Status.REJECTED,
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """Which events are drawn: dated ones, among `visible` where given, rejected ones only if wanted."""

    visible: frozenset[str] | None = None
    show_rejected: bool = False

    def includes(self, event: Event) -> bool:
        """Whether an event is drawn."""
        value = event.time
        return (
            value is not None
            and (value.earliest_start is not None or value.latest_end is not None)
            and (self.visible is None or event.id in self.visible)
            and (self.show_rejected or event.status is not Status.REJECTED)
        )


def assembled(
    origin: int,
    zone: str,
    lanes: tuple[Lane, ...],
    ids: EventIds,
    bounds: Floats,
    lane: Ints,
    look: Ints,
    title_length: Ints,
    weight: Floats,
) -> EventColumns:
    """Columns of events in the order of their drawn begin, with their four bounds as a row each."""
    begin, end = drawn(bounds)
    return EventColumns(
        origin=origin,
        zone=zone,
        lanes=lanes,
        ids=ids,
        outer_start=bounds[:, 0].copy(),  # of its own, because what lies in one piece is read faster
        inner_start=bounds[:, 1].copy(),
        inner_end=bounds[:, 2].copy(),
        outer_end=bounds[:, 3].copy(),
        begin=begin,
        end=end,
        lane=lane,
        by_lane=by_lane(lane),
        look=look,
        title_length=title_length,
        weight=weight,
    )


def by_lane(lane: Ints) -> Ints:
    """Rows sorted by lane, those of one lane in their order."""
    return np.argsort(lane.astype(np.int16), kind="stable")  # lanes are few, and of 16 bits numpy sorts by radix


def subset(columns: EventColumns, visible: frozenset[str]) -> EventColumns:
    """The columns of these events alone, with the lanes that they need."""
    rows = np.sort(np.array(columns.rows_of(visible), dtype=np.int64))
    lanes, lane = np.unique(columns.lane[rows], return_inverse=True)
    bounds = (columns.outer_start, columns.inner_start, columns.inner_end, columns.outer_end)
    return assembled(
        columns.origin,
        columns.zone,
        tuple(columns.lanes[i] for i in lanes.tolist()),
        columns.ids.taken(rows),
        np.stack(bounds, axis=1)[rows],
        lane.astype(np.int64).reshape(-1),
        columns.look[rows],
        columns.title_length[rows],
        columns.weight[rows],
    )


def usable_zone(name: str) -> str:
    """The zone if it can be used, else UTC."""
    try:
        utc_offset(name, 0)
    except ValueError:
        return "UTC"
    return name


def wall_seconds(seconds: int, value: TimeValue, zone: str) -> int:
    """A bound of `value` on the clock of `zone`; days and readings without a known offset stay as they are."""
    if value.is_clock and value.offset is not None:
        return to_zone(seconds, value.offset, zone)[0]
    return seconds


def bounds_of(value: TimeValue | None, zone: str) -> tuple[float, float, float, float]:
    """The four bounds in seconds on the clock of `zone`, infinite where open."""
    assert value is not None
    a, b, c, d = value.earliest_start, value.latest_start, value.earliest_end, value.latest_end
    if value.offset is not None and value.is_clock:
        a, b, c, d = (None if bound is None else wall_seconds(bound, value, zone) for bound in (a, b, c, d))
    return (
        -np.inf if a is None else a,
        -np.inf if b is None else b,
        np.inf if c is None else c,
        np.inf if d is None else d,
    )


def origin_of(bounds: Floats) -> int:
    """A day number near the middle of the data, so that floats keep the minutes of what is looked at most."""
    known = bounds[np.isfinite(bounds)]
    middle = len(known) // 2  # numpy's own median loads a module of masked arrays for it
    return int(np.partition(known, middle)[middle] // DAY) if len(known) else 0


def drawn(bounds: Floats) -> tuple[Floats, Floats]:
    """Finite begin and end: an open side starts from the bounds of the side that is known."""
    begin = np.where(np.isinf(bounds[:, 0]), np.minimum(bounds[:, 2], bounds[:, 3]), bounds[:, 0])
    end = np.where(np.isinf(bounds[:, 3]), np.maximum(bounds[:, 0], bounds[:, 1]), bounds[:, 3])
    return begin, end


MODALITY_LOOK = {
    Modality.PLANNED: Look.PLANNED,
    Modality.DENIED: Look.DENIED,
    Modality.POSSIBLE: Look.POSSIBLE,
    Modality.OPINION: Look.POSSIBLE,
}
REVIEWED = (Status.ACCEPTED, Status.EDITED, Status.STALE)
STATUS_LOOK = {Status.SUGGESTED: Look.SUGGESTED, Status.REJECTED: Look.REJECTED}


def look_of(event: Event, contradicted: bool) -> int:
    """The `Look` of a dated event."""
    value = event.time
    assert value is not None
    look = MODALITY_LOOK.get(event.modality, Look.PLAIN) | STATUS_LOOK.get(event.status, Look.PLAIN)
    if value.earliest_start is None:
        look |= Look.OPEN_START
    elif value.latest_end is None:
        look |= Look.OPEN_END
    elif value.core is None:
        look |= Look.NO_CORE
    if value.earliest_start != value.latest_start or value.earliest_end != value.latest_end:
        look |= Look.SOFT
    if value.approximate or value.uncertain:
        look |= Look.APPROXIMATE
    if contradicted:
        look |= Look.DISPUTED
    return look


def weight_of(event: Event) -> float:
    """How much an event's label matters where not all have room."""
    reviewed = event.status in REVIEWED
    return event.confidence + (1.0 if reviewed else 0.0) + 0.1 * min(event.origins, 5)
