"""A large project opens at once, reads what is asked for, and is the same document as one that was read whole."""

import copy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from timeline_app.formats import project_file, project_write
from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_check import project_fault
from timeline_app.formats.project_file import OpenedProject, load_project, open_project, save_project
from timeline_app.model.change import Batch, Insert, Remove, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.source import Source
from timeline_app.model.token import Span


@pytest.fixture
def path(document: TimelineDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, saved and opened as if it were a large one."""
    monkeypatch.setattr(project_write, "MANY_EVENTS", 1)
    monkeypatch.setattr(project_file, "_LARGE", 1)
    save_project(document, tmp_path / "case.tline")
    return tmp_path / "case.tline"


@pytest.fixture
def opened(path: Path) -> OpenedProject:
    found = open_project(path)
    assert found.shelf is not None
    return found


def test_it_is_the_same_document(opened: OpenedProject, document: TimelineDocument) -> None:
    assert opened.document == document
    assert copy.deepcopy(opened.document) == document


def test_a_record_is_read_when_it_is_asked_for(opened: OpenedProject, document: TimelineDocument) -> None:
    large = opened.document
    assert len(large.events) == len(document.events)
    assert large.events["e1"] == document.events["e1"]
    assert large.links_of_event("e1") == document.links_of_event("e1")
    assert large.links_of_source("l") == document.links_of_source("l")
    assert large.expressions_of_source("r") == document.expressions_of_source("r")
    assert large.mentions_of_source("r") == document.mentions_of_source("r")
    assert "e9" not in large.events
    assert large.events.get("e9") is None
    assert large.links_of_event("e9") == []


def test_what_is_changed_before_it_was_read_stays_changed(opened: OpenedProject, document: TimelineDocument) -> None:
    large = opened.document
    added = SourceLink("k9", "e3", "r", Span(0, 5))
    change = Batch(
        (
            Replace(replace(document.events["e2"], title="Other")),
            Remove(SourceLink, "k1"),
            Insert(added),
            Replace(replace(document.links["k2"], event_id="e3")),
        )
    )
    before = copy.deepcopy(document)
    inverse = large.apply(change)
    document.apply(change)
    assert len(large.links) == len(document.links)
    for event_id in ("e1", "e2", "e3"):
        assert large.links_of_event(event_id) == document.links_of_event(event_id)
    assert large.links_of_source("r") == document.links_of_source("r")
    assert large == document
    large.apply(inverse)
    assert large == before


def test_removed_and_put_back_unread(opened: OpenedProject, document: TimelineDocument) -> None:
    large = opened.document
    large.apply(large.apply(Remove(Event, "e4")))
    assert large == document


def test_sources_are_listed_without_being_read(opened: OpenedProject, document: TimelineDocument) -> None:
    large, sources = opened.document, document.ordered_sources()
    heads = large.source_heads()
    assert heads == [replace(source, text="", segments=(), pages=()) for source in sources]
    assert heads != sources
    first, last = sources[0], sources[-1]
    added = replace(last, id="new", position=last.position + 1)
    large.apply(Insert(added))
    large.apply(Replace(replace(last, title="Renamed")))
    told = [(head.id, head.title, bool(head.text)) for head in large.source_heads()]
    assert told == [
        *((head.id, head.title, False) for head in heads[:-1]),
        (last.id, "Renamed", True),
        ("new", added.title, True),
    ]
    large.apply(Remove(Source, "new"))
    assert [head.id for head in large.source_heads()] == [source.id for source in sources]
    assert large.sources[first.id] == first
    large.read_all()
    assert large.source_heads() == large.ordered_sources()


def test_the_digest_tells_what_views_need(opened: OpenedProject, document: TimelineDocument) -> None:
    digest = opened.document.digest
    assert digest is not None
    at = {event_id: index for index, event_id in enumerate(digest.ids)}
    assert set(at) == set(document.events)
    for event_id, event in document.events.items():
        row = {name: column[at[event_id]] for name, column in digest.columns.items()}
        assert row["title_length"] == len(event.title)
        if event.time is not None:
            assert row["earliest_start"] == event.time.earliest_start
            assert row["latest_end"] == event.time.latest_end
        links = document.links_of_event(event_id)
        assert (row["source"] < 0) == (not links)
        if links:
            assert digest.source_ids[row["source"]] == links[0].source_id
            assert row["sentence"] == links[0].sentence.start
    assert digest.is_dated.sum() == sum(event.time is not None for event in document.events.values())
    assert digest.has_status([Status.REJECTED]).sum() == 1
    opened.document.apply(Replace(replace(document.events["e1"], title="x")))
    assert opened.document.digest is None


def test_a_record_that_is_broken_is_named_when_it_is_read(path: Path, alter_file: Callable[..., None]) -> None:
    alter_file(path, "UPDATE mention SET record = '{'")
    opened = open_project(path)
    told: list[str] = []
    assert opened.shelf is not None
    opened.shelf.on_damage = told.append
    assert opened.document.events["e1"].title
    with pytest.raises(FormatError, match="damaged"):
        opened.document.mentions_of_source("r")
    assert "case.tline" in told[0]
    assert "damaged" in (project_fault(path) or "")


LIES = {
    "cut off": "UPDATE digest SET data = substr(data, 1, 5) WHERE name = 'columns'",
    "text": "UPDATE digest SET data = 'x'",
    "other version": "UPDATE digest SET data = x'00' WHERE name = 'version'",
    "an event more": "INSERT INTO event SELECT 'e5', title, begin, until, edtf, status, modality, kind, place, lane, "
    'credibility, notes, replace(record, \'"id":"e4"\', \'"id":"e5"\'), earliest_start, latest_start, '
    "earliest_end, latest_end, utc_offset, granularity, approximate, confidence, origins FROM event WHERE id = 'e4'",
    "another source": 'UPDATE digest SET data = CAST(replace(CAST(data AS TEXT), \'"id":"r"\', \'"id":"x"\') AS BLOB) '
    "WHERE name = 'sources'",
    "a source less": "UPDATE digest SET data = substr(data, 1, instr(data, x'0a') - 1) WHERE name = 'sources'",
    "no sources": "UPDATE digest SET data = x'' WHERE name = 'sources'",
    "a link to nowhere": "UPDATE digest SET data = data || x'0000000000000070' WHERE name = 'links'",
    "noise": "UPDATE digest SET data = randomblob(length(data)) WHERE name = 'columns'",
}


@pytest.mark.parametrize("lie", LIES)
def test_a_digest_that_does_not_fit_is_computed_anew(path: Path, alter_file: Callable[..., None], lie: str) -> None:
    alter_file(path, LIES[lie])
    opened, whole = open_project(path), load_project(path)
    digest = opened.document.digest
    assert digest is not None
    assert set(digest.ids) == set(whole.events)
    assert [source.id for source in digest.sources] == [source.id for source in whole.ordered_sources()]
    assert digest.is_dated.sum() == sum(event.time is not None for event in whole.events.values())
    assert opened.document == whole


def test_without_a_digest_the_file_is_read_whole(path: Path, alter_file: Callable[..., None]) -> None:
    alter_file(path, "DELETE FROM digest")
    opened = open_project(path)
    assert opened.shelf is None
    assert opened.document == load_project(path)


def test_a_digest_that_lies_is_found_out(path: Path, alter_file: Callable[..., None]) -> None:
    assert project_fault(path) is None
    alter_file(path, "UPDATE event SET earliest_start = 7, latest_start = 7 WHERE id = 'e1'")
    assert "summary" in (project_fault(path) or "")
