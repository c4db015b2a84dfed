# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Dates on the calendar: days, months, years, decades, centuries, quarters, seasons, and dates in figures."""

from dataclasses import replace

from timeline_app.model.expression import Direction, Fields, Nth, NumericDate, Range, Relative
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.english.context import (
    dates_a_day,
    dates_a_decade,
    dates_by_slash,
    names_a_spelled_year,
    names_a_year,
)
from timeline_app.temporal.grammar.kinds import is_day_and_month, said_fields
from timeline_app.temporal.lexicon import load_words
from timeline_app.temporal.rules import Context, Kind, rule, that
from timeline_app.temporal.values import Decade, Era, Month, Number, Ordinal, Pair, PointedDay, Weekday, Year

DAY_NUMBER = that(
    (Number, Ordinal),
    lambda v: (
        1 <= v.n <= 31 if isinstance(v, Ordinal) else v.digits is not None and 1 <= v.value <= 31 and len(v.digits) < 3
    ),
)
YEAR_OR_SHORT = that((Year, Number), lambda v: isinstance(v, Year) or len(v.digits or "") == 2)
MONTH_AND_DAY = that(Fields, lambda tree: said_fields(tree) == {"month", "day"} and tree.direction is None)
FULL_DATE = that(Fields, lambda tree: {"month", "day"} <= said_fields(tree) and tree.weekday is None)


_TO = frozenset(("to", "until", "till", "through", "and", "-", "–"))
_WEEKDAYS = load_words("en", "weekday_names")
TENS = that(Number, lambda n: n.value is not None and n.digits is None and n.value in range(20, 100, 10))


def day_of(value: Number | Ordinal) -> int:
    """The day of the month that a number or ordinal names."""
    return value.n if isinstance(value, Ordinal) else int(value.value or 0)


def _is_its_day(c: Context) -> bool:
    """Whether "the 12th" after a month is a day of it: not in "on 6 March the 12th Brigade moved"."""
    following = c.tokens[c.end].text if c.end < len(c.tokens) else ""
    said = c.end - c.start > 2
    return not said or not (c.before()[:1].isdigit() or following[:1].isupper())


@rule(
    Month, "the?", DAY_NUMBER,
    reads=("May 10", "Oct. 14", "June 1st", "April the 3rd", "Sept 9"), skips=("In March the 12th Brigade moved.",),
    when=_is_its_day,
)  # fmt: skip
def month_day(month: Month, day: Number | Ordinal) -> Fields:
    return Fields(month=month.n, day=day_of(day))


@rule(
    Month, ",", that(Ordinal, lambda o: o.digits and o.n <= 31), reads=("March, 6th",), skips=("in March, 6 ships",),
)  # fmt: skip
def month_comma_day(month: Month, day: Ordinal) -> Fields:
    return Fields(month=month.n, day=day.n)


@rule("the?", DAY_NUMBER, "of?", "the?", Month, reads=("10 May", "the 14th of October", "14th October", "the 24 July"))
def day_month(day: Number | Ordinal, month: Month) -> Fields:
    return Fields(month=month.n, day=day_of(day))


@rule(
    DAY_NUMBER, "-|/|.", Month, "-|/|.", YEAR_OR_SHORT,
    reads=("14-Oct-2019", "03/Aug/1996", "28-May-18"),
    when=lambda c: c.is_tight,
)  # fmt: skip
def day_month_year_joined(day: Number | Ordinal, month: Month, year: Year | Number) -> Fields:
    number, short = (year.year, year.two_digit) if isinstance(year, Year) else (year.whole, True)
    return Fields(year=number, month=month.n, day=day_of(day), two_digit=short)


@rule(
    MONTH_AND_DAY,
    ",?",
    "of?",
    Year,
    reads=("14 October 2019", "28May2018", "May 10, 2018", "May 10 of 2018", "3 March 44 BC"),
)
def day_month_year(date: Fields, year: Year) -> Fields:
    return replace(date, year=year.year, two_digit=year.two_digit)


@rule(Month, "-|/", that(Year, lambda y: not y.two_digit), reads=("Dec-2018", "Dec/2018"), when=lambda c: c.is_tight)
def month_year_joined(month: Month, year: Year) -> Fields:
    return Fields(year=year.year, month=month.n)


@rule(Month, ",?", "of?", Year, reads=("May 2018", "April, 1775", "June of 1914", "August 480 BC"))
def month_year(month: Month, year: Year) -> Fields:
    return Fields(year=year.year, month=month.n, two_digit=year.two_digit)


@rule(
    that(Year, lambda y: not y.two_digit), ",|-|/?", Month, "-|/?", DAY_NUMBER,
    reads=("2018 March 18", "2020-Sep-23"), skips=("In 1998 May 3 million go?",),
    when=lambda c: not c.after().isalpha() or c.after() in ("at", "and", "to", "in", "when", "was", "until"),
)  # fmt: skip
def year_month_day(year: Year, month: Month, day: Number | Ordinal) -> Fields:
    return Fields(year=year.year, month=month.n, day=day_of(day))


@rule(
    MONTH_AND_DAY, ",?", that(Number, lambda n: n.digits is not None and len(n.digits) == 2 and n.value > 31),
    reads=("3 Feb 82", "9 Aug 96", "Aug 9, 96"), skips=("On May 5, 45 people died.",),
    when=lambda c: not c.after()[:1].isalnum() and c.after() not in ("-", "%", "/", "$", "°"),
)  # fmt: skip
def short_year(date: Fields, year: Number) -> Fields:
    return replace(date, year=year.whole, two_digit=True)


@rule(
    FULL_DATE, "(", Weekday, ")",
    reads=("May 10, 2018 (Thursday)", "12 November (Sun)"),
)  # fmt: skip
def date_weekday(date: Fields, weekday: Weekday) -> Fields:
    return replace(date, weekday=weekday.n)


@rule(
    TENS, "-?", that(Ordinal, lambda o: 1 <= o.n <= 9 and not o.digits),
    reads=("the twenty-fourth of May", "May twenty-fourth", "the twenty-first century"),
)  # fmt: skip
def compound_ordinal(tens: Number, ones: Ordinal) -> Ordinal:
    return Ordinal((tens.whole or 0) + ones.n)


@rule("the?", "entire|whole|full?", "month", "of", Month, reads=("the month of May", "the entire month of July"))
def month_named(month: Month) -> Fields:
    return Fields(month=month.n)


@rule(Month, reads=("in ⟨June⟩", "⟨Oct.⟩ arrived", "since ⟨May⟩"), skips=("We may go.",))
def month_alone(month: Month) -> Fields:
    return Fields(month=month.n)


@rule(
    Month, reads=("for ⟨December⟩ delivery", "the ⟨March⟩ futures contract"), skips=("In December deliveries rose.",),
    when=lambda c: c.after() in ("delivery", "contract", "contracts", "futures"), priority=1,
)  # fmt: skip
def month_of_delivery(month: Month) -> Fields:
    return Fields(month=month.n, direction=Direction.NEXT)  # what is traded ahead


@rule(
    Weekday,
    ",?",
    "the?",
    FULL_DATE,
    reads=("Monday, 14 October 2019", "Friday, May 10", "Tuesday the 3rd of May", "Sat. 5 March"),
)
def weekday_date(weekday: Weekday, date: Fields) -> Fields:
    return replace(date, weekday=weekday.n)


@rule(
    Weekday, ",?", "the?", that(Ordinal, lambda o: o.digits and o.n <= 31),
    reads=("Friday the 13th", "Thursday, 29th"),
)  # fmt: skip
def weekday_day(weekday: Weekday, day: Ordinal) -> Fields:
    return Fields(weekday=weekday.n, day=day.n)


@rule(
    Weekday, that(Number, lambda n: n.digits is not None and len(n.digits) < 3 and 1 <= n.value <= 31),
    reads=("on ⟨Friday 31⟩.", "from ⟨Mon 8⟩ to Wed 10 August"),
    skips=("On Friday 31 people died.", "won on Friday 3-1", "on Friday 12.5 litres"),
    when=lambda c: (
        (c.before() in ("on", "by", "until", "from", "since", "for", "") and c.after() in ("", ".", ",", ")"))
        or (c.after() in _TO and c.after(2) in _WEEKDAYS)
    ),
)  # fmt: skip
def weekday_number(weekday: Weekday, day: Number) -> Fields:
    return Fields(weekday=weekday.n, day=day.whole)


LETTER_DAY = that(Ordinal, lambda o: o.digits and o.n <= 31)


@rule("the?", LETTER_DAY, "inst", ".?", reads=("of ⟨the 3rd inst.⟩ to hand", "on ⟨14th inst⟩"))
def day_of_this_month(day: Ordinal) -> Nth:
    return Nth(day.n, Granularity.DAY, Relative(Granularity.MONTH, 0))


@rule("the?", LETTER_DAY, "ult|ulto", ".?", reads=("of ⟨the 28th ult.⟩ to hand",))
def day_of_last_month(day: Ordinal) -> Nth:
    return Nth(day.n, Granularity.DAY, Relative(Granularity.MONTH, -1))


@rule(
    "the", that(Ordinal, lambda o: o.digits and o.n <= 31),
    reads=("on ⟨the 14th⟩.", "by ⟨the 3rd⟩,"), skips=("the 14th floor", "the 3rd Division"),
    when=dates_a_day,
)  # fmt: skip
def day_alone(day: Ordinal) -> Fields:
    return Fields(day=day.n)


@rule(
    that(Pair, lambda p: p.second == p.first + 1),
    that(Fields, lambda f: said_fields(f) in ({"month"}, {"month", "year"})),
    reads=("on ⟨14/15 March⟩", "⟨30/31 May 2018⟩"), skips=("he scored 9/10 in March",),
)  # fmt: skip
def days_by_slash(days: Pair, month: Fields) -> Range:
    return Range(replace(month, day=days.first), replace(month, day=days.second))


@rule(Pair, reads=("on ⟨6/7⟩",), skips=("he won 3/4 of the votes", "on 9/15 occasions"), when=dates_by_slash)
def slash_date(pair: Pair) -> NumericDate | None:
    return NumericDate(pair.first, pair.second) if is_day_and_month(pair) else None


@rule(
    that(Pair, lambda p: p.second >= 1000),
    reads=("05/2018",),
    skips=("24/2018", "Resolution 9/2012"),
    when=names_a_year,
)
def slash_month(pair: Pair) -> Fields | None:
    return Fields(year=pair.second, month=pair.first) if 1 <= pair.first <= 12 else None


@rule(Weekday, ",?", that((NumericDate, Pair), lambda v: True), reads=("Friday 25/5", "Monday, 28/05/2018"))
def weekday_numeric(weekday: Weekday, date: NumericDate | Pair) -> NumericDate | None:
    if isinstance(date, NumericDate):
        return replace(date, weekday=weekday.n)
    return NumericDate(date.first, date.second, weekday=weekday.n) if is_day_and_month(date) else None


@rule(
    Weekday, ",?", PointedDay, ".?",
    reads=("Wednesday 23.08.", "on ⟨Sunday, 15.10⟩", "Tuesday 12.09."), skips=("on Friday 8.10 people came",),
)  # fmt: skip
def weekday_pointed(weekday: Weekday, date: PointedDay) -> NumericDate:
    return NumericDate(date.day, date.month, weekday=weekday.n)


@rule(
    Year,
    reads=("in ⟨1998⟩", "⟨1998⟩ saw", "since ⟨2014⟩", "the ⟨2012⟩ election", "(⟨1914⟩)", "in ⟨'98⟩"),
    skips=("2000 troops", "1914 crates", "$1998", "a population of 1850", "Flight 1998", "No. 1998", "2010.5"),
    when=names_a_year,
)  # fmt: skip
def year_alone(year: Year) -> Fields:
    return Fields(year=year.year, two_digit=year.two_digit)


@rule("the?", "year|years|yr", Year, reads=("the year 1998", "the years 1914"))
def year_named(year: Year) -> Fields:
    return Fields(year=year.year, two_digit=year.two_digit)


def _spelled(low: int, high: int) -> Kind:
    return that(Number, lambda n: n.value is not None and n.digits is None and low <= n.value <= high)


@rule(
    _spelled(13, 20), "hundred|and?", _spelled(10, 99),
    reads=("in ⟨nineteen eighty-four⟩", "of ⟨twenty eighteen⟩.", "since ⟨nineteen fourteen⟩"),
    skips=("at nineteen thirty", "in twenty ten-minute talks", "nineteen forty dollar notes"),
    when=names_a_spelled_year,
)  # fmt: skip
def year_in_words(century: Number, rest: Number) -> Year:
    return Year(int(100 * (century.value or 0) + (rest.value or 0)))


@rule(
    _spelled(2000, 2000), "and?", _spelled(1, 99),
    reads=("in ⟨two thousand and eight⟩", "of ⟨two thousand eighteen⟩,"), skips=("in two thousand and eight cases",),
    when=names_a_spelled_year,
)  # fmt: skip
def year_of_two_thousand(_thousands: Number, rest: Number) -> Year:
    return Year(2000 + int(rest.value or 0))


BARE_COUNT = that(Number, lambda n: n.digits is not None and 1 <= n.value <= 9999 and len(n.digits) <= 4)


@rule(
    that(Number, lambda n: n.digits is not None and 1 <= n.value <= 9999),
    Era,
    reads=("in ⟨44 BC⟩", "in ⟨70 AD⟩", "in ⟨480 B.C.⟩"),
)
def year_of_era(number: Number, era: Era) -> Year:
    value = int(number.value or 0)
    return Year(1 - value if era.before_christ else value)


@rule("ad|a.d", that(Number, lambda n: n.digits is not None and 1 <= n.value <= 9999), reads=("AD 70",))
def anno_domini(number: Number) -> Year:
    return Year(int(number.value or 0))


@rule(
    "the?",
    Decade,
    reads=("the 1990s", "the '90s", "the nineties", "the 80s"),
    skips=("temperatures in the 80s", "a man in his 80s", "24 A320s"),
    when=dates_a_decade,
)
def decade(value: Decade) -> Fields | None:
    if value.decade < 100 and not value.short:  # the 480s are years before Christ or no years
        return None
    if not value.short and value.decade % 10 == 0 and value.decade < 200:  # the 1800s: a century, else its first decade
        return Fields(century=value.decade // 10, decade=value.decade)
    return Fields(decade=value.decade, two_digit=value.short)


@rule("the?", Decade, that(Era, lambda e: e.before_christ), reads=("the 480s BC",))
def decade_before_christ(value: Decade, _era: Era) -> Fields:
    return Fields(decade=-value.decade)
