"""Which blocks of a page are its story: what two extraction libraries agree on, and all that stands in their midst.

Either library alone is wrong too often: one lets comments in where class names say nothing, the other drops the ends
of long stories.  They only label; no block is ever left out.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.formats.readers.budget import OutOfTimeError, processor_limit
from timeline_app.formats.readers.html_tree import Element, PageBlock, totals
from timeline_app.model.source import SegmentKind

_WORD = re.compile(r"\w+")
_SHINGLE = 5  # words
_ENOUGH = 60  # words that the libraries must agree on, else they found nothing to rely on
_SECONDS = 5.0  # of processor time for each library; a long page takes 0.2
_SHARE = 0.8  # of the agreed words that the story's element must hold


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


def mark_story(root: Element, blocks: Sequence[PageBlock], extracted: Extracted, headline: int | None) -> None:
    """Marks as boilerplate what stands outside the story's element; takes back names that hide what both call story.

    The lines between the headline and the story, where a lead stands, are left open.
    """
    words = [tuple(_WORD.findall(block.text.lower())) for block in blocks]
    held = [_known(text) for text in extracted.texts]
    agreed = [bool(one) and all(_is_in(one, known) for known in held) for one in words]
    if sum(len(one) for one, is_story in zip(words, agreed, strict=True) if is_story) < _ENOUGH:
        return
    story: Counter[Element] = Counter()
    for block, one, is_story in zip(blocks, words, agreed, strict=True):
        story[block.element] += len(one) if is_story else 0
    home = set(_home(root, story).iter())
    first = agreed.index(True)
    lead = range(headline, first) if headline is not None and headline < first else range(0)
    for index, block in enumerate(blocks):
        if agreed[index]:
            if block.role is SegmentKind.BOILERPLATE and len(words[index]) >= 3 * _SHINGLE:
                block.role = None
        elif block.role is None and index != headline and index not in lead and block.element not in home:
            block.role = SegmentKind.BOILERPLATE


def _by_trafilatura(markup: str) -> tuple[str, str, str]:
    import trafilatura

    try:
        with processor_limit(_SECONDS):
            found = trafilatura.bare_extraction(
                markup, include_comments=False, include_tables=True, with_metadata=True,
                date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
            )  # fmt: skip
    except (Exception, OutOfTimeError):  # a library's fault costs its labels, not the text
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
        with processor_limit(_SECONDS):
            return str(html.fromstring(Document(markup).summary(html_partial=True)).xpath("string()"))
    except (Exception, OutOfTimeError):  # as above
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


def _home(root: Element, story: Counter[Element]) -> Element:
    """The innermost element that holds most of the story's words."""
    held = totals(root, story)
    home = root
    while True:
        inner = next((child for child in home if held[child] >= _SHARE * held[root]), None)
        if inner is None:
            return home
        home = inner
