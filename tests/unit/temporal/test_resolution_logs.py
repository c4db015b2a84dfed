"""Hours that head the entries of a log: which midnight lies between them and the day above."""

from datetime import date

import pytest

from timeline_app.extraction.segmentation import segment
from timeline_app.model.source import DocumentKind, PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences


def read(text: str, published: str | None) -> list[str]:
    segments = segment(text)
    day = date.fromisoformat(published) if published else None
    context = PublicationContext(
        TimeValue.day(day.year, day.month, day.day) if day else None, document_kind=DocumentKind.LIVEBLOG
    )
    found = resolve_all(find_expressions("s", text, split_sentences(text, segments), segments), context)
    return [e.reading.value for e in found if e.reading is not None]


@pytest.mark.parametrize(
    ("head", "published", "days"),
    [
        ("Brigade log, 11 March 2019", "2019-03-14", ["2019-03-11", "11", "11", "12", "12"]),
        ("Date of incident: 11 March 2019", None, ["2019-03-11", "11", "11", "12", "12"]),
        ("What the watch noted", "2019-03-12", ["11", "11", "12", "12"]),
    ],
)
def test_an_earlier_hour_further_down_is_the_next_day(head: str, published: str | None, days: list[str]) -> None:
    text = f"{head}\n\n22:40  Alarm at the quay.\n23:58  Barn on fire.\n00:31  Roof fell in.\n03:10  Fire out.\n"
    hours = ["T22:40", "T23:58", "T00:31", "T03:10"]
    expected = [d if len(d) > 2 else f"2019-03-{d}" for d in days]
    expected[-4:] = [day + hour for day, hour in zip(expected[-4:], hours, strict=True)]
    assert read(text, published) == expected


def test_where_the_newest_entry_stands_first_a_later_hour_is_the_day_before() -> None:
    text = "What the watch noted\n\n01:10  Fire out.\n00:31  Roof fell in.\n23:58  Barn on fire.\n"
    assert read(text, "2019-03-12") == ["2019-03-12T01:10", "2019-03-12T00:31", "2019-03-11T23:58"]


def test_an_entry_a_little_out_of_order_passes_no_midnight() -> None:
    text = "What the watch noted\n\n14:05  Rain.\n14:02  Wind.\n19:30  Calm.\n"
    assert read(text, "2019-03-12") == ["2019-03-12T14:05", "2019-03-12T14:02", "2019-03-12T19:30"]


def test_an_update_is_read_on_its_own_day() -> None:
    text = "The driver was hurt on Friday.\n\nUPDATE 23 October: the driver died on Sunday.\n\nHe was 40.\n"
    assert read(text, "2023-10-21")[:3] == ["2023-10-20", "2023-10-23", "2023-10-22"]


def test_without_a_publication_days_continue_the_year_told() -> None:
    assert read("Date of incident: 7 August 2014\n\nHe was held on 8 August and freed in September.\n", None) == [
        "2014-08-07",
        "2014-08-08",
        "2014-09",
    ]


def test_the_entries_of_a_diary_take_their_year_from_its_heading() -> None:
    text = (
        "October 1917\n\n1 October. In billets. Baths tomorrow.\n"
        "4 October. Moved up at dusk. Relief complete at 3.30 a.m.\n"
        "20 October. The line was held in April 1915.\n22 October. Entrained. The next day marched."
    )
    found = resolve_all(find_expressions("s", text, split_sentences(text)), PublicationContext(None))
    assert [e.reading.value for e in found if e.reading is not None] == [
        "1917-10",
        "1917-10-01",
        "1917-10-02",
        "1917-10-04",
        "1917-10-04TEV",
        "1917-10-05T03:30",
        "1917-10-20",
        "1915-04",
        "1917-10-22",
        "1917-10-23",
    ]
