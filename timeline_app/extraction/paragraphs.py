"""Paragraphs: the blocks of a text that no sentence crosses, found from its line breaks alone."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from timeline_app.model.token import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z)")
_ENTRY = re.compile(  # "14:07 ...", "• ...", "5. ..."
    r"(?:\[?\d{1,2}[:.h]\d\d\b|\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?[ T]\d{1,2}[:.]\d\d"
    r"|[-–—•*▪◦]\s|\(?\d{1,3}[.)]\s|\([a-z]\)\s"
    r"|(?:1[5-9]|20)\d\d(?:[–-](?:\d\d){1,2})?(?:\s{2,}|:\s))"  # "1967–71   Construction of the terminal"
)
_BYLINE = re.compile(r"by(?: [A-Z][\w.'’-]+){2,4}")  # "by Jane Roe"
_WRAP_WIDTHS = range(50, 111)  # where typewriters, mail programs and PDF converters break lines
_OPEN_END = re.compile(r"[\w,’'”\")–—-]")
_FEWEST_LINES = 3  # of a paragraph that shows its own width
_SHORTEST_BROKEN = 20  # code points; items of a list are shorter
_SHARE_FULL = 0.3  # of the lines above another: fewer are as long as that by chance
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
    is_open: bool = False  # it is of some length and ends within a sentence
    goes_on: bool = False  # it begins as no sentence does

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
    width = width or _own_width(group)
    for line in group:
        above = runs[-1][-1] if runs else None
        if above and ((width and _runs_on(above, line, width)) or (above.is_open and line.goes_on and not line.opens)):
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
            opens = bool(_ENTRY.match(visible))
            is_open = len(visible) >= _SHORTEST_BROKEN and bool(_OPEN_END.match(visible[-1]))
            goes_on = visible[:1].islower() and not _BYLINE.fullmatch(visible)
            lines.append(_Line(start, start + len(visible), match.end(), first_word, opens, is_open, goes_on))
    return lines


def _wrap_width(lines: list[_Line]) -> int | None:
    """The width at which a text was hard-wrapped, None where each line is a paragraph."""
    width = max((line.end - line.start for line in lines if line.end - line.start > line.first_word), default=0)
    if width not in _WRAP_WIDTHS:
        return None
    above = [(line, following) for line, following in pairwise(lines) if not line.blank and not following.blank]
    full = sum(_runs_on(line, following, width) for line, following in above)
    return width if full >= _SHARE_FULL * len(above) else None


def _own_width(group: list[_Line]) -> int | None:
    """The width at which one paragraph was wrapped, whatever the rest of the text: all its lines but the last are full.

    Titles of a list may be of one length too; but those begin with a capital each.
    """
    if len(group) < _FEWEST_LINES or group[0].end - group[0].start < _SHORTEST_BROKEN:
        return None
    if 3 * sum(line.goes_on for line in group[1:]) < len(group) - 1:
        return None
    width = max(line.end - line.start for line in group)
    return width if all(_runs_on(line, following, width) for line, following in pairwise(group)) else None


def _runs_on(line: _Line, following: _Line, width: int) -> bool:
    """Whether `line` was broken only because the first word of the next one no longer fitted."""
    return not following.opens and line.end - line.start + 1 + following.first_word > width - _SLACK
