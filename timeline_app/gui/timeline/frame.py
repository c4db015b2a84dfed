"""Frame: everything that one painting of the timeline needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.chart.arrangement import Arrangement
from timeline_app.chart.columns import Bools, Ints
from timeline_app.chart.labels import Slot
from timeline_app.chart.ticks import Ticks
from timeline_app.chart.viewport import Viewport
from timeline_app.gui.timeline.ink import Ink
from timeline_app.gui.timeline.markers import Marker

if TYPE_CHECKING:
    from timeline_app.gui.timeline.scene import Scene

_MOST_LINES = 60  # markers in view whose lines run through the lanes


@dataclass(frozen=True, slots=True)
class Frame:
    """What one painting needs: the view in time, the scroll in pixels, and what is seen there."""

    scene: "Scene"
    ink: Ink
    view: Viewport
    height: float
    scroll: float
    arrangement: Arrangement
    ticks: Ticks
    events: Ints  # rows of the columns that are in view and have a bar, sorted by (row, begin)
    rows: Ints
    slots: tuple[Slot, ...]
    markers: tuple[Marker, ...] = ()  # in view, in order of time
    gaps: tuple[tuple[float, float], ...] = ()  # to be labelled, days
    rivals: Mapping[int, list[tuple[float, float]]] = field(
        default_factory=dict
    )  # pixels of other datings, by row of columns
    selected: frozenset[int] = frozenset()
    chosen: Bools = field(default_factory=lambda: np.zeros(0, dtype=bool))  # whether each row of columns is selected
    hovered: int | None = None
    moving: frozenset[int] = frozenset()  # drawn faint, because their ghost is drawn elsewhere

    @property
    def lines(self) -> tuple[Marker, ...]:
        """The markers whose lines run through the lanes: none where they would stand like a fence."""
        return self.markers if len(self.markers) <= _MOST_LINES else tuple(m for m in self.markers if m.is_now)

    def y(self, row: int) -> float:
        """Vertical centre of a row in the frame, pixels."""
        return float(self.arrangement.row_y[row]) - self.scroll
