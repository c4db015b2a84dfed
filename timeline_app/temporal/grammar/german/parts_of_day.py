# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Morgen, Nachmittag, Abend, Nacht: alone, with a day, and with letzte, diese, folgende."""

from dataclasses import replace

from timeline_app.model.expression import (
    Amount,
    Base,
    DayPart,
    Direction,
    Expression,
    Fields,
    PartOfDay,
    Relative,
    Shift,
)
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.german.context import part_alone
from timeline_app.temporal.grammar.german.words import (
    ARTICLE_MAYBE,
    FOLLOWING,
    LAST,
    NEXT,
    PRECEDING,
    SAME,
    THAT,
    THIS,
)
from timeline_app.temporal.grammar.kinds import DAY
from timeline_app.temporal.rules import rule, that
from timeline_app.temporal.values import Ordinal, Stage

TODAY = Relative(Granularity.DAY, 0)
SAME_DAY = Relative(Granularity.DAY, 0, Base.PREVIOUS)
NIGHT = that(DayPart, lambda part: part is DayPart.NIGHT)
OF_WEEKDAY = that(PartOfDay, lambda p: isinstance(p.day, Fields) and p.day.weekday is not None)
ONE_DAY = Amount(1.0, Granularity.DAY)


@rule(DAY, DayPart, reads=("gestern Abend", "heute Nacht", "Freitag Abend", "morgen früh", "am ⟨Montag nachts⟩"))
def day_part(day: Expression, part: DayPart) -> PartOfDay:
    return PartOfDay(part, day)


@rule(ARTICLE_MAYBE, DayPart, "des|vom|am", DAY, reads=("am ⟨Abend des 14. Mai⟩", "der Morgen des 3. Mai"))
def part_of_day(part: DayPart, day: Expression) -> PartOfDay:
    return PartOfDay(part, day)


@rule(ARTICLE_MAYBE, NIGHT, "zum|auf|zu", "den|dem?", DAY, reads=("in ⟨der Nacht zum Montag⟩", "Nacht auf Dienstag"))
def night_to(night: DayPart, day: Expression) -> PartOfDay:
    return PartOfDay(night, Shift(ONE_DAY, -1, of=day))


@rule(
    ARTICLE_MAYBE, NIGHT, "von|vom", DAY, "auf|zum|zu", "den|dem?", DAY,
    reads=("in ⟨der Nacht von Sonntag auf Montag⟩", "der Nacht vom 30. April auf den 1. Mai"),
)  # fmt: skip
def night_between(night: DayPart, first: Expression, _second: Expression) -> PartOfDay:
    return PartOfDay(night, first)


@rule(
    ARTICLE_MAYBE, NIGHT, "vom", that(Ordinal, lambda o: 1 <= o.n <= 31), "auf|zum", "den?",
    that(Fields, lambda f: f.month is not None and f.day is not None),
    reads=("in ⟨der Nacht vom 14. auf den 15. Mai⟩",), priority=1,
)  # fmt: skip
def night_between_figures(night: DayPart, first: Ordinal, second: Fields) -> PartOfDay:
    return PartOfDay(night, replace(second, day=first.n))


@rule("über", NIGHT, reads=("über Nacht",))
def overnight(_night: DayPart) -> PartOfDay:
    return PartOfDay(DayPart.OVERNIGHT)


@rule(ARTICLE_MAYBE, LAST, NIGHT, reads=("letzte Nacht", "in ⟨der vergangenen Nacht⟩"))
def last_night(night: DayPart) -> PartOfDay:
    return PartOfDay(night, Relative(Granularity.DAY, -1))


@rule(ARTICLE_MAYBE, LAST, OF_WEEKDAY, reads=("am ⟨vergangenen Freitagabend⟩",))
def last_weekday_part(part: PartOfDay) -> PartOfDay:
    return _directed(part, Direction.LAST)


@rule(ARTICLE_MAYBE, NEXT, OF_WEEKDAY, reads=("am ⟨kommenden Freitagabend⟩",))
def next_weekday_part(part: PartOfDay) -> PartOfDay:
    return _directed(part, Direction.NEXT)


def _directed(part: PartOfDay, direction: Direction) -> PartOfDay:
    assert isinstance(part.day, Fields)
    return replace(part, day=replace(part.day, direction=direction))


@rule(THIS, DayPart, reads=("an ⟨diesem Abend⟩", "in ⟨dieser Nacht⟩"))
def this_part(part: DayPart) -> PartOfDay:
    return PartOfDay(part, SAME_DAY, Base.PREVIOUS)


@rule(SAME + "|" + THAT, DayPart, reads=("am ⟨selben Abend⟩", "in ⟨jener Nacht⟩"))
def same_part(part: DayPart) -> PartOfDay:
    return PartOfDay(part, SAME_DAY, Base.PREVIOUS)


@rule(ARTICLE_MAYBE, NEXT + "|" + FOLLOWING, DayPart, reads=("am ⟨nächsten Morgen⟩", "am ⟨folgenden Abend⟩"))
def next_part(part: DayPart) -> PartOfDay:
    return PartOfDay(part, Relative(Granularity.DAY, 1, Base.PREVIOUS), Base.PREVIOUS)


@rule(ARTICLE_MAYBE, PRECEDING, DayPart, reads=("am ⟨vorherigen Abend⟩",))
def preceding_part(part: DayPart) -> PartOfDay:
    return PartOfDay(part, Relative(Granularity.DAY, -1, Base.PREVIOUS), Base.PREVIOUS)


@rule(ARTICLE_MAYBE, DayPart, "zuvor|davor", reads=("am ⟨Abend zuvor⟩", "in ⟨der Nacht zuvor⟩"))
def part_before(part: DayPart) -> PartOfDay:
    return PartOfDay(part, Relative(Granularity.DAY, -1, Base.PREVIOUS), Base.PREVIOUS)


@rule(ARTICLE_MAYBE, DayPart, "danach|darauf", reads=("am ⟨Morgen danach⟩", "in ⟨der Nacht darauf⟩"))
def part_after(part: DayPart) -> PartOfDay:
    return PartOfDay(part, Relative(Granularity.DAY, 1, Base.PREVIOUS), Base.PREVIOUS)


@rule("vorabend", reads=("am ⟨Vorabend⟩",))
def eve() -> PartOfDay:
    return PartOfDay(DayPart.EVENING, Relative(Granularity.DAY, -1, Base.PREVIOUS), Base.PREVIOUS)


@rule(
    ARTICLE_MAYBE, Stage, (DayPart, PartOfDay),
    reads=("am ⟨späten Abend⟩", "am ⟨frühen Morgen⟩", "am ⟨frühen Freitagmorgen⟩"),
)  # fmt: skip
def staged_part(stage: Stage, part: DayPart | PartOfDay) -> PartOfDay:
    return replace(part if isinstance(part, PartOfDay) else PartOfDay(part), mod=stage.mod)


@rule(
    DAY,
    "am|,?",
    that(PartOfDay, lambda p: p.day is None and p.mod is not None),
    reads=("Freitag am späten Abend", "gestern am frühen Morgen"),
)
def day_staged_part(day: Expression, part: PartOfDay) -> PartOfDay:
    return replace(part, day=day)


@rule(
    that(PartOfDay, lambda p: p.day is None and p.mod is not None), "des|vom|am", DAY,
    reads=("in ⟨den frühen Morgenstunden des 9. November⟩",),
)  # fmt: skip
def staged_part_of_day(part: PartOfDay, day: Expression) -> PartOfDay:
    return replace(part, day=day)


@rule(ARTICLE_MAYBE, Stage, "morgenstunden", reads=("in ⟨den frühen Morgenstunden⟩",))
def morning_hours(stage: Stage) -> PartOfDay:
    return PartOfDay(DayPart.MORNING, mod=stage.mod)


@rule(ARTICLE_MAYBE, Stage, "abendstunden", reads=("in ⟨den späten Abendstunden⟩",))
def evening_hours(stage: Stage) -> PartOfDay:
    return PartOfDay(DayPart.EVENING, mod=stage.mod)


@rule(
    ARTICLE_MAYBE, DayPart,
    reads=("am ⟨Abend⟩", "in ⟨der Nacht⟩", "am ⟨Vormittag⟩", "im ⟨Morgengrauen⟩"),
    skips=("Guten Abend sagte er.", "Der Abend wurde lang."),
    when=part_alone,
)  # fmt: skip
def day_part_alone(part: DayPart) -> PartOfDay:
    return PartOfDay(part)
