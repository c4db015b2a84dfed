"""Views are kept in the project, undone in one step, and show again what they showed."""

from pathlib import Path

import pytest

from timeline_app.workspace.event_columns import ColumnId
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.event_query import read_query
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.views import filter_of, order_of, remove_view, save_view


def test_a_view_is_saved_reopened_and_undone(store: DocumentStore, tmp_path: Path) -> None:
    order = EventOrder(store)
    order.set_filter(read_query('source:ledger "walked out"', store.document).filter)
    order.sort_by(ColumnId.TITLE, descending=True)
    save_view(store, order, "  Strike ")
    assert store.undo_stack.undoText() == "Save the view “Strike”"
    store.save(tmp_path / "p.tline")
    again = DocumentStore()
    again.open(tmp_path / "p.tline")
    (view,) = again.document.settings.views
    assert view.name == "Strike"
    assert filter_of(view, again.document) == order.filter
    assert order_of(view) == (ColumnId.TITLE, True)
    remove_view(store, "Strike")
    assert not store.document.settings.views
    store.undo_stack.undo()
    store.undo_stack.undo()
    assert not store.document.settings.views


def test_a_view_of_the_same_name_gives_way(store: DocumentStore) -> None:
    order = EventOrder(store)
    save_view(store, order, "All")
    order.set_filter(read_query("varna", store.document).filter)
    save_view(store, order, "All")
    (view,) = store.document.settings.views
    assert view.query == "varna"
    with pytest.raises(ValueError, match="name"):
        save_view(store, order, "  ")
