"""A save runs in a thread: what is edited meanwhile is kept, counts as unsaved, and is in no file yet."""

import copy
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from timeline_app.formats import atomic, project_file, project_snapshot, project_write
from timeline_app.formats.atomic import Disk
from timeline_app.formats.backups import Backups
from timeline_app.formats.file_state import OutsideChange
from timeline_app.formats.project_check import project_fault
from timeline_app.formats.project_file import load_project, save_project
from timeline_app.formats.working_copy import WorkingCopy
from timeline_app.model.change import Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.workspace import operations
from timeline_app.workspace.apply_change import Join
from timeline_app.workspace.autosave import Autosave
from timeline_app.workspace.recovery import find_left_behind
from timeline_app.workspace.saver import Saver
from timeline_app.workspace.saving import SavingCancelled
from timeline_app.workspace.store import DocumentStore


class SlowDisk(Disk):
    """A disk that is not done with a file before it is told to; `reached` says that it has begun."""

    def __init__(self) -> None:
        self.reached, self.goes_on = threading.Event(), threading.Event()

    def sync_file(self, path: Path) -> None:
        self.reached.set()
        assert self.goes_on.wait(60)
        super().sync_file(path)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    disk = SlowDisk()
    yield disk
    disk.goes_on.set()


@pytest.fixture
def autosave(store: DocumentStore, tmp_path: Path) -> Iterator[Autosave]:
    keeper = Autosave(store, tmp_path / "working")
    yield keeper
    keeper.stop()


@pytest.fixture
def saver(store: DocumentStore, autosave: Autosave, slow: SlowDisk, qapp: QApplication) -> Iterator[Saver]:
    made = Saver(store)
    yield made
    slow.goes_on.set()
    made.wait()


def begin(saver: Saver, path: Path | None, slow: SlowDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begins a save and returns when it waits for the disk."""
    monkeypatch.setattr(atomic, "DISK", slow)
    saver.start(path)
    assert slow.reached.wait(60)
    monkeypatch.setattr(atomic, "DISK", Disk())


def note(store: DocumentStore, words: str) -> str:
    event = sorted(store.document.events)[0]
    operations.edit_events(store, [event], notes=words)
    return event


def test_what_is_edited_during_a_save_is_kept_and_unsaved(
    store: DocumentStore,
    autosave: Autosave,
    saver: Saver,
    slow: SlowDisk,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    path = tmp_path / "case.tline"
    event = note(store, "before")
    begun = copy.deepcopy(store.document)
    begin(saver, path, slow, monkeypatch)
    assert store.is_modified, "it is not saved yet"
    note(store, "meanwhile")
    autosave.wait()
    assert autosave.written == 2, "it is on the disk, though the save is not over"
    left = shutil.copytree(tmp_path / "working", tmp_path / "killed", ignore=shutil.ignore_patterns("*.lock"))
    slow.goes_on.set()
    saver.wait()
    assert load_project(path) == begun
    assert store.is_modified
    assert store.path == path
    autosave.wait()
    after = shutil.copytree(tmp_path / "working", tmp_path / "later", ignore=shutil.ignore_patterns("*.lock"))
    for folder in (left, after):
        [found] = find_left_behind(folder)
        assert found.load()[0].document.events[event].notes == "meanwhile"
        found.keep()
    store.undo_stack.undo()
    assert store.document == begun
    assert [store.is_modified] == [False], "the file holds just this"
    store.undo_stack.redo()
    store.save()
    assert load_project(path).events[event].notes == "meanwhile"
    assert [entry.deed for entry in store.history_of(event)].count("Edit notes") <= 2
    autosave.wait()
    assert find_left_behind(tmp_path / "working") == []


def test_what_is_joined_to_a_step_during_a_save_is_unsaved(
    store: DocumentStore, saver: Saver, slow: SlowDisk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An import that comes in while a save runs must not hide in the step that was saved."""
    event = store.document.events[sorted(store.document.events)[0]]
    join = Join("import")
    store.apply(Replace(replace(event, notes="one")), "Import", join=join)
    begin(saver, tmp_path / "case.tline", slow, monkeypatch)
    store.apply(Replace(replace(event, notes="two")), "Import", join=join)
    slow.goes_on.set()
    saver.wait()
    assert store.is_modified
    assert load_project(tmp_path / "case.tline").events[event.id].notes == "one"


def test_a_cancelled_save_leaves_the_file_as_it_was(
    store: DocumentStore, saver: Saver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "case.tline"
    store.save(path)
    before = path.read_bytes()
    note(store, "mine")
    ended: list[object] = []
    saver.ended.connect(lambda _path, error: ended.append(error))
    reached, goes_on = threading.Event(), threading.Event()
    keep = store._keep_what_is_replaced

    def keep_slowly(target: Path, is_own: bool) -> None:
        keep(target, is_own)
        reached.set()
        assert goes_on.wait(60)

    monkeypatch.setattr(store, "_keep_what_is_replaced", keep_slowly)
    saver.start()
    assert reached.wait(60)
    saver.cancel()
    goes_on.set()
    saver.wait()
    assert [type(error) for error in ended] == [SavingCancelled]
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["case.tline"]
    assert store.is_modified
    monkeypatch.undo()
    store.save()
    assert load_project(path) == store.document


def test_a_file_that_another_program_changes_during_a_save_is_not_written_over(
    store: DocumentStore, saver: Saver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "case.tline"
    store.save(path)
    note(store, "mine")
    ended: list[object] = []
    saver.ended.connect(lambda _path, error: ended.append(error))

    def change(target: Path, is_own: bool) -> None:
        save_project(TimelineDocument(), path)

    monkeypatch.setattr(store, "_keep_what_is_replaced", change)
    saver.start()
    saver.wait()
    assert [type(error) for error in ended] == [OutsideChange]
    assert load_project(path) == TimelineDocument()
    assert store.is_modified


def test_a_save_without_a_working_copy_is_made_of_the_document(
    store: DocumentStore, autosave: Autosave, saver: Saver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(self: WorkingCopy) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    note(store, "mine")
    monkeypatch.setattr(WorkingCopy, "snapshot", broken)
    ended: list[object] = []
    saver.ended.connect(lambda _path, error: ended.append(error))
    saver.start(tmp_path / "case.tline")
    saver.wait()
    assert ended == [None]
    assert load_project(tmp_path / "case.tline") == store.document
    assert not store.is_modified


@pytest.mark.parametrize("is_kept", [True, False])
def test_nothing_of_the_next_document_gets_into_the_file_of_the_last(
    store: DocumentStore, saver: Saver, slow: SlowDisk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_kept: bool
) -> None:
    path = tmp_path / "case.tline"
    whole = copy.deepcopy(store.document)
    if is_kept:
        begin(saver, path, slow, monkeypatch)
    else:
        monkeypatch.setattr(WorkingCopy, "snapshot", lambda self: None)
        saver.start(path)
    store.new()
    slow.goes_on.set()
    saver.wait()
    assert not path.exists() or load_project(path) == whole
    assert store.path is None
    assert not store.is_modified


def test_the_window_goes_on_while_a_save_tells_how_far_it_is(
    store: DocumentStore, saver: Saver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(project_snapshot, "_PAGES", 1)
    monkeypatch.setattr("timeline_app.workspace.saver._QUIET_SECONDS", 0)
    monkeypatch.setattr("timeline_app.workspace.saver._TELL_SECONDS", 0)
    told: list[tuple[int, int]] = []
    saver.progress.connect(lambda done, total: told.append((done, total)))
    saver.start(tmp_path / "case.tline")
    saver.wait()
    shares = [done / total for done, total in told]
    assert len(shares) > 5
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.5
    assert shares[-1] == 1


def test_a_digest_that_a_failed_save_took_is_right_in_the_next_one(
    document: TimelineDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (project_write, project_snapshot):
        monkeypatch.setattr(module, "MANY_EVENTS", 1)
    monkeypatch.setattr(project_file, "_LARGE", 1)
    path = tmp_path / "large.tline"
    save_project(document, path)
    store = DocumentStore()
    autosave = Autosave(store, tmp_path / "working")
    store.open(path)
    event = note(store, "one")
    operations.edit_events(store, [event], title="A title of another length")
    saving = store.begin_save()
    saving.cancel()
    with pytest.raises(SavingCancelled):
        saving.run()
    store.end_save(saving, is_saved=False)
    store.save()
    assert project_fault(path) is None
    store.save()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM digest").fetchone()[0] > 3
    assert project_fault(path) is None
    autosave.stop()


def test_no_other_file_lies_beside_one_that_is_being_saved(
    store: DocumentStore, autosave: Autosave, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would stay there, with what is in it, where the program is killed."""
    monkeypatch.setattr(project_snapshot, "_PAGES", 1)
    folder = tmp_path / "case"
    folder.mkdir()
    seen: list[set[str]] = []
    saving = store.begin_save(folder / "case.tline")
    saving.run(lambda done, total: seen.append({p.suffix for p in folder.iterdir()}))
    store.end_save(saving, is_saved=True)
    assert len(seen) > 5
    assert set.union(*seen) == {".tline"}
    assert [p.name for p in folder.iterdir()] == ["case.tline"]
    assert (folder / "case.tline").read_bytes()[18:20] == b"\1\1", "readers need no write-ahead log"


def test_a_saved_file_does_not_tell_where_it_was_worked_on(
    store: DocumentStore, autosave: Autosave, tmp_path: Path
) -> None:
    (tmp_path / "informants").mkdir()
    store.save(tmp_path / "informants" / "case.tline")
    note(store, "mine")
    store.save()
    assert b"informants" not in (tmp_path / "informants" / "case.tline").read_bytes()


def test_a_backup_is_never_the_file_that_others_may_change(store: DocumentStore, tmp_path: Path) -> None:
    path, other_name = tmp_path / "case.tline", tmp_path / "other name.tline"
    store.save(path)
    store.backups = backups = Backups(tmp_path / "backups")
    before = path.read_bytes()
    saving = store.begin_save()
    assert backups.keep(path) is not None
    store.end_save(saving, is_saved=False)  # the disk is full, say
    assert backups.of(path) == []
    os.link(path, other_name)
    store.save()
    [backup] = backups.of(path)
    with other_name.open("r+b") as file:
        file.write(b"another program writes in place")
    assert backup.read_bytes() == before
    other_name.unlink()
    assert path.stat().st_nlink == backup.stat().st_nlink == 1
