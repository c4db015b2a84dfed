"""BroughtBack: after Ctrl+Z the events that it brought back are selected, so that nobody looks for them."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from timeline_app.model.event import Event
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

_MOST = 20  # events; more are a matter of the timeline, not of the inspector


class BroughtBack(QObject):
    """Carries out a step of the history and selects what it is about: events that came back, or the one that changed.

    Many that only changed (a publication date corrected moves every event of its report) are not selected: the next key
    would merge, accept or export them all.
    """

    def __init__(self, store: DocumentStore, selection: Selection, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._selection = store, selection

    def run(self, step: Callable[[], object]) -> None:
        """Undoes or redoes, by `step`."""
        touched: dict[str, None] = {}
        came: set[str] = set()

        def note(summary: ChangeSummary) -> None:
            touched.update(dict.fromkeys(sorted(summary.events)))
            came.update(summary.inserted.get(Event, ()))

        self._store.changed.connect(note)
        try:
            step()
        finally:
            self._store.changed.disconnect(note)
        there = [event_id for event_id in touched if event_id in self._store.document.events]
        is_about_them = not came.isdisjoint(there) or len(there) == 1
        if is_about_them and len(there) <= _MOST and not set(there) <= set(self._selection.event_ids):
            self._selection.select_events(there)
