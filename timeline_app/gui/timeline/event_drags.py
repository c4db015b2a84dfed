"""Drags of events: moving them whole, and moving the edges of one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QPainter

from timeline_app.chart.arrangement import MIN_BAR
from timeline_app.chart.columns import wall_seconds
from timeline_app.chart.hit import Part
from timeline_app.chart.snap import (
    Edge,
    resized,
    shifted_months,
    signed_length,
    signed_months,
    snap,
    step,
    whole_units,
)
from timeline_app.gui.timeline.bars import Bar, bar_of, paint_bar
from timeline_app.gui.timeline.drags import Drag
from timeline_app.gui.timeline.ink import pen
from timeline_app.gui.timeline.tag import paint_tag
from timeline_app.model.calendar import DAY
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.dates import describe

if TYPE_CHECKING:
    from timeline_app.gui.timeline.canvas import TimelineCanvas


class EventDrag(Drag):
    """What moving and resizing share: the new times, their ghosts, and one undoable step at the end."""

    def __init__(self, canvas: "TimelineCanvas", start: QPointF, rows: list[int], lead: int) -> None:
        super().__init__(canvas, start)
        self.lead = lead
        self.rows = rows
        self.moving = frozenset(rows)
        event = canvas.scene_data.facts.event
        self.values: dict[int, TimeValue] = {row: value for row in rows if (value := event(row).time) is not None}
        self.changed: dict[int, TimeValue] = dict(self.values)
        self.words = ""

    @property
    def delta(self) -> float:
        """Seconds that the cursor has moved."""
        return (self.at.x() - self.start.x()) / self.canvas.view.scale * DAY

    def _ghost(self, row: int) -> Bar:
        """The bar with its bounds at the changed time."""
        canvas = self.canvas
        columns = canvas.scene_data.columns
        bar = bar_of(columns, row, canvas.frame)
        value, old = self.changed[row], self.values[row]

        def pixel(new: int | None, before: int | None, at: float) -> float:
            if new is None or before is None or new == before:
                return at
            return canvas.x_of(wall_seconds(new, value, columns.zone))

        left = pixel(value.earliest_start, old.earliest_start, bar.left)
        right = pixel(value.latest_end, old.latest_end, bar.right)
        if value.earliest_start is None:
            left = pixel(value.earliest_end, old.earliest_end, bar.left)
        elif value.latest_end is None:
            right = pixel(value.latest_start, old.latest_start, bar.right)
        else:
            right = max(right, left + MIN_BAR)
        inner_left = pixel(value.latest_start, old.latest_start, bar.inner_left)
        inner_right = pixel(value.earliest_end, old.earliest_end, bar.inner_right)
        return Bar(left, inner_left, inner_right, right, bar.look, bar.colour)

    def paint(self, painter: QPainter) -> None:
        """The ghosts with snap lines, and in words what the drag would do."""
        canvas, ink = self.canvas, self.canvas.ink
        frame = canvas.frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = dict(zip(frame.events.tolist(), frame.rows.tolist(), strict=True))
        for row in self.rows:
            if row not in rows:
                continue
            y = frame.y(rows[row])
            painter.setOpacity(0.35)
            paint_bar(painter, ink, bar_of(canvas.scene_data.columns, row, frame), y)
            painter.setOpacity(0.9)
            ghost = self._ghost(row)
            paint_bar(painter, ink, ghost, y)
            painter.setOpacity(1.0)
            if row == self.lead:
                painter.setPen(pen(ink.accent, 1.0, Qt.PenStyle.DotLine, cosmetic=False))
                for x in (ghost.left, ghost.right):
                    painter.drawLine(QPointF(round(x), 0), QPointF(round(x), canvas.area.height()))
                paint_tag(painter, ink, QPointF((ghost.left + ghost.right) / 2, y), self.words, canvas.area.width())

    def describe_lead(self) -> str:
        """The dragged event's new time in words."""
        return describe(self.changed[self.lead], self.canvas.scene_data.columns.zone)


class MoveEvents(EventDrag):
    """Moves events in time; all rest where the one under the cursor rests."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, canvas: "TimelineCanvas", start: QPointF, rows: list[int], lead: int) -> None:
        super().__init__(canvas, start, rows, lead)
        self._seconds = 0
        self._months: int | None = None
        self._tell()

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Moves the ghosts to the nearest resting place."""
        super().move(at, modifiers)
        value, scale = self.values[self.lead], self.canvas.view.scale
        self._months = whole_units(value, self.delta, scale)
        if self._months is not None:
            months = self._months
            self.changed = {row: shifted_months(v, months) for row, v in self.values.items()}
        else:
            unit = step(all(v.is_clock for v in self.values.values()), scale)
            start = next(b for b in (value.earliest_start, value.earliest_end) if b is not None)
            self._seconds = snap(start + self.delta, unit) - start if value.is_clock else snap(self.delta, unit)
            self.changed = {row: operations.moved_time(v, self._seconds) for row, v in self.values.items()}
        self._tell()

    def _tell(self) -> None:
        amount = signed_length(self._seconds) if self._months is None else signed_months(self._months)
        several = QCoreApplication.translate("Timeline", "{} events").format(len(self.values))
        self.words = f"{amount} → {self.describe_lead()}" + (f" · {several}" if len(self.values) > 1 else "")

    def finish(self) -> None:
        """Moves the events in one step."""
        canvas = self.canvas
        ids = canvas.scene_data.columns.ids
        if self._months is not None:
            if self._months:
                times = {ids[row]: value for row, value in self.changed.items()}
                operations.set_overrides(canvas.store, times, initiator=canvas)
        elif self._seconds:
            moves = {ids[row]: self._seconds for row in self.values}
            operations.move_events(canvas.store, moves, initiator=canvas)


class ResizeEvent(EventDrag):
    """Moves one edge of an event; with Alt a sharp edge grows soft instead."""

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, canvas: "TimelineCanvas", start: QPointF, row: int, part: Part) -> None:
        super().__init__(canvas, start, [row], row)
        self._part = part
        self.words = self.describe_lead()

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Moves the edge to the nearest resting place."""
        super().move(at, modifiers)
        value = self.values[self.lead]
        edge = Edge.SOFTEN if modifiers & Qt.KeyboardModifier.AltModifier else Edge.MOVE
        unit = step(value.is_clock, self.canvas.view.scale)
        self.changed = {self.lead: resized(value, self._part, self.delta, unit, edge)}
        self.words = self.describe_lead()

    def finish(self) -> None:
        """Gives the event its new time in one step."""
        value = self.changed[self.lead]
        if value != self.values[self.lead]:
            event_id = self.canvas.scene_data.columns.ids[self.lead]
            operations.set_overrides(self.canvas.store, {event_id: value}, verb="Resize", initiator=self.canvas)
