"""Negation: whether "not", "no", "never", "without" or "nobody" stands on a verb or a noun."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.took_until import done_at_last
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_EMPTY = frozenset(("nobody", "nothing", "none", "neither", "noone"))
_EMPTY_DETERMINERS = frozenset(("no", "neither", "zero"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "expl"))


def is_negated(verb: "Token") -> bool:
    """Whether a negation stands on the verb itself or on one of its arguments; "not only" is none.

    "Was not received until Friday" tells that it was received, on Friday.
    """
    if any(waits_until(c) for c in verb.children):
        return False
    if _no_longer(verb):
        return True
    for c in verb.children:
        if c.dep_ == "neg" or (c.dep_ in ("advmod", "preconj") and _is_negation(c)):
            if not (_not_only(c) or _is_contrast(c) or _is_left_open(c)):
                return True
        elif c.dep_ in _ARGUMENTS and is_empty(c):
            return True
    return neither_nor(verb) is not None


def _is_contrast(word: "Token") -> bool:
    """ "resigned on 3 May, not on 4 May": behind a comma and a full verb it denies what follows, and not the verb."""
    verb = word.head
    return (
        word.lower_ == "not"
        and word.i > verb.i + 1
        and verb.pos_ == "VERB"
        and word.nbor(-1).text in (",", "-", "–", "—", "(")
    )


def _is_left_open(word: "Token") -> bool:
    """ "may or may not have been set on fire", "whether or not it was paid"."""
    return any(t.lower_ == "or" for t in word.doc[max(word.i - 2, 0) : word.i])


def _no_longer(verb: "Token") -> bool:
    """ "no longer called at Mira"."""
    found = [c for c in verb.children if c.dep_ == "advmod" and c.lower_ in ("longer", "more")]
    return any(c.i > 0 and c.doc[c.i - 1].lower_ == "no" for c in found)


def left_undone(verb: "Token") -> bool:
    """ "Instead of meeting the envoy, he flew home", "Far from surrendering, it held out": the other was done."""
    opening = verb.head
    if verb.dep_ != "pcomp" or opening.i == 0:
        return False
    return (opening.doc[opening.i - 1].lower_, opening.lower_) in (("instead", "of"), ("far", "from"))


def waits_until(preposition: "Token") -> bool:
    """The "until" of "not ... until", "was unable to ... until", the "before" of "is not expected before"."""
    if is_not_before(preposition):
        return True
    verb = preposition.head
    if preposition.lower_ not in ("until", "till"):
        return False
    if done_at_last(verb) is not None or done_at_last(verb.head) is not None:
        return True  # "It took them until May to admit it"
    able = verb.dep_ == "xcomp" and verb.head.lower_ in ("unable", "failed")
    return able or any(c.dep_ == "neg" and c.i < preposition.i for c in verb.children)


def is_not_before(preposition: "Token") -> bool:
    """The "before" of "will not open before May", "was not expected to arrive before Saturday": then, or later."""
    verb = preposition.head
    if preposition.lower_ != "before" or preposition.dep_ != "prep":
        return False
    awaited = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words("events_cues", "verbs", "awaiting")
    over = verb.head if awaited else verb
    over = over.head if awaited and over.dep_ == "acomp" else over
    ahead = awaited or any(c.lower_ in ("will", "wo") and c.tag_ == "MD" for c in verb.children)
    return ahead and any(c.dep_ == "neg" and c.i < preposition.i for c in over.children)


def neither_nor(verb: "Token") -> "Token | None":
    """The first verb of "neither confirmed nor denied", where `verb` is the second."""
    if verb.dep_ != "conj":
        return None
    joined = any(c.dep_ == "cc" and c.lower_ == "nor" and c.i < verb.i for c in verb.head.children)
    return verb.head if joined else None


def is_empty(noun: "Token") -> bool:
    """ "no talks", "nobody", "none of them", "neither side"."""
    if noun.lower_ in _EMPTY:
        return True
    negations = [c for c in noun.children if c.dep_ == "neg" and c.lower_ == "not" and c.i < noun.i]
    not_one = any(c.nbor().lower_ in ("a", "an", "one", "any") for c in negations)
    return not_one or any(c.dep_ in ("det", "preconj") and c.lower_ in _EMPTY_DETERMINERS for c in noun.children)


def _is_negation(word: "Token") -> bool:
    return word.lower_ in words("events_cues", "negation", "words") and not _is_just_then(word)


def _is_just_then(word: "Token") -> bool:
    """ "had barely left the town when it was ambushed": it had left."""
    if word.lower_ not in ("barely", "hardly", "scarcely"):
        return False
    had = any(c.lower_ == "had" and c.dep_ == "aux" for c in word.head.children)
    when = any(c.lower_ == "when" for part in word.head.children if part.dep_ == "advcl" for c in part.children)
    return had and when


def _not_only(word: "Token") -> bool:
    following = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return following is not None and following.lower_ in ("only", "just", "merely", "least")
