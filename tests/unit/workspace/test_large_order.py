"""Views of a large project are the same from its digest as from every event read."""

import gc
import weakref
from pathlib import Path

import pytest

from timeline_app.formats import project_file, project_write
from timeline_app.gui.review import ReadingOrder
from timeline_app.workspace import event_slots, operations
from timeline_app.workspace.event_columns import ColumnId
from timeline_app.workspace.event_facets import Field
from timeline_app.workspace.event_filter import Condition, EventFilter
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.store import DocumentStore


def test_a_large_project_is_ordered_as_if_every_event_had_been_read(
    store: DocumentStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project_write, "MANY_EVENTS", 1)
    monkeypatch.setattr(project_file, "_LARGE", 1)
    operations.reject_events(store, [sorted(store.document.events)[0]])
    operations.add_event(store, title="Undated, by hand")
    operations.set_time(store, [sorted(store.document.events)[1]], "28 May 2018 1330 GMT")
    store.save(tmp_path / "large.tline")
    expected = EventOrder(store), ReadingOrder(store)
    large = DocumentStore()
    order, reading = EventOrder(large), ReadingOrder(large)
    large.open(tmp_path / "large.tline")
    assert large.document.digest is not None
    assert order.ids == expected[0].ids
    assert (reading.ids, reading.counts) == (expected[1].ids, expected[1].counts)
    assert (reading.waiting(), reading.undated()) == (expected[1].waiting(), expected[1].undated())
    while order.prepare_some():
        pass
    order.sort_by(ColumnId.TITLE)
    expected[0].sort_by(ColumnId.TITLE)
    assert order.ids == expected[0].ids


def test_what_is_edited_while_it_is_read_ahead_is_found(
    store: DocumentStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project_write, "MANY_EVENTS", 1)
    monkeypatch.setattr(project_file, "_LARGE", 1)
    monkeypatch.setattr(event_slots, "_TURN_SECONDS", 0.0)  # a record, or a portion, a turn
    monkeypatch.setattr(event_slots, "_PORTION", 1)
    store.save(tmp_path / "large.tline")
    large = DocumentStore()
    order = EventOrder(large)
    large.open(tmp_path / "large.tline")
    ids = sorted(order.ids)
    turns = 0
    while order.prepare_some():
        turns += 1
        if turns % 7 == 0 and turns <= 70:
            operations.edit_events(large, [ids[turns % len(ids)]], notes=f"kestrel {turns}", place=f"Kellin {turns}")
    assert turns > 2 * len(ids), "it was read at once"
    found = {event.id for event in large.document.events.values() if "kestrel" in event.notes}
    order.set_filter(EventFilter(text="kestrel"))
    assert found
    assert set(order.ids) == found
    event = large.document.events[ids[70 % len(ids)]]
    assert event.place is not None
    order.set_filter(EventFilter(conditions=(Condition(Field.PLACE, event.place),)))
    assert order.ids == [event.id]


def test_a_large_project_that_is_left_is_freed_at_once(
    store: DocumentStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read of it is set aside from the garbage collector, so nothing but itself may hold it."""
    monkeypatch.setattr(project_write, "MANY_EVENTS", 1)
    monkeypatch.setattr(project_file, "_LARGE", 1)
    store.save(tmp_path / "large.tline")
    large = DocumentStore()
    large.open(tmp_path / "large.tline")
    left = weakref.ref(large.document)
    assert list(large.document.events.values())
    gc.disable()
    try:
        large.new()
        assert left() is None
    finally:
        gc.enable()
