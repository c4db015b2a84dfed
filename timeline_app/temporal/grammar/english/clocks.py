# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Clock readings: 1330 GMT, 13:30 UTC, 1:30 p.m. EDT, 0600 local, 8am, noon, and the day they stand with."""

from dataclasses import replace

from timeline_app.model.expression import (
    Amount,
    Clock,
    DayPart,
    Expression,
    Fields,
    Modified,
    NumericDate,
    PartOfDay,
    Shift,
)
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.english.context import names_an_hour
from timeline_app.temporal.grammar.english.parts_of_day import TODAY
from timeline_app.temporal.grammar.kinds import DAY, is_day_and_month
from timeline_app.temporal.rules import Context, rule, that
from timeline_app.temporal.values import ClockShape, Meridiem, Number, Pair, Year, Zone, ZonePlace

HOUR_NUMBER = that(Number, lambda n: n.whole is not None and 0 <= n.whole <= 24)
HOUR_12 = that(Number, lambda n: n.whole is not None and 1 <= n.whole <= 12)
SECONDS = that(Number, lambda n: n.whole is not None and 0 <= n.whole < 60)
COLON = that(ClockShape, lambda c: c.colon)
PLAIN_FOUR = that(ClockShape, lambda c: not c.colon)
NO_YEAR = that(ClockShape, lambda c: not c.colon and (c.hour < 10 or c.hour in (22, 23)))  # four figures, 0710 or 2305
UNZONED = that(Clock, lambda c: c.zone is None)
HOUR_12_OR_CLOCK = that(
    (Number, ClockShape),
    lambda v: v.hour in range(1, 13) and not v.colon if isinstance(v, ClockShape) else v.whole in range(1, 13),
)
_SIDES = (DayPart.MORNING, DayPart.AFTERNOON, DayPart.EVENING, DayPart.NIGHT)
DAYLESS = that(Clock, lambda c: c.day is None)


def hour_of(hour: int, meridiem: Meridiem) -> int | None:
    """The hour of the day that is meant by one of a clock of twelve and its half; None where there is none."""
    if not 0 <= hour <= 12:
        return hour if hour < 24 and meridiem.pm else None
    return hour % 12 + (12 if meridiem.pm else 0)


_NOT_CLOCKS = frozenset(
    (
        "score",
        "scored",
        "won",
        "lost",
        "beat",
        "chapter",
        "verse",
        "ratio",
        "psalm",
        "odds",
        "genesis",
        "exodus",
        "leviticus",
        "deuteronomy",
        "isaiah",
        "jeremiah",
        "proverbs",
        "matthew",
        "mark",
        "luke",
        "john",
        "romans",
        "corinthians",
        "hebrews",
        "revelation",
        "surah",
        "sura",
        "quran",
    )
)


_RUNS = frozenset(("train", "bus", "ferry", "flight", "express", "service", "tram", "boat", "sailing", "departure"))


def _is_clock(c: Context) -> bool:
    """Not a verse, score or running time: no figure or colon glued to it, no word that says so before it; no train."""
    if c.before() in ("the", "a") and (c.after() in _RUNS or (c.after() in ("from", "to") and c.after(2).isalpha())):
        return False  # "the 07:12 from Selby"
    if (
        c.after() == "."
        and c.after(2).isdigit()
        and c.tokens[c.end].start == c.last.end == c.tokens[c.end + 1].start - 1
    ):
        return False  # ran it in 1:59.40
    return _NOT_CLOCKS.isdisjoint((c.before(), c.before(2)))


@rule(
    COLON,
    reads=("at ⟨13:30⟩", "⟨06:00:15⟩"),
    skips=("a 2:1 score", "the 07:12 from Selby", "the 18:05 train"),
    when=_is_clock,
)
def clock_colon(clock: ClockShape) -> Clock | None:
    return Clock(clock.hour, clock.minute, clock.second) if clock.hour < 24 else None


@rule(ClockShape, Meridiem, reads=("1:30 p.m.", "6.30pm", "11:59 PM"))
def clock_meridiem(clock: ClockShape, meridiem: Meridiem) -> Clock | None:
    hour = hour_of(clock.hour, meridiem)
    return None if hour is None else Clock(hour, clock.minute, clock.second)


@rule(HOUR_12, Meridiem, reads=("8am", "10 p.m.", "at ⟨eight pm⟩"))
def hour_meridiem(hour: Number, meridiem: Meridiem) -> Clock | None:
    value = hour_of(hour.whole or 0, meridiem)
    return None if value is None else Clock(value)


@rule(
    that(ClockShape, lambda c: not c.colon),
    reads=("at ⟨0540⟩", "between ⟨0730⟩ and 0930", "at ⟨1030⟩,"), skips=("at 1500 metres", "in 1030"),
    when=names_an_hour,
)  # fmt: skip
def clock_bare(clock: ClockShape) -> Clock | None:
    return Clock(clock.hour, clock.minute) if clock.hour < 24 else None


@rule(
    HOUR_NUMBER, "h", that(Number, lambda n: n.digits is not None and len(n.digits) == 2 and n.value < 60),
    reads=("at ⟨13h30⟩",), when=lambda c: c.is_tight,
)  # fmt: skip
def clock_with_h(hour: Number, minute: Number) -> Clock:
    return Clock(hour.whole or 0, minute.whole)


@rule(PLAIN_FOUR, "hours|hrs|hr|h", reads=("at ⟨0600 hours⟩", "⟨1330 hrs⟩"))
def clock_hours(clock: ClockShape) -> Clock:
    return Clock(clock.hour, clock.minute)


@rule(
    PLAIN_FOUR, "hrs|hr", ".", reads=("left at ⟨1958 hrs⟩.",), skips=("flew for 1958 hrs.",), priority=2,
    when=lambda c: c.before() in ("at", "by", "until", "from", "after", "before"),
)  # fmt: skip
def clock_hours_at_end(clock: ClockShape) -> Clock:
    return Clock(clock.hour, clock.minute)


@rule(PLAIN_FOUR, ":", SECONDS, "hours|hrs|h", reads=("at ⟨2012:30 hrs⟩",))
def clock_seconds(clock: ClockShape, second: Number) -> Clock:
    return Clock(clock.hour, clock.minute, second.whole)


@rule(
    "about|approximately|around|roughly|approx", PLAIN_FOUR, "hours|hrs",
    reads=("at ⟨approximately 2210 hours⟩",), skips=("in about 1500 hours",), when=lambda c: c.before() == "at",
    priority=2,
)  # fmt: skip
def about_clock_hours(clock: ClockShape) -> Modified:
    return Modified("APPROX", Clock(clock.hour, clock.minute))


@rule(COLON, "hours|hrs|h", reads=("13:30 hrs", "04:00hrs"))
def colon_hours(clock: ClockShape) -> Clock:
    return Clock(clock.hour, clock.minute, clock.second)


@rule(ZonePlace, "standard|daylight|summer?", "time", reads=("9 p.m. Moscow time",))
def place_time(place: ZonePlace) -> Zone:
    return Zone(place.name)


@rule("(", Zone, ")", reads=("1:30 p.m. (EDT)",))
def bracketed_zone(zone: Zone) -> Zone:
    return zone


@rule("gmt|utc?", "+", (Number, ClockShape), reads=("6:40 p.m. GMT +8", "13:30 UTC+03:00"))
def offset_ahead(offset: Number | ClockShape) -> Zone | None:
    return _offset("+", offset)


@rule("gmt|utc", "-|−|–", (Number, ClockShape), reads=("13:30 UTC-5", "13:30 GMT -03:00"))
def offset_behind(offset: Number | ClockShape) -> Zone | None:
    return _offset("-", offset)


def _offset(sign: str, offset: Number | ClockShape) -> Zone | None:
    if isinstance(offset, ClockShape):
        return Zone(f"{sign}{offset.hour:02d}:{offset.minute or 0:02d}") if offset.hour <= 14 else None
    return Zone(f"{sign}{offset.whole:02d}:00") if offset.whole is not None and offset.whole <= 14 else None


@rule(
    PLAIN_FOUR,
    Zone,
    reads=("1330 GMT", "0600 local", "1745 UTC"),
    skips=("2000 local troops",),
    when=lambda c: c.last.lower != "local" or not c.after().isalpha(),
)
def clock_zone(clock: ClockShape, zone: Zone) -> Clock:
    return Clock(clock.hour, clock.minute, zone=zone.name)


@rule(UNZONED, ",?", Zone, reads=("13:30 UTC", "1:30 p.m. EDT", "8am local time", "9 p.m. Moscow time"))
def zoned_clock(clock: Clock, zone: Zone) -> Clock:
    return replace(clock, zone=zone.name)


@rule(HOUR_NUMBER, Zone, reads=("13 GMT",))
def hour_zone(hour: Number, zone: Zone) -> Clock | None:
    return Clock(hour.whole or 0, zone=zone.name) if zone.name in ("GMT", "UTC") else None


@rule("12?", "noon", reads=("noon", "12 noon"))
def noon() -> Clock:
    return Clock(12, 0)


_BEFORE_THE_END = frozenset(("before", "by", "until", "till"))
_SHORTLY = frozenset(("shortly", "just", "minutes", "moments", "seconds"))


@rule("12?", "midnight", reads=("midnight",), when=lambda c: c.before() not in _BEFORE_THE_END)
def midnight() -> Clock:
    return Clock(0, 0)


@rule(
    "12?",
    "midnight",
    reads=("by ⟨midnight⟩", "before ⟨midnight⟩"),
    when=lambda c: c.before() in _BEFORE_THE_END and c.before(2) not in _SHORTLY,
)
def coming_midnight() -> Clock:
    return Clock(24, 0)  # the end of the day


@rule(
    "12?",
    "midnight",
    reads=("shortly before ⟨midnight⟩", "minutes before ⟨midnight⟩"),
    when=lambda c: c.before() == "before" and c.before(2) in _SHORTLY,
)
def nearly_midnight() -> Clock:
    return Clock(24, 0, nearly=True)


@rule(
    DAYLESS,
    ",|(?",
    "on|of?",
    "the?",
    DAY,
    ")?",
    reads=("13:30 GMT on Monday", "12:00 UTC Monday", "noon on 5 May", "2:30 the next day"),
)
def clock_day(clock: Clock, day: Expression) -> Clock:
    return replace(clock, day=day)


@rule(
    DAY,
    ",?",
    "at|@?",
    DAYLESS,
    reads=("Monday at 13:30 GMT", "28 May 2018, 1330 GMT", "tomorrow at noon", "May 9 6:00am"),
)
def day_clock(day: Expression, clock: Clock) -> Clock:
    return replace(clock, day=day)


@rule(
    that(Pair, is_day_and_month), ",?", "at|@?", that(Clock, lambda c: c.day is None),
    reads=("4/25 at 4:00pm", "19/09 9:15 PM", "28/08, 13:30"), skips=("24/72 at noon",),
)  # fmt: skip
def pair_clock(date: Pair, clock: Clock) -> Clock:
    return replace(clock, day=NumericDate(date.first, date.second))


@rule(
    that(Fields, lambda f: f.day is not None and f.month is not None), ",?", NO_YEAR,
    reads=("1 Dec 0710", "Wed 1 Nov 0805", "30 May, 2305"), skips=("1 Dec 1710",),
    when=lambda c: c.last.text.isdigit() and (not c.after()[:1].isalnum() or c.after() in ("and", "to", "in", "the")),
)  # fmt: skip
def date_bare_clock(day: Fields, clock: ClockShape) -> Clock:
    return Clock(clock.hour, clock.minute, day=day)


@rule(
    DAYLESS,
    "in|at|on?",
    "the?",
    that(PartOfDay, lambda p: p.mod is None),
    reads=("9 o'clock in the morning", "2 a.m. Saturday morning", "11pm on Tuesday night"),
)
def clock_part(clock: Clock, part: PartOfDay) -> Clock:
    hour = clock.hour
    if part.part.value in ("AF", "EV", "DU") and hour < 12:
        hour += 12
    day = part.day
    if hour < 6 and part.part is DayPart.NIGHT and day is not None and day != TODAY:  # after the midnight of that night
        day = Shift(Amount(1.0, Granularity.DAY), 1, of=day, exact=True)
    return replace(clock, hour=24 if hour == 0 and day == TODAY else hour, day=day, twelve=False)


_BEFORE_AN_HOUR = frozenset(
    ("at", "by", "around", "about", "until", "till", "from", "since", "before", "after", "past")
)
MINUTES = that(Number, lambda n: n.whole is not None and n.digits is None and 10 <= n.whole <= 59)


@rule(HOUR_12, "-?", MINUTES, Meridiem, reads=("ten thirty a.m.", "seven forty-five p.m."))
def spelled_meridiem(hour: Number, minute: Number, meridiem: Meridiem) -> Clock | None:
    value = hour_of(hour.whole or 0, meridiem)
    return None if value is None else Clock(value, minute.whole)


@rule(
    HOUR_12_OR_CLOCK, "in", "the", that(DayPart, lambda p: p in _SIDES),
    reads=("at ⟨3 in the morning⟩", "at ⟨ten in the evening⟩", "⟨6.30 in the evening⟩"),
    skips=("all 3 in the morning class",), when=lambda c: c.before() in _BEFORE_AN_HOUR or c.first.text[-3:-2] == ".",
)  # fmt: skip
def hour_in_the(hour: Number | ClockShape, part: DayPart) -> Clock | None:
    whole, minute = (hour.hour, hour.minute) if isinstance(hour, ClockShape) else (hour.whole or 0, None)
    return Clock(_in_part(whole, part), minute) if 1 <= whole <= 12 else None


def _in_part(hour: int, part: DayPart) -> int:
    """The hour that stands on a clock of twelve in a part of the day; twelve at night is midnight."""
    if part is DayPart.NIGHT:
        return hour % 12 + (12 if hour in range(6, 12) else 0)
    return hour % 12 + (0 if part is DayPart.MORNING else 12)


_AFTER_AN_HOUR = frozenset("in on and when to for from i he she we they it the a".split())  # noqa: SIM905
OF_A_DAY = that(PartOfDay, lambda p: p.day is not None and p.mod is None and p.part in _SIDES)


@rule(
    HOUR_12, "on?", "the?", OF_A_DAY,
    reads=("at ⟨5 tomorrow afternoon⟩", "at ⟨eight tonight⟩", "at ⟨seven on Tuesday evening⟩"),
    when=lambda c: c.before() in _BEFORE_AN_HOUR,
)  # fmt: skip
def hour_of_part(hour: Number, part: PartOfDay) -> Clock:
    return Clock(_in_part(hour.whole or 0, part.part), day=part.day)


@rule(
    OF_A_DAY, "at|@", HOUR_12,
    reads=("tonight at 8", "this morning @ 10", "this morning at ten", "Saturday morning at 9"),
    skips=("this morning at 10 Downing Street",),
    when=lambda c: not c.after()[:1].isalnum() or c.after() in _AFTER_AN_HOUR,
)  # fmt: skip
def part_athour_of(part: PartOfDay, hour: Number) -> Clock:
    return Clock(_in_part(hour.whole or 0, part.part), day=part.day)


@rule(
    that(Clock, lambda c: isinstance(c.day, Fields) and c.day.month is not None and c.day.year is None),
    that(Year, lambda y: not y.two_digit),
    reads=("Wed Oct 26 15:50:06 2016",),
)
def clock_then_year(clock: Clock, year: Year) -> Clock:
    assert isinstance(clock.day, Fields)
    return replace(clock, day=replace(clock.day, year=year.year))
