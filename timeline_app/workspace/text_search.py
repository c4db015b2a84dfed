"""TextSearch: finds words in the texts of all sources; the index is made in a thread of its own."""

from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, Signal

from timeline_app.formats.text_index import Hit, TextIndex
from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.store import DocumentStore


class TextSearch(QObject):
    """The full-text index of a store's sources; `grown` tells that more of them can be found."""

    grown = Signal()

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._index = TextIndex()
        self._work: SimpleQueue[tuple[TextIndex, Source] | None] = SimpleQueue()
        Thread(target=self._run, name="text index", daemon=True).start()
        store.reset.connect(self._begin)
        store.changed.connect(self._on_changed)
        self._begin()

    def find(self, query: str, limit: int = 50) -> list[Hit]:
        """Paragraphs of sources (`Hit.key` is the source's id) that hold what was typed, source by source."""
        return self._index.search(query, limit)

    def stop(self) -> None:
        """Ends the thread."""
        self._work.put(None)

    def _begin(self) -> None:
        self._index = TextIndex()
        for source in self._store.document.ordered_sources():
            self._work.put((self._index, source))

    def _on_changed(self, summary: ChangeSummary) -> None:
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
