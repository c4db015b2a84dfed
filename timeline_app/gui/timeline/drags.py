"""Drags: what happens between a press on the timeline and its release, one class for each kind."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from timeline_app.chart.labels import bar_pixels
from timeline_app.chart.viewport import Viewport
from timeline_app.gui.timeline.ink import pen
from timeline_app.gui.timeline.tag import paint_tag
from timeline_app.model.calendar import DAY, HOUR, MINUTE
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace.dates import describe

if TYPE_CHECKING:
    from timeline_app.gui.timeline.canvas import TimelineCanvas

_PERIOD_STEPS = (MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY)


class Drag:
    """A gesture under way.  Points are in the widget's pixels."""

    cursor = Qt.CursorShape.ArrowCursor
    moving: frozenset[int] = frozenset()  # events whose ghost is painted in their stead

    def __init__(self, canvas: "TimelineCanvas", start: QPointF) -> None:
        self.canvas, self.start, self.at = canvas, start, start

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The cursor is at another point."""
        self.at = at

    def finish(self) -> None:
        """The button was let go: carries out what was shown."""

    def paint(self, painter: QPainter) -> None:
        """Shows what would happen, in the pixels of the event area."""


class Pan(Drag):
    """Drags the canvas itself, across and down."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Moves the view by what the cursor moved."""
        self.canvas.camera.pan(self.at.x() - at.x(), self.at.y() - at.y())
        super().move(at, modifiers)


class Period(Drag):
    """Marks a stretch of time on the canvas, in whole steps."""

    cursor = Qt.CursorShape.SplitHCursor

    @property
    def seconds(self) -> tuple[int, int]:
        """Wall-clock seconds of the stretch, at least one step long."""
        canvas = self.canvas
        view, left = canvas.view, canvas.area.left()
        unit = period_step(view)
        low, high = sorted((self.start.x() - left, self.at.x() - left))
        first = round(canvas.seconds_at(low) / unit) * unit
        return first, max(round(canvas.seconds_at(high) / unit) * unit, first + unit)

    def paint(self, painter: QPainter) -> None:
        """A shade over the stretch, named in words."""
        canvas, ink = self.canvas, self.canvas.ink
        begin, end = self.seconds
        left, right = canvas.x_of(begin), canvas.x_of(end)
        shade = QColor(ink.accent)
        shade.setAlpha(30)
        painter.fillRect(QRectF(left, 0, right - left, canvas.area.height()), shade)
        painter.setPen(pen(ink.accent))
        painter.drawLine(QPointF(left, 0), QPointF(left, canvas.area.height()))
        painter.drawLine(QPointF(right, 0), QPointF(right, canvas.area.height()))
        unit = Granularity.DAY if begin % DAY == 0 and end % DAY == 0 else Granularity.MINUTE
        words = describe(TimeValue.interval(begin, end, unit))
        paint_tag(
            painter, ink, QPointF((left + right) / 2, self.at.y() - canvas.area.top()), words, canvas.area.width()
        )


class ZoomToPeriod(Period):
    """Shift and drag: shows the stretch."""

    def finish(self) -> None:
        """Zooms to the stretch."""
        canvas = self.canvas
        low, high = sorted((self.start.x(), self.at.x()))
        if high - low >= 4:
            view, left = canvas.view, canvas.area.left()
            canvas.camera.go_to(Viewport(view.days(low - left), view.days(high - left), view.width))


class CreatePeriod(Period):
    """Ctrl and drag: asks for a new event over the stretch."""

    cursor = Qt.CursorShape.CrossCursor

    def finish(self) -> None:
        """Asks for the event."""
        begin, end = self.seconds
        self.canvas.create_requested.emit(begin, end)


def period_step(view: Viewport) -> int:
    """Seconds to which a drawn stretch keeps: the finest unit that is a dozen pixels wide."""
    return next((s for s in _PERIOD_STEPS if s * view.scale / DAY >= 12.0), DAY)


class Band(Drag):
    """Ctrl, Shift and drag: selects the events that a rectangle touches."""

    cursor = Qt.CursorShape.CrossCursor

    @property
    def _rect(self) -> QRectF:
        corner = self.canvas.area.topLeft()
        return QRectF(self.start - corner, self.at - corner).normalized()

    def paint(self, painter: QPainter) -> None:
        """The rectangle."""
        shade = QColor(self.canvas.ink.accent)
        shade.setAlpha(28)
        painter.setPen(pen(self.canvas.ink.accent))
        painter.setBrush(shade)
        painter.drawRect(self._rect)

    def finish(self) -> None:
        """Selects what is inside, besides what was selected."""
        canvas, rect = self.canvas, self._rect
        frame = canvas.frame
        columns = canvas.scene_data.columns
        left, right = bar_pixels(columns, frame.events, frame.view)
        y = frame.arrangement.row_y[frame.rows] - frame.scroll
        inside = (right >= rect.left()) & (left <= rect.right()) & (y >= rect.top() - 5) & (y <= rect.bottom() + 5)
        found = [columns.ids[row] for row in frame.events[inside].tolist()]
        canvas.selection.select_events([*canvas.selection.event_ids, *found], canvas)


class DragOverview(Drag):
    """Drags the window over the overview, or one of its ends."""

    cursor = Qt.CursorShape.ClosedHandCursor
    _GRAB = 7.0

    def __init__(self, canvas: "TimelineCanvas", start: QPointF) -> None:
        super().__init__(canvas, start)
        self._view = canvas.view
        self._end = ""
        overview = canvas.overview
        if overview is None:
            return
        left, right = overview.window(self._view)
        x = start.x() - canvas.area.left()
        if right - left > 3 * self._GRAB and abs(x - left) <= self._GRAB:
            self._end = "left"
        elif right - left > 3 * self._GRAB and abs(x - right) <= self._GRAB:
            self._end = "right"
        elif not left - self._GRAB <= x <= right + self._GRAB:
            self._centre_on(overview.whole.days(x))

    def _centre_on(self, days: float) -> None:
        half = self._view.span / 2
        self._view = Viewport(days - half, days + half, self._view.width)
        self.canvas.camera.go_to(self._view, animated=False)

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Shows the stretch under the window."""
        super().move(at, modifiers)
        overview, view = self.canvas.overview, self._view
        if overview is None:
            return
        shift = (at.x() - self.start.x()) / overview.whole.scale
        least = 2 / overview.whole.scale
        begin = view.begin + shift if self._end != "right" else view.begin
        end = view.end + shift if self._end != "left" else view.end
        if end - begin >= least:
            self.canvas.camera.go_to(Viewport(begin, end, view.width), animated=False)
