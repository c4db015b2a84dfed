"""The columns of the table of events: what each shows, and by what it sorts."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.workspace.dates import describe
from timeline_app.workspace.translation import mark, translated
from timeline_app.workspace.words import word


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
    """One column: its name, the text of a cell, and whether it is edited in place.

    `number` gives what a column of numbers sorts by; the others sort by their text.
    """

    id: ColumnId
    name: str  # in English
    text: Callable[[Event, TimelineDocument], str]
    editable: bool = False
    number: Callable[[Event], float] | None = None

    @property
    def heading(self) -> str:
        """What stands above the column."""
        return translated(self.name)


def _time(event: Event, document: TimelineDocument) -> str:
    return describe(event.time, document.settings.display_zone)


def _sources(event: Event, document: TimelineDocument) -> str:
    sources = dict.fromkeys(link.source_id for link in document.links_of_event(event.id))
    return "; ".join(source.title or source.name for id_ in sources if (source := document.sources.get(id_)))


COLUMNS: tuple[Column, ...] = (
    Column(ColumnId.TIME, mark("Time"), _time, editable=True),
    Column(ColumnId.TITLE, mark("Event"), lambda event, _: event.title, editable=True),
    Column(ColumnId.STATUS, mark("Status"), lambda event, _: word(event.status), editable=True),
    Column(ColumnId.MODALITY, mark("Modality"), lambda event, _: word(event.modality), editable=True),
    Column(ColumnId.KIND, mark("Kind"), lambda event, _: event.kind or "", editable=True),
    Column(ColumnId.PLACE, mark("Place"), lambda event, _: event.place or "", editable=True),
    Column(
        ColumnId.PARTICIPANTS,
        mark("Participants"),
        lambda event, _: "; ".join(p.text for p in event.participants),
        editable=True,
    ),
    Column(ColumnId.SOURCES, mark("Sources"), _sources),
    Column(
        ColumnId.ORIGINS,
        mark("Origins"),
        lambda event, _: str(event.origins),
        number=lambda event: event.origins,
    ),
    Column(
        ColumnId.CREDIBILITY,
        mark("Credibility"),
        lambda event, _: event.credibility,
        editable=True,
    ),
    Column(
        ColumnId.CONFIDENCE,
        mark("Confidence"),
        lambda event, _: f"{event.confidence:.0%}",
        number=lambda event: event.confidence,
    ),
    Column(ColumnId.TAGS, mark("Tags"), lambda event, _: "; ".join(event.tags), editable=True),
    Column(ColumnId.NOTES, mark("Notes"), lambda event, _: event.notes, editable=True),
)
COLUMN: dict[ColumnId, Column] = {column.id: column for column in COLUMNS}
