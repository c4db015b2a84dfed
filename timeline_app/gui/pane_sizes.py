"""PaneSizes: how wide and high the panes are wanted, kept while the window is made smaller and larger again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

_FIRST = {"sources": 296, "inspector": 400}  # pixels of width
_TIMELINE = 0.4  # of the height of the window
_FIRST_WINDOW = QSize(1600, 1000)  # what these were chosen for
_WIDEST_SIDE = 0.32  # of the window, when a size from a larger screen comes back
_AGAIN_MS = 40
_SIDES = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A size that a pane was given, and the size that the window had then."""

    width: int
    height: int
    window: QSize

    def width_in(self, window: QSize) -> int:
        """A side gives way to the text in a narrower window, but less than the text does; a wider one leaves it."""
        share = window.width() / max(self.window.width(), 1)
        return self.width if share >= 1 else round(min(self.width * sqrt(share), window.width() * _WIDEST_SIDE))

    def height_in(self, window: QSize) -> int:
        """A pane below keeps its share of the height."""
        return round(self.height * window.height() / max(self.window.height(), 1))


class PaneSizes(QObject):
    """Follows the panes of a window: what the user drags becomes what is wanted, what the window does is answered."""

    def __init__(self, window: QMainWindow, docks: Mapping[str, QDockWidget]) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._wanted: dict[str, _Wanted] = {}
        self._is_held = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._answer)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.share)
        window.installEventFilter(self)
        for dock in docks.values():
            dock.installEventFilter(self)

    def begin(self) -> None:
        """Wants the first sizes."""
        self._wanted = {name: _Wanted(width, 0, _FIRST_WINDOW) for name, width in _FIRST.items()}
        height = round(_FIRST_WINDOW.height() * _TIMELINE)
        self._wanted["timeline"] = self._wanted["table"] = _Wanted(0, height, _FIRST_WINDOW)
        self.share()

    def _answer(self) -> None:
        """Answers another size of the window, twice: what panes ask for while they are resized takes the first back."""
        self.share()
        self._again.start()

    def share(self) -> None:
        """Gives the panes that are seen in the window what is wanted, as far as the window has room."""
        window, size = self._window, self._window.size()
        for name, wanted in self._wanted.items():
            dock = self._docks.get(name)
            if dock is None or dock.isFloating() or not dock.isVisible():
                continue
            if window.dockWidgetArea(dock) in _SIDES:
                if wanted.width:
                    window.resizeDocks([dock], [wanted.width_in(size)], Qt.Orientation.Horizontal)
            elif wanted.height and not dock.visibleRegion().isEmpty():
                window.resizeDocks([dock], [wanted.height_in(size)], Qt.Orientation.Vertical)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the news of sizes, and of an edge between panes that is held: the window itself gets no other press."""
        kind = event.type()
        if watched is self._window and kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            self._is_held = kind is QEvent.Type.MouseButtonPress
        elif kind is QEvent.Type.Resize and watched is self._window:
            self._later.start()
        elif kind is QEvent.Type.Resize and self._is_held and isinstance(watched, QDockWidget):
            self._want(watched)
        return False

    def _want(self, dock: QDockWidget) -> None:
        if not dock.isFloating():
            wanted = _Wanted(dock.width(), dock.height() + self._height_of_tabs(dock), self._window.size())
            for one in (dock, *self._window.tabifiedDockWidgets(dock)):
                self._wanted[one.objectName()] = wanted

    def save(self) -> str:
        """The sizes of the window and of the panes that are seen in it, to be kept between runs.

        A pane behind the tab of another is none: it still has the size that it was last seen with.
        """
        shown = {
            n: dock for n, dock in self._docks.items() if not (dock.isFloating() or dock.visibleRegion().isEmpty())
        }
        sizes = {name: (dock.width(), dock.height() + self._height_of_tabs(dock)) for name, dock in shown.items()}
        return json.dumps({"window": (self._window.width(), self._window.height()), **sizes})

    def restore(self, kept: str) -> None:
        """Wants the sizes that panes were left with."""
        sizes = _sizes_from(kept)
        window = QSize(*sizes.pop("window", (self._window.width(), self._window.height())))
        self._wanted |= {name: _Wanted(width, height, window) for name, (width, height) in sizes.items()}
        self.share()

    def _height_of_tabs(self, dock: QDockWidget) -> int:
        """Pixels of the tabs above a pane that shares its place: `resizeDocks` counts them in."""
        if not self._window.tabifiedDockWidgets(dock):
            return 0
        bars = self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return max((bar.height() for bar in bars if bar.isVisible()), default=0)


def _sizes_from(kept: str) -> dict[str, tuple[int, int]]:
    try:
        read = json.loads(kept)
        return {str(name): (int(width), int(height)) for name, (width, height) in read.items()}
    except (ValueError, TypeError, AttributeError):
        return {}  # of another version, or damaged
