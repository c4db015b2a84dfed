"""Times that tell which thing is meant, or how things are, and date nothing that was done."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.tree import child, finite, is_clause_head
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import TimeExpression
from timeline_app.model.granularity import Granularity

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_PLAIN = frozenset(("early", "late", "mid", "same", "last", "next", "previous", "following", "first", "whole", "full"))


def are_told_apart(figures: "Token") -> bool:
    """Whether a clause on figures says when they came."""
    listed = figures.lemma_.lower() in words("events_nouns", "nouns", "figures")
    return listed and any(c.dep_ in ("relcl", "acl") for c in figures.children)


def is_of_months(expression: TimeExpression) -> bool:
    """Whether a time is a month or longer: what figures are of, and no deed."""
    return expression.time is not None and expression.time.granularity.rank >= Granularity.MONTH.rank


def is_of_figures(top: "Token") -> bool:
    """ "withdrew its results for 2019 and the first quarter of 2020": when they are of, not when it was done."""
    while top.dep_ == "conj" and top.head is not top:
        top = top.head
    preposition = top.head
    told = child(preposition.head, "dobj") if preposition.lower_ == "for" and top.dep_ == "pobj" else None
    return told is not None and told.lemma_.lower() in words("events_nouns", "nouns", "figures")


def is_any_night(doc: "Doc", tokens: range, host: "Token") -> bool:
    """ "must have two officers on the bridge at night": of what did not happen it tells no one night."""
    said = len(tokens) == 1 and doc[tokens[0]].lower_ == "night" and doc[tokens[0] - 1].lower_ == "at"
    carrier = finite(host) if said and is_clause_head(host) else None
    return said and (carrier is None or carrier.tag_ != "VBD")


def is_named_by_year(noun: "Token") -> bool:
    """Whether "of 2004" tells which of several things a noun means, and not when something was done."""
    if noun.lower_ in ("those", "that"):
        return True  # "exceeded those of 1988"
    said = noun.pos_ == "NOUN" and any(c.lower_ == "the" for c in noun.children)
    named = noun.dep_ == "pobj" and noun.head.lower_ in ("to", "under", "with", "against")
    return said and named and noun.lemma_.lower() not in words("events_nouns", "nouns", "periods")


def is_of_one(host: "Token", preposition: "Token | None") -> bool:
    """ "twelve such attacks since January, the latest on Friday": the day is that of one among those told of."""
    if preposition is None or host.tag_ not in ("JJ", "JJS", "RBS") or host.i == 0:
        return False
    told = host.dep_ in ("attr", "appos", "conj", "dep", "npadvmod") and is_clause_head(host.head)
    others = told and any(c.dep_ == host.dep_ and c.i != host.i for c in host.head.children)
    return (others or host.dep_ == "appos") and any(c.lower_ == "the" for c in host.children)


def is_described(doc: "Doc", tokens: range, top: "Token", preposition: "Token | None") -> bool:
    """ "raises outlook after record third quarter": results, named by their time."""
    if preposition is None or preposition.lower_ not in ("after", "despite", "following", "on", "amid", "with"):
        return False
    first = doc[tokens[0] - 1]
    said = first.dep_ in ("amod", "nmod", "compound") and first.head is top and first.lower_ not in _PLAIN
    return said and first.tag_ in ("JJ", "JJS", "JJR", "NN", "VBG", "VBN") and not doc[tokens[0]].tag_.startswith("NNP")
