"""What a clause or a noun says of itself: did it happen, by its own helpers, negation, adverbs and adjectives.

Factuality follows the levels of FactBank (Saurí & Pustejovsky 2009), folded into the six that an analyst reads:
happened, ongoing, planned, possible, denied, opinion.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.extraction.events.light_verbs import is_speech
from timeline_app.extraction.events.pictures import is_shown
from timeline_app.extraction.events.polarity import is_empty, is_negated
from timeline_app.extraction.events.tree import SUBJECTS, auxiliaries, finite, has_own_subject, is_question
from timeline_app.extraction.lexicon import words
from timeline_app.extraction.tense import is_perceived
from timeline_app.model.annotation import Modality

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_REAL = frozenset((Modality.HAPPENED, Modality.ONGOING))
_WOULD = frozenset(("would", "'d", "’d"))


@dataclass(frozen=True, slots=True)
class Factuality:
    """Modality of a mention, and whether a negation stands on it."""

    modality: Modality
    negated: bool = False

    @property
    def real(self) -> bool:
        """Whether it happened or goes on."""
        return self.modality in _REAL


DENIED = Factuality(Modality.DENIED, negated=True)
PLANNED = Factuality(Modality.PLANNED)
POSSIBLE = Factuality(Modality.POSSIBLE)


def of_verb(verb: "Token") -> Factuality:
    """What the verb's own helpers, negation and adverbs say."""
    if is_negated(verb):
        return DENIED
    if is_conditional(verb):
        return POSSIBLE
    modals = {h.lower_ for h in auxiliaries(verb) if h.tag_ == "MD"}
    if modals & _WOULD and any(h.lower_ in ("have", "'ve", "’ve") for h in auxiliaries(verb)):
        return POSSIBLE  # "would have been able to trade": it was not so, or nobody knows
    if modals & words(_CUES, "modals", "future"):
        return POSSIBLE if any(c.dep_ == "advcl" and is_conditional(c) for c in verb.children) else PLANNED
    if modals & words(_CUES, "modals", "opinion"):
        return Factuality(Modality.OPINION)
    if modals <= {"could"} and is_perceived(verb):
        return Factuality(Modality.HAPPENED)
    if modals & words(_CUES, "modals", "possible"):
        return PLANNED if _is_reported_future(verb, modals) else POSSIBLE
    if _has_adverb(verb) or _is_question(verb):
        return POSSIBLE
    if verb.dep_ == "ROOT" and any(h.tag_ == "TO" for h in auxiliaries(verb)):
        return PLANNED  # a headline's "to": "Minister to resign"
    if is_request(verb):
        return PLANNED
    told = verb.tag_ in ("VBZ", "VBP") and (is_speech(verb) or is_shown(verb))  # "the ministry says": it has said so
    return Factuality(Modality.ONGOING if is_present(verb) and not told else Modality.HAPPENED)


def _is_reported_future(verb: "Token", modals: set[str]) -> bool:
    """ "said it would cut": a plan told in the past, unless a condition stands on it."""
    conditional = any(c.dep_ == "advcl" and is_conditional(c) for c in verb.children)
    reported = verb.dep_ == "ccomp" and is_speech(verb.head)
    return reported and modals <= _WOULD and not conditional


def is_conditional(verb: "Token") -> bool:
    """Whether the clause stands inside "if", "unless", "whether", or inverted: "should it come"."""
    marks = words(_CUES, "adverbs", "conditional")
    if any(c.dep_ in ("mark", "advmod") and c.lower_ in marks for c in verb.children):
        return True
    opening = verb.left_edge  # "check if rain has come": hung on the subject by mistake
    if (
        opening.dep_ == "mark"
        and opening.head.dep_ in SUBJECTS
        and opening.head.head is verb
        and opening.lower_ in marks
    ):
        return True
    inverted = [c.i for c in verb.children if c.dep_ == "aux" and c.lower_ in ("should", "had", "were")]
    subjects = [c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return bool(inverted and subjects) and inverted[0] < subjects[0]


def _has_adverb(token: "Token") -> bool:
    adverbs = words(_CUES, "adverbs", "possible")
    return any(c.dep_ in ("advmod", "npadvmod") and c.lower_ in adverbs for c in token.children)


def is_mistaken(verb: "Token") -> bool:
    """ "falsely claimed", "was wrongly convicted": what it takes for true is not."""
    return any(c.dep_ == "advmod" and c.lower_ in words(_CUES, "adverbs", "mistaken") for c in verb.children)


def _is_question(verb: "Token") -> bool:
    return bool(verb.dep_ == "ROOT" and is_question(verb))


def is_present(verb: "Token") -> bool:
    """Whether the clause stands in the present tense; the perfect does not."""
    carrier = finite(verb)
    if carrier is None or carrier.tag_ not in ("VBZ", "VBP"):
        return False
    return bool(carrier.lemma_ != "have" or carrier.i == verb.i)


def is_request(verb: "Token") -> bool:
    """ "Please confirm that ...", "Do not delete ...": an imperative, whose content is asked for."""
    helped = any(h.lower_ != "do" for h in auxiliaries(verb))
    return bool(verb.dep_ == "ROOT" and verb.tag_ == "VB" and not helped and not has_own_subject(verb))


def of_noun(noun: "Token") -> Factuality:
    """What the determiner and the adjectives of an event noun say."""
    if is_empty(noun):
        return DENIED
    modifiers = {c.lower_ for c in noun.children if c.dep_ in ("amod", "advmod", "compound")}
    if modifiers & words(_CUES, "adjectives", "denied"):
        return DENIED
    if modifiers & words(_CUES, "adjectives", "possible"):
        return POSSIBLE
    return PLANNED if modifiers & words(_CUES, "adjectives", "planned") else Factuality(Modality.HAPPENED)
