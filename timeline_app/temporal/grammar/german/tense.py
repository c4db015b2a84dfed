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
_ANNOUNCING = load_words("de", "announcing")
_PLANNED = load_words("de", "planned")
_PARTED = tuple(f"{prefix}zu" for prefix in load_words("de", "separable"))  # "aufzunehmen"
_ARTICLES = load_words("de", "before_a_noun")
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


def _is_announced(tokens: Sequence[Token], index: int) -> bool:
    """Whether an infinitive tells what is announced: "kündigte an, Ende Mai wieder zu öffnen"."""
    before = [token.lower for token in tokens[max(0, index - REACH) : index]]
    comma = next((i for i in range(len(before) - 1, -1, -1) if before[i] == ","), 0)
    return not _ANNOUNCING.isdisjoint(before[:comma])


def _is_infinitive(tokens: Sequence[Token], index: int) -> bool:
    """ "zu öffnen", "aufzunehmen"."""
    word = tokens[index].lower
    if not word.endswith("n") or len(word) < _SHORTEST:
        return False
    return word.startswith(_PARTED) or (index > 0 and tokens[index - 1].lower == "zu" and tokens[index].text.islower())


def _tense_of(tokens: Sequence[Token], index: int) -> Tense | None:
    word = tokens[index].lower
    if word in _FUTURE or (_is_infinitive(tokens, index) and _is_announced(tokens, index)):
        return Tense.FUTURE
    if word in _PLANNED and index and tokens[index - 1].lower not in _ARTICLES:
        return Tense.FUTURE  # "das für das Wochenende geplante Fest", not "das geplante Fest"
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
