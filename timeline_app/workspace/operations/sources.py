"""Editing what is known of a source, and taking a source out."""

from dataclasses import replace
from typing import Any

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.change import Change, Remove
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.source import Source
from timeline_app.workspace.operations.refreshing import View, refreshed
from timeline_app.workspace.operations.steps import push, quoted, replace_if_changed
from timeline_app.workspace.store import DocumentStore

EDITABLE_SOURCE_FIELDS = frozenset(
    {"name", "title", "publisher", "author", "url", "language", "reliability", "position"}
)


def edit_source(store: DocumentStore, source_id: str, initiator: object | None = None, **fields: Any) -> None:
    """Gives fields of a source new values.

    Raises ValueError for a field that is not edited this way: the text never changes, the context has `set_context`.
    """
    if unknown := fields.keys() - EDITABLE_SOURCE_FIELDS:
        raise ValueError(f"not an editable field of a source: {', '.join(sorted(unknown))}")
    old = store.document.sources[source_id]
    new = replace(old, **fields)
    push(store, replace_if_changed(new, old), f"Edit source {quoted(new.title or new.name)}", initiator)


def remove_source(store: DocumentStore, source_id: str, initiator: object | None = None) -> None:
    """Takes a source out with all that hangs on it; events that other sources report too stay and are read again."""
    document = store.document
    source = document.sources[source_id]
    links = document.links_of_source(source_id)
    steps: list[Change] = [Remove(SourceLink, link.id) for link in links]
    for event_id in dict.fromkeys(link.event_id for link in links):
        rest = [link for link in document.links_of_event(event_id) if link.source_id != source_id]
        event = document.events[event_id]
        if rest:
            steps += replace_if_changed(refreshed(View(document), event, rest), event)
        else:
            steps.append(Remove(Event, event_id))
    steps += [Remove(Mention, mention.key) for mention in document.mentions_of_source(source_id)]
    steps += [Remove(TimeExpression, expression.id) for expression in document.expressions_of_source(source_id)]
    steps.append(Remove(Source, source_id))
    push(store, steps, f"Remove source {quoted(source.title or source.name)}", initiator)
