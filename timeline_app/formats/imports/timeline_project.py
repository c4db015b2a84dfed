"""The Timeline Project's XML (files of its versions 0.10 to 2.x with Gregorian time)."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.formats.cells import joined
from timeline_app.formats.errors import FormatError
from timeline_app.formats.imports.rows import ImportedEvent
from timeline_app.model.calendar import DAY, HOUR, MINUTE, day_number, days_in_month
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOMENT = re.compile(r"\s*(-?\d{1,9})-(\d{1,2})-(\d{1,2})(?:\s+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?\s*")
_CALENDARS = ("gregoriantime", "pytime", "")
_TRUE = "true"


def read(path: Path, data: bytes) -> tuple[list[ImportedEvent], list[str]]:
    """Its events, eras and milestones; raises FormatError for what cannot be read."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise FormatError(f"Could not read {path} as XML: it is damaged ({error}).") from error
    kind = (root.findtext("timetype") or "").strip()
    if root.tag != "timeline" or kind not in _CALENDARS:
        what = f"its time is {kind!r}, not the Gregorian calendar" if root.tag == "timeline" else "it is no timeline"
        raise FormatError(f"Could not read {path}: {what}.")
    found = [(one, "") for one in root.iterfind("events/event")]
    found += [(one, "milestone") for tag in ("events/milestone", "milestones/milestone") for one in root.iterfind(tag)]
    found += [(one, "era") for one in root.iterfind("eras/era")]
    return [_event(number, one, kind) for number, (one, kind) in enumerate(found, 1)], []


def _event(number: int, one: "Element", kind: str) -> ImportedEvent:
    def text(name: str) -> str:
        return (one.findtext(name) or "").strip()

    categories = [(c.text or "").strip() for c in (*one.iterfind("category"), *one.iterfind("categories/category"))]
    categories = [name for name in categories if name]
    cells = {
        "title": text("text") or text("name") or text("description")[:80],
        "kind": kind,
        "lane": categories[0] if categories else "",
        "tags": joined(categories[1:]),
    }
    description = "\n".join(part for part in (text("description"), text("hyperlink")) if part)
    try:
        return ImportedEvent(number, cells, _time(one, text), description)
    except ValueError as error:
        return ImportedEvent(number, cells, None, description, f"Its date cannot be read: {error}.")


def _time(one: "Element", text: Callable[[str], str]) -> TimeValue:
    start = _seconds(text("start") or text("time"))
    end = _seconds(text("end")) if text("end") else start
    if end < start:
        raise ValueError("it ends before it starts")
    vague = any(text(name).lower() == _TRUE for name in ("fuzzy", "fuzzy_start", "fuzzy_end"))
    if start % DAY == 0 and end % DAY in (0, DAY - 1):
        last = max(start // DAY, (end - 1) // DAY)
        time = TimeValue.days(start // DAY, last)
    else:
        begin, until = start // MINUTE * MINUTE, end // MINUTE * MINUTE
        time = TimeValue.interval(begin, until + MINUTE, Granularity.MINUTE)
    if text("ends_today").lower() == _TRUE:
        time = time.since()
    return replace(time, approximate=vague)


def _seconds(text: str) -> int:
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise ValueError(f"{text or 'nothing'} is no date of that program")
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month) and hour < 24 and minute < 60 and second < 60):
        raise ValueError(f"there is no {text.strip()}")
    return day_number(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second
