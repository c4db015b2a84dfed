"""What the tagger asks of a language, and the language by its code."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.model.token import Tense, Token
from timeline_app.temporal.chart import Node, RuleIndex
from timeline_app.temporal.lexicon import Lexicon, Names
from timeline_app.temporal.values import Value

_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
Links = list[tuple[Node, Node]]


@dataclass(frozen=True, slots=True)
class Language:
    """Words, rules and habits of one language.

    `gate` says whether a sentence can tell a time; `admits` refuses a meaning of a word where it stands; `blocked`
    finds the words of names that tell no time; `complete` adds the elliptic ends of ranges; `is_header` tells a
    section's header from the text around it; `tenses_of` and `nearest_tense` do without a parser.
    """

    lexicon: Lexicon
    names: Names
    rules: RuleIndex
    gate: Callable[[str], bool]
    blocked: Callable[[Sequence[Token], Names], frozenset[int]]
    admits: Callable[[Sequence[Token], int, int, Value], bool]
    complete: Callable[[Sequence[Token], Sequence[Node], Sequence[Node]], tuple[list[Node], Links]]
    is_header: Callable[[str, str | None], bool]
    tenses_of: Callable[[Sequence[Token]], list[Tense | None]]
    nearest_tense: Callable[[Sequence[Tense | None], int, int], Tense | None]


@lru_cache(maxsize=8)
def load_language(code: str) -> Language:
    """The grammar of a language; English reads every text whose language has no grammar of its own."""
    from timeline_app.temporal.grammar import english

    return english.build()


def gate(triggers: frozenset[str]) -> Callable[[str], bool]:
    """Whether a text holds a figure or one of the `triggers`; every phrase that tells a time does."""

    def may_tell_time(text: str) -> bool:
        words = text.lower()
        return _FIGURE.search(words) is not None or not triggers.isdisjoint(_WORD.findall(words))

    return may_tell_time
