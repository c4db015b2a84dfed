"""Sentences of the rooms below, told in the language of the window.

Readers, formats, the tagger and undo labels speak plain English, which is also what files and the command line hold.
`resources/translations/sentences_<language>.toml` holds a pattern for each such sentence and its translation. In a
pattern ``{}`` stands for what is repeated as it is (names, numbers, quoted text), ``{n}`` for a number, ``{d}`` for a
date and ``{+}`` for a part that is a sentence of its own; a translation names them by number: ``{1}``. What no pattern
fits is told as it is.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline_app.model.date_style import ENGLISH, GERMAN, DateWords
from timeline_app.resources import resource

_HOLE = re.compile(r"\{[+dn]?\}")
_HELD = {
    "{}": "(.*?)",
    "{d}": "([^;]*?)",
    "{n}": r"(\d[\d,.]*)",
    "{+}": "((?:“[^”]*”|[^“”])*?)",
}  # no sentence ends in a quote
_WORDS: dict[str, DateWords] = {"de": GERMAN}
_QUOTES = {"de": "„{}“"}
_DEEPEST = 12  # sentences within sentences
_KEPT = 4_096

_language = "en"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One sentence with holes, and its translation."""

    template: str
    expression: re.Pattern[str]
    translation: str
    holes: tuple[str, ...]  # of what kind each is

    def retell(self, found: re.Match[str], depth: int) -> str:
        """The translation with its holes filled."""
        parts = (_filled(hole, part, depth) for hole, part in zip(self.holes, found.groups(), strict=True))
        return self.translation.format("", *parts)


def use_language(language: str) -> None:
    """Tells sentences in a language from now on ("en" as they are)."""
    global _language  # noqa: PLW0603  # one window, one language, like Qt's own translator
    _language = language
    _retold.cache_clear()


def language_in_use() -> str:
    """The language that the window speaks."""
    return _language


def retold(sentence: str) -> str:
    """A sentence of a lower room in the language of the window."""
    return sentence if _language == "en" else _retold(sentence, 0)


def quoted(words: str) -> str:
    """Words in the quotation marks of the window's language."""
    return _QUOTES.get(_language, "“{}”").format(words)


def has_pattern(sentence: str, language: str) -> bool:
    """Whether a sentence can be told in a language."""
    return any(pattern.expression.fullmatch(sentence) for pattern in patterns(language))


def _filled(hole: str, part: str, depth: int) -> str:
    if hole == "{d}":
        return date_told(part)
    return _retold(part, depth + 1) if hole == "{+}" else part


def date_told(text: str) -> str:
    """A date as `model.display` writes it in English, word for word."""
    words = _WORDS.get(_language, ENGLISH)
    dotted = re.sub(rf"\b(\d{{1,2}})(?=(?: ?– ?(?:\w{{3}} )?\d{{1,2}})? (?:{_MONTHS}))", words.day.format(r"\1"), text)
    return _DATE_WORD.sub(lambda found: _date_words(_language)[found[0]], dotted)


@cache
def _date_words(language: str) -> dict[str, str]:
    """The words of English dates, each with that of a language."""
    words = _WORDS.get(language, ENGLISH)
    pairs = [
        *zip(ENGLISH.short_months, words.short_months, strict=True),
        *zip(ENGLISH.months, words.months, strict=True),
        *zip(ENGLISH.weekdays, words.weekdays, strict=True),
        *((name, words.parts[name]) for name in ENGLISH.parts),
        ("undated", words.undated),
        *((name, getattr(words, name).split("{}")[0].strip()) for name in ("about", "until", "since", "early", "late")),
    ]
    return dict(pairs)


_MONTHS = "|".join((*ENGLISH.months, *ENGLISH.short_months))
_DATE_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_date_words('en'), key=len, reverse=True))})\b")


@lru_cache(maxsize=_KEPT)
def _retold(sentence: str, depth: int) -> str:
    for pattern in patterns(_language) if depth < _DEEPEST else ():
        if found := pattern.expression.fullmatch(sentence):
            return pattern.retell(found, depth)
    return sentence


@cache
def patterns(language: str) -> tuple[Pattern, ...]:
    """The patterns of a language, the ones that say most first."""
    try:
        rooms = tomllib.loads(resource("translations", f"sentences_{language}.toml").read_text("utf-8"))
    except OSError:
        return ()
    joining = [_pattern(*pair) for pair in rooms.pop("both", {}).items()]
    made = [_pattern(*pair) for room in rooms.values() for pair in room.items()]
    made.sort(key=lambda pattern: (bool(pattern.holes), -len(_HOLE.sub("", pattern.template))))
    return (*made, *joining)


def _pattern(template: str, translation: str) -> Pattern:
    holes = tuple(_HOLE.findall(template))
    first, *others = (re.escape(piece) for piece in _HOLE.split(template))
    expression = first + "".join(_HELD[hole] + piece for hole, piece in zip(holes, others, strict=True))
    return Pattern(template, re.compile(expression, re.DOTALL), translation, holes)
