"""Export: the events that leave, in their order, with what the analyst chose about them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path

from timeline_app.formats.atomic import write_atomically
from timeline_app.formats.event_json import chronological, quoted
from timeline_app.formats.plain_text import clean
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.source import Source

_TOLD_EVERY = 200  # events


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the analyst may choose; a format that has no place for a choice ignores it."""

    title: str = ""  # of the timeline; where empty, `Export.title` says what it is called
    group_by: str = ""  # an attribute of groups.GROUPS; the project's lanes where empty
    quotes: bool = True  # the sentences that report an event
    notes: bool = True  # the analyst's own notes
    dark: bool = False  # for what is looked at: HTML, pictures
    width: int = 1600  # of a picture, in pixels at 96 to the inch
    dpi: int = 96  # of a PNG's own pixels
    period: tuple[float, float] | None = None  # of a picture, wall-clock seconds of the display zone; else everything


@dataclass(frozen=True)
class Export:
    """The chosen events in chronological order, the undated last, and the document that they belong to."""

    document: TimelineDocument
    events: tuple[Event, ...]
    options: ExportOptions = ExportOptions()
    name: str = ""  # of the project's file
    tell: Callable[[int], object] = field(default=lambda done: None, compare=False)  # hears how many events are done

    def one_by_one(self, events: Iterable[Event]) -> Iterator[Event]:
        """The events, telling now and then how many are done: for the loop in which a format spends its time."""
        for number, event in enumerate(events):
            if number % _TOLD_EVERY == 0:
                self.tell(number)
            yield event

    @property
    def title(self) -> str:
        """What the timeline is called: as the analyst says, as the project is, its file, or the first document."""
        names = (self.options.title, self.document.settings.title, self.name)
        if told := next((name for name in map(clean, names) if name), ""):
            return told
        first = next(iter(self.sources), None)
        return (clean(first.title) or clean(first.name) if first is not None else "") or "Timeline"

    @property
    def zone(self) -> str:
        """The zone in which clock readings are shown where a format has no zones."""
        return self.document.settings.display_zone

    @property
    def dated(self) -> tuple[Event, ...]:
        """The events with a time."""
        return tuple(event for event in self.events if event.time is not None)

    @property
    def part(self) -> TimelineDocument:
        """A document of the chosen events alone, with their sources and links."""
        links = [link for event in self.events for link in self.document.links_of_event(event.id)]
        return TimelineDocument.of([*self.sources, *self.events, *links, self.document.settings])

    @cached_property
    def sources(self) -> list[Source]:
        """The documents that report the chosen events, in the order of the list of documents."""
        told = {link.source_id for event in self.events for link in self.document.links_of_event(event.id)}
        return [source for source in self.document.ordered_sources() if source.id in told]

    @cached_property
    def source_names(self) -> dict[str, str]:
        """What the documents that report the chosen events are called, by id, each on one line."""
        return {source.id: clean(source.title or source.name) for source in self.sources}

    def notes(self, event: Event) -> str:
        """The analyst's notes of an event, empty where they are not to leave."""
        return event.notes if self.options.notes else ""

    def quotes(self, event: Event) -> list[tuple[SourceLink, str]]:
        """An event's links with the words of their sentences, none where quotes are not to leave."""
        if not self.options.quotes:
            return []
        links = self.document.links_of_event(event.id)
        return [(link, quoted(self.document.sources, link, link.sentence) or "") for link in links]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file, and a sentence for each thing that the format could not hold."""

    data: bytes
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One way out: its name on the command line, what people read of it, and what makes it."""

    id: str
    name: str
    suffix: str  # with the dot, as files of the format are named
    purpose: str  # a phrase: what it is for
    render: Callable[[Export], Rendered]
    uses: frozenset[str] = frozenset()  # names of the ExportOptions that make a difference
    is_text: bool = True  # whether a preview can show the bytes as they are


def uses(*names: str) -> frozenset[str]:
    """The options that a format looks at; raises ValueError for one that there is not."""
    if unknown := set(names) - {field.name for field in fields(ExportOptions)}:
        raise ValueError(f"not an option of an export: {', '.join(sorted(unknown))}")
    return frozenset(names)


def make_export(
    document: TimelineDocument,
    event_ids: Iterable[str] | None = None,
    options: ExportOptions | None = None,
    name: str = "",
) -> Export:
    """The events with these ids, or every event that was not rejected; ids that are not there are passed over.

    `name` is that of the project's file, without its ending.
    """
    events = chronological(document)
    if event_ids is None:
        chosen = tuple(event for event in events if event.status is not Status.REJECTED)
    else:
        wanted = frozenset(event_ids)
        chosen = tuple(event for event in events if event.id in wanted)
    return Export(document, chosen, options or ExportOptions(), name)


def count_events(document: TimelineDocument) -> int:
    """How many events leave where none were chosen."""
    if document.digest is not None:
        return len(document.events) - len(document.digest.rejected_ids)
    return sum(event.status is not Status.REJECTED for event in document.events.values())


def write_export(export: Export, kind: ExportFormat, path: Path) -> tuple[str, ...]:
    """Writes a file whole or not at all; answers what the format left out.  Raises FormatError."""
    rendered = kind.render(export)
    write_atomically(path, lambda temporary: temporary.write_bytes(rendered.data))
    return rendered.notes


def encoded(text: str) -> bytes:
    """UTF-8; what it cannot hold (lone surrogates) becomes a question mark."""
    return text.encode("utf-8", "replace")


def left_out(count: int, what: str, why: str) -> tuple[str, ...]:
    """The sentence for events that a format has no place for, none where nothing is missing."""
    if not count:
        return ()
    return (f"{count:,} {what} event{'' if count == 1 else 's'} left out: {why}.",)
