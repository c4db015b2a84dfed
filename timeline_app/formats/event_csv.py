"""Events as CSV: UTF-8 with a byte order mark, CRLF, RFC 4180, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Container, Iterable
from pathlib import Path

from timeline_app.formats.atomic import write_text_atomically
from timeline_app.formats.cells import guarded, joined
from timeline_app.formats.event_json import chronological, quoted
from timeline_app.model.bounds import begin_until
from timeline_app.model.display import describe
from timeline_app.model.document import TimelineDocument
from timeline_app.model.edtf import to_edtf
from timeline_app.model.event import Event, Status

COLUMNS = (
    "id", "title", "start", "end", "edtf", "granularity", "approximate", "time_zone", "display_date", "phrase",
    "status", "modality", "kind", "participants", "place", "tags", "lane", "credibility", "confidence", "sources",
    "source_reliability", "sentences", "notes",
)  # fmt: skip


def write_csv(document: TimelineDocument, path: Path) -> None:
    """Writes every event that was not rejected, in chronological order; raises FormatError."""
    events = (event for event in chronological(document) if event.status is not Status.REJECTED)
    write_text_atomically(path, csv_text(document, events), bom=True)


def csv_text(document: TimelineDocument, events: Iterable[Event], *, without: Container[str] = ()) -> str:
    """The CSV of some events of a project, without the byte order mark; columns in `without` are left empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in events:
        row = event_row(document, event)
        writer.writerow(["" if column in without else guarded(row[column]) for column in COLUMNS])
    return out.getvalue()


def event_row(document: TimelineDocument, event: Event) -> dict[str, str]:
    """An event's cells by column, not yet guarded against spreadsheets."""
    time = event.time
    start, end = begin_until(time)
    links = document.links_of_event(event.id)
    sources = [document.sources[id_] for id_ in dict.fromkeys(link.source_id for link in links)]
    return {
        "id": event.id,
        "title": event.title,
        "start": start or "",
        "end": end or "",
        "edtf": to_edtf(time) if time else "",
        "granularity": time.granularity.value if time else "",
        "approximate": ("true" if time.approximate else "false") if time else "",
        "time_zone": (time.zone or "") if time else "",
        "display_date": describe(time),
        "phrase": event.phrase,
        "status": event.status.value,
        "modality": event.modality.value,
        "kind": event.kind or "",
        "participants": joined(p.text for p in event.participants),
        "place": event.place or "",
        "tags": joined(event.tags),
        "lane": event.lane or "",
        "credibility": event.credibility,
        "confidence": f"{event.confidence:.2f}",
        "sources": joined(source.title or source.name for source in sources),
        "source_reliability": joined(source.reliability for source in sources),
        "sentences": joined(quoted(document.sources, link, link.sentence) or "" for link in links),
        "notes": event.notes,
    }
