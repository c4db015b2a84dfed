"""Verbs that only carry the noun which names the event, and verbs of speech."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import is_event_head
from timeline_app.extraction.events.tree import child, finite
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_HOW = frozenset(("under", "out", "beyond", "without", "off", "of", "against", "behind"))


def is_speech(verb: "Token") -> bool:
    """Whether a verb reports what somebody says; what is added to a list is not said."""
    lemma = verb.lemma_.lower()
    if lemma == "add" and any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children):
        return child(verb, "ccomp") is not None
    if lemma == "recall" and child(verb, "dobj") is not None:
        return False  # "recalled 64,000 cars", "recalled its envoy"
    return lemma in words(_CUES, "speech", "verbs")


def carried_noun(verb: "Token") -> "Token | None":
    """The event noun that a verb without meaning of its own carries: hold talks, talks took place, were conducted."""
    lemma = verb.lemma_.lower()
    if lemma in words(_CUES, "verbs", "light"):
        found = child(verb, "dobj", "nsubjpass")
        if found is not None and found.lower_ != "place" and is_event_head(found):
            return found
    if lemma in words(_CUES, "verbs", "occurrence"):
        found = child(verb, "nsubj", "nsubjpass")
        if found is not None and is_event_head(found):
            return found
    if lemma == "be" and (found := _that_was(verb)) is not None:
        return found
    carries = words(_CUES, "verbs", "light") | words(_CUES, "verbs", "scheduling")
    if verb.dep_ == "acl" and lemma in carries and is_event_head(verb.head):
        return verb.head
    if verb.dep_ == "relcl" and lemma in words(_CUES, "verbs", "scheduling") and is_event_head(verb.head):
        own = child(verb, "nsubjpass")
        return verb.head if own is not None and own.tag_ == "WDT" else None
    return None


def _that_was(verb: "Token") -> "Token | None":
    """ "The last contact was at 00:41", "There was an explosion": what took place."""
    if child(verb, "expl") is not None:
        found = child(verb, "attr")
        return found if found is not None and is_event_head(found) else None
    if (scene := _at_scene(verb)) is not None:
        return scene
    day = child(verb, "attr")
    is_day = day is not None and day.ent_type_ == "DATE"  # "The deadline was 3 May"
    told = child(verb, "acomp", "ccomp", "xcomp", "advcl", "oprd", "dobj") or (None if is_day else day)
    if any(c.dep_ == "prep" and c.lower_ in _HOW for c in verb.children):
        return None  # "The fire was under control at 04:30"
    found = child(verb, "nsubj")
    placed = day if is_day else child(verb, "prep", "npadvmod")
    if told is not None or placed is None or found is None:
        return None
    due = is_day and found.lemma_.lower() in words("events_nouns", "nouns", "days")
    return found if due or is_event_head(found) else None


def _at_scene(verb: "Token") -> "Token | None":
    """ "In 2003 it was the scene of a siege": what took place there."""
    scene = child(verb, "attr")
    of = child(scene, "prep") if scene is not None and scene.lower_ in ("scene", "site") else None
    found = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    return found if found is not None and is_event_head(found) else None


def full_lemma(verb: "Token") -> str:
    """The verb's lemma with its particle: "call off", "push back"."""
    moved = (c for c in verb.children if c.dep_ == "advmod" and c.lower_ in ("back", "forward"))
    particle = child(verb, "prt") or next(moved, None)
    return f"{verb.lemma_.lower()} {particle.lower_}" if particle is not None else str(verb.lemma_.lower())


def is_moving(verb: "Token") -> bool:
    """Whether a verb gives an event another day: postpone, put off, bring forward."""
    moving = words(_CUES, "verbs", "moving")
    return verb.lemma_.lower() in moving or full_lemma(verb) in moving


def sets_new_day(verb: "Token") -> bool:
    """ "pushed back the vote to May": no "pushed back an attack"."""
    full = full_lemma(verb)
    if full == verb.lemma_.lower() or full not in words(_CUES, "verbs", "moving"):
        return False
    return any(c.lower_ in ("to", "until", "till") for part in (verb, *verb.children) for c in part.children)


def is_attempt(verb: "Token") -> bool:
    """ "attempted to retake the town in May": what is told is the attempt, and it was made."""
    done = finite(verb)
    return verb.lemma_.lower() in words(_CUES, "governors", "trying") and done is not None and done.tag_ == "VBD"


def is_content_noun(noun: "Token") -> bool:
    """Whether a noun only says that something is told: claims, reports, evidence that ..."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in words(_CUES, "speech", "content")


def acting_noun(verb: "Token") -> "Token | None":
    """The event noun that did what the verb tells, at its own time: "Monday's attack killed twelve"."""
    if verb.lemma_.lower() not in words(_CUES, "verbs", "result"):
        return None
    found = child(verb, "nsubj")
    return found if found is not None and is_event_head(found) else None
