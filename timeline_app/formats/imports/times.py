"""What the dates of other programs' files mean."""

import re
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from timeline_app.model.bounds import begin_until
from timeline_app.model.calendar import DAY, HOUR
from timeline_app.model.display import describe
from timeline_app.model.edtf import from_edtf, to_edtf
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import DateOrder, PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import is_zone

# Hours at which the parts of a day begin and end, for days of which only the part's name came along.
_PARTS = ((6, 12), (11, 14), (12, 18), (14, 18), (18, 24), (20, 30), (0, 24), (20, 32), (0, 6), (4, 8), (17, 21))
_CIRCA = re.compile(r"(?:ca?\.|ca) ?(?=\w)|c ?(?=\d)", re.IGNORECASE)
_TWO_YEARS = re.compile(r"(\d{4}) ?[/–] ?(\d\d)", re.ASCII)
_MONTH_OF_YEAR = re.compile(r"([^\W\d]{3,9})-(\d\d)")
_EXCEL_TURN = 30  # of years of two figures those below belong to this century, as Excel has it
_FULL_MINUTE = re.compile(r"T\d\d:\d\d:00(?:Z|[+-]\d\d:\d\d)?[~?%]?$", re.ASCII)


def read_date(text: str, order: DateOrder | None = None) -> TimeValue | None:
    """A date as a person or a program writes it; None for nothing, ValueError with a reason for what is no date."""
    return _read(_usual(" ".join(text.split())), order)


def _usual(text: str) -> str:
    """A short form that tables have in the words of a sentence: c. 1850, the season 1984/85, Excel's Mar-21."""
    if (found := _CIRCA.match(text)) is not None:
        return f"circa {text[found.end() :]}"
    if (found := _TWO_YEARS.fullmatch(text)) is not None and int(found[2]) == (int(found[1]) + 1) % 100:
        return f"{found[1]}-{int(found[1]) + 1}"
    if (found := _MONTH_OF_YEAR.fullmatch(text)) is not None:
        short = int(found[2])
        return f"{found[1]} {short + (2000 if short < _EXCEL_TURN else 1900)}"
    return text


@lru_cache(maxsize=4096)
def _read(text: str, order: DateOrder | None) -> TimeValue | None:
    if not text:
        return None
    from timeline_app.temporal.phrase import PhraseError, read_time  # the grammar is built on first use

    context = PublicationContext(date_order=order)
    try:
        return read_time(text, context)
    except PhraseError:
        with suppress(PhraseError):
            return read_time(text, context, language="de")
        raise


def read_span(start: str, end: str, order: DateOrder | None = None) -> TimeValue | None:
    """The time from one date to another, either side open where its text is empty; raises ValueError."""
    first, last = read_date(start, order), read_date(end, order)
    if first is None or last is None:
        return first if first is not None else last
    return first if first == last else first.spanning(last)


def read_own(cells: dict[str, str]) -> TimeValue | None:
    """The time that our own columns tell; raises ValueError.

    `start` and `end` are what people edit: where they disagree with `edtf`, they win.  Granularity, zone and the soft
    edges of "early June", which EDTF cannot say, come from the columns beside it.
    """
    start, end, notation = (cells.get(name, "").strip() for name in ("start", "end", "edtf"))
    time = None
    if notation:
        try:
            time = _refined(from_edtf(notation), notation, cells)
        except ValueError:
            if not (start or end):
                raise
    if time is not None and begin_until(time) == (start or None, end or None):
        return time
    if not (start or end):
        return time
    first, last = read_date(start), read_date(end)
    if first is not None and last is not None:
        return first if start == end else first.spanning(last)
    return first.since() if first is not None else last.until() if last is not None else None


def _refined(time: TimeValue, notation: str, cells: dict[str, str]) -> TimeValue:
    """A time with the granularity, zone and edges of its row, as far as they fit what EDTF says."""
    zone, unit = cells.get("time_zone", "").strip(), cells.get("granularity", "").strip()
    if unit in tuple(Granularity):
        time = _with_granularity(time, Granularity(unit), notation)
    if time.is_clock and time.offset is not None and zone and is_zone(zone):
        time = replace(time, zone=zone)
    elif time.is_clock and not zone:
        time = replace(time, zone=None)
    wanted = cells.get("display_date", "")
    if describe(time) == wanted:
        return time
    return next((one for one in _softened(time) if describe(one) == wanted), time)


def _with_granularity(time: TimeValue, unit: Granularity, notation: str) -> TimeValue:
    if unit is Granularity.SECOND and time.is_clock and time.latest_end is not None and _FULL_MINUTE.search(notation):
        end = time.latest_end - 59  # a second on the full minute is written as that minute
        if time.earliest_start is None or end > time.earliest_start:
            return replace(time, granularity=unit, earliest_end=end, latest_end=end)
    return replace(time, granularity=unit) if unit.is_clock == time.is_clock else time


def _softened(time: TimeValue) -> list[TimeValue]:
    """The same time as its early, middle or late third, and as each part of its day."""
    start, end = time.earliest_start, time.latest_end
    if start is None or end is None or time.is_clock:
        return []
    if time.granularity is Granularity.DAYPART:
        parts = [(start // DAY * DAY + a * HOUR, start // DAY * DAY + b * HOUR) for a, b in _PARTS]
        made = [replace(time, earliest_start=a, latest_start=a, earliest_end=b, latest_end=b) for a, b in parts]
        return [one for one in made if to_edtf(one) == to_edtf(time)]
    third = (end - start) // 3
    cores = ((start, start + third), (end - third, end), (start + third, end - third))
    return [replace(time, latest_start=a, earliest_end=b) for a, b in cores]
