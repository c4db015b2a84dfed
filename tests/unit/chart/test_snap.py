from dataclasses import replace

import pytest

from timeline_app.chart.hit import Part
from timeline_app.chart.snap import (
    Edge,
    resized,
    shifted_months,
    signed_length,
    signed_months,
    step,
    whole_units,
)
from timeline_app.model.calendar import DAY, day_number
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

WEEKEND = TimeValue.days(day_number(2024, 10, 12), day_number(2024, 10, 13), Granularity.WEEKEND)


def test_days_rest_on_days_and_clock_readings_on_what_is_visible():
    assert step(False, 5000.0) == DAY
    assert step(True, 100_000.0) == 60
    assert step(True, 400.0) == 900
    assert step(True, 2.0) == DAY


def test_months_move_whole_when_narrow():
    may = TimeValue.month(2018, 5)
    assert whole_units(may, 31 * DAY, 1.0) == 1
    assert whole_units(may, 31 * DAY, 40.0) is None
    assert shifted_months(may, 9) == TimeValue.month(2019, 2)


def test_an_edge_moves_and_the_unit_follows():
    longer = resized(WEEKEND, Part.OUTER_END, DAY * 1.1, DAY)
    assert (longer.first_day, longer.last_day) == (day_number(2024, 10, 12), day_number(2024, 10, 14))
    assert longer.granularity is Granularity.DAY


def test_an_edge_never_passes_the_other():
    squeezed = resized(WEEKEND, Part.OUTER_START, DAY * 30, DAY)
    assert (squeezed.first_day, squeezed.last_day) == (day_number(2024, 10, 13), day_number(2024, 10, 13))
    squeezed = resized(WEEKEND, Part.OUTER_END, -DAY * 30, DAY)
    assert (squeezed.first_day, squeezed.last_day) == (day_number(2024, 10, 12), day_number(2024, 10, 12))


def test_softening_leaves_one_bound_behind():
    soft = resized(WEEKEND, Part.OUTER_START, -2 * DAY, DAY, Edge.SOFTEN)
    assert soft.earliest_start == WEEKEND.earliest_start - 2 * DAY
    assert soft.latest_start == WEEKEND.latest_start
    assert soft.core == WEEKEND.core


@pytest.mark.parametrize("part", [Part.OUTER_START, Part.INNER_START, Part.INNER_END, Part.OUTER_END])
@pytest.mark.parametrize("days", [-40, -3, 0, 3, 40])
def test_any_drag_of_any_handle_gives_a_time_that_holds(part, days):
    soft = TimeValue(0, 3 * DAY, 10 * DAY, 14 * DAY, Granularity.DAY)
    for value in (soft, WEEKEND, WEEKEND.since(), WEEKEND.until(), replace(soft, approximate=True)):
        for edge in Edge:
            changed = resized(value, part, days * DAY, DAY, edge)
            assert (changed.earliest_start is None) == (value.earliest_start is None)
            assert (changed.latest_end is None) == (value.latest_end is None)


def test_moves_in_words():
    assert signed_length(3 * DAY) == "+3 d"
    assert signed_length(-(2 * 3600 + 900)) == "−2 h 15 min"
    assert signed_length(0) == "0"
    assert signed_months(1) == "+1 month"
    assert signed_months(-24) == "−2 years"
