"""The columns of the table of events: what each shows, and by what it sorts."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.model.display import describe
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event


class ColumnId(StrEnum):
    """The columns, in order."""

    TIME = "time"
    TITLE = "title"
    STATUS = "status"
    MODALITY = "modality"
    KIND = "kind"
    PLACE = "place"
    PARTICIPANTS = "participants"
    SOURCES = "sources"
    ORIGINS = "origins"
    CREDIBILITY = "credibility"
    CONFIDENCE = "confidence"
    TAGS = "tags"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the text of a cell, and whether it is edited in place.

    `number` gives what a column of numbers sorts by; the others sort by their text.
    """

    id: ColumnId
    heading: str
    text: Callable[[Event, TimelineDocument], str]
    editable: bool = False
    number: Callable[[Event], float] | None = None


def _time(event: Event, document: TimelineDocument) -> str:
    return describe(event.time, document.settings.display_zone)


def _sources(event: Event, document: TimelineDocument) -> str:
    sources = dict.fromkeys(link.source_id for link in document.links_of_event(event.id))
    return "; ".join(source.title or source.name for id_ in sources if (source := document.sources.get(id_)))


COLUMNS: tuple[Column, ...] = (
    Column(ColumnId.TIME, "Time", _time, editable=True),
    Column(ColumnId.TITLE, "Event", lambda event, _: event.title, editable=True),
    Column(ColumnId.STATUS, "Status", lambda event, _: event.status.value),
    Column(ColumnId.MODALITY, "Modality", lambda event, _: event.modality.value, editable=True),
    Column(ColumnId.KIND, "Kind", lambda event, _: event.kind or ""),
    Column(ColumnId.PLACE, "Place", lambda event, _: event.place or ""),
    Column(ColumnId.PARTICIPANTS, "Participants", lambda event, _: "; ".join(p.text for p in event.participants)),
    Column(ColumnId.SOURCES, "Sources", _sources),
    Column(ColumnId.ORIGINS, "Origins", lambda event, _: str(event.origins), number=lambda event: event.origins),
    Column(ColumnId.CREDIBILITY, "Credibility", lambda event, _: event.credibility),
    Column(
        ColumnId.CONFIDENCE,
        "Confidence",
        lambda event, _: f"{event.confidence:.0%}",
        number=lambda event: event.confidence,
    ),
    Column(ColumnId.TAGS, "Tags", lambda event, _: "; ".join(event.tags)),
    Column(ColumnId.NOTES, "Notes", lambda event, _: event.notes, editable=True),
)
COLUMN: dict[ColumnId, Column] = {column.id: column for column in COLUMNS}
