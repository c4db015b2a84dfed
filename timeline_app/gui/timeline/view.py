"""TimelineView: the timeline as the window holds it.

The widget stands at once; pyqtgraph and the canvas load after its first paint, because they take longer than the rest
of the window together.  What is asked of it before is done then.
"""

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollBar, QWidget

from timeline_app.gui.palette import LIGHT, Palette
from timeline_app.gui.parts import button
from timeline_app.model.calendar import DAY
from timeline_app.model.change import ProjectSettings
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.source import Source
from timeline_app.workspace import operations
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

if TYPE_CHECKING:
    from timeline_app.gui.timeline.canvas import TimelineCanvas
    from timeline_app.gui.timeline.scene import Scene

_FEW = 64  # events that are drawn anew without reading all the others
_COME_MS = 150  # documents of an import that come within are drawn together, at least
_COME_MOST_MS = 1_500
_COME_SHARE = 25  # times as long as that took is the pause until more is drawn
_DRAWN_TYPES = (Event, SourceLink, Source, ProjectSettings)


class TimelineView(QWidget):
    """Shows the store's dated events, shares the selection, and asks for what it does not do itself."""

    edit_requested = Signal(str)
    create_requested = Signal(object, object)  # wall-clock seconds in the display zone
    delete_requested = Signal(object)  # tuple of event ids

    def __init__(self, store: DocumentStore, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._selection = store, selection
        self._palette_colors: Palette = LIGHT
        self._canvas: TimelineCanvas | None = None
        self._visible: frozenset[str] | None = None
        self._is_filtering = False  # what is drawn may be on its way to `_visible`
        self._show_rejected = False
        self._waiting: list[Callable[[TimelineCanvas], None]] = []
        self._come: frozenset[str] = frozenset()  # events of documents that were just imported
        self._come_timer = QTimer(self, singleShot=True, interval=_COME_MS)
        self._come_timer.timeout.connect(lambda: store.turns.begin(self, self._drawing()))
        self._opening = QTimer(self, singleShot=True, interval=0)  # runs while a document that was opened is set up
        self.setAccessibleName(self.tr("Timeline"))
        self.setMinimumSize(260, 150)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        store.changed.connect(self._on_changed)
        store.reset.connect(self._on_reset)
        selection.changed.connect(self._on_selection)

    # Loading

    @property
    def canvas(self) -> "TimelineCanvas":
        """The canvas, loaded now if it was not yet."""
        if self._canvas is None:
            self.load()
        assert self._canvas is not None
        return self._canvas

    @property
    def is_loaded(self) -> bool:
        """Whether the canvas is there."""
        return self._canvas is not None

    def load(self) -> None:
        """Builds the canvas; does nothing when it is there."""
        if self._canvas is not None:
            return
        from timeline_app.gui.timeline.canvas import TimelineCanvas
        from timeline_app.gui.timeline.hover import HoverCard
        from timeline_app.gui.timeline.legend_card import LegendCard

        canvas = TimelineCanvas(self._store, self._selection, self._scene(), self._palette_colors)
        self._canvas = canvas
        self._bar = QScrollBar(self)
        self._bar.setAccessibleName(self.tr("Scroll the lanes"))
        self._bar.hide()
        self._bar.valueChanged.connect(self._on_bar)
        self._layout.addWidget(canvas, 1)
        self._layout.addWidget(self._bar)
        self.setFocusProxy(canvas)
        canvas.edit_requested.connect(self.edit_requested)
        canvas.create_requested.connect(self.create_requested)
        canvas.delete_requested.connect(self.delete_requested)
        canvas.lanes_menu_requested.connect(self._show_lanes_menu)
        canvas.range_changed.connect(self._update_bar)
        self._clock = QTimer(self)
        self._clock.timeout.connect(canvas.tick)
        self._clock.start(60_000)
        self.card = HoverCard(canvas, self._palette_colors)
        self.legend = LegendCard(canvas)
        self.legend_button = button(
            self.tr("Legend"), self.show_legend, "link", tip=self.tr("What the ways of drawing mean")
        )
        self.legend_button.setParent(canvas)
        canvas.range_changed.connect(self._place_legend_button)
        canvas.show()
        for deed in self._waiting:
            deed(canvas)
        self._waiting.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint, loads the canvas."""
        super().paintEvent(event)
        if self._canvas is None:
            QTimer.singleShot(0, self, self.load)

    def _scene(self) -> "Scene":
        from timeline_app.gui.timeline.headers import WINDOW
        from timeline_app.gui.timeline.scene import Scene

        document = self._store.document
        return Scene(
            document,
            visible=self._visible,
            show_rejected=self._show_rejected,
            with_now=True,
            with_gaps=self.show_gaps,
            headers=WINDOW,
        )

    def _do(self, deed: Callable[["TimelineCanvas"], None]) -> None:
        """Does something with the canvas, now or as soon as it is there."""
        if self._canvas is None:
            self._waiting.append(deed)
        else:
            deed(self._canvas)

    # What the window asks

    def set_palette_colors(self, palette: Palette) -> None:
        """Draws in other colours."""
        self._palette_colors = palette
        if self._canvas is not None:
            self._canvas.set_palette_colors(palette)
            self.card.set_palette_colors(palette)

    def fit_all(self) -> None:
        """Shows every event."""
        self._do(lambda canvas: canvas.camera.fit_all())

    def show_first(self) -> None:
        """Shows what is best looked at first: every event, or the bulk of them where few stand far off."""
        self._do(lambda canvas: canvas.camera.show_first())

    def await_project(self, name: str) -> None:
        """Tells while nothing is drawn that a project of this name is being opened; not any more without a name."""
        self._do(lambda canvas: canvas.await_project(name))

    def zoom_in(self) -> None:
        """Shows half the time."""
        self._do(lambda canvas: canvas.camera.zoom(0.5, canvas.area.width() / 2))

    def zoom_out(self) -> None:
        """Shows twice the time."""
        self._do(lambda canvas: canvas.camera.zoom(2.0, canvas.area.width() / 2))

    def zoom_to(self, begin_seconds: float, end_seconds: float) -> None:
        """Shows the period between two wall-clock seconds of the display zone, with a margin."""

        def zoom(canvas: "TimelineCanvas") -> None:
            from timeline_app.chart.viewport import fitting

            origin = canvas.scene_data.columns.origin
            width = canvas.area.width()
            margin = width * 0.06
            canvas.camera.go_to(
                fitting(begin_seconds / DAY - origin, end_seconds / DAY - origin, width, left=margin, right=margin)
            )

        self._do(zoom)

    def reveal_events(self, ids: Iterable[str]) -> None:
        """Brings events into view with as little movement as possible."""
        wanted = tuple(ids)
        self._do(lambda canvas: canvas.camera.reveal(canvas.scene_data.columns.rows_of(wanted)))

    def set_visible_events(self, ids: Iterable[str] | None) -> None:
        """Shows only these events, or with None all."""
        for _ in self.showing_only(ids):
            pass

    def showing_only(self, ids: Iterable[str] | None) -> Iterator[None]:
        """The steps of that, a few milliseconds each."""
        known, self._visible = self._visible, None if ids is None else frozenset(ids)
        if self._canvas is not None and (known != self._visible or self._is_filtering):
            self._is_filtering = True  # which may be given up for another filter
            yield from self._canvas.showing_only(self._visible)
            self._is_filtering = False

    @property
    def show_rejected(self) -> bool:
        """Whether rejected events are drawn."""
        return self._show_rejected

    @show_rejected.setter
    def show_rejected(self, shown: bool) -> None:
        self._show_rejected = shown
        if self._canvas is not None:
            self._canvas.scene_data.show_rejected = shown
            self._canvas.reload()

    # What happens elsewhere

    def _on_changed(self, summary: ChangeSummary) -> None:
        if self._canvas is None or not any(summary.touched(kind) for kind in _DRAWN_TYPES):
            return
        few = len(summary.events) <= _FEW and not summary.replaced.get(Source) and not summary.touched(ProjectSettings)
        if few and (summary.touched(Source) or summary.is_slice):  # an import or its undoing: more will follow
            self._come |= summary.events
            if not self._come_timer.isActive():
                self._come_timer.start()
        else:
            self._canvas.reload(summary.events if few else None)

    def _drawing(self) -> Iterator[None]:
        """Draws what came, in steps each of which may have a turn of its own."""
        come, self._come = self._come, frozenset()
        if self._canvas is None:
            return
        self._canvas.scene_data.refresh_markers()
        steps = self._canvas.reloading(come)
        started, took = perf_counter(), 0.0
        for _ in steps:
            took += 1_000 * (perf_counter() - started)
            yield
            started = perf_counter()
        took += 1_000 * (perf_counter() - started)
        self._come_timer.setInterval(max(_COME_MS, min(round(_COME_SHARE * took), _COME_MOST_MS)))

    def _on_reset(self) -> None:
        if self._visible and self._visible.isdisjoint(self._store.document.events):
            self._visible = None  # ids of the document that was shown before
        self._opening.start()
        if self._canvas is not None:
            self._canvas.restart(self._scene())

    def _on_selection(self, initiator: object) -> None:
        if self._canvas is None:
            return
        # what is selected while a project is opened is where the review goes on; the timeline shows the whole first
        reveals = initiator not in (self, self._canvas) and not self._opening.isActive()
        self._store.in_turns((self, "selection"), self._following(self._canvas, reveals=reveals))

    def _following(self, canvas: "TimelineCanvas", *, reveals: bool) -> Iterator[None]:
        """Marks what is selected, and brings it into view."""
        canvas.touch()
        yield
        if reveals:
            yield from canvas.camera.revealing(canvas.scene_data.columns.rows_of(self._selection.event_ids))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the focus on to the canvas."""
        super().focusInEvent(event)
        if self._canvas is not None:
            self._canvas.setFocus(event.reason())

    # Legend, scroll bar and menu

    def show_legend(self) -> None:
        """Opens the legend above its button."""
        self.legend.open_above(self.legend_button.mapToGlobal(QPoint(0, -4)))

    def _place_legend_button(self) -> None:
        at = QPoint(4, round(self.canvas.area.bottom()) + 1)
        if self.legend_button.pos() != at:
            self.legend_button.move(at)

    def _update_bar(self) -> None:
        canvas = self.canvas
        limit = round(canvas.scroll_limit)
        self._bar.blockSignals(True)
        self._bar.setRange(0, limit)
        self._bar.setPageStep(round(canvas.area.height()))
        self._bar.setSingleStep(40)
        self._bar.setValue(round(canvas.scroll))
        self._bar.blockSignals(False)
        self._bar.setVisible(limit > 0)

    def _on_bar(self, value: int) -> None:
        self.canvas.scroll_to(float(value))

    def _show_lanes_menu(self, at: QPoint) -> None:
        self.lanes_menu().exec(self.canvas.mapToGlobal(at))

    def lanes_menu(self) -> QMenu:
        """A menu of what lanes can be made of."""
        menu = QMenu(self)
        menu.setTitle(self.tr("Lanes"))
        *lanes, gaps = self.lane_actions(menu)
        menu.addActions(lanes)
        menu.addSeparator()
        menu.addAction(gaps)
        return menu

    def lane_actions(self, parent: QObject) -> list[QAction]:
        """What lanes can be made of, and the labels of gaps last, as actions that go with their parent."""
        from timeline_app.chart.grouping import LANE_ATTRIBUTES
        from timeline_app.gui.timeline.wording import lanes_by_words

        group = QActionGroup(parent)
        for key in LANE_ATTRIBUTES:
            action = QAction(lanes_by_words(key), group, checkable=True)
            action.setObjectName(f"lanes_{key}")
            action.setChecked(key == self._store.document.settings.lanes_by)
            action.triggered.connect(lambda _=False, by=key: self.set_lanes_by(by))
        gaps = QAction(self.tr("Label gaps"), parent, checkable=True)
        gaps.setObjectName("lanes_gaps")
        gaps.setChecked(self.show_gaps)
        gaps.toggled.connect(self.label_gaps)
        return [*group.actions(), gaps]

    @property
    def show_gaps(self) -> bool:
        """Whether stretches without any event are labelled."""
        return self._canvas is not None and self._canvas.scene_data.with_gaps

    def label_gaps(self, shown: bool) -> None:
        """Labels the stretches in which nothing happened, or no longer."""
        self._do(lambda canvas: canvas.label_gaps(shown))

    def set_lanes_by(self, attribute: str) -> None:
        """Makes lanes of another attribute (a key of `chart.grouping.LANE_ATTRIBUTES`); undoable."""
        operations.edit_settings(self._store, self, lanes_by=attribute)
