"""Which blocks of a page are its story: what two extraction libraries agree on, and all that stands in their midst.

Either library alone is wrong too often: one lets comments in where class names say nothing, the other drops the ends
of long stories.  They only label; no block is ever left out.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.formats.readers.html_tree import Element, PageBlock
from timeline_app.model.source import SegmentKind

_WORD = re.compile(r"\w+")
_SHINGLE = 5  # words
_ENOUGH = 60  # words that the libraries must agree on, else they found nothing to rely on
_SHARE = 0.8  # of the agreed words that the story's element must hold
_NAMED = (SegmentKind.BOILERPLATE, SegmentKind.QUOTE)


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the libraries took for the story, and the names that one of them found."""

    texts: tuple[str, str]
    author: str = ""
    publisher: str = ""


def extract(markup: str) -> Extracted:
    """The story of a page by trafilatura and by readability; empty where one of them fails."""
    main, author, publisher = _by_trafilatura(markup)
    return Extracted((main, _by_readability(markup)), author, publisher)


def mark_story(blocks: Sequence[PageBlock], extracted: Extracted, headline: int | None) -> None:
    """Marks as boilerplate what stands outside the story's element; takes back names that hide what both call story.

    The lines between the headline and the story, where a lead stands, are left open.
    """
    words = [tuple(_WORD.findall(block.text.lower())) for block in blocks]
    held = [_known(text) for text in extracted.texts]
    agreed = [bool(one) and all(_is_in(one, known) for known in held) for one in words]
    if sum(len(one) for one, is_story in zip(words, agreed, strict=True) if is_story) < _ENOUGH:
        return
    home = _home(
        [(block.element, len(one)) for block, one, is_story in zip(blocks, words, agreed, strict=True) if is_story]
    )
    first = agreed.index(True)
    lead = range(headline, first) if headline is not None and headline < first else range(0)
    for index, block in enumerate(blocks):
        if agreed[index]:
            if block.role is SegmentKind.BOILERPLATE and len(words[index]) >= 3 * _SHINGLE:
                block.role = None
        elif block.role is None and index != headline and index not in lead and not _is_within(block.element, home):
            block.role = SegmentKind.BOILERPLATE


def _by_trafilatura(markup: str) -> tuple[str, str, str]:
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            markup, include_comments=False, include_tables=True, with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
        )  # fmt: skip
    except Exception:  # a library's fault costs its labels, not the text
        return "", "", ""
    if found is None:
        return "", "", ""
    return (
        getattr(found, "text", None) or "",
        getattr(found, "author", None) or "",
        getattr(found, "sitename", None) or "",
    )


def _by_readability(markup: str) -> str:
    from lxml import html
    from readability import Document  # type: ignore[import-untyped]

    try:
        return str(html.fromstring(Document(markup).summary(html_partial=True)).xpath("string()"))
    except Exception:  # as above
        return ""


def _known(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of five words in a text, and its short lines."""
    words = _WORD.findall(text.lower())
    runs = {tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
    lines = (tuple(_WORD.findall(line.lower())) for line in text.splitlines())
    return frozenset(runs | {line for line in lines if len(line) < _SHINGLE})


def _is_in(words: tuple[str, ...], known: frozenset[tuple[str, ...]]) -> bool:
    """Whether a block's first and last words stand in a text."""
    if len(words) < _SHINGLE:
        return words in known
    return words[:_SHINGLE] in known and words[-_SHINGLE:] in known


def _home(found: Sequence[tuple[Element, int]]) -> Element:
    """The innermost element that holds most of the story's words."""
    held: Counter[Element] = Counter()
    for element, size in found:
        held[element] += size
        for ancestor in element.iterancestors():
            held[ancestor] += size
    enough = _SHARE * sum(size for _, size in found)
    holders = [element for element, size in held.items() if size >= enough]
    return max(holders, key=lambda element: sum(1 for _ in element.iterancestors()))


def _is_within(element: Element, home: Element) -> bool:
    return element is home or any(ancestor is home for ancestor in element.iterancestors())
