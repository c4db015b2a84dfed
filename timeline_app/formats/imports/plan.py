"""What importing a file would do: for each row what becomes of it, and the changes that do it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from timeline_app.formats.cells import split
from timeline_app.formats.event_csv import event_row
from timeline_app.formats.imports.quoted_sources import QuotedSources
from timeline_app.formats.imports.rows import EventFile, ImportedEvent
from timeline_app.model.annotation import Modality, Participant
from timeline_app.model.bounds import begin_until
from timeline_app.model.change import Change, Insert, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.edtf import to_edtf
from timeline_app.model.event import Event, Status
from timeline_app.model.ids import new_id
from timeline_app.model.time_value import TimeValue

_OWN_KINDS = frozenset({"csv", "timesketch-csv", "icalendar"})  # whose ids are ours where they have any
_COARSE = {  # what those that say less than our table may change in an event that is there
    "timesketch-csv": frozenset({"title", "place", "notes", "modality", "status"}),
    "icalendar": frozenset({"title", "place"}),
}
_UNTITLED = "(untitled)"


class Action(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATE = "update"  # an event of the project is changed
    SAME = "same"  # an event of the project says that already
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row and what importing it does; `detail` says which fields change, or what could not be read."""

    row: int
    action: Action
    title: str
    time: TimeValue | None
    place: str
    detail: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Every row of a file, and the changes that import them."""

    rows: tuple[PlannedRow, ...]
    changes: tuple[Change, ...]

    def count(self, action: Action) -> int:
        """How many rows have an action."""
        return sum(row.action is action for row in self.rows)

    def for_a_look(self, most: int) -> list[PlannedRow]:
        """The first rows for somebody who looks them over: what changes and what could not be read before the rest."""
        return sorted(self.rows, key=_look_order)[:most]

    @property
    def summary(self) -> str:
        """What the import does, in one line."""
        words = {Action.NEW: "new", Action.UPDATE: "changed", Action.SAME: "unchanged", Action.SKIP: "left out"}
        parts = [f"{self.count(action):,} {word}" for action, word in words.items() if self.count(action)]
        return ", ".join(parts) or "nothing"


def _look_order(row: PlannedRow) -> int:
    if row.action is Action.UPDATE:
        return 0
    if row.detail:
        return 1
    return 3 if row.action is Action.SAME else 2


def make_plan(document: TimelineDocument, file: EventFile) -> ImportPlan:
    """What importing a file into a document would do; the document stays as it is."""
    fresh, rows, changes = [], [], []
    taken: set[str] = set()
    for event in file.events:
        own = event.cells.get("id", "").strip() if file.kind in _OWN_KINDS else ""
        if own and own in document.events and own not in taken:
            taken.add(own)
            row, change = _update(document, _comparable(event, file.kind), document.events[own])
            rows.append(row)
            changes += change
        elif not event.title and event.time is None and file.kind != "csv":
            rows.append(_planned(event, Action.SKIP, event.doubt or "It has neither a title nor a date."))
        else:
            fresh.append((event, own if own and own not in taken else new_id()))
            taken.add(own)
            rows.append(_planned(event, Action.NEW, event.doubt))
    return ImportPlan(tuple(rows), (*_inserts(document, file, fresh), *changes))


def _inserts(document: TimelineDocument, file: EventFile, fresh: list[tuple[ImportedEvent, str]]) -> list[Change]:
    quoted = QuotedSources(document, [event for event, _ in fresh], file.name)
    events, links = [], []
    for imported, id_ in fresh:
        events.append(_event(imported, id_, file))
        links += quoted.links(id_, imported)
    origins = {link.event_id: 0 for link in links}
    for event_id, _ in {(link.event_id, link.source_id) for link in links}:
        origins[event_id] += 1
    events = [replace(event, origins=origins.get(event.id, 1)) for event in events]
    return [*map(Insert, quoted.made()), *map(Insert, events), *map(Insert, links)]


def _event(imported: ImportedEvent, id_: str, file: EventFile) -> Event:
    cells = imported.cells
    title = cells.get("title", "") if file.kind == "csv" else imported.title or _UNTITLED
    event = Event(
        id_,
        title,
        resolved=imported.time,
        status=Status.ACCEPTED,
        explanation=f"Imported from {file.name}, row {imported.row}.",
        description=imported.description,
        credibility="6",
    )
    return replace(event, **_values(event, cells, [name for name in _READERS if cells.get(name)]))


def _update(document: TimelineDocument, imported: ImportedEvent, old: Event) -> tuple[PlannedRow, list[Change]]:
    """An event of the project with what differs in the row; its sentences stay as they are."""
    was = event_row(document, old)
    names = [name for name in _READERS if name in imported.cells and imported.cells[name] != was[name]]
    if "title" in imported.cells and imported.title and imported.cells["title"] != was["title"]:
        names.append("title")
    values = _values(old, imported.cells, names)
    if "title" in names:
        values["title"] = imported.title
    if imported.time is not None and _told(imported.time) != _told(old.time):
        values |= {"override": imported.time, "override_text": to_edtf(imported.time)}
    new = replace(old, **values)
    if new == old:
        return _planned(imported, Action.SAME, imported.doubt), []
    changed = {"time" if name.startswith("override") else name for name in values if values[name] != getattr(old, name)}
    status = new.status if "status" in changed else Status.EDITED
    new = replace(new, status=status, edited=old.edited | (changed - {"time", "status"}))
    detail = " ".join(filter(None, (", ".join(sorted(changed)), imported.doubt)))
    return _planned(imported, Action.UPDATE, detail), [Replace(new)]


def _comparable(event: ImportedEvent, kind: str) -> ImportedEvent:
    """A row with the cells that may change an event."""
    kept = _COARSE.get(kind)
    return event if kept is None else replace(event, cells={k: v for k, v in event.cells.items() if k in kept})


def _told(time: TimeValue | None) -> tuple[object, ...]:
    """What our table can say of a time."""
    return (begin_until(time), to_edtf(time), time.granularity) if time is not None else ()


def _planned(event: ImportedEvent, action: Action, detail: str) -> PlannedRow:
    return PlannedRow(event.row, action, event.title, event.time, event.cells.get("place", ""), detail)


def _values(event: Event, cells: Any, names: list[str]) -> dict[str, Any]:
    """The fields of an event that some cells give, without those that hold nothing that can be meant."""
    made = {}
    for name in names:
        value = _READERS[name](event, cells[name]) if name in _READERS else None
        if value is not None:
            made[name] = value
    return made


def _participants(event: Event, cell: str) -> tuple[Participant, ...]:
    """The people named, in the roles that they had."""
    roles = {one.text: one.role for one in event.participants}
    return tuple(Participant(text, roles.get(text, "other")) for text in split(cell))


def _confidence(_: Event, cell: str) -> float | None:
    try:
        value = float(cell.replace(",", "."))
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None


_READERS: dict[str, Callable[[Event, str], Any]] = {
    "phrase": lambda _, cell: cell,
    "status": lambda _, cell: Status(cell) if cell in tuple(Status) else None,
    "modality": lambda _, cell: Modality(cell) if cell in tuple(Modality) else None,
    "kind": lambda _, cell: cell or None,
    "participants": _participants,
    "place": lambda _, cell: cell or None,
    "tags": lambda _, cell: tuple(split(cell)),
    "lane": lambda _, cell: cell or None,
    "credibility": lambda _, cell: cell if cell in tuple("123456") else None,
    "confidence": _confidence,
    "notes": lambda _, cell: cell,
}
