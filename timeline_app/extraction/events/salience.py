"""Which mentions stand as events of their own, and which are only part of another's title."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.attribution import is_speech, outlet_of, reporting_verb
from timeline_app.extraction.events.candidates import Candidate, is_event_head
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import child, children, finite, has_own_subject, is_clause_head, subject
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUES = "events_cues"
_OWN = frozenset((DateBasis.CLAUSE, DateBasis.NOUN))


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


def stands_alone(candidate: Candidate, modality: Modality, link: TimeLink | None) -> bool:
    """Whether a mention is shown as an event: dated in its own right, or the news of its sentence."""
    if candidate.noun:
        return _noun_stands(candidate.token, link)
    verb = candidate.token
    own = link is not None and link.basis in _OWN
    if own:
        return not (is_speech(verb) and _content(verb) is None and subject(verb) is None)
    if _is_state(verb) or finite(verb) is None and not _is_realised(verb):
        return False
    if is_speech(verb):
        return _statement_stands(verb)
    if reporting_verb(verb) is not None:
        return _content_stands(verb, modality)
    return _is_main(verb) and modality is not Modality.OPINION


def _noun_stands(noun: "Token", link: TimeLink | None) -> bool:
    """A noun stands alone when it is dated by itself and no verb carries it."""
    if link is None or link.basis not in _OWN:
        return False
    carrier = noun.head if noun.dep_ in ("dobj", "nsubj", "nsubjpass") else None
    return carrier is None or not is_clause_head(carrier) or carried_noun(carrier) != noun


def _is_state(verb: "Token") -> bool:
    return verb.lemma_.lower() in words(_CUES, "verbs", "states") and carried_noun(verb) is None


def _is_realised(verb: "Token") -> bool:
    """A participle that tells something done: "talks held in Amman", "..., killing three"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and carried_noun(verb) is not None


def _is_main(verb: "Token") -> bool:
    """The main clause, or one coordinated with it, or a quoted one."""
    while verb.dep_ == "conj" and is_clause_head(verb.head):
        verb = verb.head
    return verb.dep_ == "ROOT" and has_own_subject(verb)


def _content(verb: "Token") -> "Token | None":
    return child(verb, "ccomp")


def _statement_stands(verb: "Token") -> bool:
    """A statement is news when a named person or office makes it; a news outlet's report is not."""
    speaker = subject(verb)
    if speaker is None or not _is_main(verb):
        return False
    if outlet_of(speaker) is not None or speaker.lemma_.lower() in ("report", "reports", "source", "it", "this"):
        return child(verb, "dobj") is not None and _content(verb) is None
    return any(
        t.ent_type_ or t.pos_ == "PROPN" for t in [speaker, *children(speaker, "compound", "appos", "poss", "amod")]
    )


def _content_stands(verb: "Token", modality: Modality) -> bool:
    """Reported content is news when an outlet reports it as done."""
    statement = reporting_verb(verb)
    if statement is None or verb.head.i != statement.i and verb.dep_ != "ROOT":
        return False
    if modality not in (Modality.HAPPENED, Modality.DENIED, Modality.PLANNED):
        return False
    speaker = subject(statement)
    return speaker is not None and (outlet_of(speaker) is not None or speaker.lemma_.lower() in ("report", "source"))
