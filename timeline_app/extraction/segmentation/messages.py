"""The messages of an exported chat: each an update of its own, under a line that tells when and by whom."""

from bisect import bisect_right

from timeline_app.extraction.segmentation.blocks import Block
from timeline_app.model.source import SegmentKind
from timeline_app.temporal.stamped_lines import stamped_lines


def mark_messages(blocks: list[Block], text: str) -> None:
    """Marks the messages of a chat or the entries of a log whose lines have a date and hour each."""
    lines = stamped_lines(text)
    starts = [line.stamp.start for line in lines]
    for block in blocks:
        index = bisect_right(starts, block.paragraph.span.end) - 1
        if index < 0 or block.is_fixed:
            continue
        line = lines[index]
        words = text[line.start : line.end].strip()
        left_out = words.startswith("<") and words.endswith(">")  # "<Media omitted>"
        block.kind, block.is_fixed = SegmentKind.BOILERPLATE if left_out else SegmentKind.UPDATE, True
        if block.paragraph.span.start <= line.stamp.start < block.paragraph.span.end:
            block.opens_section = True
            block.prefix = min(line.start, block.paragraph.span.end) - block.paragraph.span.start
