"""Where an event happened: the place that its clause names, else the dateline's."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline_app.extraction.events.tree import is_clause_head
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_MOST_WORDS = 60
_LABELS = frozenset(("GPE", "LOC", "FAC"))


def find_place(head: "Token") -> str | None:
    """The finest place that a locative phrase of the event's own clause or noun phrase names."""
    strong = weak = None
    for place, preposition in _places(head):
        if preposition in words(_CUES, "places", "weak"):
            weak = weak or place
        else:
            strong = place  # the last of "at a hotel in Amman" is a city, the first of "in Homs, Syria" too
            break
    return strong or weak


def _places(head: "Token") -> Iterator[tuple[str, str]]:
    """Places with their prepositions, nearest first, within the clause."""
    queue = [c for c in head.children if c.dep_ in ("prep", "agent", "dobj", "attr", "pcomp", "advcl", "xcomp")]
    for _ in range(_MOST_WORDS):
        if not queue:
            return
        word = queue.pop(0)
        if word.dep_ == "prep" and _locates(word):
            for c in word.children:
                if c.dep_ == "pobj" and _is_place(c, word.lower_):
                    yield entity_text(c), word.lower_
        if not is_clause_head(word) or word.dep_ in ("xcomp", "advcl", "acl"):
            queue.extend(c for c in word.children if c.dep_ in ("prep", "pobj", "dobj", "acl", "conj", "nsubj"))


def _locates(preposition: "Token") -> bool:
    """Whether a preposition places something; "ambassador to Jordan" does not."""
    locative = preposition.lower_ in words(_CUES, "places", "locative")
    if preposition.lower_ in ("from", "to") and not is_clause_head(preposition.head):
        return False  # "imports from Kordia"
    return locative and preposition.head.lemma_ not in words(_CUES, "places", "elsewhere")


def _is_place(noun: "Token", preposition: str) -> bool:
    """A named place; a name of no known sort is one after "in" and "near"."""
    if noun.ent_type_ in _LABELS:
        return True
    return noun.pos_ == "PROPN" and preposition in ("in", "near") and noun.ent_type_ in ("", "ORG")


def entity_text(token: "Token") -> str:
    """The whole name that a token belongs to."""
    start = end = token.i
    doc = token.doc
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while start >= 2 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_:
        start -= 2  # "Mazar-i-Sharif"
    while end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I":
        end += 1
    text = str(doc[start : end + 1].text)
    return text[4:] if text.startswith("the ") else text
