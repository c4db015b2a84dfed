"""What is looked at before a change: whether it fits the document, and whether a file could be read with it."""

from collections.abc import Iterable

from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_records import RecordError, check_writable
from timeline_app.model.change import Change, Insert, Record, Remove
from timeline_app.model.document import ChangeError, TimelineDocument
from timeline_app.model.source import Source
from timeline_app.workspace.change_summary import flatten, step_key


class Fitting:
    """Looks whether changes fit a document: Qt swallows what is raised inside `redo`."""

    def __init__(self, document: TimelineDocument) -> None:
        self._document = document
        self._there: dict[tuple[type, str], bool] = {}  # records, as the changes looked at so far leave them

    def look_at(self, change: Change) -> None:
        """Raises ChangeError if a change does not fit after those that were looked at before."""
        for step in flatten(change):
            kind, id_ = key = step_key(step)
            exists = self._there.get(key, id_ in self._document.table(kind))
            if exists == isinstance(step, Insert):
                raise ChangeError(f"{kind.__name__} {id_} is {'already' if exists else 'not'} in the document")
            self._there[key] = not isinstance(step, Remove)


def refuse_unwritable(document: TimelineDocument, records: Iterable[Record], sources: Iterable[Source] = ()) -> None:
    """Raises FormatError if one of the records that a change brings is such that no file could be read with it.

    `sources` come in with them, beside those of the document and of `records`.
    """
    records = list(records)
    added = {source.id: source for source in (*sources, *records) if isinstance(source, Source)}

    def length_of(source_id: str) -> int | None:
        source = added.get(source_id) or document.sources.get(source_id)
        return len(source.text) if source is not None else None

    try:
        for record in records:
            check_writable(record, length_of)
    except RecordError as error:
        raise FormatError(f"That was not done: {error}. The project is as it was.") from error
