"""The order in which events are reviewed, which of them wait, and which one comes next."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from timeline_app.gui.wording import is_shown, needs_review
from timeline_app.model.digest import AWAITING, EventDigest
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.store import DocumentStore

Place = tuple[int, int, str]
"""Where an event is first told: position of the source, code point, and the event's id."""

_MANY = 512  # events changed at once, from which all are read anew
_NOWHERE = (1 << 40, 0)  # the place of an event without a sentence: after all others


class ReadingOrder(QObject):
    """The events in the order in which an analyst meets them in the texts; those without a sentence come last.

    Keeps, change by change, which of them wait for review, which have no date and how many count; rejected ones are
    in none of these.  Connected to the store before the panes, so that they find it up to date.
    """

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._unread: EventDigest | None = None  # tells of events that were not taken in one by one yet
        self._rebuild()
        store.changed.connect(self._on_changed)
        store.reset.connect(self._rebuild)

    @property
    def ids(self) -> list[str]:
        """Every event."""
        self._take_in()
        return [place[2] for place in sorted(self._places.values())]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many events are not rejected, how many of these wait for review, how many have no date."""
        digest = self._unread
        if digest is None:
            return len(self._counted), len(self._waiting), len(self._undated)
        masks = (_is_shown(digest), digest.has_status(AWAITING), _undated_in(digest))
        shown, waiting, undated = (int(mask.sum()) for mask in masks)
        return shown, waiting, undated

    def waiting(self) -> list[str]:
        """The events that wait for review."""
        if (digest := self._unread) is not None:
            return self._in_order(digest, digest.has_status(AWAITING))
        return [place[2] for place in self._waiting]

    def first_waiting_in(self, source_id: str) -> str | None:
        """The first event to review among those that a source is the first to tell."""
        position = self._store.document.sources[source_id].position
        if (digest := self._unread) is not None:
            found = self._in_order(digest, digest.has_status(AWAITING) & (digest.positions(_NOWHERE[0]) == position))
            return found[0] if found else None
        at = bisect_left(self._waiting, (position, 0, ""))
        return self._waiting[at][2] if at < len(self._waiting) and self._waiting[at][0] == position else None

    def undated(self) -> list[str]:
        """The events without a date."""
        if (digest := self._unread) is not None:
            return self._in_order(digest, _undated_in(digest))
        return [place[2] for place in self._undated]

    def next_to_review(self, after: str | None, skip: Iterable[str] = ()) -> str | None:
        """The event to review after `after`, starting over at the end; None when there is no other."""
        passed = set(skip)
        self._take_in()
        here = self._places.get(after or "")
        start = bisect_right(self._waiting, here) if here is not None else 0
        for step in range(len(self._waiting)):
            event_id = self._waiting[(start + step) % len(self._waiting)][2]
            if event_id not in passed:
                return event_id
        return None

    def _rebuild(self) -> None:
        document = self._store.document
        self._unread = None
        if (digest := document.digest) is not None:
            self._take_over(digest)
            return
        self._places = _places(document)
        events = document.events
        ordered = sorted(self._places.values())
        self._waiting = [place for place in ordered if needs_review(events[place[2]])]
        self._undated = [place for place in ordered if _is_undated(events[place[2]])]
        self._counted = {event_id for event_id, event in events.items() if is_shown(event)}

    def _take_over(self, digest: EventDigest) -> None:
        """As `_rebuild`, for a large project that was just opened: no event is read."""
        self._unread, self._places, self._counted = digest, {}, set()
        self._waiting = []
        self._undated = []

    def _in_order(self, digest: EventDigest, mask: NDArray[np.bool_]) -> list[str]:
        """Some events of a digest, first told first."""
        rows = np.flatnonzero(mask)
        position, head = digest.positions(_NOWHERE[0])[rows], digest.columns["head"][rows]
        order = np.lexsort((head, position))
        position, head = position[order], head[order]
        ids = list(map(digest.ids.__getitem__, rows[order].tolist()))
        if ((np.diff(position) == 0) & (np.diff(head) == 0)).any():  # of one place, ids may be out of order
            ids = [place[2] for place in sorted(zip(position.tolist(), head.tolist(), ids, strict=True))]
        return ids

    def _take_in(self) -> None:
        """Takes in where each event stands, if only the digest knew so far."""
        digest, self._unread = self._unread, None
        if digest is None:
            return
        places = zip(digest.positions(_NOWHERE[0]).tolist(), digest.columns["head"].tolist(), digest.ids, strict=True)
        self._places = dict(zip(digest.ids, places, strict=True))
        for places_of, mask in ((self._waiting, digest.has_status(AWAITING)), (self._undated, _undated_in(digest))):
            places_of[:] = map(self._places.__getitem__, self._in_order(digest, mask))
        self._counted = {digest.ids[row] for row in np.flatnonzero(_is_shown(digest)).tolist()}

    def _on_changed(self, summary: ChangeSummary) -> None:
        if summary.replaced.get(Source) or len(summary.events) > _MANY:  # positions may be other ones
            self._rebuild()
            return
        self._take_in()
        for event_id in summary.events:
            self._update(event_id)

    def _update(self, event_id: str) -> None:
        """Reads one event anew."""
        document = self._store.document
        event, old = document.events.get(event_id), self._places.pop(event_id, None)
        if event is None:
            new = None
            self._counted.discard(event_id)
        else:
            new = self._places[event_id] = _place(document, event_id)
            (self._counted.add if is_shown(event) else self._counted.discard)(event_id)
        _revise(self._waiting, old, new if event is not None and needs_review(event) else None)
        _revise(self._undated, old, new if event is not None and _is_undated(event) else None)


def _is_shown(digest: EventDigest) -> NDArray[np.bool_]:
    return ~digest.has_status((Status.REJECTED,))


def _undated_in(digest: EventDigest) -> NDArray[np.bool_]:
    return _is_shown(digest) & ~digest.is_dated


def _is_undated(event: Event) -> bool:
    return event.time is None and is_shown(event)


def _revise(places: list[Place], old: Place | None, new: Place | None) -> None:
    """Takes a place out of a sorted list, or puts it in."""
    at = bisect_left(places, old) if old is not None else len(places)
    there = at < len(places) and places[at] == old
    if there and old != new:
        del places[at]
    if new is not None and not (there and old == new):
        insort(places, new)


def _places(document: TimelineDocument) -> dict[str, Place]:
    """The place of every event."""
    position = {source.id: source.position for source in document.sources.values()}
    first: dict[str, tuple[int, int]] = {}
    for link in document.links.values():
        place = (position.get(link.source_id, _NOWHERE[0]), _start(document, link))
        first[link.event_id] = min(first.get(link.event_id, place), place)
    return {event_id: (*first.get(event_id, _NOWHERE), event_id) for event_id in document.events}


def _place(document: TimelineDocument, event_id: str) -> Place:
    places = [
        (source.position if (source := document.sources.get(link.source_id)) else _NOWHERE[0], _start(document, link))
        for link in document.links_of_event(event_id)
    ]
    return (*min(places, default=_NOWHERE), event_id)


def _start(document: TimelineDocument, link: SourceLink) -> int:
    mention = document.mentions.get(link.mention or "")
    return mention.head.start if mention is not None else link.sentence.start
