"""The month that heads a report which names no day: "Geneva, March 2015".

It is only proposed: "Battle of Kursk, July 1943" looks alike, and is what the text is about.
"""

import re
from collections.abc import Sequence

from timeline_app.extraction.absolute_dates import month_number, month_pattern
from timeline_app.extraction.paragraphs import Paragraph
from timeline_app.model.source import Evidence
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span

_HEAD_LINES = 10  # from the top of the text
_LONGEST = 80  # code points of such a line
_CONFIDENCE = 0.45
_WRITTEN = re.compile(r"(?P<year>\d{4})-(?P<number>0[1-9]|1[0-2])")
_SPELLED = re.compile(rf"{month_pattern('month')},?\s+(?P<year>(?:1[5-9]|20)\d\d)", re.IGNORECASE)
_BESIDE = re.compile(
    r"\W*(?!(?:Founded|Established|Est|Since|Born|Died)\b)"
    r"(?:(?:[A-Z][\w.'’/-]*|of|the|and|de|von|/)[\s,]+){0,6}(?:[-–—|,(·:]\s*)?"
)


def read_month(written: str) -> TimeValue | None:
    """ "2015-03", "March 2015": a month and nothing else."""
    if found := _WRITTEN.fullmatch(written.strip()):
        return TimeValue.month(int(found["year"]), int(found["number"]))
    if found := _SPELLED.fullmatch(written.strip()):
        return TimeValue.month(int(found["year"]), month_number(found["month"]))
    return None


def find_month(text: str, story: Sequence[Paragraph]) -> Evidence | None:
    """The month on a line of its own near the top, beside no more than a place's or an issuer's name."""
    for line in story[:_HEAD_LINES]:
        content = line.of(text)
        found = _SPELLED.search(content) if len(content) <= _LONGEST else None
        if found is None or not _BESIDE.fullmatch(content[: found.start()]) or content[found.end() :].strip(" )."):
            continue
        span = Span(line.span.start + found.start(), line.span.start + found.end())
        value = f"{int(found['year']):04d}-{month_number(found['month']):02d}"
        return Evidence("published", value, "the month at the top", _CONFIDENCE, span)
    return None
