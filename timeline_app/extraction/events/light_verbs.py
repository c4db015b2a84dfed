"""Verbs that only carry the noun which names the event, and verbs of speech."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import is_event_head
from timeline_app.extraction.events.tree import child
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUES = "events_cues"


def is_speech(verb: "Token") -> bool:
    """Whether a verb reports what somebody says."""
    return verb.lemma_.lower() in words(_CUES, "speech", "verbs")


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
    if verb.dep_ == "acl" and lemma in words(_CUES, "verbs", "light") and is_event_head(verb.head):
        return verb.head
    return None
