"""Dates by their fields: 10 May 2018, May 10, Friday, last November, Q3, the winter of 1914, the 1990s, 6/7/2018."""

from collections.abc import Callable
from dataclasses import replace

from timeline_app.model.annotation import Alternative, Reading
from timeline_app.model.calendar import civil, day_number, days_in_month, iso_week, iso_week_start, weekday
from timeline_app.model.date_style import PLAIN
from timeline_app.model.display import describe, describe_weekdays
from timeline_app.model.expression import Base, Direction, Fields, NumericDate
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import DateOrder
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Tense
from timeline_app.temporal.resolution import units
from timeline_app.temporal.resolution.core import AMBIGUOUS, DEICTIC, EXPLICIT, reading, resolve
from timeline_app.temporal.resolution.directions import choose
from timeline_app.temporal.resolution.occurrences import Choice
from timeline_app.temporal.resolution.situation import Situation, Unanchored
from timeline_app.temporal.resolution.timex3 import century_text, decade_text, unit_value, year_text
from timeline_app.temporal.resolution.weekdays import resolve_weekday, resolve_weekend

_COMING_YEARS = 9  # '25 in a text of 2018 looks ahead, '35 looks back
_HALF_A_YEAR = 183  # days
_PIVOT = 2020  # for texts without any date of their own


@resolve.register
def _(tree: Fields, situation: Situation) -> Reading:
    tree = _with_full_year(tree, situation)
    if tree.century is not None:
        others = () if tree.decade is None else (_first_decade(tree.decade),)
        return reading(units.century(tree.century), century_text(tree.century), alternatives=others)
    if tree.decade is not None:
        return reading(units.decade(tree.decade), decade_text(tree.decade))
    if tree.weekend and tree.day is None:
        return resolve_weekend(tree, situation)
    if tree.weekday is not None and tree.day is None and tree.month is None and tree.week is None:
        return resolve_weekday(tree, situation)
    if tree.year is not None:
        return _in_year(tree, tree.year, situation)
    return _implied_year(tree, situation)


def _first_decade(index: int) -> Alternative:
    """The 1900s as the ten years from 1900."""
    time = units.decade(index)
    return Alternative(time, decade_text(index), f"as the first decade of that century → {describe(time)}.")


@resolve.register
def _(tree: NumericDate, situation: Situation) -> Reading:
    order = situation.context.date_order
    month_first = Fields(year=tree.year, month=tree.first, day=tree.second, weekday=tree.weekday)
    day_first = Fields(year=tree.year, month=tree.second, day=tree.first, weekday=tree.weekday)
    if tree.year is not None and tree.year < 100:
        month_first, day_first = replace(month_first, two_digit=True), replace(day_first, two_digit=True)
    if tree.first > 12 or tree.first == tree.second:
        return resolve(day_first, situation)
    if tree.second > 12 or order in (DateOrder.MDY, DateOrder.YMD):
        return resolve(month_first, situation)
    if order is DateOrder.DMY:
        return resolve(day_first, situation)
    return _either_order(resolve(day_first, situation), resolve(month_first, situation), situation)


def _either_order(day_first: Reading, month_first: Reading, situation: Situation) -> Reading:
    """The reading nearer to publication, the other kept; without a publication date, the day first."""
    near, far = day_first, month_first
    if (near.warning is None) is not (far.warning is None):  # only one of them is a day, or falls on the weekday said
        return near if near.warning is None else far
    if situation.now is not None and situation.now.first_day is not None:
        today = situation.now.first_day
        near, far = sorted((near, far), key=lambda r: abs((r.time.first_day or 0) - today) if r.time else 0)
    warning = "day and month could be either way round; set the date order of the source"
    if far.time is None:
        return replace(near, confidence=AMBIGUOUS, warning=warning)
    how = f"with day and month the other way round → {describe_weekdays(far.time)}."
    return replace(near, confidence=AMBIGUOUS, warning=warning, alternatives=(Alternative(far.time, far.value, how),))


def _with_full_year(tree: Fields, situation: Situation) -> Fields:
    """'98 and '70s with their century: the latest that is not far ahead of publication, in a story the nearest."""
    if not tree.two_digit:
        return tree
    told = situation.told[-1].time.first_day if situation.narrative and situation.told else None
    now = situation.now.first_day if situation.now is not None else None
    reference = told if told is not None else now
    year = _PIVOT if reference is None else civil(reference).year
    latest = year + (_COMING_YEARS if told is None else 50)
    if tree.decade is not None and tree.decade < 10:
        return replace(tree, decade=latest // 10 - (latest // 10 - tree.decade) % 10)
    if tree.year is not None and 0 <= tree.year < 100:
        return replace(tree, year=latest - (latest - tree.year) % 100)
    return tree


def _in_year(tree: Fields, year: int, situation: Situation) -> Reading:
    """A date whose year is said."""
    time = occurrence(tree, year, situation)
    if time is None:
        return _no_such_day(tree, year)
    warning = _wrong_weekday(tree, time)
    confidence = AMBIGUOUS if warning else EXPLICIT
    others = _other_winter(tree, year, situation)
    value = _value(tree, time, year, situation)
    if others and others[0].time is not None and situation.narrative:  # histories name a winter by its first year
        time, others = others[0].time, (_winter_by_january(tree, time, year),)
    return reading(time, value, confidence=confidence, alternatives=others, warning=warning)


def _other_winter(tree: Fields, year: int, situation: Situation) -> tuple[Alternative, ...]:
    """A winter is named by the year of its January; "the winter of 1914" may also be the one that began in 1914."""
    own, following = occurrence(tree, year, situation), occurrence(tree, year + 1, situation)
    if tree.season is None or own is None or following is None or own.year_span() == (year, year):
        return ()
    why = f"named by the year in which it began → {describe(following)}."
    return (Alternative(following, f"{year_text(year)}-{tree.season}", why),)


def _winter_by_january(tree: Fields, time: TimeValue, year: int) -> Alternative:
    return Alternative(
        time, f"{year_text(year - 1)}-{tree.season}", f"named by the year of its January → {describe(time)}."
    )


def _no_such_day(tree: Fields, year: int) -> Reading:
    """30 February: its month is all that can be believed."""
    if tree.month is None or not 1 <= tree.month <= 12:
        raise Unanchored("there is no such date in the calendar")
    month = TimeValue.month(year, tree.month)
    warning = f"there is no day {tree.day} in {describe(month)}"
    return reading(month, unit_value(month), confidence=AMBIGUOUS, warning=warning)


def occurrence(tree: Fields, year: int, situation: Situation) -> TimeValue | None:
    """The calendar period that the fields name in a year, None where there is none (30 February)."""
    context = situation.context
    fiscal = context.fiscal_year_start if tree.fiscal else 1
    start = year if fiscal == 1 else year - 1
    if tree.week is not None:
        return _week(tree, year)
    if tree.quarter is not None:
        return units.months(start, fiscal + 3 * (tree.quarter - 1), 3, Granularity.QUARTER)
    if tree.half is not None:
        return units.months(start, fiscal + 6 * (tree.half - 1), 6, Granularity.HALF)
    if tree.season is not None:
        return units.season(year, tree.season, context.hemisphere)
    if tree.month is None:
        return units.fiscal_year(year, fiscal) if tree.fiscal else TimeValue.year(year)
    if not 1 <= tree.month <= 12:
        return None
    if tree.day is None:
        return TimeValue.month(year, tree.month)
    if not 1 <= tree.day <= days_in_month(year, tree.month):
        return None
    day = day_number(year, tree.month, tree.day)
    return _weekend_at(day) if tree.weekend else TimeValue.days(day, day)


def _weekend_at(day: int) -> TimeValue:
    """The weekend of a date: the one it falls in, else the one that ends its week."""
    return units.weekend(day)


def _week(tree: Fields, year: int) -> TimeValue | None:
    monday = iso_week_start(year, tree.week or 1)
    if iso_week(monday) != (year, tree.week):
        return None
    if tree.weekday is not None:
        return TimeValue.days(monday + tree.weekday, monday + tree.weekday)
    return TimeValue.days(monday, monday + 6, Granularity.WEEK)


def _value(tree: Fields, time: TimeValue, year: int, situation: Situation) -> str:
    if tree.fiscal and tree.quarter is None and tree.half is None and tree.month is None:
        return f"FY{year_text(year)}"
    if tree.season is not None:
        return f"{year_text(year)}-{tree.season}"
    if tree.quarter is not None:
        return f"{year_text(year)}-Q{tree.quarter}"
    if tree.half is not None:
        return f"{year_text(year)}-H{tree.half}"
    return unit_value(time, situation.context.hemisphere)


def _implied_year(tree: Fields, situation: Situation) -> Reading:
    """A date without its year: May 10, last November, the third quarter, this winter, the 20th."""
    if tree.month is None and tree.day is not None:
        return _day_of_month(tree, situation)
    unit = _unit(tree)

    def at(year: int) -> TimeValue | None:
        return occurrence(tree, year, situation)

    def index(day: int) -> int:
        return civil(day).year

    if tree.direction is Direction.THIS and tree.base is Base.PUBLICATION and situation.counts_from_now:
        choice = _this(tree, situation)
    else:
        choice = choose(at, index, unit, situation, tree.direction, tree.base, may_continue=tree.month is not None)
    choice = _by_weekday(tree, choice, situation)
    year = _year_of(tree, choice.time, situation)
    return reading(
        choice.time,
        _value(tree, choice.time, year, situation),
        choice.anchor,
        choice.confidence,
        alternatives=_runner_up(choice, situation),
        warning=_wrong_weekday(tree, choice.time),
    )


def _by_weekday(tree: Fields, choice: Choice, situation: Situation) -> Choice:
    """Tuesday 9 May: where only the runner-up falls on the weekday that is said, and is not far, it is the one."""
    if tree.weekday is None or tree.day is None or _on_weekday(tree, choice.time):
        return choice
    today = situation.now.first_day if situation.now is not None else None
    other = choice.other if choice.other is not None and _on_weekday(tree, choice.other) else None
    if other is not None and today is not None and abs((other.first_day or 0) - today) < _HALF_A_YEAR:
        return Choice(other, choice.anchor, DEICTIC, choice.time)
    return replace(choice, confidence=AMBIGUOUS)


def _wrong_weekday(tree: Fields, time: TimeValue) -> str | None:
    """The warning for a date that does not fall on the weekday said with it."""
    if tree.weekday is None or tree.day is None or tree.weekend or _on_weekday(tree, time):
        return None
    names = PLAIN.words.weekdays
    return f"that day was a {names[weekday(time.first_day or 0)]}, not a {names[tree.weekday]}"


def _on_weekday(tree: Fields, time: TimeValue | None) -> TimeValue | None:
    """The day, if it falls on the weekday that the phrase says: Friday 13th, Tuesday 9 May."""
    if time is None or tree.weekday is None or tree.day is None or time.first_day is None:
        return time
    return time if weekday(time.first_day) == tree.weekday else None


def _unit(tree: Fields) -> Granularity:
    if tree.day is not None:
        return Granularity.DAY
    if tree.week is not None:
        return Granularity.WEEK
    if tree.month is not None:
        return Granularity.MONTH
    if tree.season is not None:
        return Granularity.SEASON
    if tree.quarter is not None:
        return Granularity.QUARTER
    return Granularity.HALF if tree.half is not None else Granularity.YEAR


def _year_of(tree: Fields, time: TimeValue, situation: Situation) -> int:
    """The year that names the period chosen: a winter's January, a fiscal quarter's fiscal year, a week's Thursday."""
    first = time.first_day or 0
    if tree.season is not None:
        return units.season_of(time, situation.context.hemisphere)[0]
    if tree.week is not None:
        return iso_week(first)[0]
    year, month, _ = civil(first)
    start = situation.context.fiscal_year_start
    return year + 1 if tree.fiscal and start > 1 and month >= start else year


def _this(tree: Fields, situation: Situation) -> Choice:
    """this May, this summer: the running one, else that of P's own year, a season the nearest that the tense allows."""
    today = situation.today(_unit(tree))
    year = civil(today).year
    around = [t for y in (year - 1, year, year + 1) if (t := occurrence(tree, y, situation)) is not None]
    running = [t for t in around if (t.first_day or 0) <= today <= (t.last_day or 0)]
    if running:
        return Choice(running[0], situation.now_anchor, DEICTIC)
    if tree.season is None and (own := occurrence(tree, year, situation)) is not None:
        return Choice(own, situation.now_anchor, DEICTIC)
    coming = next(t for t in around if (t.first_day or 0) > today)
    gone = next(t for t in reversed(around) if (t.last_day or 0) < today)
    if situation.tense is not None:
        near = coming if situation.is_future else gone
    else:
        near = min(gone, coming, key=lambda t: abs((t.first_day or 0) + 45 - today))
    return Choice(near, situation.now_anchor, DEICTIC)


def _runner_up(choice: Choice, situation: Situation) -> tuple[Alternative, ...]:
    if choice.other is None:
        return ()
    value = unit_value(choice.other, situation.context.hemisphere)
    return (Alternative(choice.other, value, f"counted the other way → {describe_weekdays(choice.other)}."),)


def _day_of_month(tree: Fields, situation: Situation) -> Reading:
    """The 20th: of the month under discussion or the next; no story goes back a month without saying so."""
    fine = tuple(told for told in situation.told if told.time.granularity.rank <= Granularity.MONTH.rank)
    situation = replace(situation, told=fine)  # no day is counted from a quarter
    told = situation.story
    looks_ahead = situation.is_future and not situation.narrative  # "reopens on the 29th"
    goes_on = told is not None and not looks_ahead

    def index(day: int) -> int:
        year, month, _ = civil(day)
        return year * 12 + month - 1

    first = index(told.time.first_day or 0) if goes_on and told is not None else None

    def at(index: int) -> TimeValue | None:
        if first is not None and index < first:
            return None
        year, month = divmod(index, 12)
        return _on_weekday(tree, occurrence(replace(tree, month=month + 1), year, situation))

    if tree.weekday is not None and not fine and tree.direction is None:
        return _nearest_of(at, index, situation)
    base = Base.PREVIOUS if goes_on else tree.base
    choice = choose(at, index, Granularity.DAY, situation, tree.direction, base)
    return reading(choice.time, unit_value(choice.time), choice.anchor, choice.confidence)


def _nearest_of(at: Callable[[int], TimeValue | None], index: Callable[[int], int], situation: Situation) -> Reading:
    """Friday the 13th: the nearest there is, on the side that the verb looks to unless that is far."""
    today = situation.today()
    times = [t for step in range(-14, 15) if (t := at(index(today) + step)) is not None]
    if not times:
        raise Unanchored("no month near has that day on that weekday")

    def distance(time: TimeValue) -> int:
        gap = (time.first_day or 0) - today
        against = gap > 0 if situation.tense is Tense.PAST else gap < 0 if situation.is_future else False
        return abs(gap) * (3 if against else 1)

    time = min(times, key=distance)
    return reading(time, unit_value(time), situation.now_anchor, DEICTIC)
