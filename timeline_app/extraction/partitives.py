"""Clauses on a part of those told of before: "the first of whom", "two of which"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))


def lower_partitive(clause: "Token") -> None:
    """ "300 soldiers, the first of whom arrived at noon": the clause is the soldiers', and the first is its subject."""
    own = next((c for c in clause.children if c.dep_ in _SUBJECTS and c.i < clause.i), None)
    part = clause.head if clause.dep_ == "relcl" else own
    of = next((c for c in part.children if c.dep_ == "prep" and c.lower_ == "of"), None) if part is not None else None
    whom = clause.doc[of.i + 1] if of is not None and of.i + 1 < clause.i else None
    if part is None or of is None or whom is None or whom.lower_ not in ("whom", "which"):
        return
    first = part.left_edge.i
    noun = clause.doc[first - 2] if first > 1 and clause.doc[first - 1].text == "," else part
    if noun is part or not noun.tag_.startswith("NN"):
        return
    clause.dep_ = "relcl"
    clause.attach(noun)
    whom.dep_ = "pobj"
    whom.attach(of)
    part.dep_ = "nsubj"
    part.attach(clause)


def lower_aside(verb: "Token") -> None:
    """ "The bodies of 35 men, many of them burned, were found": the men were burned, and the bodies found."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i]
    main = next((c for c in verb.children if c.dep_ == "conj" and c.i > verb.i and _is_helped(c)), None)
    if main is None or len(own) != 2 or verb.tag_ not in ("VBD", "VBN") or _is_helped(verb):
        return
    thing, part = own
    of = next((c for c in part.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    helper = next(c for c in main.children if c.dep_ in ("aux", "auxpass"))
    parted = verb.doc[part.left_edge.i - 1].text == "," and verb.doc[helper.i - 1].text == ","
    if of is None or not parted or not any(c.lower_ in ("them", "whom", "these", "which") for c in of.children):
        return
    moved = [c for c in verb.children if c.i < part.left_edge.i or c.i >= helper.i - 1]
    main.dep_ = verb.dep_
    main.attach(main if verb.head is verb else verb.head)
    for word in moved:
        if word is not main:
            word.attach(main)
    thing.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in main.children) else "nsubj"
    verb.dep_, verb.tag_, part.dep_ = "acl", "VBN", "nsubjpass"
    verb.attach(thing)
    for other in [c for c in verb.children if c.dep_ == "conj"]:
        other.tag_ = "VBN"


def _is_helped(verb: "Token") -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def lower_eldest(verb: "Token") -> None:
    """ "Parents of the girls, the eldest of whom left school, plan to march": the eldest left, and the parents plan."""
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    part = next((c for c in own.children if c.dep_ == "appos" and c.right_edge.i == verb.i - 1), None) if own else None
    main = next((c for c in reversed(verb.children) if c.dep_ == "conj" and c.tag_ in _FINITE), None)
    if own is None or part is None or main is None or verb.doc[main.left_edge.i - 1].lower_ in ("and", "but", "or"):
        return
    if not any(t.lower_ in ("whom", "which") and t.head.lower_ == "of" for t in part.subtree):
        return
    later = [c for c in verb.children if c.i > main.i]
    main.dep_ = "ROOT"
    main.attach(main)
    own.attach(main)
    verb.dep_ = "relcl"
    verb.attach(own)
    part.dep_ = "nsubj"
    part.attach(verb)
    for other in later:
        other.attach(main)
