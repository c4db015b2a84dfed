"""The day and hour that a page prints without a year above its story: "24 SEP, 13:05", "08-20 15:02:46"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.extraction.absolute_dates import month_number, month_pattern
from timeline_app.extraction.paragraphs import Paragraph
from timeline_app.model.calendar import HOUR, MINUTE, days_in_month
from timeline_app.model.token import Span

_LONGEST = 90  # code points of such a line
_LEAP_YEAR = 2000
_CLOCK = (
    r"[\s,|/·•–—-]{1,4}(?:at\s+)?(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s*\(?(?P<zone>[A-Z]{2,4})\b\)?)?"
)
_STAMP = re.compile(
    rf"(?<![\w.,:/-])(?:{month_pattern('month1')}\s+(?P<day1>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+{month_pattern('month2')}"
    rf"|(?P<month3>0[1-9]|1[0-2])-(?P<day3>[0-3]\d)){_CLOCK}",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(  # "12 May", "Published 12 May"
    rf"\W{{0,3}}(?:(?:first |last )?(?:published|updated|posted)(?: on)?:?\s+)?"
    rf"(?:{month_pattern('month1')}\s+(?P<day1>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+{month_pattern('month2')})",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:^|[|·•:,()/]|\s\s|\b(?:published|updated|posted|on))\s*$", re.IGNORECASE)
_AFTER = re.compile(r"(?!\s*(?:[-–—]|to|until)\s*\d)(?:[\s.|·•)]|$)")  # no opening hours


@dataclass(frozen=True, slots=True)
class PageStamp:
    """A month, a day, the seconds of the day (None for a day alone) and the zone as written, and where they stand."""

    span: Span
    month: int
    day: int
    seconds: int | None
    zone: str | None = None


def find_stamp(text: str, head: Sequence[Paragraph]) -> PageStamp | None:
    """The first such stamp in a short line of the head, else a day that is the whole of a line.

    In figures the month comes first, as agencies write it.
    """
    short = [line for line in head if len(line.of(text)) <= _LONGEST]
    found = (_stamp(line.of(text), line.span.start) or _day_alone(line.of(text), line.span.start) for line in short)
    stamps = [stamp for stamp in found if stamp is not None]
    days = {(stamp.month, stamp.day) for stamp in stamps if stamp.seconds is None}  # several head the parts of a text
    alone = next((stamp for stamp in stamps if stamp.seconds is None), None) if len(days) == 1 else None
    return next((stamp for stamp in stamps if stamp.seconds is not None), alone)


def _stamp(content: str, start: int) -> PageStamp | None:
    match = _STAMP.search(content)
    if match is None or not (_BEFORE.search(content[: match.start()]) and _AFTER.match(content, match.end())):
        return None
    written = match["month1"] or match["month2"]
    month = month_number(written) if written else int(match["month3"])
    day = int(match["day1"] or match["day2"] or match["day3"])
    hour = int(match["hour"])
    if match["half"] and hour <= 12:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    span = Span(start + match.start(), start + match.end())
    seconds = hour * HOUR + int(match["minute"]) * MINUTE
    return PageStamp(span, month, day, seconds, match["zone"]) if _exists(month, day) else None


def _day_alone(content: str, start: int) -> PageStamp | None:
    match = _DAY_ALONE.fullmatch(content.strip(" |·•"))
    if match is None:
        return None
    month, day = month_number(match["month1"] or match["month2"]), int(match["day1"] or match["day2"])
    return PageStamp(Span(start, start + len(content)), month, day, None) if _exists(month, day) else None


def _exists(month: int, day: int) -> bool:
    return 1 <= day <= days_in_month(_LEAP_YEAR, month)
