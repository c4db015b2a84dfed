"""The chronology: a project as plain text that a person reads from top to bottom."""

from collections.abc import Sequence

from timeline_app.formats.event_json import chronological
from timeline_app.formats.plain_text import clean, columns, wrap
from timeline_app.model.annotation import Modality
from timeline_app.model.display import describe, describe_published
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.source import Source

_MARKS = {
    Modality.HAPPENED: "●",
    Modality.ONGOING: "◐",
    Modality.PLANNED: "○",
    Modality.POSSIBLE: "?",
    Modality.DENIED: "✗",
    Modality.OPINION: "“",
}
_MARGIN = "  "
_DATE_COLUMNS = 27  # "until 28 May 2018 13:30 UTC"
_INDENT = len(_MARGIN) + _DATE_COLUMNS + 3
_QUOTES = 3  # sources quoted for each event
_QUOTE_LINES = 2  # of each quote


def chronology(document: TimelineDocument, width: int = 96) -> str:
    """The events that were not rejected, by time, each with its sources and its first quote, in `width` columns.

    What the texts contain is stripped of terminal escapes and control characters.
    """
    width = max(60, min(width, 120))
    events = [e for e in chronological(document) if e.status is not Status.REJECTED]
    dated = [e for e in events if e.time is not None]
    undated = [e for e in events if e.time is None]
    lines = [*_heading(document, dated, undated, width), ""]
    for event in dated:
        lines += [*_entry(document, event, width), ""]
    if undated:
        lines += ["Undated", "─" * width, *(line for e in undated for line in _undated(document, e, width)), ""]
    lines += _legend({e.modality for e in events})
    return "\n".join(lines).rstrip() + "\n"


def _heading(document: TimelineDocument, dated: Sequence[Event], undated: Sequence[Event], width: int) -> list[str]:
    counts = [_count(len(dated), "event")]
    if undated:
        counts.append(f"{len(undated)} undated")
    counts.append(_count(len(document.sources), "document"))
    title = clean(document.settings.title) or "Chronology"
    lines = [f"{title} · {' · '.join(counts)}", "═" * width]
    for number, source in enumerate(document.ordered_sources(), 1):
        lines += _hanging(f"[{number}] ", f"{_name(source)} — {_published(source)}", width)
    return lines


def _published(source: Source) -> str:
    if source.context.published is None:
        return "publication date unknown"
    return f"published {describe_published(source.context.published, source.context.time_zone)}"


def _entry(document: TimelineDocument, event: Event, width: int) -> list[str]:
    """Date column, mark and title; how it stands; the sentences that report it."""
    mark = _MARKS[event.modality]
    room = width - _INDENT
    date = wrap(clean(describe(event.time)), _DATE_COLUMNS) if event.time else [""]
    body = wrap(clean(event.title) or "(untitled)", room) + wrap(_standing(document, event), room)
    for number, link in _first_of_each_source(document, event):
        body += _quote(document, number, link, room)
    lines = []
    for number in range(max(len(body), len(date))):
        when = date[number] if number < len(date) else ""
        text = body[number] if number < len(body) else ""
        lines.append(f"{_MARGIN}{_padded(when, _DATE_COLUMNS)} {mark if number == 0 else ' '} {text}".rstrip())
    return lines


def _undated(document: TimelineDocument, event: Event, width: int) -> list[str]:
    """Mark, title and the numbers of the documents that tell it."""
    cited = "".join(f" [{number}]" for number, _ in _first_of_each_source(document, event))
    return _hanging(f"{_MARGIN}{_MARKS[event.modality]} ", (clean(event.title) or "(untitled)") + cited, width)


def _standing(document: TimelineDocument, event: Event) -> str:
    """Modality, place, who says so, the phrase that dated it, and how many documents and origins report it."""
    parts = [] if event.modality is Modality.HAPPENED else [event.modality.value]
    if event.place:
        parts.append(clean(event.place))
    if event.attribution and (voice := event.attribution.speaker or event.attribution.outlet):
        parts.append(f"according to {clean(voice)}")
    if event.override is not None:
        parts.append("time set by the analyst")
    elif event.phrase:
        parts.append(f"“{clean(event.phrase)}”")
    sources = {link.source_id for link in document.links_of_event(event.id)}
    if len(sources) > 1:
        parts += [_count(len(sources), "document"), _count(event.origins, "origin")]
    return " · ".join(parts)


def _first_of_each_source(document: TimelineDocument, event: Event) -> list[tuple[int, SourceLink]]:
    """The first link into each of the first few sources, with the source's number in the heading."""
    numbers = {source.id: number for number, source in enumerate(document.ordered_sources(), 1)}
    first: dict[str, SourceLink] = {}
    for link in document.links_of_event(event.id):
        first.setdefault(link.source_id, link)
    return [(numbers[id_], link) for id_, link in list(first.items())[:_QUOTES]]


def _quote(document: TimelineDocument, number: int, link: SourceLink, room: int) -> list[str]:
    """A link's sentence in a few lines; of a long one, the words around its time phrase."""
    label = f"[{number}] "
    text = document.sources[link.source_id].text
    sentence = clean(text[link.sentence.start : link.sentence.end])
    lines = _hanging(label, f"“{sentence}”", room)
    if len(lines) <= _QUOTE_LINES:
        return lines
    budget = (room - len(label) - 4) * _QUOTE_LINES - 8  # columns, less what a ragged right edge may cost
    inside = link.phrase is not None and link.sentence.contains(link.phrase)
    before = clean(text[link.sentence.start : link.phrase.end]) if inside and link.phrase else ""
    words, opening = sentence, "“"
    if columns(before) > budget:
        kept = wrap(" ".join(reversed(before.split())), budget * 2 // 3)[0].split()
        words = " ".join(reversed(kept)) + sentence[len(before) :]
        opening = "“… "
    return _cut(_hanging(label, f"{opening}{words}”", room), room)


def _cut(lines: list[str], room: int) -> list[str]:
    """At most `_QUOTE_LINES` of a quote, the last one ending in an ellipsis where something was left out."""
    if len(lines) <= _QUOTE_LINES:
        return lines
    *kept, last = lines[:_QUOTE_LINES]
    if columns(last) > room - 3:
        last = last.rsplit(" ", 1)[0]
    return [*kept, f"{last} …”"]


def _legend(used: set[Modality]) -> list[str]:
    if not used:
        return ["No events were found."]
    return ["  ".join(f"{mark} {modality.value}" for modality, mark in _MARKS.items() if modality in used)]


def _name(source: Source) -> str:
    return clean(source.title or source.name) or "untitled document"


def _hanging(label: str, text: str, width: int) -> list[str]:
    first, *rest = wrap(text, width - len(label)) or [""]
    return [label + first, *(" " * len(label) + line for line in rest)]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
