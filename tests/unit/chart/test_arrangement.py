from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from timeline_app.chart.arrangement import MAX_TRACKS, Folding, arrange, heightened, octave_of
from timeline_app.chart.columns import build_columns
from timeline_app.chart.fitting import bulk_of, fit_crowd, fit_events
from timeline_app.chart.hit import Part, bar_extent, cluster_extents, hit_test
from timeline_app.chart.labels import Side, bar_pixels, place_labels
from timeline_app.chart.viewport import Viewport
from timeline_app.model.calendar import day_number
from timeline_app.model.change import Replace
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue


def wide_view(columns, width: float = 1200.0) -> Viewport:
    return fit_events(columns, width, np.full(len(columns), 100.0))


@pytest.mark.parametrize("count", [1, 60, 2000])
@pytest.mark.parametrize("octave", [-4, -1, 3])
def test_every_event_has_one_place_and_no_bars_overlap(many, count, octave):
    columns = build_columns(many(count))
    arrangement = arrange(columns, octave, label_width=np.full(count, 120.0))
    placed = np.concatenate((arrangement.events, arrangement.cluster_members))
    assert sorted(placed.tolist()) == list(range(count))
    view = Viewport(0.0, 1200 / 2.0**octave, 1200)
    left, right = bar_pixels(columns, arrangement.events, view)
    same_row = arrangement.row[1:] == arrangement.row[:-1]
    assert (left[1:][same_row] >= right[:-1][same_row] - 1e-6).all()


def test_bars_do_not_overlap_anywhere_in_an_octave(many):
    columns = build_columns(many(500))
    view = wide_view(columns)
    arrangement = arrange(columns, octave_of(view.scale), label_width=np.full(500, 90.0))
    for scale in (2.0 ** octave_of(view.scale), 1.99 * 2.0 ** octave_of(view.scale)):
        left, right = bar_pixels(columns, arrangement.events, Viewport(0.0, 1200 / scale, 1200))
        same_row = arrangement.row[1:] == arrangement.row[:-1]
        assert (left[1:][same_row] >= right[:-1][same_row] - 1e-6).all()


def test_a_lane_holds_its_own_events_only(many):
    columns = build_columns(many(300))
    arrangement = arrange(columns, 2, label_width=np.full(300, 90.0))
    y = arrangement.row_y[arrangement.row]
    lane = columns.lane[arrangement.events]
    assert (y > arrangement.lane_top[lane]).all()
    assert (y < arrangement.lane_top[lane] + arrangement.lane_height[lane]).all()
    assert arrangement.lane_count.tolist() == [100, 100, 100]


def test_events_at_one_instant_stack(make_document):
    noon = TimeValue.instant(day_number(2020, 7, 1) * 86_400)
    columns = build_columns(make_document(*((f"e{n}", noon) for n in range(8))))
    arrangement = arrange(columns, 10, label_width=np.full(8, 90.0))
    assert len(set(arrangement.row.tolist())) == 8


def test_crowds_become_clusters_until_the_lane_is_expanded(make_document):
    noon = TimeValue.instant(day_number(2020, 7, 1) * 86_400)
    columns = build_columns(make_document(*((f"e{n}", noon) for n in range(50))))
    arrangement = arrange(columns, 10)
    assert arrangement.cluster_size().tolist() == [50]
    assert len(arrangement.events) == 0
    expanded = arrange(columns, 10, folding=Folding(expanded=frozenset({columns.lanes[0].key})))
    assert len(expanded.cluster_row) == 0
    assert len(set(expanded.row.tolist())) == 50


def test_a_folded_lane_is_a_strip(many):
    columns = build_columns(many(90))
    open_height = arrange(columns, 0).height
    folded = arrange(columns, 0, folding=Folding(collapsed=frozenset({"s0", "s1", "s2"})))
    assert folded.height < open_height
    assert len(folded.events) == 0
    assert len(folded.cluster_row) == 0


def test_labels_keep_clear_of_bars_of_each_other_and_of_the_edges(many):
    columns = build_columns(many(400))
    view = wide_view(columns)
    arrangement = arrange(columns, octave_of(view.scale), label_width=np.full(400, 110.0))
    slots = place_labels(columns, arrangement.events, arrangement.row, view, lambda some: np.full(len(some), 110.0))
    assert slots
    left, right = bar_pixels(columns, arrangement.events, view)
    by_row: dict[int, list[tuple[float, float]]] = {}
    for x0, x1, row in zip(left, right, arrangement.row.tolist(), strict=True):
        by_row.setdefault(row, []).append((x0, x1))
    for slot in slots:
        assert slot.x >= 0
        assert slot.x + slot.width <= view.width
        if slot.side is not Side.OVER:
            assert not any(slot.x < x1 and x0 < slot.x + slot.width for x0, x1 in by_row[slot.row])
    for one, other in pairwise(slots):
        assert one.row != other.row or one.x + one.width <= other.x


def test_a_label_at_the_right_edge_moves_left_of_its_bar(make_document):
    columns = build_columns(make_document(("a", TimeValue.day(2020, 5, 2))))
    view = Viewport(float(columns.begin[0]) - 9.9, float(columns.begin[0]) + 0.1, 1000)
    arrangement = arrange(columns, octave_of(view.scale))
    (slot,) = place_labels(columns, arrangement.events, arrangement.row, view, lambda some: np.full(len(some), 200.0))
    assert slot.side is Side.LEFT
    assert slot.x + slot.width < 990


def test_the_label_of_a_bar_that_fills_the_view_stands_on_it(make_document):
    columns = build_columns(make_document(("a", TimeValue.year(2020))))
    begin = float(columns.begin[0])
    view = Viewport(begin + 100, begin + 200, 1000)
    arrangement = arrange(columns, octave_of(view.scale))
    (slot,) = place_labels(columns, arrangement.events, arrangement.row, view, lambda some: np.full(len(some), 200.0))
    assert slot.side is Side.OVER
    assert 0 <= slot.x < 40


def test_everything_is_hit_where_it_is_drawn(many):
    columns = build_columns(many(300))
    view = wide_view(columns)
    arrangement = arrange(columns, octave_of(view.scale), label_width=np.full(300, 60.0))
    for event, row in zip(arrangement.events.tolist(), arrangement.row.tolist(), strict=True):
        left, right = bar_extent(columns, event, view)
        hit = hit_test(columns, arrangement, view, (left + right) / 2, float(arrangement.row_y[row]))
        assert hit is not None
        assert hit.event == event
    for cluster, row in enumerate(arrangement.cluster_row.tolist()):
        x = view.x(float(arrangement.cluster_begin[cluster])) + 4
        assert hit_test(columns, arrangement, view, x, float(arrangement.row_y[row])).cluster == cluster


def test_nothing_is_hit_between_the_lanes(make_document):
    columns = build_columns(
        make_document(("a", TimeValue.day(2020, 5, 2), "s0"), ("b", TimeValue.day(2020, 5, 2), "s1"))
    )
    view = wide_view(columns)
    arrangement = arrange(columns, octave_of(view.scale))
    edge = float(arrangement.lane_top[1])
    assert hit_test(columns, arrangement, view, view.x(float(columns.begin[0])), edge) is None


def test_open_ends_are_hit_along_their_tail(make_document):
    columns = build_columns(make_document(("a", TimeValue.day(2020, 5, 2).until())))
    view = Viewport(-10, 10, 1000)
    arrangement = arrange(columns, octave_of(view.scale))
    x = view.x(float(columns.end[0])) - 20
    assert hit_test(columns, arrangement, view, x, float(arrangement.row_y[0])).event == 0


def test_soft_edges_have_four_handles(make_document):
    day = 86_400
    value = TimeValue(0, 3 * day, 10 * day, 14 * day, Granularity.DAY)
    columns = build_columns(make_document(("a", value)))
    view = Viewport(-columns.origin - 2.0, -columns.origin + 18.0, 1000)
    arrangement = arrange(columns, octave_of(view.scale))
    parts = [
        hit_test(columns, arrangement, view, view.x(at - columns.origin), float(arrangement.row_y[0])).part
        for at in (0, 3, 6, 10, 14)
    ]
    assert parts == [Part.OUTER_START, Part.INNER_START, Part.BODY, Part.INNER_END, Part.OUTER_END]


def test_fitting_shows_all_events(many):
    columns = build_columns(many(50))
    view = wide_view(columns)
    assert view.begin < columns.begin.min()
    assert view.end > columns.end.max()


def test_fitting_nothing_shows_a_month(make_document):
    assert wide_view(build_columns(make_document())).span == pytest.approx(31)


def test_the_bulk_is_what_few_outliers_would_squeeze(make_document):
    story = [(f"e{i}", TimeValue.day(2024, 4, 10 + i)) for i in range(10)]
    assert bulk_of(build_columns(make_document(*story))) is None
    columns = build_columns(make_document(*story, ("old", TimeValue.day(1971, 5, 2))))
    rows = bulk_of(columns)
    assert rows is not None
    assert sorted(columns.ids[i] for i in rows) == sorted(name for name, _ in story)


def test_an_event_alone_in_a_crowded_lane_is_a_bar_and_no_cluster_of_one(make_document):
    """Twelve long events fill the lane, and a thirteenth would hide in a cluster by itself."""
    first = TimeValue.days(18_000, 18_400)
    document = make_document(*((f"e{n}", first) for n in range(MAX_TRACKS)), ("one", TimeValue.day(2019, 6, 1)))
    columns = build_columns(document)
    arrangement = arrange(columns, 1)
    assert len(arrangement.cluster_row) == 0
    assert columns.row_of("one") in arrangement.events
    assert sorted(arrangement.events.tolist()) == list(range(len(columns)))


@pytest.mark.parametrize("octave", [-6, -4, -2])
def test_every_cluster_has_room_for_its_count_and_none_reaches_into_the_next(many, octave):
    arrangement = arrange(build_columns(many(3000)), octave)
    scale = 2.0**octave
    left, right = cluster_extents(
        arrangement, np.arange(len(arrangement.cluster_row)), Viewport(0.0, 1200 / scale, 1200)
    )
    assert len(left)
    assert (right - left >= 30.0).all()
    same_row = arrangement.cluster_row[1:] == arrangement.cluster_row[:-1]
    assert (left[1:][same_row] >= right[:-1][same_row]).all()


def test_lanes_are_in_the_order_in_which_people_count(make_document):
    document = make_document(*((f"e{n}", TimeValue.day(2024, 5, 1 + n)) for n in range(4)))
    for n, place in enumerate(("Quay 10", "quay 2", "", "Quay " + "9" * 5_000)):
        event = document.events[f"e{n}"]
        document.apply(Replace(replace(event, place=place)))
    document.apply(Replace(replace(document.settings, lanes_by="place")))
    names = [lane.name for lane in build_columns(document).lanes]
    assert names[:2] == ["Quay 2", "Quay 10"]
    assert names[-1] == "No place"


def test_a_crowd_fills_the_width(many):
    columns = build_columns(many(2000))
    view = fit_crowd(columns, 1200.0)
    begin, end = columns.extent
    assert 0 < view.x(begin) < 60
    assert 1100 < view.x(end) < 1200


def test_lanes_grow_to_a_wanted_height_and_push_down_those_below(many):
    made = arrange(build_columns(many(30)), 2)
    wanted = float(made.lane_height[1]) + 50.0
    higher = heightened(made, np.array([0.0, wanted, 0.0]))
    assert higher.lane_height.tolist() == [made.lane_height[0], wanted, made.lane_height[2]]
    assert higher.lane_top.tolist() == [made.lane_top[0], made.lane_top[1], made.lane_top[2] + 50.0]
    in_lane = np.searchsorted(made.lane_top, made.row_y, side="right") - 1
    assert np.allclose(higher.row_y - higher.lane_top[in_lane], made.row_y - made.lane_top[in_lane])
    assert higher.height == made.height + 50.0
