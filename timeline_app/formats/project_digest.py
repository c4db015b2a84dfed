"""The digest of a project's events, computed from the tables and kept beside them, so that opening reads a few values.

It repeats what the tables hold.  One that does not fit the file is computed anew; `formats.project_check` finds one
that lies.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import compress
from typing import Any
from zlib import crc32

import numpy as np

from timeline_app.formats.project_records import RecordError
from timeline_app.model.codec import CodecError, from_json, to_json
from timeline_app.model.digest import (
    COLUMNS,
    LINK_DTYPE,
    MODALITIES,
    OPEN,
    STATUSES,
    UNITS,
    Column,
    EventDigest,
    order_of,
)
from timeline_app.model.source import Source

_VERSION = repr((2, COLUMNS)).encode()
_SEPARATOR = "\n"
_EVENTS = """SELECT id, rowid, earliest_start, latest_start, earliest_end, latest_end, utc_offset, granularity,
    status, modality, length(title), confidence, origins, approximate FROM event {} ORDER BY rowid"""
_LINKS = """SELECT link.event_id, link.source_id, link.sentence_start, link.role, mention.head_start
    FROM link LEFT JOIN mention ON mention.key = link.mention {}"""

_BOUNDS = ("earliest_start", "latest_start", "earliest_end", "latest_end")
_MOST_MINUTES = 10_000  # of an offset; no zone is a day ahead
_PAIRS = "SELECT DISTINCT event_id, source_id FROM link {}"
_ONLY = "WHERE {} IN (SELECT value FROM json_each(?))"

_UNIT = {unit.value: index for index, unit in enumerate(UNITS)} | {None: -1}
_STATUS = {status.value: index for index, status in enumerate(STATUSES)}
_MODALITY = {modality.value: index for index, modality in enumerate(MODALITIES)}
_TYPES = dict(COLUMNS)
_ROW = np.dtype(  # in the order in which `_row` tells the columns
    [(name, _TYPES[name]) for name in ("number", *_BOUNDS, "offset", "source", "sentence", "head", "unit", "status")]
    + [(name, _TYPES[name]) for name in ("modality", "title_length", "confidence", "origins", "approximate")]
    + [(name, _TYPES[name]) for name in ("contradicted", "tie")]
)

_First = tuple[int, int, int]
"""Of an event the source and sentence of its first link, and the head that it is read at."""


def compute_digest(connection: sqlite3.Connection, only: Collection[str] | None = None) -> EventDigest:
    """The digest of what the tables hold, of all events or of those with the ids in `only`.

    Raises RecordError for columns that no project of ours has.
    """
    try:
        return _computed(connection, only)
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise RecordError(f"a column of its events holds what no project does: {error}") from error


def _computed(connection: sqlite3.Connection, only: Collection[str] | None) -> EventDigest:
    """As `compute_digest`; raises what reading a column of another type does."""
    ids_wanted = () if only is None else (json.dumps(list(only)),)
    events, links = ("", "") if only is None else (_ONLY.format("event.id"), _ONLY.format("link.event_id"))
    sources = _heads(connection)
    place = {source.id: index for index, source in enumerate(sources)}
    first, contradicted = _first_links(connection.execute(_LINKS.format(links), ids_wanted), place)
    ids: list[str] = []

    def rows() -> Iterator[tuple[Any, ...]]:
        for id_, *told in connection.execute(_EVENTS.format(events), ids_wanted):
            ids.append(id_)
            yield _row(id_, told, first.get(id_, (-1, 0, 0)), id_ in contradicted)

    table = np.fromiter(rows(), _ROW)  # fills `ids` on its way
    number = {id_: index for index, id_ in enumerate(ids)}
    pairs = ((number[event], place[source]) for event, source in connection.execute(_PAIRS.format(links), ids_wanted))
    columns = {name: table[name] for name in _TYPES}
    return _in_order_of_time(EventDigest(tuple(ids), sources, columns, np.fromiter(pairs, LINK_DTYPE)))


def update_digest(connection: sqlite3.Connection, digest: EventDigest, stale: Collection[str]) -> EventDigest:
    """The digest as it is now, given what it was and which events were touched since; sources must be the same."""
    fresh = compute_digest(connection, stale)
    if fresh.sources != digest.sources:
        return compute_digest(connection)
    gone = frozenset(stale)
    keep = np.fromiter((id_ not in gone for id_ in digest.ids), np.bool_, len(digest))
    number = np.cumsum(keep) - 1
    kept, added = digest.links[keep[digest.links["event"]]], fresh.links.copy()
    kept["event"] = number[kept["event"]]
    added["event"] += int(keep.sum())
    ids = (*compress(digest.ids, keep.tolist()), *fresh.ids)
    columns = {name: np.concatenate([digest.columns[name][keep], fresh.columns[name]]) for name in _TYPES}
    return _in_order_of_time(EventDigest(ids, digest.sources, columns, np.concatenate([kept, added])))


def _heads(connection: sqlite3.Connection) -> tuple[Source, ...]:
    """Every source, in the order of the list, without what is long; raises TypeError for a record that is no text."""
    heads: list[Source] = []
    for (record,) in connection.execute("SELECT record FROM source"):
        if not isinstance(record, str):
            raise TypeError("the record of a source is not text")
        heads.append(replace(from_json(Source, record), text="", segments=(), pages=()))
    return tuple(sorted(heads, key=lambda source: (source.position, source.id)))


def _row(id_: str, told: list[Any], first: _First, contradicted: bool) -> tuple[Any, ...]:
    """An event's row, from what its table tells; raises TypeError for an id that is no text."""
    number, *bounds, unit, status, modality, length, confidence, origins, approximate = told
    return (
        number,
        *(OPEN if bound is None else bound for bound in bounds), *first, _UNIT[unit], _STATUS[status],
        _MODALITY[modality], length, confidence, origins, approximate or 0, contradicted, crc32(bytes(id_, "utf-8")),
    )  # fmt: skip


def _in_order_of_time(digest: EventDigest) -> EventDigest:
    """The same, sorted, each column in one piece, so that who opens it need not sort."""
    order = order_of(digest.time_keys)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    links = digest.links.copy()
    links["event"] = place[links["event"]]
    ids = tuple(map(digest.ids.__getitem__, order.tolist()))
    return EventDigest(ids, digest.sources, {name: digest.columns[name][order] for name in _TYPES}, links)


def _first_links(rows: Iterable[tuple[Any, ...]], place: dict[str, int]) -> tuple[dict[str, _First], set[str]]:
    """What is told first of each event, and who is contradicted."""
    links: dict[str, tuple[int, int]] = {}
    heads: dict[str, tuple[int, int]] = {}
    contradicted: set[str] = set()
    for event_id, source_id, sentence, role, head in rows:
        source = place[source_id]
        link, reading = (source, sentence), (source, sentence if head is None else head)
        if link < links.get(event_id, (source + 1, 0)):
            links[event_id] = link
        if reading < heads.get(event_id, (source + 1, 0)):
            heads[event_id] = reading
        if role == "contradicts":
            contradicted.add(event_id)
    return {event_id: (*links[event_id], heads[event_id][1]) for event_id in links}, contradicted


def store_digest(connection: sqlite3.Connection, digest: EventDigest | None = None) -> EventDigest:
    """Keeps the digest, computed where it is not given, in the open database, in the transaction that is running."""
    digest = digest or compute_digest(connection)
    values = {
        "version": _VERSION,
        "columns": b"".join(digest.columns[name].astype(kind).tobytes() for name, kind in COLUMNS),
        "links": digest.links.tobytes(),
        "ids": _SEPARATOR.join(digest.ids).encode(),
        "sources": _SEPARATOR.join(map(to_json, digest.sources)).encode(),
    }
    connection.execute("DELETE FROM digest")
    connection.executemany("INSERT INTO digest VALUES (?, ?)", values.items())
    return digest


def drop_digest(connection: sqlite3.Connection) -> None:
    """Removes a digest that an edit has made stale."""
    connection.execute("DELETE FROM digest")


def load_digest(connection: sqlite3.Connection) -> EventDigest | None:
    """The digest that is kept in a file, None where there is none that fits the file.

    No event is looked at by itself: a hundred thousand are read in some milliseconds.
    """
    kept = dict(connection.execute("SELECT name, data FROM digest"))
    parts = [kept.get(name) for name in ("ids", "sources", "columns", "links")]
    if kept.get("version") != _VERSION or not all(isinstance(part, bytes) for part in parts):
        return None
    try:
        ids, records = (tuple(_split(kept[name])) for name in ("ids", "sources"))
        sources = tuple(from_json(Source, record) for record in records)
        columns, links = _columns(kept["columns"], len(ids)), np.frombuffer(kept["links"], LINK_DTYPE)
    except (ValueError, CodecError):
        return None
    digest = EventDigest(ids, sources, columns, links)
    return digest if _fits(digest, connection) else None


def digest_of(connection: sqlite3.Connection) -> EventDigest | None:
    """The digest that is kept, or one computed where it is of another version or tells something else.

    Computed for a hundred thousand events in seconds, a fraction of what reading them whole takes.  None where none is
    kept or the tables hold what no project of ours has.
    """
    if (kept := load_digest(connection)) is not None:
        return kept
    if connection.execute("SELECT 1 FROM digest LIMIT 1").fetchone() is None:
        return None
    try:
        computed = compute_digest(connection)
    except RecordError:
        return None
    return computed if _fits(computed, connection) else None


def _columns(data: bytes, events: int) -> dict[str, Column]:
    """Each column in its place; raises ValueError for data of another length."""
    columns, at = {}, 0
    for name, kind in COLUMNS:
        columns[name] = np.frombuffer(data, kind, events, at)
        at += columns[name].nbytes
    if at != len(data):
        raise ValueError("more than the columns")
    return columns


def same_digest(one: EventDigest, other: EventDigest) -> bool:
    """Whether two digests tell the same, whatever the order of events that nothing but their ids tells apart."""
    if one.sources != other.sources or len(one) != len(other):
        return False
    order, others = np.argsort(np.array(one.ids)), np.argsort(np.array(other.ids))
    return (
        bool((np.array(one.ids)[order] == np.array(other.ids)[others]).all())
        and all(np.array_equal(one.columns[name][order], other.columns[name][others]) for name in _TYPES)
        and one.counts_by_source == other.counts_by_source
    )


def _split(data: bytes) -> list[str]:
    return data.decode().split(_SEPARATOR) if data else []


def _fits(digest: EventDigest, connection: sqlite3.Connection) -> bool:
    """Whether a digest is one of as many events as there are, and of the sources that there are."""
    [(events,)] = connection.execute("SELECT count(*) FROM event")
    sources = {id_ for (id_,) in connection.execute("SELECT id FROM source")}
    places = [(source.position, source.id) for source in digest.sources]
    return (
        len(digest) == events
        and places == sorted(places)
        and len(digest.sources) == len(sources) == len(sources & {source.id for source in digest.sources})
        and _is_sound(digest)
    )


def _is_sound(digest: EventDigest) -> bool:
    """Whether every index is in range and every time a time."""
    columns, sources = digest.columns, len(digest.sources)
    starts = (columns["earliest_start"] == OPEN) == (columns["latest_start"] == OPEN)
    ends = (columns["earliest_end"] == OPEN) == (columns["latest_end"] == OPEN)
    ordered = (columns["earliest_start"] <= columns["latest_start"]) & (
        columns["earliest_end"] <= columns["latest_end"]
    )
    return (
        _within(columns["unit"], -1, len(UNITS))
        and _within(columns["status"], 0, len(STATUSES))
        and _within(columns["modality"], 0, len(MODALITIES))
        and _within(columns["source"], -1, sources)
        and all(_within(columns[name], OPEN, -OPEN) for name in _BOUNDS)
        and bool(((columns["offset"] == OPEN) | (np.abs(columns["offset"]) < _MOST_MINUTES)).all())
        and bool((starts & ends & ordered).all() and np.isfinite(columns["confidence"]).all())
        and _within(digest.links["event"], 0, len(digest))
        and _within(digest.links["source"], 0, sources)
    )


def _within(column: Column, low: int, high: int) -> bool:
    return bool(((column >= low) & (column < high)).all())
