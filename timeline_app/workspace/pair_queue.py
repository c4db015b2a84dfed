"""PairQueue: which pairs of mentions still wait for the analyst, kept change by change."""

from collections import deque
from collections.abc import Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.pair import Pair, Verdict
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.store import DocumentStore

_TURN = 0.008  # seconds of one turn of the event loop that pairs of a project just opened may take


class PairQueue(QObject):
    """The open pairs whose two events are there, apart and not rejected; contradictions first.

    `changed` tells that others wait now.
    """

    changed = Signal()

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._waiting: dict[str, Pair] = {}
        self._events: dict[str, tuple[str, str]] = {}  # that each of them is about
        self._of_event: dict[str, set[str]] = {}  # the other way round
        self._unread: deque[str] = deque()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._read_on)
        store.changed.connect(self._on_changed)
        store.reset.connect(self._on_reset)
        self._on_reset()

    def __len__(self) -> int:
        return len(self._waiting)

    def ids(self) -> list[str]:
        """The pairs in the order in which to look at them."""
        order = {source.id: source.position for source in self._store.document.sources.values()}
        mentions = self._store.document.mentions

        def place(pair: Pair) -> tuple[bool, int, int]:
            mention = mentions[pair.one]
            return not pair.contradicts, order.get(mention.source_id, 0), mention.head.start

        return [pair.id for pair in sorted(self._waiting.values(), key=place)]

    @property
    def contradictions(self) -> int:
        """How many of the pairs contradict each other."""
        return sum(pair.contradicts for pair in self._waiting.values())

    def _on_reset(self) -> None:
        for known in (self._waiting, self._events, self._of_event):
            known.clear()
        pairs = self._store.document.pairs.values()
        self._unread = deque(pair.id for pair in pairs if pair.verdict is Verdict.OPEN)
        self._read_on()

    def _read_on(self) -> None:
        """Looks at the pairs of a project that was just opened, a few milliseconds at a time."""
        until = perf_counter() + _TURN
        while self._unread and perf_counter() < until:
            self._look_at([self._unread.popleft()])
        if self._unread:
            self._turn.start()
        self.changed.emit()

    def _on_changed(self, summary: ChangeSummary) -> None:
        document = self._store.document
        ids = set(summary.touched(Pair))
        if document.pairs:
            keys = {link.mention for event_id in summary.events for link in document.links_of_event(event_id)}
            ids.update(pair.id for key in keys if key is not None for pair in document.pairs_of_mention(key))
        for event_id in summary.events:  # which may be gone, with its sentences
            ids |= self._of_event.get(event_id, set())
        before = self._waiting.keys() & ids
        self._look_at(ids)
        if before != self._waiting.keys() & ids:
            self.changed.emit()

    def _look_at(self, ids: Iterable[str]) -> None:
        document = self._store.document
        for pair_id in ids:
            for event_id in self._events.pop(pair_id, ()):
                self._of_event[event_id].discard(pair_id)
                if not self._of_event[event_id]:
                    del self._of_event[event_id]
            pair = document.pairs.get(pair_id)
            events = events_apart(document, pair) if pair is not None and pair.verdict is Verdict.OPEN else None
            if pair is None or events is None:
                self._waiting.pop(pair_id, None)
                continue
            self._waiting[pair_id] = pair
            self._events[pair_id] = events[0].id, events[1].id
            for event in events:
                self._of_event.setdefault(event.id, set()).add(pair_id)


def events_apart(document: TimelineDocument, pair: Pair) -> tuple[Event, Event] | None:
    """The two events that a pair's mentions tell; None where one is gone or rejected, or both are one."""
    events = []
    for key in (pair.one, pair.other):
        link = next(iter(document.links_of_mention(key)), None)
        event = document.events[link.event_id] if link is not None else None
        if event is None or event.status is Status.REJECTED:
            return None
        events.append(event)
    return (events[0], events[1]) if events[0].id != events[1].id else None


def rivals_of(document: TimelineDocument, event_id: str) -> list[tuple[Pair, Event, SourceLink]]:
    """What contradicts an event: the pair that says why, the other event and the sentence that tells it."""
    found: dict[str, tuple[Pair, Event, SourceLink]] = {}
    for link in document.links_of_event(event_id):
        for pair in document.pairs_of_mention(link.mention) if link.mention is not None else ():
            events = events_apart(document, pair) if pair.disagrees else None
            if events is not None:
                other = events[1] if events[0].id == event_id else events[0]
                key = pair.other if link.mention == pair.one else pair.one
                found.setdefault(pair.id, (pair, other, document.links_of_mention(key)[0]))
    return list(found.values())
