"""Bringing analysed sources into the document, their events grouped with those that are there."""

from collections import Counter
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from timeline_app.extraction.corroboration import Group, build_event
from timeline_app.extraction.source_analysis import SourceAnalysis
from timeline_app.model.change import Batch, Change, Insert, Record, Remove, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.ids import new_id
from timeline_app.model.pair import Pair, Verdict
from timeline_app.model.source import Source
from timeline_app.workspace.apply_change import Join
from timeline_app.workspace.fitting import Fitting, refuse_unwritable
from timeline_app.workspace.operations.refreshing import View, renewed
from timeline_app.workspace.operations.steps import push, quoted, replace_if_changed
from timeline_app.workspace.store import DocumentStore

_RECORDS = 40  # looked at in one step of an import
_STEPS = 100  # of a change, likewise
_TRIES = 3  # at making the events of a document that the project is edited under

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class ImportResult:
    """What an import brought: new sources and events, and a sentence for each source that was left out."""

    source_ids: tuple[str, ...]
    event_ids: tuple[str, ...]
    skipped: tuple[str, ...]


def import_analyses(
    store: DocumentStore,
    analyses: Sequence[SourceAnalysis],
    groups: Iterable[Group],
    pairs: Iterable[Pair] = (),
    *,
    label: str = "",
    join: Join | None = None,
    initiator: object | None = None,
) -> ImportResult:
    """Adds analysed sources and the events that their mentions make, as one change.

    A source whose text is in the project already is left out and named.  A group with mentions of an event that
    exists adds its new links to that event, unless the analyst keeps the two apart; mentions whose event the analyst
    deleted do not bring it back.  Imports with an equal `join` are one undo step together, called `label`.
    """
    store.settle()
    return _at_once(import_in_steps(store, analyses, groups, pairs, label=label, join=join, initiator=initiator))


def import_in_steps(
    store: DocumentStore,
    analyses: Sequence[SourceAnalysis],
    groups: Iterable[Group],
    pairs: Iterable[Pair] = (),
    *,
    label: str = "",
    join: Join | None = None,
    initiator: object | None = None,
) -> Generator[None, None, ImportResult]:
    """The same in steps of some milliseconds, for a window that stays usable; the last one changes the document."""
    fresh, skipped = _without_duplicates(store.document, analyses)
    if not fresh:
        return ImportResult((), (), skipped)
    fresh = _positioned(store.document, fresh)
    sources = [analysis.source for analysis in fresh]
    records: list[Record] = []
    for analysis in fresh:
        records += [analysis.source, *analysis.expressions, *analysis.mentions]
    inserts: list[Change] = []
    for piece in _pieces(records, _RECORDS):
        refuse_unwritable(store.document, piece, sources)
        inserts += map(Insert, piece)
        yield
    groups, pairs = list(groups), list(pairs)
    for _ in range(_TRIES):
        view, revision = _view(store.document, fresh), store.revision
        events, event_ids = yield from _making_events(view, groups, view.mentions.maps[0].keys())
        changes = [*inserts, *events, *pair_steps(view, pairs)]
        yield from _looking_at(store, changes, len(inserts), sources)
        if store.revision == revision:
            break
    else:  # the analyst goes on deciding meanwhile, maybe about one of these events
        store.settle()
        view = _view(store.document, fresh)
        events, event_ids = event_steps(view, groups, view.mentions.maps[0].keys())
        changes, revision = [*inserts, *events, *pair_steps(view, pairs)], -1
        refuse_unwritable(store.document, _records_of(events), sources)
    names = [analysis.source.title or analysis.source.name for analysis in fresh]
    label = label or (f"Import {quoted(names[0])}" if len(names) == 1 else f"Import {len(names)} documents")
    push(store, changes, label, initiator, join, is_writable=True, is_fitting=store.revision == revision)
    return ImportResult(tuple(source.id for source in sources), event_ids, skipped)


def _looking_at(
    store: DocumentStore, changes: Sequence[Change], known: int, sources: Sequence[Source]
) -> Generator[None, None, None]:
    """Looks whether the changes fit, and whether a file could be read with them; the first ones are `known` to be so.

    Raises ChangeError and FormatError.
    """
    fitting = Fitting(store.document)
    for start in range(0, len(changes), _STEPS):
        piece = changes[start : start + _STEPS]
        fitting.look_at(Batch(tuple(piece)))
        refuse_unwritable(store.document, _records_of(piece[max(0, known - start) :]), sources)
        yield


def _records_of(changes: Iterable[Change]) -> list[Record]:
    """The records that changes bring."""
    return [step.record for step in changes if isinstance(step, Insert | Replace)]


def _pieces(items: Sequence[_Item], size: int) -> Iterator[Sequence[_Item]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _at_once(steps: Generator[None, None, _Item]) -> _Item:
    """What a work ends with, done in one go."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            result: _Item = done.value
            return result


def _without_duplicates(
    document: TimelineDocument, analyses: Sequence[SourceAnalysis]
) -> tuple[list[SourceAnalysis], tuple[str, ...]]:
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


def _positioned(document: TimelineDocument, analyses: list[SourceAnalysis]) -> list[SourceAnalysis]:
    """The analyses with their sources after those of the document in its list."""
    first = max((source.position for source in document.sources.values()), default=-1) + 1
    return [
        replace(analysis, source=replace(analysis.source, position=first + index))
        for index, analysis in enumerate(analyses)
    ]


def _view(document: TimelineDocument, analyses: list[SourceAnalysis]) -> View:
    return View(
        document,
        [a.source for a in analyses],
        [e for a in analyses for e in a.expressions],
        [m for a in analyses for m in a.mentions],
    )


def event_steps(
    view: View,
    groups: Iterable[Group],
    new: Collection[str],
    *,
    gone: Collection[str] = (),
    affected: Iterable[str] = (),
) -> tuple[list[Change], tuple[str, ...]]:
    """The changes that turn groups with `new` mentions into events and links, and the ids of the new events.

    Links that are `gone` are taken out; `affected` events are read again, or taken out where no link is left.
    """
    return _at_once(_making_events(view, groups, new, gone=gone, affected=affected))


def _making_events(
    view: View,
    groups: Iterable[Group],
    new: Collection[str],
    *,
    gone: Collection[str] = (),
    affected: Iterable[str] = (),
) -> Generator[None, None, tuple[list[Change], tuple[str, ...]]]:
    """The same, a group in each step."""
    steps: list[Change] = [Remove(SourceLink, link_id) for link_id in gone]
    event_ids: list[str] = []
    joined: dict[str, list[SourceLink]] = {event_id: [] for event_id in affected}
    for group in groups:
        keys = [key for key in dict.fromkeys(group.mentions) if key in new]
        if not keys:
            continue
        home = _home(view.document, group, keys, gone)
        told = replace(group, mentions=tuple(keys))
        event, made = build_event(told, view.mentions, view.expressions, view.sources, home or new_id())
        if home is not None:
            joined.setdefault(home, []).extend(made)
        else:
            event_ids.append(event.id)
            steps += [Insert(event), *map(Insert, made)]
        yield
    for event_id, links in joined.items():
        steps += _changed_links(view, event_id, links, gone)
        yield
    return steps, tuple(event_ids)


def _home(document: TimelineDocument, group: Group, keys: Sequence[str], gone: Collection[str]) -> str | None:
    """The event that most mentions of a group belong to, of those that the analyst does not keep apart from it."""
    links = (link for key in group.mentions for link in document.links_of_mention(key))
    homes = Counter(link.event_id for link in links if link.id not in gone)
    return next((id_ for id_, _ in homes.most_common() if not kept_apart(document, keys, id_)), None)


def _changed_links(view: View, event_id: str, links: Sequence[SourceLink], gone: Collection[str]) -> list[Change]:
    """An event with more links and without some, or gone where none is left."""
    old = view.document.events[event_id]
    rest = [link for link in view.document.links_of_event(event_id) if link.id not in gone]
    if not rest and not links:
        return [Remove(Event, event_id)]
    return [*map(Insert, links), *replace_if_changed(renewed(view, old, [*rest, *links]), old)]


def kept_apart(document: TimelineDocument, keys: Iterable[str], event_id: str) -> bool:
    """Whether the analyst keeps one of some mentions apart from a mention of the event."""
    for key in keys:
        for pair in document.pairs_of_mention(key):
            other = pair.other if pair.one == key else pair.one
            if pair.verdict is not Verdict.OPEN and any(
                link.event_id == event_id for link in document.links_of_mention(other)
            ):
                return True
    return False


def pair_steps(view: View, pairs: Iterable[Pair]) -> list[Change]:
    """The changes that bring new pairs in; what was decided about a pair stays decided."""
    known = view.document.pairs
    fresh = {pair.id: pair for pair in pairs if pair.id not in known}
    return [Insert(pair) for pair in fresh.values() if pair.one in view.mentions and pair.other in view.mentions]
