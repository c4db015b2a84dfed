"""The headline of a page that was copied with its menus: beside the lines that date and sign it, above its story.

Where dozens of links stand above a story, the first line that could be a headline is one of them.  The story is where
most of the page's prose is; right above it stand who wrote it and when, and with them what it is called.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from timeline_app.extraction.absolute_dates import find_dates
from timeline_app.extraction.segmentation.blocks import Block, mark
from timeline_app.extraction.segmentation.furniture import is_entry, is_furniture
from timeline_app.extraction.segmentation.masthead import is_date_line
from timeline_app.extraction.segmentation.patterns import line_pattern
from timeline_app.model.source import SegmentKind

_FEWEST_ABOVE = 8  # blocks above the story of a page with menus
_GAP = 10  # blocks between two paragraphs of one story
_SHARE = 0.2  # of the words that the first part of a story has; in menus prose has less: "Your feedback is welcome."
_SMALL = 0.4  # of the words of a sentence begin without a capital
_REACH = 24  # blocks above the story in which it is dated and signed
_APART = 8  # blocks between two such lines that do not belong together
_NEAR = 6  # blocks above such a line in which the headline stands
_LONGEST_SIGN = 110  # code points of such a line
_TITLE_WORDS = 4
_SECTION_WORDS = 4  # that name a part of the page above its day: "Eye on the Ports"
_STANDFIRST_WORDS = 12
_LONGEST_TITLE = 17
_LONGEST_BUTTON = 4  # words
_PLAYLIST = 12  # lines between headline and story: other stories, other films
_ENTRIES = 3  # dated or logged lines above: a list that tells, no menu with “2024 Elections” in it
_BUSY = (SegmentKind.COMMENT, SegmentKind.CAPTION)
_SIGNED = re.compile(r"(?:by|analysis by|opinion by|story by)\s+[^\W\d_]", re.IGNORECASE)


def mark_below_menus(blocks: list[Block], can_be_headline: Callable[[Block], bool]) -> bool:
    """Marks the headline of a page with menus, and the menus; False for a page without, or that nothing dates."""
    first, second = _story(blocks)
    if first < _FEWEST_ABOVE:
        return False
    signs = _signs(blocks, first, second)
    chosen = _headline(blocks, signs, second, can_be_headline) if signs else None
    if chosen is None:
        return False
    if len({block.words for block in blocks[:chosen] if is_entry(block) and len(block.words) > 2}) >= _ENTRIES:
        return False
    mark([blocks[sign] for sign in signs], SegmentKind.BOILERPLATE)
    blocks[chosen].kind = SegmentKind.HEADLINE
    mark([block for block in blocks[:chosen] if block.is_open], SegmentKind.BOILERPLATE)
    mark_playlist(blocks)
    between = _lines_between(blocks, chosen, first)
    mark([block for block in between if len(block.words) <= _LONGEST_BUTTON], SegmentKind.BOILERPLATE)
    return True


def mark_playlist(blocks: list[Block]) -> None:
    """Marks the lines between headline and story where there are very many: films and stories to go on with."""
    headline = next((index for index, block in enumerate(blocks) if block.kind is SegmentKind.HEADLINE), None)
    if headline is None:
        return
    between = _lines_between(blocks, headline, _story(blocks)[0])
    entries = sum(is_entry(block) and len(block.words) > _LONGEST_BUTTON for block in between)
    if len(between) >= _PLAYLIST and entries < _ENTRIES:
        mark(between, SegmentKind.BOILERPLATE)


def _lines_between(blocks: list[Block], headline: int, first: int) -> list[Block]:
    return [block for block in blocks[headline + 1 : max(first, 0)] if block.is_open and not block.is_prose]


def _headline(
    blocks: list[Block], signs: list[int], second: int, can_be_headline: Callable[[Block], bool]
) -> int | None:
    """The line that the first sign of who and when stands below, or, where a part of the page stands above, above."""

    def titles(start: int, end: int) -> list[int]:
        return [i for i in range(max(start, 0), end) if _can_be_title(blocks[i], can_be_headline)]

    above = titles(signs[0] - _NEAR, signs[0])
    if above and len(blocks[nearest := _nearest_title(blocks, above)].words) > _SECTION_WORDS:
        return nearest
    between = next((found[0] for one, other in pairwise(signs) if (found := titles(one + 1, other))), None)
    if between is not None or above:
        return nearest if between is None else between
    return next(iter(titles(signs[-1] + 1, second)), None)


def _signs(blocks: list[Block], first: int, second: int) -> list[int]:
    """The lines near the story that date or sign it; where none is near, the last above that says "Updated"."""
    near = [i for i in range(max(first - _REACH, 0), second) if _is_sign(blocks[i])]
    if near:  # those nearest to the story: far above them stands the day on which the page was looked at
        apart = [n for n, (one, other) in enumerate(pairwise(near), 1) if other - one > _APART]
        return near[apart[-1] :] if apart else near
    dated = line_pattern("segments_masthead", "masthead.dated")
    return [i for i in range(first) if _is_sign(blocks[i]) and dated.match(blocks[i].text)][-1:]


def _story(blocks: list[Block]) -> tuple[int, int]:
    """The first two paragraphs of the story: where sentences stand together that are no small part of the page's."""
    runs: list[list[int]] = []
    for index, block in enumerate(blocks):
        if block.kind in _BUSY or not _tells(block):
            continue
        if not runs or index - runs[-1][-1] > _GAP:
            runs.append([])
        runs[-1].append(index)
    weights = [sum(len(blocks[i].words) for i in run) for run in runs]
    least = _SHARE * sum(weights)
    story = next((run for run, weight in zip(runs, weights, strict=True) if weight >= least), [-1])
    return story[0], story[min(1, len(story) - 1)]


def _tells(block: Block) -> bool:
    """Whether a block is made of sentences: no row of links, each in capitals."""
    if not block.is_prose or not block.is_sentence:
        return False
    spelled = block.text.split()
    return sum(word[0].islower() for word in spelled) >= _SMALL * len(spelled)


def _is_sign(block: Block) -> bool:
    """Whether a line says when a page came out or by whom: "By Jane Roe", "Sep. 21, 2011, 3:17 PM | 5 comments"."""
    line = block.text.strip(" \t*#|•·-–—")
    if block.is_prose or not line or len(line) > _LONGEST_SIGN or block.kind in _BUSY or block.is_sentence:
        return False
    if is_date_line(line) or _SIGNED.match(line):
        return True
    if line_pattern("segments_masthead", "masthead.bylines").fullmatch(line):
        return True
    dated = next(find_dates(line), None)
    if dated is None:
        return False
    named = line_pattern("segments_masthead", "masthead.dated").match(line)
    return bool(named) or dated.seconds is not None or len(line) - len(dated.span) <= len(dated.span)


def _can_be_title(block: Block, can_be_headline: Callable[[Block], bool]) -> bool:
    """Whether a line can be the headline, also one that was taken for another story's below a list's heading."""
    idle = block.kind is SegmentKind.BOILERPLATE and not block.is_fixed and not is_furniture(block)
    if not (block.is_open or idle) or _is_sign(block):
        return False
    return can_be_headline(block) or (block.text.endswith(("...", "…")) and len(block.words) >= _TITLE_WORDS)


def _nearest_title(blocks: list[Block], found: list[int]) -> int:
    """Of the lines above the first sign the nearest of some length, or what is above it where it is a standfirst."""
    long = [i for i in found if len(blocks[i].words) >= _TITLE_WORDS]
    if not long:
        return found[-1]
    nearest = long[-1]
    words = len(blocks[nearest].words)
    if len(long) > 1 and long[-2] == nearest - 1 and words >= _STANDFIRST_WORDS:
        longer = words > 1.5 * len(blocks[nearest - 1].words)
        return nearest - 1 if longer or words > _LONGEST_TITLE else nearest
    return nearest
