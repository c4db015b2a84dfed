"""What bounds a deed, given to the wrong verb: "until", "from" and what something is closed to."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_BOUNDS = frozenset(("until", "till", "from", "since"))
_MAX_CLIMB = 4
_OPEN_TO = frozenset(("close", "open", "reopen", "shut", "seal"))
_MOVING_PARTS = ("aux", "auxpass", "neg", "nsubj", "nsubjpass", "advmod", "mark", "punct", "cc", "conj", "prep")


def return_bound_of_ban(preposition: "Token") -> None:
    """ "was denied visas to enter until last week", "are barred from sailing from June 1": they were kept off."""
    verb = preposition.head
    time = next((c for c in preposition.children if c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME")), None)
    if preposition.lower_ not in _BOUNDS or time is None or preposition.i < verb.i or verb.tag_ not in ("VB", "VBG"):
        return
    aimed = any(c.tag_ == "TO" for c in verb.children) or verb.dep_ == "pcomp"
    above = verb.head
    for _ in range(_MAX_CLIMB if aimed else 0):
        if above.pos_ == "VERB":
            break
        above = above.head
    banned = above.tag_ in ("VBD", "VBN", "VB") and above.lemma_ in words("events_cues", "verbs", "banning")
    lasts = preposition.lower_ == "since" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in above.children)
    if aimed and (banned or lasts):  # "has been in prison for forging notes since 2021"
        preposition.attach(above)


def lower_aim(noun: "Token") -> None:
    """ "was closed to trade from 3 May": a thing, read as what it was closed to do; "was set to land" is a verb."""
    to = next((c for c in noun.children if c.tag_ == "TO" and c.i == noun.i - 1), None)
    verb = noun.head
    if to is None or noun.dep_ != "xcomp":
        return
    if verb.lemma_ not in _OPEN_TO:
        noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_
        return
    for part in [c for c in noun.children if c is not to and c.i > noun.i]:
        part.attach(verb)
    to.tag_, to.pos_, to.dep_ = "IN", "ADP", "prep"
    to.attach(verb)
    noun.dep_ = "pobj"
    noun.attach(to)


def raise_behind_aside(verb: "Token") -> None:
    """ "was not, as first reported, killed": the verb, read as one of those who reported it."""
    aside = verb.head
    be = aside.head
    marked = any(c.lower_ == "as" and c.dep_ == "mark" for c in aside.children)
    helper = be.lemma_ == "be" and be.i < aside.i < verb.i and verb.doc[verb.left_edge.i - 1].text == ","
    if verb.tag_ not in ("VBN", "VBD") or aside.dep_ != "advcl" or not marked or not helper:
        return
    if any(c.dep_ in ("acomp", "attr") for c in be.children):
        return
    above, dep = be.head, be.dep_
    for part in list(be.children):
        if part.dep_ in _MOVING_PARTS or part is aside:
            part.dep_ = "nsubjpass" if part.dep_ == "nsubj" else part.dep_
            part.attach(verb)
    verb.tag_, verb.dep_ = "VBN", dep
    verb.attach(verb if above is be else above)
    be.dep_ = "auxpass"
    be.attach(verb)


def raise_behind_time(verb: "Token") -> None:
    """ "were arrested in May, a year after the bank failed, and went on trial in June": who was arrested did."""
    aside = verb.head
    main = aside.head
    marked = any(c.dep_ == "mark" and c.lower_ in ("after", "before") for c in aside.children)
    joint = next((c for c in aside.children if c.dep_ == "cc" and aside.i < c.i < verb.i), None)
    if aside.dep_ != "advcl" or not marked or joint is None or verb.tag_ != "VBD" or main.i > aside.i:
        return
    start = aside.left_edge.i
    apart = start > 0 and verb.doc[start - 1].text == "," and verb.doc[joint.i - 1].text == ","
    if apart and main.tag_ in ("VBD", "VBN") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        joint.attach(main)
        verb.attach(main)


def name_place_apart(place: "Token") -> None:
    """ "In the capital, Abuja, an explosion killed 24": the place named between commas was read as the subject."""
    verb, doc = place.head, place.doc
    event = next((c for c in place.children if c.dep_ == "appos" and c.i > place.i), None)
    opening = doc[place.i - 2] if place.i > 1 and doc[place.i - 1].text == "," else None
    if event is None or opening is None or opening.dep_ != "pobj" or place.pos_ != "PROPN":
        return
    of_place = opening.lemma_.lower() in words("events_cues", "places", "nouns")
    apart = any(c.text == "," and c.i == place.i + 1 for c in place.children)
    if not of_place or not apart or opening.head.head is not verb:
        return
    event.dep_ = place.dep_
    event.attach(verb)
    place.dep_ = "appos"
    place.attach(opening)
