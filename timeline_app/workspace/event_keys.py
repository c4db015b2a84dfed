"""What events sort by, as NumPy arrays with a row for each event: integers that `lexsort` and bisection compare."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.digest import LAST, EventDigest, told_at
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.workspace.event_columns import COLUMN, ColumnId

TimeKeys = NDArray[np.int64]
"""Columns: begin and end in UTC seconds, place in the texts, id.  Undated events have the largest begin and end."""

Words = NDArray[np.uint64]
"""Three columns: a text's first 24 bytes, or a number and zeros.  All zero where a cell is empty."""

WORDS = 3
TIMES = 4
_PREFIX = 8 * WORDS


def time_keys(events: Sequence[Event], document: TimelineDocument) -> TimeKeys:
    """What orders events in time, and at one time by where the sources, in their order, first tell of them."""
    first = _first_links(events, document)
    told_in = {link.source_id for link in first.values()}
    place = {id_: source.position for id_ in told_in if (source := document.sources.get(id_)) is not None}
    undated = (LAST, LAST)
    keys = np.empty((len(events), TIMES), np.int64)
    keys[:, :2] = np.array([e.time.sort_key if e.time is not None else undated for e in events]).reshape(-1, 2)
    links = [first.get(event.id) for event in events]
    keys[:, 2] = [
        LAST if link is None else told_at(place.get(link.source_id, 0), link.sentence.start) for link in links
    ]
    keys[:, 3] = [crc32(event.id.encode()) for event in events]
    return keys


def digest_time_keys(digest: EventDigest) -> TimeKeys:
    """As `time_keys`, of all events of a large project as it was opened."""
    return np.array(digest.time_keys).T  # each column in one piece, which sorts faster


def digest_time_words(digest: EventDigest) -> Words:
    """As `column_words` of the column of time, of all events of a large project as it was opened."""
    words = np.zeros((len(digest), WORDS), np.uint64)
    words[:, 0] = digest.is_dated
    return words


def column_words(column: ColumnId, events: Sequence[Event], document: TimelineDocument) -> Words:
    """What a column orders events by, without case; beyond the first 24 bytes and between equal cells, time decides."""
    if column is ColumnId.TIME:
        return np.array([[event.time is not None, 0, 0] for event in events], np.uint64).reshape(-1, WORDS)
    if (number := COLUMN[column].number) is not None:
        words = np.zeros((len(events), WORDS), np.uint64)
        words[:, 0] = [1 + int(1_000_000 * number(event)) for event in events]
        return words
    raw = [text.strip().casefold().encode("utf-8", "replace")[:_PREFIX] for text in _texts(column, events, document)]
    return np.array(raw, f"S{_PREFIX}").view(">u8").reshape(-1, WORDS).astype(np.uint64)


def _texts(column: ColumnId, events: Sequence[Event], document: TimelineDocument) -> list[str]:
    if column is ColumnId.SOURCES:
        links = _first_links(events, document)
        titles = {source.id: source.title or source.name for source in document.sources.values()}
        return [titles.get(links[event.id].source_id, "") if event.id in links else "" for event in events]
    text = COLUMN[column].text
    return [text(event, document) for event in events]


def _first_links(events: Sequence[Event], document: TimelineDocument) -> dict[str, SourceLink]:
    """The link of each event that comes first in the order of sources and text."""
    if len(events) < len(document.links) // 8:
        return {event.id: links[0] for event in events if (links := document.links_of_event(event.id))}
    position = {source.id: source.position for source in document.sources.values()}

    def place(link: SourceLink) -> tuple[int, int, str]:
        return position.get(link.source_id, 0), link.sentence.start, link.id

    found: dict[str, SourceLink] = {}
    for link in document.links.values():
        known = found.setdefault(link.event_id, link)
        if known is not link and place(link) < place(known):
            found[link.event_id] = link
    return found
