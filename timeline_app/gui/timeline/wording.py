"""The words that the timeline puts beside bars and on its hover card."""

from timeline_app.chart.gaps import length_words
from timeline_app.model.annotation import Modality
from timeline_app.model.display import describe
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.model.granularity import Granularity

_QUOTE = 280  # characters


def label_detail(document: TimelineDocument, event: Event, *, with_date: bool = False) -> str:
    """What follows a title on the canvas: a date that the bar alone would overstate, and how many sources tell it."""
    parts = []
    value = event.time
    if value is not None and (with_date or value.approximate or value.granularity.rank > Granularity.WEEK.rank):
        parts.append(describe(value, document.settings.display_zone))
    if event.modality not in (Modality.HAPPENED, Modality.ONGOING):
        parts.append(event.modality.value)
    sources = {link.source_id for link in document.links_of_event(event.id)}
    if len(sources) > 1:
        parts.append(f"{len(sources)} sources")
    return "".join(f" · {part}" for part in parts)


def gap_words(days: float) -> str:
    """A stretch without any event: "14 months without an event"."""
    number, unit = length_words(days)
    return f"{number:,} {unit}{'' if number == 1 else 's'} without an event"


def event_date(document: TimelineDocument, event: Event) -> str:
    """An event's time in the project's display zone."""
    return describe(event.time, document.settings.display_zone)


def event_quote(document: TimelineDocument, event: Event) -> tuple[str, str]:
    """The first linked sentence and its source's title, both empty without a link."""
    for link in document.links_of_event(event.id):
        source = document.sources.get(link.source_id)
        if source is not None:
            text = " ".join(source.text[link.sentence.start : link.sentence.end].split())
            return (text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"), source.title or source.name
    return "", ""


def event_state(event: Event) -> str:
    """Modality and status in words: "denied, suggested, confidence 0.62"."""
    words = [event.modality.value, event.status.value]
    if event.status is Status.SUGGESTED:
        words.append(f"confidence {event.confidence:.2f}")
    return " · ".join(words)
