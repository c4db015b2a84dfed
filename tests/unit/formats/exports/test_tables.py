"""Tables, calendars and lists, read back with the libraries that others read them with."""

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import openpyxl
import pytest
from edtf import parse_edtf

from timeline_app.formats.exports.export import Rendered, make_export
from timeline_app.formats.exports.registry import FORMATS
from timeline_app.model.change import Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue

Render = Callable[..., Rendered]
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_every_format_has_a_name_of_its_own() -> None:
    assert len({kind.id for kind in FORMATS}) == len(FORMATS)
    assert all(re.fullmatch(r"\.[a-z]+", kind.suffix) for kind in FORMATS)


def test_the_whole_project_leaves_without_what_was_rejected(project: TimelineDocument) -> None:
    whole = make_export(project)
    assert len(whole.events) == 22
    assert whole.events[-1].id == "undated"
    chosen = make_export(project, ["rejected", "bc", "gone"])
    assert [event.id for event in chosen.events] == ["bc", "rejected"]
    assert chosen.sources == []


@pytest.mark.parametrize("format_id", ["csv", "timesketch-csv"])
def test_no_cell_is_a_formula(render: Render, format_id: str) -> None:
    rows = table(render(format_id).data)
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(FORMULA) and not re.fullmatch(r"-\d+", cell)]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


@pytest.mark.parametrize(
    "format_id", ["csv", "xlsx", "markdown", "html", "timesketch-csv", "vis-timeline", "icalendar"]
)
def test_notes_and_quotes_stay_at_home_when_asked(render: Render, format_id: str) -> None:
    def text(**options: bool) -> str:
        data = render(format_id, **options).data
        if format_id != "xlsx":
            return data.decode()
        book = openpyxl.load_workbook(io.BytesIO(data))
        return repr([cell.value for row in book["Events"].rows for cell in row])

    assert "line two" in text()
    assert "line two" not in text(notes=False)
    assert "pier burned." in text().replace("\r\n ", "")
    assert "pier burned." not in text(quotes=False).replace("\r\n ", "")


def test_a_workbook_holds_dates_as_dates_and_the_rest_as_text(render: Render) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render("xlsx").data))
    assert book.sheetnames == ["Events", "Sources"]
    names, *rows = book["Events"].values
    events = {row[0]: dict(zip(names, row, strict=True)) for row in rows}
    assert len(events) == 22
    assert events["day"]["start"] == datetime(2021, 3, 14)
    assert events["hours"]["end"] == datetime(2021, 3, 14, 12)
    assert events["hours"]["time_zone"] == "UTC"
    assert events["year"]["start"] == "1850-01-01"  # before Excel's calendar
    assert events["bc"]["start"] == "-0043-01-01"
    assert events["future"]["end"] == "12000-12-31"
    assert events["formula"]["title"] == '=HYPERLINK("http://x")'
    assert events["minus"]["participants"] == "+49 170"
    assert {cell.data_type for row in book["Events"].rows for cell in row} <= {"s", "d", "n"}
    assert not any(cell.hyperlink for row in book["Sources"].rows for cell in row)
    assert [row[0] for row in book["Sources"].values] == ["title", "=Report; <one>"]


def test_days_of_excels_wrong_leap_year_are_text() -> None:
    """Its calendar has a 29 February 1900, so that it is a day off before March of that year."""
    document = TimelineDocument()
    for month, day in ((2, 28), (3, 1)):
        document.apply(Insert(Event(f"{month}", "Founded", resolved=TimeValue.day(1900, month, day))))
    kind = next(kind for kind in FORMATS if kind.id == "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(kind.render(make_export(document)).data))
    assert [row[2] for row in book["Events"].values][1:] == ["1900-02-28", datetime(1900, 3, 1)]


def test_timesketch_gets_instants_with_offsets_and_ranges_twice(render: Render) -> None:
    rendered = render("timesketch-jsonl")
    lines = [json.loads(line) for line in rendered.data.decode().splitlines()]
    by_event: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        assert {"message", "datetime", "timestamp", "timestamp_desc"} <= set(line)
        moment = datetime.fromisoformat(line["datetime"])
        assert moment.utcoffset() is not None
        assert line["timestamp"] == (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
        by_event.setdefault(line["event_id"], []).append(line)
    assert {"bc", "future", "about", "undated"}.isdisjoint(by_event)
    assert rendered.notes[1].startswith("3 distant events left out")
    assert [line["timestamp_desc"] for line in by_event["day"]] == ["Event time"]
    assert [(line["timestamp_desc"], line["datetime"]) for line in by_event["days"]] == [
        ("Start time", "2021-03-15T00:00:00+00:00"),
        ("End time", "2021-03-19T23:59:59+00:00"),
    ]
    assert [line["timestamp_desc"] for line in by_event["since"]] == ["Start time"]
    assert [line["timestamp_desc"] for line in by_event["until"]] == ["End time"]
    assert by_event["offset"][0]["datetime"] == "2021-03-14T09:00:00+05:30"
    assert by_event["day"][0]["tag"] == ["fire", "a b; c"]
    assert [row["datetime"] for row in table(render("timesketch-csv").data)] == [line["datetime"] for line in lines]


def test_a_calendar_holds_days_and_instants(render: Render) -> None:
    rendered = render("icalendar")
    calendar = icalendar.Calendar.from_ical(rendered.data)
    events = {str(event["UID"]).removesuffix("@timeline-app"): event for event in calendar.walk("VEVENT")}
    assert len(events) == 19
    assert rendered.notes[1] == "2 distant events left out: a calendar holds the years 1 to 9999."
    assert (events["day"]["DTSTART"].dt, events["day"]["DTEND"].dt) == (date(2021, 3, 14), date(2021, 3, 15))
    assert (events["month"]["DTSTART"].dt, events["month"]["DTEND"].dt) == (date(2021, 3, 1), date(2021, 4, 1))
    assert events["zoned"]["DTSTART"].params["TZID"] == "Europe/Lisbon"
    assert events["zoned"]["DTSTART"].dt.utcoffset() == timedelta(0)
    assert events["offset"]["DTSTART"].dt == datetime(2021, 3, 14, 3, 30, tzinfo=UTC)
    assert events["unzoned"]["DTSTART"].dt == datetime(2021, 3, 14, 7)  # floating: nobody knows the zone
    assert events["hours"]["DTEND"].dt == datetime(2021, 3, 14, 12, tzinfo=UTC)
    summaries = {name: str(event["SUMMARY"]) for name, event in events.items()}
    assert summaries["until"] == "Left (no later than 13 March 2021)"
    assert summaries["about"] == "Plague (about 1650?)"  # all of that year would be said for certain
    assert summaries["month"] == "Inquiry (March 2021)"
    assert (summaries["day"], summaries["zoned"]) == ("Pier burned", "Alarm")
    assert events["months"]["X-EDTF"] == "2021-03/2021-05"
    assert events["day"]["URL"] == "https://example.org/a"
    assert events["month"]["STATUS"] == "CONFIRMED"
    assert [str(c) for c in events["day"]["CATEGORIES"].cats] == ["happened", "fire", "a,b; c"]
    assert calendar.walk("VTIMEZONE")[0]["TZID"] == "Europe/Lisbon"
    assert all(len(line.encode()) <= 75 for line in rendered.data.decode().split("\r\n"))


def test_an_edtf_list_is_edtf(render: Render) -> None:
    rendered = render("edtf")
    lines = dict(line.split("\t")[::-1] for line in rendered.data.decode().splitlines())
    assert rendered.notes[1] == "1 interval of clock times written as days, as EDTF has it."
    assert len(lines) == 21
    for text in lines.values():
        parse_edtf(text)
    assert lines["Search"] == "2021-03-15/2021-03-19"  # EDTF has no weeks
    assert lines["Watch"] == "2021-03-14"  # nor intervals of clock times
    assert lines["Call"] == "2021-03-14T09:00:00+05:30"  # nor clock times without seconds
    assert (lines["Shut"], lines["Left"]) == ("2021-03-16/..", "../2021-03-13")
    assert (lines["Plague"], lines["Harbour founded"], lines["Half-life"]) == ("1650%", "-0043", "Y12000")
