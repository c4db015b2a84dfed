"""Selection: what is selected in every pane at once."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from timeline_app.model.event import Event, SourceLink
from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.store import DocumentStore


class Selection(QObject):
    """The selected events in order of selection, the source that is shown and the link (sentence) that is lit.

    `changed` carries its initiator, so that a pane ignores its own echo.  With a store, selecting one event also
    leads to its sentence, and what leaves the document leaves the selection.
    """

    changed = Signal(object)

    def __init__(self, store: DocumentStore | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._event_ids: tuple[str, ...] = ()
        self._source_id: str | None = None
        self._link_id: str | None = None
        if store is not None:
            store.changed.connect(self._on_changed)
            store.reset.connect(self._on_reset)

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The selected events; the last one is the current one."""
        return self._event_ids

    @property
    def source_id(self) -> str | None:
        """The source whose text is shown."""
        return self._source_id

    @property
    def link_id(self) -> str | None:
        """The link whose sentence is lit, None when an event has no sentence or several events are selected."""
        return self._link_id

    def select_events(self, event_ids: Iterable[str], initiator: object | None = None) -> None:
        """Selects events; a single one brings its first sentence along, in the shown source if it has one there."""
        ids = tuple(dict.fromkeys(event_ids))
        link = self._link_to_show(ids[0]) if len(ids) == 1 else None
        self._set(ids, link.source_id if link else self._source_id, link.id if link else None, initiator)

    def select_link(self, link_id: str, initiator: object | None = None) -> None:
        """Selects a sentence and the event that it belongs to."""
        link = self._store.document.links.get(link_id) if self._store is not None else None
        if link is not None:
            self._set((link.event_id,), link.source_id, link.id, initiator)

    def select_source(self, source_id: str | None, initiator: object | None = None) -> None:
        """Shows a source.  Selected events stay; the lit sentence stays if it is in that source."""
        link = self._store.document.links.get(self._link_id or "") if self._store is not None else None
        keeps_link = link is not None and link.source_id == source_id
        self._set(self._event_ids, source_id, self._link_id if keeps_link else None, initiator)

    def clear(self, initiator: object | None = None) -> None:
        """Selects no event; the shown source stays."""
        self._set((), self._source_id, None, initiator)

    def _link_to_show(self, event_id: str) -> SourceLink | None:
        if self._store is None:
            return None
        links = self._store.document.links_of_event(event_id)
        current = next((link for link in links if link.id == self._link_id), None)
        here = next((link for link in links if link.source_id == self._source_id), None)
        return current or here or next(iter(links), None)

    def _set(
        self, event_ids: tuple[str, ...], source_id: str | None, link_id: str | None, initiator: object | None
    ) -> None:
        if (event_ids, source_id, link_id) != (self._event_ids, self._source_id, self._link_id):
            self._event_ids, self._source_id, self._link_id = event_ids, source_id, link_id
            self.changed.emit(initiator)

    def _on_changed(self, summary: ChangeSummary) -> None:
        gone = summary.removed.get(Event, frozenset())
        events = tuple(id_ for id_ in self._event_ids if id_ not in gone)
        source = None if self._source_id in summary.removed.get(Source, frozenset()) else self._source_id
        link_id = self._link_id
        if link_id is not None and not self._is_told_by(events, link_id):
            link = self._link_to_show(events[0]) if len(events) == 1 else None
            link_id, source = (link.id, link.source_id) if link is not None else (None, source)
        self._set(events, source, link_id, None)

    def _is_told_by(self, event_ids: tuple[str, ...], link_id: str) -> bool:
        """Whether a sentence still tells one of some events: merging and undoing give it to another."""
        link = self._store.document.links.get(link_id) if self._store is not None else None
        return link is not None and link.event_id in event_ids

    def _on_reset(self) -> None:
        self._set((), None, None, None)
