# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Recurring times: every Friday, twice a month, daily, annual, a year as a rate."""

from timeline_app.model.expression import Amount, DayPart, Fields, Recurring, Season
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.compose import named
from timeline_app.temporal.grammar.english.context import is_rate, recurs
from timeline_app.temporal.rules import rule, that
from timeline_app.temporal.values import Frequency, Month, Number, Ordinal, Period, Unit, Weekday

SINGULAR = that(Unit, lambda u: not u.plural)
SINGLE_DAY = that(Weekday, lambda w: not w.plural)


@rule("every|each|per", SINGULAR, reads=("every day", "each year", "⟨per month⟩"))
def every_unit(unit: Unit) -> Recurring:
    if unit.unit is Granularity.WEEKEND:
        return Recurring(Fields(weekend=True), "EVERY")
    return Recurring(Amount(1.0, unit.unit), "EVERY")


@rule("every", Amount, reads=("every two years",))
def every_amount(length: Amount) -> Recurring:
    return Recurring(length, "EVERY")


@rule("every", "other", SINGULAR, reads=("every other week",))
def every_other(unit: Unit) -> Recurring:
    return Recurring(Amount(2.0, unit.unit), "EVERY")


@rule("every", "other", SINGLE_DAY, reads=("every other Friday",))
def every_other_weekday(name: Weekday) -> Recurring:
    return Recurring(Fields(weekday=name.n), "EVERY")


@rule(
    that(Amount, lambda a: a.count is not None and a.count == int(a.count)), "a|per|each|every", SINGULAR,
    reads=("five days a week", "24 hours a day", "three days each week"), skips=("two years a day",),
)  # fmt: skip
def amount_of_each(length: Amount, unit: Unit) -> Recurring | None:
    """TimeML's "3 days each week": the set of weeks, three days of each."""
    if length.unit.rank >= unit.unit.rank or length.count is None:
        return None
    return Recurring(Amount(1.0, unit.unit), "EACH", f"{length.count:g}{length.unit.value[0].upper()}")


@rule("every", Ordinal, (Unit, Weekday), reads=("every third Friday", "every second year"))
def every_nth(n: Ordinal, name: Unit | Weekday) -> Recurring | None:
    if n.n < 2:
        return None
    if isinstance(name, Unit):
        return Recurring(Amount(float(n.n), name.unit), "EVERY")
    return Recurring(Fields(weekday=name.n), "EVERY")


@rule(Frequency, "every", Amount, reads=("once every four years",))
def times_an_amount(frequency: Frequency, length: Amount) -> Recurring:
    return Recurring(length, "EVERY", frequency.times)


@rule(Frequency, Period, reads=("twice daily", "twice weekly"))
def times_periodic(frequency: Frequency, period: Period) -> Recurring:
    return Recurring(Amount(float(period.count), period.unit), frequency=frequency.times)


@rule("every|each", (Weekday, Month, Season, DayPart), reads=("every Friday", "each spring", "every night"))
def every_named(name: Weekday | Month | Season | DayPart) -> Recurring:
    return Recurring(named(name), "EVERY")


@rule(
    that(Unit, lambda u: u.plural and u.unit is Granularity.WEEKEND), reads=("at ⟨weekends⟩",), skips=("two weekends",),
    when=lambda c: c.before() in ("at", "on", "during", "all", "most"),
)  # fmt: skip
def weekends(_unit: Unit) -> Recurring:
    return Recurring(Fields(weekend=True), "EVERY")


@rule(that(Weekday, lambda w: w.plural), reads=("⟨Fridays⟩",))
def weekdays(name: Weekday) -> Recurring:
    return Recurring(Fields(weekday=name.n), "EVERY")


@rule(
    Frequency, "a|per|every|each", SINGULAR, reads=("twice a month", "once a week"),
    skips=("he scored twice a week later",), when=lambda c: c.after() not in ("later", "earlier", "ago"),
)  # fmt: skip
def times_a_unit(frequency: Frequency, unit: Unit) -> Recurring:
    return Recurring(Amount(1.0, unit.unit), frequency=frequency.times)


@rule(that(Number, lambda n: n.whole), "times", "a|per|each|every", SINGULAR, reads=("three times a day",))
def number_times(count: Number, unit: Unit) -> Recurring:
    return Recurring(Amount(1.0, unit.unit), frequency=f"{count.whole}X")


@rule("a|an", SINGULAR, reads=("15 ⟨a year⟩", "$40 million ⟨a month⟩"), when=is_rate, priority=1)
def rate(unit: Unit) -> Recurring:
    return Recurring(Amount(1.0, unit.unit))


@rule(
    Period,
    reads=("⟨daily⟩ patrols", "⟨annual⟩ losses", "they meet ⟨weekly⟩"),
    skips=("the Daily Mail reported", "The Israeli daily Haaretz said so."),
    when=recurs,
)
def periodic(period: Period) -> Recurring:
    return Recurring(Amount(float(period.count), period.unit))
