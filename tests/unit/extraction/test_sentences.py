"""The tense that each phrase is given is the tense a reader hears in the verb that governs it."""

from functools import cache

import pytest

from timeline_app.extraction.pipeline import Pipeline, load_pipeline
from timeline_app.extraction.sentences import sentences_of
from timeline_app.model.source import Segment, SegmentKind
from timeline_app.model.token import Span, Tense

PAST, PRESENT, FUTURE = Tense.PAST, Tense.PRESENT, Tense.FUTURE

HEARD = [
    ("The army attacked the port on Friday.", "Friday", PAST),
    ("The army has attacked the port since Friday.", "Friday", PAST),
    ("The army had left the port on Friday.", "Friday", PAST),
    ("The port was attacked on Friday.", "Friday", PAST),
    ("The ministry says the port was shelled on Friday.", "Friday", PAST),
    ("The minister says on Friday that nothing happened.", "Friday", PAST),
    ("The army will attack the port on Friday.", "Friday", FUTURE),
    ("He said the army would attack on Friday.", "Friday", FUTURE),
    ("The minister said on Friday the army will attack on Monday.", "Friday", PAST),
    ("The minister said on Friday the army will attack on Monday.", "Monday", FUTURE),
    ("They'll meet on Friday.", "Friday", FUTURE),
    ("The envoys plan to meet on Friday.", "Friday", FUTURE),
    ("The envoys are to meet on Friday.", "Friday", FUTURE),
    ("The envoys are going to meet on Friday.", "Friday", FUTURE),
    ("The court is set to rule on Friday.", "Friday", FUTURE),
    ("The verdict is due on Friday.", "Friday", FUTURE),
    ("Talks scheduled for Friday were called off.", "Friday", FUTURE),
    ("The vote is expected on Friday.", "Friday", FUTURE),
    ("The summit opens on Friday.", "Friday", FUTURE),
    ("The ship may sail on Friday.", "Friday", FUTURE),
    ("She managed to flee on Friday.", "Friday", PAST),
    ("They could not sail on Friday.", "Friday", PAST),
    ("They would have sailed on Friday.", "Friday", PAST),
    ("The ship seized on Friday is Greek.", "Friday", PAST),
    ("Please keep the bay closed until Friday.", "Friday", FUTURE),
    ("The office is closed on Friday.", "Friday", PRESENT),
]


@cache
def _pipeline() -> Pipeline:
    return load_pipeline()


@pytest.mark.parametrize(
    ("sentence", "word", "tense"), HEARD, ids=[f"{sentence} {word}" for sentence, word, _ in HEARD]
)
def test_the_governing_verb_gives_the_tense(sentence: str, word: str, tense: Tense) -> None:
    tokens = [token for s in sentences_of(_pipeline().parse(sentence), ()) for token in s.tokens]
    assert next(token.tense for token in tokens if token.text == word) is tense


def test_tokens_carry_their_place_tag_lemma_and_entity() -> None:
    text = "🛶 Nadia lives in Paris.\n\nThe boats came on Friday."
    sentences = sentences_of(_pipeline().parse(text), ())
    tokens = {token.text: token for sentence in sentences for token in sentence.tokens}
    assert text[tokens["boats"].start : tokens["boats"].end] == "boats"
    assert (tokens["boats"].tag, tokens["boats"].lemma) == ("NNS", "boat")
    assert tokens["Paris"].entity == "GPE"
    assert tokens["Friday"].entity == "DATE"


def test_a_sentence_ends_with_its_segment() -> None:
    text = "NAIROBI The boats came on Friday."
    segments = (Segment(SegmentKind.BOILERPLATE, Span(0, 8)), Segment(SegmentKind.BODY, Span(8, len(text))))
    sentences = sentences_of(_pipeline().parse(text, segments), segments)
    assert [(text[s.span.start : s.span.end], s.segment) for s in sentences] == [
        ("NAIROBI", 0),
        ("The boats came on Friday.", 1),
    ]


def test_an_hour_and_its_zone_stand_in_one_sentence() -> None:
    doc = _pipeline().parse("The ship sank at 8:30 a.m. Eastern Time on Tuesday, November 6, 2018. Nobody was hurt.")
    first, second = sentences_of(doc, ())
    assert (first.tokens[-2].text, second.tokens[0].text) == ("2018", "Nobody")
