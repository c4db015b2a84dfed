"""Paints the labels of events in the slots that were found for them."""

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from timeline_app.chart.labels import Side, Slot
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.ink import Ink, Medium
from timeline_app.gui.timeline.stamps import Stamp, Stamps
from timeline_app.gui.timeline.words import Words

_LEAST_DETAIL = 5  # letters of the muted words that are worth drawing
_SAME = 0.01  # pixels by which room may differ from frame to frame for no reason but rounding


def paint_labels(painter: QPainter, frame: Frame) -> None:
    """The labels of events in their slots; marker lines give way to them, and so does a bar that fills the view."""
    lines = [frame.view.x(marker.days) for marker in frame.lines]
    slots = [slot for slot in frame.slots if slot.event not in frame.moving]
    if frame.ink.medium is Medium.PIXELS:
        _paint_stamps(painter, frame, slots, lines)
    else:
        paint = _paint_text if frame.scene.facts.label_lines == 1 else _paint_block
        for slot in slots:
            paint(painter, frame, slot, lines)


class _Drawn(NamedTuple):
    """What is drawn of a label in so many pixels of room: a piece of its picture, and dots where it is cut."""

    room: float
    width: float  # pixels that are drawn in all
    above: int  # pixels over the line
    piece: tuple[int, int, int, int]  # left, top, width and height on the sheet
    dots: int | None  # pixels from the left edge to the dots


def _paint_stamps(painter: QPainter, frame: Frame, slots: list[Slot], lines: list[float]) -> None:
    """Labels from pictures of them, all in one call."""
    if not slots:
        return
    ink = frame.ink
    stamps = ink.stamps(painter.device().devicePixelRatio())
    known = stamps.kept(frame.scene.facts.labels, dict[tuple[int, bool], _Drawn])
    dots = {strong: _stamped(stamps, ink, "…", "", strong)[1] for strong in (False, True)}
    tops = np.round(frame.arrangement.row_y[[slot.row for slot in slots]] - frame.scroll - ink.line / 2)
    pieces = []
    for slot, top in zip(slots, tops.tolist(), strict=True):
        event, _, left, room, side = slot
        strong = event in frame.selected
        drawn = known.get((event, strong))
        if drawn is None or not -_SAME < drawn.room - room < _SAME:
            drawn = known[event, strong] = _drawn(stamps, ink, frame.scene.facts.label(event), strong, room)
        x = round(left)
        if lines or side is Side.OVER:
            _make_room(painter, frame, slot, top, x + drawn.width, lines)
        pieces.append((x, top - drawn.above, *drawn.piece))
        if drawn.dots is not None:
            dot = dots[strong]
            pieces.append((x + drawn.dots, top, dot.left, dot.top, dot.width, dot.height))
    stamps.draw(painter, np.array(pieces, dtype=np.float64))


def _drawn(stamps: Stamps, ink: Ink, label: tuple[str, str], strong: bool, room: float) -> _Drawn:
    """What is drawn of a title with its muted words."""
    words, stamp = _stamped(stamps, ink, *label, strong)
    if not words.can_be_cut and words.width > room:
        words, stamp = _stamped(stamps, ink, ink.cut(label[0], room, strong), "", strong)
    ellipsis = ink.words("…", "", strong).width
    pixels, is_cut = words.shown(min(room, stamps.widest - 1.0), ellipsis)
    piece = (stamp.left, stamp.top, min(round(pixels * stamps.ratio), stamp.width), stamp.height)
    width = pixels + (ellipsis if is_cut else 0.0)
    return _Drawn(room, width, words.above, piece, round(pixels) if is_cut else None)


def _stamped(stamps: Stamps, ink: Ink, title: str, detail: str, strong: bool) -> tuple[Words, Stamp]:
    """A label laid out, and its picture."""
    words = ink.words(title, detail, strong)
    return words, stamps.stamp((title, detail, strong), words.width, words.height, words.paint)


def _paint_block(painter: QPainter, frame: Frame, slot: Slot, uprights: list[float]) -> None:
    """One label in several lines."""
    ink, facts = frame.ink, frame.scene.facts
    text, title = facts.label_text(slot.event), " ".join(facts.label(slot.event)[0].split())
    lines = ink.lines(text, slot.width, facts.label_lines)
    top, at = frame.y(slot.row) - len(lines) * ink.line / 2, 0
    for number, line in enumerate(lines):
        plain, y = max(len(title) - at, 0), round(top + number * ink.line)  # letters of the title left
        _make_room(painter, frame, slot, y, slot.x + ink.width(line), uprights)
        ink.write(painter, QPointF(round(slot.x), y), line[:plain], ink.text)
        ink.write(painter, QPointF(round(slot.x) + ink.width(line[:plain]) - 1, y), line[plain:], ink.muted)
        at += len(line) + text[at + len(line) :].startswith(" ")


def _paint_text(painter: QPainter, frame: Frame, slot: Slot, lines: list[float]) -> None:
    """One label letter by letter."""
    ink, strong = frame.ink, slot.event in frame.selected
    title, detail = frame.scene.facts.label(slot.event)
    shown = ink.cut(title, slot.width, strong)
    left = slot.x + ink.width(shown, strong)
    detail = ink.cut(detail, slot.x + slot.width - left + 1) if shown == title else ""
    detail = detail if len(detail) >= _LEAST_DETAIL else ""
    top = frame.y(slot.row) - ink.line / 2
    _make_room(painter, frame, slot, top, left + (ink.width(detail) if detail else 0.0), lines)
    at = QPointF(round(slot.x), round(top))
    ink.write(painter, at, shown, ink.text, strong=strong)
    if detail:
        ink.write(painter, at + QPointF(ink.width(shown, strong), 0), detail, ink.muted)


def _make_room(painter: QPainter, frame: Frame, slot: Slot, top: float, end: float, lines: list[float]) -> None:
    """Clears the bar under a label that stands on it, and the marker lines that would run through its words."""
    ink = frame.ink
    if slot.side is Side.OVER:
        painter.fillRect(QRectF(slot.x - 3, top, end - slot.x + 6, ink.line), ink.background)
    for x in lines:
        if slot.x - 2 <= x <= end + 2:
            painter.fillRect(QRectF(round(x) - 2, top, 5, ink.line), _ground_at(frame, x))


def _ground_at(frame: Frame, x: float) -> QColor:
    """The colour of the bare canvas at a pixel."""
    days = frame.view.days(x)
    weekend = any(begin <= days < end for begin, end in frame.ticks.weekends)
    return QColor(frame.ink.palette.weekend) if weekend else frame.ink.background
