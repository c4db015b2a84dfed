"""FileOpening: files that the desktop asks the program to open by an event, as macOS does, not by an argument."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent


class FileOpening(QObject):
    """Watches an application for such events; hands each file on, or keeps it until `begin` says that it may."""

    def __init__(self, application: QObject, take: Callable[[list[Path], str], object]) -> None:
        super().__init__(application)
        self._take = take
        self._waiting: list[Path] = []
        self._may_open = False
        application.installEventFilter(self)

    def begin(self) -> None:
        """The window stands: what was asked for meanwhile is opened, and what comes from now on at once."""
        self._may_open = True
        self._hand_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes requests to open a file."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._waiting.append(Path(event.file()))
            self._hand_on()
            return True
        return super().eventFilter(watched, event)

    def _hand_on(self) -> None:
        if self._may_open and self._waiting:
            asked, self._waiting = self._waiting, []
            self._take(asked, "")
