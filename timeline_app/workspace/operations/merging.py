"""Merging events that are one, and splitting one that is several."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.extraction.corroboration import Group, build_event
from timeline_app.model.change import Change, Insert, Remove, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.ids import new_id
from timeline_app.workspace.operations.editing import CONTENT_FIELDS, SOURCES, reviewed_status
from timeline_app.workspace.operations.presence import title_from
from timeline_app.workspace.operations.refreshing import View, refreshed
from timeline_app.workspace.operations.steps import push, quoted
from timeline_app.workspace.store import DocumentStore


def merge_events(store: DocumentStore, event_ids: Sequence[str], initiator: object | None = None) -> str:
    """Makes one event of several and returns its id, the first's.

    It takes all links and is told as the most telling of their sentences has it, but for what the analyst edited in
    one of the events, the first before the others; notes, tags and the analyst's time come over too, so that nothing
    typed is lost.  Suggestions stay a suggestion; what was accepted stays so.  Raises ValueError for fewer than two.
    """
    ids = list(dict.fromkeys(event_ids))
    if len(ids) < 2:
        raise ValueError("Select two or more events to merge.")
    document = store.document
    events = [document.events[id_] for id_ in ids]
    first, *others = events
    moved = [replace(link, event_id=first.id) for other in others for link in document.links_of_event(other.id)]
    links = [*document.links_of_event(first.id), *moved]
    merged = _with_work_of(_retold(View(document), events, links), events)
    merged = refreshed(View(document), merged, links)
    steps: list[Change] = [Replace(link) for link in moved]
    steps += [Replace(merged), *(Remove(Event, other.id) for other in others)]
    push(store, steps, f"Merge {len(ids)} events", initiator)
    return first.id


def split_event(store: DocumentStore, event_id: str, initiator: object | None = None) -> tuple[str, ...]:
    """Gives each source's links an event of their own, or each link where all are of one source; returns the ids.

    The first part keeps the event with its edits; what nobody edited, and the others, are told as their own sentences
    have it.  A suggestion becomes several.  Raises ValueError when there is nothing to split.
    """
    document = store.document
    event = document.events[event_id]
    first, *others = _parts(document, event_id)
    if not others:
        raise ValueError("An event with a single sentence cannot be split.")
    view = View(document)
    kept = replace(_retold(view, [event], first), edited=event.edited | {SOURCES})
    steps: list[Change] = [Replace(refreshed(view, kept, first))]
    ids = [event_id]
    for links in others:
        part = refreshed(view, _fresh_part(view, event, links), links)
        ids.append(part.id)
        steps += [Insert(part), *(Replace(replace(link, event_id=part.id)) for link in links)]
    push(store, steps, f"Split {quoted(event.title)}", initiator)
    return tuple(ids)


def _retold(view: View, events: Sequence[Event], links: Sequence[SourceLink]) -> Event:
    """The first event with what its links' mentions tell together; what was edited in one of the events is kept."""
    first = events[0]
    keys = tuple(link.mention for link in links if link.mention is not None and link.mention in view.mentions)
    told = first
    if keys:
        group = Group(keys, 1, first.confidence)
        told, _ = build_event(group, view.mentions, view.expressions, view.sources, first.id)
    kept = {name: getattr(event, name) for event in reversed(events) for name in event.edited & CONTENT_FIELDS}
    read = {name: kept.get(name, getattr(told, name)) for name in CONTENT_FIELDS}
    return replace(first, **read)


def _with_work_of(merged: Event, events: Sequence[Event]) -> Event:
    """The merged event with the analyst's work on each of them."""
    notes = dict.fromkeys(event.notes for event in events if event.notes.strip())
    tags = dict.fromkeys(tag for event in events for tag in event.tags)
    edited = frozenset({SOURCES}).union(*(event.edited for event in events))
    merged = replace(merged, notes="\n\n".join(notes), tags=tuple(tags), edited=edited)
    dated = next((event for event in events if event.override is not None), None)
    if dated is not None:
        merged = replace(merged, override=dated.override, override_text=dated.override_text)
    return replace(merged, status=_status_of(merged, events))


def _status_of(merged: Event, events: Sequence[Event]) -> Status:
    """What was decided of one is decided of all; rejected only where all were."""
    statuses = {event.status for event in events}
    if statuses == {Status.REJECTED}:
        return Status.REJECTED
    if statuses <= {Status.SUGGESTED, Status.REJECTED} and not merged.edited - {SOURCES}:
        return Status.SUGGESTED
    return Status.STALE if Status.STALE in statuses else reviewed_status(merged)


def _parts(document: TimelineDocument, event_id: str) -> list[list[SourceLink]]:
    links = document.links_of_event(event_id)
    if len({link.source_id for link in links}) < 2:
        return [[link] for link in links] or [[]]
    parts: dict[str, list[SourceLink]] = {}
    for link in links:
        parts.setdefault(link.source_id, []).append(link)
    return list(parts.values())


def _fresh_part(view: View, event: Event, links: Sequence[SourceLink]) -> Event:
    """A new event from the first of `links`, as its mention tells it; a drawn link is titled by its own text."""
    mention = next((m for link in links if link.mention and (m := view.mentions.get(link.mention))), None)
    if mention is not None:
        return Event(
            new_id(),
            mention.title,
            status=_status_of_part(event),
            edited=frozenset({SOURCES}),
            modality=mention.modality,
            kind=mention.kind,
            participants=mention.participants,
            place=mention.place,
            attribution=mention.attribution,
            lane=event.lane,
        )
    sentence = links[0].sentence
    text = view.sources[links[0].source_id].text[sentence.start : sentence.end]
    edited = frozenset({"title", SOURCES})
    return Event(new_id(), title_from(text), status=Status.ACCEPTED, edited=edited, lane=event.lane)


def _status_of_part(event: Event) -> Status:
    """A part of what was rejected or only suggested is no more than that."""
    return event.status if event.status in (Status.SUGGESTED, Status.REJECTED) else Status.ACCEPTED
