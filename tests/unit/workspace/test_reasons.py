"""The window tells why a phrase has its time in its own language, from the reading alone."""

from timeline_app.model.document import TimelineDocument
from timeline_app.model.source import DocumentKind, PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences
from timeline_app.workspace.reasons import reading_told


def told(text: str) -> list[str]:
    """What the window tells of each phrase of a text published on 9 June 2018."""
    context = PublicationContext(TimeValue.day(2018, 6, 9), document_kind=DocumentKind.NEWS)
    found = resolve_all(find_expressions("s", text, split_sentences(text)), context)
    return [reading_told(TimelineDocument(), expression) for expression in found]


def test_the_local_time_that_the_text_shows_is_told() -> None:
    first, second = told("A bomb went off at 7:10 a.m. (0410 GMT).")
    assert "local time UTC+03:00" in first
    assert "local time" not in second


def test_an_hour_without_a_pair_tells_no_local_time() -> None:
    assert all("local time" not in one for one in told("A bomb went off at 7:10 a.m. and again at 9 a.m. EDT."))
