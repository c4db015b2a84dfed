"""What figures may mean by their shape alone: counts, years, clock readings, dates written in numbers."""

import re
from collections.abc import Iterator

from timeline_app.temporal.values import (
    ClockShape,
    Decade,
    IsoTime,
    Number,
    Ordinal,
    Pair,
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
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


def readings(word: str) -> Iterator[Value]:
    """Every value that a token of figures may have."""
    if not word[-1].isascii() or len(word) > 40:
        return
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
