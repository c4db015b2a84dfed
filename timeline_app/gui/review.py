"""The order in which events are reviewed, and which one comes next."""

from collections.abc import Iterable

from timeline_app.gui.wording import needs_review
from timeline_app.model.document import TimelineDocument


def reading_order(document: TimelineDocument) -> list[str]:
    """Every event in the order in which an analyst meets it in the texts; those without a sentence last."""
    places: dict[str, tuple[int, int]] = {}
    for source in document.ordered_sources():
        for link in document.links_of_source(source.id):
            mention = document.mentions.get(link.mention or "")
            start = mention.head.start if mention is not None else link.sentence.start
            place = (source.position, start)
            places[link.event_id] = min(places.get(link.event_id, place), place)
    nowhere = (len(document.sources), 0)
    return sorted(document.events, key=lambda i: (*places.get(i, nowhere), i))


def review_order(document: TimelineDocument) -> list[str]:
    """The events that wait for review, in reading order."""
    return [i for i in reading_order(document) if needs_review(document.events[i])]


def next_to_review(document: TimelineDocument, after: str | None, skip: Iterable[str] = ()) -> str | None:
    """The event to review after `after`, starting over at the end; None when there is no other."""
    order = reading_order(document)
    start = order.index(after) + 1 if after in order else 0
    passed = set(skip)
    for event_id in order[start:] + order[:start]:
        if needs_review(document.events[event_id]) and event_id not in passed:
            return event_id
    return None
