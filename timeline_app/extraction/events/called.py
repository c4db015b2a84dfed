"""What a text calls a person once introduced: "Penrick", where it was Arthur James Penrick who was born in 1931."""

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_KNOWN: "WeakKeyDictionary[Doc, frozenset[str]]" = WeakKeyDictionary()


def short_name(name: "Token") -> str | None:
    """The last name of a person where the text goes on to use it alone, and nobody else bears it; else None."""
    if name.tag_ != "NNP" or not any(c.dep_ == "compound" for c in name.children):
        return None
    return name.text if name.text in _surnames(name.doc) else None


def _surnames(doc: "Doc") -> frozenset[str]:
    found = _KNOWN.get(doc)
    if found is None:
        bearers: dict[str, set[str]] = {}
        alone: set[str] = set()
        for token in doc:
            if token.tag_ != "NNP" or token.dep_ == "compound" or not token.is_alpha:
                continue
            first = tuple(c.text for c in token.children if c.dep_ == "compound" and c.i < token.i)
            if first and token.ent_type_ == "PERSON":
                bearers.setdefault(token.text, set()).add(first[-1])
            elif not first and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss"):
                alone.add(token.text)
        found = frozenset(name for name in alone if len(bearers.get(name, ())) == 1)
        _KNOWN[doc] = found
    return found
