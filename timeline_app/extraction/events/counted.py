"""Distances from another event: "two days after the accident", "a week before she announced it".

The phrase is a length of time; what it is counted from is the event's own date, told in the same text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.kinds import kind_of, listed_lemma, may_be_akin, same_keys
from timeline_app.extraction.events.light_verbs import is_speech
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import SUBJECTS, ancestors, child, children, finite, is_clause_head
from timeline_app.model.annotation import AnchorKind, DateBasis, Relation, TimeExpression, TimeRef
from timeline_app.model.expression import Fields, Relative, Shift, counted_amount
from timeline_app.model.time_value import TimeValue

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_UNITS = frozenset(
    f"{unit}{s}" for unit in ("minute", "hour", "day", "night", "week", "fortnight", "month", "year") for s in ("", "s")
)
_NEAR = frozenset(("moments", "seconds", "minutes", "shortly", "immediately", "just", "right"))
_SIDES = {"after": Relation.AFTER, "following": Relation.AFTER, "before": Relation.BEFORE}
_OPPOSITE = {Relation.AFTER: Relation.BEFORE, Relation.BEFORE: Relation.AFTER}
_SAID = (DateBasis.CLAUSE, DateBasis.NOUN, DateBasis.GOVERNOR)
_COMING = frozenset(("come", "happen", "occur", "follow"))
_STORIES = frozenset(("assault", "accident", "disaster", "clash"))  # what news is about
_NEARBY = 120  # words, about a paragraph or two
_INCIDENTS = frozenset(("accident", "crash", "incident", "disaster", "tragedy", "collision", "collapse", "attack"))
_ANSWERED = frozenset(("later", "earlier", "afterwards"))  # these tell what a phrase counts from
_DATING = (Relation.AT, Relation.FROM)
_DEFINITE = frozenset(("the", "his", "her", "its", "their", "that", "this"))


@dataclass(frozen=True, slots=True)
class Distance:
    """A phrase that tells how far one event is from another: the phrase, its "after", and what it is counted from."""

    phrase: TimeExpression
    after: "Token"
    other: "Token"


def find_distances(doc: "Doc", expressions: Sequence[TimeExpression]) -> dict[str, Distance]:
    """The distances of a text by the ids of their phrases; by themselves these date nothing."""
    found: dict[str, Distance] = {}
    for expression in expressions:
        if counted_amount(expression.tree) is None and not _is_from_date(expression):
            continue
        tokens = doc.tokens_at(expression.span.start, expression.span.end)
        if tokens and doc[tokens[-1]].lower_ in _ANSWERED:
            continue  # "was restored three days later after complaints"
        after = _side_word(doc, tokens)
        lasting = tokens and tokens[0] > 0 and doc[tokens[0] - 1].lower_ == "for"  # "held out for months before"
        other = _other_event(after, expression.span.end) if after is not None and not lasting else None
        if after is not None and other is not None and other.ent_type_ not in ("DATE", "TIME"):
            found[expression.id] = Distance(expression, after, other)
    return found


def _is_from_date(expression: TimeExpression) -> bool:
    """ "two weeks" in "two weeks after the attack on Friday", which is counted from that Friday already."""
    tree = expression.tree
    last = expression.phrase.rsplit(None, 1)[-1].lower()
    return isinstance(tree, Shift) and isinstance(tree.of, Fields) and last in _UNITS


def close_links(candidates: Sequence[Candidate], links: Mapping[int, TimeLink]) -> dict[int, TimeLink]:
    """ "Minutes before the announcement on Monday evening, two members walked out": so near that the time is one."""
    found: dict[int, TimeLink] = {}
    for candidate in candidates:
        verb = candidate.token
        for word in () if candidate.noun or verb.i in links else children(verb, "prep", "advcl"):
            side = word if word.dep_ == "prep" else child(word, "mark")
            other = child(word, "pobj") if word.dep_ == "prep" else word
            if side is None or other is None or side.lower_ not in _SIDES or side.i == 0:
                continue
            near = verb.doc[side.i - 1].lower_ in _NEAR
            if near and other.i in links and (ref := date_of(other.i, links)) is not None:
                found[verb.i] = TimeLink((ref,), DateBasis.CLAUSE)
    return found


def _is_number(expression: TimeExpression) -> bool:
    """ "two weeks", no "weeks"."""
    return isinstance(expression.tree, Shift) and expression.tree.amount.count is not None


def count_from_events(
    distances: Iterable[Distance],
    candidates: Sequence[Candidate],
    links: dict[int, TimeLink],
    hosts: dict[str, set[int]],
    times: Mapping[str, TimeValue | None],
) -> None:
    """Dates the candidates that are told by their distance from a dated one, and those that tell what it is from.

    "The day before the vote" is no date where nothing says when the vote was.  `hosts` learns what a phrase is said
    of; `times` are those of the phrases.
    """
    by_token = {c.token.i: c for c in candidates}
    for distance in distances:
        expression, other = distance.phrase, distance.other
        host = _host(distance.after, other, by_token)
        if host is None:
            continue
        hosts.setdefault(expression.id, set()).add(host.i)
        side = _SIDES[distance.after.lower_]
        held = links.get(host.i)
        if held is not None and held.first >= 0 and held.refs[0].relation is Relation.BEFORE:
            continue  # "had been evacuated by 4 May, the day before the storm"
        own = date_of(host.i, links) or _date_within(host, distance.after, links) or _date_beside(host, links)
        base = date_of(other.i, links)
        if own is None and base is None and not (host.lemma_ in _COMING and is_clause_head(other)):
            base = told_before(other, distance.after.i, candidates, links)
        if base is not None and _is_incident(other):
            near = [c for c in candidates if 0 < other.i - c.token.i < _NEARBY]
            base = _its_day(base, near, links, times)
        if own is None and _is_from_date(expression) and _is_number(expression):
            links[host.i] = TimeLink((TimeRef(expression.id),), DateBasis.CLAUSE)
        elif own is None and base is not None:
            links[host.i] = _link(base, side, expression)
        elif own is not None and base is None and other.i in by_token:
            candidate = by_token[other.i]
            if not candidate.noun or _is_told_by_itself(candidate, expression):
                links[other.i] = _link(own, _OPPOSITE[side], expression, noun=candidate.noun)
        elif own is None and side is Relation.AFTER and _has_antecedent(expression):
            links[host.i] = TimeLink((TimeRef(expression.id),), DateBasis.CLAUSE)


def _is_incident(word: "Token") -> bool:
    lemma = listed_lemma(word)
    return lemma in _INCIDENTS or kind_of(lemma, noun=word.pos_ == "NOUN") in _STORIES


def _its_day(
    base: TimeRef, candidates: Sequence[Candidate], links: Mapping[int, TimeLink], times: Mapping[str, TimeValue | None]
) -> TimeRef:
    """ "the collapse in February killed nine. The dam gave way on 3 February": the only day told of that month."""
    whole = times.get(base.expression)
    if whole is None or whole.first_day is None or whole.last_day is None or whole.first_day == whole.last_day:
        return base
    days: dict[int, TimeRef] = {}
    for candidate in candidates:
        ref = date_of(candidate.token.i, links)
        time = times.get(ref.expression) if ref is not None and ref.relation is Relation.AT else None
        if ref is None or time is None or time.first_day is None or time.first_day != time.last_day:
            continue
        if whole.first_day <= time.first_day <= whole.last_day:
            days.setdefault(time.first_day, ref)
    return next(iter(days.values())) if len(days) == 1 else base


def count_from_story(
    distances: Iterable[Distance], candidates: Sequence[Candidate], links: dict[int, TimeLink], lead: TimeLink | None
) -> None:
    """ "The attack came a day after the army announced ...": counted from the day of what came, told before.

    `lead` is the day of the story, None in accounts that have none.
    """
    by_token = {c.token.i: c for c in candidates}
    for distance in distances:
        candidate = by_token.get(distance.other.i)
        news = candidate is not None and _is_of_publication(distance, by_token, links)
        came = next((word for word in ancestors(distance.other) if is_clause_head(word)), None)
        is_told = came is not None and came.lemma_ in _COMING and came.tag_ in ("VBD", "VBZ")
        base = None
        if came is not None and is_told:  # "Her departure comes six days after": than the day on which she left
            base = date_of(came.i, links) or _date_of_what_came(came, candidates, links, lead)
        if news and base is None:
            links[distance.other.i] = _link(TimeRef(distance.phrase.id), Relation.BEFORE, distance.phrase)
            continue
        if candidate is None or candidate.noun or date_of(distance.other.i, links) is not None:
            continue
        if base is not None:
            links[distance.other.i] = _link(base, _OPPOSITE[_SIDES[distance.after.lower_]], distance.phrase)


def _is_of_publication(distance: Distance, by_token: Mapping[int, Candidate], links: Mapping[int, TimeLink]) -> bool:
    """ "The union has rejected the offer, a day after the mine closed": counted from what has just been told as news.

    The distance stands for its own base, which is the day of publication.
    """
    amount, other = counted_amount(distance.phrase.tree), distance.other
    host = _host(distance.after, other, by_token)
    link = links.get(host.i) if host is not None else None
    carrier = finite(other) if is_clause_head(other) else None
    if amount is None or amount.count is None or amount.unit.is_clock or carrier is None or carrier.tag_ != "VBD":
        return False
    news = link is not None and link.basis is DateBasis.PUBLICATION and not link.refs
    return news and distance.after.lower_ == "after" and links.get(other.i) is None


def _date_of_what_came(
    came: "Token", candidates: Sequence[Candidate], links: Mapping[int, TimeLink], lead: TimeLink | None
) -> TimeRef | None:
    """The day of "the incident", "his arrest on 9 April", "it": its own, that of its name, or that of the story."""
    subject = child(came, *SUBJECTS)
    if subject is None:
        return None
    own = date_of(subject.i, links) or told_before(subject, subject.i, candidates, links)
    if own is not None:
        return own
    pointing = subject.tag_ in ("PRP", "DT") or any(c.lower_ in ("the", "this", "that") for c in subject.children)
    if not pointing or subject.ent_type_:
        return None
    start = came.sent.start
    told = next((c.token for c in reversed(candidates) if c.token.i < start and c.token.dep_ == "ROOT"), None)
    near = date_of(told.i, links) if told is not None and told.sent.end == start else None
    first = lead.refs[0] if lead is not None and lead.refs else None
    return (first or near) if kind_of(listed_lemma(subject), noun=True) in _STORIES else (near or first)


def _is_told_by_itself(noun: Candidate, distance: TimeExpression) -> bool:
    """Whether a noun says which event it is, at a distance that is counted: "the fall of Omar al-Bashir"."""
    said, amount = child(noun.token, "prep", "poss", "compound", "amod"), counted_amount(distance.tree)
    return said is not None and said.tag_ != "PRP$" and amount is not None and amount.count is not None


def _side_word(doc: "Doc", tokens: range) -> "Token | None":
    """The "after" behind a distance, or the one that closes it: "two days after", "the day after"."""
    last = tokens[-1] if tokens else None
    if last is None:
        return None
    if doc[last].lower_ not in _SIDES:
        last += 1
    return doc[last] if last < len(doc) and doc[last].lower_ in _SIDES else None


def _has_antecedent(expression: TimeExpression) -> bool:
    """Whether "the day after" counts from a day that the text told before."""
    reading = expression.reading
    return isinstance(expression.tree, Relative) and reading is not None and reading.anchor.kind is AnchorKind.PREVIOUS


def _link(base: TimeRef, side: Relation, distance: TimeExpression, *, noun: bool = False) -> TimeLink:
    """The time at a distance from another; only before or after it where "days" or "weeks" are not counted."""
    amount = counted_amount(distance.tree)
    told = amount is not None and (amount.count is not None or amount.unit.is_clock)
    counted = distance.id if told else None
    basis = DateBasis.NOUN if noun else DateBasis.CLAUSE
    return TimeLink((TimeRef(base.expression, side, counted=counted),), basis)


def _other_event(after: "Token", end: int) -> "Token | None":
    """What the distance is counted from: the noun or the clause that "after" opens."""
    if after.dep_ == "mark":
        return after.head if is_clause_head(after.head) and after.head.i > after.i else None
    noun = child(after, "pobj", "pcomp")
    if noun is not None and noun.idx >= end:
        return noun
    return None


def _host(after: "Token", other: "Token", by_token: Mapping[int, Candidate]) -> "Token | None":
    """The clause that the distance places."""
    start = other if after.dep_ == "mark" else after
    verb = next((word for word in ancestors(start) if is_clause_head(word)), None)
    if verb is None and after.dep_ == "mark":  # the main clause was parsed as content of the one behind "after"
        verb = next((c for c in children(other, "ccomp") if c.i < after.i), None)
    return verb if verb is not None and verb.i in by_token and verb.i != other.i else None


def _date_within(host: "Token", after: "Token", links: Mapping[int, TimeLink]) -> TimeRef | None:
    """ "They died when it crashed on Wednesday, hours after ...": the date of the clause inside that stands nearer."""
    inner = next((c for c in reversed(children(host, "advcl")) if c.i < after.i), None)
    return date_of(inner.i, links) if inner is not None else None


def _date_beside(host: "Token", links: Mapping[int, TimeLink]) -> TimeRef | None:
    """ "Missiles struck the base on Sunday, killing nine, a monitor said, a week after ...": not when it was said."""
    said = host.dep_ == "ccomp" and is_speech(host.head)  # "said on Sunday it had taken the town, two days after ..."
    beside = host.head if said or (host.tag_ == "VBG" and host.dep_ == "advcl") else None
    told = child(host, "ccomp") if is_speech(host) else beside
    return date_of(told.i, links) if told is not None and told.i < host.i else None


def date_of(index: int, links: Mapping[int, TimeLink]) -> TimeRef | None:
    """The reference that says when a candidate was, in words of its own."""
    link = links.get(index)
    if link is None or link.basis not in _SAID or not link.refs:
        return None
    ref = link.refs[0]
    return ref if ref.relation in _DATING and ref.counted is None else None


def told_before(
    other: "Token", before: int, candidates: Sequence[Candidate], links: Mapping[int, TimeLink]
) -> TimeRef | None:
    """The date of the same event told earlier: "an accident on 14 June ... two days after the accident"."""
    is_noun = other.pos_ == "NOUN"
    bare = other.tag_ == "NN" and not any(True for _ in other.children)  # "two minutes after takeoff"
    if is_noun and not bare and not any(c.lower_ in _DEFINITE for c in other.children):
        return None
    keys = set(same_keys(listed_lemma(other)))
    found: TimeRef | None = None
    first = any(c.lower_ == "first" for c in other.children)
    for candidate in reversed(candidates):
        if candidate.token.i >= before or candidate.token.i == other.i:
            continue
        lemma = listed_lemma(candidate.token)
        if is_noun and f"{lemma.removesuffix('e')}ing" == other.lower_:
            keys.add(lemma)  # "filed for insolvency ... within hours of the filing"
        if keys.isdisjoint(same_keys(lemma)) and not may_be_akin(listed_lemma(other), lemma):
            continue
        ref = date_of(candidate.token.i, links) or _date_of_its_verb(candidate, links)
        if ref is None:
            continue
        far = is_noun and listed_lemma(other) in _INCIDENTS and other.i - candidate.token.i > _NEARBY
        if not first and (found is None and not far):
            return ref
        found = ref  # the first told: what the report is about
    if found is not None:
        return found
    return _violence_before(other, candidates, links) if is_noun else None


def _violence_before(noun: "Token", candidates: Sequence[Candidate], links: Mapping[int, TimeLink]) -> TimeRef | None:
    """ "Eighty were killed on 4 April. Three days after the incident": what harm the sentence before tells.

    Else the first that the text tells of, what it is about; "that accident" is the last one.
    """
    plain = all(c.dep_ in ("det", "punct") for c in noun.children)
    start = noun.sent.start
    if not plain or start == 0 or kind_of(listed_lemma(noun), noun=True) not in _STORIES:
        return None
    before = noun.doc[start - 1].sent.start
    harm = [
        (c.token.i, ref)
        for c in candidates
        if c.token.i < start
        and kind_of(listed_lemma(c.token), noun=c.noun) in _STORIES
        and (ref := date_of(c.token.i, links)) is not None
    ]
    told = [ref for index, ref in harm if index >= before]
    if told:
        return told[0] if len({ref.expression for ref in told}) == 1 else None
    meant = -1 if any(c.lower_ == "that" for c in noun.children) else 0
    return harm[meant][1] if harm and noun.lemma_.lower() in _INCIDENTS else None


def _date_of_its_verb(candidate: Candidate, links: Mapping[int, TimeLink]) -> TimeRef | None:
    """ "An explosion killed five miners on 3 March": the day of what a noun did is its own."""
    token = candidate.token
    return date_of(token.head.i, links) if candidate.noun and token.dep_ in SUBJECTS else None
