"""Counts and measures as texts have them, and whether two contradict each other."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline_app.extraction.corroboration.naming import exclude_each_other, same_thing
from timeline_app.extraction.corroboration.parties import singular
from timeline_app.extraction.lexicon import lexicon, words
from timeline_app.model.annotation import Mention

_NEAR = 1.25  # two rough counts that lie no further apart may be of the same
_ROUNDED = 1.1  # two measures in different units
_FIGURE = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?([^\W\d_]*)")
_CURRENCY = re.compile(r"[$€£¥]|\b(?:dollars?|euros?|pounds?|USD|EUR|GBP)\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Count:
    """How much of what: a sum by its currency's first letter, metres, kilograms, per cent, or a counted thing."""

    value: float
    thing: str
    measured: bool  # in units, rounded by who converts them
    at_least: bool
    rough: bool


def differing_numbers(one: Mention, other: Mention) -> tuple[str, str] | None:
    """Two counts of the same thing that are not equal, as the texts have them; None where none contradict.

    A text that counts one thing several ways contradicts another only where none of its counts agrees.
    """
    mine, theirs = _counts(one), _counts(other)
    for a, first in mine:
        same = [(b, second) for b, second in theirs if _of_same(first, second)]
        rivals = [count for _, count in mine if _of_same(first, count)]
        if same and not any(_compatible(count, second) for count in rivals for _, second in same):
            return a, same[0][0]
    return None


def _counts(mention: Mention) -> list[tuple[str, Count]]:
    return [(text, count) for text in mention.quantities if (count := read_count(text)) is not None]


def count_the_same(one: Mention, other: Mention) -> bool:
    """Whether two mentions count the same sort of thing, no measures and no sums."""
    mine, theirs = ([count for _, count in _counts(m) if not count.measured] for m in (one, other))
    return any(_of_same(a, b) for a in mine for b in theirs if a.thing[:1].isalpha())


def counted_alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions count the same number, more than one: "four men", "four suspects"."""
    mine, theirs = ({c.value for _, c in _counts(m) if not c.measured} for m in (one, other))
    return any(value > 1 for value in mine & theirs)


@lru_cache(maxsize=16_384)
def read_count(text: str) -> Count | None:
    """A quantity read; None where no number stands in it, or nothing that it counts."""
    lower = text.lower()
    value, rest = _value(lower)
    if value is None:
        return None
    thing, factor = _thing(lower, rest)
    if not thing:
        return None
    at_least, roughly = (tuple(words("events_merging", "counts", key)) for key in ("at_least", "roughly"))
    return Count(value * factor, thing, factor != 1, lower.startswith(at_least), lower.startswith(roughly))


def _value(lower: str) -> tuple[float | None, str]:
    """The number that a quantity opens with, and what stands behind it."""
    factors = lexicon("events_merging")["factors"]
    figure = _FIGURE.search(lower)
    if figure is None:
        numerals = lexicon("events_merging")["counts"]["numerals"]
        found = next((word for word in _LETTERS.findall(lower) if word in numerals), None)
        return (None, "") if found is None else (float(numerals.index(found)), lower.split(found, 1)[1])
    value, rest = float(figure[1].replace(",", "")), lower[figure.end(1) :]
    unit = (_LETTERS.findall(rest) or [""])[0]
    shortened = len(unit) <= len("bn") and not _CURRENCY.search(lower)  # "15 m" are metres, "$15 m" are millions
    return (value, rest) if unit not in factors or shortened else (value * factors[unit], rest.replace(unit, "", 1))


def _thing(lower: str, rest: str) -> tuple[str, float]:
    """What is counted, and how many of the common unit one is."""
    if _PERCENT.search(lower):
        return "%", 1
    if (currency := _CURRENCY.search(lower)) is not None:
        return currency.group()[:1], 1
    tables = lexicon("events_merging")
    told = _LETTERS.findall(rest)
    for unit, table in (("metre", tables["metres"]), ("kilogram", tables["kilograms"])):
        found = next((table[key] for word in told[:1] for key in (word, singular(word)) if key in table), None)
        if found is not None:
            return unit, float(found)
    return (singular(told[-1]) if told else "", 1)


def _of_same(one: Count, other: Count) -> bool:
    if one.thing == other.thing or same_thing(one.thing, other.thing):
        return True
    people = _people()
    return one.thing in people and other.thing in people and not exclude_each_other(one.thing, other.thing)


@cache
def _people() -> frozenset[str]:
    return words("events_merging", "counts", "people")


def counts_people(quantity: str) -> bool:
    """ "at least nine people", "12": no "12 soldiers", whom another text may have told to be the doers."""
    read = read_count(f"{quantity} people" if quantity.split()[-1:] and quantity.split()[-1].isdigit() else quantity)
    return read is not None and read.thing in _people()


def _compatible(one: Count, other: Count) -> bool:
    """ "at least 14 people" and "14 people", "more than 100" and "120", "20 km" and "12 miles": no contradiction."""
    low, high = sorted((one, other), key=lambda count: count.value)
    if low.value == high.value:
        return True
    if low.value <= 0:
        return False
    if low.measured or high.measured:
        return high.value <= low.value * _ROUNDED
    if low.rough or high.rough:
        return high.value <= low.value * _NEAR
    return low.at_least
