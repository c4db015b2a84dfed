"""What the tagger asks of a language, and the language by its code."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from timeline_app.model.token import Tense, Token
from timeline_app.temporal.chart import Node, RuleIndex
from timeline_app.temporal.grammar.asides import Asides
from timeline_app.temporal.grammar.tense import Leanings
from timeline_app.temporal.lexicon import Lexicon, Names
from timeline_app.temporal.shapes import readings
from timeline_app.temporal.tokenizer import RunsOn, runs_on
from timeline_app.temporal.values import Value

_FIGURE = re.compile(r"\d|\b[ap]\.m\b")
_WORD = re.compile(r"[^\W\d_]+")
Links = list[tuple[Node, Node]]


@dataclass(frozen=True, slots=True)
class Language:
    """Words, rules and habits of one language.

    `gate` says whether a sentence can tell a time; `admits` refuses a meaning of a word where it stands; `blocked`
    finds the words of names that tell no time; `complete` adds the elliptic ends of ranges; `is_header` tells a
    section's header from the text around it; `tenses_of` and `nearest_tense` do without a parser; `leanings` are words
    that place a phrase whatever the verb, `asides` those that lead away from the story; `figures` are the values that
    a token of figures may have; `runs_on` tells a full stop that ends no sentence; `names_period` says whether a
    sentence may name a war or period of history, which dates events without being a time as `gate` asks for.
    `warning` says what is not read of a text in a language that has no grammar.
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
    leanings: Leanings = field(default_factory=Leanings)
    asides: Asides = field(default_factory=Asides)
    figures: Callable[[str], Iterator[Value]] = readings
    runs_on: RunsOn = runs_on
    names_period: Callable[[str], bool] = lambda _text: False
    warning: str | None = None

    def may_date(self, text: str) -> bool:
        """Whether a sentence can tell a time or name a period of history."""
        return self.gate(text) or self.names_period(text)


def language_code(name: str) -> str:
    """The two-letter code of a language tag: "de" of "de-AT", "DE_de" or "deu"; of another tag its first part.

    An empty one is English, the language that texts are taken for.
    """
    primary = re.split(r"[-_]", name.strip().lower())[0]
    return {"": "en", "eng": "en", "deu": "de", "ger": "de"}.get(primary, primary)


@lru_cache(maxsize=32)
def load_language(name: str) -> Language:
    """The grammar of a language by its tag; of a language without one, only dates in figures are read."""
    match language_code(name):  # a grammar is imported when its first text comes
        case "en":
            from timeline_app.temporal.grammar import english

            return english.build()
        case "de":
            from timeline_app.temporal.grammar import german

            return german.build()
        case _:
            from timeline_app.temporal.grammar import unknown

            return unknown.build(name)


def gate(triggers: frozenset[str]) -> Callable[[str], bool]:
    """Whether a text holds a figure or one of the `triggers`; every phrase that tells a time does."""

    def may_tell_time(text: str) -> bool:
        words = text.lower()
        return _FIGURE.search(words) is not None or not triggers.isdisjoint(_WORD.findall(words))

    return may_tell_time


def holds_word(listed: frozenset[str]) -> Callable[[str], bool]:
    """Whether a text holds one of the `listed` words."""

    def holds(text: str) -> bool:
        return not listed.isdisjoint(_WORD.findall(text.lower()))

    return holds
