"""The project file keeps everything, and says clearly when it cannot be opened."""

import json
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_file import is_project, load_project, open_project, save_project
from timeline_app.formats.project_open import is_older_format
from timeline_app.formats.project_schema import MAJOR, MINOR
from timeline_app.model.change import Insert, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.ids import text_sha256
from timeline_app.model.pair import Pair, Verdict
from timeline_app.model.source import Source

OLD = sorted((Path(__file__).parent / "old_projects").glob("format-*.tline"))


@pytest.fixture
def saved(document: TimelineDocument, tmp_path: Path) -> Path:
    path = tmp_path / "case.tline"
    save_project(document, path)
    return path


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_what_was_saved_is_opened_again(document: TimelineDocument, saved: Path) -> None:
    assert load_project(saved) == document


def test_saving_again_replaces_the_old_content_and_leaves_nothing_beside(
    document: TimelineDocument, saved: Path
) -> None:
    document.apply(Replace(replace(document.events["e1"], notes="seen by two people")))
    save_project(document, saved)
    assert load_project(saved).events["e1"].notes == "seen by two people"
    assert [p.name for p in saved.parent.iterdir()] == ["case.tline"]


def test_an_empty_project_is_a_project(tmp_path: Path) -> None:
    save_project(TimelineDocument(), tmp_path / "empty.tline")
    assert load_project(tmp_path / "empty.tline") == TimelineDocument()


def test_a_text_that_utf8_cannot_hold_survives(tmp_path: Path) -> None:
    text = "cut \ud83d here, NUL \x00 there"
    document = TimelineDocument()
    document.apply(Insert(Source("s", "odd\udcff.txt", "T\ud800", text, text_sha256(text))))
    save_project(document, tmp_path / "odd.tline")
    assert load_project(tmp_path / "odd.tline") == document


def test_any_sqlite_tool_reads_the_columns(saved: Path) -> None:
    with closing(sqlite3.connect(saved)) as connection:
        row = connection.execute("SELECT title, begin, until, edtf, status FROM event WHERE id = 'e2'").fetchone()
        quote = connection.execute("SELECT sentence FROM link WHERE id = 'k1'").fetchone()
        journal = connection.execute("PRAGMA journal_mode").fetchone()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert row == (
        "=HYPERLINK repairs begin",
        "2024-04-02T09:00+01:00",
        "2024-04-02T09:00+01:00",
        "2024-04-02T09:00:00+01:00",
        "edited",
    )
    assert quote == ("The ferry Maren ran aground last Friday.",)
    assert journal == ("delete",)


def test_the_header_says_what_it_is(saved: Path) -> None:
    header = saved.read_bytes()[:100]
    assert header.startswith(b"SQLite format 3\0")
    assert header[68:72] == b"TLIN"
    assert int.from_bytes(header[60:64], "big") >> 16 == 1
    assert is_project(saved.rename(saved.with_suffix(".renamed")))


def test_a_link_is_followed_and_permissions_stay(document: TimelineDocument, saved: Path) -> None:
    saved.chmod(0o640)
    link = saved.with_name("link.tline")
    link.symlink_to(saved)
    save_project(document, link)
    assert link.is_symlink()
    assert stat.S_IMODE(saved.stat().st_mode) == 0o640


def refused(path: Path) -> str:
    with pytest.raises(FormatError) as caught:
        load_project(path)
    message = str(caught.value)
    assert str(path) in message
    assert "\n" not in message
    return message


def test_a_newer_format_is_named_where_it_cannot_be_read(saved: Path) -> None:
    alter(saved, f"PRAGMA user_version = {2 << 16}", "ALTER TABLE event RENAME COLUMN record TO packed")
    assert "newer version" in refused(saved)


def test_a_newer_format_that_can_be_read_opens_for_reading_only(document: TimelineDocument, saved: Path) -> None:
    alter(saved, f"PRAGMA user_version = {2 << 16}")
    opened = open_project(saved)
    assert opened.document == document
    assert "newer version" in (opened.read_only or "")


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_a_file_of_each_older_format_opens(document: TimelineDocument, old: Path) -> None:
    assert is_older_format(old)
    opened = open_project(old)
    assert opened.document == document
    assert opened.read_only is None


def test_every_older_format_has_a_file_here() -> None:
    assert [path.stem for path in OLD] == [f"format-{MAJOR}.{minor}" for minor in range(MINOR)]


def test_a_newer_minor_with_more_columns_opens(document: TimelineDocument, saved: Path) -> None:
    alter(
        saved,
        f"PRAGMA user_version = {1 << 16 | 7}",
        "CREATE TABLE bookmark(id TEXT PRIMARY KEY, note TEXT)",
        "ALTER TABLE event ADD COLUMN weight INTEGER",
    )
    assert load_project(saved) == document


def test_a_file_of_the_first_version_has_no_pairs_and_opens(document: TimelineDocument, saved: Path) -> None:
    alter(saved, f"PRAGMA user_version = {1 << 16}", "DROP TABLE pair")
    assert load_project(saved) == document


def test_what_was_decided_about_a_pair_is_kept(document: TimelineDocument, tmp_path: Path) -> None:
    pair = Pair("a:0-4", "b:7-9", "both 3 May 2018", verdict=Verdict.APART)
    document.apply(Insert(pair))
    save_project(document, tmp_path / "pair.tline")
    assert load_project(tmp_path / "pair.tline").pairs == {pair.id: pair}


@pytest.mark.parametrize("content", [b"", b"x", b"just some notes\n" * 20, b"SQLite format 3\0" + b"\0" * 200])
def test_a_file_that_is_not_ours_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.tline"
    path.write_bytes(content)
    assert "not a timeline project" in refused(path)


def test_another_programs_database_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "places.tline"
    alter(path, "CREATE TABLE event(id TEXT)")
    assert "not a timeline project" in refused(path)


def test_a_missing_file_a_folder_and_an_odd_name_are_named(tmp_path: Path) -> None:
    assert "No such file" in refused(tmp_path / "gone.tline")
    refused(tmp_path)
    with pytest.raises(FormatError):
        load_project(Path("nul\0.tline"))


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_file_is_refused(saved: Path, share: float) -> None:
    data = saved.read_bytes()
    saved.write_bytes(data[: int(len(data) * share)])
    refused(saved)


def test_a_changed_text_is_noticed(saved: Path) -> None:
    data = saved.read_bytes()
    at = data.index("The ferry Maren ran aground last Friday. “Nobody".encode())
    saved.write_bytes(data[:at] + b"X" + data[at + 1 :])
    assert "changed since it was saved" in refused(saved)


def test_no_flipped_byte_breaks_more_than_the_opening(document: TimelineDocument, saved: Path) -> None:
    data = saved.read_bytes()
    for at in range(0, len(data), 211):
        saved.write_bytes(data[:at] + bytes([data[at] ^ 0x41]) + data[at + 1 :])
        try:
            load_project(saved)
        except FormatError as error:
            assert "\n" not in str(error)  # noqa: PT017 - many bytes are in no-man's-land and open as before


HOSTILE: dict[str, Callable[[Path], None]] = {
    "trigger": lambda p: alter(p, "CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END"),
    "view": lambda p: alter(p, "DROP TABLE link", "CREATE VIEW link AS SELECT * FROM event"),
    "virtual table": lambda p: alter(p, "CREATE VIRTUAL TABLE t USING fts5(x)"),
    "expression index": lambda p: alter(p, "CREATE INDEX i ON event(hex(title))"),
    "check": lambda p: alter(p, "CREATE TABLE t(x TEXT CHECK(length(hex(zeroblob(1000))) > 1))"),
    "generated": lambda p: alter(p, "CREATE TABLE t(x TEXT, y TEXT AS (upper(x)))"),
    "missing table": lambda p: alter(p, "DROP TABLE mention"),
    "missing column": lambda p: alter(p, "ALTER TABLE event RENAME COLUMN record TO rekord"),
    "not text": lambda p: alter(p, "UPDATE event SET record = x'00ff'"),
    "number": lambda p: alter(p, "UPDATE event SET record = 7"),
    "not JSON": lambda p: alter(p, "UPDATE event SET record = '{'"),
    "deep JSON": lambda p: alter(p, f"UPDATE event SET record = '{'[' * 200_000}'"),
    "other class": lambda p: alter(p, "UPDATE event SET record = (SELECT record FROM source LIMIT 1)"),
    "other id": lambda p: alter(p, "UPDATE event SET id = 'e9' WHERE id = 'e4'"),
    "huge number": lambda p: alter(p, "UPDATE event SET record = replace(record, '0.8', '" + "9" * 400 + "')"),
    "not a number": lambda p: alter(p, "UPDATE event SET record = replace(record, '0.8', 'NaN')"),
    "wrong enum": lambda p: alter(p, "UPDATE event SET record = replace(record, 'planned', 'haunted')"),
    "no source": lambda p: alter(p, "DELETE FROM source WHERE id = 'l'"),
    "no event": lambda p: alter(p, "DELETE FROM event WHERE id = 'e1'"),
    "no text": lambda p: alter(p, "UPDATE source SET text = 12"),
    "other text": lambda p: alter(p, "UPDATE source SET text = text || ' and more'"),
    "span outside": lambda p: alter(p, """UPDATE link SET record = replace(record, '"end":', '"end":9')"""),
    "bad zone": lambda p: alter(p, "UPDATE setting SET record = replace(record, 'Europe/Lisbon', '../../etc')"),
    "huge string": lambda p: alter(p, "UPDATE event SET record = hex(zeroblob(40000000))"),
    "journal beside": lambda p: Path(f"{p}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600),
}


@pytest.mark.parametrize("attack", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence_and_left_alone(saved: Path, attack: str) -> None:
    HOSTILE[attack](saved)
    before = {p.name: p.read_bytes() for p in saved.parent.iterdir()}
    refused(saved)
    assert {p.name: p.read_bytes() for p in saved.parent.iterdir()} == before


def test_a_file_left_in_wal_mode_opens_without_side_files(document: TimelineDocument, saved: Path) -> None:
    alter(saved, "PRAGMA journal_mode = WAL")
    assert load_project(saved) == document
    assert [p.name for p in saved.parent.iterdir()] == ["case.tline"]


def test_unfinished_changes_of_another_program_are_named(saved: Path) -> None:
    with closing(sqlite3.connect(saved)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE event SET title = 'x'")
        other.commit()
        assert "case.tline-wal" in refused(saved)


def test_the_record_is_what_counts(saved: Path) -> None:
    """A column edited with a database tool is shown by nobody; the record beside it is."""
    alter(saved, "UPDATE event SET title = 'renamed' WHERE id = 'e1'")
    assert load_project(saved).events["e1"].title == "The ferry Maren ran aground"
    with closing(sqlite3.connect(saved)) as connection:
        [(record,)] = connection.execute("SELECT record FROM event WHERE id = 'e1'")
    assert json.loads(record)["title"] == "The ferry Maren ran aground"
