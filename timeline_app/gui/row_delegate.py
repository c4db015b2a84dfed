"""RowDelegate: how a row of a list is drawn."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from timeline_app.gui.fonts import BODY_PIXELS, SMALL_PIXELS, font
from timeline_app.gui.palette import palette_for
from timeline_app.gui.parts import GRID
from timeline_app.gui.rows import AnyIndex, Row, RowRole
from timeline_app.model.token import Span


class RowDelegate(QStyledItemDelegate):
    """Draws a row: a bar and a soft ground where it is selected, the title cut to two lines, details muted."""

    def __init__(self) -> None:
        super().__init__()
        self.colours = palette_for(False)
        self.padding = GRID + 4  # pixels above and below the words, together

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Height of the row at the width of the list."""
        row: Row = index.data(RowRole.ROW)
        return QSize(120, self.height_of(len(row.details) + bool(row.warning)))

    def height_of(self, lines: int) -> int:
        """Height of a row with so many lines below its title, in pixels."""
        height = _metrics(BODY_PIXELS).height() + lines * (_metrics(SMALL_PIXELS).height() + 1)
        return round(height) + self.padding

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws the row."""
        row: Row = index.data(RowRole.ROW)
        state, box = option.state, option.rect
        view = option.widget
        if isinstance(view, QTableView) and box.top() > 0 and box.bottom() >= view.viewport().height():
            return  # rows differ in height: one that would be cut at the bottom is not begun
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.colours.selection))
            painter.fillRect(box.left(), box.top(), 3, box.height(), QColor(self.colours.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(self.colours.hover))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(QColor(self.colours.accent), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        top = float(box.top() + self.padding // 2)
        left, width = float(box.left() + GRID * 2), float(box.width() - GRID * 3 + 2)
        aside = self._aside(painter, row.aside, left, top, width) if row.aside else 0.0
        top = self._line(painter, row.title, left, top, width - aside, BODY_PIXELS, self.colours.text, row.is_strong)
        for number, detail in enumerate(row.details, start=1):
            colour = self.colours.muted
            if row.lit is not None and number == len(row.details):
                self._light(painter, detail, row.lit, QPointF(left, top + 1), width)
                colour = self.colours.text
            top = self._line(painter, detail, left, top + 1, width, SMALL_PIXELS, colour)
        if row.warning:
            self._line(painter, row.warning, left, top + 1, width, SMALL_PIXELS, self.colours.warning)
        painter.restore()

    def _aside(self, painter: QPainter, text: str, left: float, top: float, width: float) -> float:
        """Draws a mark at the right of the title; answers the width that it takes from that."""
        painter.setFont(font(SMALL_PIXELS))
        painter.setPen(QColor(self.colours.muted))
        box = QRectF(left, top, width, _metrics(BODY_PIXELS).height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return _metrics(SMALL_PIXELS).horizontalAdvance(text) + GRID

    def _light(self, painter: QPainter, detail: str, lit: Span, corner: QPointF, width: float) -> None:
        """A soft ground below the words that were searched for."""
        advance = _metrics(SMALL_PIXELS).horizontalAdvance
        begin, end = advance(detail[: lit.start]), min(advance(detail[: lit.end]), width)
        box = QRectF(corner.x() + begin - 1, corner.y(), end - begin + 2, _metrics(SMALL_PIXELS).height())
        painter.fillRect(box, QColor(self.colours.hit))

    def _line(
        self,
        painter: QPainter,
        text: str,
        left: float,
        top: float,
        width: float,
        pixels: int,
        colour: str,
        strong: bool = False,
    ) -> float:
        face = font(pixels, strong=strong)
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(QColor(colour))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, top, width, metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        return top + metrics.height()


@cache
def _metrics(pixels: int) -> QFontMetricsF:
    return QFontMetricsF(font(pixels))
