"""EventTableModel: the events as rows of a table that can be edited in place."""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from timeline_app.model.annotation import Participant
from timeline_app.model.display import describe
from timeline_app.model.event import Event, Status
from timeline_app.workspace import operations
from timeline_app.workspace.event_columns import COLUMN, COLUMNS, Column, ColumnId
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.filter_values import CREDIBILITIES
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.reasons import event_told
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.translation import mark, translated
from timeline_app.workspace.words import modality_called, word

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_CELL_BREAKS = str.maketrans({"\t": " ", "\n": " ", "\r": " "})
_EMPTY = mark("empty")


class EventRole(IntEnum):
    """What else than its text a cell tells."""

    ID = Qt.ItemDataRole.UserRole
    RECORD = Qt.ItemDataRole.UserRole + 1  # the Event itself


class EventTableModel(QAbstractTableModel):
    """The shown events in the order of an `EventOrder`.  Cells are made when they are looked at.

    `edit_refused` carries a sentence when what was typed cannot be used; `edited_with` answers which events an edit
    of one concerns, such as all those that are selected with it.
    """

    edit_refused = Signal(str)

    def __init__(self, store: DocumentStore, order: EventOrder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._order = order
        self.edited_with: Callable[[str], Sequence[str]] = lambda event_id: [event_id]
        self._sorted_ids: list[tuple[QModelIndex, str]] = []
        order.about_to_reset.connect(self.beginResetModel)
        order.was_reset.connect(self.endResetModel)
        order.about_to_sort.connect(self._before_sort)
        order.was_sorted.connect(self._after_sort)
        order.about_to_insert.connect(lambda row: self.beginInsertRows(QModelIndex(), row, row))
        order.was_inserted.connect(self.endInsertRows)
        order.about_to_remove.connect(lambda row: self.beginRemoveRows(QModelIndex(), row, row))
        order.was_removed.connect(self.endRemoveRows)
        order.about_to_move.connect(self._before_move)
        order.was_moved.connect(self.endMoveRows)
        order.rows_changed.connect(self._on_rows_changed)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Number of events shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Headings of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].heading
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text of a cell for showing or editing, or one of the `EventRole`s of its row."""
        if not index.isValid():
            return None
        event = self.event_at(index.row())
        if event is None:
            return None
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(event, self._store.document)
            case Qt.ItemDataRole.EditRole:
                return self._editable_text(event, column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(event_told(self._store.document, event)) if column.id is ColumnId.TIME else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.heading}: {column.text(event, self._store.document) or translated(_EMPTY)}"
            case EventRole.ID:
                return event.id
            case EventRole.RECORD:
                return event
            case _:
                return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Cells of editable columns can be edited."""
        flags = super().flags(index)
        if index.isValid() and COLUMNS[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Edits a cell by one undoable operation; False, and `edit_refused`, when the value cannot be used."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not COLUMNS[index.column()].editable:
            return False
        event, column, text = self.event_at(index.row()), COLUMNS[index.column()], str(value)
        if event is None or text == self._editable_text(event, column):
            return True
        try:
            self._edit(event, column.id, text)
        except ValueError as error:
            self.edit_refused.emit(str(error))
            return False
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; -1 is the order of time."""
        chosen = COLUMNS[column].id if column >= 0 else ColumnId.TIME
        self._order.sort_by(chosen, order == Qt.SortOrder.DescendingOrder)

    def event_at(self, row: int) -> Event | None:
        """The event in a row; None while a change that took it out is still being told row by row."""
        return self._store.document.events.get(self._order.id_at(row))

    def index_of(self, event_id: str, column: ColumnId = ColumnId.TIME) -> QModelIndex:
        """The cell of an event; invalid when it is not shown."""
        row = self._order.row_of(event_id)
        return self.index(row, COLUMNS.index(COLUMN[column])) if row >= 0 else QModelIndex()

    def as_tsv(self, event_ids: Iterable[str], columns: Sequence[Column] = COLUMNS) -> str:
        """Events as tab-separated text with headings, for the clipboard.

        A cell that a spreadsheet would take for a formula gets a leading apostrophe.
        """
        document = self._store.document
        lines = ["\t".join(column.heading for column in columns)]
        for event_id in event_ids:
            event = document.events[event_id]
            lines.append("\t".join(_tsv_cell(column.text(event, document)) for column in columns))
        return "\n".join(lines) + "\n"

    def _editable_text(self, event: Event, column: Column) -> str:
        if column.id is ColumnId.TIME and event.override is not None and event.override_text:
            return event.override_text
        if column.id is ColumnId.TIME:  # in words that are read again, whatever the language of the window
            return describe(event.time, self._store.document.settings.display_zone) if event.time is not None else ""
        return column.text(event, self._store.document)

    def _edit(self, event: Event, column: ColumnId, text: str) -> None:
        ids, store, text = self.edited_with(event.id), self._store, text.strip()
        match column:
            case ColumnId.TIME if not text:
                operations.clear_override(store, ids, self)
            case ColumnId.TIME:
                operations.set_time(store, ids, text, self)
            case ColumnId.STATUS:
                _decide(text)(store, ids)
            case _:
                operations.edit_events(store, ids, self, **{column.value: _value_of(column, text)})

    def _before_move(self, row: int, target: int) -> None:
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), target)

    def _before_sort(self) -> None:
        self.layoutAboutToBeChanged.emit()
        self._sorted_ids = [(index, self._order.id_at(index.row())) for index in self.persistentIndexList()]

    def _after_sort(self) -> None:
        old = [index for index, _ in self._sorted_ids]
        new = [self.index(self._order.row_of(id_), index.column()) for index, id_ in self._sorted_ids]
        self.changePersistentIndexList(old, new)
        self._sorted_ids = []
        self.layoutChanged.emit()

    def _on_rows_changed(self, rows: list[int]) -> None:
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))


def _value_of(column: ColumnId, text: str) -> object:
    """What typed text is for a column; raises ValueError with a sentence for people."""
    match column:
        case ColumnId.MODALITY:
            return modality_called(text)
        case ColumnId.KIND | ColumnId.PLACE:
            return text or None
        case ColumnId.TAGS:
            return tuple(dict.fromkeys(tag.strip() for tag in re.split("[;,]", text) if tag.strip()))
        case ColumnId.PARTICIPANTS:
            return tuple(Participant(name.strip(), "other") for name in text.split(";") if name.strip())
        case ColumnId.CREDIBILITY:
            if text not in tuple(CREDIBILITIES):
                raise ValueError(QCoreApplication.translate("EventTable", "A credibility is a figure from 1 to 6."))
            return text
        case _:
            return text


def _decide(text: str) -> Callable[[DocumentStore, Sequence[str]], None]:
    """The operation that gives events a status by its name."""
    name = text.casefold()
    for status, operation in DECISIONS.items():
        if name in (status.value, word(status).casefold()):
            decide: Callable[[DocumentStore, Sequence[str]], None] = getattr(operations, operation)
            return decide
    known = " / ".join(word(status) for status in DECISIONS)
    raise ValueError(QCoreApplication.translate("EventTable", "A status is set to {known}.").format(known=known))


DECISIONS = {Status.ACCEPTED: "accept_events", Status.REJECTED: "reject_events"}
"""The statuses that the analyst gives, and the operations that do it."""


def _tsv_cell(text: str) -> str:
    text = text.translate(_CELL_BREAKS)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "'") else text
