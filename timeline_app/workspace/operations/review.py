"""Accepting and rejecting suggestions.  Rejected events are kept; they can be shown and taken back."""

from collections.abc import Iterable
from dataclasses import replace

from timeline_app.model.event import Status
from timeline_app.workspace.operations.editing import reviewed_status
from timeline_app.workspace.operations.steps import push_events
from timeline_app.workspace.store import DocumentStore


def accept_events(store: DocumentStore, event_ids: Iterable[str], initiator: object | None = None) -> None:
    """The analyst stands by the events as they are now; a stale time counts as looked at."""
    events = (store.document.events[id_] for id_ in event_ids)
    push_events(store, [replace(event, status=reviewed_status(event)) for event in events], "Accept", initiator)


def reject_events(store: DocumentStore, event_ids: Iterable[str], initiator: object | None = None) -> None:
    """The events are not what the analyst wants on the timeline; their edits are kept."""
    events = (store.document.events[id_] for id_ in event_ids)
    push_events(store, [replace(event, status=Status.REJECTED) for event in events], "Reject", initiator)
