"""ReviewPane: the queue of events to review, with what narrows it down and what accepts many at once."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from timeline_app.gui.palette import Palette
from timeline_app.gui.parts import GRID, LetterSafeComboBox, button, label
from timeline_app.gui.review_queue import QueueOrder, ReviewQueue
from timeline_app.gui.row_list import RowList
from timeline_app.gui.rows import Row
from timeline_app.gui.section_heading import SectionHeading
from timeline_app.gui.wording import when
from timeline_app.model.annotation import Modality
from timeline_app.model.event import Event, Status
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.words import word

LEVELS = (0.9, 0.8, 0.7, 0.6, 0.5)  # of confidence, that are offered
_GONE = Row("")  # of an event that just left the document, until the list is told


class ReviewPane(QWidget):
    """A list that the keyboard walks.  Enter asks for the time to be corrected; letters are the window's own keys.

    `accept_all_requested` carries the ids of what is to be accepted in one step.
    """

    correct_requested = Signal()
    accept_all_requested = Signal(object)

    def __init__(self, store: DocumentStore, queue: ReviewQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self.queue = store, queue
        self._offered: list[tuple[str, str]] = []
        self.title = SectionHeading()
        self.filter_button = button(self.tr("Filter"), self._toggle_filter, "link", name=self.tr("Filter the queue"))
        self.filter_button.setCheckable(True)
        self.accept_button = button(
            self.tr("Accept all…"), self.offer_accept_all, "link", name=self.tr("Accept many suggestions at once")
        )
        self.list = _Queue(self.tr("Events to review"))
        self.list.entered.connect(self.correct_requested)
        self.done = label("", "muted", wrap=True)
        self._build()
        self.filters.hide()

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        for part in (self.title, self.list):
            part.set_palette_colors(palette)

    def show_queue(self, stale: Collection[str] | None) -> None:
        """Shows what waits now; rows that are not `stale` stay as they are."""
        document, ids = self._store.document, self.queue.ids()
        waiting, hidden = self.queue.waiting, self.queue.waiting - len(ids)
        self.list.set_rows(ids, self._row, stale, uniform=True)
        self.title.show_text(self._heading(len(ids), waiting), folds=waiting > 0)
        folded = self.title.is_folded
        self._make_room()
        self.filter_button.setVisible(waiting > 0 and not folded)
        self.filters.setVisible(waiting > 0 and self.filter_button.isChecked() and not folded)
        if self.filters.isVisibleTo(self):
            self._fill_sources()
        if hidden:
            self.done.setText(self.tr("%n event(s) hidden by the filter.", "", hidden))
        else:
            self.done.setText(self.tr("Nothing waits for review."))
        self.done.setVisible(bool(document.sources) and not ids and not folded)
        self.list.setVisible(bool(ids) and not folded)
        self.title.setVisible(bool(document.sources))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the button says less, or makes way for the heading: it has a key."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        parts = (self.title, self.accept_button, self.filter_button)
        for words in (self.tr("Accept all…"), self.tr("All…", "accept all")):
            self.accept_button.setText(words)
            if fits := sum(part.sizeHint().width() + GRID for part in parts) <= self.width():
                break
        self.accept_button.setVisible(bool(self.list.keys) and not self.title.is_folded and fits)

    def offer_accept_all(self) -> None:
        """Offers to accept everything in the queue from some confidence on, each with its count."""
        menu = QMenu(self)
        self.fill_accept_menu(menu)
        menu.exec(self.accept_button.mapToGlobal(self.accept_button.rect().bottomLeft()))

    def fill_accept_menu(self, menu: QMenu) -> None:
        """The choices of how many to accept, surest first."""
        told = 0
        for level in (*LEVELS, 0.0):
            ids = self.queue.surer_than(level)
            if len(ids) > told:
                told = len(ids)
                name = self.tr("Confidence {level} and more").format(level=f"{level:.0%}")
                name = name if level else self.tr("Everything that is listed")
                menu.addAction(f"{name}  ({len(ids):,})", partial(self.accept_all_requested.emit, ids))
        if menu.isEmpty():
            menu.addAction(self.tr("No suggestion is listed")).setEnabled(False)

    def _heading(self, listed: int, waiting: int) -> str:
        if listed == waiting:
            return self.tr("TO REVIEW · {count}").format(count=f"{waiting:,}") if waiting else self.tr("TO REVIEW")
        return self.tr("TO REVIEW · {listed} of {count}").format(listed=f"{listed:,}", count=f"{waiting:,}")

    def _row(self, event_id: str) -> Row:
        event = self._store.document.events.get(event_id)
        return _row_of(event, self.tr("its source’s date changed since you edited it")) if event is not None else _GONE

    def _toggle_filter(self) -> None:
        shown = self.filter_button.isChecked()
        self.filters.setVisible(shown)
        if shown:
            self._fill_sources()
        else:  # what is not seen does not hide anything
            self.queue.set_filter(replace(self.queue.filter, least=0.0, source_id=None, modality=None))
            for combo in (self.level, self.source, self.modality):
                combo.setCurrentIndex(0)

    def _narrow(self, *_: object) -> None:
        modality = self.modality.currentData()  # plain text: Qt forgets that it was of a type of ours
        self.queue.set_filter(
            replace(
                self.queue.filter,
                least=float(self.level.currentData() or 0.0),
                source_id=self.source.currentData(),
                modality=Modality(modality) if modality else None,
                order=QueueOrder(self.order.currentData()),
            )
        )

    def _fill_sources(self) -> None:
        """Offers the sources of the project, the chosen one kept."""
        sources = self._store.document.source_heads()
        names = [(source.title or source.name, source.id) for source in sources]
        if names == self._offered:
            return
        self._offered = names
        chosen = self.queue.filter.source_id
        self.source.blockSignals(True)
        self.source.clear()
        self.source.addItem(self.tr("any source"), None)
        for name, source_id in names:
            self.source.addItem(name if len(name) <= 60 else name[:59] + "…", source_id)
        self.source.setCurrentIndex(max(0, self.source.findData(chosen)))
        self.source.blockSignals(False)

    def _build(self) -> None:
        self.order = _combo(
            self.tr("Order of the queue"),
            {
                self.tr("in text order"): QueueOrder.READING,
                self.tr("surest first"): QueueOrder.SUREST,
                self.tr("least sure first"): QueueOrder.DOUBTFUL,
                self.tr("earliest first"): QueueOrder.TIME,
            },
        )
        levels: dict[str, object] = {
            self.tr("{level} and more").format(level=f"{level:.0%}"): level for level in LEVELS
        }
        self.level = _combo(self.tr("Confidence"), {self.tr("any confidence"): 0.0, **levels})
        self.source = _combo(self.tr("Source"), {self.tr("any source"): None})
        modalities: dict[str, object] = {word(modality): modality for modality in Modality}
        self.modality = _combo(self.tr("Modality"), {self.tr("any modality"): None, **modalities})
        self.filters = QWidget()
        grid = QGridLayout(self.filters)
        grid.setContentsMargins(GRID * 2, 0, GRID, GRID // 2)
        grid.setSpacing(GRID // 2)
        for index, combo in enumerate((self.order, self.level, self.source, self.modality)):
            combo.currentIndexChanged.connect(self._narrow)
            grid.addWidget(combo, index // 2, index % 2)
            grid.setColumnStretch(index % 2, 1)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, GRID, 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.accept_button)
        head.addWidget(self.filter_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(head)
        layout.addWidget(self.filters)
        layout.addWidget(self.done)
        layout.addWidget(self.list)
        self.done.setContentsMargins(GRID * 2, 0, GRID, 0)


class _Queue(RowList):
    """The list, in which Enter is a command."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, several=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter corrects the time of what is selected; the rest is the list's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def _row_of(event: Event, stale: str) -> Row:
    parts = [when(event)]
    if event.modality is not Modality.HAPPENED:
        parts.append(word(event.modality))
    parts.append(stale if event.status is Status.STALE else f"{event.confidence:.0%}")
    return Row(event.title, (" · ".join(parts),), tip=event.title)


def _combo(name: str, items: dict[str, object]) -> LetterSafeComboBox:
    made = LetterSafeComboBox()
    made.setAccessibleName(name)
    made.setToolTip(plain_tip(name))
    made.setProperty("role", "quiet")
    made.setMinimumContentsLength(6)
    made.setSizeAdjustPolicy(LetterSafeComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for text, value in items.items():
        made.addItem(text, value)
    return made
