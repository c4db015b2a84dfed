"""Rows of sources: what the list of documents tells of each."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from timeline_app.formats.text_index import Passages, place_in
from timeline_app.gui.passages import snippet
from timeline_app.gui.rows import Row
from timeline_app.gui.wording import counted, is_shown, needs_review, publication_line, published_evidence, where_read
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.source import Evidence, Source
from timeline_app.model.token import Span
from timeline_app.workspace.dates import describe_weekdays
from timeline_app.workspace.retelling import retold

translate = QCoreApplication.translate
_DOUBTFUL = 0.5  # confidence of a publication date below which the list says where it comes from
_BEFORE = 12  # code points before what was found: the pane is narrow
_REVIEWED = "✓"  # nothing of a source waits for review any more


def source_row(
    document: TimelineDocument,
    source: Source,
    found: Passages | None = None,
    query: str = "",
    *,
    is_namesake: bool = False,
) -> Row:
    """A source with its grade, publisher, date and where that was read, and how many of its events wait for review.

    A namesake has the title of another source, and says which file it is. Where its text was `found` to hold what is
    searched for, with the first place and how many there are.
    """
    number, waiting = _counts(document, source)
    left = translate("SourcesPane", "{waiting} to review").format(waiting=waiting)
    counts = counted(number, "event") + (f" · {left}" if waiting else "")
    published = source.context.published
    grade = source.reliability if source.reliability != "F" else ""
    date = describe_weekdays(published) if published is not None else ""
    details = " · ".join(part for part in (source.name if is_namesake else "", grade, source.publisher, date) if part)
    evidence = _doubtful(source)
    if published is None:
        warning = translate("SourcesPane", "date missing — double-click to set it")
    elif evidence is not None:
        warning = translate("SourcesPane", "date proposed {where}").format(where=where_read(evidence.where))
    else:
        warning = ""
    tip = "\n".join([source.name, publication_line(source), counts, *map(retold, source.warnings)])
    title, mark = source.title or source.name, f"{waiting:,}" if waiting else _REVIEWED if number else ""
    row = Row(title, (details,) if details else (), warning, tip, is_strong=True, aside=mark, meant=counts)
    if found is None:
        return row
    words, lit = snippet(source.text, found.first, place_in(source.text, found.first, query), _BEFORE)
    times = f"{found.count:,}× " if found.count > 1 else ""
    lit = Span(lit.start + len(times), lit.end + len(times))
    return replace(row, details=(*row.details, times + words), lit=lit)


def lines_below(source: Source, found: bool = False, *, is_namesake: bool = False) -> int:
    """How many lines `source_row` has below its title: publication, warning, and what was found in the text."""
    published = source.context.published
    has_details = is_namesake or bool(source.publisher) or published is not None or source.reliability != "F"
    return found + has_details + (published is None or _doubtful(source) is not None)


def namesakes(sources: Iterable[Source]) -> frozenset[str]:
    """The ids of those sources that have the title of another one."""
    ids: dict[str, list[str]] = {}
    for source in sources:
        ids.setdefault(source.title or source.name, []).append(source.id)
    return frozenset(id_ for alike in ids.values() if len(alike) > 1 for id_ in alike)


def _doubtful(source: Source) -> Evidence | None:
    """The place that the date in force was read at, where it is hardly believed."""
    evidence = published_evidence(source)
    return evidence if evidence is not None and evidence.confidence < _DOUBTFUL else None


def _counts(document: TimelineDocument, source: Source) -> tuple[int, int]:
    """How many events a source tells, and how many of them wait for review."""
    if (digest := document.digest) is not None:
        return digest.counts_by_source[source.id]
    events = _events_of(document, source)
    return len(events), sum(needs_review(event) for event in events)


def _events_of(document: TimelineDocument, source: Source) -> list[Event]:
    ids = {link.event_id for link in document.links_of_source(source.id)}
    return [document.events[i] for i in ids if i in document.events and is_shown(document.events[i])]
