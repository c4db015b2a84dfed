"""The first events of an export: what a preview shows of a large project, without reading or sorting all of it."""

from collections.abc import Iterable
from heapq import nsmallest
from itertools import islice

import numpy as np

from timeline_app.formats.event_json import chronological_key
from timeline_app.formats.exports.export import Export
from timeline_app.model.calendar import MINUTE
from timeline_app.model.digest import OPEN, EventDigest
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Status


def first_events(document: TimelineDocument, event_ids: Iterable[str] | None, number: int) -> Export:
    """As `make_export`, the first of the events alone: what a preview shows, without sorting a large project."""
    events = document.events
    if document.digest is not None:  # a large project is not read for it
        ids = chronological_ids(document.digest)
        wanted = document.digest.rejected_ids if event_ids is None else frozenset(event_ids)
        leaving = (id_ for id_ in ids if (id_ in wanted) is (event_ids is not None))
        return Export(document, tuple(events[id_] for id_ in islice(leaving, number)))
    if event_ids is None:
        chosen = [event for event in events.values() if event.status is not Status.REJECTED]
    else:
        chosen = [events[id_] for id_ in event_ids if id_ in events]
    return Export(document, tuple(nsmallest(number, chosen, key=lambda event: chronological_key(document, event))))


def chronological_ids(digest: EventDigest) -> list[str]:
    """The ids of all events in the order of `chronological`, from a digest alone."""
    rows = digest.columns
    start, end, offset = rows["earliest_start"], rows["latest_end"], rows["offset"]
    ahead = np.where(offset == OPEN, 0, offset) * MINUTE
    low = np.where(start != OPEN, start, np.where(end != OPEN, end, ahead)) - ahead
    high = np.where(end != OPEN, end - ahead, low)
    dated = digest.is_dated
    told = digest.positions(-1)
    sentence = np.where(rows["source"] < 0, -1, rows["sentence"])
    ids = np.array(digest.ids, dtype=object)
    order = np.lexsort((ids, sentence, told, np.where(dated, high, 0), np.where(dated, low, 0), ~dated))
    found: list[str] = ids[order].tolist()
    return found
