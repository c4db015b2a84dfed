"""Rivals: what other sources say against an event, each with its sentence and the reason."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.wording import when
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.pair import Pair, Verdict
from timeline_app.workspace.pair_queue import rivals_of
from timeline_app.workspace.retelling import retold

_SHOWN = 8


class Rivals(QWidget):
    """Hidden while nothing contradicts the event.

    `opened` carries the link of a rival's sentence; `settled` a pair's id and what the analyst makes of it.
    """

    opened = Signal(str)
    settled = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(self.tr("CONTRADICTED BY"), "section")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._layout.addWidget(self.title)
        self._cards: list[QWidget] = []
        self._shown: list[tuple[Pair, Event, SourceLink]] = []
        self.hide()

    def show_event(self, document: TimelineDocument, event: Event | None) -> None:
        """Shows what stands against an event; None shows nothing."""
        found = rivals_of(document, event.id) if event is not None else []
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(document, *rival) for rival in found[:_SHOWN]]
        for card in self._cards:
            self._layout.addWidget(card)

    def _card(self, document: TimelineDocument, pair: Pair, event: Event, link: SourceLink) -> QFrame:
        source = document.sources[link.source_id]
        quote = " ".join(source.text[link.sentence.start : link.sentence.end].split())
        name = source.publisher or source.title or source.name
        card = QFrame()
        card.setProperty("role", "banner")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(GRID * 2 - 4, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(2)
        layout.addWidget(label(event.title, "strong", wrap=True))
        layout.addWidget(label(f"“{quote}”", "", wrap=True))
        layout.addWidget(label(f"{when(event)} · {name} · {source.reliability}{event.credibility}", "small", wrap=True))
        layout.addWidget(label(retold(pair.reason), "small", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(button(self.tr("Show it"), partial(self.opened.emit, link.id), "link"))
        if pair.verdict is Verdict.OPEN:
            deeds = ((self.tr("Confirm"), Verdict.CONTRADICTION), (self.tr("No contradiction"), Verdict.APART))
        else:
            deeds = ((self.tr("No contradiction"), Verdict.APART), (self.tr("Open again"), Verdict.OPEN))
        for text, verdict in deeds:
            row.addWidget(button(text, partial(self.settled.emit, pair.id, verdict), "link"))
        row.addStretch(1)
        layout.addLayout(row)
        return card
