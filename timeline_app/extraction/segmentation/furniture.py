"""Page furniture: counters, share bars, newsletter lines, links to other stories, menus and footers."""

import re
from collections.abc import Callable, Iterator

from timeline_app.extraction.segmentation.blocks import COLUMNS, Block, mark
from timeline_app.extraction.segmentation.patterns import line_pattern
from timeline_app.model.source import SegmentKind

_FILE = "segments_furniture"
_LISTS = (
    *("donations", "subscriptions", "sharing", "links", "reprints", "releases"),
    *("contacts", "citations", "legal", "navigation"),
)
_SECTION_NUMBER = re.compile(r"\W*(?:1[0-9]{3}|20\d\d|\d{1,2}\.)\W*$")  # a year or number that heads a section
_LIST_ITEM = re.compile(r"[-*•·–▪◦]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|[A-Z][\w ]{0,30}:\s")
_DATED_ENTRY = re.compile(  # "1998 Mine opens", "March 2020: Inquiry begins", "26 Nov 2019 – Dam bursts"
    r"(?:\d{1,2}\.?\s+[^\W\d]{3,9}\.?\s+|[^\W\d]{3,9}\.?\s+(?:\d{1,2},?\s+)?)?(?:1[5-9]|20)\d\d\b\s*[:–—-]?\s+[^\W\d]{2}"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_LOGGED = re.compile(  # "11.42 p.m.  Alarm raised", "8 August" above such lines, "Record date       9 August 2021"
    rf"(?:\d{{1,2}}[.:h]\d\d\b|\d{{1,2}} (?:a\.?m|p\.?m|noon|midnight)|[012]\d[0-5]\d\s)"
    rf"|(?:\w{{6,9}}day,?\s)?(?:\d{{1,2}}\.?\s{_MONTH}|{_MONTH}\s\d{{1,2}})(?:,?\s\d{{4}})?\W*(?:$|\s\s|\S\s)"
    rf"|.*\S {{3,}}(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}},)\s\d{{4}}$",
    re.IGNORECASE,
)
_EDIT = re.compile(r"\[(?:edit|bearbeiten)\]\s*$", re.IGNORECASE)  # a wiki's link beside each heading
_CELL_MARK = "\t"  # between the cells of a table's row, which no menu has
_TRAIL_MARKS = re.compile(r"[>›»/|]")
_SENTENCE_MARKS = re.compile(r"[.!?]")
_LINK = re.compile(r"(?:see|read|watch|also|plus|more|related)\b[:\s]", re.IGNORECASE)
_SMALL_WORDS = frozenset("a an and as at by for from in into is of on or over the to vs with".split())  # noqa: SIM905
_MENU_RUN = 3
_LONGEST_LINK = 16  # words in the title of another story
_LONGEST_FURNITURE = 45  # words
_STORY_WORDS = 30  # of the story that stands above what is added to it
_LONGEST_OPENING = 200  # code points
_REST = 0.4  # of the words of a story that may stand below its credits: about the author, other stories


def mark_furniture(blocks: list[Block]) -> None:
    """Marks undecided lines that the lexicon knows as furniture, and titles that link to another story."""
    pattern = line_pattern(_FILE, *(f"furniture.{name}" for name in _LISTS))
    list_heading = line_pattern(_FILE, "furniture.list_headings")
    listing = False
    for block in blocks:
        line = _EDIT.sub("", block.line).strip(" \t*#»>()[]")
        if not block.is_open or _SECTION_NUMBER.match(line):
            listing = listing and block.kind is SegmentKind.BOILERPLATE  # the day below another story's title
            continue
        if list_heading.fullmatch(line):
            listing = True
        elif block.words and not all(_is_furniture(part, pattern) for part in line.splitlines() or ("",)):
            listing = listing and len(block.words) <= _LONGEST_LINK and not line.endswith(".")
            if not listing:
                continue
        if not block.is_prose or len(block.words) <= _LONGEST_FURNITURE:
            block.kind = SegmentKind.BOILERPLATE


def is_furniture(block: Block) -> bool:
    """Whether the lexicon knows a line as furniture, or it looks like a trail or a link."""
    pattern = line_pattern(_FILE, *(f"furniture.{name}" for name in _LISTS))
    lines = [part.strip(" \t*#»>()[]") for part in block.line.splitlines()]
    return bool(lines) and all(_is_furniture(line, pattern) for line in lines)


def _is_furniture(line: str, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.fullmatch(line)) or _is_trail(line) or _is_story_link(line)


def mark_disclaimers(blocks: list[Block]) -> None:
    """Marks what lawyers have added below a text: paragraphs that open so, and all under a heading of theirs."""
    opening = line_pattern(_FILE, "furniture.disclaimers")
    heading = line_pattern(_FILE, "furniture.disclaimer_headings")
    told = 0  # words of the story so far
    under = False
    for block in blocks:
        if not block.is_open:
            continue
        if not block.is_prose:
            under = told >= _STORY_WORDS and bool(heading.fullmatch(block.line.strip(" \t*#:")))
        if under or (told >= _STORY_WORDS and opening.match(block.text[:_LONGEST_OPENING])):
            block.kind = SegmentKind.BOILERPLATE
        elif block.is_prose:
            told += len(block.words)


def mark_after_credits(blocks: list[Block]) -> None:
    """Marks what follows the line that says who reported, wrote and edited: on agencies' pages nothing of the story.

    Only where little follows, so that a line of credits between two reports ends neither.
    """
    closing = line_pattern(_FILE, "furniture.closing_credits")
    told, below = 0, sum(_prose_words(block) for block in blocks if block.is_open)
    for index, block in enumerate(blocks):
        told += _prose_words(block)
        below -= _prose_words(block) if block.is_open else 0
        if told < _STORY_WORDS or below > _REST * told or not block.line:
            continue
        if closing.fullmatch(block.line.strip(" \t*()[]_")):
            mark(blocks[index:], SegmentKind.BOILERPLATE)
            return


def _prose_words(block: Block) -> int:
    return len(block.words) if block.is_prose else 0


def mark_menus(blocks: list[Block]) -> None:
    """Marks runs of very short lines above the first paragraph and runs of short lines after the last one."""
    prose = [index for index, block in enumerate(blocks) if block.is_prose and block.kind is None]
    if not prose:
        return
    first, last = prose[0], prose[-1]
    for run in _runs([block for block in blocks[:first] if block.is_open], _is_menu_line):
        mark(run, SegmentKind.BOILERPLATE)
    for run in _runs(blocks[last + 1 :], _is_foot_line):
        mark(run, SegmentKind.BOILERPLATE)
    _mark_foot_lists(blocks[last + 1 :])


def _mark_foot_lists(foot: list[Block]) -> None:
    """Marks what stands under "Tags" and "Read more" below the story: short lines, up to a sentence."""
    headings = line_pattern(_FILE, "furniture.foot_headings")
    listing = False
    for block in foot:
        if headings.fullmatch(block.line.strip(" \t*#»>()[]:")):
            listing = True
        elif listing and block.is_open and (len(block.words) > _LONGEST_LINK or block.is_sentence):
            listing = False
        if listing and block.is_open:
            block.kind = SegmentKind.BOILERPLATE


def mark_leftovers(blocks: list[Block]) -> None:
    """Marks fragments of a word or four that stand between furniture on both sides: a site's name, a button."""
    idle = (SegmentKind.BOILERPLATE, SegmentKind.COMMENT)
    for index, block in enumerate(blocks):
        if not block.is_open or block.is_sentence or len(block.words) > 4 or index == 0:
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if blocks[index - 1].kind in idle and (following is None or following.kind in idle):
            block.kind = SegmentKind.BOILERPLATE


def _is_menu_line(block: Block) -> bool:
    return len(block.words) <= 3 and not COLUMNS.search(block.text)


def _is_foot_line(block: Block) -> bool:
    is_row = _CELL_MARK in block.text or bool(COLUMNS.search(block.text))
    is_item = is_row or is_entry(block) or bool(_LIST_ITEM.match(block.text))
    is_idle = block.is_open or (block.kind is SegmentKind.BOILERPLATE and not block.is_fixed)
    return is_idle and not block.is_sentence and len(block.words) <= 14 and not is_item


def is_entry(block: Block) -> bool:
    """Whether a line is one of a list that tells: "1998 Mine opens", "11.42 p.m. Alarm raised"."""
    return any(pattern.match(block.text) for pattern in (_DATED_ENTRY, _LOGGED))


def _runs(blocks: list[Block], fits: Callable[[Block], bool]) -> Iterator[list[Block]]:
    run: list[Block] = []
    for block in blocks:
        if fits(block):
            run.append(block)
            continue
        if len(run) >= _MENU_RUN:
            yield run
        run = []
    if len(run) >= _MENU_RUN:
        yield run


def _is_trail(line: str) -> bool:
    """Whether a line is a trail of sections, "World > Europe > Article", or a row of links between bars."""
    steps = [step.strip() for step in _TRAIL_MARKS.split(line)]
    return 3 <= len(steps) <= 9 and all(1 <= len(step) <= 40 for step in steps) and not _SENTENCE_MARKS.search(line)


def _is_story_link(line: str) -> bool:
    """Whether a line is "See" or "Read" and the title of another story: capitals throughout, no full stop."""
    if not _LINK.match(line) or line.endswith((".", ":", "”", '"')) or len(line) > 160:
        return False
    title = [word for word in line.split()[1:] if word.lower() not in _SMALL_WORDS and word[0].isalpha()]
    return len(title) >= 3 and sum(word[0].isupper() for word in title) >= 0.75 * len(title)
