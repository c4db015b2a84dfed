"""Editing what an event says."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from timeline_app.model.change import differing_fields
from timeline_app.model.event import Event, Status
from timeline_app.workspace.operations.steps import push_events
from timeline_app.workspace.store import DocumentStore

CONTENT_FIELDS = frozenset({"title", "description", "modality", "kind", "place", "participants", "attribution"})
"""What the event tells; changing it is an edit of the suggestion itself."""

WORKING_FIELDS = frozenset({"notes", "tags", "lane", "colour", "credibility"})
"""What the analyst adds for the work; changing it leaves the status as it is."""

EDITABLE_FIELDS = CONTENT_FIELDS | WORKING_FIELDS

SOURCES = "sources"
"""The name in `Event.edited` of which sentences belong to the event: the analyst's, where they merged or split it."""

_NO_EDIT = WORKING_FIELDS | {SOURCES}


def edit_events(store: DocumentStore, event_ids: Iterable[str], initiator: object | None = None, **fields: Any) -> None:
    """Gives fields of events new values.

    Raises ValueError for a field that is not edited this way (times have operations of their own) or an empty title.
    """
    if unknown := fields.keys() - EDITABLE_FIELDS:
        raise ValueError(f"not an editable field of an event: {', '.join(sorted(unknown))}")
    if "title" in fields:
        fields["title"] = " ".join(str(fields["title"]).split())
        if not fields["title"]:
            raise ValueError("An event needs a title.")
    events = (store.document.events[id_] for id_ in event_ids)
    push_events(store, [_edited(event, fields) for event in events], "Edit", initiator)


def _edited(event: Event, fields: dict[str, Any]) -> Event:
    changed = replace(event, **fields)
    return mark_edited(changed, differing_fields(event, changed))


def mark_edited(event: Event, names: Iterable[str]) -> Event:
    """The event with fields noted as the analyst's; status becomes EDITED where they are more than notes."""
    names = frozenset(names)
    status = Status.EDITED if names - _NO_EDIT else event.status
    return replace(event, edited=event.edited | names, status=status)


def reviewed_status(event: Event) -> Status:
    """What an event is once the analyst stands by it: EDITED where they changed it, else ACCEPTED."""
    return Status.EDITED if event.edited - _NO_EDIT else Status.ACCEPTED


def decided_status(event: Event) -> Status:
    """The status once the analyst decided what belongs to the event: a suggestion counts as accepted."""
    return reviewed_status(event) if event.status is Status.SUGGESTED else event.status
