# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Recurring times: jeden Freitag, alle zwei Jahre, täglich, freitags, zweimal pro Woche."""

from timeline_app.model.expression import Amount, DayPart, Fields, Recurring, Season
from timeline_app.temporal.grammar.compose import named
from timeline_app.temporal.rules import rule, that
from timeline_app.temporal.values import Frequency, Month, Period, Unit, Weekday

EVERY = "jeder|jede|jedes|jedem|jeden"
SINGULAR = that(Unit, lambda u: not u.plural)


@rule(EVERY, SINGULAR, reads=("jeden Tag", "jede Woche", "jedes Jahr"))
def every_unit(unit: Unit) -> Recurring:
    return Recurring(Amount(1.0, unit.unit), "EVERY")


@rule(EVERY, (Weekday, Month, Season, DayPart), reads=("jeden Freitag", "jeden Sommer", "jede Nacht", "jeden Morgen"))
def every_named(name: Weekday | Month | Season | DayPart) -> Recurring:
    return Recurring(named(name), "EVERY")


@rule("alle", Amount, reads=("alle zwei Jahre", "alle 14 Tage"))
def every_amount(length: Amount) -> Recurring:
    return Recurring(length, "EVERY")


@rule(Weekday, reads=("⟨freitags⟩ wird gebetet",), when=lambda c: c.last.text.islower() and c.last.text.endswith("s"))
def weekday_adverb(weekday: Weekday) -> Recurring:
    return Recurring(Fields(weekday=weekday.n), "EVERY")


@rule(Frequency, "pro|am|im|in|je", "der?", SINGULAR, reads=("zweimal pro Woche", "einmal im Monat", "dreimal am Tag"))
def times_a_unit(frequency: Frequency, unit: Unit) -> Recurring:
    return Recurring(Amount(1.0, unit.unit), frequency=frequency.times)


@rule("pro", SINGULAR, reads=("⟨pro Monat⟩",))
def per_unit(unit: Unit) -> Recurring:
    return Recurring(Amount(1.0, unit.unit))


@rule(Period, reads=("⟨tägliche⟩ Patrouillen", "sie tagen ⟨wöchentlich⟩"))
def periodic(period: Period) -> Recurring:
    return Recurring(Amount(float(period.count), period.unit))
