"""Lists of sources, endnotes and footnotes: where something was read, and on which day, is nothing that happened."""

import re

from timeline_app.extraction.segmentation.blocks import Block
from timeline_app.extraction.segmentation.patterns import line_pattern
from timeline_app.model.source import SegmentKind

_FILE = "segments_references"
_LONGEST = 900  # code points of a note; one that tells more than it cites is text
_LONGEST_CITED = 400
_STORY_WORDS = 30  # of the story that stands above its sources
_NEAR = 4  # blocks below a heading of which one begins the list
_NUMBER = re.compile(r"\[(?:\d{1,4}|[a-z]{1,3})\]\s*\S|\d{1,4}[.)]?\s+\S|\^\s*\S|↑\s*\S|[*†‡§]{1,3}\s*\S")
_BRACKETED = re.compile(r"\[\d{1,4}\]\s*\S")


def mark_references(blocks: list[Block]) -> None:
    """Marks undecided blocks that only name sources: numbered notes, cited titles, what stands under "Sources"."""
    told = 0
    under: Block | None = None
    for index, block in enumerate(blocks):
        if not block.is_open:
            continue
        if told >= _STORY_WORDS and _heading().fullmatch(block.line.strip(" \t*#")):
            under = block if _leads_to_reference(blocks, index) else None
        elif _is_note(block) or _is_cited(block) or (under is not None and _is_under(block)):
            block.kind = SegmentKind.BOILERPLATE
            if under is not None:
                under.kind = SegmentKind.BOILERPLATE
        else:
            under = None
            told += len(block.words) if block.is_prose else 0


def _heading() -> re.Pattern[str]:
    return line_pattern(_FILE, "references.headings")


def _has_sign(block: Block) -> bool:
    return line_pattern(_FILE, "references.signs").search(block.text[:_LONGEST]) is not None


def _is_note(block: Block) -> bool:
    """ "[3] Interview with a resident, 4 May 2019.": a number, and words that name where it was read or heard."""
    return len(block.text) <= _LONGEST and _NUMBER.match(block.text) is not None and _has_sign(block)


def _is_cited(block: Block) -> bool:
    cited = line_pattern(_FILE, "references.cited")
    return len(block.text) <= _LONGEST_CITED and cited.search(block.text) is not None


def _is_under(block: Block) -> bool:
    """Whether a block below "Sources" belongs to the list: it cites, or is a note without words that say so."""
    return len(block.text) <= _LONGEST and (
        _has_sign(block) or not block.is_prose or _BRACKETED.match(block.text) is not None
    )


def _leads_to_reference(blocks: list[Block], index: int) -> bool:
    """Whether the first block below a heading names a source."""
    near = blocks[index + 1 : index + 1 + _NEAR]
    following = next((block for block in near if block.is_open), None)
    return following is not None and (_is_note(following) or _is_cited(following) or _has_sign(following))
