"""Pairs of mentions that may tell one event, or that contradict each other, and what the analyst made of them."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the analyst decided about a pair; two mentions that were made one event need no verdict."""

    OPEN = "open"
    APART = "apart"  # two events, and no contradiction
    CONTRADICTION = "contradiction"  # two events that cannot both be as told


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions by key, in document order, and why they may belong together, in words for the analyst.

    `contradicts` where one denies what the other tells, or their counts differ.  Keys survive re-analysis, so a
    decision outlives the mentions that it was made about.
    """

    one: str
    other: str
    reason: str
    contradicts: bool = False
    verdict: Verdict = Verdict.OPEN

    def __post_init__(self) -> None:
        if self.one == self.other:
            raise ValueError("a pair has two mentions")

    @property
    def id(self) -> str:
        """The same for the two in either order."""
        return "|".join(sorted((self.one, self.other)))

    @property
    def disagrees(self) -> bool:
        """Whether the two are shown as contradicting each other."""
        return self.verdict is Verdict.CONTRADICTION or (self.contradicts and self.verdict is Verdict.OPEN)
