"""Groups of mentions that tell one event: sure pairs merge, unless any pair within the group rules it out."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from timeline_app.extraction.corroboration.affairs import Affinity, affinity, is_nameless, names_in, names_of
from timeline_app.extraction.corroboration.clocks import agree_in_time
from timeline_app.extraction.corroboration.copying import is_edited_copy
from timeline_app.extraction.corroboration.denials import denied_keys
from timeline_app.extraction.corroboration.likeness import ENOUGH, ENOUGH_IN_ANY, likeness
from timeline_app.extraction.corroboration.matching import (
    compare,
    may_be_same_burst,
    may_be_same_toll,
    say_the_same,
)
from timeline_app.extraction.corroboration.naming import differ_in_title, longer_names, title_names
from timeline_app.extraction.corroboration.nearby import Nearby
from timeline_app.extraction.corroboration.origins import Origins, Report, sentence_sum
from timeline_app.extraction.corroboration.verdict import Verdict
from timeline_app.extraction.corroboration.wording import is_another
from timeline_app.extraction.events.kinds import may_be_same
from timeline_app.model.annotation import Mention, Modality
from timeline_app.model.source import SegmentKind, Source


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions, by key, that tell one event; independent origins; how sure it is that the event is as told, 0-1."""

    mentions: tuple[str, ...]
    origins: int
    confidence: float


class Shelf(Protocol):
    """Mentions by number, in the order in which they were added: a list, or what takes less memory."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int) -> Mention: ...

    def append(self, mention: Mention) -> None:
        """Takes one in."""


def corroborate(sources: Iterable[Source], mentions: Iterable[Mention]) -> list[Group]:
    """The events that the mentions tell, in chronological order, undated ones last.

    Mentions that are only part of another's title make no event.  Every group can be taken apart again.
    """
    by_id = {source.id: source for source in sources}
    grouping = Grouping(by_id, [])
    grouping.add(in_document_order(mentions, by_id))
    return groups_in(grouping)


def groups_in(grouping: "Grouping") -> list[Group]:
    """All groups, in chronological order, undated ones last."""
    return [
        grouping.group(index) for index in sorted(grouping.indexes, key=lambda i: _chronological(grouping.members(i)))
    ]


def in_document_order(mentions: Iterable[Mention], sources: Mapping[str, Report]) -> list[Mention]:
    """The mentions that make events, in the order in which they are told."""

    def place(mention: Mention) -> tuple[int, str, int]:
        source = sources.get(mention.source_id)
        return source.position if source is not None else 0, mention.source_id, mention.head.start

    return sorted((m for m in mentions if m.salient), key=place)


class Grouping:
    """Groups that grow as mentions come: document after document gives the same groups as all of them at once.

    `sources` may grow meanwhile; those of added mentions are looked up in it.  Mentions are put on the `shelf` and
    known by their numbers there; a group has the number of the first mention that founded it.
    """

    def __init__(self, sources: Mapping[str, Report], shelf: Shelf) -> None:
        self._sources, self._shelf = sources, shelf
        self._nearby = Nearby()
        self._of = array("q")  # of each mention, the number of its group
        self._repeats = bytearray()  # of each mention, whether another of its group stands for it, word for word
        self._joined: dict[int, list[int]] = {}  # the mentions of each group that has several
        self._different: dict[int, list[int]] = {}  # of each of these, one mention of each wording
        self._tallies: dict[int, _Tally] = {}  # of each of these that was asked for

    @property
    def indexes(self) -> Iterator[int]:
        """The number of each group, in the order of their first mentions."""
        return (number for number, index in enumerate(self._of) if number == index)

    def index_of(self, number: int) -> int:
        """The number of the group that holds a mention; good until the next `add`."""
        return self._of[number]

    def mention(self, number: int) -> Mention:
        """A mention by its number."""
        return self._shelf[number]

    def members(self, index: int) -> list[Mention]:
        """The mentions of a group."""
        return [self._shelf[number] for number in self._joined.get(index, (index,))]

    def group(self, index: int) -> Group:
        """A group as it is now; only mentions that it did not hold when it was last asked for are looked at."""
        numbers = self._joined.get(index, (index,))
        tally = self._tallies.get(index) or _Tally(self._sources)
        for number in numbers[len(tally.keys) :]:
            tally.add(self._shelf[number])
        if len(numbers) > 1:
            self._tallies[index] = tally
        return tally.group()

    def is_several(self, index: int) -> bool:
        """Whether a group has more than one mention."""
        return index in self._joined

    def add(self, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
        """Takes in mentions in document order; returns the pairs, earlier one first, that are left to the analyst."""
        first = len(self._shelf)
        for number, mention in enumerate(mentions, first):
            self._shelf.append(mention)
            self._of.append(number)
            self._repeats.append(False)
        return [pair for number in range(first, len(self._shelf)) for pair in self._take_in(number)]

    def _take_in(self, number: int) -> list[tuple[int, int]]:
        """Joins a mention with those that are surely one with it; the pairs with others, for the analyst."""
        mention = self._shelf[number]
        near = self._nearby.earlier(mention, number, self._repeats)
        left = [other for other in near if self._is_open(other, number, mention)]
        alike = self._nearby.alike(number, self._repeats)
        if not self._is_settled(number, left):
            points, best = max(((self.likeness(other, number), other) for other in alike), default=(0, 0))
            left += [best] if points else []
        return [(other, number) for other in left]

    def _is_settled(self, number: int, left: Sequence[int]) -> bool:
        """Whether a mention is grouped with another document's, or left to the analyst with one."""
        source_id = self._shelf[number].source_id
        others = (*self._joined.get(self._of[number], ()), *left)
        return any(self._shelf[other].source_id != source_id for other in others)

    def likeness(self, earlier: int, number: int) -> int:
        """How alike two mentions of one affair are that nothing rules out to be one; 0 where they are of two."""
        one, other = self._shelf[earlier], self._shelf[number]
        if self._of[earlier] == self._of[number] or one.source_id == other.source_id:
            return 0
        points = likeness(one, other)
        affine = self._affinity(one, other) if points >= ENOUGH else Affinity.NONE
        one_affair = affine is Affinity.ONE or (affine is Affinity.LITTLE and points >= ENOUGH_IN_ANY)
        if not one_affair or compare(one, other) is Verdict.NEVER:
            return 0
        return points if not differ_in_title(one, other) or self._know_the_names(one, other) else 0

    def _know_the_names(self, one: Mention, other: Mention) -> bool:
        """Whether the document of one of two mentions has all the names that only the other's title tells."""
        for mine, theirs in ((one, other), (other, one)):
            source = self._sources.get(mine.source_id)
            if source is not None and title_names(theirs) - title_names(mine) <= names_of(source):
                return True
        return False

    def _is_open(self, earlier: int, number: int, mention: Mention) -> bool:
        """Joins the groups of two mentions that are surely one; tells whether the pair is for the analyst."""
        first, second = self._of[earlier], self._of[number]
        if first == second:
            return False
        one = self._shelf[earlier]
        verdict = Verdict.SAME if self._is_copied(one, mention) else self.judge(one, mention)
        headline = _is_own_headline(one, mention, self._sources) and not self._tells_lead(first, mention)
        enough = Verdict.APART if headline else Verdict.SAME
        if verdict >= enough and self.may_join(first, second):
            self._join(first, second)
            return False
        if one.time is None and mention.time is None and one.title != mention.title:
            return False
        return verdict >= Verdict.LIKELY or may_be_at_odds(one, mention)

    def _tells_lead(self, index: int, mention: Mention) -> bool:
        """Whether a group with a document's headline holds what the document tells under it: that is its lead."""
        own = [m for m in self.members(index) if m.source_id == mention.source_id]
        return len(own) > 1

    def judge(self, one: Mention, other: Mention) -> Verdict:
        """Whether two mentions tell the same event; what names nobody is of what its document is about."""
        verdict = compare(one, other)
        if verdict is Verdict.NEVER or one.source_id == other.source_id:
            return verdict
        if verdict is Verdict.SAME and self._may_bear_other_names(one, other):
            verdict = Verdict.LIKELY
        if not (is_nameless(one) or is_nameless(other)):
            return verdict
        affine = self._affinity(one, other)
        if verdict is Verdict.APART:
            same = affine is Affinity.ONE and (
                say_the_same(one, other) or may_be_same_toll(one, other) or may_be_same_burst(one, other)
            )
            return Verdict.LIKELY if same and self._may_be_told(one, other) and agree_in_time(one, other) else verdict
        if affine is Affinity.NONE:
            return Verdict.APART
        return min(verdict, Verdict.LIKELY) if affine is Affinity.LITTLE else verdict

    def _may_bear_other_names(self, one: Mention, other: Mention) -> bool:
        """Whether one names a party that the other names more fully, in words that the first one's document never uses.

        The tanker Kestrel Star is called Kestrel where it was called Kestrel Star before, and the Kestrel is another.
        """
        for brief, full in ((one, other), (other, one)):
            longer = longer_names(brief, full)
            source = self._sources.get(brief.source_id) if longer else None
            if source is not None and not any(name in source.text.casefold() for name in longer):
                return True
        return False

    def _may_be_told(self, one: Mention, other: Mention) -> bool:
        """Whether what the sentence of a mention without a name names does not rule the other mention out."""
        for nameless, named in ((one, other), (other, one)):
            source = self._sources.get(nameless.source_id)
            if source is None or not is_nameless(nameless):
                continue
            said = names_in(source.text[nameless.sentence.start : nameless.sentence.end])
            told = title_names(named)
            if said and told and not told <= said:
                return False
        return True

    def _affinity(self, one: Mention, other: Mention) -> Affinity:
        sources = self._sources.get(one.source_id), self._sources.get(other.source_id)
        return Affinity.UNKNOWN if sources[0] is None or sources[1] is None else affinity(sources[0], sources[1])

    def _is_copied(self, one: Mention, other: Mention) -> bool:
        """Whether two documents tell an event, be it planned or undated, in one sentence, the second hardly edited."""
        if one.source_id == other.source_id or one.modality is not other.modality:
            return False
        if (one.title, one.time) == (other.title, other.time):
            said = sentence_sum(one, self._sources)
            if said is not None and said == sentence_sum(other, self._sources):
                return not is_nameless(one) or self._affinity(one, other) >= Affinity.UNKNOWN
        return is_edited_copy(one, other, self._sources)

    def may_join(self, first: int, second: int) -> bool:
        """Whether no pair across two groups rules out that they are one."""
        others = [self._shelf[number] for number in self._wordings(second)]
        return all(
            compare(self._shelf[number], other) is not Verdict.NEVER
            for number in self._wordings(first)
            for other in others
        )

    def _join(self, first: int, second: int) -> None:
        different = {_wording(self._shelf[number]): number for number in self._wordings(first)}
        different |= {_wording(self._shelf[number]): number for number in self._wordings(second)}
        moved = self._joined.pop(second, [second])
        for number in moved:
            self._of[number] = first
        for number in {*self._wordings(first), *self._wordings(second)} - set(different.values()):
            self._repeats[number] = True
        self._joined.setdefault(first, [first]).extend(moved)
        self._different.pop(second, None)
        self._tallies.pop(second, None)
        self._different[first] = list(different.values())

    def _wordings(self, index: int) -> Sequence[int]:
        return self._different.get(index, (index,))


class _Tally:
    """What is known of the mentions of one group, in the order in which they joined it."""

    def __init__(self, sources: Mapping[str, Report]) -> None:
        self.keys: list[str] = []
        self._best = 0.0
        self._origins = Origins(sources)

    def add(self, mention: Mention) -> None:
        self.keys.append(mention.key)
        self._best = max(self._best, mention.confidence)
        self._origins.add(mention)

    def group(self) -> Group:
        origins = self._origins.count()
        return Group(tuple(self.keys), origins, _surer(self._best, origins))


def _wording(mention: Mention) -> tuple[object, ...]:
    """What `compare` looks at: mentions that agree in it stand alike to every other."""
    return (
        mention.title,
        mention.lemma,
        mention.time,
        mention.modality,
        mention.negated,
        mention.participants,
        mention.place,
        mention.kind,
    )


def _is_own_headline(one: Mention, other: Mention, sources: Mapping[str, Report]) -> bool:
    """Whether one of the two is the headline of the report that tells the other: same time, same deed."""
    source = sources.get(one.source_id)
    if source is None or one.source_id != other.source_id or one.time != other.time:
        return False
    if not may_be_same(one.lemma, other.lemma) or differ_in_title(one, other) or is_another(one, other):
        return False
    parts = [source.segment_at(m.head.start) for m in (one, other)]
    return sum(part is not None and part.kind is SegmentKind.HEADLINE for part in parts) == 1


def may_be_at_odds(one: Mention, other: Mention) -> bool:
    """Whether one of two was done and the other planned or denied, so that they may belong together."""
    if Modality.DENIED in (one.modality, other.modality) or denied_keys(one) or denied_keys(other):
        return True
    return (one.modality is Modality.PLANNED) != (other.modality is Modality.PLANNED)


def _chronological(members: list[Mention]) -> tuple[bool, tuple[int, int], int]:
    times = [m.time for m in members if m.time is not None]
    return (not times, min((t.sort_key for t in times), default=(0, 0)), members[0].head.start)


def confidence_of(members: Sequence[Mention], origins: int) -> float:
    """How sure the event is: as its best mention, with the doubt that remains after each independent origin."""
    return _surer(max(m.confidence for m in members), origins)


def _surer(best: float, origins: int) -> float:
    return round(1 - (1 - best) ** origins, 3)
