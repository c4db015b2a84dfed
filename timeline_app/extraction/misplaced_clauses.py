"""Clauses that the parser hung on the wrong word, seen from their pattern and moved to where they belong."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_PLACED = frozenset(("in", "at", "near", "outside"))


def lift_relative(clause: "Token") -> None:
    """ "The laboratory in Kisoro Bay, which was destroyed by fire": what befell a building did not befall the bay."""
    place = clause.head
    preposition = place.head
    thing = preposition.head
    if place.dep_ != "pobj" or not place.tag_.startswith("NNP") or preposition.lower_ not in _PLACED:
        return
    opened = any(c.tag_ == "WDT" and c.lower_ == "which" for c in clause.children)
    comma = clause.doc[clause.left_edge.i - 1].text == "," if clause.left_edge.i > 0 else False
    building = thing.tag_ == "NN" and clause.lemma_.lower() in words("events_cues", "verbs", "of_buildings")
    if opened and comma and building:
        clause.attach(thing)


def lower_main(verb: "Token") -> None:
    """ "The hearing, postponed on Monday, will be held in May": the participle was read as the main verb."""
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    main = next((c for c in verb.children if c.dep_ == "conj" and c.i > verb.i), None)
    if own is None or main is None or verb.doc[verb.i - 1].text != "," or own.right_edge.i + 1 < verb.i - 1:
        return
    joined = any(c.dep_ == "cc" for c in verb.children) or verb.doc[main.left_edge.i - 1].text != ","
    helped = [c for c in main.children if c.dep_ in ("aux", "auxpass")]
    carries = main.tag_ in _FINITE or any(c.tag_ in _FINITE for c in helped)
    if joined or not carries or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in main.children):
        return
    main.dep_ = "ROOT"
    main.attach(main)
    for part in [c for c in verb.children if c.i < own.left_edge.i or c.i > main.i or c.i == main.left_edge.i - 1]:
        part.attach(main)
    own.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in helped) else "nsubj"
    own.attach(main)
    verb.tag_, verb.dep_ = "VBN", "acl"
    verb.attach(own)


def lower_infinitive(noun: "Token") -> None:
    """ "reopened to pleasure boats": a noun that was read as an infinitive."""
    to = next((c for c in noun.children if c.tag_ == "TO" and c.i == noun.i - 1), None)
    things = next((c for c in noun.children if c.dep_ == "dobj" and c.i == noun.i + 1), None)
    if to is None or things is None or noun.lower_ not in words("events_nouns", "nouns", "not_verbs"):
        return
    verb = noun.head
    to.tag_, to.pos_, to.dep_ = "IN", "ADP", "prep"
    to.attach(verb)
    for part in [c for c in noun.children if c is not things]:
        part.attach(verb)
    things.dep_ = "pobj"
    things.attach(to)
    noun.tag_, noun.pos_, noun.dep_ = "NN", "NOUN", "compound"
    noun.attach(things)
