"""Word lists of this layer: TOML files of the bundled lexicon, read once."""

import tomllib
from functools import cache
from typing import Any

from timeline_app.resources import resource


@cache
def lexicon(name: str, language: str = "en") -> dict[str, Any]:
    """The tables of ``resources/lexicon/<language>/<name>.toml``; FileNotFoundError when the installation lacks it."""
    with resource("lexicon", language, f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def words(name: str, table: str, key: str) -> frozenset[str]:
    """One word list as a set: ``words("reporting", "present", "lemmas")``."""
    return frozenset(lexicon(name)[table][key])


@cache
def present_forms(name: str, table: str, key: str) -> frozenset[str]:
    """The lemmas of a list with their third-person forms: say, says; deny, denies."""
    return frozenset(form for lemma in words(name, table, key) for form in (lemma, third_person(lemma)))


def third_person(lemma: str) -> str:
    """The regular third person singular of an English verb."""
    if lemma.endswith(("s", "x", "z", "ch", "sh")) or lemma in ("go", "do"):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


@cache
def verb_forms(name: str, table: str, key: str) -> frozenset[str]:
    """The lemmas of a list with all their forms: say, says, said, saying."""
    return frozenset(form for lemma in words(name, table, key) for form in _forms(lemma))


def _forms(lemma: str) -> set[str]:
    irregular: dict[str, list[str]] = lexicon("reporting")["irregular"]
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    past = irregular.get(lemma) or [lemma[:-1] + "ied" if third_person(lemma).endswith("ies") else stem + "ed"]
    return {lemma, third_person(lemma), stem + "ing", *past}


@cache
def event_nouns() -> frozenset[str]:
    """Lemmas of the nouns that name an event, whatever its kind."""
    kinds = (entry for name, entry in lexicon("events_kinds").items() if name not in ("same", "unsure", "settled"))
    return words("events_nouns", "nouns", "events").union(*(entry.get("nouns", ()) for entry in kinds))
