"""Mentions without a parser: each sentence that tells a time is one, titled by itself."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from timeline_app.extraction.events.headline import LONGEST, finish
from timeline_app.extraction.events.rule_cues import RuleCues, rule_cues
from timeline_app.extraction.events.time_links import TimeLink, locates
from timeline_app.model.annotation import DateBasis, Mention, Modality, Relation, TimeExpression, TimeRef
from timeline_app.model.source import Source
from timeline_app.model.token import Span, Tense
from timeline_app.temporal.grammar.language import language_code, load_language
from timeline_app.temporal.tokenizer import tokenize

_WORD = re.compile(r"[\w’']+")
_CLAUSE_END = re.compile(r"[;:—–]\s|,\s(?=(?:but|while|which|who|after|before|although|because)\b)")
_SPELT = re.compile(r"[^\W\d_]{2,}")
_RELATIVE = re.compile(r"(?:who|which)\b")
_FEWEST = 3  # words of a sentence that tells something
_CONFIDENCE = 0.3


def find_by_rules(sentences: Iterable[Span], source: Source, expressions: Sequence[TimeExpression]) -> list[Mention]:
    """One mention for each sentence with a time that can place it; negation and future words are heeded."""
    cues = rule_cues(language_code(source.language))
    ends = {e.range_end for e in expressions if e.range_end}
    begins = [e.span.start for e in expressions]
    found: list[Mention] = []
    for sentence in sentences:
        span = _trimmed(source.text, sentence.start, sentence.end)
        segment = source.segment_at(span.start)
        told = len(_SPELT.findall(source.text, span.start, span.end))
        if told < _FEWEST or (segment is not None and not segment.kind.carries_events):
            continue
        inside = expressions[bisect_left(begins, span.start) : bisect_left(begins, span.end)]
        dating = [e for e in inside if span.contains(e.span) and locates(e.tree) and e.id not in ends]
        if dating:
            found.append(_mention(span, source, dating, cues))
    return found


def _mention(span: Span, source: Source, dating: Sequence[TimeExpression], cues: RuleCues) -> Mention:
    text, first = source.text, dating[0]
    clause = _clause(text, span, first.span)
    modality = _modality(text[clause.start : clause.end], cues)
    head = _head(source, clause, first.span, cues)
    link = _link(text, first, cues)
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
        segment=max(bisect_right(source.segments, head.start, key=lambda s: s.span.start) - 1, 0),
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
            start = start if _RELATIVE.match(text, match.end()) else match.end()  # a clause on "who" has no subject
        elif match.start() >= time.end and len(_WORD.findall(text[start : match.start()])) >= 4:
            end = match.start()
            break
    return Span(start, end)


def _modality(clause: str, cues: RuleCues) -> Modality:
    said = {w.lower() for w in _WORD.findall(clause) if w != "May"}
    if said & cues.denied or any(w.endswith(("n't", "n’t")) for w in said):
        return Modality.DENIED
    if said & cues.planned:
        return Modality.PLANNED
    return Modality.POSSIBLE if said & cues.possible else Modality.HAPPENED


def _link(text: str, expression: TimeExpression, cues: RuleCues) -> TimeLink:
    before = _WORD.findall(text[max(0, expression.span.start - 20) : expression.span.start])
    first = _WORD.findall(expression.phrase)
    while before and before[-1].lower() in cues.linkers:
        before.pop()
    said = [w.lower() for w in (before[-1:] + (first[:1] if cues.opens_phrase else []))]
    relations = cues.relations or {}
    relation = next((relations[w] for w in said if w in relations), Relation.AT)
    if expression.range_end:
        relation = Relation.FROM
    if expression.is_header:
        return TimeLink((TimeRef(expression.id, Relation.AT_OR_BEFORE),), DateBasis.CONTAINER)
    return TimeLink((TimeRef(expression.id, relation),), DateBasis.CLAUSE)


def _head(source: Source, clause: Span, time: Span, cues: RuleCues) -> Span:
    """The word taken for the head: one that looks like a past verb, else the first word beside the time."""
    text = source.text
    found = [m for m in _WORD.finditer(text, clause.start, clause.end) if not time.start <= m.start() < time.end]
    past = [m for m in found if m.group().endswith(cues.past_endings) and m.group()[0].islower()]
    if not cues.past_endings:
        past = sorted(_past_verbs(source, clause, found), key=lambda m: m.group().lower() in cues.auxiliaries)
    best = (past or found or list(_WORD.finditer(text, clause.start, clause.end)))[:1]
    return Span(best[0].start(), best[0].end()) if best else Span(clause.start, clause.end)


def _past_verbs(source: Source, clause: Span, found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The words whose form shows the past, the last first: an auxiliary stands before its participle."""
    tokens = tokenize(source.text[clause.start : clause.end], clause.start)
    tenses = load_language(source.language).tenses_of(tokens)
    starts = {token.start for token, tense in zip(tokens, tenses, strict=True) if tense is Tense.PAST}
    return [m for m in reversed(found) if m.start() in starts]


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
