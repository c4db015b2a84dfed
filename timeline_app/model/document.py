"""TimelineDocument: every record of a project, moved only by changes that it answers with their inverse."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any
from weakref import ref

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.change import (
    Batch,
    Change,
    Insert,
    ProjectSettings,
    Record,
    Remove,
    Replace,
    record_id,
)
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.pair import Pair
from timeline_app.model.source import Source

if TYPE_CHECKING:
    from timeline_app.model.digest import EventDigest
    from timeline_app.model.shelf import Shelf

RECORD_TYPES: tuple[type[Any], ...] = (Source, TimeExpression, Mention, Event, SourceLink, Pair, ProjectSettings)


class ChangeError(ValueError):
    """A change that does not fit the document: an id that is missing, or there already."""


class TimelineDocument:
    """The records by type and id.  Iteration order carries no meaning; `Source.position` and times do.

    Two documents are equal when they hold equal records, whatever path led there.  A document that stands on a shelf
    (`on_shelf`) reads sources, expressions, mentions, events and links when they are first asked for: look them up, or
    ask by source and event; walking over a whole table reads it whole.
    """

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self.expressions: dict[str, TimeExpression] = {}
        self.mentions: dict[str, Mention] = {}
        self.events: dict[str, Event] = {}
        self.links: dict[str, SourceLink] = {}
        self.pairs: dict[str, Pair] = {}
        self._settings: dict[str, ProjectSettings] = {"project": ProjectSettings()}
        self._tables: dict[type[Any], dict[str, Any]] = {
            Source: self.sources,
            TimeExpression: self.expressions,
            Mention: self.mentions,
            Event: self.events,
            SourceLink: self.links,
            Pair: self.pairs,
            ProjectSettings: self._settings,
        }
        self._links_of_event: dict[str, set[str]] = {}
        self._links_of_source: dict[str, set[str]] = {}
        self._expressions_of_source: dict[str, set[str]] = {}
        self._mentions_of_source: dict[str, set[str]] = {}
        self._links_of_mention: dict[str, set[str]] = {}
        self._pairs_of_mention: dict[str, set[str]] = {}
        self._shelf: Shelf | None = None
        self._is_as_shelved = False
        self._asked: set[tuple[str, type[Any], str]] = set()

    @classmethod
    def of(cls, records: Iterable[Record]) -> "TimelineDocument":
        """A document of these records; raises ChangeError when two of a type have the same id."""
        document = cls()
        document._settings.clear()
        for record in records:
            document._insert(record)
        document._settings.setdefault("project", ProjectSettings())
        return document

    @classmethod
    def on_shelf(cls, records: Iterable[Record], shelf: "Shelf") -> "TimelineDocument":
        """A document of `records` (pairs, settings) whose other records are read from a shelf when needed."""
        from timeline_app.model.shelf import ShelvedTable

        document = cls.of(records)
        itself = ref(document)  # no cycle: a document that is left must be freed without the garbage collector

        def index(record: Record) -> None:
            if (owner := itself()) is not None:
                owner._index(record)

        for kind in (Source, TimeExpression, Mention, Event, SourceLink):
            document._tables[kind] = ShelvedTable(shelf, kind, record_id, index)
        document.sources, document.expressions = document._tables[Source], document._tables[TimeExpression]
        document.mentions = document._tables[Mention]
        document.events, document.links = document._tables[Event], document._tables[SourceLink]
        document._shelf = shelf
        document._is_as_shelved = True
        return document

    @property
    def digest(self) -> "EventDigest | None":
        """What views need of all events at once, while the document is as it was opened; None otherwise."""
        return self._shelf.digest if self._shelf is not None and self._is_as_shelved else None

    def snapshot(self) -> "TimelineDocument":
        """The same records, for a thread to read while this document moves on; only for walking over."""
        taken = TimelineDocument()
        for kind, table in self._tables.items():
            taken._tables[kind].update(table)
        return taken

    def read_on(self, until: float) -> bool:
        """Reads on in the sources, events and links still on the shelf, until a moment of `time.monotonic`.

        Answers whether some may be left.  For idle moments.  Raises what the shelf raises for a record that cannot be
        read.
        """
        if self._shelf is None:
            return False
        return any(self._tables[kind].read_on(until) for kind in (Source, SourceLink, Event))  # type: ignore[attr-defined]

    def read_all(self) -> None:
        """Reads what is still on the shelf, which may then be closed."""
        for table in self._tables.values():
            table.values()
        self._shelf = None

    def _owned(self, index: dict[str, set[str]], kind: type[Any], column: str, owner: str) -> Iterable[str]:
        """Ids of the records of a type that belong to an owner, read from the shelf at the first question."""
        if self._shelf is not None and (column, kind, owner) not in self._asked:
            self._asked.add((column, kind, owner))
            self._tables[kind].take_in(self._shelf.owned(kind, column, owner))  # type: ignore[attr-defined]
        return index.get(owner, ())

    def read_mentions_of_source(self, source_id: str) -> Iterator[None]:
        """Reads the mentions of a source that are still on the shelf, one in each step."""
        asked = ("source_id", Mention, source_id)
        if self._shelf is None or asked in self._asked:
            return
        for record in self._shelf.owned(Mention, "source_id", source_id):
            self._tables[Mention].take_in([record])  # type: ignore[attr-defined]
            yield
        self._asked.add(asked)

    @property
    def settings(self) -> ProjectSettings:
        """The project's own settings."""
        return self._settings["project"]

    def table(self, kind: type[Any]) -> dict[str, Any]:
        """All records of a type by id.  For reading: writing goes through `apply`."""
        return self._tables[kind]

    def records(self) -> Iterator[Record]:
        """Every record, type by type."""
        for table in self._tables.values():
            yield from table.values()

    def ordered_sources(self) -> list[Source]:
        """Sources in the order of the list of documents."""
        return sorted(self.sources.values(), key=_place)

    def source_heads(self) -> list[Source]:
        """As `ordered_sources`, for what lists every source: of some the texts, segments and pages are left out.

        A large project is not read for it.
        """
        if self._shelf is None:
            return self.ordered_sources()
        shelved = self._shelf.digest.sources  # in order
        heads: Sequence[Source] = self.sources.heads(shelved)  # type: ignore[attr-defined]
        return list(shelved) if heads is shelved else sorted(heads, key=_place)

    def links_of_event(self, event_id: str) -> list[SourceLink]:
        """An event's links in source and text order."""
        found = [self.links[i] for i in self._owned(self._links_of_event, SourceLink, "event_id", event_id)]
        return sorted(found, key=self._link_order)

    def links_of_source(self, source_id: str) -> list[SourceLink]:
        """A source's links in text order."""
        found = [self.links[i] for i in self._owned(self._links_of_source, SourceLink, "source_id", source_id)]
        return sorted(found, key=lambda link: (link.sentence.start, link.id))

    def expressions_of_source(self, source_id: str) -> list[TimeExpression]:
        """A source's time expressions in text order."""
        found = [
            self.expressions[i]
            for i in self._owned(self._expressions_of_source, TimeExpression, "source_id", source_id)
        ]
        return sorted(found, key=lambda e: (e.span.start, e.span.end))

    def mentions_of_source(self, source_id: str) -> list[Mention]:
        """A source's mentions in text order."""
        found = [self.mentions[i] for i in self._owned(self._mentions_of_source, Mention, "source_id", source_id)]
        return sorted(found, key=lambda m: (m.head.start, m.key))

    def mentions_of_event(self, event_id: str) -> list[Mention]:
        """The mentions that an event groups."""
        keys = (link.mention for link in self.links_of_event(event_id))
        return [self.mentions[key] for key in keys if key is not None and key in self.mentions]

    def links_of_mention(self, key: str) -> list[SourceLink]:
        """The links that stand on a mention, by id; one at most unless the analyst made more."""
        return [self.links[i] for i in sorted(self._owned(self._links_of_mention, SourceLink, "mention", key))]

    def pairs_of_mention(self, key: str) -> list[Pair]:
        """The pairs that a mention is one of."""
        return [self.pairs[i] for i in sorted(self._pairs_of_mention.get(key, ()))]

    def apply(self, change: Change) -> Change:
        """Carries out a change and returns the one that takes it back.

        Raises ChangeError, leaving the document as it was, when an id is missing or is taken.
        """
        self._is_as_shelved = False
        match change:
            case Insert(record):
                self._insert(record)
                return Remove(type(record), record_id(record))
            case Remove(kind, id_):
                self._require(kind, id_)
                return Insert(self._take(kind, id_))
            case Replace(record):
                self._require(type(record), record_id(record))
                old = self._take(type(record), record_id(record))
                self._put(record)
                return Replace(old)
            case Batch(changes):
                return self._apply_batch(changes)

    def _apply_batch(self, changes: tuple[Change, ...]) -> Change:
        inverses: list[Change] = []
        try:
            for change in changes:
                inverses.append(self.apply(change))  # noqa: PERF401 - what was applied before a failure is taken back
        except ChangeError:
            for inverse in reversed(inverses):
                self.apply(inverse)
            raise
        return Batch(tuple(reversed(inverses)))

    def _require(self, kind: type[Any], id_: str) -> None:
        if id_ not in self._tables[kind]:
            raise ChangeError(f"{kind.__name__} {id_} is not in the document")

    def _insert(self, record: Record) -> None:
        if record_id(record) in self._tables[type(record)]:
            raise ChangeError(f"{type(record).__name__} {record_id(record)} is in the document already")
        self._put(record)

    def _put(self, record: Record) -> None:
        self._tables[type(record)][record_id(record)] = record
        self._index(record)

    def _index(self, record: Record) -> None:
        for index, owner in self._indexes(record):
            index.setdefault(owner, set()).add(record_id(record))

    def _take(self, kind: type[Any], id_: str) -> Any:
        record = self._tables[kind].pop(id_)
        for index, owner in self._indexes(record):
            index[owner].discard(id_)
            if not index[owner]:
                del index[owner]
        return record

    def _indexes(self, record: Record) -> list[tuple[dict[str, set[str]], str]]:
        match record:
            case SourceLink():
                owned = [(self._links_of_event, record.event_id), (self._links_of_source, record.source_id)]
                return owned if record.mention is None else [*owned, (self._links_of_mention, record.mention)]
            case TimeExpression():
                return [(self._expressions_of_source, record.source_id)]
            case Mention():
                return [(self._mentions_of_source, record.source_id)]
            case Pair():
                return [(self._pairs_of_mention, record.one), (self._pairs_of_mention, record.other)]
            case _:
                return []

    def _link_order(self, link: SourceLink) -> tuple[int, int, str]:
        source = self.sources.get(link.source_id)
        return (source.position if source else 0, link.sentence.start, link.id)

    def __deepcopy__(self, memo: dict[int, Any]) -> "TimelineDocument":
        return TimelineDocument.of(self.records())  # records never change

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TimelineDocument) and self._tables == other._tables

    __hash__ = None  # type: ignore[assignment]


def _place(source: Source) -> tuple[int, str]:
    """What sources are listed by."""
    return source.position, source.id
