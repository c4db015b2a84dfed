"""What a page says about itself: date lines, bylines, header fields of e-mail and memoranda."""

import re

from timeline_app.extraction.absolute_dates import find_dates
from timeline_app.extraction.lexicon import lexicon
from timeline_app.extraction.lexicon import words as lexicon_words
from timeline_app.extraction.segmentation.blocks import Block, mark
from timeline_app.extraction.segmentation.patterns import line_pattern
from timeline_app.extraction.segmentation.updates import posted_lines
from timeline_app.model.source import SegmentKind

_FILE = "segments_masthead"
_HEAD = 14  # blocks from the top in which a byline may stand
_FEWEST_FIELDS = 2
_LONGEST_FORM_NAME = 4  # words: "MEMORANDUM", "Intelligence summary"
_LONGEST_DATE_LINE = 80
_NAMEPLATE_REACH = 5  # blocks from the top
_LONGEST_NAMEPLATE = 5  # words
_SIGNATURE = 8  # lines
_LONGEST_PART = 3  # words
_SHORTEST_TITLE = 4
_SMALL_WORDS = frozenset(("of", "the", "and", "for", "de", "la"))
_PERSON = re.compile(
    r"[A-Z][\w'’.-]+(?:\s(?:de|van|von|der|bin|al-|el-|[A-Z])[\w'’.-]*){1,3}"
    r"(?:\s(?:and|&)\s[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]*){1,3})?(?:,?\sin\s[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+)?)?"
)
_BESIDE_DATE = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\d+[ -]min(?:ute)?s?[ ]read"
    r"|\(\d{3,4} [a-z]{2,4}\)|[\W_])*",
    re.IGNORECASE,
)


def is_date_line(line: str) -> bool:
    """Whether a line is a date (and perhaps a time) and nothing else."""
    if len(line) > _LONGEST_DATE_LINE:
        return False
    dates = list(find_dates(line))
    if len(dates) != 1:
        return False
    span = dates[0].span
    return bool(_BESIDE_DATE.fullmatch(line[: span.start] + " " + line[span.end :]))


def nameplate(blocks: list[Block]) -> int | None:
    """Index of the line at the top that names the paper or station, beside the date line; None without one.

    Another line must be left that can be the headline, above it or below the date.
    """
    for index, block in enumerate(blocks[:_NAMEPLATE_REACH]):
        neighbours = blocks[max(index - 1, 0) : index] + blocks[index + 1 : index + 2]
        if not any(is_date_line(neighbour.line) for neighbour in neighbours) or not _is_name(block):
            continue
        if any(_can_be_title(above) for above in blocks[:index]):
            return index
        names_papers = _known(block)
        if names_papers and any(_can_be_title(below) for below in blocks[index + 1 : index + 4]):
            return index
    return None


def names_part(block: Block) -> bool:
    """Whether a line is the name of a paper or of a part of its page and no headline: "Meridian News", "World News"."""
    return len(block.words) <= _LONGEST_PART and _is_name(block) and _known(block)


def _known(block: Block) -> bool:
    """Whether a name has a word of papers and stations, or is one of a part of the page: "Politics & Diplomacy"."""
    known = lexicon_words(_FILE, "masthead", "nameplates") | lexicon_words(_FILE, "masthead", "page_parts")
    return not known.isdisjoint(block.words)


def _is_name(block: Block) -> bool:
    """Whether a line is a name: a few words in capitals that make no sentence."""
    spelled = [word for word in block.line.split() if word.lower() not in _SMALL_WORDS]
    if not 1 <= len(spelled) <= _LONGEST_NAMEPLATE or block.is_sentence:
        return False
    if set(block.words) <= lexicon_words(_FILE, "masthead", "parts"):
        return False
    if line_pattern(_FILE, "masthead.bylines").fullmatch(block.line):
        return False
    return all((word[0].isupper() and re.sub("['.]", "", word).isalpha()) or word == "&" for word in spelled)


def _can_be_title(block: Block) -> bool:
    return len(block.words) >= _SHORTEST_TITLE and not block.is_sentence and not is_date_line(block.line)


def _names_author(blocks: list[Block], index: int) -> bool:
    """Whether a line is a person's name, perhaps with a place, right above or below a line that dates the page."""
    if not _PERSON.fullmatch(blocks[index].line) or index == 0 or blocks[index - 1].is_prose:
        return False
    dated = line_pattern(_FILE, "masthead.dated")
    return any(
        is_date_line(other.line) or (other.line and dated.match(other.line) and any(c.isdigit() for c in other.line))
        for other in (*blocks[index + 1 : index + 2], *blocks[max(index - 1, 1) : index])
    )


def header_fields(blocks: list[Block]) -> list[int]:
    """Indexes of the blocks that form the e-mail or memorandum header at the top of a text, else none."""
    pattern = re.compile(lexicon(_FILE)["masthead"]["fields"], re.IGNORECASE)
    found = [index for index, block in enumerate(blocks[:_HEAD]) if block.line and pattern.match(block.line)]
    names = {re.split("[:\t]", blocks[index].text)[0].strip().lower() for index in found}
    return found if len(names & {"from", "to", "sent", "subject", "date", "re"}) >= _FEWEST_FIELDS else []


def mark_masthead(blocks: list[Block]) -> None:
    """Marks lines about the text as boilerplate; the subject of a message is its headline."""
    subject = re.compile(lexicon(_FILE)["masthead"]["subject"], re.IGNORECASE)
    fields = header_fields(blocks)
    for index in range(fields[0] if fields else 0):
        if len(blocks[index].words) <= _LONGEST_FORM_NAME and not blocks[index].is_fixed:
            blocks[index].kind = SegmentKind.BOILERPLATE
    for index in fields:
        if blocks[index].is_fixed:
            continue
        is_title = subject.match(blocks[index].text)
        blocks[index].kind = SegmentKind.HEADLINE if is_title else SegmentKind.BOILERPLATE
    named = nameplate(blocks)
    if named is not None:
        mark(blocks[named : named + 1], SegmentKind.BOILERPLATE)
    dated = line_pattern(_FILE, "masthead.dated")
    bylines = line_pattern(_FILE, "masthead.bylines")
    replies = line_pattern(_FILE, "masthead.replies")
    posted = {id(block) for block in posted_lines(blocks)}
    for index, block in enumerate(blocks):
        line = block.line.strip(" \t*#|•·")
        if not block.is_open or not line or len(line) > 160 or id(block) in posted:
            continue
        about = dated.match(line) and any(c.isdigit() for c in line) and not block.is_prose
        signed = index < _HEAD and len(block.words) <= 16 and (bylines.fullmatch(line) or _names_author(blocks, index))
        if is_date_line(line) or about or signed or replies.fullmatch(line):
            block.kind = SegmentKind.BOILERPLATE
    _mark_signatures(blocks)


def _mark_signatures(blocks: list[Block]) -> None:
    """Marks the lines below a line of two dashes: who wrote a message, as mail programs add it."""
    left = 0
    for block in blocks:
        if block.is_open and block.text == "--":
            left = _SIGNATURE
        left = left - 1 if left and block.is_open and not block.is_prose else 0
        if left:
            block.kind = SegmentKind.BOILERPLATE
