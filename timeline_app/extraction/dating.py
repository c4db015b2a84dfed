"""The time of each mention, recomputed from the readings of the expressions that it depends on.  No parser needed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline_app.model.annotation import DateBasis, Mention, Modality, Relation, TimeExpression, TimeRef
from timeline_app.model.expression import Modified, Part, Relative, counted_amount
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution.shift import begun_with, counted_from, stretch_from


def date_mentions(
    mentions: Iterable[Mention], expressions: Iterable[TimeExpression], context: PublicationContext
) -> list[Mention]:
    """The mentions with `time` as the current readings and publication date have it; None where nothing dates them.

    What is told as done but lies after publication, or after the header it stands under where that is later, is
    planned, until another publication date puts it back; what is counted from another event, and would then lie ahead,
    waits undated.
    """
    by_id = {expression.id: expression for expression in expressions}
    return [_dated(mention, mention_time(mention, by_id, context), by_id, context) for mention in mentions]


def _dated(
    mention: Mention,
    time: TimeValue | None,
    expressions: Mapping[str, TimeExpression],
    context: PublicationContext,
) -> Mention:
    stated = mention.stated or mention.modality
    headers = _headers(mention, expressions)
    told: list[TimeValue | None] = [context.published, *headers]
    if stated is Modality.ONGOING and headers:
        told = [*headers]  # "he signs the lease next Wednesday", in a chat that goes on beyond it
    ahead = stated in (Modality.HAPPENED, Modality.ONGOING) and all(_is_ahead(time, now) for now in told)
    if ahead and _counts_itself(mention, expressions):  # counted from another "arrest" than is meant
        return replace(mention, time=None, modality=stated, stated=None)
    modality = Modality.PLANNED if ahead else stated
    return replace(mention, time=time, modality=modality, stated=stated if ahead else None)


def _counts_itself(mention: Mention, expressions: Mapping[str, TimeExpression]) -> bool:
    """Whether a mention is told by how far it is from another event, "ousted three days after", and not the other."""
    distances = (expressions.get(ref.counted or "") for ref in mention.time_refs)
    return any(distance is not None and mention.head.end <= distance.span.start for distance in distances)


def _headers(mention: Mention, expressions: Mapping[str, TimeExpression]) -> list[TimeValue]:
    """When the updates or messages that date a mention were written."""
    dating = [expressions[ref.expression] for ref in mention.time_refs if ref.expression in expressions]
    headers = [e if e.is_header else expressions.get(e.section or "") for e in dating]
    return [header.time for header in headers if header is not None and header.time is not None]


def _is_ahead(time: TimeValue | None, published: TimeValue | None) -> bool:
    """Whether a time begins after the day of publication."""
    if time is None or published is None or time.first_day is None or published.last_day is None:
        return False
    return time.first_day > published.last_day


def mention_time(
    mention: Mention, expressions: Mapping[str, TimeExpression], context: PublicationContext
) -> TimeValue | None:
    """The interval that all references of a mention leave; the first one alone where they contradict each other."""
    if not mention.time_refs:
        return publication_day(context) if mention.date_basis is DateBasis.PUBLICATION else None
    times = (_time_of(ref, expressions, context) for ref in mention.time_refs)
    return common_time([time for time in times if time is not None])


def publication_day(context: PublicationContext) -> TimeValue | None:
    """The day of publication, whatever the precision in which it is known to the minute."""
    published = context.published
    if published is None or not published.is_clock:
        return published
    first, last = published.first_day, published.last_day
    return None if first is None or last is None else TimeValue.days(first, last)


def common_time(times: Sequence[TimeValue]) -> TimeValue | None:
    """The intersection of the times, the first one first; what contradicts the others is left out."""
    if not times:
        return None
    result = times[0]
    for time in times[1:]:
        result = intersection(result, time) or result
    return result


def intersection(one: TimeValue, other: TimeValue) -> TimeValue | None:
    """The time that two readings share, with the finer one's granularity and zone; None where they share none.

    A reading that lies inside the other is returned as it is, so that its soft edges and zone survive.
    """
    if not one.overlaps(other):
        return None
    for inner, outer in ((one, other), (other, one)):
        if _within(inner, outer):
            return inner
    early, late = (one, other) if _start(one) >= _start(other) else (other, one)
    finer = min(one, other, key=lambda t: t.granularity.rank)
    try:
        return TimeValue(
            early.earliest_start,
            early.latest_start,
            late.earliest_end,
            late.latest_end,
            finer.granularity,
            one.approximate or other.approximate,
            one.uncertain or other.uncertain,
            finer.zone if one.is_clock and other.is_clock else None,
            finer.offset if one.is_clock and other.is_clock else None,
        )
    except ValueError:
        return None


def _start(time: TimeValue) -> float:
    return float("-inf") if time.earliest_start is None else time.earliest_start


def _end(time: TimeValue) -> float:
    return float("inf") if time.latest_end is None else time.latest_end


def _within(inner: TimeValue, outer: TimeValue) -> bool:
    return _start(outer) <= _start(inner) and _end(inner) <= _end(outer)


def _time_of(ref: TimeRef, expressions: Mapping[str, TimeExpression], context: PublicationContext) -> TimeValue | None:
    expression = expressions.get(ref.expression)
    time = expression.time if expression is not None else None
    if expression is not None and ref.counted == ref.expression:
        time = publication_day(context)
    if expression is None or time is None:
        return None
    distance = expressions.get(ref.counted or "")
    if distance is not None and (amount := counted_amount(distance.tree)) is not None:
        far = amount.unit is Granularity.WEEK and amount.count is not None and time.granularity is Granularity.MONTH
        if time.granularity.rank > max(amount.unit.rank, Granularity.DAY.rank) and not far:
            return replace(time, approximate=True)  # two days before something that was in January
        if ref.relation is Relation.WITHIN:
            return begun_with(time, amount)
        sign = 1 if ref.relation is Relation.AFTER else -1
        if isinstance(distance.tree, Relative) and amount.unit.rank > Granularity.DAY.rank:
            return stretch_from(time, amount, sign)  # "in the week after the accident"
        counted = counted_from(time, amount, sign, context)
        roughly = counted is not None and isinstance(distance.tree, Modified)
        return replace(counted, approximate=True) if counted is not None and roughly else counted
    match ref.relation:
        case Relation.AT:
            return time
        case Relation.BEFORE | Relation.AT_OR_BEFORE:
            time = _to_its_third(time, expression)
            return time.until() if time.latest_end is not None else time
        case Relation.AFTER | Relation.WITHIN:
            return time.since() if time.earliest_start is not None else time
        case Relation.SAME_DAY:
            return _whole_day(time)
        case Relation.FROM:
            return _range(time, expressions.get(expression.range_end or ""))


def _whole_day(time: TimeValue) -> TimeValue:
    """The day on which a time began, of what lasted no longer; anything coarser as it is."""
    first, last = time.first_day, time.last_day
    if first is None or last is None or last - first > 1 or time.granularity.rank > Granularity.DAY.rank:
        return time
    return TimeValue.days(first, first)


def _to_its_third(time: TimeValue, expression: TimeExpression) -> TimeValue:
    """ "by mid-October": the bound is where the middle of the month ends, not the month."""
    tree, end = expression.tree, time.earliest_end
    if not isinstance(tree, Part) or tree.mod == "END" or end is None or time.latest_start is None:
        return time
    return replace(time, latest_end=end)


def _range(begin: TimeValue, end: TimeExpression | None) -> TimeValue:
    """From one expression's start to another's end; the start alone where the end is unread or comes first."""
    if end is None or end.time is None:
        return begin
    try:
        return begin.spanning(end.time)
    except ValueError:
        return begin
