"""The unresolved expression tree: what a time phrase *says*, before any context is known.

Each node is one operator of a small algebra over calendar periods (after SCATE, Bethard & Parker 2016): a phrase maps
to exactly one tree, and `temporal.resolution` turns tree + anchor + tense into a `TimeValue`.  Trees are stored, so a
corrected publication date re-resolves every phrase without reading the text again.  Months are 1-12, weekdays 0-6
from Monday.
"""

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.model.granularity import Granularity


class Base(StrEnum):
    """What a relative phrase counts from."""

    PUBLICATION = "publication"  # deictic: "last week", "three days ago"
    PREVIOUS = "previous"  # anaphoric: "the next day", "three days later"


class Direction(StrEnum):
    """The side that the phrase itself names; None leaves it to the verb."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"


class DayPart(StrEnum):
    """Parts of a day, with their TIMEX3 codes."""

    MORNING = "MO"
    MIDDAY = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    OVERNIGHT = "ON"  # the evening's day and the next; TIMEX3 writes NI
    DAWN = "DA"  # TIMEX3 writes MO
    DUSK = "DU"  # TIMEX3 writes EV
    DAYTIME = "DT"
    SMALL_HOURS = "SH"  # from midnight; TIMEX3 writes MO


class Season(StrEnum):
    """Seasons, with their TIMEX3 codes."""

    SPRING = "SP"
    SUMMER = "SU"
    AUTUMN = "FA"
    WINTER = "WI"


class Vague(StrEnum):
    """TIMEX3's references to no particular time."""

    PRESENT = "PRESENT_REF"
    PAST = "PAST_REF"
    FUTURE = "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity: `count` None is unknown ("weeks"); `high` is the upper end of "two to three".

    `rest` is what smaller units add: "two years and three months".
    """

    count: float | None
    unit: Granularity
    high: float | None = None
    rest: "Amount | None" = None


@dataclass(frozen=True, slots=True)
class Reference:
    """now, recently, soon: a time that TIMEX3 leaves without a date.

    `under_discussion` is "the period": in accounts of results the quarter or half told before; `then` is "the time":
    that of the time told before.
    """

    kind: Vague
    under_discussion: bool = False
    then: bool = False


@dataclass(frozen=True, slots=True)
class Relative:
    """A calendar unit counted from a base: last week (-1), today (0), the next day (+1, previous).

    `elapsed` keeps what of the running one is over: "earlier this week", `remaining` what is to come: "later this
    week".  `nearest` takes the unit whose beginning lies nearest to the base: "the turn of the century".
    """

    unit: Granularity
    count: int
    base: Base = Base.PUBLICATION
    elapsed: bool = False
    remaining: bool = False
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """A date of which some fields are said: May 10 · Friday · last November · 2018 · Q3 · the winter of 1914.

    Fields left None are implied by context; `direction` is the phrase's own last/this/next.
    `year` is astronomical (44 BC is -43); `two_digit` marks '98; decade 199 is the 1990s, century 19 the 1900s.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: Season | None = None
    weekend: bool = False
    decade: int | None = None
    century: int | None = None
    fiscal: bool = False
    two_digit: bool = False
    direction: Direction | None = None
    base: Base = Base.PUBLICATION


@dataclass(frozen=True, slots=True)
class NumericDate:
    """6/7/2018: numbers in the order written; which is day and which is month is the source's date order."""

    first: int
    second: int
    year: int | None = None
    weekday: int | None = None  # said beside it: settles the order where only one of the two falls on it


@dataclass(frozen=True, slots=True)
class NamedDay:
    """Christmas, Easter, Ramadan: a key of the named-day calendars; `year` None takes the nearest in direction."""

    name: str
    year: "Expression | None" = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock reading on a day: 1330 GMT, 1:30 p.m. EDT, 0600 local; `day` None is the anchor's day.

    `twelve` marks an hour told on a clock of twelve without its half: half past three, nine o'clock.  `nearly` is what
    was not quite reached: shortly before midnight.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None  # as written: GMT, EDT, +03:00, "local", "Moscow"
    day: "Expression | None" = None
    twelve: bool = False
    nearly: bool = False


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """Friday night, this morning, overnight: `day` None is the anchor's day."""

    part: DayPart
    day: "Expression | None" = None
    base: Base = Base.PUBLICATION
    mod: str | None = None  # START, MID, END: early Friday morning, late Friday night


@dataclass(frozen=True, slots=True)
class Part:
    """early June, the end of 2017, mid-week: `mod` is TIMEX3's START, MID or END; the core shrinks to a third."""

    mod: str
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Nth:
    """the first week of May, the last Friday of March, the third day: the n-th unit (or weekday) within a period."""

    n: int  # from 1; -1 is the last
    unit: Granularity
    within: "Expression | None"
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """three weeks ago (-1), in two days (+1), three days later (previous, +1), two weeks before Christmas (of)."""

    amount: Amount
    sign: int
    base: Base = Base.PUBLICATION
    of: "Expression | None" = None
    exact: bool = False
    year_earlier: bool = False  # accounts of results: keeps the quarter or half under discussion, in the year `of`


@dataclass(frozen=True, slots=True)
class Duration:
    """for two years, nine months: an amount of time, unanchored."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class AnchoredDuration:
    """the past two years (-1), the next three months (+1), recent weeks: an amount that ends or begins at a base."""

    amount: Amount
    sign: int
    base: Base = Base.PUBLICATION
    of: "Expression | None" = None
    vague: bool = False  # "recent weeks": the start is soft


@dataclass(frozen=True, slots=True)
class Recurring:
    """every Friday, twice a month, daily: `of` is the repeated unit or period, `frequency` times in each."""

    of: "Amount | Expression"
    quantifier: str | None = None  # EVERY, EACH, ...
    frequency: str | None = None  # 2X


@dataclass(frozen=True, slots=True)
class Modified:
    """about three weeks, more than a decade, nearly two years: TIMEX3 `mod` on the whole."""

    mod: str
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Range:
    """between 3 and 7 May, 2011 to 2014, since Friday: one time from begin to end; None is open."""

    begin: "Expression | None"
    end: "Expression | None"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A time that was written out in full, as EDTF: an analyst's own notation, or a library's exact reading."""

    edtf: str


Expression = (
    Reference
    | Relative
    | Fields
    | NumericDate
    | NamedDay
    | Clock
    | PartOfDay
    | Part
    | Nth
    | Shift
    | Duration
    | AnchoredDuration
    | Recurring
    | Modified
    | Range
    | Fixed
)


def counted_amount(tree: Expression) -> Amount | None:
    """The distance that a phrase tells: "two days", "three weeks after", one of its unit for "the day after".

    None for phrases that tell none.
    """
    match tree:
        case Duration(amount):
            return amount
        case Relative(unit, count, Base.PREVIOUS) if abs(count) == 1:
            return Amount(1, unit)
        case Shift(amount, _, Base.PREVIOUS, None):
            return amount
        case Modified("APPROX", inner):
            return counted_amount(inner)
        case _:
            return None
