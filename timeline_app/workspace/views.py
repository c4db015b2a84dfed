"""Saved views: queries with a name, kept in the project; saving and forgetting one are steps that can be undone."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.model.change import Replace, SavedView
from timeline_app.model.document import TimelineDocument
from timeline_app.workspace.event_columns import ColumnId
from timeline_app.workspace.event_filter import SHOWN_STATUSES, EventFilter
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.event_query import read_query, write_query
from timeline_app.workspace.store import DocumentStore


def save_view(store: DocumentStore, order: EventOrder, name: str) -> None:
    """Keeps the filter, order and lanes in force under a name; a view of that name gives way.

    Raises ValueError for an empty name.
    """
    name = " ".join(name.split())
    if not name:
        raise ValueError("A view needs a name.")
    settings = store.document.settings
    view = SavedView(
        name,
        write_query(order.filter),
        settings.lanes_by,
        order.column.value,
        order.descending,
        order.filter.statuses is None,
    )
    others = [other for other in settings.views if other.name != name]
    _put(store, [*others, view], f"Save the view “{name}”")


def remove_view(store: DocumentStore, name: str) -> None:
    """Forgets a view."""
    views = [view for view in store.document.settings.views if view.name != name]
    _put(store, views, f"Forget the view “{name}”")


def filter_of(view: SavedView, document: TimelineDocument) -> EventFilter:
    """The filter of a view; what a later version wrote and this one cannot read is left out."""
    base = EventFilter(statuses=None if view.shows_rejected else SHOWN_STATUSES)
    return read_query(view.query, document, base).filter


def order_of(view: SavedView) -> tuple[ColumnId, bool]:
    """The column that a view sorts by, and whether downwards."""
    known = view.column in tuple(ColumnId)
    return (ColumnId(view.column), view.descending) if known else (ColumnId.TIME, False)


def _put(store: DocumentStore, views: Sequence[SavedView], label: str) -> None:
    settings = store.document.settings
    changed = replace(settings, views=tuple(views))
    if changed != settings:
        store.apply(Replace(changed), label)
