"""The narrative container: the time that a section's header or the lead sets for clauses without one of their own.

After Pustejovsky & Stubbs 2011: undated past clauses and speech verbs default to the container, and to publication
where there is none.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.attribution import reporting_verb
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.chronology import dates_page
from timeline_app.extraction.events.factuality import Factuality
from timeline_app.extraction.events.kinds import kind_of, listed_lemma
from timeline_app.extraction.events.leads import find_lead, find_sitting, is_of_today, is_only_said
from timeline_app.extraction.events.light_verbs import acting_noun, carried_noun, is_speech
from timeline_app.extraction.events.news_of_today import is_repeated, told_since, told_today
from timeline_app.extraction.events.retold import dated_later
from timeline_app.extraction.events.rulings import rules_now
from timeline_app.extraction.events.story import StorySoFar
from timeline_app.extraction.events.story_line import LIKELY_TODAY, is_deed, told_along
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.told_next import is_in_another, told_next
from timeline_app.extraction.events.tree import child, finite, is_passive, is_set_apart
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Modality, Relation, TimeExpression, TimeRef
from timeline_app.model.source import DocumentKind, SegmentKind, Source

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_VIOLENT = frozenset(("assault", "accident", "disaster", "clash"))
_SLIGHT = frozenset(("statement", "accuse", "reject", "demand"))
_OPENING = 6  # sentences that tell something, headline included
_PUBLICATION = TimeLink((), DateBasis.PUBLICATION)


def container_links(
    story: StorySoFar,
    source: Source,
    expressions: Sequence[TimeExpression],
    candidates: Sequence[Candidate],
    links: dict[int, TimeLink],
    judged: dict[int, Factuality],
) -> dict[int, TimeLink]:
    """Links of the candidates that nothing in their own sentence dates; the story learns what these tell."""
    narrative = source.context.document_kind is DocumentKind.NARRATIVE
    headers = [e for e in expressions if e.is_header and not dates_page(e, source)]
    headers = [*([story.header] if story.header else ()), *headers]
    story.header = headers[-1] if headers else None
    last = -1
    today: dict[int, TimeLink] = {}
    if not story.has_opened:
        starts = sorted({c.token.sent.start for c in candidates})
        last = starts[min(_OPENING, len(starts)) - 1] if starts else 0
        opening = [c for c in candidates if c.token.sent.start <= last]
        story.lead = find_lead(opening, links, judged, expressions, source)
        story.lead_said = is_only_said(story, links, opening, expressions, source)
        today = told_today(source, opening, _without_waiting(links, expressions), judged)
        story.has_opened = True
        story.sitting = find_sitting(source, expressions)
    lead = story.lead
    clocks = {e.id for e in expressions if e.time is not None and e.time.is_clock}
    hourly = lead is not None and lead.refs[0].expression in clocks  # a statement was not made at that very hour
    found: dict[int, TimeLink] = {}
    for candidate in candidates:
        token = candidate.token
        if candidate.noun:
            continue
        if token.i in today:
            found[token.i] = today[token.i]
            continue
        if token.i in links:
            continue
        state = judged[token.i]
        header = _header_of(token, headers, source)
        if header is not None:
            link = _under_header(token, header, state, source)
        elif rules_now(token) and state.modality is Modality.HAPPENED:
            link = LIKELY_TODAY
        elif narrative:
            link = None  # a history's clauses happened neither at its publication nor at its lead's date
        elif lead is not None and _is_headline(token, source):
            heads = state.real and finite(token) is not None and not _asks(token)
            link = lead if heads and (is_speech(token) or not story.lead_said) else None
            if link is not None and hourly:  # the hour is that of what the lead tells
                link = LIKELY_TODAY if is_of_today(lead, expressions, source) else None
        else:
            link = _by_default(token, lead, state, opening=token.sent.start <= last, hourly=hourly)
        if story.sitting is not None and (link is None or not is_speech(token)) and _is_resolved(token, state):
            link = TimeLink((TimeRef(story.sitting.id),), DateBasis.CONTAINER)
        elif link is None and header is None and _sums_up(token, state, source):
            link = _PUBLICATION
        if link is not None:
            found[token.i] = link
    found |= _trailed(candidates, links | found, judged)
    found |= _told_on(candidates, links | found, judged)
    found |= _told_before(story, candidates, links | found, judged)
    found |= told_next(source, expressions, candidates, links | found, judged)
    found |= told_along(story, source, expressions, candidates, links | found, judged)
    found |= told_since(source, candidates, links | found, judged)
    found |= dated_later(source, expressions, candidates, links | found, judged)
    return found | _headlines(candidates, links | found, lead, source)


def _without_waiting(links: Mapping[int, TimeLink], expressions: Sequence[TimeExpression]) -> dict[int, TimeLink]:
    """The links that have a time: "have signed a truce, three weeks after the fighting began" waits for the other."""
    waiting = {e.id for e in expressions if e.time is None}
    return {
        i: link for i, link in links.items() if not link.refs or any(r.expression not in waiting for r in link.refs)
    }


def _headlines(
    candidates: Sequence[Candidate], links: dict[int, TimeLink], lead: TimeLink | None, source: Source
) -> dict[int, TimeLink]:
    """ "Canal ship freed. A ship has been freed, officials say. It had run aground on Tuesday": news of publication.

    What the first sentence of the body tells is what its headline tells.
    """
    heads = [c.token for c in candidates if _is_headline(c.token, source)]
    body = next((c.token for c in candidates if heads and c.token.i > heads[-1].i), None)
    if body is None or lead is None:
        return {}
    first = [c.token.i for c in candidates if c.token.sent.start == body.sent.start]
    told = [links[i] for i in first if i in links]
    if not any(link.basis is DateBasis.PUBLICATION for link in told) or any(link.refs for link in told):
        return {}
    return {token.i: _PUBLICATION for token in heads if links.get(token.i) == lead}


def _is_resolved(verb: "Token", state: Factuality) -> bool:
    """ "The budget was approved", "Ms Pryce resigned": what minutes tell as done was done at the meeting."""
    carrier = finite(verb)
    simple = carrier is not None and carrier.tag_ == "VBD" and (carrier.i == verb.i or carrier.lemma_ != "have")
    main = verb.dep_ in ("ROOT", "conj") or (verb.dep_ == "ccomp" and is_set_apart(verb))
    done = state.modality is Modality.HAPPENED and main and simple
    return done and verb.lemma_.lower() in words("events_cues", "verbs", "resolving")


def _sums_up(verb: "Token", state: Factuality, source: Source) -> bool:
    """A line of the summary that opens a live blog: it tells of the day."""
    blog = source.context.document_kind is DocumentKind.LIVEBLOG and state.modality is Modality.HAPPENED
    segment = source.segment_at(verb.idx)
    above = segment is not None and segment.kind in (SegmentKind.BODY, SegmentKind.QUOTE)
    above = above and not any(s.kind is SegmentKind.UPDATE and s.span.end <= verb.idx for s in source.segments)
    return blog and above and verb.dep_ == "ROOT" and _simple_past(verb) and not is_speech(verb)


def _told_before(
    story: StorySoFar,
    candidates: Sequence[Candidate],
    links: dict[int, TimeLink],
    judged: dict[int, Factuality],
) -> dict[int, TimeLink]:
    """ "A fire broke out on 27 March ... The fire destroyed 212 cars": the event told of last under that name."""
    found: dict[int, TimeLink] = {}
    named = story.named
    for candidate in candidates:
        token = candidate.token
        noun = token if candidate.noun else carried_noun(token) or acting_noun(token)
        link = links.get(token.i)
        if link is None and not candidate.noun and (noun is None or noun.lemma_.lower() not in named):
            noun = _scene(token) or noun
        if noun is None:
            continue
        lemma = noun.lemma_.lower()
        if link is not None and link.basis is not DateBasis.PUBLICATION:
            if judged[token.i].modality is Modality.HAPPENED and [r.relation for r in link.refs] == [Relation.AT]:
                named[lemma] = link
        elif not candidate.noun and lemma in named and is_definite(noun) and _was_done(token, judged):
            found[token.i] = TimeLink(named[lemma].refs, DateBasis.CONTAINER)
    return found


def _scene(verb: "Token") -> "Token | None":
    """ "Two guards were hurt in the fire"; no "during the war", which is long."""
    holders = (verb, *(c for c in verb.children if c.dep_ == "dobj"))  # "sustained damage in the storm"
    places = (child(c, "pobj") for h in holders for c in h.children if c.dep_ == "prep" and c.lower_ == "in")
    return next((noun for noun in places if noun is not None), None)


def _told_on(
    candidates: Sequence[Candidate], links: dict[int, TimeLink], judged: dict[int, Factuality]
) -> dict[int, TimeLink]:
    """ "Aircraft bombed the hospital on 3 May. Eleven patients died.": what violence did, told in the next sentence.

    A clause after a semicolon goes on in the same way.
    """
    found: dict[int, TimeLink] = {}
    harm: tuple[int, TimeLink] | None = None  # the sentence that told of harm, or one that goes on, and its date
    dated = {c.token.sent.start for c in candidates if c.token.i in links and links[c.token.i].refs}
    for candidate in candidates:
        token, link = candidate.token, links.get(candidate.token.i)
        start = token.sent.start
        if harm is not None and harm[0] < start and start not in dated | token.doc.paragraph_starts:
            last = token.doc[start - 1].sent.start
            harm = (last, harm[1]) if harm[0] == token.doc[last - 1].sent.start and last not in dated else harm
        if link is not None and not _is_told_by(link):
            exact = link.basis is not DateBasis.PUBLICATION and [r.relation for r in link.refs] == [Relation.AT]
            noun = candidate.noun or carried_noun(token) is not None
            violent = kind_of(listed_lemma(carried_noun(token) or token), noun=noun) in _VIOLENT
            violent = violent or token.lemma_.lower() in words("events_cues", "verbs", "befalling")
            named = candidate.noun and token.dep_ == "pobj"  # "on the anniversary of the 1985 disaster"
            if exact and violent and not named and judged[token.i].modality is Modality.HAPPENED:
                harm = (start, link)
        elif not candidate.noun and _is_main(token) and _simple_past(token) and _was_done(token, judged):
            before = token.doc[start - 1].sent.start if start > 0 else -1
            opened = start in token.doc.paragraph_starts
            suffered = _is_toll(token) and not is_in_another(token)
            if harm is not None and harm[0] == before and not opened and (suffered or _is_at_once(token)):
                found[token.i] = TimeLink(harm[1].refs, DateBasis.CONTAINER)
                harm = (start, harm[1])
            if token.i in found:
                joined = (c for c in token.children if c.dep_ == "conj" and c.i not in links and _is_toll(c))
                found |= {c.i: found[token.i] for c in joined if c.i in judged and _was_done(c, judged)}
            apart = next((c for c in token.children if c.dep_ == "ccomp" and is_set_apart(c)), None)
            first = links.get(apart.i) if apart is not None and _simple_past(apart) else None
            slight = is_speech(token) or kind_of(token.lemma_.lower(), noun=False) in _SLIGHT
            if first is not None and not slight and [r.relation for r in first.refs] == [Relation.AT]:
                found[token.i] = TimeLink(first.refs, DateBasis.CONTAINER)
    return found


def _is_main(verb: "Token") -> bool:
    """The main verb, or the first of two that a semicolon parts: "Nine people died; six survived"."""
    return verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and is_set_apart(verb))


def _is_told_by(link: TimeLink) -> bool:
    """Whether a clause is only known to have happened by the time of its section."""
    return link.basis is DateBasis.CONTAINER and [r.relation for r in link.refs] == [Relation.AT_OR_BEFORE]


def _is_at_once(verb: "Token") -> bool:
    """ "The berth was closed immediately.\""""
    return any(c.dep_ == "advmod" and c.lower_ in ("immediately", "instantly") for c in verb.children)


def _is_toll(verb: "Token") -> bool:
    """Whether a clause tells what violence did: who died, was hurt, lost a home."""
    lemma = verb.lemma_.lower()
    if lemma == "lose":
        return any(c.lemma_.lower() in ("life", "home", "limb") for c in verb.children)
    return lemma in words("events_cues", "verbs", "toll") and (is_passive(verb) or lemma in ("die", "drown", "perish"))


def _was_done(verb: "Token", judged: dict[int, Factuality]) -> bool:
    return finite(verb) is not None and judged[verb.i].modality is Modality.HAPPENED


def is_definite(noun: "Token") -> bool:
    """ "the fire", "this attack", and no other one: nothing but its article tells which."""
    article = child(noun, "det")
    other = child(noun, "amod", "compound", "nmod", "relcl", "acl", "prep", "poss", "nummod")
    return article is not None and article.lower_ in ("the", "this", "that") and other is None


def _trailed(
    candidates: Sequence[Candidate], links: dict[int, TimeLink], judged: dict[int, Factuality]
) -> dict[int, TimeLink]:
    """ "The union has rejected the offer, its leader said": the news has the time of the statement."""
    found: dict[int, TimeLink] = {}
    for candidate in candidates:
        verb = candidate.token
        trailing = not candidate.noun and verb.dep_ == "ccomp" and verb.i < verb.head.i and is_speech(verb.head)
        carrier = finite(verb)
        if not trailing or verb.i in links or carrier is None or judged[verb.i].modality is not Modality.HAPPENED:
            continue
        link = links.get(verb.head.i)
        if link is not None and link.basis is DateBasis.CONTAINER and carrier.lemma_ == "have":
            found[verb.i] = link
    return found


def _asks(token: "Token") -> bool:
    """A heading that names a question: "What the ships' tracks show"."""
    return token.doc[token.sent.start].tag_ in ("WP", "WRB", "WDT")


def _is_headline(token: "Token", source: Source) -> bool:
    segment = source.segment_at(token.idx)
    return segment is not None and segment.kind is SegmentKind.HEADLINE


def _header_of(token: "Token", headers: Sequence[TimeExpression], source: Source) -> TimeExpression | None:
    """The section header above a word: the last one before it in the same update section."""
    index = bisect_right(headers, token.idx, key=lambda header: header.span.start)
    if index == 0:
        return None
    header = headers[index - 1]
    here, there = source.segment_at(token.idx), source.segment_at(header.span.start)
    if here is None or there is None:
        return header
    return header if here == there or here.kind is SegmentKind.UPDATE else None


def _under_header(token: "Token", header: TimeExpression, state: Factuality, source: Source) -> TimeLink | None:
    """What a live blog tells as done, or as said, had happened when the section was written."""
    said = reporting_verb(token)
    carrier = finite(token)
    reported = said is not None and (carrier is None or carrier.lemma_ != "have" or carrier.tag_ == "VBD")
    if state.modality is Modality.HAPPENED and carrier is not None and not reported:
        relation = Relation.AT if _opens_entry(token, header, source) else Relation.AT_OR_BEFORE
        return TimeLink((TimeRef(header.id, relation),), DateBasis.CONTAINER)
    if reported and token.dep_ == "ccomp" and token.i < token.head.i and is_deed(token, state, contest=False):
        return TimeLink((TimeRef(header.id, Relation.AT_OR_BEFORE),), DateBasis.CONTAINER)  # "..., the ministry said"
    if state.modality is Modality.ONGOING and carrier is not None and said is None:
        return TimeLink((TimeRef(header.id),), DateBasis.CONTAINER)
    return None


def _opens_entry(token: "Token", header: TimeExpression, source: Source) -> bool:
    """ "14:30 Sirens sounded. People fled.": main clauses right behind a time, in the simple past, happened then."""
    opened = token.sent.start_char
    while token.dep_ == "conj" and token.head.i != token.i:
        if not _simple_past(token):
            return False
        token = token.head
    if token.dep_ != "ROOT" or not _simple_past(token):
        return False
    while any(c.isalnum() for c in source.text[header.span.end : token.sent.start_char]):
        if token.sent.start == 0:
            return False
        before = token.doc[token.sent.start - 1].sent  # "The site was evacuated. Forty people gathered at point B."
        if before.end_char <= header.span.end or not (_simple_past(before.root) or finite(before.root) is None):
            return False
        token = before.root
    return "\n" not in source.text[token.sent.start_char : opened].strip()


def _simple_past(verb: "Token") -> bool:
    """Whether a verb is in the simple past, or a participle in the style of headlines and logs: "Road closed"."""
    carrier = finite(verb)
    if carrier is None:
        return verb.tag_ == "VBN"
    return carrier is not None and carrier.tag_ == "VBD" and (carrier.i == verb.i or carrier.lemma_ != "have")


def _by_default(
    token: "Token", lead: TimeLink | None, state: Factuality, *, opening: bool, hourly: bool
) -> TimeLink | None:
    carrier = finite(token)
    if carrier is None:
        return None
    if not state.real or (carrier.lemma_ == "have" and is_repeated(token)):
        return None  # "has long vowed to"
    if carrier.lower_ == "had" and carrier is not token:
        return None  # "had warned": before what the text tells
    if state.modality is Modality.ONGOING or (carrier.tag_ in ("VBZ", "VBP") and is_speech(token)):
        return _PUBLICATION
    if any(c.dep_ == "prep" and c.i < token.i and c.lower_ in ("after", "before", "since") for c in token.children):
        return None  # "After the floods of 2013, the government promised ..."
    if any(
        c.dep_ == "advmod" and c.lower_ in ("later", "subsequently", "previously", "earlier") for c in token.children
    ):
        return None  # "The coalition later admitted that ..."
    if not is_speech(token) or token.dep_ not in ("ROOT", "conj", "ccomp", "parataxis"):
        return None
    if opening:
        return lead if lead is not None and not hourly else _PUBLICATION
    return _PUBLICATION if carrier.lemma_ == "have" and carrier.tag_ != "VBD" else None  # "has said"
