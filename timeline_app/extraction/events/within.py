"""Stretches that begin with another event: "within a week of the vote", "ordered them to leave within three days"."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.counted import date_of, told_before
from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import ancestors, auxiliaries, child, finite, is_clause_head
from timeline_app.model.annotation import DateBasis, Relation, TimeExpression, TimeRef
from timeline_app.model.expression import counted_amount

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_BESIDE = 3  # words from an event to its date
_SAID = frozenset(("statement", "decide", "legal"))  # kinds of what is made known: announcements, decisions, rulings


def within_links(
    doc: "Doc", expressions: Sequence[TimeExpression], candidates: Sequence[Candidate], links: Mapping[int, TimeLink]
) -> dict[int, TimeLink]:
    """Links of the clauses that tell how soon after another event theirs was, or is to be."""
    found: dict[int, TimeLink] = {}
    told = {c.token.i for c in candidates}
    for expression in expressions:
        tokens = doc.tokens_at(expression.span.start, expression.span.end)
        opening = doc[tokens[0] - 1] if tokens and tokens[0] > 0 else None
        if opening is None or opening.lower_ != "within" or counted_amount(expression.tree) is None:
            continue
        host = next((a for a in (opening.head, *ancestors(opening.head)) if is_clause_head(a)), None)
        if host is None or host.i not in told:
            continue
        if date_of(host.i, links) not in (None, _of_other(doc, tokens, host, links)):
            continue
        base = _begin(doc, tokens, opening, host, candidates, links)
        if base is not None:
            ref = TimeRef(base.expression, Relation.WITHIN, counted=expression.id)
            found[host.i] = TimeLink((ref,), DateBasis.CLAUSE, opening.i)
    return found


def _begin(
    doc: "Doc",
    tokens: range,
    opening: "Token",
    host: "Token",
    candidates: Sequence[Candidate],
    links: Mapping[int, TimeLink],
) -> TimeRef | None:
    """The date of the event with which the stretch begins."""
    other = _other(doc, tokens)
    if other is not None:
        told = _of_other(doc, tokens, host, links) or told_before(other, opening.i, candidates, links)
        return told or _just_told(other, links)
    if any(h.tag_ in ("TO", "MD") for h in auxiliaries(host)):
        return date_of(host.head.i, links) if host.dep_ in ("xcomp", "ccomp", "advcl") else None
    carrier = finite(host)
    if carrier is None or carrier.tag_ != "VBD":
        return None
    own = child(host, "nsubj", "nsubjpass")
    asked = child(own, "acl", "relcl") if own is not None else None
    if asked is not None and (base := date_of(asked.i, links)) is not None:
        return base  # "The owner, asked on 4 May, replied within a day"
    if host.dep_ == "conj" and opening.i < host.i:
        return date_of(host.head.i, links)  # "took the airport on 3 May and within two days held the city"
    start = host.sent.start
    if opening.i != start or start == 0 or start in doc.paragraph_starts:
        return None
    return date_of(doc[start - 1].sent.root.i, links)  # "They were expelled on 3 May. Within hours, Lund responded"


def _just_told(noun: "Token", links: Mapping[int, TimeLink]) -> TimeRef | None:
    """ "signed the deal on 3 May. They fled within hours of the announcement": what has been told is what was said."""
    start = noun.sent.start
    plain = all(c.dep_ in ("det", "punct") for c in noun.children)
    known = any(c.lower_ in ("the", "that", "this") for c in noun.children)
    if not plain or not known or start == 0 or kind_of(noun.lemma_.lower(), noun=True) not in _SAID:
        return None
    return date_of(noun.doc[start - 1].sent.root.i, links)


def _other(doc: "Doc", tokens: range) -> "Token | None":
    """What the stretch is counted from: "within a week of the vote"."""
    of = doc[tokens[-1] + 1] if tokens[-1] + 1 < len(doc) else None
    return child(of, "pobj", "pcomp") if of is not None and of.lower_ in ("of", "after") else None


def _of_other(doc: "Doc", tokens: range, host: "Token", links: Mapping[int, TimeLink]) -> TimeRef | None:
    """The date of that event, which the clause may have been given instead: "within a week of the vote on 2 May"."""
    other, own = _other(doc, tokens), links.get(host.i)
    if other is None:
        return None
    beside = own is not None and other.i < own.first <= other.i + _BESIDE
    return date_of(other.i, links) or (date_of(host.i, links) if beside else None)
