"""What the operations share: building one change of many steps, and naming it."""

from collections.abc import Iterable

from timeline_app.model.change import Batch, Change, Record, Replace
from timeline_app.model.event import Event
from timeline_app.workspace.apply_change import Join
from timeline_app.workspace.store import DocumentStore


def push(
    store: DocumentStore,
    steps: Iterable[Change],
    label: str,
    initiator: object | None = None,
    join: Join | None = None,
    *,
    is_writable: bool = False,
    is_fitting: bool = False,
) -> None:
    """Applies the steps as one undoable change; nothing to do leaves no trace in the history.

    `is_writable` and `is_fitting` say that the store has looked at their records, and at the steps, already.
    """
    changes = tuple(steps)
    if changes:
        change = changes[0] if len(changes) == 1 else Batch(changes)
        store.apply(change, label, initiator, join, is_writable=is_writable, is_fitting=is_fitting)


def push_events(store: DocumentStore, events: Iterable[Event], verb: str, initiator: object | None = None) -> None:
    """Replaces the events that differ from the document's, as "Verb 3 events" or "Verb “title”"."""
    changed = [event for event in events if store.document.events[event.id] != event]
    push(store, map(Replace, changed), f"{verb} {name_events(changed)}", initiator)


def replace_if_changed(record: Record, old: Record) -> list[Change]:
    """A Replace, or nothing where the record is equal to the old one."""
    return [Replace(record)] if record != old else []


def name_events(events: Iterable[Event]) -> str:
    """How a label speaks of some events."""
    found = list(events)
    return quoted(found[0].title) if len(found) == 1 else f"{len(found)} events"


def cut(text: str, limit: int = 40) -> str:
    """A title short enough for a menu."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def quoted(text: str) -> str:
    """A title in quotation marks, cut for a menu."""
    return f"“{cut(text)}”"
