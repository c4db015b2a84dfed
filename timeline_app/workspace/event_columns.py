"""The columns of the table of events: what each shows, and by what it sorts."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from timeline_app.model.display import describe
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
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
        return QCoreApplication.translate("Column", self.name)


def _time(event: Event, document: TimelineDocument) -> str:
    return describe(event.time, document.settings.display_zone)


def _sources(event: Event, document: TimelineDocument) -> str:
    sources = dict.fromkeys(link.source_id for link in document.links_of_event(event.id))
    return "; ".join(source.title or source.name for id_ in sources if (source := document.sources.get(id_)))


COLUMNS: tuple[Column, ...] = (
    Column(ColumnId.TIME, QT_TRANSLATE_NOOP("Column", "Time"), _time, editable=True),
    Column(ColumnId.TITLE, QT_TRANSLATE_NOOP("Column", "Event"), lambda event, _: event.title, editable=True),
    Column(ColumnId.STATUS, QT_TRANSLATE_NOOP("Column", "Status"), lambda event, _: word(event.status), editable=True),
    Column(
        ColumnId.MODALITY, QT_TRANSLATE_NOOP("Column", "Modality"), lambda event, _: word(event.modality), editable=True
    ),
    Column(ColumnId.KIND, QT_TRANSLATE_NOOP("Column", "Kind"), lambda event, _: event.kind or "", editable=True),
    Column(ColumnId.PLACE, QT_TRANSLATE_NOOP("Column", "Place"), lambda event, _: event.place or "", editable=True),
    Column(
        ColumnId.PARTICIPANTS,
        QT_TRANSLATE_NOOP("Column", "Participants"),
        lambda event, _: "; ".join(p.text for p in event.participants),
        editable=True,
    ),
    Column(ColumnId.SOURCES, QT_TRANSLATE_NOOP("Column", "Sources"), _sources),
    Column(
        ColumnId.ORIGINS,
        QT_TRANSLATE_NOOP("Column", "Origins"),
        lambda event, _: str(event.origins),
        number=lambda event: event.origins,
    ),
    Column(
        ColumnId.CREDIBILITY,
        QT_TRANSLATE_NOOP("Column", "Credibility"),
        lambda event, _: event.credibility,
        editable=True,
    ),
    Column(
        ColumnId.CONFIDENCE,
        QT_TRANSLATE_NOOP("Column", "Confidence"),
        lambda event, _: f"{event.confidence:.0%}",
        number=lambda event: event.confidence,
    ),
    Column(ColumnId.TAGS, QT_TRANSLATE_NOOP("Column", "Tags"), lambda event, _: "; ".join(event.tags), editable=True),
    Column(ColumnId.NOTES, QT_TRANSLATE_NOOP("Column", "Notes"), lambda event, _: event.notes, editable=True),
)
COLUMN: dict[ColumnId, Column] = {column.id: column for column in COLUMNS}
