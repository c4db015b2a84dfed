"""The tagger never raises and never takes more than linear time, whatever the text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.token import Tense
from timeline_app.temporal.grammar.english import RULES
from timeline_app.temporal.grammar.language import load_language
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences

_WORDS = sorted(
    {word for rule in RULES for phrase in rule.reads for word in phrase.replace("⟨", "").replace("⟩", "").split()}
)


def tag(text: str) -> list[TimeExpression]:
    return find_expressions("s1", text, split_sentences(text))


def check(text: str) -> None:
    found = tag(text)
    assert all(text[e.span.start : e.span.end] == e.phrase for e in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(e.sentence.contains(e.span) for e in found)
    ids = {e.id for e in found}
    assert len(ids) == len(found)
    assert all(e.range_end in ids for e in found if e.range_end)
    assert all(e.section in ids for e in found if e.section)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ban, in force since 1 January, will last until 3 June.", "en"),
        ("Das Verbot, das seit dem 1. Januar gilt, wird bis zum 3. Juni dauern.", "de"),
    ],
)
def test_what_holds_since_a_time_holds_since_one_that_is_over(text: str, language: str) -> None:
    sentences = split_sentences(text, (), load_language(language).runs_on)
    found = find_expressions("s1", text, sentences, (), language)
    assert [e.tense for e in found] == [Tense.PAST, Tense.FUTURE]


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    check(text)


@settings(max_examples=300)
@given(st.lists(st.sampled_from([*_WORDS, "-", "–", ",", ":", "\n", "(", "to", "and", "0", "99", "2018"]), max_size=25))
def test_any_row_of_time_words_is_read(words: list[str]) -> None:
    check(" ".join(words))


@settings(max_examples=200)
@given(st.text(alphabet="0123456789-/:.,'’sthTZ+ \n", max_size=60))
def test_any_figures_are_read(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "last ",
        "last last week ",
        "May 3, 4, 5, ",
        "and 3 ",
        "of the ",
        "1-",
        "'",
        "early mid late ",
        "12 to ",
    ],
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begin = time.process_time()
        tag(text)
        return time.process_time() - begin

    seconds(1_000)
    small, large = (min(seconds(size) for _ in range(2)) for size in (6_000, 36_000))
    assert large < 18 * small + 0.2  # six times the text: linear work takes 6 times as long, quadratic 36 times
