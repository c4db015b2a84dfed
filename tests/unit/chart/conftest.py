from collections.abc import Callable

import pytest

from timeline_app.model.calendar import DAY, day_number
from timeline_app.model.change import Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.source import Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span


def second(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0) -> int:
    return day_number(year, month, day) * DAY + hour * 3600 + minute * 60


@pytest.fixture
def make_document() -> Callable[..., TimelineDocument]:
    """A document of dated events: one (id, time, source) each, or (id, time) without a source."""

    def make(*facts: tuple, **fields) -> TimelineDocument:
        document = TimelineDocument()
        for number, name in enumerate(dict.fromkeys(fact[2] for fact in facts if len(fact) > 2)):
            document.apply(Insert(Source(name, f"{name}.txt", f"Title of {name}", "text", "0", position=number)))
        for fact in facts:
            id_, time = fact[:2]
            document.apply(Insert(Event(id_, f"Event {id_}", resolved=time, status=Status.ACCEPTED, **fields)))
            if len(fact) > 2:
                document.apply(Insert(SourceLink(f"l-{id_}", id_, fact[2], Span(0, 4))))
        return document

    return make


@pytest.fixture
def many(make_document) -> Callable[[int], TimelineDocument]:
    """A document of `count` days spread unevenly over years and three sources."""

    def make(count: int) -> TimelineDocument:
        first = day_number(2001)
        days = [first + (number * 7919) % 4000 + (number % 7) for number in range(count)]
        facts = ((f"e{n}", TimeValue.days(day, day + n % 3), f"s{n % 3}") for n, day in enumerate(days))
        return make_document(*facts)

    return make
