"""A project of which some rows cannot be read: the rest opens for reading only, and the file stays as it is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.formats import project_file, project_write
from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_check import project_fault
from timeline_app.formats.project_compare import compare_projects
from timeline_app.formats.project_file import OpenedProject, load_project, open_project, open_whole, save_project
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.source import Source

BAD_KIND = 'UPDATE source SET record = replace(record, \'"document_kind":"news"\', \'"document_kind":"keep"\')'


@pytest.fixture(params=["small", "large"])
def path(
    document: TimelineDocument, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Path:
    if request.param == "large":
        monkeypatch.setattr(project_write, "MANY_EVENTS", 1)
        monkeypatch.setattr(project_file, "_LARGE", 1)
    save_project(document, tmp_path / "case.tline")
    return tmp_path / "case.tline"


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def opened(path: Path) -> OpenedProject:
    """Opens it, which writes nothing, and shows that what was opened can be saved and is whole then.

    What opens at once is looked through, as the window does.
    """
    before = path.read_bytes()
    found = open_project(path)
    if found.shelf is not None and project_fault(path) is not None:
        found = open_whole(path)
    again = path.with_name("again.tline")
    save_project(found.document, again)
    assert load_project(again) == found.document
    assert path.read_bytes() == before
    return found


def test_a_value_that_cannot_be_read_is_left_out_of_its_record(path: Path, document: TimelineDocument) -> None:
    alter(path, f"{BAD_KIND} WHERE id = 'r'")
    found = opened(path)
    assert found.is_partial
    assert found.read_only is not None
    assert "without 1 value" in found.read_only
    assert "context.document_kind of a Source" in found.read_only
    assert "reading only" in found.read_only
    assert found.document.sources["r"].context.document_kind is None
    assert found.document.sources["r"].context.published == document.sources["r"].context.published
    assert found.document.sources["l"] == document.sources["l"]
    assert found.document.events == document.events
    assert found.document.links == document.links


def test_what_hangs_on_a_source_that_is_lost_is_left_out_too(path: Path, document: TimelineDocument) -> None:
    alter(path, "UPDATE source SET text = 'another text' WHERE id = 'r'")
    found = opened(path)
    assert found.read_only is not None
    assert "without 1 record" in found.read_only
    assert "has changed since it was saved" in found.read_only
    assert set(found.document.sources) == {"l"}
    assert found.document.events == document.events
    assert found.document.links == {i: link for i, link in document.links.items() if link.source_id == "l"}
    assert all(mention.source_id == "l" for mention in found.document.mentions.values())
    assert all(expression.source_id == "l" for expression in found.document.expressions.values())


@pytest.mark.parametrize(
    ("harm", "kind"),
    [
        ("UPDATE setting SET record = 'null'", "ProjectSettings"),
        ("UPDATE mention SET record = '[' WHERE rowid = 1", "Mention"),
        ("UPDATE time_expression SET record = x'00' WHERE rowid = 1", "TimeExpression"),
        ("UPDATE link SET record = CAST(x'ff' AS TEXT) WHERE rowid = 1", "SourceLink"),
    ],
)
def test_a_record_of_any_type_may_be_lost(path: Path, document: TimelineDocument, harm: str, kind: str) -> None:
    alter(path, harm, "DELETE FROM digest")
    found = opened(path)
    assert found.is_partial
    assert "without 1 record" in str(found.read_only)
    assert kind in str(found.read_only)
    assert found.document.sources == document.sources
    assert found.document.events == document.events


def test_a_time_that_is_none_leaves_its_event(document: TimelineDocument, tmp_path: Path) -> None:
    path = tmp_path / "case.tline"
    save_project(document, path)
    alter(path, "UPDATE event SET record = replace(record, '1710460800', '99999999999')")
    found = opened(path)
    assert set(found.document.events) == set(document.events)
    assert "of a Event" not in str(found.read_only), "in English"
    assert any(found.document.events[i].time != event.time for i, event in document.events.items())


def test_a_list_of_nothing_but_flaws_costs_no_more_than_it_is_long(document: TimelineDocument, tmp_path: Path) -> None:
    """Left out one by one, so many would take hours."""
    path = tmp_path / "case.tline"
    save_project(document, path)
    flaws = ",".join(["[]"] * 300_000)
    alter(path, f'UPDATE event SET record = \'{{"id":"e1","title":"Met","participants":[{flaws}]}}\' WHERE id = \'e1\'')
    found = opened(path)
    assert found.is_partial
    assert found.document.events["e1"] == Event("e1", "Met")


def test_a_file_of_nothing_but_flaws_is_refused(path: Path) -> None:
    alter(path, "UPDATE event SET record = '{'", "UPDATE source SET record = '{'", "DELETE FROM digest")
    alter(path, "DELETE FROM pair")
    with pytest.raises(FormatError, match="damaged"):
        open_project(path)


def test_a_file_with_a_thousand_flaws_is_refused(document: TimelineDocument, tmp_path: Path) -> None:
    path = tmp_path / "case.tline"
    save_project(TimelineDocument.of([*document.records(), *(Event(f"n{n}", "One") for n in range(1_100))]), path)
    alter(path, "UPDATE event SET record = '{}' WHERE id LIKE 'n%'")
    with pytest.raises(FormatError, match="1,000 more"):
        open_project(path)


def test_a_broken_record_is_among_the_differences(document: TimelineDocument, tmp_path: Path) -> None:
    for name in ("old.tline", "new.tline"):
        save_project(document, tmp_path / name)
    alter(tmp_path / "new.tline", f"{BAD_KIND} WHERE id = 'r'", "UPDATE event SET record = '{' WHERE id = 'e1'")
    told = {(d.kind, d.id) for d in compare_projects(tmp_path / "old.tline", tmp_path / "new.tline")}
    assert told == {(Source, "r"), (Event, "e1")}
