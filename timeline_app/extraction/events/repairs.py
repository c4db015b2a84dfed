"""Common parsing slips that would date or title the wrong thing, seen from their pattern and put right."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import is_event_head
from timeline_app.extraction.events.tree import AUXILIARIES, child

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token


def reduced_relative(verb: "Token") -> "Token | None":
    """The noun of "the deal between A, B and C struck last November", where C was parsed as the verb's subject."""
    own = child(verb, "nsubj")
    if own is None or verb.tag_ not in ("VBD", "VBN") or own.i != verb.i - 1:
        return None
    if any(c.dep_ in (*AUXILIARIES, "dobj", "ccomp") for c in verb.children):
        return None
    before = verb.doc[own.left_edge.i - 1] if own.left_edge.i > 0 else own
    if before.lower_ not in ("and", ",") or own.left_edge.tag_ in ("DT", "PRP$"):
        return None  # "after the failure of Lund, the creditors declined": no list of names
    for token in reversed(verb.doc[verb.sent.start : before.i]):
        if token.lower_ in ("between", "with", "of") and is_event_head(token.head):
            return token.head
        if token.pos_ in ("VERB", "AUX"):
            return None
    return None
