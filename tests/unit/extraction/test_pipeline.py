"""The pipeline keeps every offset, whatever the text, and says what is worse when its model is missing."""

import importlib
import time

import pytest

from timeline_app.extraction.pipeline import Pipeline, load_pipeline

AWKWARD = {
    "emoji": "👩‍🚀 Mira flew on Friday. 🇫🇷 Paris waved.",
    "windows line ends": "The gate opened on Friday.\r\n\r\nIt closed on Monday.\r\n",
    "NUL": "The gate\0opened on Friday. It\0\0closed.",
    "lone surrogate": "The gate \ud800 opened on Friday.",
    "white space around": "\n\n \t The gate opened.  \n \n",
    "soft line separators": "The gate opened.\u2028It closed.\x0bIt opened again.\x85Then it fell.",
    "empty": "",
    "white space alone": " \n\t\n ",
}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.mark.parametrize("name", AWKWARD)
def test_every_word_stands_where_the_text_has_it(pipeline: Pipeline, name: str) -> None:
    text = AWKWARD[name]
    doc = pipeline.parse(text)
    assert len(doc.text) == len(text)
    for token in doc:
        if not token.is_space and "\ufffd" not in token.text:
            assert text[token.idx : token.idx + len(token)] == token.text


def test_no_sentence_crosses_a_paragraph(pipeline: Pipeline) -> None:
    doc = pipeline.parse("Gate opens after the storm\n\nThe harbour was quiet\n\non Friday the ships came back.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Gate opens after the storm",
        "The harbour was quiet",
        "on Friday the ships came back.",
    ]


def test_a_hard_wrapped_sentence_stays_whole(pipeline: Pipeline) -> None:
    text = (
        "The bridge over the Lesna was reopened to lorries on Sunday\n"
        "morning, eleven days after a flood carried away two piers.\n"
    )
    assert len(list(pipeline.parse(text).sents)) == 1


def test_a_long_text_without_line_breaks_is_parsed_in_pieces(pipeline: Pipeline) -> None:
    text = "The gate opened on Friday. " * 800
    doc = pipeline.parse(text)
    assert len(doc.text) == len(text)
    assert len(list(doc.sents)) == 800


@pytest.mark.parametrize("mark", ["a", "(", "😀", "-a"])
def test_one_endless_word_does_no_harm(pipeline: Pipeline, mark: str) -> None:
    text = "The gate opened. " + mark * 5_000 + " It closed."
    begun = time.process_time()
    doc = pipeline.parse(text)
    assert time.process_time() - begun < 10
    assert len(doc.text) == len(text)
    assert text[doc[-2].idx :] == "closed."


def test_the_fast_way_tags_and_parses_as_the_full_one(pipeline: Pipeline) -> None:
    sentence = "Nadia said on Friday that the ships would sail on Monday."
    full = pipeline.parse(sentence)
    (quick,) = pipeline.parse_pieces([sentence])
    assert [(t.tag_, t.dep_, t.head.i) for t in quick] == [(t.tag_, t.dep_, t.head.i) for t in full]


def test_without_a_model_sentences_remain_and_the_loss_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    pipeline = load_pipeline()
    assert pipeline.degraded is not None
    assert "model is not installed" in pipeline.degraded
    assert len(list(pipeline.parse("The gate opened. It closed on Friday.").sents)) == 2
