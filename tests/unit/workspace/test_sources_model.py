"""The list of documents as its view sees it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.sources_model import SourceRole, SourcesModel
from timeline_app.workspace.store import DocumentStore


@pytest.fixture
def model(store: DocumentStore) -> SourcesModel:
    model = SourcesModel(store)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def test_rows_tell_what_is_known(model: SourcesModel) -> None:
    first = model.index(0)
    assert first.data() == "Harbour News"
    assert first.data(SourceRole.ID) == "harbour"
    assert first.data(SourceRole.PUBLISHED) == "Mon 28 May 2018 (UTC)"
    assert first.data(SourceRole.EVENT_COUNT) == 3
    assert "harbour news" in first.data(Qt.ItemDataRole.ToolTipRole)
    assert (model.rowCount(), model.row_of("ledger"), model.row_of("nobody")) == (2, 1, -1)


def test_a_corrected_date_is_one_row(store: DocumentStore, model: SourcesModel) -> None:
    rows: list[int] = []
    model.dataChanged.connect(lambda top, *_: rows.append(top.row()))
    context = store.document.sources["ledger"].context
    operations.set_context(store, "ledger", replace(context, published=TimeValue.day(2018, 5, 22)))
    assert rows == [1]
    assert model.index(1).data(SourceRole.PUBLISHED) == "Tue 22 May 2018 (UTC)"
    operations.set_context(store, "ledger", replace(context, published=None))
    assert model.index(1).data(SourceRole.PUBLISHED) == "publication date unknown"


def test_counts_follow_links(store: DocumentStore, model: SourcesModel) -> None:
    operations.delete_events(store, ["fire"])
    assert model.index(0).data(SourceRole.EVENT_COUNT) == 2


def test_sources_come_and_go_in_their_order(store: DocumentStore, model: SourcesModel) -> None:
    operations.remove_source(store, "harbour")
    assert [model.source_id(row) for row in range(model.rowCount())] == ["ledger"]
    store.undo_stack.undo()
    assert [model.source_id(row) for row in range(model.rowCount())] == ["harbour", "ledger"]
    operations.edit_source(store, "ledger", position=-1)
    assert model.source_id(0) == "ledger"
    store.new()
    assert model.rowCount() == 0
