import numpy as np
import pytest

from timeline_app.chart.columns import build_columns
from timeline_app.chart.gaps import gaps, gaps_in_view, length_words
from timeline_app.chart.viewport import Viewport
from timeline_app.model.time_value import TimeValue


def test_a_gap_lies_between_what_ended_and_what_begins_next(make_document):
    document = make_document(
        ("long", TimeValue.month(2020, 1)), ("inside", TimeValue.day(2020, 1, 5)), ("later", TimeValue.day(2020, 3, 1))
    )
    columns = build_columns(document)
    begin, end = gaps(columns)
    assert (end - begin).tolist() == [29.0]  # February of a leap year


@pytest.mark.parametrize("days", [[], [(2020, 1, 1)], [(2020, 1, 1), (2020, 1, 2)]])
def test_no_gap_where_events_touch_or_are_too_few(make_document, days):
    columns = build_columns(make_document(*((f"e{n}", TimeValue.day(*day)) for n, day in enumerate(days))))
    assert len(gaps(columns)[0]) == 0


def test_only_gaps_wide_enough_to_be_told_are_labelled():
    found = np.array([0.0, 20.0, 40.0]), np.array([10.0, 21.0, 1000.0])
    assert gaps_in_view(found, Viewport(0.0, 100.0, 1000.0)) == [(0.0, 10.0), (40.0, 1000.0)]
    assert gaps_in_view(found, Viewport(2000.0, 3000.0, 1000.0)) == []


@pytest.mark.parametrize(
    ("days", "words"),
    [(0.01, (1, "hour")), (1.0, (24, "hour")), (45.0, (45, "day")), (425.0, (14, "month")), (4000.0, (11, "year"))],
)
def test_lengths_are_told_in_a_fitting_unit(days, words):
    assert length_words(days) == words
