"""EventFilter: which events every pane shows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.workspace.event_facets import Field, Holding, Test, values_of
from timeline_app.workspace.filter_values import NONE, nowhere, test_of

SHOWN_STATUSES = frozenset(Status) - {Status.REJECTED}
_WORD = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing asked of a field, as it was typed: `place:Kellin`, `-status:rejected`, `when:"May 2018"`."""

    field: Field
    value: str
    negated: bool = False

    @property
    def asks_for_none(self) -> bool:
        """Whether the field is to be empty."""
        return self.value.strip().casefold() in NONE


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What an event must meet to be shown.

    `text` holds words that must all be found, "phrases in quotes", and -words that must not be: in what is the event's
    own, its titles, notes and sentences, or with `whole_texts` anywhere in its sources.  Conditions on one
    field are alternatives, those on different fields must be met together, negated ones all.  By default everything
    is shown but what was rejected; a condition on the status takes the place of that.
    """

    text: str = ""
    statuses: frozenset[Status] | None = SHOWN_STATUSES
    conditions: tuple[Condition, ...] = ()
    whole_texts: bool = False

    @property
    def hides_more_than_rejected(self) -> bool:
        """Whether any condition is in force but that rejected events are not shown."""
        return bool(self.words or self.conditions) or self.statuses not in (None, SHOWN_STATUSES)

    @property
    def shows_rejected(self) -> bool:
        """Whether rejected events are among those shown."""
        statuses = self.allowed_statuses
        return statuses is None or Status.REJECTED in statuses

    @property
    def allowed_statuses(self) -> frozenset[Status] | None:
        """`statuses`, unless a condition asks for some by name."""
        asked = any(c.field is Field.STATUS and not c.negated for c in self.conditions)
        return None if asked else self.statuses

    @property
    def words(self) -> list[tuple[str, bool]]:
        """What the text is searched for, without case, and whether it must be absent."""
        found = [(m[2] if m[2] is not None else m[3], bool(m[1])) for m in _WORD.finditer(self.text.casefold())]
        return [(word, absent) for word, absent in found if word]

    @property
    def query(self) -> str:
        """The words and "phrases" that must be found, as they are looked for in the texts of sources."""
        return " ".join(found.group() for found in _WORD.finditer(self.text) if not found[1])

    @property
    def asks_texts(self) -> bool:
        """Whether it depends on the whole texts of sources which events are shown."""
        return (self.whole_texts and bool(self.words)) or any(c.field is Field.TEXT for c in self.conditions)

    def grouped(self) -> dict[tuple[Field, bool], list[Condition]]:
        """The conditions by field and by whether they are negated."""
        groups: dict[tuple[Field, bool], list[Condition]] = {}
        for condition in self.conditions:
            groups.setdefault((condition.field, condition.negated), []).append(condition)
        return groups

    def matches(self, event: Event, document: TimelineDocument, holding: Holding = nowhere) -> bool:
        """Whether an event is shown; `holding` searches the whole texts where that `asks_texts`."""
        statuses = self.allowed_statuses
        if statuses is not None and event.status not in statuses:
            return False
        for (field, negated), conditions in self.grouped().items():
            (held,) = values_of(field, [event], document)
            met = any(_meets(c, held, document, holding) for c in conditions)
            if met == negated:
                return False
        words = self.words
        if not words:
            return True
        (text,) = searched_texts([event], document)
        sources = {link.source_id for link in document.links_of_event(event.id)} if self.whole_texts else set()
        return all((word in text or bool(sources and sources & holding(word))) is not absent for word, absent in words)

    def without(self, condition: Condition) -> "EventFilter":
        """The filter with one condition less."""
        return replace(self, conditions=tuple(c for c in self.conditions if c != condition))


def _meets(condition: Condition, held: Sequence[object], document: TimelineDocument, holding: Holding) -> bool:
    if condition.asks_for_none:
        return not held
    test: Test = test_of(condition.field, condition.value, document, holding)
    return any(test(value) for value in held)


def searched_texts(events: Sequence[Event], document: TimelineDocument) -> list[str]:
    """What a search for words looks at, without case: the event's own words and the sentences that tell it."""
    few = len(events) < len(document.links) // 8
    links = (link for event in events for link in document.links_of_event(event.id)) if few else document.links.values()
    quotes: dict[str, list[str]] = {}
    for link in links:
        source = document.sources.get(link.source_id)
        if source is not None:
            quotes.setdefault(link.event_id, []).append(source.text[link.sentence.start : link.sentence.end])
    return ["\n".join([*_own_words(event), *quotes.get(event.id, ())]).casefold() for event in events]


def _own_words(event: Event) -> list[str]:
    words = [event.title, event.place or "", event.description, event.notes, event.phrase, event.override_text]
    return [*words, *event.tags, *(participant.text for participant in event.participants)]
