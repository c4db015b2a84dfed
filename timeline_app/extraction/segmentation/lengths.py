"""Lists of songs and films, each with its length: "Deadlock 2:21" happened at no hour."""

import re

from timeline_app.extraction.segmentation.blocks import Block
from timeline_app.extraction.segmentation.updates import are_in_order
from timeline_app.model.source import SegmentKind

_LENGTH = re.compile(r"\w.*\s(?P<minutes>\d):(?P<seconds>[0-5]\d)$", re.DOTALL)
_MOST_WORDS = 14
_FEWEST = 4
_USUAL = 5  # minutes that most of such a list last at most
_SHARE = 0.6


def mark_lengths(blocks: list[Block]) -> None:
    """Marks undecided lines that end in a length; hours of the early morning that follow one another are a log."""
    found = [
        (block, match)
        for block in blocks
        if block.is_open and len(block.words) <= _MOST_WORDS and (match := _LENGTH.fullmatch(block.line))
    ]
    minutes = [int(match["minutes"]) for _, match in found]
    lengths = [60 * int(match["minutes"]) + int(match["seconds"]) for _, match in found]
    if len(found) < _FEWEST or sum(one <= _USUAL for one in minutes) < _SHARE * len(found) or are_in_order(lengths):
        return
    for block, _ in found:
        block.kind = SegmentKind.BOILERPLATE
