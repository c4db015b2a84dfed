"""Our own CSV, read back: every column as it was written."""

from timeline_app.formats.cells import unguarded
from timeline_app.formats.event_csv import COLUMNS
from timeline_app.formats.imports.files import Table
from timeline_app.formats.imports.rows import ImportedEvent
from timeline_app.formats.imports.times import read_own


def read(table: Table) -> list[ImportedEvent]:
    """The events of a table with our columns; columns that a person added are passed over."""
    return [_event(number, row) for number, row in table.rows()]


def _event(number: int, row: dict[str, str]) -> ImportedEvent:
    cells = {name: unguarded(row[name]) for name in COLUMNS if name in row}
    try:
        return ImportedEvent(number, cells, read_own(cells))
    except ValueError as error:
        return ImportedEvent(number, cells, doubt=f"Its date cannot be read: {str(error).rstrip('.')}.")
