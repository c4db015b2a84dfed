"""The fast way to the sentences that can hold a time: only those whose reading hangs on grammar are parsed.

Parsing is nearly all of the work.  A sentence without a trigger word tells no time; "in 1943" and "last week" mean the
same whatever the verb; and where a sentence is plainly in the past, so is "on Friday".
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from timeline_app.extraction.doc import Doc
from timeline_app.extraction.lexicon import lexicon
from timeline_app.extraction.paragraphs import paragraphs
from timeline_app.extraction.pipeline import Pipeline, readable
from timeline_app.extraction.sentences import SegmentFinder, sentences_of
from timeline_app.model.source import DocumentKind, Segment, Source
from timeline_app.model.token import Sentence, Span
from timeline_app.temporal.grammar.language import load_language
from timeline_app.temporal.tokenizer import RunsOn, runs_on, sentence_spans

_DIRECTED_LISTS = (
    ("months", "months"),
    ("weekdays", "weekdays"),
    ("seasons", "seasons"),
    ("named_days", "named_days"),
)


def quick_sentences(sources: Sequence[Source], pipeline: Pipeline) -> Iterator[Iterator[Sentence]]:
    """For each source the sentences that can hold a time, with tags and tenses where they matter, without entities.

    Each is parsed when it is asked for; those of one source are to be taken before those of the next.

    In a narrative phrases continue the story whatever the tense, so nothing of it is parsed.
    """
    gated = [_gated(source) for source in sources]
    hanging = [_hanging(source, spans) for source, spans in zip(sources, gated, strict=True)]
    docs = pipeline.parse_pieces(
        source.text[span.start : span.end] for source, spans in zip(sources, hanging, strict=True) for span in spans
    )
    for source, spans, hang in zip(sources, gated, hanging, strict=True):
        yield _read(source, spans, frozenset(hang), docs)


def _read(source: Source, spans: Sequence[Span], hanging: frozenset[Span], docs: Iterator[Doc]) -> Iterator[Sentence]:
    """The sentences at `spans`, those that are `hanging` by their parse."""
    place = SegmentFinder(source.segments)
    for span in spans:
        index = place.index(span.start)
        parsed = sentences_of(next(docs), source.segments, offset=span.start) if span in hanging else []
        yield from parsed or [Sentence(span, (), index)]


def _gated(source: Source) -> list[Span]:
    """The sentences that can hold a time."""
    text, gate = source.text, load_language(source.language).gate
    return [span for span in _sentence_spans(text) if gate(text[span.start : span.end])]


def _hanging(source: Source, spans: Sequence[Span]) -> list[Span]:
    if source.context.document_kind is DocumentKind.NARRATIVE:
        return []
    return [span for span in spans if _needs_parse(source.text, span)]


def rule_sentences(text: str, segments: Sequence[Segment], language: str) -> list[Sentence]:
    """The sentences of a text in a language that has no parser here, by rules alone."""
    place = SegmentFinder(segments)
    return [
        Sentence(span, (), place.index(span.start)) for span in _sentence_spans(text, load_language(language).runs_on)
    ]


def _sentence_spans(text: str, runs_on: RunsOn = runs_on) -> Iterator[Span]:
    for paragraph in paragraphs(text):
        start, plain = paragraph.span.start, readable(paragraph.of(text))
        for span in sentence_spans(plain, Span(0, len(plain)), runs_on):
            yield Span(start + span.start, start + span.end)


def _needs_parse(text: str, span: Span) -> bool:
    """Whether the verb decides what a phrase of this sentence means, and rules cannot tell the verb's tense."""
    if not _directed().search(text, span.start, span.end):
        return False
    return bool(_cue("ahead").search(text, span.start, span.end)) or not _cue("past").search(text, span.start, span.end)


@cache
def _directed() -> re.Pattern[str]:
    """Names that lie on either side of publication: a weekday, a month without its year, a feast, "in two weeks"."""
    names = {
        phrase.removesuffix(".")
        for file, table in _DIRECTED_LISTS
        for phrases in lexicon(file)[table].values()
        for phrase in phrases
    }
    listed = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    more = "|".join(lexicon("segments_tense")["directed"]["patterns"])
    no_year = r"(?!\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}\b)"
    return re.compile(rf"\b(?:(?:{listed})\b{no_year}|(?:{more})\b)", re.IGNORECASE)


@cache
def _cue(name: str) -> re.Pattern[str]:
    listed: list[str] = lexicon("segments_tense")[name]["patterns"]
    return re.compile(r"(?:\b|(?=['’]))(?:" + "|".join(listed) + r")\b", re.IGNORECASE)
