"""What is typed into the query line, and what comes back out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.document import TimelineDocument
from timeline_app.workspace.event_facets import Field
from timeline_app.workspace.event_filter import Condition, EventFilter
from timeline_app.workspace.event_query import completions, read_query, write_query
from timeline_app.workspace.filter_values import confidence_bounds, period_bounds

EMPTY = TimelineDocument()


@pytest.mark.parametrize(
    ("typed", "words", "conditions"),
    [
        ("", [], []),
        ("dam Kellin", [("dam", False), ("kellin", False)], []),
        ('"brown water" -talks', [("brown water", False), ("talks", True)], []),
        ("place:Kellin", [], [("place", "Kellin", False)]),
        ('-source:"Northern Wire" dam', [("dam", False)], [("source", "Northern Wire", True)]),
        ("Ort:Kellin wann:2018", [], [("place", "Kellin", False), ("when", "2018", False)]),
        ("place:", [], [("place", "", False)]),
        ("http://example.org", [("http://example.org", False)], []),
        ("after:2017 before:2019", [], [("when", ">2017", False), ("when", "<2019", False)]),
        ('"unended phrase', [("unended phrase", False)], []),
    ],
)
def test_reads(typed: str, words: list[tuple[str, bool]], conditions: list[tuple[str, str, bool]]) -> None:
    query = read_query(typed, EMPTY)
    assert query.filter.words == words
    found = [(c.field.value, c.value, c.negated) for c in query.filter.conditions]
    assert found == [c for c in conditions if c[1]]
    assert not query.problem


def test_a_field_that_is_none_is_told() -> None:
    query = read_query("plaze:Kellin", EMPTY)
    assert query.problem.startswith("There is no field “plaze”")


@pytest.mark.parametrize("typed", ["grade:Z9", "confidence:much", "when:soonish", "confidence:>120%"])
def test_what_makes_no_sense_is_told_and_left_out(typed: str) -> None:
    query = read_query(f"dam {typed}", EMPTY)
    assert query.problem.endswith(".")
    assert query.filter == EventFilter(text="dam")


VALUES = st.text(st.characters(exclude_characters='"', exclude_categories=("C", "Z")), min_size=1, max_size=12)
FREE = st.sampled_from([Field.PLACE, Field.PERSON, Field.KIND, Field.TAG, Field.SOURCE])


@given(
    st.lists(st.builds(Condition, FREE, VALUES, st.booleans()), max_size=4, unique=True), st.sampled_from(["", "dam"])
)
def test_a_filter_written_and_read_is_the_same(conditions: list[Condition], text: str) -> None:
    event_filter = EventFilter(text=text, conditions=tuple(conditions))
    assert read_query(write_query(event_filter), EMPTY).filter == event_filter


@given(st.text(max_size=40))
def test_any_text_is_read(typed: str) -> None:
    read_query(typed, EMPTY)


@pytest.mark.parametrize(
    ("value", "bounds"),
    [(">0.7", (0.7, 1)), ("< 50%", (0, 0.5)), ("0,5-0,8", (0.5, 0.8)), ("80", (0.8, 1)), ("=0.9", (0.9, 0.9))],
)
def test_confidence(value: str, bounds: tuple[float, float]) -> None:
    assert confidence_bounds(value) == bounds


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("1970-01-02", (1, 2)),
        (">1970-01-02", (2, None)),
        ("since 1970-01-02", (1, None)),
        ("..January 1970", (None, 31)),
        ("before 1971", (None, 365)),
    ],
)
def test_period(value: str, days: tuple[int | None, int | None]) -> None:
    assert period_bounds(value) == tuple(None if day is None else day * 86_400 for day in days)


def test_completions_begin_before_they_hold() -> None:
    assert completions("ke", ["Old Kellin", "Kellin", "Brenn", "kermit"]) == ["Kellin", "kermit", "Old Kellin"]
