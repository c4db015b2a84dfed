"""What a paragraph goes on to tell of the day it named: "Two skiffs came near on 20 August. Shots were exchanged."."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate, is_event_head
from timeline_app.extraction.events.factuality import Factuality
from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.light_verbs import carried_noun, is_speech
from timeline_app.extraction.events.statements import is_main
from timeline_app.extraction.events.story_line import is_heading, is_prose, sentences
from timeline_app.extraction.events.time_links import TimeLink, locates
from timeline_app.extraction.events.tree import child, finite
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Modality, Relation, TimeExpression, TimeRef
from timeline_app.model.expression import Reference
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import DocumentKind, Source

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Run, Token

_START = attrgetter("span.start")
_SLOW = frozenset(("statement", "plan", "finance", "demand", "accuse", "threaten", "consult", "legal", "trade"))
_OWN = frozenset((DateBasis.CLAUSE, DateBasis.GOVERNOR))
_BEFORE = frozenset(("previously", "earlier", "before", "once", "ago", "since", "later", "subsequently", "eventually"))


def told_next(
    source: Source,
    expressions: Sequence[TimeExpression],
    candidates: Sequence[Candidate],
    links: Mapping[int, TimeLink],
    judged: Mapping[int, Factuality],
) -> dict[int, TimeLink]:
    """Links of undated deeds to the day that the main clause before them in their paragraph has.

    A sentence with a time of its own ends it, but for the clauses that it tells before that time.  In a history, which
    leaps from sentence to sentence, only "they" go on.
    """
    kind = source.context.document_kind
    if kind is DocumentKind.LIVEBLOG:
        return {}
    days = {
        e.id: e
        for e in expressions
        if e.time is not None and e.time.granularity.rank <= Granularity.DAY.rank and not isinstance(e.tree, Reference)
    }
    timed = sorted((e for e in expressions if locates(e.tree)), key=_START)
    found: dict[int, TimeLink] = {}
    day: TimeLink | None = None
    beside: TimeLink | None = None  # of the last clause of the sentence before, which "they" goes on with
    last: Run | None = None
    for sentence, group in sentences(candidates):
        if last is None or _parts(last, sentence, timed):
            day = beside = None
        last = sentence
        verbs = [c.token for c in group if not c.noun]
        times = _between(timed, sentence.start_char, sentence.end_char)
        if is_heading(sentence, source) or _looks_back(sentence, times) or not is_prose(sentence, source):
            day = beside = None
            continue
        for verb in verbs:
            by_them = _is_by_them(verb)
            link = day or (beside if by_them else None)
            link = link if by_them or kind is not DocumentKind.NARRATIVE else None
            if verb.i in links or not _is_deed(verb, judged[verb.i]) or link is None:
                continue
            if not times or _is_behind(times[0], verb, links):
                found[verb.i] = day = link
        beside = None
        if times:
            day = _day(sentence.root, links, judged, days)
            dated = [verb for verb in verbs if verb.i in links]
            beside = _day(dated[-1], links, judged, days) if dated and day is None else None
    return found


def _parts(last: "Run", sentence: "Run", timed: Sequence[TimeExpression]) -> bool:
    """Whether a paragraph begins, or a time is told, between two sentences."""
    if not sentence.doc.paragraph_starts.isdisjoint(range(last.start + 1, sentence.start + 1)):
        return True
    return bool(_between(timed, last.end_char, sentence.start_char))


def _between(timed: Sequence[TimeExpression], start: int, end: int) -> Sequence[TimeExpression]:
    """Those that begin at code points `start` to `end` (exclusive)."""
    return timed[bisect_left(timed, start, key=_START) : bisect_left(timed, end, key=_START)]


def _looks_back(sentence: "Run", times: Sequence[TimeExpression]) -> bool:
    """A sentence in the past perfect, or with "previously" or "later", tells of another day; not "minutes later"."""
    before = any(c.dep_ == "aux" and c.lower_ == "had" for c in sentence.root.children)
    told = [t for t in sentence.root.children if t.lower_ in _BEFORE]
    return before or any(not any(e.span.start <= t.idx < e.span.end for e in times) for t in told)


def _day(
    root: "Token",
    links: Mapping[int, TimeLink],
    judged: Mapping[int, Factuality],
    days: Mapping[str, TimeExpression],
) -> TimeLink | None:
    """The day of what a sentence tells first, where that is told as done at a time of its own."""
    link = links.get(root.i)
    if link is None or link.basis not in _OWN or not _was_done(root, judged[root.i]):
        return None
    if len(link.refs) != 1 or link.refs[0].relation is not Relation.AT or link.refs[0].counted is not None:
        return None
    expression = days.get(link.refs[0].expression)
    if expression is None or expression.time is None:
        return None
    whole = expression.time.granularity is Granularity.DAY
    relation = Relation.AT if whole else Relation.SAME_DAY
    return TimeLink((TimeRef(expression.id, relation),), DateBasis.CONTAINER, faint=True)


def _was_done(verb: "Token", state: Factuality) -> bool:
    """Told in the simple past, as a fact."""
    carrier = finite(verb)
    simple = carrier is not None and carrier.tag_ == "VBD" and carrier.lemma_ != "have"
    return simple and state.modality is Modality.HAPPENED and not state.negated


def _is_deed(verb: "Token", state: Factuality) -> bool:
    slow = kind_of(verb.lemma_.lower(), noun=False) in _SLOW and carried_noun(verb) is None
    states = verb.lemma_.lower() in words("events_cues", "verbs", "states") and carried_noun(verb) is None
    shows = verb.lemma_ in words("events_cues", "titles", "sourcing") | words("events_cues", "verbs", "voicing")
    return (
        _was_done(verb, state)
        and is_main(verb)
        and not (slow or states or shows or is_speech(verb) or is_in_another(verb))
    )


def _is_by_them(verb: "Token") -> bool:
    """ "... which began when six men drove up at 3 p.m. They shot two guards": told of whom the last clause was."""
    own = child(verb, "nsubj")
    return own is not None and own.lower_ in ("he", "she", "they")


def _is_behind(time: TimeExpression, verb: "Token", links: Mapping[int, TimeLink]) -> bool:
    """ "Three were killed, and a fourth died two days later": the time is that of a clause behind."""
    dated = (t for t in verb.sent if t.i > verb.i and t.i in links)
    return verb.idx < time.span.start and any(r.expression == time.id for t in dated for r in links[t.i].refs)


def is_in_another(verb: "Token") -> bool:
    """ "Two guards were hurt in a fire at the inn": in another fire than the one told of."""
    settings = (child(c, "pobj") for c in verb.children if c.dep_ in ("prep", "agent") and c.lower_ in ("in", "by"))
    things = [t for t in settings if t is not None and is_event_head(t)]
    return any(c.dep_ == "det" and c.lower_ in ("a", "an", "another") for t in things for c in t.children)
