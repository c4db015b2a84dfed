"""What an import left out is told at once, however many files that were, and can be read to its end."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.gui.dialogs.import_report import ImportReport

WHY = "The file is encrypted and asks for a password, which was not given. Print it into another file. " * 3


@pytest.fixture
def report(qtbot: QtBot) -> ImportReport:
    failed = [(f"scan-{number:04}.pdf", WHY) for number in range(1_000)]
    dialog = ImportReport(5, failed, notes=["Two files name days that no calendar has. " * 8])
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    return dialog


def test_only_rows_in_view_are_laid_out(report: ImportReport) -> None:
    table = report.table
    in_view = table.rowAt(table.viewport().height() - 1) + 1
    assert 1 < in_view < 20
    assert table.rowHeight(in_view - 1) > table.rowHeight(500), "three lines, and one that nobody has seen yet"


def test_the_last_row_is_read_whole_at_the_end(report: ImportReport) -> None:
    table = report.table
    table.scrollToBottom()
    QApplication.processEvents()
    last = len(report.rows) - 1
    assert table.rowHeight(last) > table.rowHeight(500)
    assert table.rowViewportPosition(last) + table.rowHeight(last) <= table.viewport().height()


def test_a_file_of_the_same_text_is_told_by_the_name_it_has(qtbot: QtBot) -> None:
    skipped = [
        ("b.txt", "b.txt has the same text as c.txt, which is in the project already; it was not imported again.")
    ]
    dialog = ImportReport(1, [], [("flood.txt", "copy_of_flood.txt")], skipped)
    qtbot.addWidget(dialog)
    assert dialog.rows == [("flood.txt", "Already in the project as copy_of_flood.txt."), *skipped]
