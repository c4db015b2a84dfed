from dataclasses import replace

import pytest

from timeline_app.chart.rival_times import rival_times
from timeline_app.model.annotation import Mention
from timeline_app.model.change import Insert, Replace
from timeline_app.model.event import SourceLink
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span

FRIDAY = TimeValue.day(2020, 5, 1)


@pytest.mark.parametrize(
    ("told", "rivals"),
    [
        ([FRIDAY, TimeValue.month(2020, 5)], []),  # one is finer than the other
        ([FRIDAY, TimeValue.day(2020, 5, 2)], [TimeValue.day(2020, 5, 2)]),
        ([TimeValue.day(2020, 5, 2), TimeValue.day(2020, 5, 2)], [TimeValue.day(2020, 5, 2)]),
        ([FRIDAY.until()], []),
        ([TimeValue.day(2020, 5, 3).since()], [TimeValue.day(2020, 5, 3).since()]),
        ([None], []),
    ],
)
def test_only_times_that_cannot_both_be_right_are_rivals(make_document, told, rivals):
    document = make_document(("e", FRIDAY, "s0"))
    for number, time in enumerate(told):
        here = Span(number, number + 1)
        key = f"m{number}"
        document.apply(Insert(Mention(key, "s0", here, here, here, "It happened", "happen", time=time)))
        document.apply(Insert(SourceLink(f"k{number}", "e", "s0", here, mention=key)))
    assert rival_times(document, document.events["e"]) == rivals
    document.apply(Replace(replace(document.events["e"], resolved=None)))
    assert rival_times(document, document.events["e"]) == []
