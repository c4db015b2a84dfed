"""Columns of a large project that was just opened, from its digest: no record is read for them."""

from collections.abc import Mapping

import numpy as np

from timeline_app.chart.columns import (
    MODALITY_LOOK,
    REVIEWED,
    STATUS_LOOK,
    Bools,
    EventColumns,
    EventRow,
    Floats,
    Ints,
    Look,
    assembled,
    build_columns,
    drawn,
    origin_of,
    usable_zone,
)
from timeline_app.chart.event_ids import EventIds
from timeline_app.chart.grouping import Lane, lanes_of
from timeline_app.model.calendar import DAY
from timeline_app.model.digest import MODALITIES, OPEN, STATUSES, UNITS, EventDigest, order_of
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Status
from timeline_app.model.zone import to_zone

_BOUNDS = ("earliest_start", "latest_start", "earliest_end", "latest_end")
_FIELDS = (
    "modality", "status", "approximate", "contradicted", "confidence", "origins", "title_length",
)  # fmt: skip
_WHERE_OPEN = np.array([[-np.inf], [-np.inf], [np.inf], [np.inf]])
_LANES = ("source", "status", "modality", "none")  # attributes that a digest knows


def read_columns(
    document: TimelineDocument,
    *,
    show_rejected: bool,
    origin: int | None = None,
    known: dict[str, EventRow | None] | None = None,
) -> EventColumns:
    """Columns of the document's dated events, as `build_columns` makes them, from the digest where there is one."""
    digest = document.digest
    if digest is None or document.settings.lanes_by not in _LANES:
        return build_columns(document, show_rejected=show_rejected, origin=origin, known=known)
    rows = np.flatnonzero(_shown(digest, show_rejected))
    zone = usable_zone(document.settings.display_zone)
    bounds = _bounds(digest, rows, zone)
    origin = origin_of(bounds) if origin is None else origin
    bounds = bounds / DAY - origin
    order = order_of((*drawn(bounds), digest.columns["number"][rows]))
    bounds = np.stack([bound[order] for bound in bounds.T]).T  # each of the four in one piece
    rows = rows[order]
    columns = {name: digest.columns[name][rows] for name in _FIELDS}
    lanes, lane = _lanes(document, digest, rows)
    reviewed = np.array([status in REVIEWED for status in STATUSES])[columns["status"]]
    weight = columns["confidence"] + reviewed + 0.1 * np.minimum(columns["origins"], 5)
    return assembled(
        origin,
        zone,
        lanes,
        EventIds.of(digest.ids, rows, digest.rows),
        bounds,
        lane,
        _look(columns, bounds),
        columns["title_length"].astype(np.int64),
        weight.astype(np.float64),
    )


def _shown(digest: EventDigest, show_rejected: bool) -> Bools:
    placed = (digest.columns["earliest_start"] != OPEN) | (digest.columns["latest_end"] != OPEN)
    shown: Bools = digest.is_dated & placed
    return shown if show_rejected else shown & ~digest.has_status((Status.REJECTED,))


def _bounds(digest: EventDigest, rows: Ints, zone: str) -> Floats:
    """The four bounds of some rows in seconds on the clock of `zone`, infinite where open."""
    whole = np.stack([digest.columns[name][rows] for name in _BOUNDS])
    is_clock, offsets = np.array([unit.is_clock for unit in UNITS]), digest.columns["offset"][rows]
    for row in np.flatnonzero(is_clock[digest.columns["unit"][rows]] & (offsets != OPEN)).tolist():
        offset = int(offsets[row])
        whole[:, row] = [
            bound if bound == OPEN else to_zone(bound, offset, zone)[0] for bound in whole[:, row].tolist()
        ]
    return np.where(whole == OPEN, _WHERE_OPEN, whole).T


def _look(columns: Mapping[str, Ints], bounds: Floats) -> Ints:
    """The `Look` of each row, as `columns.look_of` tells it of an event."""
    by_modality = np.array([MODALITY_LOOK.get(modality, Look.PLAIN) for modality in MODALITIES], dtype=np.int64)
    by_status = np.array([STATUS_LOOK.get(status, Look.PLAIN) for status in STATUSES], dtype=np.int64)
    look: Ints = by_modality[columns["modality"]] | by_status[columns["status"]]
    outer_start, inner_start, inner_end, outer_end = bounds.T
    open_start, open_end = np.isinf(outer_start), np.isinf(outer_end)
    certain = np.isfinite(inner_start) & np.isfinite(inner_end) & (inner_start < inner_end)
    look |= np.where(open_start, Look.OPEN_START, np.where(open_end, Look.OPEN_END, 0))
    look |= np.where(~open_start & ~open_end & ~certain, Look.NO_CORE, 0)
    look |= np.where((outer_start != inner_start) | (inner_end != outer_end), Look.SOFT, 0)
    look |= np.where(columns["approximate"] > 0, Look.APPROXIMATE, 0)
    look |= np.where(columns["contradicted"] > 0, Look.DISPUTED, 0)
    return look


def _lanes(document: TimelineDocument, digest: EventDigest, rows: Ints) -> tuple[tuple[Lane, ...], Ints]:
    by = document.settings.lanes_by
    if by == "none":
        number, keys = np.zeros(len(rows), dtype=np.int64), [""]
    elif by == "source":
        number, keys = digest.columns["source"][rows].astype(np.int64), [*digest.source_ids, ""]  # -1 is the last
    else:
        names = STATUSES if by == "status" else MODALITIES
        number, keys = digest.columns[by][rows].astype(np.int64), [name.value for name in names]
    number = np.where(number < 0, len(keys) - 1, number)
    counts = np.bincount(number, minlength=len(keys))
    lanes, index = lanes_of(document, {key: n for key, n in zip(keys, counts.tolist(), strict=True) if n}, by)
    table = np.array([index.get(key, 0) for key in keys], dtype=np.int64)
    return lanes, table[number]
