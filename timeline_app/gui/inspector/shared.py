"""What the selected events have in common, and how their fields look as text."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from timeline_app.model.annotation import Alternative, Participant, TimeExpression
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.workspace.translation import mark, translated

T = TypeVar("T")
DIFFERS = mark("differs — typing applies to all")
_ROLES = (mark("agent"), mark("patient"), mark("partner"))


def common(events: Sequence[Event], read: Callable[[Event], T]) -> T | None:
    """The value that all events share, None where they differ."""
    values = [read(event) for event in events]
    return values[0] if values and all(value == values[0] for value in values) else None


def participants_text(participants: Sequence[Participant]) -> str:
    """ "Lavrov (agent); Syria"."""
    return "; ".join(p.text if p.role == "other" else f"{p.text} ({translated(p.role)})" for p in participants)


def participants_from(text: str) -> tuple[Participant, ...]:
    """What `participants_text` wrote, or a person typed: names parted by semicolons, a role in brackets."""
    roles = {translated(role): role for role in _ROLES}
    found: list[Participant] = []
    for part in text.split(";"):
        name, bracket, role = part.strip().partition(" (")
        has_role = bool(bracket) and role.endswith(")")
        if name:
            found.append(
                Participant(
                    name if has_role else part.strip(), roles.get(role[:-1], role[:-1]) if has_role else "other"
                )
            )
    return tuple(found)


def tags_from(text: str) -> tuple[str, ...]:
    """Tags parted by commas, each once."""
    return tuple(dict.fromkeys(tag.strip() for tag in text.split(",") if tag.strip()))


def expressions_of(document: TimelineDocument, event: Event) -> list[TimeExpression]:
    """The time expressions that date an event, the one that its phrase was taken from first."""
    ids = [ref.expression for mention in document.mentions_of_event(event.id) for ref in mention.time_refs]
    for link in document.links_of_event(event.id):
        if link.phrase is not None:
            ids += [e.id for e in document.expressions_of_source(link.source_id) if e.span == link.phrase]
    found = [document.expressions[i] for i in dict.fromkeys(ids) if i in document.expressions]
    return sorted(found, key=lambda e: e.phrase != event.phrase)


def alternatives_of(document: TimelineDocument, event: Event) -> list[Alternative]:
    """Other readings of the event's own phrase that lie on the calendar."""
    found: dict[object, Alternative] = {}
    for expression in expressions_of(document, event):
        for alternative in expression.reading.alternatives if expression.reading else ():
            if alternative.time is not None and alternative.time not in (event.resolved, event.override):
                found.setdefault(alternative.time, alternative)
    return list(found.values())
