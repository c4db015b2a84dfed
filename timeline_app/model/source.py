"""Sources: an immutable text, the context it was published in, and the segments it falls into."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span


class DateOrder(StrEnum):
    """How a source orders 6/7/2018."""

    DMY = "DMY"
    MDY = "MDY"
    YMD = "YMD"


class DocumentKind(StrEnum):
    """What a text is; decides whether phrases count from publication, a section or the time told before."""

    NEWS = "news"
    LIVEBLOG = "liveblog"
    NARRATIVE = "narrative"
    REPORT = "report"
    EMAIL = "email"


class Hemisphere(StrEnum):
    """Where summer is in July, or in January."""

    NORTH = "north"
    SOUTH = "south"


class SegmentKind(StrEnum):
    """What a stretch of a source's text is; events come from the first four only."""

    HEADLINE = "headline"
    BODY = "body"
    UPDATE = "update"
    QUOTE = "quote"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    COMMENT = "comment"

    @property
    def carries_events(self) -> bool:
        """Whether events may be extracted from such a segment."""
        return self in (SegmentKind.HEADLINE, SegmentKind.BODY, SegmentKind.UPDATE, SegmentKind.QUOTE)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text with one role; segments are in order and do not overlap."""

    kind: SegmentKind
    span: Span


TYPED = "typed by the analyst"  # where evidence was read


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that says something about a source's context: a dateline, a meta tag, the analyst."""

    field: str  # published, time_zone, ...
    value: str
    where: str  # "dateline", TYPED, ...
    confidence: float
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PublicationContext:
    """What a source's phrases are read against.

    `published` is a day or a minute in the source's own zone, None while unknown.  `fiscal_year_start` is a month
    (1-12), `week_start` a weekday (0 Monday).  `document_kind` and `date_order` None are unknown.
    """

    published: TimeValue | None = None
    time_zone: str | None = None
    date_order: DateOrder | None = None
    document_kind: DocumentKind | None = None
    hemisphere: Hemisphere = Hemisphere.NORTH
    fiscal_year_start: int = 1
    week_start: int = 0
    place: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One imported document.  `text` never changes after import, so offsets never shift."""

    id: str
    name: str  # the file's name, or what the analyst called it
    title: str
    text: str
    sha256: str  # of the text as UTF-8
    context: PublicationContext = PublicationContext()
    segments: tuple[Segment, ...] = ()  # in order, without overlap
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = "en"
    reliability: str = "F"  # Admiralty grade of the publisher, A-F; F cannot be judged
    position: int = 0  # order in the list of documents
    imported: str = ""  # UTC, ISO 8601
    warnings: tuple[str, ...] = field(default=())
    file_sha256: str = ""  # of the original's bytes; empty for a text that was pasted
    pages: tuple[int, ...] = ()  # offsets where its pages begin, for kinds that have pages

    def page_at(self, offset: int) -> int | None:
        """The number, from 1, of the page that holds a code point; None for a text without pages."""
        return max(bisect_right(self.pages, offset), 1) if self.pages else None

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that holds a code point, None between segments."""
        index = bisect_right(self.segments, offset, key=lambda segment: segment.span.start) - 1
        found = self.segments[index] if index >= 0 else None
        return found if found is not None and offset < found.span.end else None
