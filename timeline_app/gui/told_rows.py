"""ToldRows: a table that only tells, of rows of wrapped words, however many: a row is laid out once it is in view."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from timeline_app.gui.told_table import only_tell
from timeline_app.workspace.plain_tips import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Rows(QAbstractTableModel):
    """Rows of words, each cell with all of its words as a tip."""

    def __init__(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self._headings, self._rows = headings, rows

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """How many words a row has."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, at its left and top."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._rows[index.row()][index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._rows[index.row()][index.column()])
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The headings of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None


class ToldRows(QTableView):
    """Shows rows of words under headings, the last column in what room there is; `name` is for screen readers."""

    def __init__(
        self, name: str, headings: Sequence[str], rows: Sequence[Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = _Rows(headings, rows)
        self._fitted: set[int] = set()  # rows that are as high as their words need
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        self.setModel(self._rows)
        only_tell(self, name)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.horizontalHeader()
        header.setSectionResizeMode(len(headings) - 1, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._fit_anew)
        self.verticalScrollBar().valueChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows may be in view."""
        super().resizeEvent(event)
        self._soon.start()

    def _fit_anew(self) -> None:
        self._fitted.clear()
        self._soon.start()

    def _fit(self) -> None:
        """Makes the rows in view as high as their words need, from the top; the end stays in view."""
        bar = self.verticalScrollBar()
        is_at_end = bar.value() == bar.maximum() > 0
        row, bottom = max(self.rowAt(0), 0), self.viewport().height()
        while row < self._rows.rowCount() and self.rowViewportPosition(row) < bottom:
            if row not in self._fitted:
                self._fitted.add(row)
                self.resizeRowToContents(row)
            row += 1
        if is_at_end:
            self.updateGeometries()
            self.scrollToBottom()
