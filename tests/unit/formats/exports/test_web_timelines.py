"""TimelineJS, vis-timeline and markwhen open what we write, with every date where it belongs."""

import csv
import html
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from timeline_app.formats.errors import FormatError
from timeline_app.formats.exports.export import Rendered

Render = Callable[..., Rendered]
Seen = dict[str, dict[str, Any]]


def by_title(events: list[dict[str, Any]], words: str) -> dict[str, Any]:
    [found] = [e for e in events if words in str(e.get("headline") or e.get("title") or e.get("content"))]
    return found


def order(moment: str) -> tuple[int, str]:
    """What ISO times are ordered by, years of six digits too."""
    sign = -1 if moment.startswith("-") else 1
    year, _, rest = moment.lstrip("+-").partition("-")
    return sign * int(year), rest


def test_timelinejs_reads_every_dated_event(seen: Seen) -> None:
    found = seen["timelinejs-json"]
    assert found["errors"] == []
    assert found["title"] == "Pier &quot;fire&quot; &lt;2021&gt;"
    events = {event["id"]: event for event in found["events"]}
    assert len(events) == 21
    assert events["day"]["start"] == {"year": 2021, "month": 3, "day": 14}
    assert events["day"]["end"] is None
    assert (events["days"]["start"]["day"], events["days"]["end"]["day"]) == (15, 19)
    assert events["months"]["end"] == {"year": 2021, "month": 5}
    assert (events["years"]["start"], events["years"]["end"]) == ({"year": 1850}, {"year": 1900})
    assert events["bc"]["start"] == {"year": -44}  # which its axis calls 44 BCE
    assert (events["hours"]["start"]["hour"], events["hours"]["end"]["hour"]) == (10, 12)
    assert events["offset"]["start"]["hour"] == 3  # 09:00+05:30 on the project's clock, which the display names
    assert events["offset"]["display"] == "14 March 2021 03:30 Europe/Lisbon"
    assert events["until"]["display"] == "no later than 13 March 2021"
    assert events["since"]["display"] == "since 16 March 2021"


def test_timelinejs_shows_markup_as_text(seen: Seen) -> None:
    """TimelineJS sanitises; nothing may be left for it to take away."""
    markup = {event["id"]: event for event in seen["timelinejs-json"]["events"]}["markup"]
    assert html.unescape(markup["headline"]) == "<img src=x onerror=alert(1)> & \"quotes\" 'too'"
    assert "<" not in markup["headline"]
    assert "&lt;b&gt;Ann&lt;/b&gt;" in markup["text"]


def test_timelinejs_table_reads_the_same(seen: Seen) -> None:
    found = seen["timelinejs-csv"]
    assert found["errors"] == []
    assert len(found["events"]) == 21
    assert by_title(found["events"], "Harbour founded")["start"]["year"] == "-44"
    assert by_title(found["events"], "Search")["end"]["day"] == "19"
    assert by_title(found["events"], "Alarm")["start"]["hour"] == 9
    assert by_title(found["events"], "Inquiry")["start"]["day"] in ("", None)


def test_both_dates_of_a_slide_have_the_same_fields(render: Render) -> None:
    for event in json.loads(render("timelinejs-json").data)["events"]:
        if "end_date" in event:
            assert event["start_date"].keys() == event["end_date"].keys()
            assert event["start_date"] != event["end_date"]


def test_no_cell_of_the_timelinejs_table_is_a_formula_and_years_are_numbers(render: Render) -> None:
    rows = list(csv.DictReader(io.StringIO(render("timelinejs-csv").data.decode(), newline="")))
    assert "Start Date" not in rows[0]
    numbers = {"Year", "Month", "Day", "End Year", "End Month", "End Day"}
    for row in rows:
        for name, cell in row.items():
            if name in numbers:
                assert cell == "" or str(int(cell)) == cell
            else:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert any(row["Headline"].startswith("&#61;HYPERLINK") for row in rows)


@pytest.mark.parametrize("format_id", ["timelinejs-json", "timelinejs-csv"])
def test_a_timelinejs_file_without_events_is_refused(render: Render, format_id: str) -> None:
    with pytest.raises(FormatError, match="without dated events"):
        render(format_id, ["undated"])


def test_vis_timeline_draws_every_dated_event(seen: Seen) -> None:
    found = seen["vis-timeline"]
    events = {event["id"]: event for event in found["events"]}
    assert len(events) == 21
    assert events["day"]["end"] is None
    assert events["days"]["start"].startswith("2021-03-15")
    assert events["days"]["end"].startswith("2021-03-20")  # its ends are exclusive
    assert (events["month"]["start"][:10], events["month"]["end"][:10]) == ("2021-03-01", "2021-04-01")
    assert (events["year"]["start"][:10], events["years"]["end"][:10]) == ("1850-01-01", "1901-01-01")
    assert events["bc"]["start"].startswith("-000043-01-01")
    assert events["future"]["start"].startswith("+012000-01-01")
    assert events["offset"]["start"] == "2021-03-14T03:30:00.000Z"
    assert events["since"]["end"] is None
    assert events["markup"]["content"].startswith("&lt;img src=x")
    assert set(found["groups"]) == {"happened", "planned", "ongoing"}


def test_vis_ranges_end_after_they_start_and_ids_are_unique(render: Render) -> None:
    items = json.loads(render("vis-timeline").data)["items"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert (item["type"] == "range") == ("end" in item)
        assert "end" not in item or order(item["end"]) > order(item["start"])  # it says nothing where one does not
        assert "<" not in item["content"]
        assert "<" not in item["title"].replace("<br>", "")


def test_markwhen_reads_every_event_and_no_other(seen: Seen) -> None:
    found = seen["markwhen"]
    assert found["errors"] == []
    assert found["title"] == 'Pier "fire" <2021>'
    events = found["events"]
    assert len(events) == 19  # 44 BC and the year 12000 are beyond it
    assert by_title(events, "Pier burned")["tags"] == ["fire", "a_b_c"]
    assert by_title(events, "Search")["from"].startswith("2021-03-15")
    assert by_title(events, "Search")["to"].startswith("2021-03-20")
    assert by_title(events, "In use")["to"].startswith("1901-01-01")
    assert by_title(events, "Watch")["from"] == "2021-03-14T10:00:00.000Z"
    assert by_title(events, "Watch")["to"] == "2021-03-14T12:00:00.000Z"
    assert by_title(events, "Call")["from"] == "2021-03-14T03:30:00.000Z"
    assert all(line.startswith("> ") for event in events for line in event["body"])
    marks = by_title(events, "1999: No.")
    assert marks["tags"] == []
    assert marks["title"].replace("\u2060", "") == "# 1999: No. #7 [x](y) *bold* `code` !id"


def test_markwhen_says_what_it_cannot_hold(render: Render) -> None:
    assert render("markwhen").notes == (
        "1 undated event left out: markwhen has no place for an event without a date.",
        "2 distant events left out: markwhen reads the years 0 to 9999.",
    )
