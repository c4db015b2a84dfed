"""Sentences that invite a lie: no event may say the opposite of its text, whatever else is read from it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.extraction.analysis import AnalysisRequest, analyse
from timeline_app.extraction.pipeline import Pipeline, load_pipeline

PUBLISHED = "2024-03-15"


def traps() -> Iterator[tuple[str, str]]:
    for line in Path(__file__).with_name("event_traps.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, _, lie = line.partition(" => ")
            yield sentence, lie


TRAPS = list(traps())


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    loaded = load_pipeline()
    if loaded.degraded:
        pytest.skip(loaded.degraded)
    return loaded


@pytest.mark.parametrize(("sentence", "lie"), TRAPS, ids=[sentence[:60] for sentence, _ in TRAPS])
def test_no_event_says_the_opposite(pipeline: Pipeline, sentence: str, lie: str) -> None:
    found = analyse(AnalysisRequest("s", "s", sentence, published=PUBLISHED), pipeline).mentions
    titles = [mention.title for mention in found if mention.salient]
    assert not [title for title in titles if re.match(lie, title.removeprefix("The "), re.IGNORECASE)]


def test_the_traps_are_many_and_no_pattern_is_empty() -> None:
    assert len(TRAPS) >= 150
    assert all(sentence.endswith((".", "?")) and len(lie) > 3 for sentence, lie in TRAPS)
