"""What the timeline shows, and how it follows the document, the selection and the filter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from timeline_app.chart.arrangement import Folding
from timeline_app.gui.palette import DARK, LIGHT
from timeline_app.gui.timeline.review_buttons import Verdict, review_buttons
from timeline_app.gui.timeline.view import TimelineView
from timeline_app.model.annotation import Modality
from timeline_app.model.calendar import DAY, day_number
from timeline_app.model.change import Batch, Insert, Remove, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore


def drawn(timeline) -> set[str]:
    return set(timeline.canvas.scene_data.columns.ids)


def test_what_goes_while_the_timeline_is_drawn_in_steps_is_drawn_without_words(timeline):
    canvas = timeline.canvas
    steps = canvas.reloading(frozenset({"storm"}))
    next(steps)
    timeline.store.document.apply(Remove(Event, "rescue"))  # nobody has told the timeline yet
    canvas.grab()
    for _ in steps:
        canvas.grab()
    canvas.reload(frozenset({"rescue"}))
    assert "rescue" not in drawn(timeline)


def crowded(count: int) -> TimelineDocument:
    """Many events in few days, so that how deep lanes may be is tried several times."""
    document = TimelineDocument()
    for number in range(count):
        time = TimeValue.day(2023, 3, 1 + number % 28)
        document.apply(Insert(Event(f"e{number}", f"Water rises at gauge {number}", resolved=time)))
    return document


def test_while_what_came_is_drawn_in_steps_the_view_moves_over_what_is_arranged(drive):
    timeline = drive(crowded(300))
    canvas, new = timeline.canvas, Event("new", "The dike breaks", resolved=TimeValue.day(2023, 3, 9))
    canvas.camera.zoom(0.8, 100)
    timeline.store.document.apply(Insert(new))
    for _ in canvas.reloading(frozenset({"new"})):
        assert canvas.scene_data.is_arranged(canvas.view), "a hand that moves it now waits for no arrangement"
    assert canvas.scene_data.columns.row_of("new") is not None


@pytest.mark.parametrize("meanwhile", ["folded", "filtered", "higher"])
def test_what_is_set_while_new_events_are_arranged_is_not_lost(drive, meanwhile):
    timeline = drive(crowded(300))
    canvas, new = timeline.canvas, Event("new", "The dike breaks", resolved=TimeValue.day(2023, 3, 9))
    canvas.camera.zoom(0.8, 100)
    scene = canvas.scene_data
    timeline.store.document.apply(Insert(new))
    steps = canvas.reloading(frozenset({"new"}))
    next(steps), next(steps)
    if meanwhile == "folded":
        scene.fold(Folding(collapsed=frozenset({scene.columns.lanes[0].key})))
    elif meanwhile == "filtered":
        scene.show_only(frozenset({"e1", "new"}))
    else:
        scene.set_height(scene.height * 3)
    for _ in steps:
        pass
    made, shown = scene.arrangement(canvas.view, canvas.ink), scene.columns
    scene.fold(scene.folding)  # forgets what was arranged
    anew = scene.arrangement(canvas.view, canvas.ink)
    assert made.row.tolist() == anew.row.tolist()
    assert made.lane_height.tolist() == anew.lane_height.tolist()
    assert set(shown.ids[:]) == ({"e1", "new"} if meanwhile == "filtered" else set(timeline.store.document.events))


def test_an_empty_timeline_tells_which_project_is_being_opened(drive, qtbot):
    canvas = drive(TimelineDocument()).canvas
    inviting = canvas.grab().toImage()
    canvas.await_project("case.tline")
    assert canvas.grab().toImage() != inviting
    canvas.await_project("")
    assert canvas.grab().toImage() == inviting


def test_the_canvas_loads_after_the_first_paint_and_then_does_what_was_asked(qtbot):
    store = DocumentStore()
    selection = Selection(store)
    view = TimelineView(store, selection)
    qtbot.addWidget(view)
    view.zoom_to(day_number(2023, 3, 1) * DAY, day_number(2023, 3, 11) * DAY)
    assert not view.is_loaded
    view.show()
    qtbot.waitUntil(lambda: view.is_loaded)
    qtbot.waitUntil(lambda: 10 < view.canvas.view.span < 14)


def test_undated_events_are_not_drawn(timeline):
    assert drawn(timeline) == {"aground", "rescue", "storm", "inquiry", "repairs"}


def test_an_edit_moves_the_bar_and_undo_moves_it_back(timeline):
    operations.set_override(timeline.store, "storm", TimeValue.day(2023, 3, 12), "12 March 2023")
    columns = timeline.canvas.scene_data.columns
    assert columns.begin[columns.row_of("storm")] + columns.origin == day_number(2023, 3, 12)
    timeline.store.undo_stack.undo()
    columns = timeline.canvas.scene_data.columns
    assert columns.begin[columns.row_of("storm")] + columns.origin == day_number(2023, 3, 3)


def test_nothing_jumps_when_events_arrive(timeline):
    before = timeline.shown()
    old = Event("ancient", "Strait is charted", resolved=TimeValue.year(-300))
    timeline.store.apply(Batch((Insert(old),)), "Add")
    assert "ancient" in drawn(timeline)
    assert timeline.shown() == pytest.approx(before)


def test_everything_stays_in_view_while_nobody_has_moved(timeline):
    timeline.view.fit_all()
    timeline.store.apply(Insert(Event("far", "Wreck is raised", resolved=TimeValue.day(2026, 1, 1))), "Add")
    assert timeline.shown()[1] > timeline.canvas.scene_data.columns.end.max()


def test_the_first_events_are_all_shown(drive):
    timeline = drive(TimelineDocument())
    timeline.store.apply(Insert(Event("one", "First light", resolved=TimeValue.day(1850, 6, 1))), "Add")
    begin, end = timeline.shown()
    columns = timeline.canvas.scene_data.columns
    assert begin < columns.begin[0] < columns.end[0] < end


def test_another_document_is_shown_whole(timeline):
    document = TimelineDocument()
    document.apply(Insert(Event("moon", "Landing on the Moon", resolved=TimeValue.day(1969, 7, 20))))
    timeline.store.adopt(document, None)
    assert drawn(timeline) == {"moon"}
    begin, end = timeline.shown()
    assert begin < timeline.canvas.scene_data.columns.begin[0] < end


def test_an_event_selected_elsewhere_comes_into_view(timeline):
    timeline.view.zoom_to(day_number(2023, 3, 14) * DAY, day_number(2023, 3, 17) * DAY)
    timeline.selection.select_events(["repairs"], object())
    columns = timeline.canvas.scene_data.columns
    row = columns.row_of("repairs")
    begin, end = timeline.shown()
    assert begin <= columns.begin[row] < columns.end[row] <= end
    assert row in timeline.canvas.frame.selected


def test_an_event_in_view_does_not_move_the_canvas(timeline):
    before = timeline.shown()
    timeline.selection.select_events(["aground"], object())
    assert timeline.shown() == before


def test_an_event_hidden_in_a_cluster_gets_a_bar_of_its_own(drive):
    document = TimelineDocument()
    first = day_number(2001)
    for number in range(900):
        day = first + number * 5
        document.apply(Insert(Event(f"e{number}", f"Report {number}", resolved=TimeValue.days(day, day))))
    timeline = drive(document)
    assert timeline.canvas.frame.arrangement.cluster_size().sum() > 0
    timeline.selection.select_events(["e450"], object())
    assert timeline.canvas.scene_data.columns.row_of("e450") in timeline.canvas.frame.events


def test_double_click_opens_a_cluster(drive):
    document = TimelineDocument()
    first = day_number(2001)
    for number in range(900):
        day = first + number * 5
        document.apply(Insert(Event(f"e{number}", f"Report {number}", resolved=TimeValue.days(day, day))))
    timeline = drive(document)
    canvas, before = timeline.canvas, timeline.canvas.view
    arrangement, area = canvas.frame.arrangement, canvas.area
    x = before.x(float(arrangement.cluster_begin[0])) + 6
    timeline.double_click(QPoint(round(area.left() + x), round(area.top() + canvas.frame.y(0))))
    assert canvas.view.span < before.span / 4


def test_a_cluster_at_one_instant_opens_in_place(drive):
    document = TimelineDocument()
    for number in range(30):
        instant = TimeValue.instant(day_number(2001) * DAY)
        document.apply(Insert(Event(f"e{number}", f"Report {number}", resolved=instant)))
    timeline = drive(document)
    canvas = timeline.canvas
    area, arrangement = canvas.area, canvas.frame.arrangement
    x = canvas.view.x(float(arrangement.cluster_begin[0])) + 6
    timeline.double_click(QPoint(round(area.left() + x), round(area.top() + canvas.frame.y(0))))
    assert len(canvas.frame.arrangement.events) == 30
    assert canvas.scroll_limit > 0


def test_the_filter_hides_events(timeline):
    timeline.view.set_visible_events({"storm", "lost"})
    assert drawn(timeline) == {"storm"}
    timeline.view.set_visible_events(None)
    assert "aground" in drawn(timeline)


def test_a_filter_set_for_another_document_does_not_hide_it(timeline):
    timeline.view.set_visible_events({"storm"})
    document = TimelineDocument()
    document.apply(Insert(Event("moon", "Landing on the Moon", resolved=TimeValue.day(1969, 7, 20))))
    timeline.store.adopt(document, None)
    assert drawn(timeline) == {"moon"}


def test_many_bars_of_every_modality_are_painted(drive):
    document = TimelineDocument()
    looks = list(Modality)
    for number in range(1200):
        day = day_number(2001) + number // 2
        event = Event(f"e{number}", "Meeting", resolved=TimeValue.days(day, day), modality=looks[number % len(looks)])
        document.apply(Insert(event))
    timeline = drive(document)
    most = 0
    for _ in range(12):
        most = max(most, len(timeline.canvas.frame.events))
        assert not timeline.view.grab().isNull()
        timeline.canvas.camera.zoom(0.75, 400)
    assert most > 100


def test_rejected_events_are_shown_on_request(timeline):
    operations.reject_events(timeline.store, ["storm"])
    assert "storm" not in drawn(timeline)
    timeline.view.show_rejected = True
    assert "storm" in drawn(timeline)


def test_lanes_by_another_attribute_can_be_undone(timeline):
    timeline.view.set_lanes_by("modality")
    assert [lane.name for lane in timeline.canvas.scene_data.columns.lanes] == ["Happened", "Planned"]
    timeline.store.undo_stack.undo()
    assert len(timeline.canvas.scene_data.columns.lanes) == 2
    assert timeline.canvas.scene_data.columns.lanes[0].name == "Ferry aground"


def test_the_menu_of_lanes_marks_the_present_one(timeline):
    menu = timeline.view.lanes_menu()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["By source"]


def test_buttons_beside_a_suggested_event_accept_it(timeline):
    storm = timeline.store.document.events["storm"]
    timeline.store.apply(Replace(replace(storm, status=Status.SUGGESTED)), "Suggest")
    canvas = timeline.canvas
    QTest.mouseMove(canvas.viewport(), timeline.event_point("storm"))
    spot = review_buttons(canvas.frame)[Verdict.ACCEPT].translated(canvas.area.topLeft()).center().toPoint()
    QTest.mouseMove(canvas.viewport(), spot)
    timeline.click(spot)
    assert timeline.store.document.events["storm"].status is Status.ACCEPTED


def test_the_hover_card_tells_title_time_quote_and_reading(timeline):
    event = replace(timeline.store.document.events["aground"], explanation="the Tuesday before publication")
    timeline.store.apply(Replace(event), "Explain")
    card = timeline.view.card
    card.show_event("aground")
    assert card.title.text() == "Ferry runs aground"
    assert "7 March 2023" in card.date.text()
    assert "The ferry ran aground on Tuesday." in card.quote.text()
    assert card.source.text() == "Ferry aground"
    assert "the Tuesday before publication" in card.reading.text()


def test_lanes_taller_than_the_view_scroll(drive):
    document = TimelineDocument()
    for number in range(11):
        for place in ("Brenn", "Elm", "Tavna"):
            event = Event(f"{place}{number}", f"Meeting {number}", resolved=TimeValue.day(2023, 3, 7), place=place)
            document.apply(Insert(event))
    document.apply(Replace(replace(document.settings, lanes_by="place")))
    timeline = drive(document)
    canvas = timeline.canvas
    assert canvas.scroll_limit > 0
    for _ in range(30):
        timeline.key(Qt.Key.Key_Down)
    assert canvas.scroll == pytest.approx(canvas.scroll_limit)


def test_themes_change_the_colours_of_the_canvas(timeline):
    for palette in (LIGHT, DARK):
        timeline.view.set_palette_colors(palette)
        image = timeline.view.grab().toImage()
        assert image.pixelColor(3, image.height() - 3).name() == palette.background


def test_labels_stand_inside_the_view_at_every_zoom(timeline):
    for _ in range(40):
        frame = timeline.canvas.frame
        for slot in frame.slots:
            assert slot.x >= 0
            assert slot.x + slot.width <= frame.view.width + 1e-6
        timeline.canvas.camera.zoom(0.7, 400)


def test_the_present_and_publication_dates_have_lines(timeline):
    labels = [marker.label for marker in timeline.canvas.scene_data.markers]
    assert labels == ["published 9 March 2023", "published 10 March 2023", "now"]


def test_the_timeline_has_an_accessible_name(timeline):
    assert timeline.view.accessibleName() == "Timeline"
    assert timeline.canvas.accessibleName() == "Timeline"


def test_every_label_stands_whole_where_there_is_room_below(drive):
    document = TimelineDocument()
    for number in range(16):
        value = TimeValue.day(2023, 3, 1 + number)
        document.apply(Insert(Event(f"e{number}", f"A title of some length, number {number}", resolved=value)))
    timeline = drive(document)
    frame = timeline.canvas.frame
    assert {slot.event for slot in frame.slots} == set(range(16))
    for slot in frame.slots:
        assert slot.width >= frame.scene.facts.label_width(frame.ink, slot.event) - 1e-6


def test_gaps_are_labelled_on_request_and_stay_so_in_the_next_project(timeline):
    timeline.store.apply(Batch((Insert(Event("old", "Strait is charted", resolved=TimeValue.year(1900))),)), "Add")
    timeline.view.fit_all()
    assert timeline.canvas.frame.gaps == ()
    (toggle,) = (action for action in timeline.view.lanes_menu().actions() if action.text() == "Label gaps")
    toggle.trigger()
    ((begin, end),) = timeline.canvas.frame.gaps
    assert end - begin > 120 * 365
    timeline.store.adopt(TimelineDocument(), None)
    assert timeline.view.show_gaps


def test_nothing_is_gathered_while_there_is_room_below(drive):
    document = TimelineDocument()
    for number in range(14):
        value = TimeValue.days(day_number(2023, 3, 1), day_number(2023, 3, 1))
        document.apply(Insert(Event(f"e{number}", f"Boat {number} leaves", resolved=value)))
    document.apply(Insert(Event("late", "Harbour closes", resolved=TimeValue.day(2025, 3, 1))))
    timeline = drive(document)
    assert len(timeline.canvas.frame.arrangement.cluster_size()) == 0
    assert len(timeline.canvas.frame.slots) == 15


def test_the_card_breaks_words_that_are_wider_than_it(timeline):
    event = replace(timeline.store.document.events["aground"], title="x" * 500)
    timeline.store.apply(Replace(event), "Rename")
    card = timeline.view.card
    card.show_event("aground")
    assert card.title.sizeHint().width() <= 400
    assert card.title.heightForWidth(360) > 5 * card.date.heightForWidth(360)
    assert card.title.text().replace("\u200b", "") == "x" * 500


def test_review_buttons_stand_on_no_other_event(drive):
    document = TimelineDocument()
    for number, day in enumerate((1, 8)):
        event = Event(f"e{number}", "A meeting that has a rather long title", resolved=TimeValue.day(2023, 3, day))
        document.apply(Insert(event))
    timeline = drive(document)
    canvas = timeline.canvas
    canvas.scene_data.max_tracks = 1
    canvas.scene_data.set_height(1.0)
    timeline.view.zoom_to(day_number(2023, 3, 1) * DAY, day_number(2023, 3, 30) * DAY)
    frame = canvas.frame
    assert len(set(frame.rows.tolist())) == 1, "both stand in one row"
    canvas.set_hovered(canvas.scene_data.columns.row_of("e0"))
    spots = review_buttons(canvas.frame)
    following = frame.view.x(float(canvas.scene_data.columns.begin[1]))
    assert max(spot.right() for spot in spots.values()) < following


def test_where_most_events_stand_in_clusters_no_room_is_left_for_labels(drive):
    document = TimelineDocument()
    for number in range(900):
        value = TimeValue.days(day_number(2020) + number, day_number(2020) + number)
        document.apply(Insert(Event(f"e{number}", "A meeting with a rather long title", resolved=value)))
    canvas = drive(document).canvas
    assert len(canvas.frame.arrangement.cluster_members) > 450
    end = canvas.view.x(float(canvas.scene_data.columns.end.max()))
    assert end > 0.9 * canvas.area.width()
