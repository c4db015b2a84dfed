"""Every edit is in the working copy a moment after it was made; saving, crashing and recovering lose nothing."""

import copy
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.formats import project_file, project_snapshot, project_write
from timeline_app.formats.backups import Backups
from timeline_app.formats.errors import FormatError
from timeline_app.formats.file_state import OutsideChange
from timeline_app.formats.project_check import project_fault
from timeline_app.formats.project_file import load_project, open_project, read_history, save_project
from timeline_app.formats.working_copy import WorkingCopy
from timeline_app.model.change import Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.source import Segment, SegmentKind
from timeline_app.model.token import Span
from timeline_app.workspace import autosave as autosave_module
from timeline_app.workspace import operations
from timeline_app.workspace import store as store_module
from timeline_app.workspace.autosave import Autosave
from timeline_app.workspace.recovery import find_left_behind
from timeline_app.workspace.store import DocumentStore

OLD = Path(__file__).parents[1] / "formats" / "old_projects" / "format-1.0.tline"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "program" / "working"


@pytest.fixture
def autosave(store: DocumentStore, folder: Path) -> Iterator[Autosave]:
    keeper = Autosave(store, folder)
    yield keeper
    keeper.stop()


def crash(autosave: Autosave, folder: Path) -> Path:
    """A folder with the files as a kill would leave them, once the edits are on the disk."""
    autosave.wait()
    left = folder.with_name("left")
    shutil.copytree(folder, left, ignore=shutil.ignore_patterns("*.lock"))
    return left


def any_event(store: DocumentStore) -> str:
    return sorted(store.document.events)[0]


def test_an_edit_is_on_the_disk_before_it_is_saved(store: DocumentStore, autosave: Autosave) -> None:
    operations.edit_events(store, [any_event(store)], notes="seen twice")
    autosave.wait()
    assert autosave.path is not None
    assert oct(autosave.path.stat().st_mode & 0o777) == "0o600"
    with closing(sqlite3.connect(autosave.path)) as connection:
        assert connection.execute("SELECT count(*) FROM event WHERE notes = 'seen twice'").fetchone() == (1,)


def test_what_is_saved_is_the_document(store: DocumentStore, autosave: Autosave, tmp_path: Path) -> None:
    path = tmp_path / "case.tline"
    event = any_event(store)
    operations.edit_events(store, [event], notes="one")
    store.save(path)
    assert load_project(path) == store.document
    operations.delete_events(store, [event])
    store.undo_stack.undo()
    operations.edit_events(store, [event], notes="two")
    store.save()
    assert load_project(path) == store.document
    assert sorted(p.name for p in tmp_path.iterdir()) == ["case.tline", "program"]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert "working_copy" not in names


def test_a_saved_file_holds_nothing_of_what_was_removed(
    store: DocumentStore, autosave: Autosave, tmp_path: Path
) -> None:
    source_id = sorted(store.document.sources)[0]
    text = store.document.sources[source_id].text.encode()[:60]
    store.save(tmp_path / "case.tline")
    assert text in (tmp_path / "case.tline").read_bytes()
    operations.remove_source(store, source_id)
    store.save()
    assert text not in (tmp_path / "case.tline").read_bytes()


def test_nothing_is_left_of_a_window_that_was_closed(store: DocumentStore, folder: Path, tmp_path: Path) -> None:
    keeper = Autosave(store, folder)
    operations.edit_events(store, [any_event(store)], notes="given up")
    keeper.stop()
    assert list(folder.iterdir()) == []
    assert find_left_behind(folder) == []


def test_a_crash_loses_nothing_and_the_copy_is_offered(
    store: DocumentStore, autosave: Autosave, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "case.tline"
    store.save(path)
    event = any_event(store)
    operations.edit_events(store, [event], title="Another title")
    operations.add_event(store, title="Drawn by hand")
    left = crash(autosave, folder)
    [found] = find_left_behind(left)
    assert found.project == path
    told = {(d.kind.__name__, d.title, d.is_new): d.fields for d in found.differences()}
    assert ("Event", "Drawn by hand", True) in told
    assert told["Event", "Another title", False]["title"][1] == "Another title"
    opened, history = found.load()
    assert opened.document == store.document
    assert history[-1].kind == "Event"
    fresh = DocumentStore()
    fresh.adopt(opened.document, path, modified=True, history=history)
    assert fresh.is_modified
    assert [e.deed for e in fresh.history_of(event)] == [e.deed for e in store.history_of(event)]
    found.discard()
    assert list(left.iterdir()) == []


def test_a_copy_in_use_is_not_offered(store: DocumentStore, autosave: Autosave, folder: Path) -> None:
    operations.edit_events(store, [any_event(store)], notes="x")
    autosave.wait()
    assert find_left_behind(folder) == []
    assert autosave.path is not None
    assert autosave.path.exists()


def test_a_copy_without_unsaved_edits_is_tidied_away(
    store: DocumentStore, autosave: Autosave, folder: Path, tmp_path: Path
) -> None:
    operations.edit_events(store, [any_event(store)], notes="x")
    store.save(tmp_path / "case.tline")
    left = crash(autosave, folder)
    assert find_left_behind(left) == []
    assert list(left.iterdir()) == []


def test_another_project_gets_another_copy(
    store: DocumentStore, autosave: Autosave, document: TimelineDocument, folder: Path, tmp_path: Path
) -> None:
    save_project(document, tmp_path / "other.tline")
    first = autosave.path
    store.open(tmp_path / "other.tline")
    operations.edit_events(store, [any_event(store)], notes="in the other")
    store.save()
    assert autosave.path != first
    assert len(list(folder.glob("*.working"))) == 1
    assert load_project(tmp_path / "other.tline") == store.document


def test_a_failing_disk_is_told_once_and_saving_still_works(
    store: DocumentStore, autosave: Autosave, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    autosave.wait()
    monkeypatch.setattr(WorkingCopy, "write", full)
    told: list[str] = []
    autosave.failed.connect(told.append)
    for note in ("one", "two"):
        operations.edit_events(store, [any_event(store)], notes=note)
        autosave.wait()
        qtbot.wait(5)
    assert len(told) == 1
    assert "disk is full" in told[0]
    store.save(tmp_path / "case.tline")
    assert load_project(tmp_path / "case.tline") == store.document
    monkeypatch.undo()
    autosave._begin_anew()
    operations.edit_events(store, [any_event(store)], notes="three")
    store.save()
    assert load_project(tmp_path / "case.tline") == store.document


def test_the_history_tells_who_did_what(store: DocumentStore, autosave: Autosave, tmp_path: Path) -> None:
    event = any_event(store)
    old = store.document.events[event].title
    operations.edit_events(store, [event], title="A new title")
    store.undo_stack.undo()
    store.undo_stack.redo()
    store.save(tmp_path / "case.tline")
    history = store.history_of(event)
    assert [entry.who for entry in history] == ["analyst"] * 3
    assert history[0].fields["title"] == (old, "A new title")
    assert history[1].deed.startswith("Undo ")
    assert history[2].deed.startswith("Redo ")
    assert read_history(tmp_path / "case.tline", event) == history
    store.open(tmp_path / "case.tline")
    operations.edit_events(store, [event], title="A newer title")
    assert store.history_of(event)[:3] == history, "it only grows"
    assert len(store.history_of(event)) == 4


def test_history_without_a_working_copy_is_the_same(store: DocumentStore, tmp_path: Path) -> None:
    event = any_event(store)
    operations.edit_events(store, [event], title="A new title")
    assert len(store.history_of(event)) == 1
    store.save(tmp_path / "case.tline")
    operations.edit_events(store, [event], title="A newer title")
    assert [entry.fields["title"][1] for entry in store.history_of(event)] == ["A new title", "A newer title"]
    store.save()
    assert len(read_history(tmp_path / "case.tline", event)) == 2


def test_a_changed_date_is_the_analysts_and_what_follows_the_rules(
    store: DocumentStore, autosave: Autosave, tmp_path: Path
) -> None:
    from dataclasses import replace

    from timeline_app.model.time_value import TimeValue

    source = sorted(store.document.sources)[0]
    context = replace(store.document.sources[source].context, published=TimeValue.day(2017, 1, 1))
    operations.set_context(store, source, context)
    [entry] = store.history_of(source)
    assert entry.who == "analyst"
    assert entry.fields["published"][1] == "1 January 2017"
    moved = [e for link in store.document.links_of_source(source) for e in store.history_of(link.event_id)]
    assert moved
    assert {entry.who for entry in moved} == {"rule"}


def test_an_older_format_is_migrated_with_a_backup_beside(
    store: DocumentStore, autosave: Autosave, tmp_path: Path
) -> None:
    path = tmp_path / "old.tline"
    path.write_bytes(OLD.read_bytes())
    store.open(path)
    operations.edit_events(store, [any_event(store)], notes="later")
    assert path.read_bytes() == OLD.read_bytes()
    store.save()
    assert (tmp_path / "old.tline.bak").read_bytes() == OLD.read_bytes()
    assert load_project(path) == store.document
    assert path.read_bytes()[60:64] == (1 << 16 | 2).to_bytes(4, "big")


def test_what_a_newer_minor_version_added_survives_a_save(
    store: DocumentStore, autosave: Autosave, document: TimelineDocument, tmp_path: Path
) -> None:
    path = tmp_path / "newer.tline"
    save_project(document, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {1 << 16 | 7}")
        connection.execute("CREATE TABLE bookmark(id TEXT PRIMARY KEY, note TEXT)")
        connection.execute("INSERT INTO bookmark VALUES ('b', 'mine')")
        connection.commit()
    store.open(path)
    operations.edit_events(store, [any_event(store)], notes="later")
    store.save()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT note FROM bookmark").fetchone() == ("mine",)
        assert connection.execute("PRAGMA user_version").fetchone() == (1 << 16 | 7,)


@pytest.mark.parametrize("with_copy", [True, False])
def test_a_change_by_another_program_is_noticed_before_it_is_written_over(
    store: DocumentStore, folder: Path, document: TimelineDocument, tmp_path: Path, with_copy: bool
) -> None:
    keeper = Autosave(store, folder) if with_copy else None
    path = tmp_path / "case.tline"
    store.save(path)
    save_project(TimelineDocument(), path)
    operations.edit_events(store, [any_event(store)], notes="mine")
    with pytest.raises(OutsideChange, match="changed by another program"):
        store.save()
    assert load_project(path) == TimelineDocument()
    assert store.is_modified
    store.save(overwrite=True)
    assert load_project(path) == store.document
    path.unlink()
    store.save()
    assert load_project(path) == store.document, "a file that is gone is written anew"
    if keeper is not None:
        keeper.stop()


def test_a_project_that_is_open_for_reading_only_is_not_written(store: DocumentStore, tmp_path: Path) -> None:
    path = tmp_path / "case.tline"
    store.save(path)
    before = path.read_bytes()
    store.open(path, read_only="case.tline is open elsewhere.")
    operations.edit_events(store, [any_event(store)], notes="mine")
    with pytest.raises(FormatError, match="open elsewhere"):
        store.save()
    assert path.read_bytes() == before
    store.save(tmp_path / "mine.tline")
    assert store.read_only is None


def test_large_projects_are_kept_and_looked_through_too(
    store: DocumentStore,
    autosave: Autosave,
    document: TimelineDocument,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (project_write, project_snapshot):
        monkeypatch.setattr(module, "MANY_EVENTS", 1)
    monkeypatch.setattr(project_file, "_LARGE", 1)
    monkeypatch.setattr(autosave_module, "_LOOKS_AFTER", 0)
    path = tmp_path / "large.tline"
    save_project(document, path)
    store.open(path)
    assert store.document.digest is not None
    event = any_event(store)
    operations.edit_events(store, [event], title="Short")
    store.save()
    assert project_fault(path) is None
    several = [id_ for id_ in store.document.events if len(store.document.links_of_event(id_)) > 1]
    operations.split_event(store, several[0])
    operations.delete_events(store, [sorted(store.document.events)[2]])
    operations.add_event(store, title="Drawn")
    end = copy.deepcopy(store.document)
    store.save()
    opened = open_project(path)
    assert opened.document.digest is not None, "the digest is made anew"
    assert opened.document == end
    assert project_fault(path) is None, "the digest was brought up to date"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE mention SET record = '{'")
        connection.commit()
    with qtbot.waitSignal(autosave.damaged, timeout=5_000) as told:
        store.open(path)
    assert "large.tline" in told.args[0]


def test_backups_rotate(store: DocumentStore, tmp_path: Path) -> None:
    from datetime import UTC, datetime, timedelta

    store.backups = backups = Backups(tmp_path / "backups")
    path = tmp_path / "case.tline"
    store.save(path)
    assert backups.of(path) == [], "there was nothing to lose yet"
    first = copy.deepcopy(store.document)
    for note in ("one", "two"):
        operations.edit_events(store, [any_event(store)], notes=note)
        store.save()
    [backup] = backups.of(path)
    assert load_project(backup) == first
    now = datetime.now(UTC)
    for hours in range(1, 24 * 30):
        backups.keep(path, now + timedelta(hours=hours))
        shutil.copyfile(path, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)  # as a save does
    kept = backups.of(path)
    assert 20 <= len(kept) <= 24
    assert len({p.name[:10] for p in kept}) >= 14


def test_a_value_that_could_not_be_read_back_is_refused_at_once(store: DocumentStore, autosave: Autosave) -> None:
    source = next(iter(store.document.sources.values()))
    before, beyond = copy.deepcopy(store.document), Segment(SegmentKind.BODY, Span(0, len(source.text) + 1))
    for wrong, told in (
        (replace(source, context=replace(source.context, document_kind="keep")), "context.document_kind"),  # type: ignore[arg-type]
        (replace(source, context=replace(source.context, time_zone="../etc")), "not a time zone"),
        (replace(source, segments=(beyond,)), "outside the text"),
    ):
        with pytest.raises(FormatError, match=f"That was not done: .*{told}.* The project is as it was"):
            store.apply(Replace(wrong), "Edit")
    assert store.document == before
    assert not store.undo_stack.canUndo()
    operations.edit_events(store, [any_event(store)], notes="still kept")
    autosave.wait()
    assert autosave.is_healthy


def test_what_slipped_past_is_told_and_not_written(
    store: DocumentStore, autosave: Autosave, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.tline"
    store.save(path)
    before = path.read_bytes()
    monkeypatch.setattr(store_module, "refuse_unwritable", lambda *_: None)
    event = store.document.events[any_event(store)]
    with qtbot.waitSignal(autosave.failed, timeout=5_000) as told:
        store.apply(Replace(replace(event, title=5)), "Edit")  # type: ignore[arg-type]
    assert "title" in told.args[0]
    with pytest.raises(FormatError, match="title: expected str, found 5"):
        store.save(path)
    assert path.read_bytes() == before
    store.undo_stack.undo()
    store.save(path)
    assert load_project(path) == store.document


def harm_one_source(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        wrong = '"context":{"week_start":"keep",'
        connection.execute("UPDATE source SET record = replace(record, '\"context\":{', ?) WHERE rowid = 1", (wrong,))
        connection.execute("UPDATE event SET record = '{' WHERE rowid = 1")
        connection.commit()


def test_what_is_left_of_a_broken_file_is_saved_under_another_name_only(
    store: DocumentStore, autosave: Autosave, tmp_path: Path
) -> None:
    path, other = tmp_path / "case.tline", tmp_path / "rest.tline"
    store.save(path)
    harm_one_source(path)
    before = path.read_bytes()
    opened = store.open(path)
    assert opened.is_partial
    operations.edit_events(store, [any_event(store)], notes="edited all the same")
    with pytest.raises(FormatError, match="save it under another name"):
        store.save()
    assert path.read_bytes() == before
    store.save(other)
    assert load_project(other) == store.document, "nothing of what was broken came along"
    assert store.read_only is None
    store.save()


def test_edits_to_what_is_left_of_a_broken_file_are_recovered_and_the_file_is_spared(
    store: DocumentStore, autosave: Autosave, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "case.tline"
    store.save(path)
    harm_one_source(path)
    store.open(path)
    operations.edit_events(store, [any_event(store)], notes="edited all the same")
    [found] = find_left_behind(crash(autosave, folder))
    assert any(d.fields.get("notes") for d in found.differences())
    opened, _history = found.load()
    assert opened.document == store.document
    assert found.spared is not None
    assert "save it under another name" in found.spared


def test_a_recovered_copy_survives_a_broken_record(
    store: DocumentStore, autosave: Autosave, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "case.tline"
    store.save(path)
    operations.edit_events(store, [sorted(store.document.events)[-1]], notes="not lost")
    left = crash(autosave, folder)
    [working] = left.glob("*.working")
    harm_one_source(working)
    [found] = find_left_behind(left)
    assert found.differences()
    opened, history = found.load()
    assert opened.is_partial
    assert opened.read_only is not None
    assert opened.read_only.startswith("case.tline is damaged")
    assert len(opened.document.events) == len(store.document.events) - 1
    assert history
