"""Linking sentences to events and unlinking them."""

from dataclasses import replace

from timeline_app.model.change import Insert, Remove
from timeline_app.model.event import LinkRole, SourceLink
from timeline_app.model.ids import new_id
from timeline_app.model.token import Span
from timeline_app.workspace.operations.editing import decided_status
from timeline_app.workspace.operations.presence import trimmed
from timeline_app.workspace.operations.refreshing import View, expression_within, refreshed
from timeline_app.workspace.operations.steps import push, quoted, replace_if_changed
from timeline_app.workspace.store import DocumentStore


def link_sentence(
    store: DocumentStore,
    event_id: str,
    source_id: str,
    span: Span,
    role: LinkRole = LinkRole.REPORTS,
    initiator: object | None = None,
) -> str:
    """Ties a stretch of text to an event and returns the link's id; the same stretch is tied only once.

    Raises ValueError for an empty selection.
    """
    document = store.document
    span = trimmed(document.sources[source_id].text, span)
    for link in document.links_of_event(event_id):
        if (link.source_id, link.sentence, link.role) == (source_id, span, role):
            return link.id
    expression = expression_within(document, source_id, span)
    link = SourceLink(new_id(), event_id, source_id, span, expression.span if expression else None, role)
    push(store, [Insert(link)], f"Link a sentence to {quoted(document.events[event_id].title)}", initiator)
    return link.id


def unlink(store: DocumentStore, link_id: str, initiator: object | None = None) -> None:
    """Unties a sentence from its event, whose time is read again from the sentences that are left."""
    document = store.document
    link = document.links[link_id]
    event = document.events[link.event_id]
    rest = [other for other in document.links_of_event(event.id) if other.id != link_id]
    changed = refreshed(View(document), event, rest)
    changed = replace(changed, status=decided_status(changed))
    steps = [Remove(SourceLink, link_id), *replace_if_changed(changed, event)]
    push(store, steps, f"Unlink a sentence from {quoted(event.title)}", initiator)
