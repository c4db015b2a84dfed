"""Stray marks: the commas and dashes of which a cut took the other side."""

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING

from timeline_app.extraction.events.tree import SUBJECTS

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token


def is_stray(token: "Token", kept: "Mapping[int, Token]", timed: frozenset[int], passed: "Container[int]") -> bool:
    """A comma or dash that a cut left without one of its sides, an "as" that opened a time."""
    if token.dep_ == "prep" and token.i == min(kept):
        return _opens_time(token, kept, timed)
    if token.text not in (",", "–", "—") and not (token.text == "-" and token.whitespace_):
        return False
    before = token.i - 1
    while before >= 0 and before not in kept and _is_passed(token.doc[before], timed, passed):
        before -= 1
    if before not in kept or token.i + 1 not in kept:
        return True
    closes = before < token.i - 1 and token.doc[before].text == ","
    if closes and token.doc[token.i + 1].pos_ in ("VERB", "AUX"):
        return True  # "The take-off, at 08:30, was normal"
    return token.text == "," and (_parts_subject(token, kept) or _opens_half(token, kept))


def _is_passed(token: "Token", timed: frozenset[int], passed: "Container[int]") -> bool:
    """Whether a word that was cut may stand between a comma and what the comma follows."""
    return token.i in timed or token.i in passed or token.dep_ == "prep"


def _opens_half(comma: "Token", kept: "Mapping[int, Token]") -> bool:
    """ "A former minister, Hassan Bouba was freed": the first comma of a name whose second one was cut."""
    name = next((t for i, t in kept.items() if i > comma.i and t.left_edge.i == comma.i + 1), None)
    while name is not None and name.dep_ == "compound":
        name = name.head
    person = name is not None and name.dep_ == "appos" and name.ent_type_ == "PERSON" and name.head.tag_ == "NN"
    if name is None or not person or name.head.dep_ not in SUBJECTS or name.head.head.i < name.i:
        return False
    later = [i for i, t in kept.items() if t.text == "," and name.i < i < name.head.head.i]
    return not any(i - 1 in kept and i + 1 in kept for i in later)


def _parts_subject(comma: "Token", kept: "Mapping[int, Token]") -> bool:
    """ "The agent Pietro Lanza, reached": the second comma of an aside whose first one was cut."""
    verb = comma.nbor()
    own = [c.left_edge.i for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "MD") or not own:
        return False
    return sum(t.text == "," for i, t in kept.items() if own[-1] <= i <= comma.i) % 2 == 1


def _opens_time(token: "Token", kept: "Mapping[int, Token]", timed: frozenset[int]) -> bool:
    """The "as" of "As of 3 pm", where the rest was cut."""
    after = token.i + 1
    while after < len(token.doc) and token.doc[after].dep_ == "prep" and after not in kept:
        after += 1
    return after in timed and after not in kept
