"""Tense without a parser: the nearest word that shows which way a phrase looks."""

from collections.abc import Sequence

from timeline_app.model.token import Tense, Token
from timeline_app.temporal.grammar.tense import REACH, nearest_tense
from timeline_app.temporal.lexicon import load_words

_FUTURE = load_words("en", "future")
_FUTURE_PAIRS = frozenset(tuple(pair.split("-")) for pair in load_words("en", "future_pairs"))
_PAST = load_words("en", "past")
_NO_PAST = load_words("en", "no_past")
_ALSO_NOUNS = frozenset(("may", "plan", "due"))


def tenses_of(tokens: Sequence[Token]) -> list[Tense | None]:
    """For each word the tense that it shows, None for most."""
    return [_tense_of(tokens, index) for index in range(len(tokens))]


def guess_tense(tokens: Sequence[Token], start: int, end: int) -> Tense | None:
    """The tense of the verb nearest to tokens `start` to `end`; None when no word shows one."""
    first = max(0, start - REACH)
    return nearest_tense(tenses_of(tokens[first : end + REACH]), start - first, end - first)


def _tense_of(tokens: Sequence[Token], index: int) -> Tense | None:
    word = tokens[index].lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if (word, following) in _FUTURE_PAIRS or (word in _FUTURE and (word not in _ALSO_NOUNS or following.isalpha())):
        return Tense.FUTURE
    is_participle = word.endswith("ed") and len(word) > 3 and word not in _NO_PAST and tokens[index].text.islower()
    if is_participle and any(t.lower in _FUTURE for t in tokens[max(0, index - 3) : index]):
        return Tense.FUTURE  # "may be signed"
    if is_participle and index and tokens[index - 1].lower in ("is", "are"):
        return Tense.PRESENT  # "if a deal is reached"
    return Tense.PAST if word in _PAST or is_participle else None
