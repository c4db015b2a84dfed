"""Wars and periods of history date events by their names; TIMEX3 has them for events."""

import pytest

from timeline_app.model.edtf import to_edtf
from timeline_app.model.source import PublicationContext
from timeline_app.temporal.lexicon import lexicon_entries
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences
from timeline_app.temporal.values import HistoricPeriod


def read(text: str) -> list[tuple[str, str]]:
    found = resolve_all(find_expressions("s", text, split_sentences(text)), PublicationContext())
    assert all(e.names_event for e in found)
    return [(e.phrase, to_edtf(e.time)) for e in found if e.time is not None]


@pytest.mark.parametrize(
    ("text", "phrase", "edtf"),
    [
        ("He served during World War II.", "World War II", "1939-09-01/1945-09-02"),
        ("She was born in the Korean War.", "the Korean War", "1950-06-25/1953-07-27"),
        ("Trade has grown since the Second World War.", "the Second World War", "1945-09-02"),
        ("The mill was built before the First World War.", "the First World War", "1914-07-28"),
        ("They left after World War II broke out.", "World War II", "1939-09-01"),
        ("They left before the Gulf War ended.", "the Gulf War", "1991-02-28"),
        ("The border was moved after the Six-Day War.", "the Six-Day War", "1967-06-10"),
        ("The dam was finished at the end of the Cold War.", "the end of the Cold War", "1991"),
    ],
)
def test_a_named_war_dates_what_it_stands_beside(text: str, phrase: str, edtf: str) -> None:
    assert read(text) == [(phrase, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "World War II veterans marched.",
        "A museum of the First World War opened.",
        "Cold War thinking is back.",
        "The Winter War cost many lives.",
    ],
)
def test_a_war_that_is_only_a_topic_dates_nothing(text: str) -> None:
    assert read(text) == []


def test_every_period_of_the_lexicon_has_two_bounds_in_order() -> None:
    periods = {value.edtf for _, value in lexicon_entries("en") if isinstance(value, HistoricPeriod)}
    assert len(periods) > 30
    assert [p for p in periods if p.partition("/")[0] >= p.partition("/")[2]] == []
