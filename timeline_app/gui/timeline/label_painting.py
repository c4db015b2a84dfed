"""Paints the labels of events in the slots that were found for them."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from timeline_app.chart.labels import Side, Slot
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.ink import Ink, Medium
from timeline_app.gui.timeline.stamps import Stamp, Stamps
from timeline_app.gui.timeline.words import Words

_LEAST_DETAIL = 5  # letters of the muted words that are worth drawing


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


def _paint_stamps(painter: QPainter, frame: Frame, slots: list[Slot], lines: list[float]) -> None:
    """Labels from pictures of them, all in one call."""
    if not slots:
        return
    ink, scene = frame.ink, frame.scene
    stamps = ink.stamps(painter.device().devicePixelRatio())
    ratio, widest = stamps.ratio, stamps.widest - 1.0
    known = stamps.kept(scene.facts.labels, dict[tuple[int, bool], tuple[Words, Stamp]])
    ellipses = {strong: _stamped(stamps, ink, "…", "", strong) for strong in (False, True)}
    tops = np.round(frame.arrangement.row_y[[slot.row for slot in slots]] - frame.scroll - ink.line / 2)
    pieces = []
    for slot, top in zip(slots, tops.tolist(), strict=True):
        key = (slot.event, slot.event in frame.selected)
        found = known.get(key)
        if found is None:
            found = known[key] = _stamped(stamps, ink, *scene.facts.label(slot.event), key[1])
        words, stamp = found
        if not words.can_be_cut and words.width > slot.width:
            words, stamp = _stamped(
                stamps, ink, ink.cut(scene.facts.label(slot.event)[0], slot.width, key[1]), "", key[1]
            )
        ellipsis, dots = ellipses[key[1]]
        pixels, is_cut = words.shown(min(slot.width, widest), ellipsis.width)
        x = round(slot.x)
        if lines or slot.side is Side.OVER:
            _make_room(painter, frame, slot, top, x + pixels + (ellipsis.width if is_cut else 0.0), lines)
        width = min(round(pixels * ratio), stamp.width)
        pieces.append((x, top - words.above, stamp.left, stamp.top, width, stamp.height))
        if is_cut:
            pieces.append((round(x + pixels), top, dots.left, dots.top, dots.width, dots.height))
    stamps.draw(painter, np.array(pieces, dtype=np.float64))


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
