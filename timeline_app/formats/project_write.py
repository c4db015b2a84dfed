"""A document written into an empty database: every table, its history and, where it is large, its digest."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from timeline_app.formats.errors import FormatError
from timeline_app.formats.history import HistoryEntry, fields_to_json
from timeline_app.formats.project_records import TABLE_OF, RecordError, row_of
from timeline_app.formats.project_schema import MAX_VALUE_BYTES, TABLES, create_indexes, create_tables
from timeline_app.model.codec import CodecError
from timeline_app.model.document import TimelineDocument
from timeline_app.model.source import Source

MANY_EVENTS = 5_000  # from which a digest is worth its place


def write_database(document: TimelineDocument, target: Path, path: Path, history: Iterable[HistoryEntry] = ()) -> None:
    """Writes the document's database to an empty file `target`, which is to become `path`; raises FormatError."""
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as connection:
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
            # No journal: this file is thrown away unless it is complete, and `write_atomically` syncs it.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN")
            create_tables(connection)
            fill_tables(connection, document)
            add_history(connection, history)
            create_indexes(connection)
            if len(document.events) >= MANY_EVENTS:
                from timeline_app.formats.project_digest import store_digest

                store_digest(connection)
            connection.execute("COMMIT")
    except (sqlite3.Error, CodecError, RecordError) as error:
        raise FormatError(f"Could not save {path}: {error}. The file is as it was before.") from error


def fill_tables(connection: sqlite3.Connection, document: TimelineDocument) -> None:
    """Inserts every record of a document into empty tables."""
    sources = document.sources
    for kind, table in TABLE_OF.items():
        marks = ", ".join("?" * len(TABLES[table]))
        records = document.ordered_sources() if kind is Source else document.table(kind).values()
        rows = (row_of(record, lambda id_: sources[id_].text if id_ in sources else "") for record in records)
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def add_history(connection: sqlite3.Connection, entries: Iterable[HistoryEntry]) -> None:
    """Adds to the history."""
    connection.executemany(
        "INSERT INTO history(at, who, deed, kind, record_id, what) VALUES (?, ?, ?, ?, ?, ?)",
        ((e.at, e.who, e.deed, e.kind, e.record_id, fields_to_json(e)) for e in entries),
    )
