"""Reading an event's time again from what its links say now, leaving alone whatever the analyst decided."""

from collections import ChainMap
from collections.abc import Iterable
from dataclasses import replace

from timeline_app.extraction.corroboration import Group, build_event, refresh_event
from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.source import Source
from timeline_app.model.token import Span

READ_FIELDS = ("phrase", "resolved", "explanation", "date_basis", "origins")
"""The fields that follow from the text and its context alone."""


class View:
    """The document's sources, expressions and mentions by id, with some replaced or added before any change is made."""

    def __init__(
        self,
        document: TimelineDocument,
        sources: Iterable[Source] = (),
        expressions: Iterable[TimeExpression] = (),
        mentions: Iterable[Mention] = (),
    ) -> None:
        self.document = document
        self.sources = ChainMap({source.id: source for source in sources}, document.sources)
        self.expressions = ChainMap({e.id: e for e in expressions}, document.expressions)
        self.mentions = ChainMap({mention.key: mention for mention in mentions}, document.mentions)


def refreshed(view: View, event: Event, links: Iterable[SourceLink]) -> Event:
    """The event as its `links` would have it: read fields anew, everything of the analyst's kept.

    An event that the analyst dated becomes STALE when the reading under the override moves; only the status tells.
    """
    links = list(links)
    mentions = [m for link in links if link.mention and (m := view.mentions.get(link.mention))]
    if mentions:
        found = refresh_event(event, mentions, view.expressions, view.sources)
        read = {name: getattr(found, name) for name in READ_FIELDS if name not in event.edited}
    elif expression := _drawn_expression(view, links):
        read = reading_of(expression)
    else:
        return event
    result = replace(event, **read)
    was_dated = event.override is not None and event.status in (Status.EDITED, Status.ACCEPTED)
    return replace(result, status=Status.STALE) if was_dated and result.resolved != event.resolved else result


def renewed(view: View, event: Event, links: Iterable[SourceLink]) -> Event:
    """The event as its `links` tell it: a suggestion that nobody touched is made anew, any other is `refreshed`."""
    links = list(links)
    keys = tuple(link.mention for link in links if link.mention is not None and link.mention in view.mentions)
    if not is_untouched(event) or not keys or len(keys) < len(links):
        return refreshed(view, event, links)
    made, _ = build_event(Group(keys, 1, event.confidence), view.mentions, view.expressions, view.sources, event.id)
    return made


def is_untouched(event: Event) -> bool:
    """Whether an event is a suggestion as it was made, without a decision or an edit of the analyst's."""
    return event.status is Status.SUGGESTED and not event.edited and event.override is None


def reading_of(expression: TimeExpression) -> dict[str, object]:
    """The read fields of an event that stands under one time expression."""
    reading = expression.reading
    return {
        "phrase": expression.phrase,
        "resolved": expression.time,
        "explanation": reading.explanation if reading else "",
    }


def expression_within(document: TimelineDocument, source_id: str, span: Span) -> TimeExpression | None:
    """The time expression inside a selection: the first with a place on the calendar, else the first."""
    inside = [e for e in document.expressions_of_source(source_id) if span.contains(e.span) and not e.is_header]
    return next((e for e in inside if e.time is not None), next(iter(inside), None))


def _drawn_expression(view: View, links: list[SourceLink]) -> TimeExpression | None:
    """The expression that an analyst's own link points to."""
    for link in links:
        if link.phrase is not None:
            for expression in view.document.expressions_of_source(link.source_id):
                if expression.span == link.phrase:
                    return view.expressions[expression.id]
    return None
