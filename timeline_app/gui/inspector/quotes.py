"""Quotes: the sentences that tell an event, each leading to its place in the text."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.gui.inspector.quote_card import QuoteCard, QuoteWords
from timeline_app.gui.palette import Palette, palette_for
from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.text_pane.marks import expression_at
from timeline_app.gui.wording import weekdays_of
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, LinkRole, SourceLink
from timeline_app.model.source import Source
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.retelling import quoted

_SHOWN = 8  # quotes; an event that more sentences tell offers as many again
_AT_ONCE = 2  # quotes that are filled in a step
_LONGEST_NAME = 40  # code points
_LONGEST = 1_200  # code points of a sentence; what is no prose may have none that ends
_BEFORE = 300  # of them before a phrase that lies beyond


class Quotes(QWidget):
    """The quotes of one event.  `opened` and `unlinked` carry a link's id.

    Cards are kept and filled anew: to make one costs many times as much as to show other words in it.
    """

    opened = Signal(str)
    unlinked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = palette_for(False)
        self._document = TimelineDocument()
        self._event: Event | None = None
        self._current: str | None = None
        self._most = _SHOWN
        self._made: list[QuoteCard] = []
        self._cards_layout = QVBoxLayout()
        self._cards_layout.setSpacing(GRID)
        self._more = button("", self._show_more, "link")
        hint = self.tr("No sentence is linked. Select text on the left and press L to link it.")
        self._hint = label(hint, "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(self._cards_layout)
        layout.addWidget(self._more)
        layout.addWidget(self._hint)

    @property
    def cards(self) -> list[QuoteCard]:
        """The cards that are shown."""
        return [card for card in self._made if not card.isHidden()]

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._colours = palette
        self._fill()

    def showing(self, document: TimelineDocument, event: Event, current: str | None) -> Iterator[None]:
        """Shows the sentences of an event, a few in a step; the one that is lit in the text has a stronger bar."""
        if self._event is None or event.id != self._event.id:
            self._most = _SHOWN
            for card in self._made[_AT_ONCE:]:
                card.hide()  # what tells another event
        self._document, self._event, self._current = document, event, current
        yield from self._filling()

    def _fill(self) -> None:
        for _ in self._filling():
            pass

    def _filling(self) -> Iterator[None]:
        """The steps of that; given up where a sentence is linked no more, since the event is shown anew then."""
        event, document = self._event, self._document
        if event is None:
            return
        told: dict[object, SourceLink] = {}  # each sentence once
        for link in document.links_of_event(event.id):
            told.setdefault((link.source_id, link.sentence), link)
        links = list(told.values())
        shown = links[: self._most] + [link for link in links[self._most :] if link.id == self._current]
        for card in self._made[len(shown) :]:
            card.hide()
        for index, link in enumerate(shown):
            if index and index % _AT_ONCE == 0:
                yield
                if any(document.links.get(each.id) is not each for each in shown):
                    return
            card, is_current = self._card(index), link.id == self._current and len(shown) > 1
            card.show_words(self._words(document, event, link), self._colours, is_current=is_current)
            card.show()
        left = len(links) - len(shown)
        self._more.setText(self.tr("and %n more sentence(s)", "", left))
        self._more.setVisible(left > 0)
        self._hint.setVisible(not links)

    def _card(self, index: int) -> QuoteCard:
        if index == len(self._made):
            card = QuoteCard()
            card.opened.connect(self.opened)
            card.unlinked.connect(self.unlinked)
            self._cards_layout.addWidget(card)
            self._made.append(card)
        return self._made[index]

    def _words(self, document: TimelineDocument, event: Event, link: SourceLink) -> QuoteWords:
        source = document.sources[link.source_id]
        name = source.publisher or source.title or source.name
        short = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
        number = source.page_at(link.sentence.start)
        parts = [self.tr("contradicts")] if link.role is LinkRole.CONTRADICTS else []
        parts += [short]
        parts += [self.tr("page {number}").format(number=number)] if number is not None else []
        parts += [f"{source.reliability}{event.credibility}"]
        grades = self.tr("source {reliability}, claim {credibility}").format(
            reliability=source.reliability, credibility=event.credibility
        )
        sentence, underlined = _marked(source, link)
        return QuoteWords(
            link.id,
            sentence,
            underlined,
            phrase_of(document, link),
            " · ".join(parts),
            plain_tip(f"{source.title or source.name}\n{grades}"),
            name,
        )

    def _show_more(self) -> None:
        """Shows as many quotes again."""
        self._most += _SHOWN
        self._fill()


def _marked(source: Source, link: SourceLink) -> tuple[str, tuple[int, int] | None]:
    """The sentence on one line, and where in it its time phrase stands; of an endless one the part around that."""
    text, (start, end), phrase = source.text, (link.sentence.start, link.sentence.end), link.phrase
    if phrase is not None and not link.sentence.contains(phrase):
        phrase = None
    is_cut = end - start > _LONGEST
    first = (
        max(start, phrase.start - _BEFORE) if is_cut and phrase is not None and phrase.end > start + _LONGEST else start
    )
    last = min(end, first + _LONGEST)
    opening, ending = "…" * (first > start), "…" * (last < end)
    if phrase is None:
        return opening + _on_one_line(text[first:last]).strip() + ending, None
    stop = min(phrase.end, last)
    before = opening + _on_one_line(text[first : phrase.start]).lstrip()
    told = _on_one_line(text[phrase.start : stop])
    after = _on_one_line(text[stop:last]).rstrip()
    return f"{before}{told}{after}{ending}", (len(before), len(before) + len(told))


def _on_one_line(text: str) -> str:
    """Text whose runs of white space are single spaces, those at its ends too."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"


def phrase_of(document: TimelineDocument, link: SourceLink) -> str:
    """What a link's own phrase was read as: "“last Wednesday” → Wed 9 October 2024", or nothing."""
    if link.phrase is None:
        return ""
    expression = expression_at(document, link.source_id, link.phrase.start)
    if expression is None:
        return ""
    return f"{quoted(' '.join(expression.phrase.split()))} → {weekdays_of(expression.time)}"
