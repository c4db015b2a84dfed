"""Live-blog sections: a header that names a time of day, and everything up to the next one or a clear end."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from timeline_app.extraction.lexicon import lexicon, words
from timeline_app.extraction.segmentation.blocks import Block
from timeline_app.model.source import SegmentKind

_FILE = "segments_updates"
_HEADER_REACH = 90  # code points; a header is short
_LABEL_REACH = 60  # code points: "ORIGINAL ENTRY, Saturday 13 July 2019:"
_ENOUGH_BARE_TIMES = 3
_SHARE_AGAINST = 0.34  # of the steps from one time to the next, at midnights
_RULE = re.compile(r"[*_=~•·#\s-]{3,}$")  # a line of stars or dashes
_NUMBERED = re.compile(  # a heading: "3. Follow-up"
    r"#{0,4}\s*(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]|[IVX]{1,5}\.|[A-H]\.)\s+[A-Z][^.!?:]{2,60}"
)
_FIGURES = (
    re.compile(  # "0412 Vessel departed": a log, where the first entry or the last is of the night or the morning
        r"(?P<time>(?:[01]\d|2[0-3])[0-5]\d)(?:\s?(?:hrs?|h|Z|UTC|LT)\b)?\s*[:–—-]?\s+(?=[A-Z“\"])"
    )
)
_HOUR, _MINUTES, _HALF = r"(?:[01]?\d|2[0-4])", r"[0-5]\d", r"[ap]\.?\s?m\b\.?"
_DATE_BEFORE = (
    r"(?:[a-z]+day,?\s+)?(?:\d{1,2}\s+[a-z]{3,9}\.?,?\s+|[a-z]{3,9}\.?\s+\d{1,2},?\s+)?(?:\d{4},?\s+)?(?:at\s+)?"
)
_DAY_AND_HOUR = re.compile(r"\W{0,3}(?:[A-Z][a-z]+day,?\s)?(?:[A-Z][a-z]{2,8}\.?\s\d|\d{1,2}\s[A-Z][a-z]{2})")
_BARE_TIME = re.compile(
    rf"[\[(]?(?:{_HOUR}[:.h]{_MINUTES}(?:\s*{_HALF})?|(?:1[0-2]|[1-9])\s*{_HALF})(?!\w)", re.IGNORECASE
)
_POSTED = re.compile(  # "Published at 19:34 British Summer Time", above each entry of a live page
    rf"(?:published|posted)(?: at)?:?\s{_HOUR}[:.]{_MINUTES}(?:\s*{_HALF})?"
    r"(?:\s[A-Z][\w ]{1,30})?(?:,?\s\d{1,2} [A-Z][a-z]{2,8})?",
    re.IGNORECASE,
)
_FEWEST_POSTS = 2  # one alone dates the page
_BARE_END = re.compile(r"(?!\s*[-–—]\s*(?i:source)\b)\s*[\])]?\s*(?:[:—–|-]|$|(?=[A-Z“\"]))")


def is_update_header(text: str) -> bool:
    """Whether a block opens with a header that stands for itself: a marker and a clock time, or a time with zone."""
    return bool(_header().match(text[:_HEADER_REACH]))


def update_header_length(text: str) -> int:
    """Code points of the header that opens a block, up to the colon or dash after it; 0 where none does."""
    header = _header().match(text[:_HEADER_REACH])
    return header.end() if header is not None else 0


def posted_lines(blocks: list[Block]) -> list[Block]:
    """The lines that tell when each entry of a live page was published; none where a single one dates the page."""
    found = [block for block in blocks if block.line and _POSTED.fullmatch(block.line)]
    return found if len(found) >= _FEWEST_POSTS else []


def mark_updates(blocks: list[Block]) -> None:
    """Marks the sections under update headers; quotes and captions inside them stay what they are.

    Clock times without zone ("14:05") are headers only where several blocks open with one.
    """
    candidates = [block for block in blocks if _may_hold_section(block)]
    several = are_in_order([minutes for block in candidates if (minutes := _bare_time(block.text)) is not None])
    figures = [match["time"] for block in candidates if (match := _FIGURES.match(block.text))]
    logged = len(figures) >= _ENOUGH_BARE_TIMES and any(time.startswith("0") for time in (figures[0], figures[-1]))
    posted = {id(block) for block in posted_lines(blocks)}
    page_stamps = {id(block) for block in _page_stamps(blocks)}
    ordinary_gap = _ordinary_gap(blocks)
    inside = False
    for index, block in enumerate(blocks):
        if not _may_hold_section(block):
            inside = inside and block.kind is not SegmentKind.COMMENT and not _RULE.match(block.line)
            continue
        bare = (several and _bare_time(block.text) is not None) or (logged and _FIGURES.match(block.text))
        if id(block) in page_stamps:
            inside, block.kind = False, SegmentKind.BOILERPLATE
        elif is_update_header(block.text) or bare or id(block) in posted:
            inside = block.opens_section = True
        elif inside and _ends_section(block):
            inside = False
            block.kind = SegmentKind.BOILERPLATE
        elif (
            (inside and _labels_story(block))
            or _NUMBERED.fullmatch(block.line)
            or (index and blocks[index - 1].paragraph.gap > ordinary_gap)
        ):
            inside = False
        if inside and block.kind is not SegmentKind.QUOTE and not block.is_fixed:
            block.kind = SegmentKind.UPDATE


@cache
def _header() -> re.Pattern[str]:
    tables = lexicon(_FILE)["headers"]
    marker = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in tables["markers"])
    zone = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(tables["zones"], key=len, reverse=True))
    zoned = rf"(?:{_HOUR}[:.h]?{_MINUTES}|{_HOUR})(?:\s*{_HALF},?)?\s*\(?(?:{zone})\b\)?(?:[+-]\d{{1,2}}(?::\d\d)?)?"
    clock = rf"(?:{_HOUR}[:.h]{_MINUTES}(?:\s*{_HALF})?|{_HOUR}\s*{_HALF})"
    close = r"\s*[\])]?(?:\s*/\s*[^:—–\n]{3,30})?\s*(?:[:—–|]|-\s|$)"
    number = r"(?:(?:\#|no\.?\s?)?\d{1,2}\b\W{1,3}|at\s+|as of\s+)?"
    marked = rf"(?:{marker})\b\W{{0,4}}{number}{_DATE_BEFORE}(?:{zoned}|{clock}){close}"
    return re.compile(rf"[\[(*\s]{{0,3}}(?:{marked}|{_DATE_BEFORE}{zoned}{close})", re.IGNORECASE)


def _page_stamps(blocks: list[Block]) -> list[Block]:
    """Lines of nothing but day, hour and perhaps by whom, "November 11, 7:30 pm ET | Desk": where the first stands
    above the text and there are not several, they date the page and the stories beside it."""
    found = [index for index, block in enumerate(blocks) if _may_hold_section(block) and is_update_header(block.text)]
    if not 1 <= len(found) < _ENOUGH_BARE_TIMES or any(block.is_prose for block in blocks[: found[0]]):
        return []
    headers = [blocks[index] for index in found]
    return headers if all(_is_stamp(block) for block in headers) else []


def _is_stamp(block: Block) -> bool:
    rest = block.text[update_header_length(block.text) :]
    alone = not rest or (block.text[: -len(rest)].rstrip().endswith("|") and not block.is_sentence)
    return bool(block.line) and alone and _DAY_AND_HOUR.match(block.text) is not None


def _bare_time(text: str) -> int | None:
    """The minute of the day with which a block opens; None where it opens with something else."""
    start = text[:_HEADER_REACH]
    time = _BARE_TIME.match(start)
    if time is None or not _BARE_END.match(start, time.end()):
        return None
    hour, minute = (int(figures) for figures in (*re.findall(r"\d+", time.group()), "0")[:2])
    half = re.search(r"[ap](?=\.?\s?m)", time.group().lower())
    return (hour % 12 + (12 if half.group() == "p" else 0) if half else hour) * 60 + minute


def are_in_order(minutes: list[int]) -> bool:
    """Whether times are those of entries, the last or the first above: the lengths of films go up and down."""
    steps = [one < other for one, other in pairwise(minutes) if one != other]
    against = min(steps.count(True), steps.count(False))
    return len(minutes) >= _ENOUGH_BARE_TIMES and (against <= 1 or against <= _SHARE_AGAINST * len(steps))


def _may_hold_section(block: Block) -> bool:
    return block.kind in (None, SegmentKind.QUOTE, SegmentKind.HEADLINE)


def _ends_section(block: Block) -> bool:
    plain = block.line.strip(" \t*-—–:.[]()").lower()
    return plain in words(_FILE, "sections", "ends") or bool(block.line and _RULE.match(block.line))


def _labels_story(block: Block) -> bool:
    """ "ORIGINAL ENTRY, Saturday: Rebels have ...": the label stands in the line of the story itself."""
    label = block.text[:_LABEL_REACH].partition(":")
    plain = label[0].partition(",")[0].strip(" \t*-—–.[]()").lower()
    return bool(label[1]) and plain in words(_FILE, "sections", "ends")


def _ordinary_gap(blocks: list[Block]) -> int:
    """Blank lines that usually separate the paragraphs of this page; more of them are a clear end."""
    gaps = Counter(block.paragraph.gap for block in blocks[:-1])
    return max(gaps.most_common(1)[0][0], 1) if gaps else 1
