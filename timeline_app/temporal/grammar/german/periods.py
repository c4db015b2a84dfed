# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Quarters, halves, seasons, weeks, centuries, the n-th unit of a period, and Anfang, Mitte and Ende of any."""

from dataclasses import replace

from timeline_app.model.expression import Base, Expression, Fields, Modified, NamedDay, Nth, Part, Relative, Season
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.german.context import names_season
from timeline_app.temporal.grammar.german.words import ARTICLE, ARTICLE_MAYBE
from timeline_app.temporal.grammar.kinds import DATE, PERIOD, grain
from timeline_app.temporal.rules import maybe, rule, that
from timeline_app.temporal.values import Degree, Era, Number, Ordinal, Quarter, Stage, StageNoun, Unit, Weekday, Year

STAGED = (Fields, Relative, NamedDay, Nth)
CENTURY = that(Unit, lambda u: u.unit is Granularity.CENTURY and not u.plural)
OF_FOUR = that(Ordinal, lambda o: o.n in (1, 2, 3, 4, -1))
OF_TWO = that(Ordinal, lambda o: o.n in (1, 2))
PARTIAL = that(Fields, lambda f: (f.quarter or f.half) and f.year is None)
SMALL_UNIT = that(Unit, lambda u: not u.plural and u.unit in (Granularity.DAY, Granularity.WEEK, Granularity.WEEKEND))
SHORT_YEAR = that(Number, lambda n: n.digits is not None and len(n.digits) == 2)


@rule(Season, reads=("im ⟨Sommer⟩", "seit dem ⟨Frühjahr⟩"), skips=("Frau Winter sprach.",), when=names_season)
def season_alone(season: Season) -> Fields:
    return Fields(season=season)


@rule(Season, "des?", "jahres?", Year, reads=("Sommer 2018", "im ⟨Winter des Jahres 1941⟩", "Frühjahr 1945"))
def season_year(season: Season, year: Year) -> Fields:
    return Fields(season=season, year=year.year, two_digit=year.two_digit)


@rule(
    Season,
    Year,
    "/",
    SHORT_YEAR,
    reads=("im ⟨Winter 1941/42⟩",),
    when=lambda c: c.last.start == c.tokens[c.end - 2].end,
)
def season_two_years(season: Season, year: Year, short: Number) -> Fields | None:
    later = year.year + 1
    return Fields(season=season, year=later) if later % 100 == short.whole else None


@rule(
    ARTICLE_MAYBE, OF_FOUR, that(Unit, lambda u: u.unit is Granularity.QUARTER and not u.plural),
    reads=("im ⟨dritten Quartal⟩", "im ⟨3. Quartal⟩", "das letzte Quartal"),
    priority=1,
)  # fmt: skip
def quarter(n: Ordinal, _unit: Unit) -> Fields:
    return Fields(quarter=n.n % 5)


@rule(
    ARTICLE_MAYBE, OF_TWO, that(Unit, lambda u: u.unit is Granularity.HALF and not u.plural),
    reads=("im ⟨ersten Halbjahr⟩", "2. Halbjahr"),
)  # fmt: skip
def half(n: Ordinal, _unit: Unit) -> Fields:
    return Fields(half=n.n)


@rule(Quarter, reads=("Q3",))
def quarter_code(code: Quarter) -> Fields:
    return Fields(quarter=code.n) if code.of == 4 else Fields(half=code.n)


@rule(PARTIAL, "des?", "jahres?", Year, reads=("im ⟨dritten Quartal 2009⟩", "Q3 2018", "erstes Halbjahr 2012"))
def quarter_year(part: Fields, year: Year) -> Fields:
    return replace(part, year=year.year, two_digit=year.two_digit)


@rule(
    PARTIAL, ARTICLE_MAYBE, that(Relative, lambda r: r.unit is Granularity.YEAR),
    reads=("im ⟨ersten Quartal des vergangenen Jahres⟩", "dritten Quartal dieses Jahres"),
)  # fmt: skip
def quarter_of_year(part: Fields, year: Relative) -> Nth:
    unit = Granularity.QUARTER if part.quarter else Granularity.HALF
    return Nth(part.quarter or part.half or 1, unit, year)


@rule(
    "kw|kalenderwoche", that(Number, lambda n: n.digits is not None and n.value in range(1, 54)),
    reads=("in ⟨KW 36⟩", "Kalenderwoche 12"),
)  # fmt: skip
def week_number(n: Number) -> Fields:
    return Fields(week=n.whole)


@rule(
    ARTICLE_MAYBE,
    that(Ordinal, lambda o: 1 <= o.n <= 30),
    CENTURY,
    maybe(Era),
    reads=("im ⟨19. Jahrhundert⟩", "das fünfte Jahrhundert v. Chr.", "des 20. Jahrhunderts"),
)
def century(n: Ordinal, _unit: Unit, era: Era | None) -> Fields:
    return Fields(century=-n.n if era and era.before_christ else n.n - 1)


@rule(
    ARTICLE_MAYBE,
    Ordinal,
    SMALL_UNIT,
    "im|in|" + ARTICLE + "?",
    "jahr|jahres?",
    PERIOD,
    reads=("in ⟨der ersten Woche des Mai⟩", "am ⟨letzten Tag im Oktober⟩", "der dritten Woche im Juni 2018"),
)
def nth_unit(n: Ordinal, unit: Unit, within: Expression) -> Nth:
    return Nth(n.n, unit.unit, within)


@rule(
    ARTICLE_MAYBE,
    Ordinal,
    Weekday,
    "im|in|" + ARTICLE + "?",
    PERIOD,
    reads=("am ⟨letzten Freitag im März⟩", "der erste Montag im September 2018"),
)
def nth_weekday(n: Ordinal, weekday: Weekday, within: Expression) -> Nth:
    return Nth(n.n, Granularity.DAY, within, weekday.n)


@rule(
    ARTICLE_MAYBE, OF_TWO, "hälfte", "im|von|" + ARTICLE + "?", "jahres?", PERIOD,
    reads=("in ⟨der zweiten Hälfte des 19. Jahrhunderts⟩", "der ersten Hälfte der 1990er Jahre"),
)  # fmt: skip
def half_of_period(n: Ordinal, of: Expression) -> Expression:
    if isinstance(of, Fields) and grain(of) is Granularity.YEAR:
        return replace(of, half=n.n)
    return Part("START" if n.n == 1 else "END", of)


@rule(
    StageNoun,
    "im|" + ARTICLE + "?",
    STAGED,
    reads=("Anfang Juni", "Mitte Mai 2018", "Ende 2017", "Ende nächster Woche", "Anfang der 1990er Jahre"),
    skips=("Das Ende war nah.",),
)
def stage_of(stage: StageNoun, of: Expression) -> Part:
    return Part(stage.mod, of)


@rule(
    StageNoun, ARTICLE, that(Unit, lambda u: not u.plural and u.unit.rank >= Granularity.WEEK.rank),
    reads=("Ende des Jahres", "Mitte der Woche", "zu ⟨Beginn des Monats⟩"),
)  # fmt: skip
def stage_of_unit(stage: StageNoun, unit: Unit) -> Part:
    return Part(stage.mod, Relative(unit.unit, 0, Base.PREVIOUS))


@rule(
    ARTICLE_MAYBE, Stage, STAGED, reads=("im ⟨späten 19. Jahrhundert⟩", "den frühen 1990er Jahren", "im ⟨frühen Mai⟩")
)
def staged(stage: Stage, of: Expression) -> Part:
    return Part(stage.mod, of)


@rule(that(Degree, lambda d: d.mod == "APPROX"), DATE, reads=("etwa 1850", "ca. 480 v. Chr."))
def about_date(degree: Degree, of: Expression) -> Modified:
    return Modified(degree.mod, of)


@rule("um", that(Fields, lambda f: grain(f) is Granularity.YEAR), reads=("um 1850", "um das Jahr 1200"))
def around_year(of: Fields) -> Modified:
    return Modified("APPROX", of)
