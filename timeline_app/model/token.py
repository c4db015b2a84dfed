"""The words that the grammar reads, whoever cut them: spaCy in the worker, a rule-only tokenizer in the window."""

from dataclasses import dataclass
from enum import StrEnum


class Tense(StrEnum):
    """Direction of the verb that governs a phrase; a reporting verb in the present counts as past."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Aside(StrEnum):
    """Why a time stands beside the line of its story: in a clause about something else, or as what had gone before."""

    CLAUSE = "clause"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source's text in code points, end exclusive."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark with its place in the text (code points) and what is known of it.

    `tag` is a Penn Treebank tag, `lemma` its dictionary form, `tense` that of the governing verb, `entity` a
    named-entity label; each None where no parse was made.
    """

    text: str
    start: int
    end: int
    tag: str | None = None
    lemma: str | None = None
    tense: Tense | None = None
    entity: str | None = None

    @property
    def lower(self) -> str:
        """The word in lower case, as lexicons spell it."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's tokens and the paragraph and segment that hold it."""

    span: Span
    tokens: tuple[Token, ...]
    segment: int = 0
