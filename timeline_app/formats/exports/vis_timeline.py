"""vis-timeline's items and groups as JSON."""

import json
from typing import Any

from timeline_app.formats.exports.dates import Moment, day_after, iso, moments
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, encoded, left_out, uses
from timeline_app.formats.exports.groups import group_name
from timeline_app.formats.exports.wording import body, escaped, title_of, when
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue


def render(export: Export) -> Rendered:
    """``{"items": […], "groups": […]}``: hand the two to a `vis.DataSet` each."""
    names = list(dict.fromkeys(group_name(export, event) for event in export.dated))
    ids = {name: number for number, name in enumerate(names, 1)}
    data = {
        "items": [_item(export, event, ids[group_name(export, event)]) for event in export.one_by_one(export.dated)],
        "groups": [{"id": ids[name], "content": escaped(name) or "Events"} for name in names],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1)
    undated = len(export.events) - len(export.dated)
    return Rendered(
        encoded(text + "\n"), left_out(undated, "undated", "vis-timeline has no place for an event without a date")
    )


def _item(export: Export, event: Event, group: int) -> dict[str, Any]:
    assert event.time is not None
    start, end = _span(event.time)
    classes = [event.modality.value, *(["uncertain"] if event.time.approximate or event.time.uncertain else [])]
    item: dict[str, Any] = {
        "id": event.id,
        "content": escaped(title_of(event)),
        "start": start,
        "type": "box" if end is None else "range",
        "group": group,
        "className": " ".join(classes),
        "title": "<br>".join(escaped(part) for part in (when(export, event), *body(export, event))),
    }
    if end is not None:
        item["end"] = end
    return item


def _span(time: TimeValue) -> tuple[str, str | None]:
    """Start, and the end where the event is a range: a range without an end throws in vis-timeline."""
    first, last = moments(time, "UTC")
    if first is None or last is None or (first == last and (first.day is not None)):
        known = first or last
        assert known is not None
        return _text(known, time), None
    if first.hour is not None:
        return _text(first, time), _text(last, time)
    return iso(_whole(first)), iso(day_after(last))


def _text(moment: Moment, time: TimeValue) -> str:
    """Days without a zone, so that no browser moves them to the day before; instants in UTC."""
    known = time.is_clock and time.offset is not None
    return iso(_whole(moment)) + ("Z" if known else "")


def _whole(moment: Moment) -> Moment:
    return moment._replace(month=moment.month or 1, day=moment.day or 1)


FORMAT = ExportFormat(
    "vis-timeline",
    "vis-timeline (JSON)",
    ".json",
    "items and groups for a web page with vis-timeline",
    render,
    uses("group_by", "quotes", "notes"),
)
