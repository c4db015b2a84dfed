"""Giving events a time of the analyst's own, over the one that was read.

Three layers stay apart: the phrase, what it was read as (`resolved`), and the override with the text that was typed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.model.source import PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace.dates import typing_language
from timeline_app.workspace.operations.editing import mark_edited, reviewed_status
from timeline_app.workspace.operations.steps import push_events
from timeline_app.workspace.store import DocumentStore

TIME = "time"
"""The name in `Event.edited` of an override."""


def context_of(document: TimelineDocument, event_id: str) -> PublicationContext:
    """What a time typed for an event is read against: the context of the first source that reports it."""
    links = document.links_of_event(event_id)
    return document.sources[links[0].source_id].context if links else PublicationContext()


def language_of(document: TimelineDocument, event_id: str) -> str:
    """The language of the first source that reports an event; English where none does."""
    links = document.links_of_event(event_id)
    return document.sources[links[0].source_id].language if links else "en"


def _read(document: TimelineDocument, event_id: str, text: str) -> TimeValue:
    from timeline_app.temporal.phrase import read_time  # the grammar is built on first use

    return read_time(text, context_of(document, event_id), language=typing_language(language_of(document, event_id)))


def set_time(store: DocumentStore, event_ids: Iterable[str], text: str, initiator: object | None = None) -> None:
    """Dates events by a time typed in natural language, each read against its own source.

    Raises PhraseError with the reason when the text is no time; nothing is changed then.
    """
    text = text.strip()
    document = store.document
    events = [overridden(document.events[id_], _read(document, id_, text), text) for id_ in event_ids]
    push_events(store, events, "Date", initiator)


def set_overrides(
    store: DocumentStore, times: Mapping[str, TimeValue], verb: str = "Move", initiator: object | None = None
) -> None:
    """Dates several events by a time value each, in one step called "`verb` 3 events"."""
    events = [overridden(store.document.events[id_], time, "") for id_, time in times.items()]
    push_events(store, events, verb, initiator)


def set_override(
    store: DocumentStore, event_id: str, time: TimeValue, text: str = "", initiator: object | None = None
) -> None:
    """Dates one event by a time value, as the timeline's handles and the list of alternatives do."""
    push_events(store, [overridden(store.document.events[event_id], time, text)], "Date", initiator)


def clear_override(store: DocumentStore, event_ids: Iterable[str], initiator: object | None = None) -> None:
    """Goes back to the time that was read from the text."""
    events = (store.document.events[id_] for id_ in event_ids)
    push_events(store, [_cleared(event) for event in events], "Clear the date of", initiator)


def overridden(event: Event, time: TimeValue, text: str) -> Event:
    """The event with the analyst's own time."""
    return mark_edited(replace(event, override=time, override_text=text), {TIME})


def _cleared(event: Event) -> Event:
    if event.override is None:
        return event
    bare = replace(event, override=None, override_text="", edited=event.edited - {TIME})
    was_edited = event.status in (Status.EDITED, Status.STALE)
    return replace(bare, status=reviewed_status(bare)) if was_edited else bare
