"""DropHint: says, over the window, what letting go of the dragged files or text would do."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLabel, QWidget

from timeline_app.gui.parts import GRID

_SUFFIX = ".tline"


class DropHint(QLabel):
    """Hidden but while something is dragged over the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "drop")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_for(self, data: QMimeData) -> None:
        """Says what dropping this would do, over the whole window."""
        self.setText(self._words(dropped_files(data)))
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect().adjusted(GRID, GRID, -GRID, -GRID))
        self.raise_()
        self.show()

    def _words(self, files: Sequence[Path]) -> str:
        project = next((path for path in files if path.suffix.lower() == _SUFFIX), None)
        if project is not None:
            return self.tr("Drop to open {name}").format(name=project.name)
        if len(files) == 1:
            return self.tr("Drop to import {name}").format(name=files[0].name)
        return self.tr("Drop to import %n file(s)", "", len(files)) if files else self.tr("Drop to import this text")


def dropped_files(data: QMimeData) -> list[Path]:
    """The files of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
