"""ImportReport: what an import left out and why, one line a file, to be copied."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.wording import counted
from timeline_app.workspace.retelling import retold


class ImportReport(QDialog):
    """Lists the files that could not be read and those that were in the project already."""

    def __init__(
        self,
        imported: int,
        failures: Sequence[tuple[str, str]],
        duplicates: Sequence[tuple[str, str]] = (),
        notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.heading = label(self._headline(imported, len(failures), len(duplicates)), "strong", wrap=True)
        self.list = QPlainTextEdit("\n".join(self._lines(failures, duplicates, notes)))
        self.list.setReadOnly(True)
        self.list.setProperty("role", "field")
        self.list.setAccessibleName(self.tr("Files that were left out, and why"))
        self.list.setTabChangesFocus(True)
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
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        self.resize(640, 220 if len(failures) + len(duplicates) < 6 else 420)
        self.close_button.setFocus()

    def _headline(self, imported: int, failed: int, same: int) -> str:
        sentences = [self.tr("{files} could not be imported.").format(files=counted(failed, "file"))]
        if imported:
            sentences.append(self.tr("The other {files} are in the project.").format(files=f"{imported:,}"))
        if imported == 1:
            sentences[-1] = self.tr("The other one is in the project.")
        if same:
            sentences.append(self.tr("{count} already in the project.").format(count=f"{same:,}"))
        return " ".join(sentences)

    def _lines(
        self, failures: Sequence[tuple[str, str]], duplicates: Sequence[tuple[str, str]], notes: Sequence[str]
    ) -> list[str]:
        lines = [told if name in (told := retold(message)) else f"{name}: {told}" for name, message in failures]
        for name, same in duplicates:
            sentence = self.tr("{name}: already in the project as {same}").format(name=name, same=same)
            lines.append(retold(same) if name in same else sentence)
        return [*lines, *map(retold, notes)]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.list.toPlainText())
        self.copy.setText(self.tr("Copied"))
