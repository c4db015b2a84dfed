"""CellEditors: what a cell of the table is edited with; times are read as they are typed."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from timeline_app.gui.parts import set_property
from timeline_app.gui.time_field import read
from timeline_app.model.annotation import Modality
from timeline_app.workspace import operations
from timeline_app.workspace.dates import describe
from timeline_app.workspace.event_columns import COLUMNS, ColumnId
from timeline_app.workspace.event_table import DECISIONS, EventRole
from timeline_app.workspace.filter_values import CREDIBILITIES
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.words import word

AnyIndex = QModelIndex | QPersistentModelIndex


class CellEditors(QStyledItemDelegate):
    """A list for what has few values, a line for the rest."""

    def __init__(self, store: DocumentStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        """The editor of a cell, named like its column."""
        column = COLUMNS[index.column()]
        choices = {
            ColumnId.MODALITY: [word(modality) for modality in Modality],
            ColumnId.STATUS: [word(status) for status in DECISIONS],
            ColumnId.CREDIBILITY: list(CREDIBILITIES),
        }
        editor: QWidget
        if column.id in choices:
            editor = box = QComboBox(parent)
            box.addItems(choices[column.id])
            box.activated.connect(lambda _number: self._finish(box))
        else:
            editor = line = QLineEdit(parent)
            if column.id is ColumnId.TIME:
                event_id = str(index.data(EventRole.ID))
                line.textEdited.connect(lambda text: self._read(line, text, event_id))
        editor.setAccessibleName(column.heading)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Puts the cell's value into its editor."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(text))
            editor.showPopup()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Edits the event by what is typed or chosen."""
        value: Any = editor.currentText() if isinstance(editor, QComboBox) else None
        if isinstance(editor, QLineEdit):
            value = editor.text()
        if value is not None:
            model.setData(index, value, Qt.ItemDataRole.EditRole)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def _read(self, line: QLineEdit, text: str, event_id: str) -> None:
        """Shows below the cell what a time would be, red with a reason where it is none."""
        document = self._store.document
        context, language = operations.context_of(document, event_id), operations.language_of(document, event_id)
        value, reason = read(text, context, language) if text.strip() else (None, "")
        set_property(line, "invalid", bool(reason))
        words = reason or (f"→ {describe(value)}" if value is not None else "")
        QToolTip.showText(line.mapToGlobal(line.rect().bottomLeft()), words, line)
