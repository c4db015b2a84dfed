"""StatusLine: counts, what a filter hides, a running import with its Cancel, and what Ctrl+Z would undo."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QStatusBar, QWidget

from timeline_app.gui.parts import GRID, button, label, native_keys
from timeline_app.gui.review import ReadingOrder
from timeline_app.gui.wording import count_line
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.retelling import retold
from timeline_app.workspace.store import DocumentStore

_MESSAGE_MS = 8_000
_PROGRESS_MS = 40


class StatusLine(QStatusBar):
    """The bar at the bottom of the window."""

    cancel_requested = Signal()
    cancel_save_requested = Signal()
    clear_filter_requested = Signal()
    show_rejected_requested = Signal()

    def __init__(
        self, store: DocumentStore, order: EventOrder, reading: ReadingOrder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._order, self._reading = store, order, reading
        self._is_filtered = False
        self.setSizeGripEnabled(False)
        self.setContentsMargins(GRID // 2, 0, GRID, 0)
        self.counts = label("", "small")
        self.hidden = button("", self._show_hidden, "link", name=self.tr("Show hidden events"))
        self.message = label("", "small")
        self.degraded = label("", "warning")
        self.undo_hint = label("", "small")
        self.progress = _Progress(self.tr("Import"), self.tr("Cancel the import"))
        self.progress.cancel.clicked.connect(self.cancel_requested)
        self.saving = _Progress(self.tr("Save"), self.tr("Cancel the save"))
        self.saving.cancel.clicked.connect(self.cancel_save_requested)
        self._timer = QTimer(self, singleShot=True, interval=_MESSAGE_MS)
        self._timer.timeout.connect(lambda: self.message.setText(""))
        self._is_of_deed = False  # what is told: that comes in one turn with its deed, before or after it
        self._was_told = self._was_done = False  # something, in this turn
        self._state = (0, 0, "")
        self._progress_timer = QTimer(self, singleShot=True, interval=_PROGRESS_MS)
        self._progress_timer.timeout.connect(lambda: self.progress.show_state(*self._state))
        left: tuple[QWidget, ...] = (self.counts, self.hidden, self.progress, self.saving, self.message)
        right: tuple[QWidget, ...] = (self.degraded, self.undo_hint)
        for widget in left:
            self.addWidget(widget)
        for widget in right:
            self.addPermanentWidget(widget)
        self.degraded.hide()
        self.progress.hide()
        self.saving.hide()
        for changed in (store.changed, order.visibility_changed):
            changed.connect(self._on_changed)
        store.reset.connect(self.refresh)
        store.undo_stack.indexChanged.connect(self._on_deed)
        self.refresh()
        self._hint_at_undo()

    def minimumSizeHint(self) -> QSize:
        """As high as its words: what is told at the moment never makes the window wider."""
        return QSize(0, super().minimumSizeHint().height())

    def tell(self, sentence: str) -> None:
        """Shows a sentence for some seconds; one that is told of a deed, until the next deed."""
        self.message.setText(retold(sentence))
        self._timer.start()
        self._is_of_deed, self._was_told = self._was_done, True
        QTimer.singleShot(0, self, self._end_turn)

    def _on_deed(self, _index: int) -> None:
        """What is told of an earlier deed is past; what is told in the same turn is of this one."""
        self._store.soon((self, "undo"), self._hint_at_undo)
        if self._was_told:
            self._is_of_deed = True
        elif self._is_of_deed:
            self.message.setText("")
        self._was_done = True
        QTimer.singleShot(0, self, self._end_turn)

    def _end_turn(self) -> None:
        self._was_told = self._was_done = False

    def tell_degraded(self, sentence: str) -> None:
        """Shows for good what is worse today."""
        sentence = retold(sentence)
        self.degraded.setText(sentence if len(sentence) < 70 else sentence[:69] + "…")
        self.degraded.setToolTip(sentence)
        self.degraded.setVisible(bool(sentence))

    def _on_changed(self, *_: object) -> None:
        self._store.soon(self, self.refresh)

    def refresh(self) -> None:
        """Counts anew."""
        shown, waiting, undated = self._reading.counts
        none = self.tr("No events yet")
        self.counts.setText(count_line(shown, waiting, undated) if self._store.document.events else none)
        self._is_filtered = self._order.filter.hides_more_than_rejected
        hidden = self._order.hidden_by_filter if self._is_filtered else self._order.hidden_count
        self.hidden.setVisible(bool(hidden))
        if self._is_filtered:
            self.hidden.setText(self.tr("%n event(s) hidden by filter — show all", "", hidden))
            self.hidden.setToolTip(self.tr("Clear the filter"))
        else:
            self.hidden.setText(self.tr("%n rejected, not shown — show", "", hidden))
            self.hidden.setToolTip(self.tr("Show rejected events too"))

    def _show_hidden(self) -> None:
        (self.clear_filter_requested if self._is_filtered else self.show_rejected_requested).emit()

    def _hint_at_undo(self) -> None:
        plain = self._store.undo_stack.undoText()
        undo = retold(plain)
        undo = undo if undo != plain else undo[:1].lower() + undo[1:]
        hint = self.tr("undo {deed}").format(deed=undo)
        self.undo_hint.setText(f"{native_keys('Ctrl+Z')}  {hint}" if undo else "")
        self.undo_hint.setVisible(bool(undo))

    def show_progress(self, done: int, total: int, name: str) -> None:
        """Shows how far an import is, in a turn of its own: a progress bar paints the window at once."""
        self._state = (done, total, name)
        if not self._progress_timer.isActive():
            self._progress_timer.start()
        self.progress.show()

    def end_progress(self) -> None:
        """Takes the progress away."""
        self.progress.hide()

    def show_saving(self, done: int, total: int, name: str) -> None:
        """Shows how far a save is."""
        self.saving.show_share(done, total, self.tr("Saving {name}").format(name=_short(name)))
        self.saving.show()

    def end_saving(self) -> None:
        """Takes that away."""
        self.saving.hide()


class _Progress(QWidget):
    """What goes on, how far it is, and a way out."""

    def __init__(self, name: str, way_out: str) -> None:
        super().__init__()
        self.text = label("", "small")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(name)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.cancel = button(self.tr("Cancel"), lambda: None, "link", name=way_out)
        self.cancel.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, GRID, 0)
        row.setSpacing(GRID)
        for widget in (self.text, self.bar, self.cancel):
            row.addWidget(widget)
        row.addStretch(1)

    def show_state(self, done: int, total: int, name: str) -> None:
        words = self.tr("Reading {number} of {total} · {name}")
        told = words.format(number=min(done + 1, total), total=total, name=_short(name)) if total else _short(name)
        self.show_share(done, total if total > 1 else 0, told)  # one file: how far is not known

    def show_share(self, done: int, total: int, told: str) -> None:
        self.bar.setUpdatesEnabled(False)  # else Qt paints whatever waits to be painted at once, the timeline too
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setUpdatesEnabled(True)
        self.text.setText(told)


def _short(name: str) -> str:
    return name if len(name) <= 32 else name[:31] + "…"
