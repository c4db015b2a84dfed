"""Which time expression dates which candidate, and by what part of the text.

The order is fixed: same clause, the noun's own modifier, the governing clause, the narrative container, publication.
A date never reaches across a clause boundary by nearness alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate, is_event_head
from timeline_app.extraction.events.light_verbs import full_lemma, is_moving
from timeline_app.extraction.events.pictures import is_shown
from timeline_app.extraction.events.time_compared import (
    is_compared,
    is_former_level,
    is_same_as,
    is_stretch_before,
    is_superlative,
)
from timeline_app.extraction.events.time_fit import (
    announced,
    claimed_then,
    done_by_paper,
    done_with,
    given_until,
    goes_back,
    is_declared,
    is_going_on,
    is_named_for,
    is_offered_from,
    is_superseded,
    is_topic,
    lasted_until,
    lasts_until,
    met_before,
    moved_noun,
    perfect_gerund,
    planned_noun,
    stated_then,
    told_now,
)
from timeline_app.extraction.events.time_hosts import (
    MODIFIERS,
    STARTING,
    beside_noun,
    done_instead,
    found_doing,
    host_of,
    inserted,
    last_event_noun,
    noun_host,
    opening_of,
    relation_of,
    top_of,
    verb_host,
)
from timeline_app.extraction.events.time_of_things import (
    are_told_apart,
    is_any_night,
    is_described,
    is_named_by_year,
    is_of_figures,
    is_of_months,
    is_of_one,
)
from timeline_app.extraction.events.time_words import token_range, whole_range
from timeline_app.extraction.events.tree import (
    SUBJECTS,
    ancestors,
    children,
    finite,
    is_clause_head,
    kept_by,
)
from timeline_app.extraction.lexicon import words
from timeline_app.extraction.tense import sets_days
from timeline_app.model.annotation import DateBasis, Relation, TimeExpression, TimeRef
from timeline_app.model.expression import Duration, Expression, Modified, PartOfDay, Recurring, Reference, Shift, Vague
from timeline_app.model.time_value import TimeValue

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_CUES = "events_cues"


@dataclass(frozen=True, slots=True)
class TimeLink:
    """How a candidate is dated: its references and which part of the text gave them.

    `faint` is only likely; `opens` tells that the clause opens a news story, and is its news whatever it tells.
    """

    refs: tuple[TimeRef, ...]
    basis: DateBasis
    first: int = -1  # index of the token where the phrase begins, where the clause's own phrase dates it
    faint: bool = False
    opens: bool = False


def locates(tree: Expression) -> bool:
    """Whether such a phrase can place an event: no bare duration, no repetition, no "soon"."""
    match tree:
        case Duration() | Recurring() | Reference(kind=Vague.FUTURE):
            return False
        case Modified(of=inner):
            return locates(inner)
        case _:
            return True


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
        if expression.phrase.lower() == "the time" and _opens_with(doc, expression, "by"):
            continue  # "By the time the truce began": the clause tells what was by then
        if expression.id in moved:
            if moved[expression.id] == "from":
                continue  # the day that no longer holds
            expression = replace(expression, range_end=None)
        tokens = whole_range(doc, expression, by_id)
        for index, link in _links_of(doc, tokens, expression, by_token, published) if tokens else ():
            hosts.setdefault(expression.id, set()).add(index)
            held = found.get(index)
            earlier = by_id.get(held.refs[0].expression) if held is not None else None
            before = _clause_before(doc, earlier, expression, index)
            if held is not None and before is not None:
                found[index] = link
                if before.tag_ == "VBD" and before.i in by_token:
                    found.setdefault(before.i, held)
            elif held is None or _is_firmer(doc, expression, earlier, link):
                found[index] = link
            elif not _counts_from(expression, earlier):
                found[index] = _joined(held, link)
    return found, hosts


def _counts_from(expression: TimeExpression, earlier: TimeExpression | None) -> bool:
    """ "will cross from 1 May and trucks a week later": what is counted from a time is another."""
    reading = expression.reading
    return earlier is not None and reading is not None and reading.anchor.expression == earlier.id


def _moved_between(doc: "Doc", expression: TimeExpression) -> str:
    """ "was postponed on Monday to Friday": no range, but the day of the decision, or the old one, and the new one.

    The word before the first day, or nothing where it is a range.
    """
    tokens = token_range(doc, expression)
    before = doc[tokens[0] - 1] if tokens and tokens[0] > 0 else None
    if before is None or before.lower_ not in ("on", "from") or before.dep_ != "prep":
        return ""
    verb = before.head.head if before.head.dep_ == "advmod" else before.head
    return before.lower_ if is_moving(verb) and full_lemma(verb) != "extend" else ""


def _clause_before(doc: "Doc", held: TimeExpression | None, expression: TimeExpression, verb: int) -> "Token | None":
    """ "On 9 May two owners called for a sale, and a week later the board agreed": the verb of the first time."""
    one, other = token_range(doc, held) if held is not None else range(0), token_range(doc, expression)
    if not one or not other or not one[-1] < other[0] <= verb:
        return None
    between = doc[one[-1] + 1 : other[0]]
    joint = next((t.i for t in between if t.text in (",", ";") and doc[t.i + 1].lower_ in ("and", "but")), 0)
    return next((t for t in doc[one[-1] + 1 : joint] if t.tag_ in ("VBD", "VBN")), None) if joint else None


def _opens_with(doc: "Doc", expression: TimeExpression, preposition: str) -> bool:
    """Whether a preposition, and at most an article, stands before a phrase or at its head."""
    tokens = token_range(doc, expression)
    return bool(tokens) and preposition in {t.lower_ for t in doc[max(tokens[0] - 2, 0) : tokens[0] + 1]}


def _is_firmer(doc: "Doc", expression: TimeExpression, held: TimeExpression | None, link: TimeLink) -> bool:
    """ "Ten minutes earlier, at 14:20 on 1 May 2018": a date in full says more than one that is counted."""
    if held is None or link.refs[0].relation not in (Relation.AT, Relation.FROM):
        return False
    if held.time is None and expression.time is not None:
        return True  # "on the first day of the trial, 6 January 2011"
    if isinstance(held.tree, Reference) and held.phrase.lower() in ("recently", "the time"):
        return True  # "three times, most recently on 4 May", "The mayor at the time resigned a month later"
    if _opens_with(doc, held, "for") and _opens_with(doc, expression, "on"):
        return True  # "reported a loss for the first half on 6 August"
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
    top = top_of(doc, tokens)
    preposition, host = opening_of(doc, tokens, top) or host_of(top, tokens)
    as_of = tokens[0] > 1 and doc[tokens[0] - 1].lower_ == "of" and doc[tokens[0] - 2].lower_ == "as"
    if as_of:
        host = next((a for a in (host, *ancestors(host)) if is_clause_head(a) and finite(a) is not None), host)
    participle = inserted(doc, tokens, host)
    if participle is not None and participle.tag_ == "VBD":
        return []  # taken for a verb of the clause behind it
    host = participle or host
    modifier = top.dep_ in MODIFIERS or (top.tag_ == "JJ" and top.dep_ in ("conj", "advmod"))
    if top.tag_ == "JJ" and top.dep_ in SUBJECTS:
        return []  # "current and former leaders"
    ruled = done_by_paper(host)
    if ruled is not None and ruled.i in candidates and (_is_date_of(doc, tokens) or host.dep_ == "acl"):
        return [(ruled.i, TimeLink((TimeRef(expression.id),), DateBasis.CLAUSE, tokens[0]))]
    if modifier and are_told_apart(host) and is_of_months(expression):
        return []  # "adjusts its first quarter 2018 results, which were released on 3 May"
    if host.lemma_ == "period" and host.dep_ == "pobj" and host.head.lower_ == "for":
        return []  # "to pay arrears for the period from 2004 to 2009"
    if is_of_figures(top):
        return []  # "withdrew its results for 2019"
    named = preposition is not None and preposition.lower_ == "of" and host.i not in candidates
    if named and (host.lemma_.lower() in words("events_nouns", "nouns", "papers") or is_named_by_year(host)):
        return []  # "the minutes of 2 May were approved", "a return to the constitution of 2004"
    if top.dep_ in ("npadvmod", "appos") and any(c.lower_ == "of" and c.i not in tokens for c in top.children):
        return []  # "in 1956, the summer of Suez"
    if preposition is None and modifier and host.pos_ in ("NOUN", "PROPN") and host.i not in candidates:
        picture = host.head if host.dep_ == "compound" else host  # "A 5 May drone image shows tanks"
        if picture.dep_ == "nsubj" and is_shown(picture.head):
            return [(picture.head.i, TimeLink((TimeRef(expression.id),), DateBasis.CLAUSE))]
        # "the 2017 law", "current leaders": dates the thing, not what it does, but what happened "in which"
        when = TimeLink((TimeRef(expression.id),), DateBasis.CLAUSE)
        return [(verb.i, when) for verb in _relative_clause(doc, tokens) if verb.head is host]
    if _is_owed(doc, tokens) or _is_of_event(doc, tokens, expression):
        return []
    if top.dep_ == "dobj" and top.head.lemma_ in words(_CUES, "verbs", "remembering"):
        return []  # "held a ceremony commemorating the date"
    if host.dep_ == "appos" and host.i not in candidates and host.head.ent_type_ == "PERSON":
        return []  # "the trial of Franz Holm, chancellor from 1983": of the man, and not of the trial
    if is_declared(top, host):
        return _kept_on(host, expression, Relation.AT, candidates)
    if (
        is_any_night(doc, tokens, host)
        or is_superseded(host)
        or is_named_for(host, preposition, expression, candidates)
    ):
        return []
    if is_same_as(doc, tokens, host) or is_stretch_before(doc, tokens):
        return []
    if is_former_level(doc, tokens) or is_described(doc, tokens, top, preposition) or is_of_one(host, preposition):
        return []
    found = [
        (verb.i, TimeLink((TimeRef(expression.id),), DateBasis.GOVERNOR)) for verb in _relative_clause(doc, tokens)
    ]
    if goes_back(host, preposition):
        return found
    if host.dep_ == "pobj" and host.head.lower_ == "since" and host.i not in candidates:
        return found  # "the biggest jump since the Gulf War in 1991"
    relation = None if is_compared(host) else relation_of(doc, tokens, top, preposition, expression)
    if relation is None:
        compared = candidates.get(last_event_noun(doc, tokens[0], candidates))
        at = (TimeRef(expression.id),)
        return [] if compared is None else [(compared.token.i, TimeLink(at, DateBasis.NOUN))]
    if (relation is Relation.AFTER or _is_open(expression)) and is_superlative(host):
        return found  # "the worst since 1953", "the worst accident of recent years"
    moved = moved_noun(host, preposition, candidates)
    if moved is not None:
        return [(moved.token.i, TimeLink((TimeRef(expression.id),), DateBasis.NOUN))]
    if (given := given_until(tokens, host, preposition)) is not None:
        return [(given.i, TimeLink((TimeRef(expression.id, Relation.BEFORE),), DateBasis.CLAUSE))]
    if is_offered_from(host, preposition):
        offering = host.head if host.dep_ == "dobj" else host
        return _kept_on(offering, expression, Relation.FROM, candidates)
    if preposition is not None and sets_days(preposition):
        return _kept_on(preposition.head, expression, relation, candidates)
    if lasts_until(host, preposition, expression, published):
        return found
    if relation is Relation.AT and host.i not in candidates:
        relation = beside_noun(host, expression) or relation
    ref = (TimeRef(expression.id, relation),)
    noun = None if as_of else noun_host(doc, tokens, preposition, host, candidates)
    if noun is not None and is_topic(noun.token, expression, published):
        noun = None
    if preposition is not None and preposition.head.lower_ in STARTING and is_clause_head(host):
        begun = [candidates[i] for i in range(host.i + 1, tokens[0]) if i in candidates and candidates[i].noun]
        if not begun and host.i in candidates and preposition.head.head is host:  # "took place over four days starting"
            return [*found, (host.i, TimeLink((TimeRef(expression.id, Relation.FROM),), DateBasis.CLAUSE))]
        return [*found, *((c.token.i, TimeLink(ref, DateBasis.NOUN)) for c in begun[-1:])]
    said = stated_then(host, expression, published) if noun is None or _is_some(noun.token) else None
    if said is not None and said.i in candidates:
        return [*found, (said.i, TimeLink(ref, DateBasis.CLAUSE, tokens[0]))]
    if noun is None:
        noun = told_now(tokens, host, candidates, expression, published)
    elif (teller := announced(noun.token, expression, published)) is not None and teller.i in candidates:
        return [*found, (teller.i, TimeLink(ref, DateBasis.CLAUSE, tokens[0]))]
    if noun is not None and (lasting := lasted_until(noun.token)) is not None and lasting.i in candidates:
        held = (noun.token.i, TimeLink(ref, DateBasis.NOUN))
        return [*found, held, (lasting.i, TimeLink((TimeRef(expression.id, Relation.BEFORE),), DateBasis.CLAUSE))]
    if noun is not None and (claim := claimed_then(noun.token)) is not None and claim.i in candidates:
        return [*found, (claim.i, TimeLink(ref, DateBasis.CLAUSE, tokens[0]))]
    if noun is not None and (met := met_before(noun.token)) is not None and met.i in candidates:
        return [
            *found,
            (noun.token.i, TimeLink(ref, DateBasis.NOUN)),
            (met.i, TimeLink(ref, DateBasis.CLAUSE, tokens[0])),
        ]
    if noun is not None:
        doing = done_with(noun.token, tokens[0], expression, published)
        if doing is not None and doing.i in candidates:
            held = (noun.token.i, TimeLink(ref, DateBasis.GOVERNOR))
            return [*found, (doing.i, TimeLink(ref, DateBasis.CLAUSE, tokens[0])), held]
        return [*found, (noun.token.i, TimeLink(ref, DateBasis.NOUN))]
    done = perfect_gerund(tokens, host)
    if done is not None:
        link = TimeLink(ref, DateBasis.CLAUSE, tokens[0])
        return [*found, (done.i, link)] if done.i in candidates else found
    planned = planned_noun(tokens, host, candidates, expression, published)
    if planned is not None:
        return [*found, (planned.token.i, TimeLink(ref, DateBasis.NOUN))]
    found += [(verb.i, TimeLink(ref, DateBasis.CLAUSE, tokens[0])) for verb in _slipped_clause(doc, tokens)]
    verb = verb_host(done_instead(host, expression, published), candidates)
    if verb is not None and (over := found_doing(verb.token, expression)) is not None and over.i in candidates:
        verb = candidates[over.i]
    verb = None if verb is not None and is_going_on(verb.token, expression, published) else verb
    return found if verb is None else [*found, (verb.token.i, TimeLink(ref, DateBasis.CLAUSE, tokens[0]))]


def _kept_on(
    verb: "Token", expression: TimeExpression, relation: Relation, candidates: dict[int, Candidate]
) -> list[tuple[int, TimeLink]]:
    """ "declared Monday a day of mourning", "declared three days of mourning from Friday": the mourning has the day."""
    made = (c for c in children(verb, "dobj", "oprd", "attr") if c.lemma_ == "day")
    kept = [noun for day in made if (noun := kept_by(day)) is not None and noun.i in candidates]
    return [(noun.i, TimeLink((TimeRef(expression.id, relation),), DateBasis.NOUN)) for noun in kept[:1]]


def _is_of_event(doc: "Doc", tokens: range, expression: TimeExpression) -> bool:
    """ "on the afternoon of the accident": of the day of the accident, if the text tells it (`same_day.py`)."""
    of = doc[tokens[-1] + 1] if tokens[-1] + 1 < len(doc) else None
    if of is None or of.lower_ != "of" or not isinstance(expression.tree, PartOfDay) or expression.tree.day is not None:
        return False
    event = next((c for c in of.children if c.dep_ == "pobj"), None)
    return event is not None and is_event_head(event)


def _is_owed(doc: "Doc", tokens: range) -> bool:
    """ "published the report, due in March, on Friday": when a thing was due; no "missed a rent due"."""
    index = tokens[0] - 1
    if index > 0 and doc[index].lower_ in ("on", "in", "at", "by"):
        index -= 1
    if index < 1 or doc[index].lower_ not in ("due", "payable"):
        return False
    due = doc[index]
    over = next((word for word in ancestors(due) if is_clause_head(word)), None)
    if over is None or due.dep_ in ("acomp", "ROOT", "oprd") or over.lemma_ in words(_CUES, "verbs", "owing"):
        return False
    return doc[index - 1].pos_ in ("NOUN", "PROPN", "PUNCT")


def _is_some(noun: "Token") -> bool:
    """ "at a hearing"."""
    return any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)


def _is_open(expression: TimeExpression) -> bool:
    time = expression.time
    return time is not None and (time.earliest_start is None or time.latest_end is None)


def _is_date_of(doc: "Doc", tokens: range) -> bool:
    """Whether a date says when a paper was written: "a decision of 3 May", "a letter dated 3 May"."""
    return tokens[0] > 0 and doc[tokens[0] - 1].lower_ in ("of", "dated", "from")


def _relative_clause(doc: "Doc", tokens: range) -> list["Token"]:
    """The verb of a clause on the time itself: "in 2008, when it lost", "last week, in which Syria accused"."""
    index = tokens[-1] + 1
    if index < len(doc) and doc[tokens[-1]].head is doc[index] and doc[index].pos_ in ("NOUN", "PROPN"):
        index += 1  # "the 1991 Hajj, in which 1,426 were trampled"
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
