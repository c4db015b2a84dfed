"""Our own table comes back as it left, cell for cell, whatever stands in it."""

import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.formats.event_csv import csv_text, write_csv
from timeline_app.formats.exports.export import make_export
from timeline_app.formats.imports.files import Table
from timeline_app.formats.imports.own_table import read
from timeline_app.formats.imports.plan import Action, make_plan
from timeline_app.formats.imports.reading import read_events
from timeline_app.formats.imports.rows import EventFile
from timeline_app.model.annotation import Modality, Participant
from timeline_app.model.calendar import DAY, HOUR, day_number
from timeline_app.model.change import Batch, Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span

words = st.text(string.ascii_letters + " ;\\'\"=+-@,\n\t\r😀é", max_size=12)
PARTS = {"morning": (6, 12), "afternoon": (12, 18), "evening": (18, 24), "night": (20, 30)}


@st.composite
def times(draw: st.DrawFn) -> TimeValue:
    """Every kind of time that a reading has."""
    day = day_number(draw(st.integers(-3000, 9000)), draw(st.integers(1, 12)), draw(st.integers(1, 28)))
    year, month = draw(st.integers(-3000, 9000)), draw(st.integers(1, 12))
    start = day * DAY + draw(st.integers(0, 1439)) * 60
    zone, offset = draw(st.sampled_from([("UTC", 0), ("Europe/Lisbon", 60), ("+05:30", 330), (None, None)]))
    part = draw(st.sampled_from(sorted(PARTS.values())))
    length = draw(st.integers(0, 40))
    third = TimeValue.month(year, month)
    assert third.earliest_start is not None
    assert third.latest_end is not None
    core = (third.latest_end - third.earliest_start) // 3
    value = draw(
        st.sampled_from(
            [
                TimeValue.days(day, day),
                TimeValue.days(day, day + length),
                TimeValue.days(day, day + 6, Granularity.WEEK),
                TimeValue.days(day, day + 1, Granularity.WEEKEND),
                TimeValue.month(year, month),
                TimeValue.year(year),
                TimeValue.month(year, month).spanning(TimeValue.month(year + 1, month)),
                TimeValue.days(day_number(1990), day_number(2000) - 1, Granularity.DECADE),
                TimeValue.instant(start, zone=zone, offset=offset),
                TimeValue.interval(start, start + length * 60 + 60, Granularity.MINUTE, zone=zone, offset=offset),
                TimeValue.interval(start, start + HOUR, Granularity.HOUR, zone=zone, offset=offset),
                TimeValue.interval(start + 7, start + 8, Granularity.SECOND, zone=zone, offset=offset),
                TimeValue.interval(start, start + 1, Granularity.SECOND, zone=zone, offset=offset),
                TimeValue.interval(day * DAY + part[0] * HOUR, day * DAY + part[1] * HOUR, Granularity.DAYPART),
                TimeValue(third.earliest_start, third.earliest_start, third.earliest_start + core, third.latest_end,
                          Granularity.MONTH),
                TimeValue(third.earliest_start, third.latest_end - core, third.latest_end, third.latest_end,
                          Granularity.MONTH),
            ]
        )
    )  # fmt: skip
    return draw(st.sampled_from([value, value.since(), value.until()]))


@st.composite
def projects(draw: st.DrawFn) -> TimelineDocument:
    """Documents of a few names, events that several of them report."""
    made = TimelineDocument()
    names = draw(st.lists(words, min_size=1, max_size=4))
    for number, name in enumerate(names):
        text = "\n".join(
            draw(st.lists(st.sampled_from(["It burned.", "A; b\\c", "=1+1", "Ä 😀"]), min_size=3, max_size=5))
        )
        made.apply(Insert(Source(f"s{number}", f"{number}.txt", name, text, str(number), position=number,
                                 reliability=draw(st.sampled_from("ABF")))))  # fmt: skip
    for number in range(draw(st.integers(0, 5))):
        id_ = f"e{number}"
        made.apply(
            Insert(
                Event(
                    id_,
                    draw(words),
                    phrase=draw(words),
                    resolved=draw(st.none() | times()),
                    status=draw(st.sampled_from([s for s in Status if s is not Status.REJECTED])),
                    modality=draw(st.sampled_from(Modality)),
                    kind=draw(st.none() | words.filter(bool)),
                    place=draw(st.none() | words.filter(bool)),
                    participants=tuple(Participant(w, "agent") for w in draw(st.lists(words.filter(bool), max_size=3))),
                    tags=tuple(draw(st.lists(words.filter(bool), max_size=3))),
                    lane=draw(st.none() | words.filter(bool)),
                    notes=draw(words),
                    credibility=draw(st.sampled_from("123456")),
                    confidence=draw(st.integers(0, 100)) / 100,
                )
            )
        )
        for link in range(draw(st.integers(0, 4))):
            source = made.sources[draw(st.sampled_from(sorted(made.sources)))]
            lines = source.text.split("\n")
            line = draw(st.integers(0, len(lines) - 1))
            start = sum(len(other) + 1 for other in lines[:line])
            span = Span(start, start + len(lines[line]))
            made.apply(Insert(SourceLink(f"{id_}k{link}", id_, source.id, span)))
    return made


def brought_into(document: TimelineDocument, text: str) -> None:
    events = tuple(read(Table(Path("events.csv"), text)))
    plan = make_plan(document, EventFile("events.csv", "csv", events))
    assert {row.detail for row in plan.rows} <= {""}
    document.apply(Batch(plan.changes))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(projects())
def test_the_table_comes_back_cell_for_cell(project: TimelineDocument) -> None:
    text = csv_text(project, make_export(project).events)
    other = TimelineDocument()
    brought_into(other, text)
    assert csv_text(other, make_export(other).events) == text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(projects())
def test_importing_into_the_same_project_changes_nothing(project: TimelineDocument) -> None:
    text = csv_text(project, make_export(project).events)
    events = tuple(read(Table(Path("events.csv"), text)))
    plan = make_plan(project, EventFile("events.csv", "csv", events))
    assert [row.action for row in plan.rows] == [Action.SAME] * len(project.events)
    assert plan.changes == ()


def test_the_file_itself_comes_back(document: TimelineDocument, tmp_path: Path) -> None:
    write_csv(document, tmp_path / "out.csv")
    file = read_events(tmp_path / "out.csv")
    assert file.kind == "csv"
    other = TimelineDocument()
    other.apply(Batch(make_plan(other, file).changes))
    write_csv(other, tmp_path / "again.csv")
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "out.csv").read_bytes()
    [report, letter] = other.ordered_sources()
    assert (report.title, letter.title, letter.reliability) == ("Report", "Letter", "B")
    assert "The ferry Maren ran aground last Friday." in report.text


@pytest.mark.parametrize(
    ("column", "cell", "field", "value"),
    [
        ("title", "Maren grounded", "title", "Maren grounded"),
        ("notes", "call Ann", "notes", "call Ann"),
        ("tags", "port; new", "tags", ("port", "new")),
        ("place", "", "place", "Port Ellery"),  # an emptied cell takes nothing away
        ("modality", "denied", "modality", Modality.DENIED),
    ],
)
def test_what_a_colleague_changed_is_an_edit(
    document: TimelineDocument, column: str, cell: str, field: str, value: object
) -> None:
    events = read(Table(Path("x.csv"), csv_text(document, [document.events["e1"]])))
    changed = [type(e)(e.row, {**e.cells, column: cell}, e.time) for e in events]
    plan = make_plan(document, EventFile("x.csv", "csv", tuple(changed)))
    links = dict(document.links)
    document.apply(Batch(plan.changes))
    assert getattr(document.events["e1"], field) == value
    assert document.links == links
    if plan.changes:
        assert document.events["e1"].status is Status.EDITED
        assert column in document.events["e1"].edited


def test_dates_that_a_spreadsheet_changed_win_over_the_notation(document: TimelineDocument) -> None:
    text = csv_text(document, [document.events["e1"]])
    text = text.replace(",2024-03-15,2024-03-15,", ",16/03/2024,17/03/2024,", 1)
    plan = make_plan(document, EventFile("x.csv", "csv", tuple(read(Table(Path("x.csv"), text)))))
    assert [(row.action, row.detail) for row in plan.rows] == [(Action.UPDATE, "time")]
    document.apply(Batch(plan.changes))
    event = document.events["e1"]
    assert event.override == TimeValue.day(2024, 3, 16).spanning(TimeValue.day(2024, 3, 17))
    assert event.resolved == TimeValue.day(2024, 3, 15)


def test_a_copied_row_is_another_event(document: TimelineDocument) -> None:
    header, row = csv_text(document, [document.events["e1"]]).splitlines()
    text = "\r\n".join([header, row, row.replace("ran aground", "sank")]) + "\r\n"
    plan = make_plan(document, EventFile("x.csv", "csv", tuple(read(Table(Path("x.csv"), text)))))
    assert [row.action for row in plan.rows] == [Action.SAME, Action.NEW]
    before = len(document.events)
    document.apply(Batch(plan.changes))
    assert len(document.events) == before + 1
