"""The lines of an exported chat or a machine's log, each under a date and hour of its own.

"[12/05/2021, 08:14:22] Marta K: ...", "12.05.21, 08:14 - Marta K: ...", "2021-05-12 08:14:22 ...".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.model.token import Span

_STAMP = re.compile(
    r"^[\[(\u200e\u202a-\u202e]{0,3}(?P<stamp>\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?[ T]{1,2}"
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[.,]\d{1,6})?"
    r"(?:[ \u202f]?[ap]\.?m\.?)?(?:Z|[ ]?[+-]\d\d:?\d\d|[ ]UTC)?)[\])]?(?:[ \t]*[-–—|:][ \t]*|[ \t]+)"
    r"(?:(?P<name>[^\W\d_][^:\n<>\[\]]{0,40}):[ \t]+)?",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST = 3
_LINES_A_MESSAGE = 4  # at most, on average
_WRITTEN_LINE = re.compile(r"^[^\n]*\w[^\n]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class StampedLine:
    """A message: its date and hour, who wrote it (empty where no name stands), where its words begin and end."""

    stamp: Span
    name: str
    start: int
    end: int


@lru_cache(maxsize=4)  # several steps of one analysis ask for the same text
def stamped_lines(text: str) -> Sequence[StampedLine]:
    """The messages of a text that consists of such lines, in order; none where it only has a few."""
    heads = list(_STAMP.finditer(text))
    if len(heads) < _FEWEST or len(heads) * _LINES_A_MESSAGE < sum(1 for _ in _WRITTEN_LINE.finditer(text)):
        return ()
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return tuple(
        StampedLine(Span(*head.span("stamp")), (head["name"] or "").strip(), head.end(), end)
        for head, end in zip(heads, ends, strict=True)
    )
