"""The document: every change can be taken back exactly, whatever came before, and a bad one changes nothing."""

from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.annotation import Mention
from timeline_app.model.change import Batch, Change, Insert, ProjectSettings, Remove, Replace, differing_fields
from timeline_app.model.document import ChangeError, TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.pair import Pair, Verdict
from timeline_app.model.source import Source
from timeline_app.model.token import Span

IDS = st.sampled_from("abc")
SPAN = Span(0, 5)


def source(id_: str, position: int = 0) -> Source:
    return Source(id_, f"{id_}.txt", id_, "Some text", "00", position=position)


def mention(key: str, source_id: str = "a") -> Mention:
    return Mention(key, source_id, SPAN, SPAN, SPAN, "Title", "meet")


RECORDS = st.one_of(
    st.builds(source, IDS, st.integers(0, 3)),
    st.builds(Event, IDS, st.text(max_size=3)),
    st.builds(SourceLink, IDS, event_id=IDS, source_id=IDS, sentence=st.just(SPAN), mention=st.none() | IDS),
    st.builds(mention, IDS, IDS),
    st.builds(ProjectSettings, title=st.text(max_size=3)),
)
SIMPLE: st.SearchStrategy[Change] = st.one_of(
    st.builds(Insert, RECORDS),
    st.builds(Replace, RECORDS),
    st.builds(Remove, st.sampled_from([Source, Event, SourceLink, Mention]), IDS),
)
CHANGES = st.one_of(SIMPLE, st.lists(SIMPLE, max_size=4).map(lambda changes: Batch(tuple(changes))))


@given(st.lists(CHANGES, max_size=12))
def test_taking_back_every_change_in_turn_leads_back_to_the_start(changes: list[Change]) -> None:
    document, states, inverses = TimelineDocument(), [], []
    for change in changes:
        before = deepcopy(document)
        try:
            inverse = document.apply(change)
        except ChangeError:
            assert document == before
            continue
        states.append(before)
        inverses.append(inverse)
    for before, inverse in zip(reversed(states), reversed(inverses), strict=True):
        again = document.apply(inverse)
        assert document == before
        document.apply(again)  # redo, then undo once more
        document.apply(inverse)
        assert document == before


@given(st.lists(CHANGES, max_size=12))
def test_links_found_by_event_and_source_are_those_that_exist(changes: list[Change]) -> None:
    document = TimelineDocument()
    for change in changes:
        try:
            document.apply(change)
        except ChangeError:
            continue
    for id_ in "abc":
        by_event = {link.id for link in document.links_of_event(id_)}
        by_source = {link.id for link in document.links_of_source(id_)}
        assert by_event == {link.id for link in document.links.values() if link.event_id == id_}
        assert by_source == {link.id for link in document.links.values() if link.source_id == id_}
        assert {m.key for m in document.mentions_of_source(id_)} == {
            m.key for m in document.mentions.values() if m.source_id == id_
        }


def test_a_batch_that_fails_leaves_the_document_as_it_was() -> None:
    document = TimelineDocument()
    document.apply(Insert(Event("a", "First")))
    before = deepcopy(document)
    with pytest.raises(ChangeError):
        document.apply(Batch((Insert(Event("b", "Second")), Remove(Event, "missing"))))
    assert document == before


def test_an_events_mentions_are_those_behind_its_links_in_source_order() -> None:
    document = TimelineDocument()
    for record in (
        source("a", position=1),
        source("b", position=0),
        mention("m1", "a"),
        mention("m2", "b"),
        Event("e", "Talks"),
        SourceLink("l1", "e", "a", SPAN, mention="m1"),
        SourceLink("l2", "e", "b", SPAN, mention="m2"),
        SourceLink("l3", "e", "b", SPAN),
    ):
        document.apply(Insert(record))
    assert [m.key for m in document.mentions_of_event("e")] == ["m2", "m1"]
    assert [s.id for s in document.ordered_sources()] == ["b", "a"]


def test_differing_fields_are_named() -> None:
    event = Event("e", "Old")
    assert differing_fields(event, replace(event, title="New", notes="n")) == {"title", "notes"}


def test_pairs_are_found_by_either_mention_and_changes_are_taken_back() -> None:
    pair = Pair("a:0-4", "b:7-9", "both 3 May 2018")
    document = TimelineDocument()
    taken_back = document.apply(Insert(pair))
    assert document.pairs_of_mention("a:0-4") == document.pairs_of_mention("b:7-9") == [pair]
    assert Pair("b:7-9", "a:0-4", "").id == pair.id
    document.apply(taken_back)
    assert document == TimelineDocument()
    assert document.pairs_of_mention("a:0-4") == []


def test_only_open_or_confirmed_contradictions_disagree() -> None:
    pair = Pair("a", "b", "one denies what the other tells", contradicts=True)
    assert pair.disagrees
    assert not replace(pair, verdict=Verdict.APART).disagrees
    assert replace(pair, contradicts=False, verdict=Verdict.CONTRADICTION).disagrees
