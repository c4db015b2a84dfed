"""Scene: the document as the timeline sees it, from which each frame is made.

The window's canvas and the picture share both, so that they cannot disagree.
"""

import time
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field, replace
from operator import is_

import numpy as np

from timeline_app.chart.arrangement import (
    ALL_AT_ONCE,
    CROWD,
    MAX_TRACKS,
    ROW,
    TAIL,
    Arrangement,
    Folding,
    arrange,
    heightened,
    octave_of,
)
from timeline_app.chart.columns import Bools, EventColumns, EventRow, Floats, Ints, Shown, subset
from timeline_app.chart.digested import read_columns
from timeline_app.chart.fitting import bulk_of, fit_crowd, fit_events
from timeline_app.chart.gaps import gaps, gaps_in_view
from timeline_app.chart.labels import MAX_LABELS, place_labels
from timeline_app.chart.revision import revise_columns, same_places
from timeline_app.chart.ticks import Ticks, detail_of, ticks
from timeline_app.chart.viewport import Viewport
from timeline_app.gui.timeline.event_facts import MOST_LOOKED_AT, EventFacts
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.headers import Headers
from timeline_app.gui.timeline.ink import Ink
from timeline_app.gui.timeline.markers import Marker, now_marker, publication_markers
from timeline_app.model.calendar import DAY, civil, day_number
from timeline_app.model.document import TimelineDocument
from timeline_app.workspace.dates import date_style

_KEPT_ARRANGEMENTS = 6
_MEASURED = 3_000  # most events whose labels are measured
_DETAIL_LETTERS = 8  # stands for the words after a title where they are not measured
_DEEPER = (40, 24, 16)  # tracks that a lane may take where there is room
_PORTION = 100  # events that are read in a step
_WINDOW = 1.5  # screens arranged on either side, where only a window is


@dataclass
class Scene:
    """The columns of a document with its folding and markers; arrangements are kept per octave."""

    document: TimelineDocument
    visible: frozenset[str] | None = None
    show_rejected: bool = False
    with_dates: bool = False  # labels tell each event's date, for pictures
    with_now: bool = False  # a line at the present, for the window
    with_gaps: bool = False  # stretches without any event are labelled
    most_labels: int = MAX_LABELS  # of a frame; a picture has time for more
    most_looks: int = MOST_LOOKED_AT  # bars with looks of their own, beyond which all are plain rectangles
    max_tracks: int = MAX_TRACKS  # of a lane, where the lanes do not fit the height otherwise
    height: float = 0.0  # pixels for all lanes; where there is room, lanes are deeper so that labels stand whole
    headers: Headers | None = None  # how lane names are set, where they may make lanes higher
    folding: Folding = field(default_factory=Folding)
    columns: EventColumns = field(init=False)
    facts: EventFacts = field(init=False)
    markers: tuple[Marker, ...] = field(init=False)
    _whole: EventColumns = field(init=False, repr=False)  # of all events, visible or not; not there before `refresh`

    def __post_init__(self) -> None:
        self.facts = EventFacts(self.document, with_dates=self.with_dates, looked_at=self.most_looks)
        self._arrangements: dict[int, Arrangement] = {}
        self._known_rows: dict[str, EventRow | None] = {}
        self._label_widths: Floats | None = None
        self._chosen: tuple[frozenset[int], Bools] = (frozenset(), np.zeros(0, dtype=bool))
        self._known_ticks: tuple[object, Ticks] | None = None
        self.refresh()
        self._gaps_of = (self.columns, gaps(self.columns))

    def refresh(self, changed: frozenset[str] | None = None) -> None:
        """Reads the document anew, or only the `changed` events; day 0 of the axis stays once there were events."""
        for _ in self.refreshing(changed):
            pass

    def refreshing(
        self, changed: frozenset[str] | None, ink: Ink | None = None, view: Viewport | None = None
    ) -> Iterator[None]:
        """The steps of that, in which labels are measured too, and events arranged for the zoom of a view.

        The columns stay what they were until the last one.
        """
        self._forget(changed)
        if changed is not None and hasattr(self, "_whole"):
            ids = sorted(changed)
            for start in range(0, len(ids), _PORTION):
                portion = ids[start : start + _PORTION]
                revised = revise_columns(self._whole, self.document, portion, Shown(None, self.show_rejected))
                if revised is None:
                    break
                self._whole = revised
                if ink is not None:
                    self.facts.measure(ink, portion)
                    yield
            else:
                if ink is not None and view is not None:
                    yield from self._showing_columns(ink, view)
                else:
                    self._show_columns()
                return
        self._read_all()

    def _read_all(self) -> None:
        """Reads the columns of all events, from what is known of those that did not change."""
        whole: EventColumns | None = getattr(self, "_whole", None)
        origin = whole.origin if whole is not None and len(whole) else None
        known = self._known_rows
        whole = read_columns(self.document, show_rejected=self.show_rejected, origin=origin, known=known)
        self._whole = whole if len(whole) else replace(whole, origin=_first_of_month())
        self._show_columns()
        self.refresh_markers()

    def _forget(self, changed: frozenset[str] | None) -> None:
        """Drops what was read of events that changed, or of all."""
        self.facts.forget(changed)
        for event_id in list(self._known_rows) if changed is None else changed & self._known_rows.keys():
            del self._known_rows[event_id]

    @property
    def dated_count(self) -> int:
        """How many events have a time, whether or not a filter hides them."""
        return len(self._whole)

    def show_only(self, visible: frozenset[str] | None) -> None:
        """Draws only these events, or with None all.

        A filter may be told of a change before the timeline is: events that are gone by then are not looked at.
        """
        self.visible = visible
        events = self.document.events
        gone = frozenset(event_id for event_id in self._whole.ids[:] if event_id not in events)
        if gone:
            self.refresh(gone)
        else:
            self._show_columns()

    def _show_columns(self) -> None:
        """Takes the columns of what is visible; where events stand is kept if none of them moved."""
        known: EventColumns | None = getattr(self, "columns", None)
        self.columns = self._whole if self.visible is None else subset(self._whole, self.visible)
        self.facts.show(self.columns)
        if known is None or not same_places(known, self.columns) or len(known) <= _MEASURED:
            self._arrangements.clear()
            self._label_widths = None

    def _showing_columns(self, ink: Ink, view: Viewport) -> Iterator[None]:
        """Arranges what is to be shown in steps, beside what is; then shows it, at once where that changed meanwhile.

        Whoever moves the view between two of them moves what is arranged already.
        """
        ahead, before = copy(self), self._shown_with()
        ahead.facts, ahead._arrangements = copy(self.facts), self._arrangements.copy()
        ahead._show_columns()
        for _ in ahead.arranging(view, ink):
            yield
            if not all(map(is_, self._shown_with(), before)):
                self._show_columns()
                return
        self.columns, self.facts = ahead.columns, ahead.facts
        self._arrangements, self._label_widths = ahead._arrangements, ahead._label_widths

    def _shown_with(self) -> tuple[object, ...]:
        """What is shown and how: any of it that changes is another object."""
        return self.columns, self.visible, self.show_rejected, self.folding, self.headers, self.height, self.facts

    def refresh_markers(self) -> None:
        """Sets the lines at publication dates, and at the present as it is now."""
        now = [now_marker(self.columns)] if self.with_now and len(self._whole) else []
        published = publication_markers(self.document, self.columns)
        self.markers = tuple(sorted([*published, *now], key=lambda marker: marker.days))

    def fold(self, folding: Folding) -> None:
        """Folds and unfolds lanes."""
        self.folding = folding
        self._arrangements.clear()

    def set_height(self, height: float) -> None:
        """Tells how many pixels there are for all lanes."""
        if height != self.height:
            self.height = height
            self._arrangements.clear()

    def set_label_lines(self, number: int) -> None:
        """Breaks long labels into so many lines at most; rows are as much higher."""
        self.facts.label_lines = number
        self.facts.show(self.columns)
        self._label_widths = None
        self._arrangements.clear()

    def set_headers(self, headers: Headers) -> None:
        """Tells how lane names are set."""
        self.headers = headers
        self._arrangements.clear()

    def _with_names(self, made: Arrangement, ink: Ink) -> Arrangement:
        """Lanes as high as their names need, where that is wanted at any height or there is room for it."""
        if self.headers is None or not len(self.columns):
            return made
        least = self.headers.heights(ink, self.columns, self.document.settings.lanes_by)
        least[[lane.key in self.folding.collapsed for lane in self.columns.lanes]] = 0.0
        higher = heightened(made, least)
        return higher if self.headers.at_any_height or higher.height <= max(self.height, made.height) else made

    @property
    def most_in_a_cell(self) -> int:
        """Short events beyond which those of a cell always make a cluster."""
        return CROWD if len(self.columns) > _MEASURED else max(_DEEPER)

    def is_arranged(self, view: Viewport) -> bool:
        """Whether it is known where events stand at this zoom."""
        kept = self._arrangements.get(octave_of(view.scale))
        return kept is not None and kept.window[0] <= view.begin and view.end <= kept.window[1]

    def arrangement(self, view: Viewport, ink: Ink) -> Arrangement:
        """Where events stand at this zoom."""
        for _ in self.arranging(view, ink):
            pass
        return self._arrangements[octave_of(view.scale)]

    def arranging(self, view: Viewport, ink: Ink) -> Iterator[None]:
        """The steps of that, some milliseconds each; given up where other events are drawn meanwhile."""
        octave, columns = octave_of(view.scale), self.columns
        if self.is_arranged(view):
            self._arrangements[octave] = self._arrangements.pop(octave)  # the last used is dropped last
            return
        window = None
        if len(self.columns) > ALL_AT_ONCE:
            reach = _WINDOW * view.width / 2.0**octave  # screens of the least zoom that shares this arrangement
            window = (view.begin - reach, view.end + reach)
        deeper = [] if len(self.columns) > _MEASURED else [n for n in _DEEPER if n > self.max_tracks]
        for tracks in (*deeper, self.max_tracks):
            made = arrange(
                self.columns,
                octave,
                folding=self.folding,
                window=window,
                label_width=self.label_widths(ink),
                max_tracks=tracks,
                crowd=tracks if tracks in deeper else CROWD,
                row_height=ROW + (self.facts.label_lines - 1) * ink.line,
            )
            if made.height <= self.height:
                break
            yield
            if self.columns is not columns:
                return
        made = self._with_names(made, ink)
        while len(self._arrangements) >= _KEPT_ARRANGEMENTS:
            del self._arrangements[next(iter(self._arrangements))]
        self._arrangements[octave] = made

    def frame(
        self,
        ink: Ink,
        view: Viewport,
        height: float,
        scroll: float = 0.0,
        *,
        selected: frozenset[int] = frozenset(),
        hovered: int | None = None,
        moving: frozenset[int] = frozenset(),
    ) -> Frame:
        """One frame: `view` in time, `height` pixels of lanes from `scroll` pixels down."""
        arrangement = self.arrangement(view, ink)
        events, rows = self._seen(arrangement, view, height, scroll)
        rivals = self.facts.rival_extents(events, view)
        free = ~arrangement.row_clusters[rows]  # beside clusters there is no room for words
        chosen = self._chosen_rows(selected)
        slots = place_labels(
            self.columns,
            events[free],
            rows[free],
            view,
            lambda some: self.facts.label_widths(ink, some, chosen),
            important=events[chosen[events]],
            reach={event: (min(ends)[0], max(right for _, right in ends)) for event, ends in rivals.items()},
            most=self.most_labels,
        )
        return Frame(
            scene=self,
            ink=ink,
            view=view,
            height=height,
            scroll=scroll,
            arrangement=arrangement,
            ticks=self._ticks(ink, view),
            events=events,
            rows=rows,
            slots=tuple(slots),
            rivals=rivals,
            markers=tuple(m for m in self.markers if view.begin <= m.days <= view.end),
            gaps=tuple(gaps_in_view(self._gaps(), view)) if self.with_gaps else (),
            selected=selected,
            chosen=chosen,
            hovered=hovered,
            moving=moving,
        )

    def _chosen_rows(self, selected: frozenset[int]) -> Bools:
        """Whether each row is selected; kept, because everything may be."""
        known, chosen = self._chosen
        if known is not selected or len(chosen) != len(self.columns):
            chosen = np.zeros(len(self.columns), dtype=bool)
            chosen[list(selected)] = True
            self._chosen = (selected, chosen)
        return chosen

    def _ticks(self, ink: Ink, view: Viewport) -> Ticks:
        """The ticks in view, cut out of those of a wider stretch as long as it and their detail serve."""
        style, origin, known = date_style(), self.columns.origin, self._known_ticks
        key = (detail_of(view.scale, ink.character), ink.character, origin, style)
        if known is None or known[0] != key or not known[1].begin <= view.begin <= view.end <= known[1].end:
            begin, end = view.begin - view.span / 2, view.end + view.span / 2
            made = ticks(origin, begin, end, 2 * view.width, character=ink.character, style=style)
            self._known_ticks = known = (key, made)
        return known[1].within(view.begin, view.end)

    def _gaps(self) -> tuple[Floats, Floats]:
        if self._gaps_of[0] is not self.columns:
            self._gaps_of = (self.columns, gaps(self.columns))
        return self._gaps_of[1]

    def label_widths(self, ink: Ink) -> Floats:
        """Pixels of every event's label: by its letters where events are few, else by their number."""
        if self._label_widths is None:
            if len(self.columns) <= _MEASURED:
                self._label_widths = self.facts.all_label_widths(ink)
            else:
                self._label_widths = (self.columns.title_length + float(_DETAIL_LETTERS)) * ink.character
        return self._label_widths

    def fitted(self, ink: Ink, width: float, label_share: float = 0.22) -> Viewport:
        """The viewport that shows every event, with at most this share of the width for labels at its end.

        That of a picture, which nobody can move, shows what events are said to be at other times, too.
        """
        view = self.to_fit(ink, width, label_share)
        if len(self.columns) > _MEASURED:
            return view
        gathered = len(self.arrangement(view, ink).cluster_members)
        return fit_crowd(self.columns, width) if 2 * gathered > len(self.columns) else view

    def to_fit(self, ink: Ink, width: float, label_share: float = 0.22) -> Viewport:
        """The same as far as it can be told before the events are arranged."""
        if len(self.columns) > _MEASURED:
            return fit_crowd(self.columns, width)
        also = self.facts.rival_span() if self.with_dates else None
        return fit_events(self.columns, width, self.label_widths(ink), label_share, also=also)

    def fitted_to_bulk(self, ink: Ink, width: float) -> Viewport | None:
        """The viewport of the bulk of the events, None where all fit without being squeezed."""
        rows = bulk_of(self.columns)
        return fit_events(self.columns, width, self.label_widths(ink), rows=rows) if rows is not None else None

    def _seen(self, arrangement: Arrangement, view: Viewport, height: float, scroll: float) -> tuple[Ints, Ints]:
        first, last = np.searchsorted(arrangement.row_y, (scroll - 12.0, scroll + height + 12.0))
        stretch = slice(arrangement.row_start[first], arrangement.row_start[last]) if last > first else slice(0, 0)
        events, rows = arrangement.events[stretch], arrangement.row[stretch]
        reach = TAIL / view.scale
        seen = (self.columns.end[events] >= view.begin - reach) & (self.columns.begin[events] <= view.end + reach)
        return events[seen], rows[seen]


def _first_of_month() -> int:
    """The day number that begins the present month: where an empty timeline opens."""
    today = civil(int(time.time()) // DAY)
    return day_number(today.year, today.month, 1)
