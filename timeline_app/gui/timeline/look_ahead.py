"""LookAhead: prepares what the next frames will need while the view rests, so that a moving hand need not wait."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.chart.arrangement import octave_of
from timeline_app.chart.viewport import MAX_SPAN, MIN_SPAN, Viewport
from timeline_app.gui.timeline.event_painting import paint_events
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.headers import WINDOW, paint_headers
from timeline_app.gui.timeline.label_painting import paint_labels

if TYPE_CHECKING:
    from timeline_app.gui.timeline.canvas import TimelineCanvas

_REST = 8  # milliseconds without a movement
_LIVELY = 500  # milliseconds until it looks again whether an import is over: what comes in would undo the work
_MOST_STEPS = 16  # of the same movement that are looked ahead


class LookAhead(QObject):
    """Works in slices of a few milliseconds, an event of the window between any two."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._place: object = None  # that is prepared for
        self._columns: object = None
        self._slices: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._work)

    def begin(self) -> None:
        """The view has moved: goes on preparing, or begins anew where something else comes next."""
        view, canvas = self._next_octave(), self._canvas
        place = (octave_of(canvas.view.scale), octave_of(view.scale), canvas.ink)
        if place != self._place or canvas.scene_data.columns is not self._columns:
            self._place, self._columns = place, canvas.scene_data.columns
            self._slices = self._prepare(view)
        self._timer.start(_REST)

    def _work(self) -> None:
        if self._canvas.store.turns.is_lively:
            self._timer.start(_LIVELY)
        elif next(self._slices, self) is not self:
            self._timer.start(0)

    def _next_octave(self) -> Viewport:
        """The first view in another octave if the last movement is repeated; else the present one."""
        now = view = self._canvas.view
        if not self._canvas.camera.is_zooming:
            return now
        octave = octave_of(now.scale)
        for _ in range(_MOST_STEPS):
            view = self._canvas.camera.repeated(view)
            if octave_of(view.scale) != octave:
                return view
        return now

    def _prepare(self, view: Viewport) -> Iterator[None]:
        canvas = self._canvas
        for ahead in (view, canvas.view.zoomed(0.5, view.width / 2), canvas.view.zoomed(2.0, view.width / 2)):
            if not canvas.scene_data.is_arranged(ahead) and MIN_SPAN < ahead.span < MAX_SPAN:
                canvas.scene_data.arrangement(ahead, canvas.ink)
                yield
        if view != canvas.view:
            yield from self._paint_unseen(canvas.frame_of(view))

    def _paint_unseen(self, frame: Frame) -> Iterator[None]:
        """Paints a frame where nobody sees it: words and pictures that it needs are there afterwards."""
        ratio = self._canvas.devicePixelRatioF()
        for paint in (paint_labels, paint_events, lambda painter, frame: paint_headers(painter, frame, WINDOW)):
            paper = QPixmap(1, 1)
            paper.setDevicePixelRatio(ratio)
            painter = QPainter(paper)
            paint(painter, frame)
            painter.end()
            yield
