"""ProjectShelf: the records of an open database, read when they are asked for."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from timeline_app.formats.errors import DamagedLaterError
from timeline_app.formats.project_open import damaged
from timeline_app.formats.project_records import TABLE_OF, RecordError, RecordReader, columns_read, key_column
from timeline_app.model.digest import EventDigest
from timeline_app.model.event import Event
from timeline_app.model.source import Source

_BROKEN = (RecordError, sqlite3.Error, UnicodeDecodeError, RecursionError, OverflowError, MemoryError)
_OWNERS = frozenset({"source_id", "event_id", "mention"})


class ProjectShelf:
    """Reads from `connection`, which belongs to this shelf and to the thread that made it.

    A record that cannot be read raises DamagedLaterError, after `on_damage` was called with the sentence.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, reader: RecordReader, digest: EventDigest) -> None:
        self._connection = connection
        self._path = path
        self._reader = reader
        self._digest = digest
        reader.read_source = lambda source_id: self.get(Source, source_id)
        self.on_damage: Callable[[str], None] | None = None

    @property
    def digest(self) -> EventDigest:
        """What views need of all events, as they are in the file."""
        return self._digest

    def count(self, kind: type[Any]) -> int:
        """How many records of a type there are."""
        known = {Event: len(self._digest), Source: len(self._digest.sources)}
        if kind in known:
            return known[kind]
        [(number,)] = self._connection.execute(f"SELECT count(*) FROM {TABLE_OF[kind]}")
        return int(number)

    def get(self, kind: type[Any], id_: str) -> Any | None:
        """The record with an id, or None."""
        return next(self._read(kind, f"WHERE {key_column(kind)} = ?", id_), None)

    def all(self, kind: type[Any]) -> Iterator[Any]:
        """Every record of a type."""
        return self._read(kind, "ORDER BY rowid")

    def owned(self, kind: type[Any], column: str, owner: str) -> Iterator[Any]:
        """The records of a type whose `column` is `owner`."""
        if column not in _OWNERS:
            raise ValueError(f"records are not looked up by {column}")
        return self._read(kind, f"WHERE {column} = ?", owner)

    def close(self) -> None:
        """Closes the database."""
        self._connection.close()

    def _read(self, kind: type[Any], condition: str, *values: str) -> Iterator[Any]:
        try:
            for row in self._connection.execute(
                f"SELECT {columns_read(kind)} FROM {TABLE_OF[kind]} {condition}", values
            ):
                yield self._reader.read(kind, row)
        except _BROKEN as error:
            fault = DamagedLaterError(str(damaged(self._path, str(error) or type(error).__name__)))
            if self.on_damage is not None:
                self.on_damage(str(fault))
            raise fault from error
