"""Places events on rows: lanes, tracks inside a lane, and clusters where too many events share a few pixels.

The placing depends on the zoom only through its octave (a power of two of pixels per day), so that nothing jumps while
panning or on a small zoom.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from timeline_app.chart.columns import Bools, EventColumns, Floats, Ints, Look
from timeline_app.chart.stacking import apart, crowds, first_fit

ROW = 20.0  # pixels from one track to the next
LANE_PADDING = 6.0  # pixels above and below the tracks of a lane
COLLAPSED = 26.0  # height of a folded lane, pixels
MIN_BAR = 5.0  # narrowest bar, pixels
TAIL = 44.0  # length of an open end, pixels
GAP = 8.0  # between a bar or its label and the next bar, pixels
PILL = 34.0  # least width of a cluster, pixels: that of its count
CELL = 72.0  # width of a cluster cell, pixels
CROWD = 10  # short events in a cell beyond which they make a cluster, where there is no room for more
MAX_TRACKS = 12
LABEL_WIDTHS = (640.0, 280.0, 160.0, 80.0, 0.0)  # most room kept for a label, where fewer or more events meet
ALL_AT_ONCE = 20_000  # above this many events only a window of time is arranged


@dataclass(frozen=True, slots=True)
class Folding:
    """Lanes (by key) that are folded to a strip, and those whose events are stacked without limit."""

    collapsed: frozenset[str] = frozenset()
    expanded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where events stand.  `row` numbers all tracks of all lanes from the top; `events` are rows of the columns,
    sorted by (row, begin).  Clusters gather events that have no bar of their own at this zoom.
    """

    octave: int
    window: tuple[float, float]  # days that were arranged
    events: Ints
    row: Ints
    row_y: Floats  # centre of each row, pixels from the top of the first lane
    row_start: Ints  # where each row begins in `events`, one more entry than rows
    row_clusters: Bools  # whether clusters stand in the row
    lane_top: Floats
    lane_height: Floats
    lane_count: Ints  # events in each lane
    cluster_lane: Ints
    cluster_row: Ints
    cluster_begin: Floats
    cluster_end: Floats
    cluster_members: Ints  # rows of the columns, cluster by cluster
    cluster_start: Ints  # where each cluster begins in `cluster_members`, one more entry than clusters

    @property
    def height(self) -> float:
        """All lanes together, pixels."""
        return float(self.lane_top[-1] + self.lane_height[-1]) if len(self.lane_top) else 0.0

    def cluster_size(self) -> Ints:
        """Number of events in each cluster."""
        return np.diff(self.cluster_start)

    def clusters_of(self, members: Ints) -> int:
        """How many clusters gather any of these events."""
        marks = np.isin(self.cluster_members, members).astype(np.int64)
        return int(np.count_nonzero(np.add.reduceat(marks, self.cluster_start[:-1]))) if len(marks) else 0

    def members(self, cluster: int) -> Ints:
        """Rows of the columns that a cluster gathers."""
        return self.cluster_members[self.cluster_start[cluster] : self.cluster_start[cluster + 1]]


def octave_of(scale: float) -> int:
    """The octave of a scale in pixels per day."""
    return math.floor(math.log2(scale) + 1e-9)


def arrange(
    columns: EventColumns,
    octave: int,
    *,
    folding: Folding = Folding(),
    window: tuple[float, float] | None = None,
    label_width: Floats | None = None,
    max_tracks: int = MAX_TRACKS,
    crowd: int = CROWD,
    row_height: float = ROW,
) -> Arrangement:
    """Arranges the events (of `window`, in days, where given), with room for labels of these widths in pixels.

    More than `crowd` short events in a cell are gathered, and those for which no track of `max_tracks` is free.
    """
    scale = 2.0**octave
    events = columns.by_lane
    if window is not None:
        events = events[((columns.end >= window[0]) & (columns.begin <= window[1]))[events]]
    begin, lane = columns.begin[events], columns.lane[events]
    left, right = _extents(begin, columns.end[events], columns.look[events], scale)
    cell = _cells(lane, begin, scale)
    collapsed = np.array([entry.key in folding.collapsed for entry in columns.lanes], dtype=bool)
    expanded = np.array([entry.key in folding.expanded for entry in columns.lanes], dtype=bool)

    track = np.full(len(events), -1, dtype=np.int64)
    alone = ~(_crowded(cell, (right - left) * scale < CELL, crowd) & ~expanded[lane])
    rank = np.flatnonzero(alone & ~collapsed[lane])
    limit = len(events) if expanded.any() else max_tracks
    if len(rank):
        wanted = np.zeros(len(rank)) if label_width is None else label_width[events[rank]]
        room = _label_room(wanted, lane[rank], left[rank], right[rank], scale, max_tracks)
        track[rank] = first_fit(*apart(lane[rank], left[rank], right[rank] + room / scale), limit)
        over = (track >= max_tracks) & ~expanded[lane]
        track[over] = -1
    return _assemble(columns, octave, window, events, begin, lane, track, right, cell, collapsed, row_height)


def heightened(arrangement: Arrangement, least_heights: Floats) -> Arrangement:
    """The same with lanes of at least these heights, pixels."""
    extra = np.maximum(least_heights - arrangement.lane_height, 0.0)
    shift = np.cumsum(extra) - extra
    lane = np.searchsorted(arrangement.lane_top, arrangement.row_y, side="right") - 1
    return replace(
        arrangement,
        row_y=arrangement.row_y + shift[lane],
        lane_top=arrangement.lane_top + shift,
        lane_height=arrangement.lane_height + extra,
    )


def neighbours(columns: EventColumns, row: int, octave: int) -> int:
    """How many short events of an event's lane begin in its cell at an octave."""
    lane = columns.by_lane[slice(*columns.lane_starts[[columns.lane[row], columns.lane[row] + 1]].tolist())]
    days = CELL / 2.0**octave
    first = math.floor(float(columns.begin[row]) / days) * days
    low, high = np.searchsorted(columns.begin[lane], (first, first + days))
    beside = lane[low:high]
    return int(np.count_nonzero(columns.end[beside] - columns.begin[beside] < days))


def _extents(begin: Floats, end: Floats, look: Ints, scale: float) -> tuple[Floats, Floats]:
    """Left and right of what is drawn for each event, in days at this scale."""
    right = np.maximum(end, begin + MIN_BAR / scale)
    if not np.bitwise_or.reduce(look, initial=0) & (Look.OPEN_START | Look.OPEN_END):
        return begin, right
    left = begin - np.where(look & Look.OPEN_START, TAIL / scale, 0.0)
    return left, right + np.where(look & Look.OPEN_END, TAIL / scale, 0.0)


def _cells(lane: Ints, begin: Floats, scale: float) -> Ints:
    """A number for the cell that each event begins in.  Events come by lane and begin, and so do the numbers."""
    cell = np.floor(begin * (scale / CELL)).astype(np.int64)
    low = int(cell.min()) if len(cell) else 0
    width = int(cell.max()) - low + 1 if len(cell) else 1
    numbered: Ints = lane * width + (cell - low)
    return numbered


def _runs(cell: Ints) -> Ints:
    """Where each run of equal numbers begins."""
    return np.flatnonzero(np.concatenate((np.ones(min(len(cell), 1), dtype=bool), cell[1:] != cell[:-1])))


def _crowded(cell: Ints, short: Bools, crowd: int) -> Bools:
    """Short events that share a cell of their lane with many others."""
    crowded = np.zeros(len(cell), dtype=bool)
    among = np.flatnonzero(short)
    start = _runs(cell[among])
    count = np.diff(start, append=len(among))
    crowded[among] = np.repeat(count > crowd, count)
    return crowded


def _label_room(label: Floats, lane: Ints, left: Floats, right: Floats, scale: float, max_tracks: int) -> Floats:
    """Pixels to keep free right of each event: all of its label where that fits, less where many events meet."""
    room = np.minimum(label, LABEL_WIDTHS[0]) + 2 * GAP
    for narrower in LABEL_WIDTHS[1:]:
        busy = crowds(lane, left, right + room / scale, max_tracks)
        if not busy.any():
            break
        room = np.where(busy, np.minimum(room, narrower + GAP), room)
    return room


def _assemble(
    columns: EventColumns,
    octave: int,
    window: tuple[float, float] | None,
    events: Ints,
    begin: Floats,
    lane: Ints,
    track: Ints,
    right: Floats,
    cell: Ints,
    collapsed: Bools,
    row_height: float,
) -> Arrangement:
    lanes = len(columns.lanes)
    hidden = np.flatnonzero((track < 0) & ~collapsed[lane])
    stands = track >= 0
    clustered = (np.bincount(lane[hidden], minlength=lanes) > 0).astype(np.int64)
    tracks = np.zeros(lanes, dtype=np.int64)
    np.maximum.at(tracks, lane[stands], track[stands] + 1)
    gathered = np.ones(len(hidden), dtype=bool)
    gathered[_singles(lane[hidden], begin[hidden], right[hidden], cell[hidden], 2.0**octave)] = False
    stands[hidden[~gathered]] = True  # with track -1: beside the clusters of its lane
    hidden = hidden[gathered]
    shown = np.flatnonzero(stands)
    rows = np.maximum(tracks + clustered, 1)
    first_row = np.concatenate(([0], np.cumsum(rows)))
    height = np.where(collapsed, COLLAPSED, rows * row_height + 2 * LANE_PADDING)
    top = np.concatenate(([0.0], np.cumsum(height)[:-1])) if lanes else np.zeros(0)
    row_lane = np.repeat(np.arange(lanes), rows)
    in_lane = np.arange(first_row[-1]) - first_row[:-1][row_lane]
    row_y = np.where(
        collapsed[row_lane], top[row_lane] + COLLAPSED / 2, top[row_lane] + LANE_PADDING + (in_lane + 0.5) * row_height
    )
    row = first_row[lane[shown]] + clustered[lane[shown]] + track[shown]
    order = np.lexsort((begin[shown], row))
    row = row[order]
    clusters = _clusters(lane[hidden], begin[hidden], right[hidden], cell[hidden], events[hidden], 2.0**octave)
    return Arrangement(
        octave=octave,
        window=window if window is not None else (-math.inf, math.inf),
        events=events[shown][order],
        row=row,
        row_y=row_y,
        row_start=np.searchsorted(row, np.arange(first_row[-1] + 1)),
        row_clusters=np.isin(np.arange(first_row[-1]), first_row[clusters[0]]),
        lane_top=top,
        lane_height=height,
        lane_count=np.bincount(columns.lane, minlength=lanes) if lanes else np.zeros(0, dtype=np.int64),
        cluster_lane=clusters[0],
        cluster_row=first_row[clusters[0]],
        cluster_begin=clusters[1],
        cluster_end=clusters[2],
        cluster_members=clusters[3],
        cluster_start=clusters[4],
    )


def _singles(lane: Ints, begin: Floats, right: Floats, cell: Ints, scale: float) -> Ints:
    """Those that are alone in their cell and do not reach into its neighbours: a cluster of one would be a riddle."""
    start = _runs(cell)
    if not len(start):
        return start
    count, first, lanes = np.diff(start, append=len(cell)), _cluster_begin(begin[start], scale), lane[start]
    reach = np.maximum(np.maximum.reduceat(right, start), first + PILL / scale) + GAP / scale
    clear = np.concatenate(((lanes[1:] != lanes[:-1]) | (reach[:-1] <= first[1:]), [True]))
    alone: Ints = start[(count == 1) & clear & np.concatenate(([True], clear[:-1]))]
    return alone


def _clusters(
    lane: Ints, begin: Floats, right: Floats, cell: Ints, events: Ints, scale: float
) -> tuple[Ints, Floats, Floats, Ints, Ints]:
    """Lane, begin, end, members and member offsets of the clusters, one for each cell that has hidden events."""
    start = _runs(cell)
    if not len(start):
        none = np.zeros(0, dtype=np.int64)
        return none, np.zeros(0), np.zeros(0), none, np.zeros(1, dtype=np.int64)
    first = _cluster_begin(begin[start], scale)
    end = np.minimum(np.maximum.reduceat(right, start), np.maximum(_cell_edge(first, scale), first + MIN_BAR / scale))
    return lane[start], first, end, events, np.append(start, len(lane))


def _cell_edge(begin: Floats, scale: float) -> Floats:
    """Where the cell ends that a time is in, but for two pixels between clusters."""
    edge: Floats = (np.floor(begin * (scale / CELL)) + 1) * (CELL / scale) - 2 / scale
    return edge


def _cluster_begin(first: Floats, scale: float) -> Floats:
    """Where a cluster begins: with its first event, or before it in the same cell where its count needs the room."""
    begin: Floats = np.minimum(first, _cell_edge(first, scale) - PILL / scale)
    return begin
