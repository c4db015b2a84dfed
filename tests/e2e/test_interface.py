"""docs/interface.md, row by row: what `begin` and `until` are, and what each field of the output holds."""

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Bounds = tuple[str | None, str | None]

THURSDAY = "2021-10-14"  # when all the texts were published, where nothing else is said
UNDATED: Bounds = (None, None)


class Row(NamedTuple):
    """A text, and the bounds of a phrase of it or (`event`) of the event whose title holds those words."""

    text: str
    words: str
    bounds: Bounds
    event: bool = False
    published: str | None = THURSDAY
    options: dict[str, object] = {}  # noqa: RUF012 - read only


def day(first: str, last: str | None = None) -> Bounds:
    return first, last or first


Q3_2020 = day("2020-07-01", "2020-09-30")

ROWS = {
    # a day or coarser: first and last day
    "day": Row("The quarry closed on 4 October.", "4 October", day("2021-10-04")),
    "day, its event": Row("The quarry closed on 4 October.", "Quarry closed", day("2021-10-04"), event=True),
    "weekend": Row("Thieves robbed the museum last weekend.", "last weekend", day("2021-10-09", "2021-10-10")),
    "week": Row("The dam was inspected last week.", "last week", day("2021-10-04", "2021-10-10")),
    "month": Row("The tunnel collapsed in April.", "April", day("2021-04-01", "2021-04-30")),
    "season": Row("It burned in the summer of 2019.", "the summer of 2019", day("2019-06-01", "2019-08-31")),
    "quarter": Row("Sales fell in the third quarter of 2020.", "the third quarter of 2020", Q3_2020),
    "year": Row("The bridge was built in 1998.", "1998", day("1998-01-01", "1998-12-31")),
    "decade": Row("The works closed in the 1970s.", "the 1970s", day("1970-01-01", "1979-12-31")),
    "century": Row("The chapel was built in the 18th century.", "the 18th century", day("1700-01-01", "1799-12-31")),
    "days keep no zone": Row(
        "The quarry closed on 4 October.", "4 October", day("2021-10-04"), options={"time_zone": "Pacific/Auckland"}
    ),
    "yesterday in the zone": Row(
        "The quarry closed yesterday.", "yesterday", day("2021-10-13"),
        published="2021-10-14T00:20", options={"time_zone": "Asia/Tokyo"},
    ),
    # part of a day: that day twice; overnight: the evening's day and the next
    "morning": Row("Police arrived on Tuesday morning.", "Tuesday morning", day("2021-10-12")),
    "night": Row("A shop was looted on Tuesday night.", "Tuesday night", day("2021-10-12")),
    "late + day": Row("The talks broke down late Tuesday.", "late Tuesday", day("2021-10-12")),
    "overnight": Row("Three barns burned overnight.", "overnight", day("2021-10-13", "2021-10-14")),
    # clock reading: the minute twice, with its zone where known
    "clock with zone": Row(
        "The train derailed at 1430 GMT on Tuesday.", "1430 GMT on Tuesday", day("2021-10-12T14:30Z")
    ),
    "clock with offset": Row(
        "The train derailed at 2:30 p.m. EDT on Tuesday.", "2:30 p.m. EDT on Tuesday", day("2021-10-12T14:30-04:00")
    ),
    "clock without zone": Row("The train derailed at 14:30 on Tuesday.", "14:30 on Tuesday", day("2021-10-12T14:30")),
    "clock in the source's zone": Row(
        "The train derailed at 14:30 on Tuesday.", "14:30 on Tuesday", day("2021-10-12T14:30+03:00"),
        options={"time_zone": "Europe/Kyiv"},
    ),
    # early, mid, late + unit: the whole unit
    "early month": Row("The plant opened in early June.", "early June", day("2021-06-01", "2021-06-30")),
    "mid month": Row("The plant opened in mid-June.", "mid-June", day("2021-06-01", "2021-06-30")),
    "late year": Row("The plant opened in late 2018.", "late 2018", day("2018-01-01", "2018-12-31")),
    "end of": Row("The plant opened at the end of 2018.", "the end of 2018", day("2018-01-01", "2018-12-31")),
    # since, until, by, before, after: the phrase has its own interval, the event an open side
    "since": Row("The mine has been shut since 2 March.", "2 March", day("2021-03-02")),
    "since, its event": Row("The mine has been shut since 2 March.", "shut", ("2021-03-02", None), event=True),
    "by": Row("The crew will repair the pier by Monday.", "Monday", day("2021-10-18")),
    "by, its event": Row("The crew will repair the pier by Monday.", "repair", (None, "2021-10-18"), event=True),
    "before, its event": Row(
        "The guards left the camp before 5 October.", "Guards left", (None, "2021-10-05"), event=True
    ),
    "after, its event": Row("The guards left it after 5 October.", "Guards left", ("2021-10-05", None), event=True),
    "until, its event": Row(
        "The guards occupied the camp until 5 October.", "occupied", (None, "2021-10-05"), event=True
    ),
    # recently: until publication
    "recently": Row("The mayor recently resigned.", "recently", (None, THURSDAY)),
    "recent weeks": Row("Two wells dried up in recent weeks.", "recent weeks", (None, THURSDAY)),
    "recent months": Row("Rents rose in recent months.", "recent months", (None, THURSDAY)),
    # now: the publication day twice
    "now": Row("The road is now closed.", "now", day(THURSDAY)),
    "currently": Row("The road is currently closed.", "currently", day(THURSDAY)),
    "these days": Row("Few people use the road these days.", "these days", day(THURSDAY)),
    # section header
    "header": Row("UPDATE 0740 GMT: The lock has reopened.", "0740 GMT", day(f"{THURSDAY}T07:40Z")),
    "under a header": Row(
        "UPDATE 0740 GMT: The lock has reopened.", "Lock has reopened", (None, f"{THURSDAY}T07:40Z"), event=True
    ),
    # unanchored duration, set, FUTURE_REF; anchored
    "duration": Row("The siege lasted nine days.", "nine days", UNDATED),
    "set": Row("The council meets every Friday.", "every Friday", UNDATED),
    "soon": Row("The ferry will sail soon.", "soon", UNDATED),
    "anchored duration": Row(
        "The firm has built two dams over the past two years.", "the past two years", day("2019-10-14", "2021-10-14")
    ),
    "ago, as coarse as its unit": Row("He died three weeks ago.", "three weeks ago", day("2021-09-20", "2021-09-26")),
    # ambiguous
    "ambiguous": Row("The hearing took place on 9/8/2021.", "9/8/2021", day("2021-09-08")),
    "ambiguous, known order": Row(
        "The hearing took place on 9/8/2021.", "9/8/2021", day("2021-08-09"), options={"date_order": "DMY"}
    ),
    # BC
    "BC": Row("The temple was burned in 356 BC.", "356 BC", day("-0355-01-01", "-0355-12-31")),
    # no publication date
    "relative without publication": Row("The pump failed last week.", "last week", UNDATED, published=None),
    "explicit without publication": Row(
        "The pump failed on 3 May 2020.", "3 May 2020", day("2020-05-03"), published=None
    ),
    "unreadable publication": Row("The pump failed last week.", "last week", UNDATED, published="some day"),
    # options
    "south": Row(
        "The mill burned last summer.", "last summer", day("2020-12-01", "2021-02-28"), options={"hemisphere": "south"}
    ),
    "fiscal": Row(
        "Sales fell in fiscal 2020.", "fiscal 2020", day("2019-10-01", "2020-09-30"), options={"fiscal_year_start": 10}
    ),
    "week from Sunday": Row(
        "The dam was inspected last week.", "last week", day("2021-10-03", "2021-10-09"), options={"week_start": 6}
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def answers(run: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    lines = [
        json.dumps({"id": name, "text": row.text, "published": row.published, **row.options})
        for name, row in ROWS.items()
    ]
    done = run("annotate", "--mentions", cwd=tmp_path_factory.mktemp("rows"), stdin="\n".join(lines))
    assert (done.returncode, done.stderr) == (0, "")
    return {answer["id"]: answer for answer in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", ROWS)
def test_begin_and_until(answers: dict[str, dict[str, Any]], name: str) -> None:
    row, answer = ROWS[name], answers[name]
    found = answer["events"] if row.event else answer["timexes"]
    matching = [one for one in found if (row.words in one["title"] if row.event else row.words == one["text"])]
    assert [(one["begin"], one["until"]) for one in matching] == [row.bounds], [
        (one.get("title") or one["text"], one["begin"], one["until"]) for one in found
    ]


def test_the_kinds_of_fields(answers: dict[str, dict[str, Any]]) -> None:
    for answer in answers.values():
        assert answer["document_kind"] in {"news", "liveblog", "narrative", "report", "email"}
        assert all(isinstance(warning, str) for warning in answer["warnings"])
        text = ROWS[answer["id"]].text
        for timex in answer["timexes"]:
            assert text[timex["start"] : timex["end"]] == timex["text"]
            assert timex["type"] in {"DATE", "TIME", "DURATION", "SET"}
            assert set(timex["anchor"]) == {"kind", "value"}
            assert timex["anchor"]["kind"] in {"publication", "section", "previous", "none"}
            assert (timex["edtf"] is None) == (timex["begin"] is None and timex["until"] is None)
            assert 0 <= timex["confidence"] <= 1
            assert timex["explanation"]
        for event in answer["events"]:
            assert event["sentences"] == [text[start:end] for start, end in event["spans"]]
            assert event["modality"] in {"happened", "ongoing", "planned", "possible", "denied", "opinion"}
            assert event["date_basis"] in {"clause", "noun", "governor", "container", "publication", None}
            assert all(set(one) == {"text", "role"} for one in event["participants"])
            assert event["attribution"] is None or set(event["attribution"]) == {"speaker", "outlet", "cites", "when"}
        for mention in answer["mentions"]:
            assert text[mention["start"] : mention["end"]].strip()
            assert mention["polarity"] in {"positive", "negative"}


def test_anchors_say_what_was_counted_from(answers: dict[str, dict[str, Any]]) -> None:
    def anchor(name: str) -> dict[str, Any]:
        [timex] = answers[name]["timexes"]
        return dict(timex["anchor"])

    assert anchor("week") == {"kind": "publication", "value": THURSDAY}
    assert anchor("year") == {"kind": "none", "value": None}


def test_what_is_doubtful_is_warned_of(answers: dict[str, dict[str, Any]]) -> None:
    [doubtful] = answers["ambiguous"]["timexes"]
    [other] = doubtful["alternatives"]
    assert set(other) == {"value", "begin", "until", "explanation"}
    assert (other["begin"], other["until"]) == day("2021-08-09")
    for name in ("ambiguous", "relative without publication", "explicit without publication", "unreadable publication"):
        assert answers[name]["warnings"], name
    assert answers["ambiguous, known order"]["warnings"] == []


REPORT = """Lock gates fail at Tarrow

TARROW, October 14 - The lock gates at Tarrow failed on Tuesday, the canal trust said. Divers arrive next week.
"""
LETTER = (
    "😀 The lock gates at Tarrow failed on 12 October 2021. =SUM(A1) is what the gauge; the old one\\two, showed.\n"
)


@pytest.fixture(scope="module")
def extracted(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("extract")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "-letter.txt").write_text(LETTER, encoding="utf-8")
    outputs = ("--json", "out.json", "--csv", "out.csv", "--project", "out.tline")
    done = run("extract", "--published", THURSDAY, *outputs, "--", "report.txt", "-letter.txt", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_json_of_a_project(extracted: Path) -> None:
    project = json.loads((extracted / "out.json").read_text(encoding="utf-8"))
    assert set(project) == {"sources", "events"}
    assert all(set(s) == {"id", "name", "title", "published", "time_zone", "text"} for s in project["sources"])
    assert [s["name"] for s in project["sources"]] == ["report.txt", "-letter.txt"]
    texts = {source["id"]: source["text"] for source in project["sources"]}
    for event in project["events"]:
        assert {"id", "status", "origins", "links", "title", "begin", "until", "edtf", "spans"} <= set(event)
        assert len({link["source"] for link in event["links"]}) >= event["origins"] >= 1
        for link in event["links"]:
            assert set(link) == {"source", "sentence", "start", "end", "phrase", "role"}
            assert texts[link["source"]][link["start"] : link["end"]] == link["sentence"]
            assert link["phrase"] is None or link["phrase"] in link["sentence"]
            assert link["role"] in {"reports", "mentions", "contradicts"}
    failed = [event for event in project["events"] if "gates at Tarrow failed" in event["title"]]
    assert {(event["begin"], event["until"]) for event in failed} == {day("2021-10-12")}
    assert {texts[link["source"]] for event in failed for link in event["links"]} == set(texts.values())


def test_csv_columns_come_back(extracted: Path) -> None:
    data = (extracted / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    with (extracted / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    project = json.loads((extracted / "out.json").read_text(encoding="utf-8"))
    assert [(r["id"], r["start"] or None, r["end"] or None) for r in rows] == [
        (e["id"], e["begin"], e["until"]) for e in project["events"]
    ]
    for row, event in zip(rows, project["events"], strict=True):
        assert unguarded(row["title"]) == event["title"]
        assert split(unguarded(row["sentences"])) == event["sentences"]
        assert split(unguarded(row["participants"])) == [one["text"] for one in event["participants"]]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_a_project_exports_what_extract_wrote(run: Run, extracted: Path) -> None:
    done = run("export", "out.tline", "--json", "again.json", "--csv", "again.csv", cwd=extracted)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    for ending in ("json", "csv"):
        assert (extracted / f"again.{ending}").read_bytes() == (extracted / f"out.{ending}").read_bytes()


def unguarded(cell: str) -> str:
    return cell.removeprefix("'")


def split(cell: str) -> list[str]:
    """The values of a cell, as docs/interface.md says that they are joined."""
    values, value, position = [], "", 0
    while position < len(cell):
        if cell[position] == "\\":
            value += cell[position + 1]
            position += 2
        elif cell.startswith("; ", position):
            values.append(value)
            value = ""
            position += 2
        else:
            value += cell[position]
            position += 1
    return [*values, value] if cell else []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["annotate", "--jobs", "0"],
        ["annotate", "--jobs", "many"],
        ["extract"],
        ["extract", "report.txt", "--published", "someday"],
        ["extract", "report.txt", "--time-zone", "Middle/Earth"],
        ["export"],
        ["export", "out.tline", "--project", "x.tline"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    from timeline_app.cli.main import main

    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "error:" in said.err
