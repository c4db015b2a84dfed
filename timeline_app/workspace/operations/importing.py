"""Bringing analysed sources into the document, their events grouped with those that are there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.extraction.corroboration import Group, build_event
from timeline_app.model.change import Change, Insert, Record, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import SourceLink
from timeline_app.model.ids import new_id
from timeline_app.workspace.operations.refreshing import View, refreshed
from timeline_app.workspace.operations.steps import push, quoted
from timeline_app.workspace.store import DocumentStore

if TYPE_CHECKING:
    from timeline_app.extraction.analysis import SourceAnalysis


@dataclass(frozen=True)
class ImportResult:
    """What an import brought: new sources and events, and a sentence for each source that was left out."""

    source_ids: tuple[str, ...]
    event_ids: tuple[str, ...]
    skipped: tuple[str, ...]


def import_analyses(
    store: DocumentStore,
    analyses: "Sequence[SourceAnalysis]",
    groups: Iterable[Group],
    initiator: object | None = None,
) -> ImportResult:
    """Adds analysed sources and the events that their mentions make, as one change.

    A source whose text is in the project already is left out and named.  A group with mentions of an event that
    exists adds its new links to that event; mentions whose event the analyst deleted do not bring it back.
    """
    fresh, skipped = _without_duplicates(store.document, analyses)
    if not fresh:
        return ImportResult((), (), skipped)
    fresh = _positioned(store.document, fresh)
    records: list[Record] = []
    for analysis in fresh:
        records += [analysis.source, *analysis.expressions, *analysis.mentions]
    view = _view(store.document, fresh)
    event_steps, event_ids = _event_steps(view, groups)
    names = [analysis.source.title or analysis.source.name for analysis in fresh]
    label = f"Import {quoted(names[0])}" if len(names) == 1 else f"Import {len(names)} documents"
    push(store, [*map(Insert, records), *event_steps], label, initiator)
    return ImportResult(tuple(a.source.id for a in fresh), event_ids, skipped)


def _without_duplicates(
    document: TimelineDocument, analyses: "Sequence[SourceAnalysis]"
) -> tuple["list[SourceAnalysis]", tuple[str, ...]]:
    names = {source.sha256: source.name for source in document.sources.values()}
    fresh, skipped = [], []
    for analysis in analyses:
        source = analysis.source
        if source.sha256 in names:
            skipped.append(
                f"{quoted(source.name)} has the same text as {quoted(names[source.sha256])}, which is in the project "
                "already; it was not imported again."
            )
        else:
            names[source.sha256] = source.name
            fresh.append(analysis)
    return fresh, tuple(skipped)


def _positioned(document: TimelineDocument, analyses: "list[SourceAnalysis]") -> "list[SourceAnalysis]":
    """The analyses with their sources after those of the document in its list."""
    first = max((source.position for source in document.sources.values()), default=-1) + 1
    return [
        replace(analysis, source=replace(analysis.source, position=first + index))
        for index, analysis in enumerate(analyses)
    ]


def _view(document: TimelineDocument, analyses: "list[SourceAnalysis]") -> View:
    return View(
        document,
        [a.source for a in analyses],
        [e for a in analyses for e in a.expressions],
        [m for a in analyses for m in a.mentions],
    )


def _event_steps(view: View, groups: Iterable[Group]) -> tuple[list[Change], tuple[str, ...]]:
    """The changes that turn groups with new mentions into events and links, and the ids of the new events."""
    event_of = {link.mention: link.event_id for link in view.document.links.values() if link.mention is not None}
    inserts: list[Change] = []
    event_ids: list[str] = []
    joined: dict[str, list[SourceLink]] = {}
    for group in groups:
        new = tuple(key for key in dict.fromkeys(group.mentions) if key in view.mentions.maps[0])
        known = [event_of[key] for key in group.mentions if key in event_of]
        if not new:
            continue
        group = replace(group, mentions=new)
        event, links = build_event(group, view.mentions, view.expressions, view.sources, new_id())
        if known:
            home = max(dict.fromkeys(known), key=known.count)
            joined.setdefault(home, []).extend(replace(link, event_id=home) for link in links)
        else:
            event_ids.append(event.id)
            inserts += [Insert(event), *map(Insert, links)]
    return inserts + _join_steps(view, joined), tuple(event_ids)


def _join_steps(view: View, joined: dict[str, list[SourceLink]]) -> list[Change]:
    steps: list[Change] = []
    for event_id, links in joined.items():
        old = view.document.events[event_id]
        new = refreshed(view, old, [*view.document.links_of_event(event_id), *links])
        steps += map(Insert, links)
        steps += [Replace(new)] if new != old else []
    return steps
