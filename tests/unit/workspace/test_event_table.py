"""The table as its view sees it."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from timeline_app.model.annotation import Modality
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.event_columns import COLUMNS, ColumnId
from timeline_app.workspace.event_filter import EventFilter
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.event_table import EventRole, EventTableModel
from timeline_app.workspace.store import DocumentStore

EDIT = Qt.ItemDataRole.EditRole


@pytest.fixture
def order(store: DocumentStore) -> EventOrder:
    return EventOrder(store)


@pytest.fixture
def table(store: DocumentStore, order: EventOrder) -> EventTableModel:
    return EventTableModel(store, order)


def row(table: EventTableModel, event_id: str) -> dict[str, str]:
    index = table.index_of(event_id)
    return {column.id: table.index(index.row(), at).data() for at, column in enumerate(COLUMNS)}


def test_a_row_says_what_a_person_would(table: EventTableModel) -> None:
    cells = row(table, "talks")
    assert cells["time"] == "27 May 2018"
    assert "nvoys met" in cells["title"]
    assert cells["status"] == "suggested"
    assert cells["sources"] == "Harbour News; City Ledger"
    assert cells["participants"] == "envoys"
    assert row(table, "mayor")["time"] == "undated"
    assert table.headerData(0, Qt.Orientation.Horizontal) == "Time"


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        (ColumnId.TITLE, "Fire at the port", "title", "Fire at the port"),
        (ColumnId.TIME, "2018-05-04", "time", TimeValue.day(2018, 5, 4)),
        (ColumnId.MODALITY, " Denied", "modality", Modality.DENIED),
        (ColumnId.NOTES, "ask", "notes", "ask"),
    ],
)
def test_cells_are_edited_in_place(
    store: DocumentStore, table: EventTableModel, column: ColumnId, typed: str, field: str, value: object
) -> None:
    assert table.setData(table.index_of("fire", column), typed, EDIT)
    assert getattr(store.document.events["fire"], field) == value
    assert store.undo_stack.count() == 1


def test_what_cannot_be_used_is_refused_with_a_reason(store: DocumentStore, table: EventTableModel) -> None:
    reasons: list[str] = []
    table.edit_refused.connect(reasons.append)
    assert not table.setData(table.index_of("fire", ColumnId.TIME), "no time at all", EDIT)
    assert not table.setData(table.index_of("fire", ColumnId.TITLE), "", EDIT)
    assert not table.setData(table.index_of("fire", ColumnId.MODALITY), "perhaps", EDIT)
    assert len(reasons) == 3
    assert reasons[1:] == [
        "An event needs a title.",
        "“perhaps” is not a modality; use one of happened, ongoing, planned, possible, denied, opinion.",
    ]
    assert store.undo_stack.count() == 0


def test_an_unchanged_cell_is_no_step_and_an_emptied_time_goes_back_to_the_reading(
    store: DocumentStore, table: EventTableModel
) -> None:
    for column in (ColumnId.TIME, ColumnId.TITLE):
        index = table.index_of("fire", column)
        assert table.setData(index, index.data(EDIT), EDIT)
    assert store.undo_stack.count() == 0
    table.setData(table.index_of("fire", ColumnId.TIME), "2018-05-04", EDIT)
    assert table.index_of("fire", ColumnId.TIME).data(EDIT) == "2018-05-04"
    table.setData(table.index_of("fire", ColumnId.TIME), "", EDIT)
    assert store.document.events["fire"].time == TimeValue.day(2018, 5, 3)


def test_only_some_columns_are_editable(table: EventTableModel) -> None:
    editable = {
        column.id for at, column in enumerate(COLUMNS) if table.flags(table.index(0, at)) & Qt.ItemFlag.ItemIsEditable
    }
    assert {column.value for column in ColumnId} - editable == {"sources", "origins", "confidence"}
    assert not table.setData(table.index_of("fire", ColumnId.SOURCES), "Ledger", EDIT)


@pytest.mark.parametrize(
    ("column", "typed", "shown"),
    [
        (ColumnId.STATUS, "accepted", "accepted"),
        (ColumnId.KIND, " fire ", "fire"),
        (ColumnId.PLACE, "Varna", "Varna"),
        (ColumnId.PARTICIPANTS, "crew; mayor", "crew; mayor"),
        (ColumnId.CREDIBILITY, "2", "2"),
        (ColumnId.TAGS, "harbour, night;harbour", "harbour; night"),
    ],
)
def test_cells_are_edited_by_one_step_each(
    store: DocumentStore, table: EventTableModel, column: ColumnId, typed: str, shown: str
) -> None:
    before = table.index_of("fire", column).data()
    assert table.setData(table.index_of("fire", column), typed, EDIT)
    assert table.index_of("fire", column).data() == shown
    assert store.undo_stack.count() == 1
    store.undo_stack.undo()
    assert table.index_of("fire", column).data() == before


def test_an_edit_of_one_of_several_concerns_them_all(store: DocumentStore, table: EventTableModel) -> None:
    table.edited_with = lambda event_id: ["fire", "talks"]
    table.setData(table.index_of("fire", ColumnId.PLACE), "Varna", EDIT)
    assert {i for i, event in store.document.events.items() if event.place == "Varna"} == {"fire", "talks"}
    assert store.undo_stack.count() == 1


@pytest.mark.parametrize(("column", "typed"), [(ColumnId.CREDIBILITY, "9"), (ColumnId.STATUS, "perhaps")])
def test_what_a_column_cannot_hold_is_refused_with_a_sentence(
    store: DocumentStore, table: EventTableModel, column: ColumnId, typed: str
) -> None:
    told: list[str] = []
    table.edit_refused.connect(told.append)
    assert not table.setData(table.index_of("fire", column), typed, EDIT)
    assert told[0].endswith(".")
    assert not store.undo_stack.count()


def test_a_remembered_cell_follows_its_event_through_sorting_moving_and_removal(
    store: DocumentStore, table: EventTableModel
) -> None:
    kept = QPersistentModelIndex(table.index_of("talks"))
    table.sort(0, Qt.SortOrder.DescendingOrder)
    assert kept.data(EventRole.ID) == "talks"
    operations.move_events(store, {"talks": 90 * 86_400})
    assert kept.data(EventRole.ID) == "talks"
    operations.delete_events(store, ["walkout", "fire"])
    assert kept.data(EventRole.ID) == "talks"
    operations.reject_events(store, ["talks"])
    assert not kept.isValid()


def test_qt_finds_no_fault_in_the_model_whatever_happens(store: DocumentStore, order: EventOrder) -> None:
    table = EventTableModel(store, order)
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for column in range(len(COLUMNS)):
        table.sort(column, Qt.SortOrder.DescendingOrder)
        operations.set_overrides(store, {"mayor": TimeValue.day(2018, 6, 2 + column), "fire": TimeValue.year(2017)})
        operations.add_event(store, title=f"Event {column}", time=TimeValue.day(2018, 5, 1 + column))
        operations.reject_events(store, ["talks"])
        order.set_filter(EventFilter(text="e"))
        operations.merge_events(store, ["fire", "walkout"])
        operations.split_event(store, "fire")
        operations.remove_source(store, "ledger")
        order.set_filter(EventFilter())
        while store.undo_stack.canUndo():
            store.undo_stack.undo()
    store.new()
    assert table.rowCount() == 0
    tester.setParent(None)


def test_rows_are_copied_as_a_table_that_no_spreadsheet_computes(store: DocumentStore, table: EventTableModel) -> None:
    operations.edit_events(store, ["fire"], title="=HYPERLINK(1)", notes="one\ttwo\nthree")
    heading, line = table.as_tsv(["fire"]).splitlines()
    cells = dict(zip(heading.split("\t"), line.split("\t"), strict=True))
    assert cells["Event"] == "'=HYPERLINK(1)"
    assert cells["Notes"] == "one two three"
    assert cells["Time"] == "3 May 2018"
