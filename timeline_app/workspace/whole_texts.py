"""WholeTexts: which sources hold a word anywhere in their text."""

from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.store import DocumentStore


class WholeTexts:
    """The texts of a store's sources without case, each read when it is first searched.  A text never changes."""

    def __init__(self, store: DocumentStore) -> None:
        self._store = store
        self._folded: dict[str, str] = {}
        store.changed.connect(self._on_changed)
        store.reset.connect(self._folded.clear)

    def holding(self, word: str) -> frozenset[str]:
        """Ids of the sources whose text holds a word, which is given without case."""
        sources, folded = self._store.document.sources, self._folded
        for source_id in sources:
            if source_id not in folded:
                folded[source_id] = sources[source_id].text.casefold()
        return frozenset(source_id for source_id, text in folded.items() if word in text)

    def _on_changed(self, summary: ChangeSummary) -> None:
        for source_id in summary.removed.get(Source, ()):
            self._folded.pop(source_id, None)
