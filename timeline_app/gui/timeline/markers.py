"""Lines at moments: where sources were published, and the present.  A line says what it means only where it is read."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from timeline_app.chart.columns import EventColumns, wall_seconds
from timeline_app.gui.timeline.wording import sources_words
from timeline_app.model.calendar import DAY
from timeline_app.model.document import TimelineDocument
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import to_zone
from timeline_app.workspace.dates import describe


@dataclass(frozen=True, slots=True)
class Marker:
    """A line at a moment: where so many sources were published, or now."""

    days: float
    day: int  # day number
    zone: str  # of the display
    published: TimeValue | None = None
    sources: int = 0

    @property
    def is_now(self) -> bool:
        """Whether it stands at the present."""
        return self.published is None

    @property
    def label(self) -> str:
        """What the line means: "published 9 March 2023 · 2 sources"."""
        if self.published is None:
            return QCoreApplication.translate("Timeline", "now")
        words = QCoreApplication.translate("Timeline", "published {}").format(describe(self.published, self.zone))
        return words + (f" · {sources_words(self.sources)}" if self.sources > 1 else "")


def publication_markers(document: TimelineDocument, columns: EventColumns) -> tuple[Marker, ...]:
    """One line for each publication date, in order of time; sources that share one share the line."""
    found: dict[int, tuple[TimeValue, int]] = {}
    for source in document.ordered_sources():
        value = source.context.published
        start = value.earliest_start if value is not None else None
        if value is not None and start is not None:
            first, number = found.get(moment := wall_seconds(start, value, columns.zone), (value, 0))
            found[moment] = (first, number + 1)
    return tuple(
        Marker(seconds / DAY - columns.origin, seconds // DAY, columns.zone, *found[seconds])
        for seconds in sorted(found)
    )


def now_marker(columns: EventColumns) -> Marker:
    """The line at the present."""
    seconds = to_zone(int(time.time()), 0, columns.zone)[0]
    return Marker(seconds / DAY - columns.origin, seconds // DAY, columns.zone)


@dataclass(slots=True)
class MarkerGroup:
    """Lines that stand so close together that they share their words."""

    x: float  # pixel of the first
    first: Marker
    last_day: int
    sources: int
    lines: int = 0  # of publication dates
    holds_now: bool = False

    @classmethod
    def of(cls, x: float, marker: Marker) -> "MarkerGroup":
        """One line alone."""
        return cls(x, marker, marker.day, marker.sources, int(not marker.is_now), marker.is_now)

    def add(self, marker: Marker) -> None:
        """Takes another publication date in; the line at the present tells enough without a word."""
        if not marker.is_now:
            self.last_day, self.sources, self.lines = marker.day, self.sources + marker.sources, self.lines + 1

    @property
    def words(self) -> str:
        """What the lines mean together: "3 sources published 12–15 October 2024"."""
        if self.lines < 2:
            return self.first.label
        several = QCoreApplication.translate("Timeline", "{} sources published {}")
        words = several.format(self.sources, describe(TimeValue.days(self.first.day, self.last_day)))
        return f"{self.first.label}, {words}" if self.holds_now else words
