"""CSV that spreadsheets open unchanged and that can be read back."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from timeline_app.formats.event_csv import joined, write_csv
from timeline_app.model.change import Replace
from timeline_app.model.document import TimelineDocument

HEADER = (
    "id,title,start,end,edtf,granularity,approximate,time_zone,display_date,phrase,status,modality,kind,participants,"
    "place,tags,lane,credibility,confidence,sources,source_reliability,sentences,notes"
)


def rows(document: TimelineDocument, folder: Path) -> list[dict[str, str]]:
    path = folder / "events.csv"
    write_csv(document, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_the_bytes_are_what_excel_wants(document: TimelineDocument, tmp_path: Path) -> None:
    write_csv(document, tmp_path / "events.csv")
    data = (tmp_path / "events.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + HEADER.encode() + b"\r\n")
    assert data.endswith(b"\r\n")


def test_a_row_says_what_the_event_is(document: TimelineDocument, tmp_path: Path) -> None:
    aground, repairs, denial = rows(document, tmp_path)
    assert (aground["start"], aground["end"], aground["display_date"]) == ("2024-03-15", "2024-03-15", "15 March 2024")
    assert aground["granularity"] == "day"
    assert aground["approximate"] == "false"
    assert aground["sources"] == "Report; Letter"
    assert aground["source_reliability"] == "F; B"
    assert repairs["start"] == "2024-04-02T09:00+01:00"
    assert repairs["time_zone"] == "Europe/Lisbon"
    assert repairs["tags"] == "port; ship"
    assert repairs["notes"] == '"ask\nagain"'
    assert (denial["start"], denial["end"], denial["edtf"], denial["display_date"]) == ("", "", "", "undated")


def test_what_was_rejected_does_not_leave(document: TimelineDocument, tmp_path: Path) -> None:
    assert [row["id"] for row in rows(document, tmp_path)] == ["e1", "e2", "e3"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'"])
def test_no_cell_starts_a_formula(document: TimelineDocument, tmp_path: Path, start: str) -> None:
    title = f"{start}SUM(A1)"
    document.apply(Replace(replace(document.events["e1"], title=title)))
    [found] = [row["title"] for row in rows(document, tmp_path) if row["id"] == "e1"]
    assert found == "'" + title


@pytest.mark.parametrize(
    "values", [["a"], ["a;b", "c"], ["\\", ";", "\\;"], ["a\\", "b"], ["", ""], ["x; y", "z"], ["=1", " "]]
)
def test_several_values_can_be_told_apart_again(values: list[str]) -> None:
    parts = re.findall(r"(?:^|(?<=; ))((?:\\.|[^\\;])*)(?=; |$)", joined(values))
    assert [re.sub(r"\\(.)", r"\1", part) for part in parts] == values


def test_what_utf8_cannot_hold_does_not_stop_the_export(document: TimelineDocument, tmp_path: Path) -> None:
    document.apply(Replace(replace(document.events["e1"], title="cut \ud83d here")))
    assert rows(document, tmp_path)[0]["title"] == "cut ? here"
