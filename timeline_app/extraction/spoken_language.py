"""The language of a text that says nothing of it, told by its script and its smallest words."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline_app.resources import resource

_SAMPLE = 6_000  # code points looked at, at the beginning, in the middle and at the end
_LEAST = 6  # small words of a language that make it believed
_AHEAD = 2.0  # times as many of them as of English, else the text is taken for English
_SCRIPT = 0.5  # share of the letters
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Signs:
    words: Mapping[str, tuple[str, ...]]  # the languages of a word
    scripts: Mapping[str, tuple[tuple[int, int], ...]]
    letters: Mapping[str, Mapping[str, str]]  # by the language of the script: letters of another one


def spoken_language(text: str) -> str | None:
    """The two-letter code of the language of a text; None where too little speaks against English."""
    signs, sample = _signs(), _sample(text)
    letters = [letter for letter in sample if letter.isalpha()]
    if (script := _script(letters, signs)) is not None:
        return script
    hits = Counter(code for word in _WORD.findall(sample.lower()) for code in signs.words.get(word, ()))
    english = hits.pop("en", 0)
    if not hits:
        return None
    (code, number), *others = hits.most_common(2)
    is_clear = number >= max(_LEAST, _AHEAD * english) and all(number > other for _, other in others)
    return code if is_clear else None


def _script(letters: list[str], signs: _Signs) -> str | None:
    """The language of a text of which most letters belong to one script other than the Latin."""
    foreign = [letter for letter in letters if letter >= "\u0370"]
    if len(foreign) < max(_SCRIPT * len(letters), _LEAST):
        return None
    counts = Counter(
        code
        for letter in foreign
        for code, ranges in signs.scripts.items()
        if any(low <= ord(letter) <= high for low, high in ranges)
    )
    if not counts:
        return None
    if counts["ja"] > 0.1 * len(foreign):
        return "ja"  # it writes most of its words in the signs of Chinese
    code = counts.most_common(1)[0][0]
    present = set(foreign)
    others = (other for other, marks in signs.letters.get(code, {}).items() if not present.isdisjoint(marks))
    return next(others, code)


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


@cache
def _signs() -> _Signs:
    with resource("lexicon", "languages.toml").open("rb") as file:
        tables = tomllib.load(file)
    words: dict[str, tuple[str, ...]] = {}
    for code, listed in tables["words"].items():
        for word in listed.split():
            words[word] = (*words.get(word, ()), code)
    scripts = {code: tuple((low, high) for low, high in ranges) for code, ranges in tables["scripts"].items()}
    return _Signs(words, scripts, tables["letters"])
