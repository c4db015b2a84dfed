"""Options of a request line: what cannot be used is named and left out."""

from typing import Any

import pytest

from timeline_app.cli.request import read_options
from timeline_app.model.source import DateOrder, DocumentKind, Hemisphere


def test_every_option_is_read() -> None:
    line = {
        "id": 1,
        "text": "x",
        "published": "2018-05-28",
        "time_zone": "Europe/Kyiv",
        "date_order": "dmy",
        "language": "en",
        "document_kind": "liveblog",
        "hemisphere": "south",
        "fiscal_year_start": 4,
        "week_start": "Sunday",
        "unknown": object(),
    }
    options, warnings = read_options(line)
    assert options == {
        "published": "2018-05-28",
        "time_zone": "Europe/Kyiv",
        "date_order": DateOrder.DMY,
        "language": "en",
        "document_kind": DocumentKind.LIVEBLOG,
        "hemisphere": Hemisphere.SOUTH,
        "fiscal_year_start": 4,
        "week_start": 6,
    }
    assert warnings == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("time_zone", 3),
        ("date_order", "DDMM"),
        ("date_order", ["DMY"]),
        ("language", {}),
        ("document_kind", "poem"),
        ("hemisphere", 1),
        ("fiscal_year_start", 0),
        ("fiscal_year_start", 13),
        ("fiscal_year_start", "4"),
        ("fiscal_year_start", True),
        ("week_start", 7),
        ("week_start", "Funday"),
        ("week_start", 1.0),
    ],
)
def test_what_cannot_be_used_is_named_and_left_out(name: str, value: Any) -> None:
    options, [warning] = read_options({name: value})
    assert options == {}
    assert warning.startswith(f"{name} was ignored")


def test_null_and_empty_are_not_given() -> None:
    assert read_options({"published": None, "time_zone": "", "week_start": None}) == ({}, [])


def test_a_published_of_any_type_is_left_to_the_analysis() -> None:
    assert read_options({"published": 20180528}) == ({"published": "20180528"}, [])
