"""Chronologies: "4 January 2019: Gunmen abduct three engineers", or the day on a line of its own above what it tells.

What stands in such an entry happened then, whatever its tense, unless its own words name another time.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.attribution import reporting_verb
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.factuality import Factuality
from timeline_app.extraction.events.story import StorySoFar
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import finite, is_set_apart
from timeline_app.model.annotation import DateBasis, Modality, Relation, TimeExpression, TimeRef
from timeline_app.model.expression import Clock
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import DocumentKind, SegmentKind, Source

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_FEWEST = 3  # entries; a single dated line heads no chronology
_MAIN = frozenset(("ROOT", "conj", "parataxis"))
_TOP = 700  # code points in which a page says of what day it is


def dates_page(header: TimeExpression, source: Source) -> bool:
    """Whether a day on a line of its own at the top is that of publication: it says when all below was written.

    What is told below, undated, may be years old: "30 October 2019 ... The fire started in the kitchen of Flat 16".
    """
    told, published = header.time, source.context.published
    if told is None or published is None or told.granularity is not Granularity.DAY or header.span.start > _TOP:
        return False
    prose = source.context.document_kind in (DocumentKind.NEWS, DocumentKind.REPORT)
    return prose and told.first_day == published.first_day


class Entries:
    """The entries of a chronology and what each dates; none where a text is no chronology."""

    def __init__(self, source: Source, expressions: Sequence[TimeExpression], story: StorySoFar) -> None:
        self._source = source
        heads = [e for e in expressions if e.is_header and not isinstance(e.tree, Clock) and self._is_entry(e)]
        story.entries += len(heads)
        before = [story.entry] if story.entry is not None else []
        story.entry = heads[-1] if heads else story.entry
        self._heads = [*before, *heads] if story.entries >= _FEWEST else []
        self._clocks = [e.span.start for e in expressions if e.is_header and isinstance(e.tree, Clock)]

    def _is_entry(self, head: TimeExpression) -> bool:
        """Whether a header dates what follows it, and not a message that is quoted below it."""
        line = self._line(head)
        if dates_page(head, self._source):
            return False
        return "wrote" not in line and "sent:" not in line.lower() and "date:" not in line.lower()

    def _line(self, head: TimeExpression) -> str:
        text = self._source.text
        start, end = text.rfind("\n", 0, head.span.start) + 1, text.find("\n", head.span.end)
        return text[start : end if end >= 0 else len(text)]

    def head_of(self, token: "Token") -> TimeExpression | None:
        """The header of the entry that a word stands in."""
        index = bisect_right(self._heads, token.idx, key=lambda head: head.span.start)
        if index == 0:
            return None
        head, text = self._heads[index - 1], self._source.text
        end = text.find("\n", head.span.end)
        if any(c.isalpha() for c in self._line(head)[head.span.end - text.rfind("\n", 0, head.span.start) - 1 :]):
            return head if end < 0 or token.idx < end else None  # the entry stands on the header's own line
        between = self._source.segment_at(token.idx)
        closed = bisect_right(self._clocks, token.idx) > bisect_right(self._clocks, head.span.start)
        return None if closed or (between is not None and between.kind is SegmentKind.HEADLINE) else head

    def link(self, candidate: Candidate, state: Factuality) -> TimeLink | None:
        """The date of a main clause, or of the noun that an entry without a verb is headed by."""
        token = candidate.token
        head = self.head_of(token)
        first = token.dep_ == "ccomp" and is_set_apart(token)  # "200 workers march; 12 are detained"
        if head is None or not (first or token.dep_ in _MAIN) or state.modality is Modality.DENIED:
            return None
        if candidate.noun and token.dep_ != "ROOT":
            return None
        if not candidate.noun and (finite(token) is None or reporting_verb(token) is not None):
            return None
        relation = Relation.FROM if head.range_end else Relation.AT
        return TimeLink((TimeRef(head.id, relation),), DateBasis.CONTAINER)
