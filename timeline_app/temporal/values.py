"""What single words mean before any rule has joined them: the leaves that the grammar's patterns name by type."""

from dataclasses import dataclass

from timeline_app.model.expression import Amount, Clock, DayPart, Direction, Expression, Fields, Season, Vague
from timeline_app.model.granularity import Granularity


@dataclass(frozen=True, slots=True)
class Number:
    """A count: two, 14, 2.5.  `digits` is how it was written in figures; `value` None is several, a few, many."""

    value: float | None
    digits: str | None = None

    @property
    def whole(self) -> int | None:
        """The number as an integer, None where it is none."""
        return int(self.value) if self.value is not None and self.value == int(self.value) else None


@dataclass(frozen=True, slots=True)
class Multiplier:
    """hundred, thousand."""

    value: float


@dataclass(frozen=True, slots=True)
class Ordinal:
    """first, 14th: a place in a row, -1 the last.  `digits` tells 14th from fourteenth."""

    n: int
    digits: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """day, weeks, year: the name of a unit of time."""

    unit: Granularity
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """The name of a month, 1-12."""

    n: int


@dataclass(frozen=True, slots=True)
class HijriMonth:
    """The name of a month of the Islamic calendar, 1-12."""

    n: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """The name of a weekday, 0-6 from Monday; `plural` for Fridays."""

    n: int
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """A number that may name a year of our era; `two_digit` marks '98."""

    year: int
    two_digit: bool = False


@dataclass(frozen=True, slots=True)
class Decade:
    """the 1990s as 199; `short` where the century was left out ('90s, the nineties): 9."""

    decade: int
    short: bool = False


@dataclass(frozen=True, slots=True)
class Quarter:
    """Q3 (third of four) or H1 (first of two)."""

    n: int
    of: int


@dataclass(frozen=True, slots=True)
class ClockShape:
    """Figures that look like a clock: 13:30, 6.30, 1330.  `colon` marks the unmistakable way of writing."""

    hour: int
    minute: int | None
    second: int | None = None
    colon: bool = False


@dataclass(frozen=True, slots=True)
class DateTimeGroup:
    """281330Z: day of the month, hour, minute and zone of a military date-time group."""

    day: int
    hour: int
    minute: int
    zone: str

    def on(self, month: int | None, year: int | None, *, two_digit: bool = False) -> Clock:
        """The moment that it tells with its month and year."""
        return Clock(self.hour, self.minute, zone=self.zone, day=Fields(year, month, self.day, two_digit=two_digit))


@dataclass(frozen=True, slots=True)
class Meridiem:
    """a.m. or p.m."""

    pm: bool


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone as it was written."""

    name: str


@dataclass(frozen=True, slots=True)
class ZonePlace:
    """A place whose time a clock reading may name: "Moscow time"."""

    name: str


@dataclass(frozen=True, slots=True)
class Era:
    """BC or AD."""

    before_christ: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """early, mid, late: the TIMEX3 `mod` START, MID or END of the period that follows."""

    mod: str


@dataclass(frozen=True, slots=True)
class StageNoun:
    """beginning, middle, end: the same as a noun ("the end of")."""

    mod: str


@dataclass(frozen=True, slots=True)
class Degree:
    """about, more than, at least: the TIMEX3 `mod` of the amount or date that follows."""

    mod: str


@dataclass(frozen=True, slots=True)
class Focus:
    """just, only, exactly: stress on an amount; `exact` where it excludes a neighbouring one."""

    exact: bool


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day, by its key in the named-day calendars."""

    name: str


@dataclass(frozen=True, slots=True)
class HistoricPeriod:
    """World War II: a war or period of history, by its first and last time in EDTF."""

    edtf: str


@dataclass(frozen=True, slots=True)
class Frequency:
    """once, twice: how often within each unit."""

    times: str


@dataclass(frozen=True, slots=True)
class Period:
    """daily, annual: the adjective or adverb of a unit that recurs."""

    unit: Granularity
    count: int = 1


@dataclass(frozen=True, slots=True)
class VagueAdjective:
    """current, recent: an adjective for no particular time."""

    kind: Vague


@dataclass(frozen=True, slots=True)
class IsoTime:
    """2018-05-28T13:30Z as it was written."""

    text: str


@dataclass(frozen=True, slots=True)
class Triple:
    """6/7/2018: three numbers in the order written."""

    first: int
    second: int
    third: int
    mark: str
    digits: tuple[int, int, int]  # how many figures each had


@dataclass(frozen=True, slots=True)
class Pair:
    """6/7: two numbers in the order written."""

    first: int
    second: int


@dataclass(frozen=True, slots=True)
class PointedDay:
    """15.10 or 3.06: what may be a day and its month beside a weekday, and elsewhere a measure."""

    day: int
    month: int


Value = (
    Number
    | Multiplier
    | Ordinal
    | Unit
    | Month
    | HijriMonth
    | Weekday
    | Year
    | Decade
    | Quarter
    | ClockShape
    | DateTimeGroup
    | Meridiem
    | Zone
    | ZonePlace
    | Era
    | IsoTime
    | Triple
    | Pair
    | PointedDay
    | VagueAdjective
    | Stage
    | StageNoun
    | Degree
    | Focus
    | Holiday
    | HistoricPeriod
    | Frequency
    | Period
    | Season
    | Direction
    | DayPart
    | Amount
    | Expression
)
