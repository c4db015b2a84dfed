"""Correcting what a source's phrases are read against, and what moves when that is done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.change import Change, Record, Replace
from timeline_app.model.display import describe
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.source import Evidence, PublicationContext, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace.operations.refreshing import View, refreshed
from timeline_app.workspace.operations.steps import cut, push
from timeline_app.workspace.store import DocumentStore

TYPED = "typed by the analyst"


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
    if context == source.context:
        return
    push(store, plan_context(store.document, source, context).steps, _label(source, context), initiator)


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


def plan_reading(
    document: TimelineDocument, source: Source, context: PublicationContext, expressions: Sequence[TimeExpression]
) -> Plan:
    """What reading a source's `expressions` again takes: the steps that bring everything that hangs on them along."""
    from timeline_app.extraction.reanchor import reanchor  # the grammar behind it is loaded on first use

    new_source, expressions, mentions = reanchor(source, context, expressions, document.mentions_of_source(source.id))
    moved_expressions = [e for e in expressions if document.expressions[e.id] != e]
    moved_mentions = [m for m in mentions if document.mentions[m.key] != m]
    view = View(document, [new_source], moved_expressions, moved_mentions)
    events = []
    for event_id in dict.fromkeys(link.event_id for link in document.links_of_source(source.id)):
        old = document.events[event_id]
        new = refreshed(view, old, document.links_of_event(event_id))
        if new != old:
            events.append((old, new))
    records: list[Record] = [*moved_expressions, *moved_mentions, *(new for _, new in events)]
    steps: list[Change] = [Replace(new_source)] if new_source != source else []
    steps += [Replace(record) for record in records]
    return Plan(tuple(steps), tuple(events), len(moved_expressions))


def with_evidence(old: PublicationContext, new: PublicationContext) -> PublicationContext:
    """The new context with a note, for each of its fields that differs, that the analyst typed it."""
    typed = []
    for name in ("published", "time_zone", "date_order", "document_kind", "place"):
        value = getattr(new, name)
        if value != getattr(old, name):
            text = describe(value, value.zone) if isinstance(value, TimeValue) else str(value or "unknown")
            typed.append(Evidence(name, text, TYPED, 1.0))
    renewed = {evidence.field for evidence in typed}
    kept = tuple(e for e in new.evidence if e.where != TYPED or e.field not in renewed)
    return replace(new, evidence=(*typed, *kept)) if typed else new


def _label(source: Source, context: PublicationContext) -> str:
    name, old = cut(source.title or source.name), source.context
    if context.published != old.published:
        published = context.published
        return f"Publication date of {name} → {describe(published, published.zone) if published else 'unknown'}"
    if context.time_zone != old.time_zone:
        return f"Time zone of {name} → {context.time_zone or 'unknown'}"
    if context.date_order != old.date_order:
        return f"Date order of {name} → {context.date_order or 'unknown'}"
    return f"Context of {name}"
