"""Rows of a project file from records, and records from rows, each checked against the texts that it points into."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.bounds import begin_until
from timeline_app.model.change import ProjectSettings, Record, record_id
from timeline_app.model.codec import CodecError, encode, fits_utf8, from_json, to_json
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
Spare = Callable[[type[Any], Exception], None]
"""Told of a row that is left out: its type, and why."""

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


class DanglingError(RecordError):
    """A row that names another that is not there."""


def a(kind: type[Any]) -> str:
    """What sentences call one record of a type."""
    return f"{'an' if kind is Event else 'a'} {kind.__name__}"


def key_column(kind: type[Any]) -> str:
    """The column that holds the id of a type's records."""
    return {ProjectSettings: "name", Mention: "key"}.get(kind, "id")


# ---- from rows


@dataclass(slots=True)
class RecordReader:
    """Builds records from rows; `lengths` holds how many code points the text of each source read so far has.

    `read_source` is called with the id of a source that was not read yet, where sources are not read before the rest.
    """

    lengths: dict[str, int] = field(default_factory=dict)
    read_source: Callable[[str], object] | None = None

    def read(self, kind: type[Any], row: Row) -> Any:
        """The record of a row, whose columns are `columns_read(kind)`; raises RecordError."""
        if kind is Source:
            return self._source(*row)
        record = self._record(kind, *row)
        check_record(record, self._length_of)
        return record

    def decode(self, kind: type[Any], text: str) -> Any:
        """The record that a JSON text holds; raises CodecError."""
        return from_json(kind, text)

    def _length_of(self, source_id: str) -> int | None:
        if source_id not in self.lengths and self.read_source is not None:
            self.read_source(source_id)
        return self.lengths.get(source_id)

    def _source(self, id_: object, data: object, text: object) -> Source:
        source: Source = self._record(Source, id_, data)
        content = text.decode("utf-8", "surrogatepass") if isinstance(text, bytes) else text
        if not isinstance(content, str):
            raise RecordError("a source's text is missing")
        source = replace(source, text=content)
        check_record(source, self.lengths.get)
        self.lengths[source.id] = len(content)
        return source

    def _record(self, kind: type[Any], id_: object, data: object) -> Any:
        if not isinstance(data, str):
            raise RecordError(f"{a(kind)} is not text")
        try:
            record = self.decode(kind, data)
        except CodecError as error:
            raise RecordError(f"{a(kind)} cannot be read: {error}") from error
        if record_id(record) != id_:
            raise RecordError(f"{a(kind)} stands under another id than its own")
        return record


def check_record(record: Record, length_of: Callable[[str], int | None]) -> None:
    """Raises RecordError for a record whose zone is none or that points outside its text.

    `length_of` tells how many code points the text of a source has, None where there is no such source.
    """
    match record:
        case Source():
            _check_text(record)
            _check_zone(record.context.time_zone)
            _check_spans(len(record.text), [segment.span for segment in record.segments])
        case TimeExpression():
            _check_spans(length_of(record.source_id), (record.span, record.sentence))
        case Mention():
            _check_spans(length_of(record.source_id), (record.head, record.clause, record.sentence))
        case SourceLink():
            spans = (record.sentence,) if record.phrase is None else (record.sentence, record.phrase)
            _check_spans(length_of(record.source_id), spans)
        case ProjectSettings():
            _check_zone(record.display_zone)


def check_writable(record: Record, length_of: Callable[[str], int | None]) -> None:
    """Raises RecordError for a record that could not be read back from a file."""
    try:
        encode(replace(record, text="") if isinstance(record, Source) else record)
    except (CodecError, TypeError) as error:
        raise RecordError(f"{a(type(record))} cannot be kept: {error}") from error
    check_record(record, length_of)


def _check_text(source: Source) -> None:
    if not isinstance(source.text, str) or text_sha256(source.text) != source.sha256:
        raise RecordError(f"the text of {source.name!r:.80} has changed since it was saved")


def _check_zone(zone: str | None) -> None:
    if zone is not None and not is_zone(zone):
        raise RecordError(f"{zone!r:.80} is not a time zone")


def _check_spans(length: int | None, spans: Sequence[Span]) -> None:
    if length is None:
        raise DanglingError("a record names a source that is not there")
    if not all(0 <= span.start <= span.end <= length for span in spans):
        raise RecordError("a record points outside the text of its source")


def columns_read(kind: type[Any]) -> str:
    """The columns from which a record is built."""
    return f"{key_column(kind)}, record" + (", text" if kind is Source else "")


def tables_present(connection: sqlite3.Connection) -> set[str]:
    """The names of a file's tables; optional ones may be missing."""
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def read_records(
    connection: sqlite3.Connection, reader: RecordReader | None = None, spare: Spare | None = None
) -> Iterator[Record]:
    """Every record of an open, schema-checked file, in an order in which each stands after those that it names.

    Raises RecordError, or sqlite3.Error; `spare`, if given, is told of a row that cannot be read instead, which is
    left out then, as is what names it.
    """
    reader, present, events = reader or RecordReader(), tables_present(connection), set[str]()
    for kind, table in TABLE_OF.items():
        if table not in present:
            continue
        for row in connection.execute(f"SELECT {columns_read(kind)} FROM {table} ORDER BY rowid"):
            if kind is ProjectSettings and row[0] != "project":
                continue  # of a later version
            try:
                record: Record = reader.read(kind, row)
                if isinstance(record, SourceLink) and record.event_id not in events:
                    raise DanglingError("a link names an event that is not there")
            except (RecordError, UnicodeDecodeError, RecursionError, OverflowError) as error:
                if spare is None:
                    raise
                spare(kind, error)
                continue
            if isinstance(record, Event):
                events.add(record.id)
            yield record


# ---- to rows


def row_of(record: Record, text_of: TextOf) -> Row:
    """The row of a record in its table; `text_of` gives the text that a link quotes.

    Raises CodecError or RecordError for a record that could not be read back.
    """
    if isinstance(record, Source):
        _check_text(record)
        return _source_row(record, to_json(replace(record, text="")))
    data = to_json(record)
    match record:
        case TimeExpression():
            return _expression_row(record, data)
        case Mention():
            return _mention_row(record, data)
        case Event():
            return _event_row(record, data)
        case SourceLink():
            return _link_row(record, text_of(record.source_id), data)
        case Pair():
            return record.id, record.one, record.other, record.verdict.value, data
        case ProjectSettings():
            return record.id, data


def _source_row(s: Source, data: str) -> Row:
    context = s.context
    return (
        s.id, s.position, *map(plain, (s.name, s.title, s.publisher, s.author, s.url, s.language, s.reliability)),
        begin_until(context.published)[0], context.time_zone, s.imported, s.sha256, _text(s.text),
        data,
    )  # fmt: skip


def _expression_row(e: TimeExpression, data: str) -> Row:
    reading = (e.reading.type.value, e.reading.value) if e.reading else (None, None)
    return e.id, e.source_id, e.span.start, e.span.end, plain(e.phrase), *reading, *_time(e.time), data


def _mention_row(m: Mention, data: str) -> Row:
    return (
        m.key, m.source_id, m.head.start, m.head.end, plain(m.title), m.modality.value, int(m.negated),
        *_time(m.time)[:2], data,
    )  # fmt: skip


def _event_row(e: Event, data: str) -> Row:
    return (
        e.id, plain(e.title), *_time(e.time), e.status.value, e.modality.value,
        *map(plain, (e.kind, e.place, e.lane, e.credibility, e.notes)), data, *_bounds(e.time),
        e.confidence, e.origins,
    )  # fmt: skip


def _link_row(link: SourceLink, text: str, data: str) -> Row:
    return (
        link.id, link.event_id, link.source_id, link.sentence.start, link.sentence.end,
        plain(text[link.sentence.start : link.sentence.end]), link.role.value, link.mention, data,
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
