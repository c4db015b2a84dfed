"""The rule-only tokenizer: shapes of figures, offsets, sentences."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.source import Segment, SegmentKind
from timeline_app.model.token import Span, Tense, Token
from timeline_app.temporal.tokenizer import annotate_tokens, split_sentences, tokenize

INVISIBLE = re.compile("[\xad\u200b-\u200d\u2060\ufeff]")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-05-28T13:30Z", ["2018-05-28T13:30Z"]),
        ("On 6/7/2018, at 13:30:05.", ["On", "6/7/2018", ",", "at", "13:30:05", "."]),
        ("1,500 men", ["1,500", "men"]),
        ("the 14th, '98 and the 1990s", ["the", "14th", ",", "'98", "and", "the", "1990s"]),
        ("1981's last year’s", ["1981", "'s", "last", "year", "’s"]),
        ("mid-2010", ["mid", "-", "2010"]),
        ("8am 1330GMT", ["8", "am", "1330", "GMT"]),
        ("Q3 9/11", ["Q3", "9/11"]),
        ("1916–18", ["1916", "–", "18"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


@given(st.text(), st.integers(0, 1000))
def test_tokens_hold_their_place_and_all_that_is_no_space(text: str, start: int) -> None:
    tokens = tokenize(text, start)
    assert all(t.start < t.end for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    held = "".join(text[t.start - start : t.end - start] for t in tokens)
    assert INVISIBLE.sub("", held) == INVISIBLE.sub("", "".join(text.split()))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed!", ["He left.", "She stayed!"]),
        ("On Oct. 14 he met Gen. Aoun at 5 p.m. in the U.S. embassy.", None),
        ("A headline\nThe body.", ["A headline", "The body."]),
        ("“It ended.” He left.", ["“It ended.”", "He left."]),
        ("It cost 3.5 million. 2018 was worse.", ["It cost 3.5 million.", "2018 was worse."]),
    ],
)
def test_sentences(text: str, sentences: list[str] | None) -> None:
    assert [text[s.span.start : s.span.end] for s in split_sentences(text)] == (sentences or [text])


def test_sentences_stay_within_their_segment() -> None:
    text = "A caption without end The body begins."
    cut = text.index("The")
    segments = [Segment(SegmentKind.CAPTION, Span(0, cut)), Segment(SegmentKind.BODY, Span(cut, len(text)))]
    assert [(s.segment, text[s.span.start : s.span.end]) for s in split_sentences(text, segments)] == [
        (0, "A caption without end"),
        (1, "The body begins."),
    ]


@given(st.text())
def test_sentences_are_in_order_and_hold_every_token(text: str) -> None:
    sentences = split_sentences(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(sentences))
    held = "".join(text[t.start : t.end] for s in sentences for t in s.tokens)
    assert INVISIBLE.sub("", held) == INVISIBLE.sub("", "".join(text.split()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sep\xadtember", ["September"]),
        ("28\u200b May", ["28", "May"]),
        ("2018\u201105\u201128", ["2018-05-28"]),
        ("l0 May 2O18", ["10", "May", "2018"]),
        ("10l of H2O", ["10", "l", "of", "H", "2", "O"]),
        ("281330ZMAY18", ["281330ZMAY18"]),
        ("2018-W21-4", ["2018-W21-4"]),
    ],
)
def test_what_typesetting_and_text_recognition_did_is_undone(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


def test_what_a_parser_knows_is_laid_over_the_tokens() -> None:
    parsed = (Token("mid-May", 0, 7, tag="NNP", tense=Tense.PAST), Token("came", 8, 12, tag="VBD"))
    mid, dash, may, came = annotate_tokens(tokenize("mid-May came"), parsed)
    assert [t.tag for t in (mid, dash, may, came)] == ["NNP", "NNP", "NNP", "VBD"]
    assert may.tense is Tense.PAST
