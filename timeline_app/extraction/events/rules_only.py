"""Mentions without a parser: each sentence that tells a time is one, titled by itself."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.headline import LONGEST, finish
from timeline_app.extraction.events.time_links import TimeLink, locates
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Mention, Modality, Relation, TimeExpression, TimeRef
from timeline_app.model.source import Source
from timeline_app.model.token import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CUES = "events_cues"
_WORD = re.compile(r"[\w’']+")
_CLAUSE_END = re.compile(r"[;:—–]\s|,\s(?=(?:but|while|which|who|after|before|although|because)\b)")
_RELATIONS = {
    "after": Relation.AFTER,
    "since": Relation.AFTER,
    "before": Relation.BEFORE,
    "until": Relation.BEFORE,
    "till": Relation.BEFORE,
    "by": Relation.BEFORE,
}
_CONFIDENCE = 0.3


def find_by_rules(doc: "Doc", source: Source, expressions: Sequence[TimeExpression]) -> list[Mention]:
    """One mention for each sentence with a time that can place it; negation and future words are heeded."""
    ends = {e.range_end for e in expressions if e.range_end}
    found: list[Mention] = []
    for sentence in doc.sents:
        span = _trimmed(doc.text, sentence.start_char, sentence.end_char)
        segment = source.segment_at(span.start)
        if len(span) == 0 or (segment is not None and not segment.kind.carries_events):
            continue
        dating = [e for e in expressions if span.contains(e.span) and locates(e.tree) and e.id not in ends]
        if dating:
            found.append(_mention(doc.text, span, source, dating))
    return found


def _mention(text: str, span: Span, source: Source, dating: Sequence[TimeExpression]) -> Mention:
    first = dating[0]
    clause = _clause(text, span, first.span)
    modality = _modality(text[clause.start : clause.end])
    head = _head(text, clause, first.span)
    link = _link(text, first)
    return Mention(
        key=f"{source.sha256}:{head.start}-{head.end}",
        source_id=source.id,
        head=head,
        clause=clause,
        sentence=span,
        title=_title(text, clause, first.span),
        lemma=text[head.start : head.end].lower(),
        modality=modality,
        negated=modality is Modality.DENIED,
        time_refs=link.refs,
        date_basis=link.basis,
        confidence=_CONFIDENCE,
        segment=next((i for i, s in enumerate(source.segments) if s.span.contains(head)), 0),
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _clause(text: str, sentence: Span, time: Span) -> Span:
    """The part of the sentence between clause marks that holds the time."""
    start, end = sentence.start, sentence.end
    for match in _CLAUSE_END.finditer(text, sentence.start, sentence.end):
        if match.end() <= time.start and len(_WORD.findall(text[match.end() : end])) >= 4:
            start = match.end()
        elif match.start() >= time.end and len(_WORD.findall(text[start : match.start()])) >= 4:
            end = match.start()
            break
    return Span(start, end)


def _modality(clause: str) -> Modality:
    said = {w.lower() for w in _WORD.findall(clause) if w != "May"}
    if said & words(_CUES, "negation", "words") or any(w.endswith(("n't", "n’t")) for w in said):
        return Modality.DENIED
    if said & {form for lemma in words(_CUES, "governors", "denial") for form in (lemma, lemma + "s", lemma + "ed")}:
        return Modality.DENIED
    if "denies" in said or "denied" in said:
        return Modality.DENIED
    if said & words(_CUES, "modals", "future") or said & {"plans", "planned", "scheduled"}:
        return Modality.PLANNED
    doubtful = words(_CUES, "modals", "possible") | words(_CUES, "adverbs", "conditional")
    return Modality.POSSIBLE if said & (doubtful | words(_CUES, "adverbs", "possible")) else Modality.HAPPENED


def _link(text: str, expression: TimeExpression) -> TimeLink:
    before = _WORD.findall(text[max(0, expression.span.start - 20) : expression.span.start])
    first = _WORD.findall(expression.phrase)
    said = [w.lower() for w in (before[-1:] + first[:1])]
    relation = next((_RELATIONS[w] for w in said if w in _RELATIONS), Relation.AT)
    if expression.range_end:
        relation = Relation.FROM
    if expression.is_header:
        return TimeLink((TimeRef(expression.id, Relation.AT_OR_BEFORE),), DateBasis.CONTAINER)
    return TimeLink((TimeRef(expression.id, relation),), DateBasis.CLAUSE)


def _head(text: str, clause: Span, time: Span) -> Span:
    """The word taken for the head: one that looks like a past verb, else the first word beside the time."""
    found = [m for m in _WORD.finditer(text, clause.start, clause.end) if not time.start <= m.start() < time.end]
    past = [m for m in found if m.group().endswith("ed") and m.group()[0].islower()]
    best = (past or found or list(_WORD.finditer(text, clause.start, clause.end)))[:1]
    return Span(best[0].start(), best[0].end()) if best else Span(clause.start, clause.end)


def _title(text: str, clause: Span, time: Span) -> str:
    """The clause; without the time where it opens or ends it."""
    line = text[clause.start : clause.end]
    if clause.start <= time.start and time.end <= clause.end and len(line) > LONGEST:
        opening, closing = text[clause.start : time.start].strip(), text[time.end : clause.end].strip(" ,:.")
        if len(opening) < 12 and closing:
            line = closing
        elif not closing:
            line = opening
    return finish(line)
