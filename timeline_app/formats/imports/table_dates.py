"""How a table of somebody writes its dates: which comes first, day or month, and numbers that stand for dates."""

import re
from collections.abc import Iterable
from itertools import islice

from timeline_app.model.calendar import DAY, HOUR, MINUTE, civil, day_number
from timeline_app.model.source import DateOrder

_FIGURES = re.compile(r"\s*(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(?:\d{4}|\d{2})(?!\d)", re.ASCII)
_SERIAL = re.compile(r"([1-7]\d{4})(\.\d{1,12})?", re.ASCII)  # 1927 to 2119; a year of five digits is no use here
_FRACTION = re.compile(r"0?(\.\d{1,12})", re.ASCII)
_UNIX = re.compile(r"(1\d{9})(\d{3})?(?:\.\d{1,12})?", re.ASCII)  # 2001 to 2033
_SHEET_BEGINS = day_number(1899, 12, 30)  # of the day numbers that Excel, LibreOffice and Google Sheets have since 1900
_LOOKED_AT = 20_000  # dates, to tell what comes first


def told_order(dates: Iterable[str]) -> tuple[DateOrder | None, str]:
    """Day or month first, as the dates of a table show it between them, and what to tell about it.

    One date alone may be ambiguous (3/4/2021) while another beside it is not (3/14/2021).
    """
    day_first = month_first = unclear = ""
    for text in islice(dates, _LOOKED_AT):
        if (found := _FIGURES.match(text)) is None:
            continue
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            day_first = day_first or text.strip()
        elif second > 12 >= first:
            month_first = month_first or text.strip()
        elif first != second:
            unclear = unclear or text.strip()
    if day_first and month_first:
        return None, f"Its dates are of two minds: {day_first} has the day first, {month_first} the month; check them."
    if month_first:
        return DateOrder.MDY, f"Its dates have the month first, as {month_first} shows."
    if unclear and not day_first:
        return None, f"No date shows whether day or month comes first: {unclear} was read with the day first."
    return DateOrder.DMY if day_first else None, ""


def date_of_number(text: str) -> str:
    """A number that stands for a date, in ISO 8601: days of a spreadsheet, seconds or milliseconds of Unix time.

    Other text is answered as it is.
    """
    stripped = text.strip()
    if (found := _SERIAL.fullmatch(stripped)) is not None:
        date = _date(_SHEET_BEGINS + int(found[1]))
        return f"{date}T{_clock(float(found[2]))}" if found[2] and float(found[2]) else date
    if (found := _UNIX.fullmatch(stripped)) is not None:
        day, rest = divmod(int(found[1]), DAY)
        return f"{_date(day)}T{rest // HOUR:02d}:{rest % HOUR // MINUTE:02d}:{rest % MINUTE:02d}Z"
    return text


def clock_of_number(text: str) -> str:
    """A fraction of a day as a spreadsheet keeps a time, as that time; other text as it is."""
    found = _FRACTION.fullmatch(text.strip())
    return _clock(float(found[1])) if found is not None else text


def _date(day: int) -> str:
    return "{:04d}-{:02d}-{:02d}".format(*civil(day))


def _clock(fraction: float) -> str:
    minutes = min(round(fraction * DAY / MINUTE), DAY // MINUTE - 1)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
