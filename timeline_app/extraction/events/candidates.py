"""Candidates: the verbs and event nouns of a sentence that tell that something happens."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.extraction.events.kinds import is_event_noun
from timeline_app.extraction.events.tree import AUXILIARIES, child, children
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.extraction.doc import Doc, Token

_NAMING = frozenset(("call", "describe", "term", "label", "dub"))
_EVENT_SUFFIXES = ("tion", "sion", "ment")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that tells an event: its head token and whether it is a noun."""

    token: "Token"
    noun: bool

    @property
    def lemma(self) -> str:
        """Dictionary form in lower case."""
        return str(self.token.lemma_.lower())


def find_candidates(doc: "Doc", timed: frozenset[int]) -> "Iterator[Candidate]":
    """Every candidate of a parsed Doc in text order; tokens in `timed` belong to time expressions and are none."""
    for token in doc:
        if token.i in timed or token.is_space or token.is_punct:
            continue
        if is_event_verb(token):
            yield Candidate(token, noun=False)
        elif is_event_head(token):
            yield Candidate(token, noun=True)


def is_event_verb(token: "Token") -> bool:
    """Whether a verb tells an event: lexical verbs and copulas, not helpers, prepositions and adjectives."""
    if token.dep_ in AUXILIARIES or token.pos_ not in ("VERB", "AUX"):
        return False
    if token.dep_ in ("prep", "amod", "compound", "case", "mark", "cc", "det", "nmod"):
        return False
    if token.pos_ == "AUX" and token.tag_ in ("MD", "TO"):
        return False
    return not (token.dep_ == "advcl" and token.lower_ == "according") and not is_as_told(token)


def is_as_told(verb: "Token") -> bool:
    """ "as announced", "as planned": compares with what was told, and tells nothing itself."""
    bare = verb.dep_ == "advcl" and verb.tag_ == "VBN" and child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is None
    return bare and any(c.lower_ == "as" and c.i == verb.i - 1 for c in verb.children)


def only_names(verb: "Token") -> bool:
    """ "slammed what it called an attack": says how somebody names the thing that the verb before tells of."""
    if verb.dep_ not in ("ccomp", "pcomp", "dobj", "pobj") or verb.lemma_ not in _NAMING or verb.i < verb.head.i:
        return False
    return any(c.lower_ == "what" and c.i < verb.i for c in verb.children)


def is_event_head(token: "Token") -> bool:
    """Whether a noun names an event: listed ones, and derived ones that say whose or when."""
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "nmod", "npadvmod"):
        return False
    lemma = token.lemma_.lower()
    if lemma in words("events_nouns", "nouns", "edges") and _is_of_time(token):
        return False
    if token.pos_ == "PROPN" and token.ent_type_ not in ("", "EVENT"):
        return False
    if lemma in words("events_nouns", "nouns", "sites") and _is_where(token):
        return False
    if lemma in words("events_nouns", "nouns", "bodies") and any(c.tag_ == "NNP" for c in children(token, "compound")):
        return False  # "the Green Belt movement"
    if (
        is_event_noun(lemma)
        or lemma in words("events_nouns", "nouns", "events")
        or _is_put_off(token)
        or _is_next(token)
    ):
        return True
    if (
        token.pos_ == "NOUN"
        and lemma.endswith(_EVENT_SUFFIXES)
        and lemma not in words("events_nouns", "nouns", "not_events")
    ):
        return _says_whose(token)
    return False


def _is_put_off(noun: "Token") -> bool:
    """ "put off the reopening", "the launch was postponed": only events can be."""
    if noun.dep_ not in ("dobj", "nsubjpass") or noun.tag_ != "NN" or noun.ent_type_:
        return False
    particle = child(noun.head, "prt")
    said = noun.head.lemma_.lower() if particle is None else f"{noun.head.lemma_.lower()} {particle.lower_}"
    return said in words("events_cues", "verbs", "putting_off")


def _is_next(noun: "Token") -> bool:
    """ "Next update: Friday, 1 April": what a label says of the next one happens then."""
    label = noun.dep_ == "ROOT" and noun.tag_ == "NN" and noun.i + 1 < len(noun.doc) and noun.nbor().text == ":"
    return label and any(c.lower_ == "next" and c.dep_ == "amod" for c in noun.children)


def _is_of_time(noun: "Token") -> bool:
    """ "the end of the day": part of a time, not an event."""
    of = child(noun, "prep")
    period = child(of, "pobj") if of is not None else None
    return period is not None and period.lemma_.lower() in words("events_nouns", "nouns", "periods")


def _is_where(noun: "Token") -> bool:
    """ "was found at an address in Leeds", "logged in from the same address": a place, and no speech."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("at", "from", "to")


def _says_whose(noun: "Token") -> bool:
    told = any(c.dep_ in ("prep", "agent") and c.lower_ in ("of", "by") for c in noun.children)
    return told or child(noun, "poss") is not None
