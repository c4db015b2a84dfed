"""The panes around the text: docks that are dragged by a thin grip, hidden, floated, or moved by a menu."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QWidget
from shiboken6 import isValid

_GRIP_HEIGHT = 10  # pixels
_DOTS = 5
_SIDES: tuple[tuple[Qt.DockWidgetArea, Callable[[], str]], ...] = (
    (Qt.DockWidgetArea.LeftDockWidgetArea, lambda: QCoreApplication.translate("PaneDock", "Move to the left")),
    (Qt.DockWidgetArea.RightDockWidgetArea, lambda: QCoreApplication.translate("PaneDock", "Move to the right")),
    (Qt.DockWidgetArea.TopDockWidgetArea, lambda: QCoreApplication.translate("PaneDock", "Move to the top")),
    (Qt.DockWidgetArea.BottomDockWidgetArea, lambda: QCoreApplication.translate("PaneDock", "Move to the bottom")),
)


class PaneDock(QDockWidget):
    """A pane that can be dragged elsewhere.  Its panes name themselves, so that the grip needs no title."""

    def __init__(self, name: str, title: str, pane: QWidget, window: QMainWindow) -> None:
        super().__init__(title, window)
        self._main = window
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setTitleBarWidget(_Grip(self))
        self.setWidget(pane)
        self._resting: dict[QWidget, Qt.FocusPolicy] = {}
        self.visibilityChanged.connect(self._on_seen)

    def _on_seen(self, seen: bool) -> None:
        """Keeps the Tab key out of a pane that lies behind another."""
        for widget, policy in self._resting.items():
            if isValid(widget):
                widget.setFocusPolicy(policy)
        self._resting = {}
        pane = self.widget()
        if seen or pane is None:
            return
        for widget in (pane, *pane.findChildren(QWidget)):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                self._resting[widget] = widget.focusPolicy()
                widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the pane, for those who do not drag."""
        for area, words in _SIDES:
            action = menu.addAction(words(), lambda area=area: self.move_to(area))
            action.setEnabled(self.isFloating() or self._main.dockWidgetArea(self) is not area)
        menu.addSeparator()
        floats = self.isFloating()
        menu.addAction(
            self.tr("Put back into the window") if floats else self.tr("Float"), lambda: self.setFloating(not floats)
        )
        menu.addAction(self.tr("Hide"), self.hide)

    def move_to(self, area: Qt.DockWidgetArea) -> None:
        """Docks the pane at a side of the window."""
        self.setFloating(False)
        self._main.addDockWidget(area, self)
        self.show()
        self.raise_()


class _Grip(QWidget):
    """Five dots in the middle of a thin bar: seen when looked for."""

    def __init__(self, dock: PaneDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self._is_hovered = False
        self.setFixedHeight(_GRIP_HEIGHT)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("Move the pane {name}").format(name=dock.windowTitle()))
        self.setToolTip(self.tr("Drag to move this pane; double-click to float it; right-click for more"))

    def sizeHint(self) -> QSize:
        """As thin as it may be: a dock asks this, not the fixed height."""
        return QSize(_DOTS * 10, _GRIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers where the pane can go."""
        menu = QMenu(self)
        self._dock.fill_menu(menu)
        menu.exec(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Shows the dots."""
        self._is_hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Makes the dots faint again."""
        self._is_hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.PlaceholderText if self._is_hovered else QPalette.ColorRole.Mid
        painter.setBrush(self.palette().color(role))
        painter.setPen(Qt.PenStyle.NoPen)
        middle = QPointF(self.rect().center() + QPoint(1, 1))
        for number in range(_DOTS):
            painter.drawEllipse(middle + QPointF((number - _DOTS // 2) * 6, 0), 1.3, 1.3)
        painter.end()
