"""TimeBox: phrase → reading and why → the analyst's own date."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from timeline_app.gui.inspector.layers import TimeLayers
from timeline_app.gui.parts import GRID, button, label, set_property
from timeline_app.gui.time_field import TimeField
from timeline_app.model.annotation import Alternative
from timeline_app.workspace.dates import describe, describe_weekdays
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.reasons import alternative_told
from timeline_app.workspace.retelling import quoted

_ALTERNATIVES = 4  # shown at most


class TimeBox(QFrame):
    """Shows the three layers of one event, or one date field for several.

    `typed` carries the text of a new date, `used` an alternative's TimeValue, `cleared` asks for the reading back.
    """

    typed = Signal(str)
    used = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.phrase = label("", wrap=True, selectable=True)
        self.reading = label("", "strong", wrap=True, selectable=True)
        self.why = label("", "small", wrap=True, selectable=True)
        self.others = QVBoxLayout()
        self.others.setSpacing(2)
        self._others: list[_Other] = []  # made so far
        self.own = label("", "strong", wrap=True, selectable=True)
        self.typed_words = label("", "small", wrap=True, selectable=True)
        self.back = button(self.tr("Back to the reading"), self.cleared.emit, "link")
        self.field = TimeField(self.tr("Your date"), self.tr("type a date or a phrase"))
        self.field.committed.connect(self.typed)
        self.field.edit.editingFinished.connect(self.commit)
        self.phrase.setAccessibleName(self.tr("Phrase"))
        self.reading.setAccessibleName(self.tr("Reading"))
        self.why.setAccessibleName(self.tr("Why"))
        words = (self.tr("phrase"), self.tr("reading"), self.tr("or"), self.tr("your date"))
        names = ("phrase", "reading", "or", "your date")
        self._captions = {name: label(word, "small") for name, word in zip(names, words, strict=True)}
        self._build()

    def _build(self) -> None:
        reading = QVBoxLayout()
        reading.setSpacing(2)
        reading.addWidget(self.reading)
        reading.addWidget(self.why)
        own = QVBoxLayout()
        own.setSpacing(4)
        own.addWidget(self.own)
        own.addWidget(self.typed_words)
        own.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        own.addWidget(self.field)
        grid = QGridLayout(self)
        grid.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID + 2)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID - 2)
        grid.setColumnMinimumWidth(0, 58)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        rows: dict[str, QWidget | QLayout] = {
            "phrase": self.phrase,
            "reading": reading,
            "or": self.others,
            "your date": own,
        }
        for number, (name, content) in enumerate(rows.items()):
            caption: QLabel = self._captions[name]
            caption.setContentsMargins(0, 5 if name == "your date" else 1, 0, 0)
            grid.addWidget(caption, number, 0, top)
            if isinstance(content, QWidget):
                grid.addWidget(content, number, 1)
            else:
                grid.addLayout(content, number, 1)

    def commit(self) -> None:
        """Takes a date that was typed and can be read, as leaving the field does."""
        if self.field.value is not None:
            self.typed.emit(self.field.text)

    def show_layers(self, layers: TimeLayers) -> None:
        """Fills the box; a date that is being typed stays."""
        self.field.set_context(layers.context, layers.language)
        for part in (self.phrase, self.reading, self._captions["phrase"], self._captions["reading"]):
            part.setVisible(layers.is_single)
        self.why.setVisible(layers.is_single and bool(layers.explanation))
        self._fill_alternatives(layers.alternatives[:_ALTERNATIVES])
        self._fill_own(layers)
        self.phrase.setText(quoted(layers.phrase) if layers.phrase else self.tr("no time phrase"))
        set_property(self.phrase, "role", "" if layers.phrase else "muted")
        self.reading.setText(layers.reading)
        self.why.setText(layers.explanation)

    def _fill_own(self, layers: TimeLayers) -> None:
        self.own.setVisible(layers.has_own)
        self.back.setVisible(layers.has_own)
        set_property(self.reading, "role", "muted" if layers.has_own else "strong")
        self.own.setText(describe_weekdays(layers.own) if layers.own is not None else self.tr("several dates"))
        self.typed_words.setText(self.tr("typed as “{words}”").format(words=layers.own_text))
        self.typed_words.setVisible(bool(layers.own_text) and layers.has_own)

    def _fill_alternatives(self, found: Sequence[Alternative]) -> None:
        self._captions["or"].setVisible(bool(found))
        while len(self._others) < len(found):
            other = _Other()
            other.used.connect(self.used)
            self.others.addWidget(other)
            self._others.append(other)
        for other, alternative in zip_longest(self._others, found):
            if alternative is not None:
                other.show_alternative(alternative)
            other.setVisible(alternative is not None)


class _Other(QWidget):
    """Another reading of the phrase.  `used` carries its TimeValue."""

    used = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alternative: Alternative | None = None
        self._words = label("", "muted", wrap=True)
        self._use = button(self.tr("use"), self._tell, "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._use, 0, Qt.AlignmentFlag.AlignTop)

    def show_alternative(self, alternative: Alternative) -> None:
        """Shows another one."""
        if alternative == self._alternative:
            return
        self._alternative = alternative
        words = describe_weekdays(alternative.time) if alternative.time else describe(None)
        self._words.setText(words)
        self._words.setToolTip(plain_tip(alternative_told(alternative)))
        self._use.setAccessibleName(self.tr("Use {time}").format(time=words))

    def _tell(self) -> None:
        if self._alternative is not None:
            self.used.emit(self._alternative.time)
