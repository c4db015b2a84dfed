"""Projects under names that few programs expect, a clock that was set back, and a keeper that meets the unforeseen."""

import os
import shutil
import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from timeline_app.formats.atomic import Disk
from timeline_app.formats.backups import Backups
from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_file import load_project, save_project
from timeline_app.formats.working_copy import WorkingCopy
from timeline_app.workspace import operations, recovery
from timeline_app.workspace.autosave import Autosave, lock_of
from timeline_app.workspace.project_lock import ProjectLock
from timeline_app.workspace.recovery import find_left_behind
from timeline_app.workspace.store import DocumentStore

OLD = Path(__file__).parents[1] / "formats" / "old_projects" / "format-1.0.tline"
NAMES = {
    "a line break": "first\nsecond",
    "emoji": "🜂🧨",
    "255 bytes": "x" * 249,
    "255 bytes of few letters": "日" * 83,
    "a terminal escape": "a\x1b[2Jb",
    "what an address is made of": "q?a#b%20c",
    "no UTF-8": os.fsdecode(b"\xff\xfe old disk"),
}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names themselves")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
@pytest.mark.parametrize("migrated", [False, True], ids=["new", "migrated"])
def test_a_project_of_any_name_is_opened_kept_saved_locked_and_recovered(
    store: DocumentStore, tmp_path: Path, name: str, migrated: bool
) -> None:
    path = tmp_path / f"{name}.tline"
    if migrated:
        shutil.copyfile(OLD, path)
    else:
        save_project(store.document, path)
    store.backups = Backups(tmp_path / "backups")
    autosave = Autosave(store, tmp_path / "working")
    try:
        store.open(path)
        operations.add_event(store, title="Kept")
        autosave.wait()
        assert autosave.is_healthy
        left = shutil.copytree(tmp_path / "working", tmp_path / "left", ignore=shutil.ignore_patterns("*.lock"))
        [found] = find_left_behind(left)
        assert found.project == path
        assert "Kept" in {event.title for event in found.load()[0].document.events.values()}
        store.save()
        assert load_project(path) == store.document
        assert len(store.backups.of(path)) == 1
        assert len(list(tmp_path.glob("*.bak"))) == migrated
        first, second = ProjectLock(), ProjectLock()
        assert first.take(path) is None
        assert second.take(path) is not None
        first.release()
        assert not [entry for entry in tmp_path.iterdir() if ".partial" in entry.name]
    finally:
        autosave.stop()


def test_whatever_goes_wrong_in_the_thread_is_told_and_the_project_is_saved_all_the_same(
    store: DocumentStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    autosave = Autosave(store, tmp_path / "working")
    told: list[str] = []
    autosave.failed.connect(told.append)
    try:
        autosave.wait()

        def fail(*_: object) -> None:
            raise KeyError("Envoys met yesterday in Varna.")

        monkeypatch.setattr(WorkingCopy, "write", fail)
        operations.edit_events(store, [sorted(store.document.events)[0]], notes="seen twice")
        store.save(tmp_path / "case.tline")
        assert load_project(tmp_path / "case.tline") == store.document
        monkeypatch.undo()
        operations.edit_events(store, [sorted(store.document.events)[0]], notes="seen thrice")
        autosave.wait()
    finally:
        autosave.stop()


def test_backups_are_kept_when_the_clock_was_set_back(store: DocumentStore, tmp_path: Path) -> None:
    path, backups = tmp_path / "case.tline", Backups(tmp_path / "backups")
    store.save(path)
    future = datetime(2031, 1, 1, tzinfo=UTC)
    for number in range(40):
        backups.keep(path, future + timedelta(days=number))
        shutil.copyfile(path, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)  # as a save does
    assert len(backups.of(path)) > 10
    made = backups.keep(path, future - timedelta(days=2_000))
    assert made is not None
    assert made in backups.of(path)


def test_a_path_that_is_too_long_is_no_damage(store: DocumentStore, tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["日" * 60] * 4)
    folder.mkdir(parents=True)
    shutil.copyfile(OLD, folder / "case.tline")
    with pytest.raises(FormatError, match="its path is too long"):
        store.open(folder / "case.tline")


@pytest.mark.parametrize("at", ["working_info", "settle"])
def test_edits_that_cannot_be_read_now_are_told_and_kept(
    store: DocumentStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """A full disk has no room for what SQLite makes beside a file to read it: that is no reason to delete edits."""
    autosave = Autosave(store, tmp_path / "working")
    store.save(tmp_path / "case.tline")
    operations.add_event(store, title="Kept")
    autosave.wait()
    left = shutil.copytree(tmp_path / "working", tmp_path / "left", ignore=shutil.ignore_patterns("*.lock"))
    autosave.stop()

    def fail(_path: Path) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(recovery, at, fail)
        [found] = find_left_behind(left)
        for look in (found.differences, found.load):
            with pytest.raises(FormatError, match="make room on the disk"):
                look()
        found.keep()
    [found] = find_left_behind(left)
    assert "Kept" in {event.title for event in found.load()[0].document.events.values()}
    found.keep()


def test_a_working_copy_has_its_name_once_it_is_whole(
    store: DocumentStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill while it is made leaves nothing that looks like edits; what it leaves goes at the next start."""
    place = tmp_path / "0123.working"
    seen: list[set[str]] = []
    monkeypatch.setattr(Disk, "sync_file", lambda *_: seen.append({entry.name for entry in tmp_path.iterdir()}))
    WorkingCopy.of_document(store.document, place, {"unsaved": "1"}).close()
    assert seen == [{"0123.working-making"}]
    half = tmp_path / "4567.working-making"
    half.touch()
    lock = lock_of(tmp_path / "4567.working")
    lock.tryLock(0)
    find_left_behind(tmp_path)[0].keep()
    assert half.exists(), "another window is making it"
    lock.unlock()
    find_left_behind(tmp_path)[0].keep()
    assert not half.exists()


def test_what_a_kill_left_in_the_programs_own_folders_goes(store: DocumentStore, tmp_path: Path) -> None:
    path, backups = tmp_path / "case.tline", Backups(tmp_path / "backups")
    store.save(path)
    folder = backups.folder_of(path)
    folder.mkdir(parents=True)
    half = folder / ".2026-01-01T000000Z-4194303-ab12.partial.tline"
    half.touch()
    assert backups.keep(path) is not None
    assert not half.exists()
    working = tmp_path / "working"
    working.mkdir()
    for end in ("-wal", "-shm"):
        (working / f"0123.working{end}").touch()
    whole = working / "4567.working"
    with sqlite3.connect(whole) as connection:
        connection.execute("CREATE TABLE working_copy(name TEXT PRIMARY KEY, value TEXT NOT NULL)")
        connection.execute("INSERT INTO working_copy VALUES ('unsaved', '1')")
    connection.close()
    (working / "4567.working-wal").touch()
    [found] = find_left_behind(working)
    assert found.working == whole
    assert [entry.name for entry in working.iterdir() if entry.name.startswith("0123")] == []
    found.keep()
