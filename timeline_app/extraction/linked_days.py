"""A day of publication from what stands around an undated story: the stories that it links to, the comments below it.

A page links to what was there before it, and is commented on from the day on which it appears.  Between the two falls
the day that the lead tells ("announced on September 24") or the first of the weekday that it names.  What is found so
is only proposed: lists of links also change after the story.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from timeline_app.extraction.absolute_dates import AbsoluteDate, find_dates, month_number, month_pattern
from timeline_app.extraction.paragraphs import Paragraph, paragraphs
from timeline_app.extraction.year_of_day import first_weekday
from timeline_app.model.calendar import civil, day_number, days_in_month, weekday
from timeline_app.model.source import Segment, SegmentKind
from timeline_app.model.token import Span

_LEAD_BLANKS = 10  # between the words of a paragraph of prose
_LONGEST_LINK = 110  # code points
_REACH = 700  # code points of the lead and the paragraph after it
_LONGEST_AGO = 60  # days from the latest story linked to
_SOON = 7  # days from publication to the first comment
_SURE, _LIKELY = 0.5, 0.4
_TOLD = re.compile(
    rf"\bon\s+(?:{month_pattern('month1')}\s+(?P<day1>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+{month_pattern('month2')})"
    r"(?!\d|,?\s+\d{4})",
    re.IGNORECASE,
)
_STORY = (SegmentKind.BODY, SegmentKind.UPDATE)


def days_around(text: str, segments: Sequence[Segment]) -> Iterator[tuple[AbsoluteDate, str, float]]:
    """The day that the lead and the pages around the story allow, by what, and how sure; nothing where none do."""
    lead = next((p for p in _lines(text, segments, _STORY) if p.of(text).count(" ") >= _LEAD_BLANKS), None)
    if lead is None:
        return
    below = Span(lead.span.end, len(text))
    links = [date.day for date in _dates(text, segments, SegmentKind.BOILERPLATE, below)]
    comments = [date.day for date in _dates(text, segments, SegmentKind.COMMENT, below)]
    if not links and not comments:
        return
    first = max(links) if links else min(comments) - _SOON
    last = min([first + _LONGEST_AGO, *comments])
    around = " and ".join(
        [f"after the last story linked to ({_written(first)})"] * bool(links)
        + [f"before the first comment ({_written(last)})"] * bool(comments)
    )
    if told := _TOLD.search(text, lead.span.start, lead.span.end):
        if (day := _day_within(told, first, last)) is not None:
            phrase = " ".join(told.group().split())
            yield AbsoluteDate(Span(*told.span()), day), f"“{phrase}” in the lead, {around}", _SURE
        return
    if named := first_weekday(text, Span(lead.span.start, lead.span.start + _REACH)):
        number, span = named
        day = first + (number - weekday(first)) % 7
        if day <= last:
            where = f"the first {text[span.start : span.end]}, as the lead has it, {around}"
            yield AbsoluteDate(span, day), where, _LIKELY


def _lines(text: str, segments: Sequence[Segment], kinds: Collection[SegmentKind]) -> Iterator[Paragraph]:
    for paragraph in paragraphs(text):
        index = bisect_right(segments, paragraph.span.start, key=lambda segment: segment.span.start) - 1
        if index >= 0 and segments[index].kind in kinds:
            yield paragraph


def _dates(text: str, segments: Sequence[Segment], kind: SegmentKind, within: Span) -> Iterator[AbsoluteDate]:
    """The complete dates in short lines of one kind, where a link or a comment has its own."""
    for line in _lines(text, segments, (kind,)):
        content = line.of(text)
        if line.span.start >= within.start and len(content) <= _LONGEST_LINK and not content.endswith("."):
            yield from (date for date in find_dates(content) if not date.ambiguous)


def _day_within(told: re.Match[str], first: int, last: int) -> int | None:
    """The day of that name between two days."""
    month = month_number(told["month1"] or told["month2"])
    date = int(told["day1"] or told["day2"])
    years = (civil(first).year, civil(last).year)
    days = (day_number(year, month, date) for year in years if 1 <= date <= days_in_month(year, month))
    return next((day for day in days if first <= day <= last), None)


def _written(day: int) -> str:
    year, month, date = civil(day)
    return f"{year:04d}-{month:02d}-{date:02d}"
