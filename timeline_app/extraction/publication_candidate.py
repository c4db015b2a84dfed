"""A date that may be that of publication, and where it comes from."""

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.extraction.absolute_dates import AbsoluteDate
from timeline_app.model.token import Span


class Family(StrEnum):
    """Where a date comes from; two of different families that agree support each other."""

    TEXT = "text"
    FILE = "file"
    ADDRESS = "address"
    NAME = "name"
    LINK = "link"
    INNER = "inner"


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date that may be the publication's, where it was read, and how sure that is (0-1).

    `span` is its place in the text, None where it stands elsewhere.
    """

    date: AbsoluteDate
    where: str
    confidence: float
    span: Span | None = None
    family: Family = Family.TEXT
