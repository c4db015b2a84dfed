"""TimelineJS 3 as JSON, as its `TimelineConfig` reads it (knightlab.northwestern.edu, format of version 3)."""

import json
from typing import Any

from timeline_app.formats.errors import FormatError
from timeline_app.formats.exports.dates import Moment, moments
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, encoded, left_out, uses
from timeline_app.formats.exports.groups import group_name
from timeline_app.formats.exports.wording import body, escaped, title_of, when
from timeline_app.model.event import Event

UNDATED = "TimelineJS has no place for an event without a date"
_FIELDS = ("year", "month", "day", "hour", "minute", "second")


def slide_dates(export: Export, event: Event) -> tuple[Moment, Moment | None]:
    """A slide's start, and its end where that differs.

    TimelineJS needs a start: an event with an open one stands at its end, and its displayed date says so.  Both have
    the same fields, else it takes the end for a repetition of the start and drops it.
    """
    assert event.time is not None
    start, end = moments(event.time, export.zone)
    if start is None or end is None or start == end:
        first = start or end
        assert first is not None
        return _named(first), None
    return _named(start), _named(end)


def _named(moment: Moment) -> Moment:
    """With the year as TimelineJS names it on its axis: -44 is its 44 BCE, and before year 1 comes -1."""
    return moment._replace(year=moment.year - (moment.year <= 0))


def slide_text(export: Export, event: Event) -> str:
    """A slide's text as HTML paragraphs."""
    return "".join(f"<p>{escaped(part)}</p>" for part in body(export, event))


def render(export: Export) -> Rendered:
    """The file; raises FormatError without a dated event, for TimelineJS refuses to open such a file."""
    require_dated(export)
    data: dict[str, Any] = {
        "title": {"unique_id": "timeline-title", "text": {"headline": escaped(export.title), "text": ""}},
        "events": [_slide(export, event) for event in export.one_by_one(export.dated)],
        "eras": [],
        "scale": "human",
    }
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return Rendered(encoded(text + "\n"), left_out(len(export.events) - len(export.dated), "undated", UNDATED))


def require_dated(export: Export) -> None:
    """Raises FormatError where no event has a date."""
    if not export.dated:
        raise FormatError("TimelineJS cannot open a timeline without dated events; date an event, or choose others.")


def _slide(export: Export, event: Event) -> dict[str, Any]:
    start, end = slide_dates(export, event)
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": _date(start),
        "display_date": escaped(when(export, event)),
        "text": {"headline": escaped(title_of(event)), "text": slide_text(export, event)},
    }
    if end is not None:
        slide["end_date"] = _date(end)
    if group := group_name(export, event):
        slide["group"] = escaped(group)
    return slide


def _date(moment: Moment) -> dict[str, int]:
    return {name: value for name, value in zip(_FIELDS, moment, strict=True) if value is not None}


FORMAT = ExportFormat(
    "timelinejs-json",
    "TimelineJS 3 (JSON)",
    ".json",
    "a story timeline on a web page, by Knight Lab’s TimelineJS",
    render,
    uses("title", "group_by", "quotes", "notes"),
)
