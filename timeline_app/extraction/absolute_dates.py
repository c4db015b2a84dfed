"""Complete dates as mastheads print them ("28 May 2018, 14:05 GMT", "28. Mai 2018"), read without any context."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.model.calendar import HOUR, MINUTE, day_number, days_in_month
from timeline_app.model.source import DateOrder
from timeline_app.model.token import Span

_MONTHS_OF_YEAR = 12
_AMERICAN = frozenset(("ET", "EDT", "CT", "CDT", "MT", "MDT", "PT", "PST", "PDT"))  # zones where the month stands first
_CENTURY = 2000  # of a year in two figures beside an hour: pages are younger
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
GERMAN_MONTHS = {"mär": "mar", "mrz": "mar", "mai": "may", "okt": "oct", "dez": "dec"}  # the others begin as in English
_MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|märz?|mrz|mai|juni|juli|okt(?:ober)?|dez(?:ember)?)\b\.?"
)
_CLOCK = re.compile(
    r"[\s,|/–—@-]{0,4}(?:(?:last\s+)?updated:?\s+)?(?:at\s+|um\s+)?T?(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d)|(?P<packed>[0-5]\d)(?=\s*(?:GMT|UTC|hours|hrs|[A-Z]{3,4}\b)))"
    r"(?::\d{2}(?:\.\d+)?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?(?:\s?Uhr\b)?\s*\(?(?P<zone>Z\b|(?:UTC|GMT)?\s?[+-]\d{1,2}:?\d{0,2}|[A-Z]{2,5}\b)?\)?",
    re.IGNORECASE,
)
_HALF_CLOCK = re.compile(
    r"[\s,|/–—@-]{0,4}(?:at\s+)?(?P<hour>1[0-2]|[1-9])()\s*(?P<half>[ap]\.?\s?m\b\.?)\s*\(?(?P<zone>[A-Z]{2,5}\b)?\)?",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(  # "6:10 AM EDT, Fri October 4, 2024"
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s*\(?(?P<zone>(?:UTC|GMT)[+-]\d{1,2}|(?!on\b)[A-Z]{2,4}\b)\)?)?[\s,|·•/–—-]{1,4}(?:on\s+)?(?:[a-z]{3,9}\.?,?\s+)?$",
    re.IGNORECASE,
)
_CLOCK_REACH = 40  # code points before a date
_DATE = re.compile(
    rf"\b(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s+day)?(?:\s+of)?[\s-]+{_MONTH.format('month1')},?[\s-]+(?P<year1>\d{{4}})"
    rf"|{_MONTH.format('month2')}\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
    r"|(?P<year3>\d{4})[-/.](?P<month3>\d{1,2})[-/.](?P<day3>\d{1,2})"
    r"|(?P<first>\d{1,2})(?P<mark>[/.-])\s?(?P<second>\d{1,2})(?P=mark)"
    r"(?P<year4>\d{4}|\d\d(?=,?\s(?:at\s)?(?:1[0-2]|0?[1-9]):[0-5]\d\s?[ap]\.?m\b)))"  # "10/9/10 7:15 AM"
    r"(?!\d(?!\d?:[0-5]\d))",  # the hour may be run into the year, as in copied pages: "20225:42 PM"
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AbsoluteDate:
    """A complete date, perhaps with a time of day: day number, seconds of the day, and the zone as it was written."""

    span: Span
    day: int
    seconds: int | None = None
    zone: str | None = None
    ambiguous: bool = False  # 6/7/2018 without a known order
    readings: tuple[int, ...] = ()  # both day numbers of an ambiguous one


def find_dates(text: str, order: DateOrder | None = None) -> Iterator[AbsoluteDate]:
    """Every complete date in `text` that exists on the calendar, in order; give it lines, not books."""
    for match in _DATE.finditer(text):
        days = _days(match, order)
        if not days:
            continue
        clock = _CLOCK.match(text, match.end()) or _HALF_CLOCK.match(text, match.end())
        seconds, zone, start, end = None, None, match.start(), match.end()
        if clock:
            seconds, zone, end = _seconds(clock), clock["zone"], clock.end()
        elif (clock := _clock_before(text, start)) and (clock["half"] or clock["zone"]):
            seconds, zone, start = _seconds(clock), clock["zone"], clock.start()
        if len(days) > 1 and (zone or "").upper() in _AMERICAN:
            days = days[1:]
        ambiguous = len(days) > 1
        yield AbsoluteDate(Span(start, end), days[0], seconds, zone or None, ambiguous, days if ambiguous else ())


def _clock_before(text: str, start: int) -> re.Match[str] | None:
    """The hour right before a date, which is sure to be one only with its half of the day or its zone."""
    return _CLOCK_BEFORE.search(text, max(0, start - _CLOCK_REACH), start)


def _days(match: re.Match[str], order: DateOrder | None) -> tuple[int, ...]:
    """The day that a date names; both where its order is not known, the day first; none where it does not exist."""
    if match["year4"]:
        if order is None and match["mark"] == ".":
            order = _dotted_order(int(match["first"]), int(match["second"]))
        written = int(match["year4"])
        return _numeric_days(
            int(match["first"]), int(match["second"]), written + (_CENTURY if written < 100 else 0), order
        )
    for year, month, day in (("year1", "month1", "day1"), ("year2", "month2", "day2"), ("year3", "month3", "day3")):
        if match[year]:
            named = match[month]
            number = int(named) if named.isdigit() else month_number(named)
            return _existing(int(match[year]), number, int(match[day]))
    return ()


def month_pattern(name: str) -> str:
    """A regular expression for the names of months, English and German, as the group `name`."""
    return _MONTH.format(name)


def month_number(name: str) -> int:
    """The number of a month by its name or the first letters of it."""
    start = name[:3].lower()
    return _MONTHS.index(GERMAN_MONTHS.get(start, start)) + 1


def _numeric_days(first: int, second: int, year: int, order: DateOrder | None) -> tuple[int, ...]:
    day_first, month_first = _existing(year, second, first), _existing(year, first, second)
    if order is DateOrder.DMY:
        return day_first
    if order is DateOrder.MDY:
        return month_first
    return day_first if first == second else day_first + month_first


def _dotted_order(first: int, second: int) -> DateOrder | None:
    """Between dots the day stands first, as nearly all who write so have it, unless it can only be the month."""
    return DateOrder.DMY if second <= _MONTHS_OF_YEAR else None


def _existing(year: int, month: int, day: int) -> tuple[int, ...]:
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return ()
    return (day_number(year, month, day),)


def _seconds(clock: re.Match[str]) -> int:
    hour = int(clock["hour"])
    groups = clock.groupdict()
    minute = int(groups.get("minute") or groups.get("packed") or 0)
    half = (clock["half"] or "").lower()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * HOUR + minute * MINUTE
