"""A project made of everything that has ever broken an export."""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from timeline_app.formats.exports.export import ExportOptions, Rendered, make_export
from timeline_app.formats.exports.registry import FORMATS
from timeline_app.model.annotation import Attribution, Modality, Participant
from timeline_app.model.calendar import DAY, HOUR, day_number
from timeline_app.model.change import Insert, ProjectSettings, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import PublicationContext, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span

NODE = Path(__file__).resolve().parents[3] / "node"
TEXT = (
    "<script>alert(1)</script> & the pier burned.\nThe mayor said: 1999: nothing. #not_a_tag !notanid\n"
    "Cut \ud83d here, \x0c form feed, ]]> and 😀.\n"
)
SENTENCES = TEXT.removesuffix("\n").split("\n")


def at(year: int, month: int, day: int, hour: int = 0) -> int:
    return day_number(year, month, day) * DAY + hour * HOUR


def clock(start: int, end: int | None, zone: str | None, offset: int | None) -> TimeValue:
    return TimeValue.interval(start, end, Granularity.MINUTE, zone=zone, offset=offset)


PHONE = Participant("+49 170", "agent")
MONDAY = day_number(2021, 3, 15)
march = TimeValue.month(2021, 3)
EVENTS = (
    Event("day", "Pier burned", resolved=TimeValue.day(2021, 3, 14), place="Lund", tags=("fire", "a,b; c")),
    Event("days", "Search", resolved=TimeValue.days(MONDAY, MONDAY + 4, Granularity.WEEK)),
    Event("month", "Inquiry", resolved=march, modality=Modality.PLANNED, status=Status.ACCEPTED),
    Event("months", "Repairs", resolved=march.spanning(TimeValue.month(2021, 5))),
    Event("year", "Built", resolved=TimeValue.year(1850)),
    Event("years", "In use", resolved=TimeValue.year(1850).spanning(TimeValue.year(1900))),
    Event("bc", "Harbour founded", resolved=TimeValue.year(-43)),
    Event("future", "Half-life", resolved=TimeValue.year(12_000)),
    Event("zoned", "Alarm", resolved=clock(at(2021, 3, 14, 9), at(2021, 3, 14, 9) + 60, "Europe/Lisbon", 0)),
    Event("offset", "Call", resolved=clock(at(2021, 3, 14, 9), at(2021, 3, 14, 9) + 60, "+05:30", 330)),
    Event("unzoned", "Bell", resolved=clock(at(2021, 3, 14, 7), at(2021, 3, 14, 7) + 60, None, None)),
    Event("hours", "Watch", resolved=clock(at(2021, 3, 14, 10), at(2021, 3, 14, 12) + 60, "UTC", 0)),
    Event("since", "Shut", resolved=TimeValue.day(2021, 3, 16).since(), modality=Modality.ONGOING),
    Event("until", "Left", resolved=TimeValue.day(2021, 3, 13).until()),
    Event("about", "Plague", resolved=replace(TimeValue.year(1650), approximate=True, uncertain=True)),
    Event("formula", "=HYPERLINK(\"http://x\")", resolved=TimeValue.day(2021, 3, 20), notes="@SUM(A1)\nline two"),
    Event("minus", "-1+cmd|' /C calc'!A0", resolved=TimeValue.day(2021, 3, 21), participants=(PHONE,)),
    Event("markup", "<img src=x onerror=alert(1)> & \"quotes\" 'too'", resolved=TimeValue.day(2021, 3, 22),
          attribution=Attribution(speaker="<b>Ann</b>")),
    Event("controls", "Two\nlines \x1b[31mred\x1b[0m \u202eright to left", resolved=TimeValue.day(2021, 3, 23)),
    Event("marks", "# 1999: No. #7 [x](y) *bold* `code` !id", resolved=TimeValue.day(2021, 3, 24)),
    Event("empty", "", resolved=TimeValue.day(2021, 3, 25)),
    Event("undated", "Nobody knows when"),
    Event("rejected", "Wrong", resolved=TimeValue.day(2021, 3, 26), status=Status.REJECTED),
)  # fmt: skip


@pytest.fixture
def project() -> TimelineDocument:
    return make_project()


@pytest.fixture(scope="session")
def whole_project() -> TimelineDocument:
    """The project, for tests that change nothing."""
    return make_project()


def make_project() -> TimelineDocument:
    made = TimelineDocument()
    context = PublicationContext(published=TimeValue.day(2021, 3, 28), time_zone="Europe/Lisbon")
    digest = hashlib.sha256(TEXT.encode("utf-8", "replace")).hexdigest()
    made.apply(
        Insert(
            Source(
                "s",
                "=report.txt",
                "=Report; <one>",
                TEXT,
                digest,
                context,
                publisher="Wire & Co",
                url="https://example.org/a",
            )
        )
    )
    for event in EVENTS:
        made.apply(Insert(event))
    start = 0
    for number, (id_, sentence) in enumerate(zip(("day", "marks", "controls"), SENTENCES, strict=True)):
        made.apply(Insert(SourceLink(f"k{number}", id_, "s", Span(start, start + len(sentence)))))
        start += len(sentence) + 1
    made.apply(Replace(ProjectSettings(title='Pier "fire" <2021>', display_zone="Europe/Lisbon", lanes_by="modality")))
    return made


@pytest.fixture
def render(project: TimelineDocument) -> Callable[..., Rendered]:
    """Renders a format by its id, with options."""

    def make(format_id: str, ids: list[str] | None = None, **options: Any) -> Rendered:
        kind = next(kind for kind in FORMATS if kind.id == format_id)
        return kind.render(make_export(project, ids, ExportOptions(**options)))

    return make


READERS = {
    "timelinejs-json": "timelinejs",
    "timelinejs-csv": "timelinejs",
    "vis-timeline": "vis-timeline",
    "markwhen": "markwhen",
}


@pytest.fixture(scope="session")
def seen(whole_project: TimelineDocument, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What other programs' own readers see in the project, by format; one Node process reads all."""
    if shutil.which("node") is None:
        pytest.skip("Node is not installed; the readers of other programs run under it")
    if not (NODE / "node_modules").is_dir():
        pytest.skip("the readers of other programs are not installed; run: make node")
    folder, export = tmp_path_factory.mktemp("exported"), make_export(whole_project)
    arguments: list[str | Path] = []
    for format_id, reader in READERS.items():
        kind = next(kind for kind in FORMATS if kind.id == format_id)
        (folder / format_id).write_bytes(kind.render(export).data)
        arguments += [reader, folder / format_id]
    done = subprocess.run(
        ["node", NODE / "read.js", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(zip(READERS, json.loads(done.stdout), strict=True))
