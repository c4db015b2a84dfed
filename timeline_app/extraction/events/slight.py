"""Clauses that have a day of their own and yet tell nothing that befell on it.

How things are, what somebody only meant to do, when a picture was taken, a bare word.  Read over news and reports by
hand, fewer than two in three of each kind were right; they stay in the list of mentions, off the timeline.
"""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import only_names
from timeline_app.extraction.events.factuality import Factuality, is_present, of_verb
from timeline_app.extraction.events.kinds import kind_of, listed_lemma
from timeline_app.extraction.events.light_verbs import carried_noun, is_attempt, is_speech
from timeline_app.extraction.events.pictures import is_of_picture, is_shown
from timeline_app.extraction.events.tree import auxiliaries, child, children, finite, is_clause_head, subject
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import Modality

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_TELLING = frozenset(("dobj", "attr", "oprd", "acomp", "ccomp", "xcomp", "agent", "nsubjpass", "prt", "expl", "advcl"))


def is_slight(verb: "Token", judged: Factuality, timed: frozenset[int]) -> bool:
    """Whether a dated clause is of a kind that tells no event."""
    return (
        _is_quality(verb)
        or only_names(verb)
        or _only_goes_on(verb, judged)
        or _is_aim(verb)
        or is_of_picture(verb)
        or _is_bare(verb, timed)
        or _only_since_when(verb)
    )


def _is_quality(verb: "Token") -> bool:
    """ "The night was calm", "The crash was similar to another": how a thing is; no "was dead", "is open"."""
    said = child(verb, "acomp") if verb.lemma_ == "be" else None
    if said is None or said.pos_ != "ADJ" or child(verb, "expl") is not None or carried_noun(verb) is not None:
        return False
    return said.lower_ not in words(_CUES, "predicates", "changed") and child(said, "xcomp") is None


def _only_goes_on(verb: "Token", judged: Factuality) -> bool:
    """ "Today some 40,000 worship there", "In a picture of Monday its draught looks unchanged": told as it is."""
    carrier = finite(verb)
    if judged.modality is not Modality.ONGOING or carrier is None or carrier.i != verb.i or not is_present(verb):
        return False
    lemma = verb.lemma_.lower()
    goes_on = lemma in words(_CUES, "governors", "aspectual") | words(_CUES, "verbs", "timetabled")
    goes_on = goes_on or child(verb, "xcomp") is not None
    return (
        not goes_on
        and not is_shown(verb)
        and not is_speech(verb)
        and kind_of(listed_lemma(verb), noun=False) is None
        and _is_plain(verb)
    )


def _is_plain(verb: "Token") -> bool:
    """Whether a verb carries no event: no "holds talks today", "is in Ankara today"."""
    return carried_noun(verb) is None and (verb.lemma_ != "be" or child(verb, "attr", "acomp") is not None)


def _is_aim(verb: "Token") -> bool:
    """ "was there to launch a book", "was willing to skip a class": meant, and not said to be done.

    What is arranged or decided ("is due to open", "plans to open", "a plan to open") is a plan, and stands.
    """
    if not any(h.tag_ == "TO" for h in auxiliaries(verb)):
        return False
    over = verb.head
    if verb.dep_ == "advcl":
        done = finite(over) if is_clause_head(over) else None
        if over.lower_ in words("reporting", "ahead", "granting") and _has_until(over):
            return False  # "gave them until Friday to leave"
        return done is not None and done.tag_ == "VBD" and of_verb(over).modality is Modality.HAPPENED
    if verb.dep_ == "acl":
        return over.lemma_.lower() in words(_CUES, "governors", "efforts")
    if verb.dep_ != "xcomp":
        return False
    if over.pos_ == "ADJ" and over.dep_ in ("acomp", "conj"):
        arranged = words(_CUES, "verbs", "awaiting") | {"ready", "able", "unable", "sure", "bound"}
        return over.lower_ not in arranged or over.dep_ != "acomp"
    return is_attempt(over)


def _has_until(verb: "Token") -> bool:
    return any(c.lower_ in ("until", "till") for c in children(verb, "prep"))


def _is_bare(verb: "Token", timed: frozenset[int]) -> bool:
    """ "Posted on 9 September", "one taken on Monday": a word that says neither who nor what."""
    if verb.dep_ not in ("ROOT", "acl", "pcomp", "ccomp") or auxiliaries(verb) or subject(verb) is not None:
        return False
    if verb.lower_ == "based":
        return True  # "Based on what was known as of 19:30"
    if any(c.dep_ in _TELLING for c in verb.children):
        return False
    phrases = (c for c in children(verb, "prep") if c.i not in timed)
    return not any(c.i not in timed for phrase in phrases for c in phrase.children)


def _only_since_when(verb: "Token") -> bool:
    """ "the most since records began in 1910"."""
    own = child(verb, "nsubj")
    kept = own is not None and own.lower_ in ("records", "recordings", "measurements", "observations")
    return kept and verb.lemma_ in ("begin", "start") and child(verb, "mark", "advmod") is not None


def is_opinion_now(verb: "Token") -> bool:
    """ "The professor says salt is crucial", "has always denied it": said on no one day, and of nothing done."""
    carrier = finite(verb)
    if carrier is None or carrier.tag_ not in ("VBZ", "VBP"):
        return False
    if any(c.dep_ == "advmod" and c.lower_ in words(_CUES, "adverbs", "repeated") for c in verb.children):
        return True
    content = child(verb, "ccomp")
    if content is None:
        return verb.lemma_ in words(_CUES, "speech", "of_clauses")
    if carrier.i != verb.i or not is_clause_head(content):
        return False
    how = of_verb(content).modality
    return how in (Modality.ONGOING, Modality.OPINION) or content.lemma_.lower() in words(_CUES, "verbs", "states")
