"""Events as the analyst sees them, and their links to the sentences that report them."""

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.model.annotation import Attribution, DateBasis, Modality, Participant
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span


class Status(StrEnum):
    """Where an event stands in the analyst's review; stale: its source's context changed after the analyst's edit."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    STALE = "stale"


class LinkRole(StrEnum):
    """What a sentence does for an event."""

    REPORTS = "reports"
    MENTIONS = "mentions"
    CONTRADICTS = "contradicts"


ANALYST = "analyst"


@dataclass(frozen=True, slots=True)
class SourceLink:
    """Ties an event to a sentence.  `mention` is the key of the mention behind it, None where the analyst drew it."""

    id: str
    event_id: str
    source_id: str
    sentence: Span
    phrase: Span | None = None  # the time phrase
    role: LinkRole = LinkRole.REPORTS
    made_by: str = ANALYST  # or the name of the extractor's rule
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event with the three layers of its time kept apart.

    `phrase` is what the text says, `resolved` what it was read as (recomputed when a context changes), `override`
    the analyst's own time (never recomputed) with `override_text` as typed.  `edited` names the fields that the
    analyst changed: re-analysis leaves those alone.
    """

    id: str
    title: str
    phrase: str = ""
    resolved: TimeValue | None = None
    override: TimeValue | None = None
    override_text: str = ""
    explanation: str = ""
    status: Status = Status.SUGGESTED
    modality: Modality = Modality.HAPPENED
    date_basis: DateBasis | None = None
    kind: str | None = None
    participants: tuple[Participant, ...] = ()
    place: str | None = None
    attribution: Attribution | None = None
    description: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    lane: str | None = None
    colour: str | None = None
    credibility: str = "6"  # Admiralty grade of the claim, 1-6; 6 cannot be judged
    confidence: float = 0.5
    origins: int = 1  # independent origins among its links
    edited: frozenset[str] = frozenset()

    @property
    def time(self) -> TimeValue | None:
        """The time in force: the analyst's, else the reading."""
        return self.override if self.override is not None else self.resolved
