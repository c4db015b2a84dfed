"""Notice: one calm line that says what waits for a decision, with what leads there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from timeline_app.gui.parts import GRID, button, label


class Notice(QFrame):
    """Hidden while there is nothing to say."""

    clicked = Signal()

    def __init__(self, action: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.text = label("", "small", wrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # words widen no pane
        self.button = button(action, self.clicked.emit, "link", name=name)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2 - 3, GRID // 2, GRID // 2, GRID // 2)
        row.setSpacing(GRID // 2)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.hide()

    def show_text(self, text: str) -> None:
        """Says something, or with an empty text nothing."""
        self.text.setText(text)
        self.setVisible(bool(text))
