"""Inspector: the pane itself."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from timeline_app.gui.flow_layout import FlowLayout
from timeline_app.gui.fonts import TITLE_PIXELS, font
from timeline_app.gui.inspector.details import Details
from timeline_app.gui.inspector.edits import TextEdit
from timeline_app.gui.inspector.history import History
from timeline_app.gui.inspector.layers import layers_of_events
from timeline_app.gui.inspector.phrase_page import PhrasePage
from timeline_app.gui.inspector.quotes import Quotes
from timeline_app.gui.inspector.rivals import Rivals
from timeline_app.gui.inspector.shared import DIFFERS, common
from timeline_app.gui.inspector.time_box import TimeBox
from timeline_app.gui.notice import Notice
from timeline_app.gui.palette import Palette
from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.scroll_column import ScrollColumn
from timeline_app.gui.wording import counted, origin_line, weekdays_of
from timeline_app.model.change import ProjectSettings
from timeline_app.model.display import describe
from timeline_app.model.event import Event
from timeline_app.model.pair import Pair
from timeline_app.workspace import operations
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.translation import translated
from timeline_app.workspace.words import word

translate = QCoreApplication.translate

_CHIPS = 3  # short facts below the title


class Inspector(QWidget):
    """Shows the selected events and carries out what is typed.

    The `…_requested` signals name what the window does with the selection as a whole.
    """

    accept_requested = Signal()
    reject_requested = Signal()
    merge_requested = Signal()
    split_requested = Signal()
    next_requested = Signal()
    failed = Signal(str)

    def __init__(self, store: DocumentStore, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._selection = store, selection
        self._ids: tuple[str, ...] = ()
        self._expression_id: str | None = None
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = label(self.tr("EVENT"), "section")
        self.title = TextEdit(self.tr("Title"), "heading", one_paragraph=True)
        self.title.setFont(font(TITLE_PIXELS - 2, strong=True))
        self._chips = QWidget()
        flow = FlowLayout(self._chips, 4)  # chips take another line before they are cut
        self.chips = [label("", "chip") for _ in range(_CHIPS)]
        for chip in self.chips:
            flow.addWidget(chip)
        self.time = TimeBox()
        self.phrase = PhrasePage(store)
        self.hidden = Notice(self.tr("Show it"), self.tr("Show this event on the timeline and in the table"))
        self.details = Details()
        self.quotes_title = label(self.tr("SOURCES"), "section")
        self.quotes = Quotes()
        self.rivals = Rivals()
        self.history = History(store)
        self.merge = button(
            self.tr("Merge into one event") + "  M",
            self.merge_requested.emit,
            name=self.tr("Merge the selected events"),
        )
        self.split = button(
            self.tr("Split…") + "  S",
            self.split_requested.emit,
            "link",
            name=self.tr("Split this event into its sources"),
        )
        self.accept = button(self.tr("Accept") + "  A", self.accept_requested.emit, "primary", name=self.tr("Accept"))
        self.reject = button(self.tr("Reject") + "  X", self.reject_requested.emit, name=self.tr("Reject"))
        self.correct = button(self.tr("Date") + "  T", self.correct_time, name=self.tr("Correct the time"))
        self.next = button(self.tr("Next") + "  ↓", self.next_requested.emit, name=self.tr("Next event to review"))
        self._build()
        self._connect()
        self.refresh()

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self.quotes.set_palette_colors(palette)

    def show_phrase(self, expression_id: str | None) -> None:
        """Shows a time phrase while no event is selected; None shows what to do instead."""
        self._expression_id = expression_id
        self.refresh()

    @property
    def shows_phrase(self) -> bool:
        """Whether a time phrase is shown."""
        return not self._ids and self.phrase.expression_id is not None

    def correct_time(self) -> None:
        """Puts the cursor into the date field, of the events or else of the phrase that is shown."""
        if self.shows_phrase:
            self.phrase.correct()
        elif self._ids:
            self.time.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.time.field.edit.selectAll()

    def edit_title(self) -> None:
        """Puts the cursor into the title."""
        if self._ids:
            self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.title.selectAll()

    def commit(self) -> None:
        """Ends whatever is being typed, as leaving the field would."""
        self.title.commit()
        self.time.commit()
        self.details.commit()

    def tell_hidden(self, why: str) -> None:
        """Says why what is selected is not on the timeline; with an empty text nothing."""
        self.hidden.show_text(why)

    def _connect(self) -> None:
        self.title.finished.connect(lambda text: self._edit("title", text))
        self.details.edited.connect(self._edit)
        self.time.typed.connect(self._set_time)
        self.time.used.connect(self._use)
        self.time.cleared.connect(lambda: operations.clear_override(self._store, self._ids))
        self.quotes.opened.connect(self._selection.select_link)
        self.rivals.opened.connect(self._selection.select_link)
        self.rivals.settled.connect(lambda pair_id, verdict: operations.decide_pair(self._store, pair_id, verdict))
        self.quotes.unlinked.connect(lambda link_id: operations.unlink(self._store, link_id))
        self._selection.changed.connect(self._on_selection)
        self._store.changed.connect(self._on_changed)
        self._store.reset.connect(self._on_reset)

    def _on_selection(self, _initiator: object) -> None:
        if self._selection.event_ids != self._ids:
            self.commit()
            self.time.field.set_text("")
            self._scroll.verticalScrollBar().setValue(0)
        self._store.in_turns(self, self._refreshing())

    def _on_reset(self) -> None:
        self._ids = ()
        self.refresh()

    def _on_changed(self, summary: ChangeSummary) -> None:
        if self._concerns(summary):
            self._store.in_turns(self, self._refreshing())

    def _concerns(self, summary: ChangeSummary) -> bool:
        """Whether a change may show in what is selected; of a running import most changes do not."""
        chosen = summary.events.intersection(self._ids)
        if chosen or not self._store.is_settled:  # the last slice of a large change is told when it is settled
            return bool(chosen)
        if summary.removed or summary.replaced or ProjectSettings in summary.inserted:
            return True
        document = self._store.document
        pairs = (document.pairs[pair_id] for pair_id in summary.inserted.get(Pair, ()))
        told = {link.mention for event_id in self._ids for link in document.links_of_event(event_id)}
        return any(pair.one in told or pair.other in told for pair in pairs)

    def refresh(self) -> None:
        """Shows the selected events as they are now."""
        for _ in self._refreshing():
            pass

    def _refreshing(self) -> Iterator[None]:
        document = self._store.document
        self._ids = tuple(i for i in self._selection.event_ids if i in document.events)
        events = [document.events[i] for i in self._ids]
        self._footer.setVisible(bool(events))
        if not events:
            has_phrase = self.phrase.show_expression(self._expression_id)
            self._stack.setCurrentIndex(2 if has_phrase else 0)
            self.heading.setText(self.tr("TIME PHRASE") if has_phrase else self.tr("EVENT"))
            return
        self._stack.setCurrentIndex(1)
        several = self.tr("{number:,} EVENTS").format(number=len(events))
        self.heading.setText(self.tr("EVENT") if len(events) == 1 else several)
        title = common(events, lambda e: e.title)
        self.title.setPlaceholderText(translated(DIFFERS) if title is None else self.tr("Title"))
        self.title.show_text(title or "")
        self._fill_chips(events)
        self.details.show_events(events)
        yield  # what can be typed into is of these events by now
        if any(document.events.get(event.id) is not event for event in events):
            return  # they changed meanwhile, and are shown anew
        self.time.show_layers(layers_of_events(document, events))
        single = events[0] if len(events) == 1 else None
        links = document.links_of_event(single.id) if single else []
        self.merge.setVisible(single is None)
        self.merge.setText(self.tr("Merge %n event(s) into one", "", len(events)) + "  M")
        self.split.setVisible(len(links) > 1)
        self.quotes_title.setVisible(single is not None)
        self.quotes.setVisible(single is not None)
        self.history.show_event(single.id if single is not None else None)
        if single is not None:
            yield from self.quotes.showing(document, single, self._selection.link_id)
            if document.events.get(single.id) is not single:
                return
        yield from self.rivals.showing(document, single)

    def _fill_chips(self, events: Sequence[Event]) -> None:
        if len(events) == 1:
            event = events[0]
            texts = [word(event.status), origin_line(self._store.document, event)]
            texts.append(self.tr("confidence {share:.0%}").format(share=event.confidence))
        else:
            status = common(events, lambda e: word(e.status))
            dated = [e for e in events if e.time is not None]
            first = min(dated, key=lambda e: e.time.sort_key if e.time else (0, 0), default=None)
            texts = [status or self.tr("several states"), counted(len(events), "event")]
            texts += [self.tr("from {time}").format(time=weekdays_of(first.time))] if first is not None else []
        for chip, text in zip(self.chips, [*texts, ""][:_CHIPS], strict=True):
            chip.setText(text)
            chip.setVisible(bool(text))

    def _edit(self, name: str, value: object) -> None:
        ids = [i for i in self._ids if i in self._store.document.events]
        try:
            operations.edit_events(self._store, ids, **{name: value})
        except ValueError as error:
            self.failed.emit(str(error))
            self.refresh()

    def _set_time(self, text: str) -> None:
        ids = [i for i in self._ids if i in self._store.document.events]
        try:
            operations.set_time(self._store, ids, text)
        except ValueError as error:
            self.failed.emit(str(error))
            return
        self.time.field.set_text("")
        self.time.field.edit.clearFocus()

    def _use(self, time: object) -> None:
        from timeline_app.model.time_value import TimeValue

        if isinstance(time, TimeValue) and self._ids:
            operations.set_override(self._store, self._ids[0], time, describe(time))

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(GRID * 2, 0, GRID * 2, GRID * 2)
        column.setSpacing(GRID + 4)
        column.addWidget(self.title)
        column.addWidget(self._chips)
        column.addWidget(self.merge)
        column.addWidget(self.time)
        column.addWidget(self.details)
        head = QHBoxLayout()
        head.addWidget(self.quotes_title)
        head.addStretch(1)
        head.addWidget(self.split)
        column.addLayout(head)
        column.addWidget(self.quotes)
        column.addWidget(self.rivals)
        column.addWidget(self.history)
        column.addStretch(1)
        self._scroll = ScrollColumn(body)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(_empty_page())
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.phrase)
        self._footer = self._make_footer((self.accept, self.reject, self.correct, self.next))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID + 4, 0, 0)
        layout.setSpacing(GRID // 2)
        self.heading.setContentsMargins(GRID * 2, 0, GRID, 0)
        layout.addWidget(self.heading)
        layout.addWidget(self.hidden)
        layout.addWidget(holder, 1)
        layout.addWidget(self._footer)

    def _make_footer(self, buttons: Sequence[QPushButton]) -> QWidget:
        footer, row = QWidget(), QWidget()
        footer.setProperty("role", "footer")
        layout = QVBoxLayout(footer)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        layout.addWidget(row)
        flow = FlowLayout(row, GRID - 2)  # long words of a language take another line, not a wider pane
        for each in buttons:
            flow.addWidget(each)
        return footer


def _empty_page() -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(GRID * 2, GRID, GRID * 2, 0)
    layout.addWidget(label(translate("Inspector", "Nothing is selected."), "strong"))
    hint = translate(
        "Inspector",
        "Click an event on the timeline or in the table, or a lit sentence in the text. "
        "Its time, its sources and your notes appear here.\n\n"
        "To make an event of your own, select text and press N.",
    )
    layout.addWidget(label(hint, "muted", wrap=True))
    layout.addStretch(1)
    return page
