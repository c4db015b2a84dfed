"""Files of other programs, and tables of anybody, become events with the dates that they tell."""

import contextlib
import json
from pathlib import Path

import pytest

from timeline_app.formats.errors import FormatError
from timeline_app.formats.exports.export import make_export
from timeline_app.formats.exports.registry import FORMATS
from timeline_app.formats.imports.detect import kind_of
from timeline_app.formats.imports.foreign_table import guess_mapping
from timeline_app.formats.imports.plan import Action, make_plan
from timeline_app.formats.imports.reading import read_events
from timeline_app.formats.imports.rows import EventFile, ImportedEvent
from timeline_app.model.change import Batch
from timeline_app.model.display import describe
from timeline_app.model.document import TimelineDocument
from timeline_app.model.edtf import to_edtf
from timeline_app.model.source import DateOrder

XML = """<?xml version="1.0" encoding="utf-8"?>
<timeline><version>2.8.0</version><timetype>gregoriantime</timetype>
<categories><category><name>Harbour</name><color>200,0,0</color></category></categories>
<events>
<event><start>2021-03-14 00:00:00</start><end>2021-03-17 00:00:00</end><text>Search &amp; rescue</text>
  <fuzzy>True</fuzzy><category>Harbour</category><description>Three days.</description></event>
<event><start>2021-3-14 9:5:0</start><end>2021-3-14 11:0:0</end><text>Watch</text><fuzzy>False</fuzzy></event>
<event><start>-43-03-15 00:00:00</start><end>-43-03-15 00:00:00</end><text>Ides</text></event>
<event><start>2021-02-30 00:00:00</start><end>2021-02-30 00:00:00</end><text>No such day</text></event>
<event><start>2020-01-01 00:00:00</start><end>2021-01-01 00:00:00</end>
  <text>Open</text><ends_today>True</ends_today></event>
</events>
<eras><era><name>Old quay</name><start>1900-01-01 00:00:00</start><end>1950-01-01 00:00:00</end></era></eras>
</timeline>
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
BEGIN:VEVENT
UID:1@elsewhere
DTSTAMP:20210101T000000Z
DTSTART;VALUE=DATE:20210314
DTEND;VALUE=DATE:20210316
SUMMARY:Fair\\, with music
LOCATION:Lund
CATEGORIES:town,music
RRULE:FREQ=YEARLY
END:VEVENT
BEGIN:VEVENT
UID:2@elsewhere
DTSTAMP:20210101T000000Z
DTSTART;TZID=Europe/Lisbon:20210714T090000
DURATION:PT90M
SUMMARY:Hearing
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:3@elsewhere
DTSTAMP:20210101T000000Z
DTSTART:20210714T070000
SUMMARY:Bell
END:VEVENT
END:VCALENDAR
"""
TIMELINEJS = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Alt Text,Type,Group,Background\n"
    ",,,,,,,,,The <b>case</b>,,,,,,,title,,\n"
    "2021,3,14,9:05 pm,,,,,,Alarm &amp; call,<p>First.</p><script>x()</script><p>Second</p>,m.jpg,,,,,,Harbour,\n"
    "-44,,,,,,,,,Ides,,,,,,,,,\n"
    '"1,850",,,,1900,,,,,In use,,,,,,,era,,\n'
    "spring,,,,,,,,,Vague,,,,,,,,,\n"
)
TIMESKETCH = (
    "message,datetime,timestamp_desc,tag\n"
    "Log on,2021-03-14T09:05:00+01:00,Logon Time,\"['a', 'b']\"\n"
    "'=cmd,2021-03-14 10:00:00,Event Logged,\n"
    "No date,soon,Event Logged,\n"
)
FOREIGN = (
    "When;Until;What;Where;Who;Remarks;Quelle\n"
    "6/7/2021;;Strike begins;Lund;Ann, Bo;;Daily\n"
    "July 2021;9 August 2021;Talks;Oslo;;'=later;\n"
    "last week;;Vague;;;;\n"
    "12 blorp;;Nonsense;;;;\n"
    ";;;;;only a remark;\n"
)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def told(file: EventFile) -> list[tuple[str, str]]:
    return [(event.title, to_edtf(event.time) if event.time else event.doubt) for event in file.events]


def by_title(file: EventFile, title: str) -> ImportedEvent:
    [found] = [event for event in file.events if event.title == title]
    return found


def test_the_timeline_project(tmp_path: Path) -> None:
    file = read_events(written(tmp_path, "case.timeline", XML))
    assert file.kind == "timeline-project"
    assert told(file) == [
        ("Search & rescue", "2021-03-14~/2021-03-16~"),
        ("Watch", "2021-03-14T09:05:00/2021-03-14T11:00:00"),
        ("Ides", "-0043-03-15"),
        ("No such day", "Its date cannot be read: there is no 2021-02-30 00:00:00."),
        ("Open", "2020-01-01/.."),
        ("Old quay", "1900-01-01/1949-12-31"),
    ]
    assert (file.events[0].cells["lane"], file.events[0].description) == ("Harbour", "Three days.")
    assert file.events[-1].cells["kind"] == "era"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE x [<!ENTITY a "aa">]><timeline><events>&a;</events></timeline>', "damaged"),
        ("<timeline><events>", "damaged"),
        ("<timeline><timetype>numtime</timetype></timeline>", "not the Gregorian calendar"),
    ],
)
def test_hostile_or_foreign_xml_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        read_events(written(tmp_path, "case.xml", text), kind="timeline-project")


def test_a_calendar(tmp_path: Path) -> None:
    file = read_events(written(tmp_path, "town.ics", CALENDAR))
    assert told(file) == [
        ("Fair, with music", "2021-03-14/2021-03-15"),
        ("Hearing", "2021-07-14T09:00:00+01:00/2021-07-14T10:30:00+01:00"),
        ("Bell", "2021-07-14T07:00:00"),
    ]
    assert file.notes == ("1 of the events recur; each was read once, at its first time.",)
    fair = by_title(file, "Fair, with music")
    assert (fair.cells["place"], fair.cells["tags"]) == ("Lund", "town; music")
    hearing = by_title(file, "Hearing").time
    assert hearing is not None
    assert hearing.zone == "Europe/Lisbon"
    plan = make_plan(TimelineDocument(), file)
    assert "1@elsewhere" not in {getattr(change, "record").id for change in plan.changes}  # noqa: B009


def test_timelinejs(tmp_path: Path) -> None:
    file = read_events(written(tmp_path, "slides.csv", TIMELINEJS))
    assert file.kind == "timelinejs-csv"
    assert told(file)[:3] == [("Alarm & call", "2021-03-14T21:05:00"), ("Ides", "-0043"), ("In use", "1850/1900")]
    assert file.events[3].doubt.startswith("Its date cannot be read")
    assert file.events[0].description == "First.\nSecond\nm.jpg"
    assert file.events[0].cells["lane"] == "Harbour"
    assert file.notes == ("Row 1 is the title slide, which is no event.",)


def test_timesketch(tmp_path: Path) -> None:
    file = read_events(written(tmp_path, "log.csv", TIMESKETCH))
    assert file.kind == "timesketch-csv"
    assert told(file)[:2] == [("Log on", "2021-03-14T09:05:00+01:00"), ("=cmd", "2021-03-14T10:00:00")]
    assert (file.events[0].cells["tags"], file.events[0].description) == ("a; b", "Logon Time")
    assert file.events[2].doubt


def test_a_table_of_anybody(tmp_path: Path) -> None:
    path = written(tmp_path, "notes.csv", FOREIGN)
    file = read_events(path)
    assert file.kind == "table"
    assert file.mapping == {
        "start": "When", "end": "Until", "title": "What", "place": "Where", "participants": "Who", "notes": "Remarks",
        "sources": "Quelle",
    }  # fmt: skip
    assert told(file)[:2] == [("Strike begins", "2021-07-06"), ("Talks", "2021-07-01/2021-08-09")]
    assert by_title(file, "Strike begins").cells["participants"] == "Ann; Bo"
    assert by_title(file, "Talks").cells["notes"] == "=later"
    assert "cannot" in by_title(file, "Nonsense").doubt
    assert to_edtf(read_events(path, order=DateOrder.MDY).events[0].time) == "2021-06-07"  # type: ignore[arg-type]
    plan = make_plan(TimelineDocument(), file)
    assert [row.action for row in plan.rows] == [Action.NEW] * 4 + [Action.SKIP]
    document = TimelineDocument()
    document.apply(Batch(plan.changes))
    assert [source.title for source in document.sources.values()] == ["Daily"]


def test_a_mapping_is_the_analysts_own(tmp_path: Path) -> None:
    path = written(tmp_path, "odd.csv", "A,B,C\n1 May 2021,Fire,Lund\n")
    assert read_events(path).events[0].time is None
    file = read_events(path, {"start": "A", "title": "B", "place": "C"})
    assert told(file) == [("Fire", "2021-05-01")]
    with pytest.raises(FormatError, match="no column 'D'"):
        read_events(path, {"title": "D"})
    with pytest.raises(FormatError, match="cannot be 'colour'"):
        read_events(path, {"colour": "A"})


def test_columns_are_guessed_once_each() -> None:
    assert guess_mapping(["Date", "Time", "Event", "Text"]) == {
        "start": "Date", "start_time": "Time", "title": "Event", "description": "Text",
    }  # fmt: skip
    assert guess_mapping(["Datum", "Ereignis", "Ort"]) == {"start": "Datum", "title": "Ereignis", "place": "Ort"}
    assert guess_mapping(["x", "y"]) == {}


@pytest.mark.parametrize("format_id", ["timelinejs-csv", "timelinejs-json", "timesketch-csv", "icalendar"])
def test_what_we_exported_comes_back_with_its_dates(document: TimelineDocument, tmp_path: Path, format_id: str) -> None:
    kind = next(kind for kind in FORMATS if kind.id == format_id)
    path = tmp_path / f"out{kind.suffix}"
    path.write_bytes(kind.render(make_export(document)).data)
    file = read_events(path)
    assert file.kind == format_id
    found = {event.title: event.time for event in file.events}
    assert describe(found["The ferry Maren ran aground"]) == "15 March 2024"
    if not format_id.startswith("timelinejs"):  # which knows neither zones nor ids
        repairs = found["=HYPERLINK repairs begin"]
        assert repairs is not None
        assert to_edtf(repairs) == "2024-04-02T09:00:00+01:00"
        assert {row.action for row in make_plan(document, file).rows} == {Action.SAME}


def test_kinds_are_told_apart(tmp_path: Path) -> None:
    assert kind_of(written(tmp_path, "a.xml", XML)) == "timeline-project"
    assert kind_of(written(tmp_path, "a.ics", CALENDAR)) == "icalendar"
    assert kind_of(written(tmp_path, "b.csv", FOREIGN)) == "table"
    for name, text in (
        ("report.txt", "It burned, they said, on Friday."),
        ("page.xml", "<html><timeline/></html>"),
        ("prose.csv", "no table at all\n"),
        ("empty.csv", ""),
        ("data.json", json.dumps([1])),
    ):
        assert kind_of(written(tmp_path, name, text)) is None, name
    (tmp_path / "binary.csv").write_bytes(b"a,b\x00\x01")
    assert kind_of(tmp_path / "binary.csv") is None
    assert kind_of(tmp_path / "gone.csv") is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b""), ("a.csv", b"\xff\xfe"), ("a.csv", b'"unclosed,\n' * 10), ("a.csv", b"a,b\n" + b"x" * 2_000_000),
        ("a.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:banana\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR"),
        ("a.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n"), ("a.ics", b"BEGIN:VCALENDAR\nEND:VEVENT\n"),
        ("a.timeline", b"<timeline><events><event/></events></timeline>"), ("a.txt", b"hello"),
        ("a.json", b'{"events": [{"start_date": 4}, 7, {"text": []}, {"start_date": {"year": [1]}}]}'),
        ("a.json", b'{"events": {"start_date": 1}}'), ("a.json", b'{"events": [{"start_date":' + b"[" * 99_999),
    ],
    ids=range(12),
)  # fmt: skip
def test_damaged_files_are_refused_in_a_sentence_or_read_with_doubts(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with contextlib.suppress(FormatError):
        file = read_events(path)
        make_plan(TimelineDocument(), file)
        assert all(event.time is None for event in file.events)


def test_a_table_as_excel_saves_it(tmp_path: Path) -> None:
    path = tmp_path / "excel.csv"
    path.write_bytes("Datum;Ereignis\r\n14.03.2021;Übung\r\n".encode("cp1252"))
    assert told(read_events(path)) == [("Übung", "2021-03-14")]
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"):
        path.write_text("Date\tEvent\n2021-03-14\tÜbung\n", encoding=encoding)
        assert told(read_events(path)) == [("Übung", "2021-03-14")], encoding


@pytest.mark.parametrize(
    ("dates", "read", "note"),
    [
        (["3/14/2021", "3/4/2021"], ["2021-03-14", "2021-03-04"], "month first, as 3/14/2021 shows"),
        (["14/3/2021", "3/4/2021"], ["2021-03-14", "2021-04-03"], ""),
        (["3/4/2021", "5/5/2021"], ["2021-04-03", "2021-05-05"], "3/4/2021 was read with the day first"),
        (["3/14/2021", "14/3/2021"], ["2021-03-14", "2021-03-14"], "of two minds"),
        (["2021-03-14", "14 March 2021"], ["2021-03-14", "2021-03-14"], ""),
    ],
)
def test_the_dates_of_a_column_show_between_them_what_comes_first(
    tmp_path: Path, dates: list[str], read: list[str], note: str
) -> None:
    rows = "".join(f"{date},Fire {number}\n" for number, date in enumerate(dates))
    file = read_events(written(tmp_path, "table.csv", "Date,Event\n" + rows))
    assert [time for _, time in told(file)] == read
    assert note in "".join(file.notes)
    assert bool(note) == bool(file.notes)


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("44269", ""), "2021-03-14"),
        (("44270.5", ""), "2021-03-15T12:00:00"),
        (("44269", "0.395833333"), "2021-03-14T09:30:00"),
        (("44269.0", "21:05"), "2021-03-14T21:05:00"),
        (("1615712700", ""), "2021-03-14T09:05:00Z"),
        (("1615712700123", ""), "2021-03-14T09:05:00Z"),
        (("2021", ""), "2021"),
    ],
)
def test_numbers_that_stand_for_dates(tmp_path: Path, cells: tuple[str, str], read: str) -> None:
    file = read_events(written(tmp_path, "table.csv", f"Date,Time,Event\n{','.join(cells)},Fire\n"))
    assert told(file) == [("Fire", read)]
    assert bool(file.notes) == (cells[0] != "2021"), "what was made of a number is told"


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\r\nDate;Event\r\n14 March 2021;Fire\r\n",
        "Date|Event\n14 March 2021|Fire\n",
        "Case 7, harbour\n\nDate;Event;Who\n14 March 2021;Fire;Ann, Bo, Cy\n15 March 2021;Rain;Di, Ed\n",
        "Exported 1 May,,\n,,\nDate,Event,Who\n14 March 2021,Fire,\n",
        "Log,,\nWhen,,What,\nDate,Time,Title,Place\n14 March 2021,,Fire,Lund\n",
        '"Date","Event"\n"14 March 2021","Fire"\n',
        "Datum\tEreignis\n14. März 2021\tFire\n",
    ],
    ids=["declared", "bars", "title above", "cells above", "merged cells above", "quoted", "german"],
)
def test_tables_as_programs_write_them(tmp_path: Path, text: str) -> None:
    assert told(read_events(written(tmp_path, "table.csv", text)))[0] == ("Fire", "2021-03-14")


def test_a_table_that_is_too_wide_says_so(tmp_path: Path) -> None:
    names = ",".join(["Date", "Event", *["x"] * 9_998])
    with pytest.raises(FormatError, match="10,000 columns, and 400 are the most"):
        read_events(written(tmp_path, "wide.csv", f"{names}\n"))


def test_columns_of_one_name_are_told_apart(tmp_path: Path) -> None:
    file = read_events(written(tmp_path, "table.csv", "Date,x,x,x (2)\n2021-03-14,a,b,c\n"))
    assert file.columns == ("Date", "x", "x (2)", "x (2) (2)")
    again = read_events(tmp_path / "table.csv", {"start": "Date", "title": "x (2)"})
    assert told(again) == [("b", "2021-03-14")]


@pytest.mark.parametrize(
    ("date", "read"),
    [
        ("c. 1850", "1850~"), ("ca 1850", "1850~"), ("c1850", "1850~"), ("Ca. March 1850", "1850-03~"),
        ("1984/85", "1984/1985"), ("1999/00", "1999/2000"), ("Mar-21", "2021-03"), ("Dez-68", "1968-12"),
    ],
)  # fmt: skip
def test_dates_as_historians_and_spreadsheets_write_them(tmp_path: Path, date: str, read: str) -> None:
    assert told(read_events(written(tmp_path, "table.csv", f"Date,Event\n{date},Fire\n"))) == [("Fire", read)]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", 'Date,Event\n2021-03-14,"Fire\n2021-03-15,Rain\n2021-03-16,Snow\n', "row 1 is never closed"),
        ("a.csv", "Date,Event\n2021-03-14," + "x" * 1_000_001, "cell in line 2 is too long"),
        ("a.csv", "", "it is empty"),
        ("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Fire\nDTSTART:2021", "breaks off before its end"),
    ],
)
def test_nothing_is_lost_in_silence(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        read_events(written(tmp_path, name, text))


ODD_CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:zones
DTSTART;TZID=Nowhere/Land:20210314T100000
DTEND;TZID=America/New_York:20210314T110000
END:VEVENT
BEGIN:VEVENT
SUMMARY:period
DTSTART;VALUE=PERIOD:20210314T100000Z/PT1H
END:VEVENT
BEGIN:VEVENT
SUMMARY:twice
DTSTART:20210314T100000Z
DTSTART:20210315T100000Z
DTEND;VALUE=DATE:20210316
END:VEVENT
BEGIN:VEVENT
SUMMARY:back
DTSTART:20210314T100000
DTEND:20210313T100000
END:VEVENT
BEGIN:VEVENT
SUMMARY:hours
DTSTART;VALUE=DATE:20210314
DURATION:PT2H
END:VEVENT
BEGIN:VEVENT
SUMMARY:broken
DTSTART:banana
END:VEVENT
END:VCALENDAR
"""


def test_an_odd_calendar_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    file = read_events(written(tmp_path, "a.ics", ODD_CALENDAR))
    assert [(event.title, to_edtf(event.time) if event.time else None) for event in file.events] == [
        ("zones", "2021-03-14T10:00:00/2021-03-14T11:00:00"),
        ("period", "2021-03-14T10:00:00Z/2021-03-14T11:00:00Z"),
        ("twice", "2021-03-14T10:00:00Z"),
        ("back", "2021-03-14T10:00:00"),
        ("hours", "2021-03-14"),
        ("broken", None),
    ]
    assert file.notes == ("The zone “Nowhere/Land” is in no list of zones; its times were read without one.",)
    assert file.events[-1].doubt == "Its date cannot be read: “banana” is no date of a calendar."


def test_a_slide_whose_date_is_none_says_so_in_words(tmp_path: Path) -> None:
    header = "Year,Month,Day,Time,End Year,End Month,End Day,Headline\n"
    rows = "x,,,,,,,a\n2021,3,14,late,,,,b\n2021,3,,,2020,,,c\n-44,3,15,,,,,d\n2021,3,14,9:05 p.m.,,,,e\n"
    events = read_events(written(tmp_path, "a.csv", header + rows)).events
    assert [event.doubt.removeprefix("Its date cannot be read: ") for event in events[:3]] == [
        "“x” is no number.", "“late” is no clock time.", "it ends before it starts."
    ]  # fmt: skip
    assert [to_edtf(event.time) for event in events if event.time] == ["-0043-03-15", "2021-03-14T21:05:00"]
