"""Pairs that may be one event: merged, kept apart for good, or marked as contradicting each other."""

from collections.abc import Callable

import pytest

from timeline_app.extraction.corroboration import Group
from timeline_app.extraction.source_analysis import SourceAnalysis
from timeline_app.model.change import Insert
from timeline_app.model.expression import Relative
from timeline_app.model.granularity import Granularity
from timeline_app.model.pair import Pair, Verdict
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.pair_queue import PairQueue, rivals_of
from timeline_app.workspace.store import DocumentStore


@pytest.fixture
def pair(store: DocumentStore, harbour: SourceAnalysis, ledger: SourceAnalysis) -> Pair:
    """The fire and the walkout."""
    made = Pair(harbour.mentions[1].key, ledger.mentions[1].key, "both in May", contradicts=True)
    store.document.apply(Insert(made))
    return made


def test_merging_a_pair_makes_one_event_and_takes_it_off_the_queue(store: DocumentStore, pair: Pair) -> None:
    queue = PairQueue(store)
    assert queue.ids() == [pair.id]
    event_id = operations.merge_pair(store, pair.id)
    assert len(store.document.links_of_event(event_id)) == 2
    assert queue.ids() == []
    store.undo_stack.undo()
    assert queue.ids() == [pair.id]


@pytest.mark.parametrize("verdict", [Verdict.APART, Verdict.CONTRADICTION])
def test_a_decision_is_remembered_and_can_be_taken_back(store: DocumentStore, pair: Pair, verdict: Verdict) -> None:
    queue = PairQueue(store)
    operations.decide_pair(store, pair.id, verdict)
    assert queue.ids() == []
    assert store.document.pairs[pair.id].verdict is verdict
    store.undo_stack.undo()
    assert queue.ids() == [pair.id]


@pytest.mark.parametrize("verdict", [Verdict.APART, Verdict.CONTRADICTION])
def test_one_decision_settles_all_pairs_of_the_same_two_events(
    store: DocumentStore, pair: Pair, harbour: SourceAnalysis, ledger: SourceAnalysis, verdict: Verdict
) -> None:
    document = store.document
    second = Pair(harbour.mentions[0].key, ledger.mentions[1].key, "both in May")
    document.apply(Insert(second))
    told = [document.links_of_mention(harbour.mentions[i].key)[0].event_id for i in (0, 1)]
    operations.merge_events(store, told)
    queue = PairQueue(store)
    assert set(queue.ids()) == {pair.id, second.id}
    operations.decide_pair(store, pair.id, verdict)
    assert queue.ids() == []
    disagreeing = [p.id for p in document.pairs.values() if p.disagrees]
    assert disagreeing == ([pair.id] if verdict is Verdict.CONTRADICTION else [])
    store.undo_stack.undo()
    assert set(queue.ids()) == {pair.id, second.id}


def test_what_was_decided_is_not_asked_again(
    store: DocumentStore, pair: Pair, analyse: Callable[..., SourceAnalysis]
) -> None:
    operations.decide_pair(store, pair.id, Verdict.APART)
    operations.import_analyses(store, [another(analyse)], [], [pair])
    assert store.document.pairs[pair.id].verdict is Verdict.APART


def another(analyse: Callable[..., SourceAnalysis]) -> SourceAnalysis:
    text = "Yesterday a fire broke out."
    tree = Relative(Granularity.DAY, -1)
    return analyse("third", "third", text, TimeValue.day(2018, 5, 4), [(text, "fire", "Yesterday", tree)])


def test_mentions_kept_apart_never_meet_in_an_event_by_themselves(
    store: DocumentStore, harbour: SourceAnalysis, analyse: Callable[..., SourceAnalysis]
) -> None:
    third = another(analyse)
    apart = Pair(harbour.mentions[1].key, third.mentions[0].key, "both 3 May", verdict=Verdict.APART)
    store.document.apply(Insert(apart))
    together = Group((harbour.mentions[1].key, third.mentions[0].key), 2, 0.9)
    (event_id,) = operations.import_analyses(store, [third], [together]).event_ids
    assert event_id != "fire"
    operations.regroup(store, [together])
    assert len(store.document.links_of_event("fire")) == 1


def test_a_contradiction_is_told_of_both_events(store: DocumentStore, pair: Pair) -> None:
    document = store.document
    ((told, event, _),) = rivals_of(document, "fire")
    assert (told, event.id) == (pair, "walkout")
    ((_, event, _),) = rivals_of(document, "walkout")
    assert event.id == "fire"
    operations.decide_pair(store, pair.id, Verdict.APART)
    assert rivals_of(document, "fire") == []
    operations.decide_pair(store, pair.id, Verdict.CONTRADICTION)
    assert len(rivals_of(document, "fire")) == 1


def test_rejected_and_deleted_events_are_nobodys_question(store: DocumentStore, pair: Pair) -> None:
    queue = PairQueue(store)
    operations.reject_events(store, ["fire"])
    assert (queue.ids(), rivals_of(store.document, "walkout")) == ([], [])
    operations.accept_events(store, ["fire"])
    assert queue.ids() == [pair.id]
    operations.delete_events(store, ["walkout"])
    assert queue.ids() == []
    with pytest.raises(ValueError, match="no longer"):
        operations.merge_pair(store, pair.id)


def test_the_queue_follows_sources_that_go_and_come_back(store: DocumentStore, pair: Pair) -> None:
    queue = PairQueue(store)
    source_id = store.document.mentions[pair.other].source_id
    for _ in range(2):
        operations.remove_source(store, source_id)
        assert queue.ids() == PairQueue(store).ids() == []
        store.undo_stack.undo()
        assert queue.ids() == PairQueue(store).ids() == [pair.id]
    operations.unlink(store, store.document.links_of_mention(pair.one)[0].id)
    assert queue.ids() == PairQueue(store).ids() == []
    store.undo_stack.undo()
    assert queue.ids() == PairQueue(store).ids() == [pair.id]


def test_the_queue_is_read_anew_with_another_project(store: DocumentStore, pair: Pair) -> None:
    queue = PairQueue(store)
    store.new()
    assert queue.ids() == []
