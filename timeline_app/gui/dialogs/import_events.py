"""ImportEventsDialog: what the rows of a table, calendar or timeline would become, and which column is what."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_app.formats.errors import FormatError
from timeline_app.formats.imports.detect import KINDS
from timeline_app.formats.imports.foreign_table import FIELDS
from timeline_app.formats.imports.plan import Action, ImportPlan, PlannedRow, make_plan
from timeline_app.formats.imports.reading import read_events
from timeline_app.formats.imports.rows import EventFile
from timeline_app.gui.mnemonics import give_letters
from timeline_app.gui.parts import GRID, LetterSafeComboBox, label
from timeline_app.gui.told_table import fill_table, told_table
from timeline_app.model.document import TimelineDocument
from timeline_app.model.source import DateOrder
from timeline_app.workspace.dates import describe
from timeline_app.workspace.retelling import retold
from timeline_app.workspace.words import field_word

_SHOWN_ROWS = 500
_DELAY_MS = 150  # after the last choice, before the file is read anew
_MAPPED_ACROSS = 3  # fields beside each other in the form


class ImportEventsDialog(QDialog):
    """Shows a file of events before it is imported; the columns of an unknown table can be told here.

    Raises FormatError when the file holds no events.
    """

    def __init__(self, document: TimelineDocument, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import events"))
        self._document, self._path = document, path
        self._file: EventFile = read_events(path)
        self._is_table = self._file.mapping is not None
        self.plan: ImportPlan = make_plan(document, self._file)
        self.columns: dict[str, QComboBox] = {}
        self.order = LetterSafeComboBox()
        self.table = told_table(self.tr("What each row becomes"), self._headings())
        self.summary = label("", "strong", wrap=True)
        self.remark = label("", "muted", wrap=True)
        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self._read_again)
        self._build()
        self._show_plan()

    def _build(self) -> None:
        heading = self.tr("{name} is {kind}.").format(name=self._path.name, kind=retold(KINDS[self._file.kind]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(label(heading, "title", wrap=True))
        if self._is_table:
            layout.addWidget(label(self.tr("WHAT ITS COLUMNS ARE"), "section"))
            layout.addLayout(self._mapping_form())
        layout.addWidget(label(self.tr("WHAT ITS ROWS BECOME"), "section"))
        layout.addWidget(self._prepared_table(), 1)
        layout.addWidget(self.summary)
        layout.addWidget(self.remark)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.import_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.import_button.setText(self.tr("Import"))
        self.import_button.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        give_letters(self)
        self.resize(940, 640)

    def _mapping_form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        for number, field in enumerate(FIELDS):
            choice = LetterSafeComboBox()
            choice.addItem(self.tr("—"), "")
            for column in self._file.columns:
                choice.addItem(column, column)
            choice.setAccessibleName(self.tr("Column of {field}").format(field=_words(field)))
            choice.setCurrentIndex(max(choice.findData((self._file.mapping or {}).get(field, "")), 0))
            choice.currentIndexChanged.connect(self._timer.start)
            self.columns[field] = choice
            _place(grid, number, _words(field), choice)
        self.order.addItem(self.tr("as its dates show"), None)
        for order in DateOrder:
            words = {"DMY": self.tr("6/7 = 6 July"), "MDY": self.tr("6/7 = June 7"), "YMD": "2021/7/6"}
            self.order.addItem(words[order], order)
        self.order.setAccessibleName(self.tr("Order of days and months"))
        self.order.currentIndexChanged.connect(self._timer.start)
        _place(grid, len(FIELDS), self.tr("dates"), self.order)
        return grid

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Row"),
            self.tr("Becomes"),
            self.tr("When"),
            self.tr("Title"),
            self.tr("Place"),
            self.tr("Remark"),
        )

    def _prepared_table(self) -> QTableWidget:
        for column, width in enumerate((44, 110, 170, 240, 90)):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(5, QHeaderView.ResizeMode.Stretch)
        return self.table

    def _mapping(self) -> Mapping[str, str]:
        chosen = {field: str(choice.currentData()) for field, choice in self.columns.items()}
        return {field: column for field, column in chosen.items() if column}

    def _read_again(self) -> None:
        """Reads the table by the columns as they are told now."""
        try:
            self._file = read_events(self._path, self._mapping(), self.order.currentData())
        except FormatError as error:  # it changed, or went away
            self.summary.setText(retold(str(error)))
            self.import_button.setEnabled(False)
            return
        self.plan = make_plan(self._document, self._file)
        self._show_plan()

    def _show_plan(self) -> None:
        rows = self.plan.for_a_look(_SHOWN_ROWS)
        fill_table(self.table, [self._cells(row) for row in rows])
        self.summary.setText(self.tr("Events: {summary}.").format(summary=retold(self.plan.summary)))
        notes = [retold(note) for note in self._file.notes]
        if len(self.plan.rows) > len(rows):
            notes.append(self.tr("The first {count} rows are shown.").format(count=_SHOWN_ROWS))
        if undated := sum(row.action is Action.NEW and row.time is None for row in self.plan.rows):
            notes.append(self.tr("Without a date that can be read: {count}.").format(count=f"{undated:,}"))
        self.remark.setText(" ".join(notes))
        self.import_button.setEnabled(bool(self.plan.changes))

    def _cells(self, row: PlannedRow) -> tuple[str, ...]:
        becomes = {
            Action.NEW: self.tr("new"),
            Action.UPDATE: self.tr("changed"),
            Action.SAME: self.tr("unchanged"),
            Action.SKIP: self.tr("left out"),
        }[row.action]
        return (str(row.row), becomes, describe(row.time), row.title, row.place, retold(row.detail))


def _place(grid: QGridLayout, number: int, name: str, choice: QWidget) -> None:
    row, column = divmod(number, _MAPPED_ACROSS)
    words = label(name)
    words.setBuddy(choice)
    grid.addWidget(words, row, column * 2, Qt.AlignmentFlag.AlignRight)
    grid.addWidget(choice, row, column * 2 + 1)
    grid.setColumnStretch(column * 2 + 1, 1)


def _words(field: str) -> str:
    return field_word(field)
