"""SavingDialog: what the window shows while it waits for a save, before it closes or opens another project."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressDialog, QWidget

from timeline_app.gui.mnemonics import give_letters
from timeline_app.workspace.saver import Saver

_AFTER_MS = 400  # most saves are over by then


class SavingDialog(QProgressDialog):
    """Comes up where the save takes long; Cancel gives the save up."""

    def __init__(self, saver: Saver, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saving"))
        words = QLabel(self.tr("Saving “{name}”…").format(name=name))
        words.setTextFormat(Qt.TextFormat.PlainText)  # names of projects are no markup
        self.setLabel(words)
        self.setCancelButtonText(self.tr("Cancel"))
        give_letters(self)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumDuration(_AFTER_MS)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.setRange(0, 0)
        self.canceled.connect(saver.cancel)
        saver.progress.connect(self._show)

    def _show(self, done: int, total: int) -> None:
        self.setRange(0, total)
        self.setValue(min(done, total - 1))
