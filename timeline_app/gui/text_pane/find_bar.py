"""FindBar: searches the text that is shown, with a count and the way to the next."""

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from timeline_app.gui.parts import GRID, button, label, native_keys, set_property
from timeline_app.model.token import Span

_MOST = 10_000  # places that are marked
_DELAY_MS = 80


class FindBar(QWidget):
    """`found` carries the places (code points) and the number of the current one."""

    found = Signal(object, int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._hits: list[Span] = []
        self._current = -1
        self.setProperty("role", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Find in the text"))
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Find in the text"))
        self.field.setPlaceholderText(self.tr("Find in this text"))
        self.field.setMaximumWidth(320)
        self.count = label("", "small")
        previous = button(
            "↑", lambda: self.step(-1), "small", name=self.tr("Previous place"), tip=native_keys("Shift+F3")
        )
        following = button("↓", lambda: self.step(1), "small", name=self.tr("Next place"), tip="F3")
        close = button(self.tr("Close"), self.close_bar, "link", name=self.tr("Close the search"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 3, GRID // 2, GRID * 2, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self.field, 1)
        for part in (previous, following, self.count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self.search)
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self.hide()

    def open_bar(self, text: str, chosen: str) -> None:
        """Opens the bar on a text, with words to look for if some are selected."""
        self._text = text
        if chosen and "\n" not in chosen:
            self.field.setText(chosen)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.search()

    def set_text(self, text: str) -> None:
        """Takes another text, which is searched if the bar is open."""
        self._text = text
        if self.isVisible():
            self.search()

    def close_bar(self) -> None:
        """Closes the bar and takes the marks away."""
        self.hide()
        self._hits, self._current = [], -1
        self.found.emit([], -1)
        self.closed.emit()

    def search(self) -> None:
        """Looks for what is typed, without case."""
        self._timer.stop()
        words = self.field.text()
        self._hits = []
        if words.strip():
            pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
            for match in pattern.finditer(self._text):
                self._hits.append(Span(*match.span()))
                if len(self._hits) == _MOST:
                    break
        self._current = 0 if self._hits else -1
        set_property(self.field, "invalid", bool(words.strip()) and not self._hits)
        self._tell()

    def step(self, by: int) -> None:
        """Goes to the next or previous place, around the ends."""
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._tell()

    def _tell(self) -> None:
        if self._hits:
            words = self.tr("{current:,} of {all:,}").format(current=self._current + 1, all=len(self._hits))
        else:
            words = self.tr("not found") if self.field.text().strip() else ""
        self.count.setText(words)
        self.found.emit(self._hits, self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F3 go on, with Shift back; Escape closes."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            if self._timer.isActive():
                self.search()
            else:
                self.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
