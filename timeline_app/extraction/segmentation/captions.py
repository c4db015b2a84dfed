"""Captions: a picture's text and credit, whose dates are the picture's and not the story's."""

from timeline_app.extraction.segmentation.blocks import Block
from timeline_app.extraction.segmentation.patterns import line_pattern
from timeline_app.model.source import SegmentKind

_FILE = "segments_captions"
_LONGEST = 450  # code points; longer blocks are stories that end in a credit
_SHORT = 160


def mark_captions(blocks: list[Block]) -> None:
    """Marks undecided blocks that are captions, and the picture text on the line right above a bare credit."""
    closing = line_pattern(_FILE, "credits.closing")
    opening = line_pattern(_FILE, "credits.opening")
    inner = line_pattern(_FILE, "credits.inner")
    for index, block in enumerate(blocks):
        if not block.is_open or len(block.text) > _LONGEST:
            continue
        credit = closing.search(block.text)
        if credit or opening.match(block.text) or (len(block.text) <= _SHORT and inner.search(block.text)):
            block.kind = SegmentKind.CAPTION
            if credit and credit.start() <= 1 and index:
                _mark_text_above(blocks[index - 1])


def _mark_text_above(block: Block) -> None:
    if block.is_open and block.paragraph.gap == 0 and len(block.text) <= _LONGEST // 2:
        block.kind = SegmentKind.CAPTION
