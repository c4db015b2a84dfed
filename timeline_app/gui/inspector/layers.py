"""TimeLayers: phrase → reading → the analyst's own time, of an event, of several, or of one phrase in a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from timeline_app.gui.inspector.shared import alternatives_of, common
from timeline_app.model.annotation import Alternative, TimeExpression
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.source import PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.dates import describe_weekdays
from timeline_app.workspace.reasons import event_told, reading_told
from timeline_app.workspace.retelling import retold

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TimeLayers:
    """What a time box shows.  `own` None and `has_own` set: several events have times of their own that differ."""

    context: PublicationContext
    phrase: str = ""
    resolved: TimeValue | None = None
    explanation: str = ""
    alternatives: tuple[Alternative, ...] = ()
    own: TimeValue | None = None
    own_text: str = ""
    has_own: bool = False
    is_single: bool = True
    language: str = "en"  # of the source

    @property
    def reading(self) -> str:
        """The resolved time in words."""
        if self.resolved is not None:
            return describe_weekdays(self.resolved)
        return translate("Layers", "could not be placed") if self.phrase else translate("Layers", "undated")


def layers_of_events(document: TimelineDocument, events: Sequence[Event]) -> TimeLayers:
    """The layers of the selected events; of several, only their own time."""
    context = operations.context_of(document, events[0].id)
    language = operations.language_of(document, events[0].id)
    has_own = any(event.override is not None for event in events)
    if len(events) > 1:
        return TimeLayers(
            context, own=common(events, lambda e: e.override), has_own=has_own, is_single=False, language=language
        )
    event = events[0]
    return TimeLayers(
        context,
        event.phrase,
        event.resolved,
        event_told(document, event),
        tuple(alternatives_of(document, event)),
        event.override,
        event.override_text,
        has_own,
        language=language,
    )


def layers_of_expression(document: TimelineDocument, expression: TimeExpression) -> TimeLayers:
    """The layers of a phrase; the analyst's own time is its correction."""
    source = document.sources[expression.source_id]
    context = source.context
    reading, own = expression.reading, expression.correction
    if reading is None:
        return TimeLayers(context, expression.phrase, own=own, has_own=own is not None, language=source.language)
    return TimeLayers(
        context,
        expression.phrase,
        reading.time,
        retold(reading.warning) if reading.warning else reading_told(document, expression),
        tuple(a for a in reading.alternatives if a.time is not None),
        own,
        has_own=own is not None,
        language=source.language,
    )
