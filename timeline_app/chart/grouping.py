"""Which lane an event stands in, for each attribute that lanes can be made of."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.source import Source

MAX_LANES = 60  # the rarest values beyond share one lane
OTHER = "\0other"  # its key
_NUMBER = re.compile(r"(\d{1,18})")

LANE_ATTRIBUTES: dict[str, str] = {
    "source": "Source",
    "place": "Place",
    "participant": "Participant",
    "kind": "Kind",
    "tag": "Tag",
    "status": "Status",
    "modality": "Modality",
    "lane": "Own lane",
    "none": "One lane",
}


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its value of the attribute (empty: none) and the name to show."""

    key: str
    name: str


def lanes_of(document: TimelineDocument, counts: Mapping[str, int], by: str) -> tuple[tuple[Lane, ...], dict[str, int]]:
    """The lanes for values that occur so many times, and the lane of each value."""
    kept = set(sorted(counts, key=lambda key: -counts[key])[:MAX_LANES])
    sources = {source.id: source for source in document.source_heads()} if by == "source" else {}
    lanes = [Lane(key, _name(sources, by, key)) for key in _ordered(sources, by, kept)]
    index = {lane.key: i for i, lane in enumerate(lanes)}
    if len(counts) > len(kept):
        lanes.append(Lane(OTHER, "Other"))
    return tuple(lanes), {key: index.get(key, len(lanes) - 1) for key in counts}


def lane_key(document: TimelineDocument, event: Event, by: str) -> str:
    """The value of the attribute that decides an event's lane, empty where it has none."""
    return _KEYS.get(by, _no_key)(document, event)


def _ordered(sources: Mapping[str, Source], by: str, keys: set[str]) -> list[str]:
    """Sources in the order of the list of documents, other values by name, what has no value last."""
    if by == "source":
        place = {source_id: number for number, source_id in enumerate(sources)}
        return sorted(keys, key=lambda key: (key == "", place.get(key, len(place)), key))
    return sorted(keys, key=lambda key: (key == "", _as_counted(key.casefold()), key))


def _as_counted(name: str) -> list[tuple[int, str]]:
    """A name as readers sort it, with its numbers by what they count: "District 2" before "District 10"."""
    parts = _NUMBER.split(name)  # words and numbers in turn
    return [(int(part), "") if odd % 2 else (0, part) for odd, part in enumerate(parts)]


def _name(sources: Mapping[str, Source], by: str, key: str) -> str:
    if by == "source":
        source = sources.get(key)
        return (source.title or source.name) if source else "No source"
    if by in ("none", "") or by not in LANE_ATTRIBUTES:
        return "Events"
    return (key[:1].upper() + key[1:]) if key else f"No {LANE_ATTRIBUTES[by].lower()}"


def _source_key(document: TimelineDocument, event: Event) -> str:
    links = document.links_of_event(event.id)
    return links[0].source_id if links else ""


def _participant_key(_: TimelineDocument, event: Event) -> str:
    return event.participants[0].text if event.participants else ""


def _tag_key(_: TimelineDocument, event: Event) -> str:
    return event.tags[0] if event.tags else ""


def _no_key(_: TimelineDocument, __: Event) -> str:
    return ""


_KEYS: dict[str, Callable[[TimelineDocument, Event], str]] = {
    "source": _source_key,
    "place": lambda _, event: event.place or "",
    "participant": _participant_key,
    "kind": lambda _, event: event.kind or "",
    "tag": _tag_key,
    "status": lambda _, event: event.status.value,
    "modality": lambda _, event: event.modality.value,
    "lane": lambda _, event: event.lane or "",
    "none": _no_key,
}
