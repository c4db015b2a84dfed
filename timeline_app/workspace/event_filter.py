"""EventFilter: which events every pane shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.model.annotation import Modality
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status

SHOWN_STATUSES = frozenset(Status) - {Status.REJECTED}


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Conditions that an event must meet together; None or an empty text is no condition.

    By default everything is shown but what was rejected.  `period` is in UTC seconds, either end open; undated events
    are outside any period.
    """

    text: str = ""
    statuses: frozenset[Status] | None = SHOWN_STATUSES
    modalities: frozenset[Modality] | None = None
    kinds: frozenset[str | None] | None = None
    source_ids: frozenset[str] | None = None
    period: tuple[int | None, int | None] | None = None

    @property
    def hides_more_than_rejected(self) -> bool:
        """Whether any condition is in force but that rejected events are not shown."""
        return replace(self, statuses=None) != EventFilter(statuses=None) or self.statuses not in (None, SHOWN_STATUSES)

    def matches(self, event: Event, document: TimelineDocument) -> bool:
        """Whether an event is shown."""
        if self.statuses is not None and event.status not in self.statuses:
            return False
        if self.modalities is not None and event.modality not in self.modalities:
            return False
        if self.kinds is not None and event.kind not in self.kinds:
            return False
        if self.text and not self._text_found(event):
            return False
        if self.period is not None and not self._in_period(event):
            return False
        return self.source_ids is None or any(
            link.source_id in self.source_ids for link in document.links_of_event(event.id)
        )

    def passing(self, events: Sequence[Event], document: TimelineDocument, texts: Sequence[str]) -> list[bool]:
        """`matches` of many events, whose `searched_text`s are at hand where the filter has a text."""
        if replace(self, text="", statuses=None) != EventFilter(statuses=None):
            return [self.matches(event, document) for event in events]
        shown = frozenset(Status) if self.statuses is None else self.statuses
        passed = [event.status in shown for event in events]
        for word in self._words:
            passed = [had and word in text for had, text in zip(passed, texts, strict=True)]
        return passed

    @property
    def _words(self) -> list[str]:
        return self.text.casefold().split()

    def _text_found(self, event: Event) -> bool:
        text = searched_text(event)
        return all(word in text for word in self._words)

    def _in_period(self, event: Event) -> bool:
        if self.period is None or event.time is None:
            return self.period is None
        (low, high), (begin, end) = self.period, event.time.utc
        return (low is None or end is None or end > low) and (high is None or begin is None or begin < high)


def searched_text(event: Event) -> str:
    """What a search looks at, without case."""
    fields = (event.title, event.place or "", event.description, event.notes, event.phrase, *event.tags)
    return "\n".join([*fields, *(participant.text for participant in event.participants)]).casefold()
