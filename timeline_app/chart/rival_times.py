"""Times that the sentences of one event give it and that cannot all be right."""

from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue


def rival_times(document: TimelineDocument, event: Event) -> list[TimeValue]:
    """The times that linked sentences give an event and that do not meet the one in force, each once."""
    own = event.time
    if own is None:
        return []
    found: dict[TimeValue, None] = {}
    for link in document.links_of_event(event.id):
        mention = document.mentions.get(link.mention) if link.mention is not None else None
        if mention is not None and mention.time is not None and not _meet(own, mention.time):
            found[mention.time] = None
    return list(found)


def _meet(one: TimeValue, other: TimeValue) -> bool:
    """Whether two times share a moment."""
    (a, b), (c, d) = one.utc, other.utc
    return (a is None or d is None or a < d) and (c is None or b is None or c < b)
