"""Paragraphs: the blocks of a text that no sentence crosses, found from its line breaks alone."""

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.model.token import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z)")
_ENTRY = re.compile(  # "14:07 ...", "• ...", "5. ..."
    r"(?:\[?\d{1,2}[:.h]\d\d\b|\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?[ T]\d{1,2}[:.]\d\d"
    r"|[-–—•*▪◦]\s|\(?\d{1,3}[.)]\s|\([a-z]\)\s"
    r"|(?:1[5-9]|20)\d\d(?:[–-](?:\d\d){1,2})?(?:\s{2,}|:\s))"  # "1967–71   Construction of the terminal"
)
_WRAP_WIDTHS = range(50, 111)  # where typewriters, mail programs and PDF converters break lines
_SLACK = 6  # a wrapped line ends at most this far before its next word would have fitted


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text: `span` is the visible part, `end` where the next block begins, `gap` the blank lines after."""

    span: Span
    end: int
    gap: int

    def of(self, text: str) -> str:
        """The visible text of the block."""
        return text[self.span.start : self.span.end]


@dataclass(slots=True)
class _Line:
    start: int
    end: int  # of the visible part
    next: int
    first_word: int  # length of the first word
    opens: bool = False  # it begins as an entry of a list or a log does

    @property
    def blank(self) -> bool:
        return self.start == self.end


@lru_cache(maxsize=4)  # several steps of one analysis ask for the same text
def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The blocks of `text` in order; each runs from the end of the one before to its own `end`.

    Every line is a block of its own, except that the lines of hard-wrapped prose are joined up to the blank line.
    A text without a visible character has no blocks.
    """
    lines = _lines(text)
    width = _wrap_width(lines)
    found: list[Paragraph] = []
    group: list[_Line] = []
    gap = 0
    for line in lines:
        if line.blank:
            gap += 1
            continue
        if gap:
            found += _blocks(group, width, gap)
            group, gap = [], 0
        group.append(line)
    found += _blocks(group, width, gap)
    return _stretched(found, len(text))


def _blocks(group: list[_Line], width: int | None, gap: int) -> list[Paragraph]:
    """The blocks of one run of lines without a blank line between them."""
    runs: list[list[_Line]] = []
    for line in group:
        if runs and width and _runs_on(runs[-1][-1], line, width):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [Paragraph(Span(run[0].start, run[-1].end), run[-1].next, gap if run is runs[-1] else 0) for run in runs]


def _stretched(found: list[Paragraph], length: int) -> tuple[Paragraph, ...]:
    """Lets each block reach to the start of the next one, so that blocks cover the text."""
    ends = [following.span.start for following in found[1:]] + [length] if found else []
    return tuple(Paragraph(block.span, end, block.gap) for block, end in zip(found, ends, strict=True))


def _lines(text: str) -> list[_Line]:
    lines = []
    for match in _LINE.finditer(text):
        raw = match.group()
        visible = raw.strip()
        start = match.start() + (len(raw) - len(raw.lstrip()) if visible else 0)
        first_word = len(visible.split(None, 1)[0]) if visible else 0
        if raw:
            lines.append(_Line(start, start + len(visible), match.end(), first_word, bool(_ENTRY.match(visible))))
    return lines


def _wrap_width(lines: list[_Line]) -> int | None:
    """The width at which a text was hard-wrapped, None where each line is a paragraph."""
    width = max((line.end - line.start for line in lines if line.end - line.start > line.first_word), default=0)
    return width if width in _WRAP_WIDTHS else None


def _runs_on(line: _Line, following: _Line, width: int) -> bool:
    """Whether `line` was broken only because the first word of the next one no longer fitted."""
    return not following.opens and line.end - line.start + 1 + following.first_word > width - _SLACK
