"""Frames while the view moves: what a still would show, and prepared ahead without a trace."""

import random
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from timeline_app.chart.arrangement import octave_of
from timeline_app.gui.palette import LIGHT
from timeline_app.gui.timeline.markers import Marker, MarkerGroup
from timeline_app.gui.timeline.view import TimelineView
from timeline_app.model.annotation import Modality
from timeline_app.model.calendar import DAY, day_number
from timeline_app.model.change import Insert, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.model.source import PublicationContext, Source
from timeline_app.model.time_value import TimeValue

FIRST = day_number(2019, 1, 1)


def crowd(number: int) -> TimelineDocument:
    """Events of every look over two years in three places, some with a colour of their own or a title to the left."""
    draw = random.Random(7)
    document = TimelineDocument()
    for i in range(number):
        day = FIRST + draw.randrange(700)
        value = TimeValue.days(day, day + (draw.randrange(40) if i % 3 == 0 else 0))
        if i % 11 == 0:
            value = replace(value, latest_start=(value.earliest_start or 0) + DAY, approximate=True)
        if i % 13 == 0:
            value = value.since()
        title = f"القاهرة {i}" if i % 17 == 0 else f"Report {i} of the harbour board"
        event = Event(
            f"e{i}",
            title,
            resolved=value,
            modality=list(Modality)[i % 6 if i % 2 else 0],
            status=Status.SUGGESTED if i % 5 else Status.ACCEPTED,
            place=f"Quay {i % 3}",
            colour="#aa3377" if i % 19 == 0 else None,
        )
        document.apply(Insert(event))
    document.apply(Replace(replace(document.settings, lanes_by="place")))
    return document


def picture(view: TimelineView) -> QImage:
    return view.grab().toImage()


def forget(view: TimelineView) -> None:
    """Draws the present view as if it were the first, with nothing kept of earlier frames."""
    canvas = view.canvas
    canvas.scene_data.refresh()
    canvas.scene_data.fold(canvas.scene_data.folding)
    canvas.set_palette_colors(LIGHT)
    canvas.show_range(canvas.view.begin, canvas.view.end, canvas.scroll)


@pytest.mark.parametrize(("number", "kinds"), [(90, 1), (700, 2)])
def test_a_frame_after_many_movements_is_what_a_still_would_be(drive, qtbot, number, kinds):
    timeline = drive(crowd(number))
    canvas, seen = timeline.canvas, set()
    timeline.selection.select_events(["e0", "e5", "e26"], canvas)
    for step in range(34):
        if step % 6 < 4:
            canvas.camera.zoom(0.72 if step < 17 else 1.4, 400 + 10 * step)
        else:
            canvas.camera.pan(23.0 if step % 2 else -151.0)
        canvas.viewport().repaint()
        seen.add((len(canvas.frame.events) > 60, len(canvas.frame.arrangement.cluster_row) > 0))
        if step % 8 == 7:
            qtbot.wait(30)  # a rest, in which the next zoom is prepared
            moved = picture(timeline.view)
            forget(timeline.view)
            assert moved == picture(timeline.view)
    assert len(seen) >= kinds, "crowded and sparse frames, and frames with clusters and without, are compared"


def test_the_next_zoom_is_prepared_while_the_view_rests(drive, qtbot):
    timeline = drive(crowd(700))
    canvas = timeline.canvas
    before = picture(timeline.view)
    canvas.camera.zoom(0.8, 500)
    canvas.camera.zoom(1.25, 500)
    canvas.camera.zoom(0.8, 500)
    view = canvas.view
    while octave_of(view.scale) == octave_of(canvas.view.scale):
        view = view.zoomed(0.8, 500)
    qtbot.waitUntil(lambda: canvas.scene_data.is_arranged(view))
    qtbot.wait(60)
    canvas.camera.zoom(1.25, 500)
    assert canvas.view.span == pytest.approx(canvas.scene_data.fitted(canvas.ink, canvas.area.width()).span)
    assert picture(timeline.view).size() == before.size()


def test_everything_selected_is_ringed_also_in_clusters(drive):
    timeline = drive(crowd(700))
    plain = picture(timeline.view)
    timeline.selection.select_events(list(timeline.store.document.events), timeline.canvas)
    frame = timeline.canvas.frame
    assert frame.chosen.all()
    assert len(frame.selected) == 700
    assert picture(timeline.view) != plain


def test_publication_dates_by_the_hundred_do_not_fence_the_lanes_in(drive):
    document = crowd(20)
    for number in range(300):
        context = PublicationContext(published=TimeValue.days(FIRST + number, FIRST + number), time_zone="UTC")
        document.apply(Insert(Source(f"s{number}", f"s{number}.txt", "", "text", "0", context, position=number)))
    timeline = drive(document)
    frame = timeline.canvas.frame
    assert len(frame.markers) > 250
    assert all(marker.is_now for marker in frame.lines)
    timeline.view.zoom_to((FIRST + 10) * DAY, (FIRST + 20) * DAY)
    assert 8 <= len(timeline.canvas.frame.lines) <= 14


def test_lines_that_stand_close_together_share_their_words(drive):
    document = crowd(5)
    for number, day in enumerate((1, 1, 2, 4)):
        context = PublicationContext(published=TimeValue.day(2019, 3, day), time_zone="UTC")
        document.apply(Insert(Source(f"s{number}", f"s{number}.txt", "", "text", "0", context, position=number)))
    first, second, third = drive(document).canvas.scene_data.markers[:3]
    assert first.label == "published 1 March 2019 · 2 sources"
    group = MarkerGroup(10.0, first)
    group.add(second)
    group.add(third)
    assert group.words == "4 sources published 1–4 March 2019"


def test_the_present_is_named_beside_a_publication_date():
    first, second = (Marker(float(day), FIRST + day, "UTC", TimeValue.day(2019, 1, 1 + day), 1) for day in (0, 1))
    now = Marker(0.5, FIRST, "UTC")
    for markers, words in (
        ([first, now], "published 1 January 2019, now"),
        ([now, second], "now, published 2 January 2019"),
        ([first, now, second], "2 sources published 1–2 January 2019, now"),
    ):
        group = MarkerGroup(10.0, markers[0])
        for marker in markers[1:]:
            group.add(marker)
        assert group.words == words
