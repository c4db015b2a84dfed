"""The project file: one SQLite database, saved whole and atomically, opened as if its maker were hostile."""

import gc
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from timeline_app.formats.atomic import write_atomically
from timeline_app.formats.errors import FormatError
from timeline_app.formats.history import HistoryEntry, entry_from_row
from timeline_app.formats.project_open import (
    check_header,
    check_pages,
    check_schema,
    damaged,
    has_project_header,
    newer_format,
    open_for_reading,
    open_working,
    too_new,
)
from timeline_app.formats.project_records import (
    TABLE_OF,
    RecordError,
    RecordReader,
    columns_read,
    read_records,
    tables_present,
)
from timeline_app.formats.project_schema import MAJOR
from timeline_app.formats.project_shelf import ProjectShelf
from timeline_app.formats.project_write import write_database
from timeline_app.model.change import ProjectSettings
from timeline_app.model.document import ChangeError, TimelineDocument
from timeline_app.model.pair import Pair
from timeline_app.model.source import Source

SUFFIX = ".tline"

_LARGE = 4_000_000  # bytes: a smaller file is read and checked whole before anything of it is shown
_BROKEN = (RecordError, sqlite3.Error, UnicodeDecodeError, RecursionError, OverflowError, MemoryError, KeyError)
_SPARED = (RecordError, UnicodeDecodeError, RecursionError, OverflowError, sqlite3.OperationalError)  # of single rows
_HISTORY = "SELECT at, who, deed, kind, record_id, what FROM history"


@dataclass(frozen=True, slots=True)
class OpenedProject:
    """A project as it was opened.

    `shelf` is what the document still reads from, None where all is read; `read_only` a sentence that says why the
    file must not be written, None where it may; `is_partial` whether something of it could not be read.
    """

    document: TimelineDocument
    shelf: ProjectShelf | None = None
    read_only: str | None = None
    is_partial: bool = False


def is_project(path: Path) -> bool:
    """Whether a file is meant as a project: by its ending, or by what its header says."""
    return path.suffix.lower() == SUFFIX or has_project_header(path)


def save_project(document: TimelineDocument, path: Path, history: Iterable[HistoryEntry] = ()) -> None:
    """Writes the whole document; a kill at any moment leaves the old file or the new one.  Raises FormatError."""
    write_atomically(path, lambda temporary: write_database(document, temporary, path, history))


def load_project(path: Path) -> TimelineDocument:
    """Reads and checks a whole project; raises FormatError for what is not ours, damaged or inconsistent.

    Writes nothing.
    """
    with _checked(path) as connection, _collector_at_rest():
        return TimelineDocument.of(read_records(connection))


def open_whole(path: Path, named: Path | None = None) -> OpenedProject:
    """Opens a project, reading all of it; one of which some records cannot be read for reading only, without them.

    `named` is what the sentence about those calls it, where that is not its path.  Raises FormatError as
    `load_project` does where more is wrong.
    """
    from timeline_app.formats.project_salvage import salvage

    read_only = newer_format(path, check_header(path))
    with _checked(path) as connection, _collector_at_rest():
        try:
            return OpenedProject(TimelineDocument.of(read_records(connection)), None, read_only)
        except _SPARED:
            if read_only is not None:
                raise  # what a newer version means by it is not known
            document, sentence = salvage(connection, named or path)
            return OpenedProject(document, None, sentence, is_partial=sentence is not None)


def open_project(path: Path) -> OpenedProject:
    """Opens a project for the window: a large one at once, reading its records when they are asked for.

    Raises FormatError as `open_whole` does.  What a large file holds wrongly shows when it is read, at the latest
    when `formats.project_check` has gone through it.
    """
    from timeline_app.formats.project_digest import digest_of

    major = check_header(path)
    read_only = newer_format(path, major)
    if path.stat().st_size < _LARGE:
        return open_whole(path)
    with suppress(*_SPARED), _telling_damage(path, major, spare=_SPARED):
        connection = open_for_reading(path)
        try:
            check_schema(connection, path)
            digest = digest_of(connection) if read_only is None and "digest" in tables_present(connection) else None
            if digest is not None:
                reader = RecordReader()
                with _collector_at_rest():
                    records = [
                        reader.read(kind, row)
                        for kind in (ProjectSettings, Pair)
                        for row in connection.execute(f"SELECT {columns_read(kind)} FROM {TABLE_OF[kind]}")
                        if kind is not ProjectSettings or row[0] == "project"
                    ]
                    if digest.sources:
                        _read_source(connection, reader, digest.sources[0].id)  # what is shown first
                    shelf = ProjectShelf(connection, path, reader, digest)
                    return OpenedProject(TimelineDocument.on_shelf(records, shelf), shelf)
        except BaseException:
            connection.close()
            raise
        connection.close()
    return open_whole(path)


def _read_source(connection: sqlite3.Connection, reader: RecordReader, source_id: str) -> None:
    """Raises RecordError where a source cannot be read."""
    query = f"SELECT {columns_read(Source)} FROM {TABLE_OF[Source]} WHERE id = ?"
    for row in connection.execute(query, (source_id,)):
        reader.read(Source, row)


def salvage_working(working: Path, named: Path) -> tuple[OpenedProject, list[HistoryEntry]]:
    """What can be read of a working copy, which somebody may be writing, with its history; `named` is only named.

    Raises FormatError where nothing can.
    """
    from timeline_app.formats.project_salvage import salvage

    with _telling_damage(named, MAJOR), closing(open_working(working)) as connection, _collector_at_rest():
        check_schema(connection, named)
        check_pages(connection, named)
        document, sentence = salvage(connection, named)
        return OpenedProject(document, None, sentence, sentence is not None), history_in(connection)


def read_history(path: Path, record_id: str | None = None) -> list[HistoryEntry]:
    """The history kept in a project file, oldest first, of one record or of all; empty where none can be read."""
    with suppress(FormatError, OSError, sqlite3.Error), closing(open_for_reading(path)) as connection:
        return history_in(connection, record_id)
    return []


def history_in(connection: sqlite3.Connection, record_id: str | None = None) -> list[HistoryEntry]:
    """The history in an open database, oldest first."""
    if "history" not in tables_present(connection):
        return []
    rows = (
        connection.execute(f"{_HISTORY} ORDER BY id")
        if record_id is None
        else connection.execute(f"{_HISTORY} WHERE record_id = ? ORDER BY id", (record_id,))
    )
    return [entry for row in rows if (entry := entry_from_row(row)) is not None]


@contextmanager
def _checked(path: Path) -> Iterator[sqlite3.Connection]:
    """An open file whose header, schema and pages are as they should be."""
    major = check_header(path)
    with _telling_damage(path, major), closing(open_for_reading(path)) as connection:
        check_schema(connection, path)
        check_pages(connection, path)
        yield connection


@contextmanager
def _telling_damage(path: Path, major: int, spare: tuple[type[Exception], ...] = ()) -> Iterator[None]:
    """Turns whatever a broken file can make go wrong into the sentence about it, but for what is to be spared."""
    try:
        yield
    except spare:
        raise
    except (*_BROKEN, ChangeError, FormatError) as error:
        if major > MAJOR:
            raise too_new(path, major) from error
        if isinstance(error, FormatError):
            raise
        raise damaged(path, str(error) or type(error).__name__) from error


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
