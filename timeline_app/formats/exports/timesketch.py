"""Timesketch's CSV and JSON lines: one row an instant, always with an offset."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from timeline_app.formats.cells import guarded, joined
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, encoded, left_out, uses
from timeline_app.formats.exports.wording import quote_lines, title_of, when
from timeline_app.formats.plain_text import clean
from timeline_app.model.bounds import iso_minute, iso_offset, outer_days
from timeline_app.model.calendar import DAY, MINUTE, civil
from timeline_app.model.edtf import to_edtf
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

COLUMNS = (
    "message", "datetime", "timestamp", "timestamp_desc", "tag", "event_id", "display_date", "edtf", "modality",
    "status", "place", "participants", "sources", "sentences", "notes",
)  # fmt: skip
_YEARS = range(1700, 2262)  # Timesketch reads times with pandas, whose nanoseconds end there, and drops the others


def render_csv(export: Export) -> Rendered:
    """Rows for Timesketch's import of CSV files."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(export):
        cells = {**row, "tag": ",".join(row["tag"])}
        writer.writerow({name: guarded(str(cell)) if isinstance(cell, str) else cell for name, cell in cells.items()})
    return Rendered(encoded(out.getvalue()), _notes(export))


def render_jsonl(export: Export) -> Rendered:
    """The same rows as JSON lines."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(export))
    return Rendered(encoded("".join(lines)), _notes(export))


def _rows(export: Export) -> Iterator[dict[str, Any]]:
    """One row for an instant or a day, two for a range: its start and its end."""
    names = {source.id: source.title or source.name for source in export.document.sources.values()}
    for event in export.one_by_one(export.events):
        if not (edges := _edges(event.time)):
            continue
        links = export.document.links_of_event(event.id)
        about = {
            "tag": [clean(tag).replace(",", " ") for tag in event.tags],
            "event_id": event.id,
            "display_date": when(export, event),
            "edtf": to_edtf(event.time) if event.time else "",
            "modality": event.modality.value,
            "status": event.status.value,
            "place": event.place or "",
            "participants": joined(participant.text for participant in event.participants),
            "sources": joined(dict.fromkeys(names[link.source_id] for link in links)),
            "sentences": "\n".join(quote_lines(export, event)),
            "notes": export.notes(event),
        }
        for described, seconds, offset in edges:
            moment = f"{iso_minute(seconds)}:{seconds % MINUTE:02d}{iso_offset(offset).replace('Z', '+00:00')}"
            stamp = (seconds - offset * MINUTE) * 1_000_000
            yield {
                "message": title_of(event),
                "datetime": moment,
                "timestamp": stamp,
                "timestamp_desc": described,
                **about,
            }


def _edges(time: TimeValue | None) -> list[tuple[str, int, int]]:
    """What each row of a time is called, its wall-clock seconds and its offset in minutes; empty where none fits.

    What has no zone is written as UTC, for Timesketch takes a time without an offset for anything.
    """
    if time is None:
        return []
    if time.is_clock:
        step = 1 if time.granularity is Granularity.SECOND else MINUTE
        start, end = time.earliest_start, None if time.latest_end is None else time.latest_end - step
    else:
        first, last = outer_days(time)
        start = None if first is None else first * DAY
        end = start if first == last else None if last is None else last * DAY + DAY - 1
    named = [("Event time", start)] if start == end else [("Start time", start), ("End time", end)]
    offset = time.offset or 0
    edges = [(name, seconds, offset) for name, seconds in named if seconds is not None]
    return edges if all(civil(seconds // DAY).year in _YEARS for _, seconds, _ in edges) else []


def _notes(export: Export) -> tuple[str, ...]:
    far = sum(not _edges(event.time) for event in export.dated)
    undated = len(export.events) - len(export.dated)
    return left_out(undated, "undated", "Timesketch has no place for an event without a date") + left_out(
        far, "distant", f"Timesketch drops what is not between {_YEARS.start} and {_YEARS.stop - 1}"
    )


CSV_FORMAT = ExportFormat(
    "timesketch-csv",
    "Timesketch (CSV)",
    ".csv",
    "rows for a forensic timeline in Timesketch",
    render_csv,
    uses("quotes", "notes"),
)
JSONL_FORMAT = ExportFormat(
    "timesketch-jsonl",
    "Timesketch (JSON lines)",
    ".jsonl",
    "the same, with tags as lists",
    render_jsonl,
    uses("quotes", "notes"),
)
