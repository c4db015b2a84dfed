"""The store: one way to change a document, exact undo, honest signals."""

import copy
from pathlib import Path

import pytest

from timeline_app.formats.errors import FormatError
from timeline_app.model.change import Batch, Insert, Remove, Replace
from timeline_app.model.document import ChangeError, TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.workspace import operations
from timeline_app.workspace.apply_change import Join
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.store import DocumentStore


@pytest.fixture
def heard(store: DocumentStore) -> list[ChangeSummary]:
    summaries: list[ChangeSummary] = []
    store.changed.connect(summaries.append)
    return summaries


def test_one_change_is_told_once_with_what_it_touched(store: DocumentStore, heard: list[ChangeSummary]) -> None:
    store.apply(Insert(Event("new", "A launch")), "Add", initiator="pane")
    (summary,) = heard
    assert summary.inserted == {Event: frozenset({"new"})}
    assert summary.events == {"new"}
    assert summary.initiator == "pane"


def test_undo_and_redo_are_told_to_everyone(store: DocumentStore, heard: list[ChangeSummary]) -> None:
    store.apply(Insert(Event("new", "A launch")), "Add", initiator="pane")
    store.undo_stack.undo()
    store.undo_stack.redo()
    assert [s.removed.get(Event) for s in heard] == [None, {"new"}, None]
    assert [s.initiator for s in heard] == ["pane", None, None]


def test_a_batch_is_one_step_and_its_summary_is_the_net_effect(
    store: DocumentStore, heard: list[ChangeSummary]
) -> None:
    event = Event("new", "A launch")
    batch = Batch(
        (Insert(event), Replace(Event("new", "The launch")), Insert(Event("gone", "x")), Remove(Event, "gone"))
    )
    store.apply(batch, "Add")
    assert store.undo_stack.count() == 1
    assert heard[0].inserted == {Event: {"new"}}
    assert not heard[0].removed
    assert not heard[0].replaced


def test_an_event_is_touched_when_only_its_links_are(store: DocumentStore, heard: list[ChangeSummary]) -> None:
    link = store.document.links_of_event("fire")[0]
    store.apply(Remove(SourceLink, link.id), "Unlink")
    store.undo_stack.undo()
    assert [s.events for s in heard] == [{"fire"}, {"fire"}]


@pytest.mark.parametrize(
    "change",
    [
        Insert(Event("talks", "there already")),
        Replace(Event("nobody", "missing")),
        Remove(Event, "nobody"),
        Batch((Remove(Event, "talks"), Remove(Event, "talks"))),
        Batch((Insert(Event("new", "a")), Insert(Event("new", "b")))),
    ],
)
def test_a_change_that_does_not_fit_leaves_document_and_history_alone(
    store: DocumentStore, heard: list[ChangeSummary], change: Insert
) -> None:
    operations.edit_events(store, ["fire"], notes="to be redone")
    store.undo_stack.undo()
    heard.clear()
    before = set(store.document.records())
    with pytest.raises(ChangeError):
        store.apply(change, "Wrong")
    assert set(store.document.records()) == before
    assert store.undo_stack.canRedo()
    assert not heard


def test_undo_has_no_limit(store: DocumentStore) -> None:
    before = set(store.document.records())
    for number in range(2_000):
        operations.edit_events(store, ["fire"], notes=f"note {number}")
    while store.undo_stack.canUndo():
        store.undo_stack.undo()
    assert store.undo_stack.count() == 2_000
    assert set(store.document.records()) == before


def test_modified_follows_the_saved_state(store: DocumentStore, tmp_path: Path) -> None:
    told: list[bool] = []
    store.modified_changed.connect(told.append)
    operations.edit_events(store, ["fire"], notes="n")
    assert store.is_modified
    store.save(tmp_path / "a.tline")
    assert not store.is_modified
    store.undo_stack.undo()
    assert store.is_modified
    store.undo_stack.redo()
    assert not store.is_modified
    assert told == [True, False, True, False]


def test_saving_and_opening_gives_the_same_document(store: DocumentStore, tmp_path: Path) -> None:
    operations.edit_events(store, ["fire"], title="Fire at the port", notes="ask the brigade")
    path = tmp_path / "case.tline"
    store.save(path)
    other = DocumentStore()
    resets: list[None] = []
    other.reset.connect(lambda: resets.append(None))
    other.open(path)
    assert other.document == store.document
    assert (other.path, other.is_modified, len(resets)) == (path, False, 1)


def test_a_file_that_cannot_be_opened_leaves_the_open_document(store: DocumentStore, tmp_path: Path) -> None:
    bad = tmp_path / "bad.tline"
    bad.write_text("not a project")
    document = store.document
    with pytest.raises(FormatError):
        store.open(bad)
    assert store.document is document


def test_a_failed_save_stays_modified(store: DocumentStore, tmp_path: Path) -> None:
    operations.edit_events(store, ["fire"], notes="n")
    with pytest.raises(FormatError):
        store.save(tmp_path / "no such folder" / "a.tline")
    assert store.is_modified
    assert store.path is None


def test_saving_without_a_path_needs_one() -> None:
    with pytest.raises(ValueError, match="path"):
        DocumentStore().save()


def test_new_forgets_document_file_and_history(store: DocumentStore, tmp_path: Path) -> None:
    operations.edit_events(store, ["fire"], notes="n")
    store.save(tmp_path / "a.tline")
    store.new()
    assert store.document == TimelineDocument()
    assert (store.path, store.is_modified, store.undo_stack.count()) == (None, False, 0)


def test_recovered_work_opens_as_modified(document: TimelineDocument) -> None:
    store = DocumentStore()
    store.adopt(document, None, modified=True)
    assert store.is_modified
    operations.edit_events(store, ["fire"], notes="n")
    store.undo_stack.undo()
    assert store.is_modified


def test_signals_carry_truth_values_without_end() -> None:
    """PySide6 6.11 loses a reference to True or False with every emit and aborts after some hundreds."""
    store = DocumentStore()
    heard = [0, 0]

    def count(value: bool) -> None:
        heard[value] += 1

    store.modified_changed.connect(count)
    for _ in range(20_000):
        store.modified_changed.emit(True)
        store.modified_changed.emit(False)
    assert heard == [20_000, 20_000]


def test_changes_that_belong_together_are_one_step(store: DocumentStore) -> None:
    before = copy.deepcopy(store.document)
    seen: list[ChangeSummary] = []
    store.changed.connect(seen.append)
    for number in range(3):
        event = Event(f"joined {number}", "Joined")
        store.apply(Insert(event), f"Add {number + 1} events", join=Join("run", renames=True))
    assert (store.undo_stack.count(), store.undo_stack.undoText()) == (1, "Add 3 events")
    assert len(seen) == 3
    after = copy.deepcopy(store.document)
    for _ in range(2):
        store.undo_stack.undo()
        assert store.document == before
        store.undo_stack.redo()
        assert store.document == after
    assert len(seen) == 7, "taken back and done again at once"


def test_what_comes_between_parts_the_steps(store: DocumentStore) -> None:
    store.apply(Insert(Event("one", "One")), "Import 1", join=Join("run", renames=True))
    store.apply(Insert(Event("own", "Own")), "Add an event")
    store.apply(Insert(Event("two", "Two")), "Import 2", join=Join("run", renames=True))
    store.apply(Insert(Event("other", "Other")), "Import 3", join=Join("another run"))
    assert store.undo_stack.count() == 4
    store.undo_stack.undo()
    store.undo_stack.undo()
    assert {"one", "own"} <= set(store.document.events)
    assert "two" not in store.document.events


def test_a_joined_step_keeps_its_first_name_unless_renamed(store: DocumentStore) -> None:
    store.apply(Insert(Event("one", "One")), "Leave out a comment", join=Join("text"))
    store.apply(Insert(Event("two", "Two")), "Read the source again", join=Join("text"))
    assert (store.undo_stack.count(), store.undo_stack.undoText()) == (1, "Leave out a comment")
