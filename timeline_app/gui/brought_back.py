"""BroughtBack: after Ctrl+Z the events that it changed are selected, so that nobody looks for what came back."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

_MOST = 20  # events; more are a matter of the timeline, not of the inspector


class BroughtBack(QObject):
    """Carries out a step of the history and selects the few events that it touched."""

    def __init__(self, store: DocumentStore, selection: Selection, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._selection = store, selection

    def run(self, step: Callable[[], object]) -> None:
        """Undoes or redoes, by `step`."""
        touched: dict[str, None] = {}

        def note(summary: ChangeSummary) -> None:
            touched.update(dict.fromkeys(sorted(summary.events)))

        self._store.changed.connect(note)
        try:
            step()
        finally:
            self._store.changed.disconnect(note)
        there = [event_id for event_id in touched if event_id in self._store.document.events]
        if 0 < len(there) <= _MOST and not set(there) <= set(self._selection.event_ids):
            self._selection.select_events(there)
