"""HiddenSelection: says when what is selected is out of sight on the timeline and in the table, and brings it there."""

from PySide6.QtCore import QObject

from timeline_app.gui.inspector.pane import Inspector
from timeline_app.model.event import Status
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.filter_control import FilterControl
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore


class HiddenSelection(QObject):
    """Follows the selection and the filter.  The text, the palette and the queue lead to events that neither shows."""

    def __init__(
        self,
        store: DocumentStore,
        selection: Selection,
        order: EventOrder,
        control: FilterControl,
        inspector: Inspector,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store, self._selection, self._order = store, selection, order
        self._control, self._inspector = control, inspector
        for changed in (selection.changed, order.visibility_changed):
            changed.connect(self._on_changed)
        inspector.hidden.clicked.connect(self.show)

    @property
    def ids(self) -> list[str]:
        """The selected events that are not shown."""
        events = self._store.document.events
        return [i for i in self._selection.event_ids if i in events and not self._order.is_shown(i)]

    def show(self) -> None:
        """Clears the filter, and shows rejected events too where that is what hides these."""
        hidden, events = self.ids, self._store.document.events
        if any(events[event_id].status is Status.REJECTED for event_id in hidden):
            self._control.show_rejected(True)
        if self.ids:
            self._control.clear()
        self._selection.changed.emit(self)  # the views scroll to what they can show now

    def _on_changed(self, *_: object) -> None:
        self._store.soon(self, self._tell)

    def _tell(self) -> None:
        hidden, chosen = self.ids, len(self._selection.event_ids)
        if not hidden:
            self._inspector.tell_hidden("")
        elif chosen > 1:
            told = self.tr("The filter hides {number} of these events.")
            self._inspector.tell_hidden(told.format(number=f"{len(hidden):,}"))
        elif self._order.filter.hides_more_than_rejected:
            self._inspector.tell_hidden(self.tr("The filter hides this event."))
        else:
            self._inspector.tell_hidden(self.tr("Rejected events are not shown."))
