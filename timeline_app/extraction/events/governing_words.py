"""Words that turn the clause under them: who waits for it, arranges it, claims it, comes close to it, keeps it off."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.factuality import (
    DENIED,
    POSSIBLE,
    Factuality,
    is_present,
    of_verb,
)
from timeline_app.extraction.events.polarity import is_negated
from timeline_app.extraction.events.tree import auxiliaries, child, has_own_subject, is_clause_head
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_NEAR = frozenset(("close", "near"))


def is_due(verb: "Token") -> bool:
    """ "The money was promised for 15 April": it was not there yet."""
    passive = (verb.tag_ == "VBN" or verb.dep_ == "acl") and child(verb, "dobj") is None
    arranging = words(_CUES, "verbs", "scheduling") | words(_CUES, "verbs", "calling")
    if not passive or verb.lemma_.lower() not in arranging:
        return False
    days = (child(c, "pobj") for c in verb.children if c.dep_ == "prep" and c.lower_ == "for")
    return any(day is not None and day.ent_type_ == "DATE" for day in days)


def is_arranged(verb: "Token") -> bool:
    """ "is set for Monday" is arranged, "was set by vandals" is not; other verbs of scheduling always are."""
    return verb.lemma_ not in ("set", "fix") or any(
        c.dep_ == "xcomp" or (c.dep_ == "prep" and c.lower_ in ("for", "to")) for c in verb.children
    )


def is_awaited(verb: "Token") -> bool:
    """ "On Friday the council is set to vote", "is due to": what stands in the present is still to come."""
    to_come = child(verb, "xcomp") if verb.lemma_ != "be" else child(child(verb, "acomp") or verb, "xcomp")
    state = verb if verb.lemma_ != "be" else child(verb, "acomp")
    awaited = words(_CUES, "verbs", "awaiting") | words(_CUES, "verbs", "scheduling")
    present = is_present(verb) and (verb.tag_ == "VBN" or verb.lemma_ == "be")
    if not present or to_come is None or state is None or state.lemma_.lower() not in awaited:
        return False
    return any(c.tag_ == "TO" for c in to_come.children)


def is_wanted(verb: "Token") -> bool:
    """ "wants the mine closed by June": a participle that somebody waits for, which a parser may take for a past."""
    bare = verb.tag_ in ("VBN", "VBD") and not auxiliaries(verb) and child(verb, "mark") is None
    bare = bare and verb.i > 0 and verb.nbor(-1).text != ","  # "need the road, closed by a landslide"
    over = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else verb.head
    if not bare or verb.dep_ not in ("acl", "ccomp") or over.lemma_.lower() not in words(_CUES, "verbs", "wanting"):
        return False
    return verb.dep_ == "ccomp" or any(
        c.lower_ == "by" and any(t.ent_type_ == "DATE" for t in c.subtree) for c in verb.children
    )


def is_asked(verb: "Token") -> bool:
    """ "recommends that the bank respond", "that the panels be removed": a bare form states nothing."""
    clause = verb
    while clause.dep_ == "conj" and is_clause_head(clause.head):
        clause = clause.head
    helpers = auxiliaries(verb)
    carrier = helpers[0] if helpers else verb
    asked = clause.head.lemma_.lower() in words(_CUES, "governors", "asked")
    return asked and clause.dep_ == "ccomp" and carrier.tag_ == "VB" and has_own_subject(verb)


def is_expected(verb: "Token") -> bool:
    """ "hours before parliament was due to convene": what was to be is not said to have been."""
    said = child(verb, "acomp") if verb.lemma_ == "be" else None
    return said is not None and said.lower_ in words(_CUES, "verbs", "awaiting")


def is_foreseen(verb: "Token") -> bool:
    """ "the rain forecast for today", "a vote, expected today": still to come; no "forecast by the bank in 2016"."""
    bare = verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and not auxiliaries(verb)
    if not bare or verb.lemma_.lower() not in words(_CUES, "verbs", "foreseeing"):
        return False
    return not any(c.dep_ == "agent" or (c.lower_ == "in" and _has_date(c)) for c in verb.children)


def _has_date(preposition: "Token") -> bool:
    return any(c.ent_type_ == "DATE" for c in preposition.children)


def is_cleft(verb: "Token") -> bool:
    """ "It was not the army that shelled the school"."""
    be = verb.head.head
    opened = any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in be.children)
    return bool(verb.head.dep_ == "attr" and be.lemma_ == "be" and opened)


def told_of(noun: "Token") -> Factuality:
    """What a claim, a report or evidence tells: open, and denied where the claim is rejected or false."""
    verb = noun.head
    if is_clause_head(verb):
        lemma = verb.lemma_.lower()
        refused = lemma in words(_CUES, "governors", "denial") or lemma in words(_CUES, "governors", "retraction")
        denied = refused and noun.dep_ in ("dobj", "nsubjpass")
        false = (noun.dep_ in ("nsubj", "nsubjpass") and _is_false(verb)) or _is_called_false(noun)
        if (denied or false) and not is_negated(verb):
            return DENIED
    return POSSIBLE


def _is_false(verb: "Token") -> bool:
    return any(c.dep_ in ("acomp", "attr") and c.lower_ in words(_CUES, "predicates", "false") for c in verb.children)


def _is_called_false(noun: "Token") -> bool:
    """ "called reports of a clash pure invention"."""
    named = (c for c in noun.head.children if c.dep_ == "oprd" and c.i > noun.i)
    return noun.dep_ in ("dobj", "oprd", "nsubj") and any(
        c.lower_ in words(_CUES, "predicates", "false") for c in named
    )


def came_close(to: "Token") -> Factuality | None:
    """ "came close to signing a truce": it was not signed; who "is close to signing" one may still do so."""
    near = to.head if to.head.lower_ in _NEAR else next((c for c in to.head.children if c.lower_ in _NEAR), None)
    verb = near.head if near is not None and near.i < to.i else None
    if verb is None or not is_clause_head(verb):
        return None
    return DENIED if verb.lemma_ == "come" and of_verb(verb).real and not is_present(verb) else POSSIBLE


def over_object(governor: "Token") -> "Token":
    """ "acquitted the minister of taking bribes": the verb, where the preposition was hung on its object."""
    verb = governor.head
    judging = verb.lemma_.lower() in words(_CUES, "governors", "denied") | words(_CUES, "governors", "possible")
    return verb if governor.dep_ in ("dobj", "nsubjpass") and is_clause_head(verb) and judging else governor


def keeps_from(verb: "Token") -> bool:
    """ "kept the fleet from sailing"."""
    kept = verb.lemma_.lower() in words(_CUES, "governors", "denied") | {"keep", "deter", "bar", "block", "discourage"}
    return is_clause_head(verb) and kept
