"""The narrative container: the time that a section's header or the lead sets for clauses without one of their own.

After Pustejovsky & Stubbs 2011: undated past clauses and speech verbs default to the container, and to publication
where there is none.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.attribution import is_speech, reporting_verb
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.modality import Factuality
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import auxiliaries, finite
from timeline_app.model.annotation import DateBasis, Modality, Relation, TimeExpression, TimeRef
from timeline_app.model.source import SegmentKind, Source

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PUBLICATION = TimeLink((), DateBasis.PUBLICATION)


def container_links(
    doc: "Doc",
    source: Source,
    expressions: Sequence[TimeExpression],
    candidates: Sequence[Candidate],
    links: dict[int, TimeLink],
    judged: dict[int, Factuality],
) -> dict[int, TimeLink]:
    """Links of the candidates that nothing in their own sentence dates."""
    headers = [e for e in expressions if e.is_header]
    lead = _lead(candidates, links, judged)
    found: dict[int, TimeLink] = {}
    for candidate in candidates:
        token = candidate.token
        if token.i in links or candidate.noun:
            continue
        state = judged[token.i]
        header = _header_of(token, headers, source)
        if header is not None:
            link = _under_header(token, header, state)
        else:
            link = _by_default(token, lead, state)
        if link is not None:
            found[token.i] = link
    return found


def _header_of(token: "Token", headers: Sequence[TimeExpression], source: Source) -> TimeExpression | None:
    """The section header above a word: the last one before it in the same update section."""
    above = [h for h in headers if h.span.start <= token.idx]
    if not above:
        return None
    header = above[-1]
    here, there = source.segment_at(token.idx), source.segment_at(header.span.start)
    if here is None or there is None:
        return header
    return header if here == there or here.kind is SegmentKind.UPDATE else None


def _under_header(token: "Token", header: TimeExpression, state: Factuality) -> TimeLink | None:
    """What a live blog tells as done, or as said, had happened when the section was written."""
    if state.modality is Modality.HAPPENED and finite(token) is not None and reporting_verb(token) is None:
        return TimeLink((TimeRef(header.id, Relation.AT_OR_BEFORE),), DateBasis.CONTAINER)
    if state.modality is Modality.ONGOING and finite(token) is not None and reporting_verb(token) is None:
        return TimeLink((TimeRef(header.id),), DateBasis.CONTAINER)
    return None


def _lead(
    candidates: Sequence[Candidate], links: dict[int, TimeLink], judged: dict[int, Factuality]
) -> TimeLink | None:
    """The date of the first main clause that has one: the time of the story."""
    for candidate in candidates:
        token, link = candidate.token, links.get(candidate.token.i)
        if candidate.noun or link is None or token.dep_ != "ROOT" or link.basis is not DateBasis.CLAUSE:
            continue
        if judged[token.i].modality is Modality.HAPPENED and link.refs[0].relation is Relation.AT:
            return TimeLink(link.refs[:1], DateBasis.CONTAINER)
        return None
    return None


def _by_default(token: "Token", lead: TimeLink | None, state: Factuality) -> TimeLink | None:
    carrier = finite(token)
    if carrier is None:
        return None
    if state.modality is Modality.ONGOING or (carrier.tag_ in ("VBZ", "VBP") and is_speech(token)):
        return _PUBLICATION
    if state.modality is not Modality.HAPPENED:
        return None
    if is_speech(token) and not _is_perfect(token) and token.dep_ in ("ROOT", "conj", "ccomp", "parataxis"):
        return lead or _PUBLICATION
    return None


def _is_perfect(verb: "Token") -> bool:
    return any(h.lemma_ == "have" for h in auxiliaries(verb))
