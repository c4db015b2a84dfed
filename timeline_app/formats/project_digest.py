"""The digest of a project's events, computed from the tables and kept beside them, so that opening reads one value.

It repeats what the tables hold.  One that does not fit the file is computed anew; `formats.project_check` finds one
that lies.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import compress
from typing import Any
from zlib import crc32

import numpy as np

from timeline_app.model.digest import COLUMNS, DTYPE, LINK_DTYPE, MODALITIES, OPEN, STATUSES, UNITS, EventDigest

_VERSION = repr(COLUMNS).encode()
_SEPARATOR = "\n"
_EVENTS = """SELECT id, earliest_start, latest_start, earliest_end, latest_end, utc_offset, granularity,
    status, modality, length(title), confidence, origins, approximate FROM event {} ORDER BY rowid"""
_LINKS = """SELECT link.event_id, link.source_id, link.sentence_start, link.role, mention.head_start
    FROM link LEFT JOIN mention ON mention.key = link.mention {}"""

_BOUNDS = ("earliest_start", "latest_start", "earliest_end", "latest_end")
_PAIRS = "SELECT event_id, source_id FROM link {} ORDER BY link.rowid"
_ONLY = "WHERE {} IN (SELECT value FROM json_each(?))"


def compute_digest(connection: sqlite3.Connection, only: Collection[str] | None = None) -> EventDigest:
    """The digest of what the tables hold, of all events or of those with the ids in `only`.

    Raises ValueError or KeyError for columns that no project of ours has.
    """
    ids_wanted = () if only is None else (json.dumps(list(only)),)
    events, links = ("", "") if only is None else (_ONLY.format("event.id"), _ONLY.format("link.event_id"))
    source_ids = tuple(id_ for (id_,) in connection.execute("SELECT id FROM source ORDER BY position, id"))
    place = {id_: index for index, id_ in enumerate(source_ids)}
    first, contradicted = _first_links(connection.execute(_LINKS.format(links), ids_wanted), place)
    units = {unit.value: index for index, unit in enumerate(UNITS)} | {None: -1}
    statuses = {status.value: index for index, status in enumerate(STATUSES)}
    modalities = {modality.value: index for index, modality in enumerate(MODALITIES)}
    ids: list[str] = []

    def rows() -> Iterator[tuple[Any, ...]]:
        nowhere = (-1, 0, 0)
        for (
            id_,
            a,
            b,
            c,
            d,
            offset,
            unit,
            status,
            modality,
            length,
            confidence,
            origins,
            approximate,
        ) in connection.execute(_EVENTS.format(events), ids_wanted):
            ids.append(id_)
            bounds = (OPEN if bound is None else bound for bound in (a, b, c, d, offset))
            yield (
                *bounds, *first.get(id_, nowhere), units[unit], statuses[status], modalities[modality],
                length, confidence, origins, approximate or 0, id_ in contradicted, crc32(id_.encode()),
            )  # fmt: skip

    arrays = np.fromiter(rows(), DTYPE)  # fills `ids` on its way
    number = {id_: index for index, id_ in enumerate(ids)}
    pairs = ((number[event], place[source]) for event, source in connection.execute(_PAIRS.format(links), ids_wanted))
    return EventDigest(tuple(ids), source_ids, arrays, np.fromiter(pairs, LINK_DTYPE))


def update_digest(connection: sqlite3.Connection, digest: EventDigest, stale: Collection[str]) -> EventDigest:
    """The digest as it is now, given what it was and which events were touched since; sources must be the same."""
    fresh = compute_digest(connection, stale)
    if fresh.source_ids != digest.source_ids:
        return compute_digest(connection)
    gone = frozenset(stale)
    keep = np.fromiter((id_ not in gone for id_ in digest.ids), np.bool_, len(digest))
    number = np.cumsum(keep) - 1
    kept, added = digest.links[keep[digest.links["event"]]], fresh.links.copy()
    kept["event"] = number[kept["event"]]
    added["event"] += int(keep.sum())
    ids = (*compress(digest.ids, keep.tolist()), *fresh.ids)
    rows, links = np.concatenate([digest.rows[keep], fresh.rows]), np.concatenate([kept, added])
    return EventDigest(ids, digest.source_ids, rows, links)


def _first_links(
    rows: Iterable[tuple[Any, ...]], place: dict[str, int]
) -> tuple[dict[str, tuple[int, int, int]], set[str]]:
    """For each event the source and sentence of its first link and the head it is read at; and who is contradicted."""
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
        "rows": digest.rows.tobytes(),
        "links": digest.links.tobytes(),
        "ids": _SEPARATOR.join(digest.ids).encode(),
        "sources": _SEPARATOR.join(digest.source_ids).encode(),
    }
    connection.execute("DELETE FROM digest")
    connection.executemany("INSERT INTO digest VALUES (?, ?)", values.items())
    return digest


def drop_digest(connection: sqlite3.Connection) -> None:
    """Removes a digest that an edit has made stale."""
    connection.execute("DELETE FROM digest")


def load_digest(connection: sqlite3.Connection) -> EventDigest | None:
    """The digest that is kept in a file, None where there is none that fits the file."""
    kept = dict(connection.execute("SELECT name, data FROM digest"))
    if kept.get("version") != _VERSION or not all(
        isinstance(kept.get(name), bytes) for name in ("rows", "ids", "sources")
    ):
        return None
    try:
        rows, links = np.frombuffer(kept["rows"], DTYPE), np.frombuffer(kept["links"], LINK_DTYPE)
        ids, source_ids = (tuple(_split(kept[name])) for name in ("ids", "sources"))
    except (ValueError, UnicodeDecodeError):
        return None
    [(events,)] = connection.execute("SELECT count(*) FROM event")
    digest = EventDigest(ids, source_ids, rows, links)
    fits = len(rows) == len(ids) == len(digest.row_of) == events and _is_sound(rows, len(source_ids))
    linked = _within(links["event"], 0, len(ids)) and _within(links["source"], 0, len(source_ids))
    return digest if fits and linked else None


def same_digest(one: EventDigest, other: EventDigest) -> bool:
    """Whether two digests tell the same, whatever the order of the events."""
    if one.source_ids != other.source_ids or len(one) != len(other):
        return False
    order, others = np.argsort(np.array(one.ids)), np.argsort(np.array(other.ids))
    same_ids = bool((np.array(one.ids)[order] == np.array(other.ids)[others]).all())
    same_rows = one.rows[order].tobytes() == other.rows[others].tobytes()
    return same_ids and same_rows and one.counts_by_source == other.counts_by_source


def _split(data: bytes) -> list[str]:
    return data.decode().split(_SEPARATOR) if data else []


def _within(column: Any, low: int, high: int) -> bool:
    return bool(((column >= low) & (column < high)).all())


def _is_sound(rows: Any, sources: int) -> bool:
    """Whether every index is in range and every time a time."""
    starts = (rows["earliest_start"] == OPEN) == (rows["latest_start"] == OPEN)
    ends = (rows["earliest_end"] == OPEN) == (rows["latest_end"] == OPEN)
    ordered = (rows["earliest_start"] <= rows["latest_start"]) & (rows["earliest_end"] <= rows["latest_end"])
    return (
        _within(rows["unit"], -1, len(UNITS))
        and _within(rows["status"], 0, len(STATUSES))
        and _within(rows["modality"], 0, len(MODALITIES))
        and _within(rows["source"], -1, sources)
        and all(_within(rows[name], OPEN, -OPEN) for name in _BOUNDS)
        and bool((starts & ends & ordered).all() and np.isfinite(rows["confidence"]).all())
    )
