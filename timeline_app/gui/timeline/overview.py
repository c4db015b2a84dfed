"""The overview under the lanes: how many events there are along the whole period, and a window to drag over it."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from timeline_app.chart.columns import EventColumns, Floats
from timeline_app.chart.density import density
from timeline_app.chart.viewport import MIN_SPAN, Viewport
from timeline_app.gui.timeline.ink import Ink, pen
from timeline_app.gui.timeline.primitives import draw_rects
from timeline_app.model.calendar import civil
from timeline_app.workspace.dates import date_style

OVERVIEW = 40.0  # height, pixels
_BIN = 4  # pixels
_MARGIN = 6.0


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole period with its counts, `width` pixels wide."""

    whole: Viewport
    counts: Floats
    label: str

    def window(self, view: Viewport) -> tuple[float, float]:
        """Left and right pixel of the stretch in view, at least six pixels apart and kept on the bar."""
        left, right = self.whole.x(view.begin), self.whole.x(view.end)
        left = min(max(left, 0.0), self.whole.width - 6)
        return left, min(max(right, left + 6), self.whole.width)


def overview_of(columns: EventColumns, width: float) -> Overview | None:
    """The overview of all events, None without any."""
    extent = columns.extent
    if extent is None or width < 20:
        return None
    begin, end = extent
    margin = max((end - begin) * 0.02, MIN_SPAN) if end - begin > MIN_SPAN else 0.5
    whole = Viewport(begin - margin, end + margin, width)
    first, last = (civil(int(columns.origin + days // 1)).year for days in extent)
    label = date_style().year(first) if first == last else f"{date_style().year(first)} – {date_style().year(last)}"
    return Overview(whole, density(columns, whole.begin, whole.end, max(int(width / _BIN), 1)), label)


def paint_overview(painter: QPainter, ink: Ink, overview: Overview) -> None:
    """Bars of the counts: their square root, so that single events stay visible."""
    width, height = overview.whole.width, OVERVIEW - 2 * _MARGIN
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink.palette.weekend))
    painter.drawRoundedRect(QRectF(0, _MARGIN, width, height), 3, 3)
    counts = overview.counts
    filled = np.flatnonzero(counts)
    tall = np.sqrt(counts[filled] / max(float(counts.max(initial=1.0)), 1.0)) * (height - 4)
    tall = np.maximum(tall, 2.0)
    bin_width = width / len(counts)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(QColor(ink.palette.density))
    if len(filled):
        step = np.full(len(filled), max(bin_width - 1.0, 1.0))
        draw_rects(painter, filled * bin_width, _MARGIN + height - tall, step, tall)


def paint_window(painter: QPainter, ink: Ink, overview: Overview, view: Viewport) -> None:
    """The stretch in view; not antialiased, because a smooth edge of that length costs more than all the rest."""
    left, right = (round(x) for x in overview.window(view))
    height = round(OVERVIEW - 2 * _MARGIN)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    shade = QColor(ink.accent)
    shade.setAlpha(36)
    painter.setBrush(shade)
    painter.setPen(pen(ink.mix(ink.palette.accent, 0.7), 1.0))
    painter.drawRect(QRect(left, round(_MARGIN) - 2, right - left - 1, height + 3))
    if right - left > 24:
        painter.setPen(pen(ink.accent, 1.6))
        for x in (left + 3, right - 3):
            painter.drawLine(QPointF(x, _MARGIN + height / 2 - 4), QPointF(x, _MARGIN + height / 2 + 4))


def paint_overview_label(painter: QPainter, ink: Ink, overview: Overview, width: float) -> None:
    """The years of the whole period, in the column of the lane headers."""
    ink.write(painter, QPointF(10, (OVERVIEW - ink.line) / 2), ink.cut(overview.label, width - 20), ink.muted)
