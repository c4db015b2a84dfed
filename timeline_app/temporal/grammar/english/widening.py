"""Phrases that hang on a date beside them: "three days after the vote on 4 May", "the quarter ended Sept. 30"."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.model.expression import (
    Amount,
    AnchoredDuration,
    Base,
    Clock,
    Duration,
    Expression,
    Fields,
    Nth,
    Part,
    Recurring,
    Reference,
    Relative,
    Shift,
)
from timeline_app.model.granularity import Granularity
from timeline_app.model.token import Token
from timeline_app.temporal.chart import Node
from timeline_app.temporal.grammar.kinds import DATE_TYPES, grain, is_day, said_fields
from timeline_app.temporal.values import Value, ZonePlace

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
_UNTIL_ENDS = frozenset(("to", "ended", "ending", "ended-on", "ending-on"))
_AT = frozenset(("at", "around", "about", "by"))
_SAME_DAY = Relative(Granularity.DAY, 0, Base.PREVIOUS)
_NEXT_DAY = Relative(Granularity.DAY, 1, Base.PREVIOUS)
_ONE_DAY = Amount(1.0, Granularity.DAY)
_HALF_A_DAY = 12  # hours
_PEOPLE = frozenset(("who", "whose", "that", "which"))  # what these tell may be of another year


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
        elif len(out) > 1 and (clocks := _told_twice(words, out[-2], out[-1], node)) is not None:
            out[-2:] = clocks
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


def lend_years(tokens: Sequence[Token], found: Sequence[Node]) -> list[Node]:
    """The phrases of a sentence, its days and months with the year that opens the sentence or their clause."""
    words = [token.lower for token in tokens]
    out: list[Node] = []
    year: Node | None = None
    for node in found:
        value = node.value
        if isinstance(value, Fields) and said_fields(value) == {"year"} and not value.fiscal:
            year = node if _opens(words, node) else None
        elif isinstance(value, Fields) and year is not None and _lacks_year(value):
            if isinstance(year.value, Fields) and not _PEOPLE.intersection(words[year.end : node.start]):
                lent = replace(value, year=year.value.year, two_digit=year.value.two_digit)
                node = replace(node, value=lent, trail=(*node.trail, "year_of_sentence"))
        elif not isinstance(value, Duration | Recurring | Reference):
            year = None
        out.append(node)
    return out


def lend_zones(tokens: Sequence[Token], found: Sequence[Node], nodes: Sequence[Node]) -> list[Node]:
    """The phrases of a sentence, a clock reading with the zone of the place it is told of: "9 a.m. in Kyiv"."""
    places = {node.start: node for node in nodes if isinstance(node.value, ZonePlace)}
    if not places:
        return list(found)
    before = {place.end: place for place in places.values()}
    return [_in_zone(tokens, node, places, before) for node in found]


def _in_zone(tokens: Sequence[Token], node: Node, places: dict[int, Node], before: dict[int, Node]) -> Node:
    value = node.value
    if not isinstance(value, Clock) or value.zone is not None:
        return node
    words = [token.lower for token in tokens[node.start - 1 : node.start]]
    place = places.get(node.end + 1) if _is_in(tokens, node.end) else None
    if place is None and words and words[0] in _AT and (found := before.get(node.start - 1)) is not None:
        place = found if _is_in(tokens, found.start - 1) else None
    if place is None or not isinstance(place.value, ZonePlace) or not tokens[place.start].text[0].isupper():
        return node
    return replace(node, value=replace(value, zone=place.value.name), trail=(*node.trail, "zone_of_place"))


def _is_in(tokens: Sequence[Token], index: int) -> bool:
    return 0 <= index < len(tokens) and tokens[index].lower == "in"


def _opens(words: Sequence[str], year: Node) -> bool:
    """Whether a year opens its sentence, or a clause: "since 1983, when a bomb killed 63 people on April 18"."""
    return words[year.end : year.end + 2] == [",", "when"] or (year.start == 1 and words[0] == "in")


def _lacks_year(date: Fields) -> bool:
    is_plain = date.direction is None and date.base is Base.PUBLICATION
    return is_plain and said_fields(date) in ({"month"}, {"month", "day"}, {"season"})


def _told_twice(words: Sequence[str], first: Node, second: Node, day: Node) -> list[Node] | None:
    """The day of "4:17 a.m. (0117 GMT) on Friday" for both clock readings."""
    if not (isinstance(first.value, Clock) and isinstance(second.value, Clock) and isinstance(day.value, DATE_TYPES)):
        return None
    in_brackets = words[first.end : second.start] == ["("] and words[second.end : day.start] in ([")"], [")", "on"])
    if not in_brackets or first.value.day or second.value.day or not is_day(day.value):
        return None
    apart = second.value.hour - first.value.hour
    other = (
        day.value if abs(apart) <= _HALF_A_DAY else Shift(_ONE_DAY, -1 if apart > 0 else 1, of=day.value, exact=True)
    )
    return [
        replace(first, value=replace(first.value, day=day.value)),
        replace(second, value=replace(second.value, day=other)),
    ]


def _settled(words: Sequence[str], period: Node, date: Node) -> Expression | None:
    """The period that ends with the date after it, or the day in whose apposition the date stands; None for others."""
    if not isinstance(date.value, DATE_TYPES):
        return None
    if isinstance(period.value, Duration):
        return _stretch_until(words, period.value, period, date)
    if not isinstance(period.value, Relative | Fields):
        return None
    between = words[period.end : date.start]
    if between == [","] and period.value == _SAME_DAY and is_day(date.value):
        return date.value  # "opening night, January 23"
    if between == [","] and period.value == _NEXT_DAY and isinstance(date.value, Fields) and date.value.month:
        return date.value if date.value.day else None  # "The next day, 6 March"
    if not (_ENDS.intersection(between) and _AROUND_ENDS.issuperset(between)):
        return None
    if isinstance(period.value, Relative):
        is_told = period.value.count == 0 and _is_longer(period.value, grain(date.value) or Granularity.DAY)
        if is_told and _ends_amid_a_year(period.value, date.value):
            return Nth(-1, Granularity.YEAR, date.value)
        return Nth(1, period.value.unit, date.value) if is_told else None
    year = date.value.year if isinstance(date.value, Fields) else None
    return replace(period.value, year=year, direction=None) if period.value.fiscal and year is not None else None


def _ends_amid_a_year(period: Relative, date: Expression) -> bool:
    """Whether a year ends with a day that does not end a calendar year: "the year ended 31 March 2018"."""
    return (
        period.unit is Granularity.YEAR
        and isinstance(date, Fields)
        and date.day is not None
        and (date.month, date.day) != (12, 31)
    )


def _stretch_until(words: Sequence[str], length: Duration, period: Node, date: Node) -> AnchoredDuration | None:
    """ "the six months ended 30 June", "three months to September": the amount that ends with the date."""
    amount, value = length.amount, date.value
    is_named = isinstance(value, Fields) and value.month is not None
    if amount.count is None or amount.unit.rank < Granularity.WEEK.rank or not is_named:
        return None
    joined = "-".join(word for word in words[period.end : date.start] if word != ",")
    if joined not in _UNTIL_ENDS or not isinstance(value, Fields):
        return None
    return AnchoredDuration(amount, -1, of=value if value.day is not None else Nth(-1, Granularity.DAY, value))
