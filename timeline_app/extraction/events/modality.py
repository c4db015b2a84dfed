"""Whether what a clause tells happened: tense, modals, negation, and the word that governs the clause.

Factuality follows the levels of FactBank (Saurí & Pustejovsky 2009), folded into the six that an analyst reads:
happened, ongoing, planned, possible, denied, opinion.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.tree import auxiliaries, child, clause_head, finite, is_clause_head
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUES = "events_cues"
_REAL = frozenset((Modality.HAPPENED, Modality.ONGOING))
_MAX_CLIMB = 12


@dataclass(frozen=True, slots=True)
class Factuality:
    """Modality of a mention, and whether a negation stands on it."""

    modality: Modality
    negated: bool = False


def factuality(candidate: Candidate) -> Factuality:
    """Modality and polarity of a candidate, read from its own clause and then from what governs it."""
    token = candidate.token
    own = _of_noun(token) if candidate.noun else _of_verb(token)
    if own.modality not in _REAL:
        return own
    above = _from_above(token, candidate.noun)
    return above if above is not None else own


def _of_verb(verb: "Token") -> Factuality:
    """What the verb's own helpers, negation and adverbs say."""
    if is_negated(verb):
        return Factuality(Modality.DENIED, negated=True)
    helpers = auxiliaries(verb)
    modals = {h.lower_ for h in helpers if h.tag_ == "MD"}
    if modals & words(_CUES, "modals", "future"):
        return Factuality(Modality.PLANNED)
    if modals & words(_CUES, "modals", "possible"):
        return _of_modal(verb, modals)
    if _is_conditional(verb) or _has_adverb(verb, "possible"):
        return Factuality(Modality.POSSIBLE)
    if _looks_ahead(verb):
        return Factuality(Modality.PLANNED)
    if verb.dep_ == "ROOT" and verb.sent.text.rstrip().endswith("?"):
        return Factuality(Modality.POSSIBLE)
    return Factuality(Modality.ONGOING if _is_present(verb) else Modality.HAPPENED)


def _of_modal(verb: "Token", modals: set[str]) -> Factuality:
    """ "would" under a past statement is a plan told in the past; the others leave it open."""
    reported = verb.dep_ == "ccomp" and modals <= {"would", "'d", "’d"} and child(verb, "advcl") is None
    return Factuality(Modality.PLANNED if reported else Modality.POSSIBLE)


def is_negated(verb: "Token") -> bool:
    """Whether "not", "never", "no one" or "no" + object stands on the verb."""
    negation = words(_CUES, "negation", "words")
    for c in verb.children:
        if c.dep_ == "neg" or (c.dep_ in ("advmod", "preconj") and c.lower_ in negation):
            return c.lower_ != "only"
        if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "expl") and _is_empty(c):
            return True
        if c.dep_ == "acomp" and c.lower_ in ("unable", "unwilling", "impossible"):
            return True
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def _is_empty(noun: "Token") -> bool:
    """ "no talks", "nobody", "none of them", "neither side"."""
    if noun.lower_ in ("nobody", "nothing", "none", "neither"):
        return True
    return any(c.dep_ in ("det", "preconj") and c.lower_ in ("no", "neither", "zero") for c in noun.children)


def _is_conditional(verb: "Token") -> bool:
    """Inside "if", "unless", "whether"."""
    mark = words(_CUES, "adverbs", "conditional")
    if any(c.dep_ in ("mark", "advmod") and c.lower_ in mark for c in verb.children):
        return True
    first = next(iter(verb.children), None)
    inverted = first is not None and first.dep_ == "aux" and first.lower_ in ("should", "had", "were")
    return inverted and verb.dep_ == "advcl"


def _has_adverb(token: "Token", key: str) -> bool:
    return any(c.dep_ in ("advmod", "npadvmod") and c.lower_ in words(_CUES, "adverbs", key) for c in token.children)


def _looks_ahead(verb: "Token") -> bool:
    """ "is to meet", "is going to", "is set to", "was due to"."""
    if verb.lemma_ == "be":
        ahead = words(_CUES, "governors", "planned")
        return any(
            c.dep_ in ("acomp", "attr") and c.lower_ in ("due", "set", "poised", "slated") for c in verb.children
        ) and bool(ahead)
    return False


def _is_present(verb: "Token") -> bool:
    carrier = finite(verb)
    if carrier is None or carrier.tag_ not in ("VBZ", "VBP"):
        return False
    return not (carrier.lemma_ == "have" and carrier.i != verb.i)


def _of_noun(noun: "Token") -> Factuality:
    """What the determiner and the adjectives of an event noun say."""
    if _is_empty(noun):
        return Factuality(Modality.DENIED, negated=True)
    for c in noun.children:
        if c.dep_ not in ("amod", "advmod", "compound"):
            continue
        for key, modality in (
            ("denied", Modality.DENIED),
            ("possible", Modality.POSSIBLE),
            ("planned", Modality.PLANNED),
        ):
            if c.lower_ in words(_CUES, "adjectives", key):
                return Factuality(modality, negated=key == "denied")
    return Factuality(Modality.HAPPENED)


_NEUTRAL: frozenset[str] = frozenset()


def _from_above(token: "Token", noun: bool) -> Factuality | None:
    """What the governing words make of a clause or noun that looks real by itself; None leaves it real."""
    for _ in range(_MAX_CLIMB):
        above = token.head
        if above.i == token.i:
            return None
        verdict = _governed(token, above, noun)
        if verdict is not None:
            return verdict
        if token.dep_ in ("advcl", "relcl", "parataxis", "appos", "csubj", "nsubj", "nsubjpass"):
            if token.dep_ not in ("nsubj", "nsubjpass"):
                return None
            if not _hosts_subject(above):
                return None
        if is_clause_head(above):
            state = _of_verb(above)
            if state.modality not in _REAL and _spreads(token, above, noun):
                return state
            if not _passes_through(token, above):
                return None
        token = above
    return None


def _hosts_subject(verb: "Token") -> bool:
    """ "the talks will take place": the subject of a verb of occurrence shares its factuality."""
    return verb.lemma_ in words(_CUES, "verbs", "occurrence")


def _spreads(token: "Token", verb: "Token", noun: bool) -> bool:
    """Whether a verb's unreality reaches down to this dependent."""
    return token.dep_ in (
        "xcomp",
        "dobj",
        "attr",
        "prep",
        "pcomp",
        "conj",
        "nsubjpass",
        "nsubj",
        "pobj",
        "oprd",
        "acomp",
    )


def _passes_through(token: "Token", verb: "Token") -> bool:
    """Whether the verb itself stands in a chain that may be unreal higher up."""
    return verb.dep_ in ("xcomp", "conj", "pcomp", "acl", "ccomp", "prep")


def _governed(token: "Token", above: "Token", noun: bool) -> Factuality | None:
    """The verdict of one governing word on its complement."""
    lemma = above.lemma_.lower()
    infinitive = not noun and any(h.tag_ == "TO" for h in auxiliaries(token))
    governors = lambda key: lemma in words(_CUES, "governors", key)  # noqa: E731
    if token.dep_ in ("xcomp", "ccomp", "acl", "advcl", "dobj", "pcomp") or infinitive:
        if governors("denial") and token.dep_ in ("ccomp", "dobj", "xcomp", "pcomp"):
            return Factuality(Modality.DENIED, negated=True)
        if infinitive or token.dep_ == "xcomp":
            if governors("denied"):
                return Factuality(Modality.DENIED, negated=True)
            if governors("implicative"):
                return None
            if infinitive:
                return Factuality(Modality.PLANNED)
    return None
