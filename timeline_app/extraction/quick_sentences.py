"""The fast way to the sentences that can hold a time: a gate of trigger words, then the parser for those alone."""

from collections.abc import Sequence

from timeline_app.extraction.paragraphs import paragraphs
from timeline_app.extraction.pipeline import Pipeline, readable
from timeline_app.extraction.sentences import sentences_of
from timeline_app.model.source import Segment
from timeline_app.model.token import Sentence, Span
from timeline_app.temporal.tokenizer import split_sentences


def quick_sentences(text: str, segments: Sequence[Segment], pipeline: Pipeline) -> list[Sentence]:
    """The parsed sentences of a text, without lemmas and entities."""
    found: list[Sentence] = []
    spans = _sentence_spans(text)
    pieces = pipeline.parse_pieces(text[span.start : span.end] for span in spans)
    for span, doc in zip(spans, pieces, strict=True):
        found.extend(sentences_of(doc, segments, span.start))
    return found


def _sentence_spans(text: str) -> list[Span]:
    return [
        Span(paragraph.span.start + sentence.span.start, paragraph.span.start + sentence.span.end)
        for paragraph in paragraphs(text)
        for sentence in split_sentences(readable(paragraph.of(text)))
    ]
