"""The headline, the headings of sections, and what only repeats: headlines printed again, pull quotes."""

from collections import Counter, defaultdict
from itertools import pairwise

from timeline_app.extraction.absolute_dates import find_dates
from timeline_app.extraction.segmentation.below_menus import mark_below_menus, mark_playlist
from timeline_app.extraction.segmentation.blocks import COLUMNS, Block, mark
from timeline_app.extraction.segmentation.masthead import names_part
from timeline_app.extraction.segmentation.patterns import line_pattern
from timeline_app.extraction.segmentation.updates import is_update_header
from timeline_app.model.source import SegmentKind

_LONGEST_HEADLINE = 30  # words
_HEAD = 16  # blocks from the top that may name a court or office
_MOST_NAME_WORDS = 4
_FEWEST_WORDS = 2
_LONGEST_HEADING = 14
_LONGEST_PULL_QUOTE = 45
_SHINGLE = 5  # words; a shorter block is too common to be a pull quote


def mark_headline(blocks: list[Block]) -> None:
    """Marks the line that is the page's headline, unless a subject line already is one.

    It is the first that can be one; where that line stands apart, the first of those right above a byline, and what
    is above is the page's menu.
    """
    if any(block.kind is SegmentKind.HEADLINE for block in blocks):
        mark_playlist(blocks)
        return
    if mark_below_menus(blocks, _can_be_headline):
        return
    _mark_letterhead(blocks)
    runs = _runs_that_can_be_headlines(blocks)
    if not runs:
        _mark_short_headline(blocks)
        return
    signed = next((run for run in runs if _is_byline(blocks[run[-1] + 1 : run[-1] + 2])), runs[0])
    chosen = signed[0] if signed is runs[0] else next((i for i in signed if "|" not in blocks[i].text), signed[-1])
    blocks[chosen].kind = SegmentKind.HEADLINE
    if signed is not runs[0]:
        mark([block for block in blocks[:chosen] if block.is_open], SegmentKind.BOILERPLATE)


def _mark_short_headline(blocks: list[Block]) -> None:
    """Marks two words above the line with the page's day, taken for a menu's, where no other line is the headline."""
    prose = next((index for index, block in enumerate(blocks) if block.is_prose), 0)
    for block, following in pairwise(blocks[:prose]):
        idle = all(b.kind is SegmentKind.BOILERPLATE and not b.is_fixed for b in (block, following))
        dated = idle and any(find_dates(following.line)) and not any(find_dates(block.line))
        if dated and len(block.words) >= _FEWEST_WORDS and block.line[:1].isupper() and not names_part(block):
            block.kind = SegmentKind.HEADLINE
            return


def _runs_that_can_be_headlines(blocks: list[Block]) -> list[list[int]]:
    """Where lines that can be the headline stand on end, above the first paragraph of the story."""
    runs: list[list[int]] = []
    for index, block in enumerate(blocks):
        if block.is_open and is_update_header(block.text):
            break
        if block.is_open and _can_be_headline(block):
            if not runs or runs[-1][-1] != index - 1:
                runs.append([])
            runs[-1].append(index)
        if block.is_open and block.is_prose:
            break
    return runs


def _is_byline(following: list[Block]) -> bool:
    """Whether the next line says by whom: "By Jane Roe -"."""
    pattern = line_pattern("segments_masthead", "masthead.bylines")
    return any(pattern.fullmatch(block.line.strip(" \t-–—|")) for block in following)


def is_letterhead(line: str) -> bool:
    """Whether a line says in which court or office a document was made or of what kind it is, not what it is about."""
    pattern = line_pattern("segments_masthead", "masthead.letterheads")
    return bool(line) and pattern.fullmatch(line.strip(" *#:")) is not None


def _mark_letterhead(blocks: list[Block]) -> None:
    """Marks the lines above a document's title that name the court or office, where a title follows."""
    lines: list[Block] = []
    for block in blocks[:_HEAD]:
        if not block.is_open:
            continue
        if is_letterhead(block.line) or names_part(block):
            lines.append(block)
        elif _can_be_headline(block) or block.is_prose:
            break
    else:
        return
    for line in lines:
        line.kind = SegmentKind.BOILERPLATE


def mark_repeats(blocks: list[Block]) -> None:
    """Marks as boilerplate what the page says a second time: its headline, a whole paragraph, a pull quote."""
    _mark_echoes(blocks)
    _mark_pull_quotes(blocks)


def mark_headings(blocks: list[Block]) -> None:
    """Marks short undecided lines that stand over a paragraph as headings of a section."""
    _mark_above_headline(blocks)
    for block, following in pairwise(blocks):
        if not block.is_open or not (block.paragraph.gap or following.paragraph.gap):
            continue
        if _can_be_heading(block) and (following.is_prose or following.kind in (None, SegmentKind.UPDATE)):
            block.kind = SegmentKind.HEADLINE


def _mark_above_headline(blocks: list[Block]) -> None:
    """Marks as boilerplate the few words that stand above the headline: parts of the page, names of sections."""
    first = next((index for index, block in enumerate(blocks) if block.kind is SegmentKind.HEADLINE), 0)
    for block in blocks[:first]:
        if block.is_open and len(block.words) <= _MOST_NAME_WORDS and not block.is_sentence:
            block.kind = SegmentKind.BOILERPLATE


def _can_be_headline(block: Block) -> bool:
    figures = sum(word.isdigit() for word in block.words)
    if COLUMNS.search(block.text) or 3 * figures > 2 * len(block.words):
        return False
    count = len(block.words)
    fewest = 2 if block.text.isupper() else 3  # "INCIDENT LOG" stands over a text; "Read more" may stand anywhere
    return fewest <= count <= _LONGEST_HEADLINE and bool(block.line) and not _ends_like_prose(block.text)


def _can_be_heading(block: Block) -> bool:
    text = block.text
    starts = text[0].isupper() or text[0].isdigit() or text[0] in "“\"‘'"
    is_row = "\t" in text or bool(COLUMNS.search(text))
    return 1 <= len(block.words) <= _LONGEST_HEADING and starts and not is_row and not _ends_like_prose(text)


def _ends_like_prose(text: str) -> bool:
    closed = text.rstrip("”\"’')")
    return closed.endswith((".", ":", ";", ",", "…")) and not closed.endswith(("U.S.", "U.K.", "U.N."))


def _mark_echoes(blocks: list[Block]) -> None:
    """A block that repeats an earlier one, once or several times over."""
    seen: set[tuple[str, ...]] = set()
    for block in blocks:
        words = block.words
        if block.kind in (SegmentKind.COMMENT, SegmentKind.BOILERPLATE) or len(words) < 3:
            continue
        unit = _repeated_unit(words)
        if unit in seen and not block.is_fixed and (len(unit) >= 4 or block.kind is None):
            block.kind = SegmentKind.BOILERPLATE
        seen.add(unit)


def _repeated_unit(words: tuple[str, ...]) -> tuple[str, ...]:
    """The shortest part whose repetition gives the words: (a b a b) is (a b)."""
    for parts in (2, 3, 4):
        size, rest = divmod(len(words), parts)
        if not rest and size >= 4 and words[:size] * parts == words:
            return words[:size]
    return words


def _mark_pull_quotes(blocks: list[Block]) -> None:
    """A short block whose every run of five words stands in one longer paragraph."""
    story = [block for block in blocks if block.kind in (None, SegmentKind.HEADLINE)]
    where: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for index, block in enumerate(story):
        for shingle in _shingles(block.words):
            where[shingle].add(index)
    for index, block in enumerate(story):
        if block.kind is not None or not _SHINGLE <= len(block.words) <= _LONGEST_PULL_QUOTE:
            continue
        shingles = list(_shingles(block.words))
        hits = Counter(other for shingle in shingles for other in where[shingle] if other != index)
        if any(count >= len(shingles) and len(story[o].words) > len(block.words) for o, count in hits.items()):
            block.kind = SegmentKind.BOILERPLATE


def _shingles(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[i : i + _SHINGLE] for i in range(len(words) - _SHINGLE + 1)]
