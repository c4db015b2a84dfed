# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Weekdays, months and seasons: alone, and with letzten, diesen, kommenden."""

from dataclasses import replace

from timeline_app.model.expression import Base, Direction, Fields, Nth, Relative
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.german.words import (
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
from timeline_app.temporal.values import Weekday

UNDATED = that(
    Fields,
    lambda tree: tree.direction is None and said_fields(tree) in ({"weekday"}, {"month"}, {"season"}, {"month", "day"}),
)
WEEK = that(Relative, lambda r: r.unit is Granularity.WEEK)


def _is_noun(c: Context) -> bool:
    """Not the adverb "freitags", nor the genitive of a name."""
    return c.last.text[:1].isupper()


@rule(Weekday, reads=("am ⟨Montag⟩", "bis ⟨Samstag⟩", "am ⟨Sonnabend⟩"), skips=("Frau Sonntag sprach.",), when=_is_noun)
def weekday_alone(weekday: Weekday) -> Fields:
    return Fields(weekday=weekday.n)


@rule(ARTICLE_MAYBE, LAST, UNDATED, reads=("letzten Freitag", "am ⟨vergangenen Freitag⟩", "im ⟨letzten November⟩"))
def last_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.LAST)


@rule(THIS, LAST + "?", UNDATED, reads=("diesen Freitag", "in ⟨diesem Frühjahr⟩"))
def this_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.THIS)


@rule(ARTICLE_MAYBE, NEXT, UNDATED, reads=("kommenden Dienstag", "nächsten Freitag", "am ⟨nächsten Montag⟩"))
def next_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.NEXT)


@rule(ARTICLE_MAYBE, FOLLOWING, UNDATED, reads=("am ⟨folgenden Montag⟩", "der darauffolgende Sommer"))
def following_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.NEXT, base=Base.PREVIOUS)


@rule(ARTICLE_MAYBE, PRECEDING, UNDATED, reads=("im ⟨vorangegangenen November⟩",))
def preceding_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.LAST, base=Base.PREVIOUS)


@rule(THAT + "|" + SAME, UNDATED, reads=("an ⟨jenem Freitag⟩", "im ⟨selben Sommer⟩"))
def that_named(date: Fields) -> Fields:
    return replace(date, base=Base.PREVIOUS)


@rule(Weekday, WEEK, reads=("Freitag letzter Woche", "Montag nächster Woche", "Mittwoch dieser Woche"))
def weekday_of_week(weekday: Weekday, week: Relative) -> Nth:
    return Nth(1, Granularity.DAY, week, weekday.n)


@rule(ARTICLE_MAYBE, inflected("vorletzt"), Weekday, reads=("am ⟨vorletzten Montag⟩",))
def weekday_before_last(weekday: Weekday) -> Nth:
    return Nth(1, Granularity.DAY, Relative(Granularity.WEEK, -2), weekday.n)
