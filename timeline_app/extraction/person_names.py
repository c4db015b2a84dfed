"""Persons whom the recogniser knows by their whole name, and takes for a place or a people where only the last stands.

"Carlos Ghosn, who ..., was arrested. Ghosn faces charges": what a text introduced as a person's name stays one.
"""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_LEADING = frozenset(
    (
        "head",
        "chairman",
        "chairwoman",
        "chair",
        "secretary",
        "governor",
        "mayor",
        "coach",
        "commander",
        "editor",
        "founder",
        "premier",
        "ambassador",
        "bishop",
        "archbishop",
        "member",
        "author",
        "envoy",
        "adviser",
        "representative",
        "analyst",
    )
)
_BODIES = frozenset(("of", "for", "at", "with", "to", "in", "from"))
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
        if token.text in bearers and token.tag_ == "NN" and _is_named(token):
            token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text
        known = token.tag_ == "NNP" and len(bearers.get(token.text, ())) == 1
        if known and token.ent_type_ != "PERSON" and _stands_alone(token) and _is_acting(token):
            token.ent_type_ = "PERSON"


def name_leader(name: "Token") -> None:
    """ "the head of the Tarn Institute, Ada Holt, says": the head is called so, not the institute."""
    body, leader = name.head, name.head.head.head
    told = name.ent_type_ == "PERSON" and body.dep_ == "pobj" and body.head.lower_ in _BODIES
    if not told or leader.tag_ not in ("NN", "NNP") or name.doc[name.left_edge.i - 1].text != ",":
        return
    alone = not any(c.dep_ in ("appos", "conj") for c in leader.children)
    alone = alone and any(c.dep_ == "compound" for c in name.children)  # no "head of the chain, Norbank"
    if alone and leader.lemma_.lower() in words("events_nouns", "nouns", "people") | _LEADING:
        name.attach(leader)


def _is_named(word: "Token") -> bool:
    """ "Forest was arrested": the capital is a name's, unless an article or an adjective makes it a thing's."""
    return word.dep_ in _DOING and not any(
        c.dep_ in ("det", "amod", "poss", "compound", "nummod") for c in word.children
    )


def _stands_alone(name: "Token") -> bool:
    return name.dep_ != "compound" and not any(c.dep_ == "compound" for c in name.children)


def _is_acting(name: "Token") -> bool:
    return name.dep_ in _DOING or (name.dep_ == "pobj" and name.head.lower_ in _BEHIND)
