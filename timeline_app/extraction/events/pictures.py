"""What pictures show and when they were taken: the first is told of its day, the second is no event."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.tree import child, finite
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_SHOWING = frozenset(("show", "depict", "reveal"))
_REACH = 12  # words that a picture may stand before "taken at 10:41"


def is_shown(verb: "Token") -> bool:
    """ "A satellite image of 5 May shows tanks", "A form dated 5 May names Dorn": what either tells of its day."""
    seems = verb.dep_ == "xcomp" and verb.head.lemma_ in ("appear", "seem")  # "pictures appear to show tanks"
    own = child(verb.head if seems else verb, "nsubj")
    if own is None or child(verb, "dobj", "ccomp") is None:
        return False
    if verb.lemma_ in _SHOWING and own.lemma_.lower() in words("events_nouns", "nouns", "pictures"):
        return True
    return verb.lemma_ in words(_CUES, "verbs", "noting") and _dated_paper(own) is not None


def _dated_paper(noun: "Token") -> "Token | None":
    """ "An invoice dated 12 March": the word for its date."""
    dated = next((c for c in noun.children if c.dep_ == "acl" and c.lower_ == "dated"), None)
    is_paper = noun.lemma_.lower() in words("events_nouns", "nouns", "papers") | words(
        "events_nouns", "nouns", "records"
    )
    return dated if is_paper else None


def shown_by_picture(verb: "Token") -> "Token | None":
    """ "Pictures taken on 5 May show tanks near Tarn": the clause on when they were taken, by what they show."""
    own = child(verb, "nsubj") if is_shown(verb) else None
    taken = child(own, "acl") if own is not None else None
    return taken if taken is not None and taken.lemma_.lower() in words(_CUES, "verbs", "picturing") else None


def is_of_picture(verb: "Token") -> bool:
    """ "a photograph of the pier taken at 10:41": when it was taken tells nothing of what it shows."""
    thing = verb.head
    bare = verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and finite(verb) is None
    if not bare or verb.lemma_.lower() not in words(_CUES, "verbs", "picturing"):
        return False
    if thing.ent_type_ == "PERSON" or thing.lemma_.lower() in words("events_nouns", "nouns", "people"):
        return False
    shown = words("events_nouns", "nouns", "pictures")
    if any(c.lemma_.lower() in shown for c in thing.children if c.dep_ == "compound"):
        return False  # "a video confession, recorded on Monday"
    return any(t.lemma_.lower() in shown for t in verb.doc[max(verb.i - _REACH, verb.sent.start) : verb.i])
