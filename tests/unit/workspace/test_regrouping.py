"""Suggestions grouped anew after a corrected date; what the analyst decided stays."""

from dataclasses import replace

import pytest

from timeline_app.extraction.analysis import SourceAnalysis
from timeline_app.extraction.corroboration import Group
from timeline_app.model.event import Status
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span
from timeline_app.workspace import operations
from timeline_app.workspace.store import DocumentStore

Keys = dict[str, str]


@pytest.fixture
def keys(harbour: SourceAnalysis, ledger: SourceAnalysis) -> Keys:
    """Mentions by the name of their event; `talks` is told in `harbour`, `talks too` in `ledger`."""
    names = ("talks", "fire", "mayor", "talks too", "walkout")
    return dict(zip(names, (m.key for m in (*harbour.mentions, *ledger.mentions)), strict=True))


def groups_of(keys: Keys, *parts: str) -> list[Group]:
    return [Group(tuple(keys[name] for name in part.split(" + ")), 1, 0.7) for part in parts]


def test_suggestions_that_tell_the_same_become_one_event(store: DocumentStore, keys: Keys) -> None:
    links = set(store.document.links)
    merged = operations.regroup(store, groups_of(keys, "talks + talks too", "fire + walkout", "mayor"))
    assert merged == 1
    assert set(store.document.events) == {"talks", "fire", "mayor"}
    assert {link.source_id for link in store.document.links_of_event("fire")} == {"harbour", "ledger"}
    assert set(store.document.links) == links
    assert (store.undo_stack.count(), store.undo_stack.undoText()) == (1, "Group events anew")


def test_a_suggestion_that_is_two_events_falls_apart(store: DocumentStore, keys: Keys) -> None:
    merged = operations.regroup(store, groups_of(keys, "talks", "talks too", "fire", "mayor", "walkout"))
    assert merged == 0
    (new,) = set(store.document.events) - {"talks", "fire", "mayor", "walkout"}
    event = store.document.events[new]
    assert (event.title, event.status) == ("The envoys met two days ago in Varna", Status.SUGGESTED)
    assert event.time == TimeValue.day(2018, 5, 27)


def test_the_same_groups_are_no_step(store: DocumentStore, keys: Keys) -> None:
    assert operations.regroup(store, groups_of(keys, "talks too + talks", "fire", "mayor", "walkout")) == 0
    assert store.undo_stack.count() == 0


def test_what_was_touched_keeps_what_it_has_and_takes_in_more(store: DocumentStore, keys: Keys) -> None:
    operations.edit_events(store, ["fire"], title="Blaze")
    operations.accept_events(store, ["talks"])
    operations.regroup(store, groups_of(keys, "walkout + fire", "talks", "talks too", "mayor"))
    assert set(store.document.events) == {"talks", "fire", "mayor"}
    assert store.document.events["fire"].title == "Blaze"
    assert len(store.document.links_of_event("fire")) == 2
    assert len(store.document.links_of_event("talks")) == 2


def test_two_events_of_the_analyst_are_never_merged(store: DocumentStore, keys: Keys) -> None:
    operations.accept_events(store, ["fire", "walkout"])
    operations.regroup(store, groups_of(keys, "walkout + fire", "talks + talks too", "mayor"))
    assert store.undo_stack.count() == 1


def test_a_split_is_not_taken_back(store: DocumentStore, keys: Keys) -> None:
    parts = operations.split_event(store, "talks")
    operations.regroup(store, groups_of(keys, "talks + talks too", "fire", "mayor", "walkout"))
    assert set(parts) <= set(store.document.events)


def test_a_drawn_link_makes_a_suggestion_the_analysts(store: DocumentStore, keys: Keys) -> None:
    operations.link_sentence(store, "walkout", "harbour", Span(0, 5))
    operations.regroup(store, groups_of(keys, "walkout", "fire", "mayor + talks + talks too"))
    assert len(store.document.links_of_event("walkout")) == 2


def test_reports_imported_undated_come_together_once_dated(harbour: SourceAnalysis, ledger: SourceAnalysis) -> None:
    store = DocumentStore()
    singles = [Group((m.key,), 1, 0.5) for a in (harbour, ledger) for m in a.mentions]
    dated = {a.source.id: a.source.context for a in (harbour, ledger)}
    operations.import_analyses(store, [harbour, ledger], singles)
    store.undo_stack.beginMacro("Dates of 2 documents")
    for source_id, context in dated.items():
        operations.set_context(store, source_id, replace(context, published=None))
        operations.set_context(store, source_id, context)
    operations.regroup(store, groups_of_lemmas(store))
    store.undo_stack.endMacro()
    assert len(store.document.events) == 4
    store.undo_stack.undo()
    assert len(store.document.events) == 5


def groups_of_lemmas(store: DocumentStore) -> list[Group]:
    lemmas = {mention.lemma for mention in store.document.mentions.values()}
    found = store.document.mentions.values()
    return [Group(tuple(m.key for m in found if m.lemma == lemma), 1, 0.5) for lemma in sorted(lemmas)]
