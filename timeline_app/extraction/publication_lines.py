"""Dates in the lines at the top and the foot of a text, and what kind of line each stands in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline_app.extraction.absolute_dates import AbsoluteDate, find_dates
from timeline_app.extraction.lexicon import words
from timeline_app.extraction.paragraphs import Paragraph
from timeline_app.extraction.publication_candidate import DateCandidate
from timeline_app.extraction.segmentation.masthead import is_date_line
from timeline_app.model.calendar import civil
from timeline_app.model.source import DateOrder
from timeline_app.model.token import Span

_LONGEST_LINE = 220
_STAMP = re.compile(
    r"\W{0,3}(?:first |last |originally )?(?P<word>published|posted|issued|released|filed|uploaded|updated|modified"
    r"|edited|publication date|date of publication|report date|date of (?:the )?report|date of information|date|dated"
    r"|dtg|prepared|compiled|drafted|signed|sent|veröffentlicht|erschienen|aktualisiert|stand|ausgegeben|erstellt)\b",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(  # "Date of incident: 3 May" dates what is told, "Next report: 5 May" what will be
    r"\W{0,3}(?:date|time|day)s?(?: and (?:time|place))? of (?:the )?"
    r"(?!publication|information|issue|release|judge?ment|ruling|decision|presentation|submission|delivery|completion"
    r"|adoption|(?:this )?report)\w+"
    r"|\W{0,3}(?:founded|established|estd?\.?|incorporated|registered|born|died)(?!\w)[^|•·.!?]{0,40}$"
    r"|.{0,60}\bsince\b(?: the)?$"
    r"|.{0,80}\b(?:next|due|effective|expiry|valid|hearing|incident|deadline)\b[^|•·]{0,20}$",
    re.IGNORECASE,
)
_LABEL = re.compile(  # on a line of its own above its date, as lists of facts set it
    r"(?P<original>(?:first|originally) )?(?:(?:published|posted|issued|released|updated)(?: on)?|publication date"
    r"|date of publication|report date|date of report|date (?:published|issued|posted))\s*:?",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:will|shall|is|are|was|were|has|have|had|be|next)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*(?:the\s)?$", re.IGNORECASE)
_AS_OF = re.compile(r"\W{0,3}(?:\w+ ){0,4}?as (?:of|at)[:\s]+(?:\d|[a-z]{3,9}\.? \d)", re.IGNORECASE)
_LATER = ("updated", "modified", "edited", "aktualisiert")
_CHANGED = re.compile(rf"\b(?:{'|'.join(_LATER)})\b[^\d|•·]{{0,20}}$", re.IGNORECASE)
_ISSUE_OF = re.compile(
    r"\W{0,3}(?:minutes|memo|memorandum|newsletter|bulletin|circular|sitrep|briefing|statement|notice|advisory)\b"
    r"[^.!?]{2,90}",
    re.IGNORECASE,
)
_ISSUED_ABOUT = re.compile(r"[:–—-]\s*[^\W\d][^.!?]{2,80}")  # "Security update, 21 May 2021: Kerra"
_FORM_ROW = re.compile(  # a row of the table that heads a memorandum or a report
    r"\W{0,3}(?:to|from|cc|subject|re|ref|reference|title|author|prepared by|classification|distribution|version"
    r"|report|copy)\b[^\t\n]{0,25}\t",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d(?:\s[A-Z][a-z]{2,8}\.?)?\s?(?:[-–—]|to|and)\s?$")
_REPLY = re.compile(r"(?:>\s*)*on .{6,120}\bwrote:?", re.IGNORECASE)  # above a message that is answered
_ROW = re.compile(r"\W{0,3}(?:\d|[A-Z][a-z]{2,8}\.? \d)[^|\t]{3,24}[|\t]")  # a table's row that opens with a day
_FEWEST_ROWS = 3
_BARS = re.compile(r"[|•·]")
_LONGEST_META_LINE = 110
_NAMES = re.compile(r"\W{0,3}(?:(?:[^\W\d_a-z][\w.'’&/-]*|of|the|and|for|de|von|am|/),?\s+){1,6}?[-–—|,:\s]*")
_AGENCY = re.compile(
    r"\W{0,3}(?:\([^\W\d][^()]{1,30}\))?\W{0,6}(?:[^\W\d_a-z][\w.'’&/-]*(?:\s(?=[^\W\d_a-z])|\W{0,3}$)){0,5}"
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_YEARS_AHEAD = 2  # the latest that an article looks ahead; a story set long ago goes on after the day that heads it
_BYLINE = re.compile(
    r"\W{0,3}(?:(?:by|von)\s|(?:interview|text|words|author|story|reporting|photos?|pictures)(?:\sby|\s?:)\s)",
    re.IGNORECASE,
)
_SIGNED = re.compile(  # "May 21, 2019 by S. Weir"
    r"[\W_]{0,4}(?:[Bb]y|BY|[Vv]on)\s(?:[^\W\d_a-z][\w'’-]*\.?(?:\s|\W{0,3}$|,\s|\sand\s|\s&\s)){1,6}"
)
_PAPER_OF = re.compile(
    r"^\W{0,3}(?:\w+[ -]){0,3}?(?:press release|communiqué|bulletin|circular"
    r"|pressemitteilung|mitteilung|meldung|lagebericht|bericht)"
    r"[^.!?]{0,30}\b(?:of|dated|vom)\s+(?:\w+,?\s+(?:dem\s+|the\s+)?)?$",
    re.IGNORECASE,
)
_EARLIEST = re.compile(r"date of (?:the )?earliest event", re.IGNORECASE)
_ADOPTED = re.compile(
    r"\W{0,3}(?:adopted|approved|delivered|handed down|done|submitted|presented|transmitted)"
    r"(?: (?:at|by|in|to) [^.!?:]{2,70}?)?,?(?: on)?(?: the)?:?\s",
    re.IGNORECASE,
)
_SITTING = re.compile(r"\b(?:minutes|meeting|session|sitting|hearing|held)\b", re.IGNORECASE)
_AGO = re.compile(
    r"[\s/|·•–—-]*(?:updated )?(?:an?|\d{1,3}) (?:minute|hour|day|week|month|year)s? ago\W*", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
DATE_LINE = "the date line at the top"
_ISSUE, _NEAR_TOP = "the title of the issue", "a line near the top"
SIGNED = "the line with author and date"
_WITH_WEEKDAY = "a line with weekday and date near the top"
UNLABELLED = frozenset({DATE_LINE, _ISSUE, _NEAR_TOP, _WITH_WEEKDAY})  # nothing in the line says what the date is of


def line_candidates(
    text: str, lines: Sequence[Paragraph], order: DateOrder | None, *, near_top: bool
) -> Iterator[DateCandidate]:
    """The dates in lines at the top, or (not `near_top`) at the foot, where only a stamp of their own is believed."""
    rows = [index for index, line in enumerate(lines) if _ROW.match(line.of(text)[:_LONGEST_LINE])]
    table = frozenset(rows) if len(rows) >= _FEWEST_ROWS else frozenset()
    is_form = any(_FORM_ROW.match(line.of(text)[:_LONGEST_LINE]) for line in lines)
    for index, line in enumerate(lines):
        content = line.of(text)
        if len(content) > _LONGEST_LINE or index in table or _REPLY.fullmatch(content):
            continue
        addresses = [match.span() for match in _ADDRESS.finditer(content)]
        for date in find_dates(content, order):
            if any(start <= date.span.start < end for start, end in addresses):
                continue
            span = Span(date.span.start + line.span.start, date.span.end + line.span.start)
            where, confidence = _place_of_date(content, date, near_top=near_top, is_form=is_form)
            if where == DATE_LINE and index and (label := _LABEL.fullmatch(lines[index - 1].of(text)[:60])):
                where, confidence = _labelled(label)
            if date.seconds is not None and _SITTING.search(content):
                date = replace(date, seconds=None, zone=None)  # when it began, not when it was written down
            named = _is_place_and_day(content, date) or _is_day_and_name(content, date)
            if near_top and index > 0 and _ADOPTED.fullmatch(content[: date.span.start]) and _ends_story(text, date):
                where, confidence = "the line that tells when it was adopted", 0.75
            if where and index > 0 and near_top and named and _ends_story(text, date):
                confidence = max(confidence, 0.65)
            if where:
                yield DateCandidate(date, where, confidence - (0.4 if date.ambiguous else 0.0), span)


def _place_of_date(content: str, date: AbsoluteDate, *, near_top: bool, is_form: bool) -> tuple[str, float]:
    """What kind of line a date stands in, and how sure such a line is; no name for a line that says nothing.

    `is_form`: a table such as heads a memorandum stands around it.
    """
    if _OF_SOMETHING.fullmatch(content[: date.span.start].rstrip(" :")) or _OF_SOMETHING.match(content):
        return "", 0.0
    if near_top and _PAPER_OF.search(content[: date.span.start]) and not content.endswith("."):
        return "the title of the release", 0.75
    if _EARLIEST.search(content):
        return "the date of the earliest event reported", 0.5
    if stamp := _STAMP.match(content):
        return _stamped(content, date, stamp["word"], is_form=is_form)
    before, within = content[: date.span.start], content[date.span.start : date.span.end]
    if (_CHANGED.search(before) or "updated" in within.lower()) and len(content) <= _LONGEST_META_LINE:
        return "the line “updated”", 0.7
    if date.seconds is not None and _AGO.fullmatch(content[date.span.end :]):
        return "the date and hour of the page", 0.8
    if not near_top or "\t" in content:  # a row of a table dates what it tells
        return "", 0.0
    if is_date_line(content):
        return DATE_LINE, 0.9
    if _BYLINE.match(content) or (date.span.start <= 2 and _SIGNED.fullmatch(content, date.span.end)):
        return "the byline", 0.8
    if _AS_OF.match(content) and len(content) <= _LONGEST_META_LINE:
        return "the line “as of”", 0.75
    told = content.endswith(".") and _TELLS.search(content)
    if len(content) <= _LONGEST_META_LINE and not told and (date.seconds is not None or _BARS.search(content)):
        return SIGNED, 0.7
    if _is_issue(content, date):
        return _ISSUE, 0.7
    if _WEEKDAY.search(content[: date.span.start][-12:]) and _is_heading(content):
        return _WITH_WEEKDAY, 0.65
    if len(content) - len(date.span) <= 60 and not content.endswith("."):
        return _NEAR_TOP, 0.55
    return "", 0.0


def _labelled(label: re.Match[str]) -> tuple[str, float]:
    """A date line below a line that says what it is; where a page was posted later, the first day counts."""
    written = " ".join(label.group().rstrip(" :").split())
    if any(word in written.lower() for word in _LATER):
        return "the line “updated”", 0.85
    return f"the line “{written}”", 0.98 if label["original"] else 0.95


def _stamped(content: str, date: AbsoluteDate, word: str, *, is_form: bool) -> tuple[str, float]:
    """A date in a line that opens with "Published", "Updated", "Date"."""
    before = content[: date.span.start]
    if _RANGE.search(before):
        return f"the last day in the line “{word}”", 0.45
    if word.lower() == "date" and "\t" in content and not is_form:  # a row of facts, of a battle or a person
        return f"the row “{word}”", 0.4
    later = any(named in before.lower()[-30:] for named in _LATER)
    return f"the line “{'updated' if later else word}”", 0.85 if later else 0.95


def _is_issue(content: str, date: AbsoluteDate) -> bool:
    """ "Daily brief – 9 October 2014": the name of what is issued day by day, and its day."""
    name = content[: date.span.start].rstrip(" ,:–—-(").lower()
    rest = content[date.span.end :].strip(" ).")
    if _RANGE.search(content[: date.span.start]):
        return False
    if _ISSUE_OF.match(content) and not rest and content[: date.span.start].rstrip()[-1:] in ",:–—-(":
        return True  # "Minutes of the harbour board – 9 October 2014"
    rest = "" if _ISSUED_ABOUT.fullmatch(rest) else rest
    last = re.split(r"[^a-z]+(?:(?:no|nr)\b|#|\d)?[^a-z]*", name)[-1] or name.split(" ")[-1]
    return not rest and len(name) <= _LONGEST_META_LINE and last in words("segments_kinds", "kinds", "issued")


def _is_heading(content: str) -> bool:
    closed = content.endswith((".", "!", "?", ":")) or content.count(".") > 1
    return len(content) <= _LONGEST_META_LINE and not closed


def _is_place_and_day(content: str, date: AbsoluteDate) -> bool:
    """Whether a line is a name and a day alone: "London, November 3, 2020", "Open Sources Desk, 21 February 2022"."""
    before, after = content[: date.span.start], content[date.span.end :]
    return bool(_NAMES.fullmatch(before) and before.rstrip()[-1:] in ",-–—|:" and _AGENCY.fullmatch(after))


def _is_day_and_name(content: str, date: AbsoluteDate) -> bool:
    """Whether a line is a day and by whom: "Nov 11, 2022 - Press Desk", "September 14, 2018 The Night Team"."""
    rest = content[date.span.end :].strip(" -–—|,:*_")
    return date.span.start <= 2 and bool(rest) and bool(_NAMES.fullmatch(rest + " "))


def _ends_story(text: str, date: AbsoluteDate) -> bool:
    """Whether no year told lies far after a date: "Berlin, 9 November 1989" above a story that goes on to 2005."""
    last = civil(date.day)[0] + _YEARS_AHEAD
    return all(int(year.group()) <= last for year in _YEAR.finditer(text))
