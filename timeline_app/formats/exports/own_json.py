"""Our own JSON: sources, events and the links between them, for scripts."""

from timeline_app.formats.event_json import events_object, json_text
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, encoded
from timeline_app.model.event import Status


def render(export: Export) -> Rendered:
    """The object of docs/interface.md; all sources where all events leave, else those that report them."""
    document = export.document
    kept = sum(event.status is not Status.REJECTED for event in document.events.values())
    sources = document.ordered_sources() if len(export.events) >= kept else export.sources
    return Rendered(encoded(json_text(events_object(document, sources, export.one_by_one(export.events)))))


FORMAT = ExportFormat("json", "JSON", ".json", "sources, events and links for scripts", render)
