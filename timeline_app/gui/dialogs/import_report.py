"""ImportReport: what an import left out and why, a row a file, to be copied."""

import re
from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.gui.mnemonics import give_letters
from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.told_rows import ToldRows
from timeline_app.gui.wording import counted
from timeline_app.workspace.retelling import retold

_FILE_WIDTH = 200  # pixels of the column of names
_REFUSAL = re.compile(r"Could not read .+?: (?P<why>.+?)\.?", re.DOTALL)


class ImportReport(QDialog):
    """Lists the files that could not be read and those that were in the project already.

    `failures` and `skipped` are names of files with the sentence on why, `duplicates` with the name that they have in
    the project.
    """

    def __init__(
        self,
        imported: int,
        failures: Sequence[tuple[str, str]],
        duplicates: Sequence[tuple[str, str]] = (),
        skipped: Sequence[tuple[str, str]] = (),
        notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.heading = label(
            self._headline(imported, len(failures), len(duplicates) + len(skipped)), "strong", wrap=True
        )
        self.rows = self._rows(failures, duplicates, skipped, notes)
        self.table = self._table()
        self.copy = button(self.tr("Copy the list"), self._copy)
        self.close_button = button(self.tr("Close"), self.accept, "primary")
        self.close_button.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(self.heading)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.resize(760, 300 if len(self.rows) < 6 else 440)
        self.close_button.setFocus()
        give_letters(self)

    def _headline(self, imported: int, failed: int, same: int) -> str:
        sentences = [self.tr("{files} could not be imported.").format(files=counted(failed, "file"))]
        if imported:
            sentences.append(self.tr("The other {files} are in the project.").format(files=f"{imported:,}"))
        if imported == 1:
            sentences[-1] = self.tr("The other one is in the project.")
        if same:
            sentences.append(self.tr("{count} already in the project.").format(count=f"{same:,}"))
        return " ".join(sentences)

    def _rows(
        self,
        failures: Sequence[tuple[str, str]],
        duplicates: Sequence[tuple[str, str]],
        skipped: Sequence[tuple[str, str]],
        notes: Sequence[str],
    ) -> list[tuple[str, str]]:
        """Name and reason of each file; a note names its files itself."""
        rows = [(name, _reason(message)) for name, message in failures]
        same = self.tr("Already in the project as {same}.")
        rows += [(name, same.format(same=known)) for name, known in duplicates]
        rows += [(name, retold(sentence)) for name, sentence in skipped]
        return [*rows, *(("", retold(note)) for note in notes)]

    def _table(self) -> ToldRows:
        rows = [(name, why) if name else (why, "") for name, why in self.rows]
        table = ToldRows(self.tr("Files that were left out, and why"), [self.tr("File"), self.tr("Why")], rows)
        table.setColumnWidth(0, _FILE_WIDTH)
        for number, (name, _why) in enumerate(self.rows):
            if not name:
                table.setSpan(number, 0, 1, 2)
        return table

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join("\t".join(part for part in row if part) for row in self.rows))
        self.copy.setText(self.tr("Copied"))


def _reason(message: str) -> str:
    """Why a file was left out, as a sentence that does not name it again."""
    found = _REFUSAL.fullmatch(message)
    why = retold(found["why"]) if found is not None else retold(message)
    why = why[:1].upper() + why[1:]
    return why if why.endswith((".", "!", "?")) else f"{why}."
