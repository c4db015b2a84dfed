"""The occurrences of what recurs, in time order: the next, the last, and the one that continues a story."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from timeline_app.model.annotation import Anchor
from timeline_app.model.calendar import civil
from timeline_app.model.expression import Direction
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution.core import ANAPHORIC
from timeline_app.temporal.resolution.situation import Told, Unanchored

Occurrence = Callable[[int], TimeValue | None]
BACKWARD = 1.4  # a day back counts as so many days ahead: stories mostly move on
_SEARCH = 12  # occurrences looked at on either side: a 29 February is at most eight years away, Friday 13 May eleven


@dataclass(frozen=True, slots=True)
class Choice:
    """The occurrence chosen, what it was chosen by, and the runner-up where a reader could think of it."""

    time: TimeValue
    anchor: Anchor
    confidence: float
    other: TimeValue | None = None


def in_story(
    at: Occurrence,
    index: Callable[[int], int],
    told: Told | None,
    direction: Direction | None,
    backward: float = BACKWARD,
) -> Choice:
    """The occurrence that continues the story: after what was `told`, before it, or the nearest, time moving on."""
    if told is None:
        raise Unanchored("the story has told no time yet to count from")
    first = told.time.first_day
    if first is None:
        raise Unanchored("the time told before has no beginning")
    last = told.time.last_day if told.time.last_day is not None else first  # hours later: open
    near = index(first)
    if direction is Direction.NEXT:
        chosen = find(at, near, 1, lambda t: first_of(t) > last)
    elif direction is Direction.LAST:
        chosen = find(at, near, -1, lambda t: last_of(t) < first)
    else:
        nearby = list(_around(at, near))
        inside = [t for t in nearby if first_of(t) >= first and last_of(t) <= last]
        nearest = sorted(nearby, key=lambda t: distance(t, first, backward))
        if len(nearest) < 2:
            raise Unanchored("there is no such day near the time told before")
        if not inside:
            return Choice(nearest[0], told.anchor, ANAPHORIC, nearest[1])
        chosen = inside[0]
    return Choice(chosen, told.anchor, ANAPHORIC)


def later_that_year(at: Occurrence, index: Callable[[int], int], told: TimeValue) -> TimeValue | None:
    """The month or season that follows a time told within its year."""
    first, last = told.first_day, told.last_day
    if first is None or last is None or told.granularity.rank > Granularity.MONTH.rank:
        return None
    year = civil(first).year
    coming = _around(at, index(first))
    return next((t for t in coming if civil(first_of(t)).year == year and first_of(t) > last), None)


def distance(time: TimeValue, day: int, backward: float) -> float:
    """Days away from a day of the story; what lies behind counts more, since stories mostly move on."""
    gap = first_of(time) - day
    return gap if gap >= 0 else -gap * backward


def _around(at: Occurrence, near: int) -> Iterator[TimeValue]:
    for step in range(-_SEARCH, _SEARCH + 1):
        if (time := at(near + step)) is not None:
            yield time


def find(at: Occurrence, near: int, step: int, wanted: Callable[[TimeValue], bool]) -> TimeValue:
    """The first occurrence in the direction of `step` that is wanted, starting on the other side of `near`."""
    for k in range(-2, _SEARCH + 1):
        time = at(near + k * step)
        if time is not None and wanted(time):
            return time
    raise Unanchored("there is no such day near the publication date")


def first_of(time: TimeValue) -> int:
    """The day number on which a time begins, 0 where it is open."""
    return time.first_day if time.first_day is not None else 0


def last_of(time: TimeValue) -> int:
    """The day number on which a time ends, 0 where it is open."""
    return time.last_day if time.last_day is not None else 0
