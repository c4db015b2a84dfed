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
_BEFORE = re.compile(r"(?:^|[|·•:,()/]|\s\s|\b(?:published|updated|posted|on))\s*$", re.IGNORECASE)
_AFTER = re.compile(r"(?!\s*(?:[-–—]|to|until)\s*\d)(?:[\s.|·•)]|$)")  # no opening hours


@dataclass(frozen=True, slots=True)
class PageStamp:
    """A month, a day, the seconds of the day and the zone as written, and where they stand."""

    span: Span
    month: int
    day: int
    seconds: int
    zone: str | None = None


def find_stamp(text: str, head: Sequence[Paragraph]) -> PageStamp | None:
    """The first such stamp in a short line of the head; in figures the month comes first, as agencies write it."""
    for line in head:
        content = line.of(text)
        match = _STAMP.search(content) if len(content) <= _LONGEST else None
        if match is None or not (_BEFORE.search(content[: match.start()]) and _AFTER.match(content, match.end())):
            continue
        written = match["month1"] or match["month2"]
        month = month_number(written) if written else int(match["month3"])
        day = int(match["day1"] or match["day2"] or match["day3"])
        if not 1 <= day <= days_in_month(_LEAP_YEAR, month):
            continue
        hour = int(match["hour"])
        if match["half"] and hour <= 12:
            hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
        span = Span(line.span.start + match.start(), line.span.start + match.end())
        return PageStamp(span, month, day, hour * HOUR + int(match["minute"]) * MINUTE, match["zone"])
    return None
