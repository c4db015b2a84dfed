"""Pairs of sentences as two documents tell them: merged only where sure, offered where doubtful, else kept apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.extraction.analysis import AnalysisRequest, analyse
from timeline_app.extraction.corroboration import corroborate, suggest
from timeline_app.extraction.pipeline import Pipeline, load_pipeline

PUBLISHED = "2024-03-15"


def pairs() -> Iterator[tuple[str, str, str]]:
    for line in Path(__file__).with_name("event_pairs.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            verdict, _, told = line.partition(" ")
            one, other = told.split(" || ")
            yield verdict, one, other


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    loaded = load_pipeline()
    if loaded.degraded:
        pytest.skip(loaded.degraded)
    return loaded


@pytest.mark.parametrize(("verdict", "one", "other"), list(pairs()), ids=lambda text: text[:45])
def test_pair_is_judged(pipeline: Pipeline, verdict: str, one: str, other: str) -> None:
    read = [
        analyse(AnalysisRequest(f"d{place}", f"d{place}", text, published=PUBLISHED, position=place), pipeline)
        for place, text in enumerate((one, other))
    ]
    sources, mentions = [r.source for r in read], [m for r in read for m in r.mentions]
    home = {mention.key: mention.source_id for mention in mentions}
    merged = any(len({home[key] for key in group.mentions}) == 2 for group in corroborate(sources, mentions))
    if merged:
        assert verdict == "SAME"
    else:
        assert verdict == ("PAIR" if suggest(sources, mentions) else "APART")
