"""Midnight in logs and live blogs: how many days lie between the day above the entries and the hour that heads each."""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.expression import Clock

_DAY = 24 * 60  # minutes
_DISORDER = 3 * 60  # minutes that an entry may stand out of order


def days_apart(expressions: Iterable[TimeExpression]) -> dict[str, int]:
    """For each hour that heads an entry past a midnight, the days from the day that its section names.

    Entries run on or, the newest first, back; of the two, the way that takes less time.  Under no day of their own
    those that run on end on the day of publication, so that the first are of the days before it.
    """
    headers = [e for e in expressions if e.is_header and isinstance(e.tree, Clock) and e.tree.day is None]
    found: dict[str, int] = {}
    for section, group in groupby(headers, key=lambda e: e.section):
        entries = list(group)
        days = _midnights([_minute(entry) for entry in entries])
        if section is None and days[-1] > 0:
            days = [day - days[-1] for day in days]
        found |= {entry.id: day for entry, day in zip(entries, days, strict=True) if day}
    return found


def _minute(entry: TimeExpression) -> int:
    assert isinstance(entry.tree, Clock)
    return entry.tree.hour * 60 + (entry.tree.minute or 0)


def _midnights(minutes: Sequence[int]) -> list[int]:
    """The midnights passed at each entry since the first, negative where entries run back."""
    steps = list(pairwise(minutes))
    way = 1 if _taken(steps) <= _taken([(after, before) for before, after in steps]) else -1
    days = [0]
    for before, after in steps:
        days.append(days[-1] + (way if (before - after) * way > _DISORDER else 0))
    return days


def _taken(steps: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The minutes that entries take which run on, those a little out of order forgiven, and then as they stand."""
    gaps = [(after - before) % _DAY for before, after in steps]
    return sum(min(gap, _DAY - gap) if _DAY - gap < _DISORDER else gap for gap in gaps), sum(gaps)
