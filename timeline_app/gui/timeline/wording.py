"""The words that the timeline puts beside bars and on its hover card."""

from PySide6.QtCore import QCoreApplication

from timeline_app.chart.gaps import length_words
from timeline_app.chart.grouping import LANE_ATTRIBUTES, OTHER, Lane
from timeline_app.model.annotation import Modality
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.model.granularity import Granularity
from timeline_app.workspace.dates import describe

_QUOTE = 280  # characters


def label_detail(document: TimelineDocument, event: Event, *, with_date: bool = False) -> str:
    """What follows a title on the canvas: a date that the bar alone would overstate, and how many sources tell it."""
    parts = []
    value = event.time
    if value is not None and (with_date or value.approximate or value.granularity.rank > Granularity.WEEK.rank):
        parts.append(describe(value, document.settings.display_zone))
    if event.modality not in (Modality.HAPPENED, Modality.ONGOING):
        parts.append(modality_word(event.modality))
    sources = {link.source_id for link in document.links_of_event(event.id)}
    if len(sources) > 1:
        parts.append(sources_words(len(sources)))
    return "".join(f" · {part}" for part in parts)


def sources_words(number: int) -> str:
    """ "3 sources"; there are several."""
    return QCoreApplication.translate("Timeline", "{} sources").format(number)


def gap_words(days: float) -> str:
    """A stretch without any event: "14 months without an event"."""
    number, unit = length_words(days)
    pattern = {
        "hour": QCoreApplication.translate("Timeline", "{} hours without an event"),
        "day": QCoreApplication.translate("Timeline", "{} days without an event"),
        "month": QCoreApplication.translate("Timeline", "{} months without an event"),
        "year": QCoreApplication.translate("Timeline", "{} years without an event"),
    }[unit]
    return pattern.format(f"{number:,}")


def lanes_by_words(attribute: str) -> str:
    """What lanes are made of: "By source"."""
    return {
        "source": QCoreApplication.translate("Timeline", "By source"),
        "place": QCoreApplication.translate("Timeline", "By place"),
        "participant": QCoreApplication.translate("Timeline", "By participant"),
        "kind": QCoreApplication.translate("Timeline", "By kind"),
        "tag": QCoreApplication.translate("Timeline", "By tag"),
        "status": QCoreApplication.translate("Timeline", "By status"),
        "modality": QCoreApplication.translate("Timeline", "By modality"),
        "lane": QCoreApplication.translate("Timeline", "By own lane"),
    }.get(attribute, QCoreApplication.translate("Timeline", "One lane"))


def lane_name(lane: Lane, attribute: str) -> str:
    """The name of a lane, also of the one for what has no value."""
    if lane.key == OTHER:
        return QCoreApplication.translate("Timeline", "Other")
    if attribute in ("status", "modality"):
        word = status_word(Status(lane.key)) if attribute == "status" else modality_word(Modality(lane.key))
        return word[:1].upper() + word[1:]
    if lane.key or attribute not in LANE_ATTRIBUTES:
        return lane.name
    return {
        "source": QCoreApplication.translate("Timeline", "No source"),
        "place": QCoreApplication.translate("Timeline", "No place"),
        "participant": QCoreApplication.translate("Timeline", "No participant"),
        "kind": QCoreApplication.translate("Timeline", "No kind"),
        "tag": QCoreApplication.translate("Timeline", "No tag"),
        "lane": QCoreApplication.translate("Timeline", "No lane of its own"),
    }.get(attribute, QCoreApplication.translate("Timeline", "Events"))


def modality_word(modality: Modality) -> str:
    """Whether it happened, in a word."""
    return {
        Modality.HAPPENED: QCoreApplication.translate("Timeline", "happened"),
        Modality.ONGOING: QCoreApplication.translate("Timeline", "ongoing"),
        Modality.PLANNED: QCoreApplication.translate("Timeline", "planned"),
        Modality.POSSIBLE: QCoreApplication.translate("Timeline", "possible"),
        Modality.DENIED: QCoreApplication.translate("Timeline", "denied"),
        Modality.OPINION: QCoreApplication.translate("Timeline", "opinion"),
    }[modality]


def status_word(status: Status) -> str:
    """Where an event stands in the review, in a word."""
    return {
        Status.SUGGESTED: QCoreApplication.translate("Timeline", "suggested"),
        Status.ACCEPTED: QCoreApplication.translate("Timeline", "accepted"),
        Status.EDITED: QCoreApplication.translate("Timeline", "edited"),
        Status.REJECTED: QCoreApplication.translate("Timeline", "rejected"),
        Status.STALE: QCoreApplication.translate("Timeline", "stale"),
    }[status]


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
    words = [modality_word(event.modality), status_word(event.status)]
    if event.status is Status.SUGGESTED:
        words.append(QCoreApplication.translate("Timeline", "confidence {}").format(f"{event.confidence:.2f}"))
    return " · ".join(words)
