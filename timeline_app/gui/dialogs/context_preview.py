"""Preview: the events that a change of publications would move, what they say now and what then."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from timeline_app.gui.parts import GRID
from timeline_app.workspace.dates import describe as shown
from timeline_app.workspace.operations import PreviewRow
from timeline_app.workspace.plain_tips import plain_tip

translate = QCoreApplication.translate
_MOST = 500  # rows
_TITLE = 160  # pixels that a title keeps beside long dates


def _when_then(row: PreviewRow) -> tuple[bool, tuple[int, int], str]:
    """By the time that an event would have, what loses its time last."""
    return row.new is None, row.new.sort_key if row.new is not None else (0, 0), row.title


class Preview(QTableWidget):
    """A table whose dates are whole as long as the titles can still be told apart."""

    def __init__(self) -> None:
        super().__init__(0, 3)

    def show_rows(self, moves: Sequence[PreviewRow]) -> None:
        """Shows the first of the events that would move, in the order of what would then be."""
        rows = sorted(moves, key=_when_then)[:_MOST]
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            stays = translate("ContextDialog", " — your own date stays") if row.overridden else ""
            for column, text in enumerate((row.title, shown(row.old), shown(row.new) + stays)):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.setItem(number, column, item)
        self.share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width anew."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Gives the dates what they need, as long as it leaves the titles theirs."""
        header, room = self.horizontalHeader(), max(self.viewport().width() - _TITLE, 0)
        wanted = [max(self.sizeHintForColumn(n), header.sectionSizeHint(n)) + GRID for n in (1, 2)]
        then = min(wanted[1], max(room - wanted[0], room // 2))
        self.setColumnWidth(2, then)
        self.setColumnWidth(1, min(wanted[0], room - then))


def preview_table() -> Preview:
    """The table, without rows."""
    table = Preview()
    table.setAccessibleName(translate("ContextDialog", "Events that would move"))
    table.setHorizontalHeaderLabels(
        [
            translate("ContextDialog", "Event"),
            translate("ContextDialog", "Now"),
            translate("ContextDialog", "Then"),
        ]
    )
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(26)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setWordWrap(False)
    return table
