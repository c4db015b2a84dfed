"""Adding events and deleting them."""

from collections.abc import Iterable
from dataclasses import replace

from timeline_app.model.change import Change, Insert, Remove
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.ids import new_id
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span
from timeline_app.workspace.operations.refreshing import expression_within, reading_of
from timeline_app.workspace.operations.steps import name_events, push, quoted
from timeline_app.workspace.operations.timing import overridden
from timeline_app.workspace.store import DocumentStore

_TITLE_LENGTH = 90  # characters


def add_event(
    store: DocumentStore,
    source_id: str | None = None,
    span: Span | None = None,
    title: str = "",
    *,
    time: TimeValue | None = None,
    time_text: str = "",
    initiator: object | None = None,
) -> str:
    """Adds an event of the analyst's own and returns its id.

    With a selection of a source's text, the title defaults to the selected text and the time to the time expression
    inside it.  `time` is the analyst's own, as drawn on the timeline.  Raises ValueError for an empty selection.
    """
    steps: list[Change] = []
    event = Event(new_id(), title, status=Status.ACCEPTED, edited=frozenset({"title"}))
    if source_id is not None and span is not None:
        link, event = _from_selection(store, source_id, span, event)
        steps.append(Insert(link))
    event = replace(event, title=" ".join(event.title.split()) or "New event")
    if time is not None:
        event = overridden(event, time, time_text)
    push(store, [Insert(event), *steps], f"Add {quoted(event.title)}", initiator)
    return event.id


def delete_events(store: DocumentStore, event_ids: Iterable[str], initiator: object | None = None) -> None:
    """Takes events out of the project with their links; the sentences and what was read in them stay."""
    document = store.document
    events = [document.events[id_] for id_ in dict.fromkeys(event_ids)]
    links = [Remove(SourceLink, link.id) for event in events for link in document.links_of_event(event.id)]
    removals = [Remove(Event, event.id) for event in events]
    push(store, [*links, *removals], f"Delete {name_events(events)}", initiator)


def trimmed(text: str, span: Span) -> Span:
    """A selection without the white space at its ends; raises ValueError when nothing is left."""
    chosen = text[span.start : span.end]
    start = span.start + len(chosen) - len(chosen.lstrip())
    end = start + len(chosen.strip())
    if start >= end:
        raise ValueError("Select some text first.")
    return Span(start, end)


def _from_selection(store: DocumentStore, source_id: str, span: Span, event: Event) -> tuple[SourceLink, Event]:
    text = store.document.sources[source_id].text
    span = trimmed(text, span)
    expression = expression_within(store.document, source_id, span)
    if expression is not None:
        event = replace(event, **reading_of(expression))  # type: ignore[arg-type]
    link = SourceLink(new_id(), event.id, source_id, span, expression.span if expression else None)
    return link, replace(event, title=event.title or title_from(text[span.start : span.end]))


def title_from(text: str) -> str:
    """A title from a stretch of text: one line, cut at a word."""
    title = " ".join(text.split())
    if len(title) <= _TITLE_LENGTH:
        return title.rstrip(".")
    return title[: _TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"
