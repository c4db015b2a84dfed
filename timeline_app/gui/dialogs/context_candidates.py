"""Candidates: every date that a source names for its publication, with where it was read and how sure that is."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from timeline_app.gui.parts import GRID, label, set_property
from timeline_app.gui.time_field import as_typed
from timeline_app.gui.wording import where_read
from timeline_app.model.source import Source
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace.settling import Candidate, DateState, candidates_of, date_state

_SHOWN = 6


class Candidates(QWidget):
    """A choice of dates; `chosen` carries the text of the one that is clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict = label("", "small", wrap=True)
        self.choices = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID // 2)
        self._layout.addWidget(self.verdict)
        self._texts: list[str] = []

    def show_source(self, source: Source) -> None:
        """Shows what a source says of itself."""
        for choice in self.choices.buttons():
            self.choices.removeButton(choice)
            choice.hide()
            choice.deleteLater()
        found, state = candidates_of(source)[:_SHOWN], date_state(source)
        self._texts = [as_typed(candidate.value) for candidate in found]
        set_property(self.verdict, "role", "small" if state is DateState.SETTLED else "warning")
        self.verdict.setText(self._verdict(found, state))
        self.verdict.setVisible(bool(self.verdict.text()))
        for candidate, text in zip(found, self._texts, strict=True):
            choice = QRadioButton(f"{text}  —  {where_read(candidate.where)}{self._sureness(candidate)}")
            choice.clicked.connect(partial(self.chosen.emit, text))
            self.choices.addButton(choice)
            self._layout.addWidget(choice)

    def mark(self, text: str, value: TimeValue | None) -> None:
        """Marks the candidate that the date field holds, or none."""
        self.choices.setExclusive(False)
        marked = False
        for choice, known in zip(self.choices.buttons(), self._texts, strict=True):
            is_it = not marked and (known == text or (value is not None and as_typed(value) == known))
            choice.setChecked(is_it)
            marked = marked or is_it
        self.choices.setExclusive(marked)

    def _sureness(self, candidate: Candidate) -> str:
        return "" if candidate.typed else f"  ·  {candidate.confidence:.0%}"

    def _verdict(self, found: list[Candidate], state: DateState) -> str:
        if not found:
            return self.tr("The text itself does not say when it was published.")
        if state is DateState.MISSING:
            return self.tr("No place in the text is sure enough to be taken without asking:")
        if state is DateState.CONFLICT:
            return self.tr("These places disagree; the surest is in force:")
        return ""
