"""A preview shows the first events of the file, whether a project was read whole or has just been opened."""

import random
from pathlib import Path

import pytest

from timeline_app.formats import project_file, project_write
from timeline_app.formats.exports.export import count_events, make_export
from timeline_app.formats.exports.preview import first_events
from timeline_app.formats.project_file import open_project, save_project
from timeline_app.model.change import Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue


@pytest.fixture
def large(document: TimelineDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TimelineDocument:
    """A project opened as a large one is: many events at one time, some open, zoned, undated or rejected."""
    monkeypatch.setattr(project_write, "MANY_EVENTS", 1)
    monkeypatch.setattr(project_file, "_LARGE", 1)
    draw = random.Random(5)
    made = TimelineDocument.of(list(document.records()))
    for number in range(400):
        day = TimeValue.day(2021, 3, draw.randint(1, 28))
        clock = TimeValue.interval(day.earliest_start, day.earliest_start + 60, Granularity.MINUTE,
                                   zone="UTC", offset=draw.choice([-300, 0, 330]))  # fmt: skip
        time = draw.choice([day, day.since(), day.until(), clock, None])
        status = Status.REJECTED if number % 50 == 0 else Status.SUGGESTED
        made.apply(Insert(Event(f"x{number}", "Deed", resolved=time, status=status)))
    save_project(made, tmp_path / "large.tline")
    opened = open_project(tmp_path / "large.tline").document
    assert opened.digest is not None, "it is opened without being read"
    return opened


@pytest.mark.parametrize("chosen", [None, [f"x{number}" for number in range(0, 400, 3)]])
def test_the_first_events_are_those_of_the_file(large: TimelineDocument, chosen: list[str] | None) -> None:
    before = [event.id for event in first_events(large, chosen, 90).events]
    assert large.digest is not None
    count = count_events(large)
    whole = [event.id for event in make_export(large, chosen).events]
    assert before == whole[:90]
    assert chosen is not None or count == len(whole)
    read = TimelineDocument.of(list(large.records()))
    assert [event.id for event in first_events(read, chosen, 90).events] == whole[:90]
