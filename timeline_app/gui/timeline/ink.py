"""What the timeline's painters draw with: pens, colours, fonts and texts, made once per palette and kept."""

import re
from bisect import bisect_right
from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from unicodedata import combining

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QStaticText, QTransform

from timeline_app.gui.fonts import SMALL_PIXELS, font, load_fonts
from timeline_app.gui.palette import Palette
from timeline_app.gui.timeline.advances import Advances
from timeline_app.gui.timeline.stamps import Stamp, Stamps
from timeline_app.gui.timeline.words import Words

_KEPT_TEXTS = 4_000
_HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")


_WORD = re.compile(r"(?:·\s+)?\S+")


def words_of(text: str) -> list[str]:
    """The words between which a line may end: a dot between parts goes with what follows it."""
    return _WORD.findall(text)


class Medium(Enum):
    """What is drawn on: decides whether pictures may stand for shapes, and how words are written."""

    PIXELS = "pixels"
    TEXT = "text"  # shapes, and words in an embedded typeface
    OUTLINES = "outlines"  # shapes, and words as shapes too: the same wherever the typeface is missing


class Ink:
    """Drawing materials for one palette; needs a QGuiApplication."""

    def __init__(self, palette: Palette, medium: Medium = Medium.PIXELS, pixels: int = SMALL_PIXELS) -> None:
        load_fonts()
        self.palette = palette
        self.medium = medium
        self.background = QColor(palette.background)
        self.text = QColor(palette.text)
        self.muted = QColor(palette.muted)
        self.accent = QColor(palette.accent)
        self.plain = font(pixels)
        self.strong = font(pixels, strong=True)
        if medium is Medium.TEXT:  # a colon that was moved up between figures is no colon to who searches the file
            for each in (self.plain, self.strong):
                each.setFeature(QFont.Tag("calt"), 0)
        self.metrics = QFontMetricsF(self.plain)
        self.strong_metrics = QFontMetricsF(self.strong)
        self.advances, self.strong_advances = Advances(self.metrics), Advances(self.strong_metrics)
        self.character = self.metrics.averageCharWidth() * 1.05
        self.line = self.metrics.height()
        self._stamps: dict[float, Stamps] = {}
        self._words: dict[tuple[str, str, bool], Words] = {}
        self._texts: dict[tuple[str, bool], QStaticText] = {}
        self._lines: dict[tuple[str, int, int, bool], list[str]] = {}
        self._cut: dict[tuple[str, int, bool], str] = {}
        self._widths: dict[tuple[str, bool], float] = {}
        self._mixes: dict[tuple[str, float], QColor] = {}

    def font_of(self, strong: bool) -> QFont:
        """The small font, plain or strong."""
        return self.strong if strong else self.plain

    def width(self, text: str, strong: bool = False) -> float:
        """Width of a text in pixels."""
        key = (text, strong)
        if key not in self._widths:
            _bound(self._widths)
            self._widths[key] = self._advance(text, strong)
        return self._widths[key]

    def _fits(self, text: str, width: float, strong: bool) -> bool:
        return len(text) <= width and self._advance(text, strong) <= width

    def _advance(self, text: str, strong: bool) -> float:
        return (self.strong_metrics if strong else self.metrics).horizontalAdvance(text) + 1.0

    def cut(self, text: str, width: float, strong: bool = False) -> str:
        """The text, shortened with an ellipsis where it is wider than `width` pixels."""
        if self.width(text, strong) <= width:
            return text
        key = (text, int(width), strong)
        if key not in self._cut:
            _bound(self._cut)
            metrics = self.strong_metrics if strong else self.metrics
            self._cut[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width))
        return self._cut[key]

    def lines(self, text: str, width: float, most: int, strong: bool = False) -> list[str]:
        """The text in at most so many lines of `width` pixels, the last one shortened where it must be."""
        key = (text, int(width), most, strong)
        found = self._lines.get(key)
        if found is None:
            _bound(self._lines)
            found = self._lines[key] = [
                self.cut(line, width, strong) for line in self._broken(text, width, most, strong)
            ]
        return found

    def _broken(self, text: str, width: float, most: int, strong: bool) -> list[str]:
        """Lines broken between words, and inside those that are wider than a line; the last one takes the rest."""
        words, lines = words_of(text)[::-1], [""]
        while words:
            word = words.pop()
            longer = f"{lines[-1]} {word}".strip()
            if len(lines) == most or self._fits(longer, width, strong):
                lines[-1] = longer
            elif lines[-1]:
                lines.append("")
                words.append(word)
            else:
                end = self._end_within(word, width, strong)
                lines[-1] = word[:end]
                if word[end:]:
                    lines.append("")
                    words.append(word[end:])
        return lines

    def _end_within(self, word: str, width: float, strong: bool) -> int:
        """How many letters of a word fit `width` pixels, at least one; a letter keeps its accents."""
        counts = range(1, min(len(word), int(width)) + 1)
        end = max(bisect_right(counts, width, key=lambda count: self._advance(word[:count], strong)), 1)
        while end < len(word) and end > 1 and combining(word[end]):
            end -= 1
        return end

    def static(self, text: str, strong: bool = False) -> QStaticText:
        """The text laid out once; plain, so that nothing in a title is taken for markup."""
        key = (text, strong)
        if key not in self._texts:
            _bound(self._texts)
            made = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            made.prepare(QTransform(), self.font_of(strong))
            self._texts[key] = made
        return self._texts[key]

    def write(self, painter: QPainter, at: QPointF, text: str, colour: QColor, *, strong: bool = False) -> None:
        """Writes a line of words with its upper left corner at a point."""
        if self.medium is Medium.OUTLINES:
            path = QPainterPath()
            metrics = self.strong_metrics if strong else self.metrics
            path.addText(at + QPointF(0, metrics.ascent()), self.font_of(strong), text)
            painter.fillPath(path, colour)
            return
        painter.setFont(self.font_of(strong))
        painter.setPen(colour)
        if self.medium is Medium.TEXT:
            metrics = self.strong_metrics if strong else self.metrics
            painter.drawText(at + QPointF(0, metrics.ascent()), text)
        else:
            painter.drawStaticText(at, self.static(text, strong))

    def write_all(self, painter: QPainter, labels: list[tuple[float, float, str, bool]]) -> None:
        """Writes many short words at once, each from its upper left corner: strong ones in the colour of text, plain
        ones muted.  They are those that occur again and again, so that pictures of them are worth keeping.
        """
        if self.medium is not Medium.PIXELS:
            for x, y, text, strong in labels:
                self.write(painter, QPointF(x, y), text, self.text if strong else self.muted, strong=strong)
            return
        stamps = self.stamps(painter.device().devicePixelRatio())
        pieces = []
        for x, y, text, strong in labels:
            above, stamp = self._word(stamps, text, strong)
            pieces.append((round(x), round(y) - above, stamp.left, stamp.top, stamp.width, stamp.height))
        stamps.draw(painter, np.array(pieces, dtype=np.float64).reshape(-1, 6))

    def _word(self, stamps: Stamps, text: str, strong: bool) -> tuple[int, Stamp]:
        """The picture of a short word, and how many pixels of it stand over a line of our typeface."""
        if text.isascii():
            return 0, stamps.stamp((text, strong), self.width(text, strong), self.line, self._writer(text, strong))
        words = self.words(text, "", True) if strong else self.words("", text)
        return words.above, stamps.stamp((text, strong), words.width, words.height, words.paint)

    def _writer(self, text: str, strong: bool) -> Callable[[QPainter], None]:
        colour = self.text if strong else self.muted
        return lambda painter: self.write(painter, QPointF(0, 0), text, colour, strong=strong)

    def words(self, title: str, detail: str = "", strong: bool = False) -> Words:
        """A label laid out once."""
        key = (title, detail, strong)
        found = self._words.get(key)
        if found is None:
            _bound(self._words)
            found = self._words[key] = Words(self, title, detail, strong=strong)
        return found

    def stamps(self, ratio: float) -> Stamps:
        """The sheet of small pictures for a device pixel ratio."""
        if ratio not in self._stamps:
            self._stamps[ratio] = Stamps(ratio)
        return self._stamps[ratio]

    def tidy(self) -> None:
        """Bounds what is kept; to be called before a frame is painted."""
        for stamps in self._stamps.values():
            stamps.tidy()

    def mix(self, colour: str, share: float) -> QColor:
        """`share` of a colour over the background, opaque."""
        key = (colour, share)
        if key not in self._mixes:
            over, under = QColor(colour), self.background
            self._mixes[key] = QColor.fromRgbF(
                *(
                    top * share + bottom * (1 - share)
                    for top, bottom in zip(over.getRgbF()[:3], under.getRgbF()[:3], strict=True)  # type: ignore[index]
                )
            )
        return self._mixes[key]

    def lane_colour(self, lane: int, own: str | None = None) -> str:
        """The colour of an event: its own where it has a valid one, else its lane's."""
        return own if own and _HEX.match(own) else self.palette.category(lane)


def pen(
    colour: QColor | str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine, *, cosmetic: bool = True
) -> QPen:
    """A pen, to be used as it is; cosmetic ones keep their width under any zoom."""
    return _pen(colour if isinstance(colour, str) else colour.rgba(), width, style, cosmetic)


@lru_cache(maxsize=1_000)  # frames use the same few pens over and over, and making one costs as much as a short line
def _pen(colour: str | int, width: float, style: Qt.PenStyle, cosmetic: bool) -> QPen:
    made = QPen(QColor(colour) if isinstance(colour, str) else QColor.fromRgba(colour), width, style)
    made.setCosmetic(cosmetic)
    return made


def _bound(cache: dict) -> None:  # type: ignore[type-arg]
    if len(cache) > _KEPT_TEXTS:
        cache.clear()
