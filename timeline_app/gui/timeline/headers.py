"""Lane headers: names with their counts, in a column left of the lanes."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from timeline_app.chart.columns import EventColumns, Floats
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.glyphs import drawable
from timeline_app.gui.timeline.ground import lane_edges
from timeline_app.gui.timeline.ink import Ink, pen
from timeline_app.gui.timeline.wording import lane_name

_PADDING = 6.0  # pixels above and below a name


@dataclass(frozen=True, slots=True)
class Headers:
    """How lane names are set: in a column of a width (pixels), in so many lines at most."""

    width: float
    most_lines: int = 3
    at_any_height: bool = False  # lanes grow for their names even where they do not all fit the view

    def heights(self, ink: Ink, columns: EventColumns, by: str) -> Floats:
        """Pixels that lanes must be high so that their names stand whole, as far as the lines go."""
        counts = np.bincount(columns.lane, minlength=len(columns.lanes)).tolist()
        lines = [
            len(ink.lines(drawable(lane_name(lane, by)), self.room(ink, f"{count:,}"), self.most_lines, strong=True))
            for lane, count in zip(columns.lanes, counts, strict=True)
        ]
        return np.array(lines, dtype=np.float64) * ink.line + 2 * _PADDING

    def room(self, ink: Ink, count: str) -> float:
        """Pixels for a name beside its count."""
        return self.width - 30 - ink.width(count) - 12


WINDOW = Headers(168.0)
"""The headers of the window."""


def widest_header(ink: Ink, columns: EventColumns, by: str) -> float:
    """Pixels of a column in which every lane name stands on one line."""
    return max((ink.width(drawable(lane_name(lane, by)), True) for lane in columns.lanes), default=0.0) + 84


def paint_headers(painter: QPainter, frame: Frame, headers: Headers, *, foldable: bool = True) -> None:
    """Lane names with their counts."""
    ink, arrangement, width = frame.ink, frame.arrangement, headers.width
    by = frame.scene.document.settings.lanes_by
    labels: list[tuple[float, float, str, bool]] = []
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, lane in enumerate(frame.scene.columns.lanes):
        top = float(arrangement.lane_top[number]) - frame.scroll
        bottom = top + float(arrangement.lane_height[number])
        if bottom < 0 or top > frame.height:
            continue
        y = min(max(top, 0.0), max(bottom - 26, top)) + 13 - ink.line / 2  # stays in sight while its lane does
        count = f"{int(arrangement.lane_count[number]):,}"
        if foldable:
            _paint_fold_mark(painter, ink, y + ink.line / 2, folded=lane.key in frame.scene.folding.collapsed)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink.palette.category(number)))
        painter.drawRoundedRect(QRectF(18, y + ink.line / 2 - 4, 4, 8), 1, 1)
        most = max(min(int((bottom - y - 6) / ink.line), headers.most_lines), 1)
        lines = ink.lines(drawable(lane_name(lane, by)), headers.room(ink, count), most, strong=True)
        labels.extend((28, y + line * ink.line, words, True) for line, words in enumerate(lines))
        labels.append((width - 10 - ink.width(count), y, count, False))
    ink.write_all(painter, labels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen(ink.palette.hairline))
    painter.drawLines([QLineF(0, edge, width, edge) for edge in lane_edges(frame).tolist()])
    painter.drawLine(QLineF(width - 1, 0, width - 1, frame.height))


def _paint_fold_mark(painter: QPainter, ink: Ink, y: float, *, folded: bool) -> None:
    painter.setPen(pen(ink.muted, 1.4))
    points = [(8, -3), (11, 0), (8, 3)] if folded else [(6.5, -1.5), (9.5, 1.5), (12.5, -1.5)]
    painter.drawPolyline([QPointF(x, y + dy) for x, dy in points])
