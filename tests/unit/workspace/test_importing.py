"""Imports: one step, no duplicate, and new reports join the events that are there."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace

from timeline_app.extraction.analysis import SourceAnalysis
from timeline_app.extraction.corroboration import Group
from timeline_app.model.event import Status
from timeline_app.model.expression import Relative
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.store import DocumentStore

YESTERDAY = Relative(Granularity.DAY, -1)
Analyse = Callable[..., SourceAnalysis]


def singles(*analyses: SourceAnalysis) -> list[Group]:
    return [Group((m.key,), 1, m.confidence) for a in analyses for m in a.mentions]


def test_two_reports_make_one_project(harbour: SourceAnalysis, ledger: SourceAnalysis) -> None:
    store = DocumentStore()
    both = Group((harbour.mentions[0].key, ledger.mentions[0].key), 2, 0.9)
    rest = [Group((m.key,), 1, 0.5) for m in (*harbour.mentions[1:], ledger.mentions[1])]
    result = operations.import_analyses(store, [harbour, ledger], [both, *rest])
    document = store.document
    assert result.source_ids == ("harbour", "ledger")
    assert set(result.event_ids) == set(document.events)
    assert [source.position for source in document.ordered_sources()] == [0, 1]
    talks = next(event for event in document.events.values() if len(document.links_of_event(event.id)) == 2)
    assert talks.time == TimeValue.day(2018, 5, 27)
    assert talks.status is Status.SUGGESTED
    assert (store.undo_stack.count(), store.undo_stack.undoText()) == (1, "Import 2 documents")
    store.undo_stack.undo()
    assert not list(document.sources)
    assert not list(document.events)


def test_the_same_text_is_not_imported_twice(
    store: DocumentStore, harbour: SourceAnalysis, ledger: SourceAnalysis
) -> None:
    again = replace(harbour, source=replace(harbour.source, id="again", name="copy.txt"))
    before = set(store.document.records())
    result = operations.import_analyses(store, [again], singles(harbour))
    assert result.source_ids == ()
    assert result.skipped == (
        "“copy.txt” has the same text as “harbour news”, which is in the project already; it was not imported again.",
    )
    assert set(store.document.records()) == before
    assert store.undo_stack.count() == 0


def test_one_text_under_two_names_in_one_import(harbour: SourceAnalysis) -> None:
    store = DocumentStore()
    again = replace(harbour, source=replace(harbour.source, id="again", name="copy.txt"))
    result = operations.import_analyses(store, [harbour, again], singles(harbour))
    assert result.source_ids == ("harbour",)
    assert len(result.skipped) == 1
    assert len(store.document.events) == 3


def third_report(analyse: Analyse) -> SourceAnalysis:
    text = "Yesterday the envoys met in Varna."
    return analyse("third", "third", text, TimeValue.day(2018, 5, 28), [(text, "met", "Yesterday", YESTERDAY)])


def test_a_new_report_joins_the_event_that_is_there(
    store: DocumentStore, harbour: SourceAnalysis, analyse: Analyse
) -> None:
    operations.edit_events(store, ["talks"], title="The Varna talks")
    third = third_report(analyse)
    group = Group((harbour.mentions[0].key, third.mentions[0].key), 2, 0.9)
    result = operations.import_analyses(store, [third], [group, Group((harbour.mentions[1].key,), 1, 0.5)])
    assert result.event_ids == ()
    event = store.document.events["talks"]
    assert event.title == "The Varna talks"
    assert {link.source_id for link in store.document.links_of_event("talks")} == {"harbour", "ledger", "third"}
    assert store.document.sources["third"].position == 2
    store.undo_stack.undo()
    assert len(store.document.links_of_event("talks")) == 2


def test_what_is_edited_while_a_report_comes_in_is_not_overwritten(
    store: DocumentStore, harbour: SourceAnalysis, analyse: Analyse
) -> None:
    third = third_report(analyse)
    group = Group((harbour.mentions[0].key, third.mentions[0].key), 2, 0.9)
    for steps_before in range(3):
        work = operations.import_in_steps(store, [third], [group])
        for _ in range(steps_before):
            next(work)
        assert "third" not in store.document.sources
        operations.edit_events(store, ["talks"], title=f"Talks {steps_before}")
        deque(work, maxlen=0)
        assert store.document.events["talks"].title == f"Talks {steps_before}"
        assert len(store.document.links_of_event("talks")) == 3
        store.undo_stack.undo()


def test_a_deleted_event_does_not_come_back_with_a_new_report(
    store: DocumentStore, harbour: SourceAnalysis, analyse: Analyse
) -> None:
    operations.delete_events(store, ["talks"])
    third = third_report(analyse)
    group = Group((harbour.mentions[0].key, third.mentions[0].key), 2, 0.9)
    (event_id,) = operations.import_analyses(store, [third], [group]).event_ids
    assert [link.source_id for link in store.document.links_of_event(event_id)] == ["third"]


def test_rejected_stays_rejected_when_told_again(
    store: DocumentStore, harbour: SourceAnalysis, analyse: Analyse
) -> None:
    operations.reject_events(store, ["talks"])
    third = third_report(analyse)
    operations.import_analyses(store, [third], [Group((harbour.mentions[0].key, third.mentions[0].key), 2, 0.9)])
    assert store.document.events["talks"].status is Status.REJECTED


def test_a_group_that_spans_two_events_merges_neither(
    store: DocumentStore, harbour: SourceAnalysis, ledger: SourceAnalysis, analyse: Analyse
) -> None:
    third = third_report(analyse)
    keys = (harbour.mentions[1].key, ledger.mentions[1].key, third.mentions[0].key)
    operations.import_analyses(store, [third], [Group(keys, 2, 0.9)])
    assert {"fire", "walkout"} <= set(store.document.events)
    assert len(store.document.links_of_event("fire")) == 2
    assert len(store.document.links_of_event("walkout")) == 1
