"""What kind of event file a file is, by its ending and its first bytes; None for what holds no events."""

import csv
import re
from pathlib import Path

from timeline_app.formats.errors import FormatError
from timeline_app.formats.event_csv import COLUMNS
from timeline_app.formats.exports.timelinejs_csv import COLUMNS as TIMELINEJS_COLUMNS
from timeline_app.formats.opening import read_start

KINDS: dict[str, str] = {
    "csv": "our own table",
    "timelinejs-csv": "a TimelineJS table",
    "timelinejs-json": "a TimelineJS file",
    "timesketch-csv": "a Timesketch table",
    "table": "a table of another program",
    "icalendar": "a calendar",
    "timeline-project": "a file of The Timeline Project",
}
"""What each kind of event file is called."""

TABLE_SUFFIXES = (".csv", ".tsv")
SUFFIXES = (*TABLE_SUFFIXES, ".json", ".ics", ".timeline", ".xml")
_START = 65_536
_TIMELINE_ROOT = re.compile(rb"\s*(?:<\?xml[^>]*\?>)?\s*(?:<!--.*?-->\s*)*<timeline[\s>]", re.DOTALL)


def kind_of(path: Path) -> str | None:
    """The id of an event file's kind in KINDS; None for other files, and for files that cannot be read."""
    try:
        return kind_of_data(path, read_start(path, _START))
    except FormatError:
        return None


def kind_of_data(path: Path, data: bytes) -> str | None:
    """The same of a file whose bytes were read already, or the first 64 KB of them."""
    start, suffix = data[:_START], path.suffix.lower()
    start = start.removeprefix(b"\xef\xbb\xbf")
    if start.lstrip()[:15].upper() == b"BEGIN:VCALENDAR":
        return "icalendar"
    if _TIMELINE_ROOT.match(start) and suffix in (".xml", ".timeline"):
        return "timeline-project"
    if suffix == ".json":
        is_named = all(word in start for word in (b'"events"', b'"start_date"'))
        return "timelinejs-json" if is_named and start.lstrip().startswith(b"{") else None
    if suffix in TABLE_SUFFIXES:
        return table_kind(path, start)
    return None


def table_kind(path: Path, start: bytes) -> str | None:
    """Which table it is by its header; None where there is none."""
    from timeline_app.formats.imports.files import Table, decode

    try:
        columns = frozenset(Table(path, decode(path, start)).columns)
    except (FormatError, csv.Error):
        return None
    return kind_of_columns(columns) if len(columns) > 1 else None


def kind_of_columns(columns: frozenset[str]) -> str:
    """The kind of a table with these columns."""
    if {"title", "start", "end", "edtf"} <= columns and len(columns & frozenset(COLUMNS)) > 8:
        return "csv"
    if {"Year", "Headline"} <= columns and len(columns & frozenset(TIMELINEJS_COLUMNS)) > 5:
        return "timelinejs-csv"
    if {"message", "datetime", "timestamp_desc"} <= columns:
        return "timesketch-csv"
    return "table"
