"""Pairs for the analyst to decide: mentions that may tell one event, and mentions that contradict each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from timeline_app.extraction.corroboration.clocks import are_other_periods, put_off
from timeline_app.extraction.corroboration.counting import differing_numbers
from timeline_app.extraction.corroboration.denials import denies
from timeline_app.extraction.corroboration.grouping import Group, Grouping, groups_in, in_document_order
from timeline_app.extraction.corroboration.likeness import ENOUGH
from timeline_app.extraction.corroboration.matching import say_the_same
from timeline_app.extraction.corroboration.naming import title_names
from timeline_app.extraction.corroboration.parties import party_names
from timeline_app.extraction.corroboration.verdict import Verdict
from timeline_app.model.annotation import Mention, Modality
from timeline_app.model.display import describe
from timeline_app.model.source import Source

_REAL = frozenset((Modality.HAPPENED, Modality.ONGOING))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two mentions, by key in document order, that may belong together, and why, in words for the analyst.

    `contradicts` when one denies what the other tells, or their counts differ.
    """

    one: str
    other: str
    reason: str
    contradicts: bool = False


def suggest(sources: Iterable[Source], mentions: Iterable[Mention]) -> list[Suggestion]:
    """The middling pairs that `corroborate` keeps apart: at most one for any two of its groups, in document order."""
    return relate(sources, mentions)[1]


def relate(sources: Iterable[Source], mentions: Iterable[Mention]) -> tuple[list[Group], list[Suggestion]]:
    """What `corroborate` and `suggest` answer, worked out once."""
    by_id = {source.id: source for source in sources}
    grouping = Grouping(by_id, [])
    undecided = grouping.add(in_document_order(mentions, by_id))
    return groups_in(grouping), list(open_pairs(grouping, undecided).values())


def open_pairs(grouping: Grouping, undecided: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Suggestion]:
    """The suggestions among the pairs that a grouping left undecided, by the numbers of the two groups."""
    found: dict[tuple[int, int], Suggestion] = {}
    for pair in undecided:
        first, second = sorted(map(grouping.index_of, pair))
        if first == second or (first, second) in found:
            continue
        one, other = map(grouping.mention, pair)
        suggestion = _denial(grouping, one, other) or _plan(grouping, one, other) or _likely(grouping, one, other)
        if suggestion is None and grouping.likeness(*pair) >= ENOUGH:
            suggestion = Suggestion(one.key, other.key, "; ".join(_reasons(one, other, None)))
        if suggestion is None:
            continue
        if suggestion.contradicts or _was_planned(one, other) or grouping.may_join(first, second):
            found[first, second] = suggestion
    return found


def _likely(grouping: Grouping, one: Mention, other: Mention) -> Suggestion | None:
    if grouping.judge(one, other) is not Verdict.LIKELY:
        return None
    numbers = differing_numbers(one, other)
    if numbers is not None and are_other_periods(one.time, other.time):
        return None
    reason = "; ".join(_reasons(one, other, numbers))
    return Suggestion(one.key, other.key, reason, contradicts=numbers is not None)


def _denial(grouping: Grouping, one: Mention, other: Mention) -> Suggestion | None:
    """One tells as done what the other denies; of one source only where it is not the same sentence."""
    if denies(one, other) or denies(other, one):
        return Suggestion(one.key, other.key, "one denies what the other tells", contradicts=True)
    if {one.modality, other.modality} & _REAL == set() or Modality.DENIED not in (one.modality, other.modality):
        return None
    if one.source_id == other.source_id and one.sentence == other.sentence:
        return None
    if grouping.judge(one, replace(other, modality=one.modality, negated=one.negated)) < Verdict.LIKELY:
        return None
    return Suggestion(one.key, other.key, "one denies what the other tells", contradicts=True)


def _plan(grouping: Grouping, one: Mention, other: Mention) -> Suggestion | None:
    """One announces what the other tells as done, or as not done."""
    if not _was_planned(one, other) or one.source_id == other.source_id:
        return None
    plan, outcome = (one, other) if one.modality is Modality.PLANNED else (other, one)
    told = replace(outcome, modality=plan.modality, negated=plan.negated)
    late = put_off(plan.time, outcome.time)
    if late is not None:
        told = replace(told, time=plan.time)
    verdict = grouping.judge(plan, told)
    if verdict < Verdict.LIKELY or (verdict is Verdict.LIKELY and not _name_alike(one, other)):
        return None
    if outcome.modality is Modality.DENIED:
        reason = "planned in one, not done in the other"
        return Suggestion(one.key, other.key, reason, contradicts=True)
    reason = "planned in one, done in the other" if late is None else "planned in one, done later in the other"
    return Suggestion(one.key, other.key, reason)


def _name_alike(one: Mention, other: Mention) -> bool:
    """Whether two name somebody or something in common that is no mere place, or say the same of it."""
    places = frozenset().union(*(party_names(m.place or "", capitals=False) for m in (one, other)))
    return bool(title_names(one) & title_names(other) - places) or say_the_same(one, other)


def _was_planned(one: Mention, other: Mention) -> bool:
    """Whether one of the two is planned, and the other has an outcome."""
    outcomes = _REAL | {Modality.DENIED}
    return any(a.modality is Modality.PLANNED and b.modality in outcomes for a, b in ((one, other), (other, one)))


def _reasons(one: Mention, other: Mention, numbers: tuple[str, str] | None) -> Iterator[str]:
    if one.time == other.time:
        yield f"both {describe(one.time)}"
    else:
        yield f"{describe(one.time)} overlaps {describe(other.time)}"
    if numbers is not None:
        yield f"the numbers differ: {numbers[0]}, {numbers[1]}"
    if one.place and other.place and one.place != other.place:
        yield f"the places differ: {one.place}, {other.place}"
