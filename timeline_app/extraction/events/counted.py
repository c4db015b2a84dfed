"""Distances from another event: "two days after the accident", "a week before she announced it".

The phrase is a length of time; what it is counted from is the event's own date, told in the same text.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.kinds import listed_lemma, same_keys
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import SUBJECTS, ancestors, child, is_clause_head
from timeline_app.model.annotation import DateBasis, Relation, TimeExpression, TimeRef
from timeline_app.model.expression import Duration, Shift

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_SIDES = {"after": Relation.AFTER, "following": Relation.AFTER, "before": Relation.BEFORE}
_OPPOSITE = {Relation.AFTER: Relation.BEFORE, Relation.BEFORE: Relation.AFTER}
_SAID = (DateBasis.CLAUSE, DateBasis.NOUN, DateBasis.GOVERNOR)
_DATING = (Relation.AT, Relation.FROM)
_DEFINITE = frozenset(("the", "his", "her", "its", "their", "that", "this"))


def counted_links(
    doc: "Doc",
    expressions: Sequence[TimeExpression],
    candidates: Sequence[Candidate],
    links: Mapping[int, TimeLink],
) -> dict[int, TimeLink]:
    """Candidates that are dated by their distance from one whose date is told, and those that tell what it is from."""
    found: dict[int, TimeLink] = {}
    by_token = {c.token.i: c for c in candidates}
    for expression in expressions:
        tokens = doc.tokens_at(expression.span.start, expression.span.end)
        after = doc[tokens[-1] + 1] if tokens and tokens[-1] + 1 < len(doc) else None
        side = _SIDES.get(after.lower_) if after is not None else None
        other = _other_event(after, tokens) if after is not None and side is not None else None
        host = _host(after, other, by_token) if after is not None else None
        if side is None or other is None or host is None:
            continue
        known = {**links, **found}
        own, own_other = _date_of(host.i, known), _date_of(other.i, known)
        if isinstance(expression.tree, Shift) and expression.tree.of is not None and own is None:
            found[host.i] = TimeLink((TimeRef(expression.id),), DateBasis.CLAUSE)
        if not isinstance(expression.tree, Duration) or expression.tree.amount.count is None:
            continue
        if own is None and (base := own_other or _told_before(other, tokens[0], candidates, known)) is not None:
            found[host.i] = _link(base, side, expression)
        elif own is not None and own_other is None and other.i in by_token and not by_token[other.i].noun:
            found[other.i] = _link(own, _OPPOSITE[side], expression)
    return found


def _link(base: TimeRef, side: Relation, distance: TimeExpression) -> TimeLink:
    return TimeLink((TimeRef(base.expression, side, counted=distance.id),), DateBasis.CLAUSE)


def _other_event(after: "Token", tokens: range) -> "Token | None":
    """What the distance is counted from: the noun or the clause that "after" opens."""
    if after.dep_ == "mark":
        return after.head if is_clause_head(after.head) and after.head.i > after.i else None
    noun = child(after, "pobj", "pcomp")
    if noun is not None and noun.i > tokens[-1]:
        return noun
    return None


def _host(after: "Token", other: "Token | None", by_token: Mapping[int, Candidate]) -> "Token | None":
    """The clause that the distance places."""
    start = other if after.dep_ == "mark" and other is not None else after
    verb = next((word for word in ancestors(start) if is_clause_head(word)), None)
    return verb if verb is not None and verb.i in by_token and (other is None or verb.i != other.i) else None


def _date_of(index: int, links: Mapping[int, TimeLink]) -> TimeRef | None:
    """The reference that says when a candidate was, in words of its own."""
    link = links.get(index)
    if link is None or link.basis not in _SAID or not link.refs:
        return None
    ref = link.refs[0]
    return ref if ref.relation in _DATING and ref.counted is None else None


def _told_before(
    other: "Token", before: int, candidates: Sequence[Candidate], links: Mapping[int, TimeLink]
) -> TimeRef | None:
    """The date of the same event told earlier: "an accident on 14 June ... two days after the accident"."""
    is_noun = other.pos_ == "NOUN"
    if is_noun and not any(c.lower_ in _DEFINITE for c in other.children):
        return None
    keys = set(same_keys(listed_lemma(other)))
    for candidate in reversed(candidates):
        if candidate.token.i >= before or candidate.token.i == other.i:
            continue
        if keys.isdisjoint(same_keys(listed_lemma(candidate.token))):
            continue
        if (ref := _date_of(candidate.token.i, links) or _date_of_its_verb(candidate, links)) is not None:
            return ref
    return None


def _date_of_its_verb(candidate: Candidate, links: Mapping[int, TimeLink]) -> TimeRef | None:
    """ "An explosion killed five miners on 3 March": the day of what a noun did is its own."""
    token = candidate.token
    return _date_of(token.head.i, links) if candidate.noun and token.dep_ in SUBJECTS else None
