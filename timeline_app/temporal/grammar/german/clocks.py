# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Clock readings: 13.30 Uhr, 14 Uhr, 13:30 Uhr MESZ, halb drei, Mitternacht, and the day they stand with."""

from dataclasses import replace

from timeline_app.model.expression import Clock, DayPart, Expression, PartOfDay, Shift
from timeline_app.temporal.grammar.german.context import begins_clock_range, is_clock, names_an_hour
from timeline_app.temporal.grammar.kinds import DAY
from timeline_app.temporal.rules import rule, that
from timeline_app.temporal.values import ClockShape, Number, Zone

HOUR = that(Number, lambda n: n.whole is not None and 0 <= n.whole <= 24)
HOUR_12 = that(Number, lambda n: n.whole is not None and 1 <= n.whole <= 12)
MINUTES = that(Number, lambda n: n.digits is not None and len(n.digits) == 2 and n.value < 60)
SHAPE = that(ClockShape, lambda c: c.hour < 24 or c.minute == 0)
COLON = that(ClockShape, lambda c: c.colon and c.hour < 24)
UNZONED = that(Clock, lambda c: c.zone is None)
DAYLESS = that(Clock, lambda c: c.day is None)
_FIRST_HOUR = {DayPart.AFTERNOON: 1, DayPart.EVENING: 1, DayPart.DUSK: 1, DayPart.NIGHT: 6}  # on a clock of twelve
AT = "um|gegen|ab|seit|kurz|nach|vor|bis"


@rule(SHAPE, "uhr", reads=("um ⟨13.30 Uhr⟩", "8:05 Uhr", "0.15 Uhr"), priority=1)
def clock_uhr(clock: ClockShape) -> Clock:
    return Clock(clock.hour, clock.minute, clock.second)


@rule(HOUR, "uhr", reads=("gegen ⟨14 Uhr⟩", "drei Uhr", "24 Uhr"))
def hour_uhr(hour: Number) -> Clock:
    return Clock(hour.whole or 0)


@rule("ein", "uhr", reads=("um ⟨ein Uhr⟩",))
def one_uhr() -> Clock:
    return Clock(1)


@rule(HOUR, "uhr", MINUTES, reads=("14 Uhr 30", "8 Uhr 05"))
def hour_uhr_minutes(hour: Number, minutes: Number) -> Clock:
    return Clock(hour.whole or 0, minutes.whole)


@rule(COLON, reads=("um ⟨13:30⟩", "⟨06:00:15⟩"), skips=("ein Sieg 21:18",), when=is_clock)
def clock_colon(clock: ClockShape) -> Clock:
    return Clock(clock.hour, clock.minute, clock.second)


@rule(SHAPE, reads=("⟨13.30⟩ bis 15.30 Uhr",), when=begins_clock_range)
def clock_of_range(clock: ClockShape) -> Clock:
    return Clock(clock.hour, clock.minute)


@rule("halb", HOUR_12, "uhr?", reads=("um ⟨halb drei⟩", "gegen ⟨halb zwölf Uhr⟩"), when=names_an_hour)
def half_to(hour: Number) -> Clock:
    return Clock(((hour.whole or 0) - 1) % 12 or 12, 30)


@rule("viertel", "nach", HOUR_12, "uhr?", reads=("um ⟨Viertel nach drei⟩",))
def quarter_past(hour: Number) -> Clock:
    return Clock(hour.whole or 0, 15)


@rule("viertel", "vor", HOUR_12, "uhr?", reads=("um ⟨Viertel vor fünf⟩",))
def quarter_to(hour: Number) -> Clock:
    return Clock(((hour.whole or 0) - 1) % 12 or 12, 45)


@rule("mitternacht", reads=("um ⟨Mitternacht⟩",))
def midnight() -> Clock:
    return Clock(0, 0)


@rule("(", Zone, ")", reads=("13.30 Uhr (MESZ)",))
def bracketed_zone(zone: Zone) -> Zone:
    return zone


@rule(UNZONED, Zone, reads=("13:30 Uhr MESZ", "14 Uhr Ortszeit", "9 Uhr Moskauer Zeit", "13:30 UTC"))
def zoned_clock(clock: Clock, zone: Zone) -> Clock:
    return replace(clock, zone=zone.name)


@rule(
    DAYLESS,
    "am|,?",
    DAY,
    reads=("13.30 Uhr am Montag", "um ⟨8 Uhr am 3. Mai⟩"),
)
def clock_day(clock: Clock, day: Expression) -> Clock:
    return replace(clock, day=day)


@rule(
    DAY,
    ",?",
    "kurz?",
    AT + "?",
    DAYLESS,
    reads=("Montag um 13.30 Uhr", "14.10.2019, 13:30 Uhr", "gestern gegen 14 Uhr"),
)
def day_clock(day: Expression, clock: Clock) -> Clock:
    return replace(clock, day=day)


@rule(
    DAYLESS, that(DayPart, lambda _: True),
    reads=("3 Uhr morgens", "8 Uhr abends", "um ⟨elf Uhr nachts⟩"), when=lambda c: c.last.text.islower(),
)  # fmt: skip
def clock_part(clock: Clock, part: DayPart) -> Clock:
    return _in_part(clock, PartOfDay(part))


@rule(
    DAYLESS,
    "am|in|des|gegen?",
    "der?",
    that(PartOfDay, lambda p: p.mod is None),
    reads=("8 Uhr am Abend", "9 Uhr gestern Abend", "2 Uhr in der Nacht zum Montag"),
)
def clock_part_of_day(clock: Clock, part: PartOfDay) -> Clock:
    return _in_part(clock, part)


@rule(
    that(PartOfDay, lambda p: p.mod is None),
    ",?",
    AT,
    DAYLESS,
    reads=("Freitagabend gegen 8 Uhr", "heute Abend um 20 Uhr"),
)
def part_clock(part: PartOfDay, clock: Clock) -> Clock:
    return _in_part(clock, part)


def _in_part(clock: Clock, part: PartOfDay) -> Clock:
    """A clock reading within a part of a day; the small hours of a night are those of the day that it leads to."""
    hour, day = clock.hour, part.day
    if _FIRST_HOUR.get(part.part, 24) <= hour < 12 or (part.part is DayPart.MIDDAY and hour < 10):
        hour += 12
    elif part.part is DayPart.NIGHT and isinstance(day, Shift) and day.of is not None:
        day = day.of
    return replace(clock, hour=hour, day=day)
