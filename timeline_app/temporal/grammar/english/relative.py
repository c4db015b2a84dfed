# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Units counted from publication or from the time told before: last week, the next day, today."""

from dataclasses import replace

from timeline_app.model.expression import (
    Amount,
    Base,
    Direction,
    Expression,
    Fields,
    Nth,
    Reference,
    Relative,
    Season,
    Shift,
    Vague,
)
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.compose import date_in_year
from timeline_app.temporal.grammar.english.context import (
    names_a_moment,
    names_an_age,
    qualifies_news,
    stands_for_its_time,
)
from timeline_app.temporal.grammar.kinds import is_day, said_fields
from timeline_app.temporal.rules import Context, rule, that
from timeline_app.temporal.values import Ordinal, Unit, Year

WHOLE = that(Unit, lambda u: not u.plural and u.unit.rank >= Granularity.DAY.rank)
LONG = that(Unit, lambda u: not u.plural and u.unit.rank > Granularity.DAY.rank)
SHORTER_UNIT = that(
    Unit,
    lambda u: (
        not u.plural
        and u.unit not in (Granularity.SEASON, Granularity.FORTNIGHT, Granularity.MILLENNIUM)
        and u.unit.rank >= Granularity.DAY.rank
    ),
)
SAID_YEAR = that(Year, lambda y: not y.two_digit)
PREVIOUS = Base.PREVIOUS


@rule("today", reads=("today",))
def today() -> Relative:
    return Relative(Granularity.DAY, 0)


@rule("yesterday", reads=("yesterday",))
def yesterday() -> Relative:
    return Relative(Granularity.DAY, -1)


@rule("tomorrow|tomorow|tommorow|tommorrow|tmrw|tmrow", reads=("tomorrow", "see you ⟨tmrw⟩"))
def tomorrow() -> Relative:
    return Relative(Granularity.DAY, 1)


@rule("the", "day", "before", "yesterday", reads=("the day before yesterday",))
def before_yesterday() -> Relative:
    return Relative(Granularity.DAY, -2)


@rule("the", "day", "after", "tomorrow", reads=("the day after tomorrow",))
def after_tomorrow() -> Relative:
    return Relative(Granularity.DAY, 2)


@rule(
    "earlier|later",
    that((Relative, Fields), lambda d: is_day(d) and d.base is Base.PUBLICATION),
    reads=("earlier today", "later today", "earlier Friday"),
)
def within_today(day: Relative | Fields) -> Relative | Fields:
    return day


@rule("last|past", LONG, reads=("last week", "last year", "last weekend"))
def last_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, -1)


@rule("this", "past|last", LONG, reads=("this past week", "this past weekend"))
def this_past_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, -1)


@rule("this", "entire|whole|current|calendar?", WHOLE, reads=("this week", "this year", "this weekend"))
def this_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0, PREVIOUS if unit.unit is Granularity.DAY else Base.PUBLICATION)


@rule("the?", "current|present", LONG, reads=("the current year", "current quarter"))
def current_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0)


@rule("next", LONG, reads=("next week", "next year"))
def next_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 1)


@rule("the|this?", "coming|upcoming", LONG, reads=("the coming week", "this coming weekend"))
def coming_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 1)


@rule(
    "the", "next|following|subsequent|ensuing", WHOLE,
    reads=("the next day", "the following week"), skips=("for the next year",),
    when=lambda c: c.before() != "for",
)  # fmt: skip
def following_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 1, PREVIOUS)


@rule("the?", "previous|preceding|prior", WHOLE, reads=("the previous year", "the preceding day", "previous week"))
def previous_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, -1, PREVIOUS)


@rule("the", LONG, "before", "last", reads=("the week before last", "the year before last"))
def unit_before_last(unit: Unit) -> Relative:
    return Relative(unit.unit, -2)


@rule("the", LONG, "after", "next", reads=("the week after next",))
def unit_after_next(unit: Unit) -> Relative:
    return Relative(unit.unit, 2)


@rule("the", WHOLE, "before|previous|earlier", reads=("the day before", "the year previous"))
def unit_before(unit: Unit) -> Relative:
    return Relative(unit.unit, -1, PREVIOUS)


@rule("the", WHOLE, "after|following|afterwards", reads=("the day after", "the day following"))
def unit_after(unit: Unit) -> Relative:
    return Relative(unit.unit, 1, PREVIOUS)


@rule("that|the", "very|same?", "same", WHOLE, reads=("that same day", "the same year", "the very same day"))
def same_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0, PREVIOUS)


@rule("that", "very?", WHOLE, reads=("that day", "that year"))
def that_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0, PREVIOUS)


THIS_UNIT = that(Relative, lambda r: r.count == 0 and r.unit is not Granularity.DAY)


@rule("later", "in|on?", THIS_UNIT, reads=("later that year", "later this month"))
def within_unit(unit: Relative) -> Relative:
    return replace(unit, remaining=unit.base is Base.PUBLICATION)


@rule("earlier", "in|on?", THIS_UNIT, reads=("earlier this week", "earlier in the year"))
def earlier_in_unit(unit: Relative) -> Relative:
    return replace(unit, elapsed=True)


@rule("earlier|later", "in|on?", that(Fields, lambda f: said_fields(f) <= {"year", "month"}), reads=("later in 1998",))
def within_fields(period: Fields) -> Fields:
    return period


IN_A_YEAR = that(Fields, lambda f: said_fields(f) in ({"month"}, {"month", "day"}, {"season"}) and f.direction is None)
SOME_YEAR = that(Relative, lambda r: r.unit is Granularity.YEAR)


@rule(
    IN_A_YEAR,
    "of|in|,?",
    SOME_YEAR,
    reads=(
        "August of that year",
        "May of last year",
        "June 10 of that year",
        "March 11 this year",
        "October of next year",
    ),
)
def fields_of_year(date: Fields, year: Relative) -> Expression:
    return date_in_year(date, year)


@rule(
    "the?", Ordinal, "of", "the?", that(Relative, lambda r: r.unit is Granularity.MONTH),
    reads=("the 12th of last month", "the 20th of the following month", "the first of next month"),
    skips=("the first of this month's meetings",), when=lambda c: not c.after().startswith(("'", "’")),
)  # fmt: skip
def day_of_month(day: Ordinal, month: Relative) -> Nth | None:
    return Nth(day.n, Granularity.DAY, month) if 1 <= day.n <= 31 else None


@rule("the", Season, "of", SOME_YEAR, reads=("the spring of next year",))
def season_of_year(season: Season, year: Relative) -> Expression | None:
    direction = {-1: Direction.LAST, 0: Direction.THIS, 1: Direction.NEXT}.get(year.count)
    return Fields(season=season, base=year.base, direction=direction)


@rule(
    "the",
    SHORTER_UNIT,
    reads=("by ⟨the year⟩", "during ⟨the day⟩", "over ⟨the weekend⟩,", "⟨the quarter⟩", "in ⟨the month⟩,"),
    skips=("the year 1998", "the day care centre", "the quarter-final", "the day that he came"),
    when=lambda c: stands_for_its_time(c) or (c.last.lower == "weekend" and c.before() in ("over", "during", "at")),
)
def the_unit(unit: Unit) -> Relative:
    base = Base.PUBLICATION if unit.unit is Granularity.WEEKEND else PREVIOUS  # "over the weekend" is the last one
    return Relative(unit.unit, 0, base)


@rule("weekend", reads=("the ⟨weekend⟩ talks failed",), skips=("a weekend house",), when=qualifies_news)
def weekend_adjective() -> Relative:
    return Relative(Granularity.WEEKEND, 0, Base.PUBLICATION)


SAME = "same|corresponding|comparable|like|similar|equivalent"
STRETCH = "month|period|quarter|half|day|week|time"
A_YEAR_EARLIER = Shift(Amount(1.0, Granularity.YEAR), -1, PREVIOUS, year_earlier=True)


@rule(
    "the", SAME, STRETCH, "a", "year", "ago|earlier|before",
    reads=("the same month a year ago", "the corresponding period a year earlier"),
)  # fmt: skip
def same_a_year_ago() -> Shift:
    return A_YEAR_EARLIER


@rule(
    "the", SAME, STRETCH, "of|in|the?", "last|previous", "year",
    reads=("the same period last year", "the comparable period of last year"),
)  # fmt: skip
def same_last_year() -> Shift:
    return A_YEAR_EARLIER


@rule(
    "the", SAME, "month|period|quarter|half", "of|in?", SAID_YEAR,
    reads=("the same period of 1988", "the like quarter in 2012"), skips=("the same day 1988 people died",),
)  # fmt: skip
def same_in_year(year: Year) -> Shift:
    return replace(A_YEAR_EARLIER, of=Fields(year=year.year))


@rule("the", SAID_YEAR, "period|quarter|half", reads=("in ⟨the 1988 quarter⟩", "⟨the 2012 period⟩"))
def period_of_year(year: Year) -> Shift:
    return replace(A_YEAR_EARLIER, of=Fields(year=year.year))


@rule(
    "the?", "year", "-", "ago|earlier", "period|month?",
    reads=("the year-ago period", "⟨the year-earlier⟩ results"),
)  # fmt: skip
def year_ago_period() -> Shift:
    return A_YEAR_EARLIER


@rule(
    "the", "prior|previous|preceding", "-?", "year", "'s|’s?", "period|quarter|month",
    reads=("the prior-year period", "the previous year's quarter"),
)  # fmt: skip
def prior_year_period() -> Shift:
    return A_YEAR_EARLIER


@rule("the?", "year", "-", "ago|earlier", "quarter", reads=("the year-earlier quarter",))
def year_ago_quarter() -> Relative:
    return Relative(Granularity.QUARTER, -4, PREVIOUS)


@rule(
    "the",
    "full",
    "year",
    reads=("for ⟨the full year⟩",),
    skips=("the full year that he served",),
    when=stands_for_its_time,
)
def full_year() -> Relative:
    return Relative(Granularity.YEAR, 0, PREVIOUS)


@rule(
    "this|that|the", "same?", "period",
    reads=("during ⟨this period⟩", "of ⟨the period⟩"), skips=("the period of unrest",),
    when=lambda c: c.after() not in ("of", "between", "from", "when"),
)  # fmt: skip
def that_period() -> Reference:
    return Reference(Vague.PAST, under_discussion=True)


@rule(
    "the|that", "time",
    reads=("at ⟨the time⟩,", "at ⟨that time⟩"), skips=("at the time of writing",),
    when=names_a_moment,
)  # fmt: skip
def that_time() -> Reference:
    return Reference(Vague.PAST, then=True)


@rule(
    "that", "time", reads=("will pay if nothing is agreed by ⟨that time⟩.",), skips=("by that time he had left",),
    when=lambda c: c.before() == "by" and _looks_ahead(c), priority=1,
)  # fmt: skip
def time_ahead() -> Relative:
    return Relative(Granularity.DAY, 0, PREVIOUS)


def _looks_ahead(c: Context) -> bool:
    """Whether something in the sentence is still to come, so that "by that time" names no time past."""
    return not {"will", "'ll", "’ll", "shall", "must"}.isdisjoint(t.lower for t in c.tokens)


@rule(
    "today", reads=("compared with ⟨today⟩'s Russia.", "⟨today⟩'s world"),
    when=names_an_age, priority=1,
)  # fmt: skip
def today_as_age() -> Reference:
    return Reference(Vague.PRESENT)


@rule("this", "time", reads=("by ⟨this time⟩,",), skips=("this time the troops held",), when=names_a_moment)
def this_time() -> Reference:
    return Reference(Vague.PRESENT)


_TELLS_THE_DATE = ("had", "was", "is", "has", "for")  # "the date had been Friday"


@rule(
    "this|that|the", "same?", "date",
    reads=("by ⟨that date⟩", "marking ⟨the date⟩."), skips=("the date of birth",),
    when=lambda c: c.after() not in ("of", *(_TELLS_THE_DATE if c.first.lower == "the" else ())),
)  # fmt: skip
def that_date() -> Relative:
    return Relative(Granularity.DAY, 0, PREVIOUS)


@rule("the?", "opening", "night", reads=("⟨the opening night⟩ of the show",))
def opening_night() -> Relative:
    return Relative(Granularity.DAY, 0, PREVIOUS)  # the day of the event, not a part of it


@rule("the?", "opening|closing|election|polling", "day", reads=("on ⟨election day⟩",))
def event_day() -> Relative:
    return Relative(Granularity.DAY, 0, PREVIOUS)


QUARTER = that(Unit, lambda u: u.unit is Granularity.QUARTER and not u.plural)
RECENT = that(
    Unit,
    lambda u: not u.plural and u.unit in (Granularity.QUARTER, Granularity.MONTH, Granularity.WEEK, Granularity.YEAR),
)


@rule("the", "last|past", QUARTER, reads=("in ⟨the last quarter⟩",), priority=1)
def last_quarter(unit: Unit) -> Relative:
    return Relative(unit.unit, -1)


@rule("the?", "latest", RECENT, reads=("in ⟨the latest quarter⟩", "⟨the latest week⟩"))
def latest_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, -1)


@rule("the", "most", "recent", "fiscal?", RECENT, reads=("in ⟨the most recent fiscal year⟩",))
def most_recent_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, -1)
