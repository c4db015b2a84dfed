"""What a pronoun stands for by the clause that its own clause hangs on, or that stands right before it."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.pronoun_fit import can_act, is_thing
from timeline_app.extraction.events.tree import child, clause_head, is_passive, is_set_apart, subject

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

WHERE = frozenset(("GPE", "LOC", "DATE", "TIME"))
PLACES = frozenset(("coast", "shore", "shores", "port", "city", "town", "island", "village", "province", "capital"))


def same_above(pronoun: "Token") -> "Token | None":
    """ "it would buy the firm, which it had sold": in a clause on an object, the subject of the clause above."""
    clause = pronoun.head
    above = clause_head(clause.head) if clause.dep_ == "relcl" and pronoun.dep_ in ("nsubj", "nsubjpass") else None
    own = child(above, "nsubj", "nsubjpass") if above is not None and above is not clause else None
    return own if own is not None and own.lower_ == pronoun.lower_ and own.i < pronoun.i else None


def object_above(pronoun: "Token") -> "Token | None":
    """ "Thousands fled Osk after its port fell": of the clause above, where who did it is several."""
    clause = clause_head(pronoun)
    own = subject(clause.head) if clause.dep_ == "advcl" else None
    thing = child(clause.head, "dobj")
    several = own is not None and own.tag_ in ("NNS", "NNPS")
    return thing if several and thing is not None and thing.i < pronoun.i and is_thing(thing) else None


def doer_above(pronoun: "Token") -> "Token | None":
    """ "The group has attacked ships since May, when it took the port": who acts in the clause above, or its owner.

    "The bank's problems began in 2021, when it bought a rival": the bank.
    """
    clause = pronoun.head
    over = clause.head
    opened = any(c.tag_ == "WRB" for c in clause.children)
    if pronoun.dep_ != "nsubj" or clause.dep_ not in ("advcl", "relcl") or not opened or is_passive(clause):
        return None
    above = clause_head(over)
    own = child(above, "nsubj", "nsubjpass")
    if own is None or own.i > pronoun.i:
        return None
    owner = child(own, "poss") if own.tag_ in ("NNS", "NNPS") else own
    return owner if owner is not None and owner.pos_ != "PRON" and is_thing(owner) and can_act(owner) else None


def undergoer_above(pronoun: "Token") -> "Token | None":
    """ "We matched the crane to the yard, where it was built": what the clause above does something to, or is about."""
    clause = pronoun.head
    opened = clause.dep_ in ("advcl", "relcl") and any(c.tag_ == "WRB" for c in clause.children)
    if pronoun.dep_ != "nsubjpass" or not opened or clause.head.i > pronoun.i:
        return None
    above = clause_head(clause.head)
    own, thing = child(above, "nsubj", "nsubjpass"), child(above, "dobj")
    if thing is not None and thing.lemma_.lower() not in PLACES and thing.ent_type_ not in WHERE:
        doer = own is not None and (own.pos_ == "PRON" or own.ent_type_ in ("PERSON", "ORG"))
        return thing if doer and is_thing(thing) and thing.i < pronoun.i else None
    known = own is not None and own.pos_ != "PRON" and is_thing(own) and own.ent_type_ not in WHERE
    return own if known and above.pos_ in ("AUX", "VERB") else None


def counted_above(pronoun: "Token") -> "Token | None":
    """ "All three were held until May, when they are due in court": the three."""
    clause = pronoun.head
    opened = clause.dep_ in ("relcl", "advcl") and any(c.tag_ == "WRB" for c in clause.children)
    own = child(clause_head(clause.head), "nsubj", "nsubjpass") if opened else None
    return own if own is not None and own.tag_ == "CD" and own.i < pronoun.i else None


def object_of_first(pronoun: "Token") -> "Token | None":
    """ "approved the sale in May, and it was completed": who had approved it would have been left unsaid."""
    verb, first = pronoun.head, pronoun.head.head
    done = pronoun.dep_ == "nsubjpass" and verb.dep_ == "conj" and not is_passive(first)
    thing = child(first, "dobj") if done else None
    return thing if thing is not None and is_thing(thing) and thing.ent_type_ not in WHERE else None


def before_semicolon(pronoun: "Token") -> "Token | None":
    """ "We found nine shells; they were blown up": the verb of the first clause, whose object the second is about."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubjpass" or verb.dep_ != "ROOT":
        return None
    return next((c for c in verb.children if c.dep_ == "ccomp" and is_set_apart(c) and child(c, "dobj")), None)
