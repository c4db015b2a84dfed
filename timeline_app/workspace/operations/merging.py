"""Merging events that are one, and splitting one that is several."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.model.change import Change, Insert, Remove, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.ids import new_id
from timeline_app.workspace.operations.editing import decided_status, reviewed_status
from timeline_app.workspace.operations.presence import title_from
from timeline_app.workspace.operations.refreshing import View, refreshed
from timeline_app.workspace.operations.steps import push, quoted
from timeline_app.workspace.operations.timing import TIME
from timeline_app.workspace.store import DocumentStore


def merge_events(store: DocumentStore, event_ids: Sequence[str], initiator: object | None = None) -> str:
    """Makes one event of several and returns its id, the first's.

    The first keeps its own words and edits and takes all links; notes, tags and, where it has none, the analyst's
    time come over from the others, so that nothing typed is lost.  Raises ValueError for fewer than two events.
    """
    ids = list(dict.fromkeys(event_ids))
    if len(ids) < 2:
        raise ValueError("Select two or more events to merge.")
    document = store.document
    first, *others = (document.events[id_] for id_ in ids)
    moved = [replace(link, event_id=first.id) for other in others for link in document.links_of_event(other.id)]
    merged = refreshed(View(document), _with_work_of(first, others), [*document.links_of_event(first.id), *moved])
    steps: list[Change] = [Replace(link) for link in moved]
    steps += [Replace(merged), *(Remove(Event, other.id) for other in others)]
    push(store, steps, f"Merge {len(ids)} events", initiator)
    return first.id


def split_event(store: DocumentStore, event_id: str, initiator: object | None = None) -> tuple[str, ...]:
    """Gives each source's links an event of their own, or each link where all are of one source; returns the ids.

    The first part keeps the event with its edits; the others start from what their own sentences say.  Raises
    ValueError when there is nothing to split.
    """
    document = store.document
    event = document.events[event_id]
    first, *others = _parts(document, event_id)
    if not others:
        raise ValueError("An event with a single sentence cannot be split.")
    view = View(document)
    kept = refreshed(view, event, first)
    steps: list[Change] = [Replace(replace(kept, status=decided_status(kept)))]
    ids = [event_id]
    for links in others:
        part = refreshed(view, _fresh_part(view, event, links), links)
        ids.append(part.id)
        steps += [Insert(part), *(Replace(replace(link, event_id=part.id)) for link in links)]
    push(store, steps, f"Split {quoted(event.title)}", initiator)
    return tuple(ids)


def _with_work_of(first: Event, others: Sequence[Event]) -> Event:
    """The first event with the analyst's work on the others added."""
    notes = dict.fromkeys(event.notes for event in (first, *others) if event.notes.strip())
    tags = dict.fromkeys(tag for event in (first, *others) for tag in event.tags)
    merged = replace(first, notes="\n\n".join(notes), tags=tuple(tags))
    dated = next((event for event in (first, *others) if event.override is not None), None)
    if dated is not None and first.override is None:
        edited = merged.edited | {TIME}
        merged = replace(merged, override=dated.override, override_text=dated.override_text, edited=edited)
    return replace(merged, status=reviewed_status(merged))


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
            status=Status.ACCEPTED,
            modality=mention.modality,
            kind=mention.kind,
            participants=mention.participants,
            place=mention.place,
            attribution=mention.attribution,
            lane=event.lane,
        )
    sentence = links[0].sentence
    text = view.sources[links[0].source_id].text[sentence.start : sentence.end]
    return Event(new_id(), title_from(text), status=Status.ACCEPTED, edited=frozenset({"title"}), lane=event.lane)
