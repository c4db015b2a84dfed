"""RowList: a quiet list whose rows have a title and lines of detail, some of them in a warning colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.gui.fonts import BODY_PIXELS, SMALL_PIXELS, font
from timeline_app.gui.palette import Palette, palette_for
from timeline_app.gui.parts import GRID

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its key, title, details below (or, where `beside`, after the title), and what is wrong with it."""

    key: str
    title: str
    details: tuple[str, ...] = ()
    warning: str = ""
    tip: str = ""
    is_strong: bool = False

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        return ", ".join(part for part in (self.title, *self.details, self.warning) if part)


class _Role(IntEnum):
    ROW = Qt.ItemDataRole.UserRole


class RowModel(QAbstractListModel):
    """Rows that are replaced as a whole; rows that stay alike do not flicker."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> bool:
        """Shows other rows; tells whether keys changed (and with them the current row)."""
        rows = tuple(rows)
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's title, tool tip, spoken form or the Row itself."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip or None
            case _Role.ROW:
                return row
            case _:
                return None


class RowDelegate(QStyledItemDelegate):
    """Draws a row: a bar and a soft ground where it is selected, the title cut to two lines, details muted."""

    def __init__(self) -> None:
        super().__init__()
        self.colours = palette_for(False)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Height of the row at the width of the list."""
        row: Row = index.data(_Role.ROW)
        lines = len(row.details) + bool(row.warning)
        height = QFontMetricsF(font(BODY_PIXELS)).height() + lines * (QFontMetricsF(font(SMALL_PIXELS)).height() + 1)
        return QSize(120, round(height) + GRID + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws the row."""
        row: Row = index.data(_Role.ROW)
        state, box = option.state, option.rect
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.colours.selection))
            painter.fillRect(box.left(), box.top(), 3, box.height(), QColor(self.colours.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(self.colours.hover))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(QColor(self.colours.accent), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        top = float(box.top() + GRID // 2 + 2)
        left, width = float(box.left() + GRID * 2), float(box.width() - GRID * 3 + 2)
        top = self._line(painter, row.title, left, top, width, BODY_PIXELS, self.colours.text, row.is_strong)
        for detail in row.details:
            top = self._line(painter, detail, left, top + 1, width, SMALL_PIXELS, self.colours.muted)
        if row.warning:
            self._line(painter, row.warning, left, top + 1, width, SMALL_PIXELS, self.colours.warning)
        painter.restore()

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


class RowList(QListView):
    """A list of rows.  The current row is the selected one."""

    def __init__(self, name: str, parent: QWidget | None = None, *, several: bool = False) -> None:
        super().__init__(parent)
        self._model, self._delegate = RowModel(), RowDelegate()
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        mode = QListView.SelectionMode.ExtendedSelection if several else QListView.SelectionMode.SingleSelection
        self.setSelectionMode(mode)

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._delegate.colours = palette
        self.viewport().update()

    def set_rows(self, rows: Sequence[Row], uniform: bool = False) -> None:
        """Shows rows; `uniform` where all are of one height, which keeps thousands of rows fast."""
        self.setUniformItemSizes(uniform)
        self._model.set_rows(rows)
        self.setMaximumHeight(self._content_height())
        self.updateGeometry()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._model.rows

    def selected_keys(self) -> tuple[str, ...]:
        """Keys of the selected rows, from top to bottom."""
        return tuple(self._model.rows[i.row()].key for i in sorted(self.selectedIndexes(), key=lambda i: i.row()))

    def select_keys(self, keys: Sequence[str]) -> None:
        """Selects rows without telling anyone; keys that are not in the list are passed over."""
        wanted = set(keys)
        blocked = self.selectionModel().blockSignals(True)
        self.selectionModel().clearSelection()
        flag = self.selectionModel().SelectionFlag
        first = True
        for number, row in enumerate(self._model.rows):
            if row.key in wanted:
                index = self._model.index(number)
                if first:
                    self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
                    self.scrollTo(index)
                    first = False
                self.selectionModel().select(index, flag.Select)
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as all rows together."""
        return QSize(240, self._content_height())

    def minimumSizeHint(self) -> QSize:
        """Two rows, so that a small window still shows something of each list."""
        return QSize(120, min(self._content_height(), 64))

    def _content_height(self) -> int:
        if self.uniformItemSizes():
            return len(self.rows) * max(0, self.sizeHintForRow(0))
        return sum(self.sizeHintForRow(number) for number in range(len(self.rows)))
