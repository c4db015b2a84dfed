"""Groups of mentions that tell one event: sure pairs merge, unless any pair within the group rules it out."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.extraction.corroboration.matching import Verdict, compare, outburst_key, toll_key
from timeline_app.extraction.corroboration.origins import count_origins
from timeline_app.extraction.events.kinds import may_be_same, same_keys
from timeline_app.model.annotation import Mention, Modality
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
    grouping = Grouping(by_id)
    grouping.add(in_document_order(mentions, by_id))
    groups = sorted(grouping.groups, key=_chronological)
    return [group_of(members, by_id) for members in groups]


def in_document_order(mentions: Iterable[Mention], sources: Mapping[str, Source]) -> list[Mention]:
    """The mentions that make events, in the order in which they are told."""
    order = {source.id: source.position for source in sources.values()}
    shown = (m for m in mentions if m.salient)
    return sorted(shown, key=lambda m: (order.get(m.source_id, 0), m.source_id, m.head.start))


class Grouping:
    """Groups that grow as mentions come: document after document gives the same groups as all of them at once.

    `sources` may grow meanwhile; those of added mentions are looked up in it.
    """

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._nearby = _Nearby()
        self._members: list[list[Mention]] = []
        self._different: list[dict[tuple[object, ...], Mention]] = []  # of each group, one mention of each wording
        self._of: dict[str, int] = {}

    @property
    def groups(self) -> list[list[Mention]]:
        """The mentions of each group."""
        return [members for members in self._members if members]

    def index_of(self, key: str) -> int:
        """The number of the group that holds a mention; good until the next `add`."""
        return self._of[key]

    def members(self, index: int) -> list[Mention]:
        """The mentions of a group."""
        return self._members[index]

    def add(self, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
        """Takes in mentions in document order; returns the pairs, earlier one first, that are left to the analyst."""
        for mention in mentions:
            self._of[mention.key] = len(self._members)
            self._members.append([mention])
            self._different.append({_wording(mention): mention})
        likely = ((other, mention) for mention in mentions for other in self._nearby.earlier(mention))
        return [pair for pair in likely if self._is_open(*pair)]

    def _is_open(self, one: Mention, other: Mention) -> bool:
        """Joins the groups of two mentions that are surely one; tells whether the pair is for the analyst."""
        first, second = self._of[one.key], self._of[other.key]
        if first == second:
            return False
        verdict = compare(one, other)
        enough = Verdict.APART if _is_own_headline(one, other, self._sources) else Verdict.SAME
        if verdict >= enough and self.may_join(first, second):
            self._join(first, second)
            return False
        return verdict >= Verdict.LIKELY or Modality.DENIED in (one.modality, other.modality)

    def may_join(self, first: int, second: int) -> bool:
        """Whether no pair across two groups rules out that they are one."""
        return all(
            compare(a, b) is not Verdict.NEVER
            for a in self._different[first].values()
            for b in self._different[second].values()
        )

    def _join(self, first: int, second: int) -> None:
        for mention in self._members[second]:
            self._of[mention.key] = first
        self._members[first] += self._members[second]
        self._members[second] = []
        self._different[first] |= self._different[second]
        self._different[second] = {}


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


class _Nearby:
    """Finds likely pairs: times bounded and within a week of each other, heads related, told not too far apart."""

    def __init__(self) -> None:
        self._buckets: dict[tuple[int, str], deque[Mention]] = defaultdict(lambda: deque(maxlen=_MOST_NEAR))

    def earlier(self, mention: Mention) -> list[Mention]:
        """The mentions asked about before that this one may be one with; from now on it is among them."""
        time = mention.time
        if time is None or time.earliest_start is None or time.latest_end is None:
            return []
        first, last = time.earliest_start // _WINDOW, (time.latest_end - 1) // _WINDOW
        keys = same_keys(mention.lemma)
        if (thing := outburst_key(mention)) is not None:
            keys = (*keys, thing)
        if (toll := toll_key(mention)) is not None:
            keys = (*keys, toll)
        weeks = range(max(first, last - 400) - 1, last + 2)
        near = {m.key: m for week in weeks for key in keys for m in self._buckets.get((week, key), ())}
        for key in keys:
            self._buckets[first, key].append(mention)
        return list(near.values())


def _chronological(members: list[Mention]) -> tuple[bool, tuple[int, int], int]:
    times = [m.time for m in members if m.time is not None]
    return (not times, min((t.sort_key for t in times), default=(0, 0)), members[0].head.start)


def group_of(members: list[Mention], sources: Mapping[str, Source]) -> Group:
    """The group of some mentions with its origins counted."""
    origins = count_origins(members, sources)
    return Group(tuple(m.key for m in members), origins, confidence_of(members, origins))


def confidence_of(members: Sequence[Mention], origins: int) -> float:
    """How sure the event is: as its best mention, with the doubt that remains after each independent origin."""
    best = max(m.confidence for m in members)
    return round(1 - (1 - best) ** origins, 3)
