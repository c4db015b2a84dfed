"""The candidates for a publication date: where a source speaks of itself, and how far each place is to be trusted.

A place is in the text (a stamp, a dateline, a link) or in what came with the file: a page's metadata, a message's
header, the properties of a document, its address, its name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline_app.extraction.absolute_dates import GERMAN_MONTHS, AbsoluteDate, find_dates
from timeline_app.extraction.date_time_group import find_group
from timeline_app.extraction.inner_dates import weekday_fit, years_that_fit
from timeline_app.extraction.linked_days import days_around
from timeline_app.extraction.page_head import PageHead, kind_at, page_head
from timeline_app.extraction.page_stamp import find_stamp
from timeline_app.extraction.paragraphs import Paragraph
from timeline_app.extraction.publication_candidate import DateCandidate, Family
from timeline_app.extraction.publication_lines import DATE_LINE, SIGNED, UNLABELLED, line_candidates
from timeline_app.extraction.segmentation.datelines import Dateline, find_dateline
from timeline_app.extraction.year_of_day import years_of_day
from timeline_app.model.calendar import civil, day_number, days_in_month
from timeline_app.model.document_text import Origin
from timeline_app.model.source import DateOrder, Evidence, Segment, SegmentKind
from timeline_app.model.token import Span
from timeline_app.temporal.stamped_lines import stamped_lines

PUBLISHED = "published"
CAPTURED = "captured"  # when a page was saved: it was published then or before
_FOOT_LINES = 8  # from the end of the story
_MONTH_DAY = re.compile(
    r"(?P<month>[A-Z][a-z]{2})[a-z]{0,6}\.?\s+(?P<day>\d{1,2})|(?P<day2>\d{1,2})\.?\s+(?P<month2>[A-Z][a-zä]{2})"
)
_PATH_DATE = (  # "/2018/05/28/", "/2018/WORLD/05/28/", "/2018/may/28/"
    r"/(?P<year>(?:19|20)\d\d)(?:/[A-Z][A-Za-z.]{1,14})?[/-]"
    r"(?P<month>[01]?\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?=/))[/-](?P<day>[0-3]?\d)(?=[/_-]|\b)"
)
_URL_DATE = re.compile(rf"https?://[^\s<>\"]{{0,200}}?{_PATH_DATE}")
_NAME_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_. ]?)(?P<month>0[1-9]|1[0-2])(?P=mark)"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T ]?([0-2]\d)([0-5]\d)(?:\d\d)?)?(?!\d)")
_MIDNIGHT = re.compile(r"\d[T ]00:00(?::00(?:\.0+)?)?(?![\d:])")  # a day, written by a program that knows only moments
_DATELINE = "the dateline"
_TRUSTED_AT_TOP = 0.7
_LIKELY = 0.5  # below it what stands around the story is looked at
_TRUSTED = 0.6  # below it a day printed without a year is looked for
_LEAD_BLANKS = 24  # between the words of a lead: no date line is so long
_BELOW_ANOTHER = 0.4  # how sure a date at the foot is where the top states another
_OF_A_LINK = 0.3
_OF_A_MENU = 0.4  # what stands among the menus where something else dates the page
_FEWEST_HEADINGS = 3  # date lines of different days
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def date_candidates(
    text: str, segments: Sequence[Segment], order: DateOrder | None, origin: Origin | None = None, name: str = ""
) -> list[DateCandidate]:
    """Every candidate of a source, the most trusted first; what agrees with another kind of evidence is surer."""
    origin = origin or Origin()
    head = page_head(text, segments)
    dateline = _dateline(text, head.lines)
    near = list(line_candidates(text, head.lines, order, near_top=True))
    below = _end_of_lead(text, head)
    top = [
        *(c for c in near if c.span is None or c.span.start < below),
        *(_dateline_candidates(dateline, order) if dateline else ()),
        *_file_candidates(origin.evidence, order),
        *_address_candidates(origin.url),
    ]
    found = [
        *top,
        *_of_foot(_unlinked([c for c in near if c.span is not None and c.span.start >= below], segments), top),
        *_of_foot(line_candidates(text, head.below[-_FOOT_LINES:], order, near_top=False), top),
        *_name_candidates(name, order),
        *_url_candidates(text, segments),
    ]
    found = [*_without_todays(found, head), *_group_candidates(text, head.lines)]
    if origin.kind == "eml" and any(c.family is Family.FILE for c in found):
        body = text.find("\n\n")  # below its own fields stand those of messages that it quotes
        found = [c for c in found if c.family is not Family.TEXT or c.span is None or c.span.start < body]
    if messages := stamped_lines(text):
        found = [c for c in found if c.family is not Family.TEXT]
        found += _last_message(text, messages[-1].stamp, order)
    month_day = _month_day(dateline) if dateline else None
    lead = below if head.starts else len(text)  # below it stand the days of other stories
    headings = {c.date.day for c in found if c.where == DATE_LINE and c.span is not None and c.span.start < lead}
    if len(headings) >= _FEWEST_HEADINGS:  # the days of a chronology
        found = [c for c in found if c.where != DATE_LINE]
    if month_day is not None:
        found = [_supported(candidate, month_day) for candidate in found]
    found = [*found, *_hour_of_stamp(text, head.lines, found)]
    if all(c.confidence < _TRUSTED for c in found):
        found += [
            c for c in _yearless(text, head.lines, dateline, month_day) if all(c.date.day != o.date.day for o in found)
        ]
    found = [_weighed(candidate, text) for candidate in _not_after(_settled(found), _captured_day(origin))]
    found = [_agreed(candidate, found) for candidate in found] or list(_inner_candidates(text))
    if all(c.confidence < _LIKELY for c in found):
        found += [DateCandidate(d, where, sure, d.span, Family.INNER) for d, where, sure in days_around(text, segments)]
    return sorted(found, key=lambda candidate: -candidate.confidence)


def place_of(text: str, segments: Sequence[Segment]) -> str | None:
    """The place that the dateline names, as people write it."""
    dateline = _dateline(text, page_head(text, segments).lines)
    return dateline.place if dateline else None


def _in_comments(offset: int, segments: Sequence[Segment]) -> bool:
    return any(s.kind is SegmentKind.COMMENT and s.span.start <= offset < s.span.end for s in segments)


def _dateline(text: str, lines: Sequence[Paragraph]) -> Dateline | None:
    return next(filter(None, (find_dateline(line.of(text), line.span.start) for line in lines)), None)


def _end_of_lead(text: str, head: PageHead) -> int:
    """Where the first paragraph of prose ends; the end of the text where none is near its top."""
    lines = (line for line in head.lines if line.span.start >= head.title)
    return next((line.span.end for line in lines if line.of(text).count(" ") >= _LEAD_BLANKS), len(text))


def _without_todays(found: Sequence[DateCandidate], head: PageHead) -> list[DateCandidate]:
    """Dates among the menus above a headline are of the day on which the page was looked at: that or an earlier one
    is the story's, and if anything else dates it, that counts."""
    above = (c for c in found if c.span is not None and c.family is Family.TEXT and c.span.start < head.starts)
    menus = {id(c) for c in above if c.where in UNLABELLED or c.where == SIGNED}
    stated = any(c.confidence >= _TRUSTED and id(c) not in menus for c in found)
    most = _OF_A_MENU if stated else _TRUSTED
    return [replace(c, confidence=min(c.confidence, most)) if id(c) in menus else c for c in found]


def _unlinked(found: Sequence[DateCandidate], segments: Sequence[Segment]) -> Iterator[DateCandidate]:
    """Dates below the lead: in the page's furniture an unlabelled day belongs to another story that is linked to."""
    for candidate in found:
        furniture = candidate.span and kind_at(candidate.span.start, segments) is SegmentKind.BOILERPLATE
        linked = furniture and candidate.where in UNLABELLED
        yield replace(candidate, confidence=min(candidate.confidence, _OF_A_LINK)) if linked else candidate


def _of_foot(found: Iterable[DateCandidate], top: Sequence[DateCandidate]) -> Iterator[DateCandidate]:
    """Dates below the story: of another story where the top of the page, or its markup, states another day."""
    stated = {c.date.day for c in top if c.confidence >= _TRUSTED_AT_TOP}
    for candidate in found:
        rival = stated and all(abs(candidate.date.day - day) > 1 for day in stated)
        yield replace(candidate, confidence=min(candidate.confidence, _BELOW_ANOTHER)) if rival else candidate


def _dateline_candidates(dateline: Dateline, order: DateOrder | None) -> Iterator[DateCandidate]:
    for date in find_dates(dateline.date or "", order):
        yield DateCandidate(date, _DATELINE, 0.9, dateline.span)


def _group_candidates(text: str, lines: Sequence[Paragraph]) -> Iterator[DateCandidate]:
    """ "R 071430Z MAR 06": the date-time group that heads a cable or signal."""
    found = (find_group(line.of(text), line.span.start) for line in lines)
    for date in filter(None, found):
        yield DateCandidate(date, "the date-time group", 0.95, date.span)
        return


def _last_message(text: str, stamp: Span, order: DateOrder | None) -> Iterator[DateCandidate]:
    """A chat is as old as its last message; a day such as 12/05/2021 is read as elsewhere in it."""
    for date in find_dates(text[stamp.start : stamp.end], order or DateOrder.DMY):
        yield DateCandidate(date, "the last message", 0.9, stamp)


def _hour_of_stamp(text: str, lines: Sequence[Paragraph], found: Sequence[DateCandidate]) -> Iterator[DateCandidate]:
    """The hour that the head of a page prints with the month and day of a date that stands elsewhere with its year."""
    stamp = find_stamp(text, lines)
    if stamp is None or stamp.seconds is None:
        return
    same = (c for c in found if civil(c.date.day)[1:] == (stamp.month, stamp.day) and c.confidence >= _TRUSTED)
    if (dated := next(same, None)) is not None:
        date = AbsoluteDate(stamp.span, dated.date.day, stamp.seconds, stamp.zone)
        yield DateCandidate(date, "the day and hour at the top", dated.confidence, stamp.span)


def _yearless(
    text: str, lines: Sequence[Paragraph], dateline: Dateline | None, month_day: tuple[int, int] | None
) -> Iterator[DateCandidate]:
    """Days printed without a year, in the dateline and in the head of the page, with the year that fits."""
    if dateline is not None and month_day is not None:
        for date, where, sure in years_of_day(text, dateline.span, *month_day, _DATELINE):
            yield DateCandidate(date, where, sure, dateline.span, Family.INNER)
    if stamp := find_stamp(text, lines):
        name = "the day at the top" if stamp.seconds is None else "the day and hour at the top"
        for date, where, sure in years_of_day(text, stamp.span, stamp.month, stamp.day, name):
            date = replace(date, seconds=stamp.seconds, zone=stamp.zone)
            yield DateCandidate(date, where, sure, stamp.span, Family.INNER)


def _month_day(dateline: Dateline) -> tuple[int, int] | None:
    found = _MONTH_DAY.search(dateline.date or "")
    if found is None:
        return None
    month = (found["month"] or found["month2"]).lower()
    month = GERMAN_MONTHS.get(month, month)
    return (_MONTHS.index(month) + 1, int(found["day"] or found["day2"])) if month in _MONTHS else None


def _supported(candidate: DateCandidate, month_day: tuple[int, int]) -> DateCandidate:
    """A candidate on the dateline's day or the two after it is surer; a dateline is never later than its print."""
    if candidate.where == _DATELINE:
        return candidate
    year, _, _ = civil(candidate.date.day)
    month, day = month_day
    if not (1 <= day <= days_in_month(year, month)):
        return candidate
    lag = candidate.date.day - day_number(year, month, day)
    if 0 <= lag <= 2:
        return _surer(candidate, ", like the dateline", 0.1)
    return candidate


def _surer(candidate: DateCandidate, because: str, by: float) -> DateCandidate:
    return replace(candidate, where=candidate.where + because, confidence=round(min(1.0, candidate.confidence + by), 3))


def _file_candidates(evidence: Sequence[Evidence], order: DateOrder | None) -> Iterator[DateCandidate]:
    """Dates that came with the file: a page's metadata, a message's header, a document's properties."""
    for item in evidence:
        if item.field != PUBLISHED:
            continue
        date = next(find_dates(_spelled(item.value[:80].strip()), order), None)
        if date is not None:
            date = replace(date, seconds=None, zone=None) if _MIDNIGHT.search(item.value) else date
            doubt = 0.4 if date.ambiguous else 0.0
            yield DateCandidate(date, item.where, item.confidence - doubt, None, Family.FILE)


def _spelled(written: str) -> str:
    """A date in figures without marks, as ISO 8601 also allows, with them: 20180528T1405Z is 2018-05-28T14:05Z."""
    found = _COMPACT.match(written)
    if found is None:
        return written
    year, month, day, hour, minute = found.groups()
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else "") + written[found.end() :]


def _address_candidates(url: str) -> Iterator[DateCandidate]:
    """The date in the page's own address, where most papers put that of publication."""
    found = _URL_DATE.match(url[:400])
    if found and (day := _existing_day(found)) is not None:
        yield DateCandidate(AbsoluteDate(Span(*found.span()), day), "the page's address", 0.75, None, Family.ADDRESS)


def _name_candidates(name: str, order: DateOrder | None) -> Iterator[DateCandidate]:
    """The date in a file's name: often that of the report, sometimes that on which it was filed."""
    found = _NAME_DATE.search(name[:200])
    if found and (day := _existing_day(found)) is not None:
        confidence = 0.5 if found["mark"] else 0.45
        yield DateCandidate(AbsoluteDate(Span(*found.span()), day), "the file's name", confidence, None, Family.NAME)
        return
    for date in find_dates(re.sub(r"[_+]", " ", name[:200]), order):
        doubt = 0.3 if date.ambiguous else 0.0
        yield DateCandidate(replace(date, seconds=None, zone=None), "the file's name", 0.5 - doubt, None, Family.NAME)


def _url_candidates(text: str, segments: Sequence[Segment]) -> Iterator[DateCandidate]:
    """Dates in addresses: another page's date near the time of this one, so evidence and no more."""
    for match in _URL_DATE.finditer(text):
        day = _existing_day(match)
        if day is not None:
            span = Span(match.start("year"), match.end("day"))
            in_comment = _in_comments(match.start(), segments)
            where = "a link in a comment" if in_comment else "a link in the text"
            yield DateCandidate(AbsoluteDate(span, day), where, 0.2 if in_comment else 0.3, span, Family.LINK)


def _existing_day(match: re.Match[str]) -> int | None:
    named = match["month"]
    month = int(named) if named.isdigit() else _MONTHS.index(named) + 1
    year, day = int(match["year"]), int(match["day"])
    return day_number(year, month, day) if 1 <= month <= 12 and 1 <= day <= days_in_month(year, month) else None


def _captured_day(origin: Origin) -> int | None:
    """The day on which a page was saved."""
    values = (item.value for item in origin.evidence if item.field == CAPTURED)
    return next((date.day for value in values for date in find_dates(value[:80])), None)


def _not_after(found: list[DateCandidate], captured: int | None) -> list[DateCandidate]:
    """A page cannot be published after it was saved: such a date is of something else."""
    if captured is None:
        return found
    return [c if c.date.day <= captured + 1 else replace(c, confidence=round(c.confidence * 0.3, 3)) for c in found]


def _settled(found: list[DateCandidate]) -> list[DateCandidate]:
    """A date such as 3/4/2018, read as the day that other evidence names where only one of its readings does."""
    sure = {candidate.date.day for candidate in found if not candidate.date.ambiguous}
    settled = []
    for candidate in found:
        readings = candidate.date.readings if candidate.date.ambiguous else ()
        fitting = [day for day in readings if any(abs(day - other) <= 1 for other in sure)]
        if len(fitting) == 1:
            date = replace(candidate.date, day=fitting[0], ambiguous=False)
            candidate = replace(candidate, date=date, confidence=candidate.confidence + 0.3)
        settled.append(candidate)
    return settled


def _weighed(candidate: DateCandidate, text: str) -> DateCandidate:
    """A candidate is surer where the weekdays told with days fall so in its year, and less sure where they do not."""
    fit = weekday_fit(text, candidate.date.day)
    if fit > 0:
        return _surer(candidate, ", and the weekdays told fit", 0.05)
    return _surer(candidate, ", but the weekdays told do not fit", -0.15) if fit < 0 else candidate


def _agreed(candidate: DateCandidate, found: Sequence[DateCandidate]) -> DateCandidate:
    """A candidate is surer for each other kind of evidence that names the same day."""
    best: dict[Family, float] = {}
    for other in found:
        if other.family is not candidate.family and other.date.day == candidate.date.day:
            best[other.family] = max(best.get(other.family, 0.0), other.confidence)
    confidence = candidate.confidence
    for support in best.values():
        confidence += (1 - confidence) * 0.5 * max(support, 0.0)
    return replace(candidate, confidence=round(confidence, 3))


def _inner_candidates(text: str) -> Iterator[DateCandidate]:
    """Where nothing else speaks: the year in which a weekday and a day told together fall so."""
    for date, where in years_that_fit(text):
        yield DateCandidate(date, where, 0.3, date.span, Family.INNER)
