"""A project made by the command line holds the pairs that are left to the analyst, as one made in the window does."""

from pathlib import Path

import pytest

from timeline_app.cli.project_builder import BuildOptions, build_project
from timeline_app.extraction.pipeline import load_pipeline


@pytest.fixture(autouse=True)
def parsed() -> None:
    if (why := load_pipeline().degraded) is not None:
        pytest.skip(why)


def test_contradictions_and_suggestions_are_in_the_project(tmp_path: Path) -> None:
    told = ("Norland expelled ten Sarkian diplomats on Monday.", "Norland expelled twelve Sarkian diplomats on Monday.")
    for number, text in enumerate(told):
        (tmp_path / f"report{number}.txt").write_text(text, encoding="utf-8")
    document = build_project([tmp_path], BuildOptions(published="2024-03-15")).document
    [pair] = document.pairs.values()
    assert pair.contradicts
    assert "ten" in pair.reason
    assert "twelve" in pair.reason
    assert len(document.events) == 2


def test_an_event_stands_in_the_village_that_it_was_done_to(tmp_path: Path) -> None:
    text = "VELAN CITY, 12 March 2024 (Wire) - Orsian artillery shelled the Velan village of Tira on Monday night."
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    document = build_project([tmp_path], BuildOptions()).document
    assert {event.place for event in document.events.values()} == {"Tira"}
