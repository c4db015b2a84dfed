"""Rows of a project file from records, and records from rows, each checked against the others."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.bounds import begin_until
from timeline_app.model.change import ProjectSettings, Record, record_id
from timeline_app.model.codec import CodecError, fits_utf8, from_json, to_json
from timeline_app.model.document import TimelineDocument
from timeline_app.model.edtf import to_edtf
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.ids import text_sha256
from timeline_app.model.pair import Pair
from timeline_app.model.source import Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span
from timeline_app.model.zone import is_zone

Row = tuple[Any, ...]


class RecordError(ValueError):
    """A row that no project of ours holds, with what is wrong."""


def read_records(connection: sqlite3.Connection) -> Iterator[Record]:
    """Every record of an open, schema-checked file, sources first; raises RecordError, or sqlite3.Error."""
    texts: dict[str, int] = {}
    events: set[str] = set()
    for (data,) in connection.execute("SELECT record FROM setting WHERE name = 'project'"):
        yield _checked_settings(_record(ProjectSettings, "project", data))
    for id_, data, text in connection.execute("SELECT id, record, text FROM source ORDER BY rowid"):
        source = _source(id_, data, text)
        texts[source.id] = len(source.text)
        yield source
    for id_, data in connection.execute("SELECT id, record FROM time_expression ORDER BY rowid"):
        expression: TimeExpression = _record(TimeExpression, id_, data)
        _check_spans(expression.source_id, texts, expression.span, expression.sentence)
        yield expression
    for key, data in connection.execute("SELECT key, record FROM mention ORDER BY rowid"):
        mention: Mention = _record(Mention, key, data)
        _check_spans(mention.source_id, texts, mention.head, mention.clause, mention.sentence)
        yield mention
    for id_, data in connection.execute("SELECT id, record FROM event ORDER BY rowid"):
        event: Event = _record(Event, id_, data)
        events.add(event.id)
        yield event
    for id_, data in connection.execute("SELECT id, record FROM link ORDER BY rowid"):
        link: SourceLink = _record(SourceLink, id_, data)
        if link.event_id not in events:
            raise RecordError("a link names an event that is not there")
        _check_spans(link.source_id, texts, link.sentence, *([link.phrase] if link.phrase else []))
        yield link
    if connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'pair'").fetchone():
        for id_, data in connection.execute("SELECT id, record FROM pair ORDER BY rowid"):
            pair: Pair = _record(Pair, id_, data)
            yield pair


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


def _source(id_: object, data: object, text: object) -> Source:
    source: Source = _record(Source, id_, data)
    content = text.decode("utf-8", "surrogatepass") if isinstance(text, bytes) else text
    if not isinstance(content, str):
        raise RecordError("a source's text is missing")
    if text_sha256(content) != source.sha256:
        raise RecordError(f"the text of {source.name!r:.80} has changed since it was saved")
    if source.context.time_zone is not None and not is_zone(source.context.time_zone):
        raise RecordError(f"{source.context.time_zone!r:.80} is not a time zone")
    _check_spans(id_, {source.id: len(content)}, *(segment.span for segment in source.segments))
    return replace(source, text=content)


def _checked_settings(settings: ProjectSettings) -> ProjectSettings:
    if not is_zone(settings.display_zone):
        raise RecordError(f"{settings.display_zone!r:.80} is not a time zone")
    return settings


def _check_spans(source_id: object, texts: dict[str, int], *spans: Span) -> None:
    length = texts.get(str(source_id))
    if length is None:
        raise RecordError("a record names a source that is not there")
    if not all(0 <= span.start <= span.end <= length for span in spans):
        raise RecordError("a record points outside the text of its source")


def _setting_rows(document: TimelineDocument) -> Iterator[Row]:
    yield "project", to_json(document.settings)


def _source_rows(document: TimelineDocument) -> Iterator[Row]:
    for s in document.ordered_sources():
        context = s.context
        yield (
            s.id, s.position, *map(_plain, (s.name, s.title, s.publisher, s.author, s.url, s.language, s.reliability)),
            begin_until(context.published)[0], context.time_zone, s.imported, s.sha256, _text(s.text),
            to_json(replace(s, text="")),
        )  # fmt: skip


def _expression_rows(document: TimelineDocument) -> Iterator[Row]:
    for e in document.expressions.values():
        reading = (e.reading.type.value, e.reading.value) if e.reading else (None, None)
        yield (
            e.id, e.source_id, e.span.start, e.span.end, _plain(e.phrase), *reading, *_time(e.time), to_json(e),
        )  # fmt: skip


def _mention_rows(document: TimelineDocument) -> Iterator[Row]:
    for m in document.mentions.values():
        yield (
            m.key, m.source_id, m.head.start, m.head.end, _plain(m.title), m.modality.value, int(m.negated),
            *_time(m.time)[:2], to_json(m),
        )  # fmt: skip


def _event_rows(document: TimelineDocument) -> Iterator[Row]:
    for e in document.events.values():
        yield (
            e.id, _plain(e.title), *_time(e.time), e.status.value, e.modality.value,
            *map(_plain, (e.kind, e.place, e.lane, e.credibility, e.notes)), to_json(e),
        )  # fmt: skip


def _link_rows(document: TimelineDocument) -> Iterator[Row]:
    for link in document.links.values():
        source = document.sources.get(link.source_id)
        quote = source.text[link.sentence.start : link.sentence.end] if source else ""
        yield (
            link.id, link.event_id, link.source_id, link.sentence.start, link.sentence.end, _plain(quote),
            link.role.value, link.mention, to_json(link),
        )  # fmt: skip


def _pair_rows(document: TimelineDocument) -> Iterator[Row]:
    for pair in document.pairs.values():
        yield pair.id, pair.one, pair.other, pair.verdict.value, to_json(pair)


ROW_MAKERS: dict[str, Callable[[TimelineDocument], Iterator[Row]]] = {
    "setting": _setting_rows,
    "source": _source_rows,
    "time_expression": _expression_rows,
    "mention": _mention_rows,
    "event": _event_rows,
    "link": _link_rows,
    "pair": _pair_rows,
}


@lru_cache(maxsize=1 << 15)  # few days hold many events
def _time(time: TimeValue | None) -> tuple[str | None, str | None, str | None]:
    return (*begin_until(time), to_edtf(time) if time is not None else None)


def _plain(text: str | None) -> str | None:
    """What a query sees: `text`, with question marks for what UTF-8 cannot hold."""
    return text if text is None or fits_utf8(text) else text.encode("utf-8", "replace").decode()


def _text(text: str) -> str | bytes:
    """A source's text as it is kept: to the letter, as bytes where UTF-8 cannot hold it."""
    return text if fits_utf8(text) else text.encode("utf-8", "surrogatepass")
