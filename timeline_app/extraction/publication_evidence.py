"""The candidates for a publication date: where a text speaks of itself, and how far each place is to be trusted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline_app.extraction.absolute_dates import AbsoluteDate, find_dates
from timeline_app.extraction.paragraphs import Paragraph, paragraphs
from timeline_app.extraction.segmentation.masthead import is_date_line
from timeline_app.model.calendar import civil, day_number, days_in_month
from timeline_app.model.source import DateOrder, Segment, SegmentKind
from timeline_app.model.token import Span

_HEAD_LINES = 16  # from the top of the text
_FOOT_LINES = 8  # from the end of the story
_LONGEST_LINE = 220
_STAMP = re.compile(
    r"\W{0,3}(?:first |last |originally )?(?P<word>published|posted|issued|released|filed|uploaded|updated|modified"
    r"|edited|publication date|date of publication|date|sent)\b",
    re.IGNORECASE,
)
_LATER = ("updated", "modified", "edited")
_BYLINE = re.compile(r"\W{0,3}by\s", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'’.-]+(?:[ -][A-Z][A-Z'’.-]+){0,3}(?:,\s+[A-Z][\w.'’ ]{1,30}?)?)"
    r"(?:,\s+(?P<date>(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?))?"
    r"\s*(?:\((?P<agency>[^()]{2,40})\)\s*)?(?:[–—]|--|-\s|:\s(?=[A-Z]))"
)
_PLACE_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w'’.]+(?:[ ,]+[A-Z][\w'’.]+){0,4})\s*(?:\((?P<agency>[^()]{2,40})\)\s*)?(?:[–—]|--)\s"
)
_MONTH_DAY = re.compile(
    r"(?P<month>[A-Z][a-z]{2})[a-z]{0,6}\.?\s+(?P<day>\d{1,2})|(?P<day2>\d{1,2})\s+(?P<month2>[A-Z][a-z]{2})"
)
_URL_DATE = re.compile(
    r"https?://[^\s<>\"]{0,200}?/(?P<year>(?:19|20)\d\d)[/-](?P<month>[01]?\d)[/-](?P<day>[0-3]?\d)(?=[/_-]|\b)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date that may be the publication's, where it was read, and how sure that is (0-1)."""

    date: AbsoluteDate
    where: str
    confidence: float


def date_candidates(text: str, segments: Sequence[Segment], order: DateOrder | None) -> list[DateCandidate]:
    """Every candidate in the text, the most trusted first; a dateline without a year supports one that has it."""
    story = [p for p in paragraphs(text) if not _in_comments(p.span.start, segments)]
    found = [
        *_line_candidates(text, story[:_HEAD_LINES], order, near_top=True),
        *_line_candidates(text, story[_HEAD_LINES:][-_FOOT_LINES:], order, near_top=False),
        *_dateline_candidates(text, story, order),
        *_url_candidates(text, segments),
    ]
    month_day = _dateline_month_day(text, story)
    if month_day is not None:
        found = [_supported(candidate, month_day) for candidate in found]
    return sorted(found, key=lambda candidate: -candidate.confidence)


def place_of(text: str, segments: Sequence[Segment]) -> str | None:
    """The place that the dateline names, as people write it."""
    story = [p for p in paragraphs(text) if not _in_comments(p.span.start, segments)]
    for match in _datelines(text, story):
        place = match["place"].strip(" ,.")
        return place.title() if place.isupper() else re.sub(r"\b[A-Z'’-]{4,}\b", lambda m: m.group().title(), place)
    return None


def _in_comments(offset: int, segments: Sequence[Segment]) -> bool:
    return any(s.kind is SegmentKind.COMMENT and s.span.start <= offset < s.span.end for s in segments)


def _line_candidates(
    text: str, lines: Sequence[Paragraph], order: DateOrder | None, *, near_top: bool
) -> Iterator[DateCandidate]:
    for line in lines:
        content = line.of(text)
        if len(content) > _LONGEST_LINE:
            continue
        dates = list(find_dates(content, order))
        stamp = _STAMP.match(content)
        for date in dates:
            moved = replace(date, span=Span(date.span.start + line.span.start, date.span.end + line.span.start))
            doubt = 0.35 if date.ambiguous else 0.0
            if stamp:
                later = any(word in content[: date.span.start].lower()[-30:] for word in _LATER)
                yield DateCandidate(moved, f"the line “{stamp['word']}”", (0.85 if later else 0.95) - doubt)
            elif near_top and is_date_line(content):
                yield DateCandidate(moved, "the date line at the top", 0.9 - doubt)
            elif near_top and _BYLINE.match(content):
                yield DateCandidate(moved, "the byline", 0.8 - doubt)
            elif near_top and len(content) - len(date.span) <= 60 and not content.endswith("."):
                yield DateCandidate(moved, "a line near the top", 0.55 - doubt)


def _dateline_candidates(text: str, story: Sequence[Paragraph], order: DateOrder | None) -> Iterator[DateCandidate]:
    for match in _datelines(text, story):
        if "date" in match.groupdict() and match["date"]:
            for date in find_dates(match["date"], order):
                start = match.start("date")
                yield DateCandidate(replace(date, span=Span(start, start + len(date.span))), "the dateline", 0.9)


def _datelines(text: str, story: Sequence[Paragraph]) -> Iterator[re.Match[str]]:
    """The dateline of the first paragraphs, "NAIROBI, Aug. 14 (Agency) —"."""
    for paragraph in story[:_HEAD_LINES]:
        end = min(paragraph.span.end, paragraph.span.start + 120)
        match = _DATELINE.match(text, paragraph.span.start, end) or _PLACE_DATELINE.match(
            text, paragraph.span.start, end
        )
        if match and paragraph.span.end - paragraph.span.start > _MINIMAL_LEAD:
            yield match
            return


_MINIMAL_LEAD = 60  # code points; a dateline opens a paragraph, it is not one


def _dateline_month_day(text: str, story: Sequence[Paragraph]) -> tuple[int, int] | None:
    for match in _datelines(text, story):
        written = match.groupdict().get("date")
        found = _MONTH_DAY.search(written) if written else None
        if found:
            month = (found["month"] or found["month2"]).lower()
            if month in _MONTHS:
                return _MONTHS.index(month) + 1, int(found["day"] or found["day2"])
    return None


def _supported(candidate: DateCandidate, month_day: tuple[int, int]) -> DateCandidate:
    """A candidate on the dateline's day or the two after it is surer; a dateline is never later than its print."""
    year, _, _ = civil(candidate.date.day)
    month, day = month_day
    if not (1 <= day <= days_in_month(year, month)):
        return candidate
    lag = candidate.date.day - day_number(year, month, day)
    if 0 <= lag <= 2:
        return replace(
            candidate, where=f"{candidate.where}, like the dateline", confidence=min(1.0, candidate.confidence + 0.1)
        )
    return candidate


def _url_candidates(text: str, segments: Sequence[Segment]) -> Iterator[DateCandidate]:
    """Dates in addresses: another page's date near the time of this one, so evidence and no more."""
    for match in _URL_DATE.finditer(text):
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        if 1 <= month <= 12 and 1 <= day <= days_in_month(year, month):
            date = AbsoluteDate(Span(match.start("year"), match.end("day")), day_number(year, month, day))
            comment = any(
                s.kind is SegmentKind.COMMENT and s.span.start <= match.start() < s.span.end for s in segments
            )
            where = "a link in a comment" if comment else "a link in the text"
            yield DateCandidate(date, where, 0.2 if comment else 0.3)
