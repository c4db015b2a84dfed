"""told_table: a table that only tells: nothing in it is edited, and Tab leaves it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTableWidget, QTableWidgetItem

from timeline_app.workspace.plain_tips import plain_tip


def told_table(name: str, headings: Sequence[str]) -> QTableWidget:
    """An empty table with headings; `name` is what a screen reader calls it."""
    table = QTableWidget(0, len(headings))
    table.setHorizontalHeaderLabels(list(headings))
    only_tell(table, name)
    return table


def only_tell(table: QTableView, name: str) -> None:
    """Makes any table one that only tells."""
    table.setAccessibleName(name)
    table.setProperty("role", "told")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def fill_table(table: QTableWidget, rows: Sequence[Sequence[str]]) -> None:
    """Shows rows of words, each cell with all of its words as a tip."""
    table.setRowCount(len(rows))
    for number, cells in enumerate(rows):
        for column, text in enumerate(cells):
            cell = QTableWidgetItem(text)
            cell.setToolTip(plain_tip(text))
            table.setItem(number, column, cell)
