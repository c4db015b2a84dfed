"""What a court does by saying so: "The court unanimously allows the appeal", in the present of its judgment's day."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.light_verbs import full_lemma
from timeline_app.extraction.events.tree import child, finite, subject
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token


def rules_now(verb: "Token") -> bool:
    """Whether a court disposes of a case in the present; not what it allows as a rule ("allows parties to file")."""
    if verb.tag_ != "VBZ" or full_lemma(verb) not in words("events_cues", "verbs", "disposing"):
        return False
    carrier, court, case = finite(verb), subject(verb), child(verb, "dobj")
    if carrier is not verb or court is None or case is None or child(verb, "xcomp", "ccomp") is not None:
        return False
    known = any(c.lower_ in ("the", "an", "a", "this") or c.dep_ == "poss" for c in case.children)
    named = court.lemma_.lower() in words("events_nouns", "nouns", "courts")
    return named and known and case.lemma_.lower() in words("events_nouns", "nouns", "cases")
