"""The legend: one sample of each way of drawing, painted by the code that paints the timeline itself."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from timeline_app.chart.arrangement import TAIL
from timeline_app.chart.columns import Look
from timeline_app.gui.timeline.bars import Bar, paint_bar
from timeline_app.gui.timeline.clusters import PILL, paint_pill
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.ground import draw_dashes
from timeline_app.gui.timeline.ink import Ink
from timeline_app.gui.timeline.rivals import paint_bracket

_SAMPLE = TAIL  # width of a sample, pixels
_GAP = 26.0
_LINE = 22.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A way of drawing and what it means."""

    key: int | str  # bits of Look, or what is no bar
    meaning: str
    paint: Callable[[QPainter, Ink, float, float], None]  # from the pixel x, around the pixel y


def all_entries() -> list[Entry]:
    """Every way of drawing, in the language of the window."""
    looks = (
        (Look.PLAIN, QCoreApplication.translate("Timeline", "certain")),
        (Look.SOFT, QCoreApplication.translate("Timeline", "edge known only roughly")),
        (Look.NO_CORE, QCoreApplication.translate("Timeline", "at some moment within")),
        (Look.OPEN_START, QCoreApplication.translate("Timeline", "no later than")),
        (Look.OPEN_END, QCoreApplication.translate("Timeline", "since")),
        (Look.APPROXIMATE, QCoreApplication.translate("Timeline", "approximate")),
        (Look.PLANNED, QCoreApplication.translate("Timeline", "planned")),
        (Look.POSSIBLE, QCoreApplication.translate("Timeline", "possible or opinion")),
        (Look.DENIED | Look.DISPUTED, QCoreApplication.translate("Timeline", "denied or disputed")),
        (Look.SUGGESTED, QCoreApplication.translate("Timeline", "suggested, not reviewed")),
        (Look.REJECTED, QCoreApplication.translate("Timeline", "rejected")),
    )
    others = (
        ("rivals", QCoreApplication.translate("Timeline", "another dating of the same event"), _paint_rivals),
        ("cluster", QCoreApplication.translate("Timeline", "so many events close together"), _paint_cluster),
        (
            "published",
            QCoreApplication.translate("Timeline", "a source was published"),
            partial(_paint_line, now=False),
        ),
        ("now", QCoreApplication.translate("Timeline", "now"), partial(_paint_line, now=True)),
    )
    return [*(Entry(look, words, partial(_paint_look, look)) for look, words in looks), *(Entry(*o) for o in others)]


def legend_entries(frame: Frame) -> list[Entry]:
    """The ways of drawing that occur in a frame."""
    columns = frame.scene.columns
    used = int(np.bitwise_or.reduce(columns.look)) if len(columns) else 0
    occurring: set[int | str] = {
        entry.key for entry in all_entries() if isinstance(entry.key, int) and used & entry.key
    }
    if used:
        occurring.add(Look.PLAIN)
    if frame.rivals:
        occurring.add("rivals")
    if len(frame.arrangement.cluster_row):
        occurring.add("cluster")
    occurring |= {"now" if marker.is_now else "published" for marker in frame.lines}
    return [entry for entry in all_entries() if entry.key in occurring]


def legend_width(ink: Ink, entries: list[Entry], columns: int) -> float:
    """Pixels of a legend that is a table of so many columns."""
    return columns * max(_width(ink, entry) for entry in entries) + (columns - 1) * _GAP


def legend_height(ink: Ink, entries: list[Entry], width: float, *, aligned: bool = False) -> float:
    """Pixels that the legend needs at a width."""
    return (max((line for _, line in _places(ink, entries, width, aligned)), default=-1) + 1) * _LINE


def paint_legend(painter: QPainter, ink: Ink, entries: list[Entry], width: float, *, aligned: bool = False) -> None:
    """Samples with their meanings, in lines that fit `width` pixels; as a table where `aligned`."""
    for entry, (x, line) in zip(entries, _places(ink, entries, width, aligned), strict=True):
        y = line * _LINE + _LINE / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry.paint(painter, ink, x, y)
        ink.write(painter, QPointF(x + _SAMPLE + 8, y - ink.line / 2), entry.meaning, ink.muted)


def _places(ink: Ink, entries: list[Entry], width: float, aligned: bool) -> list[tuple[float, int]]:
    """Left edge and line of each entry."""
    places, x, line = [], 0.0, 0
    widths = [_width(ink, entry) for entry in entries]
    if aligned:
        widths = [max(widths)] * len(widths)
    for needed in widths:
        if x and x + needed > width:
            x, line = 0.0, line + 1
        places.append((x, line))
        x += needed + _GAP
    return places


def _width(ink: Ink, entry: Entry) -> float:
    return _SAMPLE + 8 + ink.width(entry.meaning)


def _paint_look(look: int, painter: QPainter, ink: Ink, x: float, y: float) -> None:
    left, right = x, x + _SAMPLE
    if look & Look.OPEN_START:  # all tail, which is drawn left of the bar
        left = right
    if look & Look.OPEN_END:
        right = left
    inner = (left + 13, right - 13) if look & Look.SOFT else (left, right)
    paint_bar(painter, ink, Bar(left, *inner, right, look, ink.palette.neutral), y)


def _paint_rivals(painter: QPainter, ink: Ink, x: float, y: float) -> None:
    colour, end = ink.palette.neutral, x + 14
    paint_bar(painter, ink, Bar(x, x, end, end, Look.DISPUTED, colour), y - 2)
    paint_bracket(painter, ink.mix(colour, 0.8), (x + end) / 2, [(x + _SAMPLE - 14, x + _SAMPLE)], y - 2)


def _paint_cluster(painter: QPainter, ink: Ink, x: float, y: float) -> None:
    count = "12"
    paint_pill(painter, ink, QRectF(x, y - PILL / 2, _SAMPLE, PILL), ink.palette.neutral, level=2)
    at = QPointF(x + (_SAMPLE - ink.width(count, True)) / 2, y - ink.line / 2)
    ink.write(painter, at, count, ink.text, strong=True)


def _paint_line(painter: QPainter, ink: Ink, x: float, y: float, *, now: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    colour = ink.palette.now if now else ink.palette.published
    draw_dashes(painter, colour, x + _SAMPLE / 2, y - _LINE / 2 + 2, y + _LINE / 2 - 2)
