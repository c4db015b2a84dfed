"""A project made to hurt opens with a clear sentence or not at all; it runs nothing and writes nowhere else."""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from timeline_app.cli.messages import say
from timeline_app.formats import project_file, project_write
from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_check import project_fault
from timeline_app.formats.project_file import is_project, open_project, save_project
from timeline_app.formats.project_records import TABLE_OF
from timeline_app.model.document import TimelineDocument

Alter = Callable[..., None]

SCHEMAS = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM source; END",
    "instead of": "CREATE VIEW v AS SELECT load_extension('/tmp/x.so')",
    "view that attaches": "CREATE VIEW v AS SELECT * FROM pragma_database_list",
    "generated column": "CREATE TABLE t(a TEXT, b TEXT AS (upper(a)))",
    "default": "CREATE TABLE t(a TEXT DEFAULT (abs(-9223372036854775807)))",
    "check": "CREATE TABLE t(a TEXT, CHECK (length(a) > 1))",
    "collation": "CREATE TABLE t(a TEXT COLLATE nocase)",
    "partial index": "CREATE INDEX i ON event(title) WHERE title > 'x'",
    "expression index": "CREATE INDEX i ON event(hex(title))",
    "full-text table": "CREATE VIRTUAL TABLE t USING fts5(x)",
    "r-tree": "CREATE VIRTUAL TABLE t USING rtree(id, a, b)",
}
ROWS = {
    "wrong type in a column that is read": "UPDATE event SET id = x'00' WHERE id = 'e1'",
    "a list for a record": "UPDATE event SET record = '[1, 2]' WHERE id = 'e1'",
    "null": "UPDATE setting SET record = 'null'",
    "settings of another kind": "UPDATE setting SET record = (SELECT record FROM event LIMIT 1)",
    "dangling mention": 'UPDATE mention SET record = replace(record, \'"source_id":"r"\', \'"source_id":"zz"\')',
    "dangling event": "DELETE FROM event WHERE id = 'e2'",
    "dangling source": "DELETE FROM source WHERE id = 'r'",
    "negative span": "UPDATE link SET record = replace(record, '\"start\":0', '\"start\":-7')",
    "a span beyond every text": "UPDATE link SET record = replace(record, '\"end\":', '\"end\":99999')",
    "a nested bomb": 'UPDATE time_expression SET record = replace(record, \'"tree":{\', \'"tree":'
    + '{"$":"Part","mod":"END","of":' * 120
    + "{')",
    "a deep list": f"UPDATE event SET record = '{'[' * 100_000}'",
    "a year that no integer holds": "UPDATE event SET record = replace(record, '1710460800', '" + "9" * 30 + "')",
    "a time that ends before it begins": "UPDATE event SET record = replace(record, '1710460800', '99999999999')",
    "a number as text": "UPDATE event SET record = replace(record, ':0.8', ':\"0.8\"')",
    "truth as number": 'UPDATE mention SET record = replace(record, \'"key"\', \'"negated":1,"key"\')',
    "a zone that is a path": "UPDATE setting SET record = replace(record, 'Europe/Lisbon', '/etc/passwd')",
    "a string of many megabytes": "UPDATE event SET record = hex(zeroblob(40000000)) WHERE id = 'e1'",
    "text that is no UTF-8": "UPDATE source SET text = x'ff00ff' WHERE id = 'r'",
    "text that is a number": "UPDATE source SET text = 5 WHERE id = 'r'",
    "record that is a blob": "UPDATE source SET record = CAST(record AS BLOB)",
    "an id that is a number": "UPDATE event SET id = 7 WHERE id = 'e1'",
}


@pytest.fixture(params=["small", "large"])
def path(
    document: TimelineDocument, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A project in a folder of its own, opened whole, or as a large one at once."""
    if request.param == "large":
        monkeypatch.setattr(project_write, "MANY_EVENTS", 1)
        monkeypatch.setattr(project_file, "_LARGE", 1)
    folder = tmp_path / "case"
    folder.mkdir()
    save_project(document, folder / "case.tline")
    return folder / "case.tline"


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def open_and_read_all(path: Path) -> None:
    """What the window does, and then some: every record is read, and the file looked through."""
    opened = open_project(path)
    for kind in TABLE_OF:
        list(opened.document.table(kind).values())
    if fault := project_fault(path):
        raise FormatError(fault)


def refused(path: Path) -> str:
    before = {p: p.read_bytes() for p in path.parent.parent.rglob("*") if p.is_file()}
    with pytest.raises(FormatError) as caught:
        open_and_read_all(path)
    assert {p: p.read_bytes() for p in path.parent.parent.rglob("*") if p.is_file()} == before
    told = str(caught.value)
    assert "\n" not in told
    assert "case.tline" in told
    assert len(told) < 600
    return told


@pytest.mark.parametrize("attack", SCHEMAS)
def test_a_schema_that_computes_is_refused_before_anything_is_read(path: Path, attack: str) -> None:
    alter(path, SCHEMAS[attack])
    refused(path)


@pytest.mark.parametrize("attack", ROWS)
def test_rows_that_no_project_has_are_refused(path: Path, attack: str) -> None:
    alter(path, ROWS[attack])
    refused(path)


@pytest.mark.parametrize("table", [*TABLE_OF.values(), "digest"])
def test_a_column_without_a_value_or_with_one_of_another_type_breaks_nothing(path: Path, table: str) -> None:
    """As `fuzz.py` found it: the schema allows what ours does not, and one row has it."""
    alter(path, "UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '')")
    sound = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    assert columns
    for column in columns:
        for value in ("NULL", "7", "x'00ff'"):
            path.write_bytes(sound)
            alter(path, f"UPDATE {table} SET {column} = {value} WHERE rowid = (SELECT min(rowid) FROM {table})")
            with suppress(FormatError):
                open_and_read_all(path)


@pytest.mark.parametrize("attack", ROWS)
def test_what_is_opened_beside_such_rows_is_for_reading_only(
    document: TimelineDocument, tmp_path: Path, attack: str
) -> None:
    """One bad row is no reason to lose the others; nothing of it comes along, and the file is never written."""
    path = tmp_path / "case.tline"
    save_project(document, path)
    alter(path, ROWS[attack])
    before = path.read_bytes()
    with suppress(FormatError):
        opened = open_project(path)
        assert opened.is_partial
        assert opened.read_only is not None
        assert "reading only" in opened.read_only
        assert "\n" not in opened.read_only
        assert len(opened.read_only) < 600
        rest = tmp_path / "rest.tline"
        save_project(opened.document, rest)
        assert project_fault(rest) is None
        assert len(rest.read_bytes()) <= len(before)
    assert path.read_bytes() == before


def test_a_table_whose_name_hides_a_view_is_refused(path: Path) -> None:
    alter(path, "UPDATE sqlite_master SET type = 'view', sql = 'CREATE VIEW link AS SELECT 1' WHERE name = 'link'")
    refused(path)


def test_a_schema_that_runs_nowhere_is_refused(path: Path) -> None:
    alter(path, "UPDATE sqlite_master SET sql = 'CREATE TABLE event(id TEXT PRIMARY KEY' || char(10) || ')'")
    refused(path)


def test_nothing_is_started_loaded_or_written_while_a_hostile_project_is_opened(path: Path) -> None:
    """Python's own audit events: what would open a file for writing, a socket, a process or a library is among them."""
    seen: list[str] = []
    watching = [False]
    forbidden = ("subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "socket.", "ctypes.", "pickle.")

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if not watching[0]:
            return
        if event.startswith(forbidden) or event == "sqlite3.load_extension":
            seen.append(event)
        if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
            seen.append(f"open {arguments[0]}")

    sys.addaudithook(watch)
    attacks = [*SCHEMAS.values(), *ROWS.values()]
    original = path.read_bytes()
    for attack in attacks:
        path.write_bytes(original)
        alter(path, attack)
        watching[0] = True
        with pytest.raises(FormatError):
            open_and_read_all(path)
        watching[0] = False
    assert seen == []
    assert sorted(p.name for p in path.parent.iterdir()) == ["case.tline"]


def test_many_events_open_in_bounded_time_and_memory(path: Path) -> None:
    """A file may hold very many rows; what is refused is refused without reading them all."""
    rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) "
    columns = "title, begin, until, edtf, status, modality, kind, place, lane, credibility, notes"
    alter(
        path,
        "DELETE FROM digest",
        f"{rows}INSERT INTO event(id, {columns}, record) SELECT 'x' || i, {columns}, record FROM n, event "
        "WHERE event.id = 'e4'",
    )
    assert "another id" in refused(path)


@pytest.mark.parametrize("name", ["two\nlines.tline", "\x1b[31mred.tline", "\u202ereversed.tline"])
def test_a_name_that_writes_to_the_terminal_is_told_without_doing_so(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(b"no project")
    with pytest.raises(FormatError) as caught:
        open_project(path)
    say(str(caught.value))
    told = capsys.readouterr().err
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert told.count("\n") == 1


def test_what_is_no_file_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "folder.tline").mkdir()
    (tmp_path / "loop.tline").symlink_to("loop.tline")
    os.mkfifo(tmp_path / "pipe.tline")
    os.mkfifo(tmp_path / "pipe.txt")
    for name in ("folder.tline", "loop.tline", "pipe.tline", "gone.tline"):
        with pytest.raises(FormatError, match=name):
            open_project(tmp_path / name)
    assert not is_project(tmp_path / "pipe.txt"), "nobody waits for a pipe"
