"""Our own table comes back as it left, cell for cell, whatever stands in it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline_app.formats.event_csv import csv_text, event_row, write_csv
from timeline_app.formats.exports.export import make_export
from timeline_app.formats.imports.files import Table
from timeline_app.formats.imports.own_table import read
from timeline_app.formats.imports.plan import Action, make_plan
from timeline_app.formats.imports.reading import read_events
from timeline_app.formats.imports.rows import EventFile
from timeline_app.formats.imports.times import read_own
from timeline_app.model.annotation import Modality, Participant
from timeline_app.model.calendar import DAY, HOUR, day_number
from timeline_app.model.change import Batch, Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span

words = st.text(st.sampled_from(" ;\\'\"=+-@,\n\t\ra😀é") | st.characters(exclude_categories=["Cs"]), max_size=12)
ZONES = [("UTC", 0), ("Europe/Lisbon", 60), ("Europe/Lisbon", 0), ("+05:30", 330), (None, None)]
STEPS = {Granularity.SECOND: 1, Granularity.MINUTE: 60, Granularity.HOUR: HOUR, Granularity.DAYPART: HOUR}


@st.composite
def times(draw: st.DrawFn) -> TimeValue:
    """Any time at all: every unit, edges sharp and soft, either side open, every kind of zone."""
    unit = draw(st.sampled_from(Granularity))
    year, month = draw(st.integers(-12_000, 12_000)), draw(st.integers(1, 12))
    if unit.months and draw(st.booleans()):  # whole units, and their thirds as in "early June"
        start, end = (day_number(year, month + count) * DAY for count in (0, unit.months * draw(st.integers(1, 2))))
        third = (end - start) // 3
        core = draw(st.sampled_from([(0, 0), (0, 2 * third), (2 * third, 0), (third, third), (end - start, 0)]))
        bounds = (start, start + core[0], end - core[1], end)
    else:
        step, lengths = STEPS.get(unit, DAY), st.integers(0, 70)
        start = day_number(year, month, draw(st.integers(1, 28))) * DAY + draw(st.integers(0, 1439)) * min(60, step)
        start = start // DAY * DAY if step == DAY else start
        end = start + step * draw(st.integers(1, 70))
        bounds = (start, start + step * draw(lengths), end, end + step * draw(lengths))
    zone, offset = draw(st.sampled_from(ZONES)) if unit.is_clock else (None, None)
    value = TimeValue(*bounds, unit, draw(st.booleans()), draw(st.booleans()), zone, offset)
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
                    status=draw(st.sampled_from(Status)),
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
    text = csv_text(project, make_export(project, project.events).events)
    other = TimelineDocument()
    brought_into(other, text)
    assert csv_text(other, make_export(other, other.events).events) == text


@settings(max_examples=300, deadline=None)
@given(times())
@example(TimeValue.interval(3, 61, Granularity.SECOND, zone="UTC", offset=0))  # the last second is on a full minute
def test_every_time_comes_back(time: TimeValue) -> None:
    row = event_row(TimelineDocument(), Event("e", "", resolved=time))
    assert event_row(TimelineDocument(), Event("e", "", resolved=read_own(row))) == row


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(projects())
def test_importing_into_the_same_project_changes_nothing(project: TimelineDocument) -> None:
    text = csv_text(project, make_export(project, project.events).events)
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


def test_what_would_change_is_shown_first(document: TimelineDocument) -> None:
    header, *rows = csv_text(document, make_export(document).events).splitlines()
    unread = "," * header.count(",")
    text = "\r\n".join([header, rows[0], unread.replace(",", ",,never,", 1)[:-2], *rows[1:]]).replace(
        "ran aground", "sank"
    )
    plan = make_plan(document, EventFile("x.csv", "csv", tuple(read(Table(Path("x.csv"), text)))))
    actions = [row.action for row in plan.for_a_look(100)]
    assert actions == sorted(actions, key=[Action.UPDATE, Action.NEW, Action.SAME].index)
    assert set(actions) == {Action.UPDATE, Action.NEW, Action.SAME}
    assert len(plan.for_a_look(1)) == 1
