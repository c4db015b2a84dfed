"""The days by which a text calls things: "Friday's fire killed 38. ... The fire started at 11:40 p.m."."""

from collections.abc import Sequence

from timeline_app.model.expression import Clock, Expression
from timeline_app.model.token import Tense, Token
from timeline_app.temporal.chart import Node
from timeline_app.temporal.distant_days import day_in

_OWNING = frozenset(("'s", "’s"))
_LONGEST_NAME = 4  # words between a day and the thing that is called by it, or "the" and the thing


class ThingsOfDays:
    """What a text has called by its day so far: lemmas of nouns, and the trees of the days."""

    def __init__(self) -> None:
        self._days: dict[str, Expression] = {}

    def note(self, node: Node, tokens: Sequence[Token]) -> None:
        """Takes in "Friday's deadly fire"."""
        behind = tokens[node.end : node.end + 1 + _LONGEST_NAME]
        if not behind or behind[0].lower not in _OWNING:
            return
        day = day_in(node.value)
        thing = _noun(behind[1:])
        if day is not None and thing is not None:
            self._days[thing] = day

    def day_of(self, clock: Clock, node: Node, tense: Tense | None, tokens: Sequence[Token]) -> Expression | None:
        """The day of an hour at which "the fire" did something, where a day was said of the fire before."""
        if clock.day is not None or tense is not Tense.PAST or not tokens or tokens[0].lower != "the":
            return None
        name = tokens[1 : 2 + _LONGEST_NAME]
        verb = next((i for i, token in enumerate(name) if token.tag == "VBD"), None)
        thing = _noun(name[:verb]) if verb is not None and verb + 1 < node.start else None
        return self._days.get(thing) if thing is not None else None


def _noun(words: Sequence[Token]) -> str | None:
    """The lemma of the noun that such words end or lead to: "deadly fire", "night-club fire killed"."""
    last: str | None = None
    for token in words:
        if token.tag not in ("NN", "JJ", "VBG", "VBN"):
            break
        last = (token.lemma or token.lower) if token.tag == "NN" else None
    return last
