"""Camera: moves the canvas's view about, gliding where the system wants motion."""

from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QVariantAnimation
from PySide6.QtWidgets import QStyle

from timeline_app.chart.arrangement import neighbours, octave_of
from timeline_app.chart.viewport import MIN_SPAN, Viewport

if TYPE_CHECKING:
    from timeline_app.gui.timeline.canvas import TimelineCanvas

_MOTION = 140  # milliseconds


class Camera(QObject):
    """Zooms, pans and brings events into view; `is_fitted` while nobody has moved since all or the bulk was shown."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.motion = _MOTION
        self.is_fitted = True
        self._shows_bulk = False
        self._zoom: tuple[float, float] | None = None  # factor and pixel of the last movement, if it was one
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._on_motion)
        self._ends: tuple[tuple[float, float, float], tuple[float, float, float]] | None = None

    def go_to(self, view: Viewport, scroll: float | None = None, *, animated: bool = True) -> None:
        """Shows another stretch of time, from another scroll position where one is given."""
        canvas = self._canvas
        self._stop()
        target = (view.begin, view.end, canvas.scroll if scroll is None else scroll)
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        glides = animated and self.motion and canvas.isVisible() and not canvas.store.shares_turns  # each frame costs
        if glides and canvas.style().styleHint(hint, None, canvas) > 0:
            now = canvas.view
            self._ends = ((now.begin, now.end, canvas.scroll), target)
            self._animation.setDuration(self.motion)
            self._animation.start()
        else:
            canvas.show_range(*target)

    def _on_motion(self, share: object) -> None:
        if self._ends is None or not isinstance(share, float):
            return
        here, there = self._ends
        eased = 1 - (1 - share) ** 3
        begin, end, scroll = (a + (b - a) * eased for a, b in zip(here, there, strict=True))
        self._canvas.show_range(begin, end, scroll)

    def _stop(self) -> None:
        self._animation.stop()
        self._zoom = None
        self.is_fitted = False

    def fit_all(self, *, animated: bool = True) -> None:
        """Shows every event with its label."""
        canvas = self._canvas
        self.go_to(canvas.scene_data.fitted(canvas.ink, canvas.area.width()), 0.0, animated=animated)
        self.is_fitted, self._shows_bulk = True, False

    def show_first(self, *, animated: bool = True) -> None:
        """Shows every event, or the bulk of them where few stand so far off that the others would be squeezed."""
        canvas = self._canvas
        bulk = canvas.scene_data.fitted_to_bulk(canvas.ink, canvas.area.width())
        if bulk is None:
            self.fit_all(animated=animated)
            return
        self.go_to(bulk, 0.0, animated=animated)
        self.is_fitted = self._shows_bulk = True

    def refit(self) -> None:
        """Shows anew what was shown by the last fit, after the events or the width changed."""
        (self.show_first if self._shows_bulk else self.fit_all)(animated=False)

    def refitting(self) -> Iterator[None]:
        """The steps of that, each of which arranges the events once at most; none more once the view was moved."""
        canvas = self._canvas
        while self.is_fitted:
            columns, scene = canvas.scene_data.columns, canvas.scene_data
            view = scene.fitted_to_bulk(canvas.ink, canvas.area.width()) if self._shows_bulk else None
            if view is None:
                view = scene.to_fit(canvas.ink, canvas.area.width())
            yield from scene.arranging(view, canvas.ink)
            yield
            if canvas.scene_data.columns is columns:
                break
        if self.is_fitted:
            self.refit()

    @property
    def is_zooming(self) -> bool:
        """Whether the last movement was a zoom."""
        return self._zoom is not None

    def repeated(self, view: Viewport) -> Viewport:
        """Where the last zoom would lead from another view."""
        return view.zoomed(*self._zoom) if self._zoom else view

    def zoom(self, factor: float, x: float) -> None:
        """Spans `factor` times the time about pixel `x` of the area."""
        self._stop()
        self._zoom = factor, x
        view = self._canvas.view.zoomed(factor, x)
        self._canvas.show_range(view.begin, view.end)

    def pan(self, pixels: float, down: float = 0.0) -> None:
        """Moves the view by pixels."""
        self._stop()
        view = self._canvas.view.panned(pixels)
        self._canvas.show_range(view.begin, view.end, self._canvas.scroll + down)

    def reveal(self, rows: Iterable[int]) -> None:
        """Brings events into view with as little movement as possible, out of a cluster where they hide in one."""
        for _ in self.revealing(rows):
            pass

    def revealing(self, rows: Iterable[int]) -> Iterator[None]:
        """The same in steps, each of which arranges the events for one zoom at most."""
        wanted = list(rows)
        if not wanted:
            return
        canvas = self._canvas
        columns, view = canvas.scene_data.columns, canvas.view
        begin, end = float(columns.begin[wanted].min()), float(columns.end[wanted].max())
        if end - begin > 0.9 * view.span:
            margin = (end - begin) * 0.1
            view = Viewport(begin - margin, end + margin, view.width)
        elif begin < view.begin + 0.02 * view.span or end > view.end - 0.1 * view.span:
            shift = (begin + end) / 2 - (view.begin + view.end) / 2
            view = Viewport(view.begin + shift, view.end + shift, view.width)
        view = yield from self._out_of_cluster(view, wanted[-1])
        yield from canvas.scene_data.arranging(view, canvas.ink)
        yield
        if canvas.scene_data.columns is not columns:
            return  # other events are drawn by now, and what was asked for stands elsewhere
        scroll = self._scroll_to_show(view, wanted[-1])
        if view != canvas.view or scroll != canvas.scroll:
            self.go_to(view, scroll)

    def _out_of_cluster(self, view: Viewport, row: int) -> Generator[None, None, Viewport]:
        """Zooms in on an event until it has a bar of its own, as far as there is any zoom left."""
        canvas = self._canvas
        columns = canvas.scene_data.columns
        if columns.lanes[int(columns.lane[row])].key in canvas.scene_data.folding.collapsed:
            return view
        scene, closer = canvas.scene_data, view
        middle = float(columns.begin[row] + columns.end[row]) / 2
        while scene.columns is columns:
            yield from scene.arranging(closer, canvas.ink)
            if scene.columns is not columns or row in scene.arrangement(closer, canvas.ink).events:
                break
            yield
            while closer.span > MIN_SPAN * 1.01:
                closer = closer.zoomed(0.5, closer.x(middle))
                if neighbours(columns, row, octave_of(closer.scale)) <= scene.most_in_a_cell:
                    break
            else:
                return view
        return closer

    def _scroll_to_show(self, view: Viewport, row: int) -> float:
        canvas = self._canvas
        arrangement = canvas.scene_data.arrangement(view, canvas.ink)
        found = (arrangement.events == row).nonzero()[0]
        if not len(found):
            return canvas.scroll
        y, height = float(arrangement.row_y[arrangement.row[found[0]]]), canvas.area.height()
        if canvas.scroll + 14 <= y <= canvas.scroll + height - 14:
            return canvas.scroll
        return min(max(y - height / 2, 0.0), max(arrangement.height - height, 0.0))
