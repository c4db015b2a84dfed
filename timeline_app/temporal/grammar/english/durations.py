# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Amounts of time, and the durations they tell: two years, several months, a two-year contract, the past decade."""

from dataclasses import replace

from timeline_app.model.expression import Amount, AnchoredDuration, Base, DayPart, Duration, Expression, Modified, Nth
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.english.context import is_amount, is_joined, loosens, stands_as_noun
from timeline_app.temporal.grammar.kinds import PERIOD
from timeline_app.temporal.rules import Context, maybe, rule, that
from timeline_app.temporal.values import Degree, Focus, Multiplier, Number, Pair, Unit, Year

KNOWN = that(Number, lambda n: n.value is not None)
SMALL = that(Number, lambda n: n.value is not None and n.digits is None and 1 <= n.value <= 9)
TENS = that(Number, lambda n: n.value is not None and n.digits is None and n.value in range(20, 100, 10))
SINGULAR = that(Unit, lambda u: not u.plural)
PLURAL = that(Unit, lambda u: u.plural)


@rule(TENS, "-?", SMALL, reads=("twenty-five years",))
def compound_number(tens: Number, ones: Number) -> Number:
    return Number((tens.value or 0) + (ones.value or 0))


@rule(maybe(KNOWN), Multiplier, reads=("two hundred years", "hundred days"))
def multiplied_number(count: Number | None, multiplier: Multiplier) -> Number:
    return Number((count.value if count and count.value else 1) * multiplier.value)


@rule("[", that(Number, lambda n: n.value is not None and n.digits is None), "]", reads=("[ten] years ago",))
def edited_number(count: Number) -> Number:
    return count


@rule(KNOWN, "-?", "and", "-?", "a|an?", "-?", "half", reads=("two and a half years", "three-and-a-half-year"))
def number_and_half(count: Number) -> Number:
    return Number((count.value or 0) + 0.5)


@rule(
    that(Number, lambda n: n.value is not None and n.digits is None), "(", that(Number, lambda n: n.digits is not None),
    ")", reads=("⟨thirty-six (36) months⟩", "within ⟨ten (10) days⟩"), skips=("ten (12) days",),
)  # fmt: skip
def number_twice(words: Number, figures: Number) -> Number | None:
    return figures if words.value == figures.value else None


FRACTION = that(Pair, lambda p: p.first < p.second <= 8)


@rule(that(Number, lambda n: n.digits is not None), FRACTION, reads=("2 1/2 years", "a ⟨3 1/2-year⟩ term"))
def mixed_number(whole: Number, part: Pair) -> Number:
    return Number((whole.value or 0) + part.first / part.second)


_ALSO_NO_TIME = frozenset(("day", "minute", "second", "season", "quarter", "night"))
_MODALS = frozenset(
    [
        "would",
        "will",
        "to",
        "can",
        "could",
        "may",
        "might",
        "should",
        "must",
        "shall",
        "not",
        "n't",
        "'ll",
        "’ll",
        "did",
        "does",
        "it",
    ]
)
_BEFORE_A_DAY = frozenset(("than", "about", "nearly", "almost", "under", "half", "just", "only", "every"))
ATTRIBUTES = (  # of the unit, between it and its number
    "full|whole|entire|solid|straight|consecutive|successive|more|further|additional|long|short|brutal|bloody|single|odd"
    "|calendar|business|working|mere|previous|intervening"
)


@rule(
    Number,
    "-?",
    ATTRIBUTES + "?",
    Unit,
    reads=("two years", "18 months", "several days", "two full days", "48h"),
    skips=("three quarters of the troops", "the third time in as many weeks"),
    when=lambda c: not (c.last.lower == "quarters" and (c.after() == "of" or c.before() == "")) and c.before() != "as",
)
def amount(count: Number, unit: Unit) -> Amount | None:
    if not unit.plural and (count.value is None or count.value >= 1000 or unit.unit is Granularity.SEASON):
        return None
    return Amount(count.value, unit.unit)


NIGHT = that(DayPart, lambda p: p is DayPart.NIGHT)


def _are_nights(c: Context) -> bool:
    return c.last.lower == "nights"


@rule(KNOWN, NIGHT, reads=("for ⟨two nights⟩",), when=_are_nights)
def nights(count: Number, _night: DayPart) -> Duration:
    return Duration(Amount(count.value, Granularity.DAY))


@rule(
    KNOWN, NIGHT, reads=("two nights earlier", "three nights ago"),
    when=lambda c: _are_nights(c) and c.after() in ("ago", "earlier", "later", "before", "after"),
)  # fmt: skip
def some_nights(count: Number, _night: DayPart) -> Amount:
    return Amount(count.value, Granularity.DAY)


@rule("a|an", ATTRIBUTES + "?", SINGULAR, reads=("for ⟨a year⟩", "for ⟨an hour⟩"))
def one_unit(unit: Unit) -> Amount:
    return Amount(1.0, unit.unit)


@rule("a", "quarter", "of", "an", "hour", reads=("a quarter of an hour",))
def quarter_of_an_hour() -> Amount:
    return Amount(15.0, Granularity.MINUTE)


@rule(
    "a", "quarter", "of|-?", "a?", that(Unit, lambda u: not u.plural and u.unit is Granularity.CENTURY),
    reads=("a quarter of a century", "a quarter century"),
)  # fmt: skip
def quarter_of_a_century(_unit: Unit) -> Amount:
    return Amount(25.0, Granularity.YEAR)


@rule("three", "-?", "quarters", "of", "an", "hour", reads=("three-quarters of an hour",))
def three_quarters_of_an_hour() -> Amount:
    return Amount(45.0, Granularity.MINUTE)


@rule("a|an", "half", "-?", SINGULAR, reads=("a half-century", "a half hour"))
def a_half_unit(unit: Unit) -> Amount:
    return Amount(0.5, unit.unit)


@rule("half", "a|an?", SINGULAR, reads=("half a year", "half an hour"))
def half_unit(unit: Unit) -> Amount:
    return Amount(0.5, unit.unit)


@rule("a|an|one", SINGULAR, "and", "a", "half", reads=("a year and a half",))
def unit_and_half(unit: Unit) -> Amount:
    return Amount(1.5, unit.unit)


@rule("another", maybe(Number), "more?", Unit, reads=("another seven months", "another year"))
def another(count: Number | None, unit: Unit) -> Amount:
    return Amount(count.value if count else 1.0, unit.unit)


EXACT = that(Amount, lambda a: a.count is not None and a.high is None)


@rule(
    EXACT, ",|and?", "and?", EXACT,
    reads=("two years and three months", "1 hour, 30 minutes", "2 years 1 month 21 days", "an hour and ten minutes"),
    skips=("two years, two years", "its worst month in a year and two days later it closed"),
    when=lambda c: not (c.before() in ("in", "for") and c.after() in ("later", "earlier")),
)  # fmt: skip
def compound_amount(large: Amount, small: Amount) -> Amount | None:
    """Units of falling size add up; the second may itself be a sum."""
    if large.rest is not None or large.unit.rank <= small.unit.rank:
        return None
    return replace(large, rest=small)


@rule(
    "some", PLURAL,
    reads=("for ⟨some weeks⟩",), skips=("some days are better",),
    when=lambda c: is_amount(c) or c.after() in ("ago", "later", "earlier"),
)  # fmt: skip
def some_units(unit: Unit) -> Amount:
    return Amount(None, unit.unit)


@rule(
    "all", that(Unit, lambda u: not u.plural and u.unit.rank >= Granularity.DAY.rank), "long?",
    reads=("it rained ⟨all day⟩.", "⟨all week long⟩"),
    skips=("the all day ticket",), when=lambda c: stands_as_noun(c) and c.before() not in ("the", "an", "of", "-"),
)  # fmt: skip
def all_of_unit(unit: Unit) -> Duration:
    return Duration(Amount(1.0, unit.unit))


@rule(KNOWN, "-?", "to|-|–", KNOWN, Unit, reads=("two to three years", "10-12 days"))
def amount_between(low: Number, high: Number, unit: Unit) -> Amount | None:
    if low.value is None or high.value is None or low.value >= high.value:
        return None
    return Amount(low.value, unit.unit, high.value)


def _tells_how_long(c: Context) -> bool:
    """Not "a day that nobody wanted", "a minute detail"."""
    if c.first.lower in ("a", "an", "one") and c.last.lower in _ALSO_NO_TIME:
        before = c.before()
        if is_joined(c):  # "a one-day strike"
            return True
        if c.last.lower == "quarter":  # a fraction
            return False
        is_counted = c.after() in ("after", "before", "later", "earlier", "ago") or before in _BEFORE_A_DAY
        return is_counted or is_amount(c)
    return True


@rule(
    maybe(Focus),
    Amount,
    reads=("for ⟨two years⟩", "in ⟨just seven hours⟩", "⟨nine months⟩", "within ⟨30 days⟩"),
    when=_tells_how_long,
)
def duration(_focus: Focus | None, length: Amount) -> Duration:
    return Duration(length)


@rule(
    that(Number, lambda n: n.value is not None),
    "-",
    SINGULAR,
    "-",
    "old|long",
    reads=("a ⟨fifty-year-old⟩ man", "a ⟨three-day-long⟩ siege"),
)
def hyphenated_old(count: Number, unit: Unit) -> Duration:
    return Duration(Amount(count.value, unit.unit))


@rule(KNOWN, "-?", Unit, "-?", "old", reads=("18 years old", "nine-year old"))
def years_old(count: Number, unit: Unit) -> Duration:
    return Duration(Amount(count.value, unit.unit))


@rule(KNOWN, PLURAL, "of", "age", reads=("16 years of age",))
def years_of_age(count: Number, unit: Unit) -> Duration:
    return Duration(Amount(count.value, unit.unit))


@rule(
    "the", "first|opening", Amount, "of", PERIOD,
    reads=("the first two months of 1939",),
)  # fmt: skip
def first_amount(length: Amount, of: Expression) -> AnchoredDuration:
    return AnchoredDuration(length, 1, of=Nth(1, Granularity.DAY, of))


@rule(
    "the?", "first", that(Amount, lambda a: a.count is not None and a.count > 1 and a.unit.rank > Granularity.DAY.rank),
    reads=("in ⟨the first nine months⟩,", "⟨first six months⟩"),
)  # fmt: skip
def first_months(length: Amount) -> Duration:
    return Duration(length)


@rule(
    "the",
    "last|final|closing",
    Amount,
    "of",
    PERIOD,
    reads=("the last two weeks of May 1915", "the final three months of 2001"),
)
def last_amount(length: Amount, of: Expression) -> AnchoredDuration:
    return AnchoredDuration(length, -1, of=Nth(-1, Granularity.DAY, of))


@rule(PLURAL, "-", "old", reads=("a ⟨decades-old⟩ dispute",))
def units_old(unit: Unit) -> Duration:
    return Duration(Amount(None, unit.unit))


@rule(Unit, "-?", "long", reads=("a ⟨months-long⟩ path", "a ⟨year-long⟩ study"))
def unit_long(unit: Unit) -> Duration:
    return Duration(Amount(None if unit.plural else 1.0, unit.unit))


@rule(
    PLURAL,
    reads=("for ⟨decades⟩", "over ⟨weeks⟩", "after ⟨months⟩ of talks"), skips=("those were the days",),
    when=is_amount,
)  # fmt: skip
def bare_units(unit: Unit) -> Duration:
    return Duration(Amount(None, unit.unit))


@rule(
    "the",
    PLURAL,
    reads=("over ⟨the years⟩", "through ⟨the centuries⟩"),
    when=lambda c: c.before() in ("over", "through"),
)
def over_the_years(unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(None, unit.unit), -1, vague=True)


@rule(
    "the|these|those",
    Amount,
    reads=("in ⟨the nine months⟩, net rose", "⟨those two years⟩ were hard"),
    skips=("the 10-year note",),
    when=lambda c: stands_as_noun(c) and c.after() not in ("-", "old", "ago", "later", "earlier") and not is_joined(c),
)
def the_duration(length: Amount) -> Duration | None:
    return Duration(length) if length.count is not None and length.count > 1 else None


@rule("the", that(Year, lambda y: not y.two_digit), Amount, reads=("in ⟨the 1989 nine months⟩",))
def duration_in_year(_year: Year, length: Amount) -> Duration | None:
    return Duration(length) if length.count is not None and length.unit is Granularity.MONTH else None


@rule(
    "the?",
    "past|last|previous|preceding|latest",
    Amount,
    reads=("the past two years", "last 30 years", "the last few days"),
    skips=("the talks would last two hours",),
    when=lambda c: c.before() not in _MODALS,
)
def past_amount(length: Amount) -> AnchoredDuration:
    return AnchoredDuration(length, -1, vague=length.count is None)


FEW = that(Number, lambda n: n.value is not None and 1 <= n.value < 1000)


@rule(FEW, "past|last", PLURAL, reads=("for ⟨5 past years⟩",), skips=("in 1990 past years",))
def amount_past(count: Number, unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(count.value, unit.unit), -1)


@rule(FEW, "coming|upcoming|next", PLURAL, reads=("in ⟨two upcoming years⟩",))
def amount_coming(count: Number, unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(count.value, unit.unit), 1)


@rule(
    "the", "past|last", SINGULAR, reads=("the past year", "the last decade"), skips=("on the last day he left",),
    when=lambda c: c.before() != "on",
)  # fmt: skip
def past_unit(unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(1.0, unit.unit), -1)


@rule("the?", "next|coming|upcoming", Amount, reads=("the next four years", "the coming three months"))
def next_amount(length: Amount) -> AnchoredDuration:
    return AnchoredDuration(length, 1, vague=length.count is None)


@rule("the?", "following|ensuing|subsequent", Amount, reads=("over ⟨the following four years⟩",))
def following_amount(length: Amount) -> AnchoredDuration:
    return AnchoredDuration(length, 1, Base.PREVIOUS, vague=length.count is None)


@rule("the?", "past|last|previous", KNOWN, NIGHT, reads=("over ⟨the past two nights⟩",), when=_are_nights)
def past_nights(count: Number, _night: DayPart) -> AnchoredDuration:
    return AnchoredDuration(Amount(count.value, Granularity.DAY), -1)


@rule("the?", "next|coming", KNOWN, NIGHT, reads=("for ⟨the next two nights⟩",), when=_are_nights)
def next_nights(count: Number, _night: DayPart) -> AnchoredDuration:
    return AnchoredDuration(Amount(count.value, Granularity.DAY), 1)


@rule(
    "the?", "following|ensuing|subsequent", KNOWN, NIGHT, reads=("over ⟨the following two nights⟩",), when=_are_nights
)
def following_nights(count: Number, _night: DayPart) -> AnchoredDuration:
    return AnchoredDuration(Amount(count.value, Granularity.DAY), 1, Base.PREVIOUS)


@rule(
    "the", "next|following|coming|ensuing", SINGULAR,
    reads=("for ⟨the next decade⟩", "for ⟨the following year⟩"),
    when=lambda c: c.before() == "for",
)  # fmt: skip
def next_unit_long(unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(1.0, unit.unit), 1)


@rule("the?", "past|recent", PLURAL, reads=("recent weeks", "recent months", "past years"))
def recent_units(unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(None, unit.unit), -1, vague=True)


@rule("the?", "coming|next", PLURAL, reads=("the coming months", "coming years"))
def coming_units(unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(None, unit.unit), 1, vague=True)


@rule("the?", "following|ensuing|subsequent", PLURAL, reads=("in ⟨the following weeks⟩",))
def following_units(unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(None, unit.unit), 1, Base.PREVIOUS, vague=True)


@rule(
    "the",
    that(Unit, lambda u: u.plural and u.unit.rank >= Granularity.DAY.rank),
    "ahead",
    reads=("in ⟨the months ahead⟩",),
)
def units_ahead(unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(None, unit.unit), 1, vague=True)


@rule(
    Degree, Duration,
    reads=("about three weeks", "more than a decade", "at least 16 years", "it lasted ⟨over two years⟩"),
    skips=("They fired 500 shells over two days.",),
    when=lambda c: c.first.lower != "over" or loosens(c),
)  # fmt: skip
def about_duration(degree: Degree, length: Duration) -> Modified | None:
    if length.amount.count is None and degree.mod != "APPROX":  # "over weeks" is the preposition
        return None
    return Modified(degree.mod, length)


@rule(Duration, "or", "more|so|less", reads=("two years or more",))
def duration_or_more(length: Duration) -> Duration:
    return length
