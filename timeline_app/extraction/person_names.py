"""Persons whom the recogniser knows by their whole name, and takes for a place or a people where only the last stands.

"Carlos Ghosn, who ..., was arrested. Ghosn faces charges": what a text introduced as a person's name stays one.
"""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import words
from timeline_app.extraction.person_sex import is_given_name

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
_ADDRESSES = frozenset(("Mr", "Mrs", "Ms", "Miss"))
_LONGEST_NAME = 3  # words behind "Ms"
_BODIES = frozenset(("of", "for", "at", "with", "to", "in", "from"))
_DOING = frozenset(("nsubj", "nsubjpass", "dobj", "poss", "agent"))
_BEHIND = frozenset(("by", "of", "with", "against", "for"))  # a person stands behind these; "in Lund" is the town


def name_persons(doc: "Doc") -> None:
    """Makes bare last names persons, where the text gives one first name to them and uses them as a doer's."""
    bearers: dict[str, set[str]] = {}
    for token in doc:
        if token.text.rstrip(".") in _ADDRESSES:
            _name_addressed(token)
    for token in doc:
        if token.tag_ == "NNP" and token.ent_type_ == "PERSON" and token.dep_ != "compound":
            first = _first_name(token)
            if first is not None and first.ent_type_ == "PERSON":
                bearers.setdefault(token.text, set()).add(first.text)
        elif token.tag_ == "NNP" and _is_person(token):
            bearers.setdefault(token.text, set()).add(token.nbor(-1).text)
            token.ent_type_ = token.nbor(-1).ent_type_ = "PERSON"
    for token in doc:
        if token.text in bearers and token.tag_ == "NN" and _is_named(token):
            token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text
        known = token.tag_ == "NNP" and len(bearers.get(token.text, ())) == 1
        if known and token.ent_type_ != "PERSON" and _stands_alone(token) and _is_acting(token):
            token.ent_type_ = "PERSON"


def _name_addressed(title: "Token") -> None:
    """ "Ms Holt said", read as the name of a firm: who is spoken of so is a person."""
    name = title.head
    if title.dep_ != "compound" or name.tag_ != "NNP" or not title.i < name.i <= title.i + _LONGEST_NAME:
        return
    parts = title.doc[title.i + 1 : name.i + 1]
    if all(t.tag_ == "NNP" for t in parts) and name.ent_type_ != "PERSON" and not _is_thing(name.lower_):
        for part in parts:
            part.ent_type_ = "PERSON"
        title.ent_type_ = ""


def _first_name(name: "Token") -> "Token | None":
    return next((c for c in reversed(name.children) if c.dep_ == "compound" and c.i == name.i - 1), None)


def _is_person(name: "Token") -> bool:
    """ "Gareth Osk, 58, must serve", read as a firm's name: a given name, and then what is no thing's or body's."""
    first = _first_name(name)
    joined = first is not None and first.i > 0 and first.nbor(-1).text == "-"  # "Jean-Paul Marat"
    named = _is_acting(name) or name.dep_ in ("appos", "npadvmod")  # "a farmer, Udo Osk, near the lake"
    if first is None or joined or not named or first.tag_ != "NNP" or not is_given_name(first.lower_):
        return False
    return len([c for c in name.children if c.dep_ == "compound"]) == 1 and not _is_thing(name.lower_)


def _is_thing(word: str) -> bool:
    nouns = ("bodies", "named_after")
    return any(word in words("events_nouns", "nouns", key) for key in nouns)


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
