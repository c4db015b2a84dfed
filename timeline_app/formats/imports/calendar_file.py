"""iCalendar: each VEVENT an event; what recurs is read once, at its first time."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from timeline_app.formats.cells import joined
from timeline_app.formats.errors import FormatError
from timeline_app.formats.imports.rows import ImportedEvent
from timeline_app.model.calendar import DAY, HOUR, MINUTE, day_number
from timeline_app.model.edtf import from_edtf
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

_OUR_UID = "@timeline-app"
_ZONES_TOLD = 3
_STATUS = {"CONFIRMED": "accepted", "CANCELLED": "rejected", "TENTATIVE": "suggested"}
_MODALITIES = frozenset({"happened", "ongoing", "planned", "possible", "denied", "opinion"})


def read(path: Path, data: bytes) -> tuple[list[ImportedEvent], list[str]]:
    """The events of a calendar; raises FormatError for what is none."""
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(data.decode("utf-8-sig", "replace"), multiple=True)
    except (ValueError, IndexError, KeyError, RecursionError) as error:
        raise FormatError(f"Could not read {path} as a calendar: {error or 'it is damaged'}.") from error
    if not calendars:
        raise FormatError(f"Could not read {path}: the calendar breaks off before its end; export it anew.")
    found = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    recurring = sum("RRULE" in event for event in found)
    notes = [f"{recurring:,} of the events recur; each was read once, at its first time."] if recurring else []
    zones = sorted({zone for event in found if (zone := _strange_zone(event))})
    notes += [
        f"The zone “{zone}” is in no list of zones; its times were read without one." for zone in zones[:_ZONES_TOLD]
    ]
    return [_event(number, event) for number, event in enumerate(found, 1)], notes


def _event(number: int, event: Any) -> ImportedEvent:
    uid = str(event.get("UID", ""))
    categories = _categories(event)
    cells = {
        "title": str(event.get("SUMMARY", "")),
        "place": str(event.get("LOCATION", "")),
        "status": _STATUS.get(str(event.get("STATUS", "")).upper(), ""),
        "modality": next((name for name in categories if name in _MODALITIES), ""),
        "tags": joined(name for name in categories if name not in _MODALITIES),
    }
    told = str(event.get("DESCRIPTION", ""))
    if uid.endswith(_OUR_UID):
        cells["id"] = uid.removesuffix(_OUR_UID)
        in_words = told.partition("\n")[0]
        cells["title"] = cells["title"].removesuffix(f" ({in_words})")
    description = "\n".join(part for part in (told, str(event.get("URL", ""))) if part)
    try:
        return ImportedEvent(number, cells, _time(event), description)
    except (ValueError, OverflowError) as error:
        return ImportedEvent(number, cells, None, description, f"Its date cannot be read: {str(error).rstrip('.')}.")


def _categories(event: Any) -> list[str]:
    """Every category, whether written as one property or as several."""
    given = event.get("CATEGORIES", [])
    lists = given if isinstance(given, list) else [given]
    return [str(name) for one in lists for name in getattr(one, "cats", [one])]


def _first(event: Any, name: str) -> Any:
    """A property's value, of several the first; None where there is none."""
    value = event.get(name)
    return value[0] if isinstance(value, list) else value


def _moment(event: Any, name: str) -> Any:
    """A property's date, time or duration, of a period its two edges; raises ValueError where it is none."""
    if (value := _first(event, name)) is None:
        return None
    try:
        return value.dt
    except (ValueError, AttributeError):
        raise ValueError(f"“{str(value)[:80]}” is no date of a calendar") from None


def _strange_zone(event: Any) -> str:
    """The name of a start's zone that is in no list of zones, empty where there is none."""
    try:
        moment = _moment(event, "DTSTART")
    except ValueError:
        return ""
    if not isinstance(moment, datetime) or moment.tzinfo is not None:
        return ""
    return str(_first(event, "DTSTART").params.get("TZID", ""))[:80]


def _time(event: Any) -> TimeValue | None:
    if (notation := _first(event, "X-EDTF")) is not None:
        return _in_zone_of(event, from_edtf(str(notation)))
    start, end = _moment(event, "DTSTART"), _moment(event, "DTEND")
    if isinstance(start, tuple):
        start, end = start
    if start is None:
        return None
    if end is None:
        end = _moment(event, "DURATION")
    if isinstance(end, timedelta):
        end = start + end
    if isinstance(start, datetime):
        return _clock(start, end if isinstance(end, datetime) else None)
    first = day_number(start.year, start.month, start.day)
    last = first if not isinstance(end, date) or isinstance(end, datetime) else _day(end) - 1
    return TimeValue.days(first, max(first, last))  # an all-day DTEND is exclusive


def _in_zone_of(event: Any, time: TimeValue) -> TimeValue:
    """A time with the name of the zone that the event's start stands in, which EDTF cannot say."""
    start = _moment(event, "DTSTART")
    name = getattr(start.tzinfo, "key", None) if isinstance(start, datetime) else None
    return replace(time, zone=name) if name and time.offset is not None else time


def _clock(start: datetime, end: datetime | None) -> TimeValue:
    offset = start.utcoffset()
    minutes = None if offset is None else int(offset / timedelta(minutes=1))
    zone = None if offset is None else getattr(start.tzinfo, "key", None) or ("UTC" if minutes == 0 else None)
    if end is not None and end.tzinfo is not None and start.tzinfo is not None:
        end = end.astimezone(start.tzinfo)
    first = _seconds(start) // MINUTE * MINUTE
    last = first if end is None else max(first, _seconds(end) // MINUTE * MINUTE)
    return TimeValue.interval(first, last + MINUTE, Granularity.MINUTE, zone=zone, offset=minutes)


def _seconds(moment: datetime) -> int:
    return _day(moment) * DAY + moment.hour * HOUR + moment.minute * MINUTE + moment.second


def _day(moment: date) -> int:
    return day_number(moment.year, moment.month, moment.day)
