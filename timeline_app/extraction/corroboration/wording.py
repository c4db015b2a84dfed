"""What the titles of mentions say beside their deeds, made comparable."""

import re
from functools import cache, lru_cache

from timeline_app.extraction.corroboration.naming import thing_of, title_names
from timeline_app.extraction.corroboration.parties import party_names, singular, words_ignored
from timeline_app.extraction.lexicon import lexicon, words
from timeline_app.model.annotation import Mention

_STEM = 3  # letters that the forms of a verb, and its noun, share
_LETTERS = 6  # of a word that are compared: "agreed", "agreement"
_SAID = re.compile(r"\w{4,}|\d+")
_OPENING = 3  # words of a title that tell which of several it is about
_ORDINAL = re.compile(r"\b(\d{1,4})(?:st|nd|rd|th) ([A-Z][a-z]+)")
_NUMBERED = re.compile(r"\b([A-Z][a-z]+)[ -](?:(?:No|Nr)\.? ?)?(\d{1,5}[A-Za-z]?)\b")


def rest_of(mention: Mention) -> frozenset[str]:
    """The words of a title without its deed and its counts, as their first letters."""
    counts = frozenset(word for quantity in mention.quantities for word in said_in(quantity, ""))
    return said_in(mention.title, mention.lemma) - counts


@lru_cache(maxsize=16_384)
def said_in(text: str, lemma: str) -> frozenset[str]:
    """The words of a text that tell something, as their first letters, without those of a deed."""
    idle = frozenset().union(*(words("events_merging", "names", key) for key in ("common", "quantifying", "idle")))
    deed = {word[:_STEM] for word in lemma.split()}
    found = (singular(word.lower()) for word in _SAID.findall(text))
    said = (w for w in found if w not in idle | words_ignored() and f"{w}s" not in words_ignored())
    return frozenset(thing_of(word)[:_LETTERS] for word in said if word[:_STEM] not in deed)


def content_of(mention: Mention) -> frozenset[str]:
    """The things that a title has beside its deed, names and counts, each told by one word of those that mean it."""
    return _content(rest_of(mention), title_names(mention))


@lru_cache(maxsize=16_384)
def _content(said: frozenset[str], names: frozenset[str]) -> frozenset[str]:
    named = frozenset(word for name in names for word in said_in(name, ""))
    vague = words("events_merging", "names", "vague")
    loose = _loose_things()
    return frozenset(loose.get(word, word) for word in said - named if word not in vague and not word.isdigit())


def meaning_of(word: str) -> str:
    """A word as `content_of` has it: a deed that another title tells as a noun."""
    stem = word.split(" ")[0][:_LETTERS]
    return _loose_things().get(stem, stem)


@cache
def _loose_things() -> dict[str, str]:
    groups = lexicon("events_merging")["things"]["loosely_same"]
    return {word[:_LETTERS]: group[0][:_LETTERS] for group in groups for word in group}


def parts_of(mention: Mention) -> frozenset[str]:
    """The words of all who and what take part."""
    return frozenset(word for p in mention.participants for word in said_in(p.text, ""))


def told_with(mention: Mention, names: frozenset[str]) -> frozenset[str]:
    """The words of the participants and the place that bear one of some names."""
    texts = (*(p.text for p in mention.participants), mention.place or "", *mention.title.split(" "))
    told = (text for text in texts if party_names(text, capitals=False) & names)
    return frozenset(word for text in told for word in said_in(text, ""))


def is_another(one: Mention, other: Mention) -> bool:
    """Whether only one of two says that it was not the first: "a second missile hit", "another quake shook"."""
    further = words("events_merging", "things", "further")
    first, second = (any(w.lower() in further for w in _SAID.findall(m.title)[:_OPENING]) for m in (one, other))
    return first is not second


def otherwise_numbered(one: Mention, other: Mention) -> bool:
    """ "Hall 17", "Hall 18"; "Flight 112", "Flight 114": things of one name with different numbers."""
    first, second = _numbered(one), _numbered(other)
    return any(first[name].isdisjoint(second[name]) for name in first.keys() & second.keys())


def _numbered(mention: Mention) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    told = f"{mention.title} | {mention.place or ''}"
    for name, number in (*_NUMBERED.findall(told), *((name, number) for number, name in _ORDINAL.findall(told))):
        if name.lower() not in _months() | words("events_merging", "names", "quantifying"):
            found.setdefault(name.lower(), set()).add(number)
    return found


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in lexicon("months")["months"].values() for name in names)
