"""Changes: the only way a document moves, each with an exact inverse."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.pair import Pair
from timeline_app.model.source import Source


@dataclass(frozen=True, slots=True)
class SavedView:
    """A query that was given a name, with the order and the lanes it is looked at in; empty ones stay as they are."""

    name: str
    query: str = ""
    lanes_by: str = ""
    column: str = ""
    descending: bool = False
    shows_rejected: bool = False


@dataclass(frozen=True, slots=True)
class ProjectSettings:
    """What belongs to the project rather than to one source or to the program."""

    id: str = "project"
    title: str = ""
    display_zone: str = "UTC"
    lanes_by: str = "source"
    views: tuple[SavedView, ...] = ()  # in the order of the menu


Record = Source | TimeExpression | Mention | Event | SourceLink | Pair | ProjectSettings


def record_id(record: Record) -> str:
    """The id under which a document holds a record."""
    return record.key if isinstance(record, Mention) else record.id


@dataclass(frozen=True, slots=True)
class Insert:
    """Adds a record whose id is not in the document yet."""

    record: Record


@dataclass(frozen=True, slots=True)
class Remove:
    """Takes out the record of a type with an id."""

    kind: type[Any]
    id: str


@dataclass(frozen=True, slots=True)
class Replace:
    """Puts a record in the place of the one with its id."""

    record: Record


@dataclass(frozen=True, slots=True)
class Batch:
    """Several changes as one, applied in order."""

    changes: tuple["Change", ...] = field(default=())


Change = Insert | Remove | Replace | Batch


def steps_of(change: Change) -> Iterator[Insert | Remove | Replace]:
    """The single steps of a change, in order."""
    if isinstance(change, Batch):
        for part in change.changes:
            yield from steps_of(part)
    else:
        yield change


def differing_fields(old: Record, new: Record) -> frozenset[str]:
    """Names of the fields in which two records of one type differ."""
    return frozenset(f.name for f in fields(old) if getattr(old, f.name) != getattr(new, f.name))
