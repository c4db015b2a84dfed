"""SourcesModel: the documents of the project as a list, with what is known of each."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_app.model.event import SourceLink
from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import ChangeSummary
from timeline_app.workspace.dates import describe_published
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.store import DocumentStore

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class SourceRole(IntEnum):
    """What else than its title a row tells."""

    ID = Qt.ItemDataRole.UserRole
    PUBLISHED = Qt.ItemDataRole.UserRole + 1  # "Mon 28 May 2018 (UTC)" or "date unknown"
    EVENT_COUNT = Qt.ItemDataRole.UserRole + 2
    WARNINGS = Qt.ItemDataRole.UserRole + 3  # tuple of sentences
    RECORD = Qt.ItemDataRole.UserRole + 4  # the Source itself


class SourcesModel(QAbstractListModel):
    """Sources in the order of the project; rows change in place, and the list is rebuilt when sources come or go."""

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._ids: list[str] = []
        self._rebuild()
        store.changed.connect(self._on_changed)
        store.reset.connect(self._rebuild)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Number of sources."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, tool tip or one of the `SourceRole`s of a row."""
        if not index.isValid():
            return None
        source = self._store.document.sources[self._ids[index.row()]]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return source.title or source.name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join([source.name, _published(source), *source.warnings]))
            case SourceRole.ID:
                return source.id
            case SourceRole.PUBLISHED:
                return _published(source)
            case SourceRole.EVENT_COUNT:
                return len({link.event_id for link in self._store.document.links_of_source(source.id)})
            case SourceRole.WARNINGS:
                return source.warnings
            case SourceRole.RECORD:
                return source
            case _:
                return None

    def source_id(self, row: int) -> str:
        """The source in a row."""
        return self._ids[row]

    def row_of(self, source_id: str | None) -> int:
        """The row of a source, -1 when it is not in the list."""
        return self._ids.index(source_id) if source_id in self._ids else -1

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._ids = [source.id for source in self._store.document.ordered_sources()]
        self.endResetModel()

    def _on_changed(self, summary: ChangeSummary) -> None:
        if [source.id for source in self._store.document.ordered_sources()] != self._ids:
            self._rebuild()
        elif summary.touched(SourceLink):
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
        else:
            for id_ in summary.touched(Source):
                index = self.index(self.row_of(id_))
                self.dataChanged.emit(index, index)


def _published(source: Source) -> str:
    published = source.context.published
    return describe_published(published) if published else "publication date unknown"
