"""Whether what a clause tells happened, as its own words have it and as the word that governs it turns them."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.factuality import (
    DENIED,
    PLANNED,
    POSSIBLE,
    Factuality,
    is_mistaken,
    is_present,
    is_request,
    of_noun,
    of_verb,
)
from timeline_app.extraction.events.governing_words import (
    came_close,
    is_arranged,
    is_asked,
    is_awaited,
    is_cleft,
    is_due,
    is_expected,
    is_foreseen,
    is_wanted,
    keeps_from,
    over_object,
    told_of,
)
from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.light_verbs import (
    carried_noun,
    full_lemma,
    is_content_noun,
    sets_new_day,
)
from timeline_app.extraction.events.polarity import (
    is_empty,
    is_negated,
    is_not_before,
    left_undone,
    neither_nor,
    waits_until,
)
from timeline_app.extraction.events.tree import (
    ancestors,
    auxiliaries,
    child,
    children,
    finite,
    has_own_subject,
    is_clause_head,
    is_set_apart,
)
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import Modality

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_REPAYING = frozenset(("revenge", "retaliation", "retribution", "vengeance", "payback", "punishment"))
_CUES = "events_cues"
_TIME_MARKS = frozenset(("when", "once", "until", "before", "after", "as", "while", "if"))
_CONTENT_PREPOSITIONS = frozenset(("of", "from", "about", "for", "in", "on", "to", "with", "against", "into", "by"))
_IMPLYING = frozenset(("mean", "imply", "indicate", "suggest", "show"))
_BLOWS = frozenset(("assault", "accident", "disaster", "death"))
_MAX_CLIMB = 12


def factuality(candidate: Candidate) -> Factuality:
    """Modality and polarity of a candidate, read from its own clause and then from what governs it."""
    token = candidate.token
    if token.i > 0 and token.doc[token.i - 1].lower_ == "than":
        return POSSIBLE  # "rather fight than surrender"
    return _noun(token) if candidate.noun else _verb(token, 0)


def _verb(verb: "Token", depth: int) -> Factuality:
    own = of_verb(verb)
    if depth > _MAX_CLIMB:
        return own
    if own.real and (is_asked(verb) or is_wanted(verb) or is_awaited(verb)):
        return PLANNED
    if own.real:
        return _of_carried(verb) or _from_governor(verb, depth) or own
    if own.modality is Modality.PLANNED and verb.dep_ in ("ccomp", "csubj", "acl", "relcl"):
        above = _from_governor(verb, depth)
        return above if above is not None and above.modality is not Modality.PLANNED else own
    return own


def _of_carried(verb: "Token") -> Factuality | None:
    """ "the strike planned for Monday", "is scheduled for": the noun's event lies ahead, unless it was called off."""
    if is_expected(verb) or is_foreseen(verb):
        return PLANNED
    if is_due(verb):
        return _called_off(verb.head) if verb.dep_ in ("acl", "relcl") else PLANNED
    noun = carried_noun(verb)
    if noun is None:
        return None
    if (
        verb.lemma_.lower() in words(_CUES, "verbs", "occurrence")
        and (own := of_noun(noun)).modality is Modality.POSSIBLE
    ):
        return own  # "the alleged attack took place"
    if verb.lemma_.lower() not in words(_CUES, "verbs", "scheduling") or not is_arranged(verb):
        return None
    return _called_off(noun) if verb.dep_ in ("acl", "relcl") else PLANNED


def _called_off(noun: "Token") -> Factuality:
    """ "The parade planned for Monday never took place": planned no more; else what is arranged is planned."""
    verdict = _noun(noun)
    return PLANNED if verdict.real else verdict


def _from_governor(verb: "Token", depth: int) -> Factuality | None:
    """What the word above makes of a clause that looks real by itself; None leaves it real."""
    if any(h.tag_ == "TO" for h in auxiliaries(verb)):
        return _infinitive(verb, depth)
    match verb.dep_:
        case "ccomp" if is_set_apart(verb):
            return None
        case "ccomp" if is_request(verb.head):
            return POSSIBLE
        case "conj":
            return _coordinated(verb, depth)
        case "acl" | "relcl" | "ccomp" if is_content_noun(verb.head) and child(verb, "mark") is not None:
            return told_of(verb.head)
        case "relcl" if is_cleft(verb) and is_negated(verb.head.head):
            return DENIED
        case "ccomp" | "csubj" | "csubjpass" | "pcomp" | "xcomp" | "advcl" if verb.head.lemma_ == "be":
            return _predicate(verb)
        case "ccomp" | "csubj" | "csubjpass" | "pcomp" | "xcomp":
            return _complement(verb, depth)
        case "advcl":
            return _adverbial(verb, depth)
        case _:
            return None


def _predicate(verb: "Token") -> Factuality | None:
    """ "it is not true that", "it is unclear whether": what the predicate says of the clause."""
    said = {c.lower_ for c in verb.head.children if c.dep_ in ("acomp", "attr", "advmod")}
    negated = is_negated(verb.head)
    if said & words(_CUES, "predicates", "false"):
        return POSSIBLE if negated else DENIED
    if said & words(_CUES, "predicates", "true") and negated:
        return DENIED
    if verb.dep_ == "csubj" and said & words(_CUES, "predicates", "aims"):
        return DENIED if negated else PLANNED  # "seizing power was never his intention"
    if said & words(_CUES, "predicates", "open") or (negated and said & words(_CUES, "predicates", "known")):
        return POSSIBLE
    return _adverbial(verb, 1) if verb.dep_ == "advcl" else None


def _infinitive(verb: "Token", depth: int) -> Factuality | None:
    """Infinitives are aimed at, unless the governor brings them about or rules them out."""
    lemma = verb.head.lemma_.lower()
    if verb.dep_ == "ROOT" or verb.head.i == verb.i:
        return PLANNED
    if any(waits_until(c) for c in verb.children):
        return PLANNED if any(is_not_before(c) for c in verb.children) else None
    if any(h.lemma_ == "have" for h in auxiliaries(verb)) and is_clause_head(verb.head):
        return POSSIBLE  # "is said to have fled"
    if verb.dep_ == "acl" and is_empty(verb.head):
        return DENIED  # "no plans to leave"
    if verb.dep_ == "xcomp" and lemma == "clear":
        return PLANNED  # "was cleared to sail"
    if verb.dep_ in ("xcomp", "acl", "ccomp", "conj") and lemma in words(_CUES, "governors", "denied"):
        return PLANNED if _unreal(verb.head, depth, Modality.DENIED) else DENIED
    if verb.dep_ == "xcomp" and lemma in words(_CUES, "governors", "possible"):
        return POSSIBLE
    able = verb.dep_ == "xcomp" and lemma == "able" and verb.head.dep_ == "acomp" and is_clause_head(verb.head.head)
    if able or (
        verb.dep_ == "xcomp" and lemma in words(_CUES, "governors", "implicative") and is_clause_head(verb.head)
    ):
        above = _verb(verb.head.head if able else verb.head, depth + 1)
        return None if above.real else above
    if verb.dep_ in ("xcomp", "ccomp") and _unreal(verb.head, depth, Modality.DENIED):
        return DENIED  # "denied that it allowed fighters to cross"
    return PLANNED


def _unreal(verb: "Token", depth: int, modality: Modality) -> bool:
    return is_clause_head(verb) and _verb(verb, depth + 1).modality is modality


def _coordinated(verb: "Token", depth: int) -> Factuality | None:
    """A coordinated verb shares what stands on the first only where it shares its helpers: "did not meet or talk"."""
    if finite(verb) is not None or not is_clause_head(verb.head):
        return None
    above = _verb(verb.head, depth + 1)
    return None if above.real else above


def _complement(verb: "Token", depth: int) -> Factuality | None:
    """Clauses that a verb, noun or preposition takes as its content."""
    governor = verb.head
    if verb.dep_ == "pcomp":
        if governor.lower_ == "without" or left_undone(verb):
            return DENIED
        if governor.lower_ == "to" and (nearly := came_close(governor)):
            return nearly
        if verb.tag_ != "VBG" or governor.lower_ not in _CONTENT_PREPOSITIONS:
            return None
        governor = over_object(governor.head)
        if verb.head.lower_ == "from" and keeps_from(governor):
            return DENIED
    lemma = governor.lemma_.lower()
    if lemma in words(_CUES, "governors", "denial") or (
        verb.tag_ == "VBG" and lemma in words(_CUES, "governors", "denied")
    ):
        return POSSIBLE if is_clause_head(governor) and is_negated(governor) else DENIED
    if is_mistaken(governor):
        return DENIED  # "falsely claimed that", "was wrongly convicted of"
    if verb.dep_ == "ccomp" and (found := _of_what_is_said(governor, depth)) is not None:
        return found
    if governor.lemma_ == "plead" and any(c.lower_ == "guilty" and is_negated(c) for c in governor.children):
        return POSSIBLE  # "pleaded not guilty to stealing it"
    if verb.dep_ == "ccomp" and lemma in words(_CUES, "governors", "opinion"):
        return Factuality(Modality.OPINION)
    if verb.dep_ == "ccomp" and lemma in _IMPLYING and of_verb(governor).modality is Modality.POSSIBLE:
        return POSSIBLE  # "which may mean that it was made in April"
    if lemma in words(_CUES, "governors", "possible"):
        return POSSIBLE
    if verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "xcomp") and lemma in words(_CUES, "governors", "planned"):
        return PLANNED
    if verb.dep_ in ("pcomp", "xcomp") and is_clause_head(governor):
        above = _verb(governor, depth + 1)
        return None if above.real else above
    return None


def _of_what_is_said(verb: "Token", depth: int) -> Factuality | None:
    """What becomes of the content of a verb by what is told of the saying: taken back, wrong, vouched for by nobody."""
    if verb.dep_ == "acl" and is_content_noun(verb.head) and told_of(verb.head).modality is Modality.DENIED:
        return DENIED  # "withdrew a report saying that he had died"
    if verb.dep_ == "xcomp" and verb.head.lower_ in words(_CUES, "predicates", "false"):
        return DENIED  # "it would be wrong to say that"
    own = child(verb, "nsubj")
    if own is not None and own.lemma_.lower() in words(_CUES, "speech", "charging"):
        return POSSIBLE  # "the indictment says that he shot the guard"
    said = (own, *children(own, "appos")) if own is not None else ()  # "Correction, 10 May: an earlier version said"
    if any(t.lower_ == "version" and any(c.lower_ in ("earlier", "previous") for c in t.children) for t in said):
        return DENIED  # "An earlier version of this report said that he had died"
    vouched = verb.lemma_.lower() in words(_CUES, "governors", "vouching")
    if vouched and any(c.lower_ in ("until", "till") for content in children(verb, "ccomp") for c in content.children):
        return None  # "did not report that it had burst until Thursday"
    return POSSIBLE if vouched and _vouches_for_nothing(verb, depth) else None


def _vouches_for_nothing(verb: "Token", depth: int) -> bool:
    """ "could not confirm that 40 had died", "has yet to prove that it was paid": whether it was so stays open."""
    if not is_clause_head(verb):
        return False
    above = verb.head if verb.dep_ == "xcomp" else verb
    yet = any(c.lower_ == "yet" and c.i < verb.i for c in above.children)
    return yet or _verb(verb, depth + 1).modality is Modality.DENIED


def _adverbial(verb: "Token", depth: int) -> Factuality | None:
    """A time clause in the present lies ahead with its main clause; what follows from it shares its reality."""
    if not is_clause_head(verb.head):
        return None
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    participle = verb.tag_ == "VBG" and finite(verb) is None and not marks and verb.i > verb.head.i
    ahead = bool(marks & _TIME_MARKS) and (is_present(verb) or "before" in marks or "until" in marks)
    if not participle and not ahead:
        return None
    above = _verb(verb.head, depth + 1)
    if above.modality is Modality.DENIED and not participle:
        return None
    return None if above.real else Factuality(above.modality if participle else Modality.PLANNED)


def _noun(noun: "Token") -> Factuality:
    """What the determiner, the adjectives and the governing verb say of an event noun."""
    own = of_noun(noun)
    if not own.real:
        return own
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == "NOUN":
        first = first.head
    return _object_of(first) or own


def _object_of(noun: "Token") -> Factuality | None:
    """What the verb over an event noun makes of it; None leaves it real."""
    verb, dep = noun.head, noun.dep_
    if dep == "pobj" and verb.lower_ in ("of", "about") and is_content_noun(verb.head):
        told = told_of(verb.head)
        return told if told.modality is Modality.DENIED else None
    if dep == "pobj":
        return _object_of_preposition(noun, verb)
    if dep not in ("dobj", "nsubj", "nsubjpass", "attr") or not is_clause_head(verb):
        return None
    lemma = full_lemma(verb)
    if dep in ("dobj", "nsubjpass") or (lemma == "fail" and noun.lemma_ in words(_CUES, "objects", "tried")):
        verdict = _by_governor(noun, lemma)
        if verdict is not None:
            return POSSIBLE if _verb(verb, 1).modality is Modality.POSSIBLE else verdict
    if not _shares_reality(noun, verb, dep):
        return None
    above = _verb(verb, 1)
    takes_place = lemma in words(_CUES, "verbs", "light") or lemma in ("happen", "occur", "materialise", "materialize")
    if above.modality is Modality.DENIED and not takes_place and dep != "attr":
        return None
    return None if above.real else above


def _by_governor(noun: "Token", lemma: str) -> Factuality | None:
    """ "seeks protection", "delayed the tour", "cancelled talks", "announced cuts"."""
    said = noun.lemma_.lower() in words(_CUES, "objects", "said")
    if lemma == "negotiate" and noun.head.tag_ == "VBD" and child(noun, "det", "poss") is not None:
        return None  # "negotiated the accords of 1979"
    if lemma in words(_CUES, "objects", "denied") and not said:
        return DENIED
    if _is_known(noun):
        return None
    promised = lemma in words(_CUES, "verbs", "promising")
    if promised or ((lemma in words(_CUES, "objects", "planned") or sets_new_day(noun.head)) and not said):
        return PLANNED
    announced = lemma == "announce" and noun.lemma_.lower() in words(_CUES, "objects", "announced")
    return PLANNED if announced else None


def _is_known(noun: "Token") -> bool:
    """ "admitted planning the 3 May attacks": what is called by the day on which it befell."""
    called = any(c.lower_ == "the" for c in noun.children)
    called = called and any(c.ent_type_ in ("DATE", "CARDINAL") and c.i < noun.i for c in noun.children)
    return called and kind_of(noun.lemma_.lower(), noun=True) in _BLOWS


def _shares_reality(noun: "Token", verb: "Token", dep: str) -> bool:
    """Whether the event of the noun is as real as the verb: "will hold talks" yes, "will discuss the talks" no."""
    if verb.lemma_.lower() in words(_CUES, "verbs", "light") or dep == "attr":
        return True
    if dep == "nsubj":
        return verb.lemma_.lower() in words(_CUES, "verbs", "occurrence")
    if dep == "nsubjpass":
        return True
    determiner = child(noun, "det", "poss")
    return determiner is None or determiner.lower_ in ("a", "an", "any", "some", "more", "another")


def _object_of_preposition(noun: "Token", preposition: "Token") -> Factuality | None:
    above = preposition.head
    lemma = above.lemma_.lower()
    if preposition.lower_ == "without" or (preposition.lower_ == "from" and keeps_from(above)):
        return DENIED
    if preposition.lower_ == "than":
        return POSSIBLE
    said = child(above, "dobj")
    repaid = said is not None and said.lemma_.lower() in _REPAYING  # "called it revenge for the bombing"
    if preposition.lower_ == "for" and lemma in words(_CUES, "objects", "for") and not repaid:
        return PLANNED
    if is_clause_head(above) and lemma in words(_CUES, "verbs", "light") and preposition.lower_ in ("of", "into", "in"):
        verdict = _verb(above, 1)
        return None if verdict.real else verdict
    return None


def _is_denied_content(verb: "Token") -> bool:
    """Whether a clause looks real by itself and is denied by what governs it."""
    return verb.dep_ == "ccomp" and of_verb(verb).real and _verb(verb, 1).modality is Modality.DENIED


def told_by(candidate: Candidate, judged: Factuality) -> "Token | None":
    """The finite verb whose clause shows that a candidate is not real, where its own words do not show it.

    "denies attacking", "plans to withdraw", "cancelled the talks": the title must keep the governing verb.
    """
    token = candidate.token
    if not candidate.noun and (coordinate := neither_nor(token)) is not None:
        return coordinate
    own = of_noun(token) if candidate.noun else of_verb(token)
    asked = not candidate.noun and (is_asked(token) or is_wanted(token))
    finite_clause = not candidate.noun and finite(token) is not None and not asked
    shown = own == judged and (candidate.noun or finite_clause)
    arranged = token.dep_ not in ("acl", "relcl") or judged.modality is not Modality.DENIED
    if (
        judged.real
        or shown
        or (finite_clause and (token.dep_ == "advcl" or (arranged and _of_carried(token) == judged)))
    ):
        return None
    if not candidate.noun and token.dep_ == "conj" and is_due(token):
        return None  # "was announced in March, promised for April": its own words show it
    if token.dep_ == "conj" and finite(token) is None and of_verb(token.head) == judged and finite(token.head):
        return None  # "will close the plant and cut jobs": the helpers are shared
    below = token
    for above in ancestors(token):
        if below.dep_ == "conj" and has_own_subject(below) and not asked:
            return None
        if is_clause_head(above) and finite(above) is not None and not _is_denied_content(above):
            return neither_nor(above) or above
        below = above
    return below if below.i != token.i else None
