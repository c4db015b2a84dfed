"""Groups of mentions that tell one event: sure pairs merge, unless any pair within the group rules it out."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.extraction.corroboration.matching import Verdict, compare
from timeline_app.extraction.corroboration.origins import count_origins
from timeline_app.extraction.events.kinds import may_be_same, same_keys
from timeline_app.model.annotation import Mention
from timeline_app.model.calendar import DAY
from timeline_app.model.source import SegmentKind, Source

_WINDOW = 8 * DAY  # longest interval that merges by itself, and a day for time zones

_MOST_NEAR = 60  # mentions of related heads in one week that a new one is compared with; bounds endless texts


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions, by key, that tell one event; independent origins; how sure it is that the event is as told, 0-1."""

    mentions: tuple[str, ...]
    origins: int
    confidence: float


def corroborate(sources: Iterable[Source], mentions: Iterable[Mention]) -> list[Group]:
    """The events that the mentions tell, in chronological order, undated ones last.

    Mentions that are only part of another's title make no event.  Every group can be taken apart again.
    """
    by_id = {source.id: source for source in sources}
    order = {source.id: source.position for source in by_id.values()}
    shown = sorted((m for m in mentions if m.salient), key=lambda m: (order.get(m.source_id, 0), m.head.start))
    groups = _merged(shown, by_id)
    groups.sort(key=_chronological)
    return [_group(members, by_id) for members in groups]


def _merged(mentions: Sequence[Mention], sources: Mapping[str, Source]) -> list[list[Mention]]:
    groups: list[list[Mention]] = []
    different: list[dict[tuple[object, ...], Mention]] = []  # of each group, one mention of each wording
    of: dict[str, int] = {}
    for mention in mentions:
        of[mention.key] = len(groups)
        groups.append([mention])
        different.append({_wording(mention): mention})
    for one, other in likely_pairs(mentions):
        first, second = of[one.key], of[other.key]
        enough = Verdict.APART if _is_own_headline(one, other, sources) else Verdict.SAME
        if first == second or compare(one, other) < enough:
            continue
        ones, others = different[first].values(), different[second].values()
        if any(compare(a, b) is Verdict.NEVER for a in ones for b in others):
            continue
        for mention in groups[second]:
            of[mention.key] = first
        groups[first] += groups[second]
        groups[second] = []
        different[first] |= different[second]
        different[second] = {}
    return [group for group in groups if group]


def _wording(mention: Mention) -> tuple[object, ...]:
    """What `compare` looks at: mentions that agree in it stand alike to every other."""
    return (
        mention.title,
        mention.lemma,
        mention.time,
        mention.modality,
        mention.negated,
        mention.participants,
        mention.kind,
    )


def _is_own_headline(one: Mention, other: Mention, sources: Mapping[str, Source]) -> bool:
    """Whether one of the two is the headline of the report that tells the other: same time, same deed."""
    source = sources.get(one.source_id)
    if source is None or one.source_id != other.source_id or one.time != other.time:
        return False
    if not may_be_same(one.lemma, other.lemma):
        return False
    parts = [source.segment_at(m.head.start) for m in (one, other)]
    return sum(part is not None and part.kind is SegmentKind.HEADLINE for part in parts) == 1


def likely_pairs(mentions: Sequence[Mention]) -> Iterable[tuple[Mention, Mention]]:
    """Pairs that may be one: times bounded and within a week of each other, heads related, told not too far apart."""
    buckets: dict[tuple[int, str], deque[Mention]] = defaultdict(lambda: deque(maxlen=_MOST_NEAR))
    for mention in mentions:
        time = mention.time
        if time is None or time.earliest_start is None or time.latest_end is None:
            continue
        first, last = time.earliest_start // _WINDOW, (time.latest_end - 1) // _WINDOW
        keys = same_keys(mention.lemma)
        weeks = range(max(first, last - 400) - 1, last + 2)
        near = {m.key: m for week in weeks for key in keys for m in buckets.get((week, key), ())}
        for other in near.values():
            yield other, mention
        for key in keys:
            buckets[first, key].append(mention)


def _chronological(members: list[Mention]) -> tuple[bool, tuple[int, int], int]:
    times = [m.time for m in members if m.time is not None]
    return (not times, min((t.sort_key for t in times), default=(0, 0)), members[0].head.start)


def _group(members: list[Mention], sources: dict[str, Source]) -> Group:
    origins = count_origins(members, sources)
    return Group(tuple(m.key for m in members), origins, confidence_of(members, origins))


def confidence_of(members: Sequence[Mention], origins: int) -> float:
    """How sure the event is: as its best mention, with the doubt that remains after each independent origin."""
    best = max(m.confidence for m in members)
    return round(1 - (1 - best) ** origins, 3)
