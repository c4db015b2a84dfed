"""A large change that may be joined enters in slices; whatever comes between, it is one step and one deed."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_file import open_project
from timeline_app.model.change import Batch, Change, Insert, Replace
from timeline_app.model.document import ChangeError, TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.ids import text_sha256
from timeline_app.model.source import Source
from timeline_app.model.token import Span
from timeline_app.workspace import store as store_module
from timeline_app.workspace.apply_change import Join
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.turns import PASS, Turns

TEXT = "The dam held. " * 10


def import_of(name: str, events: int = 500) -> Batch:
    """A report that tells many events."""
    steps: list[Change] = [Insert(Source(name, f"{name}.txt", name, TEXT, text_sha256(TEXT)))]
    for number in range(events):
        event = Event(f"{name}-{number}", f"The dam held {number}")
        steps += [Insert(event), Insert(SourceLink(f"l-{event.id}", event.id, name, Span(0, 13)))]
    return Batch(tuple(steps))


@pytest.fixture
def store(qtbot: QtBot) -> DocumentStore:
    return DocumentStore()


def take_in(store: DocumentStore, name: str, label: str = "Import") -> None:
    store.apply(import_of(name), label, join=Join("run", renames=True))


def test_it_comes_slice_by_slice_and_is_kept_as_one_deed(store: DocumentStore, qtbot: QtBot) -> None:
    told, kept = [], []
    store.changed.connect(lambda summary: told.append(len(summary.events)))
    store.carried_out.connect(kept.append)
    take_in(store, "flood")
    assert 0 < len(store.document.events) < 500
    assert kept == []
    qtbot.waitUntil(lambda: store.is_settled, timeout=20_000)
    assert len(store.document.events) == len(store.document.links) == 500
    assert len(told) > 10
    assert max(told) <= 64, "no view is told of more at once than it takes in one by one"
    assert [deed.change for deed in kept] == [import_of("flood")]
    assert store.unsaved_deeds == store.undo_stack.count() == 1


def test_nothing_that_was_carried_out_is_left_for_one_long_search_of_the_collector(
    store: DocumentStore, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside: list[int] = []
    monkeypatch.setattr(store_module, "set_aside", lambda: aside.append(len(store.document.events)))
    take_in(store, "flood")
    qtbot.waitUntil(lambda: store.is_settled and not store.turns.is_held, timeout=20_000)
    steps = [later - sooner for sooner, later in pairwise(aside)]
    assert len(aside) > 10
    assert max(steps) <= 64


def test_undone_halfway_it_is_gone_and_redone_it_is_whole(store: DocumentStore) -> None:
    take_in(store, "flood")
    whole = TimelineDocument()
    whole.apply(import_of("flood"))
    store.undo_stack.undo()
    store.settle()
    assert store.document == TimelineDocument()
    store.undo_stack.redo()
    assert store.document != whole
    store.settle()
    assert store.document == whole
    store.undo_stack.undo()
    store.undo_stack.redo()
    store.undo_stack.undo()
    store.settle()
    assert store.document == TimelineDocument()


def test_documents_that_come_one_after_the_other_are_one_step(store: DocumentStore) -> None:
    take_in(store, "flood")
    take_in(store, "drought", "Import 2 documents")
    assert store.undo_stack.count() == 1
    store.settle()
    assert len(store.document.events) == 1_000
    store.undo_stack.undo()
    store.settle()
    assert store.document == TimelineDocument()


def test_an_edit_meanwhile_finds_all_of_it(store: DocumentStore) -> None:
    take_in(store, "flood")
    store.apply(Replace(Event("flood-499", "The dam broke")), "Edit")
    assert len(store.document.events) == 500
    store.undo_stack.undo()
    assert store.document.events["flood-499"].title == "The dam held 499"


def test_an_edit_of_what_the_rest_changes_is_refused_in_a_sentence(store: DocumentStore) -> None:
    known = Event("known", "The dam was built")
    store.apply(Insert(known), "New event")
    renewed = Event("known", "The dam was built in 1931")
    store.apply(Batch((import_of("flood"), Replace(renewed))), "Import", join=Join("run"))
    with pytest.raises(FormatError, match="just changed by the import"):
        store.apply(Replace(Event("known", "The dyke was built")), "Edit")
    assert store.document.events["known"] == renewed, "what the import brought is not lost"
    store.apply(Replace(Event("known", "The dyke was built")), "Edit")


def test_a_save_meanwhile_holds_all_of_it(store: DocumentStore, tmp_path: Path) -> None:
    take_in(store, "flood")
    store.save(tmp_path / "flood.tline")
    assert not store.is_modified
    assert open_project(tmp_path / "flood.tline").document == store.document
    assert len(store.document.events) == 500


def test_another_project_is_not_met_by_the_rest(store: DocumentStore, qtbot: QtBot) -> None:
    take_in(store, "flood")
    store.new()
    qtbot.wait(20)
    assert store.is_settled
    assert store.document == TimelineDocument()


def test_one_that_does_not_fit_changes_nothing(store: DocumentStore) -> None:
    take_in(store, "flood")
    store.settle()
    with pytest.raises(ChangeError):
        take_in(store, "flood")
    assert len(store.document.events) == 500
    assert store.is_settled


def test_what_is_no_import_is_done_at_once(store: DocumentStore) -> None:
    store.apply(import_of("flood"), "Paste")
    assert store.is_settled
    assert len(store.document.events) == 500


class TestTurns:
    def test_works_take_turns_and_each_is_done(self, qtbot: QtBot) -> None:
        turns, done = Turns(), list[str]()

        def work(name: str) -> Iterator[object]:
            for step in range(3):
                done.append(f"{name}{step}")
                yield PASS

        turns.begin("a", work("a"))
        turns.begin("b", work("b"))
        qtbot.waitUntil(lambda: len(done) == 6, timeout=20_000)
        assert done == ["a0", "b0", "a1", "b1", "a2", "b2"]

    def test_what_waits_is_done_once_and_again_when_asked_later(self, qtbot: QtBot) -> None:
        turns, done = Turns(), list[int]()
        turns.once("list", lambda: done.append(1))
        turns.once("list", lambda: done.append(2))
        qtbot.waitUntil(lambda: bool(done), timeout=20_000)
        turns.once("list", lambda: done.append(3))
        qtbot.waitUntil(lambda: len(done) == 2, timeout=20_000)
        assert done == [1, 3]

    def test_what_asks_for_itself_again_is_done_again(self, qtbot: QtBot) -> None:
        turns, done = Turns(), list[int]()

        def deed() -> None:
            done.append(len(done))
            if len(done) < 5:
                turns.once("self", deed)

        turns.once("self", deed)
        qtbot.waitUntil(lambda: len(done) == 5, timeout=20_000)

    def test_what_is_forgotten_is_not_done(self, qtbot: QtBot) -> None:
        turns, done = Turns(), list[str]()
        turns.once("one", lambda: done.append("one"))
        turns.once("two", lambda: done.append("two"))
        turns.forget("one")
        qtbot.waitUntil(lambda: bool(done), timeout=20_000)
        assert done == ["two"]
