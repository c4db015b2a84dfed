"""Phrases that hang on a date beside them: "three days after the vote on 4 May", "the quarter ended Sept. 30"."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.model.expression import Base, Duration, Expression, Fields, Nth, Part, Relative, Shift
from timeline_app.model.granularity import Granularity
from timeline_app.model.token import Token
from timeline_app.temporal.chart import Node
from timeline_app.temporal.grammar.kinds import DATE_TYPES, grain, is_day
from timeline_app.temporal.values import Value

_STAGES = {
    **dict.fromkeys(("early", "earliest", "first", "opening", "initial"), "START"),
    **dict.fromkeys(("late", "later", "last", "final", "closing", "latter"), "END"),
}
_UNITS = {
    "hours": Granularity.HOUR,
    "days": Granularity.DAY,
    "weeks": Granularity.WEEK,
    "months": Granularity.MONTH,
    "years": Granularity.YEAR,
}
_SIGNS = {"after": 1, "following": 1, "before": -1}
_REACH = 6  # words between a unit and its date
_JOINS = frozenset(("of", "in", "on"))
_ARTICLES = frozenset(("the", "its", "their", "his", "her", "that", "this"))
_ENDS = frozenset(("ended", "ending", "ends"))
_AROUND_ENDS = frozenset((",", "which", "that", "on", "in", "last", *_ENDS))
_SAME_DAY = Relative(Granularity.DAY, 0, Base.PREVIOUS)


def widen(tokens: Sequence[Token], found: Sequence[Node]) -> list[Node]:
    """The phrases of a sentence; a date takes in the stage before it and settles the phrase that hangs on it."""
    words = [token.lower for token in tokens]
    out: list[Node] = []
    for node in sorted(found, key=lambda n: n.start):
        start = _stage_start(words, node)
        if start is not None:
            while out and out[-1].start >= start:
                out.pop()
            mod = _STAGES[words[start + (words[start] == "the")]]
            node = replace(node, start=start, value=_part(mod, node.value), trail=(*node.trail, "stage_over_noun"))
        elif out and (shift := _shift(words, out[-1], node)) is not None:
            out[-1] = replace(out[-1], value=shift, trail=(*out[-1].trail, "counted_from_date"))
        elif out and (period := _settled(words, out[-1], node)) is not None:
            out[-1] = replace(out[-1], value=period, trail=(*out[-1].trail, "settled_by_date"))
        out.append(node)
    return out


def _stage_start(words: Sequence[str], node: Node) -> int | None:
    """Where "the early months of the war in" begins before a period, None where nothing of the kind stands there."""
    if not isinstance(node.value, DATE_TYPES) or node.start < 4 or words[node.start - 1] not in _JOINS:
        return None
    for of in range(node.start - 1, max(1, node.start - _REACH), -1):
        if words[of] == "of" and words[of - 1] in _UNITS and words[of - 2] in _STAGES:
            of_date = of == node.start - 1
            is_noun = of_date or (words[of + 1] in _ARTICLES and all(w.isalpha() for w in words[of + 1 : node.start]))
            fits = _is_longer(node.value, _UNITS[words[of - 1]])
            start = of - 3 if of > 2 and words[of - 3] == "the" else of - 2
            return start if is_noun and fits else None
    return None


def _is_longer(period: Value, unit: Granularity) -> bool:
    whole = grain(period) if isinstance(period, DATE_TYPES) else None
    return whole is not None and whole.rank > max(unit.rank, Granularity.DAY.rank)


def _part(mod: str, value: Value) -> Part:
    assert isinstance(value, DATE_TYPES)
    return Part(mod, value)


def _shift(words: Sequence[str], amount: Node, date: Node) -> Shift | None:
    """ "three days" of "three days after the vote on 4 May", counted from that day; None for other neighbours."""
    if not isinstance(amount.value, Duration) or not isinstance(date.value, DATE_TYPES) or not is_day(date.value):
        return None
    between = words[amount.end : date.start]
    if not 3 <= len(between) <= _REACH or between[0] not in _SIGNS or between[-1] not in ("of", "on"):
        return None
    if between[1] not in _ARTICLES or not all(word.isalpha() for word in between):
        return None
    return Shift(amount.value.amount, _SIGNS[between[0]], of=date.value)


def _settled(words: Sequence[str], period: Node, date: Node) -> Expression | None:
    """The period that ends with the date after it, or the day in whose apposition the date stands; None for others."""
    if not isinstance(date.value, DATE_TYPES) or not isinstance(period.value, Relative | Fields):
        return None
    between = words[period.end : date.start]
    if between == [","] and period.value == _SAME_DAY and is_day(date.value):
        return date.value  # "opening night, January 23"
    if not (_ENDS.intersection(between) and _AROUND_ENDS.issuperset(between)):
        return None
    if isinstance(period.value, Relative):
        is_told = period.value.count == 0 and _is_longer(period.value, grain(date.value) or Granularity.DAY)
        return Nth(1, period.value.unit, date.value) if is_told else None
    year = date.value.year if isinstance(date.value, Fields) else None
    return replace(period.value, year=year, direction=None) if period.value.fiscal and year is not None else None
