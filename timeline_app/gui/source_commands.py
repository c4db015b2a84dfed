"""SourceCommands: what the analyst settles about sources: their dates, what of their text is read, pairs of events."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from timeline_app.gui.event_commands import EventCommands
from timeline_app.gui.sources_pane import SourcesPane
from timeline_app.gui.text_pane.pane import TextPane
from timeline_app.gui.text_pane.segment_button import SegmentButton
from timeline_app.model.pair import Pair
from timeline_app.model.source import Segment, SegmentKind, Source
from timeline_app.model.token import Span
from timeline_app.workspace import operations
from timeline_app.workspace.apply_change import Join
from timeline_app.workspace.jobs import AnalysisJobs
from timeline_app.workspace.pair_queue import PairQueue
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

if TYPE_CHECKING:
    from timeline_app.extraction.corroboration import Group


class SourceCommands(QObject):
    """Opens the dialogs and carries out what they were left with; `tell` shows a sentence in the status bar."""

    def __init__(
        self,
        window: QWidget,
        store: DocumentStore,
        selection: Selection,
        jobs: AnalysisJobs,
        text: TextPane,
        sources: SourcesPane,
        events: EventCommands,
        pairs: PairQueue,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._selection, self._jobs = window, store, selection, jobs
        self._text, self._sources, self._events, self._pairs, self._tell = text, sources, events, pairs, tell
        text.menu_filled.connect(self._fill_menu)
        jobs.grouped.connect(self._on_grouped)
        self.segment_button = SegmentButton(text.view, self._shown)
        self.segment_button.wanted.connect(lambda segment: self.change_reading(segment.span))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action of the window does, by its id."""
        return {
            "context": lambda: self.edit_context(self._text.source_id or "", ""),
            "settle": self.settle_dates,
            "compare": self.compare,
            "read_in": self.toggle_reading,
        }

    def edit_context(self, source_id: str, published: str) -> None:
        """Opens the dialog of a source's publication, `published` put into its date field."""
        if source_id not in self._store.document.sources:
            self._tell(self.tr("Import a report first."))
            return
        self._settle((source_id,), published)

    def settle_dates(self) -> None:
        """Opens the dialog on every source whose date is missing or in conflict, else on the one that is shown."""
        waiting = [s.id for s in self._store.document.source_heads() if s.id in self._sources.unsettled]
        if waiting:
            self._settle(tuple(waiting), "")
        else:
            self.edit_context(self._text.source_id or "", "")

    def _settle(self, source_ids: tuple[str, ...], published: str) -> None:
        from timeline_app.gui.dialogs.context_edit import apply_edit
        from timeline_app.gui.dialogs.context_editor import ContextDialog

        dialog = ContextDialog(self._store.document, source_ids, published, self._window)
        if dialog.exec() and (edit := dialog.edit()) is not None:
            merged = apply_edit(self._store, edit, self._group_anew, self._read_again)
            if not self._selection.event_ids:
                self._events.go_to_next()
            self._text.take_keys()
            if merged:
                self._tell(self.tr("%n suggestion(s) told the same as another and joined it.", "", merged))

    def _read_again(self, source_ids: Sequence[str], join: Join) -> bool:
        """Reads sources again; several each for itself, and then all is grouped: tells whether it will be."""
        several = len(source_ids) > 1
        for source_id in reversed(source_ids):
            self._jobs.start_again(source_id, join, alone=several)
        if several:
            self._group_anew(join)
        return several

    def _group_anew(self, join: Join) -> None:
        self._jobs.start_grouping(self.tr("comparing events"), join)

    def _on_grouped(self, groups: "tuple[Group, ...]", pairs: tuple[Pair, ...], join: object) -> None:
        merged = operations.regroup(self._store, groups, pairs, join if isinstance(join, Join) else None)
        if merged:
            self._tell(self.tr("%n suggestion(s) told the same as another and joined it.", "", merged))

    def compare(self) -> None:
        """Walks through the pairs of events that may be one."""
        from timeline_app.gui.dialogs.compare import CompareDialog

        if not len(self._pairs):
            self._tell(self.tr("No two events wait to be compared."))
            return
        CompareDialog(self._store, self._pairs, self._selection, self._window).exec()

    def toggle_reading(self) -> None:
        """Leaves out the selected text or the paragraph of the lit sentence, or reads it where it was left out."""
        source, chosen = self._shown(), self._text.selected_span()
        link = self._store.document.links.get(self._selection.link_id or "")
        if source is not None and chosen is not None:
            self.change_reading(chosen)
        elif source is not None and link is not None and link.source_id == source.id:
            self.change_reading(stretch_at(source, link.sentence.start))
        else:
            self._tell(self.tr("Select the text to leave out, or greyed text to read, first."))

    def change_reading(self, span: Span) -> None:
        """Reads a greyed stretch of the shown source, or leaves a read one out; the events follow."""
        source = self._shown()
        if source is None:
            return
        is_read = _is_read(source, span.start)
        kind = SegmentKind.BOILERPLATE if is_read else SegmentKind.BODY
        if operations.reclassify(self._store, source.id, span, kind):
            self._jobs.start_again(source.id)
            told = self.tr("Left out.") if is_read else self.tr("Read as text of the report.")
            self._tell(self.tr("{what} Ctrl+Z takes it back.").format(what=told))

    def _shown(self) -> Source | None:
        return self._store.document.sources.get(self._text.source_id or "")

    def _fill_menu(self, menu: QMenu, offset: object) -> None:
        """Adds to the menu of a place in the text what changes whether it is read."""
        source, chosen = self._shown(), self._text.selected_span()
        if source is None or not isinstance(offset, int):
            return
        span = chosen if chosen is not None and chosen.start <= offset <= chosen.end else stretch_at(source, offset)
        if not _is_read(source, span.start):
            text = self.tr("Read this part")
        elif span == chosen:
            text = self.tr("Leave the selection out")
        else:
            text = self.tr("Leave this paragraph out")
        menu.addSeparator()
        menu.addAction(text, lambda: self.change_reading(span))


def stretch_at(source: Source, offset: int) -> Span:
    """What one click at a code point is about: a whole greyed segment, or one paragraph of what is read."""
    segment = source.segment_at(offset) or Segment(SegmentKind.BODY, Span(0, len(source.text)))
    if not segment.kind.carries_events:
        return segment.span
    text, (low, high) = source.text, (segment.span.start, segment.span.end)
    gap = "\n\n" if "\n\n" in text[low:high] else "\n"
    start = text.rfind(gap, low, offset)
    end = text.find(gap, offset, high)
    start, end = (low if start < 0 else start + len(gap)), (high if end < 0 else end)
    while end < high and text[end].isspace():
        end += 1  # a segment ends where the next begins
    return Span(start, end)


def _is_read(source: Source, offset: int) -> bool:
    segment = source.segment_at(offset)
    return segment is None or segment.kind.carries_events
