"""Gestures: which drag, click or key does what on the timeline."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent

from timeline_app.chart.hit import Hit, Part
from timeline_app.chart.viewport import Viewport
from timeline_app.gui.timeline.drags import Band, CreatePeriod, Drag, DragOverview, Pan, ZoomToPeriod, period_step
from timeline_app.gui.timeline.event_drags import MoveEvents, ResizeEvent
from timeline_app.gui.timeline.review_buttons import Verdict
from timeline_app.workspace import operations

if TYPE_CHECKING:
    from timeline_app.gui.timeline.canvas import TimelineCanvas

_SLOP = 4.0  # pixels that a click may tremble before it is a drag
_STEP = 1.25  # zoom of one notch of the wheel
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Gestures:
    """Turns the canvas's mouse and key events into movements, selections, drags and requests."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        self._canvas = canvas
        self._pressed: QPointF | None = None
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._hit: Hit | None = None
        self._drag: Drag | None = None

    @property
    def moving(self) -> frozenset[int]:
        """Events that are being dragged."""
        return self._drag.moving if self._drag else frozenset()

    def paint(self, painter: QPainter) -> None:
        """What the drag under way shows."""
        if self._drag is not None:
            self._drag.paint(painter)

    # Mouse

    def press(self, event: QMouseEvent) -> None:
        """Remembers where and on what the button went down."""
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        canvas, at = self._canvas, event.position()
        self._pressed, self._modifiers, self._hit = at, event.modifiers(), canvas.hit(at)
        if event.button() is Qt.MouseButton.MiddleButton:
            self._begin(Pan(canvas, at))
        elif canvas.in_overview(at):
            self._begin(DragOverview(canvas, at))

    def move(self, event: QMouseEvent) -> None:
        """Starts or goes on with a drag; without a button, hovers."""
        at = event.position()
        if self._pressed is None:
            self._hover(at)
            return
        if self._drag is None and (at - self._pressed).manhattanLength() >= _SLOP:
            self._begin(self._drag_for(self._pressed))
        if self._drag is not None:
            self._drag.move(at, event.modifiers())
            self._canvas.touch()

    def release(self, event: QMouseEvent) -> None:
        """Ends a drag, or clicks."""
        drag, pressed = self._drag, self._pressed
        self._drag = self._pressed = None
        if drag is not None:
            drag.finish()
            self._canvas.touch()
        elif pressed is not None and event.button() is Qt.MouseButton.LeftButton:
            self._click(pressed)
        self._hover(event.position())

    def cancel(self) -> bool:
        """Drops a drag without carrying it out; tells whether there was one."""
        had = self._drag is not None
        self._drag = self._pressed = None
        self._canvas.touch()
        return had

    def _begin(self, drag: Drag) -> None:
        self._drag = drag
        self._canvas.set_hovered(None)
        self._canvas.setCursor(drag.cursor)
        self._canvas.touch()

    def _drag_for(self, at: QPointF) -> Drag:
        canvas, hit = self._canvas, self._hit
        held = self._modifiers & (_CTRL | _SHIFT)
        if held == (_CTRL | _SHIFT):
            return Band(canvas, at)
        if held == _SHIFT:
            return ZoomToPeriod(canvas, at)
        if held == _CTRL:
            return CreatePeriod(canvas, at)
        if hit is None or hit.event is None:
            return Pan(canvas, at)
        chosen = canvas.scene_data.columns.rows_of(canvas.selection.event_ids)
        if hit.event not in chosen:
            chosen = [hit.event]
            canvas.select_rows(chosen)
        elif hit.part is not Part.BODY and len(chosen) == 1:
            return ResizeEvent(canvas, at, hit.event, hit.part)
        return MoveEvents(canvas, at, chosen, hit.event)

    def _click(self, at: QPointF) -> None:
        canvas, hit = self._canvas, self._hit
        if canvas.click_outside(at):
            return
        verdict = canvas.review_at(at)
        if verdict is not None and hit is not None and hit.event is not None:
            decide = operations.accept_events if verdict is Verdict.ACCEPT else operations.reject_events
            decide(canvas.store, [canvas.scene_data.columns.ids[hit.event]])
            return
        adds = bool(self._modifiers & (_CTRL | _SHIFT))
        if hit is None:
            if not adds:
                canvas.select_rows([])
        elif hit.event is not None:
            self._click_event(hit.event, adds)
        elif hit.cluster is not None:
            canvas.select_rows(canvas.frame.arrangement.members(hit.cluster).tolist(), keep=adds)

    def _click_event(self, row: int, adds: bool) -> None:
        canvas = self._canvas
        chosen = canvas.scene_data.columns.rows_of(canvas.selection.event_ids)
        if not adds:
            canvas.select_rows([row])
        elif row in chosen:
            canvas.select_rows([other for other in chosen if other != row])
        else:
            canvas.select_rows([*chosen, row])

    def double_click(self, event: QMouseEvent) -> None:
        """Edits an event, zooms to a cluster's members, or asks for a new event over empty canvas."""
        canvas, at = self._canvas, event.position()
        hit = canvas.hit(at)
        if event.button() is not Qt.MouseButton.LeftButton or not canvas.area.contains(at):
            return
        if hit is None:
            begin = canvas.seconds_at(at.x() - canvas.area.left())
            unit = max(period_step(canvas.view), 60)
            first = int(begin // unit) * unit
            canvas.create_requested.emit(first, first + unit)
        elif hit.event is not None:
            canvas.edit_requested.emit(canvas.scene_data.columns.ids[hit.event])
        elif hit.cluster is not None:
            canvas.open_cluster(hit.cluster)

    def _hover(self, at: QPointF) -> None:
        canvas = self._canvas
        hit = canvas.hit(at)
        row = hit.event if hit is not None else None
        canvas.set_hovered(row)
        chosen = canvas.scene_data.columns.rows_of(canvas.selection.event_ids)
        if hit is not None and hit.part is not Part.BODY and chosen == [row]:
            canvas.setCursor(Qt.CursorShape.SizeHorCursor)
        elif hit is not None:
            canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            canvas.setCursor(Qt.CursorShape.ArrowCursor)

    def wheel(self, event: QWheelEvent) -> None:
        """Zooms about the cursor; with Shift pans; over the lane names scrolls the lanes."""
        canvas, at = self._canvas, event.position()
        angle = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & _SHIFT or abs(event.angleDelta().x()) > abs(event.angleDelta().y()):
            canvas.camera.pan(-angle / 120 * canvas.area.width() / 8)
        elif at.x() < canvas.area.left() or event.modifiers() & _CTRL:
            canvas.camera.pan(0.0, -angle / 120 * 48)
        else:
            canvas.camera.zoom(_STEP ** (-angle / 120), at.x() - canvas.area.left())
        event.accept()

    # Keys

    def key(self, event: QKeyEvent) -> bool:
        """Carries out a key of the timeline; tells whether it was one."""
        canvas, key = self._canvas, event.key()
        if event.modifiers() & (_CTRL | Qt.KeyboardModifier.AltModifier):
            return False
        centre = canvas.area.width() / 2
        match key:
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._step(1 if key == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._go_to_end(last=key == Qt.Key.Key_End)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                way = 1 if key == Qt.Key.Key_PageDown else -1
                shift = 0.9 * canvas.view.span * way
                canvas.camera.go_to(Viewport(canvas.view.begin + shift, canvas.view.end + shift, canvas.view.width))
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                canvas.camera.pan(0.0, 40.0 if key == Qt.Key.Key_Down else -40.0)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                canvas.camera.zoom(1 / _STEP**2, centre)
            case Qt.Key.Key_Minus:
                canvas.camera.zoom(_STEP**2, centre)
            case Qt.Key.Key_F:
                canvas.camera.fit_all()
            case Qt.Key.Key_Escape:
                if not self.cancel():
                    canvas.select_rows([])
            case Qt.Key.Key_Delete if canvas.selection.event_ids:
                canvas.delete_requested.emit(canvas.selection.event_ids)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if canvas.selection.event_ids:
                canvas.edit_requested.emit(canvas.selection.event_ids[-1])
            case _:
                return False
        return True

    def _step(self, way: int) -> None:
        """Selects the event before or after the selected one in time."""
        canvas = self._canvas
        columns = canvas.scene_data.columns
        chosen = columns.rows_of(canvas.selection.event_ids)
        if not len(columns):
            return
        if chosen:
            row = (max(chosen) if way > 0 else min(chosen)) + way
        else:
            seen = [slot.event for slot in canvas.frame.slots] or [0]
            row = min(seen) if way > 0 else max(seen)
        self._go_to_row(min(max(row, 0), len(columns) - 1))

    def _go_to_end(self, *, last: bool) -> None:
        count = len(self._canvas.scene_data.columns)
        if count:
            self._go_to_row(count - 1 if last else 0)

    def _go_to_row(self, row: int) -> None:
        self._canvas.select_rows([row])
        self._canvas.camera.reveal([row])
