"""TimeValue: four bounds that cannot contradict one another, and what is asked of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.calendar import DAY
from timeline_app.model.edtf import from_edtf
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import is_zone, to_zone, utc_offset

BOUNDS = st.one_of(st.none(), st.integers(-50, 50))


@given(BOUNDS, BOUNDS, BOUNDS, BOUNDS)
def test_a_time_that_exists_is_in_order(a: int | None, b: int | None, c: int | None, d: int | None) -> None:
    try:
        value = TimeValue(a, b, c, d, Granularity.DAY)
    except ValueError:
        return
    assert (value.earliest_start is None) == (value.latest_start is None)
    assert (value.earliest_end is None) == (value.latest_end is None)
    if value.earliest_start is not None and value.latest_end is not None:
        assert value.earliest_start < value.latest_end
    core = value.core
    assert core is None or core[0] < core[1]


@pytest.mark.parametrize(("year", "month", "day"), [(2018, 2, 29), (2018, 13, 1), (2018, 4, 31), (2018, 0, 1)])
def test_days_that_do_not_exist_are_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match="there is no day"):
        TimeValue.day(year, month, day)


def test_until_and_since_open_one_side_only() -> None:
    day = TimeValue.day(2018, 5, 28)
    assert (day.until().first_day, day.until().last_day) == (None, day.last_day)
    assert (day.since().first_day, day.since().last_day) == (day.first_day, None)


def test_spanning_runs_from_begin_to_end_at_the_finer_unit() -> None:
    value = from_edtf("2018-04").spanning(from_edtf("2018-05-28"))
    assert value == TimeValue.days(from_edtf("2018-04-01").first_day or 0, from_edtf("2018-05-28").first_day or 0)
    with pytest.raises(ValueError, match="starts before it ends"):
        from_edtf("2018-05").spanning(from_edtf("2018-03"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2018-05-28", "2018-05", True),
        ("2018-05-28", "2018-05-29", False),
        ("../2018-05-28", "2011", True),
        ("2018-05-28T22:30Z", "2018-05-29T01:30+03:00", True),
        ("2018-05-28T22:30Z", "2018-05-28T22:30+03:00", False),
        ("2018-05-28T22:30Z", "2018-05-28", True),
    ],
)
def test_overlap_compares_instants_across_zones_and_days_on_the_wall_clock(
    one: str, other: str, expected: bool
) -> None:
    assert from_edtf(one).overlaps(from_edtf(other)) is expected
    assert from_edtf(other).overlaps(from_edtf(one)) is expected


def test_chronological_order_counts_zones_and_puts_open_starts_at_their_end() -> None:
    told = ["2018-06", "../2018-05-30", "2018-05-28T10:00Z", "2018-05-28T12:00+03:00"]
    assert sorted(told, key=lambda text: from_edtf(text).sort_key) == [
        "2018-05-28T12:00+03:00",
        "2018-05-28T10:00Z",
        "../2018-05-30",
        "2018-06",
    ]


@given(st.integers(-1000, 1000), st.integers(-(10**8), 10**8))
def test_moving_keeps_the_length(day: int, seconds: int) -> None:
    value = TimeValue.days(day, day + 3)
    moved = value.moved(seconds)
    assert moved.moved(-seconds) == value
    assert moved.earliest_start == day * DAY + seconds


def test_zones_are_names_and_offsets() -> None:
    summer = (from_edtf("2018-07-01").first_day or 0) * DAY
    assert utc_offset("Europe/Kyiv", summer) == 180
    assert utc_offset("+05:30", summer) == 330
    assert to_zone(summer, 0, "America/New_York") == (summer - 4 * 3600, -240)
    assert not is_zone("Nowhere/City")
    assert not is_zone("../../etc/passwd")
