"""Every gesture and key of the timeline, by real mouse and key events on the real widget."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from timeline_app.model.calendar import DAY, day_number
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def wheel(canvas, at: QPoint, notches: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(canvas.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)


def test_wheel_zooms_about_the_cursor(timeline):
    at = timeline.event_point("aground")
    before = timeline.canvas.view
    x = at.x() - timeline.canvas.area.left()
    wheel(timeline.canvas, at, 2)
    after = timeline.canvas.view
    assert after.span < before.span
    assert after.days(x) == pytest.approx(before.days(x), abs=1e-6)


def test_shift_wheel_pans(timeline):
    before = timeline.canvas.view
    wheel(timeline.canvas, timeline.empty_point(), -1, SHIFT)
    after = timeline.canvas.view
    assert after.span == pytest.approx(before.span)
    assert after.begin > before.begin


def test_dragging_empty_canvas_pans(timeline):
    before = timeline.canvas.view
    start = timeline.empty_point()
    timeline.drag(start, start + QPoint(-150, 0))
    after = timeline.canvas.view
    assert (after.begin - before.begin) * before.scale == pytest.approx(150, abs=1)
    assert timeline.store.undo_stack.count() == 0


def test_shift_drag_zooms_to_the_period(timeline):
    view, area = timeline.canvas.view, timeline.canvas.area
    start = timeline.empty_point(0.25)
    timeline.drag(start, QPoint(round(area.left() + 0.75 * area.width()), start.y()), SHIFT)
    begin, end = timeline.shown()
    assert begin == pytest.approx(view.begin + 0.25 * view.span, rel=0.01)
    assert end == pytest.approx(view.begin + 0.75 * view.span, rel=0.01)


def test_ctrl_drag_asks_for_an_event_over_whole_days(timeline, qtbot):
    canvas = timeline.canvas
    origin = canvas.scene_data.columns.origin
    y = timeline.empty_point().y()
    left = canvas.area.left()
    day = day_number(2023, 3, 9) - origin
    timeline.view.zoom_to(day_number(2023, 1, 1) * DAY, day_number(2023, 12, 31) * DAY)
    with qtbot.waitSignal(timeline.view.create_requested) as asked:
        start = QPoint(round(left + canvas.view.x(day)), y)
        timeline.drag(start, QPoint(round(left + canvas.view.x(day + 20)), y), CTRL)
    begin, end = asked.args
    assert (begin % DAY, end % DAY) == (0, 0)
    assert abs(begin // DAY - day_number(2023, 3, 9)) <= 1
    assert abs((end - begin) // DAY - 20) <= 1


def test_click_selects_and_empty_click_clears(timeline):
    timeline.click(timeline.event_point("aground"))
    assert timeline.selection.event_ids == ("aground",)
    timeline.click(timeline.empty_point())
    assert timeline.selection.event_ids == ()


def test_click_on_a_label_selects_its_event(timeline):
    slot = next(s for s in timeline.canvas.frame.slots if s.event == timeline.canvas.scene_data.columns.row_of("storm"))
    area = timeline.canvas.area
    timeline.click(QPoint(round(area.left() + slot.x + 20), round(area.top() + timeline.canvas.frame.y(slot.row))))
    assert timeline.selection.event_ids == ("storm",)


@pytest.mark.parametrize("modifier", [CTRL, SHIFT])
def test_modified_clicks_select_several_and_take_back(timeline, modifier):
    timeline.click(timeline.event_point("aground"))
    timeline.click(timeline.event_point("inquiry"), modifier)
    assert set(timeline.selection.event_ids) == {"aground", "inquiry"}
    timeline.click(timeline.event_point("aground"), modifier)
    assert timeline.selection.event_ids == ("inquiry",)


def test_rubber_band_selects_what_it_touches(timeline):
    area = timeline.canvas.area
    corner = QPoint(round(area.left()) + 2, round(area.top()) + 2)
    end = timeline.event_point("aground") + QPoint(4, 40)
    timeline.drag(corner, end, CTRL | SHIFT)
    assert {"aground", "storm"} <= set(timeline.selection.event_ids)
    assert "inquiry" not in timeline.selection.event_ids


def test_double_click_on_an_event_asks_to_edit_it(timeline, qtbot):
    with qtbot.waitSignal(timeline.view.edit_requested) as asked:
        timeline.double_click(timeline.event_point("storm"))
    assert asked.args == ["storm"]


def test_double_click_on_empty_canvas_asks_for_a_new_event(timeline, qtbot):
    with qtbot.waitSignal(timeline.view.create_requested) as asked:
        timeline.double_click(timeline.empty_point())
    begin, end = asked.args
    assert end > begin


def test_dragging_an_event_moves_it_by_whole_days_in_one_undoable_step(timeline):
    start = timeline.event_point("aground")
    timeline.drag(start, start + QPoint(timeline.pixels(3.2), 0))
    assert timeline.time("aground") == TimeValue.day(2023, 3, 10)
    assert timeline.store.undo_stack.count() == 1
    timeline.store.undo_stack.undo()
    assert timeline.time("aground") == TimeValue.day(2023, 3, 7)


def test_all_selected_events_move_together(timeline):
    timeline.click(timeline.event_point("aground"))
    timeline.click(timeline.event_point("inquiry"), CTRL)
    start = timeline.event_point("aground")
    timeline.drag(start, start + QPoint(timeline.pixels(-1), 0))
    assert timeline.time("aground") == TimeValue.day(2023, 3, 6)
    assert timeline.time("inquiry") == TimeValue.day(2023, 3, 14)
    assert timeline.store.undo_stack.count() == 1


def test_an_instant_moves_by_the_clock(timeline):
    timeline.view.zoom_to(day_number(2023, 3, 7) * DAY, day_number(2023, 3, 8) * DAY)
    start = timeline.event_point("rescue")
    timeline.drag(start, start + QPoint(timeline.pixels(2 / 24), 0))
    moved = timeline.time("rescue")
    assert moved.granularity is Granularity.MINUTE
    assert moved.earliest_start % 300 == 0
    assert abs(moved.earliest_start - (day_number(2023, 3, 7) * DAY + 16 * 3600 + 1800)) <= 900


def test_a_month_moves_by_whole_months_when_zoomed_out(timeline):
    timeline.view.zoom_to(day_number(2021, 1, 1) * DAY, day_number(2025, 1, 1) * DAY)
    start = timeline.event_point("repairs")
    timeline.drag(start, start + QPoint(timeline.pixels(62), 0))
    assert timeline.time("repairs") == TimeValue.month(2023, 4)


def test_a_drag_that_ends_where_it_began_changes_nothing(timeline):
    start = timeline.event_point("aground")
    timeline.drag(start, start + QPoint(6, 0))
    assert timeline.time("aground") == TimeValue.day(2023, 3, 7)
    assert timeline.store.undo_stack.count() == 0


def test_dragging_an_edge_of_the_selected_event_resizes_it(timeline):
    timeline.click(timeline.event_point("storm"))
    edge = timeline.event_point("storm", 1.0)
    timeline.drag(edge, edge + QPoint(timeline.pixels(2), 0))
    value = timeline.time("storm")
    assert (value.first_day, value.last_day) == (day_number(2023, 3, 3), day_number(2023, 3, 7))
    assert timeline.store.undo_stack.count() == 1
    timeline.store.undo_stack.undo()
    assert timeline.time("storm").last_day == day_number(2023, 3, 5)


def test_all_four_handles_move_their_own_bound(timeline):
    """With Alt a sharp end grows soft; then its inner handle moves the certain part alone."""
    timeline.click(timeline.event_point("storm"))
    sharp = timeline.time("storm")
    for share, days in ((1.0, 2), (0.0, -2)):
        edge = timeline.event_point("storm", share)
        timeline.drag(edge, edge + QPoint(timeline.pixels(days), 0), Qt.KeyboardModifier.AltModifier)
    soft = timeline.time("storm")
    assert (soft.earliest_start, soft.latest_end) == (sharp.earliest_start - 2 * DAY, sharp.latest_end + 2 * DAY)
    assert (soft.latest_start, soft.earliest_end) == (sharp.latest_start, sharp.earliest_end)
    left, right = timeline.event_point("storm", 0.0), timeline.event_point("storm", 1.0)
    inner = QPoint(timeline.pixels(2), 0)
    timeline.drag(left + inner, left + inner + QPoint(timeline.pixels(1), 0))
    timeline.drag(right - inner, right - inner - QPoint(timeline.pixels(1), 0))
    value = timeline.time("storm")
    assert (value.earliest_start, value.latest_end) == (soft.earliest_start, soft.latest_end)
    assert (value.latest_start, value.earliest_end) == (soft.latest_start + DAY, soft.earliest_end - DAY)
    assert timeline.store.undo_stack.count() == 4


def test_escape_drops_a_drag(timeline, qtbot):
    start = timeline.event_point("aground")
    viewport = timeline.canvas.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, start + QPoint(timeline.pixels(1), 0))
    qtbot.mouseMove(viewport, start + QPoint(timeline.pixels(2), 0))
    timeline.key(Qt.Key.Key_Escape)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(timeline.pixels(2), 0))
    assert timeline.time("aground") == TimeValue.day(2023, 3, 7)


def test_arrow_keys_walk_through_time(timeline):
    order = list(timeline.canvas.scene_data.columns.ids)
    timeline.key(Qt.Key.Key_Home)
    assert timeline.selection.event_ids == (order[0],)
    timeline.key(Qt.Key.Key_Right)
    assert timeline.selection.event_ids == (order[1],)
    timeline.key(Qt.Key.Key_End)
    assert timeline.selection.event_ids == (order[-1],)
    timeline.key(Qt.Key.Key_Left)
    assert timeline.selection.event_ids == (order[-2],)


def test_page_keys_move_a_screen_and_plus_minus_zoom(timeline):
    before = timeline.canvas.view
    timeline.key(Qt.Key.Key_PageDown)
    assert timeline.canvas.view.begin == pytest.approx(before.begin + 0.9 * before.span)
    timeline.key(Qt.Key.Key_PageUp)
    assert timeline.canvas.view.begin == pytest.approx(before.begin)
    timeline.key(Qt.Key.Key_Plus)
    assert timeline.canvas.view.span < before.span
    timeline.key(Qt.Key.Key_Minus)
    assert timeline.canvas.view.span == pytest.approx(before.span)


def test_f_shows_everything(timeline):
    timeline.view.zoom_to(day_number(2023, 3, 7) * DAY, day_number(2023, 3, 8) * DAY)
    timeline.key(Qt.Key.Key_F)
    begin, end = timeline.shown()
    first, last = timeline.canvas.scene_data.columns.extent
    assert begin < first
    assert last < end


def test_enter_edits_and_delete_asks_to_delete(timeline, qtbot):
    timeline.click(timeline.event_point("storm"))
    with qtbot.waitSignal(timeline.view.edit_requested) as asked:
        timeline.key(Qt.Key.Key_Return)
    assert asked.args == ["storm"]
    with qtbot.waitSignal(timeline.view.delete_requested) as asked:
        timeline.key(Qt.Key.Key_Delete)
    assert tuple(asked.args[0]) == ("storm",)


def test_dragging_the_overview_window_moves_the_view(timeline):
    canvas = timeline.canvas
    left, right = canvas.overview.window(canvas.view)
    before = canvas.view
    y = canvas.height() - 20
    start = QPoint(round(canvas.area.left() + (left + right) / 2), y)
    timeline.drag(start, start + QPoint(-60, 0))
    assert canvas.view.begin < before.begin
    assert canvas.view.span == pytest.approx(before.span)


def test_a_lane_folds_by_its_header(timeline):
    before = timeline.canvas.frame.arrangement.height
    timeline.click(QPoint(20, round(timeline.canvas.area.top()) + 14))
    assert timeline.canvas.frame.arrangement.height < before
    assert timeline.canvas.scene_data.folding.collapsed == {"s0"}
