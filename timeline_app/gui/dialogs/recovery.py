"""RecoveryDialog: what a crash or a power cut left, compared with the file, before anything is chosen."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_compare import Difference
from timeline_app.gui.mnemonics import give_letters
from timeline_app.gui.parts import GRID, LetterSafeComboBox, button, label
from timeline_app.gui.told_table import fill_table, told_table
from timeline_app.workspace.recovery import Found
from timeline_app.workspace.retelling import retold
from timeline_app.workspace.translation import mark, translated
from timeline_app.workspace.words import field_value, field_word

_MOST_ROWS = 2_000  # shown of the differences; the count above them is of all


class Choice(Enum):
    """What to do with what was found."""

    RECOVER = auto()
    OPEN_FILE = auto()
    DISCARD = auto()
    LATER = auto()


class RecoveryDialog(QDialog):
    """Lists the projects with unsaved edits and, for the one chosen, each difference from its file."""

    def __init__(self, found: Sequence[Found], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unsaved edits were found"))
        self._found = list(found)
        self.choice = Choice.LATER
        self.which = LetterSafeComboBox()
        self.which.setAccessibleName(self.tr("Project with unsaved edits"))
        self.which.addItems([_title(one) for one in self._found])
        self.which.setVisible(len(self._found) > 1)
        self.summary = label("", "muted", wrap=True)
        headings = [self.tr("What"), self.tr("Field"), self.tr("In the file"), self.tr("Unsaved")]
        self.table = told_table(self.tr("Differences between the file and the unsaved edits"), headings)
        for column in range(len(headings)):
            mode = QHeaderView.ResizeMode.ResizeToContents if column == 1 else QHeaderView.ResizeMode.Stretch
            self.table.horizontalHeader().setSectionResizeMode(column, mode)
        self.recover = button(self.tr("Open the unsaved edits"), lambda: self._end(Choice.RECOVER), "primary")
        self.open_file = button(self.tr("Open the file as saved"), lambda: self._end(Choice.OPEN_FILE))
        self.discard = button(self.tr("Delete the edits…"), self._ask_discard)
        self.later = button(self.tr("Decide later"), lambda: self._end(Choice.LATER))
        self.recover.setDefault(True)
        self._lay_out()
        give_letters(self)
        self.which.currentIndexChanged.connect(self._show)
        self._show()
        self.resize(820, 460)

    @property
    def chosen(self) -> Found:
        """The project that the choice is about."""
        return self._found[max(self.which.currentIndex(), 0)]

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.discard)
        row.addStretch(1)
        for part in (self.later, self.open_file, self.recover):
            row.addWidget(part)
        heading = label(self.tr("The program ended before these edits were saved. Nothing of them is lost."), "strong")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        for above in (heading, self.which, self.summary):
            layout.addWidget(above)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)

    def _show(self) -> None:
        found = self.chosen
        try:
            differences = found.differences()
        except FormatError as error:
            self.summary.setText(retold(str(error)))
            differences = []
        else:
            self.summary.setText(self._summary(found, sum(difference.number for difference in differences)))
        self.open_file.setEnabled(found.project is not None and found.project.is_file())
        rows = [row for difference in differences[:_MOST_ROWS] for row in self._rows(difference)][:_MOST_ROWS]
        fill_table(self.table, rows)

    def _summary(self, found: Found, number: int) -> str:
        where = str(found.project) if found.project is not None else self.tr("a project that was never saved")
        when = _local(found.changed)
        return self.tr("In {where}, last edited {when}: %n difference(s).", "", number).format(where=where, when=when)

    def _rows(self, difference: Difference) -> list[tuple[str, str, str, str]]:
        kind = translated(_KINDS.get(difference.kind.__name__, difference.kind.__name__))
        name = f"{kind} “{difference.title}”" if difference.title else kind
        if difference.is_new:
            return [(name, "", "", self.tr("new"))]
        if difference.is_gone:
            return [(name, "", self.tr("there"), self.tr("deleted"))]
        told = difference.fields or {"": ("", self.tr("changed"))}
        return [
            (name, field_word(field), field_value(field, old), field_value(field, new))
            for field, (old, new) in told.items()
        ]

    def _ask_discard(self) -> None:
        """A second press deletes: there is no way back."""
        if self.discard.property("asked"):
            self._end(Choice.DISCARD)
        else:
            self.discard.setProperty("asked", True)
            self.discard.setText(self.tr("Press again to delete them for good"))

    def _end(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()


_KINDS = {
    "Event": mark("Event"),
    "Source": mark("Source"),
    "SourceLink": mark("Link"),
    "ProjectSettings": mark("Project settings"),
    "Pair": mark("Suggested pair"),
}


def _title(found: Found) -> str:
    return f"{found.name} · {_local(found.changed)}"


def _local(when: str) -> str:
    """A moment in UTC as this machine's clock shows it."""
    try:
        seconds = int(datetime.fromisoformat(when).timestamp())
    except ValueError:
        return when
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), "d MMM yyyy HH:mm")
