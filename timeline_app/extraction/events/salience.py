"""Which mentions stand as events of their own, and which are only part of another's title."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.extraction.events.attribution import is_outlet, reporting_verb
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.light_verbs import acting_noun, carried_noun, is_speech
from timeline_app.extraction.events.modality import Factuality
from timeline_app.extraction.events.participants import antecedent
from timeline_app.extraction.events.polarity import is_empty
from timeline_app.extraction.events.repairs import reduced_relative
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import child, children, finite, has_own_subject, is_clause_head, subject
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Mention, Modality
from timeline_app.model.source import SegmentKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUES = "events_cues"
_OWN = frozenset((DateBasis.CLAUSE, DateBasis.NOUN))


def stands_alone(candidate: Candidate, judged: Factuality, link: TimeLink | None, kind: SegmentKind | None) -> bool:
    """Whether a mention is shown as an event: dated in its own right, or the news of its sentence.

    `link` is None for undated mentions and those that only "now" or "recently" dates.
    """
    if candidate.token.i > 0 and candidate.token.doc[candidate.token.i - 1].lower_ == "than":
        return False
    if candidate.noun:
        return _noun_stands(candidate.token, link)
    verb = candidate.token
    if reduced_relative(verb) is not None:
        return False
    basis = link.basis if link is not None else None
    if _points(verb) and not (basis in _OWN and carried_noun(verb) is not None):
        return False
    if basis in _OWN or (basis is DateBasis.GOVERNOR and (_takes_date(verb) or verb.dep_ == "pcomp")):
        return not (is_speech(verb) and not _says_something(verb))
    if _is_state(verb) or finite(verb) is None or _is_nameless(verb):
        return False
    if basis is DateBasis.PUBLICATION and not (is_speech(verb) and _statement_stands(verb)):
        return kind is SegmentKind.HEADLINE
    if is_speech(verb):
        return _statement_stands(verb)
    if reporting_verb(verb) is not None:
        return _content_stands(verb, judged)
    return _is_main(verb) and judged.modality is not Modality.OPINION


def _is_nameless(verb: "Token") -> bool:
    """Whether nothing tells who the subject is: a pronoun that stays open, or none at all."""
    found = subject(verb)
    if found is None:
        return child(verb, "expl") is None
    return found.pos_ == "PRON" and not is_empty(found) and antecedent(found) is None


def _takes_date(verb: "Token") -> bool:
    """Whether the verb tells the event of its noun, and so has the noun's date."""
    return carried_noun(verb) is not None or acting_noun(verb) is not None


def _points(verb: "Token") -> bool:
    """ "This follows a statement": the clause points at what was told instead of telling something."""
    own = child(verb, "nsubj", "nsubjpass", "expl")
    if (
        own is not None
        and own.lower_ in words(_CUES, "titles", "pointers")
        and own.dep_ != "expl"
        and not is_empty(own)
    ):
        found = subject(verb)
        return (found is None or found.i == own.i) and antecedent(own) is None and reporting_verb(verb) is None
    relational = verb.lemma_ in words(_CUES, "verbs", "relational") and verb.tag_ in ("VBZ", "VBP")
    return (
        relational and own is not None and own.lemma_.lower() in ("news", "report", "move", "comment", "announcement")
    )


def _noun_stands(noun: "Token", link: TimeLink | None) -> bool:
    """A noun stands alone when it is dated by itself and no verb carries it."""
    if link is None or link.basis not in _OWN:
        return False
    bare = not any(
        c.dep_ in ("amod", "compound", "nmod", "poss", "prep", "relcl", "acl", "nummod") for c in noun.children
    )
    if bare and kind_of(noun.lemma_.lower(), noun=True) not in words("events_nouns", "nouns", "plain"):
        return False
    carrier = noun.head if noun.dep_ in ("dobj", "nsubj", "nsubjpass") else None
    return carrier is None or not is_clause_head(carrier) or not _takes_over(carrier, noun)


def _takes_over(verb: "Token", noun: "Token") -> bool:
    """Whether the verb's clause tells the noun's event: it carries the noun, or tells what it did."""
    return noun in (carried_noun(verb), acting_noun(verb))


def _is_state(verb: "Token") -> bool:
    return verb.lemma_.lower() in words(_CUES, "verbs", "states") and carried_noun(verb) is None


def _is_main(verb: "Token") -> bool:
    """The main clause, or one coordinated with it."""
    while verb.dep_ == "conj" and is_clause_head(verb.head):
        verb = verb.head
    return verb.dep_ == "ROOT" and has_own_subject(verb)


def _says_something(verb: "Token") -> bool:
    content = ["ccomp", "dobj", "xcomp", "oprd", "nsubjpass"]
    bare = verb.lemma_ in ("say", "tell", "add", "state", "report", "write")
    return child(verb, *content, *([] if bare else ["prep"])) is not None


def _statement_stands(verb: "Token") -> bool:
    """A statement is news when a named person or office makes it; a news outlet's report is not."""
    speaker = subject(verb)
    if speaker is None or not _is_main(verb) or not _says_something(verb) or is_outlet(speaker):
        return False
    around = [speaker, *children(speaker, "compound", "appos", "poss", "amod", "nmod")]
    return any(t.ent_type_ or t.pos_ == "PROPN" for t in around)


def _content_stands(verb: "Token", judged: Factuality) -> bool:
    """Reported content is news when an outlet reports it as done."""
    statement = reporting_verb(verb)
    if statement is None or (verb.head.i != statement.i and verb.dep_ != "ROOT"):
        return False
    speaker = subject(statement)
    open_or_said = judged.modality in (Modality.POSSIBLE, Modality.OPINION)
    return not open_or_said and speaker is not None and is_outlet(speaker)


def told_once(mentions: Sequence[Mention]) -> list[Mention]:
    """Of mentions in one sentence that share a title, only the one dated most directly stands as an event."""
    best: dict[tuple[int, str], Mention] = {}
    for mention in mentions:
        if not mention.salient:
            continue
        place = (mention.sentence.start, mention.title)
        held = best.get(place)
        if held is None or (held.time_refs != mention.time_refs and mention.confidence > held.confidence):
            best[place] = mention
    kept = {m.key for m in best.values()}
    return [m if not m.salient or m.key in kept else replace(m, salient=False) for m in mentions]
