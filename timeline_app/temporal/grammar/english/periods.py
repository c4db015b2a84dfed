# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Quarters, halves, seasons, centuries, fiscal years, and the n-th unit within a period."""

from dataclasses import replace

from timeline_app.model.expression import (
    Base,
    Direction,
    Expression,
    Fields,
    Modified,
    NamedDay,
    Nth,
    Part,
    Relative,
    Season,
)
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.english.context import (
    ends_clause,
    halves_a_year,
    is_joined,
    names_season,
    stands_as_noun,
)
from timeline_app.temporal.grammar.kinds import DAY, PERIOD, grain, said_fields
from timeline_app.temporal.rules import maybe, rule, that
from timeline_app.temporal.values import Era, Month, Number, Ordinal, Quarter, Unit, Weekday, Year

QUARTER = that(Unit, lambda u: u.unit is Granularity.QUARTER and not u.plural)
CENTURY = that(Unit, lambda u: u.unit is Granularity.CENTURY)
OF_FOUR = that(Ordinal, lambda o: o.n in (1, 2, 3, 4, -1))
OF_TWO = that(Ordinal, lambda o: o.n in (1, 2, -1))
SMALL_UNIT = that(
    Unit,
    lambda u: not u.plural and u.unit.rank >= Granularity.DAY.rank and u.unit is not Granularity.QUARTER,
)
_STRETCHES = frozenset(("period", "quarter", "half", "season"))
OTHER_YEAR = that(Relative, lambda r: r.unit is Granularity.YEAR)


@rule(Season, reads=("in ⟨spring⟩", "⟨winter⟩ came"), skips=("prices fall",), when=names_season)
def season_alone(season: Season) -> Fields:
    return Fields(season=season)


@rule("the", Season, reads=("in ⟨the winter⟩",), when=lambda c: names_season(c) and stands_as_noun(c))
def the_season(season: Season) -> Fields:
    return Fields(season=season)


@rule("the", Season, "before", reads=("⟨the winter before⟩.",), skips=("the winter before last",), when=ends_clause)
def season_before(season: Season) -> Fields:
    return Fields(season=season, direction=Direction.LAST, base=Base.PREVIOUS)


@rule("the", Season, "months|season", reads=("in ⟨the winter months⟩", "⟨the summer season⟩"))
def season_months(season: Season) -> Fields:
    return Fields(season=season)


@rule("the?", Season, ",?", "of?", Year, reads=("the summer of 2018", "summer 2018", "winter of 1914"))
def season_year(season: Season, year: Year) -> Fields:
    return Fields(season=season, year=year.year, two_digit=year.two_digit)


@rule(
    "the?", that(Season, lambda s: s is Season.WINTER), "of?", that(Year, lambda y: not y.two_digit), "-|–|/",
    that((Number, Year), lambda v: True),
    reads=("the winter of 2008-09", "winter 2008/2009", "the winter of 1940/41"), skips=("the winter of 2008-12",),
)  # fmt: skip
def winter_of_two_years(season: Season, first: Year, last: Number | Year) -> Fields | None:
    end = last.year if isinstance(last, Year) else last.whole
    return Fields(season=season, year=first.year + 1) if end in (first.year + 1, (first.year + 1) % 100) else None


@rule(Year, Season, reads=("1988 summer",))
def year_season(year: Year, season: Season) -> Fields:
    return Fields(season=season, year=year.year)


@rule("the?", OF_FOUR, "-?", QUARTER, reads=("the third quarter", "third-quarter", "the final quarter"))
def quarter(n: Ordinal, _unit: Unit) -> Fields:
    return Fields(quarter=n.n % 5)


@rule(
    OF_FOUR, that(Unit, lambda u: u.unit is Granularity.QUARTER and u.plural),
    reads=("in the third and ⟨fourth quarters⟩",), skips=("three quarters",),
)  # fmt: skip
def last_of_quarters(n: Ordinal, _unit: Unit) -> Fields | None:
    return Fields(quarter=n.n) if n.n > 1 else None


@rule(
    "the?",
    OF_TWO,
    "-?",
    "half",
    reads=("in ⟨the first half⟩,", "⟨second-half⟩ profit"),
    skips=("the first half of the match", "they scored in the second half", "the first half ended 2-0"),
    when=halves_a_year,
)
def half(n: Ordinal) -> Fields:
    return Fields(half=n.n % 3)


@rule(Quarter, reads=("Q3", "H1"))
def quarter_code(code: Quarter) -> Fields:
    return Fields(quarter=code.n) if code.of == 4 else Fields(half=code.n)


@rule(
    "the",
    that(Ordinal, lambda o: o.n in (1, 2)),
    "half",
    "of",
    PERIOD,
    reads=("the second half of May", "the first half of the 1990s"),
)
def half_of_period(n: Ordinal, of: Expression) -> Part | None:
    if grain(of) is Granularity.YEAR:  # a calendar half: 2018-H1
        return None
    return Part("START" if n.n == 1 else "END", of)


@rule(
    "the?", Month, "-|–|to|through", Month, "period|quarter|half|season?",
    reads=("the April-June period", "the October-December quarter", "⟨January-March⟩ profit"),
    skips=("in May-July", "from April to June"),
    when=lambda c: c.last.lower in _STRETCHES or (c.before() not in ("from", "between") and is_joined(c)),
)  # fmt: skip
def quarter_by_months(first: Month, last: Month) -> Fields | None:
    """Only what is a quarter or half of the calendar; other months are a range of two times."""
    if first.n % 3 != 1 or last.n != first.n + 2:
        return Fields(half=(first.n + 5) // 6) if first.n in (1, 7) and last.n == first.n + 5 else None
    return Fields(quarter=(first.n + 2) // 3)


@rule("the", "latter", "half", reads=("⟨the latter half of 2008⟩",))
def latter_half() -> Fields:
    return Fields(half=2)


PARTIAL = that(Fields, lambda f: (f.quarter or f.half) and f.year is None)


@rule(PARTIAL, "of|,|in|-?", Year, reads=("the third quarter of 2009", "Q3 2018", "the second half of 1943", "H1 2012"))
def quarter_year(part: Fields, year: Year) -> Fields:
    return replace(part, year=year.year, two_digit=year.two_digit)


@rule(
    PARTIAL, "of|in?", "fiscal|financial", "year?", Year,
    reads=("the third quarter fiscal 2009", "the second quarter of fiscal 1990"),
)  # fmt: skip
def quarter_fiscal_year(part: Fields, year: Year) -> Fields:
    return replace(part, year=year.year, two_digit=year.two_digit, fiscal=True)


FISCAL_YEAR = that(Fields, lambda f: f.fiscal and said_fields(f) == {"year"})


@rule(PARTIAL, "of|in|,|-?", FISCAL_YEAR, reads=("Q3 FY2019", "Q2 of FY19", "H1 FY2020/21", "2Q FY2018"))
def quarter_of_fiscal_code(part: Fields, year: Fields) -> Fields:
    return replace(part, year=year.year, two_digit=year.two_digit, fiscal=True)


@rule(FISCAL_YEAR, "-|,?", PARTIAL, reads=("FY2019 Q3", "FY19-Q1"))
def fiscal_code_then_quarter(year: Fields, part: Fields) -> Fields:
    return replace(part, year=year.year, two_digit=year.two_digit, fiscal=True)


@rule("the?", "fiscal|financial", PARTIAL, reads=("the fiscal third quarter", "fiscal second-quarter"))
def fiscal_quarter(part: Fields) -> Fields:
    return replace(part, fiscal=True)


@rule(
    "the?", OF_FOUR, "-?", "fiscal|financial", "-?", QUARTER, reads=("the third fiscal quarter", "third-fiscal-quarter")
)
def nth_fiscal_quarter(n: Ordinal, _unit: Unit) -> Fields:
    return Fields(quarter=n.n % 5, fiscal=True)


@rule(
    "the?", Year, "'s|’s?", "-?", PARTIAL, reads=("the 1988 third quarter", "1988's first half", "2018 Q3", "2017-Q1")
)
def year_then_quarter(year: Year, part: Fields) -> Fields:
    return replace(part, year=year.year, two_digit=year.two_digit)


@rule(OTHER_YEAR, "'s|’s", PARTIAL, reads=("last year's fourth quarter", "this year's first half"))
def years_quarter(year: Relative, part: Fields) -> Nth:
    unit = Granularity.QUARTER if part.quarter else Granularity.HALF
    return Nth(part.quarter or part.half or 1, unit, year)


@rule(PARTIAL, "of|in?", OTHER_YEAR, reads=("the first quarter of last year", "in ⟨the second half of the year⟩."))
def quarter_of_year(part: Fields, year: Relative) -> Nth:
    unit = Granularity.QUARTER if part.quarter else Granularity.HALF
    return Nth(part.quarter or part.half or 1, unit, year)


@rule("fy", "-?", Year, reads=("FY2018", "FY 2018"))
def fiscal_code(year: Year) -> Fields:
    return Fields(year=year.year, two_digit=year.two_digit, fiscal=True)


SHORT = that(Number, lambda n: n.digits is not None and len(n.digits) == 2)
FULL_YEAR = that(Year, lambda y: not y.two_digit)


@rule("fy", "-?", SHORT, reads=("FY19", "FY-20"))
def short_fiscal_code(year: Number) -> Fields:
    return Fields(year=year.whole, two_digit=True, fiscal=True)


@rule(
    "fy", FULL_YEAR, "/|-|–", (Number, Year),
    reads=("FY2018/19", "FY2018-19", "FY2018/2019"), skips=("FY2018-5",), priority=1,
)  # fmt: skip
def fiscal_code_of_two(first: Year, last: Number | Year) -> Fields | None:
    return _fiscal_year_of_two(first, last)


@rule(
    "the?", "fiscal|financial", "year", FULL_YEAR, "/|-|–", (Number, Year),
    reads=("the financial year 2018/19", "fiscal year 2018-19"), priority=1,
)  # fmt: skip
def fiscal_year_of_two(first: Year, last: Number | Year) -> Fields | None:
    return _fiscal_year_of_two(first, last)


@rule(
    "the?", FULL_YEAR, "/|-|–", (Number, Year), "fiscal|financial", "year",
    reads=("the 2018/19 financial year", "⟨the 2018-19 fiscal year⟩"), priority=1,
)  # fmt: skip
def two_years_fiscal_year(first: Year, last: Number | Year) -> Fields | None:
    return _fiscal_year_of_two(first, last)


def _fiscal_year_of_two(first: Year, last: Number | Year) -> Fields | None:
    """A fiscal year written as the two calendar years that it lies in, named by the later."""
    end = last.year if isinstance(last, Year) else last.whole
    is_next = end in (first.year + 1, (first.year + 1) % 100)
    return Fields(year=first.year + 1, fiscal=True) if is_next else None


@rule(
    Direction, "fiscal|financial", "year",
    reads=("last fiscal year", "this financial year"),
)  # fmt: skip
def relative_fiscal_year(direction: Direction) -> Fields:
    return Fields(fiscal=True, direction=direction)


@rule(
    "the", "fiscal|financial", "year", reads=("in ⟨the fiscal year⟩ ended June 30",),
    when=lambda c: not c.after()[:1].isdigit(),
)  # fmt: skip
def the_fiscal_year() -> Fields:
    return Fields(fiscal=True, direction=Direction.THIS)


WEEK_NUMBER = that(Number, lambda n: n.digits is not None and n.whole is not None and 1 <= n.whole <= 53)


@rule("week", WEEK_NUMBER, reads=("in ⟨week 36⟩",))
def week_number(n: Number) -> Fields:
    return Fields(week=n.whole)


@rule(
    "week", WEEK_NUMBER, ",|of|in?", Year,
    reads=("in ⟨week 36 of 2027⟩", "week 3, 2018"),
)  # fmt: skip
def week_of_year(n: Number, year: Year) -> Fields:
    return Fields(week=n.whole, year=year.year, two_digit=year.two_digit)


@rule("the", "turn", "of", "the", "last|new?", CENTURY, reads=("at ⟨the turn of the century⟩",))
def turn_of_century(_century: Unit) -> Modified:
    century = Relative(Granularity.CENTURY, 0, Base.PREVIOUS, nearest=True)
    return Modified("APPROX", Nth(1, Granularity.YEAR, century))


@rule("the?", "calendar", "year", Year, reads=("in ⟨calendar year 2008⟩",))
def calendar_year(year: Year) -> Fields:
    return Fields(year=year.year, two_digit=year.two_digit)


@rule(
    "the?", "week", "beginning|commencing|starting", "on?", DAY,
    reads=("the week beginning 4 February", "the week commencing on Monday"),
)  # fmt: skip
def week_from_day(day: Expression) -> Nth:
    return Nth(1, Granularity.WEEK, day)


@rule("the?", "week", "of", DAY, reads=("the week of May 14",))
def week_of_day(day: Expression) -> Nth:
    return Nth(1, Granularity.WEEK, day)


@rule("the?", "weekend", "of", DAY, reads=("the weekend of May 14",))
def weekend_of_day(day: Expression) -> Nth:
    return Nth(1, Granularity.WEEKEND, day)


@rule(
    "the?", that(Unit, lambda u: not u.plural and u.unit in (Granularity.WEEK, Granularity.WEEKEND)), "of", "the",
    that(Ordinal, lambda o: o.digits and o.n <= 31),
    reads=("on ⟨the weekend of the 25th⟩", "⟨the week of the 4th⟩"), skips=("the week of the 25th anniversary",),
    when=lambda c: not c.after().isalpha() or c.after() in ("and", "or", "to", "but", "at", "in", "when"),
)  # fmt: skip
def week_of_ordinal(unit: Unit, day: Ordinal) -> Nth:
    return Nth(1, unit.unit, Fields(day=day.n))


@rule("the?", NamedDay, "weekend", reads=("Labor Day weekend", "Easter weekend", "the Memorial Day weekend"))
def weekend_of_named_day(day: NamedDay) -> Nth:
    return Nth(1, Granularity.WEEKEND, day)


@rule("fiscal|financial", "year?", Year, reads=("fiscal 2018", "fiscal year 2019"))
def fiscal_year(year: Year) -> Fields:
    return Fields(year=year.year, two_digit=year.two_digit, fiscal=True)


@rule(
    "the?",
    that(Ordinal, lambda o: 1 <= o.n <= 30),
    "-?",
    CENTURY,
    maybe(Era),
    reads=("the 19th century", "the nineteenth century", "the 5th century BC", "18th-century"),
)
def century(n: Ordinal, _unit: Unit, era: Era | None) -> Fields:
    if era and era.before_christ:
        return Fields(century=-n.n)
    return Fields(century=n.n - 1)


@rule(
    "the?",
    Ordinal,
    SMALL_UNIT,
    "of|in",
    "the?",
    PERIOD,
    reads=("the first week of May", "the last week of March", "the third week of June"),
)
def nth_unit(n: Ordinal, unit: Unit, within: Expression) -> Nth:
    return Nth(n.n, unit.unit, within)


@rule(
    "the?",
    Ordinal,
    that(Weekday, lambda w: not w.plural),
    "of|in",
    "the?",
    PERIOD,
    reads=("the last Friday of March", "the first Monday in September"),
)
def nth_weekday(n: Ordinal, weekday: Weekday, within: Expression) -> Nth:
    return Nth(n.n, Granularity.DAY, within, weekday.n)


@rule(
    "the",
    Ordinal,
    that(Unit, lambda u: u.unit is Granularity.DAY and not u.plural),
    reads=("on ⟨the third day⟩", "on ⟨the final day⟩ of the siege"),
)
def nth_day(n: Ordinal, unit: Unit) -> Nth:
    return Nth(n.n, unit.unit, None)
