"""Days that are listed beside one verb: "met on 4 and 6 February" tells of two meetings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.extraction.events.time_links import TimeLink, locates
from timeline_app.model.annotation import DateBasis, Mention, Relation, TimeExpression, TimeRef
from timeline_app.model.granularity import Granularity

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc

_JOINING = frozenset(("and", ",", "&", "on", "in", "again", "then", "at", "also"))
_PLACING = frozenset(("on", "in", "at"))
_MOST = 12


class ListedDays:
    """The times that stand in one list with the time that dates a mention."""

    def __init__(self, doc: "Doc", expressions: Sequence[TimeExpression], links: Mapping[int, TimeLink]) -> None:
        ends = {e.range_end for e in expressions}
        self._doc = doc
        self._listed = [e for e in expressions if locates(e.tree) and not e.is_header]
        self._place = {e.id: n for n, e in enumerate(self._listed)}
        self._barred = {e.id for e in expressions if e.range_end or e.id in ends}
        self._barred |= {ref.expression for link in links.values() for ref in link.refs}

    def twins(self, mention: Mention) -> Iterator[Mention]:
        """The same mention on each other day of its list, keyed by where that day stands."""
        own = [r.expression for r in mention.time_refs]
        if mention.date_basis is not DateBasis.CLAUSE or len(own) != 1 or own[0] not in self._place:
            return
        if mention.time_refs[0].relation is not Relation.AT:
            return
        for other in self._beside(self._place[own[0]]):
            key = f"{mention.key.split(':', 1)[0]}:{other.span.start}-{other.span.end}"
            yield replace(mention, key=key, head=other.span, time_refs=(TimeRef(other.id),))

    def _beside(self, place: int) -> Iterator[TimeExpression]:
        for step in (-1, 1):
            for count in range(1, _MOST):
                index = place + step * count
                if not 0 <= index < len(self._listed) or self._listed[index].id in self._barred:
                    break
                if not self._are_listed(min(index, index - step), max(index, index - step)):
                    break
                yield self._listed[index]

    def _are_listed(self, first: int, second: int) -> bool:
        one, other = self._listed[first], self._listed[second]
        if one.sentence != other.sentence or one.time is None or other.time is None:
            return False
        alike = one.time.granularity is other.time.granularity and type(one.tree) is type(other.tree)
        if max(one.time.granularity.rank, other.time.granularity.rank) > Granularity.YEAR.rank:
            return False
        before = self._doc.tokens_at(one.span.start, one.span.end)
        after = self._doc.tokens_at(other.span.start, other.span.end)
        if not before or not after or before[-1] >= after[0]:
            return False
        between = [t.lower_ for t in self._doc[before[-1] + 1 : after[0]]]
        once_more = between[-3:-1] == ["and", "again"] and between[-1] in _PLACING
        if once_more and self._doc[before[-1]].head.i < before[0] and self._counts(before[0]):
            return True  # "twice: on 8 May, when two men were killed, and again on 11 May"
        listed = bool(between) and between[0] in ("and", ",", "&") and all(word in _JOINING for word in between)
        return listed and (alike or once_more)

    def _counts(self, first: int) -> bool:
        """Whether "twice:" or "three times:" opens the list."""
        opening = [t.lower_ for t in self._doc[max(first - 3, 0) : first]]
        return ":" in opening and ("twice" in opening or "times" in opening)
