from itertools import pairwise

import pytest

from timeline_app.chart.ticks import ticks
from timeline_app.model.calendar import civil, day_number
from timeline_app.model.date_style import PLAIN

SPANS = [0.004, 0.02, 0.1, 0.5, 1, 3, 10, 30, 90, 400, 1500, 9000, 40_000, 200_000, 1_000_000, 6_000_000, 3e8, 3e10]


@pytest.mark.parametrize("span", SPANS)
def test_tick_labels_have_room_from_minutes_to_millennia(span):
    found = ticks(day_number(2024, 10, 5), 0.0, span, 1200.0)
    assert 2 <= len(found.minor) <= 130
    gaps = [(b.days - a.days) * 1200 / span for a, b in pairwise(found.minor)]
    assert min(gaps) >= 14
    assert found.major[0].days <= 0.0


def test_days_are_named_under_their_month():
    found = ticks(day_number(2024, 10, 5), 0.0, 18.0, 1400.0)
    assert [tick.label for tick in found.major] == ["October 2024"]
    assert [tick.label for tick in found.minor][:3] == ["Sat 5", "Sun 6", "Mon 7"]
    assert found.weekends[0] == (0.0, 2.0)


def test_months_fall_on_their_first_day():
    origin = day_number(2024)
    found = ticks(origin, 0.0, 500.0, 1200.0)
    assert all(civil(int(tick.days) + origin).day == 1 for tick in found.minor)
    assert [tick.label for tick in found.minor][:3] == ["Jan", "Feb", "Mar"]


def test_no_year_zero_between_the_eras():
    origin = day_number(1)
    found = ticks(origin, -400 * 365.25, 400 * 365.25, 1000.0)
    labels = [tick.label for tick in found.minor]
    assert "AD 1" in labels
    assert "100 BC" in labels
    assert not any(label in ("0", "1 BC") for label in labels)


@pytest.mark.parametrize(
    ("year", "name"),
    [(2024, "2024"), (1, "1"), (0, "1 BC"), (-43, "44 BC"), (12_000, "12,000"), (-11_999, "12,000 BC")],
)
def test_years_as_readers_write_them(year, name):
    assert PLAIN.year(year) == name


def test_decades_and_centuries_are_named():
    origin = day_number(2000)
    decades = ticks(origin, 0.0, 20 * 365.25, 1000.0)
    assert [tick.label for tick in decades.major][:2] == ["2000s", "2010s"]
    centuries = ticks(origin, -300 * 365.25, 0.0, 1000.0)
    assert "1800–1899" in [tick.label for tick in centuries.major]


def test_hours_stand_under_their_day():
    found = ticks(day_number(2024, 10, 5), 0.25, 1.25, 1200.0)
    assert found.major[0].label == "Sat 5 October 2024"
    assert found.minor[0].label in ("06:00", "05:00")
