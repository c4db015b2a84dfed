"""Verb forms that the tagger took for another form of the same letters: "put", "killed", "abduct"."""

from functools import cache
from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import lexicon, words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token


@cache
def _only_past() -> dict[str, str]:
    """The verbs of the past forms that are no other form of theirs: "retook", no "put"."""
    irregular: dict[str, str] = lexicon("verb_forms")["past"]
    return {past: verb for verb, past in irregular.items() if past not in irregular}


def restore_past(verb: "Token") -> None:
    """ "which the troops retook": a past form that the tagger did not know, read as a present one."""
    known = _only_past().get(verb.lower_)
    if known is None:
        return
    if verb.tag_ in ("VB", "VBP") and verb.lemma_.lower() != known:
        verb.tag_, verb.lemma_ = "VBD", known
    elif verb.tag_ == "NN" and any(c.dep_ == "dobj" for c in verb.children):
        _make_past(verb, known)


def _make_past(verb: "Token", lemma: str) -> None:
    """ "and the army retook Kito", "A plane overshot the runway": who did it may be read as the noun's first part."""
    if not any(c.dep_ == "nsubj" for c in verb.children):
        own = verb.nbor(-1) if verb.i > verb.sent.start else verb
        if own.head is not verb or own.dep_ != "compound":
            return
        own.dep_ = "nsubj"
        for part in [
            c for c in verb.children if c.i < own.i and c.dep_ in ("det", "amod", "compound", "nummod", "poss")
        ]:
            part.attach(own)
    verb.tag_, verb.pos_, verb.lemma_ = "VBD", "VERB", lemma


def is_past_form(verb: "Token") -> bool:
    """ "The army retook the road": one thing's deed in a form without -s that no helper governs is past."""
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    helped = any(c.dep_ in ("aux", "auxpass", "mark") for c in verb.children)
    alone = own is not None and own.tag_ in ("NN", "NNP") and not any(c.dep_ in ("conj", "cc") for c in own.children)
    collective = own is not None and own.lemma_.lower() in words("events_nouns", "nouns", "bodies")
    if not alone or helped or verb.dep_ not in ("ROOT", "conj", "relcl"):
        return False
    return verb.tag_ == "VB" or (verb.tag_ == "VBP" and not collective)


def has_plural_subject(verb: "Token") -> bool:
    """ "Gunmen abduct three engineers": no infinitive."""
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    return own is not None and own.tag_ in ("NNS", "NNPS") and not any(c.dep_ == "aux" for c in verb.children)


def is_done_to(verb: "Token") -> bool:
    """ "She was arrested and deported": a verb that needs an object and has none shares the passive before it."""
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    whole = ("nsubj", "nsubjpass", "dobj", "aux", "ccomp", "xcomp")
    bare = not any(c.dep_ in whole and c.lower_ != "time" for c in verb.children)  # "and freed a second time"
    by = any(c.dep_ == "agent" for c in verb.children)  # "was suspended, cleared by the prosecutor"
    return passive and bare and (by or verb.lemma_.lower() in words("events_cues", "verbs", "done_to"))


def is_past_too(verb: "Token") -> bool:
    """ "killed four and injured eleven": a bare form with an object goes with the past before it, no participle."""
    helped = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in (*verb.children,))
    before = verb.head.tag_ == "VBD" and not any(c.dep_ in ("aux", "auxpass") for c in verb.head.children)
    return before and not helped and verb.lower_.endswith("ed") and any(c.dep_ == "dobj" for c in verb.children)
