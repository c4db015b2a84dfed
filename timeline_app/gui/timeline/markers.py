"""Lines at moments: where sources were published, and the present.  A line says what it means only where it is read."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from timeline_app.chart.columns import EventColumns, wall_seconds
from timeline_app.gui.timeline.wording import sources_words
from timeline_app.model.calendar import DAY
from timeline_app.model.document import TimelineDocument
from timeline_app.model.source import Source
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
    for source in document.source_heads():
        moment, value = _published_at(source, columns), source.context.published
        if moment is not None and value is not None:
            first, number = found.get(moment, (value, 0))
            found[moment] = (first, number + 1)
    return tuple(
        Marker(seconds / DAY - columns.origin, seconds // DAY, columns.zone, *found[seconds])
        for seconds in sorted(found)
    )


def sources_published(document: TimelineDocument, columns: EventColumns, marker: Marker) -> list[Source]:
    """The sources for which a line stands."""
    if marker.is_now:
        return []
    moment = round((marker.days + columns.origin) * DAY)
    return [source for source in document.source_heads() if _published_at(source, columns) == moment]


def _published_at(source: Source, columns: EventColumns) -> int | None:
    """The second on the clock of the display at which a source's publication begins, where it is known."""
    value = source.context.published
    start = value.earliest_start if value is not None else None
    return wall_seconds(start, value, columns.zone) if value is not None and start is not None else None


def now_marker(columns: EventColumns) -> Marker:
    """The line at the present."""
    seconds = to_zone(int(time.time()), 0, columns.zone)[0]
    return Marker(seconds / DAY - columns.origin, seconds // DAY, columns.zone)


class MarkerGroup:
    """Lines that stand so close together that they share their words."""

    def __init__(self, x: float, marker: Marker) -> None:
        self.x = x  # pixel of the first
        self._published: list[Marker] = []
        self._now: Marker | None = None
        self._begins_now = marker.is_now
        self.add(marker)

    def add(self, marker: Marker) -> None:
        """Takes in another line, which comes after the others."""
        if marker.is_now:
            self._now = marker
        else:
            self._published.append(marker)

    def join(self, other: "MarkerGroup") -> None:
        """Takes in the lines of the next group."""
        self._published += other._published
        self._now = self._now or other._now

    @property
    def words(self) -> str:
        """What the lines mean together, in order of time: "3 sources published 12–15 October 2024, now"."""
        words = []
        if len(self._published) == 1:
            words.append(self._published[0].label)
        elif self._published:
            several = QCoreApplication.translate("Timeline", "{} sources published {}")
            days = TimeValue.days(self._published[0].day, self._published[-1].day)
            words.append(several.format(sum(marker.sources for marker in self._published), describe(days)))
        if self._now is not None:
            words.insert(0 if self._begins_now else 1, self._now.label)
        return ", ".join(words)
