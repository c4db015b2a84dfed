"""What a change did to a document, by record type and id, so that a view refreshes no more than it must."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from timeline_app.model.change import Batch, Change, Insert, Remove, Replace, record_id
from timeline_app.model.event import Event, SourceLink

Ids = Mapping[type[Any], frozenset[str]]


@dataclass(frozen=True)
class ChangeSummary:
    """The net effect of one change.

    `events` holds every event whose own record or whose links changed, were added or went.  `initiator` is whoever
    asked for the change, so that it can ignore its own echo; `change` is what was applied, for those who keep a copy;
    `is_slice` says that it is a part of a larger one.
    """

    change: Change
    inserted: Ids = field(default_factory=dict)
    removed: Ids = field(default_factory=dict)
    replaced: Ids = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    initiator: object | None = None
    is_slice: bool = False

    def touched(self, kind: type[Any]) -> frozenset[str]:
        """Ids of the records of a type that were added, taken out or replaced."""
        nothing: frozenset[str] = frozenset()
        return self.inserted.get(kind, nothing) | self.removed.get(kind, nothing) | self.replaced.get(kind, nothing)


def flatten(change: Change) -> Iterable[Insert | Remove | Replace]:
    """The single steps of a change, in order."""
    if isinstance(change, Batch):
        for part in change.changes:
            yield from flatten(part)
    else:
        yield change


def summarise(
    change: Change, inverse: Change, initiator: object | None = None, *, is_slice: bool = False
) -> ChangeSummary:
    """The summary of an applied `change`, given the `inverse` that the document answered."""
    before: dict[tuple[type[Any], str], bool] = {}
    after: dict[tuple[type[Any], str], bool] = {}
    for step in flatten(change):
        kind, id_ = step_key(step)
        before.setdefault((kind, id_), not isinstance(step, Insert))
        after[kind, id_] = not isinstance(step, Remove)
    groups: dict[tuple[bool, bool], dict[type[Any], set[str]]] = {}
    for (kind, id_), was in before.items():
        groups.setdefault((was, after[kind, id_]), {}).setdefault(kind, set()).add(id_)
    inserted, removed, replaced = (
        _frozen(groups.get(pair, {})) for pair in ((False, True), (True, False), (True, True))
    )
    touched = {id_ for kind, id_ in before if kind is Event}
    linked = {
        step.record.event_id
        for part in (change, inverse)
        for step in flatten(part)
        if not isinstance(step, Remove) and isinstance(step.record, SourceLink)
    }
    return ChangeSummary(change, inserted, removed, replaced, frozenset(touched | linked), initiator, is_slice)


def step_key(step: Insert | Remove | Replace) -> tuple[type[Any], str]:
    """Type and id of the record that a step concerns."""
    if isinstance(step, Remove):
        return step.kind, step.id
    return type(step.record), record_id(step.record)


def _frozen(groups: Mapping[type[Any], set[str]]) -> Ids:
    return {kind: frozenset(ids) for kind, ids in groups.items()}
