"""TimelineCanvas: pyqtgraph's view, the state that its layers paint, and what moves and selects."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from timeline_app.chart.hit import Hit, hit_test
from timeline_app.chart.viewport import MIN_SPAN, Viewport, fitting
from timeline_app.gui.palette import Palette
from timeline_app.gui.timeline.camera import Camera
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.gestures import Gestures
from timeline_app.gui.timeline.ink import Ink
from timeline_app.gui.timeline.look_ahead import LookAhead
from timeline_app.gui.timeline.overview import Overview, overview_of
from timeline_app.gui.timeline.pyqtgraph_parts import GraphicsView
from timeline_app.gui.timeline.review_buttons import Verdict, review_buttons
from timeline_app.gui.timeline.scene import Scene
from timeline_app.gui.timeline.stage import Stage, area_within
from timeline_app.gui.timeline.surroundings import AXIS, MARKER_STRIP
from timeline_app.gui.timeline.tips import tip_at
from timeline_app.model.calendar import DAY
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore


class TimelineCanvas(GraphicsView):
    """Shows one scene.  The ViewBox holds the range: days across, pixels of lanes down."""

    edit_requested = Signal(str)
    create_requested = Signal(object, object)
    delete_requested = Signal(object)
    lanes_menu_requested = Signal(object)  # where, in the canvas's pixels
    range_changed = Signal()
    hovered = Signal(object)  # the event's id under the cursor, or None

    def __init__(self, store: DocumentStore, selection: Selection, scene: Scene, palette: Palette) -> None:
        super().__init__(background=palette.background)
        self._paint_once()
        self.store, self.selection, self.scene_data = store, selection, scene
        self.ink = Ink(palette)
        self._area = area_within(self.size())
        self._view, self._scroll = Viewport(0.0, 1.0, self._area.width()), 0.0
        self._frame: Frame | None = None
        self._overview: Overview | None = None
        self._overview_of: tuple[float, object] = (-1.0, None)
        self._hovered: int | None = None
        self.awaited = ""  # the project that is being opened
        self._selected: tuple[object, object, frozenset[int]] = (None, None, frozenset())
        self.setAccessibleName(self.tr("Timeline"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stage = Stage(self)
        self.box = self._stage.box
        self.gestures = Gestures(self)
        self.camera = Camera(self)
        self._ahead = LookAhead(self)

    def _paint_once(self) -> None:
        """The scene fills the whole view, so nothing has to be kept or cleared under it."""
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # Geometry

    @property
    def area(self) -> QRectF:
        """Where events are drawn, in the widget's pixels."""
        return self._area

    @property
    def view(self) -> Viewport:
        """The stretch of time in view."""
        return self._view

    @property
    def scroll(self) -> float:
        """Pixels of lanes above the view."""
        return self._scroll

    @property
    def scroll_limit(self) -> float:
        """The furthest scroll, 0 when all lanes are in view."""
        return self._limit_at(self.view)

    def _limit_at(self, view: Viewport) -> float:
        return max(self.scene_data.arrangement(view, self.ink).height - self.area.height(), 0.0)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Lays out the layers; the time at the left edge stays, unless everything was in view."""
        super().resizeEvent(event)
        if not hasattr(self, "camera"):
            return  # still being built
        self._area = area = area_within(self.size())
        self.scene_data.set_height(area.height())
        self._stage.lay_out(area, self.width())
        if self.camera.is_fitted and not self.store.shares_turns:
            self.camera.refit()
            return
        self.show_range(self._view.begin, self._view.end, self._scroll)
        if self.camera.is_fitted:
            self.store.in_turns((self, "fit"), self.camera.refitting())

    # What is shown

    @property
    def frame(self) -> Frame:
        """The frame of the present state; made once, then kept until something changes."""
        if self._frame is None:
            self.ink.tidy()
            self._frame = self.frame_of(self.view)
        return self._frame

    def frame_of(self, view: Viewport) -> Frame:
        """The frame that another view would have in the present state."""
        return self.scene_data.frame(
            self.ink,
            view,
            self.area.height(),
            self.scroll,
            selected=self._selected_rows(),
            hovered=self._hovered,
            moving=self.gestures.moving if hasattr(self, "gestures") else frozenset(),
        )

    def _selected_rows(self) -> frozenset[int]:
        """Rows of the selected events, the same object until the selection or the events change."""
        ids, columns = self.selection.event_ids, self.scene_data.columns
        if self._selected[0] is not ids or self._selected[1] is not columns:
            self._selected = (ids, columns, frozenset(columns.rows_of(ids)))
        return self._selected[2]

    @property
    def overview(self) -> Overview | None:
        """The overview at the present width."""
        width, columns = self.area.width() - 12, self.scene_data.columns
        known_width, known = self._overview_of
        if width != known_width or columns.begin is not known:
            self._overview, self._overview_of = overview_of(columns, width), (width, columns.begin)
        return self._overview

    def set_palette_colors(self, palette: Palette) -> None:
        """Draws with other colours."""
        self.ink = Ink(palette)
        self.setBackground(palette.background)
        self.touch()

    def touch(self) -> None:
        """Paints anew what depends on the document, the selection and the range."""
        self._frame = None
        self._stage.touch()

    def touch_events(self) -> None:
        """Paints anew the events alone."""
        self._frame = None
        self._stage.touch_events()

    def reload(self, changed: frozenset[str] | None = None) -> None:
        """Reads the document anew, or only some events; the view holds still unless everything was in view."""
        for _ in self.reloading(changed):
            pass

    def reloading(self, changed: frozenset[str] | None = None) -> Iterator[None]:
        """The steps of that, a few milliseconds each; until the last one it shows what it showed before."""
        had_events = len(self.scene_data.columns) > 0
        yield from self.scene_data.refreshing(changed, self.ink, self.view)
        self._frame = self._hovered = None
        yield
        yield from self._following_columns(had_events)

    def _following_columns(self, had_events: bool) -> Iterator[None]:
        """Brings other columns into view, step by step."""
        if had_events and self.camera.is_fitted:
            yield from self.camera.refitting()
            return
        if had_events:
            yield from self.scene_data.arranging(self.view, self.ink)
            yield
        self._show_new_columns(had_events)

    def show_only(self, visible: frozenset[str] | None) -> None:
        """Draws only these events, or with None all; the view holds still unless everything was in view."""
        for _ in self.showing_only(visible):
            pass

    def showing_only(self, visible: frozenset[str] | None) -> Iterator[None]:
        """The steps of that, a few milliseconds each."""
        had_events = len(self.scene_data.columns) > 0
        self.scene_data.show_only(visible)
        self._frame = self._hovered = None
        yield
        yield from self._following_columns(had_events)

    def _show_new_columns(self, had_events: bool) -> None:
        self._hovered = None
        if not had_events:
            self.camera.show_first(animated=False)
        elif self.camera.is_fitted:
            self.camera.refit()
        else:
            view = self.view
            self.show_range(view.begin, view.end, self.scroll)

    def label_gaps(self, shown: bool) -> None:
        """Labels the stretches in which nothing happened, or no longer."""
        self.scene_data.with_gaps = shown
        self.touch()

    def tick(self) -> None:
        """A minute has passed: moves the line at the present."""
        self.scene_data.refresh_markers()
        self.touch()

    def restart(self, scene: Scene) -> None:
        """Shows another document."""
        self.scene_data = scene
        scene.set_height(self.area.height())
        self._hovered = None
        self.camera.show_first(animated=False)

    def await_project(self, name: str) -> None:
        """Tells, where nothing is drawn, that a project of this name is being opened; not any more without a name."""
        self.awaited = name
        self._stage.touch_events()

    # Moving about

    def show_range(self, begin: float, end: float, scroll: float | None = None) -> None:
        """Shows a stretch of time (days) from a scroll position at once."""
        top = self.scroll if scroll is None else scroll
        limit = self._limit_at(Viewport(begin, end, self.area.width()))
        self._set_range(begin, end, min(max(top, 0.0), limit))
        self.touch()
        self.range_changed.emit()
        self._ahead.begin()

    def _set_range(self, begin: float, end: float, top: float) -> None:
        self.box.setRange(
            xRange=(begin, end), yRange=(top, top + self.area.height()), padding=0, disableAutoRange=False
        )
        (begin, end), (self._scroll, _) = self.box.viewRange()
        self._view = Viewport(begin, end, self.area.width())
        self._frame = None

    def scroll_to(self, scroll: float) -> None:
        """Scrolls the lanes."""
        self.show_range(self.view.begin, self.view.end, scroll)

    # Times and pixels

    def seconds_at(self, x: float) -> float:
        """Wall-clock seconds, in the display zone, at a pixel of the area."""
        return (self.view.days(x) + self.scene_data.columns.origin) * DAY

    def x_of(self, seconds: float) -> float:
        """Pixel of the area at wall-clock seconds of the display zone."""
        return self.view.x(seconds / DAY - self.scene_data.columns.origin)

    # Choosing

    def select_rows(self, rows: Iterable[int], *, keep: bool = False) -> None:
        """Selects events in every pane."""
        ids = [self.scene_data.columns.ids[row] for row in rows]
        self.selection.select_events([*self.selection.event_ids, *ids] if keep else ids, self)

    def open_cluster(self, cluster: int) -> None:
        """Zooms to a cluster's members; those that no zoom can part are stacked in full instead."""
        columns = self.scene_data.columns
        members = self.frame.arrangement.members(cluster)
        begin, end = float(columns.begin[members].min()), float(columns.end[members].max())
        view = fitting(begin, end, self.area.width(), left=60, right=200)
        closer = self.scene_data.arrangement(view, self.ink)
        gathered = closer.clusters_of(members)
        no_closer = view.span <= MIN_SPAN * 1.5 or not np.isin(members, closer.events).any()
        if gathered == 1 and no_closer:
            key = columns.lanes[int(columns.lane[members[0]])].key
            folding = self.scene_data.folding
            self.scene_data.fold(replace(folding, expanded=folding.expanded | {key}))
        self.camera.go_to(view)

    def toggle_lane(self, number: int) -> None:
        """Folds a lane to a strip, or opens it."""
        key = self.scene_data.columns.lanes[number].key
        folding = self.scene_data.folding
        self.scene_data.fold(replace(folding, collapsed=folding.collapsed ^ {key}))
        self.scroll_to(self.scroll)

    def in_overview(self, at: QPointF) -> bool:
        """Whether a point of the widget lies on the overview's bar."""
        return self.area.left() <= at.x() and at.y() > self.area.bottom() + MARKER_STRIP

    def click_outside(self, at: QPointF) -> bool:
        """A click beside the event area: on a lane's header or on the corner; tells whether it was there."""
        area = self.area
        if area.contains(at):
            return False
        if at.x() < area.left() and at.y() < AXIS:
            self.lanes_menu_requested.emit(at.toPoint())
        elif at.x() < area.left() and (number := self.lane_at(at)) is not None:
            self.toggle_lane(number)
        return True

    def lane_at(self, at: QPointF) -> int | None:
        """The lane at the height of a point of the widget, None above, below and between."""
        arrangement, y = self.frame.arrangement, at.y() - self.area.top()
        if not 0 <= y < self.area.height():
            return None
        number = int(np.searchsorted(arrangement.lane_top, y + self.scroll, side="right")) - 1
        return number if number >= 0 and y + self.scroll < arrangement.height else None

    # Under the cursor

    def hit(self, at: QPointF) -> Hit | None:
        """What is at a point of the widget; an event's label counts as the event."""
        area = self.area
        if not area.contains(at):
            return None
        x, y = at.x() - area.left(), at.y() - area.top()
        frame = self.frame
        if self.review_at(at) is not None:
            return Hit(event=frame.hovered)
        found = hit_test(self.scene_data.columns, frame.arrangement, frame.view, x, y + frame.scroll)
        if found is not None:
            return found
        for slot in frame.slots:
            if slot.x <= x <= slot.x + slot.width and abs(frame.y(slot.row) - y) <= self.ink.line / 2:
                return Hit(event=slot.event)
        return None

    def review_at(self, at: QPointF) -> Verdict | None:
        """The verdict whose button is at a point of the widget: those of the suggested event under the cursor."""
        spots = review_buttons(self.frame)
        return next((v for v, spot in spots.items() if spot.contains(at - self.area.topLeft())), None)

    def set_hovered(self, row: int | None) -> None:
        """Marks the event under the cursor."""
        if row != self._hovered:
            self._hovered = row
            self.touch_events()
            self.hovered.emit(None if row is None else self.scene_data.columns.ids[row])

    # Events of the widget, handled by the gestures

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a gesture."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Goes on with a gesture, or hovers."""
        self.gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a gesture."""
        self.gestures.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edits, zooms or creates."""
        self.gestures.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms, pans or scrolls."""
        self.gestures.wheel(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tells what the cursor rests on where no card does."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(tip_at(self, QPointF(event.pos()))), self)
            return True
        return bool(super().viewportEvent(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the timeline; others go to the window."""
        self.set_hovered(None)
        if not self.gestures.key(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows that keys go to the timeline."""
        super().focusInEvent(event)
        self._stage.touch_axis()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys go elsewhere."""
        super().focusOutEvent(event)
        self._stage.touch_axis()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the cursor any more."""
        super().leaveEvent(event)
        self.set_hovered(None)
