"""Sorting, filtering and editing 100,000 events in the order that table and timeline share, in milliseconds."""

import statistics
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from timeline_app.model.calendar import DAY
from timeline_app.model.change import Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.event_columns import ColumnId
from timeline_app.workspace.event_filter import EventFilter
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.store import DocumentStore

COUNT = 100_000


def store_of_many() -> DocumentStore:
    """A document of `COUNT` one-day events in shuffled order."""
    document = TimelineDocument()
    for number in range(COUNT):
        day = number * 7919 % COUNT
        title = f"Event {number * 31 % COUNT}"
        document.apply(Insert(Event(f"{number:06}", title, resolved=TimeValue.days(day, day))))
    store = DocumentStore()
    store.adopt(document, None)
    return store


def milliseconds(action: Callable[[int], object], turns: int = 9) -> float:
    """Median over turns; the action gets the turn's number."""
    spent = []
    for turn in range(turns):
        start = time.perf_counter()
        action(turn)
        spent.append(1000 * (time.perf_counter() - start))
    return statistics.median(spent)


def turn_round(order: EventOrder, column: ColumnId, turn: int) -> None:
    """Sorts by a column, the other way each turn."""
    order.sort_by(column, turn % 2 == 0)


def report() -> str:
    """A Markdown table."""
    application = QCoreApplication.instance() or QCoreApplication([])
    store = store_of_many()
    order = EventOrder(store)
    lines = [f"| what, with {COUNT:,} events | median ms |", "|---|---|"]
    for column in (ColumnId.TIME, ColumnId.TITLE, ColumnId.CONFIDENCE):
        order.sort_by(column)
        spent = milliseconds(partial(turn_round, order, column))
        lines.append(f"| sort by {column.name.lower()} | {spent:.1f} |")
    order.sort_by(ColumnId.TIME)
    spent = milliseconds(lambda turn: order.set_filter(EventFilter(text=f"event {turn}")))
    lines.append(f"| filter by text | {spent:.1f} |")
    order.set_filter(EventFilter())
    spent = milliseconds(lambda turn: operations.move_events(store, {"000500": (turn + 1) * DAY}))
    lines.append(f"| move one event, undoable | {spent:.1f} |")
    application.processEvents()
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())
