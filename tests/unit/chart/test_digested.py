"""The columns of a large project's digest are those of its records."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from timeline_app.chart.columns import build_columns
from timeline_app.chart.digested import read_columns
from timeline_app.formats import project_file, project_write
from timeline_app.formats.project_file import load_project, open_project, save_project
from timeline_app.model.annotation import Modality
from timeline_app.model.change import Insert, ProjectSettings, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import LinkRole, SourceLink, Status
from timeline_app.model.ids import text_sha256
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span


@pytest.fixture
def project(make_document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Events of every look, saved as a large project."""
    monkeypatch.setattr(project_write, "MANY_EVENTS", 1)
    monkeypatch.setattr(project_file, "_LARGE", 1)
    month = TimeValue.month(2020, 6)
    noon = TimeValue.instant(1_600_000_000, offset=120, zone="Europe/Berlin")
    document: TimelineDocument = make_document(
        ("day", TimeValue.day(2020, 5, 2), "s0"),
        ("noon", noon, "s1"),
        ("until", TimeValue.day(2020, 5, 2).until(), "s1"),
        ("since", TimeValue.day(2020, 5, 3).since(), "s0"),
        ("about", replace(TimeValue.month(2020, 6), approximate=True), "s0"),
        ("somewhen", replace(month, latest_start=month.latest_end, earliest_end=month.earliest_start), "s0"),
        ("free", TimeValue.year(-44)),
        ("undated", None, "s0"),
    )
    document.apply(Replace(replace(document.events["day"], modality=Modality.DENIED, status=Status.ACCEPTED)))
    document.apply(Replace(replace(document.events["since"], status=Status.REJECTED)))
    document.apply(Insert(SourceLink("other", "noon", "s0", Span(0, 4), role=LinkRole.CONTRADICTS)))
    for source in list(document.sources.values()):
        document.apply(Replace(replace(source, sha256=text_sha256(source.text))))
    save_project(document, tmp_path / "case.tline")
    return tmp_path / "case.tline"


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo"])
@pytest.mark.parametrize("lanes_by", ["source", "status", "modality", "none"])
@pytest.mark.parametrize("show_rejected", [False, True])
def test_both_ways_of_reading_agree(project: Path, lanes_by: str, zone: str, show_rejected: bool):
    document = load_project(project)
    document.apply(Replace(ProjectSettings(lanes_by=lanes_by, display_zone=zone)))
    save_project(document, project)
    opened = open_project(project).document
    assert opened.digest is not None
    of_digest, of_records = (
        read_columns(opened, show_rejected=show_rejected),
        build_columns(load_project(project), show_rejected=show_rejected),
    )
    assert list(of_digest.ids) == list(of_records.ids)
    assert of_digest.lanes == of_records.lanes
    for name in ("outer_start", "inner_start", "inner_end", "outer_end", "begin", "end", "lane", "look", "weight"):
        assert np.array_equal(getattr(of_digest, name), getattr(of_records, name)), name
