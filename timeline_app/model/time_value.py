"""TimeValue: a time as it is known, with soft edges, open ends, granularity and zone."""

from dataclasses import dataclass, replace

from timeline_app.model.calendar import DAY, MINUTE, civil, day_number, days_in_month
from timeline_app.model.granularity import Granularity


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A half-open interval of wall-clock seconds whose start and end may each be known only within bounds.

    `earliest_start <= latest_start` and `earliest_end <= latest_end`; the time is certain to cover
    `latest_start ... earliest_end` where that is not empty.  A start of None is unknown or unbounded before,
    an end of None unbounded after; both bounds of one edge are None together.

    Seconds count from 1970-01-01T00:00 on the wall clock of `zone`.  `offset` is that clock's distance from UTC in
    minutes; days and coarser are zone-free and carry neither.  `zone` is an IANA name, ``UTC`` or ``+03:00``.
    """

    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None
    granularity: Granularity
    approximate: bool = False
    uncertain: bool = False
    zone: str | None = None
    offset: int | None = None

    def __post_init__(self) -> None:
        start, latest_start, earliest_end, end = (
            self.earliest_start, self.latest_start, self.earliest_end, self.latest_end,
        )  # fmt: skip
        if (start is None) != (latest_start is None):
            raise ValueError("both bounds of the start are open, or neither is")
        if (earliest_end is None) != (end is None):
            raise ValueError("both bounds of the end are open, or neither is")
        if start is not None and latest_start is not None and start > latest_start:
            raise ValueError("the start has its earliest bound after its latest")
        if earliest_end is not None and end is not None and earliest_end > end:
            raise ValueError("the end has its earliest bound after its latest")
        if start is not None and end is not None and start >= end:
            raise ValueError("a time starts before it ends")

    @classmethod
    def interval(
        cls,
        start: int | None,
        end: int | None,
        granularity: Granularity,
        *,
        zone: str | None = None,
        offset: int | None = None,
    ) -> "TimeValue":
        """A time with sharp edges, in seconds; None leaves that side open."""
        return cls(start, start, end, end, granularity, zone=zone, offset=offset)

    @classmethod
    def days(cls, first: int, last: int, granularity: Granularity = Granularity.DAY) -> "TimeValue":
        """The zone-free days from day number `first` to `last`, both included."""
        return cls.interval(first * DAY, (last + 1) * DAY, granularity)

    @classmethod
    def day(cls, year: int, month: int, day: int) -> "TimeValue":
        """One calendar day; raises ValueError for a day that does not exist."""
        if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
            raise ValueError(f"there is no day {year:04d}-{month:02d}-{day:02d}")
        number = day_number(year, month, day)
        return cls.days(number, number)

    @classmethod
    def month(cls, year: int, month: int) -> "TimeValue":
        """One calendar month."""
        return cls.days(day_number(year, month), day_number(year, month + 1) - 1, Granularity.MONTH)

    @classmethod
    def year(cls, year: int) -> "TimeValue":
        """One astronomical calendar year."""
        return cls.days(day_number(year), day_number(year + 1) - 1, Granularity.YEAR)

    @classmethod
    def instant(cls, seconds: int, *, zone: str | None = None, offset: int | None = None) -> "TimeValue":
        """The minute that starts at `seconds` of wall-clock time."""
        return cls.interval(seconds, seconds + MINUTE, Granularity.MINUTE, zone=zone, offset=offset)

    @property
    def is_clock(self) -> bool:
        """Whether this is a clock reading, which a display zone moves."""
        return self.granularity.is_clock

    @property
    def core(self) -> tuple[int, int] | None:
        """The seconds that are certainly covered, or None where nothing is certain."""
        start, end = self.latest_start, self.earliest_end
        return (start, end) if start is not None and end is not None and start < end else None

    @property
    def first_day(self) -> int | None:
        """Day number of the earliest start, None when open."""
        return None if self.earliest_start is None else self.earliest_start // DAY

    @property
    def last_day(self) -> int | None:
        """Day number of the last day touched, None when open."""
        return None if self.latest_end is None else (self.latest_end - 1) // DAY

    @property
    def utc(self) -> tuple[int | None, int | None]:
        """Outer bounds in UTC seconds where the zone of a clock reading is known, else as they stand."""
        shift = (self.offset or 0) * MINUTE if self.is_clock else 0
        start, end = self.earliest_start, self.latest_end
        return (None if start is None else start - shift, None if end is None else end - shift)

    @property
    def sort_key(self) -> tuple[int, int]:
        """Chronological order: outer start, then end, in UTC seconds; an open start counts as its end."""
        start, end = self.utc
        low = start if start is not None else (end if end is not None else 0)
        return low, end if end is not None else low

    def moved(self, seconds: int) -> "TimeValue":
        """The same time, `seconds` later."""

        def shift(bound: int | None) -> int | None:
            return None if bound is None else bound + seconds

        return replace(
            self,
            earliest_start=shift(self.earliest_start),
            latest_start=shift(self.latest_start),
            earliest_end=shift(self.earliest_end),
            latest_end=shift(self.latest_end),
        )

    def until(self) -> "TimeValue":
        """Some time not after this one: its start becomes open ("before", "by", "until")."""
        return replace(self, earliest_start=None, latest_start=None)

    def since(self) -> "TimeValue":
        """From this time on: its end becomes open ("since", "after")."""
        return replace(self, earliest_end=None, latest_end=None)

    def spanning(self, other: "TimeValue") -> "TimeValue":
        """The range from this time's start to the end of `other`, at the finer granularity of the two.

        Raises ValueError when `other` ends before this starts.
        """
        unit = min(self.granularity, other.granularity, key=lambda g: g.rank)
        return TimeValue(
            self.earliest_start,
            self.latest_start,
            other.earliest_end,
            other.latest_end,
            unit,
            self.approximate or other.approximate,
            self.uncertain or other.uncertain,
            self.zone if self.is_clock else None,
            self.offset if self.is_clock else None,
        )

    def overlaps(self, other: "TimeValue") -> bool:
        """Whether the outer bounds share any time; day-level and clock readings compare on the wall clock."""
        same_clock = self.is_clock and other.is_clock
        (a, b), (c, d) = (self.utc, other.utc) if same_clock else (self._outer, other._outer)
        return (a is None or d is None or a < d) and (c is None or b is None or c < b)

    @property
    def _outer(self) -> tuple[int | None, int | None]:
        return self.earliest_start, self.latest_end

    def year_span(self) -> tuple[int | None, int | None]:
        """Astronomical years of the first and last day."""
        first, last = self.first_day, self.last_day
        return (None if first is None else civil(first).year, None if last is None else civil(last).year)
