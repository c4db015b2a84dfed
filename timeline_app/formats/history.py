"""The history of changes: who did what to which record, and when.  It only ever grows."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.change import Change, Insert, Record, Remove, Replace, record_id, steps_of
from timeline_app.model.display import describe
from timeline_app.model.event import ANALYST, Event, SourceLink
from timeline_app.model.source import PublicationContext, Source
from timeline_app.model.time_value import TimeValue

Each = Callable[[Iterable[Any]], Iterator[Any]]
"""Goes through many things; one that has other threads to think of may rest between two."""

RULE = "rule"
_COMPUTED = frozenset({"resolved", "phrase", "explanation", "origins", "confidence", "date_basis", "reading", "time"})
"""Fields that the program fills in; a change of these alone is a rule's."""

_FOLLOWING = (TimeExpression, Mention)  # from their source, so that nothing is told of them
_LONGEST = 400  # code points kept of a value
_FIELDS_OF_LARGE = 200  # records: in a bigger change, old and new values are not told one by one


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One record's part in one change: `at` is UTC in ISO 8601, `who` is ``analyst`` or ``rule``.

    `deed` is the change as the menu called it, `fields` what changed, each with its old and new value in words.
    """

    at: str
    who: str
    deed: str
    kind: str
    record_id: str
    fields: dict[str, tuple[str, str]] = field(default_factory=dict)


def entries_of(change: Change, inverse: Change, deed: str, at: str, each: Each = iter) -> list[HistoryEntry]:
    """The entries of a change that was applied, given the inverse that the document answered."""
    old, new = (
        {_key(s): _record(s) for s in each(steps_of(c)) if _key(s)[0] not in _FOLLOWING} for c in (inverse, change)
    )
    is_large = len(new) > _FIELDS_OF_LARGE
    found = []
    for key in each(new):
        before, after = old.get(key), new[key]
        if before != after:
            changed = _differences(before, after)
            fields_ = {} if is_large else in_words(before, after)
            found.append(HistoryEntry(at, _author(before, after, changed), deed, key[0].__name__, key[1], fields_))
    return found


def fields_to_json(entry: HistoryEntry) -> str:
    """What changed, as it is kept."""
    return json.dumps(entry.fields)


def entry_from_row(row: tuple[Any, ...]) -> HistoryEntry | None:
    """An entry from its row (at, who, deed, kind, record_id, what), None for a row that is not one."""
    at, who, deed, kind, record_id_, what = row
    try:
        kept = json.loads(what)
        told = {str(name): (str(old), str(new)) for name, (old, new) in kept.items()}
    except (TypeError, ValueError, AttributeError, RecursionError):
        return None
    words = (at, who, deed, kind, record_id_)
    return HistoryEntry(at, who, deed, kind, record_id_, told) if all(isinstance(w, str) for w in words) else None


def _key(step: Insert | Remove | Replace) -> tuple[type[Any], str]:
    return (step.kind, step.id) if isinstance(step, Remove) else (type(step.record), record_id(step.record))


def _record(step: Insert | Remove | Replace) -> Record | None:
    return None if isinstance(step, Remove) else step.record


def _differences(before: Any, after: Any) -> list[str]:
    if before is None or after is None:
        return []
    return [f.name for f in fields(before) if getattr(before, f.name) != getattr(after, f.name)]


def _author(before: Record | None, after: Record | None, changed: list[str]) -> str:
    """Who made a change: a rule, where it only filled in what rules compute or made what rules make."""
    if changed:
        return RULE if _COMPUTED.issuperset(changed) else ANALYST
    record = after if after is not None else before
    if isinstance(record, SourceLink):
        return ANALYST if record.made_by == ANALYST else RULE
    if isinstance(record, Event) and before is None:
        return RULE if record.resolved is not None and not record.edited else ANALYST
    return ANALYST


def in_words(before: Any, after: Any) -> dict[str, tuple[str, str]]:
    """The fields in which two states of a record differ, with both values in words; None stands for no record."""
    if before is not None and after is not None:
        told: dict[str, tuple[str, str]] = {}
        for name in _differences(before, after):
            old, new = getattr(before, name), getattr(after, name)
            if isinstance(old, PublicationContext):
                told |= in_words(old, new)
            elif name not in ("edited", "evidence"):
                told[name] = _words(old), _words(new)
        return told
    record = after if after is not None else before
    title = record.title if isinstance(record, Event | Source) else ""
    return {"title": (title if after is None else "", title if before is None else "")} if title else {}


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, TimeValue):
        return describe(value, "UTC")
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple | frozenset):
        parts = (getattr(item, "text", item) for item in value)
        return _cut("; ".join(sorted(map(str, parts)) if isinstance(value, frozenset) else map(str, parts)))
    return _cut(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
