"""Which time expression dates which candidate, and by what part of the text.

The order is fixed: same clause, the noun's own modifier, the governing clause, the narrative container, publication.
A date never reaches across a clause boundary by nearness alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.tree import ancestors, child, is_clause_head, subject
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Relation, TimeExpression, TimeRef
from timeline_app.model.expression import Duration, Expression, Modified, Recurring, Reference, Vague

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CUES = "events_cues"
_AFTER = frozenset(("after", "since", "following"))
_BEFORE = frozenset(("before", "until", "till", "by"))
_NOT_DATES = frozenset(("than", "as"))
_BARE = frozenset(("npadvmod", "advmod", "nmod", "amod", "poss", "compound", "nummod", "dep", "appos"))


@dataclass(frozen=True, slots=True)
class TimeLink:
    """How a candidate is dated: its references and which part of the text gave them."""

    refs: tuple[TimeRef, ...]
    basis: DateBasis


@dataclass(slots=True)
class _Attachment:
    """Where a time expression hangs in the parse."""

    expression: TimeExpression
    tokens: tuple[int, int]
    head: "Token"  # the word it modifies
    relation: Relation
    before_verb: bool = field(default=False)


def locates(tree: Expression) -> bool:
    """Whether such a phrase can place an event: no bare duration, no repetition, no "soon"."""
    match tree:
        case Duration() | Recurring() | Reference(kind=Vague.FUTURE):
            return False
        case Modified(of=inner):
            return locates(inner)
        case _:
            return True


def timed_tokens(doc: "Doc", expressions: Sequence[TimeExpression]) -> dict[int, TimeExpression]:
    """The tokens that belong to time expressions."""
    found: dict[int, TimeExpression] = {}
    for expression in expressions:
        for index in _token_range(doc, expression):
            found[index] = expression
    return found


def direct_links(
    doc: "Doc", expressions: Sequence[TimeExpression], candidates: Sequence[Candidate]
) -> dict[int, TimeLink]:
    """Candidates by token index that a time expression of their own clause or noun phrase dates."""
    by_token = {c.token.i: c for c in candidates}
    ends = {e.range_end for e in expressions if e.range_end}
    found: dict[int, TimeLink] = {}
    for expression in expressions:
        if expression.id in ends or expression.is_header or not locates(expression.tree):
            continue
        for index, link in _links_of(doc, expression, by_token):
            held = found.get(index)
            found[index] = link if held is None else _joined(held, link)
    return found


def _joined(held: TimeLink, more: TimeLink) -> TimeLink:
    """A second time beside the first: a bound is added, a second date is not."""
    exact = (Relation.AT, Relation.FROM)
    if any(r.relation in exact for r in held.refs) and more.refs[0].relation in exact:
        return held
    return TimeLink(held.refs + more.refs, held.basis)


def _links_of(doc: "Doc", expression: TimeExpression, candidates: dict[int, Candidate]) -> list[tuple[int, TimeLink]]:
    tokens = _token_range(doc, expression)
    if not tokens:
        return []
    top = _top(doc, tokens)
    preposition, host = _host(top, tokens)
    relation = _relation(doc, tokens, preposition, expression)
    if relation is None:
        return []
    ref = (TimeRef(expression.id, relation),)
    noun = _noun_host(doc, tokens, preposition, host, candidates)
    if noun is not None:
        return [(noun.token.i, TimeLink(ref, DateBasis.NOUN))]
    verb = _verb_host(host, candidates)
    return [] if verb is None else [(verb.token.i, TimeLink(ref, DateBasis.CLAUSE))]


def _token_range(doc: "Doc", expression: TimeExpression) -> range:
    span = doc.char_span(expression.span.start, expression.span.end, alignment_mode="expand")
    return range(0) if span is None else range(span.start, span.end)


def _top(doc: "Doc", tokens: range) -> "Token":
    """The word of the phrase on which the rest hangs; a preposition inside the phrase is not it."""
    inside = [doc[i] for i in tokens if doc[i].head.i not in tokens or doc[i].head.i == i]
    nominal = [t for t in inside if t.pos_ not in ("ADP", "SCONJ", "DET", "PUNCT")]
    return (nominal or inside or [doc[tokens[0]]])[-1]


def _host(top: "Token", tokens: range) -> tuple["Token | None", "Token"]:
    """The preposition that governs the phrase, if any, and the word that both modify."""
    preposition = None
    host = top.head
    while host.i in tokens and host.head.i != host.i:
        host = host.head
    while host.pos_ in ("ADP", "SCONJ") and host.head.i != host.i and host.dep_ in ("prep", "agent", "mark", "pcomp"):
        preposition = host if preposition is None else preposition
        host = host.head
    if host.lower_ in ("following", "starting", "beginning") and host.dep_ == "prep":
        preposition, host = host, host.head
    return preposition, host


def _relation(doc: "Doc", tokens: range, preposition: "Token | None", expression: TimeExpression) -> Relation | None:
    """How the preposition places the event by the time; None where it compares rather than dates."""
    said = {doc[tokens[0]].lower_}
    if tokens[0] > 0:
        said.add(doc[tokens[0] - 1].lower_)
    if preposition is not None:
        said.add(preposition.lower_)
    if said & _NOT_DATES:
        return None
    if expression.range_end:
        return Relation.FROM
    if said & _AFTER:
        return Relation.AFTER
    return Relation.BEFORE if said & _BEFORE else Relation.AT


def _noun_host(
    doc: "Doc",
    tokens: range,
    preposition: "Token | None",
    host: "Token",
    candidates: dict[int, Candidate],
) -> Candidate | None:
    """The event noun that the phrase modifies: by the parse, or as the last word before it in an adverbial."""
    if host.pos_ in ("NOUN", "PROPN"):
        for word in (host, *ancestors(host)):
            found = candidates.get(word.i)
            if found is not None:
                return found if found.noun else None
            if is_clause_head(word):
                return None
        return None
    first = preposition.i if preposition is not None else tokens[0]
    previous = candidates.get(_last_event_noun(doc, first, candidates))
    if previous is None or not is_clause_head(host):
        return None
    adverbial = _adverbial_above(previous.token, host)
    if adverbial or _is_relational(host, previous.token):
        return previous
    return None


def _last_event_noun(doc: "Doc", before: int, candidates: dict[int, Candidate]) -> int:
    """Index of the event noun whose phrase ends right before a token, -1 if none does."""
    for index in range(before - 1, max(doc[before].sent.start, before - 12) - 1, -1):
        token = doc[index]
        if is_clause_head(token) or token.text in (",", ";", ":"):
            return -1
        found = candidates.get(index)
        if found is not None and found.noun:
            return index
    return -1


def _adverbial_above(noun: "Token", verb: "Token") -> bool:
    """Whether the noun stands in an "after ..." or "before ..." adverbial of the verb."""
    for word in (noun, *ancestors(noun)):
        if word.i == verb.i:
            return False
        if word.lower_ in (*_AFTER, *_BEFORE, "amid", "despite", "ahead", "during"):
            return True
    return False


def _is_relational(verb: "Token", noun: "Token") -> bool:
    """ "This follows a statement last Friday": the verb only points at the noun's event."""
    return (
        verb.lemma_ in words(_CUES, "verbs", "relational")
        and verb.tag_ in ("VBZ", "VBP", "VBG")
        and noun.dep_ in ("dobj", "pobj", "attr")
    )


def _verb_host(host: "Token", candidates: dict[int, Candidate]) -> Candidate | None:
    """The verb of the clause that the phrase stands in."""
    for word in (host, *ancestors(host)):
        if is_clause_head(word):
            return candidates.get(word.i)
        if word.dep_ in ("acl", "relcl", "advcl"):
            return candidates.get(word.i)
    return None


def governed_links(candidates: Sequence[Candidate], links: dict[int, TimeLink]) -> dict[int, TimeLink]:
    """Candidates without a date of their own that take the one of the clause they hang on."""
    found: dict[int, TimeLink] = {}
    for candidate in candidates:
        if candidate.token.i in links:
            continue
        source = _governor(candidate, links | found)
        if source is not None:
            found[candidate.token.i] = TimeLink(source.refs, DateBasis.GOVERNOR)
    return found


def _governor(candidate: Candidate, links: dict[int, TimeLink]) -> TimeLink | None:
    token = candidate.token
    if candidate.noun:
        return _verb_of_noun(token, links)
    head = token.head
    if token.dep_ == "xcomp" and head.lemma_ in words(_CUES, "governors", "aspectual"):
        return links.get(head.i)
    if token.dep_ == "advcl" and token.tag_ == "VBG" and child(token, "mark", "prep") is None and token.i > head.i:
        return links.get(head.i)
    if token.dep_ == "pcomp" or token.dep_ in ("relcl", "acl", "ccomp"):
        return _antecedent_time(token, links)
    if token.dep_ == "conj" and is_clause_head(head):
        return _shared(head, token, links)
    second = child(token, "conj")
    if second is not None and second.i in links and is_clause_head(second):
        return _shared(second, token, links)
    return None


def _verb_of_noun(noun: "Token", links: dict[int, TimeLink]) -> TimeLink | None:
    """A noun that a light verb carries, or whose occurrence the verb states, happens when the verb says."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.head.pos_ in ("VERB", "AUX") and verb.lower_ in ("of", "into", "in", "with", "to"):
        verb = verb.head
    if noun.dep_ in ("dobj", "attr", "nsubjpass", "pobj"):
        return links.get(verb.i) if verb.lemma_ in words(_CUES, "verbs", "light") else None
    if noun.dep_ == "nsubj":
        return links.get(verb.i) if verb.lemma_ in words(_CUES, "verbs", "occurrence") else None
    if noun.dep_ == "conj" and noun.head.i in links:
        return links[noun.head.i]
    return None


def _antecedent_time(verb: "Token", links: dict[int, TimeLink]) -> TimeLink | None:
    """ "conducting two strikes", under "accused ... of": the accusation's clause holds no date for it; "held" does."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return links.get(verb.head.i)
    return None


def _shared(dated: "Token", other: "Token", links: dict[int, TimeLink]) -> TimeLink | None:
    """Coordinated clauses with one subject share the date that stands before the first or after the last."""
    link = links.get(dated.i)
    if link is None or dated.tag_ != other.tag_:
        return None
    one, two = subject(dated), subject(other)
    return link if one is not None and two is not None and one.i == two.i else None
