"""Order and filter of events, one by one and a hundred thousand at once."""

from collections.abc import Generator

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.model.change import Batch, Insert, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import event_order, operations
from timeline_app.workspace.event_columns import ColumnId
from timeline_app.workspace.event_facets import Field
from timeline_app.workspace.event_filter import Condition, EventFilter
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.event_query import read_query
from timeline_app.workspace.filter_control import FilterControl
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.turns import whole

DAY = 86_400


@pytest.fixture
def order(store: DocumentStore) -> EventOrder:
    return EventOrder(store)


class TestSorting:
    def test_time_is_the_first_order_and_undated_come_last(self, order: EventOrder) -> None:
        assert order.ids == ["fire", "talks", "walkout", "mayor"]

    def test_undated_come_last_backwards_too(self, order: EventOrder) -> None:
        order.sort_by(ColumnId.TIME, descending=True)
        assert order.ids == ["walkout", "talks", "fire", "mayor"]

    def test_titles_sort_without_case(self, store: DocumentStore, order: EventOrder) -> None:
        for event_id, title in {"talks": "Apple", "walkout": "banana", "mayor": "Cherry", "fire": "date"}.items():
            operations.edit_events(store, [event_id], title=title)
        order.sort_by(ColumnId.TITLE)
        assert order.ids == ["talks", "walkout", "mayor", "fire"]

    def test_empty_cells_come_last(self, store: DocumentStore, order: EventOrder) -> None:
        operations.edit_events(store, ["mayor"], kind="resignation")
        for descending in (False, True):
            order.sort_by(ColumnId.KIND, descending)
            assert order.ids[0] == "mayor"

    def test_numbers_sort_as_numbers(self, store: DocumentStore, order: EventOrder) -> None:
        order.sort_by(ColumnId.CONFIDENCE)
        shown = [store.document.events[id_].confidence for id_ in order.ids]
        assert shown == sorted(shown)

    def test_at_one_time_events_stand_as_in_the_text(self, store: DocumentStore, order: EventOrder) -> None:
        for event_id in ("mayor", "fire", "talks"):
            operations.set_override(store, event_id, TimeValue.day(2018, 5, 1))
        assert order.ids == ["talks", "fire", "mayor", "walkout"]

    def test_years_before_christ_and_open_ends(self, store: DocumentStore, order: EventOrder) -> None:
        operations.set_overrides(store, {"mayor": TimeValue.year(-43), "walkout": TimeValue.day(2018, 5, 1).until()})
        assert order.ids == ["mayor", "walkout", "fire", "talks"]


class TestChanges:
    def test_an_edit_that_keeps_the_place_tells_one_row(self, store: DocumentStore, order: EventOrder) -> None:
        told: list[object] = []
        for signal in (order.was_reset, order.was_moved, order.was_sorted):
            signal.connect(lambda: told.append("more than a row"))
        order.rows_changed.connect(told.append)
        operations.edit_events(store, ["talks"], notes="n")
        assert told == [[1]]

    def test_an_edit_of_the_time_moves_one_row(self, store: DocumentStore, order: EventOrder) -> None:
        moves: list[tuple[int, int]] = []
        order.about_to_move.connect(lambda row, target: moves.append((row, target)))
        operations.move_events(store, {"fire": 60 * DAY})
        assert order.ids == ["talks", "walkout", "fire", "mayor"]
        assert moves == [(0, 3)]

    def test_a_rejected_event_leaves_and_undo_brings_it_back_to_its_place(
        self, store: DocumentStore, order: EventOrder
    ) -> None:
        operations.reject_events(store, ["talks"])
        assert (order.ids, order.hidden_count, order.row_of("talks")) == (["fire", "walkout", "mayor"], 1, -1)
        store.undo_stack.undo()
        assert order.ids == ["fire", "talks", "walkout", "mayor"]

    def test_deleted_events_come_back_in_the_old_order(self, store: DocumentStore, order: EventOrder) -> None:
        before = order.ids
        operations.delete_events(store, ["walkout", "fire"])
        assert order.ids == ["talks", "mayor"]
        store.undo_stack.undo()
        assert order.ids == before

    def test_another_document_is_another_order(self, store: DocumentStore, order: EventOrder) -> None:
        store.new()
        assert order.ids == []

    def test_a_renamed_source_sorts_anew(self, store: DocumentStore, order: EventOrder) -> None:
        order.sort_by(ColumnId.SOURCES)
        assert order.ids[0] == "walkout"
        operations.edit_source(store, "ledger", title="Zeitung")
        assert order.ids[-1] == "walkout"

    @pytest.mark.parametrize("column", list(ColumnId))
    @pytest.mark.parametrize("descending", [False, True])
    def test_row_by_row_ends_where_a_full_sort_does(
        self, store: DocumentStore, column: ColumnId, descending: bool
    ) -> None:
        live, order = EventOrder(store), EventOrder(store)
        live.sort_by(column, descending)
        operations.set_overrides(store, {"mayor": TimeValue.day(2018, 5, 27), "fire": TimeValue.year(2019)})
        operations.edit_events(store, ["talks"], title="Zebra", kind="meeting", place="Varna")
        operations.add_event(store, title="A curfew", time=TimeValue.day(2018, 5, 27))
        operations.reject_events(store, ["walkout"])
        operations.accept_events(store, ["walkout"])
        order.sort_by(column, descending)
        fresh = EventOrder(store)
        fresh.sort_by(column, descending)
        assert live.ids == fresh.ids == order.ids
        assert [live.row_of(id_) for id_ in live.ids] == list(range(len(live)))


class TestFilter:
    @pytest.mark.parametrize(
        ("event_filter", "shown"),
        [
            (EventFilter(text="VARNA envoys"), ["talks"]),
            (EventFilter(text='"broke out" -varna'), ["fire"]),
            (EventFilter(text="mayor resigned"), ["mayor"]),
            (EventFilter(conditions=(Condition(Field.SOURCE, "ledger"),)), ["talks", "walkout"]),
            (EventFilter(conditions=(Condition(Field.SOURCE, "ledger", negated=True),)), ["fire", "mayor"]),
            (EventFilter(conditions=(Condition(Field.PERIOD, ">2018-05-03"),)), ["talks", "walkout"]),
            (EventFilter(conditions=(Condition(Field.PERIOD, "before 4 May 2018"),)), ["fire"]),
            (EventFilter(conditions=(Condition(Field.PERIOD, "none"),)), ["mayor"]),
            (EventFilter(conditions=(Condition(Field.MODALITY, "denied"),)), []),
            (EventFilter(conditions=(Condition(Field.PERSON, "ENVOYS"),)), ["fire", "talks", "walkout", "mayor"]),
            (EventFilter(conditions=(Condition(Field.KIND, "assault"),)), []),
            (EventFilter(conditions=(Condition(Field.GRADE, "F6"),)), ["fire", "talks", "walkout", "mayor"]),
            (EventFilter(conditions=(Condition(Field.GRADE, "A-E"),)), []),
            (EventFilter(statuses=frozenset({Status.REJECTED})), []),
        ],
    )
    def test_conditions(self, order: EventOrder, event_filter: EventFilter, shown: list[str]) -> None:
        order.set_filter(event_filter)
        assert order.ids == shown
        assert order.hidden_count == 4 - len(shown)

    @pytest.mark.parametrize("query", ["text:dockers", "in:texts DOCK", 'in:texts "dockers" -moon'])
    def test_whole_texts_are_searched_once_they_are_indexed(
        self, store: DocumentStore, order: EventOrder, query: str, qtbot: QtBot
    ) -> None:
        order.set_filter(read_query(query, store.document).filter)
        qtbot.waitUntil(lambda: sorted(order.ids) == ["talks", "walkout"])
        operations.edit_events(store, ["talks", "fire"], notes="Ask again.")
        assert sorted(order.ids) == ["talks", "walkout"]
        operations.remove_source(store, "ledger")
        assert "talks" not in order.ids

    def test_events_of_texts_that_hold_the_words_are_counted_in_portions(
        self, store: DocumentStore, order: EventOrder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(event_order, "_SEARCHED", 1)
        qtbot.waitUntil(lambda: bool(order.texts.holding("dockers")))
        order.set_filter(read_query("dockers -moon", store.document).filter)
        hidden = 2 - len(order)
        assert whole(order.counting_in_whole_texts()) == hidden
        assert len(list(order.counting_in_whole_texts())) >= 4, "no step looks at more than one event"

    def test_what_changes_while_texts_are_searched_is_counted_too(
        self, store: DocumentStore, order: EventOrder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        qtbot.waitUntil(lambda: bool(order.texts.holding("dockers")))
        control, count, asked = FilterControl(store, order), order.counting_in_whole_texts, list[int]()

        def counting() -> Generator[None, None, int]:
            steps = count()
            asked.append(len(store.document.events))
            next(steps)
            if len(asked) == 1:
                operations.reject_events(store, ["talks"])
            yield
            return (yield from steps)

        monkeypatch.setattr(order, "counting_in_whole_texts", counting)
        control.type("dockers")
        qtbot.waitUntil(lambda: bool(control.passages))
        assert len(asked) == 2, "begun anew"
        assert control.offered == whole(count())

    def test_rejected_events_can_be_shown(self, store: DocumentStore, order: EventOrder) -> None:
        operations.reject_events(store, ["fire"])
        order.set_filter(EventFilter(statuses=None))
        assert order.ids[0] == "fire"
        order.set_filter(EventFilter(conditions=(Condition(Field.STATUS, "rejected"),)))
        assert order.ids == ["fire"]

    @pytest.mark.parametrize(
        "query", ["place:varna", "-place:varna", "place:none", "tag:x", "status:edited", "grade:6"]
    )
    def test_an_edit_leaves_what_a_fresh_look_finds(self, store: DocumentStore, order: EventOrder, query: str) -> None:
        event_filter = read_query(query, store.document).filter
        order.set_filter(event_filter)
        operations.edit_events(store, ["fire"], place="Port of Varna", tags=("x", "y"))
        operations.edit_events(store, ["fire"], place=None)
        operations.edit_events(store, ["walkout"], place="Varna", kind="strike")
        fresh = EventOrder(store)
        fresh.set_filter(event_filter)
        assert order.ids == fresh.ids
        order.set_filter(EventFilter())
        order.set_filter(event_filter)
        assert order.ids == fresh.ids

    def test_an_edit_can_bring_an_event_into_the_filter(self, store: DocumentStore, order: EventOrder) -> None:
        order.set_filter(EventFilter(text="curfew"))
        told: list[bool] = []
        order.visibility_changed.connect(lambda: told.append(True))
        operations.edit_events(store, ["fire"], title="Curfew")
        assert order.ids == ["fire"]
        assert told == [True]


COUNT = 100_000


@pytest.fixture(scope="module")
def large() -> tuple[DocumentStore, EventOrder]:
    document = TimelineDocument()
    for number in range(COUNT):
        day = number * 7919 % COUNT
        event = Event(f"{number:06}", f"Event {number * 31 % COUNT}", resolved=TimeValue.days(day, day))
        document.apply(Insert(event))
    store = DocumentStore()
    store.adopt(document, None)
    return store, EventOrder(store)


class TestManyEvents:
    @pytest.mark.parametrize("column", [ColumnId.TIME, ColumnId.TITLE, ColumnId.CONFIDENCE])
    def test_turning_the_order_round_keeps_every_event(
        self, large: tuple[DocumentStore, EventOrder], column: ColumnId
    ) -> None:
        order = large[1]
        order.sort_by(column, False)
        forward = list(order.ids)
        order.sort_by(column, True)
        assert order.ids[0] == forward[-1] or column is ColumnId.CONFIDENCE
        assert sorted(order.ids) == sorted(forward)

    def test_one_edit_moves_one_row(self, large: tuple[DocumentStore, EventOrder]) -> None:
        store, order = large
        order.sort_by(ColumnId.TIME)
        for days in (1, 900, -80_000):
            operations.move_events(store, {"000500": days * DAY})
        assert order.id_at(order.row_of("000500")) == "000500"
        assert order.row_of("000500") == 0
        assert len(order.ids) == COUNT

    def test_a_change_of_many_keeps_the_order_right(self, large: tuple[DocumentStore, EventOrder]) -> None:
        store, order = large
        order.sort_by(ColumnId.TIME)
        events = [Event(f"{number:06}", "x", resolved=TimeValue.days(-number, -number)) for number in range(1000)]
        store.apply(Batch(tuple(map(Replace, events))), "Many")
        assert order.ids[:2] == ["000999", "000998"]
        store.undo_stack.undo()
