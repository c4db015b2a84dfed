"""What the timeline's painters draw with: pens, colours, fonts and texts, made once per palette and kept."""

import re
from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QStaticText, QTransform

from timeline_app.gui.fonts import SMALL_PIXELS, font, load_fonts
from timeline_app.gui.palette import Palette
from timeline_app.gui.timeline.stamps import Stamps

Paint = Callable[[QPainter], None]

_KEPT_TEXTS = 8_000
_KEPT_PIXELS = 12_000_000  # of pictures, 4 bytes each
_HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")


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
        self.character = self.metrics.averageCharWidth() * 1.05
        self.line = self.metrics.height()
        self._sprites: dict[tuple[object, ...], QPixmap] = {}
        self._sprite_pixels = 0
        self._stamps: dict[float, Stamps] = {}
        self._texts: dict[tuple[str, bool], QStaticText] = {}
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
            self._widths[key] = (self.strong_metrics if strong else self.metrics).horizontalAdvance(text) + 1.0
        return self._widths[key]

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
        words, lines = text.split(), [""]
        while words:
            longer = f"{lines[-1]} {words[0]}".strip()
            if lines[-1] and self.width(longer, strong) > width and len(lines) < most:
                lines.append("")
            else:
                lines[-1] = longer
                words.pop(0)
        return [self.cut(line, width, strong) for line in lines]

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

    def has_sprite(self, key: tuple[object, ...], width: int, height: int, ratio: float) -> bool:
        """Whether there is a picture of that key and size."""
        return (*key, width, height, ratio) in self._sprites

    def sprite(self, key: tuple[object, ...], width: int, height: int, ratio: float, paint: Paint) -> QPixmap:
        """A picture of so many pixels, painted once: where many look alike, one costs a tenth of painting it."""
        key = (*key, width, height, ratio)
        if key not in self._sprites:
            made = QPixmap(ceil(width * ratio), ceil(height * ratio))
            made.setDevicePixelRatio(ratio)
            self._sprite_pixels += made.width() * made.height()
            if self._sprite_pixels > _KEPT_PIXELS:
                self._sprites.clear()
                self._sprite_pixels = made.width() * made.height()
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter)
            painter.end()
            self._sprites[key] = made
        return self._sprites[key]

    def stamps(self, ratio: float) -> Stamps:
        """The sheet of small pictures for a device pixel ratio."""
        if ratio not in self._stamps:
            self._stamps[ratio] = Stamps(ratio)
        return self._stamps[ratio]

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
