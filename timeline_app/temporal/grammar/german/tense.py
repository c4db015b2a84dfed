"""Tense of German without a parser: auxiliaries, strong verbs, and the endings of weak verbs and participles."""

from collections.abc import Sequence

from timeline_app.model.token import Tense, Token
from timeline_app.temporal.grammar.tense import REACH, nearest_tense
from timeline_app.temporal.lexicon import load_words

_FUTURE = load_words("de", "future")
_PAST = load_words("de", "past")
_NO_PAST = load_words("de", "no_past")
_NO_PARTICIPLES = load_words("de", "no_participles")
_PARTICIPLE_STARTS = tuple(load_words("de", "participle_starts"))
_WEAK = ("te", "ten", "test")
_SHORTEST = 5  # letters of a word that is taken for a verb by its ending
_CLAUSE = 14  # words back to the auxiliary that a participle depends on


def tenses_of(tokens: Sequence[Token]) -> list[Tense | None]:
    """For each word the tense that it shows, None for most."""
    return [_tense_of(tokens, index) for index in range(len(tokens))]


def guess_tense(tokens: Sequence[Token], start: int, end: int) -> Tense | None:
    """The tense of the verb nearest to tokens `start` to `end`; None when no word shows one."""
    first = max(0, start - REACH)
    return nearest_tense(tenses_of(tokens[first : end + REACH]), start - first, end - first)


def _tense_of(tokens: Sequence[Token], index: int) -> Tense | None:
    word = tokens[index].lower
    if word in _FUTURE:
        return Tense.FUTURE
    if word in _PAST:
        return Tense.PAST
    if not tokens[index].text.islower() or len(word) < _SHORTEST:
        return None
    if _is_participle(word):
        return _of_participle(tokens, index)
    return Tense.PAST if word.endswith(_WEAK) and word not in _NO_PAST else None


def _is_participle(word: str) -> bool:
    """getötet, gefunden, verhaftet; with a prefix also angegriffen, abgesagt."""
    if word in _NO_PARTICIPLES or word in _NO_PAST:
        return False
    has_start = word.startswith(_PARTICIPLE_STARTS) or "ge" in word[2:6]
    return has_start and (word.endswith("t") or (word.endswith("en") and "ge" in word[:6]))


def _of_participle(tokens: Sequence[Token], index: int) -> Tense | None:
    """Past, unless the auxiliary before it looks ahead: "wird am Montag erwartet"."""
    for token in reversed(tokens[max(0, index - _CLAUSE) : index]):
        if token.lower in _PAST:
            return Tense.PAST
        if token.lower in _FUTURE:
            return Tense.FUTURE
        if token.text == ";":
            break
    return Tense.PAST if tokens[index].lower.endswith("t") and "ge" in tokens[index].lower[:6] else None
