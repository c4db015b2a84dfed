"""What a text is: decides whether its phrases count from publication, from a section, or from the time told before."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from timeline_app.extraction.absolute_dates import find_dates
from timeline_app.extraction.lexicon import lexicon
from timeline_app.extraction.page_head import page_head
from timeline_app.extraction.segmentation.blocks import Block, blocks_of
from timeline_app.extraction.segmentation.datelines import find_dateline
from timeline_app.extraction.segmentation.headlines import is_letterhead
from timeline_app.extraction.segmentation.masthead import header_fields, is_date_line
from timeline_app.model.calendar import civil
from timeline_app.model.source import DocumentKind, Segment, SegmentKind
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.stamped_lines import stamped_lines

_HEAD = 8  # blocks from the top that show what a text is
_LONG = 3_000  # code points from which the spread of years says something
_FEW_YEARS, _MANY_YEARS = 3, 4
_YEARS_PER_WORD = 0.002
_MOST_DEICTIC = 0.4  # phrases counted from today for each year told
_OLD = 2  # years before publication from which nothing told is news
_OPENING = 700  # code points of a story that show what it counts from
_NUMBERED_HEADINGS = 3
_FEWEST_ENTRIES = 3  # of a log; a single update heads the rest of a report
_YEAR = re.compile(
    r"(?<!\bAct )\b(?:(?i:in|since|by|of|until|till|from|during|to|between|and)\s+(?:early |late |mid-)?"
    r"|[A-Z][a-z]{2,8}\.?,?\s(?:\d{1,2},?\s)?)(?P<told>1\d{3}|20\d\d)\b(?!\s+[a-z]+s\b\s+(?:were|had))"
    r"|^[^\S\n]*(?P<headed>1\d{3}|20\d\d)\b|\b(?P<ancient>\d{1,4}\s?(?:BC|BCE))\b|[(–-](?P<bracketed>1\d{3}|20\d\d)\b",
    re.MULTILINE,
)
_SPEAKER = re.compile(
    r"[A-Z][\w.'’-]+(?: [\w.'’-]+){0,6}(?: \([^()\n]{1,60}\))?: [A-Z]"
)  # "Ann Lee (Teme North): I ..."
_SPEAKERS = 3
_LETTERHEADS = 2  # lines that name a court, a number of a case: a judgment or a filing
_SPEECH_ENDS = (".", "!", "?", "…", '"', "”", "’", ")", "]")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}\.|[A-H]\.)\s+[A-Z][^.!?]{2,80}")


def detect_kind(text: str, segments: Sequence[Segment], published: TimeValue | None = None) -> DocumentKind:
    """The kind of a document by its structure: message fields, update headers, memoranda, years told; else news."""
    blocks = blocks_of(text)
    fields = header_fields(blocks)
    head = _head(text, segments)
    titled = any(_phrases("report_titles").match(block.text) for block in head)
    if fields and not titled:
        is_form = all("\t" in blocks[index].text for index in fields)  # the table that heads a report
        return DocumentKind.REPORT if is_form else DocumentKind.EMAIL
    if any(line.name for line in stamped_lines(text)):
        return DocumentKind.EMAIL  # a chat
    if any(segment.kind is SegmentKind.UPDATE for segment in segments) and not _ends_in_log(segments):
        return DocumentKind.LIVEBLOG
    if sum(_speaks(block.text) for block in blocks) >= _SPEAKERS:
        return DocumentKind.REPORT
    of_court = sum(is_letterhead(block.line) for block in head) >= _LETTERHEADS
    if titled or of_court or _numbered_headings(text, segments) >= _NUMBERED_HEADINGS:
        return DocumentKind.REPORT
    story = "".join(_own(text, segments))
    return DocumentKind.NARRATIVE if _is_narrative(story, head, published) else DocumentKind.NEWS


def _head(text: str, segments: Sequence[Segment]) -> list[Block]:
    """The blocks at the top of a text; of a page with menus those beside its headline."""
    found = page_head(text, segments)
    lines = [line for line in found.lines if line.span.start >= found.starts]
    return [Block(line, line.of(text)) for line in lines[: _HEAD if not found.starts else 2 * _HEAD]]


def _own(text: str, segments: Sequence[Segment]) -> Iterator[str]:
    """The stretches of a text that are its own, without a page's furniture and the line of its own date."""
    aside = (SegmentKind.BOILERPLATE, SegmentKind.COMMENT)
    return (text[s.span.start : s.span.end] for s in segments if s.kind not in aside)


def _ends_in_log(segments: Sequence[Segment]) -> bool:
    """Whether the entries only close a report: "Timeline of the night" behind twice as much prose."""
    entries = [s for s in segments if s.kind is SegmentKind.UPDATE]
    before = sum(len(s.span) for s in segments if s.kind is SegmentKind.BODY and s.span.end <= entries[0].span.start)
    return len(entries) >= _FEWEST_ENTRIES and before >= 2 * sum(len(s.span) for s in entries)


def _speaks(text: str) -> bool:
    """Whether a block is a speech under its speaker's name, not a heading of two parts."""
    return _SPEAKER.match(text) is not None and text.rstrip()[-1:] in _SPEECH_ENDS


def _numbered_headings(text: str, segments: Sequence[Segment]) -> int:
    """How many headings of numbered sections stand in the text itself, not in a page's table of contents."""
    blocks = (block for stretch in _own(text, segments) for block in blocks_of(stretch))
    return sum(bool(b.line and _NUMBERED.fullmatch(b.line) and not is_date_line(b.line)) for b in blocks)


def _is_narrative(text: str, head: list[Block], published: TimeValue | None) -> bool:
    """Whether a text tells a history: years upon years and hardly a word that is counted from today.

    Where there is no such word at all and all years are long over, two years told are enough; a few more are needed
    under a line that gives the day of publication, as news has it.
    """
    if any(_is_sent_from(block.text) for block in head) or (published is not None and _opens_with_weekday(text)):
        return False
    stamped = any(map(_is_stamped, head)) and not _opens_long_ago(text, published)
    dated = stamped or any(is_date_line(block.text) for block in head)
    years = [next(filter(None, match.groups())) for match in _YEAR.finditer(text)]
    deictic = len(_phrases("deictic").findall(text))
    if deictic == 0 and len(years) >= (_MANY_YEARS if dated else 2) and _are_over(years, published):
        return True
    if dated or _are_recent(years, published):
        return False
    if len(set(years)) < _FEW_YEARS or deictic > _MOST_DEICTIC * len(years):
        return False
    if len(text) < _LONG:
        return len(years) >= _MANY_YEARS and deictic == 0
    return len(years) >= _YEARS_PER_WORD * len(text) / 6


def _is_sent_from(text: str) -> bool:
    """Whether a block opens as agencies' reports do: "Neubrück, 9. Oktober 2020 (nordpress) -"."""
    dateline = find_dateline(text)
    return dateline is not None and dateline.date is not None


def _is_stamped(block: Block) -> bool:
    """Whether a line gives a day and an hour: "Updated 9:22 PM EST, Mon November 6, 2023"."""
    return not block.is_prose and any(date.seconds is not None for date in find_dates(block.line))


def _opens_long_ago(text: str, published: TimeValue | None) -> bool:
    """Whether a story begins in a year long over and says nothing of today: a history, whatever hour stands above."""
    opening = text[:_OPENING]
    years = [next(filter(None, match.groups())) for match in _YEAR.finditer(opening)]
    return bool(years) and _are_over(years, published) and not _phrases("deictic").search(opening)


def _opens_with_weekday(text: str) -> bool:
    """ "A court on Thursday sentenced a former colonel": a day that only the reader of that week can tell."""
    found = _weekdays().search(text, 0, _OPENING)
    return found is not None


def _are_recent(years: Sequence[str], published: TimeValue | None) -> bool:
    """Whether most years told are that of publication or the one before: news with a past, no history."""
    if published is None or published.first_day is None:
        return False
    last = civil(published.first_day).year
    return sum(year.isdigit() and last - 1 <= int(year) <= last + 1 for year in years) * 2 > len(years)


def _are_over(years: Sequence[str], published: TimeValue | None) -> bool:
    """Whether every year lies well before the text was published; not known without a date of publication."""
    if published is None or published.first_day is None:
        return False
    latest = max((int(year) for year in years if year.isdigit()), default=0)
    return latest <= civil(published.first_day).year - _OLD


@cache
def _weekdays() -> re.Pattern[str]:
    """A weekday without a date of its own, and not just any ("on a Thursday")."""
    tables = (lexicon("weekdays", language)["weekdays"] for language in ("en", "de"))
    names = [name for table in tables for written in table.values() for name in written if len(name) > 5]
    return re.compile(rf"(?<!\ba )(?<!\beinem )\b(?i:{'|'.join(names)})\b(?!s\b|,?\s(?:\w+\s)?\d|,?\s[A-Z]\w+\s\d)")


@cache
def _phrases(name: str) -> re.Pattern[str]:
    tables = (lexicon("segments_kinds", language)["kinds"] for language in ("en", "de"))
    listed = [phrase for table in tables for phrase in table.get(name, ())]
    return re.compile(r"\W{0,3}\b(?:" + "|".join(listed) + r")\b", re.IGNORECASE)
