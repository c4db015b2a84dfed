"""One way in for every kind of event file."""

from collections.abc import Mapping
from pathlib import Path

from timeline_app.formats.errors import FormatError
from timeline_app.formats.imports import (
    calendar_file,
    foreign_table,
    own_table,
    timeline_project,
    timelinejs,
    timelinejs_json,
    timesketch,
)
from timeline_app.formats.imports.detect import TABLE_SUFFIXES, kind_of_columns, kind_of_data
from timeline_app.formats.imports.files import Table, decode, read_bytes
from timeline_app.formats.imports.rows import EventFile, ImportedEvent
from timeline_app.model.source import DateOrder

_WHAT = "a CSV table with a header, an iCalendar file, TimelineJS’s JSON or a file of The Timeline Project"


def read_events(
    path: Path, mapping: Mapping[str, str] | None = None, order: DateOrder | None = None, *, kind: str | None = None
) -> EventFile:
    """The events of a file; raises FormatError for what holds none.

    `mapping` (field: column) is for tables of other people and guessed where it is None; given, it also takes a table
    that another reader would know.  `kind` says what the file is, whatever it looks like.
    """
    data = read_bytes(path)
    kind = kind or kind_of_data(path, data)
    if kind is None:
        if path.suffix.lower() in TABLE_SUFFIXES:
            Table(path, decode(path, data))  # says what is wrong with it, where that is known
        raise FormatError(f"Could not read {path}: it holds no events that can be told; it must be {_WHAT}.")
    notes: list[str] = []
    events: list[ImportedEvent]
    if kind == "icalendar":
        events, notes = calendar_file.read(path, data)
    elif kind == "timeline-project":
        events, notes = timeline_project.read(path, data)
    elif kind == "timelinejs-json":
        events, notes = timelinejs_json.read(path, data)
    else:
        return _read_table(path, Table(path, decode(path, data)), mapping, order)
    return EventFile(path.name, kind, tuple(events), tuple(notes))


def _read_table(path: Path, table: Table, mapping: Mapping[str, str] | None, order: DateOrder | None) -> EventFile:
    kind = "table" if mapping is not None else kind_of_columns(frozenset(table.columns))
    notes: list[str] = []
    match kind:
        case "csv":
            events = own_table.read(table)
        case "timelinejs-csv":
            events, notes = timelinejs.read(table)
        case "timesketch-csv":
            events = timesketch.read(table)
        case _:
            mapping = foreign_table.guess_mapping(table.columns) if mapping is None else mapping
            _check(path, table, mapping)
            events, notes = foreign_table.read(table, mapping, order)
    return EventFile(path.name, kind, tuple(events), tuple(notes), table.columns, mapping)


def _check(path: Path, table: Table, mapping: Mapping[str, str]) -> None:
    for field, column in mapping.items():
        if field not in foreign_table.FIELDS:
            raise FormatError(f"A column cannot be {field!r}; it can be {', '.join(foreign_table.FIELDS)}.")
        if column not in table.columns:
            raise FormatError(f"Could not read {path}: it has no column {column!r}; it has {', '.join(table.columns)}.")
