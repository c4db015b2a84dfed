# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Dates of other calendars, as days of ours: 15 Shaban 1439, 25 October 1917 (Old Style)."""

from timeline_app.model.calendar import civil, islamic_day, julian_day
from timeline_app.model.expression import Fields, Fixed
from timeline_app.temporal.grammar.english.dates import DAY_NUMBER, day_of
from timeline_app.temporal.grammar.kinds import said_fields
from timeline_app.temporal.rules import rule, that
from timeline_app.temporal.values import HijriMonth, Number, Ordinal

HIJRI_YEAR = that(Number, lambda n: n.digits is not None and 1 <= n.value < 2000)
FULL = that(Fields, lambda f: said_fields(f) == {"year", "month", "day"} and not f.two_digit and 0 < f.year < 10_000)


@rule(
    "the?", DAY_NUMBER, "of?", HijriMonth, ",?", HIJRI_YEAR, "ah|a.h|h?",
    reads=("15 Shaban 1439", "1 Muharram 1442 AH", "the 9th of Dhu al-Hijjah, 1440"),
)  # fmt: skip
def hijri_date(day: Number | Ordinal, month: HijriMonth, year: Number) -> Fixed | None:
    """By the arithmetic calendar, which may be a day off what was seen in the sky."""
    number = day_of(day)
    return _fixed(islamic_day(year.whole or 1, month.n, number), "~") if number <= 30 else None


@rule(FULL, "(|[", "old", "style", ")|]", reads=("25 October 1917 (Old Style)",))
def old_style(date: Fields) -> Fixed | None:
    return _from_julian(date)


@rule(FULL, "(|[?", "o", ".", "s", ".?", ")|]?", reads=("25 October 1917 O.S.", "October 25, 1917 [O.S.]"))
def old_style_mark(date: Fields) -> Fixed | None:
    return _from_julian(date)


def _from_julian(date: Fields) -> Fixed | None:
    if date.year is None or date.month is None or date.day is None or not 1 <= date.month <= 12:
        return None
    return _fixed(julian_day(date.year, date.month, date.day), "")


def _fixed(number: int, mark: str) -> Fixed | None:
    year, month, day = civil(number)
    return Fixed(f"{year:04d}-{month:02d}-{day:02d}{mark}") if 0 < year < 10_000 else None
