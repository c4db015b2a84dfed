"""Timesketch's CSV: instants; the start and the end of one event, where rows say so, as one."""

from timeline_app.formats.cells import joined, unguarded
from timeline_app.formats.imports.files import Table
from timeline_app.formats.imports.rows import ImportedEvent
from timeline_app.model.edtf import from_edtf
from timeline_app.model.time_value import TimeValue

_OURS = ("place", "participants", "notes", "modality", "status", "sources")
_MICROSECONDS = 1_000_000


def read(table: Table) -> list[ImportedEvent]:
    """One event for each row, or for each `event_id` where the rows have one."""
    groups: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for number, row in table.rows():
        groups.setdefault(row.get("event_id", "").strip() or f"row {number}", []).append((number, row))
    return [_event(key, rows) for key, rows in groups.items()]


def _event(key: str, rows: list[tuple[int, dict[str, str]]]) -> ImportedEvent:
    number, row = rows[0]
    cells = {name: unguarded(row[name]) for name in _OURS if row.get(name)}
    cells |= {"title": unguarded(row.get("message", "")), "tags": joined(_tags(row.get("tag", "")))}
    if not key.startswith("row "):
        cells["id"] = key
    description = row.get("timestamp_desc", "").strip()
    if description in ("Event time", "Start time", "End time"):
        description = ""
    try:
        return ImportedEvent(number, cells, _time(rows), description)
    except ValueError as error:
        return ImportedEvent(number, cells, None, description, f"Its date cannot be read: {str(error).rstrip('.')}.")


def _time(rows: list[tuple[int, dict[str, str]]]) -> TimeValue | None:
    row = rows[0][1]
    if row.get("edtf", "").strip():
        return from_edtf(row["edtf"])
    if not any(one.get(name, "").strip() for _, one in rows for name in ("datetime", "timestamp")):
        return None
    times = sorted((_instant(one) for _, one in rows), key=lambda time: time.sort_key)
    if len(times) > 1 and times[0] != times[-1]:
        return times[0].spanning(times[-1])
    match row.get("timestamp_desc", "").strip():
        case "Start time":
            return times[0].since()
        case "End time":
            return times[0].until()
    return times[0]


def _instant(row: dict[str, str]) -> TimeValue:
    text = row.get("datetime", "").strip().replace(" ", "T", 1)
    if not text and row.get("timestamp", "").strip():
        number = row["timestamp"].strip()
        if not number.removeprefix("-").isdecimal():
            raise ValueError(f"“{number[:40]}” is no number of microseconds")
        seconds = int(number) // _MICROSECONDS
        return TimeValue.instant(seconds - seconds % 60, zone="UTC", offset=0)
    return from_edtf(text)


def _tags(text: str) -> list[str]:
    bare = text.strip().strip("[]")
    return [tag for tag in (part.strip().strip("'\"") for part in bare.split(",")) if tag and tag != "-"]
