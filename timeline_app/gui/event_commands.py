"""EventCommands: what the analyst does to the selected events, and where the selection goes then."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from timeline_app.gui.inspector.pane import Inspector
from timeline_app.gui.review_queue import ReviewQueue
from timeline_app.gui.text_pane.pane import TextPane
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import utc_offset
from timeline_app.workspace import operations
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore


class EventCommands(QObject):
    """Carries out the actions of the Event menu; `tell` shows a sentence in the status bar."""

    def __init__(
        self,
        store: DocumentStore,
        selection: Selection,
        text: TextPane,
        inspector: Inspector,
        queue: ReviewQueue,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(text)
        self._store, self._selection = store, selection
        self._text, self._inspector, self._queue, self._tell = text, inspector, queue, tell

    def handlers(self) -> dict[str, Callable[[], None]]:
        """What each action of the window does, by its id."""
        return {
            "new_event": self.new_event,
            "link": self.link,
            "unlink": self.unlink,
            "correct": self.correct,
            "title": self._inspector.edit_title,
            "clear_time": lambda: operations.clear_override(self._store, self._selection.event_ids),
            "accept": lambda: self._review(operations.accept_events),
            "reject": lambda: self._review(operations.reject_events),
            "merge": self.merge,
            "split": self.split,
            "delete": lambda: self.delete(self._selection.event_ids),
            "next": self.go_to_next,
            "previous": lambda: self.go_to_next(back=True),
            "forward": lambda: self._text.step(forward=True),
            "back": lambda: self._text.step(forward=False),
        }

    def new_event(self) -> None:
        """Makes an event of the selected text and lets its title be edited."""
        span, source_id = self._text.selected_span(), self._text.source_id
        if span is None or source_id is None:
            self._tell(self.tr("Select the text that tells the event, then press N."))
            return
        event_id = operations.add_event(self._store, source_id, span)
        self._text.view.clear_selection()
        self._selection.select_events([event_id])
        self._inspector.edit_title()

    def new_event_over(self, begin: float, end: float) -> None:
        """Makes an event without a sentence over a period drawn on the timeline (seconds in the display zone)."""
        first, last = round(begin), max(round(end), round(begin) + 60)
        unit = Granularity.DAY if first % 86_400 == 0 and last % 86_400 == 0 else Granularity.MINUTE
        if unit.is_clock:
            zone = self._store.document.settings.display_zone
            time = TimeValue.interval(first, last, unit, zone=zone, offset=utc_offset(zone, first))
        else:
            time = TimeValue.interval(first, last, unit)
        event_id = operations.add_event(self._store, title=self.tr("New event"), time=time)
        self._selection.select_events([event_id])
        self._inspector.edit_title()

    def link(self) -> None:
        """Links the selected text to the selected event."""
        span, source_id, ids = self._text.selected_span(), self._text.source_id, self._selection.event_ids
        if span is None or source_id is None or len(ids) != 1:
            self._tell(self.tr("Select one event, then the text that tells it too, and press L."))
            return
        link_id = operations.link_sentence(self._store, ids[0], source_id, span)
        self._text.view.clear_selection()
        self._selection.select_link(link_id)
        self._tell(self.tr("Linked. The event now quotes this text as well."))

    def unlink(self) -> None:
        """Takes the lit sentence off its event."""
        link_id = self._selection.link_id
        if link_id is None:
            self._tell(self.tr("Click the sentence to unlink first."))
            return
        operations.unlink(self._store, link_id)
        self._selection.select_events(self._selection.event_ids)

    def correct(self) -> None:
        """Lets the time of the selected events be typed."""
        if self._selection.event_ids or self._inspector.shows_phrase:
            self._inspector.correct_time()
        else:
            self._tell(self.tr("Select an event first, then press T to correct its time."))

    def merge(self) -> None:
        """Makes one event of those selected."""
        if len(self._selection.event_ids) < 2:
            self._tell(self.tr("Select two or more events (Ctrl+click), then press M to merge them."))
            return
        self._inspector.commit()
        number = len(self._selection.event_ids)
        merged = operations.merge_events(self._store, self._selection.event_ids)
        self._selection.select_events([merged])
        self._tell(self.tr("%n event(s) are one event now. Ctrl+Z takes it back.", "", number))

    def split(self) -> None:
        """Gives each source of the selected event an event of its own."""
        ids = self._selection.event_ids
        if len(ids) != 1 or len(self._store.document.links_of_event(ids[0])) < 2:
            self._tell(self.tr("Only an event with two or more sentences can be split."))
            return
        self._inspector.commit()
        self._selection.select_events(operations.split_event(self._store, ids[0]))

    def delete(self, event_ids: object) -> None:
        """Deletes events."""
        ids = [i for i in event_ids if i in self._store.document.events] if isinstance(event_ids, list | tuple) else []
        if ids:
            operations.delete_events(self._store, ids)
            self._tell(self.tr("%n event(s) deleted. Ctrl+Z takes it back.", "", len(ids)))

    def accept_all(self, event_ids: object) -> None:
        """Accepts many suggestions at once, as one step."""
        ids = [i for i in event_ids if i in self._store.document.events] if isinstance(event_ids, list | tuple) else []
        if not ids:
            return
        self._inspector.commit()
        following = self._queue.next_to_review(ids[-1], ids)
        operations.accept_events(self._store, ids)
        self._tell(self.tr("%n event(s) accepted. Ctrl+Z takes it back.", "", len(ids)))
        self._selection.select_events([following] if following is not None else [])

    def go_to_next(self, *, back: bool = False) -> None:
        """Selects the next event that waits for review, or the one before."""
        current = self._selection.event_ids[-1] if self._selection.event_ids else None
        following = self._queue.next_to_review(current, self._selection.event_ids, back=back)
        if following is not None:
            self._selection.select_events([following])
            self._text.take_keys()
        else:
            self._tell(self.tr("Nothing waits for review."))

    def _review(self, operation: Callable[[DocumentStore, tuple[str, ...]], None]) -> None:
        ids = self._selection.event_ids
        if not ids:
            self._tell(self.tr("Select an event first."))
            return
        self._inspector.commit()
        following = self._queue.next_to_review(ids[-1], ids)
        operation(self._store, ids)
        if following is not None:
            self._selection.select_events([following])
        else:
            self._tell(self.tr("That was the last one: nothing waits for review."))
