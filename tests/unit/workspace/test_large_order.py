"""Views of a large project are the same from its digest as from every event read."""

from pathlib import Path

import pytest

from timeline_app.formats import project_file, project_write
from timeline_app.gui.review import ReadingOrder
from timeline_app.workspace import operations
from timeline_app.workspace.event_columns import ColumnId
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
    while order.prepare_one():
        pass
    order.sort_by(ColumnId.TITLE)
    expected[0].sort_by(ColumnId.TITLE)
    assert order.ids == expected[0].ids
