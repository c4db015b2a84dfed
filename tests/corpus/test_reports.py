"""Reports of the kinds that analysts read, against the events that a careful reader lists."""

import tomllib
from pathlib import Path

import pytest

from timeline_app.extraction.analysis import AnalysisRequest, analyse
from timeline_app.extraction.corroboration import build_event, corroborate
from timeline_app.extraction.pipeline import Pipeline, load_pipeline
from timeline_app.model.bounds import begin_until
from timeline_app.model.event import Event

FOLDER = Path(__file__).with_name("reports")
EXPECTED = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    loaded = load_pipeline()
    if loaded.degraded:
        pytest.skip(loaded.degraded)
    return loaded


def events_of(name: str, pipeline: Pipeline) -> list[Event]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    read = analyse(AnalysisRequest(name, name, text), pipeline)
    mentions = {m.key: m for m in read.mentions}
    expressions = {e.id: e for e in read.expressions}
    groups = corroborate([read.source], read.mentions)
    return [
        build_event(group, mentions, expressions, {name: read.source}, str(place))[0]
        for place, group in enumerate(groups)
    ]


def is_told(expected: list[str], event: Event) -> bool:
    """Whether an event has the days and all the words."""
    begin, until = begin_until(event.time)
    days = ((begin or "")[:10], (until or "")[:10])
    return days == (expected[0], expected[1]) and all(w.lower() in event.title.lower() for w in expected[2].split())


@pytest.mark.parametrize("name", EXPECTED)
def test_a_careful_reader_misses_nothing(name: str, pipeline: Pipeline) -> None:
    events = events_of(name, pipeline)
    missed = [e for e in EXPECTED[name]["events"] if not any(is_told(e, event) for event in events)]
    assert not missed, [(begin_until(event.time), event.title) for event in events]


@pytest.mark.parametrize("name", EXPECTED)
def test_little_is_told_that_the_reader_would_not(name: str, pipeline: Pipeline) -> None:
    events = events_of(name, pipeline)
    dated = [event for event in events if event.time is not None]
    known = [event for event in dated if any(is_told(e, event) for e in EXPECTED[name]["events"])]
    assert len(known) >= 0.55 * len(dated)
    assert len({(event.title, event.time) for event in events}) == len(events)
