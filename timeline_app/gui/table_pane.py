"""TablePane: the events as a table with the selection, order and filter of the timeline."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from timeline_app.workspace.event_columns import COLUMNS, ColumnId
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.event_table import EventTableModel
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

_ROW_HEIGHT = 26
_WIDTHS = {ColumnId.TIME: 216, ColumnId.TITLE: 460}
_WIDTH = 110


class TablePane(QWidget):
    """Follows the selection and leads it.  `failed` carries a sentence when an edit cannot be used."""

    failed = Signal(str)

    def __init__(
        self, store: DocumentStore, selection: Selection, order: EventOrder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._selection, self._order = selection, order
        self._is_following = False
        self.model = EventTableModel(store, order, self)
        self.view = _Table()
        self.view.setModel(self.model)
        for number, column in enumerate(COLUMNS):
            self.view.setColumnWidth(number, _WIDTHS.get(column.id, _WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.model.edit_refused.connect(self.failed)
        self.view.copied.connect(self._copy)
        self.view.selectionModel().selectionChanged.connect(self._on_rows)
        selection.changed.connect(self._follow)
        order.was_sorted.connect(self._follow)
        order.was_reset.connect(self._follow)
        order.visibility_changed.connect(self._follow)

    def _on_rows(self, *_: object) -> None:
        if self._is_following:
            return
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        current = self.view.currentIndex().row()
        rows.sort(key=lambda row: row == current)  # the current row last, as the selection has it
        self._selection.select_events([self._order.id_at(row) for row in rows], self)

    def _follow(self, initiator: object = None) -> None:
        if initiator is self:
            return
        self._is_following = True
        try:
            chosen = QItemSelection()
            last = len(COLUMNS) - 1
            rows = [self._order.row_of(event_id) for event_id in self._selection.event_ids]
            rows = [row for row in rows if row >= 0]
            for first, end in _stretches(rows):
                chosen.select(self.model.index(first, 0), self.model.index(end, last))
            model = self.view.selectionModel()
            if rows:
                column = max(0, self.view.currentIndex().column())
                current = self.model.index(rows[-1], column)
                model.setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.view.scrollTo(current)
            model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        finally:
            self._is_following = False

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.model.as_tsv(self._selection.event_ids))


def _stretches(rows: Sequence[int]) -> list[tuple[int, int]]:
    """First and last row of each stretch of neighbouring rows."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows):
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


class _Table(QTableView):
    """A table whose letters are left to the window's one-letter keys."""

    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Events")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setAccessibleName("Columns")
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsMovable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the selected rows."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)
