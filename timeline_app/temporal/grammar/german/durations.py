# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Amounts of time, the durations they tell, and amounts counted from a time: zwei Jahre lang, vor drei Wochen."""

from timeline_app.model.expression import Amount, AnchoredDuration, Base, Duration, Expression, Modified, Nth, Shift
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.german.context import is_amount, looks_forward, tells_how_long
from timeline_app.temporal.grammar.german.words import ARTICLE, ARTICLE_MAYBE, LAST, NEXT, inflected
from timeline_app.temporal.grammar.kinds import DATE, PERIOD
from timeline_app.temporal.rules import maybe, rule, that
from timeline_app.temporal.values import Degree, Focus, Number, Ordinal, Unit

KNOWN = that(Number, lambda n: n.value is not None)
SINGULAR = that(Unit, lambda u: not u.plural)
PLURAL = that(Unit, lambda u: u.plural)
FIRST = that(Ordinal, lambda o: o.n == 1)
COUNTED = that(Amount, lambda a: a.count is not None)
ATTRIBUTES = inflected("ganz", "voll", "lang", "weiter", "einzig", "gut", "aufeinanderfolgend")


@rule(
    that(Number, lambda n: n.digits is not None), ",", that(Number, lambda n: n.digits is not None),
    reads=("2,5 Jahre",), when=lambda c: c.is_tight,
)  # fmt: skip
def decimal_comma(whole: Number, part: Number) -> Number:
    return Number(float(f"{whole.digits}.{part.digits}"))


@rule(Number, ATTRIBUTES + "?", PLURAL, reads=("zwei Jahre", "18 Monate", "mehrere Tage", "fünfundzwanzig Jahre"))
def amount(count: Number, unit: Unit) -> Amount:
    return Amount(count.value, unit.unit)


@rule(that(Number, lambda n: n.value is not None and n.value < 1), SINGULAR, reads=("ein halbes Jahr",))
def half_unit(count: Number, unit: Unit) -> Amount:
    return Amount(count.value, unit.unit)


@rule("ein|eine|einem|einer|einen|eines", ATTRIBUTES + "?", SINGULAR, reads=("seit ⟨einem Jahr⟩", "für ⟨eine Woche⟩"))
def one_unit(unit: Unit) -> Amount:
    return Amount(1.0, unit.unit)


@rule(KNOWN, "bis|-|–", KNOWN, PLURAL, reads=("zwei bis drei Jahre", "10–12 Tage"))
def amount_between(low: Number, high: Number, unit: Unit) -> Amount | None:
    if low.value is None or high.value is None or low.value >= high.value:
        return None
    return Amount(low.value, unit.unit, high.value)


@rule(
    maybe(Focus), Amount,
    reads=("nach ⟨zwei Jahren⟩", "für ⟨nur drei Tage⟩", "binnen ⟨30 Tagen⟩"), skips=("Ein Tag verging.",),
    when=tells_how_long,
)  # fmt: skip
def duration(_focus: Focus | None, length: Amount) -> Duration:
    return Duration(length)


@rule(Amount, "lang|hindurch|alt", reads=("zwei Jahre lang", "eine Woche lang", "⟨34 Jahre alt⟩"))
def duration_long(length: Amount) -> Duration:
    return Duration(length)


@rule(
    that(Number, lambda n: n.digits is not None), "-", inflected("jährig"),
    reads=("ein ⟨18-jähriger⟩ Mann",),
)  # fmt: skip
def years_old(count: Number) -> Duration:
    return Duration(Amount(count.value, Granularity.YEAR))


@rule(
    that(Number, lambda n: n.digits is not None), "-", inflected("tägig"),
    reads=("eine ⟨14-tägige⟩ Frist",),
)  # fmt: skip
def days_long(count: Number) -> Duration:
    return Duration(Amount(count.value, Granularity.DAY))


@rule(PLURAL, reads=("nach ⟨Wochen⟩ der Suche", "über ⟨Jahre⟩ hinweg"), skips=("Die Tage waren kurz.",), when=is_amount)
def bare_units(unit: Unit) -> Duration:
    return Duration(Amount(None, unit.unit))


@rule(Degree, Duration, reads=("etwa drei Wochen", "mehr als zwei Jahre", "mindestens 16 Jahre"))
def about_duration(degree: Degree, length: Duration) -> Modified | None:
    if length.amount.count is None and degree.mod != "APPROX":  # "über Wochen" is the preposition
        return None
    return Modified(degree.mod, length)


@rule(Amount, reads=("seit ⟨drei Monaten⟩", "seit ⟨einer Woche⟩"), when=lambda c: c.before() == "seit", priority=1)
def since_amount(length: Amount) -> AnchoredDuration:
    return AnchoredDuration(length, -1, vague=length.count is None)


@rule(PLURAL, reads=("seit ⟨Monaten⟩",), when=lambda c: c.before() == "seit", priority=1)
def since_units(unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(None, unit.unit), -1, vague=True)


@rule(ARTICLE_MAYBE, LAST, Amount, reads=("in ⟨den letzten zwei Jahren⟩", "die vergangenen 30 Tage"))
def past_amount(length: Amount) -> AnchoredDuration:
    return AnchoredDuration(length, -1, vague=length.count is None)


@rule("den", Number, LAST, PLURAL, reads=("in ⟨den zwei vergangenen Jahren⟩",))
def amount_past(count: Number, unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(count.value, unit.unit), -1, vague=count.value is None)


@rule(ARTICLE_MAYBE, NEXT, Amount, reads=("in ⟨den kommenden drei Monaten⟩", "die nächsten vier Jahre"))
def next_amount(length: Amount) -> AnchoredDuration:
    return AnchoredDuration(length, 1, vague=length.count is None)


@rule(ARTICLE_MAYBE, LAST, PLURAL, reads=("in ⟨den letzten Wochen⟩", "vergangenen Jahren"))
def recent_units(unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(None, unit.unit), -1, vague=True)


@rule(ARTICLE_MAYBE, NEXT, PLURAL, reads=("in ⟨den kommenden Tagen⟩", "die nächsten Monate"))
def coming_units(unit: Unit) -> AnchoredDuration:
    return AnchoredDuration(Amount(None, unit.unit), 1, vague=True)


@rule(
    ARTICLE_MAYBE, FIRST, Amount, ARTICLE_MAYBE, PERIOD,
    reads=("in ⟨den ersten drei Monaten des Jahres 2018⟩",),
)  # fmt: skip
def first_amount(_first: Ordinal, length: Amount, of: Expression) -> AnchoredDuration:
    return AnchoredDuration(length, 1, of=Nth(1, Granularity.DAY, of))


@rule(
    ARTICLE_MAYBE, LAST, Amount, ARTICLE, PERIOD,
    reads=("in ⟨den letzten zwei Wochen des Jahres 1944⟩",),
)  # fmt: skip
def last_amount(length: Amount, of: Expression) -> AnchoredDuration:
    return AnchoredDuration(length, -1, of=Nth(-1, Granularity.DAY, of))


@rule("heute", "vor", Amount, reads=("heute vor 50 Jahren",))
def ago_to_the_day(length: Amount) -> Shift:
    return Shift(length, -1, exact=True)


@rule("vor", maybe(Focus), Amount, reads=("vor drei Wochen", "vor einem Jahr", "vor genau zwei Tagen"))
def ago(focus: Focus | None, length: Amount) -> Shift:
    return Shift(length, -1, exact=focus is not None and focus.exact)


@rule("vor", Degree, Amount, reads=("vor etwa drei Wochen", "vor mehr als einem Jahr"))
def about_ago(degree: Degree, length: Amount) -> Modified:
    return Modified(degree.mod, Shift(length, -1))


@rule("vor", PLURAL, reads=("vor Jahren", "vor Wochen"))
def units_ago(unit: Unit) -> Shift:
    return Shift(Amount(None, unit.unit), -1)


@rule(
    COUNTED, reads=("Er wird in ⟨zwei Tagen⟩ abreisen.",), skips=("Er hatte es in zwei Tagen erledigt.",),
    when=looks_forward, priority=1,
)  # fmt: skip
def in_amount(length: Amount) -> Shift:
    return Shift(length, 1)


@rule(Amount, "später|danach|darauf", reads=("drei Tage später", "ein Jahr danach"))
def later(length: Amount) -> Shift:
    return Shift(length, 1, Base.PREVIOUS)


@rule(PLURAL, "später|danach", reads=("Tage später",))
def units_later(unit: Unit) -> Shift:
    return Shift(Amount(None, unit.unit), 1, Base.PREVIOUS)


@rule(Amount, "zuvor|davor|vorher|früher", reads=("einen Monat zuvor", "zwei Jahre davor", "zwei Tage vorher"))
def earlier(length: Amount) -> Shift:
    return Shift(length, -1, Base.PREVIOUS)


@rule(Amount, "vor", DATE, reads=("zwei Wochen vor Weihnachten", "drei Tage vor dem 3. Mai"))
def before_date(length: Amount, of: Expression) -> Shift:
    return Shift(length, -1, of=of)


@rule(Amount, "nach", DATE, reads=("drei Tage nach dem 10. Mai", "zwei Wochen nach Ostern"))
def after_date(length: Amount, of: Expression) -> Shift:
    return Shift(length, 1, of=of)


@rule("tag|tages", "vor", DATE, reads=("am ⟨Tag vor Weihnachten⟩",))
def day_before_date(of: Expression) -> Shift:
    return Shift(Amount(1.0, Granularity.DAY), -1, of=of)


@rule("tag|tages", "nach", DATE, reads=("am ⟨Tag nach Ostern⟩",))
def day_after_date(of: Expression) -> Shift:
    return Shift(Amount(1.0, Granularity.DAY), 1, of=of)
