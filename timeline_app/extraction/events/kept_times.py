"""Times that a title keeps: the words before them say little without, as in "lasted until May", "coach of the year"."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.light_verbs import is_moving
from timeline_app.extraction.events.tree import child
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_LENGTHS = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "moment", "shortly", "soon", "just"))
_TERMS = frozenset(("year", "month", "week", "decade", "century", "season"))
_HONOURED = frozenset(("oprd", "attr", "dobj", "pobj", "appos", "nsubj", "nsubjpass"))


def measures_aside(word: "Token") -> bool:
    """ "crashed minutes after taking off": how long after, which goes with what it was after."""
    following = word.nbor() if word.i + 1 < len(word.doc) else word
    counted = word.lemma_.lower() in _LENGTHS and word.dep_ in ("dobj", "npadvmod", "advmod")
    return counted and following.lower_ in ("after", "before") and word.i > word.head.i


def is_amount_of(token: "Token", timed: frozenset[int]) -> bool:
    """ "spent most of the week": the time is what the verb tells of."""
    while token.head.i in timed and token.head.i != token.i:
        token = token.head
    share = token.head.head if token.head.lower_ == "of" else token
    return share.dep_ == "dobj" and share.lemma_.lower() in words("events_cues", "titles", "shares")


def moves_to(preposition: "Token") -> bool:
    """ "was postponed to Tuesday", "lasted until May": says little without the day."""
    verb = preposition.head.head if preposition.head.dep_ == "advmod" else preposition.head
    gives = verb.lower_ in words("reporting", "ahead", "granting")  # "gave them until 30 April to appeal"
    lasts = preposition.lower_ == "until" and (verb.lemma_ in ("last", "have") or gives)
    if preposition.lower_ == "to" and verb.lemma_ in ("refer", "allude", "date"):
        return True  # "referred to 11 September in her speech"
    return lasts or (preposition.lower_ in ("to", "until") and is_moving(verb))


def is_needed_length(time: "Token") -> bool:
    """ "says it will take several days": how long is all that is told; no "took the town that day"."""
    verb = time.head
    said = [t for t in time.subtree if t.i < time.i]
    long = bool(said) and all(t.pos_ in ("NUM", "ADJ", "DET", "ADV", "ADP", "SCONJ") for t in said)
    last = not any(t.lower_ in ("that", "this", "last", "next", "every", "each", "the") for t in said)
    alone = verb.lemma_ == "take" and time.dep_ in ("npadvmod", "dobj") and time.i > verb.i
    return alone and long and last and sum(c.dep_ == "dobj" for c in verb.children) == (time.dep_ == "dobj")


def is_of_honour(preposition: "Token") -> bool:
    """ "was named coach of the year": part of what somebody was made; no "the end of the year"."""
    period, noun = child(preposition, "pobj"), preposition.head
    if preposition.lower_ != "of" or period is None or period.lower_ not in _TERMS or noun.dep_ not in _HONOURED:
        return False
    whole = [t.lower_ for t in period.subtree] == ["the", period.lower_]
    edges = words("events_nouns", "nouns", "periods") | words("events_nouns", "nouns", "edges")
    return whole and noun.lemma_.lower() not in edges | {"turn", "middle", "time"} | words(_CUES, "titles", "shares")
