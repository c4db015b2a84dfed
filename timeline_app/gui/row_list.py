"""RowList: a quiet list whose rows have a title and lines of detail, some of them in a warning colour."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import chain
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from timeline_app.gui.fonts import BODY_PIXELS, SMALL_PIXELS, font
from timeline_app.gui.palette import Palette, palette_for
from timeline_app.gui.parts import GRID, WholeRowTable
from timeline_app.model.token import Span
from timeline_app.workspace.plain_tips import plain_tip

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_FEW = 64  # rows that come or go one by one
_TALLEST = 1_000_000  # pixels; Qt refuses widgets of 16 million


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its title, the details below it, and what is wrong with it.

    `aside` is a short mark at the right of the title, `meant` what it stands for; `lit` is what was searched for, as
    a part of the last detail.
    """

    title: str
    details: tuple[str, ...] = ()
    warning: str = ""
    tip: str = ""
    is_strong: bool = False
    aside: str = ""
    meant: str = ""
    lit: Span | None = None

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        return ", ".join(part for part in (self.title, *self.details, self.meant, self.warning) if part)


class _Role(IntEnum):
    ROW = Qt.ItemDataRole.UserRole


class RowModel(QAbstractListModel):
    """Keys, and a function that makes the row of a key when it is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[str] = []
        self._make: Callable[[str], Row] = Row
        self._made: dict[str, Row] = {}

    def set_rows(
        self, keys: Sequence[str], make: Callable[[str], Row], stale: Collection[str] | None = None
    ) -> Iterable[int]:
        """Shows other rows; of those that were shown, only the `stale` ones are made anew, with None all.

        A few rows that come or go are told one stretch at a time, so that a long list stays where it is.  Answers the
        numbers of the rows that are new or made anew.
        """
        keys, self._make = list(keys), make
        if stale is None:
            self._made = {}
        for key in stale or ():
            self._made.pop(key, None)
        head = _common(self.keys, keys)
        tail = _common(self.keys[head:][::-1], keys[head:][::-1])
        gone, come = len(self.keys) - head - tail, len(keys) - head - tail
        if gone > _FEW or come > _FEW:
            self.beginResetModel()
            self.keys = keys
            self.endResetModel()
            return range(len(keys))
        if gone:
            self.beginRemoveRows(QModelIndex(), head, head + gone - 1)
            del self.keys[head : head + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), head, head + come - 1)
            self.keys = keys
            self.endInsertRows()
        if keys and (stale or stale is None):
            self.dataChanged.emit(self.index(0), self.index(len(keys) - 1))
        if stale is None:
            return range(len(keys))
        return chain(range(head, head + come), (number for number, key in enumerate(keys) if key in stale))

    def row(self, number: int) -> Row:
        """A row as it was when the rows were set."""
        key = self.keys[number]
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self.keys)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's title, tool tip, spoken form or the Row itself."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.row(index.row()).title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.row(index.row()).spoken
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.row(index.row()).tip) or None
            case _Role.ROW:
                return self.row(index.row())
            case _:
                return None


def _common(one: list[str], other: list[str]) -> int:
    """How many first keys two lists share; found by halves, since slices are compared fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


class RowDelegate(QStyledItemDelegate):
    """Draws a row: a bar and a soft ground where it is selected, the title cut to two lines, details muted."""

    def __init__(self) -> None:
        super().__init__()
        self.colours = palette_for(False)
        self.padding = GRID + 4  # pixels above and below the words, together

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Height of the row at the width of the list."""
        row: Row = index.data(_Role.ROW)
        return QSize(120, self.height_of(len(row.details) + bool(row.warning)))

    def height_of(self, lines: int) -> int:
        """Height of a row with so many lines below its title, in pixels."""
        height = _metrics(BODY_PIXELS).height() + lines * (_metrics(SMALL_PIXELS).height() + 1)
        return round(height) + self.padding

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws the row."""
        row: Row = index.data(_Role.ROW)
        state, box = option.state, option.rect
        view = option.widget
        if isinstance(view, RowList) and box.top() > 0 and box.bottom() >= view.viewport().height():
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


class RowList(WholeRowTable):
    """A list of rows.  The current row is the selected one.

    A table of one column, because that lays a hundred thousand rows out at once where a list view takes each in turn.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, several: bool = False) -> None:
        super().__init__(parent)
        self._model, self._delegate, self._is_uniform = RowModel(), RowDelegate(), False
        self._lines: Callable[[str], int] | None = None
        self._known_heights: dict[int, int] = {}  # of rows with so many lines below the title, in pixels
        self._room = _TALLEST
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerItem)  # no slivers of rows at the top
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        mode = QTableView.SelectionMode.ExtendedSelection if several else QTableView.SelectionMode.SingleSelection
        self.setSelectionMode(mode)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._delegate.colours = palette
        self.viewport().update()

    def set_compact(self, compact: bool) -> None:
        """Gives the rows less room, or as much as at first."""
        self._delegate.padding = 4 if compact else GRID + 4
        self._known_heights.clear()
        self._set_heights(range(len(self._model.keys)))
        self._fit()

    def set_rows(
        self,
        keys: Sequence[str],
        make: Callable[[str], Row],
        stale: Collection[str] | None = None,
        *,
        uniform: bool = False,
        lines: Callable[[str], int] | None = None,
    ) -> None:
        """Shows the rows that `make` makes of keys, made anew where they are `stale` (None: all).

        `uniform` where all are of one height, which keeps many fast; `lines` tells how many lines a key's row has
        below its title, so that rows that nobody looks at are not made to be measured.
        """
        self._is_uniform, self._lines = uniform, lines
        self._set_heights(self._model.set_rows(keys, make, stale))
        self._fit()

    def set_room(self, height: int) -> None:
        """Makes the list no higher than this."""
        self._room = height
        self._fit()

    @property
    def content_height(self) -> int:
        """Height of all rows together, in pixels."""
        return min(self.verticalHeader().length(), _TALLEST)

    def whole_rows(self, room: float) -> int:
        """Height of the first rows that are whole in `room` pixels; of one row at least."""
        header, height = self.verticalHeader(), 0
        for number in range(header.count()):
            size = header.sectionSize(number)
            if number and height + size > room:
                break
            height += size
        return height

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the rows shown."""
        return tuple(self._model.keys)

    @property
    def rows(self) -> list[Row]:
        """The rows shown."""
        return [self._model.row(number) for number in range(len(self._model.keys))]

    def selected_keys(self) -> tuple[str, ...]:
        """Keys of the selected rows, from top to bottom."""
        return tuple(self._model.keys[row] for row in sorted(index.row() for index in self.selectedIndexes()))

    def select_keys(self, keys: Sequence[str]) -> None:
        """Selects rows without telling anyone; keys that are not in the list are passed over."""
        chosen, selection = QItemSelection(), self.selectionModel()
        blocked = selection.blockSignals(True)
        for number in self._numbers(keys):
            index = self._model.index(number)
            if chosen.isEmpty():
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.scrollTo(index)
            chosen.append(QItemSelectionRange(index))
        selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(blocked)
        self.viewport().update()

    def _numbers(self, keys: Sequence[str]) -> list[int]:
        """The rows of keys, from top to bottom."""
        shown = self._model.keys
        if len(keys) > _FEW:
            wanted = set(keys)
            return [number for number, key in enumerate(shown) if key in wanted]
        found = []
        for key in keys:
            with suppress(ValueError):
                found.append(shown.index(key))
        return sorted(found)

    def sizeHint(self) -> QSize:
        """As high as all rows together, or as the room there is for them."""
        return QSize(240, min(self.content_height, self._room))

    def minimumSizeHint(self) -> QSize:
        """One row, so that a small window still shows something of each list."""
        return QSize(120, self.whole_rows(0))

    def _set_heights(self, renewed: Iterable[int]) -> None:
        header, count = self.verticalHeader(), len(self._model.keys)
        if self._is_uniform:
            if count and header.defaultSectionSize() != (height := self.sizeHintForRow(0)):
                header.setDefaultSectionSize(height)
            return
        heights = {number: self._height(number) for number in renewed}
        if len(heights) == count and heights:  # one of many is quicker set for all
            header.setDefaultSectionSize(Counter(heights.values()).most_common(1)[0][0])
        for number, height in heights.items():
            if header.sectionSize(number) != height:
                header.resizeSection(number, height)

    def _height(self, number: int) -> int:
        if self._lines is None:
            return self.sizeHintForRow(number)
        lines = self._lines(self._model.keys[number])
        if lines not in self._known_heights:
            self._known_heights[lines] = self._delegate.height_of(lines)
        return self._known_heights[lines]

    def _fit(self) -> None:
        height = min(self.content_height, self._room)
        if height != self.maximumHeight():
            self.setMaximumHeight(height)
            self.updateGeometry()
            QTimer.singleShot(0, self, self._keep_current_in_sight)

    def _keep_current_in_sight(self) -> None:
        if self.currentIndex().isValid() and self.selectedIndexes():
            self.scrollTo(self.currentIndex())
