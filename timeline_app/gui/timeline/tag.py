"""The small card of words that follows a drag: "+3 d → 13 May"."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from timeline_app.gui.timeline.ink import Ink, pen


def paint_tag(painter: QPainter, ink: Ink, at: QPointF, words: str, limit: float) -> None:
    """Words on a card above `at`, kept between 0 and `limit` pixels."""
    width, height = ink.width(words, True) + 16, ink.line + 8
    left = min(max(at.x() - width / 2, 4.0), max(limit - width - 4, 4.0))
    top = at.y() - height - 14
    if top < 2:
        top = at.y() + 18
    card = QRectF(left, top, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(ink.palette.border))
    painter.setBrush(QColor(ink.palette.raised))
    painter.drawRoundedRect(card, 5, 5)
    ink.write(painter, QPointF(left + 8, top + 4), words, ink.text, strong=True)
