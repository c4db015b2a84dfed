"""The order in which events are reviewed, and which one comes next."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from timeline_app.gui.wording import needs_review
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.store import DocumentStore


class ReadingOrder(QObject):
    """The events in the order in which an analyst meets them in the texts; those without a sentence come last.

    It is worked out when it is asked for, and again only when events, sentences or sources came, went or moved.
    """

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._ids: list[str] | None = None
        store.changed.connect(self._on_changed)
        store.reset.connect(self._forget)

    @property
    def ids(self) -> list[str]:
        """Every event."""
        if self._ids is None:
            self._ids = _reading_order(self._store.document)
        return self._ids

    def waiting(self) -> list[str]:
        """The events that wait for review."""
        events = self._store.document.events
        return [event_id for event_id in self.ids if needs_review(events[event_id])]

    def next_to_review(self, after: str | None, skip: Iterable[str] = ()) -> str | None:
        """The event to review after `after`, starting over at the end; None when there is no other."""
        order, passed = self.ids, set(skip)
        start = order.index(after) + 1 if after in order else 0
        events = self._store.document.events
        for event_id in order[start:] + order[:start]:
            if needs_review(events[event_id]) and event_id not in passed:
                return event_id
        return None

    def _on_changed(self, summary: ChangeSummary) -> None:
        moved = summary.touched(SourceLink) or summary.touched(Source)
        if moved or summary.inserted.get(Event) or summary.removed.get(Event):
            self._forget()

    def _forget(self) -> None:
        self._ids = None


def _reading_order(document: TimelineDocument) -> list[str]:
    places: dict[str, tuple[int, int]] = {}
    for source in document.sources.values():
        for link in document.links_of_source(source.id):
            mention = document.mentions.get(link.mention or "")
            start = mention.head.start if mention is not None else link.sentence.start
            place = (source.position, start)
            places[link.event_id] = min(places.get(link.event_id, place), place)
    nowhere = (len(document.sources), 0)
    return sorted(document.events, key=lambda i: (*places.get(i, nowhere), i))
