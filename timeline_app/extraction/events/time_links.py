"""Which time expression dates which candidate, and by what part of the text.

The order is fixed: same clause, the noun's own modifier, the governing clause, the narrative container, publication.
A date never reaches across a clause boundary by nearness alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate, is_as_told
from timeline_app.extraction.events.light_verbs import full_lemma, is_moving, is_speech
from timeline_app.extraction.events.polarity import waits_until
from timeline_app.extraction.events.repairs import reduced_relative
from timeline_app.extraction.events.time_fit import (
    announced,
    done_with,
    is_compared,
    is_former_level,
    is_superlative,
    is_topic,
    lasted_until,
    lasts_until,
    moved_noun,
    planned_noun,
    told_now,
)
from timeline_app.extraction.events.tree import (
    SUBJECTS,
    ancestors,
    child,
    children,
    finite,
    is_clause_head,
    is_passive,
)
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Relation, TimeExpression, TimeRef
from timeline_app.model.expression import Duration, Expression, Modified, PartOfDay, Recurring, Reference, Shift, Vague
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_CUES = "events_cues"
_AFTER = frozenset(("after", "since", "following"))
_BEFORE = frozenset(("before", "until", "till", "by"))
_CLOSE = frozenset(("shortly", "just", "soon", "immediately", "minutes", "moments", "seconds", "right"))
_REMEMBERED = frozenset(("anniversary", "commemoration", "memory", "eve", "aftermath"))
_NOT_DATES = frozenset(("than", "as"))
_MODIFIERS = frozenset(("nmod", "amod", "poss", "compound", "nummod"))
_DURING = frozenset(("in", "at", "during"))
_PLAIN = frozenset(("early", "late", "mid", "same", "last", "next", "previous", "following", "first", "whole", "full"))
_WROTE = frozenset(("wrote", "schrieb"))
_LONGEST_LEAD_IN = 16  # words
_STARTING = frozenset(("starting", "beginning"))


@dataclass(frozen=True, slots=True)
class TimeLink:
    """How a candidate is dated: its references and which part of the text gave them."""

    refs: tuple[TimeRef, ...]
    basis: DateBasis
    first: int = -1  # index of the token where the phrase begins, where the clause's own phrase dates it


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


def header_tokens(doc: "Doc", expressions: Sequence[TimeExpression]) -> frozenset[int]:
    """The words of section headers up to their colon: "UPDATE 1330 GMT:" is no part of the sentence after it."""
    found: set[int] = set()
    for expression in expressions:
        tokens = _token_range(doc, expression) if expression.is_header else range(0)
        if not tokens:
            continue
        first, last = tokens[0], tokens[-1]
        if _leads_in(doc, last):
            last = next(i for i in range(last, len(doc)) if doc[i].lower_ in _WROTE)
        while first > doc[first].sent.start and "\n" not in doc[first - 1].whitespace_:
            first -= 1
        while last + 1 < len(doc) and last < tokens[-1] + 4 and doc[last + 1].text in (":", "–", "—", "-", "|"):
            last += 1
        found.update(range(first, last + 1))
    return frozenset(found)


def _leads_in(doc: "Doc", last: int) -> bool:
    """Whether a header goes on to who wrote what is quoted below: "On 7 May 2013, at 9:12, Gary Poole wrote:"."""
    line = doc[last + 1 : last + _LONGEST_LEAD_IN]
    wrote = next((t for t in line if t.lower_ in _WROTE), None)
    return wrote is not None and wrote.i + 1 < len(doc) and doc[wrote.i + 1].text == ":"


def direct_links(
    doc: "Doc",
    expressions: Sequence[TimeExpression],
    candidates: Sequence[Candidate],
    published: TimeValue | None,
) -> tuple[dict[int, TimeLink], dict[str, set[int]]]:
    """Candidates by token index that a time expression of their own clause or noun phrase dates.

    Beside them, for each expression the candidates whose clause or noun phrase it stands in, serving or not.
    """
    by_token = {c.token.i: c for c in candidates}
    by_id = {e.id: e for e in expressions}
    moved = {e.id: said for e in expressions if e.range_end and (said := _moved_between(doc, e))}
    ends = {e.range_end for e in expressions if e.range_end and e.id not in moved}
    found: dict[int, TimeLink] = {}
    hosts: dict[str, set[int]] = {}
    for expression in expressions:
        if expression.id in ends or expression.is_header or not locates(expression.tree):
            continue
        if expression.id in moved:
            if moved[expression.id] == "from":
                continue  # the day that no longer holds
            expression = replace(expression, range_end=None)
        tokens = _whole_range(doc, expression, by_id)
        for index, link in _links_of(doc, tokens, expression, by_token, published) if tokens else ():
            hosts.setdefault(expression.id, set()).add(index)
            held = found.get(index)
            if held is None or _is_firmer(expression, by_id.get(held.refs[0].expression), link):
                found[index] = link
            else:
                found[index] = _joined(held, link)
    return found, hosts


def _moved_between(doc: "Doc", expression: TimeExpression) -> str:
    """ "was postponed on Monday to Friday": no range, but the day of the decision, or the old one, and the new one.

    The word before the first day, or nothing where it is a range.
    """
    tokens = _token_range(doc, expression)
    before = doc[tokens[0] - 1] if tokens and tokens[0] > 0 else None
    if before is None or before.lower_ not in ("on", "from") or before.dep_ != "prep":
        return ""
    verb = before.head.head if before.head.dep_ == "advmod" else before.head
    return before.lower_ if is_moving(verb) and full_lemma(verb) != "extend" else ""


def _is_firmer(expression: TimeExpression, held: TimeExpression | None, link: TimeLink) -> bool:
    """ "Ten minutes earlier, at 14:20 on 1 May 2018": a date in full says more than one that is counted."""
    if held is None or link.refs[0].relation is not Relation.AT:
        return False
    if held.time is not None and expression.time is not None and held.time.overlaps(expression.time):
        return expression.time.granularity.rank < held.time.granularity.rank  # the night, at 11:40 p.m.
    return isinstance(held.tree, Shift | Reference) and not isinstance(expression.tree, Shift | Reference)


def _joined(held: TimeLink, more: TimeLink) -> TimeLink:
    """A second time beside the first: a bound is added, a second date is not."""
    exact = (Relation.AT, Relation.FROM)
    if any(r.relation in exact for r in held.refs) and more.refs[0].relation in exact:
        return held
    return TimeLink(held.refs + more.refs, held.basis)


def _links_of(
    doc: "Doc",
    tokens: range,
    expression: TimeExpression,
    candidates: dict[int, Candidate],
    published: TimeValue | None,
) -> list[tuple[int, TimeLink]]:
    top = _top(doc, tokens)
    preposition, host = _opening(doc, tokens, top) or _host(top, tokens)
    modifier = top.dep_ in _MODIFIERS or (top.tag_ == "JJ" and top.dep_ in ("conj", "advmod"))
    if top.tag_ == "JJ" and top.dep_ in SUBJECTS:
        return []  # "current and former leaders"
    named = preposition is not None and preposition.lower_ == "of" and host.i not in candidates
    if named and host.lemma_.lower() in words("events_nouns", "nouns", "papers"):
        return []  # "the minutes of 2 May were approved"
    if top.dep_ in ("npadvmod", "appos") and any(c.lower_ == "of" and c.i not in tokens for c in top.children):
        return []  # "in 1956, the summer of Suez"
    if preposition is None and modifier and host.pos_ in ("NOUN", "PROPN") and host.i not in candidates:
        return []  # "the 2017 law", "current leaders": dates the thing, not what it does
    if is_former_level(doc, tokens) or _is_described(doc, tokens, top, preposition):
        return []
    found = [
        (verb.i, TimeLink((TimeRef(expression.id),), DateBasis.GOVERNOR)) for verb in _relative_clause(doc, tokens)
    ]
    relation = None if is_compared(host) else _relation(doc, tokens, top, preposition, expression)
    if relation is None:
        compared = candidates.get(_last_event_noun(doc, tokens[0], candidates))
        at = (TimeRef(expression.id),)
        return [] if compared is None else [(compared.token.i, TimeLink(at, DateBasis.NOUN))]
    if relation is Relation.AFTER and is_superlative(host):
        return found
    moved = moved_noun(host, preposition, candidates)
    if moved is not None:
        return [(moved.token.i, TimeLink((TimeRef(expression.id),), DateBasis.NOUN))]
    if relation is Relation.BEFORE and lasts_until(host, preposition, expression, published):
        return []
    if relation is Relation.AT and host.i not in candidates:
        relation = _beside(host) or relation
    ref = (TimeRef(expression.id, relation),)
    noun = _noun_host(doc, tokens, preposition, host, candidates)
    if noun is not None and is_topic(noun.token, expression, published):
        noun = None
    if preposition is not None and preposition.head.lower_ in _STARTING and is_clause_head(host):
        begun = [candidates[i] for i in range(host.i + 1, tokens[0]) if i in candidates and candidates[i].noun]
        return [*found, *((c.token.i, TimeLink(ref, DateBasis.NOUN)) for c in begun[-1:])]
    if noun is None:
        noun = told_now(tokens, host, candidates, expression, published)
    elif (teller := announced(noun.token, expression, published)) is not None and teller.i in candidates:
        return [*found, (teller.i, TimeLink(ref, DateBasis.CLAUSE, tokens[0]))]
    if noun is not None and (lasting := lasted_until(noun.token)) is not None and lasting.i in candidates:
        held = (noun.token.i, TimeLink(ref, DateBasis.NOUN))
        return [*found, held, (lasting.i, TimeLink((TimeRef(expression.id, Relation.BEFORE),), DateBasis.CLAUSE))]
    if noun is not None:
        doing = done_with(noun.token, tokens[0], expression, published)
        if doing is not None and doing.i in candidates:
            held = (noun.token.i, TimeLink(ref, DateBasis.GOVERNOR))
            return [*found, (doing.i, TimeLink(ref, DateBasis.CLAUSE, tokens[0])), held]
        return [*found, (noun.token.i, TimeLink(ref, DateBasis.NOUN))]
    slipped = reduced_relative(host)
    if slipped is not None and slipped.i in candidates:
        return [*found, (slipped.i, TimeLink(ref, DateBasis.NOUN))]
    planned = planned_noun(tokens, host, candidates, expression, published)
    if planned is not None:
        return [*found, (planned.token.i, TimeLink(ref, DateBasis.NOUN))]
    found += [(verb.i, TimeLink(ref, DateBasis.CLAUSE, tokens[0])) for verb in _slipped_clause(doc, tokens)]
    verb = _verb_host(_done_instead(host, expression, published), candidates)
    return found if verb is None else [*found, (verb.token.i, TimeLink(ref, DateBasis.CLAUSE, tokens[0]))]


def _is_described(doc: "Doc", tokens: range, top: "Token", preposition: "Token | None") -> bool:
    """ "raises outlook after record third quarter": results, named by their time."""
    if preposition is None or preposition.lower_ not in ("after", "despite", "following", "on", "amid", "with"):
        return False
    first = doc[tokens[0] - 1]
    said = first.dep_ in ("amod", "nmod", "compound") and first.head is top and first.lower_ not in _PLAIN
    return said and first.tag_ in ("JJ", "JJS", "JJR", "NN", "VBG", "VBN") and not doc[tokens[0]].tag_.startswith("NNP")


def _relative_clause(doc: "Doc", tokens: range) -> list["Token"]:
    """The verb of a clause on the time itself: "in 2008, when it lost", "last week, in which Syria accused"."""
    index = tokens[-1] + 1
    while index < len(doc) and doc[index].text in (",", "-", "–", "—"):
        index += 1
    if index < len(doc) and doc[index].lower_ in ("in", "during", "on") and index + 1 < len(doc):
        index += 1
        if doc[index].tag_ != "WDT":
            return []
    elif index >= len(doc) or doc[index].lower_ != "when":
        return []
    return [word for word in ancestors(doc[index]) if is_clause_head(word) and word.i > index][:1]


def _slipped_clause(doc: "Doc", tokens: range) -> list["Token"]:
    """The main verb that was parsed as a relative clause: "By 2 a.m. the next day | the roof had collapsed"."""
    clauses = [c for i in tokens for c in children(doc[i], "relcl") if c.i not in tokens]
    return [
        c
        for c in clauses
        if not is_clause_head(c.sent.root) and not any(w.tag_ in ("WDT", "WP", "WRB") for w in c.children)
    ]


def _token_range(doc: "Doc", expression: TimeExpression) -> range:
    return doc.tokens_at(expression.span.start, expression.span.end)


def _whole_range(doc: "Doc", expression: TimeExpression, by_id: dict[str, TimeExpression]) -> range:
    """The words of an expression, and of the one that ends its range: "between 12 and 15 August"."""
    tokens = _token_range(doc, expression)
    end = by_id.get(expression.range_end or "")
    ending = _token_range(doc, end) if end is not None else range(0)
    return range(tokens[0], ending[-1] + 1) if tokens and ending and ending[0] > tokens[-1] else tokens


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
    if host.lower_ == "time" and top.dep_ == "poss" and host.head.pos_ == "ADP":
        preposition, host = host.head, host.head.head  # "in two weeks' time"
    if host.lower_ in _STARTING and host.tag_ == "VBG" and host.dep_ in ("prep", "acl", "advcl", "xcomp"):
        preposition, host = preposition or host, host.head
    return preposition, host


def _opening(doc: "Doc", tokens: range, top: "Token") -> "tuple[Token, Token] | None":
    """ "On 31 March Greek authorities searched it": the opening preposition and the verb, not the name beside the date.

    The parser takes the last word of such a date for a part of the subject.
    """
    first = doc[tokens[0] - 1] if tokens[0] > 0 else doc[tokens[0]]
    if first.dep_ != "prep" or first.i in tokens or first.head.i <= tokens[-1] or top.dep_ not in _MODIFIERS - {"poss"}:
        return None
    outside = any(c.dep_ == "pobj" and c.i not in tokens for c in first.children)
    return None if outside or not is_clause_head(first.head) else (first, first.head)


def _relation(
    doc: "Doc", tokens: range, top: "Token", preposition: "Token | None", expression: TimeExpression
) -> Relation | None:
    """How the preposition places the event by the time; None where it compares rather than dates.

    The preposition over a noun that the time modifies ("after last month's surrenders") says nothing of the noun.
    """
    said = {doc[i].lower_ for i in tokens[:1]}
    if preposition is not None:
        said.add(preposition.lower_)
    elif tokens[0] > 0 and top.dep_ not in _MODIFIERS and top.dep_ != "npadvmod":
        said.add(doc[tokens[0] - 1].lower_)
    if said & _NOT_DATES:
        return None
    if expression.range_end:
        return Relation.FROM
    if preposition is not None and waits_until(preposition):
        return Relation.AT
    if preposition is not None and preposition.i > 0 and doc[preposition.i - 1].lower_ in _CLOSE:
        return Relation.AT  # "shortly after 9.45 p.m."
    if "before" in said and isinstance(expression.tree, PartOfDay):
        return Relation.AT  # "before dawn on Wednesday" is Wednesday
    if said & _AFTER or (preposition is not None and preposition.lower_ == "from" and is_clause_head(preposition.head)):
        return Relation.AFTER
    return Relation.BEFORE if said & _BEFORE else Relation.AT


def _beside(noun: "Token") -> Relation | None:
    """ "After independence in 1961, the government revived it": later than what the date is said of."""
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or _is_body(noun):
        return None
    said = noun.head.lower_
    return Relation.AFTER if said in _AFTER else Relation.BEFORE if said == "before" else None


def _is_body(noun: "Token") -> bool:
    """ "will appear before the committee on 7 May": before people, and not before a time."""
    return noun.lemma_.lower() in words("events_nouns", "nouns", "bodies") | words("events_nouns", "nouns", "people")


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
            if word.dep_ == "pobj" and word.head.head.lower_ == "suspicion":
                return None  # "arrested on suspicion of murder on Monday"
            found = candidates.get(word.i)
            if word.dep_ == "pobj" and word.head.head.lemma_.lower() in _REMEMBERED:
                continue  # "on the anniversary of the attack on Monday"
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
        if is_as_told(word) or _is_suspected(word):
            continue
        if is_clause_head(word) or word.dep_ in ("acl", "relcl", "advcl"):
            return candidates.get(_content_of(word, host).i)
    return None


def _is_suspected(verb: "Token") -> bool:
    """ "was arrested on suspicion of causing injury on Monday": the day is that of the arrest."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "of" and verb.head.head.lower_ == "suspicion"


def _done_instead(verb: "Token", expression: TimeExpression, published: TimeValue | None) -> "Token":
    """ "launched an operation to retake the city on Monday": a past day is that of the deed, not of its purpose."""
    time = expression.time
    aspectual = verb.dep_ == "xcomp" and verb.head.lemma_ in words(_CUES, "governors", "aspectual")
    at_once = verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "before") and verb.head.i > 0
    if at_once and verb.doc[verb.head.i - 1].lower_ in _CLOSE and is_clause_head(verb.head.head):
        return verb.head.head  # "derailed shortly after leaving the station at 2.47pm"
    if aspectual:
        return verb.head  # "stopped making payments in May": it stopped in May
    if verb.lemma_ == "date" and verb.dep_ == "acl":  # "denied cover by letter dated 6 May"
        return next((a for a in ancestors(verb) if is_clause_head(a)), verb)
    moved = verb.dep_ == "xcomp" and verb.head.lemma_ == "move"
    let = verb.dep_ == "xcomp" and verb.head.lemma_ in words(_CUES, "verbs", "letting") and is_passive(verb.head)
    moved = moved or (verb.dep_ == "xcomp" and verb.head.lemma_ in words(_CUES, "verbs", "committing"))
    aimed = (verb.dep_ in ("acl", "advcl") or moved or let) and any(c.tag_ == "TO" for c in verb.children)
    if not aimed or time is None or published is None or time.last_day is None or published.last_day is None:
        return verb
    if time.last_day > published.last_day or (time.granularity.rank > Granularity.DAY.rank and not let):
        return verb
    return next((a for a in ancestors(verb) if finite(a) is not None and is_clause_head(a)), verb)


def _content_of(verb: "Token", host: "Token") -> "Token":
    """ "In 2009, Ford says it made profits": a present report is not dated by what it opens with; its content is."""
    content = child(verb, "ccomp")
    if content is None or verb.i != host.i or verb.tag_ not in ("VBZ", "VBP") or not is_speech(verb):
        return verb
    return content if content.tag_ in ("VBD", "VBN") else verb
