"""Rivals: what other sources say against an event, each with its sentence and the reason."""

from collections.abc import Iterator
from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.wording import when
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.pair import Pair, Verdict
from timeline_app.workspace.pair_queue import rivals_of
from timeline_app.workspace.retelling import quoted, retold

_SHOWN = 8
_LONGEST = 1_200  # code points of a quote


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
        self._cards: list[_Card] = []  # made so far; those not needed are hidden
        self.hide()

    def showing(self, document: TimelineDocument, event: Event | None) -> Iterator[None]:
        """Shows what stands against an event, None shows nothing; in steps, in each of which a card is made."""
        found = rivals_of(document, event.id)[:_SHOWN] if event is not None else []
        while len(self._cards) < len(found):
            self.hide()  # what stands against another event
            card = _Card()
            card.opened.connect(self.opened)
            card.settled.connect(self.settled)
            self._layout.addWidget(card)
            self._cards.append(card)
            yield
        for card, rival in zip_longest(self._cards, found):
            if rival is not None:
                card.show_rival(document, *rival)
            card.setVisible(rival is not None)
        self.setVisible(bool(found))


class _Card(QFrame):
    """One rival after the other, with what can be made of it."""

    opened = Signal(str)
    settled = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair_id = self._link_id = ""
        self.setProperty("role", "banner")
        self._title, self._quote = label("", "strong", wrap=True), label("", wrap=True)
        self._origin, self._reason = label("", "small", wrap=True), label("", "small", wrap=True)
        self._confirm = self._verdict_button(self.tr("Confirm"), Verdict.CONTRADICTION)
        self._refuse = self._verdict_button(self.tr("No contradiction"), Verdict.APART)
        self._reopen = self._verdict_button(self.tr("Open again"), Verdict.OPEN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2 - 4, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(2)
        for part in (self._title, self._quote, self._origin, self._reason):
            layout.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(button(self.tr("Show it"), lambda: self.opened.emit(self._link_id), "link"))
        for each in (self._confirm, self._refuse, self._reopen):
            row.addWidget(each)
        row.addStretch(1)
        layout.addLayout(row)

    def show_rival(self, document: TimelineDocument, pair: Pair, event: Event, link: SourceLink) -> None:
        """Shows another one."""
        source = document.sources[link.source_id]
        quote = " ".join(source.text[link.sentence.start : link.sentence.end].split())
        name = source.publisher or source.title or source.name
        self._pair_id, self._link_id = pair.id, link.id
        self._title.setText(event.title)
        self._quote.setText(quoted(quote if len(quote) <= _LONGEST else quote[: _LONGEST - 1] + "…"))
        self._origin.setText(f"{when(event)} · {name} · {source.reliability}{event.credibility}")
        self._reason.setText(retold(pair.reason))
        self._confirm.setVisible(pair.verdict is Verdict.OPEN)
        self._reopen.setVisible(pair.verdict is not Verdict.OPEN)

    def _verdict_button(self, text: str, verdict: Verdict) -> QPushButton:
        return button(text, lambda: self.settled.emit(self._pair_id, verdict), "link")
