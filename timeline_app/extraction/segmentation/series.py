"""The name of a series and its day before a headline: "Harbour Report – September 18, 2018: Ferry Aground"."""

import re

from timeline_app.extraction.absolute_dates import find_dates
from timeline_app.extraction.lexicon import words
from timeline_app.extraction.segmentation.blocks import Block
from timeline_app.model.source import SegmentKind

_LONGEST_NAME = 80  # code points
_FEWEST_WORDS = 3  # of the headline behind it
_COLON = re.compile(r"\)?\s*:\s+(?=[^\W\d_])")


def mark_series(blocks: list[Block]) -> None:
    """Sets off the name and day of a series: they say in which issue a headline stands, and tell no event."""
    for block in blocks:
        if block.kind is SegmentKind.HEADLINE and not block.prefix:
            block.prefix = series_length(block.line)


def series_length(line: str) -> int:
    """Code points up to the headline proper; 0 where no series is named."""
    for date in find_dates(line):
        name = re.findall(r"[^\W\d_]+", line[: date.span.start].lower())
        colon = _COLON.match(line, date.span.end)
        named = date.span.start <= _LONGEST_NAME and name and name[-1] in words("segments_kinds", "kinds", "issued")
        if named and colon is not None and line.count(" ", colon.end()) >= _FEWEST_WORDS - 1:
            return colon.end()
        return 0
    return 0
