"""Rows of a project file from records, and records from rows, each checked against the texts that it points into."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.bounds import begin_until
from timeline_app.model.change import ProjectSettings, Record, record_id
from timeline_app.model.codec import CodecError, fits_utf8, from_json, to_json
from timeline_app.model.edtf import to_edtf
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.ids import text_sha256
from timeline_app.model.pair import Pair
from timeline_app.model.source import Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span
from timeline_app.model.zone import is_zone

Row = tuple[Any, ...]
TextOf = Callable[[str], str]
"""The text of a source by id, empty where there is none."""

TABLE_OF: dict[type[Any], str] = {  # in the order in which rows can refer to each other
    ProjectSettings: "setting",
    Source: "source",
    TimeExpression: "time_expression",
    Mention: "mention",
    Event: "event",
    SourceLink: "link",
    Pair: "pair",
}
KIND_OF: dict[str, type[Any]] = {kind.__name__: kind for kind in TABLE_OF}


class RecordError(ValueError):
    """A row that no project of ours holds, with what is wrong."""


def key_column(kind: type[Any]) -> str:
    """The column that holds the id of a type's records."""
    return {ProjectSettings: "name", Mention: "key"}.get(kind, "id")


# ---- from rows


@dataclass(slots=True)
class RecordReader:
    """Builds records from rows; `lengths` holds how many code points the text of each source read so far has."""

    lengths: dict[str, int] = field(default_factory=dict)

    def read(self, kind: type[Any], row: Row) -> Any:
        """The record of a row, whose columns are `columns_read(kind)`; raises RecordError."""
        if kind is Source:
            return self._source(*row)
        record = _record(kind, *row)
        match record:
            case TimeExpression():
                self._check(record.source_id, record.span, record.sentence)
            case Mention():
                self._check(record.source_id, record.head, record.clause, record.sentence)
            case SourceLink():
                self._check(record.source_id, record.sentence, *([record.phrase] if record.phrase else []))
            case ProjectSettings() if not is_zone(record.display_zone):
                raise RecordError(f"{record.display_zone!r:.80} is not a time zone")
        return record

    def _source(self, id_: object, data: object, text: object) -> Source:
        source: Source = _record(Source, id_, data)
        content = text.decode("utf-8", "surrogatepass") if isinstance(text, bytes) else text
        if not isinstance(content, str):
            raise RecordError("a source's text is missing")
        if text_sha256(content) != source.sha256:
            raise RecordError(f"the text of {source.name!r:.80} has changed since it was saved")
        if source.context.time_zone is not None and not is_zone(source.context.time_zone):
            raise RecordError(f"{source.context.time_zone!r:.80} is not a time zone")
        self.lengths[source.id] = len(content)
        self._check(source.id, *(segment.span for segment in source.segments))
        return replace(source, text=content)

    def _check(self, source_id: str, *spans: Span) -> None:
        length = self.lengths.get(source_id)
        if length is None:
            raise RecordError("a record names a source that is not there")
        if not all(0 <= span.start <= span.end <= length for span in spans):
            raise RecordError("a record points outside the text of its source")


def columns_read(kind: type[Any]) -> str:
    """The columns from which a record is built."""
    return f"{key_column(kind)}, record" + (", text" if kind is Source else "")


def tables_present(connection: sqlite3.Connection) -> set[str]:
    """The names of a file's tables; optional ones may be missing."""
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def read_records(connection: sqlite3.Connection) -> Iterator[Record]:
    """Every record of an open, schema-checked file, in an order in which each stands after those that it names.

    Raises RecordError, or sqlite3.Error.
    """
    reader, present, events = RecordReader(), tables_present(connection), set[str]()
    for kind, table in TABLE_OF.items():
        if table not in present:
            continue
        for row in connection.execute(f"SELECT {columns_read(kind)} FROM {table} ORDER BY rowid"):
            if kind is ProjectSettings and row[0] != "project":
                continue  # of a later version
            record: Record = reader.read(kind, row)
            if isinstance(record, Event):
                events.add(record.id)
            elif isinstance(record, SourceLink) and record.event_id not in events:
                raise RecordError("a link names an event that is not there")
            yield record


def _record(kind: type[Any], id_: object, data: object) -> Any:
    if not isinstance(data, str):
        raise RecordError(f"a {kind.__name__} is not text")
    try:
        record = from_json(kind, data)
    except CodecError as error:
        raise RecordError(f"a {kind.__name__} cannot be read: {error}") from error
    if record_id(record) != id_:
        raise RecordError(f"a {kind.__name__} stands under another id than its own")
    return record


# ---- to rows


def row_of(record: Record, text_of: TextOf) -> Row:
    """The row of a record in its table; `text_of` gives the text that a link quotes."""
    match record:
        case Source():
            return _source_row(record)
        case TimeExpression():
            return _expression_row(record)
        case Mention():
            return _mention_row(record)
        case Event():
            return _event_row(record)
        case SourceLink():
            return _link_row(record, text_of(record.source_id))
        case Pair():
            return record.id, record.one, record.other, record.verdict.value, to_json(record)
        case ProjectSettings():
            return record.id, to_json(record)


def _source_row(s: Source) -> Row:
    context = s.context
    return (
        s.id, s.position, *map(plain, (s.name, s.title, s.publisher, s.author, s.url, s.language, s.reliability)),
        begin_until(context.published)[0], context.time_zone, s.imported, s.sha256, _text(s.text),
        to_json(replace(s, text="")),
    )  # fmt: skip


def _expression_row(e: TimeExpression) -> Row:
    reading = (e.reading.type.value, e.reading.value) if e.reading else (None, None)
    return e.id, e.source_id, e.span.start, e.span.end, plain(e.phrase), *reading, *_time(e.time), to_json(e)


def _mention_row(m: Mention) -> Row:
    return (
        m.key, m.source_id, m.head.start, m.head.end, plain(m.title), m.modality.value, int(m.negated),
        *_time(m.time)[:2], to_json(m),
    )  # fmt: skip


def _event_row(e: Event) -> Row:
    return (
        e.id, plain(e.title), *_time(e.time), e.status.value, e.modality.value,
        *map(plain, (e.kind, e.place, e.lane, e.credibility, e.notes)), to_json(e), *_bounds(e.time),
        e.confidence, e.origins,
    )  # fmt: skip


def _link_row(link: SourceLink, text: str) -> Row:
    return (
        link.id, link.event_id, link.source_id, link.sentence.start, link.sentence.end,
        plain(text[link.sentence.start : link.sentence.end]), link.role.value, link.mention, to_json(link),
    )  # fmt: skip


@lru_cache(maxsize=1 << 15)  # few days hold many events
def _time(time: TimeValue | None) -> tuple[str | None, str | None, str | None]:
    return (*begin_until(time), to_edtf(time) if time is not None else None)


def _bounds(time: TimeValue | None) -> Row:
    """The seven columns of a time's bounds, as seconds of its own clock."""
    if time is None:
        return (None,) * 7
    return (
        time.earliest_start, time.latest_start, time.earliest_end, time.latest_end, time.offset,
        time.granularity.value, int(time.approximate or time.uncertain),
    )  # fmt: skip


def plain(text: str | None) -> str | None:
    """What a query sees: `text`, with question marks for what UTF-8 cannot hold."""
    return text if text is None or fits_utf8(text) else text.encode("utf-8", "replace").decode()


def _text(text: str) -> str | bytes:
    """A source's text as it is kept: to the letter, as bytes where UTF-8 cannot hold it."""
    return text if fits_utf8(text) else text.encode("utf-8", "surrogatepass")
