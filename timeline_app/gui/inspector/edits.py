"""Fields that tell when the analyst has finished with them."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class TextEdit(QPlainTextEdit):
    """Text that wraps and grows with its lines; `finished` carries it when focus leaves or, on one line, at Enter."""

    finished = Signal(str)

    def __init__(
        self, name: str, role: str, *, one_paragraph: bool, least_lines: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._one_paragraph, self._least_lines = one_paragraph, least_lines
        self._shown = ""
        self.setProperty("role", role)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self._fit)

    def show_text(self, text: str) -> None:
        """Shows a text, unless another is being typed."""
        if not self.is_pending:
            self._shown = text
            if text != self.toPlainText():
                self.setPlainText(text)

    @property
    def is_pending(self) -> bool:
        """Whether something was typed that was not told yet."""
        return self.hasFocus() and self.toPlainText() != self._shown

    def commit(self) -> None:
        """Tells what was typed, if it changed."""
        text = self.toPlainText()
        if text != self._shown:
            self._shown = text
            self.finished.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field ends the edit, except for a pop-up menu."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a one-paragraph edit (Ctrl+Enter any), Escape takes it back."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and (self._one_paragraph or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.commit()
            self.clearFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._shown)
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps into another number of lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        block, height = self.document().firstBlock(), 0.0
        while block.isValid():
            self.blockBoundingRect(block)  # lays the block out
            height += block.layout().boundingRect().height()  # lines of other scripts are higher
            block = block.next()
        least = QFontMetricsF(self.font()).lineSpacing() * self._least_lines
        self.setFixedHeight(ceil(max(height, least)) + 12)


class LineEdit(QLineEdit):
    """One line that tells when it is finished with and changed."""

    finished = Signal(str)

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("role", "quiet")
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Shows a text, unless another is being typed."""
        if not (self.hasFocus() and self.text() != self._shown):
            self._shown = text
            if text != self.text():
                self.setText(text)
                self.setCursorPosition(0)

    def commit(self) -> None:
        """Tells what was typed, if it changed."""
        if self.text() != self._shown:
            self._shown = self.text()
            self.finished.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the edit, Escape takes it back; both leave the field, so that letters are commands again."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self.clearFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.clearFocus()
        else:
            super().keyPressEvent(event)
