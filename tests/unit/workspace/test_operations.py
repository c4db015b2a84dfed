"""What an analyst does to events, seen in the document."""

import pytest

from timeline_app.model.annotation import Modality
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import ANALYST, Status
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span
from timeline_app.temporal.phrase import PhraseError
from timeline_app.workspace import operations
from timeline_app.workspace.store import DocumentStore

DAY = 86_400
MAY_27 = TimeValue.day(2018, 5, 27)


def span_of(document: TimelineDocument, source_id: str, words: str) -> Span:
    start = document.sources[source_id].text.index(words)
    return Span(start, start + len(words))


class TestEditing:
    def test_an_edit_is_the_analysts_from_then_on(self, store: DocumentStore) -> None:
        operations.edit_events(store, ["fire"], title="  Fire at\nthe port ", modality=Modality.POSSIBLE)
        event = store.document.events["fire"]
        assert (event.title, event.modality, event.status) == ("Fire at the port", Modality.POSSIBLE, Status.EDITED)
        assert event.edited == {"title", "modality"}

    def test_only_what_differs_counts_as_edited(self, store: DocumentStore) -> None:
        title = store.document.events["fire"].title
        operations.edit_events(store, ["fire"], title=title, place="Varna")
        assert store.document.events["fire"].edited == {"place"}

    def test_nothing_changed_leaves_no_step(self, store: DocumentStore) -> None:
        operations.edit_events(store, ["fire"], title=store.document.events["fire"].title)
        assert store.undo_stack.count() == 0

    def test_notes_are_not_an_edit_of_the_suggestion(self, store: DocumentStore) -> None:
        operations.edit_events(store, ["fire"], notes="call the port", tags=("port",))
        event = store.document.events["fire"]
        assert event.status is Status.SUGGESTED
        assert event.edited == {"notes", "tags"}

    def test_several_events_are_one_step(self, store: DocumentStore) -> None:
        operations.edit_events(store, ["fire", "mayor"], kind="incident")
        assert store.undo_stack.undoText() == "Edit 2 events"
        assert {store.document.events[i].kind for i in ("fire", "mayor")} == {"incident"}

    def test_a_title_cannot_be_empty(self, store: DocumentStore) -> None:
        with pytest.raises(ValueError, match="title"):
            operations.edit_events(store, ["fire"], title="  ")

    @pytest.mark.parametrize("field", ["resolved", "id", "override", "status", "edited"])
    def test_what_has_its_own_operation_is_not_edited_here(self, store: DocumentStore, field: str) -> None:
        with pytest.raises(ValueError, match=field):
            operations.edit_events(store, ["fire"], **{field: None})


class TestTime:
    def test_a_typed_time_lies_over_the_reading(self, store: DocumentStore) -> None:
        before = store.document.events["fire"]
        operations.set_time(store, ["fire"], " 2018-05-04 ")
        event = store.document.events["fire"]
        assert event.time == TimeValue.day(2018, 5, 4)
        assert event.override_text == "2018-05-04"
        assert (event.resolved, event.phrase) == (before.resolved, before.phrase)
        assert (event.status, event.edited) == (Status.EDITED, {"time"})

    def test_no_time_changes_nothing(self, store: DocumentStore) -> None:
        with pytest.raises(PhraseError):
            operations.set_time(store, ["fire", "talks"], "no time at all")
        assert store.undo_stack.count() == 0

    def test_clearing_goes_back_to_the_reading(self, store: DocumentStore) -> None:
        operations.set_time(store, ["fire"], "2018-05-04")
        operations.clear_override(store, ["fire"])
        event = store.document.events["fire"]
        assert event.time == TimeValue.day(2018, 5, 3)
        assert (event.override_text, event.status, event.edited) == ("", Status.ACCEPTED, frozenset())

    def test_several_times_in_one_step(self, store: DocumentStore) -> None:
        times = {"fire": TimeValue.month(2018, 4), "talks": TimeValue.year(2018)}
        operations.set_overrides(store, times)
        assert {i: store.document.events[i].time for i in times} == times
        assert store.undo_stack.undoText() == "Move 2 events"


class TestMoving:
    def test_a_move_starts_from_the_time_in_force(self, store: DocumentStore) -> None:
        operations.move_events(store, {"talks": 2 * DAY})
        operations.move_events(store, {"talks": DAY})
        event = store.document.events["talks"]
        assert event.time == TimeValue.day(2018, 5, 30)
        assert event.resolved == MAY_27

    def test_undated_events_and_no_distance_leave_no_step(self, store: DocumentStore) -> None:
        operations.move_events(store, {"mayor": DAY, "talks": 0})
        assert store.undo_stack.count() == 0

    @pytest.mark.parametrize(
        ("time", "seconds", "moved"),
        [
            (TimeValue.day(2018, 5, 27), DAY + 7_200, TimeValue.day(2018, 5, 28)),
            (TimeValue.month(2018, 4), 30 * DAY, TimeValue.month(2018, 5).moved(0)),
            (TimeValue.year(2018), 365 * DAY, TimeValue.year(2019)),
        ],
    )
    def test_days_move_by_days_and_units_to_units(self, time: TimeValue, seconds: int, moved: TimeValue) -> None:
        found = operations.moved_time(time, seconds)
        assert found.earliest_start == moved.earliest_start
        if found.latest_end == moved.latest_end:
            assert found == moved
        else:
            assert found.granularity is Granularity.DAY

    def test_a_month_off_its_calendar_is_told_in_days(self) -> None:
        assert operations.moved_time(TimeValue.month(2018, 5), 3 * DAY).granularity is Granularity.DAY

    def test_a_week_moved_by_a_week_is_a_week(self) -> None:
        week = TimeValue.days(17_672, 17_678, Granularity.WEEK)
        assert operations.moved_time(week, 7 * DAY).granularity is Granularity.WEEK
        assert operations.moved_time(week, DAY).granularity is Granularity.DAY

    def test_a_clock_reading_keeps_its_wall_clock_over_the_change_to_summer_time(self) -> None:
        noon = TimeValue.instant(17_614 * DAY + 12 * 3_600, zone="Europe/Sofia", offset=120)  # 24 March 2018
        later = operations.moved_time(noon, DAY)
        assert later.earliest_start == 17_615 * DAY + 12 * 3_600
        assert later.offset == 180


class TestReview:
    def test_accept_and_reject(self, store: DocumentStore) -> None:
        operations.reject_events(store, ["fire", "mayor"])
        operations.accept_events(store, ["fire"])
        assert store.document.events["fire"].status is Status.ACCEPTED
        assert store.document.events["mayor"].status is Status.REJECTED

    def test_accepting_what_was_edited_keeps_the_edit_in_sight(self, store: DocumentStore) -> None:
        operations.edit_events(store, ["fire"], title="Fire")
        operations.reject_events(store, ["fire"])
        operations.accept_events(store, ["fire"])
        assert store.document.events["fire"].status is Status.EDITED


class TestPresence:
    def test_an_event_from_a_selection_takes_its_words_and_its_time(self, store: DocumentStore) -> None:
        span = span_of(store.document, "harbour", " A fire broke out at the port on 3 May 2018. ")
        id_ = operations.add_event(store, "harbour", span)
        event = store.document.events[id_]
        assert event.title == "A fire broke out at the port on 3 May 2018"
        assert event.time == TimeValue.day(2018, 5, 3)
        assert event.phrase == "3 May 2018"
        (link,) = store.document.links_of_event(id_)
        text = store.document.sources["harbour"].text
        assert text[link.sentence.start : link.sentence.end] == "A fire broke out at the port on 3 May 2018."
        assert link.made_by == ANALYST

    def test_a_selection_without_a_time_gives_an_undated_event(self, store: DocumentStore) -> None:
        id_ = operations.add_event(store, "harbour", span_of(store.document, "harbour", "The mayor resigned."))
        assert store.document.events[id_].time is None

    def test_an_event_drawn_on_the_timeline(self, store: DocumentStore) -> None:
        id_ = operations.add_event(store, title="Curfew", time=MAY_27)
        event = store.document.events[id_]
        assert (event.title, event.time, event.resolved) == ("Curfew", MAY_27, None)
        assert not store.document.links_of_event(id_)

    def test_blank_text_is_no_selection(self, store: DocumentStore) -> None:
        with pytest.raises(ValueError, match="Select"):
            operations.add_event(store, "harbour", span_of(store.document, "harbour", " "))

    def test_deleting_takes_the_links_and_leaves_the_sentences(self, store: DocumentStore) -> None:
        mentions = dict(store.document.mentions)
        operations.delete_events(store, ["talks", "fire"])
        assert set(store.document.events) == {"mayor", "walkout"}
        assert {link.event_id for link in store.document.links.values()} == {"mayor", "walkout"}
        assert store.document.mentions == mentions
        assert store.undo_stack.count() == 1


class TestLinks:
    def test_a_sentence_is_linked_once(self, store: DocumentStore) -> None:
        span = span_of(store.document, "ledger", "Dockers walked out today.")
        first = operations.link_sentence(store, "mayor", "ledger", span)
        assert operations.link_sentence(store, "mayor", "ledger", span) == first
        assert store.undo_stack.count() == 1
        link = store.document.links[first]
        assert link.phrase == span_of(store.document, "ledger", "today")

    def test_unlinking_reads_the_time_from_what_is_left(self, store: DocumentStore) -> None:
        link = store.document.links_of_event("talks")[0]
        operations.unlink(store, link.id)
        event = store.document.events["talks"]
        assert [left.source_id for left in store.document.links_of_event("talks")] == ["ledger"]
        assert (event.phrase, event.origins) == ("two days ago", 1)

    def test_an_event_may_lose_its_last_sentence(self, store: DocumentStore) -> None:
        operations.unlink(store, store.document.links_of_event("fire")[0].id)
        assert store.document.events["fire"].time == TimeValue.day(2018, 5, 3)
        assert not store.document.links_of_event("fire")


class TestMerging:
    def test_the_first_keeps_its_words_and_takes_all_links(self, store: DocumentStore) -> None:
        operations.edit_events(store, ["fire"], title="Fire", notes="first")
        operations.edit_events(store, ["walkout"], notes="second", tags=("port",))
        assert operations.merge_events(store, ["fire", "walkout", "fire"]) == "fire"
        event = store.document.events["fire"]
        assert (event.title, event.notes, event.tags) == ("Fire", "first\n\nsecond", ("port",))
        assert "walkout" not in store.document.events
        assert len(store.document.links_of_event("fire")) == 2
        assert store.undo_stack.undoText() == "Merge 2 events"

    def test_the_analysts_time_survives_in_the_merged_event(self, store: DocumentStore) -> None:
        operations.set_time(store, ["walkout"], "2018-05-20")
        operations.merge_events(store, ["fire", "walkout"])
        assert store.document.events["fire"].time == TimeValue.day(2018, 5, 20)

    def test_one_event_cannot_be_merged(self, store: DocumentStore) -> None:
        with pytest.raises(ValueError, match="two"):
            operations.merge_events(store, ["fire", "fire"])

    def test_splitting_gives_each_source_its_event(self, store: DocumentStore) -> None:
        operations.edit_events(store, ["talks"], title="The Varna talks")
        first, second = operations.split_event(store, "talks")
        events = store.document.events
        assert (first, events[first].title) == ("talks", "The Varna talks")
        assert events[second].title == "The envoys met two days ago in Varna"
        assert events[second].time == MAY_27
        assert [link.source_id for link in store.document.links_of_event(second)] == ["ledger"]
        assert store.undo_stack.count() == 2

    def test_within_one_source_each_sentence_becomes_an_event(self, store: DocumentStore) -> None:
        operations.merge_events(store, ["fire", "mayor"])
        first, second = operations.split_event(store, "fire")
        assert store.document.events[first].time == TimeValue.day(2018, 5, 3)
        assert store.document.events[second].time is None

    def test_each_half_of_what_was_merged_is_told_by_its_own_sentence_again(self, store: DocumentStore) -> None:
        titles = {id_: store.document.events[id_].title for id_ in ("mayor", "fire")}
        operations.merge_events(store, ["mayor", "fire"])
        first, second = operations.split_event(store, "mayor")
        assert {store.document.events[id_].title for id_ in (first, second)} == set(titles.values())

    def test_a_drawn_link_splits_into_an_event_titled_by_its_text(self, store: DocumentStore) -> None:
        operations.link_sentence(
            store, "mayor", "ledger", span_of(store.document, "ledger", "Dockers walked out today")
        )
        _, second = operations.split_event(store, "mayor")
        event = store.document.events[second]
        assert (event.title, event.time) == ("Dockers walked out today", TimeValue.day(2018, 5, 29))

    def test_what_belongs_together_is_the_analysts_decision(self, store: DocumentStore) -> None:
        parts = operations.split_event(store, "talks")
        merged = operations.merge_events(store, ["fire", "walkout"])
        operations.unlink(store, store.document.links_of_event("mayor")[0].id)
        events = dict(store.document.events)
        assert {events[id_].status for id_ in (*parts, merged)} == {Status.SUGGESTED}, "nobody said that it is right"
        operations.regroup(store)
        assert store.document.events == events, "grouping anew leaves what the analyst grouped"

    def test_merged_suggestions_are_told_as_the_fuller_sentence_has_it(self, store: DocumentStore) -> None:
        operations.merge_events(store, ["mayor", "fire"])
        event = store.document.events["mayor"]
        assert event.title == "A fire broke out at the port on 3 May 2018"
        assert event.time == TimeValue.day(2018, 5, 3)

    @pytest.mark.parametrize(
        ("first", "second", "merged"),
        [
            (Status.SUGGESTED, Status.SUGGESTED, Status.SUGGESTED),
            (Status.SUGGESTED, Status.ACCEPTED, Status.ACCEPTED),
            (Status.REJECTED, Status.SUGGESTED, Status.SUGGESTED),
            (Status.REJECTED, Status.REJECTED, Status.REJECTED),
            (Status.ACCEPTED, Status.REJECTED, Status.ACCEPTED),
        ],
    )
    def test_the_state_of_a_merged_event(
        self, store: DocumentStore, first: Status, second: Status, merged: Status
    ) -> None:
        for event_id, status in (("fire", first), ("walkout", second)):
            if status is Status.ACCEPTED:
                operations.accept_events(store, [event_id])
            elif status is Status.REJECTED:
                operations.reject_events(store, [event_id])
        operations.merge_events(store, ["fire", "walkout"])
        assert store.document.events["fire"].status is merged

    def test_an_edited_title_wins_whichever_event_has_it(self, store: DocumentStore) -> None:
        operations.edit_events(store, ["walkout"], title="Strike")
        operations.merge_events(store, ["fire", "walkout"])
        event = store.document.events["fire"]
        assert (event.title, event.status) == ("Strike", Status.EDITED)

    def test_a_single_sentence_cannot_be_split(self, store: DocumentStore) -> None:
        with pytest.raises(ValueError, match="split"):
            operations.split_event(store, "fire")


class TestSources:
    def test_removing_a_source_takes_what_hangs_on_it_alone(self, store: DocumentStore) -> None:
        operations.remove_source(store, "harbour")
        document = store.document
        assert set(document.sources) == {"ledger"}
        assert set(document.events) == {"talks", "walkout"}
        assert {m.source_id for m in document.mentions.values()} == {"ledger"}
        assert {e.source_id for e in document.expressions.values()} == {"ledger"}
        assert {link.source_id for link in document.links.values()} == {"ledger"}
        assert document.events["talks"].origins == 1
        assert store.undo_stack.count() == 1

    def test_the_text_of_a_source_never_changes(self, store: DocumentStore) -> None:
        operations.edit_source(store, "harbour", publisher="Harbour News", reliability="B")
        assert store.document.sources["harbour"].reliability == "B"
        with pytest.raises(ValueError, match="text"):
            operations.edit_source(store, "harbour", text="other")


def test_a_label_is_cut_for_the_menu(store: DocumentStore) -> None:
    operations.edit_events(store, ["fire"], title="A very long title " * 20)
    label = store.undo_stack.undoText()
    assert label.startswith("Edit “A very long title A very")
    assert label.endswith("…”")
    assert len(label) < 50
