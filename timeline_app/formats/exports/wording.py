"""The words that several formats put beside an event: how it stands, who says so, where it comes from."""

import html

from timeline_app.formats.cells import guarded
from timeline_app.formats.exports.export import Export
from timeline_app.formats.plain_text import clean
from timeline_app.model.annotation import Modality
from timeline_app.model.display import describe, describe_published
from timeline_app.model.event import Event, Status
from timeline_app.model.source import Source


def title_of(event: Event) -> str:
    """An event's title on one line, never empty."""
    return clean(event.title) or "(untitled)"


def when(export: Export, event: Event) -> str:
    """An event's time as a person writes it, clock readings in the project's zone."""
    return describe(event.time, export.zone)


def standing(event: Event) -> list[str]:
    """What a reader must know beside title and time: that it was rejected, modality, place, who says so."""
    parts = [event.status.value] if event.status is Status.REJECTED else []
    parts += [] if event.modality is Modality.HAPPENED else [event.modality.value]
    if event.place:
        parts.append(clean(event.place))
    if event.attribution and (voice := event.attribution.speaker or event.attribution.outlet):
        parts.append(f"according to {clean(voice)}")
    return [part for part in parts if part]


def source_line(source: Source) -> str:
    """A document with its author, publisher and publication date."""
    published = source.context.published
    said = "publication date unknown"
    if published is not None:
        said = f"published {describe_published(published, source.context.time_zone)}"
    named = clean(source.title or source.name) or "untitled document"
    return ", ".join([named, *filter(None, (clean(source.author), clean(source.publisher), said))])


def quote_lines(export: Export, event: Event) -> list[str]:
    """Each sentence that reports an event, in quotation marks, with the name of its document."""
    names = export.source_names
    return [f"“{clean(words)}” — {names[link.source_id]}" for link, words in export.quotes(event)]


def body(export: Export, event: Event) -> list[str]:
    """An event in plain paragraphs: description, standing, quotes, notes."""
    parts = [clean(event.description), " · ".join(standing(event)), *quote_lines(export, event)]
    parts += [clean(line) for line in export.notes(event).splitlines()]
    return [part for part in parts if part]


def escaped(text: str) -> str:
    """Text as HTML, quotes too; nothing that documents say becomes markup."""
    return html.escape(text, quote=True)


def html_cell(markup: str) -> str:
    """Markup for a CSV cell: a formula's first character becomes an entity, which a browser shows as it was."""
    return f"&#{ord(markup[0])};{markup[1:]}" if guarded(markup) != markup else markup
