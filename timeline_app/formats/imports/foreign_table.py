"""Tables of other people: a mapping says which column is what, guessed from the names and then theirs to correct."""

from collections.abc import Mapping, Sequence

from timeline_app.formats.cells import joined, unguarded
from timeline_app.formats.imports.column_names import names_by_field
from timeline_app.formats.imports.files import Table
from timeline_app.formats.imports.rows import ImportedEvent
from timeline_app.formats.imports.table_dates import clock_of_number, date_of_number, told_order
from timeline_app.formats.imports.times import read_date, read_span
from timeline_app.model.source import DateOrder
from timeline_app.model.time_value import TimeValue

FIELDS = (
    "title", "start", "end", "start_time", "end_time", "description", "notes", "place", "participants", "tags", "lane",
    "kind", "sources", "sentences",
)  # fmt: skip
"""What a column can be."""

_SEVERAL = frozenset({"participants", "tags"})  # one cell may name several, parted by semicolon or comma
_JOINED = frozenset({"sources", "sentences"})  # one cell is one value, whatever stands in it


def guess_mapping(columns: Sequence[str]) -> dict[str, str]:
    """The columns that fields are likely in, each column at most once."""
    by_name = {column.strip().lower(): column for column in reversed(columns)}
    mapping: dict[str, str] = {}
    for field, names in names_by_field().items():
        free = (by_name[name] for name in names if name in by_name and by_name[name] not in mapping.values())
        if (column := next(free, None)) is not None:
            mapping[field] = column
    return mapping


def read(table: Table, mapping: Mapping[str, str], order: DateOrder | None) -> tuple[list[ImportedEvent], list[str]]:
    """The rows as the mapping has them, and what to tell of them.

    Dates such as 6/7/2018 are read by `order`, or as the dates of the table show it between them.
    """
    rows = [
        (number, {field: unguarded(row.get(column, "")).strip() for field, column in mapping.items()})
        for number, row in table.rows()
    ]
    notes: list[str] = []
    if order is None:
        order, note = told_order(given[field] for _, given in rows for field in ("start", "end") if field in given)
        notes += [note] if note else []
    for field in ("start", "end"):
        numbers = (given[field] for _, given in rows if date_of_number(given.get(field, "")) != given.get(field, ""))
        if (number := next(numbers, None)) is not None:
            notes.append(f"Numbers such as {number} were read as dates: {date_of_number(number).replace('T', ' ')}.")
            break
    return [_event(number, given, order) for number, given in rows], notes


def _event(number: int, given: Mapping[str, str], order: DateOrder | None) -> ImportedEvent:
    cells: dict[str, str] = {
        field: given[field] for field in ("title", "notes", "place", "lane", "kind") if field in given
    }
    for field in _SEVERAL & given.keys():
        separator = ";" if ";" in given[field] else ","
        cells[field] = joined(part.strip() for part in given[field].split(separator) if part.strip())
    cells |= {field: joined([given[field]]) for field in _JOINED & given.keys() if given[field]}
    description = given.get("description", "")
    if not cells.get("title"):
        cells["title"] = description.partition("\n")[0][:80]
    try:
        time, doubt = _time(given, order), ""
    except ValueError as error:
        time, doubt = None, f"Its date cannot be read: {str(error).rstrip('.')}."
    return ImportedEvent(number, cells, time, description, doubt)


def _time(given: Mapping[str, str], order: DateOrder | None) -> TimeValue | None:
    first, end = (date_of_number(given.get(field, "")) for field in ("start", "end"))
    start_clock, end_clock = (clock_of_number(given.get(field, "")) for field in ("start_time", "end_time"))
    start = f"{first} {start_clock}".strip() if first else ""
    if end_clock:
        end = f"{end or first} {end_clock}"
    if not start:
        return None if not end else _until(end, order)
    return read_span(start, end, order)


def _until(end: str, order: DateOrder | None) -> TimeValue | None:
    time = read_date(end, order)
    return None if time is None else time.until()
