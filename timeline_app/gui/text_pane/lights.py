"""Lights: what stands out in a text for the moment, the sentence of the selected event and what is searched for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from timeline_app.gui.palette import Palette
from timeline_app.gui.text_pane.found_words import FoundWords
from timeline_app.gui.text_pane.ink import stretch_between, stretches, stretches_of

Blocks = Sequence[tuple[QTextBlock, QPointF]]
"""Paragraphs in view, each with its corner."""


class Lights:
    """Where they are, in UTF-16 units of the document that Qt shows.

    `hits` are those of the search in the text, the `current` one stronger; without any, words of the query line are
    lit wherever the text holds them.
    """

    def __init__(self, words: Sequence[str] = ()) -> None:
        self.sentence: tuple[int, int] | None = None
        self.hits: list[tuple[int, int]] = []
        self.current = -1
        self.look_for(words)

    @property
    def words(self) -> tuple[str, ...]:
        """Words and phrases of the query line."""
        return self._found.words

    def look_for(self, words: Sequence[str]) -> None:
        """Lights other words and phrases."""
        self._found = FoundWords(words)

    def paint(self, painter: QPainter, blocks: Blocks, height: float, colours: Palette) -> None:
        """Paints them below the letters of the paragraphs in a view of so many pixels."""
        self._paint_sentence(painter, blocks, colours)
        if self.hits:
            self._paint_hits(painter, blocks, colours)
        else:
            self._paint_found(painter, blocks, height, colours)

    def _paint_sentence(self, painter: QPainter, blocks: Blocks, colours: Palette) -> None:
        """The lit sentence, with a bar at its left: a cue besides colour."""
        if self.sentence is None:
            return
        rects = list(_rects(blocks, *self.sentence))
        painter.setBrush(QColor(colours.event_band_selected))
        painter.drawRects(rects)
        if rects:
            top, bottom = min(r.top() for r in rects), max(r.bottom() for r in rects)
            painter.fillRect(QRectF(0, top, 3, bottom - top), QColor(colours.accent))

    def _paint_hits(self, painter: QPainter, blocks: Blocks, colours: Palette) -> None:
        if not blocks:
            return
        first, last = blocks[0][0].position(), blocks[-1][0].position() + blocks[-1][0].length()
        low = max(0, bisect_left(self.hits, (first, 0)) - 1)
        painter.save()
        for number in range(low, bisect_left(self.hits, (last, 0))):
            strong = number == self.current
            painter.setBrush(QColor(colours.hit_current if strong else colours.hit))
            painter.setPen(QPen(QColor(colours.text), 1) if strong else QPen(Qt.PenStyle.NoPen))
            painter.drawRects(list(_rects(blocks, *self.hits[number])))
        painter.restore()

    def _paint_found(self, painter: QPainter, blocks: Blocks, height: float, colours: Palette) -> None:
        painter.setBrush(QColor(colours.hit))
        for block, corner in blocks:
            places = self._found.places(block)
            first, last = stretch_between(block, -corner.y(), height - corner.y())
            shown = places[bisect_left(places, first, key=itemgetter(1)) : bisect_left(places, last, key=itemgetter(0))]
            painter.drawRects([rect.translated(corner) for rect, _ in stretches_of(block, shown)])


def _rects(blocks: Blocks, start: int, end: int) -> Iterator[QRectF]:
    for block, corner in blocks:
        if block.position() < end and block.position() + block.length() > start:
            for rect, _ in stretches(block, start, end):
                yield rect.translated(corner)
