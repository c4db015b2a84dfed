from dataclasses import replace

import numpy as np
import pytest

from timeline_app.chart.columns import Look, Shown, build_columns
from timeline_app.chart.revision import revise_columns, same_places
from timeline_app.model.annotation import Modality
from timeline_app.model.calendar import DAY, day_number
from timeline_app.model.change import Insert, ProjectSettings, Replace
from timeline_app.model.event import Status
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue


def absolute_day(columns, days: float) -> float:
    return days + columns.origin


def test_events_stand_in_order_of_time_and_undated_ones_nowhere(make_document):
    document = make_document(
        ("late", TimeValue.day(2020, 5, 2)), ("none", None), ("early", TimeValue.day(2020, 5, 1))
    )  # fmt: skip
    columns = build_columns(document)
    assert list(columns.ids) == ["early", "late"]
    assert absolute_day(columns, columns.begin[0]) == day_number(2020, 5, 1)
    assert absolute_day(columns, columns.end[0]) == day_number(2020, 5, 2)


def test_rejected_events_are_drawn_on_request_only(make_document):
    document = make_document(("a", TimeValue.day(2020, 5, 2)))
    document.apply(Replace(replace(document.events["a"], status=Status.REJECTED)))
    assert len(build_columns(document)) == 0
    assert len(build_columns(document, show_rejected=True)) == 1


def test_a_display_zone_moves_clock_readings_and_no_days(make_document):
    noon = TimeValue.instant(day_number(2020, 7, 1) * DAY + 12 * 3600, zone="UTC", offset=0)
    document = make_document(("clock", noon), ("day", TimeValue.day(2020, 7, 1)))
    document.apply(Replace(ProjectSettings(display_zone="Asia/Tokyo")))
    columns = build_columns(document)
    clock, day = columns.row_of("clock"), columns.row_of("day")
    assert absolute_day(columns, columns.begin[clock]) == pytest.approx(day_number(2020, 7, 1) + 21 / 24)
    assert absolute_day(columns, columns.begin[day]) == day_number(2020, 7, 1)


def test_an_unknown_display_zone_counts_as_utc(make_document):
    document = make_document(("a", TimeValue.day(2020, 5, 2)))
    document.apply(Replace(ProjectSettings(display_zone="Mars/Olympus")))
    assert build_columns(document).zone == "UTC"


@pytest.mark.parametrize(
    ("time", "look"),
    [
        (TimeValue.day(2020, 5, 2).since(), Look.OPEN_END),
        (TimeValue.day(2020, 5, 2).until(), Look.OPEN_START),
        (TimeValue(0, 2 * DAY, 0 + DAY, 3 * DAY, Granularity.DAY), Look.NO_CORE | Look.SOFT),
        (TimeValue(0, DAY, 2 * DAY, 3 * DAY, Granularity.DAY), Look.SOFT),
        (replace(TimeValue.day(2020, 5, 2), approximate=True), Look.APPROXIMATE),
        (TimeValue.month(2020, 5), Look.PLAIN),
    ],
)
def test_what_is_known_of_a_time_decides_its_look(make_document, time, look):
    assert build_columns(make_document(("a", time))).look.tolist() == [look]


def test_denied_and_planned_are_marked(make_document):
    document = make_document(("a", TimeValue.day(2020, 5, 2)), modality=Modality.DENIED)
    assert build_columns(document).look[0] & Look.DENIED


def test_years_thousands_apart_keep_their_minutes(make_document):
    instant = TimeValue.instant(day_number(2020, 7, 1) * DAY + 754 * 60)
    columns = build_columns(make_document(("old", TimeValue.year(-3000)), ("new", instant)))
    row = columns.row_of("new")
    assert absolute_day(columns, columns.begin[row]) * 1440 % 1440 == pytest.approx(754, abs=0.01)


@pytest.mark.parametrize(
    ("by", "lanes"),
    [
        ("source", ["Title of s0", "Title of s1", "No source"]),
        ("place", ["Brenn", "No place"]),
        ("status", ["Accepted"]),
        ("none", ["Events"]),
        ("no such attribute", ["Events"]),
    ],
)
def test_lanes_by_an_attribute(make_document, by, lanes):
    day = TimeValue.day(2020, 5, 2)
    document = make_document(("a", day, "s0"), ("b", day, "s1"), ("c", day))
    document.apply(Replace(replace(document.events["b"], place="Brenn")))
    document.apply(Replace(ProjectSettings(lanes_by=by)))
    assert [lane.name for lane in build_columns(document).lanes] == lanes


def test_rare_values_share_the_last_lane(make_document):
    document = make_document(*((f"e{n}", TimeValue.day(2020, 5, 2)) for n in range(100)))
    for number, event in enumerate(list(document.events.values())):
        document.apply(Replace(replace(event, place=f"place {number:03}")))
    document.apply(Replace(ProjectSettings(lanes_by="place")))
    columns = build_columns(document)
    assert columns.lanes[-1].name == "Other"
    assert len(columns.lanes) == 61
    assert (columns.lane == 60).sum() == 40


def test_a_revised_event_equals_a_new_reading(many):
    document = many(200)
    columns = build_columns(document)
    document.apply(Replace(replace(document.events["e5"], resolved=TimeValue.day(2030, 1, 1), title="Moved")))
    revised = revise_columns(columns, document, frozenset({"e5"}), Shown())
    anew = build_columns(document, origin=columns.origin)
    assert revised is not None
    assert list(revised.ids) == list(anew.ids)
    for name in ("outer_start", "inner_start", "inner_end", "outer_end", "begin", "end", "lane", "look", "weight"):
        assert np.array_equal(getattr(revised, name), getattr(anew, name)), name


def test_events_that_leave_and_return_equal_a_new_reading(many):
    document = many(50)
    columns = build_columns(document)
    before = {i: document.events[i] for i in ("e1", "e7", "e49")}
    for event in before.values():
        document.apply(Replace(replace(event, resolved=None)))
    fewer = revise_columns(columns, document, frozenset(before), Shown())
    assert fewer is not None
    assert list(fewer.ids) == list(build_columns(document).ids)
    for event in before.values():
        document.apply(Replace(event))
    again = revise_columns(fewer, document, frozenset(before), Shown())
    assert again is not None
    assert [again.row_of(event_id) for event_id in again.ids] == list(range(50))
    assert np.array_equal(again.begin, columns.begin)


def test_an_event_that_did_not_move_keeps_its_row(make_document):
    document = make_document(*((name, TimeValue.day(2020, 5, 2)) for name in "abc"))
    columns = build_columns(document)
    document.apply(Replace(replace(document.events["a"], status=Status.ACCEPTED)))
    revised = revise_columns(columns, document, frozenset({"a"}), Shown())
    assert revised is not None
    assert list(revised.ids) == list(columns.ids)
    assert same_places(columns, revised)


def test_a_new_lane_needs_a_new_reading(make_document):
    document = make_document(("a", TimeValue.day(2020, 5, 2)), ("b", TimeValue.day(2020, 5, 3)))
    document.apply(Replace(ProjectSettings(lanes_by="place")))
    columns = build_columns(document)
    document.apply(Replace(replace(document.events["a"], place="Brenn")))
    assert revise_columns(columns, document, frozenset({"a"}), Shown()) is None


def test_no_events(make_document):
    columns = build_columns(make_document())
    assert len(columns) == 0
    assert columns.extent is None


def test_links_that_contradict_mark_an_event_as_disputed(make_document):
    from timeline_app.model.event import LinkRole, SourceLink
    from timeline_app.model.token import Span

    document = make_document(("a", TimeValue.day(2020, 5, 2), "s0"))
    document.apply(Insert(SourceLink("other", "a", "s0", Span(0, 4), role=LinkRole.CONTRADICTS)))
    assert build_columns(document).look[0] & Look.DISPUTED
