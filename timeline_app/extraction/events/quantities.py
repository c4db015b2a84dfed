"""How many: the counts that a clause tells, as the text says them."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.tree import is_clause_head

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_LABELS = frozenset(("CARDINAL", "QUANTITY", "MONEY", "PERCENT"))
_MOST = 5


def find_quantities(head: "Token") -> tuple[str, ...]:
    """Counted things, measures and sums in the clause or noun phrase of `head`: "scores of casualties", "30 km"."""
    found: list[str] = []
    for token in head.subtree:
        if token.ent_iob_ != "B" or token.ent_type_ not in _LABELS or _other_clause(token, head):
            continue
        text = _counted(token)
        if text not in found and _measures(text, token):
            found.append(text)
    return tuple(found[:_MOST])


def _measures(text: str, token: "Token") -> bool:
    """Whether it says how many of what: no list number, and no bare "thousands"."""
    if token.ent_type_ in ("MONEY", "PERCENT"):
        return True
    numbered = any(t.like_num for t in token.doc[token.i : token.i + len(text.split())])
    return numbered and any(c.isalpha() for c in text) and len(text.split()) > 1


def _other_clause(token: "Token", head: "Token") -> bool:
    while token.i != head.i:
        if token.head.i == token.i:
            return True
        token = token.head
        if token.i != head.i and is_clause_head(token) and token.dep_ not in ("advcl", "xcomp", "acl", "pcomp"):
            return True
    return False


def _counted(token: "Token") -> str:
    """The number with the noun it counts."""
    doc = token.doc
    end = token.i + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    last = doc[end - 1]
    noun = last.head if last.dep_ == "nummod" else None
    if noun is not None and last.i < noun.i <= last.i + 4:
        end = noun.i + 1
    start = token.i - 1 if token.i > 0 and doc[token.i - 1].is_currency else token.i
    return str(doc[start:end].text)
