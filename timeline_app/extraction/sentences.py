"""From a parsed Doc to the sentences that the grammar reads."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from timeline_app.extraction.doc import Doc, Run
from timeline_app.extraction.tense import TenseReader
from timeline_app.model.source import Segment
from timeline_app.model.token import Sentence, Span, Token
from timeline_app.temporal.lexicon import load_lexicon
from timeline_app.temporal.values import Zone

_HOURS = frozenset(("a.m.", "p.m.", "am.", "pm."))
_LONGEST_ZONE = 4  # words: "central European summer time"


def sentences_of(
    doc: Doc, segments: Sequence[Segment], wanted: Callable[[int, int], bool] | None = None, offset: int = 0
) -> list[Sentence]:
    """The sentences of a Doc in order, cut at segment bounds; `offset` is where the Doc begins in the source.

    Sentences that are not `wanted`, by where they start and end in the source, are left out.  White space is no token.
    A Doc without tags (degraded pipeline) gives tokens of which only the text is known.
    """
    tenses = TenseReader(doc)
    found: list[Sentence] = []
    place = SegmentFinder(segments)
    for sentence in doc.sents:
        if wanted is not None and not wanted(sentence.start_char + offset, sentence.end_char + offset):
            continue
        run: list[Token] = []
        segment = 0
        for token in _tokens(sentence, tenses, offset):
            here = place.index(token.start)
            if run and here != segment:
                found.append(_sentence(run, segment))
                run = []
            segment = here
            run.append(token)
        if run and found and _goes_on(found[-1], run, segment):
            found[-1] = _sentence([*found[-1].tokens, *run], segment)
        elif run:
            found.append(_sentence(run, segment))
    return found


def _goes_on(before: Sentence, run: Sequence[Token], segment: int) -> bool:
    """Whether a sentence was cut within "8:30 a.m. Eastern Time"."""
    if before.tokens[-1].lower not in _HOURS or before.segment != segment or run[0].start - before.span.end > 1:
        return False
    words = [token.lower for token in run[:_LONGEST_ZONE]]
    return any(isinstance(value, Zone) for _, value in load_lexicon("en").starting(words, 0))


def _sentence(tokens: list[Token], segment: int) -> Sentence:
    return Sentence(Span(tokens[0].start, tokens[-1].end), tuple(tokens), segment)


def _tokens(sentence: Run, tenses: TenseReader, offset: int) -> Iterator[Token]:
    for token in sentence:
        if token.is_space:
            continue
        start = token.idx + offset
        yield Token(
            token.text,
            start,
            start + len(token.text),
            tag=token.tag_ or None,
            lemma=token.lemma_ or None,
            tense=tenses.of(token),
            entity=token.ent_type_ or None,
        )


class SegmentFinder:
    """Index of the segment at an offset, for offsets that only grow."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._index = 0

    def index(self, offset: int) -> int:
        """Index of the segment that holds `offset`, the last one after the end, 0 where there are none."""
        if self._segments and self._segments[self._index].span.end <= offset:
            found = bisect_right(self._segments, offset, lo=self._index, key=lambda segment: segment.span.end)
            self._index = min(found, len(self._segments) - 1)
        return self._index
