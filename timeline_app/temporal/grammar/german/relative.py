# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Units counted from publication or from the time told before: gestern, letzte Woche, am nächsten Tag."""

from timeline_app.model.expression import Base, Expression, Fields, Relative
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.compose import date_in_year
from timeline_app.temporal.grammar.german.context import is_tomorrow
from timeline_app.temporal.grammar.german.words import (
    ARTICLE,
    ARTICLE_MAYBE,
    FOLLOWING,
    LAST,
    NEXT,
    PRECEDING,
    SAME,
    THAT,
    THIS,
    inflected,
)
from timeline_app.temporal.grammar.kinds import said_fields
from timeline_app.temporal.rules import Context, rule, that
from timeline_app.temporal.values import Unit

LONG = that(Unit, lambda u: not u.plural and u.unit.rank > Granularity.DAY.rank)
WHOLE = that(Unit, lambda u: not u.plural and u.unit.rank >= Granularity.DAY.rank)
DAY_UNIT = that(Unit, lambda u: not u.plural and u.unit is Granularity.DAY)
WEEKEND = that(Unit, lambda u: not u.plural and u.unit is Granularity.WEEKEND)
IN_A_YEAR = that(Fields, lambda f: said_fields(f) in ({"month"}, {"month", "day"}, {"season"}) and f.direction is None)
SOME_YEAR = that(Relative, lambda r: r.unit is Granularity.YEAR)
PREVIOUS = Base.PREVIOUS


@rule("heute", reads=("heute", "seit ⟨heute⟩"))
def today() -> Relative:
    return Relative(Granularity.DAY, 0)


@rule("gestern", reads=("gestern",))
def yesterday() -> Relative:
    return Relative(Granularity.DAY, -1)


@rule("vorgestern", reads=("vorgestern",))
def before_yesterday() -> Relative:
    return Relative(Granularity.DAY, -2)


@rule(
    "morgen",
    reads=("er kommt ⟨morgen⟩.", "⟨Morgen⟩ trifft er den Minister"),
    skips=("Guten Morgen sagte er.", "Frau Morgen sprach.", "Die Zeitung Morgen berichtete."),
    when=is_tomorrow,
)
def tomorrow() -> Relative:
    return Relative(Granularity.DAY, 1)


@rule("übermorgen", reads=("übermorgen",))
def after_tomorrow() -> Relative:
    return Relative(Granularity.DAY, 2)


@rule("heuer", reads=("heuer",))
def this_year() -> Relative:
    return Relative(Granularity.YEAR, 0)


@rule(ARTICLE_MAYBE, LAST, LONG, reads=("letzte Woche", "im ⟨vergangenen Jahr⟩", "am ⟨vergangenen Wochenende⟩"))
def last_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, -1)


@rule(ARTICLE_MAYBE, inflected("vorletzt"), LONG, reads=("vorletzte Woche", "im ⟨vorletzten Jahr⟩"))
def unit_before_last(unit: Unit) -> Relative:
    return Relative(unit.unit, -2)


@rule(THIS, WHOLE, reads=("diese Woche", "in ⟨diesem Jahr⟩", "an ⟨diesem Wochenende⟩", "an ⟨diesem Tag⟩"))
def this_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0, PREVIOUS if unit.unit is Granularity.DAY else Base.PUBLICATION)


@rule(ARTICLE_MAYBE, inflected("laufend", "aktuell"), LONG, reads=("im ⟨laufenden Jahr⟩",))
def current_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0)


@rule(ARTICLE_MAYBE, NEXT, LONG, reads=("nächsten Monat", "in ⟨der nächsten Woche⟩", "kommendes Jahr"))
def next_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 1)


@rule(ARTICLE_MAYBE, inflected("übernächst"), LONG, reads=("übernächste Woche",))
def unit_after_next(unit: Unit) -> Relative:
    return Relative(unit.unit, 2)


@rule(ARTICLE_MAYBE, NEXT, DAY_UNIT, reads=("am ⟨nächsten Tag⟩",))
def next_day(unit: Unit) -> Relative:
    return Relative(unit.unit, 1, PREVIOUS)


@rule(ARTICLE_MAYBE, FOLLOWING, WHOLE, reads=("am ⟨folgenden Tag⟩", "in ⟨der folgenden Woche⟩"))
def following_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 1, PREVIOUS)


@rule(ARTICLE_MAYBE, PRECEDING, WHOLE, reads=("im ⟨vorangegangenen Jahr⟩",))
def preceding_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, -1, PREVIOUS)


@rule(
    ARTICLE_MAYBE, WHOLE, "zuvor|davor|vorher",
    reads=("am ⟨Tag zuvor⟩", "im ⟨Jahr davor⟩", "in ⟨der Woche zuvor⟩"), skips=("Am Tag zuvorkommend",),
)  # fmt: skip
def unit_before(unit: Unit) -> Relative:
    return Relative(unit.unit, -1, PREVIOUS)


@rule(ARTICLE_MAYBE, WHOLE, "darauf|danach", reads=("am ⟨Tag darauf⟩", "im ⟨Jahr danach⟩"))
def unit_after(unit: Unit) -> Relative:
    return Relative(unit.unit, 1, PREVIOUS)


@rule("tags", "zuvor|davor", reads=("tags zuvor",))
def day_before() -> Relative:
    return Relative(Granularity.DAY, -1, PREVIOUS)


@rule("tags", "darauf|danach", reads=("tags darauf",))
def day_after() -> Relative:
    return Relative(Granularity.DAY, 1, PREVIOUS)


@rule(SAME + "|" + THAT, WHOLE, reads=("am ⟨selben Tag⟩", "in ⟨derselben Woche⟩", "in ⟨jenem Jahr⟩"))
def same_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0, PREVIOUS)


def _names_the_running_one(c: Context) -> bool:
    return c.before() in ("am", "übers", "zum", "fürs", "das", "über", "vom")


@rule(
    WEEKEND,
    reads=("am ⟨Wochenende⟩", "übers ⟨Wochenende⟩"),
    skips=("Wochenende heißt das Buch",),
    when=_names_the_running_one,
)
def the_weekend(unit: Unit) -> Relative:
    return Relative(unit.unit, 0)


@rule(
    ARTICLE,
    LONG,
    reads=("im Laufe ⟨der Woche⟩", "im Verlauf ⟨des Jahres⟩"),
    skips=("Das Jahr war lang.",),
    when=lambda c: c.before() in ("laufe", "lauf", "verlauf"),
)
def course_of_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0, PREVIOUS)


@rule(
    IN_A_YEAR,
    ARTICLE_MAYBE,
    SOME_YEAR,
    reads=(
        "im ⟨Mai letzten Jahres⟩",
        "im ⟨August jenes Jahres⟩",
        "10. Juni desselben Jahres",
        "im ⟨Sommer dieses Jahres⟩",
    ),
)
def fields_of_year(date: Fields, year: Relative) -> Expression:
    return date_in_year(date, year)
