"""Finds the phrases of a text that tell a time, as unresolved expressions: the Parse and Rank passes."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.expression import Clock, Expression, Fields
from timeline_app.model.source import Segment, SegmentKind
from timeline_app.model.token import Sentence, Span, Tense, Token
from timeline_app.temporal.chart import Node, parse
from timeline_app.temporal.distant_days import with_distant_day
from timeline_app.temporal.grammar.kinds import said_fields
from timeline_app.temporal.grammar.language import Language, load_language
from timeline_app.temporal.sections import Sections
from timeline_app.temporal.shapes import quarter_of
from timeline_app.temporal.things_of_days import ThingsOfDays
from timeline_app.temporal.tokenizer import annotate_tokens, tokenize
from timeline_app.temporal.values import HistoricPeriod, Value

_EXPRESSIONS = get_args(Expression)
_ASIDE = (SegmentKind.QUOTE, SegmentKind.CAPTION, SegmentKind.BOILERPLATE, SegmentKind.COMMENT)
_LONGEST_HEADER = 200  # code points before a header's clock reading
_LOGGED = re.compile(  # "0412 Vessel departed", and "23.58" on a line of its own
    r"(?P<hour>[01]\d|2[0-3])(?:(?P<minute>[0-5]\d)\s?[:–—\s]|\.(?P<dotted>[0-5]\d)[ \t\r]*\n)"
)
_LONGEST_LOGGED = 8  # code points
_SHORTENED = frozenset("sec secs min mins hr hrs mon tue tues wed thu thur thurs fri sat sun".split())  # noqa: SIM905
_BEGINS_SENTENCE = frozenset(("On", "In", "At", "By", "From", "Since", "Until", "After", "Before", "Between", "The"))
_OF_HISTORIES = ("former",)  # the rule whose phrases tell a time in histories only
_BLANK_LINES = re.compile(r"\n(?:[ \t\r]*\n)+[ \t]*")
_LINE_BREAK = re.compile(r"\n[ \t]*")  # parts paragraphs where no line is blank
_QUOTES = re.compile(r"[„“”\"]|\n")


def find_expressions(
    source_id: str,
    text: str,
    sentences: Iterable[Sentence],
    segments: Sequence[Segment] = (),
    language: str = "en",
    *,
    history: bool = True,
) -> list[TimeExpression]:
    """The time expressions of `text` in text order, not yet resolved (`reading` is None)."""
    return Tagger(source_id, text, segments, language, history=history).find(sentences)


class Tagger:
    """Finds the expressions of one text, all at once or stretch after stretch.

    Only in a `history` does "former" tell when: in news it is part of a title ("former President").
    """

    def __init__(
        self,
        source_id: str,
        text: str,
        segments: Sequence[Segment] = (),
        language: str = "en",
        *,
        history: bool = True,
    ) -> None:
        self._history = history
        self._source_id = source_id
        self._text = text
        self._segments = segments
        self._grammar = load_language(language)
        self._quoted = _quoted_spans(text)
        self._quotes = [span.start for span in self._quoted]
        self._sections = Sections(text, segments)
        self._things = ThingsOfDays()
        self._breaks = [m.end() for m in (_BLANK_LINES if _BLANK_LINES.search(text) else _LINE_BREAK).finditer(text)]

    def find(self, sentences: Iterable[Sentence]) -> list[TimeExpression]:
        """The expressions in sentences that follow those of the last call."""
        found = [expression for sentence in sentences for expression in self._in_sentence(sentence)]
        found.sort(key=lambda e: (e.span.start, e.span.end))
        aside = (_is_aside(e, self._segments, self._quoted, self._quotes) for e in found)
        found = [replace(e, in_quote=True) if is_aside else e for e, is_aside in zip(found, aside, strict=True)]
        found = [replace(e, paragraph=self._paragraph(e.sentence.start)) for e in found]
        return [self._sections.place(expression) for expression in found]

    def _paragraph(self, place: int) -> int:
        """Where the paragraph begins that holds a place."""
        index = bisect_right(self._breaks, place)
        return self._breaks[index - 1] if index else 0

    def _in_sentence(self, sentence: Sentence) -> Iterator[TimeExpression]:
        found = [e for e in self._read(sentence) if self._history or e.trail != _OF_HISTORIES]
        logged = self._logged(sentence)
        if logged is None:
            return iter(found)
        return iter([logged, *(e for e in found if e.span.start >= logged.span.end)])

    def _logged(self, sentence: Sentence) -> TimeExpression | None:
        """The hour of "0412 Vessel departed", where segments show that such figures head the entries of a log."""
        segment = self._segments[sentence.segment] if sentence.segment < len(self._segments) else None
        if segment is None or segment.kind is not SegmentKind.UPDATE:
            return None
        start = sentence.span.start
        match = _LOGGED.match(self._text, start, start + _LONGEST_LOGGED) if start == segment.span.start else None
        if match is None:
            return None
        minute = "minute" if match["minute"] else "dotted"
        span = Span(start, match.end(minute))
        tree = Clock(int(match["hour"]), int(match[minute]))
        phrase = self._text[span.start : span.end]
        return TimeExpression(
            id=_id(self._source_id, span.start, span.end),
            source_id=self._source_id,
            span=span,
            phrase=phrase,
            tree=tree,
            trail=(),
            sentence=sentence.span,
            segment=sentence.segment,
            is_header=True,
        )

    def _read(self, sentence: Sentence) -> Iterator[TimeExpression]:
        text = self._text[sentence.span.start : sentence.span.end]
        if self._grammar.may_date(text):
            segment = self._segments[sentence.segment] if sentence.segment < len(self._segments) else None
            yield from _in_sentence(self._source_id, self._text, sentence, segment, self._grammar, self._things)


def _in_sentence(
    source_id: str,
    text: str,
    sentence: Sentence,
    segment: Segment | None,
    grammar: Language,
    things: ThingsOfDays,
) -> Iterator[TimeExpression]:
    span = sentence.span
    tokens = annotate_tokens(tokenize(text[span.start : span.end], span.start), sentence.tokens)
    blocked = grammar.blocked(tokens, grammar.names)
    words = ["" if index in blocked else token.lower for index, token in enumerate(tokens)]
    nodes = _within_sentences(tokens, parse(tokens, words, _leaves(tokens, words, grammar), grammar.rules))
    chosen, links = grammar.complete(tokens, _select(nodes), nodes)
    ends = {(left.start, left.end): right for left, right in links}
    tense_of = _tenses(tokens, grammar)
    for index, (node, following) in enumerate(zip(chosen, [*chosen[1:], None], strict=False)):
        governed = following if following is not None and "settled_by_date" in node.trail else node
        begin, end = tokens[node.start].start, _last(tokens, node).end
        right = ends.get((node.start, node.end))
        tree = node.value
        assert isinstance(tree, _EXPRESSIONS)
        if isinstance(tree, Clock) and tree.day is None:
            tree = with_distant_day(tree, node, chosen[index + 1 :], tokens)
        tense = grammar.leanings.tense(tokens, governed.start, governed.end, tense_of(governed), tree)
        if isinstance(tree, Clock) and index == 0 and (day := things.day_of(tree, node, tense, tokens)) is not None:
            tree = replace(tree, day=day)
        things.note(node, tokens)
        yield TimeExpression(
            id=_id(source_id, begin, end),
            source_id=source_id,
            span=Span(begin, end),
            phrase=text[begin:end],
            tree=tree,
            trail=node.trail,
            sentence=span,
            tense=tense,
            of_now=grammar.leanings.of_now(tokens, node.start, tense),
            since=grammar.leanings.opens_span(tokens, node.start),
            of_thing=_is_year(tree) and grammar.asides.is_of_thing(tokens, node.start, node.end, tense),
            aside=grammar.asides.of(tokens, node.start, node.end),
            stated=grammar.asides.is_statement(tokens, node.start, node.end),
            segment=sentence.segment,
            is_header=isinstance(tree, Clock) and _is_header(text, Span(begin, end), segment, grammar),
            range_end=_id(source_id, tokens[right.start].start, _last(tokens, right).end) if right else None,
        )


def _is_year(tree: Expression) -> bool:
    return isinstance(tree, Fields) and said_fields(tree) == {"year"}


def _last(tokens: Sequence[Token], node: Node) -> Token:
    """The last word of a phrase; a full stop that ends the sentence too is no part of "for 30 mins."."""
    last, word = tokens[node.end - 1], tokens[max(node.start, node.end - 2)]
    ends_both = node.end == len(tokens) and last.text == "." and word.lower in _SHORTENED
    return word if ends_both else last


def _id(source_id: str, start: int, end: int) -> str:
    return f"{source_id}:t{start}-{end}"


def _leaves(tokens: Sequence[Token], words: Sequence[str], grammar: Language) -> list[list[Node]]:
    """What the lexicon and the shape of figures say of each word, without the false friends."""
    lowers = [token.lower for token in tokens]
    return [
        [
            Node(start, end, value)
            for end, value in (_values(words, start, grammar) if words[start] else _periods(lowers, start, grammar))
            if grammar.admits(tokens, start, end, value)
        ]
        for start in range(len(words))
    ]


def _values(words: Sequence[str], start: int, grammar: Language) -> Iterator[tuple[int, Value]]:
    word = words[start]
    yield from grammar.lexicon.starting(words, start)
    if word[0].isdigit() or word[0] in "'’‘`":
        yield from ((start + 1, value) for value in grammar.figures(word))
    elif quarter := quarter_of(word):
        yield start + 1, quarter


def _periods(words: Sequence[str], start: int, grammar: Language) -> Iterator[tuple[int, Value]]:
    """The wars and periods that a blocked name names: "Six-Day War" tells no days, but it was in June 1967."""
    return (found for found in grammar.lexicon.starting(words, start) if isinstance(found[1], HistoricPeriod))


def _within_sentences(tokens: Sequence[Token], nodes: list[Node]) -> list[Node]:
    """The phrases that do not run into a sentence that begins behind a full stop: "by 8 p.m. On 21 October"."""
    pairs = enumerate(pairwise(tokens), 1)
    begins = [i for i, (before, token) in pairs if before.text == "." and token.text in _BEGINS_SENTENCE]
    return [n for n in nodes if not any(n.start < i < n.end for i in begins)] if begins else nodes


def _select(nodes: Sequence[Node]) -> list[Node]:
    """The longest expressions first, then those of higher priority; none overlaps another."""
    candidates = [node for node in nodes if isinstance(node.value, _EXPRESSIONS)]
    candidates.sort(key=lambda node: (node.start - node.end, -node.priority, node.start))
    taken: set[int] = set()
    chosen = []
    for node in candidates:
        if taken.isdisjoint(range(node.start, node.end)):
            taken.update(range(node.start, node.end))
            chosen.append(node)
    return chosen


def _tenses(tokens: Sequence[Token], grammar: Language) -> Callable[[Node], Tense | None]:
    """The tense that governs a phrase: as parsed, or where nothing was parsed as the words near it show."""
    if any(token.tag for token in tokens):
        return lambda node: next((token.tense for token in tokens[node.start : node.end] if token.tense), None)
    shown = grammar.tenses_of(tokens)
    return lambda node: tokens[node.start].tense or grammar.nearest_tense(shown, node.start, node.end)


def _is_header(text: str, span: Span, segment: Segment | None, grammar: Language) -> bool:
    """Whether a clock reading heads an update; where segments are known, only within those of updates."""
    if segment is not None:
        if segment.kind is not SegmentKind.UPDATE:
            return False
        if span.start - segment.span.start < _LONGEST_HEADER:
            return grammar.is_header(text[segment.span.start : span.start], None)
    line_start = text.rfind("\n", max(0, span.start - _LONGEST_HEADER), span.start) + 1
    if line_start == 0 and span.start > _LONGEST_HEADER:
        return False
    return grammar.is_header(text[line_start : span.start], text[span.end : span.end + 10])


def _quoted_spans(text: str) -> list[Span]:
    """Stretches within quotation marks; a line break closes what was left open."""
    spans = []
    opened: int | None = None
    closing = ""
    for match in _QUOTES.finditer(text):
        mark = match.group()
        if mark == "\n":
            opened = None
        elif opened is None and mark != "”":
            opened, closing = match.start(), "“”" if mark == "„" else '”"'
        elif opened is not None and mark in closing:
            spans.append(Span(opened, match.end()))
            opened = None
    return spans


def _is_aside(
    expression: TimeExpression, segments: Sequence[Segment], quoted: Sequence[Span], starts: Sequence[int]
) -> bool:
    """Whether a phrase stands in a quotation, or in a part that is not the report's own voice.

    `quoted` are the quotations in text order, none within another, and `starts` where each begins.
    """
    if expression.segment < len(segments) and segments[expression.segment].kind in _ASIDE:
        return True
    before = bisect_right(starts, expression.span.start)
    return before > 0 and quoted[before - 1].contains(expression.span)
