"""A letter whose command has nothing to do just now leaves the selection where it is."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from timeline_app.gui.row_list import RowList
from timeline_app.gui.rows import Row


@pytest.mark.parametrize("letter", ["s", "m"])
def test_a_letter_does_not_jump_to_a_row_that_begins_with_it(qtbot: Any, letter: str) -> None:
    rows = RowList("Rows")
    qtbot.addWidget(rows)
    rows.resize(300, 300)
    titles = {"a": "Attack", "b": "Siege", "c": "March"}
    rows.set_rows(list(titles), lambda key: Row(titles[key]))
    rows.show()
    rows.select_keys(["a"])
    qtbot.keyClick(rows, letter)
    assert rows.selected_keys() == ("a",)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.selected_keys() == ("b",)
