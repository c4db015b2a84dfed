"""The tense that a title gives to a clause without one: "by seizing bases" is told as "Japan seized bases"."""

import re
from typing import TYPE_CHECKING

from timeline_app.extraction.events.polarity import is_negated
from timeline_app.extraction.events.tree import (
    AUXILIARIES,
    SUBJECTS,
    child,
    finite,
    has_own_subject,
    is_clause_head,
    is_passive,
    is_question,
    subject,
)
from timeline_app.extraction.lexicon import lexicon, words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_DOING = frozenset(("by", "in"))  # what the subject does, which a passive clause does not name
_BESIDE = frozenset(("after", "before", "until", "till", "upon"))
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_UNTIL_DONE = frozenset(("until", "till", "when", "once"))
_OPENING = frozenset(("start", "begin", "open", "end"))  # "the match starting on Friday"
_SEEING = frozenset(("show", "see", "watch", "hear", "film", "photograph", "spot", "observe", "notice", "witness"))
_PLURALS = frozenset(("they", "we", "you"))


def doer(verb: "Token") -> "Token | None":
    """Who does what an -ing form tells: the subject of the clause in which "by seizing bases" stands."""
    own = subject(verb)
    above = _clause_above(verb) if own is None and _is_told_as_done(verb) else None
    return subject(above) if above is not None else own


def finite_forms(verb: "Token", own: "Token | None", *, done: bool = False) -> dict[int, str]:
    """The words of a clause without tense that its title tells in the past, by their place; none where unsure.

    `own` is who the clause is about; `done` tells that what stands behind "after" was done, whatever the tense above.
    """
    if own is not None and _shares_passive(verb, own):
        shared = [c.lower_ for c in verb.head.children if c.dep_ in AUXILIARIES and c.i < verb.head.i]
        helper = was(own) if shared in (["was"], ["were"]) else " ".join(shared)  # "should be cut and plants closed"
        return {verb.i: f"{helper} {verb.text}"}
    if own is None or finite(verb) is not None:
        return {}
    helpers = {c.lower_: c for c in verb.children if c.dep_ in AUXILIARIES}
    having, been, being = helpers.get("having"), helpers.get("been"), helpers.get("being")
    if having is not None:  # "Gallo, having been assigned the case, asked"
        return {having.i: "had"} if been is None else {having.i: was(own), been.i: ""}
    if being is not None and _is_seen(verb):
        return {being.i: was(own)}
    if _is_beside(verb):
        return {verb.i: past(verb)} if not helpers else {}
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.lemma_ in _OPENING and not helpers:
        several = own.tag_ in ("NNS", "NNPS")
        return {verb.i: past(verb) if done else verb.lemma_ if several else f"{verb.lemma_}s"}
    after = done and verb.dep_ == "pcomp" and verb.head.lower_ == "after" and child(verb, "neg") is None
    if not after and not _is_told_as_done(verb):
        return {}
    if being is not None:
        return {being.i: was(own)}
    return {verb.i: past(verb)} if verb.tag_ == "VBG" and not helpers else {}


def _shares_passive(verb: "Token", own: "Token") -> bool:
    """ "Ten were killed and hundreds injured": a helper that the second verb leaves out."""
    done_to = verb.tag_ == "VBN" or (
        verb.tag_ == "VBD" and verb.lemma_.lower() in words("events_cues", "verbs", "done_to")
    )
    second = verb.dep_ == "conj" and child(verb, *SUBJECTS) is own and is_passive(verb.head)
    return second and done_to and not any(c.dep_ in (*AUXILIARIES, "dobj", "ccomp") for c in verb.children)


def bare_passive(verb: "Token", own: "Token | None") -> dict[int, str]:
    """ "Recalled in 1984, he resigned", "held out until relieved": what was done to the subject, with a helper."""
    done = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.lower_.endswith("ed"))
    marks = [c for c in verb.children if c.dep_ == "mark" or c.tag_ == "WRB"]
    marked = bool(marks) and all(c.lower_ in _UNTIL_DONE for c in marks)
    apart = verb.i < verb.head.i or (own is not None and own.i == verb.left_edge.i - 2)
    opens = verb.dep_ == "advcl" and done and (marked or (apart and not marks))
    bare = not any(c.dep_ in (*AUXILIARIES, "dobj", "nsubj", "nsubjpass") for c in verb.children)
    carrier = finite(verb.head) if opens and bare else None
    told = carrier is not None and carrier.tag_ in ("VBD", "VBZ", "VBP")
    return {verb.i: f"{was(own)} {verb.lower_}"} if told and own is not None else {}


def reduced_passive(verb: "Token", own: "Token | None") -> dict[int, str]:
    """ "The law, passed in 2010, bars …": what was done to a noun, told with a helper."""
    top = verb
    while top.dep_ == "conj" and top.head.tag_ == "VBN" and top.head.i != top.i:
        top = top.head
    if own is None or top.dep_ != "acl" or verb.tag_ != "VBN" or own.i != top.head.i or own.pos_ == "PRON":
        return {}
    does = verb.lemma_.lower() in words("events_cues", "verbs", "intransitive") or _hangs_on_nothing(own)
    alone = not any(c.dep_ in (*AUXILIARIES, *SUBJECTS, "dobj", "ccomp", "mark") for c in verb.children)
    return {verb.i: f"{was(own)} {verb.text}"} if alone and not does else {}


def _hangs_on_nothing(noun: "Token") -> bool:
    """ "Norbank, once a star, filed for insolvency": where no verb is above, the participle is the lost main verb."""
    while noun.dep_ in ("appos", "conj", "dep") and noun.head.i != noun.i:
        noun = noun.head
    return noun.dep_ == "ROOT"


def shared_helpers(verb: "Token") -> str:
    """ "has met and (has) signed": the helpers and the negation that a coordinated verb shares."""
    if (
        verb.dep_ != "conj"
        or (finite(verb) is not None and not _is_participle(verb))
        or any(c.dep_ in AUXILIARIES for c in verb.children)
    ):
        return ""
    shared = ("aux", "neg") if verb.tag_ == "VB" else ("aux", "auxpass", "neg")  # "must be listed and (must) pay"
    helpers = [c.text for c in verb.head.children if c.dep_ in shared and c.i < verb.head.i]
    return " ".join(helpers) + " " if helpers else ""


def _is_participle(verb: "Token") -> bool:
    """ "had taken Oster and begun a siege": a form that is no past, whatever it was tagged as."""
    irregular: dict[str, str] = lexicon("verb_forms")["past"]
    known = irregular.get(verb.lemma_.lower())
    return verb.tag_ == "VBD" and known is not None and verb.lower_ not in (known, verb.lemma_.lower(), "were")


def straight_order(verb: "Token") -> dict[int, str]:
    """ "Only on 5 May did the army admit the strike": as "the army admitted the strike"."""
    own, did = child(verb, *SUBJECTS), next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "did"), None)
    if own is None or did is None or did.i > own.i or verb.tag_ != "VB" or is_negated(verb) or is_question(verb):
        return {}
    opening = verb.doc[verb.sent.start].lower_
    return {did.i: "", verb.i: past(verb)} if opening == "only" else {}


def was(noun: "Token") -> str:
    """The past of "be" that goes with a noun."""
    counted = noun.tag_ == "CD" and noun.lower_ not in ("one", "1")
    named = noun.tag_ == "NNP" and noun.ent_type_ in ("LAW", "EVENT") and noun.lower_.endswith("s")  # "the Accords"
    several = (
        counted
        or named
        or noun.tag_ in ("NNS", "NNPS")
        or noun.lower_ in _PLURALS
        or any(c.dep_ == "conj" for c in noun.children)
    )
    return "were" if several else "was"


def past(verb: "Token") -> str:
    """The simple past of a verb in its -ing form or its plain one: "seized", "drove"."""
    irregular: dict[str, str] = lexicon("verb_forms")["past"]
    if (known := irregular.get(verb.lemma_.lower())) is not None:
        return known
    stem = verb.lower_.removesuffix("ing") if verb.tag_ == "VBG" else _doubled(verb.lemma_.lower())
    if stem.endswith("e"):
        return f"{stem}d"
    return f"{stem[:-1]}ied" if stem.endswith("y") and stem[-2:-1] not in "aeiou" else f"{stem}ed"


def _doubled(lemma: str) -> str:
    """ "stop" as "stopp", to which "-ed" goes: one syllable that ends in one vowel and one consonant."""
    short = _SHORT.fullmatch(lemma) is not None or lemma in words("verb_forms", "like", "doubling")
    return lemma + lemma[-1] if short else lemma


def _is_told_as_done(verb: "Token") -> bool:
    """Whether the clause above tells what was done, and the -ing form what was done with it."""
    above = _clause_above(verb)
    if above is None or has_own_subject(verb) or child(verb, "neg", "mark") is not None:
        return False
    carrier = finite(above)
    told = carrier is not None and (
        carrier.tag_ == "VBD" or (carrier.lower_ in ("has", "have") and carrier is not above)
    )
    return told and not is_negated(above) and verb.lemma_.lower() not in words("verb_forms", "like", "prepositions")


def _is_seen(verb: "Token") -> bool:
    """ "two saw her being led away": what was seen was done."""
    seen = verb.dep_ in ("ccomp", "acl") and verb.tag_ == "VBN"
    over = verb.head if verb.dep_ == "ccomp" else verb.head.head
    return seen and over.lemma_ in _SEEING and (finite(over) is not None or over.tag_ == "VBG")


def _is_beside(verb: "Token") -> bool:
    """ "the town fell, with the 2nd Regiment taking 900 prisoners": what another did meanwhile, told as done."""
    own = child(verb, "nsubj")
    before = verb.doc[own.left_edge.i - 1] if own is not None and own.left_edge.i > 0 else None
    if before is None or own is None or before.lower_ != "with" or verb.tag_ != "VBG" or own.i > verb.i:
        return False
    above = before.head if before.head is not verb else verb.head
    carrier = finite(above) if is_clause_head(above) and above is not verb else None
    return carrier is not None and carrier.tag_ == "VBD" and not is_negated(above) and child(verb, "neg", "aux") is None


def _clause_above(verb: "Token") -> "Token | None":
    """The clause beside which an -ing form tells something."""
    while verb.dep_ == "conj" and verb.head.tag_ == verb.tag_:
        verb = verb.head
    if verb.dep_ == "advcl" and is_clause_head(verb.head):
        return verb.head
    if verb.dep_ != "pcomp" or not is_clause_head(verb.head.head):
        return None
    above = verb.head.head
    active = verb.head.lower_ in _DOING and not is_passive(above) and _succeeds(verb.head)
    return above if active or verb.head.lower_ in _BESIDE else None


def _succeeds(preposition: "Token") -> bool:
    """ "by closing", "succeeded in closing": no "consisted in closing"."""
    return preposition.lower_ == "by" or preposition.head.lemma_ == "succeed"
