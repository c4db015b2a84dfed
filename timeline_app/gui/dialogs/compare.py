"""CompareDialog: two events that may be one, with their sentences side by side, and the analyst's word on them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timeline_app.gui.mnemonics import give_letters
from timeline_app.gui.parts import GRID, button, label, line, native_keys, set_property
from timeline_app.gui.wording import origin_line, publication_line, when
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.pair import Pair, Verdict
from timeline_app.workspace import operations
from timeline_app.workspace.pair_queue import PairQueue
from timeline_app.workspace.retelling import quoted, retold
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.words import word

_LEAST_SIDE = 320  # pixels
_AROUND = 160  # characters shown before and after a sentence


class CompareDialog(QDialog):
    """Walks the queue of pairs: one event (M), two events (K), a contradiction (C), or the next pair (Right)."""

    def __init__(
        self, store: DocumentStore, pairs: PairQueue, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._pairs, self._selection = store, pairs, selection
        self._ids = pairs.ids()
        self._at = 0
        self.setWindowTitle(self.tr("Compare events"))
        self.heading = label("", "title", wrap=True)
        self.reason = label("", "muted", wrap=True)
        self.sides = (_Side(self.tr("First event")), _Side(self.tr("Second event")))
        self.counter = label("", "small")
        self.merge = button(self.tr("One event  M"), self._merge, "primary", name=self.tr("Make one event of them"))
        self.apart = button(
            self.tr("Two events  K"), lambda: self._decide(Verdict.APART), name=self.tr("Keep them apart")
        )
        self.against = button(
            self.tr("They contradict  C"),
            lambda: self._decide(Verdict.CONTRADICTION),
            name=self.tr("Mark them as contradicting each other"),
        )
        self.back = button(self.tr("←"), lambda: self._go(-1), "link", name=self.tr("Previous pair"))
        self.forward = button(self.tr("Later →"), lambda: self._go(1), "link", name=self.tr("Next pair"))
        self.undo = button(self.tr("Undo"), self._undo, "link", tip=native_keys("Ctrl+Z"))
        self._decided = 0
        self._build()
        self.resize(880, 400)
        self._show()

    @property
    def pair(self) -> Pair | None:
        """The pair that is shown; None when none is left."""
        return self._store.document.pairs.get(self._ids[self._at]) if self._ids else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters of the buttons, and arrows to walk."""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Z:
            self._undo()
            return
        deeds: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_M: self._merge,
            Qt.Key.Key_K: lambda: self._decide(Verdict.APART),
            Qt.Key.Key_C: lambda: self._decide(Verdict.CONTRADICTION),
            Qt.Key.Key_Right: lambda: self._go(1),
            Qt.Key.Key_Left: lambda: self._go(-1),
        }
        alone = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.AltModifier  # with Alt as in any dialog
        deed = deeds.get(Qt.Key(event.key())) if not event.modifiers() & ~alone else None
        if deed is not None:
            deed()
        else:
            super().keyPressEvent(event)

    def _merge(self) -> None:
        pair = self.pair
        if pair is not None:
            event_id = operations.merge_pair(self._store, pair.id)
            self._selection.select_events([event_id])
            self._after_decision()

    def _decide(self, verdict: Verdict) -> None:
        pair = self.pair
        if pair is not None:
            operations.decide_pair(self._store, pair.id, verdict)
            self._after_decision()

    def _after_decision(self) -> None:
        self._decided += 1
        self._refill(self._at)

    def _undo(self) -> None:
        if self._decided:
            self._decided -= 1
            self._store.undo_stack.undo()
            known = set(self._ids)
            self._refill(self._at)
            back = next((number for number, id_ in enumerate(self._ids) if id_ not in known), self._at)
            self._at = back
            self._show()

    def _refill(self, at: int) -> None:
        """Walks on in what is left: a decision may settle other pairs too."""
        self._ids = self._pairs.ids()
        self._at = at if at < len(self._ids) else 0
        self._show()

    def _go(self, step: int) -> None:
        if self._ids:
            self._at = (self._at + step) % len(self._ids)
            self._show()

    def _show(self) -> None:
        pair, document = self.pair, self._store.document
        for part in (self.merge, self.apart, self.against, self.back, self.forward):
            part.setEnabled(pair is not None)
        self.undo.setEnabled(self._decided > 0)
        for side in self.sides:
            side.setVisible(pair is not None)
        if pair is None:
            self.heading.setText(self.tr("All pairs are decided."))
            self.reason.setText(self.tr("What you kept apart is remembered and not asked again."))
            self.counter.setText("")
            self.close_button.setDefault(True)
            self.close_button.setFocus()
            return
        self._propose(self.against if pair.contradicts else self.merge)
        asked = self.tr("Do these contradict each other?") if pair.contradicts else self.tr("Is this one event?")
        self.heading.setText(asked)
        self.reason.setText(self.tr("Why they are shown: {reason}.").format(reason=retold(pair.reason)))
        self.counter.setText(
            self.tr("{number} of {count}").format(number=f"{self._at + 1:,}", count=f"{len(self._ids):,}")
        )
        for side, (event, link) in zip(self.sides, operations.events_of_pair(document, pair), strict=True):
            side.show_event(document, event, link)

    def _propose(self, answer: QPushButton) -> None:
        """Makes the answer that the question asks for the one that Enter gives: a denial is never merged unawares."""
        answers = (self.merge, self.apart, self.against)
        had_focus = any(part.hasFocus() for part in answers) or not self.isVisible()
        for part in answers:
            set_property(part, "role", "primary" if part is answer else "")
            part.setDefault(part is answer)
        if had_focus:
            answer.setFocus()

    def _build(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(GRID * 2)
        for side in self.sides:
            columns.addWidget(side, 1)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for part in (self.merge, self.apart, self.against):
            row.addWidget(part)
        row.addStretch(1)
        for widget in (self.undo, self.back, self.counter, self.forward):
            row.addWidget(widget)
        self.close_button = button(self.tr("Close"), self.accept)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(self.heading)
        layout.addWidget(self.reason)
        layout.addLayout(columns, 1)
        layout.addLayout(row)
        give_letters(self)


class _Side(QFrame):
    """One event with the sentence that tells it, in the words around it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self.title = label("", "strong", wrap=True, selectable=True)
        self.time = label("", "", wrap=True)
        self.details = label("", "small", wrap=True)
        self.before = label("", "small", wrap=True)
        self.quote = label("", "", wrap=True, selectable=True)
        self.after = label("", "small", wrap=True)
        self.source = label("", "small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2 - 4, GRID * 2, GRID * 2 - 4)
        layout.setSpacing(GRID)
        for part in (
            self.title,
            self.time,
            self.details,
            line(),
            self.before,
            self.quote,
            self.after,
            line(),
            self.source,
        ):
            part.setMinimumWidth(_LEAST_SIDE)
            layout.addWidget(part)
        layout.addStretch(1)

    def show_event(self, document: TimelineDocument, event: Event, link: SourceLink) -> None:
        """Shows an event as one of its sentences tells it."""
        source = document.sources[link.source_id]
        self.title.setText(event.title)
        self.time.setText(when(event))
        people = "; ".join(participant.text for participant in event.participants)
        known = (word(event.modality), event.kind, event.place, people, origin_line(document, event))
        self.details.setText(" · ".join(part for part in known if part))
        sentence = " ".join(source.text[link.sentence.start : link.sentence.end].split())
        before = _words(source.text[max(0, link.sentence.start - _AROUND) : link.sentence.start], at_end=True)
        after = _words(source.text[link.sentence.end : link.sentence.end + _AROUND], at_end=False)
        for part, text in ((self.before, f"… {before}" if before else ""), (self.after, f"{after} …" if after else "")):
            part.setText(text)
            part.setVisible(bool(text))
        self.quote.setText(quoted(sentence))
        self.quote.setAccessibleName(sentence)
        self.source.setText(f"{source.title or source.name}\n{publication_line(source)} · {source.reliability}")


def _words(text: str, *, at_end: bool) -> str:
    """The whole words of a stretch that may be cut at its far side."""
    words = text.split()
    if len(text) == _AROUND:
        words = words[1:] if at_end else words[:-1]
    return " ".join(words)
