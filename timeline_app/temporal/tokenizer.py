"""Cuts text into words, figures and marks, and into sentences, by rules alone.

The grammar always reads these tokens, whoever parsed the text, so that a phrase means the same in the worker and in a
date field; what a parser knows of the words (tag, tense, entity) is laid over them by `annotate_tokens`.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from timeline_app.model.source import Segment
from timeline_app.model.token import Sentence, Span, Token

RunsOn = Callable[[str, str], bool]  # whether the sentence runs on past a full stop, by the text before and after it

# Every alternative is linear: figures of one shape, words, or a single mark.
_TOKEN = re.compile(
    r"""
    \d{4}-?[Ww]\d\d(?:-?[1-7])?(?![\w-])                                      # 2018-W21-4
  | \d{6}[A-Z](?:(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:\d{4}|\d\d)?)?(?!\w)  # 281330ZMAY18
  | [1-4]Q(?:\d{4}|\d\d)?(?!\w)|[12]H(?:\d{4}|\d\d)?(?!\w)                   # 3Q18, 1H 2019
  | (?P<misread>(?<!\w)(?:[lIO]\d|\d[lIO]|(?=\d*[lO])[12lI][\dO][\dlO][\dlO])(?!\w))  # l0 May 2O18
  | \d{4}-\d\d-\d\d(?:T\d\d(?::?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?(?![\w-]|:\d)  # ISO 8601
  | \d{1,4}(?P<mark>[./-])\d{1,2}(?P=mark)\d{1,4}(?![\w/]|[.-]\d(?!\d{0,3}(?P=mark)\d{1,2}(?P=mark)\d))  # 6/7/2018
  | \d{1,2}:\d\d(?::\d\d)?(?!\d|:\d)                                          # 13:30
  | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)                                        # 1,500
  | \d{1,2}/\d{4}(?![\w/])                                                     # 5/2018
  | \d{1,2}/\d{1,2}(?![\w/])                                                  # 9/11
  | \d{1,9}\.\d{1,9}(?!\d)                                                    # 2.5
  | \d{1,4}(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w)                                  # 14th
  | \d{1,3}0['’]?s(?!\w)                                                      # 1990s
  | ['’‘`]\d\ds?(?!\w)                                                        # '98
  | \d+
  | ['’](?:s|S|re|ve|ll|d|m|t)(?!\w)                                          # the possessive and other clitics
  | [QqHh][1-4](?!\w)                                                           # Q3
  | [^\W\d_](?:\xad*[^\W\d_])*
  | [^\s\xad\u200b-\u200d\u2060\ufeff]
    """,
    re.VERBOSE,
)
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_MISREAD = str.maketrans("lIO", "110")
_SOFT_HYPHEN = "\xad"
_PARAGRAPH_END = re.compile(r"\n[ \t\r\f\v]*\n\s*|\n")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”“’)\]»«]*(?=\s+[\"'“„‘(\[»«]*[^\Wa-z_])")
_NO_END = re.compile(
    r"(?:^|[\s(\"“‘'])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Rep|Sen|Gov|Rev|Hon|St|vs|No|Nos"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|ca?|approx|e\.g|i\.e|[ap]\.m"
    r"|(?:[A-Z]\.)+[A-Z])$"
)
_ABBREVIATION_REACH = 12  # code points before a full stop that are looked at for an abbreviation
_WORD_REACH = 24  # code points after it that are looked at for the next word
_LONGEST_SENTENCE = 5_000  # code points; text without any full stop is cut at a space


def tokenize(text: str, start: int = 0) -> tuple[Token, ...]:
    """The tokens of `text`, with spans counted from `start`; hyphens that only typesetting put there are left out."""
    if not text.isascii():
        text = text.translate(_HYPHENS)
    return tuple(Token(_plain(m), start + m.start(), start + m.end()) for m in _TOKEN.finditer(text))


def _plain(match: re.Match[str]) -> str:
    """The token without what typesetting or text recognition did to it."""
    found = match.group()
    if match.lastgroup == "misread":
        return found.translate(_MISREAD)
    return found if found.isascii() else found.replace(_SOFT_HYPHEN, "")


def annotate_tokens(tokens: Sequence[Token], parsed: Sequence[Token]) -> tuple[Token, ...]:
    """The same tokens with tag, lemma, tense and entity of the parsed token that covers the start of each."""
    if not any(p.tag or p.tense or p.entity for p in parsed):
        return tuple(tokens)
    starts = [p.start for p in parsed]
    out = []
    for token in tokens:
        index = bisect_right(starts, token.start) - 1
        if index >= 0 and token.start < parsed[index].end:
            cover = parsed[index]
            token = Token(token.text, token.start, token.end, cover.tag, cover.lemma, cover.tense, cover.entity)
        out.append(token)
    return tuple(out)


def runs_on(before: str, _after: str) -> bool:
    """Whether the full stop after `before` belongs to an English abbreviation."""
    return _NO_END.search(before) is not None


def split_sentences(text: str, segments: Sequence[Segment] = (), runs_on: RunsOn = runs_on) -> list[Sentence]:
    """The sentences of `text` with rule-only tokens; none crosses a line break or the edge of a segment."""
    out: list[Sentence] = []
    regions = [(s.span, index) for index, s in enumerate(segments)] or [(Span(0, len(text)), 0)]
    for region, segment in regions:
        spans = sentence_spans(text, region, runs_on)
        out.extend(Sentence(s, tokenize(text[s.start : s.end], s.start), segment) for s in spans)
    return out


def sentence_spans(text: str, region: Span, runs_on: RunsOn = runs_on) -> Iterator[Span]:
    """Where the sentences of a stretch of `text` stand, white space around them left out."""
    start = region.start
    for end in (*(m.start() for m in _PARAGRAPH_END.finditer(text, region.start, region.end)), region.end):
        for piece in _pieces(text, start, end, runs_on):
            begin = piece.start + len(text[piece.start : piece.end]) - len(text[piece.start : piece.end].lstrip())
            stop = begin + len(text[begin : piece.end].rstrip())
            if begin < stop:
                yield Span(begin, stop)
        start = end


def _pieces(text: str, start: int, end: int, runs_on: RunsOn) -> Iterator[Span]:
    for match in _SENTENCE_END.finditer(text, start, end):
        stop = match.end()
        before = text[max(start, match.start() - _ABBREVIATION_REACH) : match.start()]
        if match.group()[0] == "." and runs_on(before, text[stop : stop + _WORD_REACH].lstrip()):
            continue
        yield from _bounded(text, start, stop)
        start = stop
    yield from _bounded(text, start, end)


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        stop = space if space > start else start + _LONGEST_SENTENCE
        yield Span(start, stop)
        start = stop
    yield Span(start, end)
