"""Which block of a page is its headline: the one that its title names, else the only h1."""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.formats.readers.html_tree import Element, PageBlock
from timeline_app.model.source import SegmentKind

_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 8, 300  # code points
_TITLE_WORDS = 4  # of a page's title, beside which one word alone is a heading of the page: "Conversation"
_FIRST = 4  # blocks from the top of a page without a title that may name it
_MOST_NAME_WORDS = 10


def title_apart(blocks: Sequence[PageBlock], title: str) -> list[PageBlock]:
    """The blocks, with a headline that mere line breaks keep from byline and date as a block of its own."""
    wanted = _plain(title)
    found: list[PageBlock] = []
    for block in blocks:
        first, mark, rest = block.text.partition("\n")
        if mark and rest.strip() and not block.tight and _names(first, wanted):
            found += [replace(block, text=first), replace(block, text=rest)]
        else:
            found.append(block)
    return found


def mark_headline(blocks: Sequence[PageBlock], title: str, in_heads: set[Element]) -> int | None:
    """Marks the page's headline and returns its index; `in_heads` are the elements in an h1.

    Of a page without a title or h1 the headline is the name at its top.
    """
    wanted = _plain(title)
    heads = [index for index, block in enumerate(blocks) if block.element in in_heads]
    order: list[int] = [*heads, *range(len(blocks))]
    chosen = next((index for index in order if _names(blocks[index].text, wanted)), None)
    if chosen is None and len(heads) == 1 and _can_head(blocks[heads[0]], wanted):
        chosen = heads[0]
    if chosen is None and not heads and not wanted:
        named = (index for index, block in enumerate(blocks[:_FIRST]) if block.role is None)
        chosen = next((index for index in named if _is_name(blocks[index].text)), None)
    if chosen is not None:
        blocks[chosen].role = SegmentKind.HEADLINE
    return chosen


def _can_head(block: PageBlock, title: str) -> bool:
    if block.role is not None or len(block.text) > _LONGEST_HEADLINE:
        return False
    return len(_plain(block.text).split()) > 1 or len(title.split()) < _TITLE_WORDS


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= _MOST_NAME_WORDS and not text.endswith((".", ":", ",", "…")) and words[0][0].isupper()


def _names(text: str, title: str) -> bool:
    """Whether a block says what the page's title says, or its beginning: the paper's name often follows."""
    said = _plain(text)
    is_start = len(said) > 0.5 * len(title) and title.startswith(said)
    return len(said) >= _SHORTEST_HEADLINE and bool(title) and (said == title or is_start)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
