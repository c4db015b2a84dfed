"""Where an event happened: the place that its clause names, else the dateline's."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline_app.extraction.events.tree import child, is_clause_head
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_MOST_WORDS = 60
_MISTAKEN = frozenset(("", "ORG", "PERSON", "NORP", "PRODUCT"))  # what small towns are taken for
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
    return strong or weak or _object_place(head)


def _object_place(head: "Token") -> str | None:
    """ "shelled Kherson", "visited Bakhmut": where the object of the deed is a place."""
    if head.lemma_.lower() not in words(_CUES, "places", "verbs"):
        return None
    found = next((c for c in head.children if c.dep_ in ("dobj", "nsubjpass") and c.ent_type_ in _LABELS), None)
    return entity_text(found) if found is not None else None


def _places(head: "Token") -> Iterator[tuple[str, str]]:
    """Places with their prepositions, nearest first, within the clause."""
    deps = ("prep", "agent", "dobj", "attr", "pcomp", "advcl", "xcomp")
    queue = [c for c in head.children if c.dep_ in deps and (c.dep_ != "advcl" or c.i > head.i)]
    for _ in range(_MOST_WORDS):
        if not queue:
            return
        word = queue.pop(0)
        if word.dep_ == "prep" and _locates(word):
            for c in word.children:
                if c.dep_ == "pobj" and (named := _named_after(c)) is not None:
                    yield _place_text(named), word.lower_
                elif c.dep_ == "pobj" and _is_place(c, word):
                    yield _place_text(c), word.lower_
        if not is_clause_head(word) or word.dep_ in ("xcomp", "advcl", "acl"):
            queue.extend(c for c in word.children if c.dep_ in ("prep", "pobj", "dobj", "acl", "conj", "nsubj"))


def _locates(preposition: "Token") -> bool:
    """Whether a preposition places something; "ambassador to Jordan" does not, nor what follows "two years in"."""
    if preposition.head.ent_type_ in ("DATE", "TIME") and preposition.head.pos_ == "NOUN":
        return False
    locative = preposition.lower_ in words(_CUES, "places", "locative")
    if preposition.lower_ in ("from", "to") and not is_clause_head(preposition.head):
        return False  # "imports from Kordia"
    return locative and preposition.head.lemma_ not in words(_CUES, "places", "elsewhere")


def _is_place(noun: "Token", preposition: "Token") -> bool:
    """A named place; a name of no known sort is one after "in" and "near", unless something was written there."""
    if noun.ent_type_ in _LABELS:
        return True
    written = preposition.head.lemma_.lower() in words(_CUES, "speech", "nouns") | words(_CUES, "speech", "content")
    invested = preposition.head.lemma_.lower() in words(_CUES, "places", "invested")
    unknown = noun.pos_ == "PROPN" and noun.ent_type_ in _MISTAKEN and not (written or invested)
    return unknown and preposition.lower_ in ("in", "near", "outside", "off") and child(noun, "poss", "case") is None


def _named_after(noun: "Token") -> "Token | None":
    """ "the town of Bourem", "the coast of Zanzibar": the name of a place that its noun introduces."""
    if noun.lemma_.lower() not in words(_CUES, "places", "nouns"):
        return None
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    name = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return name if name is not None and name.pos_ == "PROPN" and name.ent_type_ != "PERSON" else None


def _place_text(noun: "Token") -> str:
    """The name of a place; of a longer name that the recogniser took for one, only the part in its own phrase."""
    if noun.ent_type_ in _LABELS:
        return entity_text(noun)
    start = noun.i
    while start > 0 and noun.doc[start - 1].dep_ == "compound" and noun.doc[start - 1].head.i == noun.i:
        start -= 1
    return " ".join(t.text for t in noun.doc[start : noun.i + 1])


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
