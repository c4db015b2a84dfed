"""Correcting what a source's phrases are read against, and what moves when that is done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.change import Change, Record, Replace
from timeline_app.model.display import describe
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.source import TYPED, Evidence, PublicationContext, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace.apply_change import Join
from timeline_app.workspace.operations.refreshing import View, refreshed
from timeline_app.workspace.operations.sources import EDITABLE_SOURCE_FIELDS
from timeline_app.workspace.operations.steps import cut, push, quoted
from timeline_app.workspace.store import DocumentStore


@dataclass(frozen=True)
class PreviewRow:
    """One event whose reading would move."""

    event_id: str
    title: str
    old: TimeValue | None
    new: TimeValue | None
    overridden: bool  # the analyst's own time stays in force


@dataclass(frozen=True)
class ContextPreview:
    """What a corrected context would move: rows in chronological order and the number of phrases read anew."""

    rows: tuple[PreviewRow, ...]
    expressions: int


@dataclass(frozen=True)
class Plan:
    """The steps that read a source again, with the events that move, old and new, and the number of such phrases."""

    steps: tuple[Change, ...]
    events: tuple[tuple[Event, Event], ...]
    expressions: int


def set_context(
    store: DocumentStore, source_id: str, context: PublicationContext, initiator: object | None = None
) -> None:
    """Gives a source another context and reads everything in it again, as one change.

    Overrides and edited fields stay; an event that the analyst dated and whose reading moved becomes stale.
    """
    source = store.document.sources[source_id]
    if context != source.context:
        push(store, plan_context(store.document, source, context).steps, _label(source, context), initiator)


def settle_sources(
    store: DocumentStore,
    contexts: Mapping[str, PublicationContext],
    fields: Mapping[str, Mapping[str, str]],
    join: Join | None = None,
    initiator: object | None = None,
) -> None:
    """Gives several sources their contexts, as `set_context` does, and other values of their own fields, as one change.

    Raises ValueError for a field that is not edited this way.
    """
    document = store.document
    changed = {}
    for source_id in dict.fromkeys((*contexts, *fields)):
        source = document.sources[source_id]
        given: dict[str, Any] = dict(fields.get(source_id, {}))
        if unknown := given.keys() - EDITABLE_SOURCE_FIELDS:
            raise ValueError(f"not an editable field of a source: {', '.join(sorted(unknown))}")
        context = with_evidence(source.context, contexts.get(source_id, source.context))
        changed[source_id] = (replace(source, **given), context)
    readings = [
        Reading(source, context, document.expressions_of_source(source_id))
        for source_id, (source, context) in changed.items()
    ]
    label = _label_of_several([(document.sources[id_], context) for id_, (_, context) in changed.items()])
    push(store, plan_readings(document, readings).steps, label, initiator, join)


def preview_context(document: TimelineDocument, source_id: str, context: PublicationContext) -> ContextPreview:
    """What `set_context` would move; changes nothing."""
    plan = plan_context(document, document.sources[source_id], context)
    rows = [
        PreviewRow(new.id, new.title, old.resolved, new.resolved, new.override is not None)
        for old, new in plan.events
        if old.resolved != new.resolved
    ]
    rows.sort(key=lambda row: (row.old is None, row.old.sort_key if row.old else (0, 0), row.event_id))
    return ContextPreview(tuple(rows), plan.expressions)


def plan_context(document: TimelineDocument, source: Source, context: PublicationContext) -> Plan:
    """What giving a source another context takes."""
    context = with_evidence(source.context, context)
    return plan_reading(document, source, context, document.expressions_of_source(source.id))


@dataclass(frozen=True)
class Reading:
    """A source as it is to be, the context to read it against, and its expressions."""

    source: Source
    context: PublicationContext
    expressions: Sequence[TimeExpression]


def plan_reading(
    document: TimelineDocument, source: Source, context: PublicationContext, expressions: Sequence[TimeExpression]
) -> Plan:
    """What reading a source's `expressions` again takes: the steps that bring everything that hangs on them along."""
    return plan_readings(document, [Reading(source, context, expressions)])


def plan_readings(document: TimelineDocument, readings: Iterable[Reading]) -> Plan:
    """What reading several sources again takes; an event that some of them share is read once."""
    from timeline_app.extraction.reanchor import reanchor  # the grammar behind it is loaded on first use

    sources: list[Source] = []
    expressions: list[TimeExpression] = []
    mentions: list[Mention] = []
    event_ids: dict[str, None] = {}

    for reading in readings:
        old = reading.source
        new, read, dated = reanchor(old, reading.context, reading.expressions, document.mentions_of_source(old.id))
        sources.append(new)
        expressions += [e for e in read if document.expressions[e.id] != e]
        mentions += [m for m in dated if document.mentions[m.key] != m]
        event_ids |= dict.fromkeys(link.event_id for link in document.links_of_source(old.id))
    view = View(document, sources, expressions, mentions)
    events = []
    for event_id in event_ids:
        event = document.events[event_id]
        renewed = refreshed(view, event, document.links_of_event(event_id))
        if renewed != event:
            events.append((event, renewed))
    moved: list[Record] = [source for source in sources if source != document.sources[source.id]]
    moved += [*expressions, *mentions, *(new for _, new in events)]
    return Plan(tuple(Replace(record) for record in moved), tuple(events), len(expressions))


def with_evidence(old: PublicationContext, new: PublicationContext) -> PublicationContext:
    """The new context with a note, for each of its fields that differs, that the analyst typed it."""
    typed = []
    for name in ("published", "time_zone", "date_order", "document_kind", "place"):
        value = getattr(new, name)
        if value != getattr(old, name):
            typed.append(Evidence(name, _told(value), TYPED, 1.0))
    renewed = {evidence.field for evidence in typed}
    kept = tuple(e for e in new.evidence if e.where != TYPED or e.field not in renewed)
    return replace(new, evidence=(*typed, *kept)) if typed else new


def _label_of_several(changes: Sequence[tuple[Source, PublicationContext]]) -> str:
    """What settling sources is called: by the one thing that is changed, where it is one."""
    names = f"{len(changes)} sources" if len(changes) != 1 else quoted(changes[0][0].title or changes[0][0].name)
    differing = [name for name in _TOLD if any(getattr(s.context, name) != getattr(c, name) for s, c in changes)]
    if not differing:
        return f"Edit {names}"
    values = {_told(getattr(context, differing[0])) for _, context in changes}
    what = _TOLD[differing[0]] if len(differing) == 1 or differing[0] == "published" else "Context"
    told = f" → {values.pop()}" if len(values) == 1 and what != "Context" else ""
    return f"{what} of {names}{told}"


_TOLD = {
    "published": "Publication date",
    "time_zone": "Time zone",
    "date_order": "Date order",
    "document_kind": "Kind of document",
}
"""What can be settled of a publication, the weightiest first, by the name that undo gives it."""


def _told(value: object) -> str:
    return describe(value, value.zone) if isinstance(value, TimeValue) else str(value or "unknown")


def _label(source: Source, context: PublicationContext) -> str:
    name, old = cut(source.title or source.name), source.context
    for field, what in _TOLD.items():
        if getattr(context, field) != getattr(old, field):
            return f"{what} of {name} → {_told(getattr(context, field))}"
    return f"Context of {name}"
