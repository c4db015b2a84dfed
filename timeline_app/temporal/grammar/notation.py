# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Dates in figures as every language writes them: ISO 8601, and three numbers in the source's date order."""

import re

from timeline_app.model.expression import Clock, Expression, Fields, NumericDate
from timeline_app.temporal.rules import rule, that
from timeline_app.temporal.values import DateTimeGroup, IsoTime, Month, Number, Triple, Year

_MONTH_DIGITS = frozenset(f"{n:02d}" for n in range(1, 13))
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)?$")


@rule(IsoTime, reads=("2018-05-28", "2018-05-28T13:30Z", "2018-05-28T13:30:15+02:00"))
def iso(written: IsoTime) -> Expression | None:
    day, _, clock = written.text.partition("T")
    year, month, date = (int(part) for part in day.split("-"))
    if not (1 <= month <= 12 and 1 <= date <= 31):
        return None
    fields = Fields(year=year, month=month, day=date)
    return _iso_clock(clock, fields) if clock else fields


def _iso_clock(written: str, day: Fields) -> Clock | None:
    clock, zone = written, None
    if written.endswith("Z"):
        clock, zone = written[:-1], "UTC"
    elif match := _OFFSET.search(written):
        clock, zone = written[: match.start()], f"{match[1]}{match[2]}:{match[3] or '00'}"
    digits = clock.replace(":", "").replace(",", ".").partition(".")[0]
    hour, minute, second = int(digits[:2]), int(digits[2:4] or 0), int(digits[4:6] or 0)
    if hour > 24 or minute > 59 or second > 60:
        return None
    return Clock(hour, minute, second if digits[4:6] else None, zone, day)


@rule(
    that(Year, lambda y: not y.two_digit), "-", that(Number, lambda n: n.digits in _MONTH_DIGITS),
    reads=("2018-05",), skips=("the 2004-05 season", "1916-18"),
    when=lambda c: c.is_tight and c.after() not in ("-", "/"),
)  # fmt: skip
def iso_month(year: Year, month: Number) -> Fields | None:
    n = int(month.value or 0)
    if n > year.year % 100:  # 2004-05 is a season and 1909-12 a range, 2018-05 a month
        return None
    return Fields(year=year.year, month=n)


@rule(
    that(DateTimeGroup, lambda g: g.zone == "UTC"),
    reads=("contact at ⟨281330Z⟩",), skips=("order 281330A", "part 991330Z"),
)  # fmt: skip
def date_time_group(group: DateTimeGroup) -> Clock:
    return group.on(None, None)


@rule(
    DateTimeGroup, Month, that((Year, Number), lambda y: isinstance(y, Year) or len(y.digits or "") == 2),
    reads=("281330Z MAY 18", "041200C Jun 2018"),
)  # fmt: skip
def date_time_group_of_month(group: DateTimeGroup, month: Month, year: Year | Number) -> Clock:
    number, short = (year.year, year.two_digit) if isinstance(year, Year) else (year.whole, True)
    return group.on(month.n, number, two_digit=short)


@rule(Triple, reads=("6/7/2018", "7/8/07", "28.05.2018", "2018/05/28"), skips=("version 1.2.3", "10-2-1"))
def numeric_date(written: Triple) -> Expression | None:
    first, second, third = written.first, written.second, written.third
    if written.digits[0] == 4:
        valid = 1000 <= first <= 2199 and 1 <= second <= 12 and 1 <= third <= 31
        return Fields(year=first, month=second, day=third) if valid else None
    if written.digits[2] not in (2, 4) or max(first, second) > 31 or min(first, second) not in range(1, 13):
        return None
    if written.digits[2] == 2 and written.mark == "-":
        return None
    return NumericDate(first, second, third)
