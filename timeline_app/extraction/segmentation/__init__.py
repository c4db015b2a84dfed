"""What each stretch of a page is: headline, body, update, quote, caption, boilerplate or comment.

The text itself is never changed: a page's furniture is labelled, not removed (design: EVENTS, step 1).
"""

from timeline_app.extraction.segmentation.blocks import Block, blocks_of, mark
from timeline_app.extraction.segmentation.captions import mark_captions
from timeline_app.extraction.segmentation.comments import mark_comments
from timeline_app.extraction.segmentation.furniture import mark_furniture, mark_leftovers, mark_menus
from timeline_app.extraction.segmentation.headlines import mark_headings, mark_headline, mark_repeats
from timeline_app.extraction.segmentation.masthead import mark_masthead
from timeline_app.extraction.segmentation.quotes import mark_quotes
from timeline_app.extraction.segmentation.updates import mark_updates
from timeline_app.model.source import Segment, SegmentKind
from timeline_app.model.token import Span

__all__ = ["segment"]


def segment(text: str) -> tuple[Segment, ...]:
    """The segments of a page: in order, without overlap, covering the whole text; never fails.

    A segment ends where the next begins, so it includes the white space after it.
    """
    if not text:
        return ()
    blocks = blocks_of(text)
    mark_masthead(blocks)
    mark_comments(blocks)
    mark_furniture(blocks)
    mark_captions(blocks)
    mark_menus(blocks)
    mark_headline(blocks)
    mark_repeats(blocks)
    mark_leftovers(blocks)
    mark_quotes(blocks)
    mark_updates(blocks)
    mark_headings(blocks)
    mark(blocks, SegmentKind.BODY)
    return _joined(blocks, len(text))


def _joined(blocks: list[Block], length: int) -> tuple[Segment, ...]:
    """Neighbours of one role as one segment; a headline and a section header always begin a new one."""
    segments: list[Segment] = []
    for index, block in enumerate(blocks):
        kind = block.kind or SegmentKind.BODY
        start = 0 if index == 0 else blocks[index - 1].paragraph.end
        last = segments[-1] if segments else None
        if last and last.kind is kind and not block.opens_section and kind is not SegmentKind.HEADLINE:
            segments[-1] = Segment(kind, Span(last.span.start, block.paragraph.end))
        else:
            segments.append(Segment(kind, Span(start, block.paragraph.end)))
    return tuple(segments) or (Segment(SegmentKind.BODY, Span(0, length)),)
