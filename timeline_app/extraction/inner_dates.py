"""What a text's own days give away of its year: "Monday, May 28" fell so in 2018, and not in 2017."""

import re
from collections.abc import Iterator
from functools import lru_cache

from timeline_app.extraction.absolute_dates import AbsoluteDate
from timeline_app.model.calendar import civil, day_number, days_in_month, weekday
from timeline_app.model.token import Span

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = r"(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
_TOLD = re.compile(
    rf"\b{_DAY}(?:(?P<month1>{_MONTH})\s+(?P<day1>\d{{1,2}})|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?P<month2>{_MONTH}))(?:st|nd|rd|th)?\b(?!,?\s+\d{{4}})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST = 20  # days looked at
_NEAR = 120  # days between a publication and the days that are told with it without a year
_YEARS_AHEAD = 8  # after the last year told: weekdays fall the same again within eleven


def weekday_fit(text: str, day: int) -> int:
    """1 where the weekdays told near a day fall as told, -1 where most do not, 0 where none is told."""
    fits = misses = 0
    for number, month, date, _ in _told_days(text):
        nearest = _nearest(month, date, day)
        if nearest is not None and abs(nearest - day) <= _NEAR:
            fits += weekday(nearest) == number
            misses += weekday(nearest) != number
    return (fits > misses) - (misses > fits)


def years_that_fit(text: str) -> Iterator[tuple[AbsoluteDate, str]]:
    """The first day told with its weekday, in the first year from the last year told in which it falls so."""
    told = _told_days(text)
    years = [int(year) for year in _YEAR.findall(text)]
    if not told or not years:
        return
    number, month, date, span = told[0]
    last = max(years)
    for year in range(last, last + _YEARS_AHEAD):
        if date <= days_in_month(year, month) and weekday(day_number(year, month, date)) == number:
            phrase = " ".join(text[span.start : span.end].split())
            yield AbsoluteDate(span, day_number(year, month, date)), f"“{phrase}”, which falls so in {year}"
            return


@lru_cache(maxsize=4)  # each candidate of one source asks for the same text
def _told_days(text: str) -> tuple[tuple[int, int, int, Span], ...]:
    """Weekday, month and day as told together without a year, with the place."""
    found = []
    for match in _TOLD.finditer(text):
        month = _MONTHS.index((match["month1"] or match["month2"])[:3].lower()) + 1
        date = int(match["day1"] or match["day2"])
        if 1 <= date <= days_in_month(2000, month):
            found.append((_WEEKDAYS.index(match["weekday"][:3].lower()), month, date, Span(*match.span())))
        if len(found) >= _MOST:
            break
    return tuple(found)


def _nearest(month: int, date: int, day: int) -> int | None:
    """The day of that name nearest to `day`."""
    year, _, _ = civil(day)
    days = [day_number(y, month, date) for y in (year - 1, year, year + 1) if date <= days_in_month(y, month)]
    return min(days, key=lambda other: abs(other - day), default=None)
