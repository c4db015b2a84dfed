"""`resolve`, dispatched on the kind of node, and the few helpers that every node uses."""

from functools import singledispatch
from typing import Any

from timeline_app.model.annotation import Alternative, Anchor, Reading, TimexType
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution.situation import NO_ANCHOR, Situation

# How far a reading may be trusted, by what it rests on (tuned on the development corpora).
EXPLICIT = 0.97
DEICTIC = 0.9
DIRECTED_BY_TENSE = 0.85
ANAPHORIC = 0.75
GUESSED = 0.6
AMBIGUOUS = 0.5
UNRESOLVED = 0.3


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
