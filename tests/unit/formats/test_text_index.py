"""Full-text search finds paragraphs, whatever is typed."""

import pytest

from timeline_app.formats.text_index import TextIndex, place_in
from timeline_app.model.token import Span

FIRST = "Dam breaks\n\nThe dam at Köln broke on Friday.\nNobody was hurt.\n\nRepairs of the dam begin “soon”."
SECOND = "The mayor said: NEAR the OR gate, AND not elsewhere.\n\n" + "word " * 1_000 + "needle"


@pytest.fixture
def index() -> TextIndex:
    made = TextIndex()
    made.add("a", FIRST)
    made.add("b", SECOND)
    return made


def found(index: TextIndex, query: str) -> list[tuple[str, str]]:
    texts = {"a": FIRST, "b": SECOND}
    return [(hit.key, texts[hit.key][hit.found.start : hit.found.end]) for hit in index.search(query)]


def test_words_phrases_and_beginnings(index: TextIndex) -> None:
    assert found(index, "dam broke") == [("a", "dam")]
    assert found(index, "koln") == [("a", "")], "without accents; the place is the paragraph"
    assert found(index, "rep") == [("a", "Rep")]
    assert found(index, '"rep"') == []
    assert found(index, "re da") == [("a", "Re")], "every word may be only begun"
    assert found(index, "d") == [], "but a single letter, which nearly all words begin with"
    assert found(index, '"of the dam"') == [("a", "of the dam")]
    assert found(index, '"the of dam"') == []
    assert found(index, "needle") == [("b", "needle")]
    assert [hit.paragraph.start for hit in index.search("dam")] == [0, FIRST.index("The dam"), FIRST.index("Repairs")]


def test_passages_are_counted_for_each_text(index: TextIndex) -> None:
    found = index.passages("the")
    assert {key: each.count for key, each in found.items()} == {"a": 2, "b": 1}
    first = found["a"].first
    assert FIRST[first.start : first.end].startswith("The dam at Köln")
    assert place_in(FIRST, first, "broke the") == Span(FIRST.index("broke"), FIRST.index("broke") + 5)
    assert index.holding("of the dam beg") == {"a"}
    assert index.holding("moon") == frozenset()
    index.remove("a")
    assert set(index.passages("the")) == {"b"}


def test_a_script_without_spaces_and_a_letter_that_folds_into_two(index: TextIndex) -> None:
    index.add("c", "東京の橋が閉鎖された。\n\nDie STRASSE nach Gießen")
    assert found_in(index, "橋が") == ["c"]
    assert found_in(index, "京橋") == []
    assert found_in(index, "straße gies") == ["c"]


def found_in(index: TextIndex, query: str) -> list[str]:
    return [hit.key for hit in index.search(query)]


def test_a_text_taken_out_is_not_found(index: TextIndex) -> None:
    index.remove("a")
    assert found(index, "dam") == []
    index.add("a", FIRST)
    assert found(index, "broke") == [("a", "broke")]


@pytest.mark.parametrize(
    "query",
    ["", " ", '"', '""', "*", "NEAR(", "a OR b", "text:dam", "^dam", "-", "dam\x00", "\ud83d", "'; --", "(" * 50],
)
def test_no_query_breaks_it(index: TextIndex, query: str) -> None:
    index.search(query)


def test_operators_of_the_library_are_words_here(index: TextIndex) -> None:
    assert found(index, "or gate") == [("b", "OR")]
