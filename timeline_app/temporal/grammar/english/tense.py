"""Tense without a parser: the nearest word that shows which way a phrase looks."""

from collections.abc import Sequence

from timeline_app.model.token import Tense, Token

_FUTURE = frozenset(
    [
        "will",
        "would",
        "shall",
        "'ll",
        "’ll",
        "due",
        "scheduled",
        "plans",
        "plan",
        "planned",
        "expects",
        "expected",
        "intends",
        "hopes",
        "upcoming",
        "may",
        "might",
        "could",
        "should",
        "must",
    ]
)
_FUTURE_PAIRS = frozenset(
    (("going", "to"), ("set", "to"), ("expected", "to"), ("is", "to"), ("are", "to"), ("about", "to"), ("likely", "to"))
)
_PAST = frozenset(
    [
        "was",
        "were",
        "had",
        "did",
        "said",
        "told",
        "been",
        "has",
        "have",
        "began",
        "went",
        "came",
        "took",
        "gave",
        "made",
        "held",
        "met",
        "saw",
        "left",
        "led",
        "won",
        "lost",
        "fell",
        "rose",
        "hit",
        "struck",
        "broke",
        "fought",
        "found",
        "became",
        "got",
        "ran",
        "shot",
        "killed",
        "wrote",
        "spoke",
        "sent",
        "brought",
        "built",
        "fled",
        "withdrew",
        "struck",
        "says",
        "reports",
    ]
)
_REACH = 25  # words looked at on either side
_NO_VERBS = frozenset(("hundred", "red", "bed", "speed", "need", "indeed", "united", "armed", "used"))


def guess_tense(tokens: Sequence[Token], start: int, end: int) -> Tense | None:
    """The tense of the verb nearest to tokens `start` to `end`; None when no word shows one."""
    for distance in range(1, _REACH):
        for index in (start - distance, end + distance - 1):
            if 0 <= index < len(tokens) and (tense := _tense_of(tokens, index)):
                return tense
    return None


def _tense_of(tokens: Sequence[Token], index: int) -> Tense | None:
    word = tokens[index].lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if (word in _FUTURE and (word not in ("may", "plan", "due") or following.isalpha())) or (
        word,
        following,
    ) in _FUTURE_PAIRS:
        return Tense.FUTURE
    if word in _PAST or (
        word.endswith("ed") and len(word) > 3 and word not in _NO_VERBS and tokens[index].text.islower()
    ):
        return Tense.PAST
    return None
