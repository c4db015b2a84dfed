"""Projects made to be too large: a million events, a string of a gigabyte, a bomb that unpacks.

Each is opened by a process of its own that may have little memory and time.  Short forms here; `make soak` sets
HOSTILE_LARGE for the whole ones.
"""

import json
import os
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.formats.project_file import save_project
from timeline_app.formats.project_schema import TABLES
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue

IS_WHOLE = bool(os.environ.get("HOSTILE_LARGE"))
EVENTS = 1_000_000 if IS_WHOLE else 60_000
LONG = 999_000_000 if IS_WHOLE else 150_000_000  # bytes of one string; SQLite itself makes no row of 1,000,000,000
MEMORY = 3_000_000_000 if IS_WHOLE else 1_200_000_000  # address space: libraries take half a gigabyte of it
SECONDS = 3_600 if IS_WHOLE else 240

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the process is limited by setrlimit(2)")

OPEN = """
    import json, resource, sys
    from pathlib import Path
    from timeline_app.formats.errors import FormatError
    from timeline_app.formats.project_check import project_fault
    from timeline_app.formats.project_file import open_project, read_history
    from timeline_app.formats.project_records import TABLE_OF

    limit = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    path = Path(sys.argv[1])
    told, events = None, 0
    try:
        opened = open_project(path)
        for kind in TABLE_OF:
            for _record in opened.document.table(kind).values():
                pass
        events = len(opened.document.events)
        told = opened.read_only
    except FormatError as error:
        told = str(error)
    fault = project_fault(path)
    read_history(path)
    print(json.dumps({"told": told, "events": events, "fault": fault}))
"""
READ = ["event record", "source text", "history what", "digest data", "event notes"]
EVERY = [
    f"{table} {declared.split()[0]}"
    for table, columns in TABLES.items()
    for declared in columns
    if declared.split()[1] in ("TEXT", "BLOB")
]
PLACES = EVERY if IS_WHOLE else READ
COLUMNS = (
    "title, begin, until, edtf, status, modality, kind, place, lane, credibility, notes, earliest_start, latest_start, "
    "earliest_end, latest_end, utc_offset, granularity, approximate, confidence, origins"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    event = Event("e1", "Met", resolved=TimeValue.day(2024, 3, 15))
    save_project(TimelineDocument.of([event]), tmp_path / "case.tline")
    return tmp_path / "case.tline"


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def opened(path: Path, memory: int = MEMORY) -> dict[str, object]:
    """What a process that opens a project has to say; it must end in time and by itself."""
    before = path.stat()
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(OPEN), str(path), str(memory)],
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr[-1_000:]
    after = path.stat()
    assert (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    assert [p.name for p in path.parent.iterdir()] == ["case.tline"]
    return dict(json.loads(done.stdout))


@pytest.mark.timeout(SECONDS)
def test_as_many_events_as_there_may_be_are_read(path: Path) -> None:
    """Many events are no attack: they are read, each with its own id."""
    rows = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {EVENTS}) "
    record = 'replace(record, \'"id":"e1"\', \'"id":"x\' || i || \'"\')'
    alter(
        path,
        f"{rows}INSERT INTO event(id, {COLUMNS}, record) SELECT 'x' || i, {COLUMNS}, {record} FROM n, event",
    )
    told = opened(path)
    assert told == {"told": None, "events": EVENTS + 1, "fault": None}


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("place", PLACES)
def test_a_string_of_a_gigabyte_is_refused_in_bounded_memory(path: Path, place: str) -> None:
    table, column = place.split()
    declared = {words.split()[0]: words.split()[1] for words in TABLES[table]}
    values = ", ".join({"TEXT": "'s'", "BLOB": "x'00'"}.get(kind, "1") for kind in declared.values())
    long = f"zeroblob({LONG})" if declared[column] == "BLOB" else f"printf('%.*c', {LONG}, 'x')"
    alter(
        path,
        f"INSERT INTO {table} SELECT {values} WHERE NOT EXISTS (SELECT 1 FROM {table})",
        f"UPDATE {table} SET {column} = {long}",
    )
    told = opened(path)
    is_read = table not in ("event", "history") or column in ("id", "record")  # the others are for other programs
    assert "case.tline" in f"{told['told']}{told['fault']}" or not is_read, told
    assert len(str(told["told"])) < 600


@pytest.mark.timeout(SECONDS)
def test_a_record_of_millions_of_flaws_is_told_in_bounded_time(path: Path) -> None:
    lists = "[" + ",".join(["[]"] * (4_000_000 if IS_WHOLE else 400_000)) + "]"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("UPDATE event SET record = ?", ('{"id":"e1","title":"x","participants":' + lists + "}",))
        connection.commit()
    told = opened(path)
    assert told["events"] == 1
    assert "participants" in str(told["told"])
    assert "case.tline" in str(told["fault"])
