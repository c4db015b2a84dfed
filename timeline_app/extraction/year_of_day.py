"""The year of a day that is printed without one: "KOVAR CITY, March 9 (Global Wire) —", "24 SEP, 13:05".

A report is published no earlier than what it tells as past, and the likelier the sooner after it; on the weekday that
its lead names, seldom on the day after; and in the year for which the page claims its rights, or before.  Each year is
weighed by all of that, so what is left of doubt shows how sure the best is.
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
_LEAD = 700  # code points behind the day: the lead and the paragraph after it
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
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d\s*[-–]\s*)?(?P<year>(?:19|20)\d\d)\b", re.I
)
_YEARS = 12  # from the earliest; weekdays fall so again within eleven
_PER_YEAR = 0.5  # how much likelier a report is than one that tells nothing of the year before it
_DAY_AFTER, _DAY_AFTER_REPEATED, _OTHER_DAY = 0.1, 0.03, 0.004  # printed on another day than its lead names
_SIGN = 4.0  # a further sign, for or against a year
_PROPOSED, _PROVED = 0.55, 0.72  # how sure at most: by one weekday alone, or with a second sign
_FEWEST_YEARS = 2  # told: a single one may be of long ago


def years_of_day(
    text: str, printed: Span, month: int, day: int, name: str
) -> Iterator[tuple[AbsoluteDate, str, float]]:
    """The date that a day without a year stands for, by what, and how sure; nothing where nothing tells its year.

    `printed` is where the day stands, above the lead; `name` is what to call it ("the dateline").
    """
    rights = {int(m["year"]) for m in _RIGHTS.finditer(text)}
    earliest = _earliest_year(text, month)
    told, repeated = _weekday_of_lead(text, printed)
    if earliest is None:
        earliest = max(rights, default=None)
    if earliest is None or (told is None and not rights):
        return
    weights: dict[int, float] = {}
    for year in range(earliest, earliest + _YEARS):
        if day <= days_in_month(year, month):
            number = day_number(year, month, day)
            weights[year] = _PER_YEAR ** (year - earliest) * _fit_of_weekday(number, told, repeated=repeated)
            weights[year] *= _fit_of_rights(year, rights) * _SIGN ** weekday_fit(text, number)
    best = max(weights, key=weights.__getitem__)
    number = day_number(best, month, day)
    falls = told is not None and weekday(number) == told
    signs = (falls and repeated) + (best in rights) + (weekday_fit(text, number) > 0)
    enough = best in rights or len({m["year"] for m in _YEAR.finditer(text)}) >= _FEWEST_YEARS
    most = _PROVED if falls and signs and enough else _PROPOSED
    sure = round(most * weights[best] / sum(weights.values()), 3)
    if falls and told is not None:
        because = f"in the year in which it is a {_WEEKDAYS[told].capitalize()}, as the lead has it"
    elif best in rights:
        because = "in the year for which the page claims its rights"
    else:
        return
    yield AbsoluteDate(printed, number), f"{name}, {because}: {best}", sure


def _fit_of_weekday(number: int, told: int | None, *, repeated: bool) -> float:
    lag = 0 if told is None else (weekday(number) - told) % 7
    if lag == 0:
        return 1.0
    return (_DAY_AFTER_REPEATED if repeated else _DAY_AFTER) if lag == 1 else _OTHER_DAY


def _fit_of_rights(year: int, rights: set[int]) -> float:
    if not rights or year < max(rights):
        return _SIGN if year in rights else 1.0
    return _SIGN if year in rights else 1 / _SIGN**2


def _weekday_of_lead(text: str, printed: Span) -> tuple[int | None, bool]:
    """The weekday that stands with the day, else the first that the lead names; and whether the text goes on to it."""
    within = {m["day"].lower() for m in _BARE.finditer(text[printed.start : printed.end])}
    if len(within) == 1:
        return _number(within.pop()), True
    first = first_weekday(text, Span(printed.end, printed.end + _LEAD))
    if first is None:
        return None, False
    number, span = first
    return number, any(_number(m["day"].lower()) == number for m in _BARE.finditer(text, span.end))


def first_weekday(text: str, within: Span) -> tuple[int, Span] | None:
    """The first weekday that stands alone there, as a lead tells of it (Monday is 0), and where."""
    found = _BARE.search(text, within.start, within.end)
    return (_number(found["day"].lower()), Span(*found.span())) if found else None


def _number(name: str) -> int:
    return (_WEEKDAYS if name in _WEEKDAYS else _GERMAN).index(name)


def _earliest_year(text: str, month: int) -> int | None:
    """The first year in which the text can have been printed in a month: after all that it tells as past."""
    claimed = {m.start("year") for m in _RIGHTS.finditer(text)}
    found = []
    for match in _YEAR.finditer(text):
        if match.start("year") in claimed or _AHEAD.search(text[max(0, match.start() - 80) : match.start()]):
            continue
        name = (match["month"] or "").lower()
        later = name in _MONTHS and _MONTHS.index(name) + 1 > month
        found.append(int(match["year"]) + later)
    return max(found, default=None)
