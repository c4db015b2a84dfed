"""Ink: what the marks of one paragraph look like, as rectangles and lines that are worked out once."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextLine

from timeline_app.gui.palette import Palette
from timeline_app.gui.text_pane.marks import Certainty, Marks, certainty_of
from timeline_app.model.annotation import TimexType
from timeline_app.model.token import Span

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_PAD = 2.0  # pixels that a band reaches above and below its line
_VEIL = 96  # of 255: how much of the ground lies over greyed text, which keeps 4.5:1 in either theme
_THICK = 1.5


class BlockInk(NamedTuple):
    """The marks of one paragraph, measured from its corner."""

    bands: tuple[QRectF, ...]
    veils: tuple[QRectF, ...]
    underlines: tuple[tuple[TimexType, Certainty, QLineF], ...]


def ink_of(block: QTextBlock, marks: Marks, to_qt: Callable[[int], int]) -> BlockInk:
    """Works out where the marks of a paragraph stand; `to_qt` maps code points to positions of the shown text."""

    def rects(span: Span) -> Iterator[tuple[QRectF, float]]:
        return stretches(block, to_qt(span.start), to_qt(span.end))

    bands = tuple(rect for span in marks.bands for rect, _ in rects(span))
    veils = tuple(rect for span in marks.greyed for rect, _ in rects(span))
    underlines = [
        (phrase.reading.type if phrase.reading else TimexType.DATE, certainty_of(phrase), _low(rect, base))
        for phrase in marks.phrases
        for rect, base in rects(phrase.span)
    ]
    return BlockInk(bands, veils, tuple(underlines))


def _low(rect: QRectF, base: float) -> QLineF:
    return QLineF(rect.left(), base, rect.right(), base)


def stretches(block: QTextBlock, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    """The rectangles that text covers in a paragraph, line by line, each with the height of its underline."""
    return stretches_of(block, ((start, end),))


def stretches_of(block: QTextBlock, places: Iterable[tuple[int, int]]) -> Iterator[tuple[QRectF, float]]:
    """The `stretches` of several places; what hangs on the whole paragraph is asked once."""
    layout, first = block.layout(), block.position()
    two_way = _RIGHT_TO_LEFT.search(block.text()) is not None
    for start, end in places:
        begin, stop = max(0, start - first), min(block.length() - 1, end - first)
        line = layout.lineForTextPosition(begin) if begin < stop else None
        if line is None or not line.isValid():
            continue
        for number in range(line.lineNumber(), layout.lineCount()):
            line = layout.lineAt(number)
            if line.textStart() >= stop:
                break
            yield from _on_line(
                line, max(begin, line.textStart()), min(stop, line.textStart() + line.textLength()), two_way
            )


def stretch_between(block: QTextBlock, top: float, bottom: float) -> tuple[int, int]:
    """Where the lines begin and end that stand between two heights of a paragraph, which may be many screens long."""
    layout, first = block.layout(), block.position()
    lines = range(layout.lineCount())
    if not lines:
        return first, first
    above = bisect_right(lines, top, key=lambda number: layout.lineAt(number).y())
    below = bisect_right(lines, bottom, key=lambda number: layout.lineAt(number).y())
    last = layout.lineAt(max(below - 1, 0))
    return first + layout.lineAt(max(above - 1, 0)).textStart(), first + last.textStart() + last.textLength()


def _on_line(line: QTextLine, begin: int, stop: int, two_way: bool) -> Iterator[tuple[QRectF, float]]:
    if begin >= stop:
        return
    top, height = line.y() - _PAD, line.height() + 2 * _PAD
    base = line.y() + line.ascent() + 3.0
    if two_way:
        # each run of one direction by itself: where directions mix, a stretch may lie in several places
        for run in line.glyphRuns(begin, stop - begin):
            box = run.boundingRect()
            yield QRectF(box.left(), top, box.width(), height), base
    else:
        left, right = line.cursorToX(begin), line.cursorToX(stop)
        x, x2 = (_number(left), _number(right))
        yield QRectF(x, top, x2 - x, height), base


def _number(answer: object) -> float:
    """PySide answers `cursorToX` with a pair."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]


def paint_below(painter: QPainter, ink: BlockInk, colours: Palette) -> None:
    """What lies under the letters."""
    if ink.bands:
        painter.setBrush(QColor(colours.event_band))
        painter.drawRects(list(ink.bands))


def paint_above(painter: QPainter, ink: BlockInk, colours: Palette) -> None:
    """What lies over the letters: underlines, and a veil that greys boilerplate."""
    if ink.veils:
        veil = QColor(colours.background)
        veil.setAlpha(_VEIL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        painter.drawRects(list(ink.veils))
    for timex, certainty, line in ink.underlines:
        lost = certainty is Certainty.UNRESOLVED
        pen = QPen(QColor(colours.unresolved if lost else colours.timex(timex)), _THICK)
        if certainty is Certainty.AMBIGUOUS:
            pen.setDashPattern([1.2, 1.8])
        painter.setPen(pen)
        if lost:
            painter.drawPolyline(_wave(line))
        else:
            painter.drawLine(line)


def _wave(line: QLineF) -> QPolygonF:
    step, x, points, up = 2.5, line.x1(), [], False
    while x <= line.x2():
        points.append(QPointF(x, line.y1() + (0.0 if up else 2.0)))
        x, up = x + step, not up
    return QPolygonF(points)
