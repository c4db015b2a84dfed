"""The working copy: a database of the program's own into which every edit goes as it is made (SQLite, WAL, FULL).

A kill or a power cut at any moment leaves what was committed before.  It is a project file with one table more.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from timeline_app.formats.atomic import DISK
from timeline_app.formats.deeds import Deed
from timeline_app.formats.history import Each, HistoryEntry
from timeline_app.formats.project_digest import drop_digest, load_digest
from timeline_app.formats.project_records import TABLE_OF, key_column, row_of
from timeline_app.formats.project_schema import MAX_VALUE_BYTES, column_names
from timeline_app.formats.project_snapshot import DigestKeeper, Snapshot
from timeline_app.formats.project_write import add_history, write_database
from timeline_app.model.change import Insert, Remove, Replace, steps_of
from timeline_app.model.codec import fits_utf8
from timeline_app.model.document import TimelineDocument

SUFFIX = ".working"

_INFO = "CREATE TABLE working_copy(name TEXT PRIMARY KEY, value TEXT NOT NULL)"


class WorkingCopy:
    """Writes to a working copy; belongs to the thread that made it.

    Every method may raise sqlite3.Error or OSError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
        self._connection.execute("PRAGMA trusted_schema = OFF")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.execute("PRAGMA secure_delete = ON")  # what was removed is not to be found in a saved file
        self._digest = DigestKeeper(load_digest(self._connection))
        self._has_digest = self._digest.known is not None

    @classmethod
    def of_document(
        cls, document: TimelineDocument, path: Path, info: dict[str, str], history: Iterable[HistoryEntry] = ()
    ) -> "WorkingCopy":
        """A working copy of a document whose records nobody changes meanwhile; raises FormatError too."""
        with _being_made(path) as half:
            write_database(document, half, path, history)
            _mark(half, info)
        return cls(path)

    @classmethod
    def of_file(cls, project: Path, path: Path, info: dict[str, str]) -> "WorkingCopy":
        """A working copy of a project file of the current version."""
        with _being_made(path) as half:
            shutil.copyfile(project, half)
            _mark(half, info)
        return cls(path)

    def write(self, deeds: Iterable[Deed], each: Each = iter) -> None:
        """Commits deeds, all or none; when this returns they are on the disk.  `each` goes through their steps."""
        with self._transaction():
            if self._has_digest:
                drop_digest(self._connection)
            for deed in deeds:
                for step in each(steps_of(deed.change)):
                    self._carry_out(step)
                self._digest.note(deed, each)
                add_history(self._connection, each(deed.entries(each)))
                _put_all(self._connection, {"changed": deed.at})
            self._connection.execute("UPDATE working_copy SET value = value + 1 WHERE name = 'unsaved'")
        self._has_digest = False

    def snapshot(self) -> Snapshot:
        """What was committed until now, for any thread to save while more is written here."""
        place = f"{self.path.resolve().as_uri()}?mode=ro"
        connection = sqlite3.connect(place, uri=True, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM working_copy").fetchone()  # from here on it sees nothing newer
        except BaseException:
            connection.close()
            raise
        return Snapshot(connection, self._digest, self._has_digest)

    def tell(self, info: dict[str, str]) -> None:
        """Notes whose working copy this is, and that nothing in it is unsaved unless `unsaved` says so."""
        with self._transaction():
            _put_all(self._connection, {"unsaved": "0"} | info)

    def close(self) -> None:
        """Closes the database; what was committed stays."""
        self._connection.close()

    def discard(self) -> None:
        """Closes and deletes it."""
        self.close()
        discard_files(self.path)

    def _carry_out(self, step: Insert | Remove | Replace) -> None:
        if isinstance(step, Remove):
            kind = step.kind
            self._connection.execute(f"DELETE FROM {TABLE_OF[kind]} WHERE {key_column(kind)} = ?", (step.id,))
            return
        kind = type(step.record)
        self._connection.execute(_upsert(kind), row_of(step.record, self._text_of))

    def _text_of(self, source_id: str) -> str:
        row = self._connection.execute("SELECT text FROM source WHERE id = ?", (source_id,)).fetchone()
        if row is None:
            return ""
        return row[0].decode("utf-8", "surrogatepass") if isinstance(row[0], bytes) else str(row[0])

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Commits at the end, rolls back when anything goes wrong; references are checked at the commit."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # a full disk rolls back by itself
                self._connection.execute("ROLLBACK")
            raise


def working_info(path: Path) -> dict[str, str]:
    """What a working copy tells about itself; raises sqlite3.Error or OSError where it cannot be read."""
    place = f"{path.resolve().as_uri()}?mode=rw"
    with closing(sqlite3.connect(place, uri=True, isolation_level=None)) as connection:
        rows = connection.execute("SELECT * FROM working_copy")
        return {str(name): os.fsdecode(kept) if isinstance(kept, bytes) else str(kept) for name, kept in rows}


def settle(path: Path) -> None:
    """Takes what is in the write-ahead log into the working copy, so that it can be read as a project."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def discard_files(path: Path) -> None:
    """Deletes a working copy that nobody has open."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


def _upsert(kind: type[Any]) -> str:
    """Inserts a row or changes the one that is there, in its place, so that what refers to it stays."""
    table = TABLE_OF[kind]
    names = column_names(table)
    key = key_column(kind)
    marks = ", ".join("?" * len(names))
    changes = ", ".join(f"{name} = excluded.{name}" for name in names if name != key)
    return f"INSERT INTO {table}({', '.join(names)}) VALUES ({marks}) ON CONFLICT({key}) DO UPDATE SET {changes}"


@contextmanager
def _being_made(path: Path) -> Iterator[Path]:
    """A file that gets the name `path` once it is complete and on the disk: what has that name is never half-made."""
    half = path.with_name(f"{path.name}-making")
    try:
        yield half
        DISK.sync_file(half)
        DISK.replace(half, path)
        DISK.sync_folder(path.parent)
    except BaseException:
        discard_files(half)
        raise


def _mark(half: Path, info: dict[str, str]) -> None:
    """Says in a file whose working copy it is to be."""
    half.chmod(0o600)
    with closing(sqlite3.connect(half, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute(_INFO)
        _put_all(connection, {"unsaved": "0"} | info)
        connection.execute("COMMIT")


def _put_all(connection: sqlite3.Connection, info: dict[str, str]) -> None:
    # The path of a project may be any bytes.
    rows = ((name, value if fits_utf8(value) else os.fsencode(value)) for name, value in info.items())
    connection.executemany("INSERT OR REPLACE INTO working_copy VALUES (?, ?)", rows)
