"""The project file: one SQLite database, saved whole and atomically, opened as if its maker were hostile."""

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from timeline_app.formats.atomic import write_atomically
from timeline_app.formats.errors import FormatError, os_failure
from timeline_app.formats.project_records import ROW_MAKERS, RecordError, read_records
from timeline_app.formats.project_schema import (
    APPLICATION_ID,
    MAJOR,
    MAX_VALUE_BYTES,
    TABLES,
    create_tables,
    schema_fault,
)
from timeline_app.model.change import Record
from timeline_app.model.document import ChangeError, TimelineDocument

SUFFIX = ".tline"

_MAGIC = b"SQLite format 3\x00"
_WAL = 2  # the header's read and write version of a database in WAL mode
_MAX_STEPS = 2_000_000_000  # of SQLite's virtual machine: far above the largest honest project


def is_project(path: Path) -> bool:
    """Whether a file is meant as a project: by its ending, or by what its header says."""
    if path.suffix.lower() == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except (OSError, ValueError):
        return False
    return header.startswith(_MAGIC) and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def save_project(document: TimelineDocument, path: Path) -> None:
    """Writes the whole document; a kill at any moment leaves the old file or the new one.  Raises FormatError."""
    write_atomically(path, lambda temporary: _write_database(document, temporary, path))


def load_project(path: Path) -> TimelineDocument:
    """Reads a project; raises FormatError for what is not ours, newer, damaged or inconsistent.  Writes nothing."""
    _check_header(path)
    try:
        with closing(_open_for_reading(path)) as connection:
            _check_database(connection, path)
            return _document(path, read_records(connection))
    except RecordError as error:
        raise _damaged(path, str(error)) from error
    except sqlite3.Error as error:
        raise _damaged(path, str(error)) from error
    except (UnicodeDecodeError, RecursionError, OverflowError, MemoryError) as error:
        raise _damaged(path, type(error).__name__) from error


def _write_database(document: TimelineDocument, temporary: Path, path: Path) -> None:
    try:
        with closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
            # No journal: this file is thrown away unless it is complete, and `write_atomically` syncs it.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN")
            create_tables(connection)
            for table, rows in ROW_MAKERS.items():
                marks = ", ".join("?" * len(TABLES[table]))
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows(document))
            connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise FormatError(f"Could not save {path}: {error}. The file is as it was before.") from error


def _check_header(path: Path) -> None:
    """The questions that the first 100 bytes answer, before SQLite sees the file (SQLite file format, 1.3)."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise os_failure("open", path, error) from error
    except ValueError as error:
        raise FormatError(f"Could not open {path!r}: {error}.") from error
    if len(header) < 100 or not header.startswith(_MAGIC) or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise FormatError(f"Could not open {path}: it is not a timeline project. Import documents instead.")
    major = int.from_bytes(header[60:64], "big") >> 16
    if major > MAJOR:
        raise FormatError(
            f"Could not open {path}: it was saved by a newer version of the program (its format is {major}, this one "
            f"knows {MAJOR}). Install the newer version; the file was left untouched."
        )
    if major < 1:
        raise _damaged(path, "it names no format version")
    for side in ("-wal", "-journal"):
        beside = path.with_name(path.name + side)
        if beside.exists() and beside.stat().st_size:
            raise FormatError(
                f"Could not open {path}: another program left unfinished changes in {beside.name}. "
                "Close the project there, or move that file away, and try again."
            )


def _open_for_reading(path: Path) -> sqlite3.Connection:
    """Opens a file so that nothing in it can run, write, attach or load anything."""
    # `immutable` for a file left in WAL mode: SQLite would otherwise make side files to read it.
    mode = "mode=ro&immutable=1" if _in_wal_mode(path) else "mode=ro"
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    connection.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 20)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 20_000)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA query_only = ON")
    steps = iter(range(_MAX_STEPS // 1_000_000))
    connection.set_progress_handler(lambda: next(steps, None) is None, 1_000_000)
    return connection


def _in_wal_mode(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(20)[18:20] == bytes((_WAL, _WAL))


def _check_database(connection: sqlite3.Connection, path: Path) -> None:
    if fault := schema_fault(connection):
        raise _damaged(path, fault)
    [(verdict,)] = connection.execute("PRAGMA quick_check(1)")
    if verdict != "ok":
        raise _damaged(path, str(verdict).splitlines()[-1][:200])


def _document(path: Path, records: Iterator[Record]) -> TimelineDocument:
    try:
        with _collector_at_rest():
            return TimelineDocument.of(records)
    except ChangeError as error:
        raise _damaged(path, str(error)) from error


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Without garbage collection: opening makes half a million objects and no garbage, and each search looks at all."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _damaged(path: Path, reason: str) -> FormatError:
    return FormatError(f"Could not open {path}: the file is damaged ({reason}). Open a backup of it.")
