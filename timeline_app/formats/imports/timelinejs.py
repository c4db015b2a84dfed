"""TimelineJS's spreadsheet: its dates in parts, its texts as HTML."""

import re
from html.parser import HTMLParser

from timeline_app.formats.cells import joined, unguarded
from timeline_app.formats.imports.files import Table
from timeline_app.formats.imports.rows import ImportedEvent
from timeline_app.formats.imports.times import read_span
from timeline_app.model.edtf import from_edtf

_CLOCK = re.compile(r"(\d{1,2})(?::(\d{1,2})(?::(?P<second>\d{1,2})(?:\.\d{1,9})?)?)? ?(?:(?P<half>[ap])m?)?", re.ASCII)
_BREAKS = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote"})
_SILENT = frozenset({"script", "style", "template"})


def read(table: Table) -> tuple[list[ImportedEvent], list[str]]:
    """The slides and eras as events; the title slide is no event, and a note says so."""
    events, notes = [], []
    for number, row in table.rows():
        kind = row.get("Type", "").strip().lower()
        if kind == "title":
            notes.append(f"Row {number} is the title slide, which is no event.")
        else:
            events.append(read_row(number, row))
    return events, notes


def read_row(number: int, row: dict[str, str]) -> ImportedEvent:
    """One slide or era, by the columns of the spreadsheet."""
    title, text = plain(row.get("Headline", "")), plain(row.get("Text", ""))
    media = row.get("Media", "").strip()
    cells = {
        "title": title or text[:80],
        "lane": unguarded(plain(row.get("Group", ""))),
        "tags": joined([unguarded(row["Tag"])]) if row.get("Tag", "").strip() else "",
        "kind": "era" if row.get("Type", "").strip().lower() == "era" else "",
    }
    description = "\n".join(part for part in (text, media) if part)
    try:
        start, end = _date(row, ""), _date(row, "End ")
        first = from_edtf(start) if start else None
        last = from_edtf(end) if end else None
        if first is not None and last is not None and last.sort_key < first.sort_key:
            raise ValueError("it ends before it starts")
        time = first if first is None or last is None else first.spanning(last)
        if first is None and row.get("Start Date", "").strip():  # the layout of TimelineJS 1
            from timeline_app.model.source import DateOrder

            time = read_span(row["Start Date"], row.get("End Date", ""), DateOrder.MDY)
    except ValueError as error:
        return ImportedEvent(number, cells, None, description, f"Its date cannot be read: {str(error).rstrip('.')}.")
    return ImportedEvent(number, cells, time, description)


def _date(row: dict[str, str], prefix: str) -> str:
    """Year, month, day and time as EDTF; empty without a year."""
    year, month, day, clock = (
        row.get(prefix + name, "").replace(",", "").strip() for name in ("Year", "Month", "Day", "Time")
    )
    if not year:
        return ""
    number = _number(year)
    number += number < 0  # it shows -44 as 44 BCE, and knows no year 0
    text = f"{number:04d}" if number >= 0 else f"-{-number:04d}"
    if abs(number) > 9999:
        text = f"Y{number}"
    if month:
        text += f"-{_number(month):02d}"
    if month and day:
        text += f"-{_number(day):02d}"
    return f"{text}T{_clock(clock)}" if clock and month and day else text


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise ValueError(f"“{text[:40]}” is no number") from None


def _clock(text: str) -> str:
    """``9:05``, ``09:05:30`` or ``9:05 pm`` as a 24-hour time."""
    match = _CLOCK.fullmatch(text.lower().replace(".m.", "m").replace(".m", "m"))
    if match is None:
        raise ValueError(f"“{text[:40]}” is no clock time")
    hour, minute, second = (int(part or 0) for part in match.groups()[:3])
    if half := match["half"]:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if match["second"] else "")


def plain(markup: str) -> str:
    """HTML as text: its paragraphs on lines of their own, nothing of its scripts."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Collects the text of markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins a line at a block; goes silent in a script."""
        if tag in _BREAKS:
            self.parts.append("\n")
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        """Ends a line after a block."""
        if tag in _BREAKS:
            self.parts.append("\n")
        self._silent = max(self._silent - (tag in _SILENT), 0)

    def handle_data(self, data: str) -> None:
        """Takes text that people see."""
        if not self._silent:
            self.parts.append(data)
