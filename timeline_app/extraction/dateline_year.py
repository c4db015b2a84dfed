"""The year of a dateline that has none: "KOVAR CITY, March 9 (Global Wire) —" above a lead that tells of Thursday.

A report is published no earlier than what it tells as past, and mostly within the year after; of those years the one
fits in which the weekday that the lead names falls on the dateline's day.
"""

import re
from collections.abc import Iterator

from timeline_app.extraction.absolute_dates import AbsoluteDate
from timeline_app.extraction.inner_dates import weekday_fit
from timeline_app.model.calendar import day_number, days_in_month, weekday
from timeline_app.model.token import Span

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_GERMAN = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LEAD = 700  # code points behind the dateline: the lead and the paragraph after it
_BARE = re.compile(
    rf"(?<!last )(?<!next )\b(?P<day>{'|'.join(_WEEKDAYS + _GERMAN)})\b"
    r"(?!,?\s+(?:next|last|\d|[A-Z][a-z]{2,8}\.?\s\d))",
    re.I,
)
_YEAR = re.compile(
    r"(?:\b(?P<month>[A-Z][a-z]{2})[a-z]{0,6}\.?\s+(?:\d{1,2},?\s+)?)?(?<![\d,.$€£])(?P<year>(?:19|20)\d\d)\b(?![,.]?\d|%)"
)
_AHEAD = re.compile(
    r"\b(?:by|until|till|through|will|would|shall|due|expects?|expected|plans?|planned|targets?|scheduled|from)\b"
    r"[^.\n]{0,60}$",
    re.I,
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?P<year>(?:19|20)\d\d)\b", re.I)
_YEARS_AHEAD = 8  # weekdays fall so again within eleven
_FITS, _LIKELY, _PROVED = 0.35, 0.5, 0.65  # how sure


def years_of_dateline(text: str, dateline: Span, month: int, day: int) -> Iterator[tuple[AbsoluteDate, str, float]]:
    """The date that a dateline without a year stands for, by what, and how sure; nothing where no weekday tells."""
    told = _weekday_of_lead(text, dateline)
    earliest = _earliest_year(text, month)
    if told is None or earliest is None:
        return
    rights = {int(m["year"]) for m in _RIGHTS.finditer(text)}
    for year in range(earliest, earliest + _YEARS_AHEAD):
        if day > days_in_month(year, month):
            continue
        number = day_number(year, month, day)
        if weekday(number) != told:
            continue
        sure = _LIKELY if year <= earliest + 1 else _FITS
        if year in rights or (sure == _LIKELY and weekday_fit(text, number) > 0):
            sure = _PROVED
        where = f"the dateline, in the year in which it is a {_WEEKDAYS[told].capitalize()}, as the lead has it: {year}"
        yield AbsoluteDate(dateline, number), where, sure
        return


def _weekday_of_lead(text: str, dateline: Span) -> int | None:
    """The weekday that the dateline or the lead names, where they name one alone."""
    within = {m["day"].lower() for m in _BARE.finditer(text[dateline.start : dateline.end])}
    lead = text[dateline.end : dateline.end + _LEAD]
    first = next(iter(_BARE.finditer(lead)), None)
    if len(within) == 1:
        return _number(within.pop())
    return _number(first["day"].lower()) if first is not None else None


def _number(name: str) -> int:
    return (_WEEKDAYS if name in _WEEKDAYS else _GERMAN).index(name)


def _earliest_year(text: str, month: int) -> int | None:
    """The first year in which the text can have been printed in a month: after all that it tells as past."""
    found = []
    for match in _YEAR.finditer(text):
        if _AHEAD.search(text[max(0, match.start() - 80) : match.start()]) or _RIGHTS.match(text, match.start() - 12):
            continue
        name = (match["month"] or "").lower()
        later = name in _MONTHS and _MONTHS.index(name) + 1 > month
        found.append(int(match["year"]) + later)
    return max(found, default=None)
