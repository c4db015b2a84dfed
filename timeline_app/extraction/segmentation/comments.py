"""Readers' comments: from the line that opens them to the end of the page."""

from timeline_app.extraction.segmentation.blocks import Block, mark
from timeline_app.extraction.segmentation.patterns import line_pattern
from timeline_app.model.source import SegmentKind

_FILE = "segments_comments"
_NEAR = 6  # blocks after a weak opener in which another sign must follow
_STORY_WORDS = 30  # words of prose above the comments of even a short story
_SHORTEST_STORY_WORDS = 12  # the same above an opener that leaves no doubt
_THREAD_NAMES = 2


def mark_comments(blocks: list[Block]) -> None:
    """Marks everything from the first credible opener on as comments; a page without one is left alone.

    Where the page's own structure shows its comments, no words are needed to find them.
    """
    if any(block.kind is SegmentKind.COMMENT for block in blocks):
        return
    start = _opener(blocks)
    if start is None:
        start = _thread_start(blocks)
    if start is not None:
        start = _with_lead_in(blocks, start)
        for block in blocks[start:]:
            block.kind = block.kind if block.is_fixed else None
        mark(blocks[start:], SegmentKind.COMMENT)


def _opener(blocks: list[Block]) -> int | None:
    strong = line_pattern(_FILE, "openers.strong")
    weak = line_pattern(_FILE, "openers.weak")
    told = 0  # words of prose so far
    for index, block in enumerate(blocks):
        if block.is_prose:
            told += len(block.words)
        line = block.line.strip(" \t*#»>-–—")
        if not line or told < _SHORTEST_STORY_WORDS:
            continue
        if strong.fullmatch(line) and not _story_goes_on(blocks, index):
            return index
        if (
            told >= _STORY_WORDS
            and weak.fullmatch(line)
            and (_has_sign(blocks, index) or not _story_goes_on(blocks, index))
        ):
            return index
    return None


def _has_sign(blocks: list[Block], index: int) -> bool:
    signs = line_pattern(_FILE, "openers.signs", "openers.strong")
    return any(block.line and signs.fullmatch(block.line) for block in blocks[index + 1 : index + 1 + _NEAR])


def _story_goes_on(blocks: list[Block], index: int) -> bool:
    """Whether the line is a link to the comments in the middle of a story: prose follows, without any thread sign."""
    following = blocks[index + 1 :]
    return sum(block.is_prose for block in following[:4]) >= 3 and not _has_sign(blocks, index)


def _thread_start(blocks: list[Block]) -> int | None:
    """The first of several lines that name a commenter and a time."""
    thread = line_pattern(_FILE, "openers.thread")
    named = [i for i, block in enumerate(blocks) if block.line and thread.fullmatch(block.line.strip())]
    named = [i for i in named if _is_signed(blocks, i)]
    if len(named) < _THREAD_NAMES or sum(len(b.words) for b in blocks[: named[0]] if b.is_prose) < _STORY_WORDS:
        return None
    return named[0]


def _is_signed(blocks: list[Block], index: int) -> bool:
    """Whether a "NAME says:" line has a time, a link or another sign with it, so that it introduces no quotation."""
    line = blocks[index].line
    return "ago" in line or any(char.isdigit() for char in line) or _has_sign(blocks[: index + 3], index)


def _with_lead_in(blocks: list[Block], start: int) -> int:
    """Takes in the form lines that stand directly above the opener ("Notify of", "guest")."""
    signs = line_pattern(_FILE, "openers.signs")
    while start > 0 and blocks[start - 1].line and len(blocks[start - 1].words) <= 4:
        if not signs.fullmatch(blocks[start - 1].line):
            break
        start -= 1
    return start
