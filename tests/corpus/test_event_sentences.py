"""Sentences, and all the dated events that a careful reader lists of each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.extraction.analysis import AnalysisRequest, analyse
from timeline_app.extraction.pipeline import Pipeline, load_pipeline
from timeline_app.model.annotation import Mention
from timeline_app.model.bounds import begin_until

PUBLISHED = "2024-03-15"
Row = tuple[str, str, list[str]]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    loaded = load_pipeline()
    if loaded.degraded:
        pytest.skip(loaded.degraded)
    return loaded


def cases() -> Iterator[tuple[str, list[Row], bool]]:
    files = (Path(__file__).with_name(name) for name in ("event_sentences.txt", "event_times.txt"))
    for line in "\n".join(file.read_text(encoding="utf-8") for file in files).splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        text, _, expected = line.partition(" => ")
        more = expected.rstrip().endswith("+")
        told = [part.split(None, 1) for part in expected.rstrip(" +").split(";") if part.strip(" .")]
        rows = [(*days.split(".."), words.split()) for days, words in told]
        yield text.replace("\\n", "\n").replace("\\t", "\t"), rows, more  # type: ignore[misc]


def is_told(row: Row, mention: Mention) -> bool:
    begin, until = begin_until(mention.time)
    title, place = mention.title.lower(), 0
    for word in row[2]:
        place = title.find(word.lower(), place) + 1
        if not place:
            return False
    return ((begin or "")[:10], (until or "")[:10]) == row[:2]


@pytest.mark.parametrize(("text", "rows", "more"), list(cases()), ids=lambda value: str(value)[:50])
def test_a_sentence_tells_what_its_reader_lists(pipeline: Pipeline, text: str, rows: list[Row], more: bool) -> None:
    read = analyse(AnalysisRequest("s", "s", text, published=PUBLISHED), pipeline)
    dated = [m for m in read.mentions if m.salient and m.time is not None]
    told = [(begin_until(m.time), m.title) for m in dated]
    for row in rows:
        assert any(is_told(row, mention) for mention in dated), told
    if not more:
        assert len(dated) == len(rows), told
