"""Paragraph quotations: blocks that a sentence such as "The minister said:" introduces, or that quote marks enclose."""

import re

from timeline_app.extraction.lexicon import verb_forms, words
from timeline_app.extraction.segmentation.blocks import Block
from timeline_app.extraction.segmentation.updates import is_update_header
from timeline_app.model.source import SegmentKind

_FILE = "segments_quotes"
_OPEN, _CLOSE = '“"«„', '”"»'
_WORDS = re.compile(r"[a-z]+", re.IGNORECASE)
_CUE_WORDS = 30  # how far before the colon the verb may stand
_LONGEST_RUN = 4  # blocks of one quotation without quote marks


def mark_quotes(blocks: list[Block]) -> None:
    """Marks undecided blocks that are quotations as a whole."""
    story = [block for block in blocks if block.kind is not SegmentKind.COMMENT]
    index = 0
    while index < len(story):
        block = story[index]
        if block.is_open and (_is_enclosed(block.text) or block.text.startswith("> ")):
            block.kind = SegmentKind.QUOTE
        elif block.is_open and introduces_quote(block.text):
            index += _mark_introduced(story[index + 1 :])
        index += 1


def introduces_quote(text: str) -> bool:
    """Whether a block ends in a colon after a verb of saying: what follows is in another's words."""
    if not text.endswith(":"):
        return False
    tail = [word.lower() for word in _WORDS.findall(text[-400:])[-_CUE_WORDS:]]
    return bool(verb_forms("reporting", "reporting", "verbs") & set(tail)) or bool(
        words(_FILE, "quotes", "introducers") & set(tail)
    )


def _mark_introduced(following: list[Block]) -> int:
    """Marks the quotation at the start of `following`; returns how many blocks it took."""
    taken = 0
    marked_open = bool(following) and following[0].text[0] in _OPEN
    for block in following:
        if not block.is_open or is_update_header(block.text):
            break
        goes_on = marked_open and block.text[0] in _OPEN
        if taken and not goes_on and (marked_open or not _reads_on(block, taken)):
            break
        if not taken and not block.is_prose:
            break
        block.kind = SegmentKind.QUOTE
        taken += 1
        if block.paragraph.gap > 1:
            break
    return taken


def _reads_on(block: Block, taken: int) -> bool:
    """Whether a block without quote marks still belongs to the quotation: nobody else is reported in it."""
    if taken >= _LONGEST_RUN or not block.is_prose or introduces_quote(block.text) or block.text[0] in _OPEN:
        return False
    if block.words[0] in words(_FILE, "quotes", "resuming"):
        return False
    return not verb_forms("reporting", "reporting", "attributing").intersection(block.words)


def _is_enclosed(text: str) -> bool:
    """Whether quote marks hold the whole block."""
    if len(text) < 20 or text[0] not in _OPEN or text[-1] not in _CLOSE:
        return False
    inner = text[1:-1]
    return not any(mark in inner for mark in _CLOSE)
