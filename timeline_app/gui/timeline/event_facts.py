"""What the timeline knows of single events beyond the columns: record, words, colour and rival datings.

All of it is looked up when an event is first drawn and kept: that of a row until the rows change, that of an event
until it is changed itself.
"""

from bisect import bisect_left
from collections.abc import Sequence
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.chart.columns import Bools, EventColumns, Floats, Ints
from timeline_app.chart.rival_times import rival_times, time_extents, time_span
from timeline_app.chart.viewport import Viewport
from timeline_app.gui.timeline.glyphs import drawable
from timeline_app.gui.timeline.ink import Ink, words_of
from timeline_app.gui.timeline.wording import label_detail
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue

MOST_LOOKED_AT = 400  # events in view whose own colours and sentences are looked at
_UNKNOWN = -1
_SHORT = 240.0  # pixels of a label that is not broken


def block_width(ink: Ink, text: str, most_lines: int) -> float:
    """Pixels of the narrowest block that a text fills in so many lines at most; a short text stays on one."""
    whole = ink.width(text)
    if whole <= _SHORT:
        return whole
    words, space = [ink.width(word) for word in words_of(text)], ink.width(" ")

    def lines(width: int) -> int:
        number, end = 1, 0.0
        for word in words:
            if end and end + space + word > width:
                number, end = number + 1, 0.0
            end += (space if end else 0.0) + word
        return number

    least = max(round(whole / most_lines), round(_SHORT), ceil(max(words)))
    width = range(least, max(round(whole), least) + 1)
    return float(width[min(bisect_left(width, True, key=lambda each: lines(each) <= most_lines), len(width) - 1)]) + 2.0


class EventFacts:
    """Facts of the events of a document, by row of the columns that `show` was given, which comes before all else."""

    def __init__(
        self, document: TimelineDocument, *, with_dates: bool = False, looked_at: int = MOST_LOOKED_AT
    ) -> None:
        self._document = document
        self._with_dates = with_dates
        self._looked_at = looked_at
        self.label_lines = 1  # into which a long label may be broken
        self._details: dict[str, str] = {}
        self._rivals: dict[str, list[TimeValue]] = {}
        self._spared: dict[str, float] = {}  # pixels that labels need at most
        self._spared_with: Ink | None = None  # by which they were counted

    def show(self, columns: EventColumns) -> None:
        """Takes other columns, the rows of which may be other events."""
        self._columns = columns
        self._records: dict[int, Event] = {}
        self._widths = np.full(len(columns), np.nan)
        self._has_rivals: NDArray[np.int8] = np.full(len(columns), _UNKNOWN, dtype=np.int8)
        self._own: Ints = np.full(len(columns), _UNKNOWN, dtype=np.int64)
        self.own_colours: dict[int, str] = {}  # of events, by number; a new object, for what was made of the old one
        self.labels: dict[int, tuple[str, str]] = {}  # titles and muted words by row, as far as they were asked for

    def forget(self, changed: frozenset[str] | None) -> None:
        """Drops what is known of events that changed, or of all."""
        known: tuple[dict[str, Any], ...] = (self._details, self._rivals, self._spared)
        for each in known:
            for event_id in list(each) if changed is None else changed & each.keys():
                del each[event_id]

    def event(self, row: int) -> Event:
        """The record of a row; without words where the event has gone and the timeline is about to be drawn anew."""
        found = self._records.get(row)
        if found is None:
            found = self._records[row] = self._record(self._columns.ids[row])
        return found

    def _record(self, event_id: str) -> Event:
        return self._document.events.get(event_id) or Event(event_id, "")

    # Words

    def label(self, row: int) -> tuple[str, str]:
        """Title and muted words of an event."""
        found = self.labels.get(row)
        if found is None:
            found = self.labels[row] = self._words(self.event(row))
        return found

    def _words(self, event: Event) -> tuple[str, str]:
        if event.id not in self._details:
            self._details[event.id] = label_detail(self._document, event, with_date=self._with_dates)
        return drawable(event.title), self._details[event.id]

    def label_width(self, ink: Ink, row: int, *, strong: bool = False) -> float:
        """Pixels of an event's whole label."""
        title, detail = self.label(row)
        if self.label_lines > 1:
            return block_width(ink, title + detail, self.label_lines)
        return ink.width(title, strong) + (ink.width(detail) if detail else 0.0)

    def label_text(self, row: int) -> str:
        """An event's whole label, with single spaces."""
        return " ".join("".join(self.label(row)).split())

    def stands_whole(self, ink: Ink, row: int, width: float) -> bool:
        """Whether nothing of an event's label is cut in so many pixels."""
        if width >= self.label_width(ink, row) - 0.5:
            return True
        if self.label_lines == 1:
            return False
        text = self.label_text(row)
        return len(ink.lines(text, width, self.label_lines + 1)) <= self.label_lines

    def label_widths(self, ink: Ink, rows: Ints, chosen: Bools) -> Floats:
        """Pixels of whole labels, those of chosen rows in strong letters."""
        for row in rows[np.isnan(self._widths[rows])].tolist():
            self._widths[row] = self.label_width(ink, row)
        widths = self._widths[rows]
        for at in np.flatnonzero(chosen[rows]).tolist():
            widths[at] = self.label_width(ink, int(rows[at]), strong=True)
        return widths

    def all_label_widths(self, ink: Ink) -> Floats:
        """Pixels that every label needs at most: quick, and a few too many."""
        if self.label_lines > 1:
            return np.array([self.label_width(ink, row) for row in range(len(self._columns))], dtype=np.float64)
        ids = self._columns.ids[:]
        self.measure(ink, ids)
        return np.array([self._spared[event_id] for event_id in ids], dtype=np.float64)

    def measure(self, ink: Ink, ids: Sequence[str]) -> None:
        """Counts, of those events of which it is not known, how many pixels their labels need at most."""
        if self._spared_with is not ink:
            self._spared.clear()
            self._spared_with = ink
        new = [event_id for event_id in ids if event_id not in self._spared]
        labels = [self._words(self._record(event_id)) for event_id in new]
        titles, details = ([words[part] for words in labels] for part in (0, 1))
        widths = ink.strong_advances.widths(titles) + ink.advances.widths(details)
        self._spared.update(zip(new, widths.tolist(), strict=True))

    # Colours

    def colour(self, ink: Ink, row: int) -> str:
        """The colour of an event: its own where it has one, else its lane's."""
        return ink.lane_colour(int(self._columns.lane[row]), self.event(row).colour)

    def colour_numbers(self, ink: Ink, rows: Ints) -> Ints:
        """The colours of events, as `colour_name` knows them; of many events those of their lanes."""
        lane = self._columns.lane[rows]
        if len(rows) > self._looked_at:
            return lane
        own = self._own[rows]
        if own.min(initial=0) == _UNKNOWN:
            for row in rows[own == _UNKNOWN].tolist():
                self._own[row] = self._own_number(ink, row)
            own = self._own[rows]
        return np.where(own > 0, own, lane) if own.any() else lane

    def colour_name(self, ink: Ink, number: int) -> str:
        """The colour of a number: that of a lane, or beyond the lanes one that events have of their own."""
        return self.own_colours.get(number) or ink.palette.category(number)

    def _own_number(self, ink: Ink, row: int) -> int:
        """The number of an event's own colour, 0 where it has none."""
        colour, lanes = self.colour(ink, row), len(self._columns.lanes)
        if colour == ink.palette.category(int(self._columns.lane[row])):
            return 0
        known = {name: number for number, name in self.own_colours.items()}
        number = known.get(colour, lanes + 1 + len(known))
        self.own_colours[number] = colour
        return number

    # Rival datings

    def rivals(self, row: int) -> list[TimeValue]:
        """The times of an event's sentences that do not meet the one in force."""
        record = self.event(row)
        if record.id not in self._rivals:
            self._rivals[record.id] = rival_times(self._document, record)
        return self._rivals[record.id]

    def rival_span(self) -> tuple[float, float] | None:
        """First and last day of all rival datings."""
        times = [time for row in range(len(self._columns)) for time in self.rivals(row)]
        return time_span(self._columns, times) if times else None

    def rival_extents(self, rows: Ints, view: Viewport) -> dict[int, list[tuple[float, float]]]:
        """Pixels of the rival datings of those rows that have any; of many events nothing is told."""
        if len(rows) > self._looked_at:
            return {}
        for row in rows[self._has_rivals[rows] == _UNKNOWN].tolist():
            self._has_rivals[row] = bool(self.rivals(row))
        some = rows[self._has_rivals[rows] == 1].tolist()
        return {row: time_extents(self._columns, self.rivals(row), view) for row in some}
