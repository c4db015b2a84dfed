"""The day that a clause tells further on than its hour: "was stabbed at 11pm outside a pub in Leeds on Friday"."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.model.expression import Clock, Expression, Fields, PartOfDay, Relative
from timeline_app.model.granularity import Granularity
from timeline_app.model.token import Token
from timeline_app.temporal.chart import Node

_FURTHEST = 16  # words between an hour and its day
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_OPENING_CLAUSES = (
    "and but or nor that which who whom whose where when while as after before since until till because if although "
    "though than whether so for"
)
_PARTING = frozenset(_OPENING_CLAUSES.split())
_MARKS = frozenset(';:()[]—–“”"')
_NIGHT_ENDS = 6  # o'clock: what is earlier "on Friday night" is of Saturday


def with_distant_day(clock: Clock, node: Node, behind: Sequence[Node], tokens: Sequence[Token]) -> Clock:
    """An hour without a day, at `node`, with the day that the rest of its clause tells; `behind` are later phrases."""
    following = next(iter(behind), None)
    day = day_in(following.value, clock.hour) if following is not None else None
    if following is None or day is None or not 0 < following.start - node.end <= _FURTHEST:
        return clock
    if _is_owner(tokens, following):
        return clock
    if isinstance(day, Fields) and tokens[following.start - 1].lower != "on":
        return clock
    between = tokens[node.end : following.start]
    if any(t.lower in _PARTING or t.text in _MARKS or t.tag is None for t in between):
        return clock
    verbs = [t for t in between if t.tag in _FINITE]
    before = [t for t in tokens[: node.start] if t.tag in _FINITE]
    if len(verbs) > 1 or (verbs and before) or not (verbs or before):
        return clock
    return replace(clock, day=day)


def day_in(tree: object, hour: int = 12) -> Expression | None:
    """The day that a phrase is, or tells a part of, for something at an `hour`."""
    match tree:
        case PartOfDay(day=inner) if inner is not None and hour >= _NIGHT_ENDS:
            return day_in(inner, hour)
        case Relative() if tree.unit is Granularity.DAY:
            return tree
        case Fields() if tree.day is not None or tree.weekday is not None:
            return tree
    return None


def _is_owner(tokens: Sequence[Token], node: Node) -> bool:
    """ "condemned Sunday's attack", "the Sunday papers": no day on which anything was done."""
    if node.end == len(tokens):
        return False
    behind = tokens[node.end]
    return behind.lower in ("'s", "’s") or behind.tag in ("NN", "NNS")
