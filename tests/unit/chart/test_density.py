import pytest

from timeline_app.chart.columns import build_columns
from timeline_app.chart.density import density
from timeline_app.model.calendar import day_number
from timeline_app.model.time_value import TimeValue


def test_counts_follow_the_events(make_document):
    document = make_document(
        ("a", TimeValue.day(2020, 1, 1)), ("b", TimeValue.day(2020, 1, 1)), ("c", TimeValue.day(2020, 1, 9)),
        ("long", TimeValue.days(day_number(2020, 1, 3), day_number(2020, 1, 6))),
    )  # fmt: skip
    columns = build_columns(document)
    first = day_number(2020, 1, 1) - columns.origin
    counts = density(columns, first, first + 10, 10)
    assert counts.tolist() == [2, 0, 1, 1, 1, 1, 0, 0, 1, 0]


def test_what_lies_outside_is_not_counted(make_document):
    columns = build_columns(make_document(("a", TimeValue.day(2020, 1, 1))))
    assert density(columns, 100.0, 200.0, 10).sum() == 0


@pytest.mark.parametrize("bins", [0, 1, 50])
def test_no_events_count_nothing(make_document, bins):
    assert density(build_columns(make_document()), 0.0, 10.0, bins).tolist() == [0.0] * bins
