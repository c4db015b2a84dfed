"""What a news story goes on to tell of its own day: results after the election, what the police did after the attack.

The lead's day dates undated deeds of the kinds that a story of one day consists of, as long as nothing older is told
between: of 24 that were read on real news, 21 happened on that day, before the kinds were narrowed.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from timeline_app.extraction.dating import publication_day
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.factuality import Factuality
from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.light_verbs import acting_noun, carried_noun, is_speech
from timeline_app.extraction.events.statements import is_main, is_remark, statement_stands
from timeline_app.extraction.events.story import StorySoFar
from timeline_app.extraction.events.time_links import TimeLink, locates
from timeline_app.extraction.events.tree import ancestors, child, finite, is_set_apart
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
BY_DEFAULT = TimeLink((), DateBasis.PUBLICATION)
LIKELY_TODAY = TimeLink((), DateBasis.PUBLICATION, faint=True)
_PLACED = frozenset(("after", "before", "since", "later", "subsequently", "previously", "earlier", "once", "then"))
_QUOTES = ('"', "“")
_BULLETS = ("* ", "- ", "• ", "– ", "· ")


def told_along(
    story: StorySoFar,
    source: Source,
    expressions: Sequence[TimeExpression],
    candidates: Sequence[Candidate],
    links: Mapping[int, TimeLink],
    judged: Mapping[int, Factuality],
) -> dict[int, TimeLink]:
    """Links of undated deeds to the day that the story has come to; the story learns whether it is still that day's.

    A story without a lead goes on with the day of publication, where it opens with news of that day.
    """
    if source.context.document_kind is not DocumentKind.NEWS:
        return {}
    opening = _open(story, source, candidates, links)
    if not _has_day(story, expressions):
        return {}
    told: dict[int, list[TimeExpression]] = {}
    for expression in expressions:
        if locates(expression.tree):
            told.setdefault(expression.sentence.start, []).append(expression)
    found: dict[int, TimeLink] = {}
    aside: tuple[Token, bool] | None = None
    left: Token | None = None  # where a paragraph went back to other days
    for sentence, group in sentences(candidates):
        verbs = [c.token for c in group if not c.noun]
        times = told.get(sentence.start_char, ())
        main = {r.expression for verb in verbs for r in _refs_of_main(verb, links)}
        if aside is not None and _are_apart(aside[0], sentence):
            story.is_along, aside = story.is_along or aside[1], None
        opens = sentence.start == opening
        if opens or (story.lead is not None and any(_is_of_lead(story.lead, links.get(c.token.i)) for c in group)):
            story.contest = story.contest or any(_kind(verb) in _CONTESTS for verb in verbs) or _has_contest(group)
        if opens:
            story.is_along = True
            continue
        if times and not is_heading(sentence, source):
            if aside is None and _looks_back(sentence):
                aside = (sentence.root, story.is_along)
            was_along = story.is_along
            _follow(story, source, times, main)
            left = None if story.is_along else sentence.root if was_along or left is None else left
        answers = left is not None and _are_apart(left, sentence) and not main
        if not (story.is_along or answers) or story.told_on is None or _looks_back(sentence):
            continue
        for verb in verbs:
            if links.get(verb.i, BY_DEFAULT) != BY_DEFAULT:
                continue
            deed = story.is_along and not times and is_prose(sentence, source)
            deed = deed and is_deed(verb, judged[verb.i], contest=story.contest)
            if deed and verb.i not in links and (first := _first_day(story)) is not None:
                found[verb.i] = first
            acts = is_public_act(verb, judged[verb.i]) or _moves_market(verb, judged[verb.i])
            acts = acts or (story.is_along and not times and _is_statement(verb))
            if not deed and acts and (story.is_along or _is_voiced(verb)):
                found[verb.i] = story.told_on
    return found


def _are_apart(before: "Token", sentence: "Run") -> bool:
    """Whether a paragraph has begun since: what had been done before is told to the end of its own."""
    return any(before.i < start <= sentence.start for start in sentence.doc.paragraph_starts)


def _first_day(story: StorySoFar) -> TimeLink | None:
    """The day of the news, which its deeds are of; the answers to them are of the day told last.

    None where the lead tells an hour: nothing else was done at it.
    """
    if story.lead is None:
        return LIKELY_TODAY
    hour = story.lead_time is not None and story.lead_time.is_clock
    return None if hour else TimeLink(story.lead.refs, DateBasis.CONTAINER, faint=True)


def _refs_of_main(verb: "Token", links: Mapping[int, TimeLink]) -> tuple[TimeRef, ...]:
    """What dates a verb that carries its sentence; a relative clause's time is only its own."""
    link = links.get(verb.i)
    return link.refs if link is not None and verb.dep_ in ("ROOT", "conj", "ccomp") else ()


def _open(
    story: StorySoFar, source: Source, candidates: Sequence[Candidate], links: Mapping[int, TimeLink]
) -> int | None:
    """Where a story without a lead opens; with a deed of today, it goes on with the day of publication."""
    if story.lead is not None or story.has_begun:
        return None
    opening = _opening(source, candidates)
    if any(links.get(c.token.i) == LIKELY_TODAY for c in candidates if c.token.sent.start == opening):
        story.lead_time, story.told_on = publication_day(source.context), LIKELY_TODAY
    story.has_begun = opening is not None
    return opening


def _has_day(story: StorySoFar, expressions: Sequence[TimeExpression]) -> bool:
    """Whether a story has a day to go on with: its lead's, or that of publication."""
    lead = story.lead
    if lead is not None and story.lead_time is None:
        story.lead_time = next((e.time for e in expressions if e.id == lead.refs[0].expression), None)
        story.told_on = _first_day(story) if story.lead_time is not None else None
    return story.lead_time is not None and _is_day(story.lead_time)


def _is_day(time: TimeValue) -> bool:
    return time.granularity.rank <= Granularity.DAY.rank


def _follow(story: StorySoFar, source: Source, told: Sequence[TimeExpression], main: Collection[str]) -> None:
    """What the times of a sentence make of the story: it goes on, on a later day than before, or goes back.

    `main` are those that date its main clauses: only with these it goes back.
    """
    times = [t for e in told if (t := e.time) is not None]
    day, published = story.lead_time, source.context.published
    if day is None:
        return
    since = (day.last_day or 0) + (story.told_on is not None)
    later = [e for e in told if e.time is not None and _is_between(e.time, since, published)]
    back = [t for e in told if e.id in main and (t := e.time) is not None]
    story.is_along = bool(later) or _goes_on(times, day, along=False) or _goes_on(back, day, along=story.is_along)
    if later and story.lead is not None:
        story.told_on = TimeLink((TimeRef(later[-1].id),), DateBasis.CONTAINER, faint=True)


def _is_between(time: TimeValue, since: int, published: TimeValue | None) -> bool:
    """Whether a time is a day from a given one on, up to that of publication."""
    first, last = time.first_day, time.last_day
    if first is None or first != last or time.is_clock or published is None or not _is_day(time):
        return False
    return since <= first <= (published.last_day or first)


def sentences(candidates: Sequence[Candidate]) -> "Iterator[tuple[Run, list[Candidate]]]":
    """The candidates of each sentence that has any."""
    for _, group in groupby(candidates, key=lambda c: c.token.sent.start):
        held = list(group)
        yield held[0].token.sent, held


def _opening(source: Source, candidates: Sequence[Candidate]) -> int | None:
    """Where the first sentence of the body that tells something begins."""
    told = (sentence for sentence, group in sentences(candidates) if any(not c.noun for c in group))
    return next((sentence.start for sentence in told if is_prose(sentence, source)), None)


def _is_of_lead(lead: TimeLink, link: TimeLink | None) -> bool:
    return link is not None and any(ref.expression == lead.refs[0].expression for ref in link.refs)


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
    cues = words("events_cues", "verbs", "looking_back")
    return before or any(t.lower_ in cues and not _is_quality(t) and not _is_aside(t) for t in sentence)


def _is_aside(word: "Token") -> bool:
    """ "The mayor, who fled after the vote, said it came months late": of who did it, or only said; not when."""
    return any(
        head.dep_ == "relcl" or (head.dep_ == "ccomp" and head.head.i < head.i) for head in (word, *ancestors(word))
    )


def _is_quality(word: "Token") -> bool:
    """ "the former minister", "its highest since August", "jailed for 25 years": not when something was done."""
    if word.lower_ in ("years", "months", "weeks") and word.dep_ == "pobj":
        return word.head.lower_ == "to" or word.head.head.lemma_ in ("jail", "sentence", "ban", "imprison", "suspend")
    if word.lower_ == "since":
        return word.dep_ == "prep" and word.head.pos_ in ("NOUN", "ADJ", "PROPN")
    periods = words("events_nouns", "nouns", "periods")
    timed = word.head.ent_type_ in ("DATE", "TIME") or word.head.lemma_.lower() in periods
    return word.dep_ == "amod" and not timed


def is_prose(sentence: "Run", source: Source) -> bool:
    """Whether a sentence of the body has nothing quoted."""
    segment = source.segment_at(sentence.start_char)
    body = segment is None or segment.kind is SegmentKind.BODY
    return body and not any(t.text in _QUOTES for t in sentence)


def is_heading(sentence: "Run", source: Source) -> bool:
    """Whether a sentence stands on a line of its own and ends without a full stop, as headings and key points do."""
    line, _, _ = source.text[sentence.start_char :].lstrip().partition("\n")
    said = sentence.text.strip()
    before = source.text[: sentence.start_char].rpartition("\n")[2]
    if (before + line).lstrip().startswith(_BULLETS):
        return not line.rstrip().endswith((".", "!", "?"))
    return line.strip() == said and not said.endswith((".", "!", "?", ":", "”", '"', "’", ")"))


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


def is_public_act(verb: "Token", state: Factuality) -> bool:
    """ "The union accused the board of vandalism", "The minister summoned the envoy": an answer to the day's news."""
    carrier = finite(verb)
    simple = carrier is not None and carrier.tag_ == "VBD" and carrier.lemma_ != "have"
    if not simple or not is_main(verb) or state.modality is not Modality.HAPPENED or state.negated:
        return False
    placed = any(c.dep_ in ("prep", "advmod", "mark") and c.lower_ in _PLACED for c in verb.children)
    return not placed and verb.lemma_.lower() in words("events_cues", "verbs", "answering")


def _is_statement(verb: "Token") -> bool:
    """ "The Norland embassy said the expulsion would not help": what a body, and no single person, says to the news."""
    carrier, own = finite(verb), child(verb, "nsubj")
    if own is None or carrier is not verb or verb.tag_ != "VBD" or verb.lemma_ not in ("say", "state", "announce"):
        return False
    body = own.ent_type_ in ("ORG", "GPE") or own.lemma_.lower() in words("events_nouns", "nouns", "bodies")
    return body and child(verb, "ccomp") is not None and statement_stands(verb) and not is_remark(verb)


def _is_voiced(verb: "Token") -> bool:
    """ "The envoy welcomed it": what was only said is mostly of the day of the news, whatever stands above it."""
    return verb.lemma_.lower() in words("events_cues", "verbs", "voicing")


def _moves_market(verb: "Token", state: Factuality) -> bool:
    """ "Oil rose more than 4 percent", "Shares in the bank fell": what markets made of the day's news."""
    carrier, own = finite(verb), child(verb, "nsubj")
    simple = carrier is verb and verb.tag_ == "VBD" and is_main(verb) and state.modality is Modality.HAPPENED
    moved = verb.lemma_.lower() in words("events_cues", "verbs", "of_amounts")
    return simple and moved and own is not None and own.lemma_.lower() in words("events_nouns", "nouns", "traded")


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
