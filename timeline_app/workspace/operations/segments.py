"""Saying what a stretch of a source's text is, and reading the source again accordingly."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline_app.extraction.corroboration import Group
from timeline_app.extraction.reanchor import reanchor
from timeline_app.extraction.source_analysis import SourceAnalysis
from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.change import Change, Insert, Record, Remove, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import SourceLink
from timeline_app.model.pair import Pair, Verdict
from timeline_app.model.source import Segment, SegmentKind, Source
from timeline_app.model.token import Span
from timeline_app.workspace.apply_change import Join
from timeline_app.workspace.operations.importing import event_steps, pair_steps
from timeline_app.workspace.operations.refreshing import View, is_untouched
from timeline_app.workspace.operations.steps import push, quoted
from timeline_app.workspace.store import DocumentStore


def reclassify(
    store: DocumentStore, source_id: str, span: Span, kind: SegmentKind, initiator: object | None = None
) -> bool:
    """Makes a stretch of a source's text a segment of another kind; tells whether that changed anything.

    The events follow once the source was read again: see `reread`.
    """
    source = store.document.sources[source_id]
    segments = with_segment(source.segments, Segment(kind, span))
    if segments == source.segments:
        return False
    changed = replace(source, segments=segments)
    deed = "Read" if kind.carries_events else "Leave out"
    label = f"{deed} {quoted(' '.join(source.text[span.start : span.end].split()))}"
    push(store, [Replace(changed)], label, initiator, join=_join(changed))
    return True


def with_segment(segments: Iterable[Segment], segment: Segment) -> tuple[Segment, ...]:
    """Segments with one more laid over them; neighbours of its kind become one with it, but not headlines."""
    parts = [segment] if segment.span.start < segment.span.end else []
    for old in segments:
        before = Span(old.span.start, min(old.span.end, segment.span.start))
        after = Span(max(old.span.start, segment.span.end), old.span.end)
        parts += [replace(old, span=span) for span in (before, after) if span.start < span.end]
    joined: list[Segment] = []
    for part in sorted(parts, key=lambda s: s.span.start):
        last = joined[-1] if joined else None
        touches = last is not None and last.kind is part.kind and last.span.end == part.span.start
        if last is not None and touches and segment in (last, part) and part.kind is not SegmentKind.HEADLINE:
            joined[-1] = replace(last, span=Span(last.span.start, part.span.end))
            segment = joined[-1]
        else:
            joined.append(part)
    return tuple(joined)


def reread(
    store: DocumentStore,
    analysis: SourceAnalysis,
    groups: Iterable[Group],
    pairs: Iterable[Pair] = (),
    join: Join | None = None,
    initiator: object | None = None,
) -> bool:
    """Brings in what reading a source again yields; tells whether it is still wanted.

    Suggestions that nobody touched come, go and change; whatever the analyst accepted, edited, rejected, deleted,
    linked or corrected stays as it is, and its mentions with it, so that nothing rejected can come back.  Part of what
    asked for it where that is the last step in the history: the one with the same `join`, else a `reclassify`.
    """
    source = store.document.sources.get(analysis.source.id)
    if source is None or _as_read(source) != _as_read(analysis.source):
        return False
    plan = _Rereading(store.document, source, analysis)
    events, _ = event_steps(plan.view, groups, plan.fresh, gone=plan.gone_links, affected=plan.affected)
    steps = [*plan.arriving, *events, *plan.leaving, *pair_steps(plan.view, pairs)]
    push(store, steps, f"Read {quoted(source.title or source.name)} again", initiator, join=join or _join(source))
    return True


def _as_read(source: Source) -> tuple[object, ...]:
    """What a text is read as: an answer to other segments, or another date, has been overtaken."""
    return source.segments, source.sha256, replace(source.context, evidence=())


def _join(source: Source) -> Join:
    return Join(("segments", source.id, source.segments))


@dataclass(frozen=True)
class _Found:
    """What was found in a source, by id."""

    expressions: dict[str, TimeExpression]
    mentions: dict[str, Mention]


class _Rereading:
    """What reading a source again changes: records that arrive and leave, new mentions, events to look at."""

    def __init__(self, document: TimelineDocument, source: Source, analysis: SourceAnalysis) -> None:
        self._document = document
        old = _Found(
            {e.id: e for e in document.expressions_of_source(source.id)},
            {m.key: m for m in document.mentions_of_source(source.id)},
        )
        new = _read_in_context(source, analysis, old)
        kept = {key for key in old.mentions.keys() - new.mentions.keys() if self._is_decided(old.mentions[key])}
        gone = old.mentions.keys() - new.mentions.keys() - kept
        needed = self._drawn_on(source)
        refs = [ref for key in kept for ref in old.mentions[key].time_refs]
        needed.update(id_ for ref in refs for id_ in (ref.expression, ref.counted) if id_ is not None)
        needed |= {old.expressions[id_].range_end for id_ in needed if id_ in old.expressions}
        lost = old.expressions.keys() - new.expressions.keys() - needed
        self.view = View(document, [source], new.expressions.values(), new.mentions.values())
        self.fresh = {key for key, mention in new.mentions.items() if self._is_fresh(mention, old)}
        gone_links = [link for key in gone for link in document.links_of_mention(key)]
        self.gone_links = {link.id for link in gone_links}
        changed = [key for key in new.mentions.keys() & old.mentions.keys() if new.mentions[key] != old.mentions[key]]
        touched = [*gone_links, *(link for key in changed for link in document.links_of_mention(key))]
        self.affected = sorted({link.event_id for link in touched})
        self.arriving = [
            *_put(new.expressions.values(), old.expressions),
            *_put(new.mentions.values(), old.mentions),
        ]
        open_pairs = (p for key in sorted(gone) for p in document.pairs_of_mention(key) if p.verdict is Verdict.OPEN)
        self.leaving: list[Change] = [
            *(Remove(Mention, key) for key in sorted(gone)),
            *(Remove(TimeExpression, id_) for id_ in sorted(lost)),
            *(Remove(Pair, id_) for id_ in dict.fromkeys(pair.id for pair in open_pairs)),
        ]

    def _is_decided(self, mention: Mention) -> bool:
        """Whether the analyst decided something that hangs on a mention; one without an event was deleted."""
        links = self._document.links_of_mention(mention.key)
        if not links:
            return mention.salient
        return any(not is_untouched(self._document.events[link.event_id]) for link in links)

    def _is_fresh(self, mention: Mention, old: _Found) -> bool:
        known = old.mentions.get(mention.key)
        return known is None or (mention.salient and not known.salient and not self._links(mention))

    def _links(self, mention: Mention) -> list[SourceLink]:
        return self._document.links_of_mention(mention.key)

    def _drawn_on(self, source: Source) -> set[str | None]:
        """The expressions that links of the analyst's own stand on, or that the analyst corrected."""
        phrases = {link.phrase for link in self._document.links_of_source(source.id) if link.mention is None}
        found = self._document.expressions_of_source(source.id)
        return {e.id for e in found if e.span in phrases or e.correction is not None}


def _read_in_context(source: Source, analysis: SourceAnalysis, old: _Found) -> _Found:
    """What was found, read against the source's own context and with the analyst's corrections."""
    expressions = [
        replace(e, correction=known.correction) if (known := old.expressions.get(e.id)) else e
        for e in analysis.expressions
    ]
    _, resolved, mentions = reanchor(source, source.context, expressions, analysis.mentions)
    return _Found({e.id: e for e in resolved}, {m.key: m for m in mentions})


def _put(
    records: "Iterable[TimeExpression | Mention]", old: "dict[str, TimeExpression] | dict[str, Mention]"
) -> list[Change]:
    """The changes that bring records in, or up to date."""
    steps: list[Change] = []
    for record in records:
        id_ = record.key if isinstance(record, Mention) else record.id
        known: Record | None = old.get(id_)
        if known is None:
            steps.append(Insert(record))
        elif known != record:
            steps.append(Replace(record))
    return steps
