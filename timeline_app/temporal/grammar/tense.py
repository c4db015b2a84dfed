"""Tense without a parser: of the words that show one, the nearest; and what words before a phrase say of its side."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.model.expression import Fields
from timeline_app.model.token import Tense, Token
from timeline_app.temporal.values import Value

REACH = 25  # words looked at on either side
_NEAR = 2  # words between such a word and the phrase it leads: "seit dem 3. Mai", "starting on Thursday"


@dataclass(frozen=True, slots=True)
class Leanings:
    """Words before a phrase that place it whatever the verb says.

    After one of `since` it lies behind ("in force since 1 January, will last"), after one of `ahead` it is to come
    ("payable Dec. 15", of two words "of record Dec. 1" as "of-record").  Beside a past verb the nearer is meant after
    one of `either` ("mourning starting Thursday"), and of dates with a month after one of `until`; after one of
    `nouns` such a date is a noun's, and the verb says nothing of it ("fell before the Nov. 6 vote").  What a clause
    supposes with one of `conditions` is to come, and so is what happens `by` a time in the present.  Words of `now` and
    `then` tell "is due" and "will" from "was due" and "would".
    """

    since: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()

    def tense(self, tokens: Sequence[Token], start: int, governing: Tense | None, value: Value) -> Tense | None:
        """The tense in which a phrase of some `value` that begins at token `start` is read."""
        words = [token.lower for token in tokens[max(0, start - _NEAR) : start]]
        before = {*words, "-".join(words)}
        if before & self.since:
            return Tense.PAST
        if before & self.ahead:
            return Tense.FUTURE
        if governing is Tense.PAST:
            of_month = isinstance(value, Fields) and value.month is not None
            if of_month and words[-1:] and words[-1] in self.nouns:
                return None
            return Tense.PRESENT if before & self.either or (of_month and before & self.until) else governing
        if governing is not Tense.FUTURE and (before & self.by or self._is_supposed(tokens, start)):
            return Tense.FUTURE
        return governing

    def of_now(self, tokens: Sequence[Token], start: int, tense: Tense | None) -> bool:
        """Whether what lies ahead does so from the writer's own present, by the last auxiliary before the phrase."""
        if tense is not Tense.FUTURE:
            return False
        words = (token.lower for token in reversed(tokens[max(0, start - REACH) : start]))
        return next((word in self.now for word in words if word in self.now or word in self.then), False)

    def _is_supposed(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether one of `conditions` opens the clause that a phrase stands in."""
        for token in reversed(tokens[max(0, start - REACH) : start]):
            if token.text in ",;:":
                return False
            if token.lower in self.conditions:
                return True
        return False


def nearest_tense(tenses: Sequence[Tense | None], start: int, end: int) -> Tense | None:
    """The tense shown nearest to words `start` to `end`; None when no word near shows one."""
    for distance in range(1, REACH):
        for index in (start - distance, end + distance - 1):
            if 0 <= index < len(tenses) and (tense := tenses[index]):
                return tense
    return None
