"""ToolBar: the actions that are needed all the time, the query line, the saved views and the exports."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from timeline_app.gui.actions import Actions

_SHOWN = ("open", "save", "", "import", "", "new_event", "link", "merge", "split", "delete", "", "undo", "redo")
_WITH_TEXT = ("import", "new_event", "link", "merge", "split")
_ICON = QSize(16, 16)
_WIDE = 1220  # pixels, from which tools have words too


class ToolBar(QToolBar):
    """Tools at the left, finding at the right."""

    def __init__(self, actions: Actions, right: Sequence[QWidget], exports: Sequence[str]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Tools"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(_ICON)
        self._worded: list[QToolButton] = []
        follower = _Follower(self)
        for action_id in _SHOWN:
            if not action_id:
                self.addSeparator()
                continue
            self.addAction(actions[action_id])
            tool = self.widgetForAction(actions[action_id])
            if isinstance(tool, QToolButton):
                tool.installEventFilter(follower)
                tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                tool.setAccessibleName(actions[action_id].toolTip())
                if action_id in _WITH_TEXT:
                    self._worded.append(tool)
                    tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        for part in right:
            self.addWidget(part)
        self.addWidget(self._make_export(actions, exports))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows icons alone where the words would push other tools out of a narrow window."""
        super().resizeEvent(event)
        wordy = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        style = wordy if event.size().width() >= _WIDE else Qt.ToolButtonStyle.ToolButtonIconOnly
        for tool in self._worded:
            if tool.toolButtonStyle() is not style:
                tool.setToolButtonStyle(style)

    def _make_export(self, actions: Actions, exports: Sequence[str]) -> QToolButton:
        export = QToolButton()
        export.setText(self.tr("Export ▾"))
        export.setAccessibleName(self.tr("Export"))
        export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(export)
        menu.addActions([actions[action_id] for action_id in exports])
        export.setMenu(menu)
        return export


class _Follower(QObject):
    """Has tools show the state of their actions, in the place of `QToolButton.setDefaultAction`.

    That makes one connection more at each change of an action (Qt 6.10), none of which ever goes, and "Undo …" changes
    with every edit.
    """

    def eventFilter(self, tool: QObject, event: QEvent) -> bool:
        """Takes the news that an action has changed."""
        if event.type() is not QEvent.Type.ActionChanged or not isinstance(tool, QToolButton):
            return False
        action = tool.defaultAction()
        tool.setIcon(action.icon())
        tool.setText(action.iconText().replace("&", "&&"))
        tool.setToolTip(action.toolTip())
        tool.setEnabled(action.isEnabled())
        return True
