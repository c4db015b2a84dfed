"""Whether "he" or "she" can stand for a person whom a text names: by title, by given name, as somebody's husband."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_SEXES = ("he", "she")
_NAMING = frozenset(("compound", "nmod"))


def find_sexes(doc: "Doc") -> dict[str, str]:
    """The pronoun that stands for each last name of a text, where all who bear it are of one sex."""
    found: dict[str, set[str]] = {}
    for token in doc:
        if token.tag_ == "NNP" and token.dep_ not in _NAMING and (said := _sex_said(token)) is not None:
            found.setdefault(token.text, set()).add(said)
    return {name: next(iter(said)) for name, said in found.items() if len(said) == 1}


def sex_of(noun: "Token") -> str | None:
    """The pronoun that stands for a person, by its own words or by what the text says elsewhere; None where unknown."""
    return _sex_said(noun) or noun.doc.sexes.get(noun.text)


def _sex_said(noun: "Token") -> str | None:
    """ "Mrs Holm", "Ada Holm", "her husband", "her husband, Udo"."""
    kin = noun.head if noun.dep_ == "appos" else noun
    lemma = kin.lemma_.lower()
    for said in _SEXES:
        if lemma in words("events_nouns", "relatives", said):
            return said
    for word in (*(c for c in noun.children if c.dep_ in _NAMING), noun):
        name = word.lower_.rstrip(".")
        for said in _SEXES:
            if name in words("events_nouns", "titles", said) or (word.tag_ == "NNP" and is_given_name(name, said)):
                return said
    return None


def is_given_name(name: str, *sexes: str) -> bool:
    """Whether a word in small letters is a name that parents give, to a boy or a girl."""
    return any(name in words("given_names", "given", said) for said in sexes or _SEXES)
