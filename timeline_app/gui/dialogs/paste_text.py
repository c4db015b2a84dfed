"""PasteDialog: a report that lies on the clipboard, to be imported like a file."""

import re

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextDocumentFragment
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from timeline_app.gui.mnemonics import give_letters
from timeline_app.gui.parts import GRID, label

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def clipboard_text() -> str:
    """The text on the clipboard; of a piece of a web page that came without its plain text, what can be read of it."""
    clipboard = QGuiApplication.clipboard()
    if text := clipboard.text():
        return text
    data: QMimeData | None = clipboard.mimeData()  # None where there is no clipboard
    return QTextDocumentFragment.fromHtml(data.html()).toPlainText() if data is not None and data.hasHtml() else ""


def is_web_page(text: str) -> bool:
    """Whether a text is the source of a whole web page, to be read as one."""
    return _PAGE.match(text) is not None


class PasteDialog(QDialog):
    """Asks for a name and a text; starts with what is on the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import pasted text"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the source"))
        self.name.setPlaceholderText(self.tr("What to call this source (its headline, if left empty)"))
        self.body = QPlainTextEdit()
        self.body.setProperty("role", "field")
        self.body.setAccessibleName(self.tr("Text of the source"))
        self.body.setTabChangesFocus(True)
        self.body.setPlainText(clipboard_text())
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = box.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Import"))
        self._ok.setProperty("role", "primary")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.body.textChanged.connect(self._refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(label(self.tr("Paste the report, with its headline and dateline if it has them."), "muted"))
        layout.addWidget(self.name)
        layout.addWidget(self.body, 1)
        layout.addWidget(box)
        give_letters(self)
        self.resize(640, 480)
        self._refresh()

    @property
    def source_name(self) -> str:
        """The name, or the first line of the text."""
        first = next((line.strip() for line in self.text.splitlines() if line.strip()), self.tr("Pasted text"))
        return self.name.text().strip() or first[:80]

    @property
    def text(self) -> str:
        """The text to import."""
        return self.body.toPlainText()

    def _refresh(self) -> None:
        self._ok.setEnabled(bool(self.text.strip()))
