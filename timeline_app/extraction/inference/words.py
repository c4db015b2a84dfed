"""Parts of speech and lemmas, by the rules of spaCy's attribute ruler and lemmatizer.

spaCy matches its patterns token by token.  Nearly all look at one word, its tag and its dependency, so their outcome is
kept for each such triple; the few that look at two words are tried only where the first of them stands.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from timeline_app.extraction.doc import Token, Word
from timeline_app.extraction.inference.vectors import UnknownModelError

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, Lemmatizer

_MOST_KEPT = 100_000

Test = Callable[[Word, str, str], bool]  # of a word, its tag and its dependency
_SEEN: dict[str, Callable[[Word, str, str], str]] = {
    "LOWER": lambda word, tag, dep: word.lower,
    "TAG": lambda word, tag, dep: tag,
    "DEP": lambda word, tag, dep: dep,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules make of a word."""

    tag: str
    pos: str
    dep: str
    lemma: str


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern of one or more words, and what it sets on the one at `index`."""

    number: int
    tests: tuple[Test, ...]
    attributes: Mapping[str, str]
    index: int


@dataclass(frozen=True, slots=True)
class _Morphology:
    """As much of spaCy's morphological analysis as the lemmatizer asks for."""

    key: str

    def to_dict(self) -> dict[str, str]:
        """Features by name."""
        return dict(part.split("=", 1) for part in self.key.split("|") if "=" in part)


@dataclass(frozen=True, slots=True)
class _Form:
    """As much of a spaCy token as the lemmatizer asks for."""

    text: str
    pos_: str
    morph: _Morphology

    @property
    def orth(self) -> str:
        """Stands for the word in the lemmatizer's cache."""
        return self.text

    @property
    def pos(self) -> str:
        """Stands for the part of speech in the lemmatizer's cache."""
        return self.pos_


class WordRules:
    """The rules of an attribute ruler and a lemmatizer."""

    def __init__(self, ruler: "AttributeRuler", lemmatizer: "Lemmatizer") -> None:
        if lemmatizer.mode != "rule" or lemmatizer.overwrite:
            raise UnknownModelError("lemmatizer", lemmatizer.mode)
        self._lemmas: Callable[[Any], list[str]] = lemmatizer.rule_lemmatize
        listed = lemmatizer.lookups.get_table("lemma_index")
        for part in list(listed):  # lists of thousands, which the lemmatizer searches for each new word
            listed[part] = frozenset(listed[part])
        self._known: dict[tuple[str, str, str], Reading] = {}
        self._single: dict[tuple[str, str], list[_Rule]] = defaultdict(list)  # by what each surely asks for
        self._joint: dict[str, list[_Rule]] = defaultdict(list)  # by the word or dependency that one of its words has
        for number, pattern in enumerate(ruler.patterns):
            for words in pattern["patterns"]:
                self._add(number, words, pattern["attrs"], pattern["index"])

    def _add(self, number: int, words: Sequence[Mapping[str, Any]], attributes: Mapping[str, str], index: int) -> None:
        tests = tuple(_all_of([_test(name, asked) for name, asked in word.items()]) for word in words)
        rule = _Rule(number, tests, attributes, index % len(words))
        if len(words) == 1:
            exact = next(
                ((name, words[0][name]) for name in ("LOWER", "TAG") if isinstance(words[0].get(name), str)), None
            )
            self._single[exact or ("", "")].append(rule)
            return
        cues = [word[name] for word in words for name in ("LOWER", "DEP") if isinstance(word.get(name), str)]
        if not cues:
            raise UnknownModelError("ruler", str(words))
        self._joint[cues[0]].append(rule)

    def apply(self, tokens: Sequence[Token]) -> None:
        """Sets tag, part of speech, dependency and lemma of the tokens of one text, which have word, tag and dep."""
        matched: dict[int, list[_Rule]] = {}
        for place, token in enumerate(tokens):
            for rule in chain(self._joint.get(token.lower_, ()), self._joint.get(token.dep_, ())):
                for first in range(max(0, place - len(rule.tests) + 1), place + 1):
                    if _stands(rule, tokens[first : first + len(rule.tests)]):
                        matched.setdefault(first + rule.index, []).append(rule)
        for place, token in enumerate(tokens):
            key = (token.text, token.tag_, token.dep_)
            reading = self._known.get(key) if place not in matched else None
            if reading is None:
                reading = self._read(token, matched.get(place, ()))
            token.tag_, token.pos_, token.dep_, token.lemma_ = reading.tag, reading.pos, reading.dep, reading.lemma

    def _read(self, token: Token, more: Sequence[_Rule]) -> Reading:
        word, tag, dep = token.word, token.tag_, token.dep_
        lists = (self._single.get(key, ()) for key in (("LOWER", word.lower), ("TAG", tag), ("", "")))
        rules = [rule for rule in chain.from_iterable(lists) if rule.tests[0](word, tag, dep)]
        set_: dict[str, str] = {}
        for rule in sorted([*rules, *more], key=lambda rule: rule.number):
            set_.update(rule.attributes)
        pos = set_.get("POS", "")
        lemma = set_.get("LEMMA")
        if lemma is None:
            morph = set_.get("MORPH", "")
            lemma = self._lemmas(_Form(word.text, pos, _Morphology(morph)))[0] if pos else word.lower
        reading = Reading(set_.get("TAG", tag), pos, set_.get("DEP", dep), lemma)
        if not more:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            self._known[word.text, tag, dep] = reading
        return reading


def _stands(rule: _Rule, tokens: Sequence[Token]) -> bool:
    if len(tokens) < len(rule.tests):
        return False
    return all(test(t.word, t.tag_, t.dep_) for test, t in zip(rule.tests, tokens, strict=True))


def _all_of(tests: Sequence[Test]) -> Test:
    return lambda word, tag, dep: all(test(word, tag, dep) for test in tests)


def _test(name: str, asked: Any) -> Test:
    """The test of one attribute of a pattern of spaCy's Matcher."""
    if name == "IS_SPACE":
        return lambda word, tag, dep: word.is_space is asked
    if name not in _SEEN:
        raise UnknownModelError("ruler", name)
    seen = _SEEN[name]
    if isinstance(asked, str):
        return lambda word, tag, dep: seen(word, tag, dep) == asked
    match asked:
        case {"IN": listed, **others} if not others:
            allowed = frozenset(listed)
            return lambda word, tag, dep: seen(word, tag, dep) in allowed
        case {"NOT_IN": listed, **others} if not others:
            refused = frozenset(listed)
            return lambda word, tag, dep: seen(word, tag, dep) not in refused
        case {"REGEX": pattern, **others} if not others:
            compiled = re.compile(pattern)
            return lambda word, tag, dep: compiled.search(seen(word, tag, dep)) is not None
    raise UnknownModelError("ruler", str(asked))
