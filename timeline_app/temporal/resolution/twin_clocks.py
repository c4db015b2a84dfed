"""One hour told on two clocks, "8:25 a.m. (0325 GMT)": how far the clocks of the place are from UTC."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.bounds import iso_offset
from timeline_app.model.expression import Clock
from timeline_app.temporal.resolution.zones import is_local, is_universal

_BETWEEN = 2  # code points: " (" and ", "
_DAY = 24 * 60  # minutes, as everything below
_STEP = 15  # of which every zone's distance from UTC is a multiple
_FURTHEST_WEST = -10 * 60  # Hawaii; what looks further west is Tonga or New Zealand, a day ahead


@dataclass
class LocalTimes:
    """What the pairs of hours of a text show of its local time.

    An hour of a pair has what its own pair shows, every other without a zone what all pairs show that the text has told
    so far, where they agree.
    """

    pairs: dict[str, str] = field(default_factory=dict)  # the id of an hour told on the clock of its place → its zone
    twins: dict[str, str] = field(default_factory=dict)  # the later of a pair → the earlier
    zones: set[str] = field(default_factory=set)

    def add(self, expressions: Sequence[TimeExpression]) -> None:
        """Takes in the pairs among expressions in document order."""
        for one, other in pairwise(expressions):
            if not 0 <= other.span.start - one.span.end <= _BETWEEN or one.sentence != other.sentence:
                continue
            local, universal = (one, other) if _is_on(other, is_universal) else (other, one)
            if not _is_on(universal, is_universal) or not _is_on(local, is_local):
                continue
            ahead = (_minute(local) - _minute(universal) - _FURTHEST_WEST) % _DAY + _FURTHEST_WEST
            if ahead % _STEP:
                continue
            self.pairs[local.id] = zone = iso_offset(ahead) if ahead else "UTC"
            self.twins[other.id] = one.id
            self.zones.add(zone)

    def zone_of(self, expression: TimeExpression) -> str | None:
        """The zone of an hour that names none but its place's own, a fixed offset; None where no pair shows it."""
        if not self.zones or not _is_on(expression, is_local):
            return None
        return self.pairs.get(expression.id) or (next(iter(self.zones)) if len(self.zones) == 1 else None)


def _is_on(expression: TimeExpression, clock: Callable[[str | None], bool]) -> bool:
    """Whether an expression is an hour on such a clock; an hour without its half is on none."""
    tree = expression.tree
    return isinstance(tree, Clock) and not tree.twelve and clock(tree.zone)


def _minute(expression: TimeExpression) -> int:
    assert isinstance(expression.tree, Clock)
    return expression.tree.hour * 60 + (expression.tree.minute or 0)
