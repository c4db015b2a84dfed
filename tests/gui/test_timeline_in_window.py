"""The timeline shares selection, filter and undo with the other panes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_app.gui.dialogs.go_to_date import GoToDate, today
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.timeline.canvas import TimelineCanvas
from timeline_app.model.change import Batch, Remove
from timeline_app.model.display import describe
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue

Find = Callable[[str], Event]


@pytest.fixture
def canvas(window: MainWindow, qtbot: QtBot) -> TimelineCanvas:
    """The timeline of the window, loaded and painted."""
    window.timeline.load()
    view = window.timeline.view
    assert view is not None
    qtbot.waitUntil(lambda: view.is_loaded)
    view.fit_all()
    qtbot.wait(50)
    return view.canvas


def point_of(canvas: TimelineCanvas, event_id: str) -> QPoint:
    """The middle of an event's bar."""
    columns, frame, area = canvas.scene_data.columns, canvas.frame, canvas.area
    row = columns.row_of(event_id)
    at = frame.events.tolist().index(row)
    x = (frame.view.x(float(columns.begin[row])) + frame.view.x(float(columns.end[row]))) / 2
    return QPoint(round(area.left() + x), round(area.top() + frame.y(int(frame.rows[at]))))


def shown(canvas: TimelineCanvas) -> set[str]:
    """The events that the timeline holds now."""
    return set(canvas.scene_data.columns.ids)


def test_click_on_the_timeline_shows_the_sentence(
    window: MainWindow, qtbot: QtBot, canvas: TimelineCanvas, event_like: Find
) -> None:
    event_id = event_like("Ferries").id
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=point_of(canvas, event_id))
    assert window.selection.event_ids == (event_id,)
    assert window.text.source_id == "ferry"
    assert window.inspector.title.toPlainText() == event_like("Ferries").title


def test_event_is_dragged_and_the_inspector_follows(
    window: MainWindow, canvas: TimelineCanvas, event_like: Find
) -> None:
    event_id = event_like("closed").id
    window.selection.select_events([event_id])
    start = point_of(canvas, event_id)
    end = start + QPoint(round(3 * canvas.view.scale), 0)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(canvas.viewport(), start + (end - start) * share)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert describe(event_like("closed").time) == "12 October 2024"
    assert window.inspector.time.own.text() == "Sat 12 October 2024"
    window.actions_["undo"].trigger()
    assert describe(event_like("closed").time) == "9 October 2024"


def test_delete_key_on_the_timeline(window: MainWindow, canvas: TimelineCanvas, event_like: Find) -> None:
    event_id = event_like("council").id
    window.selection.select_events([event_id])
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert event_id not in window.store.document.events
    assert event_id not in shown(canvas)


def test_filter_and_rejected_reach_the_timeline(
    window: MainWindow, qtbot: QtBot, canvas: TimelineCanvas, event_like: Find, press: Callable[..., None]
) -> None:
    council, inspectors = event_like("council").id, event_like("Inspectors").id
    window.selection.select_events([council])
    window.text.view.setFocus()
    press(Qt.Key.Key_X)
    assert council not in shown(canvas)
    window.actions_["show_rejected"].trigger()
    assert council in shown(canvas)
    window.search.setText("inspectors")
    qtbot.waitUntil(lambda: shown(canvas) == {inspectors})


def test_events_that_are_gone_leave_a_fitted_and_filtered_timeline(
    window: MainWindow, qtbot: QtBot, canvas: TimelineCanvas, event_like: Find
) -> None:
    inspectors = event_like("Inspectors").id
    window.search.setText("inspectors")
    qtbot.waitUntil(lambda: shown(canvas) == {inspectors})
    canvas.camera.fit_all(animated=False)
    document = window.store.document
    window.store.apply(Batch(tuple(Remove(Event, event_id) for event_id in document.events)), "Empty")
    assert shown(canvas) == set()
    window.store.undo_stack.undo()
    qtbot.waitUntil(lambda: shown(canvas) == {inspectors})


def test_new_event_is_drawn_over_a_period(window: MainWindow, canvas: TimelineCanvas) -> None:
    before = set(window.store.document.events)
    window.timeline.create_requested.emit(1_728_864_000.0, 1_729_036_800.0)  # 14 and 15 October 2024
    (event_id,) = set(window.store.document.events) - before
    event = window.store.document.events[event_id]
    assert describe(event.time) == "14–15 October 2024"
    assert window.selection.event_ids == (event_id,)
    assert window.inspector.title.hasFocus()


def test_a_date_is_typed_in_words_and_gone_to(window: MainWindow, canvas: TimelineCanvas, qtbot: QtBot) -> None:
    before = window.timeline.visible_period
    assert before is not None
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dialog = next(found for found in window.findChildren(GoToDate) if found.isVisible())
    qtbot.keyClicks(dialog.field.edit, "nonsense")
    qtbot.keyClick(dialog.field.edit, Qt.Key.Key_Return)
    assert dialog.isVisible(), "it goes nowhere, and says why"
    dialog.field.set_text("")
    qtbot.keyClicks(dialog.field.edit, "3 May 2019")
    qtbot.keyClick(dialog.field.edit, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    wanted = TimeValue.day(2019, 5, 3).earliest_start or 0

    def shows() -> bool:
        period = window.timeline.visible_period
        return period is not None and abs(sum(period) / 2 - wanted - 43_200) < (period[1] - period[0]) / 20

    qtbot.waitUntil(shows)
    after = window.timeline.visible_period
    assert after is not None
    assert abs((after[1] - after[0]) / (before[1] - before[0]) - 1) < 0.05, "at the zoom that it had"


def test_ctrl_t_goes_to_today(window: MainWindow, canvas: TimelineCanvas, qtbot: QtBot) -> None:
    window.docks["table"].raise_()
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    day = today().earliest_start or 0
    qtbot.waitUntil(lambda: (p := window.timeline.visible_period) is not None and p[0] <= day <= p[1])
    assert window.timeline.isVisible(), "the timeline comes to the front"


def test_a_move_by_the_mouse_is_taken_back_and_done_again_by_keys(
    window: MainWindow, canvas: TimelineCanvas, event_like: Find, press: Callable[..., None]
) -> None:
    event_id = event_like("closed").id
    window.selection.select_events([event_id])
    start = point_of(canvas, event_id)
    end = start + QPoint(round(2 * canvas.view.scale), 0)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for share in (0.4, 1.0):
        QTest.mouseMove(canvas.viewport(), start + (end - start) * share)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert describe(event_like("closed").time) == "11 October 2024"
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert describe(event_like("closed").time) == "9 October 2024"
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert describe(event_like("closed").time) == "11 October 2024"


def test_every_key_of_the_timeline_works_on_the_window(
    window: MainWindow, qtbot: QtBot, canvas: TimelineCanvas
) -> None:
    ids = canvas.scene_data.columns.ids
    canvas.camera.motion = 0
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert window.selection.event_ids == (ids[0],)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert window.selection.event_ids == (ids[1],)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert window.selection.event_ids == (ids[0],)
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert window.selection.event_ids == (ids[len(ids) - 1],)
    QTest.keyClick(canvas, Qt.Key.Key_F)
    whole = canvas.view.span
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view.span < whole
    begin = canvas.view.begin
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert canvas.view.begin > begin
    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    assert canvas.view.begin == pytest.approx(begin)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.view.span == pytest.approx(whole)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(window.inspector.title.hasFocus)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.search.hasFocus)


def test_a_filter_typed_while_reports_come_in_is_drawn_in_turns_of_its_own(
    window: MainWindow, canvas: TimelineCanvas, event_like: Find, qtbot: QtBot
) -> None:
    everything = set(canvas.scene_data.columns.ids)
    wanted = event_like("council")
    window.store.turns.hold("import")
    window.search.setText(wanted.title)
    window.filter.apply()
    assert set(canvas.scene_data.columns.ids) == everything, "the key itself pays for none of it"
    qtbot.waitUntil(lambda: set(canvas.scene_data.columns.ids) == {wanted.id})
    window.filter.clear()
    window.search.setText(wanted.title)
    window.filter.apply()
    window.filter.clear()  # before the one before it was drawn
    qtbot.waitUntil(lambda: set(canvas.scene_data.columns.ids) == everything)
    window.store.turns.release("import")
