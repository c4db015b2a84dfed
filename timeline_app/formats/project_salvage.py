"""What can still be read of a project of which some records cannot: those are left out, and that is told.

Only rows are spared.  A file whose header, schema or pages are wrong is refused before anything is read here.
"""

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline_app.formats.project_records import DanglingError, RecordError, RecordReader, a, read_records
from timeline_app.model.change import ProjectSettings
from timeline_app.model.document import TimelineDocument
from timeline_app.model.mending import mend

_MOST_LOST = 1_000  # records: a file with more is not one of ours with a flaw
_MOST_TOLD = 3  # reasons in the sentence


@dataclass(slots=True)
class _Losses:
    """What was left out so far."""

    unreadable: int = 0
    dangling: int = 0
    values: int = 0
    reasons: list[str] = field(default_factory=list)

    def spare(self, kind: type[Any], error: Exception) -> None:
        """Takes note of a row that is left out; raises RecordError where there are too many."""
        if isinstance(error, DanglingError):
            self.dangling += 1
            return
        self.unreadable += 1
        self._note(str(error) or f"{a(kind)} cannot be read")

    def note_mended(self, kind: type[Any], names: tuple[str, ...]) -> None:
        """Takes note of values that were left out of a record."""
        self.values += len(names)
        self._note(f"{' and '.join(names)} of {a(kind)}")

    def sentence(self, path: Path) -> str:
        """What to tell the user."""
        parts = [
            _number(self.unreadable, "record", "records"),
            _number(self.values, "value", "values"),
        ]
        lost = " and ".join(part for part in parts if part) or "what names a record that is not there"
        names = _number(self.dangling, "record", "records")
        also = f", nor {names} that hang on what is missing" if names else ""
        reasons = "; ".join(dict.fromkeys(self.reasons))
        told = f" ({reasons:.300})" if reasons else ""
        return (
            f"{path.name} is damaged: it was opened without {lost} that cannot be read{told}{also}. It is open for "
            "reading only: save it under another name to keep the rest, or open a backup."
        )

    def _note(self, reason: str) -> None:
        if self.unreadable + self.values > _MOST_LOST:
            raise RecordError(f"{self.reasons[0]}, and {_MOST_LOST:,} more cannot be read")
        if len(self.reasons) < _MOST_TOLD:
            self.reasons.append(reason)


class _MendingReader(RecordReader):
    """Reads a record without the values in it that cannot be read."""

    def __init__(self, losses: _Losses) -> None:
        super().__init__()
        self._losses = losses

    def decode(self, kind: type[Any], text: str) -> Any:
        """As `RecordReader.decode`, which raises CodecError only where nothing of the record is left."""
        record, names = mend(kind, text)
        if names:
            self._losses.note_mended(kind, names)
        return record


def salvage(connection: sqlite3.Connection, path: Path) -> tuple[TimelineDocument, str | None]:
    """What can be read of an open, schema-checked file, and a sentence about what cannot, None where all can.

    `path` is only named.  Raises RecordError or sqlite3.Error where nothing is left, or too much is wrong.
    """
    losses = _Losses()
    connection.text_factory = _text
    document = TimelineDocument.of(read_records(connection, _MendingReader(losses), losses.spare))
    if not losses.unreadable + losses.values + losses.dangling:
        return document, None
    if all(isinstance(record, ProjectSettings) for record in document.records()):
        raise RecordError(losses.reasons[0] if losses.reasons else "nothing in it can be read")
    return document, losses.sentence(path)


def _text(data: bytes) -> str | bytes:
    """A value that is no UTF-8 stays bytes, and is refused as such with its row."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _number(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}" if count else ""
