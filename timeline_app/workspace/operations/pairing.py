"""Deciding about pairs of mentions: one event, two events, or two that contradict each other."""

from dataclasses import replace

from timeline_app.model.change import Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.pair import Pair, Verdict
from timeline_app.workspace.operations.merging import merge_events
from timeline_app.workspace.operations.steps import push, quoted
from timeline_app.workspace.store import DocumentStore

_LABELS = {
    Verdict.OPEN: "Leave open whether {} is one with another",
    Verdict.APART: "Keep {} apart",
    Verdict.CONTRADICTION: "Mark a contradiction to {}",
}


def events_of_pair(document: TimelineDocument, pair: Pair) -> tuple[tuple[Event, SourceLink], tuple[Event, SourceLink]]:
    """The events that the two mentions of a pair tell, each with the sentence; raises ValueError when one is gone."""
    found = []
    for key in (pair.one, pair.other):
        links = document.links_of_mention(key)
        if not links:
            raise ValueError("One of the two events is no longer in the project.")
        found.append((document.events[links[0].event_id], links[0]))
    return found[0], found[1]


def decide_pair(store: DocumentStore, pair_id: str, verdict: Verdict, initiator: object | None = None) -> None:
    """Remembers what the analyst makes of a pair; two mentions kept apart never share an event unasked.

    Other open pairs of the same two events are settled with it: nobody is asked twice.
    """
    document = store.document
    pair = document.pairs[pair_id]
    (event, _), (other, _) = events_of_pair(document, pair)
    changed = replace(pair, verdict=verdict)
    settled = [] if verdict is Verdict.OPEN else _open_between(document, event.id, other.id)
    changes = [Replace(changed)] if changed != pair else []
    changes += [Replace(replace(p, verdict=Verdict.APART)) for p in settled if p.id != pair_id]
    push(store, changes, _LABELS[verdict].format(quoted(event.title)), initiator)


def _open_between(document: TimelineDocument, one: str, other: str) -> list[Pair]:
    """The pairs of mentions of two events, by id, that nobody decided about."""
    keys, others = ({link.mention for link in document.links_of_event(event_id)} for event_id in (one, other))
    found = {pair.id: pair for key in keys if key is not None for pair in document.pairs_of_mention(key)}
    return [p for p in found.values() if p.verdict is Verdict.OPEN and (p.one in others or p.other in others)]


def merge_pair(store: DocumentStore, pair_id: str, initiator: object | None = None) -> str:
    """Makes one event of the two that a pair's mentions tell, and returns its id."""
    (one, _), (other, _) = events_of_pair(store.document, store.document.pairs[pair_id])
    return merge_events(store, [one.id, other.id], initiator)
