"""Finder: events and sources by words of their titles, fast enough to be asked at every letter."""

from collections.abc import Iterable, Mapping
from itertools import islice

from PySide6.QtCore import QObject

from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.store import DocumentStore

_LOOKED_AT = 4_000  # of those that match, how many are ranked: words that so many titles hold find nothing anyway


class Finder(QObject):
    """Keeps the titles of a store's events and sources without case; read at the first question."""

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._events: dict[str, str] | None = None
        self._sources: dict[str, str] | None = None
        store.changed.connect(self._on_changed)
        store.reset.connect(self._forget)

    def events(self, query: str, limit: int) -> list[str]:
        """Ids of the events that best match, best first."""
        if self._events is None:
            self._events = {event.id: event.title.casefold() for event in self._store.document.events.values()}
        return best(query, self._events, limit)

    def sources(self, query: str, limit: int) -> list[str]:
        """Ids of the sources that best match, best first."""
        if self._sources is None:
            self._sources = {source.id: _names(source) for source in self._store.document.source_heads()}
        return best(query, self._sources, limit)

    def _on_changed(self, summary: ChangeSummary) -> None:
        if summary.touched(Source):
            self._sources = None
        if self._events is None:
            return
        events = self._store.document.events
        for event_id in summary.events:
            if event_id in events:
                self._events[event_id] = events[event_id].title.casefold()
            else:
                self._events.pop(event_id, None)

    def _forget(self) -> None:
        self._events = self._sources = None


def best(query: str, names: Mapping[str, str], limit: int) -> list[str]:
    """Keys whose names hold all words of a query: those that begin with it first, then those with it at a word."""
    words = query.casefold().split()
    if not words:
        return list(islice(names, limit))
    found: Iterable[str] = names
    for word in words:
        found = [key for key in found if word in names[key]]
    whole = " ".join(words)

    def rank(key: str) -> tuple[int, int]:
        name = names[key]
        if name.startswith(whole):
            return 0, len(name)
        if f" {whole}" in name:
            return 1, len(name)
        return (2 if all(name.startswith(word) or f" {word}" in name for word in words) else 3), len(name)

    return sorted(islice(found, _LOOKED_AT), key=rank)[:limit]


def _names(source: Source) -> str:
    return "\n".join((source.title or source.name, source.publisher, source.name)).casefold()
