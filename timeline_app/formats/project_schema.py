"""The tables of a project file, and the rule that a file's schema must fit before anything is read from it.

Version 1: the columns are there for whoever opens the file with any SQLite tool, in ten years too; ``record`` holds
the whole record as JSON (`model.codec`) and is what the program reads back.  A later minor version may add columns,
tables and indexes of the same plain kind; anything else in a schema (views, triggers, virtual tables, expressions) is
refused.

1.0 had the first six tables, 1.1 the seventh.  1.2 adds ``history``, ``digest`` (what views need of every event,
 as arrays: `formats.project_digest`), the bounds of an event's time as numbers, and indexes.
"""

import re
import sqlite3

APPLICATION_ID = 0x544C_494E  # "TLIN", at byte 68 of the file
MAJOR, MINOR = 1, 2
USER_VERSION = MAJOR << 16 | MINOR
MAX_VALUE_BYTES = 64_000_000  # the longest string or blob that is written or read

TABLES: dict[str, tuple[str, ...]] = {
    "setting": (
        "name TEXT PRIMARY KEY",
        "record TEXT NOT NULL",
    ),
    "source": (
        "id TEXT PRIMARY KEY",
        "position INTEGER NOT NULL",
        "name TEXT NOT NULL",
        "title TEXT NOT NULL",
        "publisher TEXT NOT NULL",
        "author TEXT NOT NULL",
        "url TEXT NOT NULL",
        "language TEXT NOT NULL",
        "reliability TEXT NOT NULL",
        "published TEXT",
        "time_zone TEXT",
        "imported TEXT NOT NULL",
        "sha256 TEXT NOT NULL",
        "text TEXT NOT NULL",
        "record TEXT NOT NULL",
    ),
    "time_expression": (
        "id TEXT PRIMARY KEY",
        "source_id TEXT NOT NULL REFERENCES source(id)",
        "span_start INTEGER NOT NULL",
        "span_end INTEGER NOT NULL",
        "phrase TEXT NOT NULL",
        "timex_type TEXT",
        "timex_value TEXT",
        "begin TEXT",
        "until TEXT",
        "edtf TEXT",
        "record TEXT NOT NULL",
    ),
    "mention": (
        "key TEXT PRIMARY KEY",
        "source_id TEXT NOT NULL REFERENCES source(id)",
        "head_start INTEGER NOT NULL",
        "head_end INTEGER NOT NULL",
        "title TEXT NOT NULL",
        "modality TEXT NOT NULL",
        "negated INTEGER NOT NULL",
        "begin TEXT",
        "until TEXT",
        "record TEXT NOT NULL",
    ),
    "event": (
        "id TEXT PRIMARY KEY",
        "title TEXT NOT NULL",
        "begin TEXT",
        "until TEXT",
        "edtf TEXT",
        "status TEXT NOT NULL",
        "modality TEXT NOT NULL",
        "kind TEXT",
        "place TEXT",
        "lane TEXT",
        "credibility TEXT NOT NULL",
        "notes TEXT NOT NULL",
        "record TEXT NOT NULL",
        "earliest_start INTEGER",
        "latest_start INTEGER",
        "earliest_end INTEGER",
        "latest_end INTEGER",
        "utc_offset INTEGER",
        "granularity TEXT",
        "approximate INTEGER",
        "confidence REAL",
        "origins INTEGER",
    ),
    "link": (
        "id TEXT PRIMARY KEY",
        "event_id TEXT NOT NULL REFERENCES event(id)",
        "source_id TEXT NOT NULL REFERENCES source(id)",
        "sentence_start INTEGER NOT NULL",
        "sentence_end INTEGER NOT NULL",
        "sentence TEXT NOT NULL",
        "role TEXT NOT NULL",
        "mention TEXT",
        "record TEXT NOT NULL",
    ),
    "pair": (
        "id TEXT PRIMARY KEY",
        "one TEXT NOT NULL",
        "other TEXT NOT NULL",
        "verdict TEXT NOT NULL",
        "record TEXT NOT NULL",
    ),
    "history": (
        "id INTEGER PRIMARY KEY",
        "at TEXT NOT NULL",
        "who TEXT NOT NULL",
        "deed TEXT NOT NULL",
        "kind TEXT NOT NULL",
        "record_id TEXT NOT NULL",
        "what TEXT NOT NULL",
    ),
    "digest": (
        "name TEXT PRIMARY KEY",
        "data BLOB NOT NULL",
    ),
}
OPTIONAL = frozenset({"pair", "history", "digest"})  # tables that files of earlier minor versions lack

INDEXES: dict[str, str] = {
    "time_expression_of_source": "time_expression(source_id)",
    "mention_of_source": "mention(source_id)",
    "link_of_event": "link(event_id)",
    "link_of_source": "link(source_id)",
    "link_of_mention": "link(mention)",
    "history_of_record": "history(record_id)",
}
_NEW_COLUMNS = frozenset(  # that files before 1.2 lack
    {"earliest_start", "latest_start", "earliest_end", "latest_end", "utc_offset", "granularity", "approximate"}
    | {"confidence", "origins"}
)

_COLUMN = r"[a-z_0-9]+ (?:TEXT|INTEGER|REAL|BLOB)(?: PRIMARY KEY)?(?: NOT NULL)?(?: REFERENCES [a-z_]+\([a-z_]+\))?"
_PLAIN_INDEX = re.compile(r"CREATE INDEX [a-z_0-9]+ ON [a-z_0-9]+\([a-z_0-9]+(?:, [a-z_0-9]+)*\)")
_PLAIN_TABLE = re.compile(rf"CREATE TABLE [a-z_0-9]+\({_COLUMN}(?:, {_COLUMN})*\)")


def create_tables(connection: sqlite3.Connection) -> None:
    """Makes the tables of the current version and marks the file as ours."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {USER_VERSION}")
    for name, declared in TABLES.items():
        connection.execute(f"CREATE TABLE {name}({', '.join(declared)})")


def create_indexes(connection: sqlite3.Connection) -> None:
    """Makes the indexes, after the rows: building each at once is faster than keeping it up."""
    for name, place in INDEXES.items():
        connection.execute(f"CREATE INDEX {name} ON {place}")


def version_of(connection: sqlite3.Connection) -> tuple[int, int]:
    """Major and minor version of an open file's format."""
    [(version,)] = connection.execute("PRAGMA user_version")
    return version >> 16, version & 0xFFFF


def column_names(table: str) -> tuple[str, ...]:
    """The columns of one of our tables, in order."""
    return tuple(declared.partition(" ")[0] for declared in TABLES[table])


def schema_fault(connection: sqlite3.Connection) -> str | None:
    """What in an open file's schema is not ours, None when all is well.  Evaluates nothing that the file holds."""
    found: set[str] = set()
    spared = _NEW_COLUMNS if version_of(connection) < (1, 2) else frozenset()
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master"):
        if kind == "index" and sql is None:
            continue  # SQLite's own, of a primary key
        if kind == "index" and isinstance(sql, str) and _PLAIN_INDEX.fullmatch(sql):
            continue
        if kind != "table" or not isinstance(sql, str) or not _PLAIN_TABLE.fullmatch(sql):
            return f"it contains {_article(str(kind))} of a kind that no project has"
        found.add(str(name))
    for table in TABLES:
        if table not in found:
            if table in OPTIONAL:
                continue
            return f"its table {table!r} is missing"
        present = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        if missing := [name for name in column_names(table) if name not in present | spared]:
            return f"its table {table!r} lacks the column {missing[0]!r}"
    return None


def _article(kind: str) -> str:
    kind = kind if kind in ("table", "index", "view", "trigger") else "object"
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
