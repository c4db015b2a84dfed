"""Saying what a phrase means where it stands: a menu of its readings, and a small card to type another."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QDialog, QMenu, QVBoxLayout, QWidget

from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.time_field import TimeField
from timeline_app.gui.wording import weekdays_of
from timeline_app.model.annotation import TimeExpression
from timeline_app.model.display import describe
from timeline_app.model.document import TimelineDocument
from timeline_app.workspace import operations
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.reasons import alternative_told, reading_told
from timeline_app.workspace.retelling import quoted, retold
from timeline_app.workspace.store import DocumentStore

_WIDTH = 340  # pixels


def add_readings(menu: QMenu, store: DocumentStore, expression: TimeExpression, type_other: Callable[[], None]) -> None:
    """Fills a menu with what a phrase can mean; choosing one corrects it, with every event that it dates."""

    def say(text: str) -> Callable[[], None]:
        return lambda: operations.correct_expression(store, expression.id, text)

    translate = QCoreApplication.translate
    phrase = short(expression.phrase)
    menu.addSection(translate("Correction", "“{phrase}” means").format(phrase=phrase))
    reading = expression.reading
    shown = menu.addAction(weekdays_of(expression.time))
    shown.setCheckable(True)
    shown.setChecked(True)
    for alternative in reading.alternatives if reading else ():
        if alternative.time is not None and alternative.time != expression.time:
            action = menu.addAction(weekdays_of(alternative.time), say(describe(alternative.time)))
            action.setToolTip(plain_tip(alternative_told(alternative)))
    if expression.correction is not None and reading is not None and reading.time is not None:
        words = translate("Correction", "{time} — as it was read").format(time=weekdays_of(reading.time))
        menu.addAction(words, say(""))
    menu.addAction(translate("Correction", "Another time…"), type_other)


class CorrectionCard(QDialog):
    """A card below a phrase: its reading, the others, and a line to type what it means; Enter does it."""

    def __init__(self, store: DocumentStore, expression: TimeExpression, at: QPoint, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._store, self._id = store, expression.id
        self.setProperty("role", "popup")
        self.setWindowTitle(self.tr("Correct the phrase"))
        self.setAccessibleName(self.tr("Correct the phrase “{phrase}”").format(phrase=expression.phrase))
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID + 4, GRID * 2, GRID + 4)
        layout.setSpacing(GRID - 2)
        self._tell(f"{quoted(short(expression.phrase))} → {weekdays_of(expression.time)}", "strong")
        reading = expression.reading
        if reading is not None and reading.explanation:
            why = retold(reading.warning) if reading.warning else reading_told(store.document, expression)
            self._tell(why, "small")
        for alternative in reading.alternatives if reading else ():
            if alternative.time is not None and alternative.time != expression.time:
                layout.addWidget(self._choice(weekdays_of(alternative.time), describe(alternative.time)))
        if expression.correction is not None:
            layout.addWidget(self._choice(self.tr("As it was read"), ""))
        self.field = TimeField(self.tr("What it means"), self.tr("for example 1 June"))
        source = store.document.sources[expression.source_id]
        self.field.set_context(source.context, source.language)
        self.field.committed.connect(self._correct)
        layout.addWidget(self.field)
        dated = dated_by(store.document, expression.id)
        note = self.tr("Moves %n event(s) along.", "", dated) if dated else self.tr("Dates no event.")
        layout.addWidget(label(note, "small"))
        self.setFixedWidth(_WIDTH)
        self.move(at)
        self.field.edit.setFocus()

    def _tell(self, words: str, role: str) -> None:
        told = label(words, role, wrap=True)
        told.setMinimumWidth(_WIDTH - GRID * 4)  # of a wrapped label, the height follows the least width
        self._column.addWidget(told)

    def _choice(self, words: str, text: str) -> QWidget:
        return button(words, lambda: self._correct(text), name=self.tr("Use {time}").format(time=words))

    def _correct(self, text: str) -> None:
        self.accept()
        operations.correct_expression(self._store, self._id, text)


def dated_by(document: TimelineDocument, expression_id: str) -> int:
    """How many events a phrase dates."""
    source_id = document.expressions[expression_id].source_id
    found = {
        mention.key
        for mention in document.mentions_of_source(source_id)
        if any(ref.expression == expression_id for ref in mention.time_refs)
    }
    return len({link.event_id for link in document.links_of_source(source_id) if link.mention in found})


def short(phrase: str) -> str:
    """A phrase in one line."""
    words = " ".join(phrase.split())
    return words if len(words) <= 60 else words[:59] + "…"
