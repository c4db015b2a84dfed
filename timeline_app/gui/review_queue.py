"""ReviewQueue: the events that wait for the analyst, narrowed down and put in an order, and which comes next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from timeline_app.gui.review import ReadingOrder
from timeline_app.model.annotation import Modality
from timeline_app.model.event import Event, Status
from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.store import DocumentStore


class QueueOrder(StrEnum):
    """How the queue is ordered."""

    READING = "reading"  # as an analyst meets them in the texts
    SUREST = "surest"
    DOUBTFUL = "doubtful"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What the queue is narrowed down to, besides the filter of the whole window; None is no condition."""

    least: float = 0.0  # confidence
    source_id: str | None = None
    modality: Modality | None = None
    order: QueueOrder = QueueOrder.READING

    @property
    def hides(self) -> bool:
        """Whether events that wait may be left out."""
        return self.least > 0 or self.source_id is not None or self.modality is not None


class ReviewQueue(QObject):
    """Stands on the reading order and on the window's filter; `changed` tells that it was narrowed down otherwise.

    Its ids are worked out when asked for and kept until something changes.  Made before the panes, so that they find
    it up to date when the store tells them of a change.
    """

    changed = Signal()

    def __init__(
        self, store: DocumentStore, order: EventOrder, reading: ReadingOrder, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._order, self._reading = store, order, reading
        self._filter = QueueFilter()
        self._ids: list[str] | None = None
        store.changed.connect(self._on_changed)
        store.reset.connect(self._on_reset)
        order.visibility_changed.connect(self._forget)

    @property
    def filter(self) -> QueueFilter:
        """What it is narrowed down to."""
        return self._filter

    def set_filter(self, wanted: QueueFilter) -> None:
        """Narrows it down, or orders it otherwise."""
        if wanted != self._filter:
            self._filter = wanted
            self._forget()
            self.changed.emit()

    @property
    def waiting(self) -> int:
        """How many events wait in all."""
        return self._reading.counts[1]

    def ids(self) -> list[str]:
        """The events that wait, in order."""
        if self._ids is None:
            self._ids = self._ordered(self._passing())
        return self._ids

    def surer_than(self, least: float) -> list[str]:
        """The suggestions in the queue with at least this confidence; stale ones want to be looked at one by one."""
        events = self._store.document.events
        found = ((event_id, events[event_id]) for event_id in self.ids())
        return [id_ for id_, event in found if event.confidence >= least and event.status is Status.SUGGESTED]

    def next_to_review(self, after: str | None, skip: Iterable[str] = (), *, back: bool = False) -> str | None:
        """The event after (or before) `after`, going round; None when there is no other."""
        passed = set(skip)
        ids = self.ids()
        start = self._position(after, ids, back)
        count = len(ids)
        for step in range(count):
            event_id = ids[(start - step if back else start + step) % count]
            if event_id not in passed:
                return event_id
        return None

    def _position(self, after: str | None, ids: list[str], back: bool) -> int:
        """Where to begin to look: past an event of the queue, else past its place in the texts."""
        if after in ids:
            return ids.index(after) + (-1 if back else 1)
        if after is None or self._filter.order is not QueueOrder.READING:
            return -1 if back else 0
        following = self._reading.next_to_review(after)
        at = ids.index(following) if following in ids else 0
        return at - 1 if back else at

    def _passing(self) -> list[str]:
        ids, document = self._reading.waiting(), self._store.document
        if self._order.filter.hides_more_than_rejected:
            shown = set(self._order.ids)
            ids = [event_id for event_id in ids if event_id in shown]
        wanted = self._filter
        if wanted.source_id is not None:
            told = {link.event_id for link in document.links_of_source(wanted.source_id)}
            ids = [event_id for event_id in ids if event_id in told]
        if wanted.least > 0:
            ids = [event_id for event_id in ids if document.events[event_id].confidence >= wanted.least]
        if wanted.modality is not None:
            ids = [event_id for event_id in ids if document.events[event_id].modality is wanted.modality]
        return ids

    def _ordered(self, ids: list[str]) -> list[str]:
        events = self._store.document.events
        match self._filter.order:
            case QueueOrder.SUREST:
                return sorted(ids, key=lambda event_id: -events[event_id].confidence)
            case QueueOrder.DOUBTFUL:
                return sorted(ids, key=lambda event_id: events[event_id].confidence)
            case QueueOrder.TIME:
                return sorted(ids, key=lambda event_id: _time_key(events[event_id]))
            case QueueOrder.READING:
                return ids

    def _forget(self, _cause: object = None) -> None:
        self._ids = None

    def _on_changed(self, summary: ChangeSummary) -> None:
        self._forget()
        if self._filter.source_id in summary.removed.get(Source, frozenset()):
            self._filter = replace(self._filter, source_id=None)

    def _on_reset(self) -> None:
        self._forget()
        self._filter = QueueFilter(order=self._filter.order)


def _time_key(event: Event) -> tuple[bool, tuple[int, int]]:
    return event.time is None, event.time.sort_key if event.time is not None else (0, 0)
