"""The lists of the left column: fair room, whole rows, each right under its heading."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.gui.list_room import share_room
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.row_list import RowList
from timeline_app.gui.rows import Row
from timeline_app.workspace.settings import FOLDED, AppSettings


def bottom(window: MainWindow, part: QWidget) -> int:
    return part.mapTo(window.sources, part.rect().bottomLeft()).y()


def top(window: MainWindow, part: QWidget) -> int:
    return part.mapTo(window.sources, part.rect().topLeft()).y()


def test_each_list_stands_right_under_its_heading(window: MainWindow, qtbot: QtBot) -> None:
    window.filter.type("Inspectors")
    window.filter.enter()
    pane = window.sources
    qtbot.waitUntil(lambda: len(pane.review.keys) == 1 and pane.review.height() == pane.review.content_height)
    qtbot.waitUntil(lambda: 0 < top(window, pane.review) - bottom(window, pane.queue.title) <= 12)
    assert 0 < top(window, pane.sources) - bottom(window, pane._titles[0]) <= 12
    assert top(window, pane.queue.title) - bottom(window, pane.sources) < 40, "no empty room between the lists"


def test_no_row_is_cut_at_any_height(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.sources
    for height in (620, 760, 900, 1000):
        window.resize(1200, height)
        lists = (pane.sources, pane.review, pane.undated)
        qtbot.waitUntil(lambda lists=lists: all(rows.height() == rows.whole_rows(rows.height()) for rows in lists))


def filled(qtbot: QtBot, count: int, lines: int = 1) -> RowList:
    made = RowList("rows")
    qtbot.addWidget(made)
    made.set_rows([str(number) for number in range(count)], lambda key: Row(key, ("detail",) * lines))
    return made


def test_room_is_shared_by_weight_and_what_is_not_needed_goes_to_the_others(qtbot: QtBot) -> None:
    long, other, short = filled(qtbot, 50), filled(qtbot, 50), filled(qtbot, 2)
    row = long.content_height // 50
    share_room(row * 12 + 5, [(long, 3), (other, 2), (short, 3)])
    assert [one.maximumHeight() // row for one in (long, other, short)] == [6, 4, 2]
    share_room(0, [(long, 3), (other, 2), (short, 3)])
    assert [one.maximumHeight() for one in (long, other, short)] == [row] * 3, "one row of each at least"


def test_no_source_stands_alone_beside_four_events_to_review(qtbot: QtBot) -> None:
    events, sources, undated = filled(qtbot, 50), filled(qtbot, 15, lines=3), filled(qtbot, 9)
    seen = set()
    for room in range(100, 700, 9):
        share_room(room, [(events, 7), (sources, 4), (undated, 1)])
        shown = [round(one.maximumHeight() / (one.content_height / len(one.keys))) for one in (events, sources)]
        assert not (shown[1] == 1 and room - events.maximumHeight() - sources.maximumHeight() > 99), "room is left"
        assert shown[1] > 1 or shown[0] < 5
        assert shown[0] > 2 or shown[1] == 1
        seen.add(tuple(shown))
    assert (3, 2) in seen


def test_a_click_or_the_space_bar_folds_a_list_away_and_the_others_take_its_room(
    window: MainWindow, qtbot: QtBot, settings: AppSettings
) -> None:
    pane = window.sources
    window.resize(1200, 620)
    heading, room = pane._headings["sources"], pane.review.height()
    qtbot.mouseClick(heading, Qt.MouseButton.LeftButton)
    assert not pane.sources.isVisible()
    assert "folded" in heading.accessibleName()
    assert "SOURCES · 2" in heading.text()
    qtbot.waitUntil(lambda: pane.review.height() > room)
    pane.queue.title.setFocus()
    qtbot.keyClick(pane.queue.title, Qt.Key.Key_Space)
    assert not pane.review.isVisible()
    assert not pane.queue.accept_button.isVisible()
    window.preferences.remember()
    settings.sync()
    assert AppSettings(settings.path).value(FOLDED) == "sources,review"
    pane.fold(("undated",))
    assert pane.sources.isVisible()
    assert not pane.undated.isVisible()
