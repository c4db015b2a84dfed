"""TimeField: a line in which a person types a time, with its reading below as they type."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from timeline_app.gui.parts import label, set_property
from timeline_app.model.display import describe as plain
from timeline_app.model.source import PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace.dates import describe, typing_language
from timeline_app.workspace.retelling import retold
from timeline_app.workspace.translation import mark, translated

EXAMPLES = mark("“last weekend”, “28 May 2018 1330 GMT”, “2018-05~”, “between 3 and 7 May”")


class TimeField(QWidget):
    """Reads what is typed against a publication context.

    `changed` tells that the reading changed, `committed` that Enter was pressed on text that could be read, `left` that
    Escape was pressed in the empty line.
    """

    changed = Signal()
    committed = Signal(str)
    left = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._language = PublicationContext(), "en"
        self._value: TimeValue | None = None
        self.edit = _EscapableEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(name)
        self.edit.setToolTip(
            self.tr("Type a time as you would say it: {examples}").format(examples=translated(EXAMPLES))
        )
        self.reading: QLabel = label("", "small", wrap=True)
        self.reading.setAccessibleName(self.tr("Reading of {name}").format(name=name))
        self.reading.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.edit)
        layout.addWidget(self.reading)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._read)
        self.edit.returnPressed.connect(self._commit)
        self.edit.cancelled.connect(lambda: self.set_text(""))
        self.edit.left.connect(self.left)

    def set_context(self, context: PublicationContext, language: str = "en") -> None:
        """What relative phrases count from, and the language that is read before English."""
        self._context, self._language = context, language

    @property
    def context(self) -> PublicationContext:
        """What relative phrases count from."""
        return self._context

    def set_text(self, text: str) -> None:
        """Puts text in the field and reads it."""
        self.edit.setText(text)
        self._read(text)

    @property
    def text(self) -> str:
        """What is typed, without blanks at its ends."""
        return self.edit.text().strip()

    @property
    def value(self) -> TimeValue | None:
        """The reading; None while the field is empty or cannot be read."""
        return self._value

    def _read(self, text: str) -> None:
        self._value, reason = None, ""
        if text.strip():
            self._value, reason = read(text, self._context, self._language)
        set_property(self.edit, "invalid", bool(reason))
        set_property(self.reading, "role", "error" if reason else "strong")
        self.reading.setText(reason or (f"→ {describe(self._value)}" if self._value else ""))
        self.reading.setVisible(bool(self.reading.text()))
        self.changed.emit()

    def _commit(self) -> None:
        if self._value is not None:
            self.committed.emit(self.text)


class _EscapableEdit(QLineEdit):
    """A line that Escape empties, and leaves when it is empty."""

    cancelled = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.cancelled.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        super().keyPressEvent(event)


def as_typed(value: TimeValue, zone: str | None = None) -> str:
    """A time as it stands in a field: in the words of the window where these read back as the same, else in English."""
    text = describe(value, zone)
    found, _ = read(text, PublicationContext(time_zone=zone))
    return text if found == value else plain(value, zone)


def read(text: str, context: PublicationContext, language: str = "en") -> tuple[TimeValue | None, str]:
    """What typed text means: its time, or None and the reason for people."""
    from timeline_app.temporal.phrase import PhraseError, read_time  # the grammar is built on first use

    try:
        return read_time(text, context, language=typing_language(language)), ""
    except PhraseError as error:
        return None, retold(str(error))
