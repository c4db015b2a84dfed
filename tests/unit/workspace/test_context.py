"""Correcting a source's context: everything read again, nothing of the analyst's touched, one step."""

from dataclasses import replace
from typing import Any

import pytest

from timeline_app.model.event import Status
from timeline_app.model.source import DocumentKind, PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span
from timeline_app.temporal.phrase import PhraseError
from timeline_app.workspace import operations
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.store import DocumentStore


def published(store: DocumentStore, source_id: str, day: int) -> PublicationContext:
    return replace(store.document.sources[source_id].context, published=TimeValue.day(2018, 5, day))


def test_what_is_relative_moves_and_what_is_not_stays(store: DocumentStore) -> None:
    operations.set_context(store, "ledger", published(store, "ledger", 22))
    events = store.document.events
    assert events["walkout"].time == TimeValue.day(2018, 5, 22)
    assert events["fire"].time == TimeValue.day(2018, 5, 3)
    expressions = {e.phrase: e.time for e in store.document.expressions_of_source("ledger")}
    assert expressions == {"two days ago": TimeValue.day(2018, 5, 20), "today": TimeValue.day(2018, 5, 22)}
    mentions = {m.lemma: m.time for m in store.document.mentions_of_source("ledger")}
    assert mentions["walked"] == TimeValue.day(2018, 5, 22)


def test_it_is_one_step_named_by_what_changed(store: DocumentStore) -> None:
    told: list[ChangeSummary] = []
    store.changed.connect(told.append)
    operations.set_context(store, "ledger", published(store, "ledger", 22))
    assert store.undo_stack.undoText() == "Publication date of City Ledger → 22 May 2018"
    assert (store.undo_stack.count(), len(told)) == (1, 1)
    store.undo_stack.undo()
    assert store.document.events["walkout"].time == TimeValue.day(2018, 5, 29)
    operations.set_context(store, "ledger", replace(store.document.sources["ledger"].context, time_zone="Europe/Sofia"))
    assert store.undo_stack.undoText() == "Time zone of City Ledger → Europe/Sofia"


def test_an_unknown_date_leaves_relative_phrases_without_a_time(store: DocumentStore) -> None:
    operations.set_context(store, "ledger", replace(store.document.sources["ledger"].context, published=None))
    assert store.document.events["walkout"].time is None
    assert store.undo_stack.undoText() == "Publication date of City Ledger → unknown"


def test_the_analysts_date_stays_and_is_marked_stale(store: DocumentStore) -> None:
    operations.set_time(store, ["walkout"], "2018-06-01")
    operations.set_context(store, "ledger", published(store, "ledger", 22))
    event = store.document.events["walkout"]
    assert event.time == TimeValue.day(2018, 6, 1)
    assert event.resolved == TimeValue.day(2018, 5, 22)
    assert event.status is Status.STALE
    operations.accept_events(store, ["walkout"])
    assert store.document.events["walkout"].status is Status.EDITED


def test_an_edited_title_and_a_rejection_survive(store: DocumentStore) -> None:
    operations.edit_events(store, ["walkout"], title="Strike in the port")
    operations.reject_events(store, ["talks"])
    operations.set_context(store, "ledger", published(store, "ledger", 22))
    assert store.document.events["walkout"].title == "Strike in the port"
    assert store.document.events["talks"].status is Status.REJECTED


def test_an_event_drawn_from_a_selection_moves_too(store: DocumentStore) -> None:
    start = store.document.sources["ledger"].text.index("Dockers")
    id_ = operations.add_event(store, "ledger", Span(start, start + 25), "My own")
    assert store.document.events[id_].time == TimeValue.day(2018, 5, 29)
    operations.set_context(store, "ledger", published(store, "ledger", 22))
    event = store.document.events[id_]
    assert (event.title, event.time) == ("My own", TimeValue.day(2018, 5, 22))


def test_the_preview_tells_old_and_new_and_changes_nothing(store: DocumentStore) -> None:
    operations.set_time(store, ["talks"], "2018-05-01")
    before = set(store.document.records())
    preview = operations.preview_context(store.document, "ledger", published(store, "ledger", 22))
    assert set(store.document.records()) == before
    rows = {row.event_id: row for row in preview.rows}
    assert (rows["walkout"].old, rows["walkout"].new) == (TimeValue.day(2018, 5, 29), TimeValue.day(2018, 5, 22))
    assert not rows["walkout"].overridden
    assert "fire" not in rows
    assert preview.expressions == 2
    operations.set_context(store, "ledger", published(store, "ledger", 22))
    for id_, row in rows.items():
        assert store.document.events[id_].resolved == row.new


def test_the_same_context_is_no_step(store: DocumentStore) -> None:
    operations.set_context(store, "ledger", store.document.sources["ledger"].context)
    assert store.undo_stack.count() == 0


def test_the_source_says_that_the_analyst_typed_it(store: DocumentStore) -> None:
    operations.set_context(store, "ledger", published(store, "ledger", 22))
    operations.set_context(store, "ledger", published(store, "ledger", 23))
    (evidence,) = store.document.sources["ledger"].context.evidence
    assert (evidence.field, evidence.value, evidence.where) == ("published", "23 May 2018", "typed by the analyst")


class TestCorrectedPhrase:
    def phrase(self, store: DocumentStore, words: str) -> str:
        return next(e.id for e in store.document.expressions.values() if e.phrase == words)

    def test_the_events_that_it_dates_move_along(self, store: DocumentStore) -> None:
        id_ = self.phrase(store, "today")
        operations.correct_expression(store, id_, "2018-05-11")
        assert store.document.events["walkout"].time == TimeValue.day(2018, 5, 11)
        assert store.document.events["talks"].time == TimeValue.day(2018, 5, 27)
        assert (store.undo_stack.count(), store.undo_stack.undoText()) == (1, "Correct “today”")

    def test_it_survives_another_publication_date_and_can_be_taken_back(self, store: DocumentStore) -> None:
        id_ = self.phrase(store, "today")
        operations.correct_expression(store, id_, "2018-05-11")
        operations.set_context(store, "ledger", published(store, "ledger", 22))
        assert store.document.events["walkout"].time == TimeValue.day(2018, 5, 11)
        operations.correct_expression(store, id_, " ")
        assert store.document.events["walkout"].time == TimeValue.day(2018, 5, 22)

    def test_no_time_and_nothing_new_leave_no_step(self, store: DocumentStore) -> None:
        id_ = self.phrase(store, "today")
        with pytest.raises(PhraseError):
            operations.correct_expression(store, id_, "no time at all")
        operations.correct_expression(store, id_, "")
        assert store.undo_stack.count() == 0


def test_several_sources_are_settled_in_one_step_and_what_they_share_is_read_once(store: DocumentStore) -> None:
    document = store.document
    contexts = {
        id_: replace(document.sources[id_].context, published=TimeValue.day(2018, 6, day))
        for id_, day in (("harbour", 10), ("ledger", 11))
    }
    before = set(document.records())
    operations.settle_sources(store, contexts, {"ledger": {"publisher": "City Press"}})
    assert document.events["talks"].time == TimeValue.day(2018, 6, 9)
    assert document.sources["ledger"].publisher == "City Press"
    assert (store.undo_stack.count(), store.undo_stack.undoText()) == (1, "Publication date of 2 sources")
    store.undo_stack.undo()
    assert set(document.records()) == before
    with pytest.raises(ValueError, match="text"):
        operations.settle_sources(store, {}, {"ledger": {"text": "other"}})


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"document_kind": DocumentKind.REPORT}, "Kind of document of “Port closes” → report"),
        ({"time_zone": "Europe/Kyiv"}, "Time zone of “Port closes” → Europe/Kyiv"),
        ({"document_kind": DocumentKind.REPORT, "time_zone": "Europe/Kyiv"}, "Context of “Port closes”"),
        ({"published": TimeValue.day(2018, 6, 10), "time_zone": "UTC"}, "→ 10 June 2018"),
        ({}, "Edit “Port closes”"),
    ],
)
def test_a_step_that_settles_sources_is_named_by_what_it_changes(
    store: DocumentStore, changed: dict[str, Any], told: str
) -> None:
    operations.edit_source(store, "harbour", title="Port closes")
    context = replace(store.document.sources["harbour"].context, **changed)
    operations.settle_sources(store, {"harbour": context}, {"harbour": {"publisher": "City Press"}})
    assert store.undo_stack.undoText().endswith(told)
