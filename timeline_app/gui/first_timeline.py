"""The first timeline: painted where it was left, before the panes around it are built."""

import json

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QMainWindow

from timeline_app.gui.timeline_pane import TimelinePane

_NEW = (0, 401, 20, 362)  # where the panes of a new window leave it: pixels to the left, right and below, and of height
_MOST = 100_000  # pixels; more is of no window, but of a damaged setting


def show_first(timeline: TimelinePane, window: QMainWindow, kept: str) -> None:
    """Loads the timeline and shows it where `place_of` tells that it was; nowhere yet where it was not seen."""
    place = _read(kept) if kept else _NEW
    if place is None:
        return
    left, right, below, height = place
    size = window.size()
    bottom = size.height() - below
    timeline.setParent(window)
    timeline.setGeometry(QRect(QPoint(left, max(bottom - height, 0)), QPoint(size.width() - right - 1, bottom - 1)))
    timeline.show()
    timeline.load()


def place_of(timeline: TimelinePane, window: QMainWindow) -> str:
    """Where the timeline is seen in the window, as JSON: pixels to three of its edges, and of height; else nothing."""
    seen = window.childAt(timeline.mapTo(window, timeline.rect().center())) if timeline.window() is window else None
    if seen is None or not timeline.isAncestorOf(seen):  # hidden, in a window of its own, or behind the table's tab
        return json.dumps(None)
    corner, size = timeline.mapTo(window, QPoint(0, 0)), timeline.size()
    right, below = corner.x() + size.width(), corner.y() + size.height()
    return json.dumps((corner.x(), window.width() - right, window.height() - below, size.height()))


def _read(kept: str) -> tuple[int, int, int, int] | None:
    try:
        left, right, below, height = (int(pixels) for pixels in json.loads(kept))
    except (ValueError, TypeError, OverflowError):
        return None
    place = left, right, below, height
    return place if all(0 <= pixels < _MOST for pixels in place) else None
