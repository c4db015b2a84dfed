"""What a page says of its author below the story: who they are, since when they write, of what."""

import re
from collections.abc import Sequence

from timeline_app.extraction.segmentation.blocks import Block
from timeline_app.extraction.segmentation.patterns import line_pattern
from timeline_app.model.source import SegmentKind

_HEAD = 16  # blocks from the top in which a byline stands
_MOST_WORDS = 70
_MOST_LINE = 12  # words of what a box says in a line
_STORY_WORDS = 30  # of the story that stands above
_NAME = re.compile(
    r"\W{0,3}(?P<name>[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,3})\s*(?:,\s)?(?P<rest>.*)", re.DOTALL
)
_BYLINE = re.compile(r"\W{0,3}(?:by|author:|written by|reported by)\s+(?P<names>[^\d|•·(<—–]{3,80})", re.IGNORECASE)
_BETWEEN = re.compile(r",\s|\s(?:and|with|&)\s")


def mark_author_notes(blocks: Sequence[Block]) -> None:
    """Marks the paragraphs at the end of a story that say who somebody is, and the lines below an author's name."""
    authors = _authors(blocks[:_HEAD])
    told = sum(len(block.words) for block in blocks if block.is_open and block.is_prose)
    lines: list[Block] = []  # short ones, of the author if a name stands above them
    for block in reversed(blocks):
        if not (block.is_open or block.kind is SegmentKind.QUOTE):  # some pages set their author apart as a quotation
            continue
        if _is_note(block, authors) and told - len(block.words) >= _STORY_WORDS:
            told -= len(block.words)
            for line in (block, *lines):
                line.kind = SegmentKind.BOILERPLATE
            lines = []
        elif not block.is_open or block.is_prose or len(block.words) > _MOST_LINE or lines:
            return
        else:
            lines.append(block)


def _authors(head: Sequence[Block]) -> frozenset[str]:
    found = (_BYLINE.match(block.line) for block in head)
    names = (name for match in found if match for name in _BETWEEN.split(match["names"]))
    return frozenset(name.strip(" .,-*_“”").lower() for name in names)


def _is_note(block: Block, authors: frozenset[str]) -> bool:
    """Whether a paragraph is an author's name, opens with it, or says that somebody is a reporter."""
    match = _NAME.match(block.text) if len(block.words) <= _MOST_WORDS else None
    if match is None:
        return False
    if match["name"].lower() in authors:
        return True
    return bool(line_pattern("segments_furniture", "furniture.author_notes").match(match["rest"]))
