"""What a hostile document puts into titles and names stays text in every format that leaves: no formula, no markup."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace

import openpyxl
import pytest
from docx import Document
from icalendar import Calendar
from lxml import html

from timeline_app.formats.chronology import chronology
from timeline_app.formats.exports.export import make_export
from timeline_app.formats.exports.registry import FORMATS
from timeline_app.model.change import Replace
from timeline_app.model.document import TimelineDocument

RENDER = {kind.id: kind.render for kind in FORMATS}
NASTY = (
    "=cmd|' /C calc'!A0",
    "+1+cmd",
    "-2+3+cmd",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)//",
    "[x](javascript:alert(1))",
    "x\n1999: another event",
    "x\r\nBEGIN:VEVENT\r\nSUMMARY:another\r\nEND:VEVENT",
    "\x1b[31mred\x07\u202e",
    "{{7*7}}${7*7}",
    "]]>&xxe;",
)


@pytest.fixture(params=range(len(NASTY)), ids=lambda number: f"nasty {number}")
def hostile(document: TimelineDocument, request: pytest.FixtureRequest) -> TimelineDocument:
    nasty = NASTY[request.param]
    for event in list(document.events.values()):
        document.apply(
            Replace(replace(event, title=nasty, place=nasty, notes=nasty, kind=nasty, lane=nasty, tags=(nasty,)))
        )
    for source in list(document.sources.values()):
        document.apply(Replace(replace(source, title=nasty, name=nasty, publisher=nasty, url="javascript:alert(1)")))
    return document


def rendered(document: TimelineDocument, kind: str) -> bytes:
    return RENDER[kind](make_export(document)).data


@pytest.mark.parametrize("kind", [kind for kind in RENDER if "csv" in kind])
def test_no_cell_of_a_table_is_a_formula(hostile: TimelineDocument, kind: str) -> None:
    rows = list(csv.reader(io.StringIO(rendered(hostile, kind).decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows[1:] for cell in row):
        assert not cell.startswith(("=", "+", "@", "\t", "\r")), cell
        assert not cell.startswith("-") or cell.lstrip("-").isdecimal(), cell


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(hostile: TimelineDocument) -> None:
    book = openpyxl.load_workbook(io.BytesIO(rendered(hostile, "xlsx")))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.coordinate
                assert cell.hyperlink is None


def assert_harmless(markup: str) -> None:
    """No script but the page's own, no handler, no link that runs something."""
    for element in html.fromstring(f"<div>{markup}</div>").iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag != "script" or not (element.text or "").startswith("alert(1)"), markup[:200]
        for name, value in element.attrib.items():
            assert not name.startswith("on"), name
            assert not (name in ("href", "src") and value.strip().lower().startswith("javascript:")), value


def texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for item in data.values():
            yield from texts(item)
    elif isinstance(data, list):
        for item in data:
            yield from texts(item)


def test_no_markup_of_a_page_is_the_documents(hostile: TimelineDocument) -> None:
    page = rendered(hostile, "html").decode("utf-8")
    assert_harmless(page)
    assert not any(
        s.lstrip().startswith("alert(1)") for s in re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL)
    )


def test_no_markup_or_link_of_a_markdown_report_is_the_documents(hostile: TimelineDocument) -> None:
    report = rendered(hostile, "markdown").decode("utf-8")
    assert not re.search(r"(?<!\\)<\s*/?\s*(?:script|img)", report), "a backslash makes it text (CommonMark 2.4)"
    assert not re.search(r"(?<!\\)\]\(javascript:", report)


@pytest.mark.parametrize("kind", ["timelinejs-json", "vis-timeline"])
def test_no_text_that_others_show_as_a_page_holds_markup(hostile: TimelineDocument, kind: str) -> None:
    for text in texts(json.loads(rendered(hostile, kind))):
        if text.strip():
            assert_harmless(text)


def test_a_calendar_has_its_own_events_only(hostile: TimelineDocument) -> None:
    calendar = Calendar.from_ical(rendered(hostile, "icalendar"))
    events = list(calendar.walk("VEVENT"))
    dated = [e for e in hostile.events.values() if e.time is not None and e.status.value != "rejected"]
    assert len(events) == len(dated)
    assert all(str(event["SUMMARY"]) != "another" for event in events)


def test_a_document_has_the_words_and_no_field(hostile: TimelineDocument) -> None:
    document = Document(io.BytesIO(rendered(hostile, "docx")))
    assert "instrText" not in document.element.xml
    assert document.paragraphs


@pytest.mark.parametrize("kind", ["markwhen", "edtf"])
def test_a_list_of_lines_has_a_line_for_each_event(hostile: TimelineDocument, kind: str) -> None:
    text = rendered(hostile, kind).decode("utf-8")
    assert not re.search(r"^1999: another event", text, re.MULTILINE)


def test_what_is_printed_moves_no_cursor(hostile: TimelineDocument) -> None:
    printed = chronology(hostile, 100)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", printed)


def test_every_format_was_looked_at() -> None:
    """A format added later is looked at here too, or said to be data that nothing renders."""
    looked_at = {"xlsx", "icalendar", "docx", "html", "markdown", "markwhen", "edtf", "timelinejs-json", "vis-timeline"}
    data_only = {"json", "timeml", "timesketch-jsonl"}
    assert {kind for kind in RENDER if "csv" not in kind} == looked_at | data_only
