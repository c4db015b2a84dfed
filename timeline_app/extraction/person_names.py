"""Persons whom the recogniser knows by their whole name, and takes for a place or a people where only the last stands.

"Carlos Ghosn, who ..., was arrested. Ghosn faces charges": what a text introduced as a person's name stays one.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_DOING = frozenset(("nsubj", "nsubjpass", "dobj", "poss", "agent"))
_BEHIND = frozenset(("by", "of", "with", "against", "for"))  # a person stands behind these; "in Lund" is the town


def name_persons(doc: "Doc") -> None:
    """Makes bare last names persons, where the text gives one first name to them and uses them as a doer's."""
    bearers: dict[str, set[str]] = {}
    for token in doc:
        if token.tag_ == "NNP" and token.ent_type_ == "PERSON" and token.dep_ != "compound":
            first = next((c for c in reversed(token.children) if c.dep_ == "compound" and c.i == token.i - 1), None)
            if first is not None and first.ent_type_ == "PERSON":
                bearers.setdefault(token.text, set()).add(first.text)
    for token in doc:
        known = token.tag_ == "NNP" and len(bearers.get(token.text, ())) == 1
        if known and token.ent_type_ != "PERSON" and _stands_alone(token) and _is_acting(token):
            token.ent_type_ = "PERSON"


def _stands_alone(name: "Token") -> bool:
    return name.dep_ != "compound" and not any(c.dep_ == "compound" for c in name.children)


def _is_acting(name: "Token") -> bool:
    return name.dep_ in _DOING or (name.dep_ == "pobj" and name.head.lower_ in _BEHIND)
