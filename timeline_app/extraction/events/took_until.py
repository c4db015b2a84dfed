"""A deed told by when it was done at last: "It took prosecutors until May 2022 to charge both men"."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.tree import child, children

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token


def done_at_last(verb: "Token") -> "tuple[Token, Token] | None":
    """Who did it and the verb of what they did, where `verb` is the "took"; None elsewhere."""
    opening, who = child(verb, "nsubj"), child(verb, "dobj")
    if verb.lower_ != "took" or opening is None or opening.lower_ != "it" or who is None:
        return None
    deeds = (c for c in children(verb, "xcomp", "advcl") if c.i > who.i and any(h.tag_ == "TO" for h in c.children))
    deed = next(deeds, None)
    if deed is None or not any(t.lower_ in ("until", "till") for t in verb.doc[who.i + 1 : deed.i]):
        return None
    return who, deed
