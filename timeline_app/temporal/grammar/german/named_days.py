# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Named days: Weihnachten, Ostern 2018, letztes Silvester; and adjectives for no particular time."""

from timeline_app.model.expression import Direction, Fields, NamedDay, Reference
from timeline_app.temporal.grammar.german.words import LAST, NEXT, THIS
from timeline_app.temporal.rules import rule
from timeline_app.temporal.values import Holiday, VagueAdjective, Year


@rule(Holiday, reads=("Weihnachten", "Heiligabend", "Karfreitag"))
def named_day(holiday: Holiday) -> NamedDay:
    return NamedDay(holiday.name)


@rule(Holiday, "des?", "jahres?", Year, reads=("Ostern 2018", "Silvester 2015"))
def named_day_year(holiday: Holiday, year: Year) -> NamedDay:
    return NamedDay(holiday.name, Fields(year=year.year, two_digit=year.two_digit))


@rule(LAST, Holiday, reads=("letztes Weihnachten",))
def last_named_day(holiday: Holiday) -> NamedDay:
    return NamedDay(holiday.name, direction=Direction.LAST)


@rule(NEXT, Holiday, reads=("nächste Ostern",))
def next_named_day(holiday: Holiday) -> NamedDay:
    return NamedDay(holiday.name, direction=Direction.NEXT)


@rule(THIS, Holiday, reads=("dieses Weihnachten",))
def this_named_day(holiday: Holiday) -> NamedDay:
    return NamedDay(holiday.name, direction=Direction.THIS)


@rule(VagueAdjective, reads=("die ⟨derzeitige⟩ Regierung",), when=lambda c: c.after().isalpha())
def vague_adjective(adjective: VagueAdjective) -> Reference:
    return Reference(adjective.kind)
