"""Opening a database as if its maker were hostile: what the header and the schema say, before anything is believed."""

import os
import sqlite3
from pathlib import Path

from timeline_app.formats.errors import FormatError, os_failure
from timeline_app.formats.project_schema import APPLICATION_ID, MAJOR, MAX_VALUE_BYTES, USER_VERSION, schema_fault

_MAGIC = b"SQLite format 3\x00"
_WAL = 2  # the header's read and write version of a database in WAL mode
_LONGEST_PATH = 500  # bytes: SQLite opens nothing beyond 512, the names of its side files included
_MAX_STEPS = 2_000_000_000  # of SQLite's virtual machine: far above the largest honest project


def has_project_header(path: Path) -> bool:
    """Whether a file says in its first bytes that it is a project; False where it cannot be read."""
    return _version(path) is not None


def check_header(path: Path) -> int:
    """The major version of a project's format, from its first 100 bytes, before SQLite sees it (file format, 1.3).

    Raises FormatError for a file that is not ours or that another program is in the middle of changing.
    """
    try:
        if not path.is_dir() and path.exists() and not path.is_file():
            raise FormatError(f"Could not open {path}: it is not a file.")  # reading a pipe may never end
        with path.open("rb") as file:
            header = file.read(100)
            size = file.seek(0, os.SEEK_END)
    except OSError as error:
        raise os_failure("open", path, error) from error
    except ValueError as error:
        raise FormatError(f"Could not open {path!r}: {error}.") from error
    if not _is_ours(header):
        raise FormatError(f"Could not open {path}: it is not a timeline project. Import documents instead.")
    if len(os.fsencode(path.resolve())) > _LONGEST_PATH:
        raise FormatError(f"Could not open {path}: its path is too long. Move it to a folder with a shorter one.")
    major = int.from_bytes(header[60:64], "big") >> 16
    if major < 1:
        raise damaged(path, "it names no format version")
    if size < _told_size(header):
        raise damaged(path, "its end is missing")
    for side in ("-wal", "-journal"):
        beside = path.with_name(path.name + side)
        if _size(beside):
            raise FormatError(
                f"Could not open {path}: another program left unfinished changes in {beside.name}. "
                "Close the project there, or move that file away, and try again."
            )
    return major


def _size(path: Path) -> int:
    """The bytes of a file, 0 where there is none or none can be, for the length of its name."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def is_current_format(path: Path) -> bool:
    """Whether a file has every table of this program's format, so that a copy of it can be written to as it is."""
    version = _version(path)
    return version is not None and version >> 16 == MAJOR and version >= USER_VERSION


def is_older_format(path: Path) -> bool:
    """Whether a file is a project in a format from before this program's."""
    version = _version(path)
    return version is not None and version < USER_VERSION


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Opens a file so that nothing in it can run, write, attach or load anything."""
    # `immutable` for a file left in WAL mode: SQLite would otherwise make side files to read it.
    mode = "mode=ro&immutable=1" if _in_wal_mode(path) else "mode=ro"
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True, isolation_level=None)
    harden(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def open_working(path: Path) -> sqlite3.Connection:
    """Opens a working copy for reading beside whoever writes it; raises sqlite3.Error."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    harden(connection)
    return connection


def harden(connection: sqlite3.Connection) -> None:
    """Limits what a database that others made can cost or do."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    connection.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 20)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 20_000)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    steps = iter(range(_MAX_STEPS // 1_000_000))
    connection.set_progress_handler(lambda: next(steps, None) is None, 1_000_000)


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Raises FormatError for a schema that is not a project's."""
    if fault := schema_fault(connection):
        raise damaged(path, fault)


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Reads every page; raises FormatError where they do not fit together."""
    [(verdict,)] = connection.execute("PRAGMA quick_check(1)")
    if verdict != "ok":
        raise damaged(path, str(verdict).splitlines()[-1][:200])


def newer_format(path: Path, major: int) -> str | None:
    """The sentence about a file of a newer major version, None where this program can also write the file."""
    if major <= MAJOR:
        return None
    return (
        f"{path.name} was saved by a newer version of the program (its format is {major}, this one knows {MAJOR}), so "
        "it is open for reading only. Install the newer version to change it, or save it under another name."
    )


def too_new(path: Path, major: int) -> FormatError:
    """The sentence for a file of a newer version that cannot even be read."""
    return FormatError(
        f"Could not open {path}: it was saved by a newer version of the program (its format is {major}, this one "
        f"knows {MAJOR}). Install the newer version; the file was left untouched."
    )


def damaged(path: Path, reason: str) -> FormatError:
    """The sentence for a file that is not as it was saved."""
    return FormatError(f"Could not open {path}: the file is damaged ({reason}). Open a backup of it.")


def _is_ours(header: bytes) -> bool:
    return len(header) == 100 and header.startswith(_MAGIC) and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def _version(path: Path) -> int | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            header = file.read(100)
    except (OSError, ValueError):
        return None
    return int.from_bytes(header[60:64], "big") if _is_ours(header) else None


def _told_size(header: bytes) -> int:
    """How many bytes the file has by its own account: page size times pages."""
    page = int.from_bytes(header[16:18], "big")
    return (65_536 if page == 1 else page) * int.from_bytes(header[28:32], "big")


def _in_wal_mode(path: Path) -> bool:
    with path.open("rb") as file:
        return _WAL in file.read(20)[18:20]  # SQLite goes by the second; a damaged header may have either
