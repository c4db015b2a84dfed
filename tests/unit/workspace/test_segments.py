"""Text sent away and brought back: suggestions come and go, what the analyst decided stays."""

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.extraction.corroboration import Group
from timeline_app.extraction.source_analysis import SourceAnalysis
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.model.pair import Pair, Verdict
from timeline_app.model.source import Segment, SegmentKind
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span
from timeline_app.workspace import operations
from timeline_app.workspace.apply_change import Join
from timeline_app.workspace.store import DocumentStore

FIRE = "A fire broke out at the port on 3 May 2018."


@pytest.fixture
def fire(harbour: SourceAnalysis) -> Span:
    start = harbour.source.text.index(FIRE)
    return Span(start, start + len(FIRE))


def read_again(store: DocumentStore, harbour: SourceAnalysis) -> bool:
    """What the worker would answer for the segments and the context that the source has now."""
    source = store.document.sources["harbour"]
    carried = [
        m for m in harbour.mentions if (s := source.segment_at(m.head.start)) is not None and s.kind.carries_events
    ]
    asked = replace(harbour.source, segments=source.segments, context=source.context)
    analysis = replace(harbour, source=asked, mentions=tuple(carried))
    return operations.reread(store, analysis, [Group((m.key,), 1, 0.5) for m in carried])


def send_away(store: DocumentStore, harbour: SourceAnalysis, span: Span) -> None:
    assert operations.reclassify(store, "harbour", span, SegmentKind.COMMENT)
    assert read_again(store, harbour)


def bring_back(store: DocumentStore, harbour: SourceAnalysis, span: Span) -> None:
    assert operations.reclassify(store, "harbour", span, SegmentKind.BODY)
    assert read_again(store, harbour)


def test_a_suggestion_goes_with_its_text_and_comes_back_with_it(
    store: DocumentStore, harbour: SourceAnalysis, fire: Span
) -> None:
    send_away(store, harbour, fire)
    document = store.document
    assert "fire" not in document.events
    assert document.sources["harbour"].segment_at(fire.start) == Segment(SegmentKind.COMMENT, fire)
    assert all(m.title != FIRE.rstrip(".") for m in document.mentions.values())
    bring_back(store, harbour, fire)
    (event,) = [event for event in document.events.values() if event.title == FIRE.rstrip(".")]
    assert event.time == TimeValue.day(2018, 5, 3)
    assert [segment.kind for segment in document.sources["harbour"].segments] == [SegmentKind.BODY]


def test_text_and_events_are_one_undo_step(store: DocumentStore, harbour: SourceAnalysis, fire: Span) -> None:
    before = set(store.document.records())
    send_away(store, harbour, fire)
    after = set(store.document.records())
    assert (store.undo_stack.count(), store.undo_stack.undoText()) == (1, f"Leave out “{FIRE[:39].rstrip()}…”")
    store.undo_stack.undo()
    assert set(store.document.records()) == before
    store.undo_stack.redo()
    assert set(store.document.records()) == after


def test_a_shared_event_keeps_its_other_source(store: DocumentStore, harbour: SourceAnalysis) -> None:
    met = harbour.mentions[0]
    send_away(store, harbour, met.sentence)
    talks = store.document.events["talks"]
    assert [link.source_id for link in store.document.links_of_event("talks")] == ["ledger"]
    assert talks.title == "The envoys met two days ago in Varna", "a suggestion is told by what is left of it"


Decide = Callable[[DocumentStore], None]
DECISIONS: dict[str, Decide] = {
    "accept": lambda store: operations.accept_events(store, ["fire"]),
    "reject": lambda store: operations.reject_events(store, ["fire"]),
    "title": lambda store: operations.edit_events(store, ["fire"], title="Blaze"),
    "notes": lambda store: operations.edit_events(store, ["fire"], notes="seen"),
    "date": lambda store: operations.set_time(store, ["fire"], "5 May 2018"),
}


@pytest.mark.parametrize("decision", DECISIONS)
def test_what_was_decided_stays_whatever_becomes_of_its_text(
    store: DocumentStore, harbour: SourceAnalysis, fire: Span, decision: str
) -> None:
    DECISIONS[decision](store)
    decided, links = store.document.events["fire"], store.document.links_of_event("fire")
    send_away(store, harbour, fire)
    assert (store.document.events["fire"], store.document.links_of_event("fire")) == (decided, links)
    bring_back(store, harbour, fire)
    assert (store.document.events["fire"], store.document.links_of_event("fire")) == (decided, links)
    assert len(store.document.events) == 4, "nothing is suggested a second time"


def test_a_deleted_event_does_not_come_back(store: DocumentStore, harbour: SourceAnalysis, fire: Span) -> None:
    operations.delete_events(store, ["fire"])
    send_away(store, harbour, fire)
    bring_back(store, harbour, fire)
    assert set(store.document.events) == {"talks", "mayor", "walkout"}


def test_a_corrected_phrase_and_a_corrected_date_stay(
    store: DocumentStore, harbour: SourceAnalysis, fire: Span
) -> None:
    (phrase,) = [e.id for e in store.document.expressions.values() if e.phrase == "3 May 2018"]
    operations.correct_expression(store, phrase, "4 May 2018")
    context = store.document.sources["harbour"].context
    operations.set_context(store, "harbour", replace(context, published=TimeValue.day(2018, 6, 1)))
    yesterday = store.document.mentions[harbour.mentions[0].key].time
    send_away(store, harbour, fire)
    bring_back(store, harbour, fire)
    (event,) = [event for event in store.document.events.values() if "fire" in event.title]
    assert event.time == TimeValue.day(2018, 5, 4)
    assert store.document.mentions[harbour.mentions[0].key].time == yesterday == TimeValue.day(2018, 5, 31)


def test_an_answer_to_segments_that_changed_since_is_dropped(
    store: DocumentStore, harbour: SourceAnalysis, fire: Span
) -> None:
    operations.reclassify(store, "harbour", fire, SegmentKind.COMMENT)
    store.undo_stack.undo()
    late = replace(
        harbour.source, segments=operations.with_segment(harbour.source.segments, Segment(SegmentKind.COMMENT, fire))
    )
    before = set(store.document.records())
    assert not operations.reread(store, replace(harbour, source=late, mentions=()), [])
    operations.remove_source(store, "harbour")
    assert not operations.reread(store, harbour, [])
    store.undo_stack.undo()
    assert set(store.document.records()) == before


def test_the_same_kind_is_no_step(store: DocumentStore, harbour: SourceAnalysis, fire: Span) -> None:
    assert not operations.reclassify(store, "harbour", fire, SegmentKind.BODY)
    assert store.undo_stack.count() == 0


def test_open_pairs_go_with_their_text_and_decided_ones_are_remembered(
    store: DocumentStore, harbour: SourceAnalysis, ledger: SourceAnalysis, fire: Span
) -> None:
    key, other = harbour.mentions[1].key, ledger.mentions[1].key
    pair = Pair(key, other, "both 3 May")
    operations.import_analyses(store, [], [])
    for verdict, stays in ((Verdict.OPEN, False), (Verdict.APART, True)):
        fresh = DocumentStore()
        document = TimelineDocument.of([*store.document.records(), replace(pair, verdict=verdict)])
        fresh.adopt(document, None)
        send_away(fresh, harbour, fire)
        assert bool(fresh.document.pairs) is stays


@given(data=st.data())
def test_segments_cover_what_they_covered_and_never_overlap(data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, 60), min_size=2)))
    kinds = st.sampled_from(list(SegmentKind))
    segments = tuple(Segment(data.draw(kinds), Span(a, b)) for a, b in itertools.pairwise(edges))
    start, end = sorted((data.draw(st.integers(edges[0], edges[-1])), data.draw(st.integers(edges[0], edges[-1]))))
    new = Segment(data.draw(kinds), Span(start, end))
    made = operations.with_segment(segments, new)
    kind_at = {offset: s.kind for s in segments for offset in range(s.span.start, s.span.end)}
    kind_at |= dict.fromkeys(range(start, end), new.kind)
    assert {offset: s.kind for s in made for offset in range(s.span.start, s.span.end)} == kind_at
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(made))
    assert sum(len(s.span) for s in made) == len(kind_at)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_decision_is_touched_by_reading_again(
    document: TimelineDocument, harbour: SourceAnalysis, data: st.DataObject
) -> None:
    """Any decisions, then any text sent away and brought back: decided events stay to the letter."""
    store = DocumentStore()
    store.adopt(TimelineDocument.of(document.records()), None)
    for event_id in sorted(store.document.events):
        decide = data.draw(st.sampled_from(["nothing", "accept", "reject", "edit", "date", "delete"]), label=event_id)
        if decide == "accept":
            operations.accept_events(store, [event_id])
        elif decide == "reject":
            operations.reject_events(store, [event_id])
        elif decide == "edit":
            operations.edit_events(store, [event_id], title=f"Mine {event_id}")
        elif decide == "date":
            operations.set_time(store, [event_id], "2018-05-09")
        elif decide == "delete":
            operations.delete_events(store, [event_id])
    decided = {id_: event for id_, event in store.document.events.items() if _is_decided(event)}
    titles = {event.title for event in document.events.values() if event.id not in store.document.events}
    length = len(harbour.source.text)
    for _ in range(data.draw(st.integers(1, 4))):
        start, end = sorted((data.draw(st.integers(0, length)), data.draw(st.integers(0, length))))
        kind = data.draw(st.sampled_from([SegmentKind.COMMENT, SegmentKind.BODY]))
        operations.reclassify(store, "harbour", Span(start, end), kind)
        assert read_again(store, harbour)
        assert {id_: store.document.events.get(id_) for id_ in decided} == decided
        assert not titles & {event.title for event in store.document.events.values() if event.id not in decided}
    keys = [link.mention for link in store.document.links.values()]
    assert len(keys) == len(set(keys)), "no mention tells two events"


def _is_decided(event: Event) -> bool:
    return event.status is not Status.SUGGESTED or bool(event.edited) or event.override is not None


def test_what_a_new_date_has_read_again_is_one_step_with_it(store: DocumentStore, harbour: SourceAnalysis) -> None:
    before, join = set(store.document.records()), Join(object())
    context = replace(store.document.sources["harbour"].context, published=TimeValue.day(2019, 6, 1))
    operations.settle_sources(store, {"harbour": context}, {}, join)
    steps = store.undo_stack.count()
    dated = store.document.sources["harbour"].context
    late = replace(harbour, source=replace(harbour.source, context=dated), mentions=harbour.mentions[:1])
    assert operations.reread(store, late, [Group((harbour.mentions[0].key,), 1, 0.5)], join=join)
    assert store.undo_stack.count() == steps
    assert store.undo_stack.undoText().startswith("Publication date")
    store.undo_stack.undo()
    assert set(store.document.records()) == before
    assert not operations.reread(store, late, [], join=join), "the date that it was read with is gone"
