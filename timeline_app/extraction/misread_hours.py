"""Hours that the parser took into the noun or the preposition beside them, or for the end of a sentence."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_CLOCK = re.compile(r"\d{1,2}:\d{2}(:\d{2})?Z?")
_FOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_OF_CLOCKS = frozenset(("utc", "gmt", "hours", "hrs", "local", "time", "et", "cet"))
_BEFORE_CLOCKS = frozenset(("at", "by", "around", "about", "after", "before", "until", "from", "since"))


def free_clock(clock: "Token") -> None:
    """ "At 23:15 soldiers closed the bridge": the hour, read as the number of those who did it."""
    noun, before = clock.head, clock.doc[clock.i - 1]
    if clock.i == 0 or before.lower_ not in _BEFORE_CLOCKS or not _CLOCK.fullmatch(clock.text):
        return
    verb = before.head if noun.head is before else noun.head
    carriers = (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass")))
    if verb.i < noun.i or noun.left_edge.i < before.i or not any(t.tag_ in _FINITE for t in carriers):
        return
    if noun.head is before and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
        return
    if noun.head is before:
        noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
        noun.attach(verb)
    elif noun.dep_ not in ("nsubj", "nsubjpass"):
        return
    before.tag_, before.pos_, before.dep_ = "IN", "ADP", "prep"
    before.attach(verb)
    clock.dep_ = "pobj"
    clock.attach(before)


def return_hour(half: "Token") -> None:
    """ "stabbed at 11pm outside a pub", "By 6 a.m. armed men had left": the hour, read as a part of what is behind."""
    before = half.doc[half.i - 1] if half.i > 0 else half
    behind = half.head.i > half.i and half.dep_ in ("npadvmod", "nmod", "compound", "advmod")
    if not behind and half.dep_ not in ("punct", "dep"):  # its full stop, read as that of the sentence
        return
    if before.tag_ == "CD" and before.head is half.head:
        before.attach(half)
    first = half.left_edge
    if first.i == 0:
        return
    preposition = half.doc[first.i - 1]
    filled = any(c.dep_ in ("pobj", "pcomp") for c in preposition.children)
    if preposition.lower_ not in _BEFORE_CLOCKS or filled or half.head is preposition:
        return
    preposition.dep_ = "prep"
    half.dep_ = "pobj"
    half.attach(preposition)


def free_hours(opening: "Token") -> None:
    """ "Between 0300 and 0430 eight missiles were launched": the hours, read as a part of how many there were."""
    words_after = opening.doc[opening.i + 1 : opening.i + 4]
    if len(words_after) < len(("0300", "and", "0430")) or words_after[1].lower_ != "and":
        return
    first, joint, last = words_after
    if not all(_FOUR.fullmatch(t.text) or _CLOCK.fullmatch(t.text) for t in (first, last)):
        return
    behind = opening.doc[last.i + 1 : opening.sent.end]
    noun = next((t for t in behind if t.tag_.startswith("NN") and not last.i < t.head.i < t.i), None)
    if noun is None or noun.lower_ in _OF_CLOCKS:
        return
    while noun.dep_ == "compound":
        noun = noun.head
    verb = noun.head.head if noun.head is opening else noun.head
    if verb.i < noun.i or not verb.tag_.startswith("VB"):
        return
    if noun.head is opening:
        if any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
            return
        noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
        noun.attach(verb)
    opening.tag_, opening.pos_, opening.dep_ = "IN", "ADP", "prep"
    opening.attach(verb)
    first.dep_, last.dep_ = "pobj", "conj"
    first.attach(opening)
    last.attach(first)
    joint.attach(first)
    for number in [t for t in opening.doc[last.i + 1 : noun.i] if t.tag_ == "CD" and t.head.i <= last.i]:
        number.dep_ = "nummod"
        number.attach(noun)


def return_half_of_day(half: "Token") -> None:
    """ "between 3:25 a.m. and 3:53 a.m. local time": its point, read as the end of the sentence."""
    joint = half.doc[half.i - 2] if half.i > 1 else half
    if half.dep_ == "punct" and joint.dep_ == "cc" and joint.head.i < joint.i:
        half.dep_ = "conj"
        half.attach(joint.head)
