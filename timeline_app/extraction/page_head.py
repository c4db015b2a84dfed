"""The lines of a text in which it may say when and where it was published: those at its top, and around its headline.

A page that was saved or copied as a whole opens with its menus, and with the day on which it was looked at; its own
date stands beside its headline, wherever that is.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.extraction.paragraphs import Paragraph, paragraphs
from timeline_app.model.source import Segment, SegmentKind

_LINES = 16  # from the top of the text, and from the headline
_FEWEST_ABOVE = 8  # lines above the headline of a page with menus
_ABOVE = 6  # lines right above a headline, where some papers set the day
_OF_OTHERS = (SegmentKind.COMMENT, SegmentKind.CAPTION)


@dataclass(frozen=True, slots=True)
class PageHead:
    """The lines that may date a text, and those below them.

    `starts` is where what belongs to the headline begins, `title` where the headline ends; both are 0 where it stands
    at the top of the text.
    """

    lines: tuple[Paragraph, ...]
    below: tuple[Paragraph, ...]
    starts: int = 0
    title: int = 0


def page_head(text: str, segments: Sequence[Segment]) -> PageHead:
    """The head of a text: no comments and no captions, which speak of other things."""
    story = [p for p in paragraphs(text) if kind_at(p.span.start, segments) not in _OF_OTHERS]
    title = next((s.span.start for s in segments if s.kind is SegmentKind.HEADLINE), 0)
    index = bisect_right(story, title, key=lambda line: line.span.end)
    if index < _FEWEST_ABOVE or index >= len(story):
        return PageHead(tuple(story[:_LINES]), tuple(story[_LINES:]))
    first = index - _ABOVE
    end = index + _LINES
    lines = (*story[:_LINES], *story[max(first, _LINES) : end])
    return PageHead(lines, tuple(story[end:]), story[first].span.start, story[index].span.end)


def kind_at(offset: int, segments: Sequence[Segment]) -> SegmentKind | None:
    """What the text is at an offset; None before its first segment."""
    index = bisect_right(segments, offset, key=lambda segment: segment.span.start) - 1
    return segments[index].kind if index >= 0 else None
