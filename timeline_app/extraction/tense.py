"""The tense of the verb that governs a word: what decides whether "on Friday" looks back or ahead."""

from functools import cache
from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import lexicon, present_forms, words
from timeline_app.model.token import Tense

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
_MODALS = frozenset("will 'll ’ll wo shall sha would 'd ’d may might can ca could should must".split())  # noqa: SIM905
_TO_COME = frozenset(("will", "'ll", "’ll", "shall"))
_BLAMED = frozenset(("accused", "suspected", "blamed", "charged", "convicted", "linked", "tied"))
_BE = frozenset(("is", "are", "am", "'s", "’s", "'re", "’re"))
_HAVE = frozenset(["has", "have", "had", "having", "'ve", "’ve", "'s", "’s", "'d", "’d"])
_RESULTS = frozenset(("result", "earning", "earnings"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_MAX_CLIMB = 40  # deeper than any real clause nests


class TenseReader:
    """Reads the governing tense of each token of one Doc; the way up the tree is walked once."""

    def __init__(self, doc: "Doc") -> None:
        self._parsed = doc.is_parsed
        self._known: dict[int, Tense | None] = {}

    def of(self, token: "Token") -> Tense | None:
        """Tense of the verb that governs `token`, None where there is no finite verb or no parse."""
        if not self._parsed:
            return None
        climbed: list[int] = []
        tense: Tense | None = None
        for _ in range(_MAX_CLIMB):
            if token.i in self._known:
                tense = self._known[token.i]
                break
            climbed.append(token.i)
            tense = (
                _until(token)
                or _declared(token)
                or (verb_tense(token) if token.tag_ in _VERB_TAGS and not _is_hour(token) else None)
            )
            if tense is not None or token.head.i == token.i:
                break
            token = _bereft(token) or token.head
        self._known.update(dict.fromkeys(climbed, tense))
        return tense


def _is_hour(word: "Token") -> bool:
    """ "at 5:15 am": no form of "be"."""
    return word.lower_ == "am" and word.i > 0 and word.doc[word.i - 1].tag_ == "CD"


def _bereft(date: "Token") -> "Token | None":
    """The preposition that a date was parted from by a misreading: "the term that it set on 8 May runs out"."""
    if date.dep_ != "appos":
        return None
    first = min((c.i for c in date.children if c.i < date.i), default=date.i)
    if first == 0:
        return None
    before = date.doc[first - 1]
    is_left = before.dep_ == "prep" and not any(c.i > before.i for c in before.children)
    return before if is_left and before.i > date.head.i else None


def _until(token: "Token") -> Tense | None:
    """ "has been bailed until 12 September": what still holds has its end ahead; and so has what was only asked for."""
    if token.dep_ != "prep":
        return None
    if token.head.dep_ in ("advmod", "prt") and _is_put_off(token, token.head.head):
        return Tense.FUTURE  # "was pushed back to 7 April"
    verb = _verb_over(token)
    if verb is None:
        return None
    if _is_fixed(token, verb) or _is_asked_for(token, verb):
        return Tense.FUTURE
    if verb.i != token.head.i:
        return None
    if _is_put_off(token, verb):
        return Tense.FUTURE
    if token.lower_ == "from" and verb.lower_ in words("reporting", "ahead", "setting"):
        return Tense.PRESENT  # "imposed a curfew from Friday": the nearer one
    if sets_days(token):
        return Tense.FUTURE
    if token.lower_ not in ("until", "till"):
        return None
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    carrier = helpers[0] if helpers else verb
    return Tense.FUTURE if carrier.tag_ in ("VBZ", "VBP") else None


def _declared(day: "Token") -> Tense | None:
    """ "declared Saturday a day of mourning": the day that is made one is mostly to come."""
    verb = day.head
    if verb.lemma_ not in ("declare", "proclaim", "designate") or day.dep_ not in ("npadvmod", "dobj", "nsubj"):
        return None
    made = next((c for c in verb.children if c.dep_ in ("dobj", "oprd", "attr") and c.i > day.i), None)
    named = day.lower_ in _weekdays() and made is not None and made.left_edge.i == day.i + 1
    return Tense.FUTURE if named else None


def sets_days(preposition: "Token") -> bool:
    """ "declared two days of mourning, on Friday and Saturday": whether the days behind it are those that are set."""
    verb = preposition.head
    if preposition.lower_ != "on" or verb.lower_ not in words("reporting", "ahead", "setting"):
        return False
    length = next((c for c in verb.children if c.dep_ == "dobj" and c.i < preposition.i), None)
    if length is None or length.lower_ != "days" or not any(c.dep_ == "nummod" for c in length.children):
        return False
    named = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return named is not None and any(c.dep_ == "conj" for c in named.children)


def _verb_over(preposition: "Token") -> "Token | None":
    """The verb that a preposition hangs on, or on whose object: "called for a march on Saturday"."""
    above = preposition.head
    if above.dep_ == "pobj" and above.head.lower_ == "for":
        above = above.head.head
    elif above.dep_ in ("dobj", "nsubjpass"):
        above = above.head
    return above if above.tag_ in _VERB_TAGS else None


@cache
def _weekdays() -> frozenset[str]:
    names: dict[str, list[str]] = lexicon("weekdays")["weekdays"]
    return frozenset(name for listed in names.values() for name in listed)


def _is_put_off(preposition: "Token", over: "Token") -> bool:
    """ "closed the line until Tuesday", "was moved to 7 April", "put it off to May", "issued a warning for Tuesday"."""
    verb, said = over.lower_, preposition.lower_
    if said in ("until", "till", "to"):
        phrases = (f"{verb} {c.lower_}" for c in over.children if c.dep_ in ("prt", "advmod"))
        if not words("reporting", "ahead", "moving").isdisjoint(phrases):
            return True
    if said in ("until", "till"):
        return verb in words("reporting", "ahead", "stopping")
    if said == "for":
        return any(c.lower_ in _weekdays() for c in preposition.children)
    return said == "to" and verb in words("reporting", "ahead", "moving")


def _is_fixed(preposition: "Token", verb: "Token") -> bool:
    """ "set the hearing for 9 April", "has promised a report by Easter", "gave them until Friday"."""
    said = {"for": "fixing", "by": "promising", "until": "granting", "till": "granting"}.get(preposition.lower_)
    if said == "fixing" and verb.dep_ == "ROOT" and verb.lower_ in words("reporting", "ahead", "promising"):
        return verb.i == preposition.i - 1  # "was promised for 15 June"
    return said is not None and verb.i < preposition.i and verb.lower_ in words("reporting", "ahead", said)


def _is_asked_for(preposition: "Token", verb: "Token") -> bool:
    """ "called for an election in May", "proposed a truce from 20 March": the time is that of what was asked for."""
    if verb.lower_ not in words("reporting", "ahead", "asking") or preposition.i < verb.i:
        return False
    between = preposition.doc[verb.i + 1 : preposition.i]
    settled = any(t.lower_ == "the" for t in between) or (verb.lower_ == "called" and verb.nbor().lower_ != "for")
    return not settled and any(
        t.lemma_ in words("reporting", "ahead", "arranged") or t.lower_ == "talks" for t in between
    )


def verb_tense(verb: "Token") -> Tense | None:
    """The tense that one verb sets; None for a form that leaves it to the verb above."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    spoken = {helper.lower_ for helper in helpers}
    if helpers and any(helper.tag_ == "MD" for helper in helpers):
        return _modal_tense(verb, spoken)
    if "to" in spoken:
        return _infinitive_tense(verb, spoken)
    if _looks_ahead(verb):  # what somebody had planned may be over
        return Tense.PAST if "had" in spoken and "been" not in spoken else Tense.FUTURE
    if verb.lower_ in _BLAMED and spoken & _BE:
        return Tense.PAST  # "is suspected of an attack in March": what anybody is blamed for was done
    if verb.lower_ in ("starting", "beginning") and _is_set_going(verb):
        return Tense.FUTURE
    if not helpers and _is_imperative(verb):
        return Tense.FUTURE
    finite = (
        verb if verb.tag_ in ("VBD", "VBZ", "VBP") else next((h for h in helpers if h.tag_ not in ("TO", "VBG")), None)
    )
    if finite is None:
        return Tense.PAST if verb.tag_ == "VBN" and _is_reduced(verb) else None
    if finite.tag_ == "VBD" or (verb.tag_ == "VBN" and spoken & _HAVE):
        return _state_tense(verb) or Tense.PAST
    if finite is verb and _is_yet_to_come(verb):
        return Tense.FUTURE
    if finite is verb and any(
        c.dep_ == "dobj" and c.lemma_ in ("result", "earning", "earnings") for c in verb.children
    ):
        return Tense.FUTURE  # "reports half-year results on 22 August"
    if finite is verb and verb.lower_ in present_forms("reporting", "reporting", "present"):
        return Tense.PAST
    if finite is verb and verb.lower_ in present_forms("reporting", "ahead", "appointments"):
        return Tense.FUTURE
    return _state_tense(verb) or Tense.PRESENT


def _is_yet_to_come(verb: "Token") -> bool:
    """ "to raise it when the report comes up in November", "will leave once the talks end"."""
    opening = any(c.lower_ in ("when", "once", "until") for c in verb.children)
    helpers = (c for c in verb.head.children if c.dep_ == "aux")
    return verb.dep_ == "advcl" and opening and any(h.tag_ in ("TO", "MD") for h in helpers)


def _looks_ahead(participle: "Token") -> bool:
    """ "is set for Friday", "planned to leave"; with a particle it is another verb: "was set up in January"."""
    if participle.lower_ not in words("reporting", "ahead", "participles"):
        return False
    if (
        participle.tag_ == "VBG"
        and participle.dep_ == "advcl"
        and not any(c.dep_ == "aux" for c in participle.children)
    ):
        return False  # "searched him, leaving the yard on 4 March"
    if participle.lower_ == "set" and not any(c.lower_ == "for" or c.dep_ == "xcomp" for c in participle.children):
        return False  # "prices were set in April"
    return participle.tag_ in ("VBN", "VBG", "JJ") and not any(c.dep_ == "prt" for c in participle.children)


def _is_set_going(participle: "Token") -> bool:
    """ "declared three days of mourning starting on Friday": what is ordered or announced has its start ahead."""
    above = participle.head
    for _ in range(_MAX_CLIMB):
        if above.tag_ in _VERB_TAGS or above.head.i == above.i:
            break
        above = above.head
    hangs = participle.dep_ in ("xcomp", "acl", "prep", "advcl")
    return hangs and above.lower_ in words("reporting", "ahead", "setting")


def _is_reduced(participle: "Token") -> bool:
    """ "the images taken on 16 May": a relative clause without its verb, sometimes parsed as one that is told."""
    if participle.dep_ in ("acl", "relcl"):
        return True
    return participle.dep_ == "ccomp" and any(c.dep_ in _SUBJECTS and c.i < participle.i for c in participle.children)


def _is_imperative(verb: "Token") -> bool:
    """Whether a bare verb heads the sentence without a subject: "Close the bay on Friday"."""
    heads = verb.dep_ == "ROOT" and verb.tag_ in ("VB", "VBP")
    before = {child.dep_ for child in verb.children if child.i < verb.i}  # what is told before is a subject too
    has_subject = any(child.dep_ in _SUBJECTS for child in verb.children)
    return heads and not has_subject and "ccomp" not in before


def _modal_tense(verb: "Token", spoken: set[str]) -> Tense:
    if verb.tag_ == "VBN" and "have" in spoken:  # "would have met on Friday", "will have met by Friday"
        return Tense.PAST if spoken.isdisjoint(_TO_COME) else Tense.FUTURE
    if spoken & {"could", "can", "ca"}:
        negated = any(child.dep_ == "neg" for child in verb.children)
        return Tense.PAST if "could" in spoken and (negated or is_perceived(verb)) else Tense.FUTURE
    if "'d" in spoken and verb.tag_ in ("VBN", "VBD"):
        return Tense.PAST
    return Tense.FUTURE if spoken & _MODALS else Tense.PRESENT


def is_perceived(verb: "Token") -> bool:
    """ "Shelling could be heard": it was; "could be seen as a threat", "could see a cut" tell of no such thing."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    seen = verb.lemma_.lower() in words("events_cues", "verbs", "perceiving") and (passive or verb.lemma_ != "see")
    could = any(c.lower_ == "could" and c.dep_ == "aux" for c in verb.children)
    return could and seen and not any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.children)


def _infinitive_tense(verb: "Token", spoken: set[str]) -> Tense | None:
    """Infinitives look ahead, except perfect ones and those that a realised action governs."""
    if verb.tag_ == "VBN" and spoken & _HAVE:
        return Tense.PAST
    governor = verb.head
    if _was_due(governor if governor.tag_ in _VERB_TAGS else governor.head):
        return Tense.PRESENT  # the nearer one
    if governor.i != verb.i and governor.lower_ in words("reporting", "ahead", "realising"):
        return None
    if verb.dep_ == "advcl" and governor.tag_ == "VBD" and verb.i > governor.i:
        return Tense.PRESENT  # "left Brussels to visit the site on Thursday": the nearer one
    return Tense.FUTURE


def _was_due(verb: "Token") -> bool:
    """ "had been due to vote on Wednesday", "was supposed to": what lay ahead then may be past now."""
    spoken = {child.lower_ for child in verb.children}
    return (verb.lower_ == "been" and "had" in spoken) or (verb.lower_ == "supposed" and bool(spoken & {"was", "were"}))


def _state_tense(verb: "Token") -> Tense | None:
    """FUTURE for a form of "be" whose complement looks ahead: "is due on Friday", "was about to"."""
    states = words("reporting", "ahead", "states")
    ahead = any(child.dep_ in ("acomp", "attr", "prep") and child.lower_ in states for child in verb.children)
    return Tense.FUTURE if ahead and verb.lower_ in ("is", "are", "was", "were", "'s", "’s", "be") else None
