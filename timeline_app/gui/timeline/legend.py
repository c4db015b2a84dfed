"""The legend: one sample of each way of drawing that the scene uses."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter

from timeline_app.chart.arrangement import TAIL
from timeline_app.chart.columns import Look
from timeline_app.gui.timeline.bars import Bar, paint_bar
from timeline_app.gui.timeline.ink import Ink
from timeline_app.gui.timeline.scene import Scene

_SAMPLE = TAIL  # width of a sample bar, pixels
_GAP = 26.0
_LINE = 22.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A way of drawing and what it means."""

    look: int  # of Look
    meaning: str


def _meanings() -> tuple[tuple[int, str], ...]:
    """Each way of drawing and what it means, in the language of the window."""
    return (
        (Look.PLAIN, QCoreApplication.translate("Timeline", "certain")),
        (Look.SOFT, QCoreApplication.translate("Timeline", "edge known only roughly")),
        (Look.NO_CORE, QCoreApplication.translate("Timeline", "at some moment within")),
        (Look.OPEN_START, QCoreApplication.translate("Timeline", "until")),
        (Look.OPEN_END, QCoreApplication.translate("Timeline", "since")),
        (Look.APPROXIMATE, QCoreApplication.translate("Timeline", "approximate")),
        (Look.PLANNED, QCoreApplication.translate("Timeline", "planned")),
        (Look.POSSIBLE, QCoreApplication.translate("Timeline", "possible or opinion")),
        (Look.DENIED, QCoreApplication.translate("Timeline", "denied")),
        (Look.DISPUTED, QCoreApplication.translate("Timeline", "disputed")),
        (Look.SUGGESTED, QCoreApplication.translate("Timeline", "suggested, not reviewed")),
    )


def legend_entries(scene: Scene) -> list[Entry]:
    """The ways of drawing that occur among the scene's events."""
    used = int(np.bitwise_or.reduce(scene.columns.look)) if len(scene.columns) else 0
    return [Entry(look, meaning) for look, meaning in _meanings() if used & look or (look == Look.PLAIN and used)]


def all_entries() -> list[Entry]:
    """Every way of drawing."""
    return [Entry(look, meaning) for look, meaning in _meanings()]


def legend_height(ink: Ink, entries: list[Entry], width: float) -> float:
    """Pixels that the legend needs at a width."""
    return (max((line for _, line in _places(ink, entries, width)), default=-1) + 1) * _LINE


def paint_legend(painter: QPainter, ink: Ink, entries: list[Entry], width: float) -> None:
    """Samples with their meanings, in lines that fit `width` pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for entry, (x, line) in zip(entries, _places(ink, entries, width), strict=True):
        y = line * _LINE + _LINE / 2
        paint_bar(painter, ink, _sample(ink, entry.look, x), y)
        ink.write(painter, QPointF(x + _SAMPLE + 8, y - ink.line / 2), entry.meaning, ink.muted)


def _places(ink: Ink, entries: list[Entry], width: float) -> list[tuple[float, int]]:
    """Left edge and line of each entry."""
    places, x, line = [], 0.0, 0
    for entry in entries:
        needed = _SAMPLE + 8 + ink.width(entry.meaning)
        if x and x + needed > width:
            x, line = 0.0, line + 1
        places.append((x, line))
        x += needed + _GAP
    return places


def _sample(ink: Ink, look: int, x: float) -> Bar:
    colour = ink.palette.neutral
    left, right = x, x + _SAMPLE
    if look & Look.OPEN_START:  # all tail, which is drawn left of the bar
        left = right
    if look & Look.OPEN_END:
        right = left
    inner = (left + 13, right - 13) if look & Look.SOFT else (left, right)
    return Bar(left, *inner, right, look, colour)
