"""TimeBox: phrase → reading and why → the analyst's own date."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from timeline_app.gui.inspector.shared import alternatives_of, common
from timeline_app.gui.parts import GRID, button, label, set_property
from timeline_app.gui.time_field import TimeField
from timeline_app.model.display import describe, describe_weekdays
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace.operations import context_of

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
        self.own = label("", "strong", wrap=True, selectable=True)
        self.back = button("Back to the reading", self.cleared.emit, "link")
        self.field = TimeField("Your date", "type a date or a phrase")
        self.field.committed.connect(self.typed)
        self.phrase.setAccessibleName("Phrase")
        self.reading.setAccessibleName("Reading")
        self.why.setAccessibleName("Why")
        self._captions = {name: label(name, "small") for name in ("phrase", "reading", "or", "your date")}
        self._build()

    def _build(self) -> None:
        reading = QVBoxLayout()
        reading.setSpacing(2)
        reading.addWidget(self.reading)
        reading.addWidget(self.why)
        own = QVBoxLayout()
        own.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.own, 1)
        row.addWidget(self.back)
        own.addLayout(row)
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

    def show_events(self, document: TimelineDocument, events: Sequence[Event]) -> None:
        """Fills the box; a date that is being typed stays where the same events are still shown."""
        single = events[0] if len(events) == 1 else None
        self.field.set_context(context_of(document, events[0].id))
        for part in (self.phrase, self.reading, self._captions["phrase"], self._captions["reading"]):
            part.setVisible(single is not None)
        self.why.setVisible(single is not None and bool(single.explanation))
        self._fill_alternatives(document, single)
        override = common(events, lambda e: e.override)
        self._fill_override(override, any(e.override is not None for e in events), single)
        if single is not None:
            self.phrase.setText(f"“{single.phrase}”" if single.phrase else "no time phrase")
            set_property(self.phrase, "role", "" if single.phrase else "muted")
            self.reading.setText(describe_weekdays(single.resolved) if single.resolved else _no_reading(single))
            self.why.setText(single.explanation)

    def _fill_override(self, override: TimeValue | None, has_any: bool, single: Event | None) -> None:
        self.own.setVisible(has_any)
        self.back.setVisible(has_any)
        set_property(self.reading, "role", "muted" if override is not None else "strong")
        if not has_any:
            return
        words = describe_weekdays(override) if override is not None else "several dates"
        typed = single.override_text if single is not None else ""
        self.own.setText(words)
        self.own.setToolTip(f"typed as “{typed}”" if typed else "")

    def _fill_alternatives(self, document: TimelineDocument, single: Event | None) -> None:
        while item := self.others.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        found = alternatives_of(document, single)[:_ALTERNATIVES] if single is not None else []
        self._captions["or"].setVisible(bool(found))
        for alternative in found:
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(GRID)
            words = describe_weekdays(alternative.time) if alternative.time else describe(None)
            text = label(words, "muted", wrap=True)
            text.setToolTip(alternative.explanation)
            layout.addWidget(text, 1)
            use = button("use", partial(self.used.emit, alternative.time), "small", name=f"Use {words}")
            layout.addWidget(use, 0, Qt.AlignmentFlag.AlignTop)
            self.others.addWidget(row)


def _no_reading(event: Event) -> str:
    return "could not be placed" if event.phrase else "undated"
