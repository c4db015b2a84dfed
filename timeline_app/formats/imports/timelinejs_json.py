"""TimelineJS's JSON: slides and eras, read as the rows of its spreadsheet."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline_app.formats.errors import FormatError
from timeline_app.formats.imports import timelinejs
from timeline_app.formats.imports.files import MAX_ROWS, decode
from timeline_app.formats.imports.rows import ImportedEvent


def read(path: Path, data: bytes) -> tuple[list[ImportedEvent], list[str]]:
    """The slides and eras as events; raises FormatError for what is no JSON of TimelineJS."""
    try:
        told = json.loads(decode(path, data))
    except (ValueError, RecursionError):
        raise FormatError(f"Could not read {path}: it is not whole JSON; export it anew.") from None
    if not isinstance(told, dict) or not isinstance(told.get("events"), list):
        raise FormatError(f"Could not read {path}: it has no list of “events”, as TimelineJS writes it.")
    rows = list(_rows(told))
    if len(rows) > MAX_ROWS:
        raise FormatError(f"Could not read {path}: it has more than {MAX_ROWS:,} events; split it.")
    events = [timelinejs.read_row(number, row) for number, row in enumerate(rows, 1)]
    return events, ["The title slide is no event."] if told.get("title") else []


def _rows(told: dict[str, Any]) -> Iterator[dict[str, str]]:
    eras = told.get("eras")
    for kind, slides in (("", told["events"]), ("era", eras if isinstance(eras, list) else [])):
        for slide in map(_fields, slides):
            text, media = _fields(slide.get("text")), _fields(slide.get("media"))
            yield {
                **_date(_fields(slide.get("start_date")), ""),
                **_date(_fields(slide.get("end_date")), "End "),
                "Headline": _text(text.get("headline")),
                "Text": _text(text.get("text")),
                "Media": _text(media.get("url")),
                "Group": _text(slide.get("group")),
                "Type": kind,
            }


def _date(date: dict[str, Any], prefix: str) -> dict[str, str]:
    """A date's parts as the spreadsheet names them."""
    row = {prefix + name: _text(date.get(name.lower())) for name in ("Year", "Month", "Day")}
    clock = [_text(date.get(name)) for name in ("hour", "minute", "second")]
    if clock[0]:
        shown = clock if clock[2] else clock[:2]
        row[f"{prefix}Time"] = ":".join((part or "0").zfill(2) for part in shown)
    return row


def _fields(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    """A text or number; empty for anything else."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
