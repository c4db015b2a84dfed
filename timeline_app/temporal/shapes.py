"""What figures may mean by their shape alone: counts, years, clock readings, dates written in numbers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline_app.model.expression import Clock, Fields
from timeline_app.temporal.values import (
    ClockShape,
    DateTimeGroup,
    Decade,
    IsoTime,
    Number,
    Ordinal,
    Pair,
    PointedDay,
    Quarter,
    Triple,
    Value,
    Year,
)

_MAX_DIGITS = 9  # longer numbers are no counts of time
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_COUNT = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)", re.IGNORECASE)
_DECADE = re.compile(r"(\d{1,3})0['’]?s")
_SHORT_YEAR = re.compile(r"['’‘`](\d\d)(s?)")
_COLON = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
_POINT = re.compile(r"(\d{1,2})\.(\d\d)")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?", re.IGNORECASE)
_TRIPLE = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_PAIR = re.compile(r"(\d{1,2})/(\d{1,2}|\d{4})")
_COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_WEEK = re.compile(r"(\d{4})-?w(\d\d)(?:-?([1-7]))?", re.IGNORECASE)
_DATE_TIME_GROUP = re.compile(r"(\d\d)(\d\d)(\d\d)([a-z])(?:([a-z]{3})(\d{4}|\d\d)?)?", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PART_OF_YEAR = re.compile(r"([1-4])([qh])(\d{4}|\d\d)?", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


def readings(word: str) -> Iterator[Value]:
    """Every value that a token of figures may have."""
    if not word[-1].isascii() or len(word) > 40:
        return
    if not word.isdigit():
        yield from _lettered(word)
    if match := _SHORT_YEAR.fullmatch(word):
        short = int(match[1])
        if match[2]:
            if short % 10 == 0:
                yield Decade(short // 10, short=True)
        else:
            yield Year(short, two_digit=True)
    elif match := _ORDINAL.fullmatch(word):
        yield Ordinal(int(match[1]), digits=True)
    elif match := _DECADE.fullmatch(word):
        yield Decade(int(match[1]), short=len(match[1]) == 1)
    elif _ISO.fullmatch(word):
        yield IsoTime(word.upper())
    elif match := _TRIPLE.fullmatch(word):
        first, mark, second, third = match.groups()
        yield Triple(int(first), int(second), int(third), mark, (len(first), len(second), len(third)))
    elif match := _PAIR.fullmatch(word):
        yield Pair(int(match[1]), int(match[2]))
    elif match := _COLON.fullmatch(word):
        yield from _clock(match[1], match[2], match[3], colon=True)
    else:
        yield from _counts(word)


def _lettered(word: str) -> Iterator[Value]:
    """Figures with letters among them: 2018-W21-4, 281330ZMAY18, 3Q18."""
    if match := _WEEK.fullmatch(word):
        year, week, weekday = match.groups()
        yield Fields(year=int(year), week=int(week), weekday=None if weekday is None else int(weekday) - 1)
    elif match := _DATE_TIME_GROUP.fullmatch(word):
        yield from _date_time_group(*match.groups())
    elif match := _PART_OF_YEAR.fullmatch(word):
        part, of, year = int(match[1]), match[2].lower(), match[3]
        if of == "q" or part < 3:
            said = Fields(quarter=part) if of == "q" else Fields(half=part)
            yield said if year is None else replace(said, year=int(year), two_digit=len(year) == 2)


def _date_time_group(
    day: str, hour: str, minute: str, letter: str, month: str | None, year: str | None
) -> Iterator[Clock | DateTimeGroup]:
    """The date-time group of armed forces (ACP 121): day, hour, zone letter, and mostly month and year."""
    if not 1 <= int(day) <= 31 or int(hour) > 23 or int(minute) > 59:
        return
    group = DateTimeGroup(int(day), int(hour), int(minute), _military_zone(letter.upper()))
    if month is None:
        yield group
    elif month in _MONTHS:
        number = None if year is None else int(year)
        yield group.on(_MONTHS.index(month) + 1, number, two_digit=year is not None and len(year) == 2)


def _military_zone(letter: str) -> str:
    """The zone that a letter stands for: Z is UTC, A to M without J lie ahead of it, N to Y behind; J is local."""
    if letter in "ZJ":
        return "UTC" if letter == "Z" else "local"
    ahead, behind = "ABCDEFGHIKLM", "NOPQRSTUVWXY"
    if letter in ahead:
        return f"+{ahead.index(letter) + 1:02d}:00"
    return f"-{behind.index(letter) + 1:02d}:00"


def _counts(word: str) -> Iterator[Value]:
    if _GROUPED.fullmatch(word):
        yield Number(float(word.replace(",", "")))
        return
    if not (word.isascii() and _COUNT.fullmatch(word)):
        return
    if _COMPACT.fullmatch(word):
        yield IsoTime(f"{word[:4]}-{word[4:6]}-{word[6:]}")
    yield Number(float(word), word if word.isdigit() else None)
    if match := _POINT.fullmatch(word):
        yield from _clock(match[1], match[2])
        day, month = int(match[1]), int(match[2])
        if 1 <= day <= 31 and 1 <= month <= 12 and (day > 12 or match[2][0] == "0"):
            yield PointedDay(day, month)
    elif len(word) == 4 and word.isdigit():
        if _FIRST_YEAR <= int(word) <= _LAST_YEAR:
            yield Year(int(word))
        yield from _clock(word[:2], word[2:])


def _clock(hour: str, minute: str, second: str | None = None, colon: bool = False) -> Iterator[ClockShape]:
    if int(hour) <= 24 and int(minute) < 60 and (second is None or int(second) < 60):
        yield ClockShape(int(hour), int(minute), None if second is None else int(second), colon)


def quarter_of(word: str) -> Quarter | None:
    """Q3 or H1 written as one word, in lower case."""
    if len(word) == 2 and word[1] in "1234":
        if word[0] == "q":
            return Quarter(int(word[1]), 4)
        if word[0] == "h" and word[1] in "12":
            return Quarter(int(word[1]), 2)
    return None
