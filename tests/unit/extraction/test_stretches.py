"""A long text is parsed in stretches, so that memory is bounded, and tells what it tells as a whole."""

import pytest

from timeline_app.extraction import pipeline as pipeline_module
from timeline_app.extraction.analysis import AnalysisRequest, analyse, analyse_all
from timeline_app.extraction.pipeline import Pipeline, load_pipeline
from timeline_app.extraction.source_analysis import SourceAnalysis

REPORT = (
    "Ferry sinks off Tarn\n\n"
    "A ferry sank off Tarn on Saturday and 14 people drowned. The harbour office said that it had sent two boats.\n\n"
    "The coast guard said the ferry had left Orsk at 06:30. It was on its way to Tarn.\n\n"
    "An inquiry into the fire of 3 March 2019 had warned of the engines. The fire destroyed two cabins.\n\n"
    "The company that owns the ferry denied on Sunday that it had been overloaded.\n\n"
    "The fire cost the company two million euros. Divers found the wreck on Sunday.\n\n"
    "Nadia Orlo, the minister, has said that the port will reopen next week.\n\n"
    "The fire broke out below deck. In 2017 the owner had bought a second ferry.\n"
)
BLOG = (
    "Storm reaches the coast: live\n\n"
    "UPDATE 1330 GMT: The storm tore the roof off the market hall.\n\n"
    "The mayor closed the schools. Trains stopped.\n\n"
    "UPDATE 1510 GMT: Two piers collapsed.\n\n"
    "Soldiers cleared the road to Orsk. A tree fell on the town hall. The museum lost its windows.\n\n"
    "Fishermen pulled their boats ashore. A ship struck the pier and sank.\n\n"
    "Volunteers filled sandbags in the harbour. The lighthouse lost its lamp.\n"
)
LIFE = (
    "Ada Merle (1901-1975) was a physicist.\n\n"
    "She was born in Orsk on 4 May 1901. In 1922 she moved to Tarn.\n\n"
    "She joined the institute in 1925. Two years later she published her first paper.\n\n"
    "She left Orsk and she taught in Norland. Her mother died that winter. She wrote two books.\n\n"
    "In 1931 she married a sailor. In 1939 she fled to Norland.\n\n"
    "Six years later Ada Merle returned. She died in Tarn in 1975.\n"
)
LINE = "The gate opened on Friday and closed on 4 May 2020. " * 30
TEXTS = {"report": REPORT, "live blog": BLOG, "life": LIFE, "one line": LINE}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.fixture
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline_module, "_STRETCH", 280)
    monkeypatch.setattr(pipeline_module, "_SLACK", 100)
    monkeypatch.setattr(pipeline_module, "_MAX_BLOCK", 300)


def request(text: str) -> AnalysisRequest:
    return AnalysisRequest("s", "s", text, published="2020-05-11")


def whole(pipeline: Pipeline, text: str) -> SourceAnalysis:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pipeline_module, "_STRETCH", len(text))
        return analyse(request(text), pipeline)


@pytest.mark.usefixtures("short_stretches")
@pytest.mark.parametrize("name", TEXTS)
def test_the_stretches_of_a_text_follow_each_other(pipeline: Pipeline, name: str) -> None:
    text = TEXTS[name]
    docs = list(pipeline.parse_all([(text, ()), ("", ()), (text, ())]))
    lasts = [index for index, doc in enumerate(docs) if doc.is_last]
    first, empty = docs[: lasts[0] + 1], docs[lasts[1]]
    assert len(lasts) == 3
    assert len(first) > 1
    assert len(empty) == 0
    assert sum(len(doc.text) for doc in first) == len(text)
    for doc in first:
        assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc if not token.is_space)


@pytest.mark.usefixtures("short_stretches")
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_in_stretches_tells_what_it_tells_as_a_whole(pipeline: Pipeline, name: str) -> None:
    text = TEXTS[name]
    expected = whole(pipeline, text)
    found = analyse(request(text), pipeline)
    assert found.expressions == expected.expressions
    assert found.mentions == expected.mentions
    assert any(mention.time for mention in found.mentions)


@pytest.mark.usefixtures("short_stretches")
def test_texts_of_several_stretches_are_not_mixed_up(pipeline: Pipeline) -> None:
    together = list(analyse_all([request(text) for text in TEXTS.values()], pipeline))
    assert together == [whole(pipeline, text) for text in TEXTS.values()]
