"""Whether what a cut keeps of a clause still hangs together; where not, the clause's own words are quoted instead."""

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline_app.extraction.events.headline import join
from timeline_app.extraction.events.tree import SUBJECTS, finite

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_NOMINAL = ("NOUN", "PROPN")
_SET_APART = frozenset(("(", ")", "-", "–", "—", "/", '"', "“", "”", "[", "]", "'"))
_RUN = ("NOUN", "PROPN", "NUM")
_PARTS_OF_NAMES = ("compound", "amod", "nmod", "nummod", "poss", "det")
_AFTER_NOUN = frozenset(("dobj", "oprd", "attr", "npadvmod", "dative", "relcl", "ccomp"))


def own_words(kept: "dict[int, Token]", verb: "Token", own: "Token | None", timed: frozenset[int]) -> str:
    """The clause as the text has it from its subject on, where the words kept of it run together; else nothing."""
    named = own is not None and own.pos_ in _NOMINAL and own.i < verb.i
    if own is None or not named or not (_run_together(kept, timed) or _has_stray_verb(kept, verb)):
        return ""
    return join(list(verb.doc[own.left_edge.i : verb.right_edge.i + 1]), {})


def _run_together(kept: "dict[int, Token]", timed: frozenset[int]) -> bool:
    """ "Brand Holt says" of "Brand, who came for Holt, says": two nouns that only the cut brought side by side."""
    line = [kept[i] for i in sorted(kept)]
    for before, after in pairwise(line):
        if before.i + 1 == after.i or before.pos_ not in _RUN or after.pos_ not in _RUN:
            continue
        between = before.doc[before.i + 1 : after.i]
        if between[0].text in _SET_APART or between[-1].text in _SET_APART or any(t.i in timed for t in between):
            continue
        top = after
        while top.dep_ in _PARTS_OF_NAMES and top.head.i > top.i:
            top = top.head
        said = top.dep_ in SUBJECTS and top.head.dep_ in ("ccomp", "relcl")  # "told reporters (in Tarn) peace had come"
        if not said and top.dep_ not in _AFTER_NOUN:
            return True
    return False


def _has_stray_verb(kept: "dict[int, Token]", verb: "Token") -> bool:
    """ "is said to be at a dinner (when told a plane) had crashed": a finite verb without its subject."""
    for token in kept.values():
        if token.dep_ != "ccomp" or token.i < verb.i or (carrier := finite(token)) is None or carrier.i not in kept:
            continue
        if not any(c.dep_ in (*SUBJECTS, "csubj", "csubjpass", "expl", "attr") for c in token.children):
            return True
    return False
