"""The candidates for a publication date: where a text speaks of itself, and how far each place is to be trusted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline_app.extraction.absolute_dates import AbsoluteDate, find_dates
from timeline_app.extraction.paragraphs import Paragraph, paragraphs
from timeline_app.extraction.segmentation.datelines import Dateline, find_dateline
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
_BARS = re.compile(r"[|•·]")
_LONGEST_META_LINE = 110
_BYLINE = re.compile(r"\W{0,3}by\s", re.IGNORECASE)
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
    dateline = _dateline(text, story)
    found = [
        *_line_candidates(text, story[:_HEAD_LINES], order, near_top=True),
        *_line_candidates(text, story[_HEAD_LINES:][-_FOOT_LINES:], order, near_top=False),
        *(_dateline_candidates(dateline, order) if dateline else ()),
        *_url_candidates(text, segments),
    ]
    month_day = _month_day(dateline) if dateline else None
    if month_day is not None:
        found = [_supported(candidate, month_day) for candidate in found]
    return sorted(found, key=lambda candidate: -candidate.confidence)


def place_of(text: str, segments: Sequence[Segment]) -> str | None:
    """The place that the dateline names, as people write it."""
    dateline = _dateline(text, [p for p in paragraphs(text) if not _in_comments(p.span.start, segments)])
    return dateline.place if dateline else None


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
            doubt = 0.4 if date.ambiguous else 0.0
            if stamp:
                later = any(word in content[: date.span.start].lower()[-30:] for word in _LATER)
                yield DateCandidate(moved, f"the line “{stamp['word']}”", (0.85 if later else 0.95) - doubt)
            elif near_top and is_date_line(content):
                yield DateCandidate(moved, "the date line at the top", 0.9 - doubt)
            elif near_top and _BYLINE.match(content):
                yield DateCandidate(moved, "the byline", 0.8 - doubt)
            elif (
                near_top and len(content) <= _LONGEST_META_LINE and (date.seconds is not None or _BARS.search(content))
            ):
                yield DateCandidate(moved, "the line with author and date", 0.7 - doubt)
            elif near_top and len(content) - len(date.span) <= 60 and not content.endswith("."):
                yield DateCandidate(moved, "a line near the top", 0.55 - doubt)


def _dateline(text: str, story: Sequence[Paragraph]) -> Dateline | None:
    lines = story[:_HEAD_LINES]
    return next(filter(None, (find_dateline(line.of(text), line.span.start) for line in lines)), None)


def _dateline_candidates(dateline: Dateline, order: DateOrder | None) -> Iterator[DateCandidate]:
    for date in find_dates(dateline.date or "", order):
        yield DateCandidate(replace(date, span=dateline.span), "the dateline", 0.9)


def _month_day(dateline: Dateline) -> tuple[int, int] | None:
    found = _MONTH_DAY.search(dateline.date or "")
    if found is None:
        return None
    month = (found["month"] or found["month2"]).lower()
    return (_MONTHS.index(month) + 1, int(found["day"] or found["day2"])) if month in _MONTHS else None


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
