# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Dates on the calendar: days, months, years, decades, and dates in figures with full stops."""

from dataclasses import replace

from timeline_app.model.expression import Fields
from timeline_app.temporal.grammar.german.context import (
    dates_a_day,
    follows_a_preposition,
    names_a_month,
    names_a_year,
)
from timeline_app.temporal.grammar.german.words import ARTICLE_MAYBE
from timeline_app.temporal.grammar.kinds import said_fields
from timeline_app.temporal.rules import rule, that
from timeline_app.temporal.values import Decade, Era, Month, Number, Ordinal, Pair, Triple, Weekday, Year

FIGURES = that(Number, lambda n: n.digits is not None and len(n.digits) < 3 and n.value >= 1)
DAY = that((Ordinal, Number), lambda v: v.n in range(1, 32) if isinstance(v, Ordinal) else _is_day_figure(v))
MONTH_AND_DAY = that(Fields, lambda tree: said_fields(tree) == {"month", "day"} and tree.direction is None)
FULL_DATE = that(Fields, lambda tree: {"month", "day"} <= said_fields(tree) and tree.weekday is None)


def _is_day_figure(number: Number) -> bool:
    return number.digits is not None and len(number.digits) < 3 and number.value in range(1, 32)


def _day_of(value: Ordinal | Number) -> int:
    return value.n if isinstance(value, Ordinal) else int(value.value or 0)


@rule(FIGURES, ".", reads=("der 14. Oktober",), when=lambda c: c.is_tight)
def ordinal_figures(number: Number) -> Ordinal:
    return Ordinal(int(number.value or 0), digits=True)


@rule(
    ARTICLE_MAYBE, DAY, Month,
    reads=("am ⟨3. Mai⟩", "der 14. Oktober", "am ⟨ersten Mai⟩", "bis zum ⟨24. Dez.⟩", "dem dritten Juli", "10 Mai"),
)  # fmt: skip
def day_month(day: Ordinal | Number, month: Month) -> Fields:
    return Fields(month=month.n, day=_day_of(day))


@rule(MONTH_AND_DAY, ",?", "des?", "jahres?", Year, reads=("14. Oktober 2019", "den 3. Mai des Jahres 1945"))
def day_month_year(date: Fields, year: Year) -> Fields:
    return replace(date, year=year.year, two_digit=year.two_digit)


@rule(Month, "des?", "jahres?", Year, reads=("Mai 2018", "im ⟨Oktober des Jahres 1806⟩", "März 44 v. Chr."))
def month_year(month: Month, year: Year) -> Fields:
    return Fields(year=year.year, month=month.n, two_digit=year.two_digit)


@rule(
    Month,
    reads=("im ⟨Juni⟩", "seit ⟨Mai⟩", "bis ⟨Okt.⟩ gezählt", "⟨Dezember⟩ war kalt"),
    skips=("Karl Mai schrieb viel.", "August kam zu spät."),
    when=names_a_month,
)
def month_alone(month: Month) -> Fields:
    return Fields(month=month.n)


@rule("monat|monats|monates", Month, reads=("im ⟨Monat Mai⟩",))
def month_named(month: Month) -> Fields:
    return Fields(month=month.n)


@rule(
    Weekday,
    ",|(?",
    FULL_DATE,
    ")?",
    reads=("Montag, 14. Oktober 2019", "Freitag, den 10. Mai", "Montag (28. Mai)", "Dienstag, 03.05.2016"),
)
def weekday_date(weekday: Weekday, date: Fields) -> Fields:
    return replace(date, weekday=weekday.n)


@rule(
    ARTICLE_MAYBE, that(Ordinal, lambda o: o.digits and o.n <= 31),
    reads=("am ⟨14.⟩ kam er", "bis zum ⟨3.⟩ war"), skips=("am 3. Tor", "auf Platz 3."),
    when=dates_a_day,
)  # fmt: skip
def day_alone(day: Ordinal) -> Fields:
    return Fields(day=day.n)


@rule(
    that(Triple, lambda t: t.mark == "." and t.digits[0] < 3),
    reads=("14.10.2019", "am ⟨03.05.16⟩"),
    skips=("Version 1.2.3",),
    priority=1,
)
def dotted_date(written: Triple) -> Fields | None:
    if written.digits[2] not in (2, 4) or not (1 <= written.first <= 31 and 1 <= written.second <= 12):
        return None
    return Fields(year=written.third, month=written.second, day=written.first, two_digit=written.digits[2] == 2)


@rule(
    that(Ordinal, lambda o: o.digits and o.n <= 31), that(Ordinal, lambda o: o.digits and o.n <= 12), Year,
    reads=("3. 5. 2018",),
)  # fmt: skip
def spaced_date(day: Ordinal, month: Ordinal, year: Year) -> Fields:
    return Fields(year=year.year, month=month.n, day=day.n)


@rule(
    Pair, ".",
    reads=("am ⟨3.5.⟩ kam er", "vom ⟨12.04.⟩ an"), skips=("Note 2.3.",),
    when=lambda c: c.is_tight and follows_a_preposition(c),
)  # fmt: skip
def dotted_day(pair: Pair) -> Fields | None:
    if not (1 <= pair.first <= 31 and 1 <= pair.second <= 12):
        return None
    return Fields(month=pair.second, day=pair.first)


@rule(
    that(Year, lambda y: not y.two_digit),
    reads=("seit ⟨2014⟩", "⟨1998⟩ starb er", "(⟨1914⟩)", "wurde ⟨2015⟩ Präsident", "nach ⟨1648⟩"),
    skips=("2000 Soldaten", "1914 Kisten", "Flug 1998", "1500 Euro", "1850 Einwohner", "Artikel 2019"),
    when=names_a_year,
)
def year_alone(year: Year) -> Fields:
    return Fields(year=year.year)


@rule(ARTICLE_MAYBE, "jahr|jahre|jahres|jahren", Year, reads=("im ⟨Jahr 2011⟩", "das Jahr 1648", "den Jahren 1914"))
def year_named(year: Year) -> Fields:
    return Fields(year=year.year, two_digit=year.two_digit)


@rule(
    that(Number, lambda n: n.digits is not None and n.value in range(1, 10_000)),
    Era,
    reads=("⟨44 v. Chr.⟩", "seit ⟨70 n. Chr.⟩", "480 vor Christus"),
)
def year_of_era(number: Number, era: Era) -> Year:
    value = int(number.value or 0)
    return Year(1 - value if era.before_christ else value)


@rule(
    that((Year, Number), lambda v: v.year % 10 == 0 if isinstance(v, Year) else len(v.digits or "") == 2),
    "er",
    reads=("die 1990er", "den 80er Jahren"),
    when=lambda c: c.is_tight,
)
def figures_of_decade(value: Year | Number) -> Decade | None:
    if isinstance(value, Year):
        return Decade(value.year // 10)
    tens = int(value.value or 0)
    return Decade(tens // 10, short=True) if tens % 10 == 0 and tens >= 10 else None


@rule(
    ARTICLE_MAYBE,
    Decade,
    "-?",
    "jahre|jahren|jahres",
    reads=("1990er Jahre", "den 80er-Jahren", "der 1920er Jahre"),
)
def decade_years(value: Decade) -> Fields:
    return Fields(decade=value.decade, two_digit=value.short)


@rule(
    ARTICLE_MAYBE,
    Decade,
    reads=("die neunziger Jahre", "den Siebzigerjahren", "die 1990er"),
    skips=("ein Mann in den 80ern",),
    when=lambda c: c.last.text != "er" or len(c.tokens[c.end - 2].text) == 4,
)
def decade_alone(value: Decade) -> Fields:
    return Fields(decade=value.decade, two_digit=value.short)
