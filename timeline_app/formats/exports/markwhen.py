"""markwhen: a timeline as text, one line an event and one section a group."""

import re

from timeline_app.formats.exports.dates import Moment, iso, moments
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, encoded, left_out, uses
from timeline_app.formats.exports.groups import group_name
from timeline_app.formats.exports.wording import body, title_of, when
from timeline_app.formats.plain_text import clean
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue

_YEARS = range(10_000)  # of four digits; its grammar has no others
_MARK = re.compile(r"([#!])(?=\w)")  # would make a tag or an id of the next word


def render(export: Export) -> Rendered:
    """The file, sections in the order of their first event."""
    sections: dict[str, list[str]] = {}
    distant = 0
    for event in export.one_by_one(export.dated):
        assert event.time is not None
        dates = _dates(event.time)
        if dates is None:
            distant += 1
        else:
            sections.setdefault(group_name(export, event), []).append(_entry(export, event, dates))
    lines = ["---", f'title: "{_quoted(export.title)}"', "timezone: UTC", "---", ""]
    for name, entries in sections.items():
        if len(sections) > 1 or name:
            lines += [f"# {_plain(name) or 'Other'}", ""]
        lines += entries
    undated = len(export.events) - len(export.dated)
    notes = left_out(undated, "undated", "markwhen has no place for an event without a date")
    notes += left_out(distant, "distant", "markwhen reads the years 0 to 9999")
    return Rendered(encoded("\n".join(lines)), notes)


def _entry(export: Export, event: Event, dates: str) -> str:
    """The event's line and its body: each line begins with ``> ``, for ``1999:`` alone would be another event."""
    tags = "".join(f" #{tag}" for tag in (re.sub(r"\W+", "_", clean(tag)).strip("_") for tag in event.tags) if tag)
    lines = [f"{dates}: {_plain(title_of(event))}{tags}"]
    lines += [f"> {_plain(part)}" for part in (when(export, event), *body(export, event))]
    return "\n".join([*lines, ""])


def _dates(time: TimeValue) -> str | None:
    """A date or a range; what it writes as body text (``~ ? ..`` and offsets) stands in the displayed date instead."""
    start, end = moments(time, "UTC")
    start, end = start or end, end or start
    assert start is not None
    assert end is not None
    if start.year not in _YEARS or end.year not in _YEARS:
        return None
    if start.hour is not None:
        return _instant(start) if start == end else f"{_instant(start)} - {_instant(end)}"
    return iso(start) if start == end else f"{iso(start)} / {iso(end)}"


def _instant(moment: Moment) -> str:
    return iso(moment) + "Z"


def _plain(text: str) -> str:
    """Text in which no word becomes a tag or an id: an invisible joiner (U+2060) parts it from its mark."""
    return _MARK.sub("\\1\u2060", text)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


FORMAT = ExportFormat(
    "markwhen",
    "markwhen",
    ".mw",
    "a timeline as text, for the markwhen editor",
    render,
    uses("title", "group_by", "quotes", "notes"),
)
