"""Times of what something is only compared with: "the worst since 1953", "down from 45,000 at noon"."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.tree import child, is_clause_head
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_CUES = "events_cues"
_LONGEST_AMOUNT = 6  # words
_TAKING_AS = frozenset(
    ("identify", "name", "describe", "recognise", "recognize", "classify", "list", "appoint", "swear", "dismiss")
)


def is_superlative(host: "Token") -> bool:
    """ "the worst flood since 1953", "the biggest to hit the coast since 1998": how long it was not so."""
    clause = host.dep_ in ("relcl", "acl") and host.head.dep_ in ("attr", "appos", "pobj", "dobj")
    noun = host.head if clause else child(host, "attr", "dobj") if is_clause_head(host) else host
    around = () if noun is None else (noun, *noun.children)
    return any(t.tag_ in ("JJS", "RBS") or t.lower_ in ("first", "only") or _is_ordinal(t) for t in around)


def _is_ordinal(word: "Token") -> bool:
    """ "the third since June"."""
    return word.tag_ == "JJ" and word.lower_ in words(_CUES, "titles", "ordinals")


def is_compared(host: "Token") -> bool:
    """ "lower than in the election last November"."""
    return host.tag_ in ("JJR", "RBR") and any(c.lower_ == "than" for c in host.children)


def is_former_level(doc: "Doc", tokens: range) -> bool:
    """ "down from 45,000 at noon", "compared with $18 million in 2017": when it was otherwise."""
    index = tokens[0] - 1
    if index >= 0 and doc[index].pos_ == "ADP":
        index -= 1
    first = index
    while index >= 0 and index > first - _LONGEST_AMOUNT and _is_amount(doc[index]):
        index -= 1
    if index < 1 or index == first:
        return False
    opening = doc[index].lower_
    if opening in ("with", "to", "against"):
        return doc[index - 1].lower_ in ("compared", "compares", "versus")
    return opening in ("from", "versus") and (doc[index - 1].lower_ in ("up", "down") or doc[index - 1].text == ",")


def _is_amount(word: "Token") -> bool:
    """A part of "a record $18.4 million"."""
    return word.like_num or word.is_currency or word.tag_ in ("CD", "NN", "NNS", "DT", "JJ")


def is_same_as(doc: "Doc", tokens: range, host: "Token") -> bool:
    """ "arrested on the same day as his brother": a day that the phrase does not tell; no "identified ... as"."""
    if host.lemma_ in _TAKING_AS or "same" not in {doc[i].lower_ for i in tokens}:
        return False
    return tokens[-1] + 1 < len(doc) and doc[tokens[-1] + 1].lower_ == "as"


def is_stretch_before(doc: "Doc", tokens: range) -> bool:
    """ "were held for days before they were freed": how long, and not when."""
    ends = "before" in (doc[tokens[-1]].lower_, doc[min(tokens[-1] + 1, len(doc) - 1)].lower_)
    lasts = "for" in (doc[tokens[0]].lower_, doc[max(tokens[0] - 1, 0)].lower_)
    return ends and lasts and not any(doc[i].tag_ in ("CD", "NNP") for i in tokens)
