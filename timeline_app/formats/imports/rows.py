"""ImportedEvent: one event as a file tells it, before it belongs to a project."""

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_app.model.time_value import TimeValue


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """What one row or record of a file says.

    `cells` holds the values of our own CSV's columns that the file has (see `formats.event_csv.COLUMNS`), several
    values of one column still joined; `time` is what its dates mean, `doubt` a sentence about what could not be read.
    """

    row: int  # its place in the file, for messages; the first record is 1
    cells: Mapping[str, str]
    time: TimeValue | None = None
    description: str = ""
    doubt: str = ""

    @property
    def title(self) -> str:
        """The title on one line, empty where the file has none."""
        return " ".join(self.cells.get("title", "").split())


@dataclass(frozen=True, slots=True)
class EventFile:
    """A file of events as it was read; `columns` names a table's own columns where they can be mapped."""

    name: str
    kind: str  # an id of detect.KINDS
    events: tuple[ImportedEvent, ...]
    notes: tuple[str, ...] = ()  # sentences about what was left out
    columns: tuple[str, ...] = ()
    mapping: Mapping[str, str] | None = None  # field: column, for tables of other people
