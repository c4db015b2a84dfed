"""What a timeline's rows are made of, in formats that have rows."""

from collections.abc import Callable

from timeline_app.formats.exports.export import Export
from timeline_app.formats.plain_text import clean
from timeline_app.model.event import Event


def _first_source(export: Export, event: Event) -> str:
    links = export.document.links_of_event(event.id)
    if not links:
        return ""
    source = export.document.sources[links[0].source_id]
    return source.title or source.name


_NAMES: dict[str, Callable[[Export, Event], str]] = {
    "source": _first_source,
    "place": lambda _, event: event.place or "",
    "participant": lambda _, event: event.participants[0].text if event.participants else "",
    "kind": lambda _, event: event.kind or "",
    "tag": lambda _, event: event.tags[0] if event.tags else "",
    "status": lambda _, event: event.status.value,
    "modality": lambda _, event: event.modality.value,
    "lane": lambda _, event: event.lane or "",
    "none": lambda _, __: "",
}
GROUPS = tuple(_NAMES)
"""The attributes that events can be grouped by."""


def group_name(export: Export, event: Event) -> str:
    """The row that an event stands in, empty where it has none."""
    by = export.options.group_by or export.document.settings.lanes_by
    return clean(_NAMES.get(by, _NAMES["none"])(export, event))
