"""Grouping suggestions anew once their times have changed: what was two events may be one, and the other way round."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from timeline_app.extraction.corroboration import Group, build_event, corroborate
from timeline_app.model.change import Change, Insert, Remove, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.ids import new_id
from timeline_app.model.pair import Pair, Verdict
from timeline_app.workspace.apply_change import Join
from timeline_app.workspace.operations.importing import kept_apart, pair_steps
from timeline_app.workspace.operations.refreshing import View, is_untouched, refreshed
from timeline_app.workspace.operations.steps import push, replace_if_changed
from timeline_app.workspace.store import DocumentStore


def regroup(
    store: DocumentStore,
    groups: Iterable[Group] | None = None,
    pairs: Iterable[Pair] = (),
    join: Join | None = None,
    initiator: object | None = None,
) -> int:
    """Merges and splits suggestions as their times now have it, as one change; returns how many went into others.

    Only suggestions that the analyst has not touched are taken apart or away; an event that was accepted, edited or
    rejected keeps what it has, and takes in suggestions that tell the same.  `groups` are worked out unless given;
    a mention that is in none of them tells an event of its own.  New `pairs` are added.
    """
    document = store.document
    if groups is None:
        groups = corroborate(document.ordered_sources(), list(document.mentions.values()))
    before = set(document.events)
    free = [link for event in document.events.values() for link in _free_links(document, event)]
    home = {link.mention or "": link.event_id for link in free}
    groups = list(groups)
    grouped = {key for group in groups for key in group.mentions}
    groups += [Group((key,), 1, document.mentions[key].confidence) for key in home if key not in grouped]
    event_of, group_of = _assign(document, home, groups)
    moved = [
        replace(link, event_id=target) for link in free if (target := event_of[link.mention or ""]) != link.event_id
    ]
    left = {document.links[link.id].event_id for link in moved}
    affected = sorted(left | {link.event_id for link in moved})
    kept = set(event_of.values())
    steps: list[Change] = []
    for event_id in affected:
        if event_id in kept:
            steps += _renewed(document, event_id, group_of.get(event_id), moved)
    steps += map(Replace, moved)
    steps += [Remove(Event, event_id) for event_id in affected if event_id not in kept]
    steps += pair_steps(View(document), pairs)
    push(store, steps, "Group events anew", initiator, join)
    return len(before - set(document.events))


def _free_links(document: TimelineDocument, event: Event) -> list[SourceLink]:
    """The links of a suggestion that is as it was made; none where there is a decision, an edit or a drawn link."""
    links = document.links_of_event(event.id)
    return links if is_untouched(event) and all(link.mention in document.mentions for link in links) else []


def _assign(
    document: TimelineDocument, free: Mapping[str, str], groups: Iterable[Group]
) -> tuple[dict[str, str], dict[str, Group]]:
    """The event of each `free` mention (given with its present event), and the group behind each suggestion."""
    fixed = {
        link.mention: link.event_id for link in document.links.values() if link.mention and link.mention not in free
    }
    event_of = dict(free)
    group_of: dict[str, Group] = {}
    for group in groups:
        keys = tuple(key for key in dict.fromkeys(group.mentions) if key in free)
        homes = Counter(fixed[key] for key in group.mentions if key in fixed)
        home = next((id_ for id_, _ in homes.most_common() if not kept_apart(document, keys, id_)), None)
        if home is not None:
            target = home
        elif homes or any(_are_apart(document, keys)):
            continue  # the analyst keeps some of them apart: each stays where it is
        else:
            target = next((free[key] for key in keys if free[key] not in group_of), None) or new_id()
            group_of[target] = replace(group, mentions=keys)
        event_of.update(dict.fromkeys(keys, target))
    return event_of, group_of


def _are_apart(document: TimelineDocument, keys: Iterable[str]) -> Iterator[bool]:
    """For each decided pair of some mentions, whether both are among them."""
    among = set(keys)
    for key in among:
        for pair in document.pairs_of_mention(key):
            yield pair.verdict is not Verdict.OPEN and {pair.one, pair.other} <= among


def _renewed(
    document: TimelineDocument, event_id: str, group: Group | None, moved: Iterable[SourceLink]
) -> list[Change]:
    """An event as the mentions that it has then tell it: a suggestion is made anew, another's time is read again."""
    old = document.events.get(event_id)
    if group is not None:
        new, _ = build_event(group, document.mentions, document.expressions, document.sources, event_id)
        return [Insert(new)] if old is None else replace_if_changed(new, old)
    if old is None:
        return []
    moving = {link.id: link for link in moved}
    links = [link for link in document.links_of_event(event_id) if link.id not in moving]
    links += [link for link in moving.values() if link.event_id == event_id]
    return replace_if_changed(refreshed(View(document), old, links), old)
