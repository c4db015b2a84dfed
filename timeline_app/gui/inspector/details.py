"""Details: modality, kind, participants, place, credibility, tags and notes of the selected events."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from timeline_app.gui.inspector.edits import LineEdit, TextEdit
from timeline_app.gui.inspector.shared import DIFFERS, common, participants_from, participants_text, tags_from
from timeline_app.gui.parts import GRID, LetterSafeComboBox, label
from timeline_app.model.annotation import Modality
from timeline_app.model.event import Event
from timeline_app.workspace.translation import mark, translated
from timeline_app.workspace.words import word

CREDIBILITY = {
    "1": mark("1 · confirmed by others"),
    "2": mark("2 · probably true"),
    "3": mark("3 · possibly true"),
    "4": mark("4 · doubtful"),
    "5": mark("5 · improbable"),
    "6": mark("6 · cannot be judged"),
}

_LEAST_COMBO = 112  # pixels: its longest word does not keep the pane wide


class Details(QWidget):
    """The form.  `edited` carries the name of a field and its new value."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.modality = _combo(self.tr("Modality"), {m.value: word(m) for m in Modality})
        self.kind = LineEdit(self.tr("Kind"), self.tr("statement, strike, talks…"))
        self.who = TextEdit(self.tr("Participants"), "quiet", one_paragraph=True)
        self.place = LineEdit(self.tr("Place"), self.tr("add a place"))
        self.credibility = _combo(
            self.tr("Credibility of the claim"), {grade: translated(words) for grade, words in CREDIBILITY.items()}
        )
        self.tags = LineEdit(self.tr("Tags"), self.tr("separated by commas"))
        self.notes = TextEdit(self.tr("Notes"), "field", one_paragraph=False, least_lines=3)
        self.who.setPlaceholderText(self.tr("names, separated by semicolons"))
        self._placeholders = {e: e.placeholderText() for e in (self.kind, self.who, self.place, self.tags)}
        self._build()
        self.modality.activated.connect(lambda: self._tell("modality", Modality(self.modality.currentData())))
        self.credibility.activated.connect(lambda: self._tell("credibility", self.credibility.currentData()))
        self.kind.finished.connect(lambda text: self._tell("kind", text.strip() or None))
        self.place.finished.connect(lambda text: self._tell("place", text.strip() or None))
        self.who.finished.connect(lambda text: self._tell("participants", participants_from(text)))
        self.tags.finished.connect(lambda text: self._tell("tags", tags_from(text)))
        self.notes.finished.connect(lambda text: self._tell("notes", text))

    def show_events(self, events: Sequence[Event]) -> None:
        """Fills the form; fields in which the events differ are blank."""
        _pick(self.modality, common(events, lambda e: e.modality.value))
        _pick(self.credibility, common(events, lambda e: e.credibility))
        self._show(self.kind, common(events, lambda e: e.kind or ""))
        self._show(self.who, common(events, lambda e: participants_text(e.participants)))
        self._show(self.place, common(events, lambda e: e.place or ""))
        self._show(self.tags, common(events, lambda e: ", ".join(e.tags)))
        notes = common(events, lambda e: e.notes)
        self.notes.setPlaceholderText(self.tr("Write a note") if notes is not None else translated(DIFFERS))
        self.notes.show_text(notes or "")

    def commit(self) -> None:
        """Ends whatever is being typed."""
        for field in (self.kind, self.who, self.place, self.tags, self.notes):
            field.commit()

    def _show(self, field: LineEdit | TextEdit, text: str | None) -> None:
        field.setPlaceholderText(translated(DIFFERS) if text is None else self._placeholders[field])
        field.show_text(text or "")

    def _tell(self, name: str, value: object) -> None:
        self.edited.emit(name, value)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, 70)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("modality"), self.modality),
            (self.tr("kind"), self.kind),
            (self.tr("who"), self.who),
            (self.tr("where"), self.place),
            (self.tr("credibility"), self.credibility),
            (self.tr("tags"), self.tags),
        )
        for number, (name, field) in enumerate(rows):
            caption = label(name, "small")
            caption.setContentsMargins(0, 5, 0, 0)
            grid.addWidget(caption, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, number, 1)
        caption = label(self.tr("notes"), "small")
        caption.setContentsMargins(0, 6, 0, 0)
        grid.addWidget(caption, len(rows), 0, Qt.AlignmentFlag.AlignTop)
        grid.setRowMinimumHeight(len(rows), 24)
        grid.addWidget(self.notes, len(rows), 1)


def _combo(name: str, items: dict[str, str]) -> LetterSafeComboBox:
    made = LetterSafeComboBox()
    made.setMinimumWidth(_LEAST_COMBO)
    made.setAccessibleName(name)
    made.setProperty("role", "quiet")
    made.setPlaceholderText(DIFFERS)
    for value, text in items.items():
        made.addItem(text, value)
    return made


def _pick(combo: LetterSafeComboBox, value: str | None) -> None:
    combo.setCurrentIndex(combo.findData(value) if value is not None else -1)
