"""What a news story goes on to tell of its own day: results after the election, what the police did after the attack.

The lead's day dates undated deeds of the kinds that a story of one day consists of, as long as nothing older is told
between: of 24 that were read on real news, 21 happened on that day, before the kinds were narrowed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from timeline_app.extraction.dating import publication_day
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.factuality import Factuality
from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.light_verbs import acting_noun, carried_noun, is_speech
from timeline_app.extraction.events.story import StorySoFar
from timeline_app.extraction.events.time_links import TimeLink, locates
from timeline_app.extraction.events.tree import finite, is_set_apart
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Modality, TimeExpression, TimeRef
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import DocumentKind, SegmentKind, Source
from timeline_app.model.time_value import TimeValue

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Run, Token

_OF_A_DAY = frozenset(("assault", "accident", "disaster", "clash", "death", "coerce", "protest", "occupation", "yield"))
_OF_A_DAY |= {"agreement", "appointment", "demand", "legal", "aid", "decide", "reject", "investigate", "mobilize"}
_CONTESTS = frozenset(("contest", "election"))  # only where the lead tells of one
LIKELY_TODAY = TimeLink((), DateBasis.PUBLICATION, faint=True)
_QUOTES = ('"', "“")


def told_along(
    story: StorySoFar,
    source: Source,
    expressions: Sequence[TimeExpression],
    candidates: Sequence[Candidate],
    links: Mapping[int, TimeLink],
    judged: Mapping[int, Factuality],
) -> dict[int, TimeLink]:
    """Links of undated deeds to the lead's day; the story learns whether it is still that day's.

    A story without a lead goes on with the day of publication, where it opens with news of that day.
    """
    lead = story.lead
    dating = lead.refs[0].expression if lead is not None else None
    day = next((e.time for e in expressions if dating is not None and e.id == dating), story.lead_time)
    opening: int | None = None
    if lead is None and not story.has_begun:
        opening = _opening(source, candidates)
        if any(links.get(c.token.i) == LIKELY_TODAY for c in candidates if c.token.sent.start == opening):
            day = publication_day(source.context)
    story.has_begun = story.has_begun or opening is not None
    story.lead_time = day
    if (
        day is None
        or day.granularity.rank > Granularity.DAY.rank
        or day.is_clock
        or source.context.document_kind is not DocumentKind.NEWS
    ):
        return {}
    link = TimeLink(lead.refs, DateBasis.CONTAINER, faint=True) if lead is not None else LIKELY_TODAY
    told: dict[int, list[TimeExpression]] = {}
    for expression in expressions:
        if locates(expression.tree):
            told.setdefault(expression.sentence.start, []).append(expression)
    found: dict[int, TimeLink] = {}
    for sentence, group in sentences(candidates):
        verbs = [c.token for c in group if not c.noun]
        times = [t for e in told.get(sentence.start_char, ()) if (t := e.time) is not None]
        if sentence.start == opening or any(ref.expression == dating for c in group for ref in _refs(links, c)):
            story.contest = story.contest or any(_kind(verb) in _CONTESTS for verb in verbs) or _has_contest(group)
        if sentence.start == opening:
            story.is_along = True
        elif told.get(sentence.start_char):
            story.is_along = _goes_on(times, day, along=story.is_along)
        elif story.is_along and not _looks_back(sentence) and is_prose(sentence, source):
            for verb in verbs:
                if verb.i not in links and is_deed(verb, judged[verb.i], contest=story.contest):
                    found[verb.i] = link
    return found


def sentences(candidates: Sequence[Candidate]) -> "Iterator[tuple[Run, list[Candidate]]]":
    """The candidates of each sentence that has any."""
    for _, group in groupby(candidates, key=lambda c: c.token.sent.start):
        held = list(group)
        yield held[0].token.sent, held


def _opening(source: Source, candidates: Sequence[Candidate]) -> int | None:
    """Where the first sentence of the body that tells something begins."""
    told = (sentence for sentence, group in sentences(candidates) if any(not c.noun for c in group))
    return next((sentence.start for sentence in told if is_prose(sentence, source)), None)


def _refs(links: Mapping[int, TimeLink], candidate: Candidate) -> Iterable[TimeRef]:
    link = links.get(candidate.token.i)
    return link.refs if link is not None else ()


def _goes_on(times: Sequence[TimeValue], day: TimeValue, *, along: bool) -> bool:
    """Whether the story is still, or again, that of its day after a sentence with times of its own."""
    if any(time.overlaps(day) and time.granularity.rank <= day.granularity.rank for time in times):
        return True
    ends = [time.last_day for time in times if time.last_day is not None]
    return along and not any(end < (day.first_day or end) for end in ends)


def _looks_back(sentence: "Run") -> bool:
    """A sentence in the past perfect, or with "previously", tells of another day."""
    root = sentence.root
    before = any(c.dep_ == "aux" and c.lower_ == "had" for c in root.children)
    return before or any(t.lower_ in words("events_cues", "verbs", "looking_back") for t in sentence)


def is_prose(sentence: "Run", source: Source) -> bool:
    """Whether a sentence of the body has nothing quoted."""
    segment = source.segment_at(sentence.start_char)
    body = segment is None or segment.kind is SegmentKind.BODY
    return body and not any(t.text in _QUOTES for t in sentence)


def is_deed(verb: "Token", state: Factuality, *, contest: bool) -> bool:
    """Whether a main clause in the simple past tells a deed of a kind that a day's story consists of."""
    carrier = finite(verb)
    simple = carrier is not None and carrier.tag_ == "VBD" and carrier.lemma_ != "have"
    main = verb.dep_ in ("ROOT", "conj") or (verb.dep_ == "ccomp" and verb.i < verb.head.i)
    told = main and (verb.dep_ != "ccomp" or is_set_apart(verb) or is_speech(verb.head))
    if not simple or not told or is_speech(verb) or state.modality is not Modality.HAPPENED or state.negated:
        return False
    kind = _kind(verb)
    moved = kind == "travel" and carried_noun(verb) is None
    return moved or kind in _OF_A_DAY or (contest and (kind in _CONTESTS or _has_contest_noun(verb)))


def _kind(verb: "Token") -> str | None:
    noun = carried_noun(verb) or acting_noun(verb)
    return kind_of((noun or verb).lemma_.lower(), noun=noun is not None)


def _has_contest_noun(verb: "Token") -> bool:
    """ "The match ended with ..."."""
    return any(
        c.dep_ in ("nsubj", "nsubjpass") and kind_of(c.lemma_.lower(), noun=True) in _CONTESTS for c in verb.children
    )


def _has_contest(group: Sequence[Candidate]) -> bool:
    return any(c.noun and kind_of(c.lemma, noun=True) in _CONTESTS for c in group)
