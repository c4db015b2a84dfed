"""What each stretch of a page is: headline, body, update, quote, caption, boilerplate or comment.

The text itself is never changed: a page's furniture is labelled, not removed (design: EVENTS, step 1).
"""

from collections.abc import Sequence

from timeline_app.extraction.segmentation.author_notes import mark_author_notes
from timeline_app.extraction.segmentation.blocks import Block, blocks_of, fix_labels, mark
from timeline_app.extraction.segmentation.captions import mark_captions
from timeline_app.extraction.segmentation.comments import mark_comments
from timeline_app.extraction.segmentation.datelines import find_dateline
from timeline_app.extraction.segmentation.furniture import (
    mark_after_credits,
    mark_disclaimers,
    mark_furniture,
    mark_leftovers,
    mark_menus,
)
from timeline_app.extraction.segmentation.headlines import mark_headings, mark_headline, mark_repeats
from timeline_app.extraction.segmentation.lengths import mark_lengths
from timeline_app.extraction.segmentation.masthead import mark_masthead
from timeline_app.extraction.segmentation.messages import mark_messages
from timeline_app.extraction.segmentation.quotes import mark_quotes
from timeline_app.extraction.segmentation.references import mark_references
from timeline_app.extraction.segmentation.series import mark_series
from timeline_app.extraction.segmentation.updates import mark_updates
from timeline_app.model.source import Segment, SegmentKind
from timeline_app.model.token import Span

__all__ = ["segment"]


def segment(text: str, labels: Sequence[Segment] = ()) -> tuple[Segment, ...]:
    """The segments of a page: in order, without overlap, covering the whole text; never fails.

    A segment ends where the next begins, so it includes the white space after it.  `labels` are what the file's own
    structure shows, such as a figure's caption; the rest is told by its words.
    """
    if not text:
        return ()
    blocks = blocks_of(text)
    fix_labels(blocks, labels)
    mark_messages(blocks, text)
    mark_masthead(blocks)
    mark_comments(blocks)
    mark_furniture(blocks)
    mark_disclaimers(blocks)
    mark_references(blocks)
    mark_after_credits(blocks)
    mark_author_notes(blocks)
    mark_captions(blocks)
    mark_menus(blocks)
    mark_lengths(blocks)
    mark_headline(blocks)
    mark_repeats(blocks)
    mark_leftovers(blocks)
    mark_quotes(blocks)
    mark_updates(blocks)
    mark_headings(blocks)
    mark_series(blocks)
    mark(blocks, SegmentKind.BODY)
    return _joined(blocks, len(text))


def _joined(blocks: list[Block], length: int) -> tuple[Segment, ...]:
    """Neighbours of one role as one segment; a headline and a section header always begin a new one."""
    segments: list[Segment] = []
    start = 0
    for block in blocks:
        kind = block.kind or SegmentKind.BODY
        dateline = find_dateline(block.text, block.paragraph.span.start) if kind is SegmentKind.BODY else None
        if dateline:
            _append(segments, Segment(SegmentKind.BOILERPLATE, Span(start, dateline.span.end)))
            start = dateline.span.end
        if block.prefix:
            message = block.paragraph.span.start + block.prefix
            _append(segments, Segment(SegmentKind.BOILERPLATE, Span(start, message)), apart=True)
            start = message
        _append(segments, Segment(kind, Span(start, block.paragraph.end)), apart=block.opens_section)
        start = block.paragraph.end
    return tuple(segments) or (Segment(SegmentKind.BODY, Span(0, length)),)


def _append(segments: list[Segment], segment: Segment, *, apart: bool = False) -> None:
    last = segments[-1] if segments else None
    if last and last.kind is segment.kind and not apart and segment.kind is not SegmentKind.HEADLINE:
        segments[-1] = Segment(last.kind, Span(last.span.start, segment.span.end))
    else:
        segments.append(segment)
