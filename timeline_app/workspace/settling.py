"""Which dates a source offers for its publication, whether they agree, and what is still to be settled."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from timeline_app.model.source import TYPED, Evidence, PublicationContext, Source
from timeline_app.model.time_value import TimeValue

_TRUSTED = 0.6  # confidence from which a candidate may be in force without having been asked about
_SAME_DAYS = 1  # days between candidates that are no conflict: a page may be filed around midnight


class DateState(StrEnum):
    """How well a source's publication date is known."""

    SETTLED = "settled"
    MISSING = "missing"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that a source names for its publication, where it was read and how sure that is (0-1)."""

    value: TimeValue
    where: str
    confidence: float
    typed: bool = False


def candidates_of(source: Source) -> list[Candidate]:
    """The dates that can be read, surest first; what the analyst typed before all others."""
    zone, found = source.context.time_zone, []
    for evidence in source.context.evidence:
        value = _read(evidence.value, zone) if evidence.field == "published" else None
        if value is not None:
            typed = evidence.where == TYPED
            found.append(Candidate(value, evidence.where, evidence.confidence, typed))
    return sorted(found, key=lambda candidate: (not candidate.typed, -candidate.confidence))


def date_state(source: Source) -> DateState:
    """Whether a source's date is known, missing, or one of several that trusted places name."""
    if source.context.published is None:
        return DateState.MISSING
    evidence = [e for e in source.context.evidence if e.field == "published"]
    if any(e.where == TYPED for e in evidence) or len(evidence) < 2:
        return DateState.SETTLED
    return DateState.CONFLICT if _conflicting(evidence, source.context.time_zone) else DateState.SETTLED


def _conflicting(evidence: list[Evidence], zone: str | None) -> bool:
    trusted = (_read(e.value, zone) for e in evidence if e.confidence >= _TRUSTED)
    days = [value.first_day for value in trusted if value is not None and value.first_day is not None]
    return bool(days) and max(days) - min(days) > _SAME_DAYS


@lru_cache(maxsize=4_096)
def _read(text: str, zone: str | None) -> TimeValue | None:
    from timeline_app.temporal.phrase import PhraseError, read_time  # the grammar is built on first use

    try:
        return read_time(text, PublicationContext(time_zone=zone))
    except PhraseError:
        return None
