"""The date-time group that heads a cable or signal: "R 071430Z MAR 06"."""

import re

from timeline_app.extraction.absolute_dates import AbsoluteDate
from timeline_app.model.calendar import HOUR, MINUTE, day_number, days_in_month
from timeline_app.model.token import Span

_REACH = 60  # code points of a line
_CENTURY_ENDS = 70  # two figures of a year from here on are of the century before
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GROUP = re.compile(
    r"\W{0,3}(?:DTG:?\s*|[A-Z]\s+|(?:ROUTINE|PRIORITY|IMMEDIATE|FLASH)\s+)?(?P<day>[0-3]\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
    r"(?P<zone>[A-Z])?\s+(?P<month>[A-Z][A-Za-z]{2})[A-Za-z]{0,6}\s+(?P<year>\d{4}|\d{2})\b"
)


def find_group(line: str, start: int) -> AbsoluteDate | None:
    """The day and minute of the group that opens a line, which begins at code point `start` of its text."""
    match = _GROUP.match(line[:_REACH])
    month = match["month"].lower() if match else ""
    if match is None or month not in _MONTHS:
        return None
    written, number, day = int(match["year"]), _MONTHS.index(month) + 1, int(match["day"])
    century = 0 if len(match["year"]) == 4 else 2000 if written < _CENTURY_ENDS else 1900
    year = written + century
    if not 1 <= day <= days_in_month(year, number):
        return None
    seconds = int(match["hour"]) * HOUR + int(match["minute"]) * MINUTE
    span = Span(start + match.start("day"), start + match.end("year"))
    return AbsoluteDate(span, day_number(year, number, day), seconds, "UTC" if match["zone"] == "Z" else None)
