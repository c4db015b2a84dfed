"""TimelinePane: the place of the timeline, which is filled once the window was painted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from timeline_app.gui.palette import Palette, palette_for
from timeline_app.model.calendar import DAY
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import to_zone
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

if TYPE_CHECKING:
    from timeline_app.gui.timeline.view import TimelineView

_WITHOUT_MARGINS = 0.88  # of a period, which `zoom_to` shows with a margin at each side


class TimelinePane(QWidget):
    """Passes on what the timeline asks for; pyqtgraph is imported by `load`, not before."""

    edit_requested = Signal(str)
    create_requested = Signal(object, object)
    delete_requested = Signal(object)

    def __init__(
        self, store: DocumentStore, selection: Selection, order: EventOrder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._selection, self._order = store, selection, order
        self._colours = palette_for(False)
        self._awaited = ""  # the project that is being opened
        self.view: TimelineView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setMinimumHeight(120)
        order.visibility_changed.connect(self._on_visibility)

    def load(self) -> None:
        """Builds the timeline."""
        from timeline_app.gui.timeline.view import TimelineView

        if self.view is not None:
            return
        self.view = TimelineView(self._store, self._selection, self)
        self.view.set_palette_colors(self._colours)
        self.view.await_project(self._awaited)
        self.view.edit_requested.connect(self.edit_requested)
        self.view.create_requested.connect(self.create_requested)
        self.view.delete_requested.connect(self.delete_requested)
        self._layout.addWidget(self.view)
        self._layout.activate()  # the canvas is laid out once, at its size
        self._show_filtered()
        self.view.show_first()
        self.view.load()

    def await_project(self, name: str) -> None:
        """Tells while nothing is drawn that a project of this name is being opened; not any more without a name."""
        self._awaited = name
        if self.view is not None:
            self.view.await_project(name)

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._colours = palette
        if self.view is not None:
            self.view.set_palette_colors(palette)

    def fill_lanes_menu(self, menu: QMenu) -> None:
        """Puts into a menu what lanes can be made of."""
        menu.clear()
        menu.addActions(self.lane_actions(menu))

    def lane_actions(self, parent: QObject) -> list[QAction]:
        """What lanes can be made of, and the labels of gaps, as actions that go with their parent."""
        self.load()
        assert self.view is not None
        return self.view.lane_actions(parent)

    @property
    def visible_period(self) -> tuple[float, float] | None:
        """Wall-clock seconds of the display zone from edge to edge; None before the timeline was drawn."""
        if self.view is None or not self.view.is_loaded:
            return None
        shown, origin = self.view.canvas.view, self.view.canvas.scene_data.columns.origin
        return (shown.begin + origin) * DAY, (shown.end + origin) * DAY

    def fit_all(self) -> None:
        """Shows the whole timeline."""
        if self.view is not None:
            self.view.fit_all()

    def go_to(self, time: object) -> None:
        """Shows a TimeValue in the middle, at the present zoom where that holds it."""
        period = self.visible_period
        if self.view is None or period is None or not isinstance(time, TimeValue):
            return
        first, last = wall_clock(time, self._store.document.settings.display_zone)
        middle, span = (first + last) / 2, max((period[1] - period[0]) * _WITHOUT_MARGINS, (last - first) * 1.1)
        self.view.zoom_to(middle - span / 2, middle + span / 2)

    def show_first(self) -> None:
        """Shows what is best looked at first."""
        if self.view is not None:
            self.view.show_first()

    def _on_visibility(self) -> None:
        self._store.in_turns((self, "filter"), self._filtering())

    def _show_filtered(self) -> None:
        for _ in self._filtering():
            pass

    def _filtering(self) -> Iterator[None]:
        """The steps in which what the filter shows is drawn."""
        if self.view is None:
            return
        shows_rejected = self._order.filter.shows_rejected
        if self.view.show_rejected != shows_rejected:
            self.view.show_rejected = shows_rejected
        hides = self._order.filter.hides_more_than_rejected and self._order.hidden_count
        yield from self.view.showing_only(self._order.ids if hides else None)


def wall_clock(time: TimeValue, zone: str) -> tuple[int, int]:
    """Begin and end of a time on the clock of a zone, in seconds; of one with an open side, the known bound."""
    bounds = [b for b in (time.earliest_start, time.latest_start, time.earliest_end, time.latest_end) if b is not None]
    first, last = (min(bounds), max(bounds)) if bounds else (0, 0)
    if time.offset is not None:
        first, last = (to_zone(moment, time.offset, zone)[0] for moment in (first, last))
    return first, last
