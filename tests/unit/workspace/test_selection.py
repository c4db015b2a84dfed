"""One selection for all panes."""

import pytest

from timeline_app.workspace import operations
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore


@pytest.fixture
def selection(store: DocumentStore) -> Selection:
    return Selection(store)


@pytest.fixture
def heard(selection: Selection) -> list[object]:
    initiators: list[object] = []
    selection.changed.connect(initiators.append)
    return initiators


def test_an_event_brings_its_sentence(store: DocumentStore, selection: Selection) -> None:
    selection.select_events(["talks"])
    assert (selection.event_ids, selection.source_id) == (("talks",), "harbour")
    assert selection.link_id == store.document.links_of_event("talks")[0].id


def test_the_shown_source_is_preferred(store: DocumentStore, selection: Selection) -> None:
    selection.select_source("ledger")
    selection.select_events(["talks"])
    assert selection.source_id == "ledger"
    assert store.document.links[selection.link_id or ""].source_id == "ledger"


def test_an_event_without_a_sentence_leaves_the_source_shown(store: DocumentStore, selection: Selection) -> None:
    drawn = operations.add_event(store, title="Curfew")
    selection.select_source("ledger")
    selection.select_events([drawn])
    assert (selection.source_id, selection.link_id) == ("ledger", None)


def test_a_sentence_brings_its_event(store: DocumentStore, selection: Selection) -> None:
    link = store.document.links_of_event("walkout")[0]
    selection.select_link(link.id)
    assert (selection.event_ids, selection.source_id, selection.link_id) == (("walkout",), "ledger", link.id)
    selection.select_events(["walkout"])
    assert selection.link_id == link.id


def test_several_events_keep_their_order_and_have_no_sentence(selection: Selection) -> None:
    selection.select_events(["walkout", "fire", "walkout"])
    assert selection.event_ids == ("walkout", "fire")
    assert selection.link_id is None


def test_a_change_is_told_once_with_its_initiator_and_no_change_not_at_all(
    selection: Selection, heard: list[object]
) -> None:
    pane = object()
    selection.select_events(["fire"], pane)
    selection.select_events(["fire"])
    selection.clear("table")
    selection.clear()
    assert heard == [pane, "table"]


def test_what_leaves_the_document_leaves_the_selection(
    store: DocumentStore, selection: Selection, heard: list[object]
) -> None:
    selection.select_events(["fire", "talks"])
    operations.delete_events(store, ["fire"])
    assert selection.event_ids == ("talks",)
    selection.select_events(["walkout"])
    operations.remove_source(store, "ledger")
    assert (selection.event_ids, selection.source_id, selection.link_id) == ((), None, None)
    assert len(heard) == 4


def test_another_document_has_no_selection(store: DocumentStore, selection: Selection) -> None:
    selection.select_events(["fire"])
    store.new()
    assert (selection.event_ids, selection.source_id, selection.link_id) == ((), None, None)


def test_it_works_without_a_store() -> None:
    selection = Selection()
    selection.select_events(["a", "b"])
    selection.select_source("s")
    assert (selection.event_ids, selection.source_id) == (("a", "b"), "s")
