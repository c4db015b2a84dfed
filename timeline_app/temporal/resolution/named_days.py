"""Named days: Christmas, Easter, Ramadan, Thanksgiving, 9/11, from the calendars of `holidays` and `dateutil`."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib import import_module
from typing import Literal

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from timeline_app.model.annotation import Reading
from timeline_app.model.calendar import civil, day_number
from timeline_app.model.expression import Base, NamedDay
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution.core import reading, resolve
from timeline_app.temporal.resolution.directions import choose
from timeline_app.temporal.resolution.nth import nth_weekday
from timeline_app.temporal.resolution.situation import Situation, Unanchored
from timeline_app.temporal.resolution.timex3 import unit_value

Day = Callable[[int], TimeValue | None]


def _fixed(month: int, day: int) -> Day:
    return lambda year: TimeValue.day(year, month, day)


def _from_easter(days: int, method: Literal[1, 2, 3] = EASTER_WESTERN) -> Day:
    def day(year: int) -> TimeValue | None:
        if not 326 < year < 4100:  # where the computus is defined
            return None
        sunday = easter(year, method)
        number = day_number(sunday.year, sunday.month, sunday.day) + days
        return TimeValue.days(number, number)

    return day


def _week_from_easter(days: int) -> Day:
    """Seven days that begin so many days after Easter Sunday."""

    def week(year: int) -> TimeValue | None:
        first = _from_easter(days)(year)
        return (
            None if first is None or first.first_day is None else TimeValue.days(first.first_day, first.first_day + 6)
        )

    return week


def _weekday(n: int, weekday: int, month: int, offset: int = 0) -> Day:
    def day(year: int) -> TimeValue | None:
        whole = TimeValue.month(year, month)
        number = nth_weekday(n, weekday, whole.first_day or 0, whole.last_day or 0)
        return None if number is None else TimeValue.days(number + offset, number + offset)

    return day


def _once(year: int, month: int, day: int) -> Day:
    return lambda asked: TimeValue.day(year, month, day) if asked == year else None


def _lunar(calendar: str, method: str, days: int = 1) -> Day:
    """A feast of a calendar that `holidays` keeps, `days` long; None for years that it does not cover."""

    def day(year: int) -> TimeValue | None:
        first = _lunar_day(calendar, method, year)
        return None if first is None else TimeValue.days(first, first + days - 1)

    return day


@lru_cache(maxsize=1024)
def _lunar_day(calendar: str, method: str, year: int) -> int | None:
    """Day number of the feast's last beginning in a calendar year: a lunar feast may fall into one year twice."""
    module, name = _CALENDARS[calendar]
    found = getattr(getattr(import_module(f"holidays.calendars.{module}"), name)(), method)(year)
    entries = found if isinstance(found, Iterable) and not _is_dated(found) else [found]
    days = (entry[0] if isinstance(entry, tuple) else entry for entry in entries)
    numbers = [day_number(d.year, d.month, d.day) for d in days if isinstance(d, date) and d.year == year]
    return max(numbers, default=None)


def _is_dated(found: object) -> bool:
    """Whether this is one day with its certainty, not a collection of days."""
    return isinstance(found, tuple) and len(found) == 2 and isinstance(found[1], bool)


# Imported when first asked for: the package is slow to load, and the window does not need it to open.
_CALENDARS = {
    "islamic": ("islamic", "_IslamicLunar"),
    "hebrew": ("hebrew", "_HebrewLunisolar"),
    "chinese": ("chinese", "_ChineseLunisolar"),
    "hindu": ("hindu", "_HinduLunisolar"),
    "persian": ("persian", "_Persian"),
    "buddhist": ("buddhist", "_BuddhistLunisolar"),
}
_MONDAY, _THURSDAY, _SUNDAY = 0, 3, 6
_DAYS: dict[str, Day] = {
    "new_year": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "mlk_day": _weekday(3, _MONDAY, 1),
    "valentines_day": _fixed(2, 14),
    "presidents_day": _weekday(3, _MONDAY, 2),
    "holocaust_day": _fixed(1, 27),
    "womens_day": _fixed(3, 8),
    "st_patricks_day": _fixed(3, 17),
    "april_fools": _fixed(4, 1),
    "earth_day": _fixed(4, 22),
    "may_day": _fixed(5, 1),
    "labour_day": _fixed(5, 1),
    "victory_day": _fixed(5, 9),
    "mothers_day_us": _weekday(2, _SUNDAY, 5),
    "memorial_day_us": _weekday(-1, _MONDAY, 5),
    "juneteenth": _fixed(6, 19),
    "midsummer": _fixed(6, 24),
    "independence_day_us": _fixed(7, 4),
    "bastille_day": _fixed(7, 14),
    "labor_day_us": _weekday(1, _MONDAY, 9),
    "columbus_day": _weekday(2, _MONDAY, 10),
    "halloween": _fixed(10, 31),
    "all_saints": _fixed(11, 1),
    "guy_fawkes": _fixed(11, 5),
    "armistice_day": _fixed(11, 11),
    "veterans_day": _fixed(11, 11),
    "remembrance_sunday": _weekday(2, _SUNDAY, 11),
    "thanksgiving": _weekday(4, _THURSDAY, 11),
    "black_friday": _weekday(4, _THURSDAY, 11, offset=1),
    "christmas_eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing_day": _fixed(12, 26),
    "new_years_eve": _fixed(12, 31),
    "ash_wednesday": _from_easter(-46),
    "shrove_tuesday": _from_easter(-47),
    "palm_sunday": _from_easter(-7),
    "holy_week": _week_from_easter(-7),
    "easter_week": _week_from_easter(0),
    "maundy_thursday": _from_easter(-3),
    "good_friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter_monday": _from_easter(1),
    "ascension_day": _from_easter(39),
    "pentecost": _from_easter(49),
    "whit_monday": _from_easter(50),
    "trinity_sunday": _from_easter(56),
    "corpus_christi": _from_easter(60),
    "orthodox_easter": _from_easter(0, EASTER_ORTHODOX),
    "orthodox_good_friday": _from_easter(-2, EASTER_ORTHODOX),
    "clean_monday": _from_easter(-48, EASTER_ORTHODOX),
    "ramadan": _lunar("islamic", "ramadan_beginning_dates", 30),
    "eid_al_fitr": _lunar("islamic", "eid_al_fitr_dates"),
    "eid_al_adha": _lunar("islamic", "eid_al_adha_dates"),
    "ashura": _lunar("islamic", "ashura_dates"),
    "mawlid": _lunar("islamic", "mawlid_dates"),
    "passover": _lunar("hebrew", "passover_date"),
    "rosh_hashanah": _lunar("hebrew", "rosh_hashanah_date"),
    "yom_kippur": _lunar("hebrew", "yom_kippur_date"),
    "sukkot": _lunar("hebrew", "sukkot_date"),
    "hanukkah": _lunar("hebrew", "hanukkah_date"),
    "chinese_new_year": _lunar("chinese", "lunar_new_year_date"),
    "diwali": _lunar("hindu", "diwali_india_date"),
    "holi": _lunar("hindu", "holi_date"),
    "nowruz": _lunar("persian", "new_year_date"),
    "vesak": _lunar("buddhist", "vesak_date"),
}
_METHODS = ("_date", "_dates")  # what the calendars append to a feast's name
# Days that name one event of history: the same whatever the context.
_EVENTS = {"d_day": (1944, 6, 6), "nine_eleven": (2001, 9, 11)}


@resolve.register
def _(tree: NamedDay, situation: Situation) -> Reading:
    if tree.name in _EVENTS:
        day = TimeValue.day(*_EVENTS[tree.name])
        return reading(day, unit_value(day))
    at = _DAYS.get(tree.name) or _of_calendar(tree.name)
    if at is None:
        raise Unanchored("the day is in none of the calendars")
    if tree.year is not None:
        whole = resolve(tree.year, situation)
        found = None if whole.time is None or whole.time.first_day is None else at(civil(whole.time.first_day).year)
        if found is None:
            raise Unanchored("the calendars do not reach that year")
        return replace(reading(found, _value(found), whole.anchor, whole.confidence), warning=whole.warning)
    choice = choose(
        at, _year_of, Granularity.DAY, situation, tree.direction, Base.PUBLICATION, may_continue=tree.direction is None
    )
    return reading(choice.time, _value(choice.time), choice.anchor, choice.confidence)


def _of_calendar(key: str) -> Day | None:
    """A feast by its calendar and its name there: `hebrew.purim`, `islamic.hijri_new_year`."""
    calendar, _, feast = key.partition(".")
    if not feast or calendar not in _CALENDARS:
        return None
    module, name = _CALENDARS[calendar]
    kept = getattr(import_module(f"holidays.calendars.{module}"), name)
    return next((_lunar(calendar, feast + end) for end in _METHODS if hasattr(kept, feast + end)), None)


def _year_of(day: int) -> int:
    return civil(day).year


def _value(time: TimeValue) -> str:
    """The day; of a feast of many days, its first."""
    return unit_value(time)
