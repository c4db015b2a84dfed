"""TextSearch: finds words in the texts of all sources; the index is made in a thread of its own."""

from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, Signal

from timeline_app.formats.text_index import Hit, Passages, TextIndex
from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.store import DocumentStore


class TextSearch(QObject):
    """The full-text index of a store's sources, begun at the first question or when there is time for it.

    `grown` tells that more of them can be found.
    """

    grown = Signal()

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._index: TextIndex | None = None
        self._work: SimpleQueue[tuple[TextIndex, Source] | None] = SimpleQueue()
        store.reset.connect(self._on_reset)
        store.changed.connect(self._on_changed)

    def begin(self) -> TextIndex:
        """Makes the index, unless it is there or being made."""
        if self._index is None:
            self._index = TextIndex()
            Thread(target=self._run, name="text index", daemon=True).start()
            self._fill(self._index)
        return self._index

    def find(self, query: str, limit: int = 50) -> list[Hit]:
        """Paragraphs of sources (`Hit.key` is the source's id) that hold what was typed, source by source."""
        return self.begin().search(query, limit)

    def passages(self, query: str) -> dict[str, Passages]:
        """How many paragraphs of each source hold what was typed, and the first of them, by the source's id."""
        return self.begin().passages(query)

    def holding(self, word: str) -> frozenset[str]:
        """Ids of the sources whose text holds a word, or one that begins with it, or a phrase."""
        return self.begin().holding(word)

    def stop(self) -> None:
        """Ends the thread."""
        self._work.put(None)

    def _fill(self, index: TextIndex) -> None:
        for source in self._store.document.ordered_sources():
            self._work.put((index, source))

    def _on_reset(self) -> None:
        if self._index is not None:
            self._index = TextIndex()
            self._fill(self._index)

    def _on_changed(self, summary: ChangeSummary) -> None:
        if self._index is None:
            return
        sources = self._store.document.sources
        for source_id in summary.removed.get(Source, ()):
            self._index.remove(source_id)
        for source_id in summary.inserted.get(Source, ()):
            self._work.put((self._index, sources[source_id]))

    def _run(self) -> None:
        while (item := self._work.get()) is not None:
            index, source = item
            if index is self._index:
                index.add(source.id, source.text)
                if self._work.empty():
                    self.grown.emit()
