"""Times that the sentences of one event give it and that cannot all be right."""

import numpy as np

from timeline_app.chart.arrangement import MIN_BAR
from timeline_app.chart.columns import EventColumns, Floats, bounds_of, drawn
from timeline_app.chart.viewport import Viewport
from timeline_app.model.calendar import DAY
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue


def rival_times(document: TimelineDocument, event: Event) -> list[TimeValue]:
    """The times that linked sentences give an event and that do not meet the one in force, each once."""
    own = event.time
    if own is None:
        return []
    found: dict[TimeValue, None] = {}
    for link in document.links_of_event(event.id):
        mention = document.mentions.get(link.mention) if link.mention is not None else None
        if mention is not None and mention.time is not None and not _meet(own, mention.time):
            found[mention.time] = None
    return list(found)


def _meet(one: TimeValue, other: TimeValue) -> bool:
    """Whether two times share a moment."""
    (a, b), (c, d) = one.utc, other.utc
    return (a is None or d is None or a < d) and (c is None or b is None or c < b)


def time_span(columns: EventColumns, times: list[TimeValue]) -> tuple[float, float]:
    """First and last day of times that there are, on the axis of `columns`."""
    begin, end = _days(columns, times)
    return float(begin.min()), float(end.max())


def _days(columns: EventColumns, times: list[TimeValue]) -> tuple[Floats, Floats]:
    return drawn(np.array([bounds_of(time, columns.zone) for time in times]) / DAY - columns.origin)


def time_extents(columns: EventColumns, times: list[TimeValue], view: Viewport) -> list[tuple[float, float]]:
    """Left and right pixels of times beside the events of `columns`."""
    begin, end = _days(columns, times)
    left = (begin - view.begin) * view.scale
    right = np.maximum((end - view.begin) * view.scale, left + MIN_BAR)
    return list(zip(left.tolist(), right.tolist(), strict=True))
