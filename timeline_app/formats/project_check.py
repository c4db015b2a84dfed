"""A thorough look at a project file that was opened lazily: every page, every record, every reference.

It takes seconds for the largest projects, holds one record at a time, and is meant for a thread of its own.
"""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_digest import compute_digest, load_digest, same_digest
from timeline_app.formats.project_open import check_pages, damaged, open_for_reading
from timeline_app.formats.project_records import RecordError, read_records, tables_present

_TURN = 200  # records between two rests
_REST = 0.001  # seconds


def project_fault(path: Path) -> str | None:
    """What is wrong with a project file, as a sentence, None where all is well."""
    try:
        with closing(open_for_reading(path)) as connection:
            return database_fault(connection, path)
    except (sqlite3.Error, OSError) as error:
        return str(damaged(path, str(error)))


def database_fault(connection: sqlite3.Connection, path: Path, pause: Callable[[], bool] = lambda: False) -> str | None:
    """As `project_fault`, of a database that is open already; `path` is only named.

    `pause` is called now and then, where other threads may have a turn; it answers whether to stop looking.
    """
    try:
        check_pages(connection, path)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            return str(damaged(path, "a record names one that is not there"))
        for number, _record in enumerate(read_records(connection)):
            if number % _TURN == 0:
                time.sleep(_REST)
                if pause():
                    return None
        if "digest" in tables_present(connection):
            kept = load_digest(connection)
            if kept is not None and not same_digest(kept, compute_digest(connection)):
                return str(damaged(path, "its summary of the events is not that of its events"))
    except FormatError as error:
        return str(error)
    except (RecordError, sqlite3.Error, ValueError, KeyError, RecursionError, OverflowError, MemoryError) as error:
        return str(damaged(path, str(error) or type(error).__name__))
    return None
