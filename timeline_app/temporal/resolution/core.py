"""`resolve`, dispatched on the kind of node, and the few helpers that every node uses."""

from functools import singledispatch
from typing import Any

from timeline_app.model.annotation import Alternative, Anchor, Reading, TimexType
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution.situation import NO_ANCHOR, Situation

# How far a reading may be trusted, by what it rests on: the share found right of what rests on the same, on WikiWars
# and MEANTIME (`benchmarks/calibration.md`), to the nearest 0.05 because no corpus is like the next; the last three are
# rare there and stand for what they mean.
EXPLICIT = 0.98  # the phrase says all that its value needs
DEICTIC = 0.85  # counted from publication in the direction that the phrase names
DIRECTED_BY_TENSE = 0.95  # counted from publication in the direction that the verb shows
ANAPHORIC = 0.85  # counted from a time that the text told before
GUESSED = 0.5  # neither phrase nor verb shows the direction, or the distance is vague
AMBIGUOUS = 0.5  # two readings with nothing between them, or what is said contradicts itself
UNRESOLVED = 0.05  # the value says what is not known


@singledispatch
def resolve(tree: Any, situation: Situation) -> Reading:
    """The reading of a tree in a situation: pure, and total but for `Unanchored`."""
    raise TypeError(f"{type(tree).__name__} is no expression")


def reading(
    time: TimeValue | None,
    value: str,
    anchor: Anchor = NO_ANCHOR,
    confidence: float = EXPLICIT,
    *,
    kind: TimexType | None = None,
    mod: str | None = None,
    alternatives: tuple[Alternative, ...] = (),
    warning: str | None = None,
) -> Reading:
    """A reading whose explanation is still to be written; the type follows the granularity unless given."""
    if kind is None:
        fine = time is not None and time.granularity.rank < Granularity.DAY.rank
        kind = TimexType.TIME if fine else TimexType.DATE
    return Reading(kind, value, time, anchor, "", confidence, mod=mod, alternatives=alternatives, warning=warning)
