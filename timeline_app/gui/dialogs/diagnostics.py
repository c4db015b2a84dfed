"""DiagnosticsDialog: shows a diagnostic report before it is copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from timeline_app.gui.mnemonics import give_letters
from timeline_app.gui.parts import GRID, button, label


class DiagnosticsDialog(QDialog):
    """The report as it will be copied, word for word; nothing is sent anywhere."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Diagnostic report"))
        told = self.tr(
            "This is all that the report holds: versions, numbers and places in the program. It has no text, title or "
            "name of your sources, and it is sent to nobody; copy it to where you report the problem."
        )
        self.body = QPlainTextEdit(report)
        self.body.setReadOnly(True)
        self.body.setProperty("role", "field")
        self.body.setAccessibleName(self.tr("Diagnostic report"))
        self.body.setTabChangesFocus(True)
        self.copy = button(self.tr("Copy"), self._copy, "primary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(self.tr("Close"), self.reject))
        row.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(label(told, "muted", wrap=True))
        layout.addWidget(self.body, 1)
        layout.addLayout(row)
        give_letters(self)
        self.resize(640, 360)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.body.toPlainText())
        self.copy.setText(self.tr("Copied"))
