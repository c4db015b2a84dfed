"""TablePane: the events as a table with the selection, order and filter of the timeline."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QVBoxLayout, QWidget

from timeline_app.gui.cell_editors import CellEditors
from timeline_app.gui.parts import WholeRowTable
from timeline_app.workspace.event_columns import COLUMN, COLUMNS, Column, ColumnId
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.event_table import EventTableModel
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

ROW_HEIGHT = 26  # pixels
_WIDTHS = {
    ColumnId.TIME: 200,
    ColumnId.TITLE: 380,
    ColumnId.STATUS: 92,
    ColumnId.MODALITY: 92,
    ColumnId.KIND: 104,
    ColumnId.PLACE: 110,
    ColumnId.PARTICIPANTS: 190,
    ColumnId.SOURCES: 220,
    ColumnId.ORIGINS: 70,
    ColumnId.CREDIBILITY: 88,
    ColumnId.CONFIDENCE: 92,
    ColumnId.TAGS: 120,
    ColumnId.NOTES: 240,
}
_TITLE = COLUMNS.index(COLUMN[ColumnId.TITLE])


class TablePane(QWidget):
    """Follows the selection and leads it.  `failed` carries a sentence when an edit cannot be used."""

    failed = Signal(str)

    def __init__(
        self, store: DocumentStore, selection: Selection, order: EventOrder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._selection, self._order = store, selection, order
        self._is_following = False
        self.model = EventTableModel(store, order, self)
        self.view = EventTable()
        self.view.setModel(self.model)
        self.model.edited_with = self._edited_with
        self.view.setItemDelegate(CellEditors(store, self.view))
        self.reset_columns()
        header = self.view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.model.edit_refused.connect(self.failed)
        self.view.copied.connect(self._copy)
        self.view.selectionModel().selectionChanged.connect(self._on_rows)
        selection.changed.connect(self._on_selection)
        for changed in (order.was_sorted, order.was_reset, order.visibility_changed):
            changed.connect(self._on_selection)
        order.was_sorted.connect(self._show_order)

    @property
    def columns(self) -> list[Column]:
        """The columns that are shown, in the order in which they stand."""
        header = self.view.horizontalHeader()
        numbers = [header.logicalIndex(place) for place in range(header.count())]
        return [COLUMNS[number] for number in numbers if not header.isSectionHidden(number)]

    def save_columns(self) -> QByteArray:
        """Which columns are shown, where and how wide."""
        return self.view.horizontalHeader().saveState()

    def restore_columns(self, state: QByteArray) -> None:
        """Shows the columns as they were saved; nothing, or what another version saved, leaves them as they are."""
        header = self.view.horizontalHeader()
        if not state.isEmpty() and header.restoreState(state) and header.count() != len(COLUMNS):
            self.reset_columns()
        self._show_order()

    def reset_columns(self) -> None:
        """Shows every column in its first place and width."""
        header = self.view.horizontalHeader()
        for number, column in enumerate(COLUMNS):
            header.setSectionHidden(number, False)
            header.moveSection(header.visualIndex(number), number)
            header.resizeSection(number, _WIDTHS[column.id])

    def set_row_height(self, pixels: int) -> None:
        """Gives the rows more or less room."""
        self.view.verticalHeader().setDefaultSectionSize(pixels)

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the columns."""
        menu.clear()
        header = self.view.horizontalHeader()
        for number, column in enumerate(COLUMNS):
            action = menu.addAction(column.heading)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(number))
            action.setEnabled(column.id is not ColumnId.TITLE)  # a row needs a name
            action.toggled.connect(lambda shown, number=number: header.setSectionHidden(number, not shown))
        menu.addSeparator()
        menu.addAction(self.tr("All columns as at first"), self.reset_columns)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        header = self.view.horizontalHeader()
        number = header.logicalIndexAt(place)
        if number >= 0 and number != _TITLE:
            words = self.tr("Hide “{column}”").format(column=COLUMNS[number].heading)
            menu.addAction(words, lambda: header.setSectionHidden(number, True))
            menu.addSeparator()
        inner = menu.addMenu(self.tr("Columns"))
        self.fill_menu(inner)
        menu.exec(header.mapToGlobal(place))

    def _show_order(self) -> None:
        """Keeps the arrow in the header with the order, whoever chose it."""
        header = self.view.horizontalHeader()
        number = COLUMNS.index(COLUMN[self._order.column])
        way = Qt.SortOrder.DescendingOrder if self._order.descending else Qt.SortOrder.AscendingOrder
        if (header.sortIndicatorSection(), header.sortIndicatorOrder()) != (number, way):
            header.blockSignals(True)
            header.setSortIndicator(number, way)
            header.blockSignals(False)
            header.viewport().update()

    def _edited_with(self, event_id: str) -> Sequence[str]:
        """An edit of one of several selected events concerns them all."""
        chosen = self._selection.event_ids
        return chosen if event_id in chosen else [event_id]

    def _on_rows(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        if self._is_following or (selected.isEmpty() and deselected.isEmpty()):
            return  # Qt also tells of each row that comes before a selected one
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        current = self.view.currentIndex().row()
        rows.sort(key=lambda row: row == current)  # the current row last, as the selection has it
        self._selection.select_events([self._order.id_at(row) for row in rows], self)

    def _on_selection(self, initiator: object = None) -> None:
        if initiator is not self:
            self._store.soon(self, self._follow)

    def _follow(self) -> None:
        """Selects the rows of what is selected."""
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
        QGuiApplication.clipboard().setText(self.model.as_tsv(self._in_order(), self.columns))

    def _in_order(self) -> list[str]:
        """The selected events as they stand in the table."""
        return sorted(self._selection.event_ids, key=self._order.row_of)


def _stretches(rows: Sequence[int]) -> list[tuple[int, int]]:
    """First and last row of each stretch of neighbouring rows."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows):
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


class EventTable(WholeRowTable):
    """A table whose letters are left to the window's one-letter keys."""

    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Table of events"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)  # no half-hidden row at the top
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setAccessibleName(self.tr("Columns"))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsMovable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the selected rows; Enter edits the cell, or the title where the cell cannot be edited."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() is not EventTable.State.EditingState:
            index = self.currentIndex()
            editable = self.model().flags(index) & Qt.ItemFlag.ItemIsEditable
            self.edit(index if editable else index.siblingAtColumn(_TITLE))
        else:
            super().keyPressEvent(event)
