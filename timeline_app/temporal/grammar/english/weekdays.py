# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Weekdays and weekends: alone, and with last, this, next."""

from dataclasses import replace

from timeline_app.model.expression import Base, Direction, Fields
from timeline_app.temporal.grammar.kinds import said_fields
from timeline_app.temporal.rules import rule, that
from timeline_app.temporal.values import Weekday

SINGLE = that(Weekday, lambda w: not w.plural)
UNDATED = that(
    Fields,
    lambda tree: tree.direction is None and said_fields(tree) in ({"weekday"}, {"month"}, {"season"}, {"month", "day"}),
)


@rule(SINGLE, reads=("on ⟨Monday⟩", "a ⟨Thursday⟩ meeting"), skips=("the Sun reported",))
def weekday_alone(weekday: Weekday) -> Fields:
    return Fields(weekday=weekday.n)


@rule("last|past", UNDATED, reads=("last Friday", "last November", "last summer"))
def last_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.LAST)


@rule("this", "past|last", UNDATED, reads=("this past Friday", "this past summer"))
def this_past_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.LAST)


@rule("this|the", "coming|upcoming", UNDATED, reads=("this coming Friday",))
def this_coming_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.NEXT)


@rule("this", UNDATED, reads=("this Friday", "this spring", "this November"))
def this_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.THIS)


@rule("next", UNDATED, reads=("next Friday", "next June", "next spring"))
def next_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.NEXT)


@rule("the", "following|next|subsequent", UNDATED, reads=("the following Monday", "the next spring"))
def following_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.NEXT, base=Base.PREVIOUS)


@rule("the", "previous|preceding|prior", UNDATED, reads=("the previous November", "the preceding Friday"))
def previous_named(date: Fields) -> Fields:
    return replace(date, direction=Direction.LAST, base=Base.PREVIOUS)


@rule("that", "same?", UNDATED, reads=("that Friday", "that summer", "that same spring"))
def that_named(date: Fields) -> Fields:
    return replace(date, base=Base.PREVIOUS)
