"""How dates are written: in which language, and in which order of day, month and year."""

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.model.calendar import civil, weekday


class DateForm(StrEnum):
    """The order of the parts of a date."""

    DAY_MONTH = "day month"  # 28 May 2018
    MONTH_DAY = "month day"  # May 28, 2018
    ISO = "iso"  # 2018-05-28


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of one language; `{}` stands for what they are said of."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]  # from Monday, short
    day: str  # a day's number before its month
    undated: str
    unknown: str
    about: str
    until: str
    since: str
    early: str
    middle: str
    late: str
    parts: dict[str, str]  # of a day, by their English names
    first_half: str
    second_half: str
    decade: str
    centuries: tuple[str, ...]  # endings of the number before "century": for 0, 1, 2, 3 and more
    century: str
    before_christ: str
    after_christ: str
    years_before: str
    years_after: str
    week: str  # of the year (ISO 8601)


ENGLISH = DateWords(
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    day="{}",
    undated="undated",
    unknown="at an unknown time",
    about="about {}",
    until="no later than {}",  # what had happened by then and what lasted until then
    since="since {}",
    early="early {}",
    middle="mid-{}",
    late="late {}",
    parts={name: name for name in ("early hours", "dawn", "morning", "midday", "afternoon", "evening", "night")},
    first_half="first half of {}",
    second_half="second half of {}",
    decade="{}s",
    centuries=("th", "st", "nd", "rd"),
    century="{} century",
    before_christ="{} BC",
    after_christ="AD {}",
    years_before="years BC",
    years_after="years AD",
    week="W{}",
)  # fmt: skip

GERMAN = DateWords(
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    short_months=("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"),
    weekdays=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    day="{}.",
    undated="undatiert",
    unknown="zu unbekannter Zeit",
    about="etwa {}",
    until="spätestens {}",
    since="seit {}",
    early="Anfang {}",
    middle="Mitte {}",
    late="Ende {}",
    parts={
        "early hours": "frühmorgens", "dawn": "im Morgengrauen",
        "morning": "vormittags", "midday": "mittags", "afternoon": "nachmittags",
        "evening": "abends", "night": "nachts",
    },
    first_half="erste Hälfte {}",
    second_half="zweite Hälfte {}",
    decade="{}er Jahre",
    centuries=(".",) * 4,
    century="{} Jahrhundert",
    before_christ="{} v. Chr.",
    after_christ="{} n. Chr.",
    years_before="Jahre v. Chr.",
    years_after="Jahre n. Chr.",
    week="KW {}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateStyle:
    """Words and order; days are day numbers (`model.calendar`), years astronomical."""

    words: DateWords = ENGLISH
    form: DateForm = DateForm.DAY_MONTH

    def year(self, year: int) -> str:
        """A year as readers write it: "2024", "44 BC", "12,000 BC"."""
        if year > 0:
            return f"{year:,}" if year >= 10_000 else str(year)
        number = 1 - year
        return self.words.before_christ.format(f"{number:,}" if number >= 10_000 else number)

    def month(self, year: int, month: int) -> str:
        """A month of a year."""
        if self.form is DateForm.ISO and 0 < year < 10_000:
            return f"{year:04d}-{month:02d}"
        return f"{self.words.months[month - 1]} {self.year(year)}"

    def day(self, number: int) -> str:
        """A day in full."""
        year, month, day = civil(number)
        if self.form is DateForm.ISO and 0 < year < 10_000:
            return f"{year:04d}-{month:02d}-{day:02d}"
        comma = ", " if self.form is DateForm.MONTH_DAY else " "
        return f"{self.day_of_month(number)}{comma}{self.year(year)}"

    def day_of_month(self, number: int, *, short: bool = False) -> str:
        """A day without its year: "28 May", "May 28"."""
        _, month, day = civil(number)
        name = (self.words.short_months if short else self.words.months)[month - 1]
        return f"{name} {day}" if self.form is DateForm.MONTH_DAY else f"{self.words.day.format(day)} {name}"

    def days(self, first: int, last: int) -> str:
        """A stretch of days, sharing what can be shared: "26–27 May 2018", "30 April – 2 May 2018"."""
        (year, month, day), end = civil(first), civil(last)
        if self.form is not DateForm.ISO and (year, month) == end[:2]:
            if self.form is DateForm.MONTH_DAY:
                return f"{self.day_of_month(first)}–{end.day}, {self.year(year)}"
            return f"{self.words.day.format(day)}–{self.day(last)}"
        return f"{self.opening(first, last)} – {self.day(last)}"

    def opening(self, first: int, last: int) -> str:
        """The first day of a stretch without the year that it shares with the last."""
        same = civil(first).year == civil(last).year and self.form is not DateForm.ISO
        return self.day_of_month(first) if same else self.day(first)

    def weekday(self, number: int) -> str:
        """A day's weekday, short."""
        return self.words.weekdays[weekday(number)]

    def weekday_day(self, number: int) -> str:
        """A day with its weekday: "Mon 28 May 2018"."""
        return f"{self.weekday(number)}{self._after_weekday} {self.day(number)}"

    def weekdays(self, first: int, last: int) -> str:
        """A stretch of days with their weekdays: "Sat 26 – Sun 27 May 2018"."""
        (year, month, day), end = civil(first), civil(last)
        opening = self.opening(first, last)
        if self.form is DateForm.DAY_MONTH and (year, month) == end[:2]:
            opening = self.words.day.format(day)
        return f"{self.weekday(first)}{self._after_weekday} {opening} – {self.weekday_day(last)}"

    @property
    def _after_weekday(self) -> str:
        return "," if self.form is DateForm.MONTH_DAY else ""

    def century(self, number: int) -> str:
        """The so-manieth century."""
        endings = self.words.centuries
        tail = endings[0] if 10 <= number % 100 <= 20 or number % 10 > 3 else endings[number % 10]
        return self.words.century.format(f"{number}{tail}")


PLAIN = DateStyle()
"""English, "28 May 2018": of explanations, which are stored, and of what leaves the program."""
